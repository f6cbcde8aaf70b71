"""Tables as other programs read them back."""

import csv
import os
import subprocess
import sys
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from chart_days import invented_days
from hypothesis import given
from hypothesis import strategies as st

from painmap.charts.table import Table
from painmap.charts.table_out import csv_of, headings_with_units, html_of, plain, text_of
from painmap.charts.timeline_words import timeline_table
from painmap.domain.cells import harmless
from painmap.domain.words import day_text, number


def read_back(written: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(written.decode("utf-8-sig"), newline="")))


def test_lines_end_as_rfc_4180_has_it_and_quotes_are_doubled() -> None:
    written = csv_of(Table(("Name", "Note"), (('a "b"', "c, d"), ("e", "f\ng"))))

    assert written == b'\xef\xbb\xbfName,Note\r\n"a ""b""","c, d"\r\ne,"f\ng"\r\n'


def test_letters_of_every_language_come_back() -> None:
    table = Table(("Mittel",), (("Öl für Rücken",), ("Ибупрофен",), ("😀",)))

    assert read_back(csv_of(table))[1:] == [["Öl für Rücken"], ["Ибупрофен"], ["😀"]]


@pytest.mark.parametrize("cell", ["=1+1", "+1 tablet", "-sum(A1)", "@cmd", "\tx", "\r=x", "\n=x", " =1+1", "--2", "+"])
def test_what_a_spreadsheet_would_run_has_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert read_back(csv_of(Table((cell,), ((cell,),)))) == [[f"'{cell}"]] * 2


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("-2", "-2"),
        ("−1.5", "-1.5"),
        ("+2", "2"),
        ("2,390", "2390"),
        ("12,345.5", "12345.5"),
        ("6.5", "6.5"),
        ("0", "0"),
    ],
)
def test_numbers_stay_numbers(cell: str, written: str) -> None:
    assert plain(cell) == written
    assert read_back(csv_of(Table(("n",), ((cell,),))))[1] == [written]


@pytest.mark.parametrize("cell", ["1,2", "6½", "3 to 7", "2 of 7", "No entry", "50 %", "", "Not answered", "12,34"])
def test_other_words_stay_as_they_are(cell: str) -> None:
    assert harmless(plain(cell)) == cell


@given(st.dates())
def test_every_day_is_written_in_iso_form(day: date) -> None:
    if day.year >= 1000:
        assert plain(day_text(day, year=True)) == plain(day_text(day, year=True, weekday=True)) == day.isoformat()


@given(st.integers(-99_999, 99_999))
def test_every_number_can_be_read_as_one(value: int) -> None:
    assert float(plain(number(value / 10))) == value / 10


@pytest.mark.parametrize("cell", ["30 Feb 2026", "Mon 17 Nov 2026", "16 Nov", "Mon 16 Nov", "16 Nov to 22 Nov 2026"])
def test_what_is_no_whole_day_stays_in_words(cell: str) -> None:
    assert plain(cell) == cell


def test_headings_name_their_units() -> None:
    table = Table(("Day", "Worst pain"), (("22 Nov 2026", "6"),), ("", "0-10"))

    assert headings_with_units(table) == ("Day", "Worst pain (0-10)")
    assert read_back(csv_of(table)) == [["Day", "Worst pain (0-10)"], ["2026-11-22", "6"]]


def test_units_that_do_not_fit_the_headings_are_refused() -> None:
    with pytest.raises(ValueError, match="1 units for 2 headings"):
        Table(("a", "b"), (), ("c",))


def test_the_days_of_a_chart_are_dates_and_what_is_missing_is_said() -> None:
    days, period = invented_days(56)
    rows = read_back(csv_of(timeline_table(days, period)))

    assert [row[0] for row in rows[1:]] == [(period.start + timedelta(n)).isoformat() for n in range(56)]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert any("No entry" in row for row in rows)


def test_text_with_tabs_has_a_line_for_each_row_whatever_a_cell_holds() -> None:
    text = text_of(("Day", "Note"), [("Mon 16 Nov 2026", "two\nlines\tand a tab"), ("x", "=1")])

    assert text.split("\n") == ["Day\tNote", "Mon 16 Nov 2026\ttwo lines and a tab", "x\t'=1"]


def test_a_pasted_table_has_dates_and_no_markup_of_the_patients() -> None:
    html = html_of(("Day", "a<b"), [("Mon 16 Nov 2026", "<b>=x</b>"), ("-2", "=x")])

    assert "<th>Day</th><th>a&lt;b</th>" in html
    assert "<td>2026-11-16</td><td>&lt;b&gt;=x&lt;/b&gt;</td>" in html
    assert "<td>-2</td><td>&#x27;=x</td>" in html


@pytest.mark.skipif(os.name != "posix", reason="locales are named otherwise elsewhere")
def test_the_locale_changes_nothing() -> None:
    code = (
        "import sys; from painmap.charts.table import Table; from painmap.charts.table_out import csv_of;"
        "sys.stdout.buffer.write(csv_of(Table(('Day', 'n'), (('1 Mar 2026', '6.5'),))))"
    )
    for locale in ("C", "de_DE.UTF-8"):
        told = subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parent,
            env={**os.environ, "LC_ALL": locale},
            capture_output=True,
            check=True,
            timeout=60,
        )
        assert told.stdout == b"\xef\xbb\xbfDay,n\r\n2026-03-01,6.5\r\n"
