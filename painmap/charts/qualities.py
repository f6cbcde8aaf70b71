"""How it feels: a pair of bodies for each quality that was chosen, and the same as rows of bars for a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from painmap.charts.bodies import WIDE, Bodies
from painmap.charts.glyphs import DARK_HALO, LIGHT_HALO, Glyphs, draw_glyphs, ink_width
from painmap.charts.look import REGULAR, SEMIBOLD, Look
from painmap.charts.pointing import Boxes
from painmap.charts.qualities_words import NAMED, empty_words, of_days
from painmap.charts.sheet import Box, Sheet, cut, width_of
from painmap.domain.felt import Felt, felt
from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.summary import DaySummary, within
from painmap.domain.words import counted, number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Days = Sequence[DaySummary]
_NARROWEST, _WIDEST = 76.0, 150.0
"""Width in points on paper of the bodies of one quality."""
_SCREENFUL = 300.0
"""Height in points on paper up to which the bodies grow."""
_APART = 1.6
"""Room between two qualities, in sizes of the type."""
_HEAD, _LINE = 1.9, 1.45
"""Height of a heading in sizes of the type, and of a line below the bodies in sizes of small type."""
_BETWEEN, _UNDER = 1.8, 0.4
_LEGEND = 2.2
"""Room below a row, and for the legend, in sizes of small type."""
_FIGURE, _LEGIBLE, _NARROW = 0.045, 0.68, 0.8
"""Size of a figure as a share of the body, the least in sizes of small type, and how far it shrinks where narrow."""
_PALEST = 3
"""The level of the ramp for the fewest days: the two below it could be overlooked on a small body."""
_ROW = 2.0


@dataclass(frozen=True)
class _Line:
    """Words that begin at (x, y), in points."""

    x: float
    y: float
    words: str
    ink: str


def qualities_height(look: Look, days: Days, period: Period, width: float) -> float:
    """The height in points of all bodies on a width in points: they grow as long as all are seen at once."""
    count = len(felt(within(days, period)))
    if not count:
        return 6 * look.text
    least = _NARROWEST * look.scale
    choices = [(columns, _widest(look, width, columns)) for columns in range(1, count + 1)]
    readable = [choice for choice in choices if choice[1] >= least] or choices[:1]
    low = [choice for choice in readable if _height(look, count, *choice) <= _SCREENFUL * look.scale]
    if not low:
        return _height(look, count, *readable[-1])
    large = 0.85 * max(wide for _, wide in low)
    return _height(look, count, *[choice for choice in low if choice[1] >= large][-1])


def draw_qualities(figure: "Figure", days: Days, period: Period, look: Look) -> Boxes | None:
    """Draws each quality as front and back, filled by the days on which it was chosen there: one scale for all."""
    sheet, days = Sheet(figure, look), within(days, period)
    shown = felt(days)
    if not shown:
        sheet.words(empty_words(days))
        return None
    columns, wide = _plan(sheet, len(shown))
    most = max(next(iter(each.places.values())) for each in shown)
    across, down = wide + _APART * look.text, _around(look) + wide / WIDE
    boxes: dict[object, Box] = {}
    for n, each in enumerate(shown):
        left, top = n % columns * across, n // columns * down
        box = (left, top, left + wide, top + down - _BETWEEN * look.small)
        _draw_one(sheet, each, box, most)
        boxes[each.quality] = box
    _legend(sheet, most)
    return _pointing(sheet, boxes)


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
        bars.append(_corners(left, top + 0.2 * row, left + bar * each.days / each.of, bottom - 0.2 * row))
        frames.append(_corners(left, top + 0.2 * row, left + bar, bottom - 0.2 * row))
        sheet.say(left + bar + 0.5 * size, y, of_days(each), size=size)
        x = left + bar + 0.5 * size + figures
        sheet.say(x, y, cut(_places(each), sheet.width - x, size), size=size, colour=look.muted)
        boxes[each.quality] = (0.0, top, sheet.width, bottom)
    sheet.shapes(frames, "of", facecolors="none", edgecolors=look.grid, linewidths=0.4 * look.scale, zorder=1)
    sheet.shapes(bars, "bars", facecolors=look.line, linewidths=0, zorder=2)
    return _pointing(sheet, boxes)


def _around(look: Look) -> float:
    """The room above and below the bodies of a quality."""
    return _HEAD * look.text + (_UNDER + NAMED * _LINE + _BETWEEN) * look.small


def _widest(look: Look, width: float, columns: int) -> float:
    gaps = (columns - 1) * _APART * look.text
    return min(_WIDEST * look.scale, (width - gaps) / columns)


def _height(look: Look, count: int, columns: int, wide: float) -> float:
    rows = -(-count // columns)
    return rows * (_around(look) + wide / WIDE) + _LEGEND * look.small


def _plan(sheet: Sheet, count: int) -> tuple[int, float]:
    """How many stand side by side, and the width of one: the largest bodies that fit, the most of them abreast."""
    look, plans = sheet.look, []
    for columns in range(1, count + 1):
        rows = -(-count // columns)
        tall = (sheet.height - _LEGEND * look.small) / rows - _around(look)
        plans.append((round(min(_widest(look, sheet.width, columns), tall * WIDE), 2), columns))
    wide, columns = max(plans)
    return columns, max(wide, 1.0)


def _draw_one(sheet: Sheet, each: Felt, box: Box, most: int) -> None:
    look, (left, top, right, bottom) = sheet.look, box
    sheet.say(left, top + look.text, each.name, weight=SEMIBOLD)
    x = left + width_of(each.name, look.text, SEMIBOLD) + 0.8 * look.small
    words = of_days(each)
    room = right - x + _APART * look.text / 2
    words = words if width_of(words, look.small) <= room else number(each.days)
    lines = [_Line(x, top + look.text, words, look.muted)]
    foot = bottom - NAMED * _LINE * look.small
    bodies = Bodies(sheet, (left, top + _HEAD * look.text, right, foot - _UNDER * look.small), named=False)
    bodies.draw()
    levels = {name: _level(days, most) for name, days in each.places.items()}
    bodies.fill(
        {name: look.fill(level) for name, level in levels.items()},
        {name: look.edge(level) for name, level in levels.items()},
    )
    _figures(bodies, each, levels)
    for n, (name, days) in enumerate(islice(each.places.items(), NAMED)):
        words = cut(f"{regions()[name].short} {number(days)}", right - left, look.small)
        lines.append(_Line(left, foot + ((n + 1) * _LINE - 0.35) * look.small, words, look.ink))
    _write(sheet, lines)


def _write(sheet: Sheet, lines: Sequence[_Line]) -> None:
    """Lines of small type; on the screen as outlines, which takes a third of the time."""
    size = sheet.look.small
    if sheet.look.on_paper:
        for line in lines:
            sheet.say(line.x, line.y, line.words, size=size, colour=line.ink)
        return
    up = sheet.middle(0, size)
    texts = [Glyphs(a.words, a.x + ink_width(a.words, size) / 2, a.y - up, size, REGULAR, a.ink) for a in lines]
    draw_glyphs(sheet, texts, "words")


def _level(days: int, most: int) -> int:
    """Where that many days stand on the ramp, 10 being the most."""
    return 10 - (10 - _PALEST + 1) * (most - days) // most


def _figures(bodies: Bodies, each: Felt, levels: dict[str, int]) -> None:
    """The days of each region, where all of them can be read."""
    look, size = bodies.sheet.look, _FIGURE * bodies.height
    if size < _LEGIBLE * look.small or max(each.places.values()) > 99:
        return
    texts = []
    for name, days in each.places.items():
        words, ink = str(days), look.figure_ink(levels[name])
        fitted = size * max(_NARROW, min(1.0, bodies.room(name) / ink_width(words, size, SEMIBOLD)))
        width = ink_width(words, fitted, SEMIBOLD)
        x, y = bodies.spot(name)
        halo = look.halo(levels[name]) if look.on_paper or width > bodies.room(name) else ""
        rim = DARK_HALO if ink == "#ffffff" else LIGHT_HALO
        texts.append(Glyphs(words, bodies.apart(name, x, width), y, fitted, SEMIBOLD, ink, halo, rim))
    draw_glyphs(bodies.sheet, texts, "figures")


def _legend(sheet: Sheet, most: int) -> None:
    """What the fills mean: from one day to the most days of any region."""
    look = sheet.look
    levels = sorted({_level(days, most) for days in range(1, most + 1)})
    side = 1.3 * look.small
    top = sheet.height - side - 0.2 * look.small
    y, x = sheet.middle(top + side / 2, look.small), 0.0
    start, end = "1 day" if most > 1 else "", counted(most, "day")
    if start:
        sheet.say(x, y, start, size=look.small, colour=look.muted)
        x += width_of(start, look.small) + 0.5 * look.small
    shapes = [_corners(x + n * side, top, x + (n + 1) * side, top + side) for n in range(len(levels))]
    fills = [look.fill(level) for level in levels]
    edge = {"edgecolors": look.rated_outline, "linewidths": 0.4 * look.scale, "zorder": 1}
    sheet.shapes(shapes, "legend", facecolors=fills, **edge)
    x += len(levels) * side + 0.5 * look.small
    sides = "R, L: your right, your left"
    words = f"{end} in one region. {sides}"
    if x + width_of(words, look.small) > sheet.width:
        words = end
    sheet.say(x, y, words, size=look.small, colour=look.muted)


def _places(each: Felt) -> str:
    return ", ".join(f"{regions()[name].spoken} {number(days)}" for name, days in islice(each.places.items(), NAMED))


def _corners(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
    return [(left, bottom), (right, bottom), (right, top), (left, top)]


def _pointing(sheet: Sheet, boxes: dict[object, Box]) -> Boxes:
    wide, high = sheet.width, sheet.height
    return Boxes({key: (a / wide, b / high, c / wide, d / high) for key, (a, b, c, d) in boxes.items()})
