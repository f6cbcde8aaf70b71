"""What stands with a timeline on paper: events and starts as lines over its lanes, treatments in lanes below."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from painmap.charts.look import Look
from painmap.charts.mark_names import appointment_name, event_name, treatment_name
from painmap.charts.marks import Marks, across, lasted, when, within_period
from painmap.charts.sheet import MM, Box, Sheet, Spot, cut, width_of
from painmap.domain.period import Period
from painmap.domain.tried import Tried
from painmap.domain.words import counted

LANES = 5
"""Lanes of treatments; with more treatments the last one counts the others."""
ROWS = 2
"""Rows of labels over the lanes; an event that has no room in them is a tick."""
_LANE, _ROW, _LABEL = 3.1 * MM, 3.0 * MM, 34 * MM
_SETTLED = timedelta(7)
"""A start in the first days of the period is not marked: nothing on the page is from before it."""
_DENSE = 200


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


@dataclass(frozen=True)
class PageMarks:
    """Marks on paper: `above` the lanes, and `between` them and the dates, as heights in points."""

    marks: Marks
    period: Period
    labels: tuple[Label, ...]
    above: float
    between: float
    below: float = 0.0

    def draw(self, sheet: Sheet, lanes: Box, foot: float, axis: float) -> None:
        """Draws them over the lanes down to `foot`, and from there to the dates."""
        left, upper, right, _ = lanes
        draw_labels(sheet, self.labels, self.period, (left, upper, right, foot))
        draw_treatments(sheet, self.marks, self.period, (left, foot, right, axis))


def page_marks(marks: Marks, period: Period, look: Look, width: float) -> PageMarks:
    """Marks with their places, over lanes of that many points."""
    labels = labelled(marks, period, look, width)
    return PageMarks(marks, period, labels, room_above(labels, look), room_below(marks, look))


def in_lanes(marks: Marks) -> tuple[Tried, ...]:
    """The treatments that have a lane, in the order they began."""
    lanes = LANES if len(marks.tried) <= LANES else LANES - 1
    return tuple(sorted(marks.tried[:lanes], key=lambda each: each.treatment.start))


def room_below(marks: Marks, look: Look) -> float:
    """The height in points of the lanes of treatments."""
    lanes = min(len(marks.tried), LANES)
    return (lanes * _LANE + 0.8 * MM) * look.scale if lanes else 0.0


def room_above(labels: Iterable[Label], look: Look) -> float:
    """The height in points of the rows of labels."""
    rows = max((each.row + 1 for each in labels if each.row is not None), default=0)
    return rows * _ROW * look.scale


def labelled(marks: Marks, period: Period, look: Look, width: float) -> tuple[Label, ...]:
    """Every event and appointment of the period and every start of a treatment that has a lane, with a place."""
    ends = [-width] * ROWS
    placed = []
    found = [*_events(marks, period), *_appointments(marks, period), *_starts(marks, period, look)]
    for each in sorted(found, key=lambda each: each.start):
        text = cut(each.text, _LABEL * look.scale, look.small)
        long = width_of(text, look.small) + 1.5 * MM * look.scale
        x = min(across(each.start, period, width) + 0.4 * look.scale, width - long)
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
        start = left + across(each.start, period, wide)
        if each.row is None:
            ticks += [] if each.begins else [start]
            continue
        sheet.say(left + each.x, upper - (0.9 * MM + each.row * _ROW) * look.scale, each.text, size=look.small)
        if each.begins:
            solid.append(start)
        elif each.end is None:
            dashed.append(left + across(each.start, period, wide, 0.5))
        else:
            end = left + across(each.end, period, wide, 1)
            bands.append([(start, upper), (end, upper), (end, lower), (start, lower)])
            dashed += [start, end]
    sheet.shapes(bands, "event-bands", facecolors=look.grid, alpha=0.2, linewidths=0, zorder=0.1)
    dashes = {"linestyles": [(0, (6, 3))]} if dashed else {}
    sheet.strokes([((x, upper), (x, lower)) for x in dashed], "events", look.muted, 0.5, zorder=0.7, **dashes)
    sheet.strokes([((x, upper), (x, lower)) for x in solid], "starts", look.ink, 0.8, zorder=0.7)
    sheet.strokes([((x, upper - 3 * look.scale), (x, upper)) for x in ticks], "other-events", look.muted, 0.8)
    if ticks:
        words = f"+ {counted(len(ticks), 'event')}"
        sheet.say(right + 2 * MM, upper - 0.9 * MM, words, size=look.small, colour=look.muted)


def draw_treatments(sheet: Sheet, marks: Marks, period: Period, box: Box) -> None:
    """A lane for each treatment, from its start to its stop: a thick line where it is daily, else its uses."""
    left, top, right, _ = box
    look, shown = sheet.look, in_lanes(marks)
    lane = _LANE * look.scale
    for n, each in enumerate(shown):
        middle = top + 0.8 * MM * look.scale + (n + 0.5) * lane
        _lane(sheet, each, n, period, (left, middle - lane / 2, right, middle + lane / 2))
        y = sheet.middle(middle, look.small)
        name = cut(treatment_name(each), left - 3 * MM * look.scale, look.small)
        sheet.say(0, y, name, size=look.small)
        if each.done:
            uses = counted(len(each.done), "use")
            sheet.say(right + 2 * MM, y, uses, size=look.small, colour=look.muted)
    if others := len(marks.tried) - len(shown):
        y = sheet.middle(top + 0.8 * MM * look.scale + (LANES - 0.5) * lane, look.small)
        more = f"+ {counted(others, 'more treatment')}"
        sheet.say(0, y, more, size=look.small, colour=look.muted)


def _lane(sheet: Sheet, each: Tried, n: int, period: Period, box: Box) -> None:
    left, top, right, bottom = box
    ink, middle, high = sheet.look.ink, (top + bottom) / 2, bottom - top

    def x(day: date, share: float) -> float:
        return left + across(day, period, right - left, share)

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
        if event.start <= period.end and lasted(event).end >= period.start:
            start, end = within_period(event, period)
            yield Label(event_name(event), start, end, False)


def _appointments(marks: Marks, period: Period) -> Iterable[Label]:
    return (Label(appointment_name(each), each.day, None, False) for each in marks.appointments if each.day in period)


def _starts(marks: Marks, period: Period, look: Look) -> Iterable[Label]:
    for each in in_lanes(marks):
        start = each.treatment.start
        if period.start + _SETTLED <= start <= period.end:
            room = _LABEL * look.scale - width_of(f" from {when(start, period)}", look.small)
            yield Label(f"{cut(treatment_name(each), room, look.small)} from {when(start, period)}", start, None, True)
