from dataclasses import replace
from datetime import date, timedelta

import pytest
from chart_days import END, logged_day

from painmap.charts.region_words import cell_sentence, region_note, region_sentence, region_table
from painmap.domain.period import Period

KNEE, BACK = "front-left-knee", "back-left-lower-back"
MONDAY = date(2026, 11, 16)
THREE_DAYS = Period(MONDAY, MONDAY + timedelta(2))


def test_nothing_logged_is_told_as_such() -> None:
    assert region_sentence([], THREE_DAYS).endswith("Nothing logged in these dates.")


def test_regions_are_told_the_worst_first() -> None:
    days = [logged_day(MONDAY, places={KNEE: 4, BACK: 8}), logged_day(MONDAY + timedelta(1), places={KNEE: 3})]

    assert region_sentence(days, THREE_DAYS, rows=1) == (
        "Region by day, 16 Nov to 18 Nov 2026, 2 of 3 days logged, 2 with a map. Left lower back on 1 day, median 8; "
        "and 1 more region."
    )
    assert "Left knee (front) on 2 days, median 3.5." in region_sentence(days, THREE_DAYS)


def test_the_table_of_regions_tells_not_rated_from_no_map_and_no_entry() -> None:
    days = [logged_day(MONDAY, places={KNEE: 4}), logged_day(MONDAY + timedelta(1)), logged_day(END, places={})]

    table = region_table(days, Period(MONDAY, END))

    assert table.headings == ("Day", "Left knee (front)")
    assert [row[1] for row in table.rows] == ["4", "No map", *["No entry"] * 4, "Not rated"]


@pytest.mark.parametrize(("days", "told"), [(56, "Plain: not rated"), (365, "a week"), (3650, "30 days")])
def test_the_note_of_region_by_day_says_what_a_column_is(days: int, told: str) -> None:
    assert told in region_note(Period.last(days, END))


def test_the_columns_of_the_table_are_in_the_order_of_the_rows() -> None:
    days = [logged_day(MONDAY, places={KNEE: 4, BACK: 8})]

    assert region_table(days, THREE_DAYS).headings == ("Day", "Left lower back", "Left knee (front)")
    assert region_table(days, THREE_DAYS, "body").headings == ("Day", "Left knee (front)", "Left lower back")


def cell(given: list, period: Period, day: date = MONDAY) -> str:
    return cell_sentence((BACK, day), {each.day: each for each in given}, period)


def test_a_cell_says_the_region_the_day_and_the_rating() -> None:
    assert cell([logged_day(MONDAY, places={BACK: 6})], THREE_DAYS) == "Left lower back, Mon 16 Nov: 6"
    assert cell([logged_day(MONDAY, places={KNEE: 6})], THREE_DAYS).endswith(": not rated")
    assert cell([logged_day(MONDAY)], THREE_DAYS).endswith(": no map")
    assert cell([], THREE_DAYS).endswith(": no entry")


def test_a_cell_says_that_a_map_was_copied_and_that_a_day_was_entered_later() -> None:
    day = replace(logged_day(MONDAY, places={BACK: 6}, copied=True), entered_later=True)

    assert cell([day], THREE_DAYS).endswith(": 6, map copied, entered later")


def test_a_cell_of_a_week_says_its_median_and_on_how_many_days() -> None:
    period = Period(MONDAY, MONDAY + timedelta(101))
    given = (6, 6, 0, 7, 2)
    days = [logged_day(MONDAY + timedelta(n), places={BACK: one} if one else {}) for n, one in enumerate(given)]

    assert cell(days, period) == "Left lower back, week from 16 Nov 2026: median 6 on 4 of 5 days with a map"
    assert cell(days[2:3], period).endswith(": not rated on 1 day with a map")
    assert cell([logged_day(MONDAY)], period).endswith(": no map")
    assert cell([], period).endswith(": no entry")
    assert cell([], period, MONDAY + timedelta(98)).startswith("Left lower back, 4 days from 22 Feb 2027: ")


def test_a_cell_of_other_dates_says_nothing() -> None:
    assert cell([], THREE_DAYS, date(2020, 1, 1)) == ""
    assert cell_sentence(MONDAY, {}, THREE_DAYS) == ""


def test_the_note_names_only_what_is_there() -> None:
    week = Period(MONDAY, END)
    days = [logged_day(day, places={KNEE: 4}) for day in week]

    assert region_note(week, None, days) == "Plain: not rated."
    assert region_note(week, None, days[1:]) == "Plain: not rated. Hatched: no entry or no map."
    assert region_note(week, days[1].day, days[1:]) == "Plain: not rated. The diary begins 17 Nov."
    marked = [*days[1:], replace(days[0], carried_over=True, entered_later=True)]
    assert region_note(week, None, marked) == "Plain: not rated. Ring: map copied. Triangle: entered later."


def test_over_months_the_note_tells_of_weeks_without_a_map_only_where_there_are_some() -> None:
    half_year = Period.last(182, END)
    days = [logged_day(day, places={KNEE: 4}) for day in half_year]

    assert "Hatched" not in region_note(half_year, None, days)
    assert region_note(half_year, None, days[9:]).endswith("Hatched: no map.")
