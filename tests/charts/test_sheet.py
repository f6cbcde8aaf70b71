import pytest
from drawn import artist, figure_of
from matplotlib.collections import LineCollection

from painmap.charts.look import SEMIBOLD, look
from painmap.charts.sheet import Sheet, cut, slanted, width_of


def test_a_sheet_is_measured_in_points_from_its_top_left_corner() -> None:
    figure = figure_of(960, 480)
    sheet = Sheet(figure, look("light"))

    assert (sheet.width, sheet.height) == (720, 360)
    assert sheet.points.transform((0, 0)) == pytest.approx((0, 480))
    assert sheet.points.transform((720, 360)) == pytest.approx((960, 0))


def test_values_lie_in_their_box_with_the_low_ones_at_its_foot() -> None:
    sheet = Sheet(figure_of(960, 480), look("light"))
    values = sheet.within((100, 50, 300, 150), across=20, low=0, high=10)

    assert sheet.points.inverted().transform(values.transform((0, 0))) == pytest.approx((100, 150))
    assert sheet.points.inverted().transform(values.transform((20, 10))) == pytest.approx((300, 50))


def test_slanted_strokes_are_cut_at_the_edges_of_their_box() -> None:
    strokes = slanted((10, 10, 30, 20), 4)

    assert strokes
    for (x0, y0), (x1, y1) in strokes:
        assert 10 <= x0 < x1 <= 30
        assert 10 <= y1 < y0 <= 20
        assert (x0 + y0) % 4 == pytest.approx(0)


def test_hatching_meets_across_neighbouring_boxes() -> None:
    whole = slanted((0, 0, 20, 10), 4)
    halves = slanted((0, 0, 10, 10), 4) + slanted((10, 0, 20, 10), 4)

    assert sum(b[0] - a[0] for a, b in whole) == pytest.approx(sum(b[0] - a[0] for a, b in halves))


def test_strokes_grow_with_the_look() -> None:
    figure = figure_of()
    sheet = Sheet(figure, look("light").sized(2))
    sheet.strokes([((0, 0), (10, 0))], "one", "#000000", 0.5)

    drawn = artist(figure, "one")
    assert isinstance(drawn, LineCollection)
    assert drawn.get_linewidths()[0] == 1.5


def test_the_width_of_words_is_that_of_their_letters() -> None:
    figure = figure_of()
    sheet = Sheet(figure, look("light"))
    text = sheet.say(10, 20, "Left lower back", size=12, weight=SEMIBOLD)

    measured = text.get_window_extent().width * 72 / 96

    assert width_of("Left lower back", 12, SEMIBOLD) == pytest.approx(measured, rel=0.03)


def test_words_that_are_too_long_end_with_an_ellipsis_and_fit() -> None:
    short = cut("Right palm and fingers", 60, 10)

    assert short.endswith("…")
    assert not short.endswith(" …")
    assert width_of(short, 10) <= 60
    assert cut("Knee", 60, 10) == "Knee"
