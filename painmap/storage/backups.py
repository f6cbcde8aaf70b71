"""Copies of the diary: made whole or not at all, read back and counted, named by their moment, thinned as they age."""

import os
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from painmap.domain.thinning import Backup, name_of, named, newest_of, to_keep
from painmap.storage.database import Database, amount, copy_pages, open_existing
from painmap.storage.earlier import spared
from painmap.storage.files import left_over, name_part, part_in, private_folder, whole
from painmap.storage.restored import waiting
from painmap.storage.schema import STEPS
from painmap.storage.trouble import DiaryInUse, DiaryTrouble, unwritable
from painmap.storage.verifying import verify

if TYPE_CHECKING:
    from painmap.storage.diary import Diary

BACKUPS = "backups"
"""Name of the folder beside the diary."""

TRIES = 3
"""How often a copy that is made beside the window is tried where the window is writing."""


def back_up(diary: "Diary", target: Path) -> None:
    """Writes a verified copy of the diary to a path where nothing is. Raises DiaryTrouble."""
    try:
        if os.path.lexists(target):
            raise FileExistsError
        with whole(target) as part:
            _write(diary.database, part, target)
    except FileExistsError:
        raise DiaryTrouble(f"There is already something at {target}; choose another name for the backup.") from None


def daily(diary: "Diary", folder: Path, now: datetime) -> Path | None:
    """The first copy of this day, made now; None where there is one, or nothing to copy. Thins the older ones."""
    if made_on(folder, now.date()) or diary.empty:
        return None
    made = keep_copy(diary.database, folder, now)
    thin(folder, now.date())
    return made


def own_copy(path: Path, folder: Path, now: datetime, reason: str = "", whose: str = "") -> Path | None:
    """A copy of the diary of this path, which it opens for itself: it may run beside the window, in another thread.

    It is patient with whoever writes at the same time. `whose` is as in `part_in`. None where the diary is empty.
    Raises DiaryTrouble.
    """
    for tries_left in reversed(range(TRIES)):
        try:
            with closing(open_existing(path, for_writing=False)) as database:
                return keep_copy(database, folder, now, reason, whose) if amount(database) != (0, 0) else None
        except DiaryInUse:
            if not tries_left:
                raise
    raise AssertionError


def before(reason: str, diary: "Diary", folder: Path, now: datetime) -> Path:
    """A copy made before something risky, such as 'import', with that in its name. Raises DiaryTrouble."""
    return keep_copy(diary.database, folder, now, f"before-{reason}")


def newest(folder: Path, now: datetime) -> Path | None:
    """The latest copy in the folder, by its name; one from the future only where there is no other."""
    latest = last_good(folder, now)
    return folder / latest.name if latest else None


def last_good(folder: Path, now: datetime) -> Backup | None:
    """The latest copy made until now. Raises DiaryUnwritable where the folder can't be read."""
    return newest_of(copies(folder), now)


def copies(folder: Path) -> tuple[Backup, ...]:
    """Every copy in the folder, the latest first. Raises DiaryUnwritable where it can't be read."""
    found = [backup for name in _listed(folder) if (backup := named(name))]
    return tuple(sorted(found, key=lambda each: (each.taken, each.name), reverse=True))


def made_on(folder: Path, day: date) -> bool:
    """Whether there is a copy of this day that was made by the clock."""
    return any(each.taken.date() == day and not each.reason for each in copies(folder))


def thin(folder: Path, today: date) -> None:
    """Removes the copies that are not among those to keep, and parts of copies that a crash left behind.

    Other files in the folder are left alone. No copy goes while a restore waits for the patient's word, and none of
    an earlier diary.
    """
    names = _listed(folder)
    gone = set() if waiting(folder) else set(names) - to_keep(names, today) - spared(folder, names)
    for name in gone | {name for name in names if left_over(name)}:
        with suppress(OSError):
            (folder / name).unlink()


def keep_copy(database: Database, folder: Path, now: datetime, reason: str = "", whose: str = "") -> Path:
    """A copy in the folder, named by the moment, by what is in it and by the reason. Raises DiaryTrouble."""
    private_folder(folder)
    with part_in(folder, folder, whose) as part:
        days, entries = _write(database, part, folder)
        again = 1
        while True:
            target = folder / name_of(now, days, entries, reason, again)
            try:
                name_part(part, target)
            except FileExistsError:
                again += 1
            else:
                return target


def _write(database: Database, part: Path, target: Path) -> tuple[int, int]:
    """Copies, opens the copy, compares everything in it with its digest, and counts its days and entries."""
    counted = copy_pages(database, part, target)
    with closing(open_existing(part, for_writing=False)) as copied:
        if copied.version == len(STEPS):
            verify(copied)
    return counted


def _listed(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are what is wanted
    except OSError as error:
        # Where the folder of the diary is itself a file, there are no backups in it.
        if isinstance(error, FileNotFoundError) or not os.path.lexists(folder):
            return []
        raise unwritable(error, folder) from error
