"""The workbook: read back with the library that others use, it says what the diary says, and runs nothing."""

import re
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from kept_things import one_of_each
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from strategies import diaries

from painmap.domain.checkin import CheckIn, RegionPain
from painmap.domain.contents import Contents
from painmap.domain.sample import sample
from painmap.exchange.workbook import LONGEST, workbook_of

NOON = datetime(2026, 3, 15, 12, 30, 5, tzinfo=timezone(timedelta(hours=1)))
ID = "00000000-0000-4000-8000-000000000001"
BLANK = CheckIn(id=ID, day=NOON.date(), recorded_at=NOON, changed_at=NOON)


def opened(*kept: Any) -> Workbook:
    return load_workbook(BytesIO(workbook_of(Contents.of(kept), NOON)))


def named(book: Workbook, sheet: str) -> list[dict[str, Any]]:
    headings, *rows = book[sheet].values
    return [dict(zip(headings, row, strict=True)) for row in rows]


def test_each_table_has_its_sheet() -> None:
    names = ["Days", "Places", "Weekly reviews", "Treatments", "Uses", "Events", "Appointments", "About this file"]
    assert opened().sheetnames == names
    assert len(named(opened(*one_of_each(NOON)), "Uses")) == 2


def test_days_and_times_and_numbers_are_typed() -> None:
    book = opened(BLANK.rated("back-sacrum", 5, NOON).changed(NOON, fatigue=0))
    (day,), (place,) = named(book, "Days"), named(book, "Places")
    assert (day["day"], day["worst_pain"], day["fatigue_mean"], day["overall_mean"]) == (
        *(datetime(2026, 3, 15), 5, 0, None),  # noqa: DTZ001 (a workbook has no zones)
    )
    assert book["Days"]["A2"].is_date
    assert (place["written_at"], place["written_at_offset"]) == (datetime(2026, 3, 15, 12, 30, 5), "+01:00")  # noqa: DTZ001 (a workbook has no zones)
    assert place["intensity"] == 5


def test_every_day_and_time_has_the_room_that_it_takes() -> None:
    """A spreadsheet shows a date that is wider than its column as a row of crosses."""
    book = opened(BLANK.rated("back-sacrum", 5, NOON), *one_of_each(NOON))
    for sheet in book:
        for cell in sheet[2]:
            if isinstance(cell.value, datetime):
                shown = 19 if cell.number_format.endswith("ss") else 10
                assert sheet.column_dimensions[cell.column_letter].width > shown, (sheet.title, cell.coordinate)
    assert book["Uses"]["C2"].number_format == "yyyy-mm-dd hh:mm:ss"


def test_the_day_stays_in_sight_beside_a_hundred_columns() -> None:
    book = opened(BLANK.changed(NOON, fatigue=0))
    assert (book["Days"].freeze_panes, book["Places"].freeze_panes) == ("B2", "A2")


def test_the_last_sheet_says_what_scale_each_answer_has() -> None:
    about = dict(list(opened()["About this file"].values)[1:])
    assert about["sleep, thinking, mood"].startswith("0 to 10, 10 is worst")
    assert {"stiffness_minutes", "relief_percent", "sss, peg", "effort_severity"} <= about.keys()


@pytest.mark.parametrize("words", ["=1+1", "+cmd|' /C calc'!A0", "-1", "@SUM(A1)", "#N/A", "#REF!", "=", "'=1", " =1"])
def test_words_stay_words(words: str) -> None:
    book = opened(BLANK.changed(NOON, note=words))
    cell = next(cell for cell in book["Places"][2] if cell.value == words)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


@given(diaries())
@settings(max_examples=15, deadline=None)
def test_no_cell_of_a_diary_is_a_formula_and_every_row_is_there(diary: list[CheckIn]) -> None:
    book = opened(*diary)
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    rows = named(book, "Places")
    told = sorted((c.id, name, pain.intensity) for c in diary for name, pain in c.regions.items())
    assert sorted((row["check_in"], row["region"], row["intensity"]) for row in rows if row["region"]) == told
    assert {row["check_in"] for row in rows} == {c.id for c in diary}


def test_what_a_workbook_cannot_hold_is_replaced_or_cut() -> None:
    book = opened(BLANK.changed(NOON, note="a\x00b\ufffec\r\nd"))
    assert named(book, "Places")[0]["note"] == "a\ufffdb\ufffdc\nd"
    far = named(opened(BLANK.changed(NOON, note="😀" * 20_000)), "Places")[0]["note"]
    assert far.startswith("😀" * 100)
    assert far.endswith("…")
    assert len(far.encode("utf-16-le")) <= 2 * LONGEST


def test_a_day_of_another_century_is_in_words() -> None:
    moment = datetime(1900, 1, 3, 12, tzinfo=UTC)
    old = CheckIn(id=ID, day=date(1900, 1, 3), recorded_at=moment, changed_at=moment, fatigue=1)
    book = opened(old)
    assert named(book, "Days")[0]["day"] == "1900-01-03"
    assert named(book, "Places")[0]["written_at"] == "1900-01-03T12:00:00+00:00"


def test_the_same_diary_and_moment_give_the_same_bytes() -> None:
    contents = sample(20, NOON.date(), 1, NOON)
    first = workbook_of(contents, NOON)
    time.sleep(2.1)  # a packed file knows the time to two seconds
    assert workbook_of(contents, NOON) == first


def test_nothing_in_it_says_who_wrote_it() -> None:
    with ZipFile(BytesIO(workbook_of(Contents(), NOON))) as parts:
        core = parts.read("docProps/core.xml").decode()
    assert re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>([^<]*)", core) == ["Painmap", "Painmap"]
    assert core.count("2026-03-15T11:30:05Z") == 2


def test_the_library_is_loaded_only_when_a_workbook_is_written() -> None:
    code = "import sys, painmap.exchange.workbook, painmap.cli; sys.exit('xlsxwriter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_swollen_is_a_word() -> None:
    book = opened(CheckIn(ID, NOON.date(), NOON, NOON, regions={"back-sacrum": RegionPain(1, swollen=True)}))
    assert named(book, "Places")[0]["swollen"] == "yes"
