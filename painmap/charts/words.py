"""What several charts say in words: the period, the days logged, the figures of a day, and what is missing."""

from collections.abc import Sequence
from datetime import date

from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, within
from painmap.domain.words import counted, day_text, number

NOTHING_LOGGED = "Nothing logged in these dates."
NO_ENTRY = "No entry"
BEFORE = "Before the diary"
NOT_ANSWERED = "Not answered"
NO_MAP = "No map"


def dates(period: Period) -> str:
    """The period: '28 Sep to 22 Nov 2026'; both years where they differ, one day where it is one."""
    if len(period) == 1:
        return day_text(period.start, year=True)
    same_year = period.start.year == period.end.year
    return f"{day_text(period.start, year=not same_year)} to {day_text(period.end, year=True)}"


def missing(day: date, begins: date | None) -> str:
    """What is said of a day without an entry; `begins` is the first logged day where the period reaches before it."""
    return BEFORE if begins is not None and day < begins else NO_ENTRY


def begins_words(begins: date | None, period: Period) -> str:
    """'The diary begins 9 Nov.', with its year where the period has several; nothing where it reaches no further."""
    if begins is None:
        return ""
    return f"The diary begins {day_text(begins, year=period.start.year != period.end.year)}."


def logged(days: Sequence[DaySummary], period: Period) -> str:
    """How complete the period is: '41 of 56 days logged'."""
    return f"{number(len(within(days, period)))} of {counted(len(period), 'day')} logged"


def day_sentence(day: date, summary: DaySummary | None, *, year: bool = False, begins: date | None = None) -> str:
    """The figures of a day: 'Mon 16 Nov: worst pain 6, fatigue 6, 13 regions', 'Wed 14 Oct: no entry'."""
    when = day_text(day, year=year, weekday=True)
    if summary is None:
        return f"{when}: {missing(day, begins).lower()}"
    spread = summary.spread
    return ", ".join(
        (
            f"{when}: worst pain {_answer(summary.worst_pain)}",
            f"fatigue {_answer(summary.worst_fatigue)}",
            "no map" if spread is None else counted(spread, "region"),
        )
    )


def _answer(given: int | None) -> str:
    return NOT_ANSWERED.lower() if given is None else str(given)
