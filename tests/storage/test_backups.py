"""Copies of the diary: whole or not at all, and which of them stay."""

import os
import stat
from datetime import date, timedelta

import pytest

from painmap.storage import backups, database, files
from painmap.storage.backups import back_up, before, daily, newest, own_copy, thin
from painmap.storage.diary import Diary
from painmap.storage.restored import Restored, settle, write_note
from painmap.storage.trouble import DiaryTrouble, DiaryUnwritable


@pytest.fixture
def diary(tmp_path, now, check_in):
    with Diary.open(tmp_path / "painmap.diary", now) as diary:
        diary.merge([check_in(n, {"back-sacrum": n + 1}, note="Müde " * n) for n in range(9)])
        yield diary


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_a_backup_holds_what_the_diary_holds_and_only_the_patient_can_read_it(diary, tmp_path):
    target = tmp_path / "copy.diary"
    back_up(diary, target)
    with Diary.read(target) as copied:
        assert copied.all() == diary.all()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert names(tmp_path) == ["copy.diary", "painmap.diary"]


def test_a_backup_of_a_diary_that_another_program_reads_is_made_too(diary, tmp_path):
    with Diary.read(diary.path) as other:
        back_up(other, tmp_path / "copy.diary")
    with Diary.read(tmp_path / "copy.diary") as copied:
        assert copied.count() == 9


@pytest.mark.parametrize("put", ["file", "folder", "link", "diary"])
def test_a_backup_never_replaces_what_is_there(put, diary, tmp_path):
    target = diary.path if put == "diary" else tmp_path / "copy"
    match put:
        case "file":
            target.write_text("mine")
        case "folder":
            target.mkdir()
        case "link":
            target.symlink_to("nowhere")
    there = target.lstat()
    with pytest.raises(DiaryTrouble, match="already something"):
        back_up(diary, target)
    assert target.lstat().st_ino == there.st_ino
    assert diary.count() == 9


def test_what_appears_during_a_backup_is_not_replaced(diary, tmp_path, monkeypatch):
    target, copy_pages = tmp_path / "copy", database.copy_pages

    def copy_slowly(*args):
        counted = copy_pages(*args)
        target.write_text("mine")
        return counted

    monkeypatch.setattr(backups, "copy_pages", copy_slowly)
    with pytest.raises(DiaryTrouble, match="already something"):
        back_up(diary, target)
    assert target.read_text() == "mine"
    assert names(tmp_path) == ["copy", "painmap.diary"]


@pytest.mark.parametrize("target", ["", "/", "."])
def test_a_backup_to_a_place_that_is_no_file_name_is_refused(target, diary, tmp_path):
    with pytest.raises(DiaryTrouble):
        back_up(diary, tmp_path / target)


def test_a_backup_into_a_folder_that_is_not_there_says_so(diary, tmp_path):
    with pytest.raises(DiaryUnwritable, match="can't write"):
        back_up(diary, tmp_path / "nowhere" / "copy")


def test_a_copy_that_differs_gets_no_name(diary, tmp_path, monkeypatch):
    marks = iter([{"check_in": ["what the diary holds"]}, {"check_in": ["what the copy holds"]}])
    monkeypatch.setattr(database, "marks", lambda _: next(marks))
    with pytest.raises(DiaryUnwritable):
        back_up(diary, tmp_path / "copy")
    assert names(tmp_path) == ["painmap.diary"]


def test_where_names_can_not_be_linked_a_backup_still_never_replaces(diary, tmp_path, monkeypatch):
    def no_links(self, target):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(files.Path, "hardlink_to", no_links)
    back_up(diary, tmp_path / "copy")
    with Diary.read(tmp_path / "copy") as copied:
        assert copied.all() == diary.all()
    assert names(tmp_path) == ["copy", "painmap.diary"]
    with pytest.raises(FileExistsError), files.whole(tmp_path / "copy"):
        pass


def test_a_folder_is_not_flushed_where_the_system_can_not(tmp_path, monkeypatch):
    monkeypatch.setattr("painmap.storage.files.sys.platform", "win32")
    files.flush_folder(tmp_path / "nowhere")


def test_the_first_of_a_day_is_copied_and_no_other(diary, folder, now):
    made = daily(diary, folder, now)
    assert made == folder / "painmap-2026-11-22-140200-9-days-9-entries.diary"
    assert daily(diary, folder, now + timedelta(hours=3)) is None
    assert daily(diary, folder, now - timedelta(hours=3)) is None
    assert daily(diary, folder, now + timedelta(days=1)) is not None
    with Diary.read(made) as copied:
        assert copied.all() == diary.all()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_an_empty_diary_is_not_copied_daily(tmp_path, folder, now):
    with Diary.open(tmp_path / "new" / "painmap.diary", now) as empty:
        assert daily(empty, folder, now) is None
    assert not folder.exists()


def test_a_clock_that_goes_backwards_costs_no_copy(diary, folder, now):
    ahead = daily(diary, folder, now + timedelta(days=3000))
    made = daily(diary, folder, now)
    assert {ahead.name, made.name} == set(names(folder))


def test_a_copy_before_something_risky_says_so_in_its_name(diary, folder, now):
    first, second = before("import", diary, folder, now), before("import", diary, folder, now)
    assert first.name == "painmap-2026-11-22-140200-9-days-9-entries-before-import.diary"
    assert second.name == "painmap-2026-11-22-140200-9-days-9-entries-before-import-2.diary"
    assert daily(diary, folder, now) is not None


def test_the_newest_copy_is_found_by_its_name(diary, folder, now):
    assert newest(folder, now) is None
    later = now + timedelta(hours=1)
    daily(diary, folder, now)
    latest = before("import", diary, folder, later)
    (folder / "zzz.txt").write_text("mine")
    os.utime(folder / "painmap-2026-11-22-140200-9-days-9-entries.diary", (2e9, 2e9))
    assert newest(folder, later) == latest
    before("import", diary, folder, now + timedelta(days=999))
    assert newest(folder, later) == latest


def test_thinning_leaves_files_of_others_and_takes_away_what_a_crash_left(folder):
    folder.mkdir()
    old = [f"painmap-2020-01-{day:02}-120000.diary" for day in range(1, 31)]
    for name in (*old, "notes.txt", "painmap.diary", ".painmap-part-12345678", ".painmap-part-12345678-journal"):
        (folder / name).write_text("x")
    thin(folder, date(2026, 11, 22))
    kept = set(names(folder))
    assert {"notes.txt", "painmap.diary"} <= kept
    assert not any(name.startswith(".") for name in kept)
    assert len(kept & set(old)) == 12 + 3


def test_where_the_folder_of_the_diary_is_a_file_there_are_no_backups(tmp_path):
    (tmp_path / "diary").write_text("mine")
    assert backups.copies(tmp_path / "diary" / "backups") == ()


def test_a_folder_that_can_not_be_listed_is_told(diary, tmp_path, now):
    (tmp_path / "backups").write_text("a file is in the way")
    with pytest.raises(DiaryUnwritable, match="backups"):
        daily(diary, tmp_path / "backups", now)


def test_a_copy_can_be_made_beside_the_window_by_a_connection_of_its_own(diary, folder, now):
    made = own_copy(diary.path, folder, now)
    with Diary.read(made) as copied:
        assert copied.all() == diary.all()
    assert backups.last_good(folder, now).days == 9
    own_copy(diary.path, folder, now + timedelta(minutes=30), "own")
    assert [each.reason for each in backups.copies(folder)] == ["own", ""]
    assert len(names(folder)) == 2


def test_of_an_empty_diary_there_is_no_copy(tmp_path, folder, now):
    path = tmp_path / "new" / "painmap.diary"
    Diary.open(path, now).close()
    assert own_copy(path, folder, now) is None
    assert backups.last_good(folder, now) is None


def test_a_diary_that_is_not_as_it_was_kept_is_not_copied_as_good(diary, folder, now):
    diary.database.connection.execute("UPDATE region_pain SET intensity = 9")
    with pytest.raises(DiaryTrouble, match="damaged"):
        daily(diary, folder, now)
    assert names(folder) == []


def test_while_a_restore_waits_no_copy_goes_and_afterwards_they_do(folder):
    folder.mkdir()
    old = [f"painmap-2020-01-{day:02}-120000.diary" for day in range(1, 31)]
    for name in old:
        (folder / name).write_text("x")
    write_note(folder, Restored("said"))
    thin(folder, date(2026, 11, 22))
    assert len(names(folder)) == 31
    settle(folder)
    thin(folder, date(2026, 11, 22))
    assert len(names(folder)) == 15


def test_thinning_takes_nothing_away_that_is_being_written_beside_it(diary, folder, now):
    folder.mkdir()
    with files.part_in(folder, folder) as part:
        part.with_name(f"{part.name}-journal").write_text("of the same")
        thin(folder, now.date())
        files.clear_parts(folder)
        assert len(names(folder)) == 2
    (folder / ".painmap-part-12345678").write_text("of a crash")
    thin(folder, now.date())
    assert names(folder) == []
