"""New files that are there whole or not at all, for the patient's eyes only."""

import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from painmap.storage.trouble import unwritable

PART = ".painmap-part-"
"""How the name of a file begins that is not yet whole."""
_UNDER_WAY: set[str] = set()
"""The names of those that this program is writing now, in whatever thread: nobody clears them away."""


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A temporary empty file beside `target`, to be filled; it takes the target's name when the block ends well.

    What has the target's name by then stays: raises FileExistsError. Raises DiaryUnwritable.
    """
    with part_in(target.parent, target) as part:
        yield part
        name_part(part, target)


@contextmanager
def part_in(folder: Path, target: Path, whose: str = "") -> Iterator[Path]:
    """A temporary empty file in a folder, which goes when the block ends; errors name the target.

    In a folder that others use too, `whose` tells its name from theirs. Raises DiaryUnwritable.
    """
    part = folder / f"{PART}{whose}{secrets.token_hex(4)}"
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        _UNDER_WAY.add(part.name)
        yield part
    except FileExistsError:
        raise
    except OSError as error:
        raise unwritable(error, target) from error
    finally:
        _UNDER_WAY.discard(part.name)
        for written in (part, Path(f"{part}-journal")):
            with suppress(OSError):
                written.unlink()


def name_part(part: Path, target: Path) -> None:
    """Gives what was written a name that lasts through a power cut. Raises FileExistsError, OSError."""
    _flush(part)
    _name(part, target)
    flush_folder(target.parent)


def put_part(part: Path, target: Path) -> None:
    """As `name_part`, and in the place of an older file of that name, at one stroke. Raises OSError."""
    _flush(part)
    part.replace(target)
    flush_folder(target.parent)


def put_text(text: str, target: Path) -> None:
    """Writes a small file, in the place of an older one of that name. Raises DiaryUnwritable."""
    with part_in(target.parent, target) as part:
        part.write_text(text, encoding="utf-8")
        put_part(part, target)


def left_over(name: str, whose: str = "") -> bool:
    """Whether a file of this name was left half-written by a program that is gone."""
    return name.startswith(f"{PART}{whose}") and not any(name.startswith(part) for part in tuple(_UNDER_WAY))


def clear_parts(folder: Path) -> None:
    """Removes what a crash left half-written in a folder that this program alone writes to now."""
    with suppress(OSError):
        for part in [each for each in folder.iterdir() if left_over(each.name)]:
            if part.is_dir() and not part.is_symlink():
                shutil.rmtree(part, ignore_errors=True)
            else:
                part.unlink()


def set_aside(left: Path) -> None:
    """Gives a file another name, under which SQLite does not take it for one of the diary's. Raises OSError."""
    end = left.name.rpartition("-")[2]
    names = (left.with_name(f"painmap-left-{n}.diary-{end}") for n in count(1))
    with suppress(FileNotFoundError):
        left.rename(next(name for name in names if not os.path.lexists(name)))


def private_folder(folder: Path) -> None:
    """Makes the folder, closed to others, unless it is there. Raises DiaryUnwritable."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(error, folder) from error


def writable(path: Path) -> bool:
    """Whether the file can be written and its folder can take a journal beside it."""
    return all(allowed(place, os.W_OK) for place in (path, path.resolve().parent))


def allowed(path: Path, mode: int) -> bool:
    """Whether the system lets this program do so: os.R_OK or os.W_OK."""
    return os.access(path, mode, effective_ids=os.access in os.supports_effective_ids)


def identity(path: Path) -> tuple[int, int] | None:
    """What tells this file from another of the same name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def flush_folder(folder: Path) -> None:
    """Makes names given in a folder last through a power cut, where the system can do so."""
    if sys.platform == "win32":
        return
    _flush(folder)


def _flush(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _name(part: Path, target: Path) -> None:
    """A hard link never replaces what has the name already; where there are no links, look before renaming."""
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(target):
            raise FileExistsError(str(target)) from None
        part.rename(target)
