"""What is derived from check-ins: the summary of a day, and what many days say about each region."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, groupby, pairwise
from operator import attrgetter
from statistics import median
from types import MappingProxyType

from painmap.domain.about import NOTHING_MORE
from painmap.domain.checkin import CheckIn, Quality
from painmap.domain.moment import Moment, moment_of
from painmap.domain.more import NOTHING_MORE_SAID, ONCE, MoreSummary, Rating, more_of, more_of_one, rating_of
from painmap.domain.once import once
from painmap.domain.period import Period
from painmap.domain.regions import regions

ENOUGH_DAYS = 5
"""Days with a map, or with a region, that each half of a period needs before the halves are compared."""
OFTEN = 0.25
"""Share of the days with a map from which on a region counts as often affected."""
WINDOW = 7
NEEDED = 4


@dataclass(frozen=True, slots=True)
class DaySummary:
    """One logged day. None is "not answered"; `regions` is None where the day has no map.

    `regions` has the worst intensity (1-10) of each region over all check-ins of the day; an empty one means
    that no pain was said. `worst_pain` is the highest of all pain ratings of the day. `moments` are its check-ins
    that were written on the day itself, in order.
    """

    day: date
    check_ins: int
    worst_pain: int | None
    overall: Rating | None
    fatigue: Rating | None
    regions: Mapping[str, int] | None
    qualities: Mapping[str, frozenset[Quality]]
    swollen: frozenset[str]
    carried_over: bool
    entered_later: bool
    corrected: int
    more: MoreSummary = NOTHING_MORE_SAID
    moments: tuple[Moment, ...] = ()

    @property
    def spread(self) -> int | None:
        """How many regions hurt; None where the day has no map."""
        return None if self.regions is None else len(self.regions)

    @property
    def worst_fatigue(self) -> int | None:
        """The highest fatigue rating of the day."""
        return None if self.fatigue is None else self.fatigue.worst

    @property
    def body_regions(self) -> frozenset[str]:
        """Which of the five regions of the 2016 criteria hurt (Wolfe, Semin Arthritis Rheum 2016;46:319-329)."""
        return frozenset(regions()[name].body_region for name in self.regions or ()) - {""}


@dataclass(frozen=True, slots=True)
class Place:
    """One region over a stretch of days: on how many it hurt, of how many days with a map.

    `median` and `worst` (1-10) are over the days on which it hurt; `total` is the sum of its ratings.
    """

    days: int
    of: int
    median: float
    worst: int
    total: int

    @property
    def often(self) -> bool:
        """Whether it hurt on at least a quarter of the days with a map."""
        return self.days >= OFTEN * self.of


class Seen:
    """Why a change has no number: the place is new, gone, or was seen on too few days."""

    NEW, GONE, FEW = "new", "gone", "few"


def summarise(check_ins: Iterable[CheckIn]) -> tuple[DaySummary, ...]:
    """The logged days in order. A check-in in which nothing is said makes no day."""
    told = sorted((c for c in check_ins if not c.empty), key=attrgetter("day", "recorded_at"))
    return tuple([_day(day, list(same_day)) for day, same_day in groupby(told, key=attrgetter("day"))])


def _day(day: date, told: Sequence[CheckIn]) -> DaySummary:
    if len(told) == 1:
        return _day_of_one(told[0])
    worst = _worst(told)
    pains = [c.overall_pain for c in told if c.overall_pain is not None]
    has_map = bool(worst) or (bool(pains) and max(pains) == 0)
    return DaySummary(
        day=day,
        check_ins=len(told),
        worst_pain=max([*worst.values(), *pains], default=None),
        overall=rating_of(pains),
        fatigue=rating_of([c.fatigue for c in told if c.fatigue is not None]),
        regions=worst if has_map else None,
        qualities=_all_qualities(told),
        swollen=frozenset().union(*(c.swollen for c in told)),
        carried_over=any(c.carried_over for c in told),
        entered_later=any(c.entered_later for c in told),
        corrected=sum(c.corrected for c in told),
        more=more_of([c.about for c in told if c.about is not NOTHING_MORE]),
        moments=tuple(moment_of(c.recorded_at.hour, c.worst_pain, c.fatigue) for c in told if not c.entered_later),
    )


def _day_of_one(told: CheckIn) -> DaySummary:
    """The same for a day with a single check-in, as most are: there is nothing to put together."""
    pain, fatigue, later = told.overall_pain, told.fatigue, told.entered_later
    # By place, as DaySummary lists them: thousands of days are made here, and names take a third longer.
    return DaySummary(
        told.day,
        1,
        told.worst_pain,
        None if pain is None else ONCE[pain],
        None if fatigue is None else ONCE[fatigue],
        told.intensities if told.regions or pain == 0 else None,
        told.qualities,
        told.swollen,
        told.carried_over is not None,
        later,
        int(told.corrected),
        NOTHING_MORE_SAID if told.about is NOTHING_MORE else more_of_one(told.about),
        () if later else (moment_of(told.recorded_at.hour, told.worst_pain, fatigue),),
    )


def _worst(told: Sequence[CheckIn]) -> Mapping[str, int]:
    """The worst intensity of each region over the check-ins of a day."""
    worst: dict[str, int] = {}
    for name, intensity in chain.from_iterable(check_in.intensities.items() for check_in in told):
        worst[name] = max(worst.get(name, 0), intensity)
    return MappingProxyType(worst)


def _all_qualities(told: Sequence[CheckIn]) -> Mapping[str, frozenset[Quality]]:
    """Every quality that was chosen in each region over the check-ins of a day."""
    found: dict[str, frozenset[Quality]] = {}
    for name, given in chain.from_iterable(check_in.qualities.items() for check_in in told):
        found[name] = found.get(name, frozenset()) | given
    return MappingProxyType(found)


@once
def within(days: Iterable[DaySummary], period: Period) -> tuple[DaySummary, ...]:
    """The logged days of a period; the very same tuple where all are."""
    start, end, days = period.start, period.end, tuple(days)
    found = tuple([day for day in days if start <= day.day <= end])
    return days if len(found) == len(days) else found


@once
def halves(days: Iterable[DaySummary], period: Period) -> tuple[tuple[DaySummary, ...], tuple[DaySummary, ...]]:
    """Logged days of the earlier and of the later half of the period."""
    parts = period.halves()
    if parts is None:
        return within(days, period), ()
    days = tuple(days)
    return within(days, parts[0]), within(days, parts[1])


@once
def comparable(days: Iterable[DaySummary], period: Period) -> bool:
    """Whether each half of the period has enough days with a map to set them side by side."""
    return all(mapped(half) >= ENOUGH_DAYS for half in halves(days, period))


@once
def mapped(days: Iterable[DaySummary]) -> int:
    """How many of these days have a map."""
    return sum(day.regions is not None for day in days)


@once
def places(days: Iterable[DaySummary]) -> Mapping[str, Place]:
    """Every region that hurt on any of these days, in body order."""
    return MappingProxyType(tally(days).places())


@dataclass(frozen=True)
class Tally:
    """How often each intensity was given in each region, on `of` days with a map. Tallies of stretches add up."""

    given: Counter[tuple[str, int]]
    of: int

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.given + other.given, self.of + other.of)

    def places(self) -> dict[str, Place]:
        """Every region that was given, in body order."""
        rated: dict[str, dict[int, int]] = {}
        for (name, intensity), count in self.given.items():
            rated.setdefault(name, {})[intensity] = count
        return {name: _place(rated[name], self.of) for name in regions() if name in rated}


def tally(days: Iterable[DaySummary]) -> Tally:
    """What was given on these days."""
    maps = [day.regions for day in days if day.regions is not None]
    return Tally(Counter(chain.from_iterable(each.items() for each in maps)), len(maps))


def _place(rated: Mapping[int, int], of: int) -> Place:
    """From how often each intensity was given."""
    given = [intensity for intensity in sorted(rated) for _ in range(rated[intensity])]
    return Place(len(given), of, median(given), given[-1], sum(given))


def by_burden(found: Mapping[str, Place]) -> list[str]:
    """Regions from the highest sum of ratings to the lowest; equals in body order."""
    order = {name: n for n, name in enumerate(regions())}
    return sorted(found, key=lambda name: (-found[name].total, order[name]))


def change(before: Place | None, after: Place | None) -> float | str | None:
    """Later median minus earlier median in points; one of Seen where a number would mislead; None if never seen."""
    if before is None and after is None:
        return None
    earlier, later = (before.days if before else 0), (after.days if after else 0)
    if before and after and min(earlier, later) >= ENOUGH_DAYS:
        return after.median - before.median
    if earlier == 0 and later >= ENOUGH_DAYS:
        return Seen.NEW
    if later == 0 and earlier >= ENOUGH_DAYS:
        return Seen.GONE
    return Seen.FEW


def rolling_median(
    days: Iterable[DaySummary], period: Period, value: Callable[[DaySummary], float | None]
) -> list[float | None]:
    """Centred 7-day median for each day of the period.

    None on a day without that answer, and where fewer than 4 of the 7 days have it: no line crosses a gap.
    """
    given = {day.day: answer for day in days if (answer := value(day)) is not None}
    reach = timedelta(WINDOW // 2)
    result: list[float | None] = []
    for day in period:
        near = [given[d] for n in range(WINDOW) if (d := day - reach + timedelta(n)) in given]
        result.append(median(near) if day in given and len(near) >= NEEDED else None)
    return result


def longest_gap(days: Sequence[DaySummary], period: Period) -> int:
    """The longest run of days of the period without an entry."""
    stops = [period.start - timedelta(1), *(day.day for day in days), period.end + timedelta(1)]
    return max((b - a).days - 1 for a, b in pairwise(stops))


def quality_days(days: Iterable[DaySummary]) -> dict[Quality, int]:
    """On how many days each quality was chosen for any region, most frequent first."""
    chosen = (frozenset().union(*set(day.qualities.values())) for day in days if day.qualities)
    count = Counter(chain.from_iterable(chosen))
    order = list(Quality)
    return dict(sorted(count.items(), key=lambda item: (-item[1], order.index(item[0]))))
