"""From check-ins to the report: the one way in for the window and the command line."""

from datetime import datetime

from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.domain.summary import summarise
from painmap.report.facts import report_of
from painmap.report.findings import findings
from painmap.report.grid import Paper
from painmap.report.typesetting import Document, typeset


def document(
    contents: Contents, period: Period, paper: Paper, made_at: datetime, version: str, name: str = ""
) -> Document:
    """The report about a period, as a PDF or as pixels of the same pages; what is of other days is left out.

    `made_at` has a UTC offset. `name` is printed as it is given; without one the page names nobody.
    """
    days = summarise(check_in for check_in in contents.check_ins if check_in.day in period)
    found = findings(days, period, contents, today=made_at.date())
    return typeset(report_of(found, made_at, version, name), found, paper)


def make_pdf(
    contents: Contents, period: Period, paper: Paper, made_at: datetime, version: str, name: str = ""
) -> bytes:
    """The report as a tagged PDF; the same contents, period and moment give the same bytes.

    Raises ReportError, which says in one sentence why there is none and what to do.
    """
    return document(contents, period, paper, made_at, version, name).pdf()


def file_name(period: Period) -> str:
    """What the report's file is called where the patient says nothing else."""
    return f"painmap-report-{period.start.isoformat()}-to-{period.end.isoformat()}.pdf"
