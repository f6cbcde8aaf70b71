"""Copies of the backups in a second place of the patient's choice, which may come and go."""

import json
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from painmap.domain.thinning import Backup, named, to_keep
from painmap.storage.anew import WAITING, anew
from painmap.storage.earlier import spared
from painmap.storage.files import left_over, name_part, part_in, private_folder, put_part
from painmap.storage.restored import waiting
from painmap.storage.trouble import NOT_TAKEN, DiaryTrouble, DiaryUnwritable, unwritable

NAME = "Painmap backups"
"""The folder that is made in the folder that the patient chose. Where it is missing, the place is away."""
LIST = "second-place.json"
"""What was copied there, kept beside the diary's own backups: nothing else there is ever taken away."""


@dataclass(frozen=True)
class There:
    """The second place as it was last seen: whether it is there, the last copy in it, and why one failed."""

    place: Path
    here: bool
    last: Backup | None = None
    trouble: str = ""


def make_place(chosen: Path, folder: Path | None = None) -> Path:
    """The folder for copies in a folder that the patient chose, made where it is missing.

    `folder` is that of the backups: a second place beside them would be lost with them. Raises DiaryTrouble.
    """
    if not chosen.is_dir():
        raise DiaryTrouble(f"There is no folder {chosen}; choose another one.")
    if folder and (chosen.resolve() == folder.parent.resolve() or chosen.resolve().is_relative_to(folder.resolve())):
        raise DiaryTrouble(f"The diary itself is in {folder.parent}; choose a folder on another disk or stick.")
    place = chosen if chosen.name == NAME else chosen / NAME
    private_folder(place)
    return place


def seen(place: Path, folder: Path) -> There:
    """How the second place is now, without writing to it."""
    there = [backup for name in listed(folder, place) if (backup := named(name))]
    return There(place, place.is_dir(), max(there, key=lambda each: (each.taken, each.name), default=None))


def mark_of(folder: Path) -> str:
    """What tells a half-written file of this diary from those of others who use the place too."""
    return sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:8] + "-"


def clear_there(place: Path, folder: Path) -> None:
    """Removes what a crash left there half-written, or written anew for another passphrase, of this diary alone."""
    waits = {anew(place / name) for name in listed(folder, place)} - WAITING
    with suppress(OSError):
        parts = {place / name for name in os.listdir(place) if left_over(name, mark_of(folder))}  # noqa: PTH208 - names
        for left in parts | waits:
            left.unlink(missing_ok=True)


def copy_there(newest: Path, place: Path, folder: Path, today: date) -> There:
    """Copies a finished backup there, compares it, and thins out what was copied there before.

    Never raises: a second place that is away or full is told, and the backup beside the diary is good without it.
    """
    clear_there(place, folder)
    try:
        if place.is_dir():
            _copy(newest, place, folder)
            _thin(place, folder, today)
    except DiaryTrouble as trouble:
        return replace(seen(place, folder), trouble=str(trouble))
    return seen(place, folder)


def note_there(made: Path, folder: Path) -> None:
    """Notes a backup that was written there at once, as where there was no room beside the diary."""
    with suppress(DiaryTrouble):
        _note(folder, made.parent, made.name)


def _copy(newest: Path, place: Path, folder: Path) -> None:
    """Under the name it has, or, where another diary's copy has that, under one of its own."""
    there, ours = set(_there(place)), listed(folder, place)
    own = newest.with_name(f"{newest.stem}-{mark_of(folder)}copy{newest.suffix}")
    if {newest.name, own.name} & there & ours:
        return
    try:
        content = newest.read_bytes()
        for target in (place / newest.name, place / own.name):
            if target.name not in there:
                _write(content, target, mark_of(folder))
            elif target.read_bytes() != content:
                continue
            _note(folder, place, target.name)
            return
    except OSError as error:
        raise unwritable(error, place) from error


def _write(content: bytes, target: Path, whose: str) -> None:
    with part_in(target.parent, target, whose) as part:
        part.write_bytes(content)
        if part.read_bytes() != content:
            raise DiaryUnwritable(target, NOT_TAKEN)
        name_part(part, target)


def _thin(place: Path, folder: Path, today: date) -> None:
    if waiting(folder):
        return
    names = listed(folder, place)
    gone = names - to_keep(names, today) - spared(folder, names)
    for name in gone:
        with suppress(OSError):
            (place / name).unlink()
    _keep(folder, place, names - gone)


def _there(place: Path) -> list[str]:
    try:
        return os.listdir(place)  # noqa: PTH208 - names are what is wanted
    except OSError as error:
        raise unwritable(error, place) from error


def listed(folder: Path, place: Path) -> set[str]:
    """The names of what was copied there: nothing else in the place is this diary's."""
    return set(_lists(folder).get(str(place), ()))


def _lists(folder: Path) -> dict[str, list[str]]:
    """The names by the place; a list that can't be read names nothing."""
    try:
        stored = json.loads((folder / LIST).read_text(encoding="utf-8"))
        return {str(place): [name for name in names if named(name)] for place, names in stored.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _note(folder: Path, place: Path, name: str) -> None:
    _keep(folder, place, {*listed(folder, place), name})


def _keep(folder: Path, place: Path, names: set[str]) -> None:
    private_folder(folder)
    with part_in(folder, folder / LIST) as part:
        part.write_text(json.dumps({**_lists(folder), str(place): sorted(names)}), encoding="utf-8")
        put_part(part, folder / LIST)
