from datetime import date, timedelta
from math import isnan, nan

import pytest
from chart_days import END, invented_days, logged_day
from drawn import artist, crowded, figure_of, has, texts
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from painmap.charts.look import PAPER, Look, look
from painmap.charts.timeline import draw_timeline, timeline_height
from painmap.domain.period import Period

LIGHT = look("light")
LOOKS = (LIGHT, look("dark"), look("contrast"), PAPER.sized(1.5))
SPANS = (1, 3, 14, 56, 90, 200, 365, 1200, 3650)


def timeline(span: int, of: Look = LIGHT, width: float = 1128) -> Figure:
    days, period = invented_days(span)
    figure = figure_of(width, timeline_height(of, period) * 96 / 72)
    draw_timeline(figure, days, period, of)
    return figure


def values(figure: Figure, gid: str) -> tuple[list[float], list[float]]:
    line = artist(figure, gid)
    assert isinstance(line, Line2D)
    return list(line.get_xdata()), list(line.get_ydata())


def week(*pains: int | None) -> tuple[list, Period]:
    start = date(2026, 11, 2)
    days = [logged_day(start + timedelta(n), pain) for n, pain in enumerate(pains) if pain is not None]
    return days, Period(start, start + timedelta(len(pains) - 1))


def drawn(days: list, period: Period, of: Look = LIGHT) -> Figure:
    figure = figure_of()
    draw_timeline(figure, days, period, of)
    return figure


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_all_words_have_room(of: Look, span: int) -> None:
    assert crowded(timeline(span, of)) == []


@pytest.mark.parametrize("span", SPANS)
def test_all_words_have_room_in_a_narrow_card_with_large_type(span: int) -> None:
    assert crowded(timeline(span, LIGHT.sized(1.5), width=700)) == []


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("height", [52.2, 62.0])
def test_all_words_have_room_on_the_page(span: int, height: float) -> None:
    days, period = invented_days(span)
    figure = Figure(figsize=(184 / 25.4, height / 25.4), dpi=150)
    draw_timeline(figure, days, period, PAPER)

    assert crowded(figure) == []


def test_no_dot_stands_on_a_day_without_an_entry() -> None:
    figure = drawn(*week(4, None, 6))

    x, y = values(figure, "worst-pain-days")

    assert x == [0.5, 1.5, 2.5]
    assert [y[0], y[2]] == [4, 6]
    assert isnan(y[1])


def test_a_real_zero_is_a_dot_at_zero() -> None:
    figure = drawn(*week(0, 5))

    assert values(figure, "worst-pain-days")[1] == [0, 5]


def test_the_line_ends_at_a_gap_and_begins_again_after_it() -> None:
    figure = drawn(*week(4, 4, 4, 4, None, 6, 6, 6, 6))

    x, y = values(figure, "worst-pain-median")

    assert x[:4] == [0.5, 1.5, 2.5, 3.5]
    assert isnan(x[4])
    assert isnan(y[4])
    assert x[5:9] == [5.5, 6.5, 7.5, 8.5]


def test_a_single_logged_day_is_one_dot_without_a_line() -> None:
    figure = drawn(*week(None, 6, None))

    assert [y for y in values(figure, "worst-pain-days")[1] if not isnan(y)] == [6]
    assert values(figure, "worst-pain-median") == ([], [])


def test_gaps_are_hatched_over_all_lanes_and_only_there() -> None:
    days, period = week(4, None, None, 6, None, 6)
    figure = figure_of()
    where = draw_timeline(figure, days, period, LIGHT)

    strokes = artist(figure, "gaps")
    assert isinstance(strokes, LineCollection)
    width = figure.get_figwidth() * 72
    hatched = {where.day_at((a[0] + b[0]) / 2 / width) for a, b in (s for s in strokes.get_segments())}

    assert hatched == {date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 6)}
    heights = [y for stroke in strokes.get_segments() for _, y in stroke]
    high = figure.get_figheight() * 72
    assert min(heights) == pytest.approx(where.top * high)
    assert max(heights) == pytest.approx(where.bottom * high)


def test_days_without_an_entry_are_black_runs_on_paper() -> None:
    figure = drawn(*week(4, None, None, 6, None, 6), PAPER)

    runs = artist(figure, "gaps")
    assert isinstance(runs, LineCollection)
    assert len(runs.get_segments()) == 2
    assert "No entry: 3 days" in texts(figure)


def test_the_page_prints_median_and_range_once_there_are_seven_days() -> None:
    few, enough = drawn(*week(4, 5, 6), PAPER), drawn(*week(4, 5, 6, 7, 8, 9, 9), PAPER)

    assert "3 days" in texts(few)
    assert "median 7" in texts(enough)
    assert "range 4–9" in texts(enough)
    assert "median 7" not in texts(few)


def test_the_page_names_a_single_figure_and_one_that_never_changes_without_a_range() -> None:
    assert "6" in texts(drawn(*week(6), PAPER))
    assert "always 6" in texts(drawn(*week(6, 6), PAPER))


def test_an_unanswered_lane_says_so_on_the_page() -> None:
    days = [logged_day(END, 5, None, None)]

    assert texts(drawn(days, Period(END, END), PAPER)).count("not answered") == 2


def test_copied_maps_are_white_bars_and_no_pain_is_a_dot_on_paper() -> None:
    start = END - timedelta(2)
    days = [
        logged_day(start, 5, places={"front-left-knee": 5}),
        logged_day(start + timedelta(1), 5, places={"front-left-knee": 5}, copied=True),
        logged_day(END, 0, places={}),
    ]
    figure = drawn(days, Period(start, END), PAPER)

    copied = artist(figure, "spread-copied")
    assert isinstance(copied, PolyCollection)
    assert len(copied.get_paths()) == 1
    assert copied.get_facecolor()[0].tolist() == [1, 1, 1, 1]
    assert values(figure, "spread-zero") == ([2.5], [0.0])


def test_the_middle_is_dotted_only_where_the_halves_can_be_compared() -> None:
    assert has(timeline(90, PAPER.sized(1.5)), "middle")
    assert not has(drawn(*week(4, 5, 6), PAPER), "middle")


def test_ten_years_are_drawn_by_thirty_days_with_few_artists() -> None:
    figure = timeline(3650)

    assert len(values(figure, "fatigue-median")[0]) < 250
    assert has(figure, "fatigue-middle-half")
    assert has(figure, "logged")
    assert len(figure.get_children()) < 60


def test_days_outside_the_period_are_not_drawn() -> None:
    days, period = week(4, 5, 6)
    outside = logged_day(period.end + timedelta(1), 10)

    assert values(drawn([*days, outside], period), "worst-pain-days")[1] == [4, 5, 6]


def test_without_an_entry_there_is_a_sentence_and_no_lane() -> None:
    figure = drawn([], Period.last(56, END))

    assert texts(figure) == ["Nothing logged in these dates."]
    assert not has(figure, "worst-pain-ruler")


@pytest.mark.parametrize("span", [1, 56, 3650])
def test_every_day_is_found_again_at_its_place(span: int) -> None:
    _, period = invented_days(span)
    where = draw_timeline(figure_of(), (), period, LIGHT)

    assert all(where.day_at(where.x_of(day)) == day for day in period)
    assert where.day_at(where.left - 0.01) is None
    assert where.day_at(where.right) is None
    assert where.day_at(nan) is None
