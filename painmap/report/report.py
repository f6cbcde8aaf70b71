"""The whole report as one value: every sentence, figure and table from which PDF, web page and text are made."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from painmap.domain.contents import Contents
from painmap.domain.summary import summarise
from painmap.report.details import Detail, Given, detail
from painmap.report.facts import Report, report_of
from painmap.report.findings import Findings, findings
from painmap.report.in_full import Whole, whole_of
from painmap.report.options import Options
from painmap.report.redaction import left_out_sentence, redacted
from painmap.report.unswept import unswept


@dataclass(frozen=True)
class WholeReport:
    """Page one in words, the sections after it, and what the days come to, for the pictures.

    `handed_over` is what is left of the diary once all that is not wanted was left out: nothing here was made from
    more than that.
    """

    options: Options
    page_one: Report
    details: tuple[Detail, ...]
    found: Findings
    handed_over: Contents
    whole: Whole
    """What page one has not the room to say whole."""


@unswept
def whole_report(
    contents: Contents, options: Options, made_at: datetime, version: str, begins: date | None = None
) -> WholeReport:
    """The report about a period, made at a moment (with UTC offset) by a version of the program.

    `begins` is the first logged day of the whole diary: before it no entry is missing.
    """
    handed_over = redacted(contents, options, made_at.date())
    days, today = summarise(handed_over.check_ins), made_at.date()
    found = findings(days, options.period, handed_over, today=today, begins=begins)
    found = replace(found, appointment=next(iter(handed_over.appointments), None))
    left_out = left_out_sentence(options.left_out)
    page_one = report_of(found, made_at, version, options.printed_name, left_out)
    given = Given(handed_over, found)
    details = tuple(detail(section, given) for section in options.in_order)
    return WholeReport(options, page_one, details, found, handed_over, whole_of(found, page_one))
