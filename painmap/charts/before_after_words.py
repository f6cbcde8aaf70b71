"""Before and after in words: the figures beside each lane, a sentence, a table, and what a day says."""

from collections.abc import Sequence
from datetime import date

from painmap.charts.series import LANES, Lane
from painmap.charts.table import RATED, Table
from painmap.charts.timeline_words import timeline_table
from painmap.charts.words import begins_words, dates, day_sentence, logged
from painmap.domain.before_after import CAUTION, LEFT_OUT, BeforeAfter, Comparison, Part
from painmap.domain.before_after_words import also_words, change_words, days_words, figures
from painmap.domain.words import counted, day_text, number, signed

BEFORE_AFTER_NOTE = (
    "Dots are days, lines the median of each side. Shaded: left out of the comparison. Hatched: no entry."
)
PUBLISHED = "published threshold: 2 points or 30 %"
"""Beside pain. Farrar, Pain 2001;94:149-158; Dworkin, J Pain 2008;9:105-121."""
_PUBLISHED_NARROW = "published: 2 points, 30 %"
NOT_YET = "not yet"
OWN_DATES = "These are the days around the change, whatever the dates above."


def comparisons(found: BeforeAfter) -> tuple[tuple[Lane, Comparison], ...]:
    """The three lanes with what is compared in them."""
    return tuple(zip(LANES, (found.worst_pain, found.fatigue, found.spread), strict=True))


def lane_lines(lane: Lane, compared: Comparison, *, narrow: bool = False) -> tuple[str, ...]:
    """The figures beside a lane: '8 to 7: −1 (−13 %)', the range, the days logged; or what is not enough."""
    before, after = compared.before, compared.after
    if compared.not_enough:
        first, _, rest = compared.not_enough.removesuffix(".").partition(": ")
        return (f"{first}:", *rest.split(", "))
    assert before.median is not None
    assert after.median is not None
    assert compared.points is not None
    percent = "" if compared.percent is None else f" ({signed(compared.percent)} %)"
    days = f"logged {before.logged}, then {after.logged} of {len(before.days)}"
    return (
        f"{number(before.median)} to {number(after.median)}: {signed(compared.points)}{percent}",
        f"range {_range(before, narrow)}, then {_range(after, narrow)}",
        days if narrow else f"{days} days",
        *([_PUBLISHED_NARROW if narrow else PUBLISHED] if lane.key == "worst-pain" else []),
    )


def _range(part: Part, narrow: bool) -> str:
    return f"{part.lowest}{'–' if narrow else ' to '}{part.highest}"


def before_after_sentence(found: BeforeAfter, begins: date | None = None, said: str = "") -> str:
    """Both sides for those who cannot see them, with what else changed and what the comparison cannot say.

    `begins` is the first logged day of all where the days reach before it; `said` is told in place of that.
    """
    told = [
        f"Before and after: {found.pivot.said} on {day_text(found.pivot.day, year=True)}, {_sides(found)}.",
        f"{dates(found.whole)}, {logged(found.days, found.whole)}.",
    ]
    if begins is not None:
        told.append(said or begins_words(begins, found.whole))
    lacking = {compared.not_enough for _, compared in comparisons(found)}
    if len(lacking) == 1 and (same := lacking.pop()):
        told.append(same)
    else:
        told += [_compared(lane, compared) for lane, compared in comparisons(found)]
    return " ".join([*told, also_words(found.others), CAUTION])


def _sides(found: BeforeAfter) -> str:
    said = f"{found.length} days on each side"
    return f"{said}, {counted(found.settling_in, 'day')} of settling in left out" if found.settling_in else said


def _compared(lane: Lane, compared: Comparison) -> str:
    if compared.not_enough:
        return f"{lane.name}: {compared.not_enough[0].lower()}{compared.not_enough[1:]}"
    before, after = compared.before, compared.after
    return (
        f"{lane.name}{' (regions)' if lane.key == 'spread' else ''}: median {figures(before)} on {before.logged} of "
        f"{len(before.days)} days before, {figures(after)} on {after.logged} of {len(after.days)} days after: "
        f"{change_words(compared, _thing(lane))}."
    )


def _thing(lane: Lane) -> str:
    return "region" if lane.key == "spread" else "point"


def before_after_table(found: BeforeAfter, begins: date | None = None) -> Table:
    """The figures of both sides and the change, then a row a day."""
    told = comparisons(found)
    before, after = f"{found.length} days before", f"{found.length} days after"
    rows: list[Sequence[str]] = [
        (before, "median (range)", *(figures(each.before) for _, each in told)),
        (before, "days logged", *(days_words(each.before) for _, each in told)),
        (after, "median (range)", *(figures(each.after) for _, each in told)),
        (after, "days logged", *(days_words(each.after) for _, each in told)),
        (
            "Change",
            "after minus before",
            *(change_words(each, _thing(lane)) or "Not enough days" for lane, each in told),
        ),
    ]
    rows += [_day_row(found, day, row) for day, row in zip(found.whole, _by_day(found, begins), strict=True)]
    units = ("", "", *("" if lane.key == "spread" else RATED for lane, _ in told))
    return Table(("Day", "Part", *(lane.name for lane, _ in told)), tuple(tuple(row) for row in rows), units)


def _by_day(found: BeforeAfter, begins: date | None) -> Sequence[Sequence[str]]:
    return [(row[0], row[1], *row[3:6]) for row in timeline_table(found.days, found.whole, begins=begins).rows]


def _day_row(found: BeforeAfter, day: date, row: Sequence[str]) -> Sequence[str]:
    when, *answers, _ = row
    return when, found.part_of(day), *(answers if day <= found.until else [NOT_YET.capitalize()] * len(answers))


def between(found: BeforeAfter) -> str:
    """What the days between the sides are: those of a treatment that has begun settle in, all are left out."""
    return f"settling in, {LEFT_OUT}" if found.pivot.what == "started" and found.settling_in else LEFT_OUT


def before_after_day(found: BeforeAfter, day: date, begins: date | None = None) -> str:
    """What is said of a day: 'Mon 16 Nov, after: worst pain 6, fatigue 6, 13 regions'."""
    part = found.part_of(day)
    if day == found.pivot.day:
        part = found.pivot.said
    elif part == LEFT_OUT:
        part = between(found)
    summary = next((each for each in found.days if each.day == day), None)
    year = found.whole.start.year != found.whole.end.year
    when, _, told = day_sentence(day, summary, year=year, begins=begins).partition(": ")
    return f"{when}, {part.replace(': ', ' ')}: {NOT_YET if day > found.until else told}"


def before_after_lead(found: BeforeAfter) -> str:
    """How complete the days are: '22 of 29 days logged around 8 Oct 2026', and whether some are still to come."""
    told = f"{logged(found.days, found.whole)} around {day_text(found.pivot.day, year=True)}"
    return f"{told}, some still to come" if found.after.end > found.until else told
