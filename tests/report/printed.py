"""The page as a reader or a fax gets it, for tests: its lines of text with their boxes, and its dots."""

from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pypdf import PdfReader

from painmap.charts.look import BOLD, REGULAR, SEMIBOLD
from painmap.charts.sheet import width_of
from painmap.report.typesetting import Document

FAX = 200
"""Dots per inch of a fax."""
FINER = 3
"""How much finer the page is looked at than a fax prints it."""
Dots = NDArray[np.bool_]
_SPACE = 0.2
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


def kept(crisp: Image.Image, fax: Dots, box: tuple[float, float, float, float]) -> float:
    """How well the fax tells figure from ground in a box (in points): 1 where it is as the crisp page, 0 where lost.

    The crisp picture is FINER times as fine as the fax. Figure is what is darker, or lighter, than halfway between
    the two tones of the box. Of both the share that is black in the fax is taken, and the difference returned.
    """
    left, top, right, bottom = (round(side * FAX / 72) for side in box)
    fine = np.asarray(crisp)[top * FINER : bottom * FINER, left * FINER : right * FINER]
    dots = fax[top:bottom, left:right].repeat(FINER, 0).repeat(FINER, 1)[: fine.shape[0], : fine.shape[1]]
    dark = fine < (int(fine.min()) + int(fine.max())) / 2
    if not dark.any() or dark.all():
        return 0.0
    return float(dots[dark].mean() - dots[~dark].mean())
