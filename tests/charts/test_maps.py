"""The body maps: what is filled, what is written where, and the same in words."""

from collections.abc import Mapping

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from PIL import Image

from painmap.charts.bodies import BACK_MOVES, Bodies, thinned
from painmap.charts.look import PAPER, Look, look
from painmap.charts.map_words import change_sentence, change_symbol, changes_between, map_sentence
from painmap.charts.maps import draw_absent, draw_change, draw_map, readable_on
from painmap.charts.sheet import Sheet
from painmap.domain.body import body
from painmap.domain.regions import View, regions
from painmap.domain.summary import Place, Seen

DPI = 400
LOOKS = (look("light"), look("dark"), look("contrast"), PAPER)


def sheet_of(width: float = 2.2, height: float = 2.2) -> Figure:
    figure = Figure(figsize=(width, height), dpi=DPI)
    FigureCanvasAgg(figure)
    return figure


def pixels(figure: Figure) -> Image.Image:
    figure.canvas.draw()
    return Image.fromarray(np.asarray(figure.canvas.buffer_rgba())).convert("RGB")


def part(figure: Figure, gid: str) -> PathCollection:
    return next(artist for artist in figure.findobj(PathCollection) if artist.get_gid() == gid)


def place(median: float, days: int = 10, of: int = 10) -> Place:
    return Place(days, of, median, int(median + 0.5), int(median * days))


def colours_at_anchors(figure: Figure, chart_look: Look) -> Mapping[str, str]:
    """The colour of each region where its anchor is, in a picture without figures."""
    bodies = Bodies(Sheet(Figure(figsize=figure.get_size_inches()), chart_look), (0, 0, *figure.get_size_inches() * 72))
    picture, found = pixels(figure), {}
    for name, shape in body().shapes.items():
        x, y = shape.anchor
        spot = bodies.at(x + (BACK_MOVES if regions()[name].view is View.BACK else 0), y)
        red, green, blue = picture.getpixel((int(spot[0] * DPI / 72), int(spot[1] * DPI / 72)))
        found[name] = f"#{red:02x}{green:02x}{blue:02x}"
    return found


@pytest.mark.parametrize("screen", ["light", "dark", "contrast"])
def test_every_region_has_the_colour_of_what_was_entered_for_it(screen: str):
    chart_look, figure = look(screen), sheet_of()
    entered = {name: n % 10 + 1 for n, name in enumerate(regions())}
    draw_map(figure, {name: place(level) for name, level in entered.items()}, chart_look)
    seen = colours_at_anchors(figure, chart_look)
    assert seen == {name: chart_look.fill(level).lower() for name, level in entered.items()}


def test_a_region_on_the_left_leaves_its_mirror_image_untouched():
    chart_look, figure = look("light"), sheet_of()
    draw_map(figure, {"front-left-knee": place(8), "back-right-calf": place(3)}, chart_look)
    seen = colours_at_anchors(figure, chart_look)
    coloured = {name for name, colour in seen.items() if colour != chart_look.body_fill.lower()}
    assert coloured == {"front-left-knee", "back-right-calf"}


@pytest.mark.parametrize("chart_look", LOOKS, ids=lambda each: each.name)
def test_a_place_that_hurts_on_less_than_a_quarter_of_the_days_has_a_figure_and_no_fill(chart_look: Look):
    figure = sheet_of(6, 6)
    draw_map(figure, {"front-left-knee": place(8, days=2), "front-right-knee": place(6)}, chart_look)
    assert [to_hex(fill) for fill in part(figure, "regions").get_facecolor()] == [chart_look.fill(6).lower()]
    inks = [to_hex(ink) for ink in part(figure, "figures").get_facecolor()]
    assert inks == [chart_look.muted.lower(), chart_look.figure_ink(6).lower()]


def test_a_half_takes_fill_and_ink_from_the_same_rounding():
    figure = sheet_of()
    draw_map(figure, {"back-left-buttock": place(6.5)}, PAPER)
    assert to_hex(part(figure, "regions").get_facecolor()[0]) == PAPER.fill(7)
    assert to_hex(part(figure, "figures").get_facecolor()[0]) == "#ffffff"


def test_small_bodies_on_a_screen_leave_their_figures_out_and_the_page_never_does():
    for chart_look, drawn in ((look("light"), 0), (PAPER, 1)):
        figure = sheet_of()
        draw_map(figure, {"front-left-knee": place(4)}, chart_look)
        assert sum(artist.get_gid() == "figures" for artist in figure.findobj(PathCollection)) == drawn


def test_the_map_of_days_is_filled_by_the_share_of_days():
    figure = sheet_of()
    found = {"front-left-knee": place(9, days=30, of=60), "front-right-knee": place(2, days=60, of=60)}
    draw_map(figure, found, PAPER, value="days")
    assert [to_hex(fill) for fill in part(figure, "regions").get_facecolor()] == [PAPER.fill(5), PAPER.fill(10)]


def test_the_map_of_the_worst_is_filled_by_it():
    figure = sheet_of()
    draw_map(figure, {"front-left-knee": Place(10, 10, 4, 9, 40)}, PAPER, value="worst")
    assert [to_hex(fill) for fill in part(figure, "regions").get_facecolor()] == [PAPER.fill(9)]


def test_more_is_solid_and_less_is_hatched_inside_its_region():
    figure = sheet_of(3, 3)
    draw_change(figure, {"front-left-knee": 2.0, "back-left-thigh": -1.5, "front-left-hip": 0.5}, PAPER)
    assert {to_hex(fill) for fill in part(figure, "regions").get_facecolor()} == {PAPER.more[1], PAPER.less_fill}
    (hatching,) = [artist for artist in figure.findobj(LineCollection) if artist.get_gid() == "hatching"]
    shape = body().shapes["back-left-thigh"]
    for (x0, y0), (x1, y1) in hatching.get_segments():
        assert shape.contains((x0 + x1) / 2 - BACK_MOVES, (y0 + y1) / 2)
        assert shape.distance(x0 - BACK_MOVES, y0) < 0.01
        assert shape.distance(x1 - BACK_MOVES, y1) < 0.01
    assert len(hatching.get_segments()) > 3


@pytest.mark.parametrize(
    ("change", "amount", "symbol"),
    [
        (2.0, "2", "+2"),
        (-1.5, "1½", "−1½"),
        (0.5, "½", "="),
        (0.0, "0", "="),
        (Seen.NEW, "", "N"),
        (Seen.GONE, "", "G"),
        (Seen.FEW, "", "·"),
    ],
)
def test_each_change_has_a_sign_that_survives_without_colour(change: float | str, amount: str, symbol: str):
    assert change_symbol(change, amount) == symbol


def test_no_map_is_dashed_and_says_so_instead_of_a_body_without_pain():
    figure = sheet_of(3, 3)
    draw_absent(figure, "too few days", PAPER)
    gids = {artist.get_gid() for artist in figure.findobj(PathCollection)}
    assert gids == {"outlines"}
    assert " ".join(text.get_text() for text in figure.texts).count("too few days") == 2


def test_all_regions_at_once_take_few_artists():
    figure = sheet_of(3, 3)
    draw_map(figure, {name: place(n % 10 + 1) for n, name in enumerate(regions())}, PAPER)
    assert len(figure.findobj(PathCollection)) <= 5


def test_neighbours_across_the_midline_keep_their_figures_apart():
    figure = sheet_of(2.3, 2.3)
    draw_map(figure, {name: place(6.5) for name in ("front-left-jaw", "front-right-jaw")}, PAPER)
    figures = part(figure, "figures")
    middles = [x for x, _ in figures.get_offsets()]
    left, right = (path.get_extents().translated(x, 0) for path, x in zip(figures.get_paths(), middles, strict=True))
    assert left.x0 > right.x1


def test_thinned_lines_stay_within_the_tolerance():
    for shape in body().shapes.values():
        kept = thinned(shape.points, 0.25)
        assert len(kept) < len(shape.points)
        assert set(kept) <= set(shape.points)
        assert all(any(abs(x - a) + abs(y - b) < 40 for a, b in kept) for x, y in shape.points)


def test_figures_on_solid_change_are_readable():
    assert readable_on("#5f140f") == "#ffffff"
    assert readable_on("#f0be8e") == "#000000"


def test_the_map_in_words_names_the_places_with_most_pain_first():
    found = {"front-left-knee": place(4.5, days=3, of=9), "back-left-lower-back": place(7, days=8, of=9)}
    assert map_sentence("later half", found) == (
        "Body map, front and back, later half. Lower back, left 7 on 8 of 9 days; Knee, left 4.5 on 3 of 9 days."
    )
    assert "No place was marked" in map_sentence("later half", {})


def test_the_change_in_words_has_every_place_of_either_half():
    before = {"front-left-knee": place(4, 6), "front-right-knee": place(5, 6), "back-sacrum": place(5, 2)}
    after = {"front-left-knee": place(6, 6), "front-left-hip": place(3, 5)}
    changes = changes_between(before, after)
    assert changes == {
        "front-left-hip": Seen.NEW,
        "front-left-knee": 2,
        "front-right-knee": Seen.GONE,
        "back-sacrum": Seen.FEW,
    }
    assert change_sentence(changes).endswith(
        "Hip, left new; Knee, left +2; Knee, right gone; Base of spine too few days."
    )


def test_on_paper_a_region_that_its_sign_fills_has_no_strokes_round_it():
    figure = sheet_of(2.3, 2.3)
    draw_change(figure, {"front-left-wrist": -1.0, "front-left-thigh": -1.0}, PAPER)
    (hatching,) = [artist for artist in figure.findobj(LineCollection) if artist.get_gid() == "hatching"]
    wrist, thigh = body().shapes["front-left-wrist"], body().shapes["front-left-thigh"]
    middles = [((x0 + x1) / 2, (y0 + y1) / 2) for (x0, y0), (x1, y1) in hatching.get_segments()]
    assert middles
    assert all(thigh.contains(*middle) and not wrist.contains(*middle) for middle in middles)
    assert {to_hex(fill) for fill in part(figure, "regions").get_facecolor()} == {PAPER.less_fill}
