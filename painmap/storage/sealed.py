"""Connections to files under a passphrase, which behave as those of sqlite3, down to their errors."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from painmap.storage.keys import Key
from painmap.storage.trouble import DiaryTrouble

NO_CIPHER = (
    "Passphrases need the part sqlcipher3, which is not installed; "
    "install it with 'pip install sqlcipher3' and start Painmap again."
)
_QUIET = "PRAGMA cipher_log_level = NONE"
"""It would write to standard error what is raised anyway."""


def available() -> bool:
    """Whether files under a passphrase can be opened and made."""
    try:
        _library()
    except DiaryTrouble:
        return False
    return True


def connect_sealed(address: str, key: Key, timeout: float, *, damaged: bool = False) -> sqlite3.Connection:
    """Opens a file under a passphrase. That the key is right shows when it is read first.

    A page that its key does not fit makes all later reads fail; where a damaged file is to be read as far as
    possible, the file is opened once more then. Raises DiaryTrouble where sqlcipher3 is missing, sqlite3.Error.
    """
    library = _library()

    def opened() -> Any:
        connection = library.connect(address, uri=True, isolation_level=None, timeout=timeout)
        for statement in (
            _QUIET,
            f"PRAGMA key = \"x'{key.secret.hex()}{key.salt.hex()}'\"",
            "PRAGMA temp_store = MEMORY",
        ):
            connection.execute(statement)
        return connection

    # All that the diary asks of a connection, it has; sqlite3 has no class for less.
    return cast("sqlite3.Connection", _Connection(library, opened, again=damaged))


class _Connection:
    """A connection of sqlcipher3 that raises sqlite3's errors."""

    def __init__(self, library: ModuleType, opened: Callable[[], Any], *, again: bool) -> None:
        self._library, self._opened, self._again = library, opened, again
        with self._told():
            self._connection = opened()

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._connection.in_transaction)

    def execute(self, query: str, values: Iterable[Any] = ()) -> "_Cursor":
        """Runs one statement."""
        with self._told():
            return _Cursor(self._told, self._connection.execute(query, values))

    def executemany(self, query: str, rows: Iterable[Iterable[Any]]) -> "_Cursor":
        """Runs one statement for each row of values."""
        with self._told():
            return _Cursor(self._told, self._connection.executemany(query, rows))

    def backup(self, target: "_Connection") -> None:
        """Copies all pages into another file under the same key."""
        with self._told():
            self._connection.backup(target._connection)

    def create_function(self, name: str, count: int, function: Callable[..., object], *, deterministic: bool) -> None:
        """Makes a function of Python one of SQL."""
        self._connection.create_function(name, count, function, deterministic=deterministic)

    def set_progress_handler(self, heard: Callable[[], int], every: int) -> None:
        """Has a function called every so many steps of SQLite."""
        self._connection.set_progress_handler(heard, every)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            with _as_sqlite(self._library):
                yield
        except sqlite3.DatabaseError as error:
            if self._again and getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_CORRUPT:
                self._connection.close()
                self._connection = self._opened()
            raise


class _Cursor:
    """Rows, read with sqlite3's errors."""

    def __init__(self, told: Callable[[], AbstractContextManager[None]], cursor: Any) -> None:
        self._told, self._cursor = told, cursor

    def __iter__(self) -> Iterator[Any]:
        with self._told():
            yield from self._cursor

    def fetchone(self) -> Any:
        """The next row, or None."""
        with self._told():
            return self._cursor.fetchone()

    def fetchall(self) -> list[Any]:
        """The rows that are left."""
        with self._told():
            return cast("list[Any]", self._cursor.fetchall())


@contextmanager
def _as_sqlite(library: ModuleType) -> Iterator[None]:
    """The one place where errors of sqlcipher3 become those of sqlite3, with their codes.

    A page that its key does not fit is damage: whether the passphrase is right was looked up before.
    """
    try:
        yield
    except library.Error as error:
        told: sqlite3.Error = getattr(sqlite3, type(error).__name__)(str(error))
        code = getattr(error, "sqlite_errorcode", None)
        if code is not None:
            told.sqlite_errorcode = sqlite3.SQLITE_CORRUPT if code == sqlite3.SQLITE_NOTADB else code
        raise told from error


def _library() -> ModuleType:
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:
        raise DiaryTrouble(NO_CIPHER, str(error)) from error
    return cast("ModuleType", dbapi2)


def address_of(path: Path, mode: str) -> str:
    """The file as SQLite is told of it, to be opened in a mode such as 'ro'."""
    return f"{path.absolute().as_uri()}?mode={mode}"
