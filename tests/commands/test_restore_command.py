"""`painmap restore`: says first, then does, and can be undone."""

from datetime import timedelta
from pathlib import Path

import pytest
from terminal import NOW, Said, snapshot, whole

from painmap.cli import run
from painmap.domain.restoring import held_text
from painmap.lock import hold
from painmap.paths import DIARY_FILE
from painmap.storage import backups
from painmap.storage.diary import Diary

pytestmark = pytest.mark.usefixtures("standing_clock")


@pytest.fixture
def home(home: Path) -> Path:
    """A diary of 60 days and its backup, made before the last check-in was taken out and another one changed."""
    with Diary.open(home / "diary" / DIARY_FILE, NOW) as diary:
        backups.before("import", diary, home / "diary" / backups.BACKUPS, NOW - timedelta(1))
        first, *_, last = diary.all()
        diary.remove(last.id)
        diary.keep(first.changed(NOW, note="later"))
    return home


def restore(*argv: str) -> int:
    return run(["--data-dir", "diary", "restore", *argv])


def held(home: Path) -> object:
    with Diary.read(home / "diary" / DIARY_FILE) as diary:
        return diary.contents()


def damage(home: Path) -> None:
    path = home / "diary" / DIARY_FILE
    content = bytearray(path.read_bytes())
    at = content.index(b"back-right-neck")
    content[at : at + 10] = b"back-left-"
    path.write_bytes(content)


def test_without_a_way_it_only_says_what_it_would_do(home: Path, said: Said) -> None:
    before = snapshot(home)
    assert restore() == 0
    lines = said.out().splitlines()
    assert lines[0] == f"In the backup: {held_text(whole())}."
    assert lines[1].startswith("In the diary now: ")
    assert lines[2] == "With --merge, added: 1 check-in on 1 day; changed: nothing; lost: nothing."
    assert lines[3] == "With --replace, added: 1 check-in on 1 day; changed: 1 check-in on 1 day; lost: nothing."
    assert "add --merge or --replace" in lines[4]
    assert snapshot(home) == before


def test_it_replaces_and_can_be_undone(home: Path, said: Said) -> None:
    now_there = held(home)
    assert restore("--replace") == 0
    assert said.out().startswith("1 check-in on 1 day added; 1 check-in on 1 day changed.")
    assert set(held(home)) == set(whole())
    assert restore("--undo") == 0
    assert "undone" in said.out()
    assert held(home) == now_there


def test_it_merges_a_named_file_and_waits_for_the_word_that_all_is_well(home: Path, said: Said) -> None:
    (copy,) = (home / "diary" / backups.BACKUPS).iterdir()
    assert restore(str(copy), "--merge") == 0
    assert "--undo" in said.out()
    assert len(held(home)) == len(whole())
    assert restore("--done") == 0
    assert "thinned out again" in said.out()
    assert restore("--done") == 2
    assert "No restore waits" in said.err()


def test_where_there_is_no_diary_the_backup_begins_one(home: Path, said: Said) -> None:
    (home / "diary" / DIARY_FILE).unlink()
    assert restore() == 0
    assert "In the diary now: Nothing." in said.out()
    assert not (home / "diary" / DIARY_FILE).exists()
    assert restore("--replace") == 0
    said.out()
    assert set(held(home)) == set(whole())


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["nowhere.diary"], "There is no file nowhere.diary"),
        (["diary/painmap.diary"], "the diary itself"),
        (["text", "--merge"], "not a Painmap diary"),
    ],
)
def test_a_file_that_is_no_backup_changes_nothing(home: Path, said: Said, argv: list[str], sentence: str) -> None:
    (home / "text").write_text("Dear diary")
    before = snapshot(home)
    assert restore(*argv) == 2
    assert sentence in said.err()
    assert snapshot(home) == before


def test_without_a_good_backup_it_asks_for_a_file(home: Path, said: Said) -> None:
    for copy in (home / "diary" / backups.BACKUPS).iterdir():
        copy.write_bytes(copy.read_bytes()[:9000])
    assert restore("--merge") == 2
    assert "no good backup" in said.err()


def test_while_a_window_is_open_it_can_be_asked_but_not_done(home: Path, said: Said) -> None:
    with hold(home / "diary"):
        assert restore() == 0
        said.out()
        assert restore("--merge") == 2
        assert "already open" in said.err()


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path, said: Said) -> None:
    (tmp_path / "diary").write_text("mine")
    assert run(["--data-dir", str(tmp_path / "diary"), "restore"]) == 2
    assert "is not a folder" in said.err()


@pytest.mark.parametrize("way", ["--merge", "--replace"])
def test_a_damaged_diary_is_told_set_aside_and_gone_on_from(home: Path, said: Said, way: str) -> None:
    damage(home)
    before = snapshot(home)
    assert restore() == 0
    told = said.out()
    assert "damaged and was left as it is" in told
    assert "The newest good backup is of Sat 21 Nov 2026, 21:30" in told
    assert "1 check-in can't be read" in told
    assert snapshot(home) == before
    content = (home / "diary" / DIARY_FILE).read_bytes()
    assert restore(way) == 0
    lines = said.out().splitlines()
    assert lines[0].startswith("The diary now has ")
    aside = Path(lines[1].partition(" kept as ")[2].rstrip("."))
    assert aside.read_bytes() == content
    notes = [check_in.note for check_in in held(home).check_ins]
    assert ("later" in notes) == (way == "--merge")
    assert len(notes) == len(whole().check_ins)


def test_a_damaged_diary_with_a_named_backup_is_told_by_that(home: Path, said: Said) -> None:
    damage(home)
    (copy,) = (home / "diary" / backups.BACKUPS).iterdir()
    assert restore(str(copy)) == 0
    assert f"In the backup: {held_text(whole())}." in said.out()


def test_with_nothing_to_go_on_with_the_damaged_diary_stays(home: Path, said: Said) -> None:
    (home / "diary" / DIARY_FILE).write_bytes(b"SQLite format 3\0")
    for copy in (home / "diary" / backups.BACKUPS).iterdir():
        copy.unlink()
    before = snapshot(home)
    assert restore("--merge") == 2
    assert "nothing to go on with" in said.err()
    assert snapshot(home) == before
