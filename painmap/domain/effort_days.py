"""Days of an effort and the days after them: what was recorded, and never why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from painmap.domain.about import Effort
from painmap.domain.event import Event, EventKind
from painmap.domain.groups import Asked, Group
from painmap.domain.once import once
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, within

NEEDED_DAYS = 7
"""Days with the rating that a period needs before the days after an effort are shown."""
REACH = 3
"""Days after an effort that are looked at on their own."""
GROUPS = ("Same day", "1 day later", "2 days later", "3 days later")
OTHERS = "Other days"
_SHORT = dict(zip((OTHERS, *GROUPS), ("Others", "Same", "+1 day", "+2 days", "+3 days"), strict=True))


@dataclass(frozen=True)
class EffortDay:
    """A day of an effort: what was noted under "Worse after effort", and the names of its busy-day events."""

    day: date
    efforts: tuple[Effort, ...]
    busy: tuple[str, ...]


def busy_days(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that are a busy day."""
    return tuple(event for event in events if event.kind is EventKind.BUSY_DAY)


@once
def effort_days(days: Iterable[DaySummary], events: Iterable[Event], period: Period) -> tuple[EffortDay, ...]:
    """The days of the period with "Worse after effort", or inside a busy-day event, logged or not."""
    efforts = {day.day: day.more.efforts for day in within(days, period) if day.more.efforts}
    busy: dict[date, list[str]] = {}
    for event in busy_days(events):
        for day in _days_of(event, period):
            busy.setdefault(day, []).append(event.name)
    found = sorted(efforts.keys() | busy.keys())
    return tuple(EffortDay(day, efforts.get(day, ()), tuple(busy.get(day, ()))) for day in found)


def efforts_reaching(days: Iterable[DaySummary], events: Iterable[Event], period: Period) -> tuple[EffortDay, ...]:
    """The same with those of the days before the period that its first days may come after."""
    return effort_days(days, events, Period(period.start - timedelta(REACH), period.end))


def _days_of(event: Event, period: Period) -> Iterable[date]:
    """The days of an event that lie in the period; one without an end is a single day."""
    first, last = max(event.start, period.start), min(event.end or event.start, period.end)
    return Period(first, last) if first <= last else ()


@once
def after_effort(
    days: Iterable[DaySummary], efforts: Sequence[EffortDay], period: Period, asked: Asked
) -> tuple[Group, ...]:
    """Other days, the day of an effort, and 1, 2 and 3 days later; a day counts once, for the latest effort.

    The days are those of the period; `efforts` may lie before it.
    """
    found: dict[str, list[int]] = {name: [] for name in (OTHERS, *GROUPS)}
    known = {each.day.toordinal() for each in efforts}
    for day in within(days, period):
        if (rating := asked.of(day)) is not None:
            found[_group(day.day.toordinal(), known)].append(rating)
    return tuple(Group(name, tuple(ratings), short=_SHORT[name]) for name, ratings in found.items())


def _group(day: int, efforts: set[int]) -> str:
    later = (n for n in range(REACH + 1) if day - n in efforts)
    return next((GROUPS[n] for n in later), OTHERS)
