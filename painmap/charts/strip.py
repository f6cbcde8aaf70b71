"""What stands between the lanes of a timeline and its dates: which days are logged, and how they were entered."""

from collections.abc import Sequence

from painmap.charts.look import Look
from painmap.charts.series import logged_in_steps, step_of, step_spans
from painmap.charts.sheet import Box, Sheet
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary
from painmap.domain.words import counted

_STRIP = 10.0
_ROW = 1.25
"""Height of a row of marks, in sizes of the small type."""
COPIED, LATER = "Map copied", "Entered later"


def strip_height(look: Look, period: Period, days: Sequence[DaySummary]) -> float:
    """The height in points; nothing on a screen where there is nothing to say."""
    if look.on_paper or step_of(period) > 1:
        return _STRIP * look.scale
    return len(_rows(days)) * _ROW * look.small


def draw_strip(sheet: Sheet, days: Sequence[DaySummary], period: Period, box: Box, gaps: Sequence[Box]) -> None:
    """Draws it into the box; `gaps` are the stretches without an entry."""
    left, upper, right, lower = box
    look, each = sheet.look, (right - left) / len(period)
    y = upper + 0.6 * (lower - upper)
    if step_of(period) > 1:
        words = "Share of days logged" if look.on_paper else "Days logged"
        _shares(sheet, days, period, left, each, y)
    elif look.on_paper:
        words = f"No entry: {counted(sum(round((end - start) / each) for start, _, end, _ in gaps), 'day')}"
        inset = 0.1 * each
        runs = [((start + inset, y), (end - inset, y)) for start, _, end, _ in gaps]
        sheet.strokes(runs, "gaps", look.ink, 1.6)
    else:
        _entered(sheet, days, period, box)
        return
    sheet.say(0, sheet.middle(y, look.small), words, size=look.small, colour=look.muted)


def _shares(sheet: Sheet, days: Sequence[DaySummary], period: Period, left: float, each: float, y: float) -> None:
    """The share of the days of each step that is logged, as the height of a bar."""
    look = sheet.look
    high, foot = 5 * look.scale, y + 2.5 * look.scale
    shapes = []
    for (start, end), logged in zip(step_spans(period), logged_in_steps(days, period), strict=True):
        x0, x1 = left + (start + 0.05) * each, left + (end - 0.05 * (end - start)) * each
        tip = foot - high * logged / (end - start)
        shapes.append([(x0, foot), (x1, foot), (x1, tip), (x0, tip)])
    sheet.shapes(shapes, "logged", facecolors=look.muted, linewidths=0)


def _rows(days: Sequence[DaySummary]) -> list[tuple[str, str, list[DaySummary]]]:
    """Words, marker and days of each row of marks that there is something for."""
    copied = [day for day in days if day.carried_over]
    later = [day for day in days if day.entered_later]
    return [row for row in ((COPIED, "o", copied), (LATER, "v", later)) if row[2]]


def _entered(sheet: Sheet, days: Sequence[DaySummary], period: Period, box: Box) -> None:
    """A ring on each day with a copied map, a caret on each day that was entered later."""
    left, upper, right, _ = box
    look, each = sheet.look, (right - left) / len(period)
    size = min(0.5 * look.small, max(1.8 * look.scale, 0.8 * each))
    for n, (words, marker, those) in enumerate(_rows(days)):
        y = upper + (n + 0.6) * _ROW * look.small
        x = [left + each * ((day.day - period.start).days + 0.5) for day in those]
        style = {"ms": size, "mfc": "none" if marker == "o" else look.ink, "mec": look.ink, "mew": 0.5 * look.scale}
        gid = words.lower().replace(" ", "-")
        sheet.line(x, [y] * len(x), gid, sheet.points, ls="", marker=marker, zorder=2, **style)
        sheet.say(0, sheet.middle(y, look.small), words, size=look.small, colour=look.muted)
