"""Short figures as outlines, so that many of them with their halos are two artists and need no font in a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.collections import PathCollection
from matplotlib.path import Path
from matplotlib.textpath import text_to_path

from painmap.charts.look import REGULAR, font
from painmap.charts.sheet import CAP_HEIGHT, Sheet

if TYPE_CHECKING:
    from numpy.typing import NDArray

DARK_HALO, LIGHT_HALO = 0.30, 0.26
"""Width of the rim round a figure, in em: a dark one has to outlast a dithering fax."""


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
    across = _points(_outline(text, weight))[:, 0]
    return float(across.max() - across.min()) * size


def draw_glyphs(sheet: Sheet, texts: Sequence[Glyphs], gid: str) -> None:
    """Draws all of them, first the halos, above everything else."""
    rims = [text for text in texts if text.halo]
    if rims:
        sheet.figure.add_artist(
            PathCollection(
                [_placed(text) for text in rims],
                facecolors="none",
                edgecolors=[text.halo for text in rims],
                linewidths=[text.rim * text.size for text in rims],
                joinstyle="round",
                transform=sheet.points,
                zorder=6,
                gid=f"{gid}-halos",
            )
        )
    if texts:
        sheet.figure.add_artist(
            PathCollection(
                [_placed(text) for text in texts],
                facecolors=[text.ink for text in texts],
                linewidths=0,
                transform=sheet.points,
                zorder=7,
                gid=gid,
            )
        )


def _placed(text: Glyphs) -> Path:
    outline = _outline(text.text, text.weight)
    return Path(_points(outline) * (text.size, -text.size) + (text.x, text.y), outline.codes)


@cache
def _outline(text: str, weight: int) -> Path:
    """The text at one em, y up, its ink centred across and its capitals centred on 0."""
    vertices, codes = text_to_path.get_text_path(font(text_to_path.FONT_SCALE, weight), text)
    inked = np.asarray(vertices, dtype=float) / text_to_path.FONT_SCALE
    middle = (inked[:, 0].min() + inked[:, 0].max()) / 2
    return Path(inked - (middle, CAP_HEIGHT / 2), codes)


def _points(outline: Path) -> "NDArray[np.float64]":
    return np.asarray(outline.vertices, dtype=float)
