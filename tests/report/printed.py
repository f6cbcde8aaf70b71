"""The page as a reader or a fax gets it, for tests: its lines of text with their boxes, and its dots."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property
from io import BytesIO
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from PIL import Image
from pypdf import PdfReader

from painmap.charts.glyphs import Glyphs, draw_glyphs
from painmap.charts.look import BOLD, PAPER, REGULAR, SEMIBOLD
from painmap.charts.sheet import Sheet, width_of
from painmap.report.typesetting import Document

FAX = 200
"""Dots per inch of a fax."""
READABLE = 0.6
"""Of 1, how well each line has to be told from its ground; pale or tiny notes are told less well."""
FINER = 3
"""How much finer the page is looked at than a fax prints it."""
Dots = NDArray[np.bool_]
_SPACE = 0.2
_REACH, _AWAY = 9.0, 7
_SIZES = (5.6, 6.2, 7.0)
_WEIGHTS = {"Regular": REGULAR, "SemiBold": SEMIBOLD, "Bold": BOLD}


@dataclass(frozen=True)
class Line:
    """Text as it stands on the page: its left end and baseline in points from the top left corner, and its size."""

    text: str
    x: float
    y: float
    size: float
    weight: int = REGULAR

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of what is inked, in points."""
        long = width_of(self.text, self.size, self.weight)
        return self.x, self.y - 0.76 * self.size, self.x + long, self.y + 0.2 * self.size

    def after(self, other: "Line") -> float | None:
        """How far behind another this stands, in em; None where it does not go on with it."""
        gap = (self.x - other.box[2]) / self.size
        alike = (self.y, self.size, self.weight) == (other.y, other.size, other.weight)
        return gap if alike and -0.1 < gap < 2 * _SPACE else None


def lines(pdf: bytes, page: int = 0) -> list[Line]:
    """Every piece of text of a page, in its order; the letters of a chart, set one by one, as words."""
    found: list[Line] = []
    read = PdfReader(BytesIO(pdf)).pages[page]
    height = float(read.mediabox.height)

    def visit(text: str, placed: Any, _: Any, font: Any, size: float) -> None:
        text = text.strip()
        if font is None or not text:
            return
        weight = _WEIGHTS.get(str(font["/BaseFont"]).rpartition("-")[2], REGULAR)
        line = Line(text, placed[4], height - placed[5], round(placed[0] * size, 2), weight)
        if found and (gap := line.after(found[-1])) is not None and len(text) == 1:
            before = found.pop()
            line = replace(before, text=before.text + " " * (gap > _SPACE) + text)
        found.append(line)

    read.extract_text(visitor_text=visit)
    return found


def grey(made: Document, ppi: float, page: int = 0) -> Image.Image:
    """A page as a picture in greys."""
    return Image.open(BytesIO(made.png(ppi)[page])).convert("L")


def faxed(picture: Image.Image, *, dithered: bool) -> Dots:
    """True where a fax of that picture is black: cut at half, or scattered by Floyd and Steinberg."""
    one_bit = picture.convert("1") if dithered else picture.point(lambda value: 255 * (value >= 128)).convert("1")
    return ~np.asarray(one_bit)


def kept(crisp: NDArray[np.uint8], fax: Dots, box: tuple[float, float, float, float]) -> float:
    """How well the fax tells figure from ground in a box (in points): 1 where it is as the crisp page, 0 where lost.

    The crisp picture is FINER times as fine as the fax. Figure is what is darker, or lighter, than halfway between
    the two tones of the box. Of both the share that is black in the fax is taken, and the difference returned.
    """
    left, top, right, bottom = (round(side * FAX / 72) for side in box)
    fine = crisp[top * FINER : bottom * FINER, left * FINER : right * FINER]
    dots = fax[top:bottom, left:right].repeat(FINER, 0).repeat(FINER, 1)[: fine.shape[0], : fine.shape[1]]
    dark = fine < (int(fine.min()) + int(fine.max())) / 2
    if not dark.any() or dark.all():
        return 0.0
    return float(dots[dark].mean() - dots[~dark].mean())


def corner(found: Iterable[Line], drawn: Figure, n: int) -> tuple[float, float]:
    """Where the top left corner of the nth map from the left is on the page, in points, by its word "Front"."""
    (word,) = (text for text in drawn.texts if text.get_text() == "Front")
    size = float(word.get_fontsize())
    x, y = word.get_position()
    here = sorted((line for line in found if line.text == "Front"), key=lambda line: line.x)[n]
    return here.x - (float(x) - width_of("Front", size) / 2), here.y - float(y)


def read_at(fax: Dots, x: float, y: float, among: Iterable[str]) -> str:
    """What a figure round a spot of the page (in points) is read as, dot by dot, whether dark on light or the reverse.

    It may be as small as a narrow region makes it, and stand a little beside the spot.
    """
    reach = round(_REACH * FAX / 72)
    across, down = round(x * FAX / 72), round(y * FAX / 72)
    seen = fax[down - reach : down + reach + 1, across - reach : across + reach + 1]
    near = np.where(seen, 1.0, -1.0)
    scores = [(abs(_likeness(near, shape)), text) for text in among for size in _SIZES for shape in _shapes(text, size)]
    return max(scores)[1]


def _likeness(near: NDArray[np.float64], shape: NDArray[np.float64]) -> float:
    """The best correlation of a shape with any part of its size near the middle, from -1 to 1."""
    high, wide = shape.shape
    if high > near.shape[0] or wide > near.shape[1]:
        return 0.0
    parts = sliding_window_view(near, shape.shape)
    middle = (parts.shape[0] // 2, parts.shape[1] // 2)
    parts = parts[max(0, middle[0] - _AWAY) : middle[0] + _AWAY + 1, max(0, middle[1] - _AWAY) : middle[1] + _AWAY + 1]
    own = shape - shape.mean()
    sums, squares = parts.sum(axis=(2, 3)), (parts**2).sum(axis=(2, 3))
    spread = np.sqrt(np.maximum(squares - sums**2 / shape.size, 1e-9) * (own**2).sum())
    found = np.einsum("ijkl,kl->ij", parts, own) / spread
    return float(found.flat[np.abs(found).argmax()])


@cache
def _shapes(text: str, size: float) -> list[NDArray[np.float64]]:
    """A figure as a fax would print it, regular and semibold, with a little room round it: 1 black, -1 white."""
    made = []
    for weight in (REGULAR, SEMIBOLD):
        figure = Figure(figsize=(0.5, 0.5), dpi=FAX)
        canvas = FigureCanvasAgg(figure)
        draw_glyphs(Sheet(figure, PAPER), [Glyphs(text, 18, 18, size, weight, "#000000")], "figures")
        canvas.draw()
        ink = 1 - np.asarray(canvas.buffer_rgba())[:, :, 0] / 255
        rows, columns = np.nonzero(ink > 0.3)
        made.append(ink[rows.min() - 1 : rows.max() + 2, columns.min() - 1 : columns.max() + 2] * 2 - 1)
    return made


class Printed:
    """A document, looked at as closely as a test needs: each look is taken once."""

    def __init__(self, made: Document) -> None:
        self.made = made

    @cached_property
    def lines(self) -> list[Line]:
        return lines(self.made.pdf())

    @cached_property
    def crisp(self) -> NDArray[np.uint8]:
        return np.asarray(grey(self.made, FAX * FINER))

    @cached_property
    def grey(self) -> Image.Image:
        return grey(self.made, FAX)

    def fax(self, *, dithered: bool) -> Dots:
        return faxed(self.grey, dithered=dithered)

    def lost(self, *, dithered: bool) -> list[str]:
        """The lines that a reader of the fax would not be sure of."""
        fax = self.fax(dithered=dithered)
        return [line.text for line in self.lines if kept(self.crisp, fax, line.box) < READABLE]
