"""Exporting in every form and importing from the command line: told first, written once, and nothing of the machine."""

import getpass
import json
import os
import platform
from datetime import timedelta
from pathlib import Path

import pytest
from kept_things import a_treatment, a_use, one_of_each
from openpyxl import load_workbook
from terminal import NOW, Said, snapshot, told, whole

from painmap.cli import run
from painmap.domain.contents import amounts
from painmap.domain.regions import regions
from painmap.exchange import json_file
from painmap.exchange.csv_file import rows_of
from painmap.exchange.forms import Form, form_of
from painmap.paths import DIARY_FILE
from painmap.storage.diary import Diary

FORMS = list(Form)


pytestmark = pytest.mark.usefixtures("standing_clock")


def on_diary(*argv: str) -> int:
    return run(["--data-dir", "diary", *argv])


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_written_and_said_once_over(home: Path, said: Said, form: Form) -> None:
    assert on_diary("export", "out", "--as", form) == 0
    counts = whole().counts
    held = {name: n for name, n in counts.items() if name in ("check_ins", *form.kinds)}
    assert said.out() == f"Exported {amounts(held)} to out.\n"
    before = snapshot(home)
    assert on_diary("export", "out", "--as", form) == 2
    assert "There is already something at out" in said.err()
    assert snapshot(home) == before


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.json", Form.JSON), ("a.CSV", Form.DAYS), ("a.xlsx", Form.WORKBOOK), ("a", Form.JSON), ("a.txt", Form.JSON)],
)
def test_the_name_says_which_form(name: str, form: Form) -> None:
    assert form_of(Path(name)) is form


@pytest.mark.parametrize("form", FORMS)
def test_no_export_names_the_machine_the_user_or_a_folder(
    home: Path, said: Said, monkeypatch: pytest.MonkeyPatch, form: Form
) -> None:
    monkeypatch.setenv("LOGNAME", "petronella")
    monkeypatch.setenv("USER", "petronella")
    assert getpass.getuser() == "petronella"
    assert on_diary("export", f"out{form.suffix}", "--as", form) == 0
    said.out()
    content = (home / f"out{form.suffix}").read_bytes()
    if form is Form.WORKBOOK:
        content = b"".join(_parts(home / "out.xlsx"))
    for name in ("petronella", platform.node(), str(Path.home()), str(home), os.path.expanduser("~")):  # noqa: PTH111 (as other programs ask)
        assert len(name) < 3 or name.encode() not in content


def _parts(path: Path) -> list[bytes]:
    from zipfile import ZipFile

    with ZipFile(path) as file:
        return [name.encode() + file.read(name) for name in file.namelist()]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_left_out_is_in_no_form(home: Path, said: Said, form: Form) -> None:
    secret = told()[0].rated("front-left-groin", 4, NOW).changed(NOW, note="Unspeakable")
    with Diary.open(home / "diary" / DIARY_FILE, NOW) as diary:
        diary.merge([secret, *one_of_each(NOW)])
    name = f"out{form.suffix}"
    assert on_diary("export", name, "--as", form, "--without-notes", "--leave-out", "left groin") == 0
    said.out()
    if form is Form.WORKBOOK:
        cells = [str(cell) for sheet in load_workbook(home / name) for row in sheet.values for cell in row]
        assert "Unspeakable" not in cells
        assert "front-left-groin" not in {row[4] for row in load_workbook(home / name)["Places"].values}
        return
    text = (home / name).read_text(encoding="utf-8")
    assert "Unspeakable" not in text
    assert "With food" not in text
    if form is Form.DAYS:
        assert not any(row["front-left-groin"] for row in rows_of(text.encode()))
    elif form is Form.FHIR:
        sites = [e["resource"].get("bodySite", {}).get("text", "") for e in json.loads(text)["entry"]]
        assert not [site for site in sites if site.startswith(regions()["front-left-groin"].label)]
    else:
        assert "front-left-groin" not in text


@pytest.mark.parametrize("form", [form for form in FORMS if form is not Form.JSON])
def test_a_private_note_is_only_in_the_whole_diary(home: Path, said: Said, form: Form) -> None:
    with Diary.open(home / "diary" / DIARY_FILE, NOW) as diary:
        diary.merge([told()[0].changed(NOW, note="Unspeakable").told(NOW, private_note=True)])
    assert on_diary("export", "all.json") == 0
    assert "Unspeakable" in (home / "all.json").read_text(encoding="utf-8")
    said.out()
    assert on_diary("export", "some", "--as", form) == 0
    assert on_diary("export", "last.json", "--last", "60") == 0
    said.out()
    content = b"".join(_parts(home / "some")) if form is Form.WORKBOOK else (home / "some").read_bytes()
    assert b"Unspeakable" not in content
    assert "Unspeakable" not in (home / "last.json").read_text(encoding="utf-8")


def test_the_days_can_be_named(home: Path, said: Said) -> None:
    assert on_diary("export", "week.csv", "--from", "2026-11-16", "--to", "2026-11-20", "--bom") == 0
    said.out()
    content = (home / "week.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfday,")
    assert {row["day"] for row in rows_of(content)} <= {f"2026-11-{n}" for n in range(16, 21)}
    assert on_diary("export", "x.csv", "--to", "2026-11-20") == 2
    assert "--from" in said.err()


def test_a_wrong_region_or_form_is_said(home: Path, said: Said) -> None:
    assert on_diary("export", "x.json", "--leave-out", "tail") == 2
    assert "There is no region 'tail'" in said.err()
    assert on_diary("export", "x.json", "--as", "docx") == 2
    assert "invalid choice" in said.err()
    assert not (home / "x.json").exists()


class TestImport:
    def test_a_dry_run_says_what_would_come_and_writes_nothing(self, home: Path, said: Said) -> None:
        assert on_diary("export", "in.json") == 0
        said.out()
        before = snapshot(home)
        assert run(["--data-dir", "other", "import", "in.json", "--dry-run"]) == 0
        lines = said.out().splitlines()
        days = len({c.day for c in told()})
        assert lines[0].startswith(f"In the file: {days} days, 24 Sep to 22 Nov 2026.")
        assert lines[1].startswith(f"New: {len(told())} check-ins on {days} days, ")
        assert lines[-1] == "Nothing was written; leave out --dry-run to bring it in."
        assert on_diary("import", "in.json", "--dry-run") == 0
        assert "New: Nothing." in said.out()
        assert snapshot(home) == before

    def test_a_bad_record_can_be_left_out(self, home: Path, said: Said) -> None:
        json_file.write(told(), home / "good.json", NOW)
        everything = json.loads((home / "good.json").read_text(encoding="utf-8"))
        for n in (0, 1):
            everything["check_ins"][n]["fatigue"] = 11
        (home / "in.json").write_text(json.dumps(everything), encoding="utf-8")
        assert run(["--data-dir", "other", "import", "in.json"]) == 2
        assert "1 more can't be taken either. Nothing was imported; --skip-bad brings" in said.err()
        assert not (home / "other" / DIARY_FILE).exists()
        assert run(["--data-dir", "other", "import", "in.json", "--dry-run"]) == 0
        assert "Left out: 2." in said.out()
        assert run(["--data-dir", "other", "import", "in.json", "--skip-bad"]) == 0
        assert said.out().splitlines()[-1] == "2 left out."
        with Diary.read(home / "other" / DIARY_FILE) as diary:
            assert diary.count() == len(told()) - 2

    def test_many_bad_records_are_not_all_listed(self, home: Path, said: Said) -> None:
        rows = "".join(f"2025-01-{n:02},99\n" for n in range(1, 20))
        (home / "in.csv").write_text(f"day,pain 0-10\n{rows}", encoding="utf-8")
        assert on_diary("import", "in.csv", "--dry-run", "--scale", "10") == 0
        assert "And 9 more that can't be taken." in said.out()

    def test_the_table_of_another_program_comes_in_once(self, home: Path, said: Said) -> None:
        (home / "in.csv").write_text("Datum;Schmerz;Notiz\n13.03.2025;6;Föhn\n14.03.2025;7;\n", encoding="utf-8")
        assert run(["--data-dir", "other", "import", "in.csv"]) == 2
        assert said.err().startswith("The scale of 'Schmerz' is not said; add --scale 10")
        for added, same in ((2, 0), (0, 2)):
            assert run(["--data-dir", "other", "import", "in.csv", "--scale", "10"]) == 0
            lines = said.out().splitlines()
            assert lines[:3] == [
                "Day from the column 'Datum'.",
                "Pain from the column 'Schmerz', 0 to 10.",
                "Note from the column 'Notiz'.",
            ]
            assert lines[3].startswith(f"{added} check-ins added, 0 replaced by a newer version, {same} the same")
        with Diary.read(home / "other" / DIARY_FILE) as diary:
            assert [(c.day.isoformat(), c.overall_pain, c.note) for c in diary.all()] == [
                ("2025-03-13", 6, "Föhn"),
                ("2025-03-14", 7, ""),
            ]

    @pytest.mark.parametrize(
        ("content", "options", "sentence"),
        [
            ("date,pain /10\n03/04/2025,6\n", "", "'date' can be read as two days; add --order dmy"),
            ("a,b\nx,y\n", "", "No column has days; name it with --day COLUMN"),
            ("day,b,c\n2025-03-01,5,6\n", "", "It can't be told which column is what"),
            ("day,pain\n2025-03-01,5\n", "--pain tail", "has no column 'tail'; it has 'day', 'pain'"),
            ("day,pain\n2025-03-01,5\n", "--pain 3", "has no column '3'"),
            ("day,fatigue\n2025-03-01,5\n", "", "The scale of 'fatigue' is not said"),
            ("day,pain\n2025-03-01,x\n", "--pain pain --scale 10", "Row 2: 'x' is not a rating"),
        ],
    )
    def test_what_can_be_read_twice_is_asked(
        self, home: Path, said: Said, content: str, options: str, sentence: str
    ) -> None:
        (home / "in.csv").write_text(content, encoding="utf-8")
        before = snapshot(home)
        assert on_diary("import", "in.csv", *options.split()) == 2
        assert sentence in said.err()
        assert snapshot(home) == before

    def test_columns_can_be_named_by_heading_or_number(self, home: Path, said: Said) -> None:
        (home / "in.csv").write_text("when,a,b\n03/04/2025,5,60\n", encoding="utf-8")
        named = "--pain b --fatigue 2 --note none --order mdy --scale 100"
        assert run(["--data-dir", "other", "import", "in.csv", *named.split()]) == 0
        said.out()
        with Diary.read(home / "other" / DIARY_FILE) as diary:
            (seen,) = diary.all()
        assert (seen.day.isoformat(), seen.overall_pain, seen.fatigue) == ("2025-03-04", 6, 1)

    def test_columns_belong_to_tables(self, home: Path, said: Said) -> None:
        assert on_diary("export", "in.json") == 0
        said.out()
        assert on_diary("import", "in.json", "--pain", "b") == 2
        assert "Columns are those of a table" in said.err()

    def test_a_dry_run_says_where_uses_would_not_fit(self, home: Path, said: Said) -> None:
        json_file.write([a_treatment(NOW), a_use(NOW, at=NOW - timedelta(20))], home / "1.json", NOW)
        later = a_treatment(NOW).changed(NOW + timedelta(minutes=1), start=NOW.date() - timedelta(2), pauses=())
        json_file.write([later], home / "2.json", NOW)
        assert run(["--data-dir", "other", "import", "1.json"]) == 0
        said.out()
        assert run(["--data-dir", "other", "import", "2.json", "--dry-run"]) == 2
        assert "Ibuprofen began on" in said.err()
