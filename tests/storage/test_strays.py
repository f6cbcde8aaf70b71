"""A journal of another file, or of another moment, beside a sound diary: it is never written into it."""

from pathlib import Path
from shutil import copyfile

import pytest

from painmap.paths import DIARY_FILE
from painmap.storage import keys
from painmap.storage.diary import Diary
from painmap.storage.keys import Key, salt_of
from painmap.storage.sealed import available
from painmap.storage.strays import foreign_journal, strays


@pytest.fixture
def begin(now, check_in):
    """Makes a diary at a path with so many saves: `begin(path, 3, passphrase=...)`."""

    def act(path, saves, passphrase=""):
        path.parent.mkdir(exist_ok=True)
        if passphrase:
            keys.remember(Key.new(passphrase), path.parent)
        with Diary.open(path, now) as diary:
            for n in range(saves):
                diary.keep(check_in(n, overall_pain=3, note="told"))

    return act


def cut_short(path, now):
    """The journal of a save that is under way; the diary is as it was afterwards."""
    with Diary.open(path, now) as diary:
        connection = diary.database.connection
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE large (words)")
        for _ in range(60):
            connection.execute("INSERT INTO large VALUES (hex(zeroblob(900)))")
        connection.execute("UPDATE check_in SET note = 'other'")
        content = Path(f"{path}-journal").read_bytes()
        connection.execute("ROLLBACK")
    return content


def lies_there(path, content):
    journal = Path(f"{path}-journal")
    journal.write_bytes(content)
    return journal


def flushed(path, tmp_path, now):
    """What a kill in the middle of a save leaves: the file, half written, and its journal."""
    left = tmp_path / "left.diary"
    with Diary.open(path, now) as diary:
        connection = diary.database.connection
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE large (words)")
        for _ in range(60):
            connection.execute("INSERT INTO large VALUES (hex(zeroblob(900)))")
        # With nothing to come after it, the file may be read here: what is lost is a lock of this test.
        copyfile(path, left)
        copyfile(f"{path}-journal", f"{left}-journal")
        connection.execute("ROLLBACK")
    return left


@pytest.mark.parametrize("sealed", [False, True])
def test_the_journal_of_another_diary_is_not_written_into_this_one(path, begin, tmp_path, now, sealed):
    if sealed and not available():
        pytest.skip("sqlcipher3 is not installed")
    other = tmp_path / "other" / DIARY_FILE
    begin(path, 3, "one" if sealed else "")
    begin(other, 9, "other" if sealed else "")
    journal = lies_there(path, cut_short(other, now))
    before = path.read_bytes()
    assert strays(path) == (journal,)
    with Diary.read(path) as diary:
        assert diary.count() == 3
    assert journal.exists()
    with Diary.open(path, now) as diary:
        assert diary.count() == 3
    assert path.read_bytes() == before
    assert not journal.exists()
    assert (path.parent / "painmap-left-1.diary-journal").exists()
    assert (salt_of(path) is not None) == sealed


def test_a_backup_that_is_put_by_hand_in_the_place_of_a_diary_whose_save_was_cut_short_stays_as_it_is(
    path, begin, tmp_path, now, check_in
):
    begin(path, 3)
    backup = tmp_path / "backup.diary"
    copyfile(path, backup)
    begin(path, 7)
    lies_there(path, cut_short(path, now))
    copyfile(backup, path)
    with Diary.open(path, now) as diary:
        assert diary.count() == 3
    assert path.read_bytes() == backup.read_bytes()


@pytest.mark.parametrize("sealed", [False, True])
def test_its_own_journal_mends_a_diary(path, begin, tmp_path, now, sealed):
    if sealed and not available():
        pytest.skip("sqlcipher3 is not installed")
    begin(path, 5, "one" if sealed else "")
    left = flushed(path, tmp_path, now)
    assert left.read_bytes() != path.read_bytes()
    assert foreign_journal(left) is None
    with Diary.open(left, now) as diary:
        assert diary.count() == 5
    assert not Path(f"{left}-journal").exists()
    assert not list(tmp_path.glob("painmap-left-*"))


def counted(content, count):
    """A file whose first page says so many saves."""
    return content[:24] + count.to_bytes(4, "big") + content[28:]


def test_a_journal_of_the_save_before_or_of_the_one_under_way_is_its_own(path, begin, now):
    begin(path, 3)
    lies_there(path, cut_short(path, now))
    content = path.read_bytes()
    now_at = int.from_bytes(content[24:28], "big")
    for count, foreign in ((now_at - 1, True), (now_at, False), (now_at + 1, False), (now_at + 2, True)):
        path.write_bytes(counted(content, count))
        assert (foreign_journal(path) is not None) == foreign


def test_beside_a_file_that_is_torn_or_gone_no_journal_is_taken_for_foreign(path, begin, now):
    begin(path, 3)
    lies_there(path, cut_short(path, now))
    path.write_bytes(b"\xff" * 512 + path.read_bytes()[512:])
    assert foreign_journal(path) is None
    path.unlink()
    assert foreign_journal(path) is None


def test_a_journal_that_says_nothing_of_the_first_page_is_left_to_sqlite(path, begin, now):
    begin(path, 3)
    content = cut_short(path, now)
    path.write_bytes(counted(path.read_bytes(), 1_000))
    journal = lies_there(path, content)
    assert foreign_journal(path) == journal
    torn = content[:600] + b"\xff" * (len(content) - 600)
    for other in (b"", b"words", content[:20], content[:2000], torn, content[:24] + bytes(4) + content[28:]):
        journal.write_bytes(other)
        assert foreign_journal(path) is None
    journal.unlink()
    assert foreign_journal(path) is None


def test_a_file_that_is_being_saved_while_its_journal_is_read_has_no_foreign_one(path, begin, now, monkeypatch):
    begin(path, 3)
    lies_there(path, cut_short(path, now))
    content, real = path.read_bytes(), Path.open

    def saved_meanwhile(self, *how, **more):
        if self != path:
            path.write_bytes(counted(content, 2_000))
        return real(self, *how, **more)

    path.write_bytes(counted(content, 1_000))
    monkeypatch.setattr(Path, "open", saved_meanwhile)
    assert foreign_journal(path) is None
