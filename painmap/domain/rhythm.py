"""The rhythm of the week and of the day: ratings by weekday, and by the time at which they were written."""

from collections.abc import Iterable
from dataclasses import dataclass

from painmap.domain.groups import Asked, Group
from painmap.domain.once import once
from painmap.domain.summary import DaySummary
from painmap.domain.words import LONG_WEEKDAYS, WEEKDAYS

NEEDED_DAYS = 14
"""Logged days that a period needs before a rhythm is shown."""
_HOURS = 24


@dataclass(frozen=True)
class TimeOfDay:
    """A part of the day from one full hour up to another, which may lie after midnight."""

    name: str
    start: int
    end: int

    @property
    def hours(self) -> str:
        """Its hours in words: '23:00 to 5:00'."""
        return f"{self.start}:00 to {self.end}:00"

    def __contains__(self, hour: int) -> bool:
        return (hour - self.start) % _HOURS < (self.end - self.start) % _HOURS


TIMES = (
    TimeOfDay("Morning", 5, 11),
    TimeOfDay("Midday", 11, 17),
    TimeOfDay("Evening", 17, 23),
    TimeOfDay("Night", 23, 5),
)


@once
def by_weekday(days: Iterable[DaySummary], asked: Asked, first_weekday: int = 0) -> tuple[Group, ...]:
    """A group for each weekday, beginning with `first_weekday` (0 is Monday)."""
    found: list[list[int]] = [[] for _ in LONG_WEEKDAYS]
    for day in days:
        if (rating := asked.of(day)) is not None:
            found[day.day.weekday()].append(rating)
    order = [(first_weekday + n) % len(found) for n in range(len(found))]
    return tuple(Group(LONG_WEEKDAYS[n], tuple(found[n]), short=WEEKDAYS[n]) for n in order)


@once
def by_time(days: Iterable[DaySummary], asked: Asked) -> tuple[Group, ...]:
    """A group for each time of day, from check-ins written on the day they are about.

    A day counts once in each time in which it was rated, with the worst rating then.
    """
    days = tuple(days)
    return tuple(Group(time.name, tuple(_worst_then(days, asked, time)), time.hours) for time in TIMES)


def _worst_then(days: Iterable[DaySummary], asked: Asked, time: TimeOfDay) -> Iterable[int]:
    for day in days:
        given = [rating for each in day.moments if each.hour in time and (rating := asked.at(each)) is not None]
        if given:
            yield max(given)
