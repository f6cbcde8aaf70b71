"""Pain with fatigue, and the days after an effort, as cards of Trends."""

from collections.abc import Hashable
from typing import TYPE_CHECKING

from painmap.charts import after_effort_words, fatigue_pain_words
from painmap.charts.look import Look
from painmap.charts.words import logged
from painmap.domain.effort_days import after_effort as after_effort_groups
from painmap.domain.effort_days import busy_days, effort_days, efforts_reaching
from painmap.domain.groups import Asked
from painmap.domain.same_day import pairs
from painmap.domain.words import counted
from painmap.ui.trends.charts.lacking import height_of_words
from painmap.ui.trends.material import Material
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.pointing import Pointing


def same_day(material: Material) -> Shown:
    """Worst pain and fatigue of the same day."""
    days, period = material.days, material.period

    def draw(figure: "Figure", chosen: Look) -> "Pointing | None":
        from painmap.charts.fatigue_pain import draw_fatigue_pain

        return draw_fatigue_pain(figure, days, period, chosen)

    def height(chosen: Look, width: float) -> float:
        from painmap.charts.fatigue_pain import fatigue_pain_height

        return fatigue_pain_height(chosen)

    found = pairs(days)
    drawn = not fatigue_pain_words.missing(days, found.total())
    note = fatigue_pain_words.NOTE if drawn else ""
    return Shown(
        key="pain-and-fatigue",
        title=fatigue_pain_words.TITLE,
        period=period,
        logged=logged(days, period),
        basis=(days,),
        draw=draw,
        height=height if drawn else height_of_words,
        say=lambda: fatigue_pain_words.fatigue_pain_sentence(days, period),
        table=lambda: fatigue_pain_words.fatigue_pain_table(days, period),
        lead=f"{counted(found.total(), 'day')} with both" if drawn else "",
        note=note,
        caption=fatigue_pain_words.TITLE,
        paper_note=note,
        tell=(lambda key: fatigue_pain_words.cell_told(key, found)) if drawn else None,
        opens=False,
    )


def after_effort(material: Material, asked: Asked) -> Shown:
    """Days of an effort, and 1, 2 and 3 days later."""
    days, period, busy = (*material.before, *material.days), material.period, busy_days(material.records.events)

    def draw(figure: "Figure", chosen: Look) -> "Pointing | None":
        from painmap.charts.after_effort import draw_after_effort

        return draw_after_effort(figure, days, busy, period, chosen, asked)

    def height(chosen: Look, width: float) -> float:
        from painmap.charts.after_effort import after_effort_height

        return after_effort_height(chosen)

    def tell(key: Hashable) -> str:
        return after_effort_words.effort_told(key, groups, efforts, asked, year=period.start.year != period.end.year)

    efforts = effort_days(days, busy, period)
    groups = after_effort_groups(days, efforts_reaching(days, busy, period), period, asked)
    drawn = not after_effort_words.missing(material.days, efforts, groups, asked)
    note = after_effort_words.NOTE if drawn else ""
    return Shown(
        key=f"after-effort-{asked.value}",
        title=after_effort_words.effort_title(asked),
        period=period,
        logged=logged(days, period),
        basis=(days, busy),
        draw=draw,
        height=height if drawn else height_of_words,
        say=lambda: after_effort_words.effort_sentence(days, busy, period, asked),
        table=lambda: after_effort_words.effort_table(days, busy, period, asked),
        lead=after_effort_words.effort_count(efforts) if drawn else "",
        note=note,
        caption=after_effort_words.effort_title(asked),
        paper_note=note,
        tell=tell if drawn else None,
    )
