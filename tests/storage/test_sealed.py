"""A passphrase on the diary: nothing of it is to be read without, and all works with it as without."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import killing
import pytest
from kept_things import one_of_each

from painmap.storage import keys, sealing
from painmap.storage.anew import ANEW
from painmap.storage.backups import BACKUPS, before, copies, newest, own_copy
from painmap.storage.database import connect, marks, open_existing
from painmap.storage.diary import Diary
from painmap.storage.files import PART
from painmap.storage.keys import MARK, Key, key_of, salt_of, sealed
from painmap.storage.rescue import go_on_with, look_for_rescue
from painmap.storage.restoring import look
from painmap.storage.salvage import salvage
from painmap.storage.sealed import available
from painmap.storage.sealing import Change, bring_along, unlock
from painmap.storage.second_place import note_there
from painmap.storage.trouble import (
    DiaryDamaged,
    DiarySealed,
    DiaryTrouble,
    DiaryUnwritable,
    WrongPassphrase,
)

WORDS = ("Kastanie", "Ibuprofen", "Dr. Weber", "back-sacrum", "painful")
OLD = Path(__file__).with_name("version-1.diary")


@pytest.fixture
def diary(path, now, check_in):
    with Diary.open(path, now) as diary:
        diary.merge([check_in(n, {"back-sacrum": n % 10 + 1}, note="Kastanie, painful") for n in range(30)])
        diary.keep(*one_of_each(now))
        yield diary


def change(diary, passphrase, now, *places):
    changed = Change(diary.path, Key.new(passphrase) if passphrase else None, places)
    changed.prepare(now)
    changed.take_place(diary)
    return changed


def words_in(folder):
    """Which of the words stand in any file of the folder, whatever its name."""
    found = {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    return {word for word in WORDS for content in found.values() if word.encode() in content}


def test_without_the_passphrase_no_word_is_in_any_file(diary, folder, now, check_in, tmp_path):
    before("own", diary, folder, now)
    assert words_in(tmp_path) == set(WORDS)
    was = diary.contents()
    change(diary, "a sleepy grey cat", now)
    assert words_in(tmp_path) == set()
    assert diary.contents() == was
    assert len(copies(folder)) == 2
    assert {each.stat().st_mode & 0o777 for each in tmp_path.rglob("*.diary")} == {0o600}
    assert all(look(folder / each.name, diary.path) == was for each in copies(folder))
    diary.keep(check_in(40, note="Kastanie"))
    own_copy(diary.path, folder, now)
    diary.close()
    assert words_in(tmp_path) == set()
    assert {each.name for each in tmp_path.rglob("*")} == {"painmap.diary", BACKUPS, *(c.name for c in copies(folder))}


def test_it_opens_with_the_passphrase_alone(diary, path, now):
    was = diary.contents()
    change(diary, "a sleepy grey cat", now)
    diary.close()
    keys.forget()
    assert sealed(path)
    for opened in (Diary.open, lambda path, now: Diary.read(path), lambda path, now: look(path, path.parent / "x")):
        with pytest.raises(DiarySealed, match="locked with a passphrase"):
            opened(path, now)
    for wrong in ("A sleepy grey cat", "", "\ud800"):
        with pytest.raises(WrongPassphrase, match="not the passphrase"):
            unlock(path, wrong)
    unlock(path, "a sleepy grey cat")
    assert not sealed(path)
    with Diary.open(path, now) as opened:
        assert opened.contents() == was
        assert [c.note for c in opened.with_note("kastanie")] == ["Kastanie, painful"] * 30


def test_a_diary_begun_for_a_backup_is_under_its_passphrase_and_another_one_keeps_its_own(diary, path, folder, now):
    change(diary, "old", now)
    copy = newest(folder, now)
    change(diary, "new", now)
    old = folder / "painmap-2026-01-01-120000.diary"
    with Diary.open(path.parent / "other" / "painmap.diary", now) as other:
        change(other, "old", now)
    copyfile(path.parent / "other" / "painmap.diary", old)
    diary.close()
    unlock(old, "old")
    unlock(path, "new")
    assert keys.key_of_folder(path.parent).fits("new")
    keys.forget()
    path.unlink()
    unlock(copy, "new")
    with Diary.open(path, now) as begun:
        assert begun.database.key.fits("new")


def test_letters_with_marks_are_the_same_however_they_are_typed():
    key = Key.new("Mu\u0308de")
    assert key.fits("Müde")
    assert not key.fits("Mude")
    assert "secret" not in repr(key)
    assert key.salt.startswith(MARK)


def test_a_program_that_knows_sqlcipher_opens_it(diary, now, monkeypatch):
    from sqlcipher3 import dbapi2

    monkeypatch.setattr(keys, "ROUNDS", 256_000)
    change(diary, "a sleepy grey cat", now)
    diary.close()
    with closing(dbapi2.connect(str(diary.path))) as connection:
        connection.execute("PRAGMA key = 'a sleepy grey cat'")
        assert connection.execute("SELECT count(*) FROM check_in").fetchone() == (30,)


def test_the_passphrase_is_changed_and_taken_away(diary, path, folder, now, tmp_path):
    was = diary.contents()
    change(diary, "first", now)
    first = salt_of(newest(folder, now))
    change(diary, "second", now)
    assert diary.database.key.fits("second")
    assert {salt_of(folder / each.name) for each in copies(folder)} == {diary.database.key.salt} != {first}
    change(diary, None, now)
    assert diary.contents() == was
    assert words_in(tmp_path) == set(WORDS)
    keys.forget()
    assert [look(folder / each.name, path) for each in copies(folder)] == [was] * len(copies(folder))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_progress_is_told(diary, folder, now):
    before("own", diary, folder, now)
    told = []
    changed = Change(diary.path, Key.new("x"))
    changed.prepare(now, lambda done, of: told.append((done, of)))
    changed.drop()
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert diary.database.key is None
    assert not list(diary.path.parent.rglob(".painmap*"))


def test_an_empty_diary_gets_a_passphrase_too(path, folder, now, check_in):
    with Diary.open(path, now) as diary:
        change(diary, "x", now)
        assert copies(folder) == ()
        diary.keep(check_in(0))
    path.unlink()
    with Diary.open(path, now) as diary:
        assert diary.database.key.fits("x")


def test_a_backup_of_an_older_version_stays_one(diary, path, folder, now):
    before("own", diary, folder, now)
    old = folder / "painmap-2025-01-01-120000.diary"
    copyfile(OLD, old)
    with Diary.look(old) as opened:
        was = opened.contents()
    change(diary, "x", now)
    assert salt_of(old) == diary.database.key.salt
    with closing(open_existing(old, for_writing=False)) as database:
        assert database.version == 1
    assert look(old, path) == was


@pytest.mark.skipif(not killing.possible(), reason="a child can't be followed on this computer")
@pytest.mark.parametrize("how", ["on", "change", "off"])
def test_a_kill_before_any_change_of_the_disk_leaves_the_old_or_the_new_state(how, tmp_path):
    script = Path(__file__).with_name("interrupted_sealing.py")
    run = [sys.executable, str(script), str(tmp_path), how]
    done = subprocess.run(run, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["calls"] > 100
    assert seen["new"] > 1
    assert seen["old"] + seen["new"] == seen["calls"]


def test_what_waited_goes_to_its_place_when_the_diary_is_opened(diary, path, folder, now):
    backup = before("own", diary, folder, now)
    changed = Change(path, Key.new("x"))
    changed.prepare(now)
    kept = {each: each.read_bytes() for each in path.parent.rglob(f"{ANEW}*")}
    changed.take_place(diary)
    diary.close()
    backup.write_bytes(b"plain as before")
    for each, content in kept.items():
        each.write_bytes(content)
    strange = [folder / f"{ANEW}letter.txt", folder / f"{ANEW}painmap-2020-01-01-120000.diary", folder / f"{PART}abc"]
    for each in strange:
        each.write_text("Kastanie")
    with Diary.open(path, now) as diary:
        assert look(backup, path) == diary.contents()
    assert not list(path.parent.rglob(".painmap*"))


def test_a_damaged_backup_stays_and_is_named(diary, folder, now):
    damaged = before("own", diary, folder, now)
    damaged.write_bytes(damaged.read_bytes()[:5000])
    changed = change(diary, "x", now)
    assert changed.left == [damaged]
    assert diary.database.key


def test_a_second_place_goes_along(diary, folder, now, tmp_path):
    place = tmp_path / "stick"
    ours, another = before("own", diary, place, now), place / "painmap-2026-01-01-120000.diary"
    copyfile(OLD, another)
    note_there(ours, folder)
    note_there(place / "painmap-2026-01-02-120000-3-days-3-entries.diary", folder)
    change(diary, "x", now, place, tmp_path / "away")
    assert salt_of(ours) == diary.database.key.salt
    assert another.read_bytes() == OLD.read_bytes()


def test_a_second_place_that_was_away_is_brought_along_when_it_comes_back(diary, folder, now, tmp_path, monkeypatch):
    place = tmp_path / "stick"
    there = before("own", diary, place, now)
    note_there(there, folder)
    bring_along(diary.path, place)
    assert salt_of(there) is None
    change(diary, "x", now)
    assert salt_of(there) is None
    with monkeypatch.context() as patch:
        patch.setattr(sealing, "pour", lambda source, target: target.execute("PRAGMA max_page_count = 0"))
        bring_along(diary.path, place)
    assert salt_of(there) is None
    bring_along(diary.path, place)
    assert salt_of(there) == diary.database.key.salt


def test_a_backup_made_meanwhile_goes_along(diary, folder, now):
    changed = Change(diary.path, Key.new("x"))
    changed.prepare(now)
    late = own_copy(diary.path, folder, now)
    assert salt_of(late) is None
    changed.take_place(diary)
    assert salt_of(late) == diary.database.key.salt


def test_a_diary_that_was_changed_meanwhile_keeps_the_change(diary, now, check_in):
    changed = Change(diary.path, Key.new("x"))
    changed.prepare(now)
    diary.keep(check_in(50))
    with pytest.raises(DiaryTrouble, match="changed meanwhile"):
        changed.take_place(diary)
    assert diary.database.key is None
    assert diary.count() == 31
    assert not list(diary.path.parent.rglob(".painmap*"))


def test_what_differs_after_writing_does_not_take_the_place(diary, now, monkeypatch):
    monkeypatch.setattr(sealing, "pour", lambda source, target: pour_less(source, target))
    with pytest.raises(DiaryUnwritable, match="did not take"):
        change(diary, "x", now)
    assert diary.count() == 30
    assert not list(diary.path.parent.rglob(".painmap*"))


def pour_less(source, target):
    from painmap.storage.pouring import pour

    pour(source, target)
    target.execute("DELETE FROM event")


def test_a_full_disk_leaves_all_as_it_was(diary, folder, now, monkeypatch):
    before("own", diary, folder, now)
    whole = sealing.pour
    calls = []

    def full(source, target):
        calls.append(1)
        if len(calls) == 2:
            target.execute("PRAGMA max_page_count = 1")
        whole(source, target)

    monkeypatch.setattr(sealing, "pour", full)
    with pytest.raises(DiaryUnwritable, match="no room left"):
        change(diary, "x", now)
    assert {salt_of(folder / each.name) for each in copies(folder)} == {None}
    assert not list(diary.path.parent.rglob(".painmap*"))


def test_where_the_file_cannot_be_put_in_place_the_diary_goes_on(diary, now, monkeypatch, check_in):
    changed = Change(diary.path, Key.new("x"))
    changed.prepare(now)

    def refuse(part, target):
        raise PermissionError(13, "no")

    monkeypatch.setattr(sealing, "put_part", refuse)
    with pytest.raises(DiaryUnwritable):
        changed.take_place(diary)
    diary.keep(check_in(50))
    assert diary.count() == 31
    assert diary.database.key is None


def test_errors_are_those_of_sqlite(diary, now, check_in):
    change(diary, "x", now)
    connection = diary.database.connection
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        connection.execute("SELECT * FROM unheard_of")
    with pytest.raises(sqlite3.IntegrityError) as seen:
        connection.execute("INSERT INTO event (id, record, digest) VALUES ('a', 'b', 'c')")
    assert seen.value.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CONSTRAINT
    with pytest.raises(sqlite3.ProgrammingError) as seen:
        connection.execute("SELECT ?", (1, 2))
    assert not hasattr(seen.value, "sqlite_errorcode")
    connection.set_progress_handler(lambda: 1, 1)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute("SELECT count(*) FROM check_in").fetchone()
    connection.set_progress_handler(lambda: 0, 1000)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiaryUnwritable, match="no room left"):
        diary.keep(check_in(0, note="x" * 20_000))
    assert diary.count() == 30


def test_every_flipped_bit_is_noticed(diary, path, now):
    change(diary, "x", now)
    diary.close()
    sound = path.read_bytes()
    for at in range(16, len(sound), 997):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        with pytest.raises(DiaryDamaged):
            Diary.read(path)
    path.write_bytes(sound)
    Diary.read(path).close()


def test_a_damaged_diary_is_told_from_a_wrong_passphrase_and_rescued_under_its_own(diary, path, folder, now, tmp_path):
    was = diary.contents()
    change(diary, "x", now)
    diary.close()
    keys.forget()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"?" + whole[101:])
    with pytest.raises(WrongPassphrase):
        unlock(path, "y")
    unlock(path, "x")
    with pytest.raises(DiaryDamaged):
        Diary.open(path, now)
    found = look_for_rescue(path, None, now)
    assert found.held == was
    go_on_with(path, found.held, now)
    with Diary.open(path, now) as diary:
        assert diary.database.key.fits("x")
        assert diary.contents() == was
    assert words_in(tmp_path) == set()


def test_what_can_be_read_of_a_damaged_one_is_salvaged(diary, path, now, check_in):
    diary.merge([check_in(100 + n, note="x" * 3000) for n in range(30)])
    change(diary, "x", now)
    diary.close()
    whole = bytearray(path.read_bytes())
    whole[4096 * 20 + 5] ^= 1
    path.write_bytes(whole)
    with pytest.raises(DiaryDamaged):
        Diary.read(path)
    assert 20 < len(salvage(path).contents.check_ins) < 60


def test_without_the_part_it_is_said_in_one_sentence(diary, now, monkeypatch):
    assert available()
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    assert not available()
    with pytest.raises(DiaryTrouble, match="install it with"):
        change(diary, "x", now)
    assert diary.count() == 30


def test_what_is_under_no_passphrase_needs_none(diary, path, tmp_path):
    unlock(path, "x")
    assert key_of(path) is None
    assert not sealed(tmp_path / "nothing")
    assert salt_of(tmp_path) is None


def test_a_file_in_place_is_under_the_key_it_says(diary, now):
    change(diary, "x", now)
    key = diary.database.key
    with closing(connect(diary.path, "ro", key)) as connection, diary.database.reading() as own:
        assert marks(connection) == marks(own)
        assert connection.in_transaction is False


def test_where_the_diary_is_a_link_the_file_that_it_leads_to_is_under_the_passphrase(tmp_path, now, check_in):
    home, real = tmp_path / "home", tmp_path / "synced" / "mine.diary"
    path = home / "painmap.diary"
    with Diary.open(real, now) as diary:
        diary.merge([check_in(0, note="Kastanie")])
    home.mkdir()
    path.symlink_to(real)
    with Diary.open(path, now) as diary:
        change(diary, "x", now)
    assert path.is_symlink()
    assert salt_of(real)
    assert words_in(tmp_path) == set()
    half = real.with_name(f"{ANEW}mine.diary")
    half.write_text("Kastanie")
    mine = [real.with_name(f"{ANEW}other.diary"), real.with_name(f"{PART}abc")]
    for each in mine:
        each.write_text("of another program")
    Diary.open(path, now).close()
    assert not half.exists()
    assert all(each.exists() for each in mine)


def test_a_link_to_a_damaged_diary_stays_one(tmp_path, now, check_in):
    home, real = tmp_path / "home", tmp_path / "synced" / "mine.diary"
    path = home / "painmap.diary"
    home.mkdir()
    real.parent.mkdir()
    path.symlink_to(real)
    with Diary.open(real, now) as diary:
        diary.merge([check_in(0)])
        own_copy(real, home / BACKUPS, now)
        change(diary, "x", now)
        key = diary.database.key
    real.write_bytes(b"damaged" + real.read_bytes()[7:])
    keys.remember(key, home)
    found = look_for_rescue(path, None, now)
    aside = go_on_with(path, found.held, now)
    assert path.is_symlink()
    assert aside.parent == real.parent
    with Diary.open(path, now) as diary:
        assert diary.count() == 1
        assert diary.database.key.fits("x")


def test_what_was_set_aside_before_there_was_a_passphrase_is_named(diary, path, now):
    aside = [path.with_name(f"painmap-{name}") for name in ("damaged-2026-01-01-120000.diary", "left-1.diary-wal")]
    for each in aside:
        each.write_text("Kastanie")
    path.with_name("painmap-damaged-folder").mkdir()
    assert change(diary, "x", now).plain == tuple(aside)
    path.with_name("painmap-damaged-2.diary").write_bytes(path.read_bytes())
    assert change(diary, "y", now).plain == tuple(aside)
    assert change(diary, "", now).plain == ()
