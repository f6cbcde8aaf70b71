"""Events and appointments below the dates of a screen: marks with their names, and bands for what lasted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from painmap.charts.look import SEMIBOLD, Look
from painmap.charts.mark_names import appointment_name, event_name
from painmap.charts.marks import Marks, across, within_period
from painmap.charts.sheet import Box, Sheet, Spot, cut, width_of
from painmap.domain.period import Period

ROWS = 2
"""Rows of names; what has no room in them is a small mark below."""
_PITCH, _SMALL = 1.5, 1.3
"""Height of a row of names, and of the row of small marks, in sizes of the small type."""
_HEAD, _BESIDE, _GAP = 0.25, 0.75, 1.0
_NAME = 14.0
"""Room for a name, in sizes of the small type."""


@dataclass(frozen=True)
class Moment:
    """An event or an appointment: the middle of its first day, and its name; the row is None without room.

    `end` is the last day of what lasted. x is in points from the left end of the lanes.
    """

    start: date
    end: date | None
    appointment: bool
    x: float
    text: str
    text_x: float
    row: int | None


@dataclass(frozen=True)
class Moments:
    """Everything that happened, with a place for it."""

    moments: tuple[Moment, ...]

    @property
    def rows(self) -> int:
        """Rows of names."""
        return max((each.row + 1 for each in self.moments if each.row is not None), default=0)

    @property
    def others(self) -> tuple[Moment, ...]:
        """Those without a name."""
        return tuple(each for each in self.moments if each.row is None)

    def height(self, look: Look) -> float:
        """The height in points of all rows."""
        if not self.moments:
            return 0.0
        return (_HEAD + self.rows * _PITCH + (_SMALL if self.others else 0)) * look.small


def moments_of(marks: Marks, period: Period, look: Look, width: float) -> Moments:
    """A place for the name of each, appointments first, as long as there is one."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(ROWS)]
    placed = []
    for start, end, appointment, name in _found(marks, period):
        x = across(start, period, width, 0.5)
        text = cut(name, _NAME * look.small, look.small)
        placed.append(Moment(start, end, appointment, x, text, *_room(x, text, look, width, taken)))
    return Moments(tuple(placed))


def draw_moments(sheet: Sheet, found: Moments, period: Period, lanes: Box, top: float) -> None:
    """Draws bands over the lanes, and from `top` on the rows of names."""
    look, left = sheet.look, lanes[0]
    if not found.moments:
        return
    _bands(sheet, found, period, lanes)
    named = [each for each in found.moments if each.row is not None]
    for each in named:
        base = sheet.middle(_middle(each, found, top, look), look.small)
        sheet.say(left + each.text_x, base, each.text, size=look.small)
    for gid, marker, appointment in (("events", "^", False), ("appointments", "D", True)):
        for part, moments, size in (("", named, 0.58), ("-unnamed", found.others, 0.42)):
            here = [each for each in moments if each.appointment is appointment]
            style = {"ls": "", "marker": marker, "ms": size * look.small, "mfc": look.ink, "mec": "none", "zorder": 2}
            x, y = [left + each.x for each in here], [_middle(each, found, top, look) for each in here]
            sheet.line(x, y, f"{gid}{part}", sheet.points, **style)
    only = all(each.appointment for each in found.moments)
    first = top + (_HEAD + (_PITCH if found.rows else _SMALL) / 2) * look.small
    sheet.say(0, sheet.middle(first), "Appointments" if only else "Events", weight=SEMIBOLD)
    if found.others and found.rows:
        base = sheet.middle(_middle(found.others[0], found, top, look), look.small)
        sheet.say(0, base, f"+ {len(found.others)} more", size=look.small, colour=look.muted)


def _found(marks: Marks, period: Period) -> Iterable[tuple[date, date | None, bool, str]]:
    for each in marks.appointments:
        yield each.day, None, True, appointment_name(each)
    for event in marks.events:
        yield *within_period(event, period), False, event_name(event)


def _room(
    x: float, text: str, look: Look, width: float, taken: list[list[tuple[float, float]]]
) -> tuple[float, int | None]:
    """Where a name stands, right of its mark or left of it, and in which row; takes the room."""
    long, half, beside, gap = (n * look.small for n in (width_of(text, 1.0), 0.4, _BESIDE, _GAP))
    right, before = (x - half, x + beside + long), (x - beside - long, x + half)
    for row, held in enumerate(taken):
        for low, high in (right, before):
            inside = low >= -half and high <= width + half
            if inside and all(high + gap <= other or end + gap <= low for other, end in held):
                held.append((low, high))
                return x + beside if (low, high) == right else x - beside - long, row
    return x, None


def _middle(each: Moment, found: Moments, top: float, look: Look) -> float:
    if each.row is None:
        return top + (_HEAD + found.rows * _PITCH + _SMALL / 2) * look.small
    return top + (_HEAD + (each.row + 0.5) * _PITCH) * look.small


def _bands(sheet: Sheet, found: Moments, period: Period, lanes: Box) -> None:
    """Over the lanes: from the first day to the last of what lasted and has a name."""
    left, upper, right, lower = lanes
    look = sheet.look
    bands: list[list[Spot]] = []
    for each in found.moments:
        if each.end is not None and each.row is not None:
            x0 = left + across(each.start, period, right - left)
            x1 = left + across(each.end, period, right - left, 1)
            bands.append([(x0, upper), (x1, upper), (x1, lower), (x0, lower)])
    sheet.shapes(bands, "event-bands", facecolors=look.grid, alpha=0.25, linewidths=0, zorder=0.1)
    edges = [((x, upper), (x, lower)) for band in bands for x in (band[0][0], band[1][0])]
    dashes = {"linestyles": [(0, (6, 3))]} if edges else {}
    sheet.strokes(edges, "event-edges", look.muted, 0.4, zorder=0.7, **dashes)
