"""The three charts of Trends, each as a picture, a table and sentences."""

from collections.abc import Mapping, Sequence
from enum import Enum
from statistics import median
from typing import TYPE_CHECKING

from painmap.charts.look import PAPER, Look, look
from painmap.charts.map_words import halves_sentence, halves_table, heat_sentence, heat_table
from painmap.charts.words import (
    logged,
    region_note,
    region_sentence,
    region_table,
    timeline_note,
    timeline_sentence,
    timeline_table,
)
from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.summary import DaySummary, Place, by_burden, mapped, places
from painmap.domain.words import counted, number
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.timeline import Timeline


class BodyValue(Enum):
    """What the bodies show."""

    STRENGTH = "median"
    DAYS = "days"
    HALVES = "halves"


FEWER_REGIONS = 8
TYPICAL_DAYS = 7
"""Logged days from which on a median is given."""
_BODY_HEIGHT = 196.0
"""Points at 10.5 pt text in which the figures on the bodies can be read."""
_TEXT = 10.5
_BODY_CAPTIONS = {
    BodyValue.STRENGTH: "Body: median intensity on the days it hurt",
    BodyValue.DAYS: "Body: days on which it hurt",
    BodyValue.HALVES: "Body: earlier and later half, and the change",
}

Days = Sequence[DaySummary]


def day_by_day(days: Days, period: Period) -> Shown:
    """Worst pain, fatigue and spread on one date axis."""

    def draw(figure: "Figure", chosen: Look) -> "Timeline | None":
        from painmap.charts.timeline import draw_timeline

        return draw_timeline(figure, days, period, chosen)

    def height(chosen: Look) -> float:
        from painmap.charts.timeline import timeline_height

        return timeline_height(chosen, period)

    return Shown(
        key="timeline",
        title="Day by day",
        period=period,
        logged=logged(days, period),
        draw=draw,
        height=height,
        say=lambda: timeline_sentence(days, period),
        table=lambda: timeline_table(days, period),
        lead=_medians(days),
        note=timeline_note(period, look("light")),
        caption="Day by day: worst pain, fatigue and spread",
        paper_note=timeline_note(period, PAPER),
        by_day={day.day: day for day in days},
    )


def body(days: Days, period: Period, value: BodyValue) -> Shown:
    """Front and back with what is known of each region, or the two halves of the period and the change."""
    halves = value is BodyValue.HALVES

    def draw(figure: "Figure", chosen: Look) -> None:
        from painmap.charts.heat import draw_body_heat, draw_halves

        if halves:
            draw_halves(figure, days, period, chosen)
        else:
            draw_body_heat(figure, days, period, chosen, "days" if value is BodyValue.DAYS else "median")

    return Shown(
        key=f"body-{value.value}",
        title="Body",
        period=period,
        logged=logged(days, period),
        draw=draw,
        height=lambda chosen: _BODY_HEIGHT * chosen.text / _TEXT,
        say=lambda: (halves_sentence if halves else heat_sentence)(days, period),
        table=lambda: (halves_table if halves else heat_table)(days, period),
        lead=_most_often(days),
        caption=_BODY_CAPTIONS[value],
    )


def region_by_day(days: Days, period: Period, *, every: bool) -> Shown:
    """A row for each region: the ones with most pain, or all that hurt."""
    rows = None if every else FEWER_REGIONS

    def draw(figure: "Figure", chosen: Look) -> None:
        from painmap.charts.region_by_day import draw_region_by_day

        draw_region_by_day(figure, days, period, chosen, rows)

    def height(chosen: Look) -> float:
        from painmap.charts.region_by_day import region_by_day_height

        return region_by_day_height(days, period, chosen, rows)

    return Shown(
        key="region-by-day",
        title="Region by day",
        period=period,
        logged=logged(days, period),
        draw=draw,
        height=height,
        say=lambda: region_sentence(days, period, rows),
        table=lambda: region_table(days, period),
        lead=_rows(len(places(days)), every=every),
        note=region_note(period),
        caption="Region by day",
        paper_note=region_note(period),
    )


def _medians(days: Days) -> str:
    """'median of 41 logged days: worst pain 7, fatigue 7, 13 regions'; what was said, where the days are few."""
    few = len(days) < TYPICAL_DAYS
    figure = _range if few else lambda given: number(median(given))
    parts = []
    for name, of in (("worst pain", _worst_pain), ("fatigue", _fatigue), ("", _spread)):
        if given := [value for day in days if (value := of(day)) is not None]:
            parts.append(f"{name} {figure(given)}" if name else _regions(figure(given)))
    logged_days = counted(len(days), "logged day")
    return f"{logged_days if few else f'median of {logged_days}'}: {', '.join(parts) or 'nothing rated'}"


def _worst_pain(day: DaySummary) -> int | None:
    return day.worst_pain


def _fatigue(day: DaySummary) -> int | None:
    return day.worst_fatigue


def _spread(day: DaySummary) -> int | None:
    return day.spread


def _range(given: Sequence[int]) -> str:
    low, high = min(given), max(given)
    return str(low) if low == high else f"{low} to {high}"


def _regions(count: str) -> str:
    return f"{count} region{'' if count == '1' else 's'}"


def _most_often(days: Days) -> str:
    """'19 regions, most pain in the left lower back'."""
    found: Mapping[str, Place] = places(days)
    if not found:
        return "no region hurt" if mapped(days) else "no map"
    return f"{counted(len(found), 'region')}, most pain: {regions()[by_burden(found)[0]].spoken}"


def _rows(found: int, *, every: bool) -> str:
    if not found:
        return ""
    if every or found <= FEWER_REGIONS:
        return counted(found, "region")
    return f"the {FEWER_REGIONS} with most pain"
