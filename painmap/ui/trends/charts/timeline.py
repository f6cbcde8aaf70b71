"""Day by day as a card of Trends."""

from collections.abc import Hashable, Sequence
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from painmap.charts.look import PAPER, Look, look
from painmap.charts.words import day_sentence, logged, timeline_note, timeline_sentence, timeline_table
from painmap.domain.summary import DaySummary
from painmap.domain.words import counted, number
from painmap.ui.trends.material import Material
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.pointing import Pointing

TYPICAL_DAYS = 7
"""Logged days from which on a median is given."""
Days = Sequence[DaySummary]


def day_by_day(material: Material) -> Shown:
    """Worst pain, fatigue and spread on one date axis."""
    days, period = material.days, material.period

    def draw(figure: "Figure", chosen: Look) -> "Pointing":
        from painmap.charts.timeline import draw_timeline

        return draw_timeline(figure, days, period, chosen)

    def height(chosen: Look) -> float:
        from painmap.charts.timeline import timeline_height

        return timeline_height(chosen, period)

    def tell(key: Hashable) -> str:
        assert isinstance(key, date)
        return day_sentence(key, by_day.get(key), year=period.start.year != period.end.year)

    by_day = {day.day: day for day in days}
    return Shown(
        key="timeline",
        title="Day by day",
        period=period,
        logged=logged(days, period),
        basis=(days,),
        draw=draw,
        height=height,
        say=lambda: timeline_sentence(days, period),
        table=lambda: timeline_table(days, period),
        lead=_medians(days),
        note=timeline_note(period, look("light")),
        caption="Day by day: worst pain, fatigue and spread",
        paper_note=timeline_note(period, PAPER),
        tell=tell if days else None,
        dated=True,
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
