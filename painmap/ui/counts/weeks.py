"""Spread, WPI and SSS by week as a chart of Trends."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from painmap.charts.weekly_words import week_words, weekly_note, weekly_paper_note, weekly_sentence, weekly_table
from painmap.charts.words import logged
from painmap.domain.period import Period
from painmap.domain.review import WeeklyReview
from painmap.domain.summary import DaySummary
from painmap.domain.widespread import Week, by_week
from painmap.domain.words import counted
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.look import Look
    from painmap.charts.pointing import Pointing

TITLE = "Week by week"


def week_by_week(days: Sequence[DaySummary], period: Period, reviews: Sequence[WeeklyReview]) -> Shown:
    """The whole weeks of a period, counted back from its last day."""
    weeks = by_week(days, period, reviews)
    of_end: dict[Hashable, Week] = {week.end: week for week in weeks}
    years = bool(weeks) and weeks[0].end.year != weeks[-1].end.year

    def draw(figure: "Figure", look: "Look") -> "Pointing | None":
        from painmap.charts.weekly import draw_weekly

        return draw_weekly(figure, weeks, look)

    def height(look: "Look", width: float) -> float:
        from painmap.charts.weekly import weekly_height

        return weekly_height(look)

    def tell(key: Hashable) -> str:
        return week_words(of_end[key], year=years) if key in of_end else ""

    return Shown(
        key="weekly",
        title=TITLE,
        period=period,
        logged=logged(days, period),
        basis=(weeks,),
        draw=draw,
        height=height,
        say=lambda: weekly_sentence(weeks),
        table=lambda: weekly_table(weeks),
        lead=f"spread, WPI and SSS, {counted(len(weeks), 'week')}",
        note=weekly_note(weeks),
        caption="Week by week: spread, WPI and SSS",
        paper_note=weekly_paper_note(weeks),
        tell=tell if any(week.days_logged or week.reviewed for week in weeks) else None,
        dated=True,
    )
