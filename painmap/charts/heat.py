"""The body charts of the screen: where it hurt in a period, and its earlier half, later half and change."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt
from typing import TYPE_CHECKING

from painmap.charts.bodies import WIDE, Bodies
from painmap.charts.body_points import BodyPoints, body_points
from painmap.charts.glyphs import Glyphs, write
from painmap.charts.look import SEMIBOLD, Look
from painmap.charts.map_words import changes_between
from painmap.charts.maps import Value, counts_days, draw_change, draw_map, has_figures, less_gap
from painmap.charts.sheet import Box, Sheet, slanted, width_of
from painmap.charts.words import NOTHING_LOGGED
from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.summary import ENOUGH_DAYS, DaySummary, Place, by_burden, halves, mapped, places, within
from painmap.domain.words import counted, day_text, month_text, number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NO_MAP = "No map in these dates."
TOO_FEW = f"Not enough days: each half needs {ENOUGH_DAYS} with a map."
_RARE = "no fill: under 1 day in 4"
_SIGNS = "= under 1 point, N new, G gone, · too few days"


def draw_body_heat(
    figure: "Figure", days: Sequence[DaySummary], period: Period, look: Look, value: Value = "median"
) -> BodyPoints | None:
    """Front and back with each region's median intensity, its worst, or the days on which it hurt, over a legend."""
    days, sheet = within(days, period), Sheet(figure, look)
    if not mapped(days):
        sheet.words(NO_MAP if days else NOTHING_LOGGED)
        return None
    legend, found = legend_height(look, 2), places(days)
    bodies = draw_map(figure, found, look, value=value, box=(0.0, 0.0, sheet.width, sheet.height - legend))
    _heat_legend(sheet, legend, value, mapped(days))
    return body_points([bodies], _worst_first(found))


def _worst_first(found: Mapping[str, Place]) -> str:
    """The region with most pain, or the first one of the body."""
    return next(iter([*by_burden(found), *regions()]))


def _heat_legend(sheet: Sheet, legend: float, value: Value, maps: int) -> None:
    look = sheet.look
    x = draw_ramp(sheet, 0.0, sheet.height - legend, "%" if value == "days" else "")
    first, second = _meaning(maps, value), f"{_RARE}; R, L: your right, your left"
    if x + width_of(f"{first}; {second}", look.small) <= sheet.width:
        first, second = f"{first}; {second}", ""
    elif x + width_of(first, look.small) > sheet.width:
        first, second = "", f"{first}; {_RARE}"
    middle = sheet.height - legend + 0.5 * _swatch(look)
    sheet.say(x, sheet.middle(middle, look.small), first, size=look.small, colour=look.muted)
    sheet.say(0, sheet.height - 0.5 * look.small, second, size=look.small, colour=look.muted)


def draw_halves(figure: "Figure", days: Sequence[DaySummary], period: Period, look: Look) -> BodyPoints | None:
    """Earlier half, later half and the change between them, side by side over their legends."""
    sheet, parts = Sheet(figure, look), period.halves()
    days_before, days_after = halves(days, period)
    before, after = mapped(days_before), mapped(days_after)
    if parts is None or min(before, after) < ENOUGH_DAYS:
        sheet.words(TOO_FEW if days_before or days_after else NOTHING_LOGGED)
        return None
    earlier, later = places(days_before), places(days_after)
    gap = 1.2 * look.text
    each = (sheet.width - 2 * gap) / 3
    top, bottom = 3.2 * look.text, sheet.height - legend_height(look, 1)
    columns = (
        _Column("Earlier", _stretches(parts[0], before), partial(draw_map, figure, earlier, look)),
        _Column("Later", _stretches(parts[1], after), partial(draw_map, figure, later, look)),
        _Column(
            "Change", ("later minus earlier",), partial(draw_change, figure, changes_between(earlier, later), look)
        ),
    )
    maps = []
    for n, column in enumerate(columns):
        left = n * (each + gap)
        sheet.say(left, look.text, column.heading, weight=SEMIBOLD)
        under = next((words for words in column.under if width_of(words, look.small) <= each), column.under[-1])
        sheet.say(left, 1.35 * look.text + look.small, under, size=look.small, colour=look.muted)
        maps.append(column.draw(box=(left, top, left + each, bottom), named=False))
    end = draw_ramp(sheet, 0.0, bottom + 0.5 * look.small)
    _change_legend(sheet, bottom + 0.5 * look.small, end, signs=has_figures(maps[-1]))
    return body_points(maps, _worst_first(later or earlier))


def halves_height(look: Look, width: float) -> float:
    """Height in points of the three bodies where they use the whole width."""
    each = (width - 2.4 * look.text) / 3
    return 3.2 * look.text + each / WIDE + legend_height(look, 1)


def legend_height(look: Look, lines: int) -> float:
    """Height in points of a legend of that many lines."""
    return _swatch(look) + 0.5 * look.small + (lines - 1) * 1.7 * look.small


@dataclass(frozen=True)
class _Column:
    """One of the three maps: its heading, what stands under it, the longest words first, and how it is drawn."""

    heading: str
    under: tuple[str, ...]
    draw: Callable[..., Bodies]


def _stretches(period: Period, maps: int) -> tuple[str, ...]:
    """'24 Aug to 8 Oct, 28 days', and shorter: by months where it has several years, at last the years alone."""
    first, last, days = period.start, period.end, counted(maps, "day")
    years = first.year != last.year
    exact = f"{day_text(first, year=years)} to {day_text(last, year=years)}"
    shorter = (f"{month_text(first)} to {month_text(last)}", f"{first.year} to {last.year}") if years else (exact,)
    return f"{exact}, {days}", *(f"{each}, {days}" for each in shorter)


def _meaning(maps: int, value: Value) -> str:
    if value == "worst":
        return f"worst of {counted(maps, 'day')}"
    if value == "median":
        return "median on days it hurt"
    if counts_days(maps):
        return f"days on which it hurt, of {maps}; colour: its share"
    return f"% of {number(maps)} days on which it hurt"


def _swatch(look: Look) -> float:
    return 1.75 * look.small


def draw_ramp(sheet: Sheet, left: float, top: float, unit: str = "") -> float:
    """The ten levels side by side with their figures (per cent: in tens); returns where they end, and a gap."""
    look = sheet.look
    words = [str(level * (10 if unit else 1)) for level in range(1, 11)]
    size, high = look.small * (0.92 if unit else 1), _swatch(look)
    wide = max(high, width_of("100", size, SEMIBOLD) + 0.5 * size) if unit else high
    boxes = [(left + n * wide, top, left + (n + 1) * wide, top + high) for n in range(10)]
    _boxes(sheet, boxes, [look.fill(level) for level in range(1, 11)], "ramp")
    middles = [(x0 + x1) / 2 for x0, _, x1, _ in boxes]
    inks = [look.figure_ink(level) for level in range(1, 11)]
    figures = zip(words, middles, inks, strict=True)
    write(sheet, [Glyphs(text, x, top + high / 2, size, SEMIBOLD, ink) for text, x, ink in figures], "ramp-figures")
    end = boxes[-1][2] + 0.6 * look.small
    if not unit:
        return end
    sheet.say(end - 0.3 * look.small, sheet.middle(top + high / 2, look.small), "%", size=look.small, colour=look.muted)
    return end + 1.3 * look.small


def _change_legend(sheet: Sheet, top: float, free: float, *, signs: bool) -> None:
    """At the right: less in three densities, more in three tones; before it from `free` on the signs, if there are."""
    look, size = sheet.look, _swatch(sheet.look)
    more, less = width_of("more", look.small), width_of("less", look.small)
    left = sheet.width - more - 6 * size - 0.4 * look.small
    boxes = [(left + n * size, top, left + (n + 1) * size, top + size) for n in range(6)]
    _boxes(sheet, boxes, [look.less_fill] * 3 + list(look.more), "change-legend")
    strokes = [s for n, box in enumerate(boxes[:3]) for s in slanted(box, sqrt(2) * less_gap(look, n - 3))]
    sheet.strokes(strokes, "change-hatching", look.less_hatch, 0.6, zorder=2)
    y = sheet.middle(top + size / 2, look.small)
    start = left - less - 0.4 * look.small
    sheet.say(start, y, "less", size=look.small, colour=look.muted)
    if signs and start - free > width_of(_SIGNS, look.small) + look.small:
        sheet.say(start - look.small, y, _SIGNS, size=look.small, colour=look.muted, ha="right")
    sheet.say(sheet.width - more, y, "more", size=look.small, colour=look.muted)


def _boxes(sheet: Sheet, boxes: Sequence[Box], fills: Sequence[str], gid: str) -> None:
    corners = [[(x0, y0), (x1, y0), (x1, y1), (x0, y1)] for x0, y0, x1, y1 in boxes]
    look = sheet.look
    sheet.shapes(corners, gid, facecolors=fills, edgecolors=look.rated_outline, linewidths=0.4 * look.scale, zorder=1)
