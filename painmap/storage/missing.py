"""A diary that is not where it was: which backups of it there are, and going on with one of them, or with a new one."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from painmap.domain.restoring import held_text
from painmap.domain.thinning import fullest_of
from painmap.storage.backups import BACKUPS
from painmap.storage.database import create
from painmap.storage.diary import Diary
from painmap.storage.earlier import note_earlier
from painmap.storage.everywhere import NONE_FOUND, Copy, Good, Newest, all_copies, locked_text, made_text, newest_good
from painmap.storage.files import set_aside, whole
from painmap.storage.keys import forget, key_of, remember
from painmap.storage.restored import Restored, read_note, settle, write_note
from painmap.storage.second_place import listed, listed_anywhere
from painmap.storage.trouble import DiaryTrouble, SomethingThere, unwritable

BROUGHT_BACK = "The diary was not where it was, and a backup took its place."
GONE = "The file may have been moved, renamed or deleted."
AWAY = "{place} is away; it may have a later backup. Connect it, and choose Look again."
WHOSE = "{place} may have backups of others too, and the list of yours is gone. Look at the days before you choose."


@dataclass(frozen=True)
class Missing:
    """What there is in place of the diary: the newest good backup, a fuller one, and those that are locked."""

    path: Path
    place: Path | None = None
    copies: tuple[Copy, ...] = ()
    newest: Newest = NONE_FOUND
    fuller: Good | None = None

    @property
    def away(self) -> bool:
        """Whether a second place was chosen that is not there now."""
        return self.place is not None and not self.place.is_dir()

    def look_again(self) -> "Missing":
        """The same after a passphrase was told. Raises DiaryTrouble."""
        found = newest_good(self.copies, self.path)
        fullest = fullest_of(each.backup for each in self.copies)
        fuller = None
        if found.good and fullest and fullest.fullness > found.good.copy.backup.fullness:
            fuller = newest_good((each for each in self.copies if each.backup == fullest), self.path).good
        return replace(self, newest=found, fuller=fuller)

    def account(self) -> tuple[str, ...]:
        """What there is, in sentences."""
        good, lines = self.newest.good, [GONE]
        if good:
            lines.append(f"The newest good backup is of {made_text(good.copy, self.path)}: {held_text(good.held)}.")
        if self.fuller:
            fuller = self.fuller
            lines.append(f"A fuller one is of {made_text(fuller.copy, self.path)}: {held_text(fuller.held)}.")
        if self.newest.locked:
            lines.append(locked_text(self.newest, self.path))
        elif not good:
            lines.append("No good backup of it was found.")
        there = [each for each in (good, self.fuller) if each and each.copy.path.parent == self.place]
        if there and self.place and not listed(self.path.parent / BACKUPS, self.place):
            lines.append(WHOSE.format(place=self.place))
        if self.away:
            lines.append(AWAY.format(place=self.place))
        return tuple(lines)


def look_for_missing(path: Path, place: Path | None, now: datetime) -> Missing | None:
    """What there is of a diary that is not there; None where it is there, or where nothing says that it ever was.

    `place` is the second place. Raises DiaryTrouble.
    """
    if os.path.lexists(path):
        return None
    copies = all_copies(path.parent / BACKUPS, place, now)
    if not copies and place is None:
        return None
    return Missing(path, place, copies).look_again()


def bring_back(path: Path, copy: Path) -> None:
    """Puts a copy of a backup where the diary was, under the passphrase that it has, or none.

    It is read back before it gets the name, and no backup is thinned out until the patient has said that all is well.
    Raises DiaryTrouble.
    """
    key, content, folder = key_of(copy), _read(copy), path.parent / BACKUPS
    _set_journal_aside(path)
    earlier = read_note(folder)
    write_note(folder, Restored(BROUGHT_BACK))
    try:
        with whole(path) as part:
            part.write_bytes(content)
            Diary.look(part).close()
    except FileExistsError:
        write_note(folder, earlier)
        raise SomethingThere(path) from None
    except DiaryTrouble:
        write_note(folder, earlier)
        raise
    if key:
        remember(key, path.parent)
    else:
        forget(path.parent)


def begin_anew(path: Path, copies: Iterable[Copy]) -> None:
    """Begins an empty diary without a passphrase; the backups of the earlier one never go. Raises DiaryTrouble.

    Those are the copies that were found, and what a second place has that is away.
    """
    folder = path.parent / BACKUPS
    names = {each.backup.name for each in copies} | listed_anywhere(folder)
    if names:
        note_earlier(folder, names)
    _set_journal_aside(path)
    # A restore that waited for the patient's word was one of the earlier diary.
    settle(folder)
    forget(path.parent)
    create(path)


def _read(copy: Path) -> bytes:
    try:
        return copy.read_bytes()
    except OSError as error:
        raise DiaryTrouble(
            f"{copy} can't be read; connect the disk or stick that it is on, or choose another backup.", str(error)
        ) from error


def _set_journal_aside(path: Path) -> None:
    """SQLite would play the journal of the diary that is gone back into the one that takes its place.

    That of a diary that is there again belongs to it. Raises DiaryTrouble.
    """
    if os.path.lexists(path):
        raise SomethingThere(path)
    try:
        for end in ("journal", "wal", "shm"):
            set_aside(Path(f"{path}-{end}"))
    except OSError as error:
        raise unwritable(error, path) from error
