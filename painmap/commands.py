"""What each command of the command line does, from the files it reads to the sentence it says at the end.

What only one command needs is imported by it: to open the window takes no longer than it has to.
"""

import gc
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from painmap import screen
from painmap.domain.contents import amounts
from painmap.domain.kinds import REVIEWS
from painmap.domain.period import Period
from painmap.domain.words import counted, day_text
from painmap.paths import DIARY_FILE
from painmap.storage import backups
from painmap.storage.diary import Diary
from painmap.storage.trouble import unwritable
from painmap.ui.qt import load_qt

if TYPE_CHECKING:
    from painmap.report.options import Options

DEMO_DAYS, DEMO_SEED = 180, 1
LONGEST = 36_500
"""Days that a report or a sample has at most."""


_OTHERS = re.compile(r"painmap\.lock|settings\.json|.*-(journal|wal|shm)")
"""Names that Painmap and SQLite take for files of their own, and delete or write over."""

_REPORT = re.compile(
    rb"\A%PDF-.*/Title\(Pain diary report\)|\A<!DOCTYPE html>.*<title>Pain diary report, |\APain diary report, ",
    re.DOTALL,
)
"""Only a report may be replaced: it can be made again from the diary."""


LOST = (
    "The diary is not at {path} any more, but backups of it are beside it; start Painmap, or type 'painmap restore', "
    "to bring one back."
)


class Refused(Exception):
    """What was asked for can't be done; str() is one sentence with a next step."""


def window(data_dir: Path) -> int:
    """Opens the window on the diary of this folder, and returns its exit code when it is closed."""
    _screen()
    return _open(folder_of(data_dir), demo=False)


def demo(now: datetime) -> int:
    """Opens the window on an invented diary in a temporary folder, which goes when the window is closed."""
    _screen()
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="painmap-demo-", ignore_cleanup_errors=True) as folder:
        fill_demo(Path(folder), now)
        return _open(Path(folder), demo=True)


def fill_demo(folder: Path, now: datetime) -> None:
    """Begins a diary in this folder with invented months that end now."""
    from painmap.domain.sample import sample

    with Diary.open(folder / DIARY_FILE, now) as diary:
        diary.merge(sample(DEMO_DAYS, now.date(), DEMO_SEED, now))


def write_report(data_dir: Path, out: Path, options: "Options", now: datetime) -> str:
    """Writes the report as a PDF, a web page or a text, in place of an older one of that name.

    The appointment of the options is the day that was typed.
    """
    from dataclasses import replace
    from importlib.metadata import version

    from painmap.exchange.whole import write_whole
    from painmap.report.pages import SUFFIXES, file_of
    from painmap.report.report import whole_report
    from painmap.report.typesetting import ReportError
    from painmap.report_words import appointment_typed

    suffix = out.suffix.lower() or SUFFIXES[0]
    with read_diary(data_dir) as diary:
        contents, begins = diary.contents(options.period), diary.first_day()
    options = replace(options, appointment=appointment_typed(options.appointment, contents.appointments))
    _place(out)
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


def check(data_dir: Path) -> str:
    """Verifies the whole diary and says how much there is in it."""
    with read_diary(data_dir) as diary:
        days = sorted({check_in.day for check_in in diary.all()})
        kept = diary.counts()
    if not any(kept.values()):
        return "The diary is sound and has no check-ins yet."
    if not days:
        return f"The diary is sound: {amounts(kept)}."
    when = f"{day_text(days[0], year=True)} to {day_text(days[-1], year=True)}"
    return f"The diary is sound: {counted(len(days), 'day')}, {amounts(kept)}, {when}."


def back_up(data_dir: Path, out: Path) -> str:
    """Writes a verified copy of the diary."""
    with read_diary(data_dir) as diary:
        _place(out)
        backups.back_up(diary, out)
        return f"Backed up {amounts(diary.counts())} to {out}."


def write_sample(out: Path, days: int, until: date | None, seed: int, now: datetime) -> str:
    """Writes an exchange file with the diary of an invented patient."""
    from painmap.domain.sample import sample
    from painmap.domain.sample_records import LONGEST_BEFORE
    from painmap.exchange import json_file

    if until is not None and until > now.date():
        raise Refused(f"--until {until} is in the future; choose a day until today.")
    if (until or now.date()) - json_file.FIRST_DAY < timedelta(days - 1 + LONGEST_BEFORE):
        raise Refused(f"The sample would begin before {json_file.FIRST_DAY}; choose fewer days or a later --until.")
    contents = sample(days, until or now.date(), seed, now)
    with writing(out):
        json_file.write(contents, out, now)
    return f"Wrote {amounts(contents.counts)} of {counted(days, 'invented day')} to {out}."


def scores(data_dir: Path, day: date, now: datetime) -> str:
    """The counts of a day as JSON."""
    import json
    from dataclasses import asdict

    from painmap.domain.summary import summarise
    from painmap.domain.widespread import counts
    from painmap.domain.widespread import window as window_of

    if day > now.date():
        raise Refused(f"--on {day} is in the future; choose a day until today.")
    with read_diary(data_dir) as diary:
        found = counts(day, summarise(diary.between(window_of(day))), diary.records(REVIEWS))
    return json.dumps({**asdict(found), "day": day.isoformat()}, ensure_ascii=False, indent=1)


def period(days: int | None, start: date | None, end: date | None, today: date) -> Period:
    """The days of a report: the last `days`, or from `start` until `end` or today. Raises Refused."""
    if start is None:
        if end is not None:
            raise Refused("--to says where the report ends; say with --from where it begins.")
        return Period.last(days or 90, until=today)
    if days is not None:
        raise Refused("--days and --from name two different periods; choose one of them.")
    end = end or today
    if end > today:
        raise Refused(f"--to {end} is in the future; choose a day until today.")
    if end < start:
        raise Refused(f"The report would end on {end}, before it begins on {start}; choose an earlier --from.")
    if len(Period(start, end)) > LONGEST:
        raise Refused(f"A report has at most {LONGEST:,} days; choose a later --from.")
    return Period(start, end)


def _open(folder: Path, *, demo: bool) -> int:
    # All that is made until the window shows stays: to look for rubbish in it would only take time.
    gc.disable()
    try:
        load_qt()
        from painmap.app import open_window

        return open_window(folder, demo=demo)
    finally:
        gc.enable()


def _screen() -> None:
    sentence = screen.missing()
    if sentence:
        raise Refused(sentence)


def folder_of(data_dir: Path) -> Path:
    """The folder of the diary, which may not be there yet. Raises Refused where it is a file."""
    if data_dir.exists() and not data_dir.is_dir():
        raise Refused(f"{data_dir} is not a folder; name the folder that the diary is in.")
    return data_dir


def read_diary(data_dir: Path) -> Diary:
    """The diary of the folder, to read only. Raises Refused, DiaryTrouble."""
    not_lost(data_dir)
    return Diary.read(folder_of(data_dir) / DIARY_FILE)


def not_lost(data_dir: Path) -> None:
    """Looks whether there is a diary where there are backups of one. Raises Refused."""
    path = folder_of(data_dir) / DIARY_FILE
    if not os.path.lexists(path) and backups.copies(data_dir / backups.BACKUPS):
        raise Refused(LOST.format(path=path))


def _place(out: Path) -> None:
    if not out.parent.is_dir():
        raise Refused(f"There is no folder {out.parent}; make it first, or choose another place.")
    if out.is_dir():
        raise Refused(f"{out} is a folder; name the file to write in it.")
    if _OTHERS.fullmatch(out.name.casefold()):
        raise Refused(f"A file called {out.name} would not last beside a diary; choose another name.")


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Around what writes this file: what stands in its way is told in one sentence. Raises Refused, DiaryTrouble."""
    _place(out)
    try:
        yield
    except OSError as error:
        raise unwritable(error, out) from error
