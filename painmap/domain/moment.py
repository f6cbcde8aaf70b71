"""A moment of a day: the hour at which a check-in about that day was written, and what it rated."""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Moment:
    """A check-in written on the day it is about: its hour 0-23, worst pain and fatigue 0-10; None is "not answered"."""

    hour: int
    worst_pain: int | None
    fatigue: int | None


@cache
def moment_of(hour: int, worst_pain: int | None, fatigue: int | None) -> Moment:
    """The moment with these; there are only so many, so each is made once."""
    return Moment(hour, worst_pain, fatigue)
