"""Both views of the body in a box of a sheet: outline, seams, filled regions, hatching, figures."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import hypot, sqrt
from typing import Any

from matplotlib.collections import LineCollection, PathCollection
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from painmap.charts.glyphs import Glyphs, write
from painmap.charts.look import SEMIBOLD
from painmap.charts.sheet import CAP_HEIGHT, Box, Sheet, Spot, width_of
from painmap.domain.body import Line, body
from painmap.domain.regions import Side, View, regions

BACK_MOVES = -36.0
"""Units that the back moves left by, so that the hands of both bodies nearly meet."""
LEFT, TOP, RIGHT, BOTTOM = 40.0, 32.0, 1084.0, 1046.0
WIDE = (RIGHT - LEFT) / (BOTTOM - TOP)
_THIN = 0.25
_FREE = 1.6
"""Heights of a figure that a region needs for strokes above and below it."""
_WAIST, _WAIST_WIDE = 370.0, 140.0
_MIDDLE = {View.FRONT: 298.0, View.BACK: 862.0 + BACK_MOVES}
BETWEEN = sum(_MIDDLE.values()) / 2
"""Where the front ends and the back begins, across."""
_SIDES = ((95, "R"), (501, "L"), (623, "L"), (1029, "R"))
_NUDGE = {"hand": 18.0, "wrist": -8.0}
"""Hand figures go down and wrist figures up, away from each other."""


class Bodies:
    """Front and back on a sheet, as large as the box (in points) allows, their names in its last line."""

    def __init__(self, sheet: Sheet, box: Box, *, named: bool = True) -> None:
        self.sheet = sheet
        left, top, right, bottom = box
        line = sheet.look.small * 1.2 if named else 0.0
        width, height = right - left, bottom - top - line
        self.unit = min(width / (RIGHT - LEFT), height / (BOTTOM - TOP))
        """Points in a unit of the drawing."""
        self._x = left + (width - self.unit * (RIGHT - LEFT)) / 2 - self.unit * LEFT
        self._y = top + (height - self.unit * (BOTTOM - TOP)) / 2 - self.unit * TOP
        self._to_sheet = Affine2D().scale(self.unit).translate(self._x, self._y) + sheet.points
        if named:
            self._name(bottom)

    @property
    def height(self) -> float:
        """Height of a body in points."""
        return self.unit * (BOTTOM - TOP)

    def spot(self, region: str) -> Spot:
        """Where a region's figure stands on the sheet."""
        shape = body().shapes[region]
        x, y = shape.figure
        return self.at(x + _shift(region), y + _NUDGE.get(regions()[region].part, 0.0))

    def room(self, region: str) -> float:
        """Width of a region where its figure stands, in points."""
        return body().shapes[region].width * self.unit

    def crowded(self, region: str, width: float, height: float) -> bool:
        """Whether words of that size (in points) leave no part of a region free beside, above or below them."""
        ys = [y for _, y in body().shapes[region].points]
        return self.room(region) < width and self.unit * (max(ys) - min(ys)) < _FREE * height

    def apart(self, region: str, x: float, width: float) -> float:
        """x, or further from the midline where a figure of that width would reach its neighbour across it."""
        place = regions()[region]
        if place.side is Side.MIDLINE:
            return x
        middle, _ = self.at(_MIDDLE[place.view], 0)
        least = width / 2 + 0.2 * self.sheet.look.small
        return max(x, middle + least) if x > middle else min(x, middle - least)

    def draw(self) -> None:
        """The bodies with their seams, and R and L for the patient's own right and left."""
        look = self.sheet.look
        self._add([_seams()], "seams", look.body_fill, look.seam, (0.3 if look.on_paper else 0.5), 1)
        self._add(list(_outlines()), "outlines", "none", look.body_outline, 0.6, 4)
        size, spots = look.small * 1.08, [(side, *self.at(x, 126)) for x, side in _SIDES]
        half = size * CAP_HEIGHT / 2
        write(self.sheet, [Glyphs(side, x, y - half, size, SEMIBOLD, look.ink) for side, x, y in spots], "sides")

    def draw_absent(self, words: str) -> None:
        """Dashed outlines and words, because an empty body would be read as 'no pain'."""
        look = self.sheet.look
        dashes = {"linestyles": [(0, (4, 3))]}
        self._add(list(_outlines()), "outlines", "none", look.line if look.on_paper else look.muted, 0.5, 4, **dashes)
        for middle in _MIDDLE.values():
            for n, line in enumerate(self._lines(words)):
                x, y = self.at(middle, _WAIST)
                self.sheet.say(x, y + 1.3 * n * look.small, line, size=look.small, colour=look.muted, ha="center")

    def fill(self, fills: Mapping[str, str], edges: Mapping[str, str]) -> None:
        """Fills regions; those with the outline of pale levels are drawn last."""
        outline = self.sheet.look.rated_outline
        order = sorted(fills, key=lambda region: edges[region] == outline)
        if order:
            paths = [_paths()[region] for region in order]
            self._add(paths, "regions", [fills[r] for r in order], [edges[r] for r in order], 0.45, 2)

    def hatch(self, gaps: Mapping[str, float]) -> None:
        """Slanted strokes inside regions, that many points apart."""
        strokes = [stroke for region, gap in gaps.items() for stroke in _hatched(region, gap / self.unit)]
        if strokes:
            look = self.sheet.look
            self.sheet.figure.add_artist(
                LineCollection(
                    strokes,
                    colors=look.less_hatch,
                    linewidths=0.6 * look.scale,
                    transform=self._to_sheet,
                    zorder=3,
                    gid="hatching",
                )
            )

    def at(self, x: float, y: float) -> Spot:
        """Where a point of the drawing is on the sheet; the back has moved by BACK_MOVES."""
        return self._x + x * self.unit, self._y + y * self.unit

    def _lines(self, words: str) -> list[str]:
        """The words in lines that fit between the arms."""
        lines: list[str] = []
        for word in words.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and width_of(longer, self.sheet.look.small) <= _WAIST_WIDE * self.unit:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _name(self, bottom: float) -> None:
        look = self.sheet.look
        for view, middle in _MIDDLE.items():
            x, _ = self.at(middle, 0)
            words = view.value.capitalize()
            self.sheet.say(x, bottom - 0.22 * look.small, words, size=look.small, colour=look.muted, ha="center")

    def _add(
        self,
        paths: Sequence[Path],
        gid: str,
        fill: str | Sequence[str],
        edge: str | Sequence[str],
        width: float,
        zorder: int,
        **style: Any,
    ) -> None:
        collection = PathCollection(
            paths,
            facecolors=fill,
            edgecolors=edge,
            linewidths=width * self.sheet.look.scale,
            joinstyle="round",
            transform=self._to_sheet,
            zorder=zorder,
            gid=gid,
            **style,
        )
        self.sheet.figure.add_artist(collection)


def _shift(region: str) -> float:
    return BACK_MOVES if regions()[region].view is View.BACK else 0.0


@cache
def _paths() -> dict[str, Path]:
    return {name: _closed(shape.points, _shift(name)) for name, shape in body().shapes.items()}


@cache
def _seams() -> Path:
    """All regions as one path: they do not overlap."""
    return Path.make_compound_path(*_paths().values())


@cache
def _outlines() -> tuple[Path, ...]:
    moves = {View.FRONT: 0.0, View.BACK: BACK_MOVES}
    return tuple(_closed(drawing.outline, moves[view]) for view, drawing in body().drawings.items())


def _closed(points: Line, shift: float) -> Path:
    kept = [(x + shift, y) for x, y in thinned(points, _THIN)]
    codes = [Path.MOVETO] + [Path.LINETO] * (len(kept) - 1) + [Path.CLOSEPOLY]
    return Path([*kept, kept[0]], codes)


def thinned(points: Sequence[Spot], tolerance: float) -> list[Spot]:
    """The points without those that lie within `tolerance` of the line between the ones that stay."""
    kept, since = [points[0]], []
    for here, after in pairwise(points[1:]):
        since.append(here)
        if any(_off(spot, kept[-1], after) > tolerance for spot in since):
            kept.append(here)
            since.clear()
    return [*kept, points[-1]]


def _off(spot: Spot, a: Spot, b: Spot) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = hypot(dx, dy)
    if length == 0:
        return hypot(spot[0] - a[0], spot[1] - a[1])
    return abs((spot[0] - a[0]) * dy - (spot[1] - a[1]) * dx) / length


def _hatched(region: str, gap: float) -> Iterable[tuple[Spot, Spot]]:
    """Strokes on which x + y is a multiple of the gap (across), cut at the region's edge."""
    shift, step = _shift(region), gap * sqrt(2)
    points = body().shapes[region].points
    total = (min(x + y for x, y in points) // step + 1) * step
    last = max(x + y for x, y in points)
    while total < last:
        crossings = sorted(_crossings(points, total))
        for (x0, y0), (x1, y1) in zip(crossings[::2], crossings[1::2], strict=True):
            yield (x0 + shift, y0), (x1 + shift, y1)
        total += step


def _crossings(points: Line, total: float) -> Iterable[Spot]:
    (x0, y0) = points[-1]
    for x1, y1 in points:
        a, b = x0 + y0 - total, x1 + y1 - total
        if (a <= 0) != (b <= 0):
            share = a / (a - b)
            yield x0 + share * (x1 - x0), y0 + share * (y1 - y0)
        x0, y0 = x1, y1
