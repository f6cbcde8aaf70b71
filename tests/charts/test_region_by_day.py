from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, pairwise

import pytest
from chart_days import END, invented_days, logged_day
from drawn import artist, crowded, figure_of, has, heights, texts
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from painmap.charts.look import PAPER, Look, look
from painmap.charts.pointing import Way
from painmap.charts.region_by_day import ROWS, draw_region_by_day, region_by_day_height
from painmap.charts.region_cells import column_days, columns_of, region_days, shown_regions
from painmap.charts.region_points import RegionPoints
from painmap.charts.region_room import readable_step
from painmap.charts.sheet import CAP_HEIGHT
from painmap.domain.period import Period

LIGHT = look("light")
LOOKS = (LIGHT, look("dark"), look("contrast"), PAPER.sized(1.5))
KNEE, HEAD, BACK = "front-left-knee", "front-forehead", "back-left-lower-back"


def chart(span: int, of: Look = LIGHT, width: float = 1128, rows: int | None = ROWS) -> Figure:
    days, period = invented_days(span)
    return drawn(days, period, of, width, rows)


def drawn(
    days: object,
    period: Period,
    of: Look = LIGHT,
    width: float = 488,
    rows: int | None = ROWS,
    step: int | None = None,
) -> Figure:
    figure = figure_of(width, region_by_day_height(days, period, of, rows) * 96 / 72)
    draw_region_by_day(figure, days, period, of, rows, step=step)
    return figure


def readable(span: int, width: float, of: Look = LIGHT) -> int:
    """Days in a column of invented days on that many px."""
    return readable_step(*invented_days(span), of, width * 72 / 96)


def mapped(*maps: dict[str, int] | None, copied: bool = False) -> tuple[list, Period]:
    """Days with these maps; None is a day without an entry."""
    start = date(2026, 11, 2)
    days = [logged_day(start + timedelta(n), places=m, copied=copied) for n, m in enumerate(maps) if m is not None]
    return days, Period(start, start + timedelta(len(maps) - 1))


def boxes(figure: Figure, gid: str) -> list[tuple[str, float, float, float, float]]:
    """Fill, left, top, right and bottom of each box."""
    found = artist(figure, gid)
    assert isinstance(found, PathCollection)
    seen = []
    for path, colour in zip(found.get_paths(), cycle(found.get_facecolor()), strict=False):
        for corners in path.vertices.reshape(-1, 5, 2):
            (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
            seen.append((to_hex(colour), left, top, right, bottom))
    return seen


def figures_in(figure: Figure, gid: str = "figures") -> int:
    return len(artist(figure, gid).get_offsets()) if has(figure, gid) else 0


@pytest.mark.parametrize("span", [1, 3, 14, 56, 90, 200, 365, 1200, 3650])
@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_all_words_have_room(of: Look, span: int) -> None:
    assert crowded(chart(span, of)) == []


@pytest.mark.parametrize("span", [14, 56, 365])
def test_all_rows_have_room_in_a_narrow_card_with_large_type(span: int) -> None:
    assert crowded(chart(span, LIGHT.sized(1.5), 488, None)) == []


def test_rows_go_from_the_highest_sum_of_ratings_down() -> None:
    days, period = mapped({KNEE: 3, BACK: 7}, {KNEE: 3, HEAD: 1})

    assert shown_regions(days, period) == [BACK, KNEE, HEAD]
    assert shown_regions(days, period, 2) == [BACK, KNEE]


def test_rows_go_from_head_to_foot_in_body_order() -> None:
    days, period = mapped({KNEE: 3, BACK: 7}, {KNEE: 3, HEAD: 1})

    assert shown_regions(days, period, order="body") == [HEAD, KNEE, BACK]
    assert shown_regions(days, period, 2, "body") == [KNEE, BACK]


def test_only_so_many_rows_are_drawn_as_asked_for() -> None:
    days, period = mapped({KNEE: 3, BACK: 7, HEAD: 1})

    assert len(boxes(drawn(days, period, rows=2), "cells")) == 2
    assert len(boxes(drawn(days, period, rows=None), "cells")) == 3


def test_the_page_says_how_many_regions_it_leaves_out() -> None:
    days, period = mapped({KNEE: 3, BACK: 7, HEAD: 1})

    assert "and 1 more region" in texts(drawn(days, period, PAPER.sized(1.5), 1000, rows=2))


def test_a_cell_has_the_fill_of_its_intensity() -> None:
    figure = drawn(*mapped({KNEE: 3}, {KNEE: 8}))

    cells = sorted(boxes(figure, "cells"), key=lambda cell: cell[1])

    assert [fill for fill, *_ in cells] == [LIGHT.fill(3).lower(), LIGHT.fill(8).lower()]


def test_a_mapped_day_without_pain_in_a_region_has_no_cell_and_no_hatching() -> None:
    figure = drawn(*mapped({KNEE: 3}, {}, {KNEE: 4}))

    assert len(boxes(figure, "cells")) == 2
    hatching = artist(figure, "gaps")
    assert isinstance(hatching, LineCollection)
    assert hatching.get_segments() == []


def test_a_day_without_an_entry_and_a_day_without_a_map_are_hatched() -> None:
    days, period = mapped({KNEE: 3}, None, {KNEE: 3}, {KNEE: 3})
    days[2] = logged_day(days[2].day, 5)
    figure = drawn(days, period)

    hatching = artist(figure, "gaps")
    assert isinstance(hatching, LineCollection)
    plain = [(left, right) for _, left, _, right, _ in boxes(figure, "rated")]
    middles = [(a[0] + b[0]) / 2 for a, b in hatching.get_segments()]

    assert len(plain) == 2
    assert middles
    assert not any(left < x < right for x in middles for left, right in plain)


@pytest.mark.parametrize("of", [LIGHT, LIGHT.sized(1.5)], ids=["100", "150"])
@pytest.mark.parametrize(("span", "width"), [(14, 488), (91, 1128), (91, 844), (182, 876), (365, 1128), (365, 876)])
def test_figures_stand_in_every_cell_of_the_readable_columns(span: int, width: float, of: Look) -> None:
    figure = drawn(*invented_days(span), of, width, None, readable(span, width, of))
    cells = boxes(figure, "cells")
    widest = max(right - left for _, left, _, right, _ in cells)

    assert figures_in(figure) >= sum(right - left > 0.5 * widest for _, left, _, right, _ in cells)
    assert min(heights(figure, "figures")) > CAP_HEIGHT * 11 * of.scale / LIGHT.scale * 72 / 96 * 0.99


@pytest.mark.parametrize(
    ("span", "width", "scale", "step"),
    [
        (14, 844, 1, 1),
        (31, 844, 1, 1),
        (91, 1800, 1, 1),
        (91, 844, 1, 7),
        (91, 808, 1.5, 7),
        (182, 844, 1, 7),
        (365, 1128, 1, 7),
        (365, 844, 1, 30),
        (1000, 1128, 1, 30),
        (3650, 1128, 1, 30),
    ],
)
def test_a_column_has_as_few_days_as_its_figures_have_room_for(
    span: int, width: float, scale: float, step: int
) -> None:
    assert readable(span, width, LIGHT.sized(scale)) == step


def test_more_room_never_asks_for_wider_columns() -> None:
    steps = [readable(365, width) for width in range(500, 2400, 200)]

    assert steps == sorted(steps, reverse=True)
    assert set(steps) == {7, 30}


def test_where_no_columns_can_be_read_they_are_as_the_period_asks() -> None:
    assert readable(91, 200, LIGHT.sized(3)) == 1
    assert readable_step([], Period.last(91, END), LIGHT, 600) == 1


def test_figures_are_left_out_of_cells_that_have_no_room() -> None:
    assert not has(chart(90, width=488), "figures")
    assert not has(chart(3650), "figures")


def test_where_one_figure_has_no_room_none_is_written() -> None:
    days, period = invented_days(91)
    calm = [replace(day, regions={KNEE: 4}) for day in days]

    assert has(drawn(calm, period, width=1128), "figures")
    assert not has(drawn([*calm[:-1], replace(calm[-1], regions={KNEE: 10})], period, width=1128), "figures")


def test_a_figure_stands_above_a_cell_that_is_too_low_for_it() -> None:
    start = END - timedelta(139)
    maps = ({KNEE: 9}, {HEAD: 1}, {HEAD: 1}, {HEAD: 1})
    figure = drawn([logged_day(start + timedelta(n), places=m) for n, m in enumerate(maps)], Period(start, END))
    (top,) = [top for fill, _, top, _, _ in boxes(figure, "cells") if fill == LIGHT.fill(9).lower()]
    inks = dict(zip((round(y) for _, y in artist(figure, "figures").get_offsets()), inks_of(figure), strict=True))

    above = [ink for y, ink in inks.items() if y < top]
    assert above == [LIGHT.ink.lower()]


def inks_of(figure: Figure) -> list[str]:
    return [to_hex(ink) for ink in artist(figure, "figures").get_facecolor()]


def test_days_with_a_copied_map_have_a_ring() -> None:
    rings = artist(drawn(*mapped({KNEE: 3}, {KNEE: 3}, copied=True)), "copied")

    assert isinstance(rings, Line2D)
    assert len(rings.get_xdata()) == 2


def test_days_entered_later_have_a_triangle_of_their_own() -> None:
    days, period = mapped({KNEE: 3}, {KNEE: 3}, copied=True)
    figure = drawn([replace(days[0], entered_later=True), days[1]], period)

    ring, triangle = artist(figure, "copied"), artist(figure, "entered-later")
    assert (ring.get_marker(), triangle.get_marker()) == ("o", "v")
    assert (len(ring.get_xdata()), len(triangle.get_xdata())) == (2, 1)
    assert min(triangle.get_ydata()) > max(ring.get_ydata())


@pytest.mark.parametrize(("span", "step", "columns"), [(100, 1, 100), (101, 7, 15), (365, 7, 53), (3650, 30, 122)])
def test_a_column_is_a_day_a_week_or_thirty_days(span: int, step: int, columns: int) -> None:
    period = Period.last(span, END)
    found = columns_of(period)

    assert (column_days(period), len(found)) == (step, columns)
    assert (found[0].start, found[-1].end) == (period.start, END)
    assert all(after.start - before.end == timedelta(1) for before, after in pairwise(found))


def test_over_a_hundred_days_a_cell_is_a_week_as_high_as_the_share_of_days() -> None:
    start = END - timedelta(209)
    maps = ({KNEE: 4}, {KNEE: 7}, {}, {HEAD: 1})
    days, period = [logged_day(start + timedelta(n), places=m) for n, m in enumerate(maps)], Period(start, END)

    data = region_days(days, period, [KNEE, HEAD])
    cells = {fill: bottom - top for fill, _, top, _, bottom in boxes(drawn(days, period), "cells")}

    assert dict(data.given) == {(KNEE, 0): [4, 7], (HEAD, 0): [1]}
    assert (data.logged[:2], data.mapped[:2]) == ((4, 0), (4, 0))
    assert cells[LIGHT.fill(5.5).lower()] == pytest.approx(2 * cells[LIGHT.fill(1).lower()])


def test_pale_cells_are_outlined_and_strong_ones_are_not() -> None:
    cells = artist(drawn(*mapped({KNEE: 1}, {KNEE: 9})), "cells")
    by_fill = {to_hex(f): to_hex(e) for f, e in zip(cells.get_facecolor(), cells.get_edgecolor(), strict=True)}

    assert by_fill[LIGHT.fill(1).lower()] == LIGHT.rated_outline.lower()
    assert by_fill[LIGHT.fill(9).lower()] == LIGHT.surface.lower()


def test_all_rows_have_dates_above_and_the_days_on_which_each_hurt() -> None:
    figure = chart(56, rows=None)
    dates = [text for text in texts(figure) if text == "5 Oct"]

    assert len(dates) == 2
    assert figures_in(figure, "counts") == 19
    assert "of 38" in texts(figure)


def test_ten_years_are_drawn_with_few_artists() -> None:
    figure = chart(3650)

    assert len(boxes(figure, "cells")) <= ROWS * 122
    assert len(figure.get_children()) < 40


def points(*maps: dict[str, int] | None) -> tuple[RegionPoints, list, Period]:
    days, period = mapped(*maps)
    figure = figure_of(800, 200)
    found = draw_region_by_day(figure, days, period, LIGHT, None)
    assert found is not None
    return found, days, period


def test_a_cell_is_found_where_it_stands() -> None:
    where, days, period = points({KNEE: 3, BACK: 7}, None, {KNEE: 3})
    for name in (BACK, KNEE):
        for day in period:
            left, top, right, bottom = where.box((name, day))
            assert where.at((left + right) / 2, (top + bottom) / 2) == (name, day)
    assert where.at(0.01, 0.5) is None
    assert where.at(0.5, 0.999) is None
    assert where.box((HEAD, days[0].day)) is None
    assert where.box("else") is None


def test_the_arrow_keys_go_along_logged_days_and_down_the_rows() -> None:
    where, _, period = points({KNEE: 3, BACK: 7}, None, {KNEE: 3})
    first, _, last = period

    assert where.step(None, Way.RIGHT) == (BACK, last)
    assert where.step(None, Way.LEFT) == (BACK, first)
    assert where.step((BACK, first), Way.RIGHT) == (BACK, last)
    assert where.step((BACK, last), Way.LEFT) == (BACK, first)
    assert where.step((BACK, first), Way.LEFT) is None
    assert where.step((BACK, first), Way.LAST) == (BACK, last)
    assert where.step((BACK, last), Way.FIRST) == (BACK, first)
    assert where.step((BACK, last), Way.DOWN) == (KNEE, last)
    assert where.step((KNEE, last), Way.DOWN) is None
    assert where.step((BACK, last), Way.UP) is None


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
