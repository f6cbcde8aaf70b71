"""The days after an effort in words: a sentence, a table with what was noted, and what is said when pointing."""

from collections.abc import Hashable, Sequence
from datetime import date

from painmap.charts.groups_words import HEADINGS, HOW_TO_READ, group_cells, group_told, groups_told
from painmap.charts.table import Table
from painmap.charts.words import NOT_ANSWERED, NOTHING_LOGGED, dates, logged
from painmap.domain.about import Effort
from painmap.domain.effort_days import NEEDED_DAYS, EffortDay, after_effort, effort_days, efforts_reaching
from painmap.domain.event import Event
from painmap.domain.groups import Asked, Group
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, within
from painmap.domain.words import counted, day_text

NO_EFFORT = "No effort was noted in these dates."
NO_EFFORT_HINT = '"Worse after effort" in More about today, or a busy day marked as an event, puts one here.'
NOTE = (
    f"{HOW_TO_READ} Other days, in outline, have a scale of their own. "
    'An effort (triangle) is a day with "Worse after effort" noted, or a busy day marked as an event (hollow). '
    "A day counts once, for the latest effort. This shows what was recorded, not a cause."
)
_HEADINGS = ("What was noted", "Worse after (hours)", "Lasted (hours)", "Severity (0 to 4)")


def effort_title(asked: Asked) -> str:
    """What the chart is called: 'Fatigue after an effort'."""
    return f"{asked.words.capitalize()} after an effort"


def missing(days: Sequence[DaySummary], efforts: Sequence[EffortDay], groups: Sequence[Group], asked: Asked) -> str:
    """Why nothing is drawn from these logged days; empty where something is."""
    if not days:
        return NOTHING_LOGGED
    if not efforts:
        return NO_EFFORT
    rated = sum(len(group) for group in groups)
    if rated < NEEDED_DAYS:
        return f"Not enough days: this needs {NEEDED_DAYS} days with {asked.words}, this period has {rated}."
    return ""


def effort_sentence(days: Sequence[DaySummary], events: Sequence[Event], period: Period, asked: Asked) -> str:
    """The ratings on and after days of an effort for those who cannot see them."""
    efforts = effort_days(days, events, period)
    groups = after_effort(days, efforts_reaching(days, events, period), period, asked)
    days = within(days, period)
    start = f"{effort_title(asked)}, {dates(period)}, {logged(days, period)}, {effort_count(efforts)}."
    lacking = missing(days, efforts, groups, asked)
    if lacking == NO_EFFORT:
        return f"{start} {NO_EFFORT} {NO_EFFORT_HINT}"
    return f"{start} {lacking or f'{groups_told(groups, asked)}.'}"


def effort_count(efforts: Sequence[EffortDay]) -> str:
    """'6 days with an effort'."""
    return f"{counted(len(efforts), 'day')} with an effort"


def effort_told(
    key: Hashable, groups: Sequence[Group], efforts: Sequence[EffortDay], asked: Asked, *, year: bool = False
) -> str:
    """What is pointed at: a group by its number from 0, or the day of an effort; nothing where it is none."""
    if isinstance(key, int):
        return group_told(groups[key], asked)
    assert isinstance(key, date)
    found = [_noted(each) for each in efforts if each.day == key]
    return f"{day_text(key, year=year, weekday=True)}: {'; '.join(found)}" if found else ""


def _noted(day: EffortDay) -> str:
    return "; ".join((*day.busy, *(_in_words(effort) for effort in day.efforts)))


def _in_words(effort: Effort) -> str:
    """'Shopping, worse 12 hours later, for 24 hours, severity 3 of 4'."""
    parts = [effort.what or "effort"]
    if effort.delay_hours is not None:
        parts.append(f"worse {counted(effort.delay_hours, 'hour')} later")
    if effort.duration_hours is not None:
        parts.append(f"for {counted(effort.duration_hours, 'hour')}")
    if effort.severity is not None:
        parts.append(f"severity {effort.severity} of 4")
    return ", ".join(parts)


def effort_table(days: Sequence[DaySummary], events: Sequence[Event], period: Period, asked: Asked) -> Table:
    """The groups, where there are days enough for them; then every effort with what was noted about it."""
    efforts = effort_days(days, events, period)
    groups = after_effort(days, efforts_reaching(days, events, period), period, asked)
    days = within(days, period)
    shown = () if missing(days, efforts, groups, asked) else groups
    rows = [_group_row(group) for group in shown]
    return Table(("Group or effort", *HEADINGS[:-1], *_HEADINGS, HEADINGS[-1]), (*rows, *_effort_rows(efforts)))


def _group_row(group: Group) -> tuple[str, ...]:
    """The rating counts, which are long, stand at the end."""
    *figures, each = group_cells(group)
    return group.name, *figures, *("",) * len(_HEADINGS), each


def _effort_rows(efforts: Sequence[EffortDay]) -> list[tuple[str, ...]]:
    found = [
        (day, cells)
        for day in efforts
        for cells in (*((name, "", "", "") for name in day.busy), *(_cells(each) for each in day.efforts))
    ]
    before = ("",) * (len(HEADINGS) - 1)
    return [(f"Effort on {day_text(day.day, year=True, weekday=True)}", *before, *cells, "") for day, cells in found]


def _cells(effort: Effort) -> tuple[str, ...]:
    answers = (effort.delay_hours, effort.duration_hours, effort.severity)
    return effort.what or NOT_ANSWERED, *(NOT_ANSWERED if each is None else str(each) for each in answers)
