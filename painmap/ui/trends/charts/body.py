"""The bodies as a card of Trends: what is known of each region, or the halves of the period and the change."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from painmap.charts.look import Look
from painmap.charts.map_words import halves_sentence, halves_table, heat_sentence, heat_table
from painmap.charts.words import logged
from painmap.domain.regions import regions
from painmap.domain.summary import DaySummary, Place, by_burden, mapped, places
from painmap.domain.words import counted
from painmap.ui.trends.material import Material
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class BodyValue(Enum):
    """What the bodies show."""

    STRENGTH = "median"
    DAYS = "days"
    HALVES = "halves"


_BODY_HEIGHT = 196.0
"""Points at 10.5 pt text in which the figures on the bodies can be read."""
_TEXT = 10.5
_BODY_CAPTIONS = {
    BodyValue.STRENGTH: "Body: median intensity on the days it hurt",
    BodyValue.DAYS: "Body: days on which it hurt",
    BodyValue.HALVES: "Body: earlier and later half, and the change",
}

Days = Sequence[DaySummary]


def body(material: Material, value: BodyValue) -> Shown:
    """Front and back with what is known of each region, or the two halves of the period and the change."""
    days, period = material.days, material.period
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
        basis=(days,),
        draw=draw,
        height=lambda chosen: _BODY_HEIGHT * chosen.text / _TEXT,
        say=lambda: (halves_sentence if halves else heat_sentence)(days, period),
        table=lambda: (halves_table if halves else heat_table)(days, period),
        lead=_most_often(days),
        caption=_BODY_CAPTIONS[value],
    )


def _most_often(days: Days) -> str:
    """'19 regions, most pain in the left lower back'."""
    found: Mapping[str, Place] = places(days)
    if not found:
        return "no region hurt" if mapped(days) else "no map"
    return f"{counted(len(found), 'region')}, most pain: {regions()[by_burden(found)[0]].spoken}"
