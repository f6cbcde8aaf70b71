"""Short figures as outlines, so that many of them with their halos are two artists and need no font in a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.collections import PathCollection
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from painmap.charts.lettering import em_outline
from painmap.charts.look import REGULAR
from painmap.charts.sheet import CAP_HEIGHT, POINTS_PER_INCH, Sheet

if TYPE_CHECKING:
    from numpy.typing import NDArray

DARK_HALO, LIGHT_HALO = 0.30, 0.26
"""Width of the rim round a figure, in em: a dark one has to outlast a dithering fax."""
HALOS = "-halos"
"""How the name of the artist of the rims ends."""


@dataclass(frozen=True)
class Glyphs:
    """A short text centred on (x, y) of a sheet, in points; without a halo where that is empty."""

    text: str
    x: float
    y: float
    size: float
    weight: int
    ink: str
    halo: str = ""
    rim: float = LIGHT_HALO


def ink_width(text: str, size: float, weight: int = REGULAR) -> float:
    """Width of what is inked, in points."""
    return _em_width(text, weight) * size


def draw_glyphs(sheet: Sheet, texts: Sequence[Glyphs], gid: str) -> None:
    """Draws all of them, first the halos, above everything else."""
    rims = [text for text in texts if text.halo]
    if rims:
        style = {"facecolors": "none", "edgecolors": [text.halo for text in rims], "joinstyle": "round", "zorder": 6}
        _add(sheet, rims, gid + HALOS, linewidths=[text.rim * text.size for text in rims], **style)
    if texts:
        _add(sheet, texts, gid, facecolors=[text.ink for text in texts], linewidths=0, zorder=7)


def write(sheet: Sheet, texts: Sequence[Glyphs], gid: str) -> None:
    """On paper text, which can be found in a file; on screens outlines, which are drawn ten times as fast."""
    if not sheet.look.on_paper:
        draw_glyphs(sheet, texts, gid)
        return
    for text in texts:
        y = sheet.middle(text.y, text.size)
        sheet.say(text.x, y, text.text, size=text.size, weight=text.weight, colour=text.ink, ha="center").set_gid(gid)


def _add(sheet: Sheet, texts: Sequence[Glyphs], gid: str, **style: Any) -> None:
    """The outlines moved to their places; equal ones are made once."""
    upright = Affine2D().scale(1 / POINTS_PER_INCH) + sheet.figure.dpi_scale_trans
    collection = PathCollection(
        [_sized(text.text, text.weight, text.size) for text in texts],
        offsets=[(text.x, text.y) for text in texts],
        offset_transform=sheet.points,
        transform=upright,
        snap=False,  # else the middle stroke of an F can vanish between two rows of pixels
        gid=gid,
        **style,
    )
    sheet.figure.add_artist(collection)


@lru_cache(maxsize=4096)
def _sized(text: str, weight: int, size: float) -> Path:
    """The text in points round its middle, y up."""
    outline = _outline(text, weight)
    return Path(_points(outline) * size, outline.codes)


@lru_cache(maxsize=4096)
def _outline(text: str, weight: int) -> Path:
    """The text at one em, y up, its ink centred across and its capitals centred on 0."""
    inked = em_outline(text, weight)
    across = _points(inked)[:, 0]
    return Path(_points(inked) - ((across.min() + across.max()) / 2, CAP_HEIGHT / 2), inked.codes)


@lru_cache(maxsize=4096)
def _em_width(text: str, weight: int) -> float:
    across = _points(_outline(text, weight))[:, 0]
    return float(across.max() - across.min())


def _points(outline: Path) -> "NDArray[np.float64]":
    return np.asarray(outline.vertices, dtype=float)
