"""What region by day shows: which regions in which order, and what was rated in each day, week or 30 days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.summary import DaySummary, by_burden, places, within

Order = Literal["burden", "body"]
"""The most pain first (by the sum of ratings), or from head to foot."""
STEPS = (1, 7, 30)
"""Days that a column can have."""
BY_DAY, BY_WEEK = 100, 1100
"""The longest periods, in days, with a column for each day and each week: beyond, their figures have no room."""


@dataclass(frozen=True)
class RegionDays:
    """Regions by columns of days. `logged` and `mapped` count the days of each column.

    `given` has the ratings of each region in each column, by the region's id and the column's number, where it hurt.
    """

    names: tuple[str, ...]
    columns: tuple[Period, ...]
    logged: tuple[int, ...]
    mapped: tuple[int, ...]
    given: Mapping[tuple[str, int], Sequence[int]]

    @property
    def daily(self) -> bool:
        """Whether a column is a day."""
        return len(self.columns[0]) == 1


def column_days(period: Period) -> int:
    """Days in a column, where the room for its figures is not asked for: 1, 7 or 30."""
    return 1 if len(period) <= BY_DAY else 7 if len(period) <= BY_WEEK else 30


def columns_of(period: Period, step: int | None = None) -> tuple[Period, ...]:
    """The columns of a period, of `step` days or as many as `column_days` says; the last one may be short."""
    step, last = step or column_days(period), len(period) - 1
    starts = range(0, len(period), step)
    return tuple(Period(period.start + timedelta(n), period.start + timedelta(min(n + step - 1, last))) for n in starts)


def shown_regions(
    days: Sequence[DaySummary], period: Period, rows: int | None = None, order: Order = "burden"
) -> list[str]:
    """The regions that hurt in the period, or as many of those with most pain, in that order."""
    chosen = by_burden(places(within(days, period)))[:rows]
    return chosen if order == "burden" else [name for name in regions() if name in chosen]


def region_days(
    days: Sequence[DaySummary], period: Period, names: Sequence[str], step: int | None = None
) -> RegionDays:
    """The ratings of these regions in columns of `step` days; `days` are logged days of the period."""
    step = step or column_days(period)
    columns, start = columns_of(period, step), period.start.toordinal()
    logged, mapped = [0] * len(columns), [0] * len(columns)
    given: dict[tuple[str, int], list[int]] = {}
    wanted = frozenset(names)
    for day in days:
        n = (day.day.toordinal() - start) // step
        logged[n] += 1
        if day.regions is None:
            continue
        mapped[n] += 1
        for name, intensity in day.regions.items():
            if name in wanted:
                given.setdefault((name, n), []).append(intensity)
    return RegionDays(tuple(names), columns, tuple(logged), tuple(mapped), given)
