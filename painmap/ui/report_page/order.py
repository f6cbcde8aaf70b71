"""What page is wanted: the days it is about, and how it is to be printed."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary
from painmap.ui.parts.figures import FIGURES

if TYPE_CHECKING:
    from painmap.report.facts import Report
    from painmap.report.typesetting import Document

PAPERS = ("a4", "letter")
POINTS = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
"""Width and height of a page in points."""
POINTS_PER_INCH = 72
_SMALL = 900
NOTHING_ELSE = Contents()


@dataclass(frozen=True)
class Order:
    """A report about the logged days of a period; `paper` is one of PAPERS."""

    days: tuple[DaySummary, ...]
    period: Period
    paper: str
    made_at: datetime
    version: str
    name: str
    others: Contents = field(default=NOTHING_ELSE, repr=False)
    """What else is kept: reviews, treatments with their uses, events, appointments. Its check-ins are not read."""

    def __hash__(self) -> int:
        return hash((self.period, self.paper, self.made_at, self.name))

    def same_page(self, other: "Order") -> bool:
        """Whether the page would say the same but for the moment at which it is made."""
        return replace(self, made_at=other.made_at) == other


@dataclass(frozen=True)
class Page:
    """A page as a picture, and what it says in short."""

    order: Order
    width: int
    picture: bytes
    pages: int
    sentences: str


def page(order: Order, width: int) -> Page:
    """The first page of the report as a picture for a place that many dots wide; finer than that where it is small.

    At some small sizes typst cuts a line of a chart's text in half.
    """
    from painmap.report.sentences import plain

    made, words = _set(order)
    finer = 2 if width < _SMALL else 1
    pictures = made.png(finer * width * POINTS_PER_INCH / POINTS[order.paper][0])
    sentences = f"{words.period}, {words.logged}. {plain(words.in_short)}"
    return Page(order, width, pictures[0], len(pictures), sentences)


def pictures(order: Order, ppi: float) -> list[bytes]:
    """Every page as a picture of that many pixels an inch."""
    return _set(order)[0].png(ppi)


def pdf(order: Order) -> bytes:
    """The report as a PDF. Raises ReportError."""
    return _set(order)[0].pdf()


def initials(name: str) -> str:
    """'A. M.' of 'Anna Meyer'."""
    return " ".join(f"{word[0].upper()}." for word in name.split())


@lru_cache(maxsize=2)
def _set(order: Order) -> "tuple[Document, Report]":
    """The last pages that were set: to be larger, printed or saved they need not be drawn again."""
    from painmap.report.facts import report_of
    from painmap.report.findings import findings
    from painmap.report.grid import Paper
    from painmap.report.typesetting import typeset

    found = findings(order.days, order.period, order.others, order.made_at.date())
    words = report_of(found, order.made_at, order.version, order.name)
    with FIGURES:
        return typeset(words, found, Paper(order.paper)), words
