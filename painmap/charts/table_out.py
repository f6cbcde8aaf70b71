"""A chart's table for other programs: CSV, text with tabs, HTML; harmless to the spreadsheet that opens it.

Days are written as 2026-11-16, and numbers without thousands commas and with a plain minus sign, where a cell is
nothing but a day or a number. What is missing stays in words ("No entry", "Not answered"): an empty cell would not
say which it was, and spreadsheets leave words out of sums and averages.
"""

import csv
import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from html import escape
from io import StringIO

from painmap.charts.table import Table
from painmap.domain.cells import NUMBER, harmless
from painmap.domain.words import MINUS, MONTHS, day_text

_DAY = re.compile(rf"(?:[A-Z][a-z]{{2}} )?(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
_ENCODING = "utf-8-sig"
"""With the mark at the start by which Excel knows UTF-8; other programs skip it."""
_KNOWN = 8192
"""Cells that are remembered: in ten years of regions nearly all are the same few."""


def csv_of(table: Table) -> bytes:
    """The table as RFC 4180 has it, in UTF-8; the headings name their units."""
    file = StringIO(newline="")
    rows = csv.writer(file, lineterminator="\r\n")
    rows.writerow([harmless(heading) for heading in headings_with_units(table)])
    rows.writerows([harmless(plain(cell)) for cell in row] for row in table.rows)
    return file.getvalue().encode(_ENCODING)


def text_of(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Cells in words as they are read, apart by tabs, rows apart by line ends."""
    return "\n".join("\t".join(harmless(" ".join(cell.split())) for cell in row) for row in (headings, *rows))


def html_of(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Cells as an HTML table, which spreadsheets and letters take when it is pasted."""
    head = "".join(f"<th>{escape(harmless(heading))}</th>" for heading in headings)
    body = "".join(f"<tr>{''.join(f'<td>{escape(harmless(plain(cell)))}</td>' for cell in row)}</tr>\n" for row in rows)
    return f'<meta charset="utf-8"><table>\n<tr>{head}</tr>\n{body}</table>'


def headings_with_units(table: Table) -> tuple[str, ...]:
    """'Worst pain (0-10)'."""
    if not table.units:
        return table.headings
    return tuple(f"{name} ({unit})" if unit else name for name, unit in zip(table.headings, table.units, strict=True))


@lru_cache(_KNOWN)
def plain(cell: str) -> str:
    """The cell as a program reads it: a day as 2026-11-16, a number as -1.5; anything else as it is."""
    found = _DAY.fullmatch(cell)
    if found:
        return _iso(cell, int(found[1]), found[2], int(found[3]))
    if NUMBER.fullmatch(cell):
        return cell.replace(",", "").replace(MINUS, "-").removeprefix("+")
    return cell


def _iso(cell: str, of_month: int, month: str, year: int) -> str:
    """The day in ISO form, where the words are those of a day that there is."""
    try:
        day = date(year, MONTHS.index(month) + 1, of_month)
    except ValueError:
        return cell
    return day.isoformat() if cell in (day_text(day, year=True), day_text(day, year=True, weekday=True)) else cell
