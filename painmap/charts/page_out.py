"""Several charts as one file: a PDF with as many pages as they fill, or one tall PNG or SVG."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from matplotlib.artist import Artist
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from painmap.charts.look import PAPER, SEMIBOLD, Look
from painmap.charts.out import (
    DOTS_PER_INCH,
    EXPORT,
    MADE_BY,
    WIDTH,
    Caption,
    about_file,
    blank,
    captioned,
    check_suffix,
    name_apart,
    reproducible,
)
from painmap.charts.sheet import POINTS_PER_INCH, Sheet, width_of

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase

Paper = Literal["a4", "letter"]
PAPERS: dict[Paper, tuple[float, float]] = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
"""Width and height in points."""
_PRINTED = PAPER.sized(1.1)
_MARGIN, _TALL_MARGIN = 40.0, 30.0
_MOST_DOTS = 30_000
"""Dots that a side of a picture may have: many programs open no larger one."""


@dataclass(frozen=True)
class Chart:
    """One chart of a page: its name among the others, how it is drawn, its height in points in a look, its caption."""

    key: str
    draw: Callable[[Figure, Look], object]
    height: Callable[[Look], float]
    caption: Caption


@dataclass(frozen=True)
class _Placed:
    """A chart that was drawn, and its edges with the caption in inches."""

    figure: Figure
    edges: Bbox

    @property
    def height(self) -> float:
        """In points."""
        return float(self.edges.height) * POINTS_PER_INCH


class _Inset(Artist):
    """Draws one figure as a part of another, so that words stay words and lines stay lines."""

    def __init__(self, inner: Figure) -> None:
        super().__init__()
        self._inner = inner

    def draw(self, renderer: "RendererBase") -> None:
        outer = self.get_figure(root=True)
        assert outer is not None
        self._inner.set_dpi(outer.dpi)
        self._inner.draw(renderer)


def page_contents(charts: Sequence[Chart], suffix: str, head: Caption, paper: Paper = "a4") -> bytes:
    """The bytes of a file of all the charts, under a head with title, dates and days logged.

    Raises ValueError for an ending that is not one of SUFFIXES, or where there is no chart.
    """
    check_suffix(suffix)
    if not charts:
        raise ValueError("there is no chart to save")
    about = about_file(suffix, replace(head, sentence=" ".join(chart.caption.sentence for chart in charts)))
    file = BytesIO()
    with reproducible():
        if suffix == ".pdf":
            with PdfPages(file, metadata=about) as pdf:
                for page in pages(charts, head, paper):
                    pdf.savefig(page)
        else:
            page = tall_page(charts, head)
            dots = min(DOTS_PER_INCH, _MOST_DOTS / max(page.get_size_inches()))
            page.savefig(file, format=suffix[1:], dpi=dots, metadata=about)
    return file.getvalue()


def pages(charts: Sequence[Chart], head: Caption, paper: Paper = "a4") -> list[Figure]:
    """The charts on pages of paper, one below the other as far as they fit, each page with the head and its number."""
    width, height = PAPERS[paper]
    top = _MARGIN + _head_height(_PRINTED, width - 2 * _MARGIN, head)
    room = height - top - _MARGIN - 2 * _PRINTED.small
    pages: list[list[_Placed]] = [[]]
    left = room
    for chart in charts:
        placed = _drawn(chart, head, _PRINTED, width - 2 * _MARGIN, room)
        if pages[-1] and placed.height > left:
            pages.append([])
            left = room
        pages[-1].append(placed)
        left -= placed.height
    made = []
    for n, found in enumerate(pages, start=1):
        page = _page(found, head, _PRINTED, width, height, _MARGIN)
        _number(Sheet(page, _PRINTED), n, len(pages))
        made.append(page)
    return made


def tall_page(charts: Sequence[Chart], head: Caption) -> Figure:
    """The charts one below the other on one page that is as high as they are."""
    placed = [_drawn(chart, head, EXPORT, WIDTH) for chart in charts]
    height = 2 * _TALL_MARGIN + _head_height(EXPORT, WIDTH, head) + sum(one.height for one in placed)
    return _page(placed, head, EXPORT, WIDTH + 2 * _TALL_MARGIN, height, _TALL_MARGIN)


def _drawn(chart: Chart, head: Caption, look: Look, width: float, room: float = float("inf")) -> _Placed:
    """The chart with its caption; smaller where it is higher than the room that a page has."""
    for _ in range(6):
        figure = blank(chart.height(look), width)
        chart.draw(figure, look)
        placed = _Placed(figure, captioned(Sheet(figure, look), _own(chart.caption, head)))
        if placed.height <= room:
            break
        look = look.sized(0.98 * room / placed.height)
    name_apart(figure, f"{chart.key}-")
    return placed


def _own(caption: Caption, head: Caption) -> Caption:
    """The caption without the dates and days logged where the head of the page has said them."""
    same = (caption.dates, caption.logged) == (head.dates, head.logged)
    return replace(caption, dates="", logged="") if same else caption


def _page(placed: Sequence[_Placed], head: Caption, look: Look, width: float, height: float, margin: float) -> Figure:
    """A page with its head and the charts below it."""
    page = blank(height, width)
    sheet = Sheet(page, look)
    y = margin + _draw_head(sheet, head, margin)
    for one in placed:
        left = margin / POINTS_PER_INCH
        top = (height - y) / POINTS_PER_INCH
        across, down = one.figure.get_size_inches()
        low = top - one.edges.y1
        one.figure.bbox_inches.set(Bbox.from_bounds(left, low, across, down))
        page.add_artist(_Inset(one.figure))
        y += one.height
    return page


def _head_height(look: Look, width: float, head: Caption) -> float:
    """Points that the head takes, with the gap below it."""
    return look.heading * 1.4 + (0 if _beside(look, width, head) else 1.6 * look.small) + 1.6 * look.text


def _beside(look: Look, width: float, head: Caption) -> bool:
    """Whether the dates and days logged have room beside the title."""
    title = width_of(head.title, look.heading * 1.4, SEMIBOLD)
    return title + width_of(_dates(head), look.text) + 2 * look.text <= width


def _dates(head: Caption) -> str:
    return f"{head.logged} · {head.dates}"


def _draw_head(sheet: Sheet, head: Caption, margin: float) -> float:
    """Title, dates and days logged over a line. Returns the height in points that they take."""
    look, right = sheet.look, sheet.width - margin
    beside = _beside(look, right - margin, head)
    size = look.heading * 1.4
    y = margin + size * 0.75
    sheet.say(margin, y, head.title, size=size, weight=SEMIBOLD)
    if not beside:
        y += 1.6 * look.small
    sheet.say(right if beside else margin, y, _dates(head), colour=look.muted, ha="right" if beside else "left")
    y += 0.7 * look.text
    sheet.strokes([((margin, y), (right, y))], "head-line", look.line, 0.5)
    return _head_height(look, right - margin, head)


def _number(sheet: Sheet, n: int, count: int) -> None:
    """Whose page this is and which, at its foot."""
    look, y = sheet.look, sheet.height - _MARGIN
    sheet.say(_MARGIN, y, MADE_BY, size=look.small, colour=look.muted)
    sheet.say(sheet.width - _MARGIN, y, f"Page {n} of {count}", size=look.small, colour=look.muted, ha="right")
