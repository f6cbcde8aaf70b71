"""What can be told of a diary file without SQLite: whose it is, and whether a save was cut short.

To read and close a file that this process has open would drop SQLite's locks: what reads it here is asked before.
"""

import os
from pathlib import Path

MAGIC = b"SQLite format 3\0"
"""How each SQLite file without a passphrase begins."""
_APPLICATION, _WRITES_AHEAD = slice(68, 72), slice(18, 20)


def application_of(path: Path) -> int:
    """The number of the program that a file belongs to; 0 where it is no SQLite file. Raises OSError."""
    with path.open("rb") as file:
        header = file.read(_APPLICATION.stop)
    return int.from_bytes(header[_APPLICATION], "big") if header.startswith(MAGIC) else 0


def unfinished(path: Path) -> bool:
    """Whether a save was cut short, or is under way: then some pages are right only with what is in the journal."""
    return any(_has_something(each) for each in beside(path, "journal"))


def has_wal(path: Path) -> bool:
    """Whether a write-ahead log with something in it lies beside the file."""
    return any(_has_something(each) for each in beside(path, "wal"))


def writes_ahead(path: Path) -> bool:
    """Whether the file has a write-ahead log of its own; a diary has none, nor has a file that can't be read."""
    try:
        with path.open("rb") as file:
            header = file.read(_WRITES_AHEAD.stop)
    except OSError:
        return False
    return header.startswith(MAGIC) and header[_WRITES_AHEAD] == b"\2\2"


def beside(path: Path, end: str) -> tuple[Path, ...]:
    """Where SQLite has the 'journal' or 'wal' of a file: of a link, beside what it leads to on most systems."""
    return tuple({Path(f"{each}-{end}"): None for each in (path, Path(os.path.realpath(path)))})


def _has_something(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False
