"""Treatments below the dates of a screen: bars with their names inside, in as few rows as they need."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from painmap.charts.look import SEMIBOLD, Look
from painmap.charts.mark_names import treatment_name
from painmap.charts.marks import across, times
from painmap.charts.series import DAILY
from painmap.charts.sheet import Sheet, Spot, cut, width_of
from painmap.domain.once import once
from painmap.domain.period import Period
from painmap.domain.tried import Tried

ROWS = 5
"""Rows of bars; treatments without room in them are counted."""
_BAR, _PITCH = 1.45, 1.85
"""Height of a bar, and from one to the next, in sizes of the small type; below a bar hang its uses."""
_HEAD = 0.35
_PAD, _GAP, _LEAST = 0.5, 0.7, 0.25
"""Beside a name in a bar, from one bar to the next, and the width of the shortest, in sizes of the small type."""
_NAME = 14.0
"""Room for a name beside its bar, in sizes of the small type."""

Span = tuple[float, float]


@dataclass(frozen=True)
class Bar:
    """A treatment: where its stretches and uses are, and its name, in points from the left end of the lanes."""

    stretches: tuple[Span, ...]
    uses: tuple[float, ...]
    text: str
    x: float
    reach: Span
    """From where to where it and its name need room."""
    row: int = 0


@dataclass(frozen=True)
class Bars:
    """The bars that have room, and how many treatments do not."""

    bars: tuple[Bar, ...]
    others: int
    rows: int

    def height(self, look: Look) -> float:
        """The height in points of all rows."""
        return (_HEAD + self.rows * _PITCH) * look.small if self.rows else 0.0


@once
def bars_of(tried: Sequence[Tried], period: Period, look: Look, width: float) -> Bars:
    """A place for as many treatments as have room, those in the order given first; earlier ones stand higher."""
    made = [_bar(each, period, look, width) for each in tried if each.stretches or each.done]
    chosen = [bar for bar in _in_rows(made, look) if bar.row < ROWS]
    placed = tuple(_in_rows(sorted(chosen, key=lambda bar: bar.reach), look))
    rows = max((bar.row + 1 for bar in placed), default=0)
    return Bars(placed, len(made) - len(placed), rows)


def draw_bars(sheet: Sheet, found: Bars, left: float, top: float) -> None:
    """Draws the rows from `top` on, the lanes beginning at `left`."""
    look = sheet.look
    if not found.rows:
        return
    small = look.small
    boxes: list[list[Spot]] = []
    for n, bar in enumerate(found.bars):
        upper = top + (_HEAD + bar.row * _PITCH) * small
        lower = upper + _BAR * small
        for start, end in bar.stretches:
            x0, x1 = left + start, left + end
            boxes.append([(x0, upper), (x1, upper), (x1, lower), (x0, lower)])
        sheet.ticks([left + x for x in bar.uses], lower, lower + 0.25 * small, f"uses-{n}", look.accent, 0.5)
        if bar.text:
            sheet.say(left + bar.x, sheet.middle((upper + lower) / 2, small), bar.text, size=small)
    edge = {"edgecolors": look.accent, "linewidths": 0.6 * look.scale, "zorder": 1}
    sheet.shapes(boxes, "treatments", facecolors=look.accent_soft, **edge)
    first = top + (_HEAD + _BAR / 2) * small
    sheet.say(0, sheet.middle(first), "Treatments", weight=SEMIBOLD)
    if found.others:
        sheet.say(
            0, sheet.middle(first + _PITCH * small, small), f"+ {found.others} more", size=small, colour=look.muted
        )


def _bar(each: Tried, period: Period, look: Look, width: float) -> Bar:
    least = _LEAST * look.small
    first, digits = period.start.toordinal() - 0.5, 1 if len(period) <= DAILY else 0
    uses = sorted({round((day.toordinal() - first) * width / len(period), digits) for day in each.days})
    ends = [(across(s.start, period, width), across(s.end, period, width, 1)) for s in each.stretches]
    stretches = tuple((min(start, width - least), max(end, start + least)) for start, end in ends)
    spans = stretches or ((uses[0], uses[-1]),)
    text, x, reach = _named(each, period, look, spans, width)
    return Bar(stretches, () if each.daily else tuple(uses), text, x, reach)


def _named(each: Tried, period: Period, look: Look, spans: Sequence[Span], width: float) -> tuple[str, float, Span]:
    """The name inside the widest stretch, as long as it can be, or beside the bar where it is too short."""
    small, low, high = look.small, spans[0][0], spans[-1][1]
    name, when = treatment_name(each), times(each, period)
    start, end = max(spans, key=lambda span: span[1] - span[0])
    pad = _PAD * small
    room = end - start - 2 * pad
    for text in (f"{name}, {when}" if when else name, name):
        if width_of(text, small) <= room:
            return text, start + pad, (low, high)
    if room >= _NAME * small:
        return cut(name, room, small), start + pad, (low, high)
    text = cut(name, _NAME * small, small)
    long = width_of(text, small)
    if high + pad + long <= width:
        return text, high + pad, (low, high + pad + long)
    if low - pad - long >= 0:
        return text, low - pad - long, (low - pad - long, high)
    return cut(name, max(room, 0), small) if room > 3 * small else "", start + pad, (low, high)


def _in_rows(bars: Iterable[Bar], look: Look) -> list[Bar]:
    """Each bar in the first row where nothing is in its way."""
    rows: list[list[Span]] = []
    placed: list[Bar] = []
    for bar in bars:
        low, high = bar.reach[0] - _GAP * look.small, bar.reach[1]
        free = (n for n, row in enumerate(rows) if all(end <= low or high + _GAP * look.small <= x for x, end in row))
        n = next(free, len(rows))
        if n == len(rows):
            rows.append([])
        rows[n].append((low + _GAP * look.small, high))
        placed.append(replace(bar, row=n))
    return placed
