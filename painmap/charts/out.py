"""A chart as a file: PNG, SVG or PDF with its title, period and days logged, the same bytes every time."""

import os
from collections import Counter
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from painmap.charts.look import PAPER, SEMIBOLD, Look
from painmap.charts.sheet import POINTS_PER_INCH, Sheet, width_of, wrapped

if TYPE_CHECKING:
    from painmap.domain.period import Period

SUFFIXES = (".png", ".svg", ".pdf")
EXPORT = PAPER.sized(1.5)
"""The look of exported charts: as on paper, large enough for a slide or an e-mail."""
WIDTH = 10.0 * POINTS_PER_INCH
"""Width in points of an exported chart."""
DOTS_PER_INCH = 192
"""Two dots for each pixel of a screen."""
MADE_BY = "Painmap"


@dataclass(frozen=True)
class Caption:
    """What stands round an exported chart: above it the title, the dates and days logged; below it how to read it.

    `sentence` says what the chart shows, for those who cannot see it, and is kept inside the file.
    """

    title: str
    dates: str
    logged: str
    note: str = ""
    sentence: str = ""


def blank(height: float, width: float = WIDTH) -> Figure:
    """An empty figure of that size in points."""
    return Figure(figsize=(width / POINTS_PER_INCH, height / POINTS_PER_INCH))


def file_name(chart: str, period: "Period", suffix: str) -> str:
    """A name for the file: 'painmap-timeline-2026-09-28-to-2026-11-22.png'."""
    return f"painmap-{chart}-{period.start}-to-{period.end}{suffix}"


def save(figure: Figure, path: Path, caption: Caption, look: Look = EXPORT) -> None:
    """Writes a figure that was drawn in that look, with its caption, in the form that the name ends with.

    Raises ValueError for another ending and OSError where the place cannot be written; a file that was there
    before stays as it was then.
    """
    put(contents(figure, path.suffix.lower(), caption, look), path)


def put(written: bytes, path: Path) -> None:
    """Writes a file whole, for its owner alone, over one that was there; or raises OSError and leaves it as it was."""
    handle, name = mkstemp(prefix=".painmap-", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(written)
            file.flush()
            os.fsync(handle)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def contents(figure: Figure, suffix: str, caption: Caption, look: Look = EXPORT) -> bytes:
    """The bytes of such a file. Raises ValueError for an ending that is not one of SUFFIXES."""
    check_suffix(suffix)
    edges = captioned(Sheet(figure, look), caption)
    name_apart(figure)
    file = BytesIO()
    with reproducible():
        figure.savefig(
            file, format=suffix[1:], dpi=DOTS_PER_INCH, bbox_inches=edges, metadata=about_file(suffix, caption)
        )
    return file.getvalue()


def check_suffix(suffix: str) -> None:
    """Raises ValueError for an ending that is not one of SUFFIXES."""
    if suffix not in SUFFIXES:
        raise ValueError(f"a chart can be saved as PNG, SVG or PDF, not as {suffix or 'a file without ending'}")


def name_apart(figure: Figure, start: str = "") -> None:
    """Gives artists of the same name names of their own, as the ids of a file have to be, all with that start."""
    met: Counter[str] = Counter()
    for artist in figure.findobj(lambda one: bool(one.get_gid())):
        name = f"{start}{artist.get_gid()}"
        met[name] += 1
        artist.set_gid(f"{name}-{met[name]}" if met[name] > 1 else name)


def reproducible() -> AbstractContextManager[None]:
    """Matplotlib's settings under which the same figure gives the same bytes, with words as words."""
    return mpl.rc_context({"svg.hashsalt": "painmap", "svg.fonttype": "none", "pdf.fonttype": 42})


def about_file(suffix: str, caption: Caption) -> dict[str, str | None]:
    """Title and sentence, and nothing about who made the file, where and when."""
    if suffix == ".pdf":
        about = {"Title": caption.title, "Subject": caption.sentence, "Creator": MADE_BY}
        return {**about, "CreationDate": None, "Producer": None}
    about = {"Title": caption.title, "Description": caption.sentence}
    return {**about, "Software": MADE_BY} if suffix == ".png" else {**about, "Creator": MADE_BY, "Date": None}


def captioned(sheet: Sheet, caption: Caption) -> Bbox:
    """Writes the caption outside the figure, and returns the edges of the whole in inches."""
    look, margin = sheet.look, 8.0 * sheet.look.scale
    right = " · ".join(part for part in (caption.logged, caption.dates) if part)
    together = width_of(caption.title, look.heading, SEMIBOLD) + width_of(right, look.small) + 2 * look.text
    base = -0.9 * look.text
    if together <= sheet.width:
        sheet.say(sheet.width, base, right, size=look.small, colour=look.muted, ha="right")
    else:
        sheet.say(0, base, right, size=look.small, colour=look.muted)
        base -= 1.5 * look.small
    for line in reversed(wrapped(caption.title, sheet.width, look.heading, SEMIBOLD)):
        sheet.say(0, base, line, size=look.heading, weight=SEMIBOLD)
        top = base - look.heading
        base -= 1.3 * look.heading
    foot = sheet.height
    for line in wrapped(caption.note, sheet.width, look.small):
        foot += 1.5 * look.small
        sheet.say(0, foot, line, size=look.small, colour=look.muted)
    corners = (-margin, sheet.height - foot - margin, sheet.width + margin, sheet.height - top + margin)
    return Bbox.from_extents(*(point / POINTS_PER_INCH for point in corners))
