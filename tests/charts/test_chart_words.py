from datetime import date, timedelta

import pytest
from chart_days import END, logged_day

from painmap.charts.look import PAPER, look
from painmap.charts.table import Table
from painmap.charts.words import (
    dates,
    day_sentence,
    logged,
    timeline_note,
    timeline_sentence,
    timeline_table,
)
from painmap.domain.period import Period

KNEE, BACK = "front-left-knee", "back-left-lower-back"
MONDAY = date(2026, 11, 16)
THREE_DAYS = Period(MONDAY, MONDAY + timedelta(2))


def test_dates_name_a_year_once_where_it_is_the_same() -> None:
    assert dates(Period(date(2026, 9, 28), date(2026, 11, 22))) == "28 Sep to 22 Nov 2026"
    assert dates(Period(date(2025, 12, 30), date(2026, 1, 2))) == "30 Dec 2025 to 2 Jan 2026"
    assert dates(Period(MONDAY, MONDAY)) == "16 Nov 2026"


def test_days_logged_count_those_in_the_period_only() -> None:
    days = [logged_day(MONDAY - timedelta(1)), logged_day(MONDAY)]

    assert logged(days, THREE_DAYS) == "1 of 3 days logged"
    assert logged(days, Period(MONDAY, MONDAY)) == "1 of 1 day logged"


def test_a_day_is_told_with_its_three_figures() -> None:
    summary = logged_day(MONDAY, 6, 5, {KNEE: 6})

    assert day_sentence(MONDAY, summary) == "Mon 16 Nov: worst pain 6, fatigue 5, 1 region"
    assert day_sentence(MONDAY, summary, year=True).startswith("Mon 16 Nov 2026: ")


def test_a_day_tells_no_entry_from_no_answer_and_no_map_from_no_pain() -> None:
    assert day_sentence(MONDAY, None) == "Mon 16 Nov: no entry"
    assert day_sentence(MONDAY, logged_day(MONDAY, 6, None)).endswith("worst pain 6, fatigue not answered, no map")
    assert day_sentence(MONDAY, logged_day(MONDAY, 0, 2, {})).endswith("worst pain 0, fatigue 2, 0 regions")


def test_the_timeline_is_told_with_medians_ranges_and_days() -> None:
    days = [logged_day(MONDAY, 4, None, {KNEE: 4}), logged_day(MONDAY + timedelta(2), 7, 3, {KNEE: 4})]

    assert timeline_sentence(days, THREE_DAYS) == (
        "Timeline, 16 Nov to 18 Nov 2026, 2 of 3 days logged. Worst pain: median 5.5, from 4 to 7, on 2 days. "
        "Fatigue: 3 on 1 day. Spread (regions): median 1, always 1, on 2 days."
    )


def test_an_unanswered_lane_is_told_as_such() -> None:
    told = timeline_sentence([logged_day(MONDAY, 4, None)], THREE_DAYS)

    assert "Fatigue: not answered on any day." in told


def test_nothing_logged_is_told_as_such() -> None:
    assert timeline_sentence([], THREE_DAYS).endswith("0 of 3 days logged. Nothing logged in these dates.")


def test_the_table_of_the_timeline_has_every_day_of_the_period() -> None:
    days = [logged_day(MONDAY, 0, None, {}), logged_day(MONDAY + timedelta(2), 7, 3, {KNEE: 4}, copied=True)]

    table = timeline_table(days, THREE_DAYS)

    assert table.headings == ("Day", "Worst pain", "Fatigue", "Regions", "Map")
    assert table.rows == (
        ("Mon 16 Nov 2026", "0", "Not answered", "0", "Entered"),
        ("Tue 17 Nov 2026", "No entry", "No entry", "No entry", "No entry"),
        ("Wed 18 Nov 2026", "7", "3", "1", "Copied"),
    )


def test_a_day_without_a_map_says_so_in_the_table() -> None:
    table = timeline_table([logged_day(MONDAY, 5, 3)], Period(MONDAY, MONDAY))

    assert table.rows == (("Mon 16 Nov 2026", "5", "3", "Not answered", "No map"),)


def test_a_table_with_a_short_row_cannot_be() -> None:
    with pytest.raises(ValueError, match="1 cells for 2 headings"):
        Table(("a", "b"), (("c",),))


@pytest.mark.parametrize(
    ("days", "told"), [(56, "Dots are days. Lines"), (365, "weekly medians"), (3650, "medians of 30 days")]
)
def test_the_note_of_the_timeline_says_what_a_point_is(days: int, told: str) -> None:
    period = Period.last(days, END)

    assert told in timeline_note(period, look("light"))
    assert "Hatched: no entry." in timeline_note(period, look("light"))
    assert "Hatched" not in timeline_note(period, PAPER)
