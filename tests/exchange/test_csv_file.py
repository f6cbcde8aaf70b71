"""CSV files: what is written can be read by any program, runs nothing in a spreadsheet, and comes back as it was."""

import csv
from datetime import datetime, timedelta, timezone
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import diaries

from painmap.domain.cells import NUMBER
from painmap.domain.checkin import CheckIn
from painmap.exchange.csv_file import MARK, cell_text, csv_of, rows_of
from painmap.exchange.day_table import days
from painmap.exchange.tables import Table, places

NOON = datetime(2026, 3, 15, 12, tzinfo=timezone(timedelta(hours=1)))
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.text("=+-@\t\r\n\"',; a'", max_size=8)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5), st.booleans())
def test_every_text_comes_back_as_it_was(rows: list[tuple[str, str]], mark: bool) -> None:
    written = csv_of(Table("T", ("=one", "two"), tuple(rows)), mark=mark)
    assert rows_of(written) == tuple({"=one": one, "two": two} for one, two in rows)


@given(diaries(), st.booleans())
@settings(max_examples=40, deadline=None)
def test_no_cell_of_a_diary_begins_like_a_formula(diary: list[CheckIn], mark: bool) -> None:
    for table in (places(diary), days(diary)):
        text = csv_of(table, mark=mark).decode().removeprefix(MARK)
        for row in csv.reader(StringIO(text, newline=""), strict=True):
            assert len(row) == len(table.headings)
            assert not any(cell.lstrip(" ").startswith(FORMULA) and not NUMBER.fullmatch(cell) for cell in row)


@given(diaries())
@settings(max_examples=40, deadline=None)
def test_the_rows_of_places_say_what_the_diary_says(diary: list[CheckIn]) -> None:
    rows = rows_of(csv_of(places(diary)))
    notes = {row["check_in"]: row["note"] for row in rows}
    assert notes == {c.id: c.note for c in diary}
    written = {row["check_in"]: datetime.fromisoformat(row["written_at"]) for row in rows}
    assert written == {c.id: c.recorded_at for c in diary}
    told = {(c.id, name): str(pain.intensity) for c in diary for name, pain in c.regions.items()}
    assert {(row["check_in"], row["region"]): row["intensity"] for row in rows if row["region"]} == told


def test_the_form_is_that_of_rfc_4180() -> None:
    table = Table("T", ("day", "note", "done"), ((NOON.date(), 'a "b", c\nd', True), (None, None, False)))
    assert csv_of(table) == b'day,note,done\r\n2026-03-15,"a ""b"", c\nd",yes\r\n,,no\r\n'
    assert csv_of(table, mark=True) == b"\xef\xbb\xbf" + csv_of(table)


def test_values_are_written_as_programs_read_them() -> None:
    cells = (None, True, False, 5, 4.5, 6.0, NOON.date(), NOON, "=1+1", "5")
    assert [cell_text(cell) for cell in cells] == [
        *("", "yes", "no", "5", "4.5", "6", "2026-03-15", "2026-03-15T12:00:00+01:00", "'=1+1", "5")
    ]


@pytest.mark.parametrize("content", [b"", b"a,b\r\n1", b'a\r\n"b', b"\xff\xfe", b"a\r\n" + b"x" * 2_000_000])
def test_what_is_no_such_file_is_refused(content: bytes) -> None:
    limit = csv.field_size_limit()
    with pytest.raises(ValueError, match="not "):
        rows_of(content)
    assert csv.field_size_limit() == limit
