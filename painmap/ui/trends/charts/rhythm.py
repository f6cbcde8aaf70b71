"""Ratings by weekday and by time of day as cards of Trends."""

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

from painmap.charts.groups_words import group_told, median_span, medians_named
from painmap.charts.look import Look
from painmap.charts.rhythm_words import (
    TIME_NOTE,
    WEEKDAY_NOTE,
    missing,
    time_sentence,
    time_table,
    time_title,
    weekday_sentence,
    weekday_table,
    weekday_title,
)
from painmap.charts.table import Table
from painmap.charts.words import logged
from painmap.domain.groups import Asked, Group
from painmap.domain.rhythm import by_time, by_weekday
from painmap.ui.trends.charts.lacking import height_of_words
from painmap.ui.trends.material import Material
from painmap.ui.trends.shown import Draw, Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.pointing import Pointing


def weekdays(material: Material, asked: Asked) -> Shown:
    """A group for each weekday."""
    days, period, first = material.days, material.period, material.first_weekday

    def draw(figure: "Figure", chosen: Look) -> "Pointing | None":
        from painmap.charts.rhythm import draw_by_weekday

        return draw_by_weekday(figure, days, period, chosen, asked, first)

    groups = by_weekday(days, asked, first)
    return _rhythm(
        material,
        groups,
        asked,
        key=f"weekday-{asked.value}",
        title=weekday_title(asked),
        basis=(days, first),
        draw=draw,
        say=lambda: weekday_sentence(days, period, asked, first),
        table=lambda: weekday_table(days, period, asked, first),
        lead=median_span(groups),
        note=WEEKDAY_NOTE,
    )


def times_of_day(material: Material, asked: Asked) -> Shown:
    """A group for each time of day."""
    days, period = material.days, material.period

    def draw(figure: "Figure", chosen: Look) -> "Pointing | None":
        from painmap.charts.rhythm import draw_by_time

        return draw_by_time(figure, days, period, chosen, asked)

    groups = by_time(days, asked)
    return _rhythm(
        material,
        groups,
        asked,
        key=f"time-of-day-{asked.value}",
        title=time_title(asked),
        basis=(days,),
        draw=draw,
        say=lambda: time_sentence(days, period, asked),
        table=lambda: time_table(days, period, asked),
        lead=medians_named(groups),
        note=TIME_NOTE,
    )


def _rhythm(
    material: Material,
    groups: Sequence[Group],
    asked: Asked,
    *,
    key: str,
    title: str,
    basis: tuple[object, ...],
    draw: Draw,
    say: Callable[[], str],
    table: Callable[[], Table],
    lead: str,
    note: str,
) -> Shown:
    """What both have in common; its lead and note where there are days enough to draw anything."""
    drawn = not missing(material.days, groups, asked)
    return Shown(
        key=key,
        title=title,
        period=material.period,
        logged=logged(material.days, material.period),
        basis=basis,
        draw=draw,
        height=_height if drawn else height_of_words,
        say=say,
        table=table,
        lead=lead if drawn else "",
        note=note if drawn else "",
        caption=title,
        paper_note=note if drawn else "",
        tell=_teller(groups, asked) if drawn else None,
        opens=False,
    )


def _height(chosen: Look, width: float) -> float:
    from painmap.charts.rhythm import rhythm_height

    return rhythm_height(chosen)


def _teller(groups: Sequence[Group], asked: Asked) -> Callable[[Hashable], str]:
    return lambda key: group_told(groups[key], asked) if isinstance(key, int) else ""
