"""Invented logged days for the tests of the charts."""

from datetime import date
from functools import cache
from math import sin
from random import Random

from painmap.domain.more import Rating
from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.summary import DaySummary

END = date(2026, 11, 22)


def logged_day(
    day: date,
    pain: int | None = 6,
    fatigue: int | None = 5,
    places: dict[str, int] | None = None,
    copied: bool = False,
) -> DaySummary:
    return DaySummary(
        day=day,
        check_ins=1,
        worst_pain=pain,
        overall=None if pain is None else Rating(pain, pain),
        fatigue=None if fatigue is None else Rating(fatigue, fatigue),
        regions=places,
        qualities={},
        swollen=frozenset(),
        carried_over=copied,
        entered_later=False,
        corrected=0,
    )


@cache
def invented_days(span: int, seed: int = 1, share: float = 0.78) -> tuple[tuple[DaySummary, ...], Period]:
    """Days with gaps, real zeros, days without a map or fatigue and copied maps, and the period they are in."""
    random, period = Random(seed), Period.last(span, until=END)
    names, days, away = list(regions()), [], 0
    chosen = random.sample(names, 19)
    for n, day in enumerate(period):
        away = away - 1 if away > 0 else random.choice((3, 4, 6)) if random.random() < 0.03 else 0
        if (away or random.random() > share + 0.1) and span > 1:
            continue
        level = 5.5 + 2 * sin(n / 40) + random.gauss(0, 1.2)
        pain = 0 if random.random() < 0.02 else min(10, max(1, round(level)))
        hurting = [name for k, name in enumerate(chosen) if random.random() < 0.95 - k * 0.04]
        places = {name: min(10, max(1, pain - random.choice((0, 0, 1, 1, 2, 3)))) for name in hurting if pain}
        no_map, no_fatigue = random.random() < 0.06, random.random() < 0.07
        fatigue = None if no_fatigue else min(10, max(0, round(level + random.gauss(0.5, 1))))
        days.append(logged_day(day, pain, fatigue, None if no_map else places, random.random() < 0.15))
    return tuple(days), period
