"""Copies of the diary: whole or not at all, and which of them stay."""

import os
import stat
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from painmap.storage import backups, database, files
from painmap.storage.backups import back_up, before, daily, newest, thin, to_keep
from painmap.storage.diary import Diary
from painmap.storage.trouble import DiaryTrouble, DiaryUnwritable


@pytest.fixture
def diary(tmp_path, now, check_in):
    with Diary.open(tmp_path / "painmap.diary", now) as diary:
        diary.merge([check_in(n, {"back-sacrum": n + 1}, note="Müde " * n) for n in range(9)])
        yield diary


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


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
        copy_pages(*args)
        target.write_text("mine")

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
    contents = iter(["what the copy holds", "what the diary holds"])
    monkeypatch.setattr(database, "_contents", lambda _: next(contents))
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
    assert made == folder / "painmap-2026-11-22-140200.diary"
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
    assert first.name == "painmap-2026-11-22-140200-before-import.diary"
    assert second.name == "painmap-2026-11-22-140200-before-import-2.diary"
    assert daily(diary, folder, now) is not None


def test_the_newest_copy_is_found_by_its_name(diary, folder, now):
    assert newest(folder) is None
    daily(diary, folder, now)
    latest = before("import", diary, folder, now + timedelta(hours=1))
    (folder / "zzz.txt").write_text("mine")
    os.utime(folder / "painmap-2026-11-22-140200.diary", (2e9, 2e9))
    assert newest(folder) == latest


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


def test_a_folder_that_can_not_be_listed_is_told(diary, tmp_path, now):
    (tmp_path / "backups").write_text("a file is in the way")
    with pytest.raises(DiaryUnwritable, match="backups"):
        daily(diary, tmp_path / "backups", now)


TODAY = date(2026, 11, 22)  # a Sunday


def at(days_ago: int, hour: int = 12) -> str:
    return f"painmap-{TODAY - timedelta(days_ago)}-{hour:02}0000.diary"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ([], []),
        ([at(0, 1), at(0, 2), at(1, 1), at(1, 23)], [at(0, 1), at(0, 2), at(1, 1), at(1, 23)]),
        ([at(2, 1), at(2, 2), at(3)], [at(2, 2), at(3)]),
        ([at(-5), at(-4, 1), at(-4, 2)], [at(-5), at(-4, 1), at(-4, 2)]),
        ([at(n) for n in range(2, 14)], [at(n) for n in range(2, 14)]),
        # 12 days, then the last of the week of Monday 2 November, which the days had begun.
        ([at(n) for n in range(2, 21)], [at(n) for n in range(2, 15)]),
        # Days without a copy don't count.
        ([at(n * 50) for n in range(1, 13)], [at(n * 50) for n in range(1, 13)]),
        # 12 days, 10 weeks, 9 months, and the eldest go.
        ([at(n * 40) for n in range(1, 40)], [at(n * 40) for n in range(1, 32)]),
        ([at(9).replace(".diary", "-before-import.diary"), at(9, 13)], [at(9, 13)]),
    ],
)
def test_which_copies_stay(given, kept):
    assert to_keep(given, TODAY) == set(kept)


def test_what_is_not_named_like_a_copy_stays():
    others = ["notes.txt", "painmap.diary", "painmap-2026-02-31-120000.diary", "painmap-2020-01-01-120000.diary.bak"]
    assert to_keep(others, TODAY) == set(others)


def test_many_months_of_daily_copies_leave_thirty_odd_that_reach_back_most_of_a_year():
    have: set[str] = set()
    start = datetime(2024, 11, 22, 9)  # noqa: DTZ001 - names have local time
    for n in range(500):
        day = start + timedelta(n)
        have.add(f"painmap-{day:%Y-%m-%d-%H%M%S}.diary")
        have = to_keep(have, day.date())
    days = sorted(date.fromisoformat(name[8:18]) for name in have)
    assert len(days) == 2 + 12 + 10 + 9
    assert days[-14:] == [day.date() - timedelta(n) for n in range(13, -1, -1)]
    assert (day.date() - days[0]).days > 300
    assert max((b - a).days for a, b in pairwise(days)) <= 35
