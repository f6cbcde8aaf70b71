"""The calendar of months: a cell a day, filled and numbered by its worst pain or fatigue."""

from collections.abc import Sequence
from datetime import date
from math import cos, pi, sin
from typing import TYPE_CHECKING, Any

from matplotlib.collections import PathCollection
from matplotlib.path import Path

from painmap.charts.boxes import boxes_path
from painmap.charts.calendar_days import DayRating, has_years, shown_days
from painmap.charts.calendar_grid import CalendarGrid, grid_height, grid_of
from painmap.charts.glyphs import Glyphs, draw_glyphs
from painmap.charts.heat import draw_ramp, legend_height
from painmap.charts.look import REGULAR, SEMIBOLD, Look
from painmap.charts.sheet import Box, Sheet, Spot, slanted, width_of
from painmap.charts.words import NOTHING_LOGGED
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, within
from painmap.domain.words import MONTHS, WEEKDAYS, month_text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Days = Sequence[DaySummary]
_INSET = 0.05
_FIGURE = 0.6
"""Room between a cell and its fill, and the size of its figure, in cells."""
_LEGIBLE = 0.72
"""Sizes of small type under which no figure is drawn."""
_CIRCLE = 14


def calendar_height(look: Look, period: Period, today: date, width: float, first_weekday: int = 0) -> float:
    """The height in points of the calendar on a width in points."""
    shown = shown_days(period, today)
    if shown is None:
        return 6 * look.text
    return grid_height(look, shown, width, first_weekday) + _foot(look, shown)


def draw_calendar(
    figure: "Figure",
    days: Days,
    period: Period,
    look: Look,
    rating: DayRating = DayRating.WORST_PAIN,
    *,
    today: date,
    first_weekday: int = 0,
    begins: date | None = None,
) -> CalendarGrid | None:
    """Draws the months of the period up to today, in weeks that begin with `first_weekday` (0 is Monday).

    `begins` is the first logged day of all where the period reaches before it: no entry is missing there.
    """
    sheet, days, shown = Sheet(figure, look), within(days, period), shown_days(period, today)
    if not days or shown is None:
        sheet.words(NOTHING_LOGGED)
        return None
    room = sheet.height - _foot(look, shown)
    grid = grid_of(look, shown, first_weekday, (sheet.width, sheet.height), room)
    _heads(sheet, grid)
    _cells(sheet, grid, {day.day: day for day in days}, shown, rating)
    _draw_hatch(sheet, [_fill(grid, day) for day in _missing(days, shown, begins)])
    if not grid.by_year:
        _marks(sheet, grid, days, rating)
    if today in shown:
        _today(sheet, grid, today)
    if has_years(shown):
        _legend(sheet, rating)
    return grid


def _foot(look: Look, shown: Period) -> float:
    return legend_height(look, 1) + 1.4 * look.small if has_years(shown) else 0.3 * look.small


def _heads(sheet: Sheet, grid: CalendarGrid) -> None:
    """The names of the months and years; where there is room the weekdays, and the date each row begins with."""
    look = sheet.look
    if grid.by_year:
        _years(sheet, grid)
        return
    words = []
    for block in grid.blocks:
        sheet.say(block.left, block.top - 1.75 * look.small, month_text(block.days.start), weight=SEMIBOLD)
        for n in range(7):
            initial = WEEKDAYS[(grid.first_weekday + n) % 7][0]
            x, y = block.left + (n + 0.5) * grid.cell, block.top - 0.65 * look.small
            words.append(Glyphs(initial, x, y, min(0.9 * look.small, 0.8 * grid.cell), REGULAR, look.muted))
        for day in block.days:
            if day == block.days.start or day.weekday() == grid.first_weekday:
                x, y = block.left - 0.55 * grid.cell, grid.corner(day)[1] + 0.5 * grid.cell
                words.append(Glyphs(str(day.day), x, y, _date_size(grid, look), REGULAR, look.muted))
    draw_glyphs(sheet, words, "dates")


def _date_size(grid: CalendarGrid, look: Look) -> float:
    return min(0.85 * look.small, 0.5 * grid.cell)


def _years(sheet: Sheet, grid: CalendarGrid) -> None:
    look, words, years = sheet.look, [], set[int]()
    size = min(0.9 * look.small, 2.6 * grid.cell)
    for block in grid.blocks:
        name = MONTHS[block.days.start.month - 1]
        x = block.left + 0.5 * width_of(name, size)
        words.append(Glyphs(name, x, block.top - 0.65 * look.small, size, REGULAR, look.muted))
        if (year := block.days.start.year) not in years:
            years.add(year)
            sheet.say(0, sheet.middle(block.top + 0.5 * max(grid.cell, look.text)), str(year), weight=SEMIBOLD)
    draw_glyphs(sheet, words, "dates")


def _cells(sheet: Sheet, grid: CalendarGrid, by_day: dict[date, DaySummary], shown: Period, rating: DayRating) -> None:
    """Rated days filled, a zero with a dark edge, days without an entry outlined, unanswered ones plain with a bar."""
    look = sheet.look
    rated: list[tuple[date, int]] = []
    unanswered, missing = [], []
    for day in shown:
        if (summary := by_day.get(day)) is None:
            missing.append(day)
        elif (given := rating.of(summary)) is None:
            unanswered.append(day)
        else:
            rated.append((day, given))
    pale = {"edgecolors": look.grid, "linewidths": 0.35 * look.scale, "facecolors": look.surface, "zorder": 0.5}
    _draw_cells(sheet, [_fill(grid, day) for day in missing], "no-entry", **{**pale, "facecolors": "none"})
    _draw_cells(sheet, [_fill(grid, day) for day in unanswered], "unanswered", **pale)
    bars = [_bar(grid, day) for day in unanswered]
    _draw_cells(sheet, bars, "bars", facecolors="none", edgecolors=look.muted, linewidths=0.5 * look.scale, zorder=2)
    _draw_rated(sheet, grid, rated)


def _missing(days: Days, shown: Period, begins: date | None) -> Sequence[date]:
    """The days without an entry since the diary began."""
    there = {day.day for day in days}
    return [day for day in shown if day not in there and (begins is None or day >= begins)]


def _draw_rated(sheet: Sheet, grid: CalendarGrid, rated: Sequence[tuple[date, int]]) -> None:
    look = sheet.look
    edge = look.body_outline if look.on_paper else "none"
    boxes: dict[int, list[Box]] = {level: [] for level in range(11)}
    for day, given in rated:
        boxes[given].append(_fill(grid, day))
    for level in range(1, 11):
        style = {"facecolors": look.fill(level), "edgecolors": edge, "linewidths": 0.25 * look.scale, "zorder": 1}
        _draw_cells(sheet, boxes[level], f"rated-{level}", **style)
    frames = [_inner(box, 0.35 * look.scale) for box in boxes[0]]
    style = {"facecolors": look.surface, "edgecolors": look.ink, "linewidths": 0.7 * look.scale, "zorder": 1}
    _draw_cells(sheet, frames, "rated-0", **style)
    size = min(_FIGURE * grid.cell, 1.2 * look.text)
    if size >= _LEGIBLE * look.small:
        draw_glyphs(sheet, [_figure(grid, day, given, size, look) for day, given in rated], "figures")


def _figure(grid: CalendarGrid, day: date, given: int, size: float, look: Look) -> Glyphs:
    left, top = grid.corner(day)
    ink = look.figure_ink(given) if given else look.ink
    return Glyphs(str(given), left + grid.cell / 2, top + grid.cell / 2, size, SEMIBOLD, ink)


def _marks(sheet: Sheet, grid: CalendarGrid, days: Days, rating: DayRating) -> None:
    """The corner of days whose map was copied is cut off (pain only), days entered later have a dot."""
    look, reach = sheet.look, 0.3 * grid.cell
    corners: list[list[Spot]] = []
    dots: list[list[Spot]] = []
    inks: list[str] = []
    for day in days:
        left, top, right, _ = _inner(_fill(grid, day.day), -0.25 * look.scale)
        if rating.copied(day):
            corners.append([(right - reach, top), (right, top), (right, top + reach)])
        if day.entered_later:
            given = rating.of(day)
            dots.append(_round(left + 0.65 * reach, top + 0.65 * reach, 0.36 * reach))
            inks.append(look.figure_ink(given) if given else look.ink)
    if corners:
        sheet.shapes(corners, "copied", facecolors=look.surface, linewidths=0, zorder=3)
    if dots:
        sheet.shapes(dots, "later", facecolors=inks, linewidths=0, zorder=3)


def _round(x: float, y: float, radius: float) -> list[Spot]:
    turns = [2 * pi * n / _CIRCLE for n in range(_CIRCLE)]
    return [(x + radius * cos(turn), y + radius * sin(turn)) for turn in turns]


def _today(sheet: Sheet, grid: CalendarGrid, today: date) -> None:
    look = sheet.look
    frame = _inner(_fill(grid, today), -0.75 * look.scale)
    style = {"facecolors": "none", "edgecolors": look.ink, "linewidths": 1.1 * look.scale, "zorder": 4}
    _draw_cells(sheet, [frame], "today", **style)


def _legend(sheet: Sheet, rating: DayRating) -> None:
    look = sheet.look
    top = sheet.height - legend_height(look, 1)
    end = draw_ramp(sheet, 0.0, top)
    y, words = sheet.middle(top + 0.875 * look.small, look.small), f"{rating.value} of the day; plain with an edge: 0"
    if end + width_of(words, look.small) > sheet.width:
        words = "plain: 0"
    sheet.say(end, y, words, size=look.small, colour=look.muted)


def _fill(grid: CalendarGrid, day: date) -> Box:
    left, top = grid.corner(day)
    return _inner((left, top, left + grid.cell, top + grid.cell), _INSET * grid.cell)


def _inner(box: Box, by: float) -> Box:
    left, top, right, bottom = box
    return left + by, top + by, right - by, bottom - by


def _bar(grid: CalendarGrid, day: date) -> Box:
    left, top = grid.corner(day)
    x, y, wide, high = left + 0.5 * grid.cell, top + 0.5 * grid.cell, 0.27 * grid.cell, 0.09 * grid.cell
    return x - wide, y - high, x + wide, y + high


def _draw_cells(sheet: Sheet, boxes: Sequence[Box], gid: str, **style: Any) -> None:
    """Boxes of one kind as one path: thousands of them are drawn at once."""
    if not boxes:
        return
    sheet.figure.add_artist(PathCollection([boxes_path(boxes)], gid=gid, transform=sheet.points, **style))


def _draw_hatch(sheet: Sheet, boxes: Sequence[Box]) -> None:
    """The strokes of Sheet.hatch as one path."""
    step = 4.0 * sheet.look.scale
    spots = [spot for box in boxes for stroke in slanted(box, step) for spot in stroke]
    if spots:
        path = Path(spots, [Path.MOVETO, Path.LINETO] * (len(spots) // 2))
        sheet.figure.add_artist(
            PathCollection(
                [path],
                facecolors="none",
                edgecolors=sheet.look.hatch,
                linewidths=0.5 * sheet.look.scale,
                transform=sheet.points,
                zorder=0,
                gid="gaps",
            )
        )
