"""From check-ins to the report: the one way in for the window and the command line."""

from datetime import datetime

from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.report.attached import attached
from painmap.report.grid import Paper
from painmap.report.options import Options
from painmap.report.report import WholeReport, whole_report
from painmap.report.typesetting import Document, typeset
from painmap.report.unswept import unswept

SUFFIXES = (".pdf", ".html", ".txt")
"""What a report can be, by the ending of its file."""


def document(
    contents: Contents, period: Period, paper: Paper, made_at: datetime, version: str, name: str = ""
) -> Document:
    """Page one alone about a period, as a PDF or as pixels of the same page; what is of other days is left out.

    `made_at` has a UTC offset. `name` is printed as it is given; without one the page names nobody.
    """
    return typeset_report(whole_report(contents, Options(period, paper, name=name, in_full=False), made_at, version))


@unswept
def typeset_report(report: WholeReport) -> Document:
    """All pages of a report, ready to become a PDF or pixels."""
    options = report.options
    data = attached(report.handed_over, report.page_one.made_at) if options.attached else b""
    return typeset(
        report.page_one,
        report.found,
        options.paper,
        black_and_white=options.black_and_white,
        attached=data,
        details=report.details,
        whole=report.whole if options.in_full else None,
    )


def make_pdf(
    contents: Contents, period: Period, paper: Paper, made_at: datetime, version: str, name: str = ""
) -> bytes:
    """Page one as a tagged PDF; the same contents, period and moment give the same bytes.

    Raises ReportError, which says in one sentence why there is none and what to do.
    """
    return document(contents, period, paper, made_at, version, name).pdf()


@unswept
def file_of(report: WholeReport, suffix: str) -> bytes:
    """The report as a file with one of SUFFIXES. Raises ReportError, and ValueError for another ending."""
    match suffix:
        case ".pdf":
            return typeset_report(report).pdf()
        case ".html":
            from painmap.report.as_html import as_html

            return as_html(report).encode()
        case ".txt":
            from painmap.report.as_text import as_text

            return as_text(report).encode()
        case _:
            raise ValueError(
                f"a report is a PDF, a web page (.html) or a text (.txt), not {suffix or 'without ending'}"
            )


def file_name(period: Period, suffix: str = ".pdf") -> str:
    """What the report's file is called where the patient says nothing else."""
    return f"painmap-report-{period.start.isoformat()}-to-{period.end.isoformat()}{suffix}"
