from datetime import date, timedelta
from math import isnan, nan

import pytest
from chart_days import invented_days, logged_day

from painmap.charts.series import (
    LANES,
    logged_in_steps,
    runs,
    scale_of,
    series_of,
    step_of,
    step_spans,
    with_stubs,
)
from painmap.domain.period import Period

START = date(2026, 1, 5)
PAIN, FATIGUE, SPREAD = LANES


def period(days: int) -> Period:
    return Period(START, START + timedelta(days - 1))


@pytest.mark.parametrize(("days", "step"), [(1, 1), (200, 1), (201, 7), (1100, 7), (1101, 30), (3650, 30)])
def test_a_point_of_the_line_stands_for_a_day_a_week_or_thirty_days(days: int, step: int) -> None:
    assert step_of(period(days)) == step


def test_the_last_step_ends_with_the_period() -> None:
    assert step_spans(period(205))[-1] == (203, 205)


def test_by_the_day_every_answer_is_a_dot_and_a_day_without_one_is_not() -> None:
    days = [logged_day(START, 4), logged_day(START + timedelta(2), None), logged_day(START + timedelta(3), 0)]

    series = series_of(days, period(4), PAIN.answer)

    assert series.days_at == (0.5, 1.5, 2.5, 3.5)
    assert series.days[0] == 4
    assert series.days[3] == 0
    assert isnan(series.days[1])
    assert isnan(series.days[2])


def test_by_the_day_the_line_needs_four_of_seven_days() -> None:
    three = [logged_day(START + timedelta(n)) for n in range(3)]
    four = [logged_day(START + timedelta(n), n) for n in range(4)]

    assert all(isnan(value) for value in series_of(three, period(7), PAIN.answer).line)
    assert series_of(four, period(7), PAIN.answer).line[:4] == (1.5, 1.5, 1.5, 1.5)


def test_a_week_with_four_answers_has_its_median_and_middle_half() -> None:
    days = [logged_day(START + timedelta(n), pain) for n, pain in enumerate((2, 4, 6, 8))]

    series = series_of(days, period(201), PAIN.answer)

    assert (series.low[0], series.line[0], series.high[0]) == (3.5, 5, 6.5)
    assert series.days == ()


def test_a_week_with_fewer_answers_keeps_its_days_as_dots() -> None:
    days = [logged_day(START + timedelta(n), pain) for n, pain in enumerate((2, 4, None, 8))]

    series = series_of(days, period(201), PAIN.answer)

    assert isnan(series.line[0])
    assert (series.days_at, series.days) == ((0.5, 1.5, 3.5), (2, 4, 8))


def test_each_logged_day_is_counted_in_one_step() -> None:
    days, long = invented_days(900)

    assert sum(logged_in_steps(days, long)) == len(days)


def test_no_pain_is_a_spread_of_zero_and_no_map_is_none() -> None:
    assert SPREAD.answer(logged_day(START, 0, places={})) == 0
    assert SPREAD.answer(logged_day(START, 5)) is None


def test_runs_are_the_stretches_without_gaps() -> None:
    assert runs([nan, 1, 2, nan, 3]) == [range(1, 3), range(4, 5)]


def test_a_lone_point_becomes_a_short_level_stroke() -> None:
    x, y = with_stubs([0.5, 1.5, 2.5], [nan, 6, nan], 1)

    assert x[:2] == [1.1, 1.9]
    assert y[:2] == [6, 6]


@pytest.mark.parametrize(
    ("highest", "marks"),
    [(0, [0, 5, 10]), (10, [0, 5, 10]), (11, [0, 10, 20]), (30, [0, 10, 20, 30]), (74, [0, 20, 40, 60, 80])],
)
def test_the_scale_of_the_spread_reaches_its_highest_day(highest: int, marks: list[int]) -> None:
    assert list(scale_of(highest)) == marks
