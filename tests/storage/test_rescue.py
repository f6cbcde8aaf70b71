"""A diary that can't be opened is set aside, never deleted, and a sound one takes its place."""

import stat
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from kept_things import a_use, one_of_each

from painmap.domain.contents import Contents
from painmap.storage import backups, files, keys, rescue
from painmap.storage.database import as_it_is
from painmap.storage.diary import Diary
from painmap.storage.files import PART, clear_parts
from painmap.storage.keys import Key
from painmap.storage.rescue import go_on_with, look_for_rescue
from painmap.storage.restored import waiting
from painmap.storage.sealing import Change, unlock_any
from painmap.storage.trouble import DiaryDamaged, DiaryTrouble, DiaryUnwritable

ASIDE = "painmap-damaged-2026-11-22-140200.diary"


@pytest.fixture
def damaged(path, now, check_in):
    """A diary of nine days with a backup of seven, and one check-in of the backup is no longer as it was kept."""
    check_ins = [check_in(n, {"back-sacrum": n + 1}) for n in range(9)]
    with Diary.open(path, now) as diary:
        diary.merge([*check_ins[2:], *one_of_each(now)])
        backups.before("import", diary, path.parent / backups.BACKUPS, now - timedelta(2))
        diary.merge(check_ins[:2])
        diary.database.connection.execute("UPDATE check_in SET overall_pain = 3 WHERE number = 2")
    return check_ins


def test_what_there_is_to_go_on_with_is_found_and_nothing_is_changed(damaged, path, now):
    content = path.read_bytes()
    found = look_for_rescue(path, None, now)
    assert found.backup.days == 7
    assert set(found.held.check_ins) == set(damaged[2:])
    assert len(found.read.check_ins) == 8
    assert found.salvaged.unreadable == 1
    assert set(found.both.check_ins) == set(damaged)
    assert path.read_bytes() == content


def test_what_there_is_and_what_it_lacks_is_told_in_sentences(damaged, path, now):
    found = look_for_rescue(path, None, now)
    assert found.account() == (
        "The newest good backup is of Fri 20 Nov 2026, 14:02: 7 days, 14 Nov to 20 Nov 2026.",
        "Of the damaged diary this can still be read as it was kept: 8 days, 14 Nov to 22 Nov 2026."
        " 1 check-in can't be read.",
        "The backup lacks 2 days that can be read, 21 Nov to 22 Nov 2026.",
        "What was written after the backup and can't be read is in neither.",
    )
    all_there = replace(found, held=found.both, salvaged=replace(found.salvaged, unreadable=0))
    assert [line[:20] for line in all_there.account()] == [
        "The newest good back",
        "Of the damaged diary",
        "What was written aft",
    ]
    assert replace(found, backup=None).account()[0] == "In the backup: 7 days, 14 Nov to 20 Nov 2026."
    assert replace(found, backup=None, held=Contents()).account()[0] == "There is no good backup."


def test_without_a_backup_there_is_what_can_be_read(damaged, path, now):
    for copy in (path.parent / backups.BACKUPS).iterdir():
        copy.unlink()
    found = look_for_rescue(path, None, now)
    assert found.backup is None
    assert found.held == Contents()
    assert found.both == found.read


def test_the_damaged_diary_is_set_aside_as_it_is_and_the_new_one_is_whole(damaged, path, now):
    content = path.read_bytes()
    both = look_for_rescue(path, None, now).both
    aside = go_on_with(path, both, now)
    assert aside == path.with_name(ASIDE)
    assert aside.read_bytes() == content
    with Diary.open(path, now) as diary:
        assert set(diary.contents()) == set(both)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert waiting(path.parent / backups.BACKUPS)
    assert sorted(each.name for each in path.parent.iterdir()) == ["backups", ASIDE, path.name]


def test_a_second_one_of_the_same_moment_takes_nothing_from_the_first(damaged, path, now):
    path.with_name(ASIDE).write_text("mine")
    assert go_on_with(path, Contents(), now).name == ASIDE.replace(".diary", "-2.diary")
    assert path.with_name(ASIDE).read_text() == "mine"


def test_a_journal_goes_with_the_damaged_diary(damaged, path, now):
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"of an unfinished save")
    aside = go_on_with(path, Contents(), now)
    assert aside.with_name(f"{ASIDE}-journal").read_bytes() == b"of an unfinished save"
    assert not journal.exists()
    Diary.open(path, now).close()


def test_where_names_can_not_be_linked_it_is_renamed(damaged, path, now, monkeypatch):
    def no_links(self, target):
        raise PermissionError(1, "Operation not permitted")

    content = path.read_bytes()
    monkeypatch.setattr(files.Path, "hardlink_to", no_links)
    assert go_on_with(path, Contents(), now).read_bytes() == content
    Diary.open(path, now).close()


def test_contents_that_do_not_fit_leave_everything_as_it_was(damaged, path, now):
    content = path.read_bytes()
    with pytest.raises(DiaryTrouble):
        go_on_with(path, Contents.of([a_use(now)]), now)
    assert path.read_bytes() == content
    assert sorted(each.name for each in path.parent.iterdir()) == ["backups", path.name]


def test_a_new_diary_that_did_not_take_everything_is_not_put_in_place(damaged, path, now):
    content = path.read_bytes()
    twice = Contents.of([damaged[0], damaged[0]])
    with pytest.raises(DiaryTrouble, match="left as it is"):
        go_on_with(path, twice, now)
    assert path.read_bytes() == content


def test_a_place_that_takes_no_new_name_is_told(damaged, path, now, monkeypatch):
    def no_room(part, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(rescue.Path, "replace", no_room)
    monkeypatch.setattr(rescue, "write_note", lambda *_: None)
    with pytest.raises(DiaryUnwritable, match="no room"):
        go_on_with(path, Contents(), now)
    with pytest.raises(DiaryDamaged):
        Diary.open(path, now)


def test_what_a_crash_left_half_written_is_cleared_away_and_nothing_else(tmp_path):
    (tmp_path / f"{PART}1234").write_text("half")
    (tmp_path / f"{PART}5678").mkdir()
    (tmp_path / f"{PART}5678" / "painmap.diary").write_text("half")
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / f"{PART}link").symlink_to(tmp_path / "notes.txt")
    clear_parts(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]
    clear_parts(tmp_path / "nowhere")


def test_backups_that_are_locked_are_told_and_opened_and_the_new_diary_is_under_their_passphrase(damaged, path, now):
    for copy in (path.parent / backups.BACKUPS).iterdir():
        copy.unlink()
    with closing(as_it_is(path)) as connection:
        connection.execute("DELETE FROM check_in WHERE number = 2")
    with Diary.open(path, now) as diary:
        was = diary.contents()
        change = Change(path, Key.new("x"))
        change.prepare(now)
        change.take_place(diary)
    keys.forget()
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    found = look_for_rescue(path, None, now)
    assert found.account() == (
        "A backup is under a passphrase, of Sun 22 Nov 2026, 14:02: 8 days.",
        "Of the damaged diary this can still be read as it was kept: nothing.",
    )
    unlock_any([each.path for each in found.newest.locked], "x", path.parent)
    found = found.look_again()
    go_on_with(path, found.held, now)
    with Diary.open(path, now) as diary:
        assert diary.contents() == was
        assert diary.database.key.fits("x")
    keys.forget()
