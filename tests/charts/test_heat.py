"""The body charts of the screen, drawn and in words."""

from collections.abc import Callable

import pytest
from chart_days import END, invented_days, logged_day
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure

from painmap.charts.heat import NO_MAP, TOO_FEW, draw_body_heat, draw_halves, halves_height
from painmap.charts.look import PAPER, look
from painmap.charts.map_words import halves_sentence, halves_table, heat_sentence, heat_table
from painmap.charts.words import NOTHING_LOGGED
from painmap.domain.period import Period

LIGHT = look("light")
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
@pytest.mark.parametrize("value", ["median", "days"])
@pytest.mark.parametrize("span", [5, 90, 3650])
def test_body_heat_fits_with_its_legend(chart_look: object, value: str, span: int):
    figure = drawn(draw_body_heat, *invented_days(span), chart_look, value)
    assert {"R", "L", "Front", "Back"} <= set(words(figure))
    assert inside(figure)


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
    assert table.rows == (("Knee, left", "2", "2", "5.5", "7"),)
    assert len(table.headings) == 5


def test_the_halves_in_words_and_as_a_table_compare_only_enough_days():
    days, period = invented_days(56)
    table = halves_table(days, period)
    assert all(len(row) == 6 for row in table.rows)
    assert halves_sentence(days, period).startswith("Body map of change")
    few = halves_table(days[:3], period)
    assert {row[-1] for row in few.rows} == {"too few days"}
    assert halves_sentence(days[:3], period).startswith("Not enough days")
