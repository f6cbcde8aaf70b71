"""Coming closer to a stretch of days, seeing more around it, and going along."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painmap.domain.period import Period
from painmap.domain.zoom import CLOSEST, along, closer, wider

END = date(2026, 11, 22)
YEARS = Period.last(3650, until=END)


def test_closer_halves_the_days_around_the_one_that_is_pointed_at():
    found = closer(Period.last(60, until=END), date(2026, 10, 20))
    assert len(found) == 30
    assert found == Period(date(2026, 10, 5), date(2026, 11, 3))


def test_closer_to_a_day_at_the_edge_stays_within_the_period():
    period = Period.last(60, until=END)
    assert closer(period, period.start) == Period(period.start, period.start + timedelta(29))
    assert closer(period, END) == Period.last(30, until=END)


def test_a_week_is_as_close_as_one_comes_and_fewer_days_stay_as_they_are():
    assert len(closer(Period.last(9, until=END))) == CLOSEST
    assert closer(Period.last(7, until=END)) == Period.last(7, until=END)
    assert closer(Period.last(3, until=END)) == Period.last(3, until=END)


def test_a_day_outside_the_period_is_no_place_to_come_closer_to():
    period = Period.last(60, until=END)
    assert closer(period, date(2020, 1, 1)) == closer(period)


def test_wider_doubles_the_days_and_ends_at_the_limits():
    assert wider(Period.last(30, until=END), YEARS) == Period.last(60, until=END)
    assert wider(Period.last(3000, until=END), YEARS) == YEARS
    assert wider(YEARS, YEARS) == YEARS


def test_going_along_keeps_the_number_of_days():
    period = Period.last(30, until=END)
    earlier = along(period, YEARS, -1)
    assert earlier == Period.last(30, until=period.start - timedelta(1))
    assert along(earlier, YEARS, 1) == period
    assert along(period, YEARS, 1) == period


@pytest.mark.parametrize("length", [1, 2, 3])
def test_even_a_small_share_of_few_days_goes_one_day_along(length):
    period = Period.last(length, until=END)
    assert along(period, YEARS, -0.1).end == END - timedelta(1)


def test_a_period_that_begins_before_the_first_entry_never_gets_shorter_by_going_wider():
    three_months = Period.last(91, until=END)
    limits = Period.last(3, until=END)
    assert wider(three_months, limits) == three_months
    assert along(three_months, limits, -1) == three_months


@given(
    length=st.integers(1, 4000),
    back=st.integers(0, 400),
    reach=st.integers(1, 4000),
    share=st.sampled_from([-1.0, -0.25, 0.25, 1.0]),
)
def test_no_step_leaves_both_the_limits_and_the_period(length, back, reach, share):
    period = Period.last(length, until=END - timedelta(back))
    limits = Period.last(reach, until=END)
    reaches = Period(min(limits.start, period.start), max(limits.end, period.end))
    for found in (closer(period), wider(period, limits), along(period, limits, share)):
        assert found.start in reaches
        assert found.end in reaches
    assert len(along(period, limits, share)) == len(period)
    assert len(wider(period, limits)) >= len(period) >= len(closer(period))
