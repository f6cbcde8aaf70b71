"""Tables of other programs: columns are guessed, what can be read in two ways is asked, and nothing is invented."""

import csv
from datetime import date, datetime, timedelta, timezone
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from painmap.domain.checkin import CheckIn
from painmap.domain.contents import Contents
from painmap.exchange.csv_file import csv_of
from painmap.exchange.csv_import import check_ins_of, with_the_diarys_own
from painmap.exchange.day_table import days
from painmap.exchange.foreign import LONGEST_CELL, ForeignTable, read_foreign
from painmap.exchange.foreign_values import Order, day_of_cell, rating_of_cell
from painmap.exchange.found import Found, preview
from painmap.exchange.matching import Matching, guess, known, open_questions
from painmap.exchange.tables import places
from painmap.exchange.trouble import BadFile

NOW = datetime(2026, 3, 15, 12, tzinfo=timezone(timedelta(hours=1)))


def table(text: str, folder: Path, letters: str = "utf-8") -> ForeignTable:
    path = folder / "other.csv"
    path.write_bytes(text.encode(letters))
    return read_foreign(path)


def made(text: str, folder: Path) -> Found:
    read = table(text, folder)
    return check_ins_of(read, guess(read), NOW)


def told(found: Found) -> list[tuple[str, int | None, int | None, str]]:
    return [(c.day.isoformat(), c.overall_pain, c.fatigue, c.note) for c in found.contents.check_ins]


ENGLISH = "Date,Pain (0-10),Fatigue (0-10),Notes\n2026-03-01,6,7,Long walk\n2026-03-02,0,,\n"
GERMAN = "Datum;Schmerz (0-10);Müdigkeit (0-10);Bemerkung\n13.03.2026;6,4;7;Föhn\n14.03.2026;;5;\n"


def test_a_table_is_taken_as_it_stands(tmp_path: Path) -> None:
    found = made(ENGLISH, tmp_path)
    assert told(found) == [("2026-03-01", 6, 7, "Long walk"), ("2026-03-02", 0, None, "")]
    assert (found.refused, found.notes) == ((), ())
    assert all(c.recorded_at == c.changed_at == NOW and c.entered_later for c in found.contents.check_ins)


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_another_language_other_separators_and_other_letters(tmp_path: Path, letters: str) -> None:
    read = table(GERMAN, tmp_path, letters)
    assert guess(read) == Matching(0, 1, 2, 3, Order.DAY_FIRST, 10, 10)
    found = check_ins_of(read, guess(read), NOW)
    assert told(found) == [("2026-03-13", 6, 7, "Föhn"), ("2026-03-14", None, 5, "")]
    assert found.notes == ("1 rating was rounded to a whole number from 0 to 10.",)


@pytest.mark.parametrize("between", ["\t", "|", ";"])
def test_what_stands_between_cells_is_found(tmp_path: Path, between: str) -> None:
    assert len(made(ENGLISH.replace(",", between), tmp_path).contents) == 2


def test_a_day_that_can_be_read_in_two_ways_is_asked(tmp_path: Path) -> None:
    read = table("Date,Pain /10\n03/04/2025,6\n05/06/2025,7\n", tmp_path)
    matching = guess(read)
    assert (matching.order, open_questions(matching)) == (None, ("order",))
    with pytest.raises(ValueError, match="can be read as two days"):
        day_of_cell("03/04/2025", None)
    for order, day in ((Order.DAY_FIRST, "2025-04-03"), (Order.MONTH_FIRST, "2025-03-04")):
        asked = Matching(0, 1, order=order, pain_scale=10)
        assert told(check_ins_of(read, asked, NOW))[0][0] == day


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        ("13/04/2025\n05/06/2025", Order.DAY_FIRST),
        ("03/14/2025\n05/06/2025", Order.MONTH_FIRST),
        ("03/14/2025\n14/03/2025", None),
        ("2025-04-03\n2025-04-04", Order.DAY_FIRST),
        ("04/04/2025\n05/05/2025", Order.DAY_FIRST),
        ("03.04.2025\n04.05.2025", None),
    ],
)
def test_the_order_is_known_only_where_the_days_leave_no_doubt(tmp_path: Path, cells: str, order: Order | None) -> None:
    assert guess(table("date;x\n" + cells.replace("\n", ";a\n") + ";b\n", tmp_path)).order is order


@pytest.mark.parametrize(
    ("heading", "cells", "scale"),
    [
        ("pain", "6\n7", None),
        ("pain", "6\n70", 100),
        ("pain (0-10)", "6\n7", 10),
        ("pain 0 – 100", "6\n7", 100),
        ("pain %", "6\n7", 100),
        ("pain", "6/10\n7/10", 10),
        ("pain", "60 %\n7 %", 100),
        ("pain", "60/100\n7/100", 100),
    ],
)
def test_the_scale_is_known_only_where_it_is_said_or_passed(
    tmp_path: Path, heading: str, cells: str, scale: int | None
) -> None:
    first, second = cells.split("\n")
    read = table(f"day;{heading}\n2026-03-01;{first}\n2026-03-02;{second}\n", tmp_path)
    assert guess(read).pain_scale == scale
    assert ("pain_scale" in open_questions(guess(read))) is (scale is None)


def test_a_scale_of_a_hundred_is_divided_by_ten(tmp_path: Path) -> None:
    found = made("day,pain\n2026-03-01,65\n2026-03-02,100\n2026-03-03,4\n2026-03-04,0\n", tmp_path)
    assert [pain for _, pain, _, _ in told(found)] == [7, 10, 0, 0]
    assert found.notes == ("2 ratings were rounded to a whole number from 0 to 10.",)


def test_columns_are_found_by_their_values_where_headings_say_nothing(tmp_path: Path) -> None:
    assert guess(table("a,b,c\nx,2026-03-01,60\ny,2026-03-02,3\n", tmp_path)) == Matching(
        1, 2, None, None, Order.DAY_FIRST, 100, None
    )
    two = guess(table("a,b,c\n2026-03-01,60,50\n2026-03-02,3,9\n", tmp_path))
    assert (two.pain, open_questions(two)) == (None, ("pain",))
    assert open_questions(guess(table("pain,b\n60,x\n3,y\n", tmp_path))) == ("day",)


def test_the_columns_can_be_chosen_otherwise(tmp_path: Path) -> None:
    read = table("a,b,c\n2026-03-01,60,50\n2026-03-02,3,9\n", tmp_path)
    matching = known(read, Matching(0, 2, 1))
    assert (matching.pain_scale, matching.fatigue_scale, matching.order) == (100, 100, Order.DAY_FIRST)
    assert told(check_ins_of(read, matching, NOW))[0] == ("2026-03-01", 5, 6, "")


def test_rows_that_cannot_be_taken_are_named(tmp_path: Path) -> None:
    rows = (
        "2026-03-01,6",
        "2026-02-30,6",
        "2026-03-02,11",
        "soon,5",
        ",5",
        "2026-03-16,5",
        "1899-12-31,5",
        "2026-03-03,",
    )
    read = table("day,pain 0-10\n" + "\n".join(rows) + "\n", tmp_path)
    found = check_ins_of(read, Matching(0, 1, pain_scale=10), NOW)
    assert found.refused == (
        "Row 3: '2026-02-30' is not a day.",
        "Row 4: '11' is not a rating from 0 to 10.",
        "Row 5: 'soon' is not a day.",
        "Row 6: it has no day.",
        "Row 7: the day 2026-03-16 is in the future.",
        "Row 8: the day 1899-12-31 is before 1900-01-01.",
    )
    assert told(found) == [("2026-03-01", 6, None, "")]
    assert found.notes == ("1 row says nothing and is left out.",)


def test_a_note_that_is_too_long_is_named(tmp_path: Path) -> None:
    assert made(f"day,note\n2026-03-01,{'x' * 20_001}\n", tmp_path).refused == (
        "Row 2: its note is longer than 20,000 characters.",
    )


@pytest.mark.parametrize("cell", ["", "-", "–", "n/a", "NULL", "NaN"])
def test_nothing_is_not_answered(cell: str) -> None:
    assert rating_of_cell(cell, 10) == (None, False)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-03-01", date(2026, 3, 1)),
        ("2026/3/1 14:05", date(2026, 3, 1)),
        ("2026-03-01T08:00:00Z", date(2026, 3, 1)),
        ("1 Mar 2026", date(2026, 3, 1)),
        ("Sunday, 1 March 2026", date(2026, 3, 1)),
        ("March 1, 2026", date(2026, 3, 1)),
        ("Sun Mar 1 2026", date(2026, 3, 1)),
        ("1. May 2026", date(2026, 5, 1)),
        ("04.04.2025", date(2025, 4, 4)),
    ],
)
def test_days_are_read_as_people_write_them(cell: str, day: date) -> None:
    assert day_of_cell(cell, None) == day


@pytest.mark.parametrize("cell", ["", "soon", "31.02.2026", "1 Foo 2026", "20260301", "1.3.26", "٢٠٢٦-٠٣-٠١"])
def test_what_is_no_day_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="is not a day"):
        day_of_cell(cell, Order.DAY_FIRST)


def test_the_same_file_twice_is_there_once_and_the_patients_corrections_stay(tmp_path: Path) -> None:
    first = made(ENGLISH + "2026-03-02,0,,\n", tmp_path)
    assert len({c.id for c in first.contents.check_ins}) == 3
    corrected = tuple(c.changed(NOW, fatigue=9) for c in first.contents.check_ins)
    again = with_the_diarys_own(made(ENGLISH, tmp_path), Contents(corrected))
    seen = preview(Contents(corrected), again)
    assert (len(seen.new), len(seen.newer), seen.same, seen.brings) == (0, 0, 2, "")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no rows under a line of headings"),
        (b"date,pain\n", "no rows under a line of headings"),
        (b"\n\n ,\n", "no rows under"),
        (b"date,pain\n2026-03-01,\x00\n", "not a table in text"),
        (b"\xff\xfe\x00", "not a table in text"),
        (b"PK\x03\x04\x81\x00", "not a table in text"),
        (b'day,x\n2026-03-01,"' + b"x" * (LONGEST_CELL + 1) + b'"\n', "can't be read as a table"),
        (b"a,b\n" + b"1,2\n" * 100_001, "more than 100,000 rows"),
        (b"a," * 300 + b"b\n1,2\n", "more than"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    limit = csv.field_size_limit()
    (tmp_path / "in.csv").write_bytes(content)
    with pytest.raises(BadFile, match=sentence):
        read_foreign(tmp_path / "in.csv")
    assert csv.field_size_limit() == limit


def test_what_is_no_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadFile, match="There is no file"):
        read_foreign(tmp_path / "in.csv")
    with (tmp_path / "in.csv").open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(BadFile, match="larger than 20 MB"):
        read_foreign(tmp_path / "in.csv")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(BadFile, match="Permission denied"):
        read_foreign(tmp_path / "in.csv")


def test_painmaps_own_tables_are_not_taken_for_another_programs(tmp_path: Path) -> None:
    told = CheckIn("00000000-0000-4000-8000-000000000001", NOW.date(), NOW, NOW, fatigue=1)
    for own in (places([told]), days([told])):
        (tmp_path / "own.csv").write_bytes(csv_of(own, mark=True))
        with pytest.raises(BadFile, match="export the diary as JSON and import that"):
            read_foreign(tmp_path / "own.csv")


CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["2026-03-01", "03/04/2025", "13.04.2025", "7", "7/10", "=1+1", "\u202e7", "999999999999999999", "1e5", "٧"]
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=6), st.sampled_from([*Order]))
@settings(max_examples=200, deadline=None)
def test_any_table_is_taken_in_part_or_refused_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], order: Order
) -> None:
    file = StringIO(newline="")
    csv.writer(file).writerows([["date", "pain", "note"], *rows])
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(file.getvalue().encode())
    try:
        read = read_foreign(path)
    except BadFile:
        return
    guessed = guess(read)
    assert set(open_questions(guessed)) <= {"day", "pain", "order", "pain_scale", "fatigue_scale"}
    found = check_ins_of(read, Matching(0, 1, None, 2, order, 10), NOW)
    for check_in in found.contents.check_ins:
        assert check_in.day <= NOW.date()
    assert all("\n" not in each for each in found.refused)
