"""What can be told of a diary file without SQLite: whose it is, and whether a save was cut short."""

from pathlib import Path

MAGIC = b"SQLite format 3\0"
"""How each SQLite file without a passphrase begins."""
_APPLICATION = slice(68, 72)


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
