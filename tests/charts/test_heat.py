"""The body charts of the screen, drawn and in words."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from chart_days import END, invented_days, logged_day
from drawn import crowded, figure_of, has, heights, texts
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from painmap.charts.heat import NO_MAP, TOO_FEW, draw_body_heat, draw_halves, halves_height
from painmap.charts.look import PAPER, look
from painmap.charts.map_words import (
    halves_sentence,
    halves_table,
    heat_sentence,
    heat_table,
    region_halves,
    region_heat,
)
from painmap.charts.sheet import CAP_HEIGHT
from painmap.charts.words import NOTHING_LOGGED
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, places

LIGHT = look("light")
KNEE, BACK = "front-left-knee", "back-left-lower-back"
Draw = Callable[..., None]


def drawn(draw: Draw, *given: object, width: float = 6.0, height: float = 5.0) -> Figure:
    figure = Figure(figsize=(width, height), dpi=96)
    FigureCanvasAgg(figure)
    draw(figure, *given)
    figure.canvas.draw()
    return figure


def words(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.texts]


def inside(figure: Figure) -> bool:
    """Whether every text lies within the figure."""
    width, height = figure.canvas.get_width_height()
    boxes = [text.get_window_extent() for text in figure.texts if text.get_text()]
    return all(b.x0 >= -1 and b.x1 <= width + 1 and b.y0 >= -1 and b.y1 <= height + 1 for b in boxes)


@pytest.mark.parametrize("chart_look", [LIGHT, look("dark"), look("contrast"), PAPER], ids=lambda each: each.name)
@pytest.mark.parametrize("value", ["median", "days", "worst"])
@pytest.mark.parametrize("span", [5, 90, 3650])
def test_body_heat_fits_with_its_legend(chart_look: object, value: str, span: int):
    figure = drawn(draw_body_heat, *invented_days(span), chart_look, value)
    assert {"Front", "Back"} <= set(words(figure))
    assert inside(figure)


def test_right_and_left_stand_beside_both_heads():
    figure = drawn(draw_body_heat, *invented_days(90), LIGHT)
    (sides,) = [artist for artist in figure.findobj(PathCollection) if artist.get_gid() == "sides"]
    assert len(sides.get_offsets()) == 4
    assert words(drawn(draw_body_heat, *invented_days(90), PAPER)).count("R") == 2


def test_nothing_logged_and_no_map_are_said_in_words():
    day, period = logged_day(END), Period.last(10, END)
    assert words(drawn(draw_body_heat, (), period, LIGHT)) == [NOTHING_LOGGED]
    assert words(drawn(draw_body_heat, (day,), period, LIGHT)) == [NO_MAP]
    assert words(drawn(draw_halves, (), period, LIGHT)) == [NOTHING_LOGGED]
    assert words(drawn(draw_halves, (day,), period, LIGHT)) == [TOO_FEW]
    assert heat_sentence((), period) == NOTHING_LOGGED


def test_halves_stand_side_by_side_with_their_dates_and_days():
    days, period = invented_days(56)
    height = halves_height(LIGHT, 6 * 72) / 72
    figure = drawn(draw_halves, days, period, LIGHT, height=height)
    said = words(figure)
    assert [heading for heading in said if heading in ("Earlier", "Later", "Change")] == ["Earlier", "Later", "Change"]
    assert any(text.startswith("28 Sep to 25 Oct, ") for text in said)
    assert inside(figure)
    outlines = [artist for artist in figure.findobj(PathCollection) if artist.get_gid() == "outlines"]
    assert len(outlines) == 3


def test_the_table_of_body_heat_counts_days_and_gives_median_and_worst():
    days = [logged_day(END, places={"front-left-knee": 4}), logged_day(END, places={"front-left-knee": 7})]
    table = heat_table(days, Period.last(3, END))
    assert table.rows == (("Left knee (front)", "2", "2", "5.5", "7"),)
    assert len(table.headings) == 5


def test_a_half_in_which_a_place_was_not_rated_says_so_in_words():
    period = Period.last(4, END)
    first = logged_day(period.start, places={KNEE: 4})
    (row,) = halves_table((first, logged_day(END, places={})), period).rows
    assert row[1:] == ("4", "1 of 1", "Not rated", "0 of 1", "too few days")
    (row,) = halves_table((first,), period).rows
    assert row[1:] == ("4", "1 of 1", "No map", "0 of 0", "too few days")


def test_the_halves_in_words_and_as_a_table_compare_only_enough_days():
    days, period = invented_days(56)
    table = halves_table(days, period)
    assert all(len(row) == 6 for row in table.rows)
    assert halves_sentence(days, period).startswith("Body, earlier and later half of 28 Sep to 22 Nov 2026, ")
    few = halves_table(days[:3], period)
    assert {row[-1] for row in few.rows} == {"too few days"}
    assert halves_sentence(days[:3], period).startswith("Not enough days")


def worst(days: list[int]) -> list[DaySummary]:
    """Days with these intensities of the left knee, the last one today; None is a map without it."""
    return [
        logged_day(END - timedelta(n), places={KNEE: given} if given else {BACK: 3})
        for n, given in enumerate(reversed(days))
    ]


def test_the_worst_of_all_days_is_filled_and_written():
    figure = drawn(draw_body_heat, worst([3, 3, 9]), Period.last(3, END), LIGHT, "worst")
    (filled,) = [artist for artist in figure.findobj(PathCollection) if artist.get_gid() == "regions"]
    assert [to_hex(colour) for colour in filled.get_facecolor()] == [LIGHT.fill(9).lower()]
    assert any(text.startswith("worst of 3 days") for text in words(figure))


def test_a_region_says_its_days_median_and_worst():
    found = places(worst([3, 4, 0, 9]))
    assert region_heat(KNEE, found, 4) == ("Left knee (front): hurt on 3 of 4 days with a map, median 4, worst 9")
    assert region_heat("front-left-hip", found, 4).endswith(": not rated on 4 days with a map")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ([7] * 5 + [0], [5] * 6, "earlier 7 on 5 of 6 days, later 5 on 6 of 6 days, 2 points less"),
        ([4] * 5, [5] * 5, "earlier 4 on 5 of 5 days, later 5 on 5 of 5 days, 1 point more"),
        ([4] * 5, [4] * 5, "earlier 4 on 5 of 5 days, later 4 on 5 of 5 days, the same"),
        ([0] * 5, [4] * 5, "earlier not rated on 5 days, later 4 on 5 of 5 days, new"),
        ([4] * 5, [0] * 5, "earlier 4 on 5 of 5 days, later not rated on 5 days, gone"),
        ([4] + [0] * 4, [4] * 5, "earlier 4 on 1 of 5 days, later 4 on 5 of 5 days, too few days to compare"),
        ([0] * 5, [0] * 5, "earlier not rated on 5 days, later not rated on 5 days"),
    ],
)
def test_a_region_says_both_halves_and_what_changed(before: list[int], after: list[int], told: str):
    earlier, later = worst(before), worst(after)
    said = region_halves(KNEE, places(earlier), places(later), len(earlier), len(later))
    assert said == f"Left knee (front): {told}"


def test_the_sentence_begins_with_the_dates_and_names_the_regions_with_most_pain():
    told = heat_sentence(*invented_days(90))
    assert told.startswith("Body, 25 Aug to 22 Nov 2026, 62 of 90 days logged, 56 with a map. ")
    assert told.endswith("; and 11 more regions.")
    assert "Left knee (front) hurt on 2 days, median 3.5, worst 4." in heat_sentence(worst([3, 4]), Period.last(2, END))


def test_days_without_pain_or_without_a_map_are_told_as_such():
    period = Period.last(3, END)
    assert heat_sentence((logged_day(END, 0, places={}),), period).endswith(
        "No pain was marked on the maps in these dates."
    )
    assert heat_sentence((logged_day(END),), period).endswith("No map in these dates.")


@pytest.mark.parametrize("draw", [draw_body_heat, draw_halves])
def test_nothing_can_be_pointed_at_where_nothing_is_drawn(draw: Draw):
    assert draw(Figure(), (), Period.last(10, END), LIGHT) is None


def test_ten_years_of_halves_are_few_artists():
    assert len(drawn(draw_halves, *invented_days(3650), LIGHT).get_children()) < 45


def test_signs_of_the_change_are_explained_where_the_bodies_have_them():
    days, period = invented_days(90)
    for width, height, explained in ((1350, 520, True), (560, 300, False)):
        figure = figure_of(width, height)
        draw_halves(figure, days, period, LIGHT)
        assert has(figure, "figures") is explained
        assert ("= under 1 point, N new, G gone, · too few days" in texts(figure)) is explained
        assert crowded(figure) == []


def test_no_figure_on_a_body_is_smaller_than_11_px():
    days, period = invented_days(90)
    figure = figure_of(700, 340)
    draw_body_heat(figure, days, period, LIGHT, "worst")
    assert min(heights(figure, "figures")) > CAP_HEIGHT * 11 * 72 / 96 * 0.99


@pytest.mark.parametrize("width", [556, 700, 1350])
def test_the_halves_of_ten_years_have_room_for_their_dates(width: float):
    figure = figure_of(width, 300)
    draw_halves(figure, *invented_days(3650), LIGHT)
    assert crowded(figure) == []
    assert sum("days" in text and " to " in text for text in texts(figure)) == 2
