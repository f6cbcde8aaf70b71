"""Region by day as a card of Trends."""

from collections.abc import Hashable
from datetime import date
from typing import TYPE_CHECKING

from painmap.charts.look import Look
from painmap.charts.region_cells import Order, column_days
from painmap.charts.region_words import cell_sentence, region_note, region_sentence, region_table
from painmap.charts.words import logged
from painmap.domain.summary import mapped, places
from painmap.domain.words import counted
from painmap.ui.trends.material import Material
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.pointing import Pointing

FEWER_REGIONS = 8


def region_by_day(material: Material, *, every: bool, order: Order = "burden", step: int | None = None) -> Shown:
    """A row for each region: the ones with most pain, or all that hurt; `step` are the days in a column, where it is
    not the period that says how many.
    """
    days, period, begins = material.days, material.period, material.begins
    rows, found = None if every else FEWER_REGIONS, len(places(days))
    by_day = {day.day: day for day in days}
    step = step or column_days(period)
    note = region_note(period, begins, days, step)

    def draw(figure: "Figure", chosen: Look) -> "Pointing | None":
        from painmap.charts.region_by_day import draw_region_by_day

        return draw_region_by_day(figure, days, period, chosen, rows, order, begins, step)

    def height(chosen: Look, width: float) -> float:
        from painmap.charts.region_by_day import rows_height

        return rows_height(found if every else min(found, FEWER_REGIONS), chosen, full=every)

    return Shown(
        key=_key(order) if every else "region-by-day",
        title="Region by day",
        period=period,
        logged=logged(days, period),
        basis=(days, begins, step),
        draw=draw,
        height=height,
        say=lambda: region_sentence(days, period, FEWER_REGIONS),
        table=lambda: region_table(days, period, order, begins),
        lead=_lead(found, mapped(days), step, every=every),
        note=_note(note, every=every) if found else "",
        caption="Region by day",
        paper_note=_note(note, every=True) if found else "",
        tell=(lambda key: cell_sentence(key, by_day, period, begins, step)) if found else None,
        day_of=lambda key: _day(key) if step == 1 else None,
        dated=True,
    )


def _note(note: str, *, every: bool) -> str:
    """With all regions, and on paper, the rows end with a count."""
    return f"{note} Figures at the right: days on which it hurt." if every else note


def _key(order: Order) -> str:
    return "all-regions" if order == "burden" else "all-regions-in-body-order"


def _day(key: Hashable) -> date | None:
    """The day of a cell."""
    match key:
        case (str(), date() as day):
            return day
        case _:
            return None


def _lead(found: int, maps: int, step: int, *, every: bool) -> str:
    """'29 regions on 64 days with a map, by week'."""
    if not found:
        return ""
    by = {1: "", 7: ", by week"}.get(step, f", by {step} days")
    if every or found <= FEWER_REGIONS:
        return f"{counted(found, 'region')} on {counted(maps, 'day')} with a map{by}"
    return f"the {FEWER_REGIONS} with most pain{by}"
