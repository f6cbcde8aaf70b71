"""Region by day: a row for each region, a column for each day, or for each week or 30 days where days are many."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from painmap.charts.axis import date_axis
from painmap.charts.glyphs import Glyphs, draw_glyphs
from painmap.charts.heat import draw_ramp
from painmap.charts.look import SEMIBOLD, Look
from painmap.charts.region_words import empty_words
from painmap.charts.series import step_of, step_spans
from painmap.charts.sheet import MM, Box, Sheet, Spot, cut, width_of
from painmap.domain.period import Period
from painmap.domain.regions import Region, regions
from painmap.domain.summary import DaySummary, by_burden, mapped, places, within
from painmap.domain.words import counted, number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROWS = 8
"""Regions shown at first."""
_ROW, _TALLEST_ROW, _WIDEST = 12.0, 16.0, 3.0
_AROUND, _FOOT = 3.1, 1.8
"""Room for the rings above the rows and the date axis below, and for the legend on paper, in sizes of small type."""


@dataclass(frozen=True)
class Cell:
    """What a region was like in one step: row and step from 0, median intensity, share of mapped days it hurt."""

    row: int
    step: int
    level: float
    share: float


@dataclass(frozen=True)
class _Grid:
    """Where the rows stand, and how many days of each step have a map."""

    names: tuple[Region, ...]
    box: Box
    spans: tuple[tuple[float, float], ...]
    mapped: tuple[int, ...]

    @property
    def row(self) -> float:
        return (self.box[3] - self.box[1]) / len(self.names)

    @property
    def day(self) -> float:
        return (self.box[2] - self.box[0]) / self.spans[-1][1]

    def x(self, days: float) -> float:
        """The spot that many days after the start."""
        return self.box[0] + days * self.day


def region_order(days: Sequence[DaySummary], period: Period) -> list[str]:
    """The regions that hurt in the period, from the highest sum of ratings to the lowest."""
    return by_burden(places(within(days, period)))


def region_by_day_height(days: Sequence[DaySummary], period: Period, look: Look, rows: int | None = ROWS) -> float:
    """The height in points at which the rows have the size of the design."""
    shown = max(3, len(region_order(days, period)[:rows]))
    return shown * _ROW * look.scale + _room_around(look)


def draw_region_by_day(
    figure: "Figure", days: Sequence[DaySummary], period: Period, look: Look, rows: int | None = ROWS
) -> None:
    """Draws the regions that hurt most, all of them where `rows` is None; the chart fills the figure."""
    sheet, days = Sheet(figure, look), within(days, period)
    found = places(days)
    if not found:
        sheet.words(empty_words(days))
        return
    order = by_burden(found)
    names = tuple(regions()[name] for name in order[:rows])
    grid = _Grid(names, _box(sheet, names), tuple(step_spans(period)), _mapped(days, period))
    _names(sheet, grid)
    _rows(sheet, grid)
    _cells(sheet, grid, cells_of(days, period, order[:rows]))
    if step_of(period) == 1:
        _copied(sheet, grid, days, period)
    date_axis(sheet, period, grid.box[0], grid.box[2], grid.box[3] + 0.2 * look.small)
    if look.on_paper:
        _counts(sheet, grid, [found[region.id].days for region in names], mapped(days))
        _foot(sheet, grid, len(order) - len(names))


def cells_of(days: Sequence[DaySummary], period: Period, names: Sequence[str]) -> list[Cell]:
    """The filled cells of the rows; `days` are the logged days of the period."""
    row, given = {name: n for n, name in enumerate(names)}, dict[tuple[int, int], list[int]]()
    step, maps = step_of(period), _mapped(days, period)
    for day in days:
        n = (day.day - period.start).days // step
        for name, intensity in (day.regions or {}).items():
            if name in row:
                given.setdefault((row[name], n), []).append(intensity)
    return [Cell(r, n, median(levels), len(levels) / maps[n]) for (r, n), levels in sorted(given.items())]


def _mapped(days: Sequence[DaySummary], period: Period) -> tuple[int, ...]:
    counts = [0] * len(step_spans(period))
    for day in days:
        counts[(day.day - period.start).days // step_of(period)] += day.regions is not None
    return tuple(counts)


def _room_around(look: Look) -> float:
    return (_AROUND + (_FOOT if look.on_paper else 0)) * look.small


def _label(region: Region, look: Look) -> str:
    return region.short if look.on_paper else region.label


def _box(sheet: Sheet, names: Sequence[Region]) -> Box:
    look = sheet.look
    widest = max(width_of(_label(region, look), look.small) for region in names)
    left = 34 * MM * look.scale if look.on_paper else min(widest + look.small, 0.45 * sheet.width)
    right = sheet.width - (15 * MM if look.on_paper else 3) * look.scale
    top, room = 1.0 * look.small, sheet.height - _room_around(look)
    return left, top, right, top + min(room, len(names) * _TALLEST_ROW * look.scale)


def _names(sheet: Sheet, grid: _Grid) -> None:
    size = min(sheet.look.small, 0.9 * grid.row)
    for n, region in enumerate(grid.names):
        y = sheet.middle(grid.box[1] + (n + 0.5) * grid.row, size)
        sheet.say(0, y, cut(_label(region, sheet.look), grid.box[0] - 0.5 * size, size), size=size)


def _rows(sheet: Sheet, grid: _Grid) -> None:
    """Plain rows where there are maps, hatching over all rows where there are none."""
    plain: list[tuple[float, float]] = []
    bare: list[tuple[float, float]] = []
    for (start, end), maps in zip(grid.spans, grid.mapped, strict=True):
        stretches = plain if maps else bare
        if stretches and stretches[-1][1] == start:
            start = stretches.pop()[0]
        stretches.append((start, end))
    tops = [grid.box[1] + (n + 0.06) * grid.row for n in range(len(grid.names))]
    shapes = [_shape(grid.x(a), y, grid.x(b), y + 0.88 * grid.row) for y in tops for a, b in plain]
    edge = {"edgecolors": sheet.look.grid, "linewidths": 0.3 * sheet.look.scale, "zorder": 0.5}
    sheet.shapes(shapes, "rated", facecolors="none", **edge)
    sheet.hatch([(grid.x(a), grid.box[1], grid.x(b), grid.box[3]) for a, b in bare], "gaps")


def _shape(left: float, top: float, right: float, bottom: float) -> list[Spot]:
    return [(left, bottom), (right, bottom), (right, top), (left, top)]


def _cells(sheet: Sheet, grid: _Grid, cells: Sequence[Cell]) -> None:
    """A cell's fill is its intensity, its height the share of days; figures stand in cells that have room."""
    look, tall = sheet.look, 0.88 * grid.row
    size = min(look.small, 0.75 * tall)
    shapes = []
    for cell in cells:
        start, end = grid.spans[cell.step]
        middle, half = grid.x((start + end) / 2), min((end - start) * grid.day, _WIDEST * grid.row) / 2
        foot = grid.box[1] + (cell.row + 0.94) * grid.row
        shapes.append(_shape(middle - half, foot - tall * cell.share, middle + half, foot))
    edge = look.body_outline if look.on_paper else look.surface
    fills = [look.fill(cell.level) for cell in cells]
    sheet.shapes(
        shapes, "cells", facecolors=fills, edgecolors=edge, linewidths=0.25 * look.scale, zorder=2, clip_on=False
    )
    if grid.spans[0][1] > 1 or grid.day < 1.6 * size:
        return
    figures = [_figure(grid, cell, size, look) for cell in cells]
    draw_glyphs(sheet, figures, "figures")


def _figure(grid: _Grid, cell: Cell, size: float, look: Look) -> Glyphs:
    x, y = grid.x(cell.step + 0.5), grid.box[1] + (cell.row + 0.5) * grid.row
    return Glyphs(number(cell.level), x, y, size, SEMIBOLD, look.figure_ink(cell.level))


def _copied(sheet: Sheet, grid: _Grid, days: Sequence[DaySummary], period: Period) -> None:
    """A ring above the days whose map was copied."""
    look = sheet.look
    at = [grid.x((day.day - period.start).days + 0.5) for day in days if day.carried_over]
    style = {"ls": "", "marker": "o", "mfc": look.surface, "mec": look.ink, "mew": 0.5 * look.scale}
    size = min(2.4 * look.scale, 0.7 * grid.day)
    sheet.line(at, [0.5 * look.small] * len(at), "copied", sheet.points, ms=size, **style)


def _counts(sheet: Sheet, grid: _Grid, affected: Sequence[int], maps: int) -> None:
    """Days affected at the right of each row, and of how many above them."""
    look, x = sheet.look, grid.box[2] + 2 * MM * sheet.look.scale
    size = min(look.small, 0.9 * grid.row)
    sheet.say(x, 0.85 * look.small, f"of {number(maps)}", size=0.9 * look.small, colour=look.muted)
    for n, days in enumerate(affected):
        y = sheet.middle(grid.box[1] + (n + 0.5) * grid.row, size)
        sheet.say(x, y, number(days), size=size, weight=SEMIBOLD)


def _foot(sheet: Sheet, grid: _Grid, hidden: int) -> None:
    """How many regions are left out, and what the fills mean."""
    look, top = sheet.look, grid.box[3] + 2.2 * sheet.look.small
    middle = sheet.middle(top + 0.9 * look.small, look.small)
    if hidden:
        sheet.say(0, middle, f"and {counted(hidden, 'more region')}", size=look.small, colour=look.muted)
    end = draw_ramp(sheet, grid.box[0], top)
    sheet.say(
        end, middle, "worst of the day" if grid.spans[0][1] == 1 else "median", size=look.small, colour=look.muted
    )
