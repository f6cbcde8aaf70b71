"""Spread and WPI by week: what the chart draws, its table and its sentence."""

from datetime import timedelta

import pytest
from chart_days import END, invented_days, logged_day
from drawn import artist, crowded, figure_of, has, texts

from painmap.charts.look import PAPER, look
from painmap.charts.weekly import NO_WEEK, draw_weekly, weekly_height, weekly_sentence, weekly_table
from painmap.charts.words import NOTHING_LOGGED
from painmap.domain.period import Period
from painmap.domain.widespread import by_week

LOOKS = (look("light"), look("dark"), look("contrast"), PAPER.sized(1.5))
THREE = Period.last(21, until=END)


def three_weeks():
    """A week with two maps, one without an entry, one with an entry that has no map."""
    days = [
        logged_day(END - timedelta(20), places={"front-left-jaw": 3}),
        logged_day(END - timedelta(19), places={"front-left-jaw": 3, "front-right-jaw": 2}),
        logged_day(END),
    ]
    return by_week(days, THREE)


@pytest.mark.parametrize("span", [7, 14, 91, 365, 3650])
@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_all_words_have_room(of, span):
    days, period = invented_days(span)
    figure = figure_of(1100, weekly_height(of) * 96 / 72)
    draw_weekly(figure, by_week(days, period), of)
    assert crowded(figure) == []


def test_a_narrow_card_with_large_type_has_room_for_its_words():
    days, period = invented_days(91)
    large = look("light").sized(1.5)
    figure = figure_of(700, weekly_height(large) * 96 / 72)
    draw_weekly(figure, by_week(days, period), large)
    assert crowded(figure) == []


def test_a_week_without_a_map_is_a_gap_and_never_a_zero():
    figure = figure_of()
    draw_weekly(figure, three_weeks(), LOOKS[0])
    assert list(artist(figure, "spread-weeks").get_xdata()) == [0.5]
    assert list(artist(figure, "spread-weeks").get_ydata()) == [1.5]
    assert list(artist(figure, "wpi-weeks").get_ydata()) == [2]
    assert has(figure, "gaps")


def test_a_week_of_real_zeros_is_a_point_at_zero():
    figure = figure_of()
    draw_weekly(figure, by_week([logged_day(END, 0, places={})], Period.last(7, until=END)), LOOKS[0])
    assert list(artist(figure, "wpi-weeks").get_ydata()) == [0]


def test_lines_end_at_gaps():
    days = [logged_day(END - timedelta(7 * n), places={"front-left-jaw": 3}) for n in (0, 1, 3, 4)]
    figure = figure_of()
    draw_weekly(figure, by_week(days, Period.last(35, until=END)), LOOKS[0])
    lines = figure.findobj(lambda one: one.get_gid() == "wpi-line")
    assert [list(line.get_xdata()) for line in lines] == [[0.5, 1.5], [3.5, 4.5]]


def test_nothing_to_draw_is_said():
    for weeks, said in (((), NO_WEEK), (by_week((), THREE), NOTHING_LOGGED)):
        figure = figure_of()
        draw_weekly(figure, weeks, LOOKS[0])
        assert texts(figure) == [said]


def test_the_table_has_a_row_a_week_and_says_what_lacks():
    assert weekly_table(three_weeks()).rows == (
        ("Sun 8 Nov 2026", "2 of 7", "1.5", "2"),
        ("Sun 15 Nov 2026", "0 of 7", "No entry", "No entry"),
        ("Sun 22 Nov 2026", "1 of 7", "No map", "No map"),
    )


def test_the_sentence_has_the_range_and_the_last_figure():
    days, period = invented_days(91)
    said = weekly_sentence(by_week(days, period))
    assert said.startswith("Week by week, 13 weeks to 22 Nov 2026, ")
    assert "WPI, of 19 areas: from " in said
    assert weekly_sentence(three_weeks()).endswith("WPI, of 19 areas: always 2, last 2.")
    assert weekly_sentence(()) == NO_WEEK
    assert weekly_sentence(by_week((), THREE)).endswith("No entry in any of them.")
    assert weekly_sentence(three_weeks()[1:]).endswith("No map in any of them.")
