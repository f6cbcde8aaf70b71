"""The command that brings a backup back: what it would do, doing it, undoing it, and going on after damage."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from painmap.commands import Refused
from painmap.domain.contents import Contents
from painmap.domain.restoring import Way, held_text, plan
from painmap.paths import DIARY_FILE
from painmap.storage import backups
from painmap.storage.diary import Diary
from painmap.storage.rescue import Rescue, go_on_with, look_for_rescue
from painmap.storage.restored import read_note, settle
from painmap.storage.restoring import look, newest_good, restore, undo
from painmap.storage.trouble import DiaryDamaged, DiaryMissing, NotADiary

BOTH = "With --merge both are brought together, with --replace the backup stands alone."
CHOOSE = "Nothing was changed: add --merge or --replace to bring it back."
SAVED = "The diary as it was before is in the backups; 'painmap restore --undo' brings it back."
LOOK = "No backup is thinned out until 'painmap restore --done' says that all is well."


def bring_back(data_dir: Path, file: Path | None, how: str | None, now: datetime) -> str:
    """Restores a backup, the newest good one where none is named; without `how` it only says what that would do.

    `how` is 'merge', 'replace', 'undo' or 'done'. Raises Refused, DiaryTrouble.
    """
    if data_dir.exists() and not data_dir.is_dir():
        raise Refused(f"{data_dir} is not a folder; name the folder that the diary is in.")
    path, folder = data_dir / DIARY_FILE, data_dir / backups.BACKUPS
    if how in ("undo", "done"):
        return _settled(path, folder, how, now)
    if how is None:
        return _told(path, folder, file)
    from painmap.lock import hold

    with hold(data_dir):
        try:
            diary = Diary.open(path, now)
        except (DiaryDamaged, NotADiary):
            return _rescued(path, file, Way(how), now)
        with closing(diary):
            found = _found(path, folder, file)
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
            return f"The restore was undone: {undo(diary, folder, now).sentence()}"


def _told(path: Path, folder: Path, file: Path | None) -> str:
    try:
        with Diary.look(path) as diary:
            there = diary.contents()
    except DiaryMissing:
        there = Contents()
    except (DiaryDamaged, NotADiary):
        return "\n".join(("The diary is damaged and was left as it is.", *_rescue(path, file).account(), BOTH, CHOOSE))
    found = _found(path, folder, file)
    lines = [f"In the backup: {held_text(found)}.", f"In the diary now: {held_text(there)}."]
    for way in Way:
        said = "; ".join(
            f"{what.lower()}: {amount[0].lower()}{amount[1:]}" for what, amount in plan(there, found, way).rows
        )
        lines.append(f"With --{way}, {said}.")
    return "\n".join((*lines, CHOOSE))


def _found(path: Path, folder: Path, file: Path | None) -> Contents:
    if file is not None:
        return look(file, path)
    newest = newest_good(folder, path)
    if newest is None:
        raise Refused(f"There is no good backup in {folder}; name the file that you want to bring back.")
    return newest[1]


def _rescue(path: Path, file: Path | None) -> Rescue:
    found = look_for_rescue(path)
    return found if file is None else Rescue(path, None, look(file, path), found.salvaged)


def _rescued(path: Path, file: Path | None, way: Way, now: datetime) -> str:
    rescue = _rescue(path, file)
    contents = rescue.both if way is Way.MERGE else rescue.held
    if not len(contents):
        raise Refused("There is nothing to go on with, so the damaged diary was left as it is; name another backup.")
    aside = go_on_with(path, contents, now)
    with Diary.read(path) as diary:
        return f"The diary now has {held_text(diary.contents())}.\nThe damaged one is kept as {aside}.\n{LOOK}"
