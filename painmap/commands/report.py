"""The commands for the appointment: the report, and the published counts."""

import json
import re
from dataclasses import asdict, replace
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path

from painmap.commands.places import look_at_place, read_diary, writing
from painmap.commands.report_options import appointment_typed
from painmap.commands.trouble import Refused
from painmap.domain.kinds import REVIEWS
from painmap.domain.summary import summarise
from painmap.domain.widespread import counts, window
from painmap.domain.words import counted
from painmap.report.options import Options

_REPORT = re.compile(
    rb"\A%PDF-.*/Title\(Pain diary report\)|\A<!DOCTYPE html>.*<title>Pain diary report, |\APain diary report, ",
    re.DOTALL,
)
"""Only a report may be replaced: it can be made again from the diary."""


def write_report(data_dir: Path, out: Path, options: Options, now: datetime) -> str:
    """Writes the report as a PDF, a web page or a text, in place of an older one of that name.

    The appointment of the options is the day that was typed.
    """
    from painmap.exchange.whole import write_whole
    from painmap.report.pages import SUFFIXES, file_of
    from painmap.report.report import whole_report
    from painmap.report.typesetting import ReportError

    suffix = out.suffix.lower() or SUFFIXES[0]
    with read_diary(data_dir) as diary:
        contents, begins = diary.contents(options.period), diary.first_day()
    options = replace(options, appointment=appointment_typed(options.appointment, contents.appointments))
    look_at_place(out)
    if suffix not in SUFFIXES:
        raise Refused(f"A report can't be a {suffix} file; name it with {', '.join(SUFFIXES)} at its end.")
    try:
        report = whole_report(contents, options, now, version("painmap"), begins)
        made = file_of(report, suffix)
    except ReportError as trouble:
        raise Refused(str(trouble)) from trouble
    with writing(out):
        write_whole(made, out, over=_REPORT)
    days = options.period
    return f"Wrote the report about {len(report.found.whole.days):,} of {counted(len(days), 'day')} to {out}."


def scores(data_dir: Path, day: date, now: datetime) -> str:
    """The counts of a day as JSON."""
    if day > now.date():
        raise Refused(f"--on {day} is in the future; choose a day until today.")
    with read_diary(data_dir) as diary:
        found = counts(day, summarise(diary.between(window(day))), diary.records(REVIEWS))
    return json.dumps({**asdict(found), "day": day.isoformat()}, ensure_ascii=False, indent=1)
