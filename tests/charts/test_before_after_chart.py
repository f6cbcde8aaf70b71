"""Before and after as a chart: what it draws, what it leaves out, its figures in words, and its table."""

from datetime import timedelta

import pytest
from chart_days import END, invented_days, logged_day
from drawn import artist, crowded, figure_of, has, texts

from painmap.charts.before_after import before_after_height, draw_before_after
from painmap.charts.before_after_words import (
    PUBLISHED,
    before_after_day,
    before_after_lead,
    before_after_sentence,
    before_after_table,
)
from painmap.charts.look import PAPER, look
from painmap.charts.pointing import Way
from painmap.domain.before_after import CAUTION, Pivot, before_and_after

LOOKS = (look("light"), look("dark"), look("contrast"), PAPER, PAPER.sized(1.5))
PIVOT = END - timedelta(40)
STARTED = Pivot("id", PIVOT, "Duloxetine", "started")


def around(days, pivot=STARTED, until=END, **how):
    return before_and_after(days, pivot, (), (), until, **how)


def made(before, after, between=(), **how):
    """A side of days of which each has its worst pain and fatigue; None is a day without an entry."""
    days = [logged_day(PIVOT - timedelta(len(before) - n), p, p, {}) for n, p in enumerate(before) if p is not None]
    days += [logged_day(PIVOT + timedelta(n), p, p, {}) for n, p in enumerate(between)]
    start = PIVOT + timedelta(how.get("settling_in", 0) + 1)
    days += [logged_day(start + timedelta(n), p, p, {}) for n, p in enumerate(after) if p is not None]
    return around(days, **how)


def fourteen(**how):
    return made((8, 8, None, 8, 9, 8, 8, 5, 6, None, None, 8, 9, 9), (7,) * 10, (8, 8, 8), settling_in=7, **how)


@pytest.mark.parametrize("of", LOOKS, ids=lambda of: f"{of.name}-{of.scale}")
@pytest.mark.parametrize(
    ("length", "settling_in", "width"),
    [(14, 7, 1128), (14, 0, 780), (28, 28, 900), (7, 0, 2300), (7, 3, 1128), (28, 14, 780), (7, 14, 780)],
)
@pytest.mark.parametrize("larger", [1.0, 1.5])
def test_all_words_have_room(of, length, settling_in, width, larger):
    days, _ = invented_days(120)
    of = of if of.on_paper else of.sized(larger)
    figure = figure_of(width, before_after_height(of) * 96 / 72)
    draw_before_after(figure, around(days, length=length, settling_in=settling_in), of)
    assert crowded(figure) == []


def test_a_page_of_paper_holds_it_in_52_mm():
    days, _ = invented_days(120)
    figure = figure_of(184 / 25.4 * 96, 52 / 25.4 * 96)
    draw_before_after(figure, around(days, settling_in=7), PAPER)
    assert before_after_height(PAPER) <= 52 / 25.4 * 72
    assert crowded(figure) == []
    assert "Places that hurt" in texts(figure)


def test_each_day_is_a_dot_on_its_day_and_the_days_left_out_have_another_form():
    figure = figure_of()
    draw_before_after(figure, fourteen(), LOOKS[0])
    days = artist(figure, "worst-pain-days")
    assert list(days.get_xdata())[:4] == [0.5, 1.5, 3.5, 4.5]
    assert list(days.get_ydata())[:5] == [8, 8, 8, 9, 8]
    left_out = artist(figure, "worst-pain-left-out")
    assert list(left_out.get_xdata()) == [14.5, 15.5, 16.5]
    assert days.get_markerfacecolor() == LOOKS[0].worst_pain
    assert left_out.get_markerfacecolor() == LOOKS[0].surface
    assert has(figure, "left-out")
    assert has(figure, "gaps")


def test_the_median_of_each_side_is_a_level_stroke_over_it():
    figure = figure_of()
    draw_before_after(figure, fourteen(), LOOKS[0])
    strokes = artist(figure, "worst-pain-medians").get_segments()
    assert [stroke.tolist() for stroke in strokes] == [[[0, 8], [14, 8]], [[22, 7], [36, 7]]]


def test_the_figures_stand_beside_the_lanes_with_what_was_published_for_pain_only():
    figure = figure_of()
    draw_before_after(figure, fourteen(), LOOKS[0])
    said = texts(figure)
    assert said.count("8 to 7: −1 (−13 %)") == 2
    assert said.count("range 5 to 9, then 7 to 7") == 2
    assert "logged 11, then 10 of 14 days" in said
    assert said.count(PUBLISHED) == 1
    assert "0 to 0: 0" in said


def test_a_worsening_is_shown_the_same_way():
    figure = figure_of()
    draw_before_after(figure, made((4,) * 14, (6,) * 14), LOOKS[0])
    assert "4 to 6: +2 (+50 %)" in texts(figure)
    assert PUBLISHED in texts(figure)


def test_with_too_few_days_the_days_stand_and_nothing_is_compared():
    figure = figure_of()
    draw_before_after(figure, made((8, None, 8, 8, 8), (7,) * 10), LOOKS[0])
    said = texts(figure)
    assert said.count("Not enough days:") == 3
    assert said.count("4 of 14 logged before") == 3
    assert not has(figure, "worst-pain-medians")
    assert len(artist(figure, "worst-pain-days").get_xdata()) == 14
    assert PUBLISHED not in said


@pytest.mark.parametrize("logged", [0, 1, 3])
def test_a_few_days_or_none_draw_no_median(logged):
    figure = figure_of()
    draw_before_after(figure, made((8,) * logged, ()), LOOKS[0])
    assert f"{logged} of 14 logged before" in texts(figure)
    assert not has(figure, "fatigue-medians")
    assert crowded(figure) == []


def test_days_to_come_are_empty_and_said_and_no_median_reaches_into_them():
    figure = figure_of()
    found = made((8,) * 14, (7,) * 6, until=PIVOT + timedelta(6))
    where = draw_before_after(figure, found, LOOKS[0])
    assert "not yet" in texts(figure)
    assert artist(figure, "worst-pain-medians").get_segments()[1].tolist() == [[15, 7], [21, 7]]
    assert len(artist(figure, "gaps").get_segments()) == 0 or "gaps"
    assert before_after_day(found, where.period.end).endswith(": not yet")
    assert before_after_lead(found).endswith("some still to come")
    assert before_after_table(found).rows[-1][2:] == ("Not yet",) * 3


def test_the_days_can_be_pointed_at():
    figure = figure_of()
    found = fourteen()
    where = draw_before_after(figure, found, LOOKS[0])
    assert where.period == found.whole
    assert where.step(None, Way.LEFT) == found.whole.start
    assert where.at(where.x_of(PIVOT), 0.5) == PIVOT


def test_a_day_says_its_figures_and_its_side():
    found = fourteen()
    assert before_after_day(found, PIVOT - timedelta(1)) == "Mon 12 Oct, before: worst pain 9, fatigue 9, 0 regions"
    assert before_after_day(found, PIVOT) == "Tue 13 Oct, Duloxetine started: worst pain 8, fatigue 8, 0 regions"
    assert before_after_day(found, PIVOT + timedelta(1)).startswith("Wed 14 Oct, settling in, left out: ")
    assert before_after_day(found, PIVOT + timedelta(20)) == "Mon 2 Nov, after: no entry"


def test_a_name_with_a_colon_does_not_split_the_figures():
    found = fourteen(pivot=Pivot("id", PIVOT, "TENS: back", "started"))
    assert before_after_day(found, PIVOT).partition(": ")[0] == "Tue 13 Oct, TENS back started"


def test_the_sentence_has_both_sides_what_else_changed_and_the_caution():
    said = before_after_sentence(fourteen())
    assert said.startswith(
        "Before and after: Duloxetine started on 13 Oct 2026, 14 days on each side, 7 days of settling in left out. "
        "29 Sep to 3 Nov 2026, 24 of 36 days logged. "
        "Worst pain: median 8 (5 to 9) on 11 of 14 days before, 7 (7 to 7) on 10 of 14 days after: −1 point, −13%."
    )
    assert "Nothing else is recorded as changed in these days." in said
    assert said.endswith(CAUTION)


def test_too_few_days_are_said_once_or_for_the_lane_that_lacks_them():
    assert before_after_sentence(made((8,) * 4, (7,) * 9)).count("Not enough days: 4 of 14 logged before.") == 1
    days = [logged_day(PIVOT + timedelta(n), 6, None if n % 2 else 5, {}) for n in range(-8, 9)]
    said = before_after_sentence(around(days))
    assert "Fatigue: not enough days: 4 of 14 logged before, 4 of 14 logged after." in said
    assert "Worst pain: median 6" in said


def test_the_table_has_the_figures_and_then_a_row_a_day():
    rows = before_after_table(fourteen()).rows
    assert rows[0] == ("14 days before", "median (range)", "8 (5 to 9)", "8 (5 to 9)", "0 (0 to 0)")
    assert rows[1] == ("14 days before", "days logged", *["11 of 14, 3 missing"] * 3)
    assert rows[4] == ("Change", "after minus before", "−1 point, −13%", "−1 point, −13%", "0 regions")
    assert rows[5] == ("Tue 29 Sep 2026", "before", "8", "8", "0")
    assert rows[7] == ("Thu 1 Oct 2026", "before", "No entry", "No entry", "No entry")
    assert len(rows) == 5 + 36
    assert before_after_table(made((8,), ())).rows[4][2] == "Not enough days"


def test_only_a_treatment_that_has_begun_settles_in():
    for pivot, said in ((STARTED, "settling in"), (Pivot("id", PIVOT, "Flu"), "left out")):
        figure = figure_of(2300, 300)
        found = made((8,) * 14, (7,) * 14, pivot=pivot, settling_in=7)
        draw_before_after(figure, found, LOOKS[0])
        assert ({"settling in", "left out"} & set(texts(figure))) == {said}
        assert said in before_after_day(found, PIVOT + timedelta(2))
    assert "Flu on 13 Oct 2026, 14 days on each side, 7 days" in before_after_sentence(found)
