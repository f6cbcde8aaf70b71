from datetime import date, timedelta

import pytest
from chart_days import logged_day

from painmap.charts.table import Table
from painmap.charts.words import dates, day_sentence, logged
from painmap.domain.period import Period

KNEE = "front-left-knee"
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


def test_a_table_with_a_short_row_cannot_be() -> None:
    with pytest.raises(ValueError, match="1 cells for 2 headings"):
        Table(("a", "b"), (("c",),))
