"""A diary as a workbook (.xlsx): a sheet a table, days and numbers as such, and no formula."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from painmap.domain.contents import Contents
from painmap.domain.course import UNTOLD, Course
from painmap.exchange.day_table import days
from painmap.exchange.record_tables import record_tables
from painmap.exchange.tables import Cell, Table, places

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""UTF-16 units that a cell can hold."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it the workbook's own calendar is wrong, so such days are written in words."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_KNOWN = 8192
"""Words that are remembered: most cells say what others said."""
_WIDE = {
    **{"check_in": 38, "treatment": 38, "note": 60, "questions": 60},
    **{"efforts": 30, "effort": 30, "label": 28, "region": 24, "name": 28, "plan": 32, "with_whom": 32},
    **{"qualities": 24, "triggers": 28, "pauses": 26, "side_effects": 32, "kind": 16, "about": 26},
}
_MOMENT = 20
"""Letters that a time takes: in a narrower column it is shown as a row of crosses."""
_HELD = {"Days": 1}
"""Columns that stay in sight, of the sheets that are far wider than a screen."""
_ABOUT = (
    ("What this is", "A pain diary as tables: Days has one row a logged day, Places one row a region and check-in."),
    ("Empty cell", "Not answered. A 0 is an answer."),
    ("Ratings", "0 to 10 whole numbers; regions from 1 to 10. Left and right are the patient's own."),
    ("Times", "By the clock of that moment; the column after it has the offset of that clock from UTC."),
    ("Days: spread", "How many regions hurt; empty where the day has no map."),
    ("Days: mean, worst", "Of the check-ins of the day."),
    ("Days: a column a region", "The worst rating of the day; empty where the region did not hurt."),
    ("sleep, thinking, mood", "0 to 10, 10 is worst: slept badly or woke unrefreshed, trouble thinking, low mood."),
    ("stiffness_minutes", "Morning stiffness; in Days the longest that was given."),
    ("effort_severity", "How bad it was after an effort, 0 to 4."),
    ("copied", "The map was carried over from an earlier day."),
    ("sss, peg", "sss: items 0 to 3, or yes and no; sss_total 0 to 12. peg: 0 to 10. Totals where all is answered."),
    ("relief_percent", "0 to 100, as rated after a use."),
    ("check_in, treatment", "Ids: rows with the same one belong together, also on two sheets."),
)


def workbook_of(contents: Contents, exported_at: datetime, course: Course = UNTOLD) -> bytes:
    """The bytes of the file; the same for the same diary and moment. Raises Cancelled where the course stops it."""
    from xlsxwriter import Workbook

    file = BytesIO()
    # Not in a `with`, whose end would write all of it also where it is stopped.
    book = Workbook(file, {"in_memory": True})
    book.set_properties(
        {"author": "Painmap", "created": exported_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)}
    )
    formats: dict[object, Format] = {
        str: book.add_format({"quote_prefix": True, "text_wrap": True, "valign": "top"}),
        date: book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "align": "left"}),
        None: book.add_format({"bold": True}),
    }
    about = Table(
        "About this file", ("about", "note"), (*_ABOUT, ("Written", exported_at.isoformat(timespec="minutes")))
    )
    tables = (days(contents.check_ins), places(contents.check_ins), *record_tables(contents), about)
    # Each row is gone through twice: as it is filled in, and as it is written at closing.
    rows = iter(course.along(range(2 * sum(1 + len(table.rows) for table in tables))))
    sheet = _followed(rows)
    for table in tables:
        _fill(book.add_worksheet(table.name, sheet), _apart(table), formats, rows)
    book.close()
    return file.getvalue()


def _followed(rows: Iterator[int]) -> "type[Worksheet]":
    """Sheets that go on with the rows as they are written.

    The one method that is needed for it is xlsxwriter's own: in a version that has it not, a workbook that is being
    written is stopped a little later.
    """
    from xlsxwriter.worksheet import Worksheet

    class Followed(Worksheet):  # type: ignore[misc]  # xlsxwriter has no types
        def _write_row(self, *about: Any, **more: Any) -> None:
            next(rows, None)
            super()._write_row(*about, **more)

    return Followed


def _fill(sheet: "Worksheet", table: Table, formats: "Mapping[object, Format]", rows: Iterator[int]) -> None:
    next(rows, None)
    sheet.freeze_panes(1, _HELD.get(table.name, 0))
    for n, heading in enumerate(table.headings):
        sheet.set_column(n, n, _width(heading, moments=f"{heading}_offset" in table.headings))
        sheet.write_string(0, n, heading, formats[None])
    for row, cells in enumerate(table.rows, start=1):
        next(rows, None)
        for n, value in enumerate(cells):
            if value is None:
                continue
            match _plain(value):
                case str() as words:  # never as a formula, a link or an error, whatever it begins with
                    sheet.write_string(row, n, words, None if words.isalnum() else formats[str])
                case datetime() | date() as when:
                    sheet.write_datetime(row, n, when, formats[type(when)])
                case int() | float() as number:
                    sheet.write_number(row, n, number)


def _width(heading: str, *, moments: bool) -> int:
    """Letters that a column has room for."""
    return max(_WIDE.get(heading, 11), len(heading) + 2, _MOMENT if moments else 0)


def _apart(table: Table) -> Table:
    """With a column for the offset after each column of times, which a workbook keeps without one."""
    timed = {n for n, cells in enumerate(zip(*table.rows, strict=True)) if any(isinstance(c, datetime) for c in cells)}

    def widened(row: Iterable[Any], *, heading: bool = False) -> tuple[Any, ...]:
        wide: list[Any] = []
        for n, value in enumerate(row):
            wide.append(value)
            if n in timed:
                wide.append(f"{value}_offset" if heading else value and value.isoformat()[-6:])
        return tuple(wide)

    return Table(table.name, widened(table.headings, heading=True), tuple(map(widened, table.rows)))


def _plain(value: Cell) -> Cell:
    match value:
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.isoformat() if value.date() < _FIRST_DAY else value.replace(tzinfo=None, microsecond=0)
        case date():
            return value.isoformat() if value < _FIRST_DAY else value
        case str():
            return _text(value)
    return value


@lru_cache(_KNOWN)
def _text(words: str) -> str:
    """The words without what the file can't hold: control characters are shown as a replacement, far ends are cut."""
    words = _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", words.replace("\r\n", "\n").replace("\r", "\n"))
    while len(words.encode("utf-16-le")) > 2 * LONGEST:
        words = f"{words[: len(words) * 9 // 10]}…"
    return words
