"""Widespread pain in figures: the counts of published rules for a day, beside their thresholds, and never a verdict.

Sources, windows and conventions are those of the project's clinical reference: the index day and the six days before
it, a region being painful where any entry has it, elbows, hands, knees and feet counting nowhere in the strict index.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from operator import attrgetter
from statistics import median

from painmap.domain.once import once
from painmap.domain.period import Period
from painmap.domain.regions import Region, regions
from painmap.domain.review import BACK, LONGEST, SSS, WeeklyReview, in_force
from painmap.domain.summary import DaySummary, within

DAYS = 7
"""Days of the window, the index day included."""
BODY_REGIONS = ("left-upper", "right-upper", "left-lower", "right-lower", "axial")
"""The five regions of Wolfe, Semin Arthritis Rheum 2016;46:319-329."""
DISTRIBUTION = ("left", "right", "above", "below", "axis")
"""What has to hurt by Wolfe, Arthritis Rheum 1990;33:160-172: both sides, above and below the waist, the axis."""
_CATEGORIES = ((3, "none"), (7, "mild"), (11, "moderate"), (19, "severe"), (31, "very severe"))


@dataclass(frozen=True)
class Counts:
    """The figures for one day. None is "incomplete" or "no data", and `missing` names what lacks.

    `missing` has "check_ins" (no entry in the window), "regions" (entries, but none with a map), "review" (no weekly
    review that counts) or the names of the symptom items without an answer.
    """

    day: date
    days_logged: int
    wpi: int | None
    wpi_areas: tuple[str, ...] | None
    wpi_inclusive: int | None
    sss: int | None
    psd: int | None
    psd_category: str | None
    acr2016_regions: int | None
    acr2016_region_names: tuple[str, ...] | None
    aapt_sites: int | None
    acr1990_widespread: bool | None
    icd11_regions: int | None
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Week:
    """Seven days up to `end`: WPI and body regions over them, the median spread of days with a map, days logged.

    `sss` is that of the weekly review that counts for `end`; `reviewed` says whether there is one, so that a sum that
    lacks an answer can be told from a week without a review.
    """

    end: date
    days_logged: int
    wpi: int | None
    spread: float | None
    sss: int | None = None
    reviewed: bool = False
    acr2016_regions: int | None = None

    @property
    def psd(self) -> int | None:
        """WPI and SSS added up, 0-31; None where either lacks."""
        return None if self.wpi is None or self.sss is None else self.wpi + self.sss


def counts(day: date, days: Iterable[DaySummary], reviews: Iterable[WeeklyReview]) -> Counts:
    """The figures for a day, from the days logged in its window and the review that counts for it."""
    logged = within(days, window(day))
    painful = _painful(logged)
    review = in_force(reviews, day)
    sss = review.sss.total if review else None
    areas = None if painful is None else _named(painful, "wpi_area")
    hurting = () if painful is None else _named(painful, "body_region")
    names = None if painful is None else tuple(name for name in BODY_REGIONS if name in hurting)
    psd = None if areas is None or sss is None else len(areas) + sss
    return Counts(
        day=day,
        days_logged=len(logged),
        wpi=None if areas is None else len(areas),
        wpi_areas=areas,
        wpi_inclusive=_count(painful, "wpi_area_inclusive"),
        sss=sss,
        psd=psd,
        psd_category=None if psd is None else psd_category(psd),
        acr2016_regions=None if names is None else len(names),
        acr2016_region_names=names,
        aapt_sites=_count(painful, "aapt_site"),
        acr1990_widespread=None if painful is None else _distribution(painful) == DISTRIBUTION,
        icd11_regions=_count(painful, "icd11_region"),
        missing=_missing(logged, painful, review.sss if review else None),
    )


def window(day: date) -> Period:
    """The seven days that count for a day."""
    return Period.last(DAYS, until=day)


def psd_category(psd: int) -> str:
    """None 0-3, mild 4-7, moderate 8-11, severe 12-19, very severe 20-31 (Wolfe, J Rheumatol 2015;42:1494)."""
    return next(name for highest, name in _CATEGORIES if psd <= highest)


@once
def by_week(days: Iterable[DaySummary], period: Period, reviews: Iterable[WeeklyReview] = ()) -> tuple[Week, ...]:
    """The whole weeks of a period, counted back from its last day, in order."""
    number, last = len(period) // DAYS, period.end.toordinal()
    logged: list[list[DaySummary]] = [[] for _ in range(number)]
    for day in within(days, period):
        back = (last - day.day.toordinal()) // DAYS
        if back < number:
            logged[back].append(day)
    reviews = sorted(reviews, key=lambda review: review.week_ending)
    review_ends = [review.week_ending for review in reviews]
    weeks = []
    for n in reversed(range(number)):
        end = period.end - timedelta(DAYS * n)
        near = slice(bisect_left(review_ends, end - LONGEST), bisect_right(review_ends, end + BACK))
        weeks.append(_week(end, logged[n], in_force(reviews[near], end)))
    return tuple(weeks)


def _week(end: date, logged: Sequence[DaySummary], review: WeeklyReview | None) -> Week:
    maps = [day.regions for day in logged if day.regions is not None]
    hurting = set[str]().union(*maps) if maps else None
    return Week(
        end,
        len(logged),
        wpi=_how_many(hurting, "wpi_area"),
        spread=median(map(len, maps)) if maps else None,
        sss=review.sss.total if review else None,
        reviewed=review is not None,
        acr2016_regions=_how_many(hurting, "body_region"),
    )


def _painful(logged: Sequence[DaySummary]) -> tuple[Region, ...] | None:
    """The regions that hurt on any of these days, in body order; None where no day has a map."""
    maps = [day.regions for day in logged if day.regions is not None]
    if not maps:
        return None
    hurting = set[str]().union(*maps)
    return tuple(region for name, region in regions().items() if name in hurting)


def _named(painful: Iterable[Region], what: str) -> tuple[str, ...]:
    """What the regions count as under one rule, each once, in body order."""
    return tuple(filter(None, dict.fromkeys(map(attrgetter(what), painful))))


def _count(painful: tuple[Region, ...] | None, what: str) -> int | None:
    return None if painful is None else len(_named(painful, what))


def _how_many(hurting: set[str] | None, what: str) -> int | None:
    """The same from names alone, which need no order to be counted."""
    return None if hurting is None else len(set(map(_column(what).__getitem__, hurting)) - {""})


@cache
def _column(what: str) -> dict[str, str]:
    """What each region counts as under one rule, by its name."""
    return {name: getattr(region, what) for name, region in regions().items()}


def distribution(day: date, days: Iterable[DaySummary]) -> tuple[str, ...] | None:
    """Which of DISTRIBUTION hurt in the window of a day; None where it has no map."""
    painful = _painful(within(days, window(day)))
    return None if painful is None else _distribution(painful)


def _distribution(painful: Iterable[Region]) -> tuple[str, ...]:
    """Sides come from regions off the axis only: two taps on the low back are not left and right."""
    painful = tuple(painful)
    found = {str(region.side) for region in painful if not region.axial} | {region.waist for region in painful}
    found |= {"axis" for region in painful if region.axial}
    return tuple(part for part in DISTRIBUTION if part in found)


def _missing(logged: Sequence[DaySummary], painful: object, sss: SSS | None) -> tuple[str, ...]:
    lacks = [] if painful is not None else ["regions" if logged else "check_ins"]
    return (*lacks, *(["review"] if sss is None else sss.missing))
