"""Where commands read and write: the folder of the diary, and the file that was named."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from painmap.commands.trouble import Refused
from painmap.paths import DIARY_FILE
from painmap.storage import backups
from painmap.storage.diary import Diary
from painmap.storage.trouble import unwritable

_OTHERS = re.compile(r"painmap\.lock|settings\.json|.*-(journal|wal|shm)")
"""Names that Painmap and SQLite take for files of their own, and delete or write over."""

LOST = (
    "The diary is not at {path} any more, but backups of it are beside it; start Painmap, or type 'painmap restore', "
    "to bring one back."
)


def folder_of(data_dir: Path) -> Path:
    """The folder of the diary, which may not be there yet. Raises Refused where it is a file."""
    if data_dir.exists() and not data_dir.is_dir():
        raise Refused(f"{data_dir} is not a folder; name the folder that the diary is in.")
    return data_dir


def read_diary(data_dir: Path) -> Diary:
    """The diary of the folder, to read only. Raises Refused, DiaryTrouble."""
    not_lost(data_dir)
    return Diary.read(folder_of(data_dir) / DIARY_FILE)


def not_lost(data_dir: Path) -> None:
    """Looks whether there is a diary where there are backups of one. Raises Refused."""
    path = folder_of(data_dir) / DIARY_FILE
    if not os.path.lexists(path) and backups.copies(data_dir / backups.BACKUPS):
        raise Refused(LOST.format(path=path))


def look_at_place(out: Path) -> None:
    """Looks whether a file of this name can be written there. Raises Refused."""
    if not out.parent.is_dir():
        raise Refused(f"There is no folder {out.parent}; make it first, or choose another place.")
    if out.is_dir():
        raise Refused(f"{out} is a folder; name the file to write in it.")
    if _OTHERS.fullmatch(out.name.casefold()):
        raise Refused(f"A file called {out.name} would not last beside a diary; choose another name.")


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Around what writes this file: what stands in its way is told in one sentence. Raises Refused, DiaryTrouble."""
    look_at_place(out)
    try:
        yield
    except OSError as error:
        raise unwritable(error, out) from error
