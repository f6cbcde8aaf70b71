"""Copies of the diary: made whole or not at all, named by their moment, thinned as they age."""

import os
import re
from collections.abc import Hashable, Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from painmap.storage.database import Database, copy_pages
from painmap.storage.files import PART, private_folder, whole
from painmap.storage.trouble import DiaryTrouble, unwritable

if TYPE_CHECKING:
    from painmap.storage.diary import Diary

BACKUPS = "backups"
"""Name of the folder beside the diary."""

ALL_OF_DAYS, DAILY, WEEKLY, MONTHLY = 2, 12, 10, 9
_NAME = re.compile(r"painmap-(\d{4}-\d\d-\d\d-\d{6})(-[a-z0-9-]+)?\.diary")
_MOMENT = "%Y-%m-%d-%H%M%S"


def back_up(diary: "Diary", target: Path) -> None:
    """Writes a verified copy of the diary to a path where nothing is. Raises DiaryTrouble."""
    copy(diary.database, target)


def daily(diary: "Diary", folder: Path, now: datetime) -> Path | None:
    """The first copy of this day, made now; None where there is one, or nothing to copy. Thins the older ones."""
    made_today = any(taken.date() == now.date() for name, taken in _copies(folder).items() if not _reason(name))
    if made_today or diary.empty:
        return None
    made = keep_copy(diary.database, folder, now)
    thin(folder, now.date())
    return made


def before(reason: str, diary: "Diary", folder: Path, now: datetime) -> Path:
    """A copy made before something risky, such as 'import', with that in its name. Raises DiaryTrouble."""
    return keep_copy(diary.database, folder, now, f"before-{reason}")


def newest(folder: Path) -> Path | None:
    """The latest copy in the folder, by its name."""
    copies = _copies(folder)
    return max((folder / name for name in copies), key=lambda path: copies[path.name], default=None)


def thin(folder: Path, today: date) -> None:
    """Removes the copies that are not among those to keep, and parts of copies that a crash left behind.

    Other files in the folder are left alone.
    """
    names = _listed(folder)
    left_over = {name for name in names if name.startswith(PART)}
    for name in set(names) - to_keep(names, today) | left_over:
        with suppress(OSError):
            (folder / name).unlink()


def to_keep(names: Iterable[str], today: date) -> set[str]:
    """Which files stay: all copies of today and yesterday, then the last of 12 days, of 10 weeks and of 9 months.

    Days, weeks and months without a copy don't count. Copies from the future stay: a clock was wrong. So does
    what is not named like a copy.
    """
    taken = {name: taken_at(name) for name in names}
    first = today - timedelta(ALL_OF_DAYS - 1)
    old = {name: moment for name, moment in taken.items() if moment and moment.date() < first}
    kept = taken.keys() - old.keys()
    newest_first = sorted(old, key=lambda name: (old[name], name), reverse=True)
    for how_many, stretch in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        last: dict[Hashable, str] = {}
        for name in newest_first:
            if stretch(old[name]) in last or len(last) < how_many:
                last.setdefault(stretch(old[name]), name)
        kept.update(last.values())
        newest_first = [name for name in newest_first if stretch(old[name]) not in last]
    return kept


def keep_copy(database: Database, folder: Path, now: datetime, reason: str = "") -> Path:
    """A copy in the folder, named by the moment and the reason. Raises DiaryTrouble."""
    private_folder(folder)
    stem = f"painmap-{now.strftime(_MOMENT)}" + (f"-{reason}" if reason else "")
    names = (f"{stem}{f'-{n}' if n > 1 else ''}.diary" for n in count(1))
    target = next(folder / name for name in names if not (folder / name).exists())
    copy(database, target)
    return target


def copy(database: Database, target: Path) -> None:
    """Writes a copy of the file to a path where nothing is, and reads it back. Raises DiaryTrouble."""
    try:
        if os.path.lexists(target):
            raise FileExistsError
        with whole(target) as part, database.reading():
            copy_pages(database, part, target)
    except FileExistsError:
        raise DiaryTrouble(f"There is already something at {target}; choose another name for the backup.") from None


def _copies(folder: Path) -> dict[str, datetime]:
    return {name: taken for name in _listed(folder) if (taken := taken_at(name))}


def _listed(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are what is wanted
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unwritable(error, folder) from error


def taken_at(name: str) -> datetime | None:
    """When the copy of this name was made, by the clock on the wall; None where it is not named like a copy."""
    found = _NAME.fullmatch(name)
    try:
        return datetime.strptime(found[1], _MOMENT) if found else None  # noqa: DTZ007 - a name has no offset
    except ValueError:
        return None


def _reason(name: str) -> str:
    found = _NAME.fullmatch(name)
    return (found and found[2]) or ""


def _day(taken: datetime) -> Hashable:
    return taken.date()


def _week(taken: datetime) -> Hashable:
    return taken.isocalendar()[:2]


def _month(taken: datetime) -> Hashable:
    return taken.year, taken.month
