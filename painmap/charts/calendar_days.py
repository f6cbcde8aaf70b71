"""What a calendar shows: which days, in which months and weeks, and which rating of each."""

from datetime import date, timedelta
from enum import Enum

from painmap.domain.period import Period
from painmap.domain.summary import DaySummary

MOST_SIDE_BY_SIDE = 24
"""The most months that follow each other freely; more of them stand as a row a year, January to December."""


class DayRating(Enum):
    """What of a day the calendar shows: its highest rating, 0 to 10."""

    WORST_PAIN = "worst pain"
    FATIGUE = "fatigue"

    def of(self, day: DaySummary) -> int | None:
        """The rating of a day; None is "not answered"."""
        return day.worst_pain if self is DayRating.WORST_PAIN else day.worst_fatigue

    def copied(self, day: DaySummary) -> bool:
        """Whether the rating comes from a map that was copied."""
        return self is DayRating.WORST_PAIN and day.carried_over


def shown_days(period: Period, today: date) -> Period | None:
    """The days of the period up to today; None where all of it is still to come."""
    return Period(period.start, min(period.end, today)) if period.start <= today else None


def months_of(period: Period) -> tuple[Period, ...]:
    """The months of a period, the first and the last as far as they lie in it."""
    found, start = [], period.start
    while start <= period.end:
        following = (start.replace(day=1) + timedelta(32)).replace(day=1)
        found.append(Period(start, min(period.end, following - timedelta(1))))
        start = following
    return tuple(found)


def week_of(day: date, first_weekday: int) -> date:
    """The day with which the week of a day begins; 0 is Monday."""
    return day - timedelta((day.weekday() - first_weekday) % 7)


def weeks_of(month: Period, first_weekday: int) -> int:
    """How many rows of weeks hold these days."""
    return (month.end - week_of(month.start, first_weekday)).days // 7 + 1


def has_years(period: Period) -> bool:
    """Whether the months of the period stand as a row a year."""
    return len(months_of(period)) > MOST_SIDE_BY_SIDE
