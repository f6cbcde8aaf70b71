"""A diary that this process opens a second time, as its backups and exports do beside a save: no lock is lost."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from painmap.storage import keys
from painmap.storage.database import open_existing
from painmap.storage.diary import Diary
from painmap.storage.header import has_wal, unfinished, writes_ahead
from painmap.storage.keys import Key, held
from painmap.storage.sealed import available
from painmap.storage.trouble import DiaryTrouble

WRITE = """
import sys
from pathlib import Path
from painmap.storage import database, keys
key = keys.Key(bytes.fromhex(sys.argv[2]), bytes.fromhex(sys.argv[3])) if len(sys.argv) > 2 else None
database.PATIENCE = 0
try:
    connection = database.connect(Path(sys.argv[1]), "rw", key)
    connection.execute("BEGIN IMMEDIATE")
except Exception as error:
    print(error)
else:
    print("it can be written")
"""


def elsewhere(path, key=None):
    """What another program hears that wants to write."""
    told = [key.salt.hex(), key.secret.hex()] if key else []
    run = [sys.executable, "-c", WRITE, str(path), *told]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip()


def opened_beside(path):
    """Opens and closes it in another thread, as a backup does."""

    def look():
        try:
            open_existing(path, for_writing=False).close()
        except DiaryTrouble as trouble:
            troubles.append(trouble)

    troubles = []
    worker = Thread(target=look)
    worker.start()
    worker.join()
    return troubles


@pytest.fixture(params=[False, True], ids=["plain", "sealed"])
def key(request, path, monkeypatch):
    monkeypatch.setattr(keys, "ROUNDS", 10)
    if request.param and not available():
        pytest.skip("sqlcipher3 is not installed")
    key = Key.new("a sleepy grey cat") if request.param else None
    if key:
        keys.remember(key, path.parent)
    yield key
    keys.forget()


@pytest.mark.skipif(os.name == "nt", reason="locks there belong to one opening of a file")
@pytest.mark.parametrize("spilt", [False, True])
def test_a_save_keeps_its_lock_while_the_diary_is_opened_once_more(path, now, check_in, key, spilt):
    with Diary.open(path, now) as diary:
        if spilt:
            diary.database.connection.execute("PRAGMA cache_size = 1")
        with diary.database.writing() as connection:
            for n in range(200):
                connection.execute(
                    "INSERT INTO event (id, record, digest) VALUES (?, ?, ?)", (f"{n}", "x" * 900, "0" * 64)
                )
            assert unfinished(path)
            assert "locked" in elsewhere(path, key)
            opened_beside(path)
            assert "locked" in elsewhere(path, key)
            connection.execute("DELETE FROM event")
        assert elsewhere(path, key) == "it can be written"


def test_what_is_known_of_an_open_file_is_not_read_from_it_again(path, now, monkeypatch):
    with Diary.open(path, now):
        known = held(path)
        assert known is not None
        assert not known.writes_ahead
        Path(f"{path}-wal").write_bytes(b"of another file")
        assert has_wal(path)
        monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))
        assert not opened_beside(path)
    assert held(path) is None


@pytest.mark.skipif(os.name == "nt", reason="links need rights of their own there")
def test_the_journal_of_a_diary_that_is_a_link_is_found_beside_what_it_leads_to(path, tmp_path, now, check_in):
    real = tmp_path / "cloud"
    real.mkdir()
    with Diary.open(real / "kept.diary", now) as diary:
        diary.keep(check_in(0, overall_pain=3))
    path.symlink_to(real / "kept.diary")
    assert not unfinished(path)
    Path(f"{real / 'kept.diary'}-journal").write_bytes(b"cut short")
    assert unfinished(path)
    log = Path(f"{real / 'kept.diary'}-wal")
    log.write_bytes(b"of another file")
    assert has_wal(path)
    with Diary.open(path, now) as diary:
        assert diary.count() == 1
    assert not log.exists()
    assert (real / "painmap-left-1.diary-wal").exists()


def test_a_file_that_is_not_there_has_no_log(path):
    assert not has_wal(path)
    assert not writes_ahead(path)


def test_a_diary_with_a_log_of_its_own_is_read_twice_with_it(path, now, check_in):
    with Diary.open(path, now) as diary:
        diary.keep(check_in(0, overall_pain=3))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE made_and_dropped (number)")
        other.execute("DROP TABLE made_and_dropped")
        assert has_wal(path)
        with Diary.read(path) as first, Diary.read(path) as second:
            assert first.all() == second.all()
