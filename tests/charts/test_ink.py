"""Greys become strokes, thin lines thick enough for a fax, and everything black or white."""

import numpy as np
import pytest
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from painmap.charts.ink import DOT, INK, THIN, across, in_ink, shade_of, stroke_gap
from painmap.charts.look import PAPER
from painmap.charts.sheet import Sheet

SQUARE = [(10.0, 10.0), (30.0, 10.0), (30.0, 30.0), (10.0, 30.0)]


def sheet() -> Sheet:
    return Sheet(Figure(figsize=(1, 1)), INK)


def strokes_of(drawn: Sheet, gid: str) -> list[object]:
    found = drawn.figure.findobj(lambda one: isinstance(one, LineCollection) and one.get_gid() == gid)
    return [stroke for one in found for stroke in one.get_segments()]


def test_a_darker_grey_has_strokes_closer_together_and_white_and_black_have_none():
    counted = []
    for shade in ("#ffffff", "#dbdbdb", "#c0c0c0", "#000000"):
        drawn = sheet()
        drawn.shapes([SQUARE], "cell", facecolors=shade)
        in_ink(drawn.figure)
        counted.append(len(strokes_of(drawn, "cell-strokes")))
    assert counted[0] == counted[3] == 0
    assert 0 < counted[1] < counted[2]


def test_what_was_translucent_is_as_light_as_it_looked():
    drawn = sheet()
    drawn.shapes([SQUARE], "band", facecolors="#000000", alpha=0.22)
    drawn.shapes([SQUARE], "event", facecolors="#9a9a9a", alpha=0.2)
    in_ink(drawn.figure)
    assert strokes_of(drawn, "band-strokes")
    assert not strokes_of(drawn, "event-strokes")
    assert shade_of("#000000", 0.22) == pytest.approx(0.78)


def test_strokes_cover_as_much_as_the_grey_and_stay_inside():
    drawn = sheet()
    drawn.shapes([SQUARE], "cell", facecolors="#c0c0c0")
    in_ink(drawn.figure)
    (found,) = drawn.figure.findobj(lambda one: one.get_gid() == "cell-strokes")
    ends = np.array(found.get_segments())
    assert ends[:, :, 0].min() > 9.99
    assert ends[:, :, 0].max() < 30.01
    long = np.hypot(*(ends[:, 0] - ends[:, 1]).T).sum() * THIN / 400
    assert long == pytest.approx(1 - shade_of("#c0c0c0"), abs=0.04)
    assert stroke_gap(1.0) == 0


def test_strokes_leave_out_what_a_shape_leaves_out():
    outer = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
    inner = [(4, 4), (6, 4), (6, 6), (4, 6), (4, 4)]
    whole, ring = across([outer], 1), across([outer, inner], 1)
    assert len(ring) > len(whole)
    assert across([], 1) == []


def test_no_line_is_thinner_and_no_dot_smaller_than_a_fax_keeps():
    drawn = sheet()
    drawn.strokes([((0, 0), (9, 9))], "hairline", PAPER.muted, 0.3)
    drawn.line([0, 1], [0, 1], "dots", drawn.points, marker="o", ms=1.0, lw=0.2, color="#a83a1c", alpha=0.5)
    in_ink(drawn.figure)
    (hairline,) = drawn.figure.findobj(lambda one: one.get_gid() == "hairline")
    (dots,) = drawn.figure.findobj(lambda one: one.get_gid() == "dots")
    assert hairline.get_linewidth().min() == THIN
    assert (dots.get_linewidth(), dots.get_markersize(), dots.get_alpha()) == (THIN, DOT, None)
    assert to_rgba(dots.get_color()) == to_rgba("#000000")


def test_grey_lines_are_dotted_and_others_are_not():
    drawn = sheet()
    drawn.strokes([((0, 0), (9, 0)), ((0, 5), (9, 5))], "ruler", [INK.line, INK.grid], 0.4)
    drawn.strokes([((0, 0), (9, 0))], "events", INK.grid, 0.5, linestyles=[(0, (6, 3))])
    in_ink(drawn.figure)
    (ruler,) = drawn.figure.findobj(lambda one: one.get_gid() == "ruler")
    (events,) = drawn.figure.findobj(lambda one: one.get_gid() == "events")
    assert [dashes is None for _, dashes in ruler.get_linestyle()] == [True, False]
    assert len(events.get_linestyle()) == 1


def test_words_are_black_and_those_on_black_white():
    drawn = sheet()
    dark, light = drawn.say(0, 9, "7", colour="#595959"), drawn.say(9, 9, "8", colour="#ffffff")
    in_ink(drawn.figure)
    assert [to_rgba(each.get_color()) for each in (dark, light)] == [to_rgba("#000000"), to_rgba("#ffffff")]


def test_levels_are_white_sparse_dense_and_black_with_the_gap_between_six_and_seven():
    gaps = [stroke_gap(shade_of(INK.fill(level))) for level in range(7)]
    assert gaps[0] == 0
    assert gaps[1] == gaps[3] > gaps[4] == gaps[6] > 3 * THIN
    assert [INK.figure_ink(level) for level in (6, 6.5, 7)] == ["#000000", "#ffffff", "#ffffff"]
    assert {INK.fill(level) for level in (6.5, 7, 10)} == {"#000000"}
