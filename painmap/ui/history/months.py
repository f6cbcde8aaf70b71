"""Calendar arithmetic: the days a month's page shows, and the same day of another month."""

from calendar import monthrange
from datetime import date, timedelta

from painmap.domain.period import Period

WEEKS = 6
EARLIEST = date(1900, 1, 1)
"""The first day that the calendar goes back to."""


def month_of(day: date) -> Period:
    """The whole month of a day."""
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def shown_days(day: date, week_starts: int) -> list[date]:
    """The six weeks that hold the month of a day, from the first weekday (0 is Monday, 6 is Sunday)."""
    first = day.replace(day=1)
    start = first - timedelta((first.weekday() - week_starts) % 7)
    return [start + timedelta(n) for n in range(WEEKS * 7)]


def moved_months(day: date, months: int) -> date:
    """The same day of another month, or its last day where it is shorter; never before EARLIEST."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if date(year, month + 1, 1) < EARLIEST:
        return EARLIEST
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
