"""Groups of days side by side: a bar for each rating, as wide as the days that had it, and the median over them."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from painmap.charts.look import REGULAR, SEMIBOLD, Look
from painmap.charts.pointing import Share
from painmap.charts.series import LANES
from painmap.charts.sheet import CAP_HEIGHT, Box, Sheet, Spot, width_of
from painmap.domain.groups import ENOUGH, Asked, Group
from painmap.domain.words import counted, number

TALL = 78.0
"""Height in points on paper of the ratings from 0 to 10 on a screen and in a file."""
_FACE = 0.31
"""Half the width of the widest bar and of a median, as a share of a column."""
_LEAST = 2.2
"""The narrowest bar, in points on paper: a single day among many is still seen."""
_BAR, _TALLEST = 0.56, 6.5
"""Height of a bar as a share of a step of the rating, and at most, in points on paper."""


@dataclass(frozen=True)
class Plan:
    """Where the ratings stand (10 at the top of the box, 0 at its foot), and how wide a group is, in points.

    `lines` stand below: which words of each group, from the top.
    """

    box: Box
    column: float
    half: float
    lines: tuple[tuple[str, ...], ...]

    def x(self, n: int) -> float:
        """The middle of a group."""
        return self.box[0] + (n + 0.5) * self.column

    def y(self, rating: float) -> float:
        """Where a rating stands."""
        return self.box[3] - (self.box[3] - self.box[1]) * rating / 10


def groups_height(look: Look, *, sorts: bool = False) -> float:
    """The height in points at which the ratings have the size of the design; `sorts` where the groups have them."""
    return TALL * look.scale + _head(look) + _foot(look, 3 if sorts else 2)


def draw_groups(
    sheet: Sheet, groups: Sequence[Group], asked: Asked, bottom: float | None = None, apart: int = 0
) -> dict[Hashable, Share]:
    """Draws the groups down to `bottom`, in points; each is found under its number from 0.

    Bars have one scale, but those of the first `apart` groups, in outline, one of their own: beside very many days
    no few could be told apart.
    """
    plan = _plan(sheet, groups, sheet.height if bottom is None else bottom)
    colour = {lane.key: lane.colour(sheet.look) for lane in LANES}[asked]
    _ruler(sheet, plan, asked)
    _bars(sheet, plan, range(apart, len(groups)), groups, ("ratings", colour, (colour, 0.4)))
    if apart:
        _bars(sheet, plan, range(apart), groups, ("ratings-apart", colour, sheet.look.surface))
        x = plan.x(apart) - plan.column / 2
        sheet.strokes(
            [((x, plan.box[1]), (x, sheet.middle(plan.box[3]) + 1.6 * sheet.look.text))], "apart", sheet.look.line, 0.4
        )
    _medians(sheet, plan, groups)
    _words(sheet, plan)
    return {n: _share(sheet, plan, n, group) for n, group in enumerate(groups)}


def _head(look: Look) -> float:
    """Room for what the ratings are, and for half the figure of a rating of 10."""
    return 2.3 * look.small


def _foot(look: Look, lines: int) -> float:
    """Room for the names and what stands under them."""
    return 0.7 * look.small + 1.35 * look.text + (1.3 * (lines - 1) + 0.3) * look.small


def _plan(sheet: Sheet, groups: Sequence[Group], bottom: float) -> Plan:
    look = sheet.look
    left = width_of("10", look.small) + look.small
    room = sheet.width - left
    figure = max((width_of(_figure(group), look.text, SEMIBOLD) for group in groups), default=0) + 3 * look.scale
    # The figure of the last median has to stay on the sheet too.
    column = min(room / len(groups), (room - figure) / (len(groups) - 0.5 + _FACE))
    half = min(_FACE * column, max(0.2 * column, (column - figure) / 2))
    lines = _lines(groups, column, look)
    box = left, _head(look), left + column * len(groups), bottom - _foot(look, len(lines))
    return Plan(box, column, half, lines)


def _lines(groups: Sequence[Group], column: float, look: Look) -> tuple[tuple[str, ...], ...]:
    """Names, or all of them short where one has no room; what sort they are; how many days; whether these are few."""

    def fit(words: Sequence[str], size: float, weight: int = REGULAR) -> bool:
        return all(width_of(each, size, weight) <= column - 0.4 * look.small for each in words)

    names = tuple(group.name for group in groups)
    if not fit(names, look.text, SEMIBOLD):
        names = tuple(group.short or group.name for group in groups)
    sorts = tuple(group.sort for group in groups)
    days = tuple(counted(len(group), "day") for group in groups)
    few = tuple("too few" if group.median is None and group.ratings else "" for group in groups)
    together = tuple(", ".join(filter(None, each)) for each in zip(days, few, strict=True))
    below = (together,) if fit(together, look.small) else (days, few)
    return (names, sorts, *below) if any(sorts) else (names, *below)


def _figure(group: Group) -> str:
    return "" if group.median is None else number(group.median)


def _ruler(sheet: Sheet, plan: Plan, asked: Asked) -> None:
    look, left = sheet.look, plan.box[0]
    sheet.say(0, 0.95 * look.small, f"{asked.words.capitalize()}, 0 to 10", size=look.small, colour=look.muted)
    colours = [look.line if look.on_paper else look.grid, look.grid, look.grid]
    strokes = [((left, plan.y(rating)), (sheet.width, plan.y(rating))) for rating in (0, 5, 10)]
    sheet.strokes(strokes, "ruler", colours, 0.4, zorder=0.5)
    for rating in (0, 5, 10):
        y = sheet.middle(plan.y(rating), look.small)
        sheet.say(left - 0.6 * look.small, y, str(rating), size=look.small, colour=look.muted, ha="right")


def _bars(
    sheet: Sheet, plan: Plan, which: range, groups: Sequence[Group], style: tuple[str, str, "str | tuple[str, float]"]
) -> None:
    """The bars of some groups as one artist: gid, edge and fill. Edges outlast a fax that loses the tone.

    Where no rating was given on days enough for a median, none is as wide as many days would be.
    """
    most = max((count for n in which for count in groups[n].counts.values()), default=1)
    most = max(most, ENOUGH)
    high = min(_BAR * (plan.box[3] - plan.box[1]) / 10, _TALLEST * sheet.look.scale) / 2
    shapes: list[list[Spot]] = []
    for n in which:
        for rating, count in groups[n].counts.items():
            half = max(plan.half * count / most, _LEAST * sheet.look.scale / 2)
            (left, right), y = (plan.x(n) - half, plan.x(n) + half), plan.y(rating)
            shapes.append([(left, y - high), (right, y - high), (right, y + high), (left, y + high)])
    gid, edge, fill = style
    if shapes:
        sheet.shapes(shapes, gid, zorder=2, facecolors=[fill], edgecolors=edge, linewidths=0.4 * sheet.look.scale)


def _medians(sheet: Sheet, plan: Plan, groups: Sequence[Group]) -> None:
    look = sheet.look
    strokes: list[tuple[Spot, Spot]] = []
    for n, group in enumerate(groups):
        if group.median is None:
            continue
        x, y = plan.x(n), plan.y(group.median)
        strokes.append(((x - plan.half, y), (x + plan.half, y)))
        figure = sheet.say(x + plan.half + 1.5 * look.scale, sheet.middle(y), number(group.median), weight=SEMIBOLD)
        figure.set(zorder=4, bbox={"facecolor": look.surface, "linewidth": 0, "pad": 0.3 * look.scale})
    if strokes:
        sheet.strokes(strokes, "medians", look.ink, 1.5, zorder=3)


def _words(sheet: Sheet, plan: Plan) -> None:
    look = sheet.look
    y = plan.box[3] + 0.7 * look.small + (0.5 + CAP_HEIGHT) * look.text
    for line, words in enumerate(plan.lines):
        style: dict[str, Any] = {"size": look.small, "colour": look.muted} if line else {"weight": SEMIBOLD}
        for n, each in enumerate(words):
            if each:
                sheet.say(plan.x(n), y + 1.3 * look.small * line, each, ha="center", **style)


def _share(sheet: Sheet, plan: Plan, n: int, group: Group) -> Share:
    """A column of the group, with the whole figure of its median in it."""
    look = sheet.look
    left, right = plan.x(n) - plan.column / 2, plan.x(n) + plan.column / 2
    figure = plan.x(n) + plan.half + width_of(_figure(group), look.text, SEMIBOLD) + 4 * look.scale
    bottom = plan.box[3] + _foot(look, len(plan.lines))
    inset = 2 * look.scale
    return (
        (left + inset) / sheet.width,
        (plan.box[1] - 0.55 * look.small) / sheet.height,
        min(sheet.width, max(right - inset, figure)) / sheet.width,
        (bottom - 2 * look.scale) / sheet.height,
    )
