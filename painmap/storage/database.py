"""Opening the diary file: what it is, how SQLite is to treat it, its transactions."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from painmap.storage import schema
from painmap.storage.files import allowed, identity, private_folder, whole, writable
from painmap.storage.header import application_of, unfinished
from painmap.storage.keys import Held, Key, held, key_of, key_of_folder
from painmap.storage.pouring import pour
from painmap.storage.sealed import address_of, connect_sealed
from painmap.storage.strays import mode_for
from painmap.storage.trouble import (
    NOT_ALLOWED,
    NOT_TAKEN,
    DiaryClosed,
    DiaryDamaged,
    DiaryInUse,
    DiaryMissing,
    DiaryMoved,
    DiaryTooNew,
    DiaryUnwritable,
    NotADiary,
    trouble,
)

PATIENCE = 1.0
"""Seconds to wait for another program that holds the file."""

_SETTINGS = (
    "synchronous = EXTRA",
    "fullfsync = ON",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
)


class Database:
    """An open diary file: one connection, and the transactions that read and write through it.

    `key` is what the file is encrypted with, None where it is not.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, key: Key | None = None) -> None:
        self.path = path
        self.connection = connection
        self.key = key
        self._held = Held(path, key)

    def close(self) -> None:
        """Lets go of the file."""
        self.connection.close()
        self._held.let_go()

    @property
    def version(self) -> int:
        """Version of the tables."""
        with self.reading() as connection:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """What the block reads is of one moment, also while another program writes. Raises DiaryTrouble."""
        with told(self.path):
            if self.connection.in_transaction:
                yield self.connection
                return
            self.connection.execute("BEGIN")
            with self._undone_unless_committed():
                yield self.connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All that the block writes is in the file when it ends, or nothing of it. Raises DiaryTrouble."""
        self._stay()
        with told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            with self._undone_unless_committed():
                yield self.connection
                self.connection.execute("COMMIT")
        self._stay()

    def still_there(self) -> None:
        """Looks whether the path leads to the file that was opened. Raises DiaryMoved."""
        self._stay()

    def check(self, steps: tuple[schema.Step, ...] = schema.STEPS) -> None:
        """Looks whether the file is sound and its tables are as they were made. Raises DiaryDamaged."""
        with self.reading() as connection:
            if schema.tables(connection) != expected(steps[: self.version]):
                raise DiaryDamaged(self.path, "the tables are not those of this version")
            (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if verdict != "ok":
                raise DiaryDamaged(self.path, verdict)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise DiaryDamaged(self.path, "a region belongs to no check-in, or a use to no treatment")

    @contextmanager
    def _undone_unless_committed(self) -> Iterator[None]:
        try:
            yield
        finally:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")

    def _stay(self) -> None:
        """SQLite looks for a moved file when it begins to write; this looks once more after the commit."""
        if identity(self.path) != self._held.identity:
            raise DiaryMoved(self.path)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into what the patient is told."""
    try:
        yield
    except sqlite3.Error as error:
        explained = trouble(error, path)
        if explained is None:
            raise
        raise explained from error
    except UnicodeDecodeError as error:
        # SQLite's own message can have a piece of a damaged file in it.
        raise DiaryDamaged(path, str(error)) from error


def create(path: Path, steps: tuple[schema.Step, ...] = schema.STEPS) -> None:
    """Begins a diary where nothing is. Raises DiaryTrouble."""
    if Path(f"{path}-journal").exists():
        # SQLite would play a journal left of a lost diary back into the new one.
        raise DiaryMoved(path, "the journal of an unfinished save is there without its diary")
    private_folder(path.parent)
    try:
        key = key_of_folder(path.parent)
        with whole(path) as part, told(path), closing(connect(part, "rw", key)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            schema.build(connection, steps)
            connection.execute("COMMIT")
    except FileExistsError:
        raise NotADiary(path, "something was put there in the meantime") from None


def open_existing(path: Path, *, for_writing: bool, newest: int = len(schema.STEPS)) -> Database:
    """Opens the diary of this path, and never makes or changes one that is not of a version up to `newest`.

    Raises DiaryTrouble.
    """
    try:
        path.lstat()
    except PermissionError:
        raise DiaryClosed(path) from None
    except OSError:
        raise DiaryMissing(path) from None
    if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises where a link leads to a closed folder
        raise NotADiary(path)
    if path.stat().st_size == 0:
        raise DiaryDamaged(path, "the file is empty")
    if not allowed(path, os.R_OK):
        raise DiaryClosed(path)
    if for_writing and not writable(path):
        raise DiaryUnwritable(path, NOT_ALLOWED)
    key = key_of(path)
    with told(path):
        _look(path, newest, key)
        connection = connect(path, mode_for(path, for_writing=for_writing), key)
        try:
            _identify(connection, path, newest)
            _set(connection, path, for_writing=for_writing)
        except BaseException:
            connection.close()
            raise
    return Database(path, connection, key)


def copy_pages(database: Database, part: Path, target: Path) -> tuple[int, int]:
    """Copies the file as it is at this moment into an empty one that is to become `target`, and compares the two.

    Whoever writes waits only while the pages are copied. Gives what `amount` does. Raises DiaryTrouble.
    """
    key = database.key
    with database.reading() as source, told(target), closing(connect(part, "rw", key)) as connection:
        # Read first: that holds off whoever writes until the pages are copied, so that both are of one moment.
        there = marks(source)
        source.backup(connection)
    with told(target), closing(connect(part, "ro", key)) as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if verdict != "ok" or marks(connection) != there:
            raise DiaryUnwritable(target, NOT_TAKEN, f"the copy differs: {verdict}")
        return _days(connection), sum(map(len, there.values()))


def in_memory(database: Database) -> Database:
    """The same content in memory, where it can be brought up to date and looked at; the file stays as it is."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with ExitStack() as unless_copied, database.reading() as source:
        unless_copied.callback(connection.close)
        pour(source, connection)
        unless_copied.pop_all()
    return Database(database.path, connection, database.key)


def as_it_is(path: Path) -> sqlite3.Connection:
    """Opens a file that may be damaged, without asking what it is. Raises sqlite3.Error."""
    return connect(path, "rw", key_of(path), damaged=True)


def amount(database: Database) -> tuple[int, int]:
    """How many days have a check-in, and how many things are kept, in a diary of any version. Raises DiaryTrouble."""
    with database.reading() as connection:
        return _days(connection), sum(map(len, marks(connection).values()))


def _days(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(DISTINCT day) FROM check_in").fetchone()[0])


def marks(connection: sqlite3.Connection) -> dict[str, list[object]]:
    """The id and digest of all that is kept, whatever the version of the tables."""
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%digest TEXT NOT NULL%'"
    names = [name for (name,) in connection.execute(query)]
    return {name: connection.execute(f"SELECT id, digest FROM {name} ORDER BY id").fetchall() for name in names}


def connect(path: Path, mode: str, key: Key | None, *, damaged: bool = False) -> sqlite3.Connection:
    """The one place where a diary file is opened, in a mode such as 'ro'. Raises DiaryTrouble, sqlite3.Error."""
    address = address_of(path, mode)
    if key is None:
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=PATIENCE)
    else:
        connection = connect_sealed(address, key, PATIENCE, damaged=damaged)
    try:
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        # Not only SQLite's errors: its message about a damaged file may not even be text.
        connection.close()
        raise
    return connection


def _look(path: Path, newest: int, key: Key | None) -> None:
    """Looks at the file alone, without locks or files beside it: it may be another program's.

    A save that was cut short left pages that only its journal makes good: the file alone then tells only whose it is.
    """
    if unfinished(path):
        # The journal of a save that is under way here says so too; to read the file would drop the locks of that save.
        if key is None and held(path) is None and application_of(path) != schema.APPLICATION_ID:
            raise NotADiary(path)
        return
    with closing(connect(path, "ro&immutable=1", key)) as connection:
        _identify(connection, path, newest)


def _identify(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != schema.APPLICATION_ID:
        raise NotADiary(path)
    if version > newest:
        raise DiaryTooNew(path)
    if version < 1:
        raise DiaryDamaged(path, "the version of the tables is lost")


def _set(connection: sqlite3.Connection, path: Path, *, for_writing: bool) -> None:
    if not for_writing:
        connection.execute("PRAGMA query_only = ON")
        return
    (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    if mode != "delete":
        raise DiaryInUse(path, f"journal mode {mode}")


def expected(steps: tuple[schema.Step, ...]) -> list[tuple[str, str]]:
    """The tables and indexes that these steps make, as `schema.tables` gives them."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.build(connection, steps)
        return schema.tables(connection)
