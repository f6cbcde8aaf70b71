"""Spread, WPI and SSS by week, as three lanes on one date axis."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, nan
from typing import TYPE_CHECKING

from painmap.charts.axis import date_axis
from painmap.charts.look import SEMIBOLD, Look
from painmap.charts.pointing import Share, Way
from painmap.charts.series import runs, scale_of, with_stubs
from painmap.charts.sheet import Box, Sheet, width_of
from painmap.charts.weekly_words import LONG, NO_WEEK, WEEK_LANES, WeekLane
from painmap.charts.words import NOTHING_LOGGED
from painmap.domain.period import Period
from painmap.domain.widespread import DAYS, Week

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LANE, _GAP = 32.0, 9.0
_AROUND = 2.8
"""Room above the lanes and for the date axis, in sizes of the small type."""
_SSS_MARKS = range(0, 13, 6)


@dataclass(frozen=True)
class WeekColumns:
    """Weeks side by side, each known by its last day; the arrow keys reach those with an entry or a review."""

    ends: tuple[date, ...]
    told: tuple[date, ...]
    left: float
    right: float
    top: float
    bottom: float

    def at(self, x: float, y: float) -> date | None:
        """The week at that share of the width, at whatever height."""
        n = (x - self.left) / (self.right - self.left) * len(self.ends)
        return self.ends[int(n)] if 0 <= n < len(self.ends) else None

    def box(self, key: Hashable) -> Share | None:
        """An upright line through the middle of a week."""
        if not isinstance(key, date) or key not in self.ends:
            return None
        x = self.left + (self.right - self.left) * (self.ends.index(key) + 0.5) / len(self.ends)
        return x, self.top, x, self.bottom

    def step(self, key: Hashable | None, way: Way) -> date | None:
        """The next week; with none pointed at the last one, or the first for a step to the left or up."""
        back = way in (Way.LEFT, Way.UP, Way.FIRST)
        if not isinstance(key, date) or way in (Way.FIRST, Way.LAST):
            return self.told[0 if back else -1]
        n = bisect_left(self.told, key) - 1 if back else bisect_right(self.told, key)
        return self.told[n] if 0 <= n < len(self.told) else None


def weekly_height(look: Look) -> float:
    """The height in points at which the lanes have the size of the design."""
    return (3 * _LANE + 2 * _GAP) * look.scale + look.small * _AROUND


def draw_weekly(figure: "Figure", weeks: Sequence[Week], look: Look) -> WeekColumns | None:
    """Draws whole weeks that follow each other; the chart fills the figure. Returns where they stand, if any do."""
    sheet = Sheet(figure, look)
    told = tuple(week.end for week in weeks if week.days_logged or week.reviewed)
    if not told:
        sheet.words(NOTHING_LOGGED if weeks else NO_WEEK)
        return None
    names = max(width_of(word, look.text, SEMIBOLD) for lane in WEEK_LANES for word in (lane.name, lane.unit))
    left = names + width_of("20", look.small) + look.small + 6 * look.scale
    right, upper, gap = sheet.width - 3 * look.scale, 0.6 * look.small, _GAP * look.scale
    each = (sheet.height - _AROUND * look.small - 2 * gap) / 3
    for n, lane in enumerate(WEEK_LANES):
        top = upper + n * (each + gap)
        _draw_lane(sheet, lane, weeks, (left, top, right, top + each))
    bottom = upper + 3 * each + 2 * gap
    _missing(sheet, weeks, (left, upper, right, bottom), each)
    whole = Period(weeks[0].end - timedelta(DAYS - 1), weeks[-1].end)
    date_axis(sheet, whole, left, right, bottom + 0.3 * look.small)
    wide, high = sheet.width, sheet.height
    ends = tuple(week.end for week in weeks)
    return WeekColumns(ends, told, left / wide, right / wide, upper / high, bottom / high)


def _draw_lane(sheet: Sheet, lane: WeekLane, weeks: Sequence[Week], box: Box) -> None:
    look, (left, upper, right, lower) = sheet.look, box
    given = [lane.value(week) for week in weeks]
    scale = _scale(lane, given)
    sheet.say(0, upper + look.text, lane.name, weight=SEMIBOLD)
    sheet.say(0, upper + 2.25 * look.text, lane.unit, size=look.small, colour=look.muted)
    spots = [(lower - (lower - upper) * tick / scale[-1], tick) for tick in scale]
    sheet.strokes([((left, y), (right, y)) for y, _ in spots], f"{lane.key}-ruler", look.grid, 0.4, zorder=0.5)
    for y, tick in spots:
        x = left - 0.6 * look.small
        sheet.say(x, sheet.middle(y, look.small), str(tick), size=look.small, colour=look.muted, ha="right")
    values = sheet.within(box, len(weeks), 0, scale[-1])
    told = [nan if value is None else value for value in given]
    middles = [n + 0.5 for n in range(len(weeks))]
    line: dict[str, object] = {"color": look.spread, "solid_capstyle": "round", "zorder": 3}
    if len(weeks) > LONG:
        at, stretches = with_stubs(middles, told, 1)
        sheet.line(at, stretches, f"{lane.key}-line", values, lw=0.6 * look.scale, **line)
        return
    sheet.line(middles, told, f"{lane.key}-line", values, lw=look.scale, **line)
    size = min(3 * look.scale, max(1.4 * look.scale, 0.6 * (right - left) / len(weeks)))
    dots: dict[str, object] = {
        "ls": "",
        "marker": "o",
        "ms": size,
        "mfc": look.surface,
        "mec": look.spread,
        "zorder": 4,
    }
    sheet.line(middles, told, f"{lane.key}-weeks", values, **dots)


def _scale(lane: WeekLane, given: Sequence[float | None]) -> range:
    if lane.key == "sss":
        return _SSS_MARKS
    return scale_of(lane.top or ceil(max((value for value in given if value is not None), default=0)))


def _missing(sheet: Sheet, weeks: Sequence[Week], box: Box, lane: float) -> None:
    """The weeks without a map over the two upper lanes, and over the last those without a review, or an answer."""
    left, upper, right, lower = box
    each = (right - left) / len(weeks)
    foot = lower - lane
    for gid, top, bottom, gone in (
        ("gaps", upper, foot - _GAP * sheet.look.scale, [week.wpi is None for week in weeks]),
        ("no-review", foot, lower, [not week.reviewed for week in weeks]),
    ):
        empty = runs([0 if lacks else nan for lacks in gone])
        sheet.hatch([(left + run.start * each, top, left + run.stop * each, bottom) for run in empty], gid)
    if len(weeks) > LONG:
        return
    dotted = [left + (n + 0.5) * each for n, week in enumerate(weeks) if week.reviewed and week.sss is None]
    if dotted:
        strokes = [((x, foot), (x, lower)) for x in dotted]
        sheet.strokes(strokes, "incomplete", sheet.look.muted, 0.8, linestyles=[(0, (1, 2))], zorder=2)
