"""Which dates stand under a date axis."""

from collections.abc import Iterator
from datetime import date, timedelta

from painmap.charts.sheet import width_of
from painmap.domain.period import Period
from painmap.domain.words import day_text, month_text

Tick = tuple[date, str]
_DAYS = (1, 2, 3)
_WEEKS = (1, 2)
_DATED = 200
"""The longest period, in days, whose axis names days."""
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50)


def date_ticks(period: Period, width: float, size: float) -> list[Tick]:
    """As many dates with labels as stand side by side on `width` points in type of that size.

    Days, then Mondays, firsts of months, and years; a single date where not even two have room.
    """
    return next(ticks for ticks in _choices(period) if ticks and _fits(ticks, period, width, size))


def _fits(ticks: list[Tick], period: Period, width: float, size: float) -> bool:
    starts = [(day - period.start).days * width / len(period) for day, _ in ticks]
    ends = [x + width_of(label, size) + 1.2 * size for x, (_, label) in zip(starts, ticks, strict=True)]
    return all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def _choices(period: Period) -> Iterator[list[Tick]]:
    if len(period) <= _DATED:
        yield from _named_days(period)
    for step in _MONTHS:
        yield _named(_firsts(period, step))
    for step in _YEARS:
        yield [(day, str(day.year)) for day in _firsts(period, 12 * step)]
    yield [(period.start, day_text(period.start, year=True))]  # always has room


def _named_days(period: Period) -> Iterator[list[Tick]]:
    monday = period.start + timedelta(-period.start.weekday() % 7)
    steps = [(period.start, step) for step in _DAYS] + [(monday, 7 * step) for step in _WEEKS]
    for first, step in steps:
        yield [(day, day_text(day)) for day in _every(first, step, period)]


def _every(first: date, step: int, period: Period) -> list[date]:
    return [first + timedelta(n) for n in range(0, (period.end - first).days + 1, step)]


def _firsts(period: Period, step: int) -> list[date]:
    """The first of every `step`-th month, counted from a January."""
    start, end = (12 * day.year + day.month - 1 for day in (period.start, period.end))
    months = range(start + -start % step, end + 1, step)
    firsts = (date(month // 12, month % 12 + 1, 1) for month in months)
    return [day for day in firsts if day in period]


def _named(firsts: list[date]) -> list[Tick]:
    """Months, with the year on each January, or on the first where there is none."""
    dated = [day for day in firsts if day.month == 1] or firsts[:1]
    return [(day, month_text(day, year=day in dated)) for day in firsts]
