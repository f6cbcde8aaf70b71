"""A diary that is lost: its backups are offered, locked ones too, and a new one takes nothing away from them."""

from datetime import timedelta
from pathlib import Path

import pytest

from painmap.storage import backups, files, keys, missing
from painmap.storage.backups import copies, thin
from painmap.storage.diary import Diary
from painmap.storage.earlier import LIST, note_earlier, spared
from painmap.storage.files import PART
from painmap.storage.keys import Key, salt_of
from painmap.storage.missing import AWAY, BROUGHT_BACK, GONE, WHOSE, begin_anew, bring_back, look_for_missing
from painmap.storage.restored import Restored, read_note, write_note
from painmap.storage.restoring import NOTHING_TO_UNDO, undo
from painmap.storage.sealing import Change, unlock_any
from painmap.storage.second_place import copy_there, make_place, note_there
from painmap.storage.trouble import (
    DiaryDamaged,
    DiarySealed,
    DiaryTrouble,
    DiaryUnwritable,
    SomethingThere,
    WrongPassphrase,
)

WORDS = "a sleepy grey cat"


@pytest.fixture
def lose(path, folder, now, check_in):
    """Makes a diary of so many days, a backup of it, and takes the diary away: `lose(5, passphrase=..., hours=...)`."""

    def act(days, passphrase="", hours=0):
        with Diary.open(path, now) as diary:
            diary.merge([check_in(n, overall_pain=n, note="Kastanie") for n in range(days)])
            if passphrase:
                kept = {each: (folder / each.name).read_bytes() for each in copies(folder)}
                changed = Change(path, Key.new(passphrase))
                changed.prepare(now + timedelta(hours=hours))
                changed.take_place(diary)
                for each, content in kept.items():
                    (folder / each.name).write_bytes(content)
            else:
                backups.before("import", diary, folder, now + timedelta(hours=hours))
            held = diary.contents()
        path.unlink()
        keys.forget()
        return held

    return act


def found(path, now, place=None):
    return look_for_missing(path, place, now + timedelta(days=1))


def test_where_the_diary_is_or_never_was_nothing_is_missing(path, folder, now, tmp_path):
    assert found(path, now) is None
    path.symlink_to(tmp_path / "nowhere")
    folder.mkdir()
    (folder / "painmap-2026-01-01-120000.diary").touch()
    assert found(path, now) is None
    path.unlink()
    assert found(path, now).account() == (GONE, "No good backup of it was found.")


def test_a_lost_diary_comes_back_from_its_newest_backup_and_waits_for_the_patients_word(path, folder, now, lose):
    held = lose(5)
    missed = found(path, now)
    assert missed.account() == (
        GONE,
        "The newest good backup is of Sun 22 Nov 2026, 14:02: 5 days, 18 Nov to 22 Nov 2026.",
    )
    bring_back(path, missed.newest.good.copy.path)
    with Diary.open(path, now) as diary:
        assert diary.contents() == held
        assert read_note(folder) == Restored(BROUGHT_BACK)
        with pytest.raises(DiaryTrouble, match=NOTHING_TO_UNDO[:20]):
            undo(diary, folder, now)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_fuller_backup_than_the_newest_is_offered_too(path, folder, now, lose):
    lose(5)
    lose(2, hours=1)
    missed = found(path, now)
    assert [len(each.held.check_ins) for each in (missed.newest.good, missed.fuller)] == [2, 5]
    assert missed.account()[2] == ("A fuller one is of Sun 22 Nov 2026, 14:02: 5 days, 18 Nov to 22 Nov 2026.")


def test_locked_backups_are_told_and_open_with_their_passphrase(path, folder, now, lose):
    held = lose(5, WORDS)
    missed = found(path, now)
    (copy,) = missed.newest.locked
    assert missed.newest.good is None
    assert missed.account() == (
        GONE,
        "A backup is under a passphrase, of Sun 22 Nov 2026, 14:02: 5 days.",
    )
    with pytest.raises(DiarySealed):
        bring_back(path, copy.path)
    with pytest.raises(WrongPassphrase, match="of this backup; try again"):
        unlock_any([copy.path, path], "wrong", path.parent)
    unlock_any([copy.path], WORDS, path.parent)
    missed = missed.look_again()
    assert missed.newest.locked == ()
    bring_back(path, missed.newest.good.copy.path)
    assert salt_of(path) == salt_of(copy.path)
    with Diary.open(path, now) as diary:
        assert diary.contents() == held
        assert diary.database.key.fits(WORDS)
    assert not any(b"Kastanie" in each.read_bytes() for each in path.parent.rglob("*") if each.is_file())


def test_plain_locked_and_older_passphrases_may_stand_side_by_side(path, folder, now, lose):
    lose(2)
    lose(3, "older words", hours=1)
    lose(4, WORDS, hours=2)
    missed = found(path, now)
    assert len(missed.newest.good.held.check_ins) == 2
    assert [each.backup.days for each in missed.newest.locked] == [4, 3]
    unlock_any([each.path for each in missed.newest.locked], "older words", path.parent)
    missed = missed.look_again()
    assert len(missed.newest.good.held.check_ins) == 3
    assert [each.backup.days for each in missed.newest.locked] == [4]
    unlock_any([each.path for each in missed.newest.locked], WORDS, path.parent)
    missed = missed.look_again()
    assert (len(missed.newest.good.held.check_ins), missed.newest.locked) == (4, ())
    keys.forget()
    with pytest.raises(WrongPassphrase, match="of these backups; try again"):
        unlock_any([each.path for each in missed.copies], "wrong", path.parent)
    bring_back(path, next(each.path for each in missed.copies if each.backup.days == 2))
    assert salt_of(path) is None
    assert keys.key_of_folder(path.parent) is None


def test_the_second_place_has_what_the_lost_disk_has_not(path, folder, now, lose, tmp_path):
    (tmp_path / "stick").mkdir()
    place = make_place(tmp_path / "stick")
    lose(3)
    lose(5, hours=1)
    newest = backups.newest(folder, now + timedelta(hours=2))
    copy_there(newest, place, folder, now.date())
    newest.unlink()
    missed = found(path, now, place)
    assert missed.newest.good.copy.path == place / newest.name
    place.rename(tmp_path / "away")
    missed = found(path, now, place)
    assert missed.away
    assert len(missed.newest.good.held.check_ins) == 3
    assert missed.account()[-1] == AWAY.format(place=place)


@pytest.mark.parametrize("noted", [False, True])
def test_where_no_list_says_whose_the_backups_of_a_shared_place_are_that_is_told(
    path, folder, now, lose, tmp_path, noted
):
    (tmp_path / "stick").mkdir()
    place = make_place(tmp_path / "stick")
    lose(3)
    (copy,) = folder.iterdir()
    copy = copy.rename(place / copy.name)
    assert found(path, now, place).account()[-1] == WHOSE.format(place=place)
    if noted:
        note_there(copy, folder)
        assert found(path, now, place).account()[-1].startswith("The newest good backup is of")


def test_a_new_diary_takes_no_backup_of_the_earlier_one_away(path, folder, now, lose, tmp_path, check_in):
    (tmp_path / "stick").mkdir()
    place = make_place(tmp_path / "stick")
    lose(5, WORDS)
    lose(2, hours=1)
    unlock_any([each.path for each in found(path, now).copies], WORDS, path.parent)
    earlier = {each.name for each in copies(folder)}
    for name in earlier:
        (place / name).write_bytes((folder / name).read_bytes())
        note_there(place / name, folder)
    begin_anew(path, found(path, now, place).copies)
    assert salt_of(path) is None
    with Diary.open(path, now) as diary:
        assert diary.empty
        diary.keep(check_in(0, overall_pain=1))
        for n in range(900):
            name = f"painmap-{now + timedelta(n):%Y-%m-%d}-120000-1-days-1-entries.diary"
            (folder / name).touch()
        last = backups.before("own", diary, folder, now + timedelta(901))
    thin(folder, (now + timedelta(901)).date())
    assert earlier < {each.name for each in copies(folder)}
    assert len(copies(folder)) < 50
    copy_there(last, place, folder, (now + timedelta(901)).date())
    assert earlier < {each.name for each in place.iterdir()}


def test_a_new_diary_can_be_begun_where_no_backup_is(path, folder, now):
    begin_anew(path, ())
    assert path.exists()
    assert not folder.exists()


def test_the_journal_of_the_lost_diary_is_set_aside(path, folder, now, lose):
    held = lose(5)
    for _ in range(2):
        for end in ("-journal", "-wal"):
            Path(f"{path}{end}").write_bytes(b"left")
        bring_back(path, found(path, now).newest.good.copy.path)
        with Diary.open(path, now) as diary:
            assert diary.contents() == held
        path.unlink()
    assert {each.name for each in path.parent.iterdir() if each.name.startswith("painmap-left")} == {
        f"painmap-left-{n}.diary{end}" for n in (1, 2) for end in ("-journal", "-wal")
    }


def test_a_journal_that_can_not_be_set_aside_is_told(path, now, lose, monkeypatch):
    lose(1)
    Path(f"{path}-journal").write_bytes(b"left")

    def refuse(*_):
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(DiaryUnwritable):
        begin_anew(path, ())
    assert not path.exists()


def test_what_can_not_be_put_in_place_leaves_all_as_it_was(path, folder, now, lose, monkeypatch):
    lose(3)
    copy = found(path, now).newest.good.copy.path
    write_note(folder, Restored("earlier"))
    content = copy.read_bytes()
    copy.write_bytes(content[:9000])
    with pytest.raises(DiaryDamaged):
        bring_back(path, copy)
    copy.write_bytes(content)

    def taken(part, target):
        raise FileExistsError

    monkeypatch.setattr(files, "_name", taken)
    with pytest.raises(SomethingThere, match=r"something at .* again, .* close Painmap and start it again"):
        bring_back(path, copy)
    assert read_note(folder) == Restored("earlier")
    assert not [each for each in path.parent.rglob("*") if each.name.startswith(PART)]


def test_a_diary_that_is_there_again_is_left_with_its_journal(path, folder, now, lose):
    lose(3)
    missed = found(path, now)
    for each in (path, Path(f"{path}-journal")):
        each.write_bytes(b"back from a disk that was away")
    for act in (
        lambda: bring_back(path, missed.newest.good.copy.path),
        lambda: begin_anew(path, missed.copies),
    ):
        with pytest.raises(SomethingThere):
            act()
        assert read_note(folder) is None
        assert {path.name, f"{path.name}-journal"} <= {each.name for each in path.parent.iterdir()}
        assert not list(path.parent.glob("painmap-left-*"))


def test_a_new_diary_takes_nothing_from_a_stick_that_was_away_when_it_was_begun(path, folder, now, lose, tmp_path):
    (tmp_path / "stick").mkdir()
    place = make_place(tmp_path / "stick")
    lose(5)
    earlier = [f"painmap-{now - timedelta(n):%Y-%m-%d}-120000-9-days-9-entries.diary" for n in range(90)]
    for name in earlier:
        (place / name).touch()
        note_there(place / name, folder)
    place.rename(tmp_path / "away")
    begin_anew(path, found(path, now, place).copies)
    (tmp_path / "away").rename(place)
    later = now + timedelta(400)
    with Diary.read(path) as diary:
        made = backups.keep_copy(diary.database, folder, later)
    copy_there(made, place, folder, later.date())
    assert {made.name, *earlier} == {each.name for each in place.iterdir()}


def test_a_restore_of_the_lost_diary_is_not_told_of_the_new_one(path, folder, now, lose):
    lose(3)
    write_note(folder, Restored(BROUGHT_BACK))  # what is left where a backup could not take its place any more
    begin_anew(path, found(path, now).copies)
    assert read_note(folder) is None


def test_a_stick_that_is_pulled_out_before_its_backup_is_read_is_told(path, folder, now, lose):
    lose(3)
    copy = found(path, now).newest.good.copy.path
    copy.unlink()
    with pytest.raises(DiaryTrouble, match="can't be read; connect the disk or stick"):
        bring_back(path, copy)
    assert not path.exists()
    assert read_note(folder) is None


@pytest.mark.parametrize("content", ["{", "7", "[[]]", '["other.txt", 7]'])
def test_a_list_of_earlier_ones_that_can_not_be_read_spares_all(content, folder):
    folder.mkdir()
    (folder / LIST).write_text(content)
    assert spared(folder, ["a"]) == {"a"}
    name = "painmap-2026-01-01-120000.diary"
    note_earlier(folder, [name])
    assert spared(folder, [name, "b"]) == {name}


def test_the_list_of_earlier_ones_grows(folder):
    names = [f"painmap-2026-01-0{n}-120000.diary" for n in (1, 2, 3)]
    note_earlier(folder, names[:1])
    note_earlier(folder, names[1:2])
    assert spared(folder, names) == set(names[:2])
    assert (folder / LIST).stat().st_mode & 0o777 == 0o600
    assert missing.Missing(folder).place is None
