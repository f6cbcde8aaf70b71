"""How it feels as a card of Trends."""

from collections.abc import Hashable
from typing import TYPE_CHECKING

from painmap.charts.look import Look
from painmap.charts.qualities_words import (
    NOTE,
    qualities_lead,
    qualities_sentence,
    qualities_table,
    quality_told,
)
from painmap.charts.words import logged
from painmap.domain.felt import felt
from painmap.ui.trends.material import Material
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.pointing import Pointing


def qualities(material: Material) -> Shown:
    """What burns, tingles and aches, on how many days, and where."""
    days, period = material.days, material.period
    by_quality = {each.quality: each for each in felt(days)}

    def draw(figure: "Figure", chosen: Look) -> "Pointing | None":
        from painmap.charts.qualities import draw_qualities

        return draw_qualities(figure, days, period, chosen)

    def height(chosen: Look, width: float) -> float:
        from painmap.charts.qualities import qualities_height

        return qualities_height(chosen, days, period, width)

    def tell(key: Hashable) -> str:
        found = next((each for quality, each in by_quality.items() if quality == key), None)
        return quality_told(found) if found else ""

    return Shown(
        key="how-it-feels",
        title="How it feels",
        period=period,
        logged=logged(days, period),
        basis=(days,),
        draw=draw,
        height=height,
        say=lambda: qualities_sentence(days, period),
        table=lambda: qualities_table(days, period),
        lead=qualities_lead(days, period),
        note=NOTE if by_quality else "",
        caption="How it feels: days on which each quality was chosen, and where",
        paper_note=NOTE if by_quality else "",
        tell=tell if by_quality else None,
        opens=False,
    )
