"""Writing a file whole or not at all, readable by its owner only, and never over somebody else's file."""

import os
import re
import tempfile
from pathlib import Path

from painmap.domain.course import UNTOLD, Course
from painmap.exchange.trouble import BadFile

_START = 1_000_000
_PIECE = 1_000_000
"""Bytes that are written at one stroke."""


def write_whole(content: bytes, path: Path, over: re.Pattern[bytes] | None = None, course: Course = UNTOLD) -> None:
    """Writes the file beside its place and to the disk, and then puts it there.

    What stands there already is replaced only where `over` matches somewhere in its first million bytes.
    Raises BadFile where it may not be replaced, OSError where the place can't be written to, and Cancelled where the
    course stops it, and then nothing is left of it.
    """
    replaces = may_replace(path, over)
    if os.path.lexists(path) and not replaces:
        raise _taken(path)
    handle, name = tempfile.mkstemp(prefix=".painmap-", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            for start in course.along(range(0, len(content), _PIECE)):
                file.write(content[start : start + _PIECE])
            file.flush()
            os.fsync(file.fileno())
        course.settle()
        if replaces:
            part.replace(path)
        else:
            _name(part, path)
    finally:
        part.unlink(missing_ok=True)
    _settle(path.parent)


def may_replace(path: Path, over: re.Pattern[bytes] | None) -> bool:
    """Whether a file is there whose beginning says that it may be replaced."""
    if over is None or not path.is_file():
        return False
    with path.open("rb") as file:
        return over.search(file.read(_START)) is not None


def _name(part: Path, path: Path) -> None:
    """Gives the file its name. A link never replaces what took the name meanwhile; not every disk has links."""
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise _taken(path) from None
    except OSError:
        if os.path.lexists(path):
            raise _taken(path) from None
        part.rename(path)


def _taken(path: Path) -> BadFile:
    return BadFile(f"There is already something at {path} and it was left as it is; choose another name.")


def _settle(folder: Path) -> None:
    """Sees that the new name is on the disk too. Windows does so by itself and opens no folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
