"""The command that brings a backup back: what it would do, doing it, undoing it, and going on after damage."""

import os
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from painmap.commands.places import folder_of
from painmap.commands.trouble import Refused
from painmap.domain.contents import Contents
from painmap.domain.restoring import Way, held_text, plan
from painmap.paths import DIARY_FILE
from painmap.storage import backups
from painmap.storage.diary import Diary
from painmap.storage.everywhere import Copy, all_copies, newest_good
from painmap.storage.keys import key_of, remember
from painmap.storage.rescue import Rescue, go_on_with, look_for_rescue
from painmap.storage.restored import read_note, settle
from painmap.storage.restoring import look, restore, undo
from painmap.storage.trouble import DiaryDamaged, DiaryMissing, NotADiary
from painmap.ui.settings import Settings

BOTH = "With --merge both are brought together, with --replace the backup stands alone."
CHOOSE = "Nothing was changed: add --merge or --replace to bring it back."
SAVED = "The diary as it was before is in the backups; 'painmap restore --undo' brings it back."
LOOK = "No backup is thinned out until 'painmap restore --done' says that all is well."


def bring_back(data_dir: Path, file: Path | None, how: str | None, now: datetime) -> str:
    """Restores a backup, the newest good one where none is named; without `how` it only says what that would do.

    `how` is 'merge', 'replace', 'undo' or 'done'. Raises Refused, DiaryTrouble.
    """
    path, folder = folder_of(data_dir) / DIARY_FILE, data_dir / backups.BACKUPS
    if how in ("undo", "done"):
        return _settled(path, folder, how, now)
    if how is None:
        return _told(path, file, now)
    from painmap.lock import hold

    with hold(data_dir):
        lost = not os.path.lexists(path)
        found = _found(path, file, now) if lost else None
        try:
            diary = Diary.open(path, now)
        except (DiaryDamaged, NotADiary):
            return _rescued(path, file, Way(how), now)
        with closing(diary):
            found = found or _found(path, file, now)
            done = restore(diary, found, Way(how), folder, now)
            return f"{done.sentence()}\n{SAVED}\n{LOOK}"


def _settled(path: Path, folder: Path, how: str, now: datetime) -> str:
    from painmap.lock import hold

    note = read_note(folder)
    if note is None:
        raise Refused("No restore waits for an answer; 'painmap restore' says which backup there is.")
    with hold(path.parent):
        if how == "done":
            settle(folder)
            return "Backups are thinned out again as they age."
        with Diary.open(path, now) as diary:
            return f"The restore was undone. {undo(diary, folder, now).sentence()}"


def newest_backup(data_dir: Path, now: datetime) -> Path | None:
    """The backup that is taken where none is named, beside the diary or in the second place."""
    return next((each.path for each in _copies(data_dir / DIARY_FILE, now)), None)


def _copies(path: Path, now: datetime) -> tuple[Copy, ...]:
    return all_copies(path.parent / backups.BACKUPS, Settings(path.parent).choices.place, now)


def _told(path: Path, file: Path | None, now: datetime) -> str:
    try:
        with Diary.look(path) as diary:
            there = diary.contents()
    except DiaryMissing:
        there = Contents()
    except (DiaryDamaged, NotADiary):
        return "\n".join(
            ("The diary is damaged and was left as it is.", *_rescue(path, file, now).account(), BOTH, CHOOSE)
        )
    found = _found(path, file, now)
    lines = [f"In the backup: {held_text(found)}.", f"In the diary now: {held_text(there)}."]
    for way in Way:
        said = "; ".join(
            f"{what.lower()}: {amount[0].lower()}{amount[1:]}" for what, amount in plan(there, found, way).rows
        )
        lines.append(f"With --{way}, {said}.")
    return "\n".join((*lines, CHOOSE))


def _found(path: Path, file: Path | None, now: datetime) -> Contents:
    """What is brought back; where there is no diary, the one that is begun is under the passphrase of the backup."""
    if file is None:
        newest = newest_good(_copies(path, now), path).good
        if newest is None:
            raise Refused(f"There is no good backup in {path.parent / backups.BACKUPS}; name the file to bring back.")
        file, found = newest.copy.path, newest.held
    else:
        found = look(file, path)
    key = key_of(file)
    if key is not None and not os.path.lexists(path):
        remember(key, path.parent)
    return found


def _rescue(path: Path, file: Path | None, now: datetime) -> Rescue:
    found = look_for_rescue(path, Settings(path.parent).choices.place, now)
    return found if file is None else replace(found, backup=None, held=look(file, path))


def _rescued(path: Path, file: Path | None, way: Way, now: datetime) -> str:
    rescue = _rescue(path, file, now)
    contents = rescue.both if way is Way.MERGE else rescue.held
    if not len(contents):
        raise Refused("There is nothing to go on with, so the damaged diary was left as it is; name another backup.")
    aside = go_on_with(path, contents, now)
    with Diary.read(path) as diary:
        return f"The diary now has {held_text(diary.contents())}.\nThe damaged one is kept as {aside}.\n{LOOK}"
