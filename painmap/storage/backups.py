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
    today = [name for name in _names(folder) if _taken(name).date() == now.date() and _reason(name) == ""]
    if today or diary.count() == 0:
        return None
    made = keep_copy(diary.database, folder, now)
    thin(folder, now.date())
    return made


def before(reason: str, diary: "Diary", folder: Path, now: datetime) -> Path:
    """A copy made before something risky, such as 'import', with that in its name. Raises DiaryTrouble."""
    return keep_copy(diary.database, folder, now, f"before-{reason}")


def newest(folder: Path) -> Path | None:
    """The latest copy in the folder."""
    return max((folder / name for name in _names(folder)), key=lambda path: _taken(path.name), default=None)


def thin(folder: Path, today: date) -> None:
    """Removes the copies that are not among those to keep, and parts of copies that a crash left behind.

    Other files in the folder are left alone.
    """
    names = _names(folder)
    left_over = {name for name in _listed(folder) if name.startswith(PART)}
    for name in set(names) - to_keep(names, today) | left_over:
        with suppress(OSError):
            (folder / name).unlink()


def to_keep(names: Iterable[str], today: date) -> set[str]:
    """Which copies stay: all of today and yesterday, then the last of 12 days, of 10 weeks and of 9 months.

    Days, weeks and months without a copy don't count. Copies from the future stay: a clock was wrong.
    """
    old = sorted(names, key=_taken, reverse=True)
    first = today - timedelta(ALL_OF_DAYS - 1)
    kept = {name for name in old if _taken(name).date() >= first}
    old = [name for name in old if name not in kept]
    for how_many, stretch in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        last: dict[Hashable, str] = {}
        for name in old:
            if stretch(name) in last or len(last) < how_many:
                last.setdefault(stretch(name), name)
        kept.update(last.values())
        old = [name for name in old if stretch(name) not in last]
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


def _names(folder: Path) -> list[str]:
    return [name for name in _listed(folder) if _NAME.fullmatch(name)]


def _listed(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are what is wanted
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unwritable(error, folder) from error


def _taken(name: str) -> datetime:
    found = _NAME.fullmatch(name)
    if found is None:
        raise ValueError(f"{name} is not the name of a backup")
    return datetime.strptime(found[1], _MOMENT)  # noqa: DTZ007 - a name has local time, only compared with others


def _reason(name: str) -> str:
    found = _NAME.fullmatch(name)
    return (found and found[2]) or ""


def _day(name: str) -> Hashable:
    return _taken(name).date()


def _week(name: str) -> Hashable:
    return _taken(name).isocalendar()[:2]


def _month(name: str) -> Hashable:
    taken = _taken(name)
    return taken.year, taken.month
