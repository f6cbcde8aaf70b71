"""Bringing a backup back: looked at first, after a backup of what is there, and undone where the patient wants."""

from datetime import datetime
from pathlib import Path

from painmap.domain.contents import Contents
from painmap.domain.course import UNTOLD, Cancelled, Course
from painmap.domain.restoring import Plan, Way, latest_change, plan, sparing
from painmap.storage import backups
from painmap.storage.diary import Diary
from painmap.storage.files import identity
from painmap.storage.restored import Restored, read_note, settle, write_note
from painmap.storage.trouble import DiaryDamaged, DiaryMissing, DiaryTrouble, NotADiary

BACKING_UP = "Making a backup of the diary"
"""What is done before anything that changes much."""
NOTHING_TO_UNDO = "There is no restore that could be undone; choose the backup that you want among the backups."

_REFUSED = {
    DiaryMissing: "There is no file {path}; choose another backup.",
    NotADiary: "{path} is not a Painmap diary; choose another backup.",
    DiaryDamaged: "The backup {path} is damaged; choose another one.",
}


def look(path: Path, diary: Path) -> Contents:
    """All that is in a backup of any version, which stays as it is. Raises DiaryTrouble."""
    if identity(path) is not None and identity(path) == identity(diary):
        raise DiaryTrouble(f"{path} is the diary itself; choose a backup of it.")
    try:
        with Diary.look(path) as found:
            return found.contents()
    except (DiaryMissing, NotADiary, DiaryDamaged) as trouble:
        raise DiaryTrouble(_REFUSED[type(trouble)].format(path=path), trouble.detail) from trouble


def restore(diary: Diary, found: Contents, way: Way, folder: Path, now: datetime, course: Course = UNTOLD) -> Plan:
    """Brings it back in one transaction, after a backup of what is there; no backup, no restore.

    Until the patient says that all is well, no backup is thinned out, and `undo` brings back what was there.
    Raises DiaryTrouble, and Cancelled where the course stops it, and then nothing was changed.
    """
    planned = plan(diary.contents(), found, way)
    course.step(BACKING_UP)
    before = "" if diary.empty else backups.before("restore", diary, folder, now).name
    earlier = read_note(folder)
    write_note(folder, Restored(planned.sentence(), before, latest_change(found, now)))
    try:
        course.step("Bringing the backup back")
        diary.make(planned.kept, planned.lost, course)
    except (DiaryTrouble, Cancelled):
        write_note(folder, earlier)
        raise
    return planned


def undo(diary: Diary, folder: Path, now: datetime, course: Course = UNTOLD) -> Plan:
    """Brings back what was there before the last restore, after a backup of what is there.

    What was written since then stays. Raises DiaryTrouble, and Cancelled where the course stops it, and then nothing
    was changed.
    """
    note = read_note(folder)
    if note is None or note.before is None:
        raise DiaryTrouble(NOTHING_TO_UNDO)
    found = look(folder / note.before, diary.path) if note.before else Contents()
    there = diary.contents()
    planned = plan(there, found, Way.REPLACE)
    if note.at:
        planned = sparing(planned, there, note.at)
    course.step(BACKING_UP)
    if not diary.empty:
        backups.before("undo", diary, folder, now)
    course.step("Bringing back what was there before")
    diary.make(planned.kept, planned.lost, course)
    settle(folder)
    return planned
