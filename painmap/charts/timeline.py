"""The timeline: worst pain, fatigue and spread in three lanes on one date axis, with what happened and was tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from painmap.charts.axis import date_axis
from painmap.charts.lanes import draw_lane
from painmap.charts.look import SEMIBOLD, Look
from painmap.charts.marks import NO_MARKS, Label, Marks, draw_labels, draw_treatments, labelled, room_above, room_below
from painmap.charts.pointing import DayColumns
from painmap.charts.series import LANES, Lane, logged_in_steps, scale_of, series_of, step_of, step_spans
from painmap.charts.sheet import MM, Box, Sheet, width_of
from painmap.charts.words import NOTHING_LOGGED
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, comparable, within
from painmap.domain.words import counted, number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ENOUGH_FOR_MEDIAN = 7
"""Answers that a lane needs before the page prints their median and range."""


@dataclass(frozen=True)
class _Plan:
    """The lanes, the strip of logged days below them (as its middle, None where there is none), the date axis.

    `labels` stand above the lanes, treatments from `foot` to the axis.
    """

    lanes: tuple[Box, ...]
    strip: float | None
    foot: float
    axis: float
    labels: tuple[Label, ...]

    @property
    def left(self) -> float:
        return self.lanes[0][0]

    @property
    def right(self) -> float:
        return self.lanes[0][2]

    @property
    def all(self) -> Box:
        return self.left, self.lanes[0][1], self.right, self.lanes[-1][3]


def timeline_height(look: Look, period: Period) -> float:
    """The height in points at which the lanes have the size of the design, without marks."""
    strip = _STRIP if step_of(period) > 1 else 0
    return (3 * _LANE + 2 * _GAP + strip) * look.scale + look.small * _AROUND


def draw_timeline(
    figure: "Figure", days: Sequence[DaySummary], period: Period, look: Look, marks: Marks = NO_MARKS
) -> DayColumns:
    """Draws the days of the period and what stands with them; the chart fills the figure."""
    sheet, days = Sheet(figure, look), within(days, period)
    plan = _plan(sheet, period, marks)
    if days or look.on_paper:
        _draw(sheet, plan, days, period)
        draw_labels(sheet, plan.labels, period, (plan.left, plan.all[1], plan.right, plan.foot))
        draw_treatments(sheet, marks, period, (plan.left, plan.foot, plan.right, plan.axis))
    else:
        sheet.words(NOTHING_LOGGED)
    _, upper, _, lower = plan.all
    return DayColumns(
        period,
        tuple(day.day for day in days),
        plan.left / sheet.width,
        plan.right / sheet.width,
        upper / sheet.height,
        lower / sheet.height,
    )


_LANE, _GAP, _STRIP = 26.0, 9.0, 10.0
_AROUND = 2.8
"""Room above the lanes and for the date axis, in sizes of the small type."""


def _plan(sheet: Sheet, period: Period, marks: Marks) -> _Plan:
    look = sheet.look
    names = max(width_of(_names(lane, look)[0], look.text, SEMIBOLD) for lane in LANES)
    numbers = width_of("10", look.small) + look.small
    left = 31 * MM * look.scale if look.on_paper else names + numbers + 6 * look.scale
    right = sheet.width - (25 * MM if look.on_paper else 3) * look.scale
    strip = _STRIP * look.scale if look.on_paper or step_of(period) > 1 else 0.0
    labels = labelled(marks, period, look, right - left)
    above, below = room_above(labels, look), room_below(marks, look)
    upper = 0.6 * look.small + above
    room = sheet.height - _AROUND * look.small - strip - above - below
    gap = min(_GAP * look.scale, max(0.08 * room, 1.05 * look.small) if look.on_paper else 0.12 * room)
    each = (room - 2 * gap) / 3
    tops = [upper + n * (each + gap) for n in range(len(LANES))]
    bottom = tops[-1] + each
    return _Plan(
        tuple((left, y, right, y + each) for y in tops),
        bottom + 0.6 * strip if strip else None,
        bottom + strip,
        bottom + strip + below + 0.3 * look.small,
        labels,
    )


def _draw(sheet: Sheet, plan: _Plan, days: Sequence[DaySummary], period: Period) -> None:
    highest = max((day.spread or 0 for day in days), default=0)
    for lane, box in zip(LANES, plan.lanes, strict=True):
        scale = scale_of(highest if lane.key == "spread" else 10)
        top = scale[-1]
        _name(sheet, lane, box)
        _ruler(sheet, lane, box, scale)
        draw_lane(sheet, lane, series_of(days, period, lane.answer), days, period, box, top)
        if sheet.look.on_paper:
            _figures(sheet, lane, box, days)
    if sheet.look.on_paper:
        _middle(sheet, plan, days, period)
    else:
        sheet.hatch(_empty(plan, days, period), "gaps")
    if plan.strip is not None:
        _strip(sheet, plan, plan.strip, days, period)
    date_axis(sheet, period, plan.left, plan.right, plan.axis)


def _names(lane: Lane, look: Look) -> tuple[str, str]:
    return (lane.page_name, lane.page_unit) if look.on_paper else (lane.name, lane.unit)


def _name(sheet: Sheet, lane: Lane, box: Box) -> None:
    name, unit = _names(lane, sheet.look)
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
    given = [answer for day in days if (answer := lane.answer(day)) is not None]
    if not given:
        sheet.say(x, box[1] + look.text, "not answered", size=look.small, colour=look.muted)
        return
    enough = len(given) >= ENOUGH_FOR_MEDIAN
    first = f"median {number(median(given))}" if enough else counted(len(given), "day")
    low, high = min(given), max(given)
    second = f"range {low}–{high}" if low < high else f"always {low}" if len(given) > 1 else str(low)
    sheet.say(x, box[1] + look.text, first, weight=SEMIBOLD)
    sheet.say(x, box[1] + 2.25 * look.text, second, size=look.small, colour=look.muted)


def _middle(sheet: Sheet, plan: _Plan, days: Sequence[DaySummary], period: Period) -> None:
    """A dotted line between the halves that the page compares."""
    halves = period.halves()
    if halves is None or not comparable(days, period):
        return
    _, upper, _, lower = plan.all
    x = plan.left + (plan.right - plan.left) * len(halves[0]) / len(period)
    sheet.strokes([((x, upper), (x, lower))], "middle", sheet.look.ink, 0.7, linestyles=[(0, (1, 2))], zorder=0.6)


def _empty(plan: _Plan, days: Sequence[DaySummary], period: Period) -> list[Box]:
    """The stretches of steps without an entry, over all lanes."""
    _, upper, _, lower = plan.all
    each = (plan.right - plan.left) / len(period)
    boxes: list[Box] = []
    for (start, end), logged in zip(step_spans(period), logged_in_steps(days, period), strict=True):
        if logged:
            continue
        left, right = plan.left + start * each, plan.left + end * each
        if boxes and abs(boxes[-1][2] - left) < each / 2:
            left = boxes.pop()[0]
        boxes.append((left, upper, right, lower))
    return boxes


def _strip(sheet: Sheet, plan: _Plan, y: float, days: Sequence[DaySummary], period: Period) -> None:
    """Below the lanes: days without an entry as black runs, or the share of days logged in each step."""
    look, each = sheet.look, (plan.right - plan.left) / len(period)
    if step_of(period) == 1:
        words = f"No entry: {counted(len(period) - len(days), 'day')}"
        inset = 0.1 * each
        runs = [((left + inset, y), (right - inset, y)) for left, _, right, _ in _empty(plan, days, period)]
        sheet.strokes(runs, "gaps", look.ink, 1.6)
    else:
        words = "Share of days logged" if look.on_paper else "Days logged"
        high, foot = 5 * look.scale, y + 2.5 * look.scale
        shapes = []
        for (start, end), logged in zip(step_spans(period), logged_in_steps(days, period), strict=True):
            left, right = plan.left + (start + 0.05) * each, plan.left + (end - 0.05 * (end - start)) * each
            tip = foot - high * logged / (end - start)
            shapes.append([(left, foot), (right, foot), (right, tip), (left, tip)])
        sheet.shapes(shapes, "logged", facecolors=look.muted, linewidths=0)
    sheet.say(0, sheet.middle(y, look.small), words, size=look.small, colour=look.muted)
