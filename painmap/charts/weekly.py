"""Spread and WPI by week, as two lanes on one date axis, as a table and as a sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import ceil, isnan, nan
from typing import TYPE_CHECKING

from painmap.charts.axis import date_axis
from painmap.charts.look import SEMIBOLD, Look
from painmap.charts.series import runs, scale_of
from painmap.charts.sheet import Box, Sheet, width_of
from painmap.charts.table import Table
from painmap.charts.words import NO_ENTRY, NO_MAP, NOTHING_LOGGED
from painmap.domain.period import Period
from painmap.domain.widespread import DAYS, Week
from painmap.domain.words import counted, day_text, number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WEEKLY_NOTE = (
    "A point is a week: spread is the median of its days with a map, WPI counts the areas that hurt on any of them. "
    "Hatched: no map in that week."
)
NO_WEEK = "These dates have no whole week: choose a longer period."
_LANE, _GAP = 34.0, 9.0
_AROUND = 2.8
"""Room above the lanes and for the date axis, in sizes of the small type."""
_AREAS = 19


@dataclass(frozen=True)
class _Lane:
    key: str
    name: str
    unit: str
    value: Callable[[Week], float | None]


_LANES = (
    _Lane("spread", "Spread", "regions a day", lambda week: week.spread),
    _Lane("wpi", "WPI", "of 19 areas", lambda week: week.wpi),
)


def weekly_height(look: Look) -> float:
    """The height in points at which the lanes have the size of the design."""
    return (2 * _LANE + _GAP) * look.scale + look.small * _AROUND


def draw_weekly(figure: "Figure", weeks: Sequence[Week], look: Look) -> None:
    """Draws whole weeks that follow each other; the chart fills the figure."""
    sheet = Sheet(figure, look)
    if not any(week.days_logged for week in weeks):
        sheet.words(NOTHING_LOGGED if weeks else NO_WEEK)
        return
    names = max(width_of(word, look.text, SEMIBOLD) for lane in _LANES for word in (lane.name, lane.unit))
    left = names + width_of("20", look.small) + look.small + 6 * look.scale
    right, upper, gap = sheet.width - 3 * look.scale, 0.6 * look.small, _GAP * look.scale
    each = (sheet.height - _AROUND * look.small - gap) / 2
    for n, lane in enumerate(_LANES):
        top = upper + n * (each + gap)
        _draw_lane(sheet, lane, weeks, (left, top, right, top + each))
    bottom = upper + 2 * each + gap
    _gaps(sheet, weeks, (left, upper, right, bottom))
    whole = Period(weeks[0].end - timedelta(DAYS - 1), weeks[-1].end)
    date_axis(sheet, whole, left, right, bottom + 0.3 * look.small)


def weekly_sentence(weeks: Sequence[Week]) -> str:
    """The weeks for those who cannot see them."""
    if not weeks:
        return NO_WEEK
    mapped = [week for week in weeks if week.wpi is not None]
    start = f"Week by week, {counted(len(weeks), 'week')} to {day_text(weeks[-1].end, year=True)}"
    if not mapped:
        return f"{start}. {NO_MAP if any(week.days_logged for week in weeks) else NO_ENTRY} in any of them."
    told = [f"{start}, {number(len(mapped))} with a map."]
    for lane, name in zip(_LANES, ("Spread, median regions a day", "WPI, of 19 areas"), strict=True):
        given = [value for week in mapped if (value := lane.value(week)) is not None]
        low, high = number(min(given)), number(max(given))
        stretch = f"from {low} to {high}" if low != high else f"always {low}"
        told.append(f"{name}: {stretch}, last {number(given[-1])}.")
    return " ".join(told)


def weekly_table(weeks: Sequence[Week]) -> Table:
    """A row a week, with the weeks without an entry or a map."""
    return Table(("Week to", "Days logged", "Spread, median", "WPI, of 19"), tuple(_row(week) for week in weeks))


def _row(week: Week) -> tuple[str, ...]:
    lacks = NO_MAP if week.days_logged else NO_ENTRY
    figures = (lacks if value is None else number(value) for value in (week.spread, week.wpi))
    return day_text(week.end, year=True, weekday=True), f"{week.days_logged} of {DAYS}", *figures


def _draw_lane(sheet: Sheet, lane: _Lane, weeks: Sequence[Week], box: Box) -> None:
    look, (left, upper, right, lower) = sheet.look, box
    given = [lane.value(week) for week in weeks]
    scale = scale_of(_AREAS if lane.key == "wpi" else ceil(max((v for v in given if v is not None), default=0)))
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
    for run in runs(told):
        cut = slice(run.start, run.stop)
        style: dict[str, object] = {"color": look.spread, "lw": look.scale, "solid_capstyle": "round", "zorder": 3}
        sheet.line(middles[cut], told[cut], f"{lane.key}-line", values, **style)
    dots = [(at, value) for at, value in zip(middles, told, strict=True) if not isnan(value)]
    size = min(3 * look.scale, max(1.4 * look.scale, 0.6 * (right - left) / len(weeks)))
    style = {"ls": "", "marker": "o", "ms": size, "mfc": look.surface, "mec": look.spread, "zorder": 4}
    sheet.line([at for at, _ in dots], [value for _, value in dots], f"{lane.key}-weeks", values, **style)


def _gaps(sheet: Sheet, weeks: Sequence[Week], box: Box) -> None:
    """The weeks without a map, over both lanes."""
    left, upper, right, lower = box
    each = (right - left) / len(weeks)
    empty = runs([nan if week.wpi is not None else 0 for week in weeks])
    sheet.hatch([(left + run.start * each, upper, left + run.stop * each, lower) for run in empty], "gaps")
