"""What stands in a lane of the timeline: dots, lines, bands, and bars for the spread on paper."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from painmap.charts.series import Lane, Series, runs, step_of, with_stubs
from painmap.charts.sheet import Box, Sheet, Spot
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary

if TYPE_CHECKING:
    from matplotlib.transforms import Transform

_BARS_FILL = 42
"""Below this many days bars get no wider."""


def draw_lane(
    sheet: Sheet, lane: Lane, series: Series, days: Sequence[DaySummary], period: Period, box: Box, top: int
) -> None:
    """Draws the values of a lane into its box, from 0 at the foot to `top`."""
    values = sheet.within(box, len(period), 0, top)
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
    sheet.line(series.days_at, series.days, f"{lane.key}-days", values, ls="", marker="o", **style)


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
