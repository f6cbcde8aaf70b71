"""Before and after as a card of Trends."""

from collections.abc import Hashable
from datetime import date
from typing import TYPE_CHECKING

from painmap.charts.before_after_words import (
    BEFORE_AFTER_NOTE,
    OWN_DATES,
    before_after_day,
    before_after_lead,
    before_after_sentence,
    before_after_table,
)
from painmap.charts.look import Look
from painmap.charts.words import begins_words, logged
from painmap.domain.before_after import CAUTION, BeforeAfter
from painmap.domain.before_after_words import also_words, threshold_words
from painmap.domain.words import day_text
from painmap.ui.treatments.wording import short
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.pointing import Pointing

TITLE = "Before and after"


def before_and_after_chart(found: BeforeAfter, began: date | None = None) -> Shown:
    """The days around a pivot, which are those of the chart whatever the dates of the page are.

    `began` is the first logged day of all, None where there is none.
    """
    begins = began if began is not None and began > found.whole.start else None
    note = " ".join(filter(None, (BEFORE_AFTER_NOTE, begins_words(begins, found.whole))))

    def draw(figure: "Figure", chosen: Look) -> "Pointing":
        from painmap.charts.before_after import draw_before_after

        return draw_before_after(figure, found, chosen, begins)

    def height(chosen: Look, width: float) -> float:
        from painmap.charts.before_after import before_after_height

        return before_after_height(chosen)

    def tell(key: Hashable) -> str:
        assert isinstance(key, date)
        return before_after_day(found, key, begins)

    return Shown(
        key=_key(found),
        title=TITLE,
        period=found.whole,
        logged=logged(found.days, found.whole),
        basis=(found, begins),
        draw=draw,
        height=height,
        say=lambda: before_after_sentence(found, begins),
        table=lambda: before_after_table(found, begins),
        lead=before_after_lead(found),
        note=f"{note} {OWN_DATES}",
        caption=_caption(found),
        paper_note=_paper_note(found, note),
        tell=tell,
        day_of=lambda key: key if isinstance(key, date) and key <= found.until else None,
    )


def _key(found: BeforeAfter) -> str:
    settling = f"-after-{found.settling_in}-settling-in" if found.settling_in else ""
    return f"before-after-{found.length}-days{settling}"


def _caption(found: BeforeAfter) -> str:
    from painmap.charts.sheet import drawable

    said = drawable(short(found.pivot.said, 48), f"what {found.pivot.what or 'happened'}")
    return f"{TITLE}: {said}, {day_text(found.pivot.day)}"


def _paper_note(found: BeforeAfter, note: str) -> str:
    """How to read it, and all that has to stand beside it; names that the font lacks are said to be missing."""
    from painmap.charts.sheet import drawable

    others = tuple((day, drawable(what, "something whose name cannot be printed")) for day, what in found.others)
    return f"{note} {threshold_words()} {also_words(others)} {CAUTION}"
