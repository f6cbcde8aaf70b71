"""The calendar of months as a card of Trends."""

from collections.abc import Hashable
from datetime import date
from typing import TYPE_CHECKING

from painmap.charts.calendar_days import DayRating
from painmap.charts.calendar_words import (
    calendar_day,
    calendar_figures,
    calendar_note,
    calendar_sentence,
    calendar_table,
)
from painmap.charts.look import Look
from painmap.charts.words import logged
from painmap.ui.trends.material import Material
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.pointing import Pointing


def calendar(material: Material, rating: DayRating) -> Shown:
    """The worst pain or fatigue of each day, in months."""
    days, period, today, weekday = material.days, material.period, material.today, material.first_weekday
    begins = material.begins

    def draw(figure: "Figure", chosen: Look) -> "Pointing | None":
        from painmap.charts.calendar import draw_calendar

        return draw_calendar(figure, days, period, chosen, rating, today=today, first_weekday=weekday, begins=begins)

    def height(chosen: Look, width: float) -> float:
        from painmap.charts.calendar import calendar_height

        return calendar_height(chosen, period, today, width, weekday)

    def tell(key: Hashable) -> str:
        assert isinstance(key, date)
        return calendar_day(key, by_day.get(key), year=period.start.year != period.end.year, begins=begins)

    by_day = {day.day: day for day in days}
    note = calendar_note(days, period, rating, today, begins)
    return Shown(
        key=f"calendar-{rating.value.replace(' ', '-')}",
        title="Calendar",
        period=period,
        logged=logged(days, period),
        basis=(days, rating, today, weekday, begins),
        draw=draw,
        height=height,
        say=lambda: calendar_sentence(days, period, rating, begins),
        table=lambda: calendar_table(days, period, rating, today, begins),
        lead=calendar_figures(days, period, rating),
        note=note,
        caption=f"Calendar: {rating.value} of each day",
        paper_note=note,
        tell=tell if days else None,
    )
