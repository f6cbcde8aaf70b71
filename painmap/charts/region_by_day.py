"""Region by day: a row for each region, a column for each day, or for each week or 30 days where days are many."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from painmap.charts.axis import date_axis
from painmap.charts.boxes import Colours, draw_boxes
from painmap.charts.glyphs import Glyphs, draw_glyphs, ink_width, write
from painmap.charts.heat import draw_ramp
from painmap.charts.look import REGULAR, SEMIBOLD, Look
from painmap.charts.region_cells import Order, RegionDays, region_days, shown_regions
from painmap.charts.region_points import RegionPoints
from painmap.charts.region_room import (
    ROW,
    WIDEST,
    all_can_be_read,
    can_be_read,
    figure_size,
    fitted,
    label_of,
    row_ends,
)
from painmap.charts.region_words import empty_words
from painmap.charts.sheet import MM, Box, Sheet, cut, width_of
from painmap.domain.period import Period
from painmap.domain.regions import Region, regions
from painmap.domain.summary import DaySummary, mapped, within
from painmap.domain.words import counted, halves_number, number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROWS = 8
"""Regions shown at first."""
_TALLEST_ROW = 22.0
_ABOVE, _HEADS, _BELOW, _FOOT = 1.2, 1.9, 2.1, 2.2
"""Room in sizes of small type: for the marks of a day, for dates over the rows, for dates and the ramp below."""
_ROW_TOP, _TALL, _LOW = 0.06, 0.88, 0.57
"""Where a cell begins and its height as shares of its row, and the share of that under which its figure is above it."""
_OUTLINED = 3.0
"""Points on paper from which on a cell is wide enough to be outlined where its fill is pale."""


@dataclass(frozen=True)
class _Grid:
    """Where the rows stand, and what is in them; `full` has dates over the rows too, and a legend."""

    data: RegionDays
    regions: tuple[Region, ...]
    box: Box
    full: bool

    @property
    def row(self) -> float:
        return (self.box[3] - self.box[1]) / len(self.regions)

    @property
    def day(self) -> float:
        """Width of a day in points."""
        first, last = self.data.columns[0].start, self.data.columns[-1].end
        return (self.box[2] - self.box[0]) / ((last - first).days + 1)

    @property
    def edges(self) -> list[float]:
        """Left edges of the columns, and the right edge of the last one."""
        first, each = self.data.columns[0].start, self.day
        return [*(self.box[0] + (column.start - first).days * each for column in self.data.columns), self.box[2]]


def region_by_day_height(days: Sequence[DaySummary], period: Period, look: Look, rows: int | None = ROWS) -> float:
    """The height in points at which the rows have the size of the design."""
    return rows_height(len(shown_regions(days, period, rows)), look, full=rows is None)


def rows_height(rows: int, look: Look, *, full: bool) -> float:
    """The height in points of that many rows, with what stands round them."""
    above, below = _around(look, full)
    return max(3, rows) * ROW * look.scale + above + below


def draw_region_by_day(
    figure: "Figure",
    days: Sequence[DaySummary],
    period: Period,
    look: Look,
    rows: int | None = ROWS,
    order: Order = "burden",
    begins: date | None = None,
    step: int | None = None,
) -> RegionPoints | None:
    """Draws the regions that hurt most, all of them where `rows` is None; the chart fills the figure.

    `begins` is the first logged day of all where the period reaches before it: nothing is missing there. `step` are
    the days in a column, as many as `column_days` says where it is not given.
    """
    sheet, days = Sheet(figure, look), within(days, period)
    every = shown_regions(days, period, None, order)
    names = every if rows is None else shown_regions(days, period, rows, order)
    if not names:
        sheet.words(empty_words(days))
        return None
    shown = tuple(regions()[name] for name in names)
    grid = _Grid(region_days(days, period, names, step), shown, _box(sheet, shown, rows is None), rows is None)
    _names(sheet, grid)
    _rows(sheet, grid, begins)
    _cells(sheet, grid)
    if grid.data.daily:
        _marks(sheet, grid, days)
    left, _, right, bottom = grid.box
    date_axis(sheet, period, left, right, bottom + 0.2 * look.small)
    if grid.full and not look.on_paper:
        date_axis(sheet, period, left, right, 0.2 * look.small)
    if grid.full or look.on_paper:
        _counts(sheet, grid, mapped(days))
        _foot(sheet, grid, len(every) - len(names))
    return _points(sheet, grid)


def _points(sheet: Sheet, grid: _Grid) -> RegionPoints:
    data = grid.data
    return RegionPoints(
        data.names,
        tuple(column.start for column in data.columns),
        tuple(n for n, logged in enumerate(data.logged) if logged),
        tuple(x / sheet.width for x in grid.edges),
        grid.box[1] / sheet.height,
        grid.box[3] / sheet.height,
    )


def _around(look: Look, full: bool) -> tuple[float, float]:
    """Room above and below the rows, in points."""
    heads = _HEADS if full and not look.on_paper else 0
    foot = _FOOT if full or look.on_paper else 0
    return (_ABOVE + heads) * look.small, (_BELOW + foot) * look.small


def _box(sheet: Sheet, shown: Sequence[Region], full: bool) -> Box:
    look = sheet.look
    left, right = row_ends(shown, look, sheet.width, full=full)
    above, below = _around(look, full)
    room = sheet.height - above - below
    return left, above, right, above + min(room, len(shown) * _TALLEST_ROW * look.scale)


def _names(sheet: Sheet, grid: _Grid) -> None:
    """The regions at the left: text on paper, outlines on screens, as `write` does it."""
    look = sheet.look
    size, texts = min(look.small, 0.9 * grid.row), []
    for n, region in enumerate(grid.regions):
        words = cut(label_of(region, look), grid.box[0] - 0.5 * size, size)
        y = grid.box[1] + (n + 0.5) * grid.row
        if look.on_paper:
            sheet.say(0, sheet.middle(y, size), words, size=size)
        else:
            texts.append(Glyphs(words, 0.5 * ink_width(words, size), y, size, REGULAR, look.ink))
    draw_glyphs(sheet, texts, "names")


def _rows(sheet: Sheet, grid: _Grid, begins: date | None) -> None:
    """Plain rows where there are maps, hatching over all rows where there are none, nothing before the diary."""
    plain: list[tuple[float, float]] = []
    bare: list[tuple[float, float]] = []
    edges = grid.edges
    for start, end, maps, column in zip(edges, edges[1:], grid.data.mapped, grid.data.columns, strict=False):
        if begins is not None and column.end < begins:
            continue
        stretches = plain if maps else bare
        if stretches and stretches[-1][1] == start:
            start = stretches.pop()[0]
        stretches.append((start, end))
    tops = [grid.box[1] + (n + _ROW_TOP) * grid.row for n in range(len(grid.regions))]
    boxes = [(a, y, b, y + _TALL * grid.row) for y in tops for a, b in plain]
    draw_boxes(sheet, {("none", sheet.look.grid): boxes}, "rated", 0.3, 0.5)
    sheet.hatch([(a, grid.box[1], b, grid.box[3]) for a, b in bare], "gaps")


def _cells(sheet: Sheet, grid: _Grid) -> None:
    """A cell's fill is its intensity, its height the share of days; figures stand where there is room."""
    look, edges, full = sheet.look, grid.edges, _TALL * grid.row
    row = {name: grid.box[1] + (n + _ROW_TOP + _TALL) * grid.row for n, name in enumerate(grid.data.names)}
    room = [min(right - left, WIDEST * grid.row) for left, right in pairwise(edges)]
    boxes: dict[float, list[Box]] = {}
    for (name, n), levels in grid.data.given.items():
        middle, half = (edges[n] + edges[n + 1]) / 2, room[n] / 2
        level = levels[0] if len(levels) == 1 else median(levels)
        top = row[name] - full * len(levels) / grid.data.mapped[n]
        boxes.setdefault(level, []).append((middle - half, top, middle + half, row[name]))
    draw_boxes(sheet, _coloured(look, boxes, outlined=room[0] >= _OUTLINED * look.scale), "cells", 0.25, 2)
    size = figure_size(look, grid.row, daily=grid.data.daily)
    if all_can_be_read(_words(sheet, grid, boxes), size, room[0], look):
        _figures(sheet, boxes, full, size)


def _words(sheet: Sheet, grid: _Grid, levels: Iterable[float]) -> set[str]:
    """The figures that have to have room; on paper one that is wider may be left out."""
    if sheet.look.on_paper:
        return {"8" if grid.data.daily else "6½"}
    return {halves_number(level) for level in levels}


def _coloured(look: Look, boxes: Mapping[float, Sequence[Box]], *, outlined: bool) -> Mapping[Colours, Sequence[Box]]:
    """The boxes by fill and edge. Pale fills are outlined, because they hardly stand off the surface, and come last."""
    seam = look.body_outline if look.on_paper else look.surface
    found: dict[Colours, list[Box]] = {}
    for level in sorted(boxes, key=lambda level: look.edge(level) == look.rated_outline):
        pale = look.edge(level) == look.rated_outline
        found.setdefault((look.fill(level), look.rated_outline if pale and outlined else seam), []).extend(boxes[level])
    return found


def _figures(sheet: Sheet, boxes: Mapping[float, Sequence[Box]], full: float, size: float) -> None:
    """The median in each cell, or above a low one; smaller where a cell is narrow, left out where it is too narrow."""
    look, texts = sheet.look, []
    for level, each in boxes.items():
        words = halves_number(level)
        for left, top, right, foot in each:
            small = fitted(words, size, right - left)
            if not can_be_read(small, look):
                continue
            low = foot - top < _LOW * full
            y = (top + foot - full) / 2 if low else (top + foot) / 2
            ink = look.ink if low else look.figure_ink(level)
            texts.append(Glyphs(words, (left + right) / 2, y, small, SEMIBOLD, ink))
    draw_glyphs(sheet, texts, "figures")


def _marks(sheet: Sheet, grid: _Grid, days: Sequence[DaySummary]) -> None:
    """Above the rows a ring over the days whose map was copied, and a triangle over those entered later."""
    look, first = sheet.look, grid.data.columns[0].start
    size = min(2.4 * look.scale, 0.7 * grid.day)
    top = grid.box[1] - _ABOVE * look.small
    copied = [day for day in days if day.carried_over]
    late = [day for day in days if day.entered_later]
    for gid, marker, marked, y in (("copied", "o", copied, 0.33), ("entered-later", "v", late, 0.85)):
        at = [grid.box[0] + ((day.day - first).days + 0.5) * grid.day for day in marked]
        fill = look.surface if gid == "copied" else look.ink
        style = {"ls": "", "marker": marker, "mfc": fill, "mec": look.ink, "mew": 0.5 * look.scale}
        sheet.line(at, [top + y * look.small] * len(at), gid, sheet.points, ms=size, **style)


def _counts(sheet: Sheet, grid: _Grid, maps: int) -> None:
    """Days affected at the right of each row, and of how many above them."""
    look = sheet.look
    x = grid.box[2] + (2 * MM * look.scale if look.on_paper else 0.6 * look.small)
    size = min(look.small, 0.9 * grid.row)
    of = f"of {number(maps)}"
    sheet.say(x, grid.box[1] - 0.35 * look.small, of, size=0.9 * look.small, colour=look.muted)
    affected = dict.fromkeys(grid.data.names, 0)
    for (name, _), levels in grid.data.given.items():
        affected[name] += len(levels)
    middle, texts = x + 0.5 * width_of(of, 0.9 * look.small), []
    for n, name in enumerate(grid.data.names):
        y = grid.box[1] + (n + 0.5) * grid.row
        texts.append(Glyphs(number(affected[name]), middle, y, size, SEMIBOLD, look.ink))
    write(sheet, texts, "counts")


def _foot(sheet: Sheet, grid: _Grid, hidden: int) -> None:
    """How many regions are left out, and what the fills mean."""
    look, top = sheet.look, grid.box[3] + 2.3 * sheet.look.small
    middle = sheet.middle(top + 0.9 * look.small, look.small)
    if hidden:
        sheet.say(0, middle, f"and {counted(hidden, 'more region')}", size=look.small, colour=look.muted)
    end = draw_ramp(sheet, grid.box[0], top)
    words = "worst of the day" if grid.data.daily else "median"
    if end + width_of(words, look.small) <= sheet.width:
        sheet.say(end, middle, words, size=look.small, colour=look.muted)
