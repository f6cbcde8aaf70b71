"""Black and white: the paper look without colour, and what turns any drawn figure into black on white for a fax."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.collections import Collection, LineCollection
from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from painmap.charts.glyphs import HALOS
from painmap.charts.look import PAPER, Level
from painmap.charts.sheet import POINTS_PER_INCH, Spot

if TYPE_CHECKING:
    from matplotlib.figure import Figure

THIN = 0.6
"""Points of the thinnest line: 1.7 dots at 200 an inch, so that at least one is black wherever the line falls."""
DOT = 2.4
"""Points across the smallest dot."""
_BLACK, _WHITE = "#000000", "#ffffff"
_FAINT, _SPARSE, _DENSE = "#9a9a9a", "#dbdbdb", "#c0c0c0"
_PALE, _DARK = 0.9, 0.5
"""Shades from which on a face stays white, and below which it becomes black."""
_DOTTED = (0.0, (0.9, 3.6))
_RIM = 1.4
"""How much wider the rim of a figure is, which has to keep strokes away from it."""

INK = replace(
    PAPER,
    ink=_BLACK,
    muted=_BLACK,
    line=_BLACK,
    grid=_FAINT,
    hatch=_FAINT,
    accent=_BLACK,
    body_outline=_BLACK,
    seam=_WHITE,
    detail=_BLACK,
    rated_outline=_BLACK,
    worst_pain=_BLACK,
    fatigue=_BLACK,
    spread=_BLACK,
    more=(_BLACK, _BLACK, _BLACK),
    less_fill=_WHITE,
    less_hatch=_BLACK,
    ramp=(
        Level(_WHITE, _BLACK, _BLACK),
        *[Level(_SPARSE, _BLACK, _BLACK)] * 3,
        *[Level(_DENSE, _BLACK, _BLACK)] * 3,
        *[Level(_BLACK, _WHITE, _WHITE)] * 4,
    ),
    halo_dark=_BLACK,
    halo_light=_WHITE,
)
"""White, sparse strokes from 1, dense from 4, black with a white edge from 7; `in_ink` makes strokes of the greys."""


def in_ink(figure: "Figure") -> None:
    """Makes what was drawn black or white: greys become strokes or dots, and nothing is too thin for a fax."""
    for text in figure.findobj(Text):
        text.set_color(_black_or_white(text.get_color()))
    for line in figure.findobj(Line2D):
        _line(line)
    for collection in figure.findobj(Collection):
        _edges(collection)
        _faces(figure, collection)


def stroke_gap(shade: float) -> float:
    """Points between strokes that cover as much of the paper as a grey (0 black, 1 white); 0 for plain paper."""
    return THIN / (1 - shade) if shade < _PALE else 0.0


def shade_of(colour: Any, alpha: float | None = None) -> float:
    """How light a colour is on white paper, from 0 to 1."""
    red, green, blue, opaque = to_rgba(colour, alpha)
    return 1 - opaque * (1 - (0.2126 * red + 0.7152 * green + 0.0722 * blue))


def _black_or_white(colour: Any) -> str:
    return _BLACK if shade_of(colour) < _PALE else _WHITE


def _line(line: Line2D) -> None:
    line.set_alpha(None)
    line.set_color(_black_or_white(line.get_color()))
    line.set_linewidth(max(THIN, line.get_linewidth()))
    line.set_markersize(max(DOT, line.get_markersize()))
    if line.get_markeredgecolor() != "none":
        line.set_markeredgewidth(max(THIN, line.get_markeredgewidth()))


def _edges(collection: Collection) -> None:
    """Greys are dotted, lines that were dashed stay so, and all are wide enough."""
    drawn = np.atleast_1d(collection.get_linewidth())
    colours: Any = collection.get_edgecolor()
    if not len(colours) or not drawn.any():
        return
    shades = [shade_of(colour) for colour in colours]
    styles: Any = collection.get_linestyle()
    solid = all(dashes is None for _, dashes in styles)
    wide = _RIM if str(collection.get_gid()).endswith(HALOS) else 1.0
    collection.set_linewidth(np.where(drawn > 0, np.maximum(wide * drawn, THIN), 0).tolist())
    collection.set_edgecolor([_BLACK if shade < _PALE else _WHITE for shade in shades])
    if solid and any(_DARK <= shade < _PALE for shade in shades):
        dotted: Any = [_DOTTED if _DARK <= shade < _PALE else (0.0, None) for shade in shades]
        collection.set_linestyle(dotted)


def _faces(figure: "Figure", collection: Collection) -> None:
    """Faces become black, white, or white under strokes; `collection` is drawn without an opacity of its own."""
    faces: Any = collection.get_facecolor()
    if not len(faces):
        return
    shades = [shade_of(face) for face in faces]
    bare = [face[3] == 0 for face in faces]
    collection.set_alpha(None)
    collection.set_facecolor(
        [
            (0, 0, 0, 0) if none else _BLACK if shade < _DARK else _WHITE
            for none, shade in zip(bare, shades, strict=True)
        ]
    )
    points = Affine2D().scale(1 / POINTS_PER_INCH) + figure.dpi_scale_trans
    strokes: list[tuple[Spot, Spot]] = []
    for n, path in enumerate(collection.get_paths()):
        shade = shades[n % len(shades)]
        if _DARK <= shade < _PALE:
            outline: Any = path.transformed(collection.get_transform() - points)
            strokes += across(outline.to_polygons(), stroke_gap(shade))
    if strokes:
        figure.add_artist(
            LineCollection(
                strokes,
                colors=_BLACK,
                linewidths=THIN,
                transform=points,
                zorder=collection.get_zorder() + 0.01,
                gid=f"{collection.get_gid()}-strokes",
            )
        )


def across(polygons: Iterable[Sequence[Sequence[float]]], gap: float) -> list[tuple[Spot, Spot]]:
    """Strokes falling to the right, cut at the edges of the polygons, that far apart; y goes up."""
    edges = [
        (float(x0), float(y0), float(x1), float(y1)) for polygon in polygons for (x0, y0), (x1, y1) in pairwise(polygon)
    ]
    if not edges:
        return []
    step = gap * 2**0.5
    sums = [x + y for x, y, _, _ in edges]
    strokes: list[tuple[Spot, Spot]] = []
    for n in range(int(min(sums) // step) + 1, int(max(sums) // step) + 1):
        spots = sorted(_crossings(edges, n * step))
        strokes += zip(spots[::2], spots[1::2], strict=True)
    return strokes


def _crossings(edges: Iterable[tuple[float, float, float, float]], total: float) -> Iterable[Spot]:
    """Where the edges meet the line on which x + y is `total`."""
    for x0, y0, x1, y1 in edges:
        a, b = x0 + y0 - total, x1 + y1 - total
        if (a <= 0) != (b <= 0):
            share = a / (a - b)
            yield x0 + share * (x1 - x0), y0 + share * (y1 - y0)
