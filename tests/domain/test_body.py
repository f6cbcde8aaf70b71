"""The geometry of the shipped body map: every point lies where a tap would look for it."""

from itertools import pairwise
from math import hypot, isclose

import pytest
import shapely

from painmap.domain.body import FLATNESS, PAGE, Point, Shape, body, flatten, read
from painmap.domain.regions import Side, View, regions
from painmap.paths import shipped

SHAPES = body().shapes


def grid(view: View, step: int) -> list[tuple[float, float]]:
    """Points all over a view and a little beyond, none on a line of the drawing."""
    left, top, right, bottom = (int(n) for n in body().drawings[view].box)
    columns, rows = range(left - 9, right + 9, step), range(top - 9, bottom + 9, step)
    return [(x + 0.37, y + 0.41) for x in columns for y in rows]


@pytest.mark.parametrize("name", regions())
def test_the_anchor_and_the_figure_of_a_region_hit_that_region(name: str) -> None:
    assert body().region_at(*SHAPES[name].anchor) == name
    assert body().region_at(*SHAPES[name].figure) == name


@pytest.mark.parametrize("name", regions())
def test_the_room_round_an_anchor_lies_inside_the_region(name: str) -> None:
    shape = SHAPES[name]
    assert isclose(shape.distance(*shape.anchor), shape.room, abs_tol=0.5)
    assert shape.room >= 14
    assert 0 < shape.width <= shape.box[2] - shape.box[0]


@pytest.mark.parametrize("name", regions())
def test_every_point_of_an_outline_lies_in_its_box_and_on_the_page(name: str) -> None:
    left, top, right, bottom = SHAPES[name].box
    assert 0 <= left < right <= PAGE[0]
    assert 0 <= top < bottom <= PAGE[1]
    assert all(left <= x <= right and top <= y <= bottom for x, y in SHAPES[name].points)
    assert SHAPES[name].points[0] != SHAPES[name].points[-1]


@pytest.mark.parametrize("view", View)
def test_the_regions_cover_the_outline_and_nothing_beside_it(view: View) -> None:
    outline = shapely.Polygon(body().drawings[view].outline)
    shapely.prepare(outline)
    for x, y in grid(view, 14):
        found = body().region_at(x, y)
        on_the_edge = outline.exterior.distance(shapely.Point(x, y)) < 0.2
        assert (found is not None) == outline.contains(shapely.Point(x, y)) or on_the_edge, (x, y)
        assert found is None or regions()[found].view is view


@pytest.mark.parametrize("view", View)
def test_no_point_lies_in_two_regions(view: View) -> None:
    for x, y in grid(view, 19):
        assert len([shape.id for shape in SHAPES.values() if shape.contains(x, y)]) <= 1


def test_the_patients_left_is_on_the_viewers_right_in_front_and_left_at_the_back() -> None:
    for view in View:
        left, _, right, _ = body().drawings[view].box
        for region in regions().values():
            offset = SHAPES[region.id].anchor[0] - (left + right) / 2
            if region.view is view and region.side is not Side.MIDLINE:
                assert (offset > 0) == ((region.side is Side.LEFT) == (view is View.FRONT)), region.id


def test_the_views_stand_side_by_side() -> None:
    assert body().drawings[View.FRONT].box[2] < body().drawings[View.BACK].box[0]
    assert all(body().drawings[view].details for view in View)


def outside(name: str, distance: float) -> tuple[float, float]:
    """The point so far to the viewer's left of the region's leftmost point."""
    x, y = min(SHAPES[name].points)
    return x - distance, y


def test_a_near_miss_snaps_to_the_region() -> None:
    x, y = outside("front-right-hand", 14)
    assert body().region_at(x, y) is None
    assert body().region_at(x, y, snap=14) == "front-right-hand"


def test_a_tap_far_from_the_body_snaps_to_nothing() -> None:
    assert body().region_at(*outside("front-right-hand", 30), snap=14) is None
    assert body().region_at(*outside("front-right-hand", 14.1), snap=14) is None
    assert body().region_at(5, 5, snap=14) is None


def test_of_two_regions_a_near_miss_takes_the_nearest() -> None:
    for name in ("front-left-shin", "front-left-ankle", "back-right-calf", "back-left-elbow"):
        found = body().region_at(*outside(name, 3), snap=14)
        assert found == min(SHAPES, key=lambda other: SHAPES[other].distance(*outside(name, 3)))


def test_a_tap_inside_needs_no_snapping_to_be_taken_by_its_region() -> None:
    x, y = SHAPES["front-left-knee"].anchor
    assert body().region_at(x, y, snap=500) == "front-left-knee"


def test_distance_is_measured_to_the_edge() -> None:
    square = Shape("square", ((0, 0), (10, 0), (10, 10), (0, 10), (0, 10)), (0, 0, 10, 10), (5, 5), 5, (5, 5), 10)
    assert square.distance(5, 4) == 4
    assert square.distance(13, 14) == 5
    assert square.contains(1, 9)
    assert not square.contains(11, 9)
    assert not square.contains(1, -9)


def test_straight_lines_are_kept_and_curves_end_where_they_end() -> None:
    (line,) = flatten("M1 2L3 4C3 4 9 9 10 10Z")
    assert line[:2] == ((1, 2), (3, 4))
    assert line[-1] == (10, 10)


def test_a_curve_lies_as_near_to_its_points_as_is_promised() -> None:
    start, a, b, end = (0, 0), (0, 40), (60, 80), (90, 10)
    (line,) = flatten("M0 0C0 40 60 80 90 10")
    for step in range(1001):
        t, u = step / 1000, 1 - step / 1000
        x = 3 * u * u * t * a[0] + 3 * u * t * t * b[0] + t**3 * end[0] + u**3 * start[0]
        y = 3 * u * u * t * a[1] + 3 * u * t * t * b[1] + t**3 * end[1] + u**3 * start[1]
        assert min(_distance((x, y), p, q) for p, q in pairwise(line)) <= FLATNESS


def _distance(point: Point, p: Point, q: Point) -> float:
    dx, dy = q[0] - p[0], q[1] - p[1]
    along = ((point[0] - p[0]) * dx + (point[1] - p[1]) * dy) / (dx * dx + dy * dy)
    along = min(1.0, max(0.0, along))
    return hypot(point[0] - p[0] - along * dx, point[1] - p[1] - along * dy)


def test_a_gentle_curve_needs_fewer_points_than_a_sharp_one() -> None:
    (gentle,) = flatten("M0 0C10 1 20 1 30 0")
    (sharp,) = flatten("M0 0C10 60 20 60 30 0")
    assert len(gentle) < len(sharp)


def test_relative_commands_start_where_the_last_one_ended() -> None:
    first, second = flatten("M1 2l3 -4c1 0 1 0 2 .5zM8 8L9 9")
    assert first[1] == (4, -2)
    assert first[-1] == (6, -1.5)
    assert second == ((8, 8), (9, 9))


def test_a_map_that_lacks_a_region_is_refused_with_its_name() -> None:
    svg = shipped("bodymap.svg").read_text(encoding="utf-8").replace('id="front-forehead"', 'id="front-brow"')
    with pytest.raises(ValueError, match=r"differ in front-brow, front-forehead"):
        read(svg)


def test_a_map_that_lacks_a_view_is_refused() -> None:
    svg = shipped("bodymap.svg").read_text(encoding="utf-8").replace('<g id="back"', '<g id="behind"')
    with pytest.raises(ValueError, match="lacks a view"):
        read(svg)


def test_the_body_is_read_once() -> None:
    assert body() is body()
