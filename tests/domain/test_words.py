"""Days, numbers and counts in words."""

import locale
from datetime import date

import pytest

from painmap.domain.words import counted, day_text, halves_number, long_day_text, month_text, number, signed


def test_a_day_is_written_day_first_with_year_and_weekday_on_request():
    day = date(2026, 2, 9)
    assert day_text(day) == "9 Feb"
    assert day_text(day, year=True) == "9 Feb 2026"
    assert day_text(day, weekday=True) == "Mon 9 Feb"
    assert day_text(day, year=True, weekday=True) == "Mon 9 Feb 2026"
    assert long_day_text(day) == "Monday 9 February 2026"
    assert long_day_text(day, weekday=False) == "9 February 2026"
    assert month_text(day) == "Feb 2026"
    assert month_text(day, year=False) == "Feb"


def test_the_names_of_months_do_not_follow_the_locale():
    before = locale.setlocale(locale.LC_TIME)
    for other in ("de_DE.UTF-8", "C.UTF-8", "C"):
        try:
            locale.setlocale(locale.LC_TIME, other)
        except locale.Error:
            continue
        try:
            assert day_text(date(2026, 12, 1)) == "1 Dec"
        finally:
            locale.setlocale(locale.LC_TIME, before)


@pytest.mark.parametrize(
    ("value", "text"),
    [(7, "7"), (7.0, "7"), (6.5, "6.5"), (0, "0"), (-1.5, "−1.5"), (2390, "2,390"), (6.04, "6"), (-0.01, "0")],
)
def test_a_number_has_at_most_one_decimal_and_a_real_minus(value: float, text: str):
    assert number(value) == text


@pytest.mark.parametrize(("value", "text"), [(7, "7"), (6.5, "6½"), (0.5, "½"), (-1.5, "−1½"), (0, "0"), (10, "10")])
def test_a_median_on_the_map_keeps_its_half(value: float, text: str):
    assert halves_number(value) == text


@pytest.mark.parametrize(("value", "text"), [(2, "+2"), (-1.5, "−1.5"), (0, "0"), (0.5, "+0.5")])
def test_a_change_carries_its_sign(value: float, text: str):
    assert signed(value) == text


def test_one_thing_is_singular_and_all_other_counts_are_plural():
    assert counted(1, "day") == "1 day"
    assert counted(0, "day") == "0 days"
    assert counted(1.5, "place") == "1.5 places"
    assert counted(6120, "entry", "entries") == "6,120 entries"
