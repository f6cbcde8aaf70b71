"""Before and after: the days on both sides of a change, the median of each side, and the figures beside them."""

from datetime import timedelta
from typing import TYPE_CHECKING

from painmap.charts.before_after_words import NOT_YET, between, comparisons, lane_lines
from painmap.charts.look import SEMIBOLD, Look
from painmap.charts.pointing import DayColumns
from painmap.charts.series import Lane, scale_of
from painmap.charts.sheet import Box, Sheet, Spot, width_of
from painmap.charts.words import begins_words
from painmap.domain.before_after import LEFT_OUT, BeforeAfter, Comparison
from painmap.domain.words import day_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from matplotlib.figure import Figure

    from painmap.domain.summary import DaySummary

_GAP = 10.0
_LINES = 3
"""Lines of small type below the figure of a lane."""
_LEADING = 1.35
_ABOVE, _BELOW = 1.7, 1.9
"""Room for the names of the sides and for the dates, in sizes of the small type."""
_WIDEST = 0.31
"""Share of the width that the figures at the right may take before they are shortened."""
_HINTED = 1.03
"""How much wider pixels may set a line than its letters are."""
_SHADE, _PAPER_SHADE = 0.35, 0.2
"""How strong the ground of the days is that are left out."""


def before_after_height(look: Look) -> float:
    """The height in points at which the figures beside each lane have room."""
    lane = look.text + (_LINES * _LEADING + 0.3) * look.small
    return 3 * lane + 2 * _GAP * look.scale + (_ABOVE + _BELOW) * look.small


def draw_before_after(
    figure: "Figure", found: BeforeAfter, look: Look, begins: "date | None" = None, said: str = ""
) -> DayColumns:
    """Draws what was recorded around a pivot; the chart fills the figure. Returns where its days stand.

    Where a side has too few days, its days are drawn and nothing is compared. `begins` is the first logged day of all
    where the days reach before it: no entry is missing there. `said` stands there in place of that the diary begins.
    """
    sheet = Sheet(figure, look)
    told = comparisons(found)
    names = max(width_of(word, look.text, SEMIBOLD) for lane, _ in told for word in _names(lane, look))
    left = names + width_of("20", look.small) + look.small + 5 * look.scale
    narrow = _beside(found, look, narrow=False) > _WIDEST * sheet.width
    right = sheet.width - _beside(found, look, narrow=narrow) - 9 * look.scale
    upper, lower = _ABOVE * look.small, sheet.height - _BELOW * look.small
    gap = _GAP * look.scale
    each = (lower - upper - 2 * gap) / 3
    across = _Across(found, left, right)
    _parts(sheet, found, across, upper, lower, begins)
    for n, (lane, compared) in enumerate(told):
        top = upper + n * (each + gap)
        box = left, top, right, top + each
        _draw_lane(sheet, lane, compared, found, box)
        _figures(
            sheet, lane_lines(lane, compared, narrow=narrow), right + 9 * look.scale, top, bool(compared.not_enough)
        )
    _not_known(sheet, found, across, upper + each / 4, begins, said)
    _dates(sheet, found, across, lower)
    logged = tuple(day.day for day in found.days)
    wide, high = sheet.width, sheet.height
    return DayColumns(found.whole, logged, left / wide, right / wide, upper / high, lower / high)


class _Across:
    """Where the days stand between the left and the right edge."""

    def __init__(self, found: BeforeAfter, left: float, right: float) -> None:
        self._start = found.whole.start
        self.left, self.right = left, right
        self.each = (right - left) / len(found.whole)

    def begin(self, day: "date") -> float:
        """The left edge of a day."""
        return self.left + self.each * (day - self._start).days


def _names(lane: Lane, look: Look) -> tuple[str, str]:
    return (lane.page_name, lane.page_unit) if look.on_paper else (lane.name, lane.unit)


def _beside(found: BeforeAfter, look: Look, *, narrow: bool) -> float:
    """Width of the figures at the right."""
    texts = [lane_lines(lane, compared, narrow=narrow) for lane, compared in comparisons(found)]
    return _HINTED * max(
        max(width_of(first, look.text, SEMIBOLD), *(width_of(line, look.small) for line in rest))
        for first, *rest in texts
    )


def _parts(
    sheet: Sheet, found: BeforeAfter, across: _Across, upper: float, lower: float, begins: "date | None"
) -> None:
    """What is the same in every lane: the names of the sides, what is left out, and days without an entry."""
    look = sheet.look
    pivot, after = across.begin(found.pivot.day), across.begin(found.after.start)
    sheet.shapes(
        [[(pivot, upper), (after, upper), (after, lower), (pivot, lower)]],
        "left-out",
        facecolor=look.grid,
        alpha=_PAPER_SHADE if look.on_paper else _SHADE,
        linewidth=0,
        zorder=0.2,
    )
    sheet.strokes([((pivot, upper), (pivot, lower))], "pivot", look.ink, 0.9, zorder=5)
    sheet.strokes([((after, upper), (after, lower))], "after", look.ink, 0.6, zorder=5, linestyles=[(0, (3, 2))])
    _gaps(sheet, found, across, upper, lower, begins)
    base, length = upper - 0.6 * look.small, f"{found.length} days "
    short = any(
        _room(f"{length}before", look) > end - begin for begin, end in ((across.left, pivot), (after, across.right))
    )
    for side, begin, end in (("before", across.left, pivot), ("after", after, across.right)):
        _say_within(sheet, (side if short else f"{length}{side}",), begin, end, base, look.ink)
    _say_within(sheet, tuple(between(found).split(", ")), pivot, after, base, look.muted)


def _not_known(sheet: Sheet, found: BeforeAfter, across: _Across, y: float, begins: "date | None", said: str) -> None:
    """The days before the diary began and those still to come, said at that height."""
    look, base, first = (
        sheet.look,
        sheet.middle(y, sheet.look.small),
        max(found.whole.start, found.until + timedelta(1)),
    )
    if begins is not None:
        end = across.begin(min(begins, found.pivot.day))
        _say_within(sheet, (said or begins_words(begins, found.whole),), across.left, end, base, look.muted)
    if first in found.whole:
        _say_within(sheet, (NOT_YET,), across.begin(first), across.right, base, look.muted)


def _room(text: str, look: Look) -> float:
    return width_of(text, look.small) + 0.4 * look.small


def _say_within(sheet: Sheet, texts: tuple[str, ...], left: float, right: float, base: float, colour: str) -> None:
    """The first of the texts that has room between left and right, in their middle."""
    size = sheet.look.small
    fitting = next((text for text in texts if _room(text, sheet.look) <= right - left), None)
    if fitting is not None:
        sheet.say((left + right) / 2, base, fitting, size=size, colour=colour, ha="center")


def _gaps(sheet: Sheet, found: BeforeAfter, across: _Across, upper: float, lower: float, begins: "date | None") -> None:
    """The days without an entry, from the diary's first day up to today."""
    logged = {day.day for day in found.days}
    boxes: list[Box] = []
    for day in found.whole:
        if day in logged or day > found.until or (begins is not None and day < begins):
            continue
        x = across.begin(day)
        if boxes and abs(boxes[-1][2] - x) < 0.01:
            boxes[-1] = (boxes[-1][0], upper, x + across.each, lower)
        else:
            boxes.append((x, upper, x + across.each, lower))
    sheet.hatch(boxes, "gaps")


def _draw_lane(sheet: Sheet, lane: Lane, compared: Comparison, found: BeforeAfter, box: Box) -> None:
    look, (left, upper, right, lower) = sheet.look, box
    scale = scale_of(_highest(found, lane.answer) if lane.key == "spread" else 10)
    name, unit = _names(lane, look)
    sheet.say(0, upper + look.text, name, weight=SEMIBOLD)
    sheet.say(0, upper + look.text + 1.3 * look.small, unit, size=look.small, colour=look.muted)
    spots = [(lower - (lower - upper) * tick / scale[-1], tick) for tick in scale]
    sheet.strokes([((left, y), (right, y)) for y, _ in spots], f"{lane.key}-ruler", look.grid, 0.4, zorder=0.5)
    for y, tick in spots:
        x = left - 0.6 * look.small
        sheet.say(x, sheet.middle(y, look.small), str(tick), size=look.small, colour=look.muted, ha="right")
    values = sheet.within(box, len(found.whole), 0, scale[-1])
    _medians(sheet, lane, compared, found, values)
    colour, start = lane.colour(look), found.whole.start
    for gid, left_out in (("days", False), ("left-out", True)):
        dots = list(_dots(found, lane.answer, left_out=left_out))
        sheet.line(
            [(day - start).days + 0.5 for day, _ in dots],
            [value for _, value in dots],
            f"{lane.key}-{gid}",
            values,
            ls="",
            marker="o",
            ms=(2.1 if left_out else 2.5) * look.scale,
            mfc=look.surface if left_out else colour,
            mec=look.muted if left_out else colour,
            mew=0.6 * look.scale,
            zorder=4,
        )


def _highest(found: BeforeAfter, answer: "Callable[[DaySummary], int | None]") -> int:
    return max((value for day in found.days if (value := answer(day)) is not None), default=0)


def _dots(
    found: BeforeAfter, answer: "Callable[[DaySummary], int | None]", *, left_out: bool
) -> "Iterator[tuple[date, int]]":
    for day in found.days:
        value = answer(day)
        if value is not None and (found.part_of(day.day) == LEFT_OUT) is left_out:
            yield day.day, value


def _medians(sheet: Sheet, lane: Lane, compared: Comparison, found: BeforeAfter, values: object) -> None:
    """A level stroke over each side, where both can be compared."""
    if compared.not_enough:
        return
    strokes: list[tuple[Spot, Spot]] = []
    for part in (compared.before, compared.after):
        assert part.median is not None
        start = (part.days.start - found.whole.start).days
        known = (min(part.days.end, found.until) - part.days.start).days + 1
        strokes.append(((start, part.median), (start + known, part.median)))
    sheet.strokes(strokes, f"{lane.key}-medians", lane.colour(sheet.look), 1.4, transform=values, zorder=3)


def _figures(sheet: Sheet, lines: tuple[str, ...], x: float, top: float, lacking: bool) -> None:
    look, (first, *rest) = sheet.look, lines
    y = top + look.text
    if lacking:
        sheet.say(x, y, first, size=look.small, colour=look.muted)
    else:
        sheet.say(x, y, first, weight=SEMIBOLD)
    for line in rest:
        y += _LEADING * look.small
        sheet.say(x, y, line, size=look.small, colour=look.muted)


def _dates(sheet: Sheet, found: BeforeAfter, across: _Across, y: float) -> None:
    """The dates of the pivot, the ends and the first day after, as many as have room; the first are sure of it."""
    look, taken = sheet.look, list[tuple[float, float]]()
    colour = look.ink if look.on_paper else look.muted
    ticks: list[tuple[Spot, Spot]] = []
    for day in (found.pivot.day, found.whole.start, found.whole.end, found.after.start):
        label = day_text(day)
        wide, middle = width_of(label, look.small), across.begin(day) + across.each / 2
        start = min(max(middle - wide / 2, 0), across.right - wide / 2)
        if any(start < end + 0.6 * look.small and begin < start + wide + 0.6 * look.small for begin, end in taken):
            continue
        taken.append((start, start + wide))
        ticks.append(((middle, y), (middle, y + 0.4 * look.small)))
        sheet.say(start, y + 1.5 * look.small, label, size=look.small, colour=colour)
    sheet.strokes([((across.left, y), (across.right, y)), *ticks], "dates", colour if look.on_paper else look.line, 0.4)
