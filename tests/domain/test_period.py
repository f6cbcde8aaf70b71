"""A period holds each of its days once, whatever its length."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painmap.domain.period import Period

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
LENGTHS = st.integers(1, 4000)


@given(DAYS, LENGTHS)
def test_the_last_days_end_with_the_day_that_is_named(until: date, length: int) -> None:
    period = Period.last(length, until)
    assert len(period) == length
    assert period.end == until
    assert period.start == until - timedelta(length - 1)


@given(DAYS, LENGTHS)
def test_a_period_goes_through_its_days_in_order(start: date, length: int) -> None:
    period = Period(start, start + timedelta(length - 1))
    days = list(period)
    assert days[0] == period.start
    assert days[-1] == period.end
    assert len(days) == len(set(days)) == len(period)
    assert days == sorted(days)
    assert all(day in period for day in (days[0], days[-1], days[len(days) // 2]))
    assert period.start - timedelta(1) not in period
    assert period.end + timedelta(1) not in period


@given(DAYS, st.integers(2, 4000))
def test_the_halves_hold_every_day_once_and_the_earlier_has_the_odd_one(start: date, length: int) -> None:
    period = Period(start, start + timedelta(length - 1))
    halves = period.halves()
    assert halves is not None
    earlier, later = halves
    assert [*earlier, *later] == list(period)
    assert len(earlier) - len(later) == length % 2


def test_a_single_day_has_no_halves() -> None:
    assert Period.last(1, date(2026, 11, 22)).halves() is None


def test_a_period_crosses_the_end_of_february() -> None:
    assert list(Period(date(2028, 2, 28), date(2028, 3, 1))) == [
        date(2028, 2, 28),
        date(2028, 2, 29),
        date(2028, 3, 1),
    ]


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(ValueError, match="the end, 2026-11-21, is before the start, 2026-11-22"):
        Period(date(2026, 11, 22), date(2026, 11, 21))


def test_a_period_of_no_days_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one day, got 0"):
        Period.last(0, date(2026, 11, 22))
