"""What report is wanted, and what becomes of it: pictures for the screen or the printer, or a file."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from painmap.domain.contents import Contents
from painmap.report.options import Options
from painmap.ui.parts.figures import FIGURES

if TYPE_CHECKING:
    from painmap.report.report import WholeReport
    from painmap.report.typesetting import Document

PAPERS = ("a4", "letter")
POINTS = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
"""Width and height of a page in points."""
POINTS_PER_INCH = 72
_SMALL = 900


@dataclass(frozen=True)
class Order:
    """A report of what the diary has about a period; what is left out of it is still in `contents`."""

    contents: Contents = field(repr=False)
    options: Options
    made_at: datetime
    version: str
    begins: date | None = None
    """The first day of the whole diary."""

    def __hash__(self) -> int:
        return hash((self.options, self.made_at))

    def same_page(self, other: "Order") -> bool:
        """Whether the pages would say the same but for the moment at which they are made."""
        return replace(self, made_at=other.made_at) == other

    @property
    def first(self) -> "Order":
        """Page one alone, which is there sooner than all that follows it."""
        return replace(self, options=replace(self.options, sections=frozenset()))


@dataclass(frozen=True)
class Pages:
    """Pages as pictures for a place that many dots wide, and what they say in short.

    `whole` is False where only page one is there yet.
    """

    order: Order
    width: int
    pictures: tuple[bytes, ...]
    sentences: str
    whole: bool = True


def pages(order: Order, width: int, *, first: bool = False) -> Pages:
    """Every page, or just the first, as a picture that many dots wide; finer than that where it is small.

    At some small sizes typst cuts a line of a chart's text in half.
    """
    from painmap.report.sentences import plain

    made, report = _set(order.first if first else order)
    finer = 2 if width < _SMALL else 1
    drawn = made.png(finer * width * POINTS_PER_INCH / POINTS[order.options.paper][0])
    words = report.page_one
    parts = (f"{words.period}, {words.logged}", words.left_out, plain(words.in_short))
    return Pages(order, width, tuple(drawn), ". ".join(part for part in parts if part), whole=not first)


def pictures(order: Order, ppi: float) -> list[bytes]:
    """Every page as a picture of that many pixels an inch."""
    return _set(order)[0].png(ppi)


def file(order: Order, suffix: str) -> bytes:
    """The report as a file of that kind: '.pdf', '.html' or '.txt'. Raises ReportError."""
    from painmap.report.pages import file_of

    made, report = _set(order)
    if suffix == ".pdf":
        return made.pdf()
    with FIGURES:
        return file_of(report, suffix)


@lru_cache(maxsize=2)
def _set(order: Order) -> "tuple[Document, WholeReport]":
    """The last pages that were set: to be larger, printed or saved they need not be drawn again."""
    from painmap.report.pages import typeset_report
    from painmap.report.report import whole_report

    report = whole_report(order.contents, order.options, order.made_at, order.version, order.begins)
    with FIGURES:
        return typeset_report(report), report
