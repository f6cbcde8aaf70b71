"""The days after an effort: a group for the day itself and each day later, and on which dates the efforts were."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from painmap.charts.after_effort_words import NO_EFFORT, NO_EFFORT_HINT, missing
from painmap.charts.groups import draw_groups, groups_height
from painmap.charts.look import Look
from painmap.charts.pointing import Boxes, Share
from painmap.charts.sheet import Box, Sheet, Spot, width_of
from painmap.domain.effort_days import EffortDay, after_effort, effort_days, efforts_reaching
from painmap.domain.event import Event
from painmap.domain.groups import Asked
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary, within
from painmap.domain.words import day_text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MANY = 40
"""Efforts from which on their triangles are narrow."""
_REACH = 5.0
"""Half the width in points on paper in which an effort can be pointed at."""


def after_effort_height(look: Look) -> float:
    """The height in points at which the ratings have the size of the design, with the efforts below."""
    return groups_height(look) + _strip(look)


def draw_after_effort(
    figure: "Figure",
    days: Sequence[DaySummary],
    events: Sequence[Event],
    period: Period,
    look: Look,
    asked: Asked = Asked.FATIGUE,
) -> Boxes | None:
    """Draws the groups, and below them the efforts on a line of dates where there is height for it.

    `days` may begin before the period: the first days of it may come after an effort there.
    """
    sheet, efforts = Sheet(figure, look), effort_days(days, events, period)
    groups = after_effort(days, efforts_reaching(days, events, period), period, asked)
    days = within(days, period)
    if lacking := missing(days, efforts, groups, asked):
        sheet.words(lacking, NO_EFFORT_HINT if lacking == NO_EFFORT else "")
        return None
    tall = sheet.height >= 0.95 * after_effort_height(look)
    boxes = draw_groups(sheet, groups, asked, sheet.height - (_strip(look) if tall else 0), apart=1)
    if tall:
        boxes |= _draw_efforts(sheet, efforts, period)
    return Boxes(boxes)


def _strip(look: Look) -> float:
    return 3.6 * look.small


def _draw_efforts(sheet: Sheet, efforts: Sequence[EffortDay], period: Period) -> dict[Hashable, Share]:
    """A triangle for every day of an effort, filled where something was noted about it, from the first date on."""
    look, y = sheet.look, sheet.height - 0.75 * _strip(sheet.look)
    words = "Efforts"
    left = width_of(words, look.small) + 1.5 * look.small
    right = sheet.width - 0.6 * look.small
    high = 0.36 * look.small
    wide = high if len(efforts) <= _MANY else 0.4 * high
    at = {each.day: left + (right - left) * ((each.day - period.start).days + 0.5) / len(period) for each in efforts}
    sheet.strokes([((left, y + high), (right, y + high))], "efforts-line", look.line, 0.4)
    sheet.say(0, sheet.middle(y, look.small), words, size=look.small, colour=look.muted)
    shapes: list[list[Spot]] = [[(x - wide, y + high), (x, y - high), (x + wide, y + high)] for x in at.values()]
    fills = [look.ink if each.efforts else look.surface for each in efforts]
    sheet.shapes(shapes, "efforts", zorder=2, facecolors=fills, edgecolors=look.ink, linewidths=0.5 * look.scale)
    year = period.start.year != period.end.year
    style: dict[str, Any] = {"size": look.small, "colour": look.muted}
    sheet.say(left, y + high + 1.2 * look.small, day_text(period.start, year=year), **style)
    sheet.say(right, y + high + 1.2 * look.small, day_text(period.end, year=year), ha="right", **style)
    return _boxes(sheet, at, y, 1.4 * high)


def _boxes(sheet: Sheet, at: Mapping[date, float], y: float, half: float) -> dict[Hashable, Share]:
    """Wide enough to be hit, but not beyond the middle between two efforts."""
    reach, days = _REACH * sheet.look.scale, list(at)
    boxes: dict[Hashable, Share] = {}
    for n, day in enumerate(days):
        before = (at[days[n - 1]] + at[day]) / 2 if n else at[day] - reach
        after = (at[days[n + 1]] + at[day]) / 2 if n + 1 < len(days) else at[day] + reach
        box: Box = max(before, at[day] - reach), y - half, min(after, at[day] + reach), y + half
        boxes[day] = box[0] / sheet.width, box[1] / sheet.height, box[2] / sheet.width, box[3] / sheet.height
    return boxes
