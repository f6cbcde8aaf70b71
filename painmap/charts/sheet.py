"""A figure measured in points from its top left corner, and the few marks that charts are made of."""

from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.font_manager import findfont, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from painmap.charts.lettering import Lettering
from painmap.charts.look import REGULAR, Look, font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

POINTS_PER_INCH = 72
MM = POINTS_PER_INCH / 25.4
"""Points in a millimetre."""
CAP_HEIGHT = 0.727
"""Height of Inter's capitals and figures, in em."""

Spot = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points."""


class Sheet:
    """A figure to draw on in points: x to the right, y down. Artists are few, and there are no axes.

    `gid` names an artist: it is the id of its group in an SVG.
    """

    def __init__(self, figure: "Figure", look: Look) -> None:
        self.figure = figure
        self.look = look
        self.width, self.height = (float(n) * POINTS_PER_INCH for n in figure.get_size_inches())
        figure.set_facecolor(look.surface)
        down = Affine2D().scale(1 / self.width, -1 / self.height).translate(0, 1)
        self.points: Transform = down + figure.transFigure

    def within(self, box: Box, across: float, low: float, high: float) -> Transform:
        """From values (x from 0 to `across`, y from `low` at the foot to `high`) to their spots in the box."""
        left, top, right, bottom = box
        to_box = Affine2D().translate(0, -low).scale((right - left) / across, (top - bottom) / (high - low))
        return to_box.translate(left, bottom) + self.points

    def say(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float | None = None,
        weight: int = REGULAR,
        colour: str | None = None,
        ha: Literal["left", "center", "right"] = "left",
    ) -> "Text":
        """Text with its baseline at y: in files as words, on screens as outlines."""
        kind = Text if self.look.on_paper else Lettering
        words = kind(
            x,
            y,
            text,
            transform=self.points,
            fontproperties=font(size or self.look.text, weight),
            color=colour or self.look.ink,
            ha=ha,
            va="baseline",
            parse_math=False,  # a $ in the name of a treatment is a $
        )
        words.set_figure(self.figure)
        self.figure.texts.append(words)
        return words

    def line(self, x: "Sequence[float]", y: "Sequence[float]", gid: str, transform: Transform, **style: Any) -> Line2D:
        """A line through values, or marks on them; it ends wherever y is nan."""
        line = Line2D(x, y, transform=transform, gid=gid, **style)
        self.figure.add_artist(line)
        return line

    def strokes(
        self,
        strokes: "Sequence[tuple[Spot, Spot]]",
        gid: str,
        colour: "str | Sequence[str]",
        width: float,
        **style: Any,
    ) -> None:
        """Straight strokes between spots, `width` in points on paper."""
        style.setdefault("transform", self.points)
        style.setdefault("zorder", 1)
        collection = LineCollection(
            strokes, colors=colour, linewidths=width * self.look.scale, gid=gid, capstyle="butt", **style
        )
        self.figure.add_artist(collection)

    def ticks(self, at: "Sequence[float]", top: float, bottom: float, gid: str, colour: str, width: float) -> None:
        """Upright strokes as one path: thousands of them are one element of a file. Nothing where there are none."""
        if not at:
            return
        corners = [spot for x in at for spot in ((x, top), (x, bottom))]
        path = Path(corners, [Path.MOVETO, Path.LINETO] * len(at))
        self.figure.add_artist(
            PathCollection(
                [path],
                facecolors="none",
                edgecolors=colour,
                linewidths=width * self.look.scale,
                capstyle="butt",
                transform=self.points,
                zorder=1,
                gid=gid,
            )
        )

    def shapes(self, shapes: "Sequence[Sequence[Spot]]", gid: str, **style: Any) -> None:
        """Closed shapes between spots."""
        style.setdefault("transform", self.points)
        self.figure.add_artist(PolyCollection(shapes, gid=gid, **style))

    def hatch(self, boxes: "Sequence[Box]", gid: str) -> None:
        """Slanted strokes over boxes, in one pattern across the sheet and the same in every kind of file."""
        step = 6.0 * self.look.scale
        strokes = [stroke for box in boxes for stroke in slanted(box, step)]
        self.strokes(strokes, gid, self.look.hatch, 0.5, zorder=0)

    def middle(self, y: float, size: float | None = None) -> float:
        """The baseline of figures and capitals that are to stand centred on y."""
        return y + (size or self.look.text) * CAP_HEIGHT / 2

    def words(self, text: str, more: str = "") -> None:
        """The empty state: one sentence in the middle instead of an empty frame, and under it `more`, smaller."""
        look, room = self.look, 0.94 * self.width
        y = self.middle(self.height / 2)
        for size, words in ((look.text, text), (look.small, more)):
            for line in wrapped(words, room, size):
                self.say(self.width / 2, y, line, size=size, colour=look.muted, ha="center")
                y += 1.5 * size


def larger(points: float, share: float, look: Look, width: float) -> float:
    """A size given for paper; on a screen so wide that a share of its width, in points, is more: that."""
    return points * look.scale if look.on_paper else max(points * look.scale, share * width)


def slanted(box: Box, step: float) -> "list[tuple[Spot, Spot]]":
    """Strokes on which x + y is a multiple of the step, cut at the edges of the box."""
    left, top, right, bottom = box
    strokes: list[tuple[Spot, Spot]] = []
    total = (left + top) // step * step + step
    while total < right + bottom:
        start, end = max(left, total - bottom), min(right, total - top)
        if end > start:
            strokes.append(((start, total - start), (end, total - end)))
        total += step
    return strokes


def width_of(text: str, size: float, weight: int = REGULAR) -> float:
    """Width of a text in points; kerning is left out, which errs on the wide side."""
    return sum(_advance(character, weight) for character in text) * size


def cut(text: str, room: float, size: float, weight: int = REGULAR) -> str:
    """The text, or as much of it as fits in `room` points, with an ellipsis."""
    if width_of(text, size, weight) <= room:
        return text
    kept = text
    while kept and width_of(f"{kept}…", size, weight) > room:
        kept = kept[:-1].rstrip()
    return f"{kept}…"


def wrapped(text: str, room: float, size: float, weight: int = REGULAR) -> list[str]:
    """The text in lines that fit in `room` points."""
    lines: list[str] = []
    for word in text.split():
        if lines and width_of(f"{lines[-1]} {word}", size, weight) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def drawable(text: str, otherwise: str) -> str:
    """The text, or something else where Inter lacks any of its letters: matplotlib would draw boxes for them."""
    return text if _letters().issuperset(text) else otherwise


@cache
def _letters() -> frozenset[str]:
    """The letters that Inter has."""
    return frozenset(map(chr, get_font(findfont(font(10))).get_charmap()))


@cache
def _advance(character: str, weight: int) -> float:
    """How far a character moves the pen, in em."""
    face = get_font(findfont(font(10, weight)))
    face.set_size(100, POINTS_PER_INCH)
    return float(face.load_char(ord(character), flags=LoadFlags.NO_HINTING).linearHoriAdvance) / 65536 / 100
