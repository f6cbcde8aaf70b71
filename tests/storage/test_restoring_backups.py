"""A backup comes back after a backup of what is there, all or nothing, and can be undone."""

import json
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from shutil import copyfile

import pytest
from kept_things import a_treatment, a_use, one_of_each

from painmap.domain.contents import Contents
from painmap.domain.kept import Written
from painmap.domain.restoring import Way
from painmap.storage import backups, database
from painmap.storage.database import open_existing
from painmap.storage.diary import Diary
from painmap.storage.restored import NOTE, Restored, read_note, waiting, write_note
from painmap.storage.restoring import look, restore, undo
from painmap.storage.trouble import DiaryTrouble, DiaryUnwritable, DoesNotFit

OLD = Path(__file__).with_name("version-1.diary")


@pytest.fixture
def diary(path, now, check_in):
    with Diary.open(path, now) as diary:
        diary.merge([*(check_in(n, {"back-sacrum": n + 1}) for n in range(9)), *one_of_each(now)])
        yield diary


def test_a_backup_is_looked_at_and_stays_as_it_is(diary, folder, now):
    made = backups.before("import", diary, folder, now)
    content = made.read_bytes()
    assert look(made, diary.path) == diary.contents()
    assert made.read_bytes() == content
    assert list(folder.iterdir()) == [made]


def test_a_backup_of_an_earlier_version_is_brought_up_to_date_in_memory_only(path, tmp_path, now):
    old = tmp_path / "old.diary"
    copyfile(OLD, old)
    content = old.read_bytes()
    found = look(old, path)
    assert len(logged := {each.day for each in found.check_ins}) == 10, logged
    assert old.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["old.diary"]
    with Diary.open(path, now) as diary:
        restore(diary, found, Way.REPLACE, tmp_path / "backups", now)
        assert diary.contents() == found


def test_an_old_backup_that_is_damaged_is_told(tmp_path, path):
    old = tmp_path / "old.diary"
    old.write_bytes(OLD.read_bytes().replace(b"back-sacrum", b"back-sacrun"))
    with pytest.raises(DiaryTrouble, match=r"backup .* is damaged"):
        look(old, path)


def test_the_diary_itself_and_what_is_no_backup_are_refused(diary, tmp_path):
    with pytest.raises(DiaryTrouble, match="the diary itself"):
        look(diary.path, diary.path)
    (tmp_path / "text").write_text("Dear diary")
    with pytest.raises(DiaryTrouble, match="not a Painmap diary; choose another"):
        look(tmp_path / "text", diary.path)
    with pytest.raises(DiaryTrouble, match="no file"):
        look(tmp_path / "nothing", diary.path)


@pytest.mark.parametrize("way", list(Way))
def test_a_restore_makes_a_backup_first_and_undo_brings_that_back(way, diary, folder, now, check_in):
    found = Contents.of([diary.all()[0].changed(now + timedelta(days=1), note="other"), check_in(99)])
    before = diary.contents()
    restore(diary, found, way, folder, now)
    (saved,) = backups.copies(folder)
    assert saved.reason == "before-restore"
    assert look(folder / saved.name, diary.path) == before
    assert diary.count() == (10 if way is Way.MERGE else 2)
    assert set(found) <= set(diary.contents())
    assert waiting(folder)
    diary.keep(after := check_in(50))
    undo(diary, folder, now + timedelta(minutes=1))
    assert diary.contents() == before
    assert not waiting(folder)
    assert after in look(folder / backups.copies(folder)[0].name, diary.path).check_ins
    with pytest.raises(DiaryTrouble, match="choose the backup"):
        undo(diary, folder, now)


def test_a_restore_into_an_empty_diary_is_undone_to_an_empty_one(path, folder, now, check_in):
    with Diary.open(path, now) as diary:
        restore(diary, Contents.of([check_in(0)]), Way.MERGE, folder, now)
        assert backups.copies(folder) == ()
        undo(diary, folder, now)
        assert diary.empty
        restore(diary, Contents(), Way.REPLACE, folder, now)
        undo(diary, folder, now)
        assert backups.copies(folder)[0].days == 1


def test_a_restore_whose_note_is_lost_is_not_undone_by_guess(diary, folder):
    write_note(folder, Restored("said", "../painmap.diary"))
    before = diary.contents()
    with pytest.raises(DiaryTrouble, match="choose the backup"):
        undo(diary, folder, diary.all()[0].recorded_at)
    assert diary.contents() == before


def test_without_a_backup_there_is_no_restore(diary, folder, now):
    folder.write_text("in the way")
    before = diary.contents()
    with pytest.raises(DiaryUnwritable):
        restore(diary, Contents(), Way.REPLACE, folder, now)
    assert diary.contents() == before


@pytest.mark.parametrize("earlier", [None, Restored("an earlier one", "")])
def test_a_restore_that_does_not_fit_changes_nothing(earlier, diary, folder, now):
    write_note(folder, earlier)
    later = a_treatment(now).changed(now + timedelta(1), start=now.date() + timedelta(1), pauses=())
    before = diary.contents()
    with pytest.raises(DoesNotFit):
        restore(diary, Contents.of([later, a_use(now, 8, at=now + timedelta(3))]), Way.MERGE, folder, now)
    assert diary.contents() == before
    assert read_note(folder) == earlier


def test_a_backup_is_closed_after_a_look_that_failed(diary, folder, now, monkeypatch):
    made = backups.before("import", diary, folder, now)
    monkeypatch.setattr(database.Database, "check", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        look(made, diary.path)
    monkeypatch.undo()
    with closing(open_existing(made, for_writing=True)) as opened, opened.writing():
        pass


def test_what_was_written_since_a_restore_stays_when_it_is_undone(diary, folder, now, check_in):
    before = diary.contents()
    treatment = a_treatment(now, 50)
    found = Contents.of([*before.check_ins[:2], treatment])
    restore(diary, found, Way.REPLACE, folder, now)
    later = now + timedelta(hours=3)
    since = check_in(0, overall_pain=7, changed_at=later)
    changed = before.check_ins[0].changed(later, note="since")
    use = a_use(now, 51, treatment_id=treatment.id, written=Written.at(later))
    diary.keep(since, changed, use)
    undo(diary, folder, now + timedelta(hours=4))
    there = diary.contents()
    assert {since, changed, use, treatment} <= set(there)
    assert set(before) - {before.check_ins[0]} <= set(there)


@pytest.mark.parametrize("at", ["null", '""', '"2026-03-15T10:00:00"'])
def test_a_note_that_does_not_say_when_is_undone_as_a_whole(diary, folder, now, check_in, at):
    before = diary.contents()
    restore(diary, Contents.of(before.check_ins[:2]), Way.REPLACE, folder, now)
    note = folder / NOTE
    stored = json.loads(note.read_text())
    note.write_text(json.dumps({**stored, "at": json.loads(at)}))
    diary.keep(check_in(0, changed_at=now + timedelta(hours=3)))
    undo(diary, folder, now + timedelta(hours=4))
    assert diary.contents() == before
