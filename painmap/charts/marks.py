"""What stands with the days of a timeline: what was tried, what happened, appointments and flares."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from painmap.domain.contents import Contents
from painmap.domain.event import Appointment, Event
from painmap.domain.once import once
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary
from painmap.domain.tried import Tried, tried
from painmap.domain.words import day_text, month_text

_DATED = 330
"""The longest period, in days, in which starts and stops are told by the day and not by the month."""


@dataclass(frozen=True)
class Marks:
    """What was tried, in the order of importance; events, appointments, and stretches of days told as a flare."""

    tried: tuple[Tried, ...] = ()
    events: tuple[Event, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    flares: tuple[Period, ...] = ()


NO_MARKS = Marks()


def marks_of(records: Contents, days: Sequence[DaySummary], period: Period) -> Marks:
    """What stands with the days of a period; events and appointments in the order of time."""
    happened = (event for event in records.events if event.start <= period.end and lasted(event).end >= period.start)
    visits = (each for each in records.appointments if each.day in period)
    return Marks(
        tried(records.treatments, records.uses, period),
        tuple(sorted(happened, key=lambda event: (event.start, event.name))),
        tuple(sorted(visits, key=lambda each: (each.day, each.with_whom))),
        flares_of(days),
    )


@once
def flares_of(days: Sequence[DaySummary]) -> tuple[Period, ...]:
    """The stretches of logged days that were told as a flare, none of them over a day without an entry."""
    found: list[Period] = []
    for day in days:
        if not day.more.flare:
            continue
        if found and found[-1].end == day.day - timedelta(1):
            found[-1] = Period(found[-1].start, day.day)
        else:
            found.append(Period(day.day, day.day))
    return tuple(found)


def lasted(event: Event) -> Period:
    """The days of an event; the first one where no end was given."""
    return Period(event.start, event.end or event.start)


def within_period(event: Event, period: Period) -> tuple[date, date | None]:
    """The first day of an event in the period, and the last one where it lasts longer than a day."""
    days = lasted(event)
    start, end = max(days.start, period.start), min(days.end, period.end)
    return start, end if len(days) > 1 else None


def across(day: date, period: Period, width: float, share: float = 0.0) -> float:
    """Where a day begins, or a share of it later, in points from the start of the period."""
    return ((day - period.start).days + share) * width / len(period)


def when(day: date, period: Period) -> str:
    """A start or stop as it is told in a period of that length: '29 Oct', 'Oct 2026'."""
    return day_text(day) if len(period) <= _DATED else month_text(day)


def times(each: Tried, period: Period) -> str:
    """When it began and stopped, where that is in the period: 'from 29 Oct', 'to 18 Oct', '3 Oct to 18 Oct'."""
    start, stop = each.treatment.start, each.treatment.stop
    began = period.start < start <= period.end
    stopped = stop is not None and period.start <= stop < period.end
    if began and stopped and stop is not None:
        first, last = when(start, period), when(stop, period)
        return first if first == last else f"{first} to {last}"
    if stopped and stop is not None:
        return f"to {when(stop, period)}"
    return f"from {when(start, period)}" if began else ""
