"""Writing a chart into a file, in the look for paper."""

from pathlib import Path

from painmap.ui.parts.figures import FIGURES
from painmap.ui.trends.shown import Shown

KINDS = {"png": "Picture (PNG)", "svg": "Drawing (SVG)", "pdf": "Page (PDF)"}
"""What a file is called by its ending and, in words, for the patient."""


def suggested_name(shown: Shown, kind: str) -> str:
    """What the file is to be called, such as 'painmap-timeline-2026-09-28-to-2026-11-22.png'."""
    from painmap.charts.out import file_name

    return file_name(shown.key, shown.period, f".{kind}")


def save_chart(shown: Shown, path: Path) -> tuple[bool, str]:
    """Writes the chart in the form that the name ends with. Whether that worked, and what to tell the patient."""
    from painmap.charts.out import EXPORT, Caption, blank, save

    with FIGURES:
        figure = blank(shown.height(EXPORT))
        shown.draw(figure, EXPORT)
        caption = Caption(shown.caption, shown.dates, shown.logged, shown.paper_note, shown.sentence)
        try:
            save(figure, path, caption)
        except OSError as error:
            reason = error.strerror or "it can't be written"
            return False, f"The chart was not saved ({reason}): choose another folder and try again."
        finally:
            figure.clear()
    return True, f"Saved as {path.name}"
