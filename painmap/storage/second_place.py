"""Copies of the backups in a second place of the patient's choice, which may come and go."""

import json
import os
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from painmap.domain.thinning import Backup, named, to_keep
from painmap.storage.anew import WAITING, anew
from painmap.storage.earlier import spared
from painmap.storage.files import left_over, name_part, part_in, private_folder, put_text
from painmap.storage.restored import waiting
from painmap.storage.trouble import NOT_TAKEN, DiaryTrouble, DiaryUnwritable, unwritable

NAME = "Painmap backups"
"""The folder that is made in the folder that the patient chose. Where it is missing, the place is away."""
LIST = "second-place.json"
"""What was copied there, kept beside the diary's own backups: nothing else there is ever taken away."""

MARK = "mark"
"""Under which name the list has what tells this diary from others."""


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
    """What tells a half-written file of this diary from those of others who use the place too: by chance, and kept."""
    known = _stored(folder).get(MARK)
    if isinstance(known, str) and re.fullmatch("[0-9a-f]{8}-", known):
        return known
    mark = f"{secrets.token_hex(4)}-"
    with suppress(DiaryTrouble):
        _store(folder, {MARK: mark})
    return mark


def clear_there(place: Path, folder: Path) -> None:
    """Removes what a crash left there half-written, or written anew for another passphrase, of this diary alone."""
    mark = mark_of(folder)
    waits = {anew(place / name) for name in listed(folder, place)} - WAITING
    with suppress(OSError):
        parts = {place / name for name in os.listdir(place) if left_over(name, mark)}  # noqa: PTH208 - names
        for left in parts | waits:
            left.unlink(missing_ok=True)


def copy_there(newest: Path, place: Path, folder: Path, today: date) -> There:
    """Copies a finished backup there, compares it, and thins out what was copied there before.

    Never raises: a second place that is away or full is told, and the backup beside the diary is good without it.
    """
    try:
        if place.is_dir():
            clear_there(place, folder)
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
    there, ours, mark = set(_there(place)), listed(folder, place), mark_of(folder)
    own = [newest.with_name(f"{newest.stem}-{mark}copy{n}{newest.suffix}") for n in ("", *range(2, len(there) + 2))]
    names = [newest.name, *(each.name for each in own)]
    if there & ours & set(names):
        return
    try:
        content = newest.read_bytes()
        name = next(name for name in names if name not in there or (place / name).read_bytes() == content)
        if name not in there:
            _write(content, place / name, mark)
        _note(folder, place, name)
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
    names = _stored(folder).get(str(place))
    return {name for name in names if isinstance(name, str) and named(name)} if isinstance(names, list) else set()


def listed_anywhere(folder: Path) -> set[str]:
    """The names of what was copied to any second place, also to one that is away."""
    return {name for place in _stored(folder) for name in listed(folder, Path(place))}


def _stored(folder: Path) -> dict[str, object]:
    """The mark and the names by the place; what can't be read is nothing."""
    try:
        stored = json.loads((folder / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}


def _note(folder: Path, place: Path, name: str) -> None:
    _keep(folder, place, {*listed(folder, place), name})


def _keep(folder: Path, place: Path, names: set[str]) -> None:
    _store(folder, {str(place): sorted(names)})


def _store(folder: Path, what: Mapping[str, object]) -> None:
    private_folder(folder)
    put_text(json.dumps({**_stored(folder), **what}), folder / LIST)
