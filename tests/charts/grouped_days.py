"""Invented days with times of writing and efforts, for the tests of charts that put days in groups."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from chart_days import END, invented_days, logged_day

from painmap.domain.about import Effort
from painmap.domain.moment import moment_of
from painmap.domain.more import MoreSummary
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary

SHOPPING = Effort("Shopping", 12, 24, 3)
HOURS = (8, 20, 13, 21)


def grouped_days(span: int) -> tuple[tuple[DaySummary, ...], Period]:
    """Invented days, each written at one of a few hours; every eleventh logged day has an effort."""
    days, period = invented_days(span)
    return tuple(_told(n, day) for n, day in enumerate(days)), period


def _told(n: int, day: DaySummary) -> DaySummary:
    moments = (moment_of(HOURS[n % len(HOURS)], day.worst_pain, day.worst_fatigue),)
    more = MoreSummary(efforts=(SHOPPING,)) if n % 11 == 3 else day.more
    return replace(day, moments=moments, more=more)


def days_of(rated: Iterable[tuple[int | None, int | None]], efforts: Iterable[int] = ()) -> tuple[DaySummary, ...]:
    """Days that end with END, oldest first, by worst pain and fatigue; those with these numbers have an effort."""
    rated, efforts = tuple(rated), set(efforts)
    days = (logged_day(END - timedelta(len(rated) - 1 - n), *each) for n, each in enumerate(rated))
    effort = MoreSummary(efforts=(SHOPPING,))
    return tuple(replace(day, more=effort) if n in efforts else day for n, day in enumerate(days))
