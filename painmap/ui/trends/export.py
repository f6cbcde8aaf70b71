"""What leaves Trends: a chart or a whole tab as a file in the look for paper, its table, and what is copied."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from painmap.charts.table import Table
from painmap.charts.table_out import csv_of, headings_with_units, html_of, text_of
from painmap.domain.period import Period
from painmap.ui.parts.figures import FIGURES
from painmap.ui.trends.shown import Shown

if TYPE_CHECKING:
    from painmap.charts.out import Caption
    from painmap.charts.page_out import Paper

KINDS = {"png": "Picture (PNG)", "svg": "Drawing (SVG)", "pdf": "Page (PDF)", "csv": "Table (CSV)"}
"""What a file is called by its ending and, in words, for the patient."""
PAGE_KINDS = {"pdf": "Pages (PDF)", "png": "Picture (PNG)", "svg": "Drawing (SVG)"}
"""The same for all charts of a tab."""
COPY = "copy"

Told = tuple[bool, str]
"""Whether it worked, and what to tell the patient."""


def suggested_name(shown: Shown, kind: str) -> str:
    """What the file is to be called, such as 'painmap-timeline-2026-09-28-to-2026-11-22.png'."""
    from painmap.charts.out import file_name

    return file_name(shown.key, shown.period, f".{kind}")


def page_name(title: str, period: Period, kind: str) -> str:
    """What the file of a tab is to be called, such as 'painmap-overview-2026-09-28-to-2026-11-22.pdf'."""
    from painmap.charts.out import file_name

    return file_name("-".join(title.lower().split()), period, f".{kind}")


def save_chart(shown: Shown, path: Path) -> Told:
    """Writes the chart in the form that the name ends with."""
    if path.suffix.lower() == ".csv":
        return _saved("table", lambda: csv_of(shown.table()), path)
    return _saved("chart", lambda: chart_bytes(shown, path.suffix.lower()), path)


def save_page(charts: Sequence[Shown], head: "Caption", path: Path, paper: str) -> Told:
    """Writes all of the charts into one file, in the form that the name ends with."""
    return _saved("page", lambda: page_bytes(charts, head, path.suffix.lower(), paper), path)


def chart_bytes(shown: Shown, suffix: str) -> bytes:
    """A chart with its caption. Raises ValueError for an ending that charts don't have."""
    from painmap.charts.out import EXPORT, WIDTH, blank, contents

    with FIGURES:
        figure = blank(shown.height(EXPORT, WIDTH))
        shown.draw(figure, EXPORT)
        written = contents(figure, suffix, _caption(shown))
        figure.clear()
    return written


def page_bytes(charts: Sequence[Shown], head: "Caption", suffix: str, paper: str) -> bytes:
    """Charts below each other under a head. Raises ValueError for an ending that charts don't have."""
    from painmap.charts.out import WIDTH
    from painmap.charts.page_out import Chart, page_contents

    def placed(shown: Shown) -> Chart:
        return Chart(shown.key, shown.draw, lambda look: shown.height(look, WIDTH), _caption(shown))

    with FIGURES:
        return page_contents([placed(shown) for shown in charts], suffix, head, cast("Paper", paper))


def picture_copied(shown: Shown) -> QMimeData:
    """A chart with its caption, two dots for each pixel, for the clipboard."""
    copied = QMimeData()
    copied.setImageData(QImage.fromData(chart_bytes(shown, ".png")))
    return copied


def table_copied(table: Table) -> QMimeData:
    """Cells for the clipboard: as text with tabs, as HTML and as CSV."""
    headings = headings_with_units(table)
    copied = QMimeData()
    copied.setText(text_of(headings, table.rows))
    copied.setHtml(html_of(headings, table.rows))
    copied.setData("text/csv", csv_of(table))
    return copied


def _caption(shown: Shown) -> "Caption":
    from painmap.charts.out import Caption

    return Caption(shown.caption or shown.title, shown.dates, shown.logged, shown.paper_note, shown.sentence)


def _saved(thing: str, made: Callable[[], bytes], path: Path) -> Told:
    """Writes what is made, and says what became of it."""
    from painmap.charts.out import put

    try:
        put(made(), path)
    except ValueError:
        return False, f"The {thing} was not saved: {path.name} has an unknown ending, choose .png, .svg, .pdf or .csv."
    except OSError as error:
        reason = error.strerror or "it can't be written"
        return False, f"The {thing} was not saved ({reason}): choose another folder and try again."
    return True, f"Saved as {path.name}"
