"""Rhythm is drawn from 14 logged days on, with every weekday and every time of day in it."""

from dataclasses import replace

import pytest
from drawn import crowded, figure_of, has, texts
from grouped_days import days_of, grouped_days
from matplotlib.figure import Figure

from painmap.charts.look import PAPER, Look, look
from painmap.charts.rhythm import draw_by_time, draw_by_weekday, rhythm_height
from painmap.charts.rhythm_words import time_sentence, time_table, weekday_sentence, weekday_table
from painmap.domain.groups import Asked
from painmap.domain.moment import moment_of
from painmap.domain.period import Period

LIGHT = look("light")
LOOKS = (LIGHT, look("dark"), look("contrast"), PAPER.sized(1.5))
WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
CHARTS = {"weekday": draw_by_weekday, "time": draw_by_time}


def period_of(days) -> Period:
    return Period(days[0].day, days[-1].day)


def chart(name: str, days, period: Period, of: Look = LIGHT, width: float = 1128, asked=Asked.WORST_PAIN) -> Figure:
    figure = figure_of(width, rhythm_height(of) * 96 / 72)
    CHARTS[name](figure, days, period, of, asked)
    return figure


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("span", [0, 1, 3, 14, 56, 365, 3650])
@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_all_words_of_a_rhythm_have_room(name: str, span: int, of: Look) -> None:
    days, period = grouped_days(max(1, span))
    assert crowded(chart(name, days if span else (), period, of)) == []


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize(("size", "width"), [(1.0, 500), (1.5, 720), (1.0, 2300)])
def test_all_words_of_a_rhythm_have_room_in_cards_of_any_width(name: str, size: float, width: float) -> None:
    for span in (20, 90, 3650):
        assert crowded(chart(name, *grouped_days(span), LIGHT.sized(size), width)) == []


@pytest.mark.parametrize("name", CHARTS)
def test_all_words_of_a_rhythm_have_room_on_half_a_page(name: str) -> None:
    for span in (20, 84, 3650):
        figure = Figure(figsize=(88 / 25.4, 36 / 25.4), dpi=150)
        CHARTS[name](figure, *grouped_days(span), PAPER, Asked.WORST_PAIN)
        assert crowded(figure) == []


@pytest.mark.parametrize("name", CHARTS)
def test_a_rhythm_needs_fourteen_logged_days(name: str) -> None:
    few, enough = days_of([(5, 5)] * 13), days_of([(5, 5)] * 14)
    enough = tuple(replace(day, moments=(moment_of(9, 5, 5),)) for day in enough)

    assert texts(chart(name, few, period_of(few))) == [
        "Not enough days: a rhythm needs 14 logged days, this period has 13."
    ]
    assert has(chart(name, enough, period_of(enough)), "ratings")


def test_nothing_logged_and_nothing_answered_are_said() -> None:
    days = days_of([(None, 5)] * 20)

    assert texts(chart("weekday", (), period_of(days))) == ["Nothing logged in these dates."]
    assert texts(chart("weekday", days, period_of(days))) == ["Worst pain was not answered in these dates."]


def test_days_entered_later_alone_have_no_time_of_day() -> None:
    days = days_of([(5, 5)] * 20)

    assert texts(chart("time", days, period_of(days))) == [
        "No worst pain was rated on the day itself in these dates, only later."
    ]


def test_the_weekdays_stand_in_the_order_of_the_patients_week() -> None:
    days = days_of([(5, 5)] * 20)
    figure = figure_of(1128, 200)
    draw_by_weekday(figure, days, period_of(days), LIGHT, Asked.FATIGUE, first_weekday=6)

    assert [text for text in texts(figure) if text in WEEK] == ["Sunday", *WEEK[:6]]
    assert "Fatigue, 0 to 10" in texts(figure)


def test_a_time_of_day_without_a_check_in_stands_there_with_none() -> None:
    figure = chart("time", *grouped_days(90))

    said = texts(figure)
    assert [text for text in said if text in ("Morning", "Midday", "Evening", "Night")] == [
        "Morning",
        "Midday",
        "Evening",
        "Night",
    ]
    assert "23:00 to 5:00" in said
    assert said.count("0 days") == 1


def test_days_outside_the_period_are_not_in_it() -> None:
    days = days_of([(5, 5)] * 30)
    half = Period(days[0].day, days[13].day)

    assert weekday_table(days, half, Asked.FATIGUE).rows[0][:3] == ("Monday", "2", "Too few days")


def test_every_column_can_be_pointed_at_and_reached_by_keys() -> None:
    days, period = grouped_days(90)
    where = draw_by_weekday(figure_of(1128, 240), days, period, LIGHT, Asked.WORST_PAIN)

    assert where is not None
    middles = [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in where.boxes.values()]
    assert [where.at(*middle) for middle in middles] == list(range(7))


def test_a_rhythm_is_told_as_a_sentence() -> None:
    days = days_of([(n % 3 + 3, 5) for n in range(35)])

    told = weekday_sentence(days, period_of(days), Asked.WORST_PAIN)

    assert told.startswith(
        "Worst pain by weekday, 19 Oct to 22 Nov 2026, 35 of 35 days logged. Monday: median 4 on 5 days; Tuesday: "
    )
    few = time_sentence(days[:3], period_of(days), Asked.FATIGUE)
    assert few == (
        "Fatigue by time of day, 19 Oct to 22 Nov 2026, 3 of 35 days logged. "
        "Not enough days: a rhythm needs 14 logged days, this period has 3."
    )


def test_a_rhythm_is_a_table_with_a_row_for_each_group() -> None:
    days, period = grouped_days(90)

    weekdays = weekday_table(days, period, Asked.WORST_PAIN, first_weekday=6)
    times = time_table(days, period, Asked.FATIGUE)

    assert [row[0] for row in weekdays.rows] == ["Sunday", *WEEK[:6]]
    assert weekdays.headings == ("Weekday", "Days", "Median", "Range", "Days with each rating")
    assert [row[:2] for row in times.rows][3] == ("Night", "23:00 to 5:00")
    assert times.rows[3][2:] == ("0", "No rating", "No rating", "No rating")
    assert weekday_table(days[:3], period, Asked.FATIGUE).rows == ()
    assert time_table(days[:3], period, Asked.FATIGUE).rows == ()


def test_ten_years_of_rhythm_are_few_artists() -> None:
    assert len(chart("weekday", *grouped_days(3650)).get_children()) < 45
