"""Before and after a day, such as the start of a treatment: what was recorded on both sides, and never why."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from painmap.domain.event import Event
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, within
from painmap.domain.treatment import Treatment

LENGTH = 14
SHORTEST = 7
ENOUGH = 5
"""Days of each side that have the answer."""
CAUTION = (
    "This shows what was recorded, not what caused it. Pain varies by itself, and people often start a treatment at a "
    "bad time, so that the days after it tend to be better anyway (regression to the mean)."
)


@dataclass(frozen=True)
class Part:
    """One side: its days, how many of them have the answer, and what was answered (None where none was)."""

    days: Period
    logged: int
    median: float | None
    lowest: int | None
    highest: int | None

    @property
    def missing(self) -> int:
        """Days of this side without the answer."""
        return len(self.days) - self.logged


@dataclass(frozen=True)
class Comparison:
    """Both sides of `pivot`. `points` and `percent` are after minus before; lower is a minus.

    None where there are not enough days; `percent` also where the median before was 0.
    """

    pivot: date
    settling_in: int
    before: Part
    after: Part
    others: tuple[str, ...] = ()
    """What else began, stopped, paused or happened in these days, in the order of time."""

    @property
    def not_enough(self) -> str:
        """What is missing, such as 'Not enough days: 4 of 14 logged before.'; empty where nothing is."""
        lacking = [
            f"{part.logged} of {len(part.days)} logged {side}"
            for side, part in (("before", self.before), ("after", self.after))
            if part.logged < ENOUGH
        ]
        return f"Not enough days: {', '.join(lacking)}." if lacking else ""

    @property
    def points(self) -> float | None:
        """By how many points the median differs."""
        if self.not_enough or self.before.median is None or self.after.median is None:
            return None
        return self.after.median - self.before.median

    @property
    def percent(self) -> int | None:
        """By how many percent of the median before, rounded half away from zero."""
        if self.points is None or not self.before.median:
            return None
        share = abs(self.points) * 100 / self.before.median
        return int(share + 0.5) * (-1 if self.points < 0 else 1)


def compare(
    days: Iterable[DaySummary],
    pivot: date,
    value: Callable[[DaySummary], int | None],
    *,
    length: int = LENGTH,
    settling_in: int = 0,
    others: tuple[str, ...] = (),
) -> Comparison:
    """The `length` days before the pivot and as many after it and the days of settling in; the pivot is left out.

    Raises ValueError for fewer than 7 days a side, or a settling-in below 0.
    """
    if length < SHORTEST:
        raise ValueError(f"each side needs at least {SHORTEST} days, got {length}")
    if settling_in < 0:
        raise ValueError(f"the settling-in is at least 0 days, got {settling_in}")
    before, after = sides(pivot, length, settling_in)
    days = tuple(days)
    return Comparison(pivot, settling_in, _part(days, before, value), _part(days, after, value), others)


def sides(pivot: date, length: int = LENGTH, settling_in: int = 0) -> tuple[Period, Period]:
    """The days before and the days after."""
    first = pivot + timedelta(settling_in + 1)
    return Period.last(length, until=pivot - timedelta(1)), Period(first, first + timedelta(length - 1))


def other_changes(
    treatments: Iterable[Treatment], events: Iterable[Event], whole: Period, about: Treatment | None = None
) -> tuple[tuple[date, str], ...]:
    """What else changed in these days: each day with what began, stopped, paused or happened, in order."""
    found: list[tuple[date, str]] = []
    for each in treatments:
        own = about is not None and each.id == about.id
        if not own:
            found.append((each.start, f"{each.name} started"))
        if each.stop is not None:
            found.append((each.stop, f"{each.name} stopped"))
        found.extend((pause.start, f"{each.name} paused") for pause in each.pauses)
        found.extend((pause.end + timedelta(1), f"{each.name} taken up again") for pause in each.pauses)
    happened = [event for event in events if event.start <= whole.end and (event.end or event.start) >= whole.start]
    found.extend((max(event.start, whole.start), event.name) for event in happened)
    return tuple(sorted((day, what) for day, what in found if day in whole))


def _part(days: Sequence[DaySummary], side: Period, value: Callable[[DaySummary], int | None]) -> Part:
    given = [answer for day in within(days, side) if (answer := value(day)) is not None]
    if not given:
        return Part(side, 0, None, None, None)
    return Part(side, len(given), median(given), min(given), max(given))
