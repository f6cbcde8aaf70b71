"""Words on screens are outlines that look as text does; on paper they are text."""

import numpy as np
import pytest
from drawn import figure_of, texts
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from painmap.charts.lettering import Lettering, em_advance
from painmap.charts.look import BOLD, PAPER, REGULAR, SEMIBOLD, look
from painmap.charts.sheet import Sheet, width_of

PIXEL = 96 / 72


def inked(figure: Figure) -> "np.ndarray":
    """How dark each pixel is, from 0 to 1."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return 1 - np.asarray(canvas.buffer_rgba())[:, :, :3].min(axis=2) / 255


def line_of(text: str, **style: object) -> Figure:
    figure = figure_of(240, 60)
    Sheet(figure, look("light")).say(90, 30, text, **style)
    return figure


def columns(ink: "np.ndarray") -> tuple[int, int]:
    found = np.flatnonzero(ink.max(axis=0) > 0.2)
    return int(found[0]), int(found[-1])


def test_a_screen_gets_outlines_and_paper_gets_text() -> None:
    on_screen, on_paper = figure_of(), figure_of()
    Sheet(on_screen, look("light")).say(10, 20, "Fatigue")
    Sheet(on_paper, PAPER).say(10, 20, "Fatigue")
    assert texts(on_screen) == texts(on_paper) == ["Fatigue"]
    assert type(on_screen.texts[0]) is Lettering
    assert type(on_paper.texts[0]) is Text


@pytest.mark.parametrize("weight", [REGULAR, SEMIBOLD, BOLD])
@pytest.mark.parametrize("size", [7.5, 10.0, 15.0])
def test_outlines_have_as_much_ink_as_text_of_that_size_and_weight(size: float, weight: int) -> None:
    drawn = line_of("Worst pain", size=size, weight=weight)
    as_text = figure_of(240, 60)
    (line,) = drawn.texts
    as_text.text(
        *line.get_position(), line.get_text(), transform=Sheet(as_text, look("light")).points, font=line.get_font()
    )
    as_text.texts[0].set_color(line.get_color())
    assert inked(drawn).sum() == pytest.approx(
        inked(as_text).sum(), rel=0.1
    )  # text is hinted to rows of pixels, which makes small letters paler


@pytest.mark.parametrize(("ha", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_a_line_stands_left_of_in_the_middle_of_or_right_of_its_place(ha: str, share: float) -> None:
    first, last = columns(inked(line_of("Heel", size=12, ha=ha)))
    begun = (90 - share * width_of("Heel", 12)) * PIXEL
    assert first == pytest.approx(begun, abs=2.5)
    assert last == pytest.approx(begun + width_of("Heel", 12) * PIXEL, abs=2.5)


@pytest.mark.parametrize("y", [30.0, 30.2, 30.4, 30.6])
def test_the_feet_of_letters_stand_on_a_row_of_pixels(y: float) -> None:
    figure = figure_of(240, 60)
    Sheet(figure, look("light")).say(20, y, "HHHH", size=14, colour="#000000")
    rows = inked(figure).max(axis=1)
    foot = np.flatnonzero(rows > 0.01)[-1]
    assert rows[foot] > 0.9


def test_a_patch_behind_a_line_hides_what_is_below_it() -> None:
    figure = figure_of(240, 60)
    sheet = Sheet(figure, look("light"))
    sheet.strokes([((0, 27), (180, 27))], "rule", "#000000", 4)
    bare = inked(figure)[36, 70]
    sheet.say(90, 30, "1", ha="center").set(bbox={"facecolor": "#ffffff", "linewidth": 0, "pad": 12.0}, zorder=4)
    assert bare == pytest.approx(1, abs=0.02)
    assert inked(figure)[36, 112] == 0


@pytest.mark.parametrize("text", ["", " "])
def test_nothing_to_say_is_drawn_as_nothing(text: str) -> None:
    assert inked(line_of(text)).max() == 0


def test_a_hidden_line_is_not_drawn() -> None:
    figure = line_of("Spread")
    figure.texts[0].set_visible(False)
    assert inked(figure).max() == 0


@pytest.mark.parametrize("chosen", [look("dark"), PAPER])
def test_dollars_in_a_name_are_dollars(chosen: object) -> None:
    figure = figure_of(240, 60)
    Sheet(figure, chosen).say(10, 30, "$5 cream, $9 cream")
    assert inked(figure).max() > 0.5
    assert figure.texts[0].get_window_extent().width > 0.9 * width_of("$5 cream, $9 cream", chosen.text) * PIXEL


def test_a_text_moves_the_pen_as_far_as_its_letters_do() -> None:
    for text in ("10", "Amitriptyline, to Nov 2019", "28 Sep"):
        assert em_advance(text, REGULAR) == pytest.approx(width_of(text, 1), rel=0.03)
