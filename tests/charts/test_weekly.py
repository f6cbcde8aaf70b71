"""Spread, WPI and SSS by week: what the chart draws, where its weeks stand, its table and its sentence."""

from datetime import timedelta
from math import isnan

import pytest
from chart_days import END, invented_days, logged_day
from drawn import artist, crowded, figure_of, has, texts
from kept_things import a_review

from painmap.charts.look import PAPER, look
from painmap.charts.pointing import Way
from painmap.charts.weekly import draw_weekly, weekly_height
from painmap.charts.weekly_words import (
    NO_WEEK,
    week_words,
    weekly_note,
    weekly_paper_note,
    weekly_sentence,
    weekly_table,
)
from painmap.charts.words import NOTHING_LOGGED
from painmap.domain.period import Period
from painmap.domain.review import SSS
from painmap.domain.widespread import by_week

LOOKS = (look("light"), look("dark"), look("contrast"), PAPER.sized(1.5))
THREE = Period.last(21, until=END)
SEVEN = SSS(2, 2, 2, True, False, False)


@pytest.fixture
def review(now):
    """A weekly review that ended some weeks ago."""

    def make(weeks_ago, sss=SEVEN):
        return a_review(now, 100 + weeks_ago, week_ending=END - timedelta(7 * weeks_ago), sss=sss)

    return make


def three_weeks(*reviews):
    """A week with two maps, one without an entry, one with an entry that has no map."""
    days = [
        logged_day(END - timedelta(20), places={"front-left-jaw": 3}),
        logged_day(END - timedelta(19), places={"front-left-jaw": 3, "front-right-jaw": 2}),
        logged_day(END),
    ]
    return by_week(days, THREE, reviews)


def given(line):
    return [(x, y) for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True) if not isnan(y)]


@pytest.mark.parametrize("span", [7, 14, 91, 365, 3650])
@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_all_words_have_room(of, span, review):
    days, period = invented_days(span)
    figure = figure_of(1100, weekly_height(of) * 96 / 72)
    draw_weekly(figure, by_week(days, period, [review(0)]), of)
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
    assert given(artist(figure, "spread-weeks")) == [(0.5, 1.5)]
    assert given(artist(figure, "wpi-weeks")) == [(0.5, 2)]
    assert has(figure, "gaps")


def test_sss_comes_from_the_review_and_a_week_without_one_is_a_gap(review):
    figure = figure_of()
    draw_weekly(figure, three_weeks(review(0)), LOOKS[0])
    assert given(artist(figure, "sss-weeks")) == [(2.5, 7)]
    assert len(artist(figure, "no-review").get_segments()) > 0
    assert not has(figure, "incomplete")


def test_a_review_that_lacks_an_answer_is_marked_and_not_a_figure(review):
    figure = figure_of()
    weeks = three_weeks(review(0, SSS(1)), review(1))
    draw_weekly(figure, weeks, LOOKS[0])
    assert given(artist(figure, "sss-weeks")) == [(1.5, 7)]
    assert len(artist(figure, "incomplete").get_segments()) == 1
    assert "Dotted: the review lacks an answer." in weekly_note(weeks)
    assert "Dotted" not in weekly_note(three_weeks(review(0)))


def test_the_scales_are_those_of_the_counts(review):
    figure = figure_of()
    draw_weekly(figure, three_weeks(review(0)), LOOKS[0])
    assert [said for said in texts(figure) if said.isdigit()] == ["0", "5", "10", "0", "10", "20", "0", "6", "12"]


def test_weeks_with_reviews_only_are_drawn(review):
    figure = figure_of()
    assert draw_weekly(figure, by_week((), THREE, [review(0)]), LOOKS[0]) is not None
    assert NOTHING_LOGGED not in texts(figure)


def test_a_week_of_real_zeros_is_a_point_at_zero():
    figure = figure_of()
    draw_weekly(figure, by_week([logged_day(END, 0, places={})], Period.last(7, until=END)), LOOKS[0])
    assert list(artist(figure, "wpi-weeks").get_ydata()) == [0]


def test_lines_end_at_gaps():
    days = [logged_day(END - timedelta(7 * n), places={"front-left-jaw": 3}) for n in (0, 1, 3, 4)]
    figure = figure_of()
    draw_weekly(figure, by_week(days, Period.last(35, until=END)), LOOKS[0])
    line = artist(figure, "wpi-line")
    assert [isnan(y) for y in line.get_ydata()] == [False, False, True, False, False]
    assert list(line.get_xdata()) == [0.5, 1.5, 2.5, 3.5, 4.5]


def test_weeks_of_many_years_are_lines_without_dots(review):
    days, period = invented_days(3650)
    figure = figure_of()
    weeks = by_week(days, period, [review(n, SSS(1) if n % 9 == 0 else SEVEN) for n in range(300)])
    draw_weekly(figure, weeks, LOOKS[0])
    assert not has(figure, "wpi-weeks")
    assert not has(figure, "incomplete")
    assert len(given(artist(figure, "wpi-line"))) > 400
    assert "Dotted" not in weekly_note(weeks)


def test_nothing_to_draw_is_said():
    for weeks, said in (((), NO_WEEK), (by_week((), THREE), NOTHING_LOGGED)):
        figure = figure_of()
        assert draw_weekly(figure, weeks, LOOKS[0]) is None
        assert texts(figure) == [said]


def test_a_week_can_be_pointed_at_and_the_keys_reach_those_with_something_in_them():
    where = draw_weekly(figure_of(), three_weeks(), LOOKS[0])
    ends = [END - timedelta(14), END - timedelta(7), END]
    middles = [where.left + (where.right - where.left) * (n + 0.5) / 3 for n in range(3)]
    assert [where.at(x, 0.5) for x in middles] == ends
    assert where.at(0, 0.5) is None
    assert where.box(END)[0] == where.box(END)[2] == pytest.approx(middles[2])
    assert where.box(END + timedelta(1)) is None
    assert where.box("week") is None
    assert where.step(None, Way.RIGHT) == END
    assert where.step(None, Way.LEFT) == ends[0]
    assert where.step(END, Way.LEFT) == ends[0]
    assert where.step(ends[0], Way.RIGHT) == END
    assert where.step(END, Way.RIGHT) is None
    assert where.step(END, Way.FIRST) == ends[0]


def test_a_week_says_its_figures_and_what_lacks(review):
    first, second, last = three_weeks(review(0, SSS(1)), review(2))
    assert week_words(first) == "Week to Sun 8 Nov: WPI 2 of 19, SSS 7 of 12, spread 1.5, 2 of 7 days logged"
    assert week_words(second) == "Week to Sun 15 Nov: SSS 7 of 12, 0 of 7 days logged"
    assert week_words(last, year=True) == "Week to Sun 22 Nov 2026: SSS incomplete, no map, 1 of 7 days logged"
    assert "no review" in week_words(three_weeks()[0])


def test_the_table_has_a_row_a_week_and_says_what_lacks(review):
    assert weekly_table(three_weeks(review(0, SSS(1)), review(2))).rows == (
        ("Sun 8 Nov 2026", "2 of 7", "1.5", "2", "7", "9"),
        ("Sun 15 Nov 2026", "0 of 7", "No entry", "No entry", "7", "No entry"),
        ("Sun 22 Nov 2026", "1 of 7", "No map", "No map", "Incomplete", "No map"),
    )
    assert weekly_table(three_weeks()).rows[0][4:] == ("No review", "No review")


def test_the_sentence_has_the_range_and_the_last_figure(review):
    days, period = invented_days(91)
    said = weekly_sentence(by_week(days, period, [review(0)]))
    assert said.startswith("Week by week, 13 weeks to 22 Nov 2026, ")
    assert "WPI, of 19 areas: from " in said
    assert said.endswith("SSS, of 12 points: always 7, last 7.")
    assert "1 with a map, 0 with a weekly review." in weekly_sentence(three_weeks())
    assert weekly_sentence(three_weeks()).endswith("WPI, of 19 areas: always 2, last 2.")
    assert weekly_sentence(()) == NO_WEEK
    assert weekly_sentence(by_week((), THREE)).endswith("No entry in any of them.")
    assert weekly_sentence(three_weeks()[1:]).endswith("0 with a map, 0 with a weekly review.")


def test_on_paper_the_published_threshold_is_said_with_its_source():
    assert "Published, 2016: WPI at least 7 with SSS at least 5" in weekly_paper_note(three_weeks())
    assert weekly_paper_note(()).endswith("Counts, not a diagnosis.")
