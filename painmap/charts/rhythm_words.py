"""Rhythm in words: sentences, tables, notes, and what is said where there are not enough days."""

from collections.abc import Sequence

from painmap.charts.groups_words import HEADINGS, HOW_TO_READ, group_cells, groups_told
from painmap.charts.table import RATED, Table
from painmap.charts.words import NOTHING_LOGGED, dates, logged
from painmap.domain.groups import Asked, Group
from painmap.domain.period import Period
from painmap.domain.rhythm import NEEDED_DAYS, by_time, by_weekday
from painmap.domain.summary import DaySummary, within

WEEKDAY_NOTE = HOW_TO_READ
TIME_NOTE = (
    f"{HOW_TO_READ} From check-ins written on the day itself: of each day its worst rating at that time. "
    "Not every day is in every time."
)

_UNITS = ("", RATED, RATED, "")


def missing(days: Sequence[DaySummary], groups: Sequence[Group], asked: Asked) -> str:
    """Why there is no rhythm to draw from these logged days in these groups; empty where there is."""
    if not days:
        return NOTHING_LOGGED
    if len(days) < NEEDED_DAYS:
        return f"Not enough days: a rhythm needs {NEEDED_DAYS} logged days, this period has {len(days)}."
    if any(group.ratings for group in groups):
        return ""
    if all(asked.of(day) is None for day in days):
        return f"{asked.words.capitalize()} was not answered in these dates."
    return f"No {asked.words} was rated on the day itself in these dates, only later."


def weekday_title(asked: Asked) -> str:
    """What the chart is called: 'Worst pain by weekday'."""
    return f"{asked.words.capitalize()} by weekday"


def time_title(asked: Asked) -> str:
    """What the chart is called: 'Worst pain by time of day'."""
    return f"{asked.words.capitalize()} by time of day"


def weekday_sentence(days: Sequence[DaySummary], period: Period, asked: Asked, first_weekday: int = 0) -> str:
    """The ratings of each weekday for those who cannot see them."""
    days = within(days, period)
    return _sentence(weekday_title(asked), days, period, by_weekday(days, asked, first_weekday), asked)


def time_sentence(days: Sequence[DaySummary], period: Period, asked: Asked) -> str:
    """The ratings of each time of day for those who cannot see them."""
    days = within(days, period)
    return _sentence(time_title(asked), days, period, by_time(days, asked), asked)


def _sentence(title: str, days: Sequence[DaySummary], period: Period, groups: Sequence[Group], asked: Asked) -> str:
    start = f"{title}, {dates(period)}, {logged(days, period)}."
    return f"{start} {missing(days, groups, asked) or f'{groups_told(groups, asked)}.'}"


def weekday_table(days: Sequence[DaySummary], period: Period, asked: Asked, first_weekday: int = 0) -> Table:
    """A row for each weekday; none where there are not enough days."""
    days = within(days, period)
    groups = by_weekday(days, asked, first_weekday)
    shown = () if missing(days, groups, asked) else groups
    rows = tuple((group.name, *group_cells(group)) for group in shown)
    return Table(("Weekday", *HEADINGS), rows, ("", *_UNITS))


def time_table(days: Sequence[DaySummary], period: Period, asked: Asked) -> Table:
    """A row for each time of day; none where there are not enough days."""
    days = within(days, period)
    groups = by_time(days, asked)
    shown = () if missing(days, groups, asked) else groups
    rows = tuple((group.name, group.sort, *group_cells(group)) for group in shown)
    return Table(("Time of day", "Hours", *HEADINGS), rows, ("", "", *_UNITS))
