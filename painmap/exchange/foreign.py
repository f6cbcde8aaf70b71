"""Tables that other programs wrote as CSV: their letters, what stands between their cells, their headings and rows."""

import codecs
import csv
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from painmap.exchange.day_table import DAYS_HEADINGS
from painmap.exchange.reading import content_of, long_cells
from painmap.exchange.tables import PLACES_HEADINGS
from painmap.exchange.trouble import BadFile

LARGEST = 20_000_000
MOST_ROWS, MOST_COLUMNS = 100_000, 200
LONGEST_CELL = 100_000
"""Characters."""
_BETWEEN = (",", ";", "\t", "|")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_TRIED = 50
"""Lines by which it is found what stands between cells."""


@dataclass(frozen=True)
class ForeignTable:
    """The table of the file of that name. Every row has a cell for each heading; blank rows are left out."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, number: int) -> tuple[str, ...]:
        """The cells under a heading that say something."""
        return tuple(row[number] for row in self.rows if row[number])


def read_foreign(path: Path) -> ForeignTable:
    """The table in the file. Raises BadFile where it is none, or one of Painmap's own."""
    text = _text(path)
    with long_cells(LONGEST_CELL):
        try:
            lines = [
                tuple(cell.strip() for cell in line) for line in csv.reader(StringIO(text, newline=""), _form(text))
            ]
        except csv.Error:
            raise BadFile(f"{path.name} can't be read as a table; save it as CSV in UTF-8 and try again.") from None
    lines = [line for line in lines if any(line)]
    if len(lines) < 2:
        raise BadFile(f"{path.name} has no rows under a line of headings; save the table as CSV and try again.")
    headings, *rows = lines
    if len(rows) > MOST_ROWS or len(headings) > MOST_COLUMNS:
        raise BadFile(f"{path.name} has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns; take a part of it.")
    if headings[:3] in (PLACES_HEADINGS[:3], DAYS_HEADINGS[:3]):
        better = "export the diary as JSON and import that"
        raise BadFile(f"{path.name} is a table from Painmap, which does not hold everything; {better}.")
    width = len(headings)
    return ForeignTable(path.name, headings, tuple((*row[:width], *[""] * (width - len(row))) for row in rows))


def _text(path: Path) -> str:
    content = content_of(path, LARGEST, "; take a part of it")
    letters = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    for name in (letters,) if letters else ("utf-8", "cp1252"):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadFile(f"{path.name} is not a table in text; save it as CSV in UTF-8 and try again.")


def _form(text: str) -> type[csv.Dialect]:
    """What stands between cells: what gives the most lines as many cells as the first has, at least two."""
    first = text.splitlines()[:_TRIED]

    def fits(between: str) -> tuple[int, int]:
        counts = [len(line) for line in csv.reader(first, delimiter=between)]
        width = counts[0] if counts else 0
        return (counts.count(width), width) if width > 1 else (0, 0)

    class Form(csv.excel):
        delimiter = max(_BETWEEN, key=fits)

    return Form
