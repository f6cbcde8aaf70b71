"""Writing a file whole or not at all, readable by its owner only, and never over somebody else's file."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from painmap.exchange.trouble import BadFile

if TYPE_CHECKING:
    import re

_START = 4096


def write_whole(content: bytes, path: Path, ours: "re.Pattern[bytes]", kind: str) -> None:
    """Writes the file beside its place, to the disk, and then puts it there.

    A file that exists is replaced only where its first 4096 bytes match `ours`, which says that it is of the
    same `kind` ("a Painmap export"). Raises BadFile where it is not, OSError where the place can't be written to.
    """
    if not may_replace(path, ours):
        raise BadFile(f"{path} already exists and is not {kind}, so it was left alone; choose another name.")
    handle, name = tempfile.mkstemp(prefix=".painmap-", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _settle(path.parent)


def may_replace(path: Path, ours: "re.Pattern[bytes]") -> bool:
    """Whether nothing is at the path, or a file whose beginning matches `ours`."""
    if not os.path.lexists(path):
        return True
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return ours.match(file.read(_START)) is not None


def _settle(folder: Path) -> None:
    """Sees that the new name is on the disk too. Windows does so by itself and opens no folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
