"""The 7-day median never says anything about a day without an entry, nor from fewer than 4 days."""

from datetime import date, datetime, timedelta, timezone
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from painmap.domain.checkin import CheckIn
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, rolling_median, summarise

START = date(2026, 2, 1)
UTC = timezone(timedelta(0))
ANSWERS = st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=40)


def days_of(answers: list[int | None]) -> tuple[DaySummary, ...]:
    """One day an answer from START on, none where the answer is None."""
    told = []
    for n, answer in enumerate(answers):
        day = START + timedelta(n)
        moment = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
        told.append(CheckIn(str(n), day, moment, moment, fatigue=answer))
    return summarise(told)


def fatigue_medians(answers: list[int | None]) -> list[float | None]:
    period = Period(START, START + timedelta(len(answers) - 1))
    return rolling_median(days_of(answers), period, lambda day: day.worst_fatigue)


@given(ANSWERS)
def test_a_day_without_an_answer_has_no_median(answers: list[int | None]) -> None:
    found = fatigue_medians(answers)
    assert len(found) == len(answers)
    assert all(m is None for m, answer in zip(found, answers, strict=True) if answer is None)


@given(ANSWERS)
def test_a_median_stands_on_at_least_four_of_the_seven_days_round_it(answers: list[int | None]) -> None:
    for n, found in enumerate(fatigue_medians(answers)):
        near = [answer for answer in answers[max(0, n - 3) : n + 4] if answer is not None]
        expected = median(near) if answers[n] is not None and len(near) >= 4 else None
        assert found == expected


def test_days_beyond_the_period_count_for_the_days_at_its_ends() -> None:
    days = days_of([2, 4, 6, 8, 10])
    assert rolling_median(days, Period(START + timedelta(2), START + timedelta(2)), lambda d: d.worst_fatigue) == [6]


def test_a_zero_is_an_answer() -> None:
    assert fatigue_medians([0, 0, 0, 0]) == [0, 0, 0, 0]
    assert fatigue_medians([0, None, 0, 0]) == [None, None, None, None]
