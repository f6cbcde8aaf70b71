"""Copies of the backups in a second place of the patient's choice, which may come and go."""

import json
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from painmap.domain.thinning import Backup, named, to_keep
from painmap.storage.earlier import spared
from painmap.storage.files import name_part, part_in, private_folder, put_part
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


def make_place(chosen: Path) -> Path:
    """The folder for copies in a folder that the patient chose, made where it is missing. Raises DiaryUnwritable."""
    if not chosen.is_dir():
        raise DiaryTrouble(f"There is no folder {chosen}; choose another one.")
    place = chosen / NAME
    private_folder(place)
    return place


def seen(place: Path, folder: Path) -> There:
    """How the second place is now, without writing to it."""
    there = [backup for name in listed(folder, place) if (backup := named(name))]
    return There(place, place.is_dir(), max(there, key=lambda each: (each.taken, each.name), default=None))


def copy_there(newest: Path, place: Path, folder: Path, today: date) -> There:
    """Copies a finished backup there, compares it, and thins out what was copied there before.

    Never raises: a second place that is away or full is told, and the backup beside the diary is good without it.
    """
    try:
        if place.is_dir() and newest.name not in _there(place):
            _copy(newest, place)
            _note(folder, place, newest.name)
            _thin(place, folder, today)
    except DiaryTrouble as trouble:
        return replace(seen(place, folder), trouble=str(trouble))
    return seen(place, folder)


def note_there(made: Path, folder: Path) -> None:
    """Notes a backup that was written there at once, as where there was no room beside the diary."""
    with suppress(DiaryTrouble):
        _note(folder, made.parent, made.name)


def _copy(newest: Path, place: Path) -> None:
    target = place / newest.name
    try:
        content = newest.read_bytes()
        with part_in(place, target) as part:
            part.write_bytes(content)
            if part.read_bytes() != content:
                raise DiaryUnwritable(target, NOT_TAKEN)
            name_part(part, target)
    except OSError as error:
        raise unwritable(error, place) from error


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
    try:
        stored = json.loads((folder / LIST).read_text(encoding="utf-8"))
        return {name for name in stored[str(place)] if named(name)}
    except (OSError, ValueError, TypeError, KeyError):
        return set()


def _note(folder: Path, place: Path, name: str) -> None:
    _keep(folder, place, {*listed(folder, place), name})


def _keep(folder: Path, place: Path, names: set[str]) -> None:
    private_folder(folder)
    with part_in(folder, folder / LIST) as part:
        part.write_text(json.dumps({str(place): sorted(names)}), encoding="utf-8")
        put_part(part, folder / LIST)
