"""Region by day as a card of Trends."""

from typing import TYPE_CHECKING

from painmap.charts.look import Look
from painmap.charts.region_words import region_note, region_sentence, region_table
from painmap.charts.words import logged
from painmap.domain.summary import places
from painmap.domain.words import counted
from painmap.ui.trends.material import Material
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FEWER_REGIONS = 8


def region_by_day(material: Material, *, every: bool) -> Shown:
    """A row for each region: the ones with most pain, or all that hurt."""
    days, period = material.days, material.period
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
        basis=(days, rows),
        draw=draw,
        height=height,
        say=lambda: region_sentence(days, period, rows),
        table=lambda: region_table(days, period),
        lead=_rows(len(places(days)), every=every),
        note=region_note(period),
        caption="Region by day",
        paper_note=region_note(period),
    )


def _rows(found: int, *, every: bool) -> str:
    if not found:
        return ""
    if every or found <= FEWER_REGIONS:
        return counted(found, "region")
    return f"the {FEWER_REGIONS} with most pain"
