"""Reviews, treatments, uses, events and appointments as rows: one table a kind, each record as its text."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from typing import TypeVar

from painmap.domain.event import Appointment, Event
from painmap.domain.kept import Kept
from painmap.domain.kinds import KINDS, Kind, record_text
from painmap.domain.review import WeeklyReview
from painmap.domain.treatment import Treatment, Use
from painmap.storage.database import Database
from painmap.storage.rows import NOT_AS_KEPT, sound

K = TypeVar("K", bound=Kept)
_TABLES: Mapping[type[Kept], str] = {
    WeeklyReview: "weekly_review",
    Treatment: "treatment",
    Use: "treatment_use",
    Event: "event",
    Appointment: "appointment",
}


def read(database: Database, kind: Kind[K], which: str = "", *values: object) -> tuple[K, ...]:
    """The records of a kind for which the condition holds, by their ids.

    Each is compared with the digest it was kept with. Raises DiaryTrouble.
    """
    with database.reading() as connection, sound(database):
        return tuple(kind.from_record(json.loads(text)) for text in _verified(connection, kind, which, values))


def verify(database: Database) -> None:
    """Compares every record with the digest it was kept with. Raises DiaryTrouble."""
    with database.reading() as connection, sound(database):
        for kind in KINDS:
            for _ in _verified(connection, kind, "", ()):
                pass


def sound_ones(connection: sqlite3.Connection, kind: Kind[K], order: str) -> Iterator[K]:
    """The records of a damaged table that are as they were kept, by id 'ASC' or 'DESC'. Raises what SQLite raises."""
    for row in _rows(connection, kind, "", (), order):
        with suppress(*NOT_AS_KEPT):
            yield kind.from_record(json.loads(_as_kept(kind, *row)))


def count(database: Database, kind: Kind[K]) -> int:
    """How many records of a kind there are. Raises DiaryTrouble."""
    with database.reading() as connection:
        return int(connection.execute(f"SELECT count(*) FROM {_TABLES[kind.of]}").fetchone()[0])


def write(connection: sqlite3.Connection, kept: Kept) -> None:
    """Puts the record in the place of one of the same id, inside the caller's transaction."""
    text = record_text(kept)
    given = {"id": kept.id, **({"treatment": kept.treatment_id} if isinstance(kept, Use) else {})}
    row = {**given, "record": text, "digest": _mark(text, *given.values())}
    others = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
    connection.execute(
        f"INSERT INTO {_TABLES[type(kept)]} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
        f" ON CONFLICT (id) DO UPDATE SET {others}",
        tuple(row.values()),
    )


def remove(connection: sqlite3.Connection, kept: Kept) -> None:
    """Takes the record out, inside the caller's transaction; uses go before their treatment."""
    connection.execute(f"DELETE FROM {_TABLES[type(kept)]} WHERE id = ?", (kept.id,))


def digest(kept: Kept) -> str:
    """What the record is kept with: the sha256 of its row."""
    columns = (kept.id, kept.treatment_id) if isinstance(kept, Use) else (kept.id,)
    return _mark(record_text(kept), *columns)


def _mark(text: str, *columns: str) -> str:
    return sha256("\n".join((*columns, text)).encode("utf-8", "surrogatepass")).hexdigest()


def _verified(connection: sqlite3.Connection, kind: Kind[K], which: str, values: tuple[object, ...]) -> Iterator[str]:
    for row in _rows(connection, kind, which, values):
        yield _as_kept(kind, *row)


def _rows(
    connection: sqlite3.Connection, kind: Kind[K], which: str, values: tuple[object, ...], order: str = "ASC"
) -> Iterator[tuple[str, ...]]:
    own = "id, treatment" if kind.of is Use else "id"
    where = f"WHERE {which}" if which else ""
    query = f"SELECT digest, record, {own} FROM {_TABLES[kind.of]} {where} ORDER BY id {order}"
    yield from connection.execute(query, values)


def _as_kept(kind: Kind[K], mark: str, text: str, *columns: str) -> str:
    """The record's text. Raises ValueError where it is not what its digest says."""
    if _mark(text, *columns) != mark:
        raise ValueError(f"{kind.noun} {columns[0]} is not as it was kept")
    return text
