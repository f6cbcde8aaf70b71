"""Coming closer to a stretch of days, seeing more around it, and going along: each gives another period."""

from datetime import date, timedelta

from painmap.domain.period import Period

CLOSEST = 7
"""Days that a period keeps however close one comes."""


def closer(period: Period, around: date | None = None) -> Period:
    """Half the days, in the middle of which `around` stands as nearly as it can; at least 7, if there were as many."""
    length = max(min(CLOSEST, len(period)), len(period) // 2)
    middle = around if around is not None and around in period else period.start + timedelta(len(period) // 2)
    return _held(middle - timedelta(length // 2), length, period)


def wider(period: Period, limits: Period) -> Period:
    """Twice the days with the same middle, not beyond the limits; the period itself where it holds all of them."""
    return _within(period.start - timedelta(len(period) // 2), 2 * len(period), period, limits)


def along(period: Period, limits: Period, share: float) -> Period:
    """As many days, later by a share of their number or earlier where it is negative, not beyond the limits."""
    by = round(share * len(period)) or (1 if share > 0 else -1)
    return _within(period.start + timedelta(by), len(period), period, limits)


def _within(start: date, length: int, period: Period, limits: Period) -> Period:
    """A period may already reach beyond the limits, as 3 months of a diary of 3 days do: then these are its own."""
    reach = Period(min(limits.start, period.start), max(limits.end, period.end))
    return _held(start, min(length, len(reach)), reach)


def _held(start: date, length: int, limits: Period) -> Period:
    """That many days from `start`, moved so that they lie within the limits."""
    last = limits.end - timedelta(length - 1)
    start = max(limits.start, min(start, last))
    return Period(start, start + timedelta(length - 1))
