"""A journal or log beside a diary that is not its own: SQLite would write its pages into the diary all the same."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from painmap.storage.files import set_aside
from painmap.storage.header import MAGIC, beside, has_wal, unfinished, writes_ahead
from painmap.storage.keys import MARK, SALT, held
from painmap.storage.trouble import unwritable

_BEGINS = bytes.fromhex("d9d505f920a163d7")
_HEADER, _PER_SUM = 28, 200
_COUNTER = slice(24, 28)
"""Where page 1 counts the saves: the page as the journal has it is the one before the save, or its own."""
_LARGEST = 65_536


def mode_for(path: Path, *, for_writing: bool) -> str:
    """How SQLite may open the file, such as 'rw'; what is not its own is set aside, or for reading not looked at.

    Raises DiaryUnwritable.
    """
    left = strays(path)
    if not left:
        return "rw"
    if not for_writing:
        return "ro&immutable=1"
    try:
        for each in left:
            set_aside(each)
    except OSError as error:
        raise unwritable(error, path) from error
    return "rw"


def strays(path: Path) -> tuple[Path, ...]:
    """What lies beside the file and is not its own.

    To read a file that is open here would drop its locks: its journal is its own, and its log was looked at before.
    """
    known = held(path)
    ahead = not has_wal(path) or (known.writes_ahead if known else writes_ahead(path))
    journal = foreign_journal(path) if known is None and unfinished(path) else None
    return (*(() if ahead else beside(path, "wal")), *((journal,) if journal else ()))


def foreign_journal(path: Path) -> Path | None:
    """The journal beside a file that this process has not open, where it is surely not of this file as it is now.

    It is of another file, or of another moment, as where a copy was put in the place of a diary whose save was cut
    short. The file is read twice, so that a save of another program meanwhile is not taken for one.
    """
    for journal in beside(path, "journal"):
        before = _begin(path)
        try:
            with journal.open("rb") as file:
                first = next((page for number, page in _pages(file) if number == 1), None)
        except OSError:
            continue
        if first is not None and before == _begin(path) and not _may_be_of(before, first):
            return journal
    return None


def _begin(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_COUNTER.stop)
    except OSError:
        return b""


def _may_be_of(file: bytes, first: bytes) -> bool:
    """Whether this may be the first page before a save of the file, which begins so. What is torn may be anything."""
    if file.startswith(MARK):
        return first[:SALT] == file[:SALT]
    if not file.startswith(MAGIC):
        return True
    count = int.from_bytes(first[_COUNTER], "big")
    now = int.from_bytes(file[_COUNTER], "big")
    return first.startswith(MAGIC) and now in (count, (count + 1) % 2**32)


def _pages(journal: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The pages that SQLite would write into the file, with their numbers."""
    end = os.fstat(journal.fileno()).st_size
    begin = 0
    while begin < end:
        journal.seek(begin)
        header = journal.read(_HEADER)
        count, nonce, _, sector, size = (int.from_bytes(header[n : n + 4], "big") for n in range(8, _HEADER, 4))
        if not header.startswith(_BEGINS) or not 0 < sector <= _LARGEST or not 0 < size <= _LARGEST:
            return
        journal.seek(begin + sector)
        for _ in range(min(count, end // size)):
            number, page = int.from_bytes(journal.read(4), "big"), journal.read(size)
            told = int.from_bytes(journal.read(4), "big")
            if len(page) < size or told != (nonce + sum(page[size - _PER_SUM : 0 : -_PER_SUM])) % 2**32:
                return
            yield number, page
        begin = -(-journal.tell() // sector) * sector
