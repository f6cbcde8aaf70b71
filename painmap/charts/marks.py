"""What stands with the days of a timeline: events and starts as lines over its lanes, treatments in lanes below."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from painmap.charts.look import Look
from painmap.charts.sheet import MM, Box, Sheet, Spot, cut, drawable, width_of
from painmap.domain.event import Event, EventKind
from painmap.domain.period import Period
from painmap.domain.tried import Tried
from painmap.domain.words import counted, day_text, month_text

LANES = 5
"""Lanes of treatments; with more treatments the last one counts the others."""
ROWS = 2
"""Rows of labels over the lanes; an event that has no room in them is a tick."""
_LANE, _ROW, _LABEL = 3.1 * MM, 3.0 * MM, 34 * MM
_SETTLED = timedelta(7)
"""A start in the first days of the period is not marked: nothing on the page is from before it."""
_DENSE, _DATED = 200, 330


@dataclass(frozen=True)
class Marks:
    """What was tried, in the order of importance, and what happened."""

    tried: tuple[Tried, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def in_lanes(self) -> tuple[Tried, ...]:
        """The treatments that have a lane, in the order they began."""
        lanes = LANES if len(self.tried) <= LANES else LANES - 1
        return tuple(sorted(self.tried[:lanes], key=lambda each: each.treatment.start))


NO_MARKS = Marks()


@dataclass(frozen=True)
class Label:
    """A mark and where its words stand: points from the left end of the lanes, and the row, None without room."""

    text: str
    start: date
    end: date | None
    begins: bool
    """Whether it is a treatment that begins, not an event."""
    x: float = 0.0
    row: int | None = None


def room_below(marks: Marks, look: Look) -> float:
    """The height in points of the lanes of treatments."""
    lanes = min(len(marks.tried), LANES)
    return (lanes * _LANE + 0.8 * MM) * look.scale if lanes else 0.0


def room_above(labels: Iterable[Label], look: Look) -> float:
    """The height in points of the rows of labels."""
    rows = max((each.row + 1 for each in labels if each.row is not None), default=0)
    return rows * _ROW * look.scale


def labelled(marks: Marks, period: Period, look: Look, width: float) -> tuple[Label, ...]:
    """Every event of the period and every start of a treatment that has a lane, with a place for its words."""
    ends = [-width] * ROWS
    placed = []
    for each in sorted([*_events(marks, period), *_starts(marks, period, look)], key=lambda each: each.start):
        text = cut(each.text, _LABEL * look.scale, look.small)
        long = width_of(text, look.small) + 1.5 * MM * look.scale
        x = min(_across(each.start, period, width) + 0.4 * look.scale, width - long)
        row = next((row for row in range(ROWS) if ends[row] <= x), None)
        if row is not None:
            ends[row] = x + long
        placed.append(Label(text, each.start, each.end, each.begins, x, row))
    return tuple(placed)


def draw_labels(sheet: Sheet, labels: Iterable[Label], period: Period, lanes: Box) -> None:
    """Lines over all lanes with their words above; a band for what lasted; a tick for what has no room for words."""
    left, upper, right, lower = lanes
    look, wide = sheet.look, right - left
    bands, dashed, solid, ticks = list[list[Spot]](), list[float](), list[float](), list[float]()
    for each in labels:
        start = left + _across(each.start, period, wide)
        if each.row is None:
            ticks += [] if each.begins else [start]
            continue
        sheet.say(left + each.x, upper - (0.9 * MM + each.row * _ROW) * look.scale, each.text, size=look.small)
        if each.begins:
            solid.append(start)
        elif each.end is None:
            dashed.append(left + _across(each.start, period, wide, 0.5))
        else:
            end = left + _across(each.end, period, wide, 1)
            bands.append([(start, upper), (end, upper), (end, lower), (start, lower)])
            dashed += [start, end]
    sheet.shapes(bands, "event-bands", facecolors=look.grid, alpha=0.2, linewidths=0, zorder=0.1)
    dashes = {"linestyles": [(0, (6, 3))]} if dashed else {}
    sheet.strokes([((x, upper), (x, lower)) for x in dashed], "events", look.muted, 0.5, zorder=0.7, **dashes)
    sheet.strokes([((x, upper), (x, lower)) for x in solid], "starts", look.ink, 0.8, zorder=0.7)
    sheet.strokes([((x, upper - 3 * look.scale), (x, upper)) for x in ticks], "other-events", look.muted, 0.8)
    if ticks and look.on_paper:
        words = f"+ {counted(len(ticks), 'event')}"
        sheet.say(right + 2 * MM, upper - 0.9 * MM, words, size=look.small, colour=look.muted)


def draw_treatments(sheet: Sheet, marks: Marks, period: Period, box: Box) -> None:
    """A lane for each treatment, from its start to its stop: a thick line where it is daily, else its uses."""
    left, top, right, _ = box
    look = sheet.look
    lane = _LANE * look.scale
    for n, each in enumerate(marks.in_lanes):
        middle = top + 0.8 * MM * look.scale + (n + 0.5) * lane
        _lane(sheet, each, n, period, (left, middle - lane / 2, right, middle + lane / 2))
        y = sheet.middle(middle, look.small)
        name = cut(_name(each), left - 3 * MM * look.scale, look.small)
        sheet.say(0, y, name, size=look.small)
        if look.on_paper and each.done:
            uses = counted(len(each.done), "use")
            sheet.say(right + 2 * MM, y, uses, size=look.small, colour=look.muted)
    if others := len(marks.tried) - len(marks.in_lanes):
        y = sheet.middle(top + 0.8 * MM * look.scale + (LANES - 0.5) * lane, look.small)
        more = f"+ {counted(others, 'more treatment')}"
        sheet.say(0, y, more, size=look.small, colour=look.muted)


def _lane(sheet: Sheet, each: Tried, n: int, period: Period, box: Box) -> None:
    left, top, right, bottom = box
    ink, middle, high = sheet.look.ink, (top + bottom) / 2, bottom - top

    def x(day: date, share: float) -> float:
        return left + _across(day, period, right - left, share)

    lines = [((x(days.start, 0), middle), (x(days.end, 1), middle)) for days in each.stretches]
    sheet.strokes(lines, f"treatment-{n}", ink, 2.6 if each.daily else 0.6)
    limits = [x(each.treatment.start, 0)] if each.treatment.start in period else []
    if each.treatment.stop is not None and each.treatment.stop in period and each.treatment.stop < period.end:
        limits.append(x(each.treatment.stop, 1))
    sheet.strokes([((at, middle - 0.4 * high), (at, middle + 0.4 * high)) for at in limits], f"limits-{n}", ink, 1.0)
    if not each.daily:
        uses = sorted({x(use.day, 0.5) for use in each.done})
        weight = 0.9 if len(period) <= _DENSE else 0.25
        sheet.ticks(uses, middle - 0.28 * high, middle + 0.28 * high, f"uses-{n}", ink, weight)


def _events(marks: Marks, period: Period) -> Iterable[Label]:
    for event in marks.events:
        end = event.end or event.start
        if event.start > period.end or end < period.start:
            continue
        start, last = max(event.start, period.start), min(end, period.end)
        plain = "Event" if event.kind is EventKind.OWN else event.kind.replace("_", " ").capitalize()
        yield Label(drawable(" ".join(event.name.split()), plain), start, last if end > event.start else None, False)


def _starts(marks: Marks, period: Period, look: Look) -> Iterable[Label]:
    for each in marks.in_lanes:
        start = each.treatment.start
        if period.start + _SETTLED <= start <= period.end:
            when = day_text(start) if len(period) <= _DATED else month_text(start)
            room = _LABEL * look.scale - width_of(f" from {when}", look.small)
            yield Label(f"{cut(_name(each), room, look.small)} from {when}", start, None, True)


def _name(each: Tried) -> str:
    return drawable(" ".join(each.treatment.name.split()), each.treatment.kind.replace("_", " ").capitalize())


def _across(day: date, period: Period, width: float, share: float = 0.0) -> float:
    """Where a day begins, or a share of it later, in points from the start of the period."""
    return ((day - period.start).days + share) * width / len(period)
