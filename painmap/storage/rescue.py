"""A diary that can't be opened: what there is to go on with, and setting it aside for a sound one in its place."""

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path

from painmap.domain.contents import Contents
from painmap.domain.restoring import fitting, held_text, logged_days, merged, span_text
from painmap.domain.thinning import Backup
from painmap.domain.words import counted, day_text
from painmap.storage import backups
from painmap.storage.database import create
from painmap.storage.diary import Diary
from painmap.storage.everywhere import NONE_FOUND, Copy, Newest, all_copies, locked_text, newest_good
from painmap.storage.files import PART, clear_parts, flush_folder
from painmap.storage.keys import key_of_folder, remember
from painmap.storage.restored import Restored, write_note
from painmap.storage.salvage import Salvaged, salvage
from painmap.storage.trouble import DiaryTrouble, unwritable

NO_GOOD = "There is no good backup."


@dataclass(frozen=True)
class Rescue:
    """What there is to go on with: the newest good backup (None where there is none), and what can still be read."""

    path: Path
    backup: Backup | None
    held: Contents
    salvaged: Salvaged
    copies: tuple[Copy, ...] = ()
    """All backups that there are."""
    newest: Newest = NONE_FOUND
    """The newest of them that is good, and the later ones that are locked."""

    def look_again(self) -> "Rescue":
        """The same after a passphrase was told. Raises DiaryTrouble."""
        found = newest_good(self.copies, self.path)
        if found.good is None:
            return replace(self, newest=found)
        return replace(self, backup=found.good.copy.backup, held=found.good.held, newest=found)

    @property
    def read(self) -> Contents:
        """What can be read of the damaged diary and goes together."""
        return fitting(self.salvaged.contents)

    @property
    def both(self) -> Contents:
        """The backup with what can be read of the damaged diary, of each the version changed last."""
        return merged(self.held, self.salvaged.contents)

    def account(self) -> tuple[str, ...]:
        """What there is and what it lacks, in sentences."""
        read = held_text(self.read)
        lost = counted(self.salvaged.unreadable, "check-in")
        lines = [
            f"Of the damaged diary this can still be read as it was kept: {read[0].lower()}{read[1:]}."
            + (f" {lost} can't be read." if self.salvaged.unreadable else "")
        ]
        if self.newest.locked:
            lines.insert(0, locked_text(self.newest, self.path))
        elif not len(self.held):
            lines.insert(0, NO_GOOD)
        if self.backup is None:
            return (f"In the backup: {held_text(self.held)}.", *lines) if len(self.held) else tuple(lines)
        made = f"{day_text(self.backup.taken.date(), year=True, weekday=True)}, {self.backup.taken:%H:%M}"
        lines.insert(0, f"The newest good backup is of {made}: {held_text(self.held)}.")
        later = sorted(set(logged_days(self.read)) - set(logged_days(self.held)))
        if later:
            what = f"{counted(len(later), 'day')} that can be read, {span_text(later)}"
            lines.append(f"The backup lacks {what}.")
        lines.append("What was written after the backup and can't be read is in neither.")
        return tuple(lines)


def look_for_rescue(path: Path, place: Path | None, now: datetime) -> Rescue:
    """Finds the newest good backup, also in the second place, and reads what can be read; nothing is changed.

    Raises DiaryTrouble.
    """
    copies = all_copies(path.parent / backups.BACKUPS, place, now)
    return Rescue(path, None, Contents(), salvage(path), copies).look_again()


def go_on_with(path: Path, contents: Contents, now: datetime) -> Path:
    """Sets the damaged diary aside under a name with the moment, and puts a new one with these contents in its place.

    The new one is whole and read back before the old one's name is touched. Returns where the damaged one is.
    Raises DiaryTrouble.
    """
    folder = path.parent
    # A link stays one: what it leads to is set aside.
    path = Path(os.path.realpath(path))
    new = path.with_name(f"{PART}new")
    clear_parts(folder)
    if key := key_of_folder(folder):
        remember(key, path.parent)
    create(new)
    try:
        with Diary.open(new, now) as diary:
            diary.merge(contents)
        with Diary.read(new) as diary:
            if len(diary.contents()) != len(contents):
                raise DiaryTrouble(f"The new diary did not take all of it, so {path} was left as it is; try again.")
        write_note(folder / backups.BACKUPS, Restored("The diary was damaged and was set aside."))
        aside = _aside(path, now)
        new.replace(path)
        flush_folder(path.parent)
    except OSError as error:
        raise unwritable(error, path) from error
    finally:
        with suppress(OSError):
            new.unlink()
    return aside


def _aside(path: Path, now: datetime) -> Path:
    """The file gets a second name before it loses its own; a journal goes with it, or it would undo the new diary."""
    stem = f"painmap-damaged-{now:%Y-%m-%d-%H%M%S}"
    names = (path.with_name(f"{stem}{f'-{n}' if n > 1 else ''}.diary") for n in count(1))
    aside = next(name for name in names if not os.path.lexists(name))
    try:
        aside.hardlink_to(path)
    except OSError:
        path.rename(aside)
    journal = Path(f"{path}-journal")
    if os.path.lexists(journal):
        journal.rename(f"{aside}-journal")
    return aside
