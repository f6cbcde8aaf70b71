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
LEFT_OUT = "left out"
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


@dataclass(frozen=True)
class Pivot:
    """A day with days before and after it: a treatment began or stopped, or an event began.

    `id` is that of the treatment or event, `what` is 'started' or 'stopped', or empty for an event.
    """

    id: str
    day: date
    name: str
    what: str = ""

    @property
    def said(self) -> str:
        """'Duloxetine started'; an event by its name."""
        return f"{self.name} {self.what}".rstrip()


@dataclass(frozen=True)
class BeforeAfter:
    """What was recorded around a pivot: the logged days of both sides and between, and what else changed in them.

    `until` is the last day of which anything can be known. The pivot itself and the days of settling in belong to
    neither side.
    """

    pivot: Pivot
    length: int
    settling_in: int
    until: date
    days: tuple[DaySummary, ...]
    worst_pain: Comparison
    fatigue: Comparison
    spread: Comparison
    others: tuple[tuple[date, str], ...]

    @property
    def before(self) -> Period:
        """The days before the pivot."""
        return self.worst_pain.before.days

    @property
    def after(self) -> Period:
        """The days after the pivot and the settling-in."""
        return self.worst_pain.after.days

    @property
    def whole(self) -> Period:
        """Both sides and what lies between them."""
        return Period(self.before.start, self.after.end)

    def part_of(self, day: date) -> str:
        """'before', 'after', or 'left out'."""
        return "before" if day in self.before else "after" if day in self.after else LEFT_OUT


def pivots(treatments: Iterable[Treatment], events: Iterable[Event], until: date) -> tuple[Pivot, ...]:
    """The starts and stops of treatments, then the events, each the newest first; none that is still to come."""
    treatments = tuple(treatments)
    found = [Pivot(each.id, each.start, each.name, "started") for each in treatments]
    found += [Pivot(each.id, each.stop, each.name, "stopped") for each in treatments if each.stop is not None]
    found.sort(key=_newest_first)
    happened = sorted((Pivot(event.id, event.start, event.name) for event in events), key=_newest_first)
    return tuple(pivot for pivot in (*found, *happened) if pivot.day <= until)


def before_and_after(
    days: Iterable[DaySummary],
    pivot: Pivot,
    treatments: Iterable[Treatment],
    events: Iterable[Event],
    until: date,
    *,
    length: int = LENGTH,
    settling_in: int = 0,
) -> BeforeAfter:
    """Both sides of a pivot, in worst pain, fatigue and spread. Raises ValueError as `compare` does."""
    before, after = sides(pivot.day, length, settling_in)
    whole = Period(before.start, after.end)
    days = within(days, whole)
    others = list(other_changes(treatments, events, whole))
    own = (pivot.day, pivot.said)
    if own in others:
        others.remove(own)
    pain, fatigue, spread = (
        compare(days, pivot.day, value, length=length, settling_in=settling_in)
        for value in (_worst_pain, _worst_fatigue, _spread)
    )
    return BeforeAfter(pivot, length, settling_in, until, days, pain, fatigue, spread, tuple(others))


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


def _newest_first(pivot: Pivot) -> tuple[int, str, str]:
    return -pivot.day.toordinal(), pivot.name.casefold(), pivot.what


def _worst_pain(day: DaySummary) -> int | None:
    return day.worst_pain


def _worst_fatigue(day: DaySummary) -> int | None:
    return day.worst_fatigue


def _spread(day: DaySummary) -> int | None:
    return day.spread
