"""The sections from page two on: their words, tables and pictures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from painmap.charts.look import Look
from painmap.charts.table import Table
from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.domain.summary import DaySummary
from painmap.report.findings import Findings
from painmap.report.lists import CHECK_IN_NOTE, REVIEW_NOTE, check_in_table, check_in_years, notes_table, review_table
from painmap.report.method import method
from painmap.report.options import Section

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDE, HALF = "wide", "half"


@dataclass(frozen=True)
class Picture:
    """A chart: its name in files, its words, and how it is drawn. `width` is the page's, or half of it.

    `height` gives the points it needs in a look. Empty headings stand where the section's own is enough.
    """

    key: str
    alt: str
    draw: "Callable[[Figure, Look], object]" = field(compare=False, repr=False)
    height: Callable[[Look], float] = field(compare=False, repr=False)
    width: str = WIDE
    heading: str = ""
    below: str = ""
    """A sentence under the chart, which `alt` does not say again."""


@dataclass(frozen=True)
class Detail:
    """One section; without its name it is what page one cut.

    `columns` says how wide those of the table are: a weight, or 0 for as wide as its words. Rows that are `lined` are
    set as lines of words on paper, and `columns` are millimetres, those of the last column not counted.
    """

    section: Section | None
    heading: str
    note: str = ""
    pictures: tuple[Picture, ...] = ()
    table: Table | None = None
    columns: tuple[int, ...] = ()
    lined: bool = False
    parts: tuple[str, ...] = ()
    """The heading that each row of the table stands under, such as its year; nothing where it is not parted."""
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Given:
    """What a section is made from: what may be handed over, and what its days come to."""

    contents: Contents
    found: Findings

    @property
    def days(self) -> Sequence[DaySummary]:
        """The logged days of the period."""
        return self.found.whole.days

    @property
    def period(self) -> Period:
        """The days that the report is about."""
        return self.found.period


def detail(section: Section, given: Given) -> Detail:
    """A section as it stands on the page; where there is nothing for it, it says so."""
    return _SECTIONS[section](given)


def _regions_by_day(given: Given) -> Detail:
    from painmap.report.detail_charts import regions_by_day

    return regions_by_day(given)


def _rhythm(given: Given) -> Detail:
    from painmap.report.detail_charts import rhythm

    return rhythm(given)


def _fatigue_and_effort(given: Given) -> Detail:
    from painmap.report.detail_charts import fatigue_and_effort

    return fatigue_and_effort(given)


def _before_after(given: Given) -> Detail:
    from painmap.report.detail_charts import before_after

    return before_after(given)


def _reviews(given: Given) -> Detail:
    return _listed(
        Section.REVIEWS,
        "Weekly reviews",
        REVIEW_NOTE,
        review_table(given.contents.reviews, given.period),
        (0, *(1,) * 11),
        "No weekly review in this period.",
    )


def _check_ins(given: Given) -> Detail:
    table = check_in_table(given.contents.check_ins, given.period)
    nothing = "No check-in in this period."
    found = _listed(Section.CHECK_INS, "All check-ins", CHECK_IN_NOTE, table, (36, 21, 16, 17, 0), nothing)
    return replace(found, lined=True, parts=check_in_years(given.contents.check_ins))


def _notes(given: Given) -> Detail:
    table = notes_table(given.contents.check_ins, given.period)
    nothing = "No note in this period goes into the report."
    return _listed(Section.NOTES, "Notes", "as they were typed", table, (0, 0, 1), nothing)


def _method(given: Given) -> Detail:
    return Detail(Section.METHOD, "How the figures are worked out", paragraphs=method())


def _listed(section: Section, heading: str, note: str, table: Table, columns: tuple[int, ...], nothing: str) -> Detail:
    if not table.rows:
        return Detail(section, heading, paragraphs=(nothing,))
    return Detail(section, heading, note, table=table, columns=columns)


_SECTIONS: dict[Section, Callable[[Given], Detail]] = {
    Section.REGIONS_BY_DAY: _regions_by_day,
    Section.RHYTHM: _rhythm,
    Section.FATIGUE_AND_EFFORT: _fatigue_and_effort,
    Section.BEFORE_AFTER: _before_after,
    Section.REVIEWS: _reviews,
    Section.CHECK_INS: _check_ins,
    Section.NOTES: _notes,
    Section.METHOD: _method,
}
