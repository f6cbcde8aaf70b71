from datetime import date, timedelta

import pytest
from chart_days import END, invented_days, logged_day
from drawn import artist, crowded, figure_of, has, texts
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from painmap.charts.look import PAPER, Look, look
from painmap.charts.region_by_day import (
    ROWS,
    Cell,
    cells_of,
    draw_region_by_day,
    region_by_day_height,
    region_order,
)
from painmap.domain.period import Period

LIGHT = look("light")
LOOKS = (LIGHT, look("dark"), look("contrast"), PAPER.sized(1.5))
KNEE, HEAD, BACK = "front-left-knee", "front-forehead", "back-left-lower-back"


def chart(span: int, of: Look = LIGHT, width: float = 1128, rows: int | None = ROWS) -> Figure:
    days, period = invented_days(span)
    return drawn(days, period, of, width, rows)


def drawn(days: object, period: Period, of: Look = LIGHT, width: float = 488, rows: int | None = ROWS) -> Figure:
    figure = figure_of(width, region_by_day_height(days, period, of, rows) * 96 / 72)
    draw_region_by_day(figure, days, period, of, rows)
    return figure


def mapped(*maps: dict[str, int] | None, copied: bool = False) -> tuple[list, Period]:
    """Days with these maps; None is a day without an entry."""
    start = date(2026, 11, 2)
    days = [logged_day(start + timedelta(n), places=m, copied=copied) for n, m in enumerate(maps) if m is not None]
    return days, Period(start, start + timedelta(len(maps) - 1))


def polygons(figure: Figure, gid: str) -> PolyCollection:
    found = artist(figure, gid)
    assert isinstance(found, PolyCollection)
    return found


@pytest.mark.parametrize("span", [1, 3, 14, 56, 90, 200, 365, 1200, 3650])
@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_all_words_have_room(of: Look, span: int) -> None:
    assert crowded(chart(span, of)) == []


@pytest.mark.parametrize("span", [14, 56, 365])
def test_all_rows_have_room_in_a_narrow_card_with_large_type(span: int) -> None:
    assert crowded(chart(span, LIGHT.sized(1.5), 488, None)) == []


def test_rows_go_from_the_highest_sum_of_ratings_down() -> None:
    days, period = mapped({KNEE: 3, BACK: 7}, {KNEE: 3, HEAD: 1})

    assert region_order(days, period) == [BACK, KNEE, HEAD]


def test_only_so_many_rows_are_drawn_as_asked_for() -> None:
    days, period = mapped({KNEE: 3, BACK: 7, HEAD: 1})

    assert len(polygons(drawn(days, period, rows=2), "cells").get_paths()) == 2
    assert len(polygons(drawn(days, period, rows=None), "cells").get_paths()) == 3


def test_the_page_says_how_many_regions_it_leaves_out() -> None:
    days, period = mapped({KNEE: 3, BACK: 7, HEAD: 1})

    assert "and 1 more region" in texts(drawn(days, period, PAPER.sized(1.5), 1000, rows=2))


def test_a_cell_has_the_fill_of_its_intensity() -> None:
    figure = drawn(*mapped({KNEE: 3}, {KNEE: 8}))

    fills = [to_hex(colour) for colour in polygons(figure, "cells").get_facecolor()]

    assert fills == [LIGHT.fill(3).lower(), LIGHT.fill(8).lower()]


def test_a_mapped_day_without_pain_in_a_region_has_no_cell_and_no_hatching() -> None:
    figure = drawn(*mapped({KNEE: 3}, {}, {KNEE: 4}))

    assert len(polygons(figure, "cells").get_paths()) == 2
    hatching = artist(figure, "gaps")
    assert isinstance(hatching, LineCollection)
    assert hatching.get_segments() == []


def test_a_day_without_an_entry_and_a_day_without_a_map_are_hatched() -> None:
    days, period = mapped({KNEE: 3}, None, {KNEE: 3}, {KNEE: 3})
    days[2] = logged_day(days[2].day, 5)
    figure = drawn(days, period)

    hatching = artist(figure, "gaps")
    assert isinstance(hatching, LineCollection)
    rows = polygons(figure, "rated").get_paths()
    plain = [(path.vertices[:, 0].min(), path.vertices[:, 0].max()) for path in rows]
    middles = [(a[0] + b[0]) / 2 for a, b in hatching.get_segments()]

    assert len(plain) == 2
    assert middles
    assert not any(left < x < right for x in middles for left, right in plain)


def test_figures_stand_in_cells_that_have_room() -> None:
    assert isinstance(artist(chart(14), "figures"), PathCollection)
    assert not has(chart(90), "figures")


def test_days_with_a_copied_map_have_a_ring() -> None:
    rings = artist(drawn(*mapped({KNEE: 3}, {KNEE: 3}, copied=True)), "copied")

    assert isinstance(rings, Line2D)
    assert len(rings.get_xdata()) == 2


def test_over_two_hundred_days_a_cell_is_a_week_as_high_as_the_share_of_days() -> None:
    start = END - timedelta(209)
    maps = ({KNEE: 4}, {KNEE: 7}, {}, {HEAD: 1})
    days = [logged_day(start + timedelta(n), places=m) for n, m in enumerate(maps)]

    cells = cells_of(days, Period(start, END), [KNEE, HEAD])

    assert cells == [Cell(0, 0, 5.5, 0.5), Cell(1, 0, 1, 0.25)]


def test_ten_years_are_drawn_with_few_artists() -> None:
    figure = chart(3650)

    assert len(polygons(figure, "cells").get_paths()) <= ROWS * 122
    assert len(figure.get_children()) < 40


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], "Nothing logged in these dates."),
        ([logged_day(END, 5)], "No map in these dates."),
        ([logged_day(END, 0, places={})], "No pain was marked on the maps in these dates."),
    ],
)
def test_without_a_row_a_sentence_says_why(days: list, words: str) -> None:
    assert texts(drawn(days, Period.last(14, END))) == [words]
