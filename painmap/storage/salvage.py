"""What can still be read of a damaged diary: each thing on its own, and only where its digest is right."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from painmap.domain.contents import Contents
from painmap.domain.kept import Kept
from painmap.domain.kinds import KINDS, Kind
from painmap.storage import records, rows
from painmap.storage.database import as_it_is, expected
from painmap.storage.files import PART
from painmap.storage.header import MAGIC
from painmap.storage.keys import MARK
from painmap.storage.schema import STEPS, build, tables
from painmap.storage.trouble import unwritable

if TYPE_CHECKING:
    from painmap.domain.checkin import CheckIn

_PAGE_SIZES = {1 << n for n in range(9, 16)} | {1}
_DAMAGE = (sqlite3.Error, OverflowError, RecursionError, *rows.NOT_AS_KEPT)
_FAR = 1_000_000
"""Numbers of check-ins beyond this are damage themselves."""


@dataclass(frozen=True)
class Salvaged:
    """What is as it was kept, and how many check-ins are seen to be there that are not, or can't be read.

    Some uses may have lost their treatment.
    """

    contents: Contents
    unreadable: int = 0


def salvage(path: Path) -> Salvaged:
    """Reads what can be read of a damaged diary, on a private copy; the file itself stays as it is.

    Raises DiaryUnwritable where there is no room for the copy.
    """
    try:
        with _scratch(path) as copied, closing(as_it_is(copied)) as connection:
            _bring_up_to_date(connection)
            return _read(connection)
    except _DAMAGE:
        return Salvaged(Contents())
    except OSError as error:
        raise unwritable(error, path.parent) from error


@contextmanager
def _scratch(path: Path) -> Iterator[Path]:
    """A copy with its journal, for the patient's eyes only; its first 100 bytes are set right where they can be."""
    folder = Path(mkdtemp(prefix=PART, dir=path.parent))
    try:
        copied = folder / path.name
        content = bytearray(path.read_bytes())
        if not content.startswith(MARK):
            _mend_header(content)
        _write(copied, bytes(content))
        with suppress(FileNotFoundError):
            _write(Path(f"{copied}-journal"), Path(f"{path}-journal").read_bytes())
        yield copied
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(content)


def _mend_header(content: bytearray) -> None:
    """What is the same in every diary, so that a few flipped bits there don't cost the whole."""
    if len(content) < 512:
        return
    if int.from_bytes(content[16:18], "big") not in _PAGE_SIZES:
        content[16:18] = (4096).to_bytes(2, "big")
    size = int.from_bytes(content[16:18], "big")
    pages = len(content) // (65_536 if size == 1 else size)
    content[:16] = MAGIC
    content[18:24] = bytes((1, 1, 0, 64, 32, 32))
    content[28:32] = pages.to_bytes(4, "big")
    content[44:48] = (4).to_bytes(4, "big")
    content[52:56] = bytes(4)
    content[56:60] = (1).to_bytes(4, "big")
    content[92:96] = content[24:28]


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    """The version is told by the tables: the number may be damaged."""
    there = {name for name, _ in tables(connection)}
    version = max(n for n in range(len(STEPS) + 1) if {name for name, _ in expected(STEPS[:n])} <= there)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("BEGIN")
    build(connection, STEPS)
    connection.execute("COMMIT")


def _read(connection: sqlite3.Connection) -> Salvaged:
    numbers = _numbers(connection)
    found: dict[str, CheckIn] = {}
    for number in numbers:
        with suppress(*_DAMAGE):
            check_in = rows.one(connection, number)
            found[check_in.id] = check_in
    kept: list[Kept] = [record for kind in KINDS for record in _records(connection, kind)]
    in_order = sorted(found.values(), key=lambda each: (each.day, each.recorded_at))
    return Salvaged(Contents.of((*in_order, *kept)), len(numbers) - len(found))


def _numbers(connection: sqlite3.Connection) -> list[int]:
    """The numbers of all check-ins that the table or one of its indexes still names."""
    found: set[int] = set()
    for where in ("NOT INDEXED", "INDEXED BY check_in_by_day", "INDEXED BY sqlite_autoindex_check_in_1"):
        for order in ("ASC", "DESC"):
            by = {"NOT INDEXED": "number", "INDEXED BY check_in_by_day": "day"}.get(where, "id")
            with suppress(*_DAMAGE):
                for (number,) in connection.execute(f"SELECT number FROM check_in {where} ORDER BY {by} {order}"):
                    found.add(number)
    return sorted(number for number in found if 0 < number < _FAR)


def _records(connection: sqlite3.Connection, kind: Kind[Kept]) -> list[Kept]:
    """From both ends of the table as far as it can be read."""
    found: dict[str, Kept] = {}
    for order in ("ASC", "DESC"):
        with suppress(*_DAMAGE):
            for record in records.sound_ones(connection, kind, order):
                found[record.id] = record
    return [found[id] for id in sorted(found)]
