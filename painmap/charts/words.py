"""What the charts say in words: sentences for those who cannot see them, and notes on how to read them."""

from collections.abc import Sequence
from datetime import date
from statistics import median

from painmap.charts.look import Look
from painmap.charts.series import LANES, Lane, step_of
from painmap.charts.table import Table
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, within
from painmap.domain.words import counted, day_text, number

NOTHING_LOGGED = "Nothing logged in these dates."
NO_ENTRY = "No entry"
NOT_ANSWERED = "Not answered"
NO_MAP = "No map"


def dates(period: Period) -> str:
    """The period: '28 Sep to 22 Nov 2026'; both years where they differ, one day where it is one."""
    if len(period) == 1:
        return day_text(period.start, year=True)
    same_year = period.start.year == period.end.year
    return f"{day_text(period.start, year=not same_year)} to {day_text(period.end, year=True)}"


def logged(days: Sequence[DaySummary], period: Period) -> str:
    """How complete the period is: '41 of 56 days logged'."""
    return f"{number(len(within(days, period)))} of {counted(len(period), 'day')} logged"


def day_sentence(day: date, summary: DaySummary | None, *, year: bool = False) -> str:
    """The figures of a day: 'Mon 16 Nov: worst pain 6, fatigue 6, 13 regions', 'Wed 14 Oct: no entry'."""
    when = day_text(day, year=year, weekday=True)
    if summary is None:
        return f"{when}: no entry"
    spread = summary.spread
    return ", ".join(
        (
            f"{when}: worst pain {_answer(summary.worst_pain)}",
            f"fatigue {_answer(summary.worst_fatigue)}",
            "no map" if spread is None else counted(spread, "region"),
        )
    )


def _answer(given: int | None) -> str:
    return NOT_ANSWERED.lower() if given is None else str(given)


def timeline_sentence(days: Sequence[DaySummary], period: Period) -> str:
    """The timeline for those who cannot see it: the days logged, the median and range of each lane."""
    days = within(days, period)
    start = f"Timeline, {dates(period)}, {logged(days, period)}."
    if not days:
        return f"{start} {NOTHING_LOGGED}"
    return " ".join([start, *(_lane_sentence(lane, days) for lane in LANES)])


def _lane_sentence(lane: Lane, days: Sequence[DaySummary]) -> str:
    given = [answer for day in days if (answer := lane.answer(day)) is not None]
    name = f"{lane.name} ({lane.unit})" if lane.key == "spread" else lane.name
    match given:
        case []:
            return f"{name}: not answered on any day."
        case [only]:
            return f"{name}: {only} on 1 day."
    low, high = min(given), max(given)
    spread = f"from {low} to {high}" if low < high else f"always {low}"
    return f"{name}: median {number(median(given))}, {spread}, on {counted(len(given), 'day')}."


def timeline_table(days: Sequence[DaySummary], period: Period) -> Table:
    """The timeline as a row a day, with the days without an entry."""
    by_day = {day.day: day for day in days}
    rows = tuple(_row(day, by_day.get(day)) for day in period)
    return Table(("Day", "Worst pain", "Fatigue", "Regions", "Map"), rows)


def _row(day: date, summary: DaySummary | None) -> tuple[str, ...]:
    when = day_text(day, year=True, weekday=True)
    if summary is None:
        return when, NO_ENTRY, NO_ENTRY, NO_ENTRY, NO_ENTRY
    pain, fatigue = (
        NOT_ANSWERED if given is None else str(given) for given in (summary.worst_pain, summary.worst_fatigue)
    )
    if summary.spread is None:
        return when, pain, fatigue, NOT_ANSWERED, NO_MAP
    return when, pain, fatigue, str(summary.spread), "Copied" if summary.carried_over else "Entered"


def timeline_note(period: Period, look: Look) -> str:
    """How to read the timeline of that period."""
    match step_of(period):
        case 1:
            dots = "Dots are days. Lines are the median of 7 days where at least 4 are logged."
        case 7:
            dots = "Lines are weekly medians where at least 4 days are logged, bands their middle half. "
            dots += "Dots are days of weeks with fewer."
        case step:
            dots = f"Lines are medians of {step} days where at least 4 are logged, bands their middle half. "
            dots += "Dots are days where there are fewer."
    if not look.on_paper:
        return f"{dots} Hatched: no entry."
    bars = " White bars: map copied. Black: no entry." if step_of(period) == 1 else ""
    return f"{dots}{bars} Dotted: the middle."
