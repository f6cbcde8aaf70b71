"""How it feels in the form for a page: a row for each quality, with a bar of its days and the places in words."""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from painmap.charts.look import SEMIBOLD, Look
from painmap.charts.pointing import Boxes
from painmap.charts.qualities import corners_of, pointing_of
from painmap.charts.qualities_words import NAMED, empty_words, of_days
from painmap.charts.sheet import Box, Sheet, cut, width_of
from painmap.domain.felt import Felt, felt
from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.summary import DaySummary, within
from painmap.domain.words import number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Days = Sequence[DaySummary]
_ROW = 2.0


def rows_height(look: Look, days: Days, period: Period) -> float:
    """The height in points of the rows."""
    return max(3, len(felt(within(days, period)))) * _ROW * look.text


def draw_quality_rows(figure: "Figure", days: Days, period: Period, look: Look) -> Boxes | None:
    """Draws a row for each quality: a bar of its days, and the places in words."""
    sheet, days = Sheet(figure, look), within(days, period)
    shown = felt(days)
    if not shown:
        sheet.words(empty_words(days))
        return None
    row = min(_ROW * look.text, sheet.height / len(shown))
    size = min(look.text, 0.8 * row)
    names = max(width_of(each.name, size, SEMIBOLD) for each in shown) + size
    figures = max(width_of(of_days(each), size) for each in shown) + size
    bar = 0.22 * sheet.width
    bars, boxes, frames = [], dict[object, Box](), []
    for n, each in enumerate(shown):
        top, bottom = n * row, (n + 1) * row
        y, left = sheet.middle((top + bottom) / 2, size), names
        sheet.say(0, y, each.name, size=size, weight=SEMIBOLD)
        bars.append(corners_of(left, top + 0.2 * row, left + bar * each.days / each.of, bottom - 0.2 * row))
        frames.append(corners_of(left, top + 0.2 * row, left + bar, bottom - 0.2 * row))
        sheet.say(left + bar + 0.5 * size, y, of_days(each), size=size)
        x = left + bar + 0.5 * size + figures
        sheet.say(x, y, _places(each, 0.93 * (sheet.width - x), size), size=size, colour=look.muted)
        boxes[each.quality] = (0.0, top, sheet.width, bottom)
    sheet.shapes(frames, "of", facecolors="none", edgecolors=look.grid, linewidths=0.4 * look.scale, zorder=1)
    sheet.shapes(bars, "bars", facecolors=look.line, linewidths=0, zorder=2)
    return pointing_of(sheet, boxes)


def _places(each: Felt, room: float, size: float) -> str:
    """The first places with their days, as many as fit in `room` points; the name of the first may be cut."""
    (first, days), *others = islice(each.places.items(), NAMED)
    name = cut(regions()[first].spoken, room - width_of(f" {number(days)}", size), size)
    told = f"{name} {number(days)}"
    for other, days in others:
        longer = f"{told}, {regions()[other].spoken} {number(days)}"
        if width_of(longer, size) > room:
            break
        told = longer
    return told
