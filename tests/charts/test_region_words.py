from datetime import date, timedelta

import pytest
from chart_days import END, logged_day

from painmap.charts.region_words import region_note, region_sentence, region_table
from painmap.domain.period import Period

KNEE, BACK = "front-left-knee", "back-left-lower-back"
MONDAY = date(2026, 11, 16)
THREE_DAYS = Period(MONDAY, MONDAY + timedelta(2))


def test_nothing_logged_is_told_as_such() -> None:
    assert region_sentence([], THREE_DAYS).endswith("Nothing logged in these dates.")


def test_regions_are_told_the_worst_first() -> None:
    days = [logged_day(MONDAY, places={KNEE: 4, BACK: 8}), logged_day(MONDAY + timedelta(1), places={KNEE: 3})]

    assert region_sentence(days, THREE_DAYS, rows=1) == (
        "Region by day, 16 Nov to 18 Nov 2026, 2 of 3 days logged, 2 with a map. Left lower back on 1 day, median 8."
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
