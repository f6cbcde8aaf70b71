"""The backups of a diary wherever they are, and which of them is the newest that is sound and can be opened."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from painmap.domain.contents import Contents
from painmap.domain.thinning import Backup, in_order, named
from painmap.domain.words import counted, day_text
from painmap.storage.backups import BACKUPS, copies
from painmap.storage.restoring import look
from painmap.storage.second_place import listed
from painmap.storage.trouble import DiarySealed, DiaryTrouble


@dataclass(frozen=True)
class Copy:
    """A backup, and where it is."""

    path: Path
    backup: Backup


@dataclass(frozen=True)
class Good:
    """A backup that is sound and not locked, and what is in it."""

    copy: Copy
    held: Contents


@dataclass(frozen=True)
class Newest:
    """The newest that is good, None where there is none, and the later ones under a passphrase that was not told."""

    good: Good | None
    locked: tuple[Copy, ...]


NONE_FOUND = Newest(None, ())


def all_copies(folder: Path, place: Path | None, now: datetime) -> tuple[Copy, ...]:
    """Every backup beside the diary and in the second place, the latest first, those from the future last.

    In the second place, which others may use too, those that were copied there from here; where no list says which
    these are, all. Raises DiaryUnwritable where the folder beside the diary can't be read.
    """
    found = {each: folder / each.name for each in copies(folder)}
    both = [Copy(path, each) for each, path in found.items()]
    if place is not None:
        both += [Copy(place / name, backup) for name in _there(folder, place) if (backup := named(name))]
    places = {each: n for n, each in enumerate(in_order((each.backup for each in both), now))}
    return tuple(sorted(both, key=lambda each: places[each.backup]))


def newest_good(those: Iterable[Copy], diary: Path) -> Newest:
    """The first of these that is good."""
    locked: list[Copy] = []
    for each in those:
        try:
            return Newest(Good(each, look(each.path, diary)), tuple(locked))
        except DiarySealed:
            locked.append(each)
        except DiaryTrouble:
            continue
    return Newest(None, tuple(locked))


def made_text(copy: Copy, diary: Path) -> str:
    """When a backup was made, and where it is unless beside the diary: 'Sun 22 Nov 2026, 14:02 (in /media/stick)'."""
    taken, place = copy.backup.taken, copy.path.parent
    where = "" if place == diary.parent / BACKUPS else f" (in {place})"
    return f"{day_text(taken.date(), year=True, weekday=True)}, {taken:%H:%M}{where}"


def locked_text(found: Newest, diary: Path) -> str:
    """That some are locked: '3 later backups are under a passphrase, the newest of Sun 22 Nov 2026, 14:02: 9 days.'"""
    count, newest = len(found.locked), found.locked[0]
    later = "later " if found.good else ""
    what = (
        f"A {later}backup is under a passphrase, " if count == 1 else f"{count} {later}backups are under a passphrase, "
    )
    amount = "" if newest.backup.days is None else f": {counted(newest.backup.days, 'day')}"
    return f"{what}{'' if count == 1 else 'the newest '}of {made_text(newest, diary)}{amount}."


def _there(folder: Path, place: Path) -> list[str]:
    names: list[str] = []
    with suppress(OSError):
        names = sorted(each.name for each in place.iterdir()) if place.is_dir() else []
    ours = listed(folder, place)
    return [name for name in names if name in ours] if ours else names
