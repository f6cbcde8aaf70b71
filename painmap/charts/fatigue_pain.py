"""Pain and fatigue on the same day: a circle for each pair of ratings, its area the number of days."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any

from matplotlib.collections import EllipseCollection

from painmap.charts.fatigue_pain_words import missing
from painmap.charts.look import SEMIBOLD, Look
from painmap.charts.pointing import Boxes, Share
from painmap.charts.sheet import Box, Sheet, Spot, width_of
from painmap.domain.groups import Group
from painmap.domain.period import Period
from painmap.domain.same_day import BANDS, fatigue_by_pain, pairs
from painmap.domain.summary import DaySummary, within
from painmap.domain.words import counted, number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_CELL = 15.0
"""Height in points on paper of a step of the ratings on a screen and in a file."""
_WIDEST = 2.4
"""How many times as wide as high a step may be."""
_LEAST = 2.2
"""The smallest circle across, in points on paper."""
_STEPS = 11
_FLAT = 2.3
"""How many times as wide as high a sheet is from which on the bands stand beside the grid, not below it."""
_BESIDE = 2.0
"""Room between the grid and what is beside it, in sizes of the small type."""

Found = Counter[tuple[int, int]]


@dataclass(frozen=True)
class _Grid:
    """Where the steps of both ratings stand, in points, and whether the bands are beside them."""

    box: Box
    beside: bool

    @property
    def wide(self) -> float:
        return (self.box[2] - self.box[0]) / _STEPS

    @property
    def high(self) -> float:
        return (self.box[3] - self.box[1]) / _STEPS

    def x(self, pain: float) -> float:
        """The middle of a worst pain."""
        return self.box[0] + (pain + 0.5) * self.wide

    def y(self, fatigue: float) -> float:
        """The middle of a fatigue."""
        return self.box[3] - (fatigue + 0.5) * self.high


def fatigue_pain_height(look: Look) -> float:
    """The height in points at which the steps have the size of the design."""
    return _STEPS * _CELL * look.scale + _head(look) + _foot(look, beside=False)


def draw_fatigue_pain(figure: "Figure", days: Sequence[DaySummary], period: Period, look: Look) -> Boxes | None:
    """Draws worst pain across and fatigue up, with the median fatigue of each band below; it fills the figure."""
    sheet, days = Sheet(figure, look), within(days, period)
    found = pairs(days)
    if lacking := missing(days, found.total()):
        sheet.words(lacking)
        return None
    grid = _grid(sheet)
    _rulers(sheet, grid)
    _circles(sheet, grid, found)
    bands = fatigue_by_pain(found)
    (_bands_beside if grid.beside else _bands_below)(sheet, grid, bands)
    return Boxes(_boxes(sheet, grid, found))


def _head(look: Look) -> float:
    return 1.6 * look.small


def _foot(look: Look, *, beside: bool) -> float:
    """Room for the ratings and what they are, and for two lines about each band where these are below."""
    return 2.8 * look.small + (0 if beside else 1.35 * look.text + 2.6 * look.small)


def _grid(sheet: Sheet) -> _Grid:
    """With what is beside it in the middle of a sheet that is too wide."""
    look, flat = sheet.look, sheet.width > _FLAT * sheet.height
    left, top = width_of("10", look.small) + look.small, _head(look)
    bottom = sheet.height - _foot(look, beside=flat)
    beside = _room_beside(look) if flat else 0.0
    wide = min(sheet.width - left - beside, _WIDEST * (bottom - top))
    left += (sheet.width - left - wide - beside) / 2
    return _Grid((left, top, left + wide, bottom), flat)


def _room_beside(look: Look) -> float:
    names = max(width_of(f"Worst pain {band[0]} to {band[-1]}, 9,999 days", look.small) for band in BANDS)
    return _BESIDE * look.small + max(names, width_of("Median fatigue 9.5", look.text, SEMIBOLD))


def _rulers(sheet: Sheet, grid: _Grid) -> None:
    """Hairlines under every rating that is named, and what the ratings are."""
    look, (left, top, right, bottom) = sheet.look, grid.box
    across = range(_STEPS)
    up = across if grid.high >= 1.15 * look.small else (0, 5, 10)
    strokes: list[tuple[Spot, Spot]] = [((left, grid.y(n)), (right, grid.y(n))) for n in up]
    strokes += [((grid.x(n), top), (grid.x(n), bottom)) for n in across]
    sheet.strokes(strokes, "grid", look.grid, 0.3, zorder=0.5, alpha=0.6)
    sheet.strokes([((left, bottom), (right, bottom))], "foot", look.line, 0.4, zorder=0.6)
    small: dict[str, Any] = {"size": look.small, "colour": look.muted}
    for n in up:
        sheet.say(left - 0.5 * look.small, sheet.middle(grid.y(n), look.small), str(n), ha="right", **small)
    for n in across:
        sheet.say(grid.x(n), bottom + 1.2 * look.small, str(n), ha="center", **small)
    sheet.say(left - width_of("10", look.small) - 0.5 * look.small, 0.95 * look.small, "Fatigue, 0 to 10", **small)
    sheet.say((left + right) / 2, bottom + 2.5 * look.small, "Worst pain, 0 to 10", ha="center", **small)


def _circles(sheet: Sheet, grid: _Grid, found: Found) -> None:
    """All circles as one artist; in each that has room stands its number of days."""
    look = sheet.look
    largest = 0.94 * min(grid.wide, grid.high) / sqrt(max(found.values()))
    across = [max(_LEAST * look.scale, largest * sqrt(days)) for days in found.values()]
    at = [(grid.x(pain), grid.y(fatigue)) for pain, fatigue in found]
    # The hairlines end at the circles, so that the figures in them can be read.
    _ellipses(sheet, at, across, "days-ground", facecolors=look.surface, linewidths=0, zorder=1)
    tone = {"facecolors": [(look.fatigue, 0.28)], "edgecolors": look.fatigue}
    _ellipses(sheet, at, across, "days", linewidths=0.5 * look.scale, zorder=2, **tone)
    for ((pain, fatigue), days), size in zip(found.items(), across, strict=True):
        room = sqrt(max(0.0, size**2 - width_of(str(days), look.small) ** 2))
        if room >= 0.85 * look.small:
            y = sheet.middle(grid.y(fatigue), look.small)
            sheet.say(grid.x(pain), y, str(days), size=look.small, ha="center").set_zorder(4)


def _ellipses(sheet: Sheet, at: Sequence[Spot], across: Sequence[float], gid: str, **style: Any) -> None:
    upright = [0] * len(across)
    places = {"offsets": at, "offset_transform": sheet.points}
    sheet.figure.add_artist(EllipseCollection(across, across, upright, units="points", gid=gid, **places, **style))


def _bands_below(sheet: Sheet, grid: _Grid, bands: Sequence[Group]) -> None:
    """Under each band a bracket, the median fatigue of its days, and how many days there are."""
    look, top = sheet.look, grid.box[3] + 3.1 * sheet.look.small
    brackets: list[tuple[Spot, Spot]] = []
    narrow = min(len(steps) for steps in BANDS) * grid.wide
    short = width_of("median fatigue 9.5", look.text, SEMIBOLD) > narrow
    for n, band in enumerate(bands):
        left, right = _ends(grid, BANDS[n])
        brackets += [((left, top), (right, top))]
        brackets += [((x, top), (x, top - 0.4 * look.small)) for x in (left, right)]
        y = top + 0.35 * look.small + look.text
        words = _median(band).replace("fatigue ", "") if short else _median(band)
        sheet.say((left + right) / 2, y, words, weight=SEMIBOLD, ha="center")
        days = f"pain {band.name}, {counted(len(band), 'day')}"
        sheet.say((left + right) / 2, y + 1.35 * look.small, days, size=look.small, colour=look.muted, ha="center")
    sheet.strokes(brackets, "bands", look.ink, 0.6)


def _bands_beside(sheet: Sheet, grid: _Grid, bands: Sequence[Group]) -> None:
    """At the right, from the highest band, the median fatigue of its days and how many days there are."""
    look, x = sheet.look, grid.box[2] + _BESIDE * sheet.look.small
    for n, band in enumerate(bands):
        top, bottom = _rows_beside(grid, n)
        y = (top + bottom) / 2
        sheet.say(x, y, _median(band).capitalize(), weight=SEMIBOLD)
        days = f"Worst pain {band.name}, {counted(len(band), 'day')}"
        sheet.say(x, y + 1.35 * look.small, days, size=look.small, colour=look.muted)


def _rows_beside(grid: _Grid, n: int) -> tuple[float, float]:
    """Top and bottom of what is beside the grid about a band, the highest band at the top."""
    each = (grid.box[3] - grid.box[1]) / len(BANDS)
    top = grid.box[1] + each * (len(BANDS) - 1 - n)
    return top, top + each


def _median(band: Group) -> str:
    return "too few days" if band.median is None else f"median fatigue {number(band.median)}"


def _ends(grid: _Grid, steps: range) -> tuple[float, float]:
    return grid.x(steps[0] - 0.42), grid.x(steps[-1] + 0.42)


def _boxes(sheet: Sheet, grid: _Grid, found: Found) -> dict[Hashable, Share]:
    """Every pair that occurred, in rows from the top, then the bands by their numbers."""
    boxes: dict[Hashable, Share] = {}
    for pain, fatigue in sorted(found, key=lambda pair: (-pair[1], pair[0])):
        x, y = grid.x(pain), grid.y(fatigue)
        boxes[pain, fatigue] = _share(
            sheet, (x - grid.wide / 2, y - grid.high / 2, x + grid.wide / 2, y + grid.high / 2)
        )
    for n, steps in reversed([*enumerate(BANDS)]) if grid.beside else enumerate(BANDS):
        boxes[n] = _share(sheet, _band_box(sheet, grid, n, steps))
    return boxes


def _band_box(sheet: Sheet, grid: _Grid, n: int, steps: range) -> Box:
    small = sheet.look.small
    if not grid.beside:
        left, right = _ends(grid, steps)
        return left, grid.box[3] + 3.2 * small, right, sheet.height - 2 * sheet.look.scale
    top, bottom = _rows_beside(grid, n)
    middle, left = (top + bottom) / 2, grid.box[2] + (_BESIDE - 0.5) * small
    return left, middle - 1.5 * small, min(sheet.width - 1, grid.box[2] + _room_beside(sheet.look)), middle + 2 * small


def _share(sheet: Sheet, box: Box) -> Share:
    left, top, right, bottom = box
    return left / sheet.width, top / sheet.height, right / sheet.width, bottom / sheet.height
