"""Week by week in words: a sentence, a table, and what a week says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from painmap.charts.table import Table
from painmap.charts.words import NO_ENTRY, NO_MAP
from painmap.domain.thresholds import THRESHOLDS
from painmap.domain.widespread import DAYS, Week
from painmap.domain.words import counted, day_text, number

LONG = 104
"""The most weeks whose points are drawn, and those that lack an answer marked; more are a line."""
NO_WEEK = "These dates have no whole week: choose a longer period."
NO_REVIEW = "No review"
INCOMPLETE = "Incomplete"


@dataclass(frozen=True)
class WeekLane:
    """One of the three things that are shown by the week; `spoken` is its name and scale in a sentence.

    `top` is the highest that it can be, None where that is left to what was logged.
    """

    key: str
    name: str
    unit: str
    spoken: str
    top: int | None
    value: Callable[[Week], float | None]


WEEK_LANES = (
    WeekLane("spread", "Spread", "regions a day", "Spread, median regions a day", None, lambda week: week.spread),
    WeekLane("wpi", "WPI", "of 19 areas", "WPI, of 19 areas", 19, lambda week: week.wpi),
    WeekLane("sss", "SSS", "of 12 points", "SSS, of 12 points", 12, lambda week: week.sss),
)


def weekly_note(weeks: Sequence[Week]) -> str:
    """How to read these weeks."""
    note = (
        "A point is a week: spread is the median of its days with a map, WPI counts the areas that hurt on any of "
        "them, SSS is that of the weekly review that counts for it. Hatched: no map, or no review."
    )
    lacking = any(week.reviewed and week.sss is None for week in weeks)
    return f"{note} Dotted: the review lacks an answer." if lacking and len(weeks) <= LONG else note


def weekly_paper_note(weeks: Sequence[Week]) -> str:
    """The same with what was published, which is said and not drawn."""
    published = THRESHOLDS["wpi"][0]
    return f"{weekly_note(weeks)} Published, {published.text} ({published.source}). Counts, not a diagnosis."


def weekly_sentence(weeks: Sequence[Week]) -> str:
    """The weeks for those who cannot see them."""
    if not weeks:
        return NO_WEEK
    start = f"Week by week, {counted(len(weeks), 'week')} to {day_text(weeks[-1].end, year=True)}"
    if not any(week.days_logged or week.reviewed for week in weeks):
        return f"{start}. {NO_ENTRY} in any of them."
    mapped = sum(week.wpi is not None for week in weeks)
    reviewed = sum(week.reviewed for week in weeks)
    told = [f"{start}, {number(mapped)} with a map, {number(reviewed)} with a weekly review."]
    return " ".join([*told, *filter(None, (_range(lane, weeks) for lane in WEEK_LANES))])


def _range(lane: WeekLane, weeks: Sequence[Week]) -> str:
    given = [value for week in weeks if (value := lane.value(week)) is not None]
    if not given:
        return ""
    low, high = number(min(given)), number(max(given))
    stretch = f"from {low} to {high}" if low != high else f"always {low}"
    return f"{lane.spoken}: {stretch}, last {number(given[-1])}."


def weekly_table(weeks: Sequence[Week]) -> Table:
    """A row a week, with the weeks without an entry, a map or a review."""
    headings = ("Week to", "Days logged", "Spread, median", "WPI, of 19", "SSS, of 12", "PSD, of 31")
    return Table(headings, tuple(_row(week) for week in weeks))


def _row(week: Week) -> tuple[str, ...]:
    return (
        day_text(week.end, year=True, weekday=True),
        f"{week.days_logged} of {DAYS}",
        *(_figure(value, _lacks_map(week)) for value in (week.spread, week.wpi)),
        _figure(week.sss, _lacks_review(week)),
        _figure(week.psd, _lacks_map(week) if week.wpi is None else _lacks_review(week)),
    )


def _figure(value: float | None, otherwise: str) -> str:
    return otherwise if value is None else number(value)


def _lacks_map(week: Week) -> str:
    return NO_MAP if week.days_logged else NO_ENTRY


def _lacks_review(week: Week) -> str:
    return INCOMPLETE if week.reviewed else NO_REVIEW


def week_words(week: Week, *, year: bool = False) -> str:
    """What a week says: 'Week to Sun 22 Nov: WPI 9 of 19, SSS 7 of 12, spread 11, 6 of 7 days logged'."""
    parts = [f"{week.days_logged} of {DAYS} days logged"]
    if week.wpi is not None and week.spread is not None:
        parts[:0] = [f"WPI {week.wpi} of 19", f"spread {number(week.spread)}"]
    elif week.days_logged:
        parts.insert(0, NO_MAP.lower())
    sss = f"SSS {week.sss} of 12" if week.sss is not None else "SSS incomplete" if week.reviewed else NO_REVIEW.lower()
    parts.insert(1 if week.wpi is not None else 0, sss)
    return f"Week to {day_text(week.end, year=year, weekday=True)}: {', '.join(parts)}"
