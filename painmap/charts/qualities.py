"""How it feels: a pair of bodies for each quality that was chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from painmap.charts.bodies import WIDE, Bodies
from painmap.charts.glyphs import DARK_HALO, LIGHT_HALO, Glyphs, draw_glyphs, ink_width
from painmap.charts.look import REGULAR, SEMIBOLD, Look
from painmap.charts.pointing import Boxes
from painmap.charts.qualities_words import NAMED, empty_words, of_days
from painmap.charts.sheet import Box, Sheet, cut, larger, width_of
from painmap.domain.felt import Felt, felt
from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.summary import DaySummary, within
from painmap.domain.words import counted, number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Days = Sequence[DaySummary]
_NARROWEST, _WIDEST, _WIDE_SHARE = 72.0, 150.0, 0.16
"""Width in points on paper of the bodies of one quality; on a large screen up to that share of its width."""
_SCREENFUL, _SCREEN_SHARE = 300.0, 0.36
"""Height in points on paper up to which the bodies grow; on a large screen up to that share of its width."""
_APART = 1.6
"""Room between two qualities, in sizes of the type."""
_HEAD, _LINE = 1.9, 1.45
"""Height of a heading in sizes of the type, and of a line below the bodies in sizes of small type."""
_BETWEEN, _UNDER = 1.8, 0.4
_LEGEND = 2.2
"""Room below a row, and for the legend, in sizes of small type."""
_FIGURE, _LEGIBLE, _NARROW = 0.045, 0.68, 0.8
"""Size of a figure as a share of the body, the least in sizes of small type, and how far it shrinks where narrow."""
_EDGE = 0.5
"""Room around all of them, in sizes of small type."""
_FORMS: tuple[Callable[[Felt], str], ...] = (
    of_days,
    lambda each: f"{number(each.days)} of {number(each.of)}",
    lambda each: number(each.days),
)
_PALEST = 3
"""The level of the ramp for the fewest days: the two below it could be overlooked on a small body."""


@dataclass(frozen=True)
class _Line:
    """Words that begin at (x, y), in points."""

    x: float
    y: float
    words: str
    ink: str


@dataclass(frozen=True)
class _Style:
    """What all bodies have in common: the most days of any region, whether regions have figures, how days are said."""

    most: int
    figures: bool
    say: Callable[[Felt], str]


def qualities_height(look: Look, days: Days, period: Period, width: float) -> float:
    """The height in points of all bodies on a width in points: they grow as long as all are seen at once."""
    count = len(felt(within(days, period)))
    if not count:
        return 6 * look.text
    least = _NARROWEST * look.scale
    choices = [(columns, _widest(look, width, columns)) for columns in range(1, count + 1)]
    readable = [choice for choice in choices if choice[1] >= least] or choices[:1]
    screenful = larger(_SCREENFUL, _SCREEN_SHARE, look, width)
    low = [choice for choice in readable if _height(look, count, *choice) <= screenful]
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
    style = _style(sheet, shown, wide)
    across, down, edge = wide + _APART * look.text, _around(look) + wide / WIDE, _EDGE * look.small
    boxes: dict[object, Box] = {}
    for n, each in enumerate(shown):
        left, top = edge + n % columns * across, edge + n // columns * down
        right, bottom = left + wide, top + down - _BETWEEN * look.small
        _draw_one(sheet, each, (left, top, right, bottom), style)
        boxes[each.quality] = (left - 0.7 * edge, top - 0.7 * edge, right + 0.7 * edge, bottom + edge)
    _legend(sheet, style.most)
    return pointing_of(sheet, boxes)


def _around(look: Look) -> float:
    """The room above and below the bodies of a quality."""
    return _HEAD * look.text + (_UNDER + NAMED * _LINE + _BETWEEN) * look.small


def _widest(look: Look, width: float, columns: int) -> float:
    gaps = (columns - 1) * _APART * look.text
    return min(larger(_WIDEST, _WIDE_SHARE, look, width), (width - gaps - 2 * _EDGE * look.small) / columns)


def _height(look: Look, count: int, columns: int, wide: float) -> float:
    rows = -(-count // columns)
    return rows * (_around(look) + wide / WIDE) + (_EDGE + _LEGEND) * look.small


def _plan(sheet: Sheet, count: int) -> tuple[int, float]:
    """How many stand side by side, and the width of one: the largest bodies that fit, the most of them abreast."""
    look, plans = sheet.look, []
    for columns in range(1, count + 1):
        rows = -(-count // columns)
        tall = (sheet.height - (_EDGE + _LEGEND) * look.small) / rows - _around(look)
        plans.append((round(min(_widest(look, sheet.width, columns), tall * WIDE), 2), columns))
    wide, columns = max(plans)
    return columns, max(wide, 1.0)


def _style(sheet: Sheet, shown: Sequence[Felt], wide: float) -> _Style:
    look, most = sheet.look, max(next(iter(each.places.values())) for each in shown)
    body = wide / WIDE
    say = next((form for form in _FORMS if all(_fits(each, form(each), look, wide) for each in shown)), _FORMS[-1])
    return _Style(most, most <= 99 and _FIGURE * body >= _LEGIBLE * look.small, say)


def _fits(each: Felt, words: str, look: Look, wide: float) -> bool:
    return _name_width(each, look) + width_of(words, look.small) <= wide + 0.4 * look.text


def _name_width(each: Felt, look: Look) -> float:
    return width_of(each.name, look.text, SEMIBOLD) + 0.8 * look.small


def _draw_one(sheet: Sheet, each: Felt, box: Box, style: _Style) -> None:
    look, (left, top, right, bottom) = sheet.look, box
    sheet.say(left, top + look.text, each.name, weight=SEMIBOLD)
    lines = [_Line(left + _name_width(each, look), top + look.text, style.say(each), look.muted)]
    foot = bottom - NAMED * _LINE * look.small
    bodies = Bodies(sheet, (left, top + _HEAD * look.text, right, foot - _UNDER * look.small), named=False)
    bodies.draw()
    levels = {name: _level(days, style.most) for name, days in each.places.items()}
    bodies.fill(
        {name: look.fill(level) for name, level in levels.items()},
        {name: look.edge(level) for name, level in levels.items()},
    )
    if style.figures:
        _figures(bodies, each, levels)
    wide_enough = right - left + 0.9 * look.text
    for n, (name, days) in enumerate(islice(each.places.items(), NAMED)):
        room = min(wide_enough, sheet.width - left) - width_of(f" {number(days)}", look.small)
        words = f"{_named(name, room, look)} {number(days)}"
        lines.append(_Line(left, foot + ((n + 1) * _LINE - 0.35) * look.small, words, look.ink))
    _write(sheet, lines)


def _named(name: str, room: float, look: Look) -> str:
    """A region as the other charts of the screen name it, as the page does where that has no room."""
    region = regions()[name]
    long = not look.on_paper and width_of(region.label, look.small) <= room
    return cut(region.label if long else region.short, room, look.small)


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
    """The days of each region."""
    look, size = bodies.sheet.look, _FIGURE * bodies.height
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
    shapes = [corners_of(x + n * side, top, x + (n + 1) * side, top + side) for n in range(len(levels))]
    fills = [look.fill(level) for level in levels]
    edge = {"edgecolors": look.rated_outline, "linewidths": 0.4 * look.scale, "zorder": 1}
    sheet.shapes(shapes, "legend", facecolors=fills, **edge)
    x += len(levels) * side + 0.5 * look.small
    sides = "R, L: your right, your left"
    words = f"{end} in one region. {sides}"
    if x + width_of(words, look.small) > sheet.width:
        words = end
    sheet.say(x, y, words, size=look.small, colour=look.muted)


def corners_of(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
    """A box as a shape."""
    return [(left, bottom), (right, bottom), (right, top), (left, top)]


def pointing_of(sheet: Sheet, boxes: dict[object, Box]) -> Boxes:
    """The things in boxes in points."""
    wide, high = sheet.width, sheet.height
    return Boxes({key: (a / wide, b / high, c / wide, d / high) for key, (a, b, c, d) in boxes.items()})
