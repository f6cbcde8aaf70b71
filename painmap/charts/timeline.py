"""The timeline: pain, fatigue and spread in lanes on one date axis, with what happened and was tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from painmap.charts.axis import date_axis
from painmap.charts.flares import draw_flares
from painmap.charts.lanes import draw_lane, names
from painmap.charts.look import SEMIBOLD, Look
from painmap.charts.marks import NO_MARKS, Marks
from painmap.charts.page_marks import PageMarks, page_marks
from painmap.charts.pointing import DayColumns
from painmap.charts.screen_marks import ScreenMarks, screen_marks
from painmap.charts.series import EVERY_LANE, LANES, Lane, logged_in_steps, scale_of, step_spans
from painmap.charts.sheet import MM, Box, Sheet, width_of
from painmap.charts.strip import draw_strip, strip_height
from painmap.charts.words import NOTHING_LOGGED, begins_words
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, comparable, within

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LANE, _GAP = 26.0, 9.0
_AROUND = 2.8
"""Room above the lanes and for the date axis, in sizes of the small type."""
NARROW = 585.0
"""Width in points of a narrow card, in which marks need the most rows."""


@dataclass(frozen=True)
class _Plan:
    """The lanes, the foot of the strip of logged days below them, the date axis, and what stands round them."""

    lanes: tuple[Box, ...]
    foot: float
    axis: float
    around: PageMarks | ScreenMarks

    @property
    def all(self) -> Box:
        left, upper, right, _ = self.lanes[0]
        return left, upper, right, self.lanes[-1][3]


def timeline_height(
    look: Look,
    period: Period,
    days: Sequence[DaySummary] = (),
    marks: Marks = NO_MARKS,
    lanes: Sequence[Lane] = LANES,
    width: float = NARROW,
) -> float:
    """The height in points at which the lanes have the size of the design, and the marks have room on that width."""
    left, right = _sides(look, width)
    around = _around(marks, period, look, right - left)
    strip = strip_height(look, period, within(days, period))
    each = (len(lanes) * _LANE + (len(lanes) - 1) * _GAP) * look.scale
    return each + strip + look.small * _AROUND + around.above + around.between + around.below


def draw_timeline(
    figure: "Figure",
    days: Sequence[DaySummary],
    period: Period,
    look: Look,
    marks: Marks = NO_MARKS,
    lanes: Sequence[Lane] = LANES,
    begins: date | None = None,
) -> DayColumns:
    """Draws the days of the period and what stands with them; the chart fills the figure.

    `begins` is the first logged day of all where the period reaches before it: no entry is missing there.
    """
    sheet, days = Sheet(figure, look), within(days, period)
    plan = _plan(sheet, period, days, marks, len(lanes))
    if days or look.on_paper:
        _draw(sheet, plan, days, period, lanes, begins)
        draw_flares(sheet, marks.flares, period, plan.all)
        plan.around.draw(sheet, plan.all, plan.foot, plan.axis)
    else:
        sheet.words(NOTHING_LOGGED)
    left, upper, right, lower = plan.all
    logged = tuple(day.day for day in days)
    wide, high = sheet.width, sheet.height
    return DayColumns(period, logged, left / wide, right / wide, upper / high, lower / high)


def _sides(look: Look, width: float) -> tuple[float, float]:
    """The left and the right end of the lanes; their names stand before them, on paper figures after them."""
    if look.on_paper:
        return 31 * MM * look.scale, width - 25 * MM * look.scale
    widest = max(width_of(names(lane, look)[0], look.text, SEMIBOLD) for lane in EVERY_LANE)
    numbers = width_of("10", look.small) + look.small
    return widest + numbers + 6 * look.scale, width - 3 * look.scale


def _around(marks: Marks, period: Period, look: Look, width: float) -> PageMarks | ScreenMarks:
    return (page_marks if look.on_paper else screen_marks)(marks, period, look, width)


def _plan(sheet: Sheet, period: Period, days: Sequence[DaySummary], marks: Marks, lanes: int) -> _Plan:
    look = sheet.look
    left, right = _sides(look, sheet.width)
    around = _around(marks, period, look, right - left)
    strip = strip_height(look, period, days)
    upper = 0.6 * look.small + around.above
    room = sheet.height - _AROUND * look.small - strip - around.above - around.between - around.below
    gap = min(_GAP * look.scale, max(0.08 * room, 1.05 * look.small) if look.on_paper else 0.12 * room)
    each = (room - (lanes - 1) * gap) / lanes
    tops = [upper + n * (each + gap) for n in range(lanes)]
    foot = tops[-1] + each + strip
    return _Plan(
        tuple((left, y, right, y + each) for y in tops), foot, foot + around.between + 0.3 * look.small, around
    )


def _draw(
    sheet: Sheet,
    plan: _Plan,
    days: Sequence[DaySummary],
    period: Period,
    lanes: Sequence[Lane],
    begins: date | None,
) -> None:
    highest = max((day.spread or 0 for day in days), default=0)
    for lane, box in zip(lanes, plan.lanes, strict=True):
        draw_lane(sheet, lane, days, period, box, scale_of(highest if lane.key == "spread" else 10))
    left, _, right, lower = plan.all
    gaps = _gaps(plan, days, period, begins)
    _begin(sheet, plan, period, begins)
    if sheet.look.on_paper:
        _middle(sheet, plan, days, period)
    else:
        sheet.hatch(gaps, "gaps")
    if plan.foot > lower:
        draw_strip(sheet, days, period, (left, lower, right, plan.foot), gaps)
    date_axis(sheet, period, left, right, plan.axis)


def _middle(sheet: Sheet, plan: _Plan, days: Sequence[DaySummary], period: Period) -> None:
    """A dotted line between the halves that the page compares."""
    halves = period.halves()
    if halves is None or not comparable(days, period):
        return
    left, upper, right, lower = plan.all
    x = left + (right - left) * len(halves[0]) / len(period)
    sheet.strokes([((x, upper), (x, lower))], "middle", sheet.look.ink, 0.7, linestyles=[(0, (1, 2))], zorder=0.6)


def _begin(sheet: Sheet, plan: _Plan, period: Period, begins: date | None) -> None:
    """Says in the empty stretch before the diary why it is empty, where it has room."""
    if begins is None:
        return
    look, words = sheet.look, begins_words(begins, period)
    left, upper, right, lower = plan.lanes[0]
    end = left + (right - left) * (begins - period.start).days / len(period) - look.small
    if end - left >= width_of(words, look.small) + look.small:
        y = sheet.middle(upper + 0.75 * (lower - upper), look.small)
        sheet.say(end, y, words, size=look.small, colour=look.muted, ha="right")


def _gaps(plan: _Plan, days: Sequence[DaySummary], period: Period, begins: date | None) -> list[Box]:
    """The stretches of steps without an entry since the diary began, over all lanes."""
    first, upper, last, lower = plan.all
    each = (last - first) / len(period)
    before = 0 if begins is None else (begins - period.start).days
    boxes: list[Box] = []
    for (start, end), logged in zip(step_spans(period), logged_in_steps(days, period), strict=True):
        if logged or end <= before:
            continue
        left, right = first + start * each, first + end * each
        if boxes and abs(boxes[-1][2] - left) < each / 2:
            left = boxes.pop()[0]
        boxes.append((left, upper, right, lower))
    return boxes
