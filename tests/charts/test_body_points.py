from itertools import product

import pytest
from chart_days import invented_days
from matplotlib.figure import Figure

from painmap.charts.body_points import BodyPoints
from painmap.charts.heat import draw_body_heat, draw_halves
from painmap.charts.look import look
from painmap.charts.pointing import Way
from painmap.domain.body import body
from painmap.domain.regions import View, regions

LIGHT = look("light")
DAYS, PERIOD = invented_days(90)
WAYS = (Way.LEFT, Way.RIGHT, Way.UP, Way.DOWN)


def points(halves: bool = False, width: float = 7, height: float = 3) -> BodyPoints:
    figure = Figure(figsize=(width, height))
    found = (draw_halves if halves else draw_body_heat)(figure, DAYS, PERIOD, LIGHT)
    assert found is not None
    return found


def anchor(where: BodyPoints, n: int, name: str) -> tuple[float, float]:
    """Where the region's anchor is in the picture, worked out from its box."""
    left, top, right, bottom = where.box((n, name))
    x0, y0, x1, y1 = body().shapes[name].box
    x, y = body().shapes[name].anchor
    return left + (right - left) * (x - x0) / (x1 - x0), top + (bottom - top) * (y - y0) / (y1 - y0)


@pytest.mark.parametrize("halves", [False, True])
def test_every_region_of_every_map_is_found_where_it_is(halves: bool) -> None:
    where = points(halves)

    for n, name in product(range(3 if halves else 1), regions()):
        assert where.at(*anchor(where, n, name)) == (n, name)


def test_a_near_miss_finds_the_region_and_a_far_one_none() -> None:
    where = points()
    left, top, _, _ = where.box((0, "front-forehead"))
    _, y = anchor(where, 0, "front-forehead")

    assert where.at(left - 0.002, y) == (0, "front-forehead")
    assert where.at(left - 0.05, top) is None
    assert where.at(0.999, 0.999) is None


def test_boxes_lie_inside_the_picture() -> None:
    where = points(halves=True)

    for n, name in product(range(3), regions()):
        left, top, right, bottom = where.box((n, name))
        assert 0 <= left < right <= 1
        assert 0 <= top < bottom <= 1


def test_the_arrow_keys_reach_every_region_of_every_map() -> None:
    where = points(halves=True)
    reached, waiting = set(), [where.step(None, Way.RIGHT)]
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            waiting += [other for way in WAYS if (other := where.step(key, way)) is not None]

    assert reached == set(product(range(3), regions()))


def test_the_keys_begin_at_the_region_with_most_pain_and_end_at_the_edges() -> None:
    where = points()

    assert where.step(None, Way.RIGHT) == (0, where.start)
    assert where.step((0, where.start), Way.FIRST) == (0, next(iter(regions())))
    assert where.step((0, where.start), Way.LAST) == (0, list(regions())[-1])
    assert where.step((0, "front-forehead"), Way.UP) is None


def test_at_the_edge_of_a_body_the_keys_go_on_to_the_next_one_and_stop_at_the_last() -> None:
    where, key, seen = points(halves=True), (0, "front-right-hand"), []
    while key is not None:
        seen.append((key[0], regions()[key[1]].view))
        key = where.step(key, Way.RIGHT)

    assert list(dict.fromkeys(seen)) == list(product(range(3), (View.FRONT, View.BACK)))


@pytest.mark.parametrize("key", [None, "else", (7, "front-forehead"), (0, "nowhere")])
def test_nothing_else_has_a_box(key: object) -> None:
    assert points().box(key) is None
