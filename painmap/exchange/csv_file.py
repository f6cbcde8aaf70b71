"""Tables as CSV: written as RFC 4180 has it, harmless to a spreadsheet, and read back as they were."""

import csv
from datetime import date
from io import StringIO

from painmap.domain.cells import as_it_was, harmless
from painmap.domain.course import UNTOLD, Course
from painmap.exchange.reading import long_cells
from painmap.exchange.tables import Cell, Table

MARK = "\ufeff"
"""The byte order mark by which Excel knows UTF-8."""
_LONGEST_CELL = 1_000_000
"""Characters; the longest cell that Painmap writes is a note."""


def csv_of(table: Table, *, mark: bool = False, course: Course = UNTOLD) -> bytes:
    """The table in UTF-8, with a byte order mark where asked: lines end with CR LF, quotation marks are doubled.

    Raises Cancelled where the course stops it.
    """
    file = StringIO(newline="")
    rows = csv.writer(file, lineterminator="\r\n")
    rows.writerow(map(harmless, table.headings))
    rows.writerows([cell_text(cell) for cell in row] for row in course.along(table.rows))
    return f"{MARK if mark else ''}{file.getvalue()}".encode()


def rows_of(content: bytes) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file that Painmap wrote, by heading, every cell as it was before it was made harmless.

    Raises ValueError where it is not such a file.
    """
    with long_cells(_LONGEST_CELL):
        try:
            lines = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
        except (csv.Error, UnicodeDecodeError) as wrong:
            raise ValueError(f"not a CSV file in UTF-8: {wrong}") from None
    headings, *rows = [[as_it_was(cell) for cell in line] for line in lines] or [[]]
    if not headings or any(len(row) != len(headings) for row in rows):
        raise ValueError("not every row has a cell for each heading")
    return tuple(dict(zip(headings, row, strict=True)) for row in rows)


def cell_text(cell: Cell) -> str:
    """A value as it stands in the file: nothing, yes or no, a day or time in ISO form, a number, or words."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case date():
            return cell.isoformat()
        case float():
            return f"{cell:g}"
        case int():
            return str(cell)
    return harmless(cell)
