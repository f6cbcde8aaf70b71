"""Day by day as a card of Trends."""

from collections.abc import Hashable, Sequence
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from painmap.charts.look import PAPER, Look, look
from painmap.charts.marks import marks_of
from painmap.charts.series import LANES, Lane
from painmap.charts.timeline_words import day_told, timeline_note, timeline_sentence, timeline_table
from painmap.charts.words import logged
from painmap.domain.once import once
from painmap.domain.summary import DaySummary
from painmap.domain.words import counted, number
from painmap.ui.trends.material import Material
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.pointing import Pointing

TYPICAL_DAYS = 7
"""Logged days from which on a median is given."""
KEY = "timeline"


def day_by_day(material: Material, lanes: tuple[Lane, ...] = LANES) -> Shown:
    """Those lanes on one date axis, with what was tried and what happened."""
    days, period = material.days, material.period
    marks = marks_of(material.records, days, period)
    by_day, begins = {day.day: day for day in days}, material.begins

    def draw(figure: "Figure", chosen: Look) -> "Pointing":
        from painmap.charts.timeline import draw_timeline

        return draw_timeline(figure, days, period, chosen, marks, lanes, begins)

    def height(chosen: Look, width: float) -> float:
        from painmap.charts.timeline import timeline_height

        return timeline_height(chosen, period, days, marks, lanes, width)

    def tell(key: Hashable) -> str:
        assert isinstance(key, date)
        return day_told(key, by_day.get(key), marks, year=period.start.year != period.end.year, begins=begins)

    return Shown(
        key=KEY if lanes == LANES else "-".join((KEY, *(lane.key for lane in lanes))),
        title="Day by day",
        period=period,
        logged=logged(days, period),
        basis=(days, marks, lanes, begins),
        draw=draw,
        height=height,
        say=lambda: timeline_sentence(days, period, marks, lanes, begins),
        table=lambda: timeline_table(days, period, marks, begins),
        lead=_medians(days, lanes),
        note=timeline_note(days, period, look("light"), marks, lanes, begins),
        caption=f"Day by day: {_named(lanes)}",
        paper_note=timeline_note(days, period, PAPER, marks, lanes, begins),
        tell=tell if days else None,
        dated=True,
    )


def _named(lanes: Sequence[Lane]) -> str:
    """'worst pain, fatigue and spread'."""
    *others, last = (lane.name.lower() for lane in lanes)
    return f"{', '.join(others)} and {last}" if others else last


@once
def _medians(days: Sequence[DaySummary], lanes: Sequence[Lane]) -> str:
    """'median of 41 logged days: worst pain 7, fatigue 7 (38 days), 13 regions'; what was said, where days are few."""
    logged_days = counted(len(days), "logged day")
    head = f"median of {logged_days}" if len(days) >= TYPICAL_DAYS else logged_days
    return f"{head}: {', '.join(filter(None, (_lane(lane, days) for lane in lanes))) or 'nothing rated'}"


def _lane(lane: Lane, days: Sequence[DaySummary]) -> str:
    """The figure of a lane, with its days where these are not all logged ones; empty where there is none."""
    given = [value for day in days if (value := lane.answer(day)) is not None]
    if not given:
        return ""
    told = _range(given) if len(given) < TYPICAL_DAYS else number(median(given))
    named = _regions(told) if lane.key == "spread" else f"{lane.name.lower()} {told}"
    return named if len(given) == len(days) else f"{named} ({counted(len(given), 'day')})"


def _range(given: Sequence[int]) -> str:
    low, high = min(given), max(given)
    return str(low) if low == high else f"{low} to {high}"


def _regions(count: str) -> str:
    return f"{count} region{'' if count == '1' else 's'}"
