"""What a pointer and the arrow keys reach in a picture."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painmap.charts.pointing import Boxes, DayColumns, Way
from painmap.domain.period import Period

START = date(2026, 11, 9)
PERIOD = Period(START, START + timedelta(9))
LOGGED = tuple(START + timedelta(n) for n in (1, 2, 5, 9))
COLUMNS = DayColumns(PERIOD, LOGGED, 0.2, 0.7, 0.1, 0.9)
GRID = Boxes(
    {(row, column): (column / 3, row / 2, (column + 1) / 3, (row + 1) / 2) for row in (0, 1) for column in range(3)}
)


@pytest.mark.parametrize(("x", "day"), [(0.2, 0), (0.2499, 0), (0.2501, 1), (0.699, 9)])
def test_a_day_is_found_where_its_column_stands_at_any_height(x: float, day: int) -> None:
    assert COLUMNS.at(x, 0.0) == COLUMNS.at(x, 1.0) == START + timedelta(day)


@pytest.mark.parametrize("x", [0.0, 0.199, 0.7, 1.0])
def test_beside_the_days_there_is_none(x: float) -> None:
    assert COLUMNS.at(x, 0.5) is None


@given(st.integers(1, 4000), st.data())
def test_the_middle_of_a_day_is_in_its_column(days: int, data: st.DataObject) -> None:
    period = Period(START, START + timedelta(days - 1))
    day = START + timedelta(data.draw(st.integers(0, days - 1)))
    columns = DayColumns(period, (), 0.1, 0.95, 0, 1)

    assert columns.day_at(columns.x_of(day)) == day


def test_a_day_is_marked_by_a_line_as_high_as_the_chart() -> None:
    assert COLUMNS.box(START) == pytest.approx((0.225, 0.1, 0.225, 0.9))


@pytest.mark.parametrize("key", [START - timedelta(1), START + timedelta(10), "front-left-knee", None])
def test_what_is_no_day_of_the_period_has_no_place(key: object) -> None:
    assert COLUMNS.box(key) is None


@pytest.mark.parametrize(
    ("way", "reached"),
    [
        (Way.LEFT, LOGGED[0]),
        (Way.UP, LOGGED[0]),
        (Way.FIRST, LOGGED[0]),
        (Way.RIGHT, LOGGED[-1]),
        (Way.DOWN, LOGGED[-1]),
        (Way.LAST, LOGGED[-1]),
    ],
)
@pytest.mark.parametrize("key", [None, "front-left-knee"])
def test_with_no_day_pointed_at_a_key_reaches_the_first_or_last_logged_day(
    key: object, way: Way, reached: date
) -> None:
    assert COLUMNS.step(key, way) == reached


@pytest.mark.parametrize(
    ("day", "left", "right"), [(1, None, 2), (2, 1, 5), (3, 2, 5), (5, 2, 9), (9, 5, None), (0, None, 1)]
)
def test_keys_go_from_logged_day_to_logged_day(day: int, left: int | None, right: int | None) -> None:
    key = START + timedelta(day)
    before = None if left is None else START + timedelta(left)
    after = None if right is None else START + timedelta(right)

    assert COLUMNS.step(key, Way.LEFT) == COLUMNS.step(key, Way.UP) == before
    assert COLUMNS.step(key, Way.RIGHT) == COLUMNS.step(key, Way.DOWN) == after
    assert (COLUMNS.step(key, Way.FIRST), COLUMNS.step(key, Way.LAST)) == (LOGGED[0], LOGGED[-1])


@pytest.mark.parametrize("way", Way)
def test_without_logged_days_and_without_boxes_there_is_nowhere_to_go(way: Way) -> None:
    assert DayColumns(PERIOD, (), 0, 1, 0, 1).step(START, way) is None
    assert Boxes({}).step(None, way) is None


def test_of_two_boxes_on_each_other_the_upper_one_is_found() -> None:
    boxes = Boxes({"body": (0.0, 0.0, 1.0, 1.0), "knee": (0.4, 0.4, 0.6, 0.6)})

    assert boxes.at(0.5, 0.5) == "knee"
    assert boxes.at(0.1, 0.1) == "body"
    assert boxes.at(1.0, 1.0) is None


def test_a_box_is_where_it_was_put() -> None:
    assert GRID.box((0, 0)) == (0.0, 0.0, 1 / 3, 0.5)
    assert GRID.box("another") is None


@pytest.mark.parametrize("key", [None, "another"])
def test_with_no_box_pointed_at_a_key_reaches_the_first_or_the_last(key: object) -> None:
    for way in Way:
        last = way in (Way.LAST, Way.LEFT, Way.UP)
        assert GRID.step(key, way) == ((1, 2) if last else (0, 0))


def test_keys_go_along_rows_and_across_columns() -> None:
    assert GRID.step((0, 2), Way.RIGHT) == (1, 0)
    assert GRID.step((1, 0), Way.LEFT) == (0, 2)
    assert GRID.step((0, 1), Way.DOWN) == (1, 1)
    assert GRID.step((1, 2), Way.UP) == (0, 2)
    assert (GRID.step((1, 1), Way.FIRST), GRID.step((0, 1), Way.LAST)) == ((0, 0), (1, 2))


@pytest.mark.parametrize(
    ("key", "way"), [((0, 0), Way.LEFT), ((1, 2), Way.RIGHT), ((0, 1), Way.UP), ((1, 1), Way.DOWN)]
)
def test_at_the_edge_there_is_no_other_box(key: object, way: Way) -> None:
    assert GRID.step(key, way) is None


def test_up_and_down_reach_the_nearest_row_and_in_it_the_nearest_box() -> None:
    boxes = Boxes(
        {"top": (0.4, 0.0, 0.6, 0.1), "far": (0.4, 0.8, 0.6, 0.9), "a": (0, 0.3, 0.2, 0.4), "b": (0.6, 0.3, 0.9, 0.4)}
    )

    assert boxes.step("top", Way.DOWN) == "b"
    assert boxes.step("b", Way.DOWN) == "far"
    assert boxes.step("far", Way.UP) == "b"


@given(st.integers(1, 6), st.integers(1, 6))
def test_every_box_of_a_grid_is_reached_by_going_right_and_by_going_down(rows: int, columns: int) -> None:
    boxes = Boxes(
        {
            (row, column): (column / columns, row / rows, (column + 0.9) / columns, (row + 0.9) / rows)
            for row in range(rows)
            for column in range(columns)
        }
    )
    met, key = [], boxes.step(None, Way.FIRST)
    while key is not None:
        met.append(key)
        key = boxes.step(key, Way.RIGHT)
    assert met == list(boxes.boxes)
    down = [(0, 0)]
    while (key := boxes.step(down[-1], Way.DOWN)) is not None:
        down.append(key)
    assert down == [(row, 0) for row in range(rows)]
