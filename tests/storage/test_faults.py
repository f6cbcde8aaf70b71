"""Kills, full and read-only disks, damage, other programs: what was confirmed is there, and nothing else is harmed."""

import errno
import os
import resource
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from painmap.storage import database
from painmap.storage.backups import back_up, own_copy
from painmap.storage.database import Database
from painmap.storage.diary import Diary
from painmap.storage.files import private_folder
from painmap.storage.trouble import (
    DiaryClosed,
    DiaryDamaged,
    DiaryInUse,
    DiaryMoved,
    DiaryTrouble,
    DiaryUnwritable,
    trouble,
    unwritable,
)

NOBODY = 65534


@pytest.fixture
def diary(path, now, check_in):
    with Diary.open(path, now) as diary:
        diary.merge([check_in(n, {"back-sacrum": n % 10 + 1, "front-forehead": 3}, note="Müde") for n in range(12)])
        yield diary


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 0.05)


def test_a_full_disk_loses_nothing_and_the_change_can_be_made_again(diary, check_in):
    before = diary.all()
    connection = diary.database.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    long = check_in(0, note="x" * 20_000)
    for write in (lambda: diary.keep(long), lambda: diary.merge([check_in(20), long])):
        with pytest.raises(DiaryUnwritable, match="no room left"):
            write()
    assert diary.all() == before
    connection.execute(f"PRAGMA max_page_count = {pages + 100}")
    diary.keep(long)
    assert diary.get(long.id) == long


@contextmanager
def largest_file(size: int):
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


@pytest.mark.parametrize("size", [0, 1000, 4096, 10_000, 20_000])
def test_a_backup_that_does_not_fit_leaves_nothing_behind(size, diary, tmp_path):
    with largest_file(size), pytest.raises(DiaryUnwritable, match="can't write"):
        back_up(diary, tmp_path / "copy.diary")
    assert [entry.name for entry in tmp_path.iterdir()] == ["painmap.diary"]
    back_up(diary, tmp_path / "copy.diary")


def test_a_change_that_the_disk_does_not_take_loses_nothing(diary, check_in):
    before = diary.all()
    with largest_file(diary.path.stat().st_size), pytest.raises(DiaryUnwritable):
        diary.keep(check_in(0, note="x" * 20_000))
    assert diary.all() == before


def outcome(path: Path, now) -> tuple | None:
    """What the diary holds, or None where it is refused."""
    try:
        with Diary.open(path, now) as diary:
            return diary.all()
    except DiaryTrouble:
        return None


def test_a_flipped_bit_in_what_was_said_is_always_noticed(diary, path, now):
    diary.close()
    whole = path.read_bytes()
    places = [at for at in range(len(whole)) if whole[at : at + 5] == b"M\xc3\xbcde"]
    assert len(places) == 12
    for place in places[::4]:
        for bit in range(40):
            flipped = bytearray(whole)
            flipped[place + bit // 8] ^= 1 << bit % 8
            path.write_bytes(flipped)
            assert outcome(path, now) is None


@contextmanager
def another_program(path: Path, statement: str):
    """A second process that runs the statement on the diary and holds what it locks."""
    script = (
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "for statement in sys.argv[2].split(';'): connection.execute(statement).fetchall()\n"
        "print('ready', flush=True)\n"
        "sys.stdin.read()\n"
    )
    run = [sys.executable, "-c", script, str(path), statement]
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "ready\n"
        yield
        other.stdin.close()
        other.wait()


def test_a_diary_that_another_program_holds_is_not_opened_or_changed(diary, path, now, check_in, impatient):
    diary.close()
    with another_program(path, "BEGIN EXCLUSIVE"):
        for open_it in (lambda: Diary.open(path, now), lambda: Diary.read(path)):
            with pytest.raises(DiaryInUse, match="close it there"):
                open_it()
    assert outcome(path, now) is not None


def test_a_change_is_refused_while_another_program_writes_and_can_be_made_again(path, now, check_in, impatient):
    with Diary.open(path, now) as diary:
        with another_program(path, "BEGIN IMMEDIATE"), pytest.raises(DiaryInUse):
            diary.keep(check_in(0))
        # A reader is only in the way of the commit itself.
        with another_program(path, "BEGIN;SELECT * FROM check_in"), pytest.raises(DiaryInUse):
            diary.keep(check_in(0))
        assert diary.all() == ()
        diary.keep(check_in(0))
        assert diary.count() == 1


def test_a_diary_in_wal_mode_that_another_program_holds_is_not_opened(diary, path, now, impatient):
    diary.close()
    with another_program(path, "PRAGMA journal_mode = WAL;SELECT * FROM check_in"), pytest.raises(DiaryInUse):
        Diary.open(path, now)
    assert outcome(path, now) is not None


def test_a_journal_mode_that_stays_is_told(diary, now, monkeypatch):
    class Stubborn(sqlite3.Connection):
        def execute(self, sql, *values):
            return super().execute("SELECT 'wal'" if "journal_mode" in sql else sql, *values)

    connect = sqlite3.connect
    monkeypatch.setattr(database.sqlite3, "connect", lambda *a, **k: connect(*a, **k, factory=Stubborn))
    with pytest.raises(DiaryInUse):
        Diary.open(diary.path, now)


def delete(path):
    path.unlink()


def rename(path):
    path.rename(path.with_name("elsewhere"))


def replace(path):
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)


def replace_by_text(path):
    path.unlink()
    path.write_text("Dear diary")


def remove_folder(path):
    path.parent.rename(path.parent.with_name("folder elsewhere"))


@pytest.mark.parametrize("move", [delete, rename, replace, replace_by_text, remove_folder])
def test_after_the_file_was_moved_nothing_is_written_anywhere(move, tmp_path, now, check_in):
    path = tmp_path / "folder" / "painmap.diary"
    with Diary.open(path, now) as diary:
        diary.keep(kept := check_in(0))
        move(path)
        before = {entry: entry.read_bytes() for entry in tmp_path.rglob("*") if entry.is_file()}
        for write in (
            lambda: diary.keep(check_in(1)),
            lambda: diary.remove(kept.id),
            lambda: diary.merge([check_in(2)]),
        ):
            with pytest.raises(DiaryMoved, match="start Painmap again"):
                write()
    assert {entry: entry.read_bytes() for entry in tmp_path.rglob("*") if entry.is_file()} == before


class Faulty(sqlite3.Connection):
    """Does what is asked of it before or after a commit, and can report an error of the disk."""

    before_commit = after_commit = staticmethod(lambda: None)
    reads = True

    def execute(self, sql, *values):
        if sql == "COMMIT":
            self.before_commit()
        if sql.startswith("SELECT id, changed_at") and not self.reads:
            disk_error()
        result = super().execute(sql, *values)
        if sql == "COMMIT":
            self.after_commit()
        return result


def disk_error():
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_DIR_FSYNC
    raise error


@pytest.fixture
def faulty(diary):
    diary.close()
    connection = sqlite3.connect(diary.path, isolation_level=None, factory=Faulty)
    with Diary(Database(diary.path, connection)) as faulty:
        yield faulty


def test_a_commit_that_stands_is_saved_though_the_disk_reported_an_error(faulty, check_in):
    faulty.database.connection.after_commit = disk_error
    faulty.keep(new := check_in(0))
    assert faulty.get(new.id) == new
    faulty.remove(new.id)
    assert faulty.get(new.id) is None


def test_a_commit_that_failed_is_told_and_undone(faulty, check_in):
    before = faulty.all()
    faulty.database.connection.before_commit = disk_error
    with pytest.raises(DiaryUnwritable, match="check the disk"):
        faulty.keep(check_in(0))
    with pytest.raises(DiaryUnwritable):
        faulty.remove(before[0].id)
    assert faulty.all() == before


def test_a_commit_that_can_not_be_looked_up_is_told_as_failed(faulty, check_in):
    faulty.database.connection.after_commit = disk_error
    faulty.database.connection.reads = False
    with pytest.raises(DiaryUnwritable):
        faulty.keep(check_in(0))


def test_a_file_that_is_moved_during_the_commit_is_not_told_as_saved(faulty, check_in):
    faulty.database.connection.before_commit = lambda: rename(faulty.path)
    with pytest.raises(DiaryMoved):
        faulty.keep(check_in(0))


@contextmanager
def as_anyone():
    """Not as root, who may write anywhere."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def shelf():
    """A folder that as_anyone owns."""
    with TemporaryDirectory() as name, as_anyone_owns(Path(name)) as folder:
        yield folder


@contextmanager
def as_anyone_owns(folder: Path):
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, -1)
    yield folder
    folder.chmod(0o700)


@pytest.mark.parametrize("read_only", ["file", "folder"])
def test_a_diary_that_may_only_be_read_is_read_but_not_opened_to_write(read_only, shelf, now, check_in):
    path = shelf / "painmap.diary"
    with as_anyone():
        with Diary.open(path, now) as diary:
            diary.keep(check_in(0))
        (path if read_only == "file" else shelf).chmod(0o400 if read_only == "file" else 0o500)
        with pytest.raises(DiaryUnwritable, match="allow writing"):
            Diary.open(path, now)
        with Diary.read(path) as diary:
            assert diary.count() == 1


@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_diary_that_may_not_be_read_is_not_called_missing(closed, shelf, now):
    path = shelf / "painmap.diary"
    with as_anyone():
        Diary.open(path, now).close()
        (path if closed == "file" else shelf).chmod(0)
        with pytest.raises(DiaryClosed, match="allow reading"):
            Diary.read(path)


def test_a_place_that_turns_read_only_while_the_diary_is_open_loses_nothing(shelf, now, check_in):
    with as_anyone(), Diary.open(shelf / "painmap.diary", now) as diary:
        diary.keep(kept := check_in(0))
        shelf.chmod(0o500)
        with pytest.raises(DiaryUnwritable, match="allow writing"):
            diary.keep(check_in(1))
        assert diary.all() == (kept,)
        shelf.chmod(0o700)
        diary.keep(check_in(1))
        assert diary.count() == 2


def test_a_diary_is_not_begun_where_nothing_may_be_written(shelf, tmp_path, now):
    shelf.chmod(0o500)
    with as_anyone():
        for path in (shelf / "painmap.diary", shelf / "new" / "painmap.diary"):
            with pytest.raises(DiaryUnwritable, match="allow writing"):
                Diary.open(path, now)
    (tmp_path / "a file").touch()
    with pytest.raises(DiaryUnwritable):
        Diary.open(tmp_path / "a file" / "painmap.diary", now)
    with pytest.raises(DiaryUnwritable):
        private_folder(tmp_path / "a file")


@pytest.mark.parametrize(
    ("code", "kind", "says"),
    [
        (sqlite3.SQLITE_BUSY, DiaryInUse, "close it there"),
        (sqlite3.SQLITE_LOCKED, DiaryInUse, "close it there"),
        (sqlite3.SQLITE_CORRUPT_INDEX, DiaryDamaged, "newest copy"),
        (sqlite3.SQLITE_READONLY_DBMOVED, DiaryMoved, "put it back"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, DiaryUnwritable, "allow writing"),
        (sqlite3.SQLITE_FULL, DiaryUnwritable, "free some space"),
        (sqlite3.SQLITE_IOERR_FSYNC, DiaryUnwritable, "check the disk"),
    ],
)
def test_an_error_of_sqlite_is_told_with_a_next_step(code, kind, says, tmp_path):
    error = sqlite3.OperationalError("as SQLite has it")
    error.sqlite_errorcode = code
    told = trouble(error, tmp_path / "painmap.diary")
    assert type(told) is kind
    assert says in str(told)
    assert str(tmp_path) in str(told)
    assert told.detail == "as SQLite has it"


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "free some space"),
        (errno.EIO, "check the disk"),
        (errno.EROFS, "allow"),
        (errno.ENOENT, "its folder is not there any more"),
    ],
)
def test_an_error_of_the_file_system_is_told_with_a_next_step(number, says, tmp_path):
    assert says in str(unwritable(OSError(number, "as the system has it"), tmp_path))


@pytest.mark.parametrize("move", [delete, rename, replace_by_text, remove_folder])
def test_a_backup_of_a_diary_that_is_gone_is_refused(move, tmp_path, now, check_in):
    path = tmp_path / "folder" / "painmap.diary"
    with Diary.open(path, now) as diary:
        diary.keep(check_in(0))
    move(path)
    with pytest.raises(DiaryTrouble):
        own_copy(path, tmp_path / "backups", now)
    assert not (tmp_path / "backups").exists()


def test_a_backup_can_be_made_while_another_program_reads_and_not_while_it_writes(diary, path, now, impatient):
    folder = path.parent / "backups"
    with another_program(path, "BEGIN;SELECT * FROM check_in"):
        assert own_copy(path, folder, now) is not None
    with another_program(path, "BEGIN EXCLUSIVE"), pytest.raises(DiaryInUse):
        own_copy(path, folder, now)
    assert len(list(folder.iterdir())) == 1


def test_two_instances_that_back_up_at_once_make_two_whole_copies(diary, path, now):
    folder = path.parent / "backups"
    with ThreadPoolExecutor(4) as several:
        made = set(several.map(lambda _: own_copy(path, folder, now), range(8)))
    assert len(made) == 8
    for copy in made:
        with Diary.read(copy) as copied:
            assert copied.all() == diary.all()


def test_a_change_while_a_backup_is_made_is_kept_and_the_backup_is_of_one_moment(diary, path, now, check_in):
    folder = path.parent / "backups"
    with ThreadPoolExecutor(1) as beside:
        made = beside.submit(lambda: [own_copy(path, folder, now) for _ in range(12)])
        kept = 0
        while not made.done():
            diary.keep(check_in(20 + kept % 300, overall_pain=kept % 11))
            kept += 1
            time.sleep(0.01)
    assert kept > 3
    assert diary.count() == 12 + kept
    for copy in made.result():
        with Diary.read(copy) as copied:
            assert set(copied.all()) <= set(diary.all())
