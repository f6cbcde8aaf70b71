"""Spread and WPI by week as a chart of Trends."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from painmap.charts.words import logged
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary
from painmap.domain.widespread import by_week
from painmap.domain.words import counted
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.look import Look

TITLE = "Week by week"


def week_by_week(days: Sequence[DaySummary], period: Period) -> Shown:
    """The whole weeks of a period, counted back from its last day."""
    from painmap.charts.weekly import WEEKLY_NOTE, draw_weekly, weekly_height, weekly_sentence, weekly_table

    weeks = by_week(days, period)

    def draw(figure: "Figure", look: "Look") -> None:
        draw_weekly(figure, weeks, look)

    return Shown(
        key="weekly",
        title=TITLE,
        period=period,
        logged=logged(days, period),
        basis=(weeks,),
        draw=draw,
        height=weekly_height,
        say=lambda: weekly_sentence(weeks),
        table=lambda: weekly_table(weeks),
        lead=f"spread and WPI, {counted(len(weeks), 'week')}",
        note=WEEKLY_NOTE,
        caption="Week by week: spread and WPI",
        paper_note=WEEKLY_NOTE,
    )
