from datetime import date, timedelta
from itertools import pairwise

from drawn import figure_of, texts
from hypothesis import given
from hypothesis import strategies as st

from painmap.charts.axis import date_axis
from painmap.charts.dates import date_ticks
from painmap.charts.look import look
from painmap.charts.sheet import Sheet, width_of
from painmap.domain.period import Period

SIZE = 10.0


def labels(start: date, end: date, width: float = 760) -> list[str]:
    return [label for _, label in date_ticks(Period(start, end), width, SIZE)]


@given(
    st.dates(date(1995, 1, 1), date(2060, 1, 1)),
    st.integers(1, 15_000),
    st.floats(90, 2000),
)
def test_dates_never_run_into_each_other_and_lie_in_the_period(start: date, days: int, width: float) -> None:
    period = Period(start, start + timedelta(days - 1))

    ticks = date_ticks(period, width, SIZE)

    assert ticks
    assert all(day in period for day, _ in ticks)
    each = width / days
    for (a, label), (b, _) in pairwise(ticks):
        assert (a - start).days * each + width_of(label, SIZE) < (b - start).days * each


def test_two_weeks_name_days() -> None:
    assert labels(date(2026, 11, 9), date(2026, 11, 22))[:3] == ["9 Nov", "10 Nov", "11 Nov"]


def test_two_months_name_mondays() -> None:
    found = date_ticks(Period(date(2026, 9, 30), date(2026, 11, 22)), 760, SIZE)

    assert found[0] == (date(2026, 10, 5), "5 Oct")
    assert all(day.weekday() == 0 for day, _ in found)


def test_a_year_names_months_and_the_year_in_january() -> None:
    found = labels(date(2025, 5, 7), date(2026, 5, 6))

    assert found[:2] == ["Jun", "Jul"]
    assert "Jan 2026" in found


def test_months_without_a_january_have_the_year_on_the_first() -> None:
    assert labels(date(2026, 2, 2), date(2026, 11, 20))[:2] == ["Mar 2026", "Apr"]


def test_ten_years_name_years() -> None:
    assert labels(date(2016, 11, 25), date(2026, 11, 22))[:2] == ["2017", "2018"]


def test_twenty_years_in_a_narrow_chart_name_every_fifth_year() -> None:
    assert labels(date(2006, 3, 1), date(2026, 2, 28), width=200) == ["2010", "2015", "2020", "2025"]


def test_a_few_days_without_a_monday_in_a_sliver_name_the_first() -> None:
    assert labels(date(2026, 11, 3), date(2026, 11, 7), width=30) == ["3 Nov 2026"]


def test_a_date_that_would_leave_the_picture_is_left_out() -> None:
    figure = figure_of(400, 60)
    period = Period(date(2026, 10, 26), date(2026, 11, 16))

    date_axis(Sheet(figure, look("light")), period, 0, 300, 20)

    assert date_ticks(period, 300, look("light").small)[-1] == (date(2026, 11, 16), "16 Nov")
    assert "16 Nov" not in texts(figure)
    assert "9 Nov" in texts(figure)
