"""A lane of the timeline: its name, its scale and its figures; dots, lines, bands, and bars for the spread on paper."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from painmap.charts.look import SEMIBOLD, Look
from painmap.charts.series import Lane, Series, lane_figures, runs, series_of, step_of, with_stubs
from painmap.charts.sheet import MM, Box, Sheet, Spot
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary

if TYPE_CHECKING:
    from matplotlib.transforms import Transform

_BARS_FILL = 42
"""Below this many days bars get no wider."""


def draw_lane(sheet: Sheet, lane: Lane, days: Sequence[DaySummary], period: Period, box: Box, scale: range) -> None:
    """Draws a lane into its box, its scale from 0 at the foot; `days` are the logged days of the period."""
    series = series_of(days, period, lane.answer)
    values = sheet.within(box, len(period), 0, scale[-1])
    _name(sheet, lane, box)
    _ruler(sheet, lane, box, scale)
    if sheet.look.on_paper:
        _figures(sheet, lane, box, days)
    if series.low:
        _band(sheet, lane, series, values, step_of(period))
    if sheet.look.on_paper and lane.key == "spread" and not series.low:
        _bars(sheet, lane, days, period, values)
        return
    _dots(sheet, lane, series, values, (box[2] - box[0]) / len(period))
    x, y = with_stubs(series.line_at, series.line, step_of(period))
    weight = 1.4 if sheet.look.on_paper and not series.low else 1.0
    sheet.line(
        x,
        y,
        f"{lane.key}-median",
        values,
        color=lane.colour(sheet.look),
        lw=weight * sheet.look.scale,
        solid_capstyle="round",
        solid_joinstyle="round",
        zorder=3,
    )


def _dots(sheet: Sheet, lane: Lane, series: Series, values: "Transform", each: float) -> None:
    """Every single day: solid and joined by a thin line on paper, open on the screen."""
    look, colour = sheet.look, lane.colour(sheet.look)
    if look.on_paper:
        size = min(3.0 * look.scale, max(1.8 * look.scale, 0.25 * each))
        style = {"ms": size, "mfc": colour, "mec": "none", "zorder": 4}
        if not series.low:
            thin = {"color": colour, "lw": 0.45 * look.scale, "alpha": 0.55, "zorder": 2}
            sheet.line(series.days_at, series.days, f"{lane.key}-daily", values, **thin)
    else:
        size = min(3.0 * look.scale, max(1.6 * look.scale, 0.9 * each))
        style = {
            "ms": size,
            "mfc": look.surface,
            "mec": colour,
            "mew": min(0.6 * look.scale, 0.25 * size),
            "zorder": 4,
        }
    sheet.line(series.days_at, series.days, f"{lane.key}-days", values, ls="", marker=lane.marker, **style)


def _band(sheet: Sheet, lane: Lane, series: Series, values: "Transform", step: int) -> None:
    """The middle half of each step, from one step to the next."""
    shapes = []
    for run in runs(series.line):
        cut = slice(run.start, run.stop)
        lows = with_stubs(series.line_at[cut], series.low[cut], step)
        highs = with_stubs(series.line_at[cut], series.high[cut], step)
        low, high = (list(zip(x[:-1], y[:-1], strict=True)) for x, y in (lows, highs))
        shapes.append(low + high[::-1])
    style = {"facecolors": lane.colour(sheet.look), "linewidths": 0, "alpha": 0.22, "zorder": 2}
    sheet.shapes(shapes, f"{lane.key}-middle-half", transform=values, **style)


def _bars(sheet: Sheet, lane: Lane, days: Sequence[DaySummary], period: Period, values: "Transform") -> None:
    """A bar a day, white where the map was copied; a real zero is a dot on the line."""
    look, colour = sheet.look, lane.colour(sheet.look)
    half = 0.31 * min(1.0, len(period) / _BARS_FILL)
    fresh: list[list[Spot]] = []
    copied: list[list[Spot]] = []
    zero: list[float] = []
    for day in days:
        x, spread = (day.day - period.start).days + 0.5, day.spread
        if spread is None:
            continue
        shape = [(x - half, 0.0), (x + half, 0.0), (x + half, spread), (x - half, spread)]
        (copied if day.carried_over else fresh).append(shape)
        zero += [x] if spread == 0 else []
    sheet.shapes(fresh, f"{lane.key}-bars", transform=values, facecolors=colour, linewidths=0, zorder=2)
    edge = {"edgecolors": colour, "linewidths": 0.5 * look.scale, "zorder": 2}
    sheet.shapes(copied, f"{lane.key}-copied", transform=values, facecolors=look.surface, **edge)
    style = {"ls": "", "marker": "o", "ms": 1.8 * look.scale, "mfc": colour, "mec": "none", "zorder": 4}
    sheet.line(zero, [0.0] * len(zero), f"{lane.key}-zero", values, **style)


def names(lane: Lane, look: Look) -> tuple[str, str]:
    """What a lane is called, and the unit of its scale."""
    return (lane.page_name, lane.page_unit) if look.on_paper else (lane.name, lane.unit)


def _name(sheet: Sheet, lane: Lane, box: Box) -> None:
    name, unit = names(lane, sheet.look)
    look = sheet.look
    y = box[1] + (1.0 if look.on_paper else 0.3 * (box[3] - box[1]) / look.text + 0.5) * look.text
    sheet.say(0, y, name, weight=SEMIBOLD)
    sheet.say(0, y + 1.25 * look.text, unit, size=look.small, colour=look.muted)


def _ruler(sheet: Sheet, lane: Lane, box: Box, scale: range) -> None:
    """Hairlines, the zero line on paper dark enough for a fax, and their numbers; middle ones only with room."""
    left, upper, right, lower = box
    look, each = sheet.look, (lower - upper) / scale[-1]
    ticks = scale if each * scale.step >= 1.05 * look.small else scale[:: len(scale) - 1]
    spots = [lower - each * tick for tick in ticks]
    foot = look.line if look.on_paper else look.grid
    colours = [foot] + [look.grid] * (len(spots) - 1)
    sheet.strokes([((left, y), (right, y)) for y in spots], f"{lane.key}-ruler", colours, 0.4, zorder=0.5)
    for tick, y in zip(ticks, spots, strict=True):
        x, y = left - 0.6 * look.small, sheet.middle(y, look.small)
        sheet.say(x, y, str(tick), size=look.small, colour=look.muted, ha="right")


def _figures(sheet: Sheet, lane: Lane, box: Box, days: Sequence[DaySummary]) -> None:
    """Median and range at the right of a lane; only the number of days where they are few."""
    look, x = sheet.look, box[2] + 2 * MM * sheet.look.scale
    first, second = lane_figures(lane, days)
    if not second:
        sheet.say(x, box[1] + look.text, first, size=look.small, colour=look.muted)
        return
    sheet.say(x, box[1] + look.text, first, weight=SEMIBOLD)
    sheet.say(x, box[1] + 2.25 * look.text, second, size=look.small, colour=look.muted)
