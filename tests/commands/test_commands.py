"""What each command writes and says, and what it leaves alone."""

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from kept_things import a_review, a_treatment, a_use
from pypdf import PdfReader
from terminal import NOW, TODAY, Said, snapshot, told, whole

from painmap.cli import run
from painmap.domain.contents import amounts
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.domain.summary import summarise, within
from painmap.exchange import json_file
from painmap.lock import hold
from painmap.paths import DIARY_FILE
from painmap.storage.diary import Diary

pytestmark = pytest.mark.usefixtures("standing_clock")


def on_diary(*argv: str) -> int:
    return run(["--data-dir", "diary", *argv])


class TestWithoutADiary:
    @pytest.mark.parametrize("argv", ["check", "export out.json", "backup out.diary", "report out.pdf"])
    def test_it_is_said_and_none_is_begun(self, empty: Path, said: Said, argv: str) -> None:
        assert run(argv.split()) == 2
        assert "There is no diary at" in said.err()
        assert list(empty.iterdir()) == []

    def test_a_file_in_place_of_the_folder_is_said(self, empty: Path, said: Said) -> None:
        (empty / "diary").write_text("mine")
        assert on_diary("check") == 2
        assert "is not a folder" in said.err()

    @pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00" + b"\x00" * 100])
    def test_what_is_no_diary_is_said_and_left_alone(self, empty: Path, said: Said, content: bytes) -> None:
        (empty / "diary").mkdir()
        (empty / "diary" / DIARY_FILE).write_bytes(content)
        assert run(["sample", "in.json"]) == 0
        said.out()
        for argv in ("check", "export o.json", "backup o.diary", "import in.json"):
            assert on_diary(*argv.split()) == 2
            said.err()
        assert (empty / "diary" / DIARY_FILE).read_bytes() == content


class TestCheck:
    def test_a_sound_diary_is_counted(self, home: Path, said: Said) -> None:
        check_ins = told()
        assert on_diary("check") == 0
        days = len({check_in.day for check_in in check_ins})
        assert said.out() == (
            f"The diary is sound: {days} days, {amounts(whole().counts)}, "
            f"{check_ins[0].day.day} Sep 2026 to {check_ins[-1].day.day} Nov 2026.\n"
        )

    def test_data_dir_stands_before_or_after_the_command(self, home: Path, said: Said) -> None:
        assert run(["check", "--data-dir", "diary"]) == 0
        after = said.out()
        assert run(["--data-dir", "diary", "check"]) == 0
        assert said.out() == after

    def test_the_usual_place_is_taken_where_none_is_named(self, home: Path, said: Said) -> None:
        if sys.platform == "darwin":
            pytest.skip("the usual place can't be moved there")
        (home / "diary").rename(home / "painmap")
        (home / "home").mkdir()
        (home / "painmap").rename(home / "home" / ("Painmap" if sys.platform == "win32" else "painmap"))
        assert run(["check"]) == 0
        assert "sound" in said.out()

    def test_an_empty_diary_is_sound(self, empty: Path, said: Said) -> None:
        Diary.open(empty / "diary" / DIARY_FILE, NOW).close()
        assert on_diary("check") == 0
        assert said.out() == "The diary is sound and has no check-ins yet.\n"

    def test_a_damaged_diary_is_told(self, home: Path, said: Said) -> None:
        path = home / "diary" / DIARY_FILE
        content = bytearray(path.read_bytes())
        at = content.index(b"back-right-neck")
        content[at : at + 10] = b"back-left-"
        path.write_bytes(content)
        assert on_diary("check") == 2
        assert "damaged" in said.err()
        assert path.read_bytes() == content

    def test_it_changes_nothing_and_loads_neither_window_nor_charts(self, home: Path) -> None:
        before = snapshot(home)
        script = (
            "import sys; from painmap.cli import run; code = run(['--data-dir', 'diary', 'check']);"
            "heavy = {'PySide6', 'matplotlib', 'numpy', 'typst'} & set(sys.modules);"
            "sys.exit(str(heavy) if heavy else code)"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert snapshot(home) == before


class TestExportAndImport:
    def test_export_import_export_is_the_same_file(self, home: Path, said: Said) -> None:
        assert on_diary("export", "1.json") == 0
        assert said.out() == f"Exported {amounts(whole().counts)} to 1.json.\n"
        assert run(["import", "1.json", "--data-dir", "other"]) == 0
        assert run(["export", "2.json", "--data-dir", "other"]) == 0
        assert (home / "1.json").read_bytes() == (home / "2.json").read_bytes()

    def test_import_says_what_became_of_each_check_in(self, home: Path, said: Said) -> None:
        now_there = told()
        changed, older, same = now_there[0], now_there[1], now_there[2]
        stale = {"recorded_at": older.recorded_at - timedelta(days=9), "day": older.day - timedelta(days=9)}
        brought = [
            changed.changed(NOW, note="new"),
            older.changed(older.recorded_at - timedelta(days=9), **stale),
            same,
            *sample(5, date(2026, 3, 1), 2).check_ins,
        ]
        json_file.write(brought, home / "in.json", NOW)
        assert on_diary("import", "in.json") == 0
        counts, backup = said.out().splitlines()
        added = len(brought) - 3
        assert counts == (
            f"{added} check-ins added, 1 replaced by a newer version, 1 the same, 1 older kept as it is in the diary."
        )
        assert backup.startswith("The diary as it was before is in diary")
        with Diary.read(Path(backup.partition(" is in ")[2].rstrip("."))) as before:
            assert set(before.all()) == set(now_there)
        with Diary.read(home / "diary" / DIARY_FILE) as diary:
            assert diary.get(changed.id) == brought[0]
            assert diary.get(older.id) == older
            assert diary.count() == len(now_there) + added

    def test_import_says_what_came_of_each_kind(self, empty: Path, said: Said) -> None:
        json_file.write([a_review(NOW), a_treatment(NOW), a_use(NOW)], empty / "in.json", NOW)
        assert on_diary("import", "in.json") == 0
        assert said.out().splitlines() == [
            f"{first} added, 0 replaced by a newer version, 0 the same, 0 older kept as it is in the diary."
            for first in ("0 check-ins", "1 weekly review", "1 treatment", "1 use")
        ]
        assert on_diary("check") == 0
        assert said.out() == "The diary is sound: 0 check-ins, 1 weekly review, 1 treatment, 1 use.\n"
        assert on_diary("import", "in.json") == 0
        *_, use, backup = said.out().splitlines()
        assert use.startswith("0 uses added, 0 replaced by a newer version, 1 the same")
        assert "before-import" in backup

    def test_a_use_that_contradicts_the_diary_refuses_the_whole_import(self, empty: Path, said: Said) -> None:
        use = a_use(NOW, at=NOW - timedelta(days=20))
        json_file.write([a_treatment(NOW), use], empty / "1.json", NOW)
        later = a_treatment(NOW).changed(NOW + timedelta(minutes=1), start=NOW.date() - timedelta(days=2), pauses=())
        json_file.write([later, a_review(NOW)], empty / "2.json", NOW)
        assert on_diary("import", "1.json") == 0
        said.out()
        assert on_diary("import", "2.json") == 2
        assert "Ibuprofen began on" in said.err()
        with Diary.read(empty / "diary" / DIARY_FILE) as diary:
            assert set(diary.contents()) == {a_treatment(NOW), use}

    def test_a_bad_record_changes_nothing(self, home: Path, said: Said) -> None:
        json_file.write(sample(5, date(2026, 3, 1), 2), home / "in.json", NOW)
        everything = json.loads((home / "in.json").read_text(encoding="utf-8"))
        everything["check_ins"][-1]["fatigue"] = 11
        (home / "in.json").write_text(json.dumps(everything), encoding="utf-8")
        before = snapshot(home)
        assert on_diary("import", "in.json") == 2
        assert "fatigue must be a whole number from 0 to 10, not 11. Nothing was imported; --skip-bad" in said.err()
        assert snapshot(home) == before

    def test_a_bad_file_begins_no_diary(self, empty: Path, said: Said) -> None:
        (empty / "in.json").write_text("hello")
        assert on_diary("import", "in.json") == 2
        assert "not a Painmap export" in said.err()
        assert not (empty / "diary").exists()

    def test_no_backup_no_import(self, home: Path, said: Said) -> None:
        json_file.write(sample(5, date(2026, 3, 1), 2), home / "in.json", NOW)
        (home / "diary" / "backups").write_text("in the way")
        before = snapshot(home)
        assert on_diary("import", "in.json") == 2
        assert "backups" in said.err()
        assert snapshot(home) == before

    def test_an_open_window_keeps_an_import_out_but_not_an_export(self, home: Path, said: Said) -> None:
        json_file.write(sample(5, date(2026, 3, 1), 2), home / "in.json", NOW)
        with hold(home / "diary"):
            before = snapshot(home)
            assert on_diary("import", "in.json") == 2
            assert "already open in another Painmap" in said.err()
            assert snapshot(home) == before
            assert on_diary("export", "out.json") == 0

    @pytest.mark.parametrize("argv", ["export", "backup", "sample", "report"])
    def test_what_is_there_already_is_left_alone(self, home: Path, said: Said, argv: str) -> None:
        (home / "out").write_text("mine")
        for name, sentence in (
            ("out", "already something"),
            ("diary", "is a folder"),
            ("no/out", "There is no folder"),
        ):
            before = snapshot(home)
            assert on_diary(argv, name) == 2
            assert sentence in said.err()
            assert snapshot(home) == before

    @pytest.mark.parametrize("argv", ["export", "backup", "sample", "report"])
    def test_the_diary_itself_is_never_written_over(self, home: Path, said: Said, argv: str) -> None:
        before = snapshot(home)
        assert on_diary(argv, f"diary/{DIARY_FILE}") == 2
        said.err()
        assert snapshot(home) == before

    @pytest.mark.skipif(not Path("/proc/version").exists(), reason="needs a folder that takes no file")
    @pytest.mark.parametrize("argv", ["export", "backup", "sample", "report"])
    def test_a_place_that_takes_no_file_is_said(self, home: Path, said: Said, argv: str) -> None:
        assert on_diary(argv, "/proc/out") == 2
        assert "can't write to /proc/out" in said.err()

    @pytest.mark.skipif(sys.platform == "win32", reason="files have no size limit there")
    @pytest.mark.parametrize("argv", ["export", "backup", "sample", "report"])
    def test_a_full_disk_is_said_and_leaves_nothing_behind(self, home: Path, argv: str) -> None:
        before = snapshot(home)
        script = (
            "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192));"
            "from painmap.cli import run; sys.exit(run(sys.argv[1:]))"
        )
        command = [sys.executable, "-B", "-c", script, "--data-dir", "diary", argv, "out"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (2, "")
        assert "Painmap can't write to out: " in done.stderr
        assert done.stderr.count("\n") == 1
        assert snapshot(home) == before


class TestBackup:
    @pytest.mark.parametrize("argv", ["backup", "export"])
    @pytest.mark.parametrize("name", ["painmap.diary-journal", "Other.db-WAL", "painmap.lock", "settings.json"])
    def test_a_name_that_is_taken_for_a_file_of_the_diary_is_refused(
        self, home: Path, said: Said, argv: str, name: str
    ) -> None:
        before = snapshot(home)
        assert on_diary(argv, f"diary/{name}") == 2
        assert "choose another name" in said.err()
        assert snapshot(home) == before

    def test_a_backup_is_a_whole_diary(self, home: Path, said: Said) -> None:
        assert on_diary("backup", "copy.diary") == 0
        assert said.out() == f"Backed up {amounts(whole().counts)} to copy.diary.\n"
        with Diary.read(home / "copy.diary") as copied, Diary.read(home / "diary" / DIARY_FILE) as diary:
            assert copied.contents() == diary.contents()


class TestReport:
    @pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
    def test_a_report_is_one_page_of_the_paper(self, home: Path, said: Said, paper: str, size: tuple[int, int]) -> None:
        assert on_diary("report", "out.pdf", "--days", "30", "--paper", paper, "--without-full") == 0
        days = summarise(told())
        logged = len(within(days, Period.last(30, TODAY)))
        assert said.out() == f"Wrote the report about {logged} of 30 days to out.pdf.\n"
        (page,) = PdfReader(home / "out.pdf").pages
        assert (round(page.mediabox.width), round(page.mediabox.height)) == size
        assert f"{logged} of 30 days logged" in page.extract_text()

    def test_a_period_without_an_entry_has_a_page_that_says_so(self, home: Path, said: Said) -> None:
        assert on_diary("report", "out.pdf", "--from", "2025-01-01", "--to", "2025-01-31") == 0
        assert said.out() == "Wrote the report about 0 of 31 days to out.pdf.\n"
        assert "0 of 31 days logged" in PdfReader(home / "out.pdf").pages[0].extract_text()

    def test_an_empty_diary_has_a_page_too(self, empty: Path, said: Said) -> None:
        Diary.open(empty / "diary" / DIARY_FILE, NOW).close()
        assert on_diary("report", "out.pdf") == 0
        assert "0 of 90 days" in said.out()

    def test_an_older_report_is_replaced_and_another_pdf_is_not(self, home: Path, said: Said) -> None:
        assert on_diary("report", "out.pdf", "--days", "10") == 0
        ten = (home / "out.pdf").read_bytes()
        assert on_diary("report", "out.pdf", "--days", "20") == 0
        assert (home / "out.pdf").read_bytes() != ten
        said.out()
        (home / "letter.pdf").write_bytes(b"%PDF-1.7\nnot ours")
        assert on_diary("report", "letter.pdf") == 2
        assert "already something" in said.err()


class TestSample:
    def test_days_that_no_diary_can_have_are_refused(self, empty: Path, said: Said) -> None:
        for until in ("0001-01-02", "1900-11-05"):
            assert run(["sample", "out.json", "--days", "10", "--until", until]) == 2
            assert "would begin before 1900-01-01" in said.err()
        assert run(["sample", "out.json", "--days", "10", "--until", "1900-11-06"]) == 0
        assert json_file.read(empty / "out.json", TODAY)

    def test_the_same_seed_writes_the_same_file(self, empty: Path, said: Said) -> None:
        for name in ("1.json", "2.json"):
            assert run(["sample", name, "--days", "30", "--seed", "4", "--until", "2026-03-01"]) == 0
        assert (empty / "1.json").read_bytes() == (empty / "2.json").read_bytes()
        read = json_file.read(empty / "1.json", TODAY)
        assert set(read) == set(sample(30, date(2026, 3, 1), 4))
        assert said.out().splitlines()[0] == f"Wrote {amounts(read.counts)} of 30 invented days to 1.json."

    def test_it_ends_now_where_no_day_is_named(self, empty: Path) -> None:
        assert run(["sample", "out.json"]) == 0
        assert set(json_file.read(empty / "out.json", TODAY)) == set(sample(90, TODAY, 1, NOW))


class TestScores:
    def test_the_counts_of_a_day_are_printed_as_json(self, empty: Path, said: Said, check_in: Any) -> None:
        day = NOW.date()
        hurting = {"front-left-shoulder": 3, "back-left-lower-back": 2, "back-left-hand": 9, "front-left-jaw": 1}
        with Diary.open(empty / "diary" / DIARY_FILE, NOW) as diary:
            diary.keep(check_in(day - timedelta(6), hurting), a_review(NOW, week_ending=day + timedelta(days=3)))
        assert on_diary("scores", "--on", day.isoformat()) == 0
        assert json.loads(said.out()) == {
            "day": day.isoformat(),
            "days_logged": 1,
            "wpi": 3,
            "wpi_areas": ["jaw-left", "shoulder-girdle-left", "lower-back"],
            "wpi_inclusive": 4,
            "sss": 9,
            "psd": 12,
            "psd_category": "severe",
            "acr2016_regions": 2,
            "acr2016_region_names": ["left-upper", "axial"],
            "aapt_sites": 3,
            "acr1990_widespread": False,
            "icd11_regions": 2,
            "missing": [],
        }

    def test_without_a_day_it_is_today_and_what_lacks_is_named(self, empty: Path, said: Said) -> None:
        Diary.open(empty / "diary" / DIARY_FILE, NOW).close()
        assert on_diary("scores") == 0
        found = json.loads(said.out())
        assert found.pop("missing") == ["check_ins", "review"]
        assert (found.pop("day"), found.pop("days_logged")) == (TODAY.isoformat(), 0)
        assert set(found.values()) == {None}

    def test_a_day_to_come_is_refused(self, empty: Path, said: Said) -> None:
        assert on_diary("scores", "--on", "2026-11-23") == 2
        assert "in the future" in said.err()
