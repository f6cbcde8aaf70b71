"""What can be told of a diary file without SQLite: whose it is, and whether a save was cut short."""

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
    try:
        return Path(f"{path}-journal").stat().st_size > 0
    except OSError:
        return False


def has_foreign_wal(path: Path) -> bool:
    """Whether a write-ahead log lies beside a diary that has none: SQLite would write its pages into the diary."""
    try:
        with path.open("rb") as file:
            header = file.read(_WRITES_AHEAD.stop)
        there = Path(f"{path}-wal").stat().st_size > 0
    except OSError:
        return False
    return there and not (header.startswith(MAGIC) and header[_WRITES_AHEAD] == b"\2\2")
