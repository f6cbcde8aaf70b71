"""What can stand between the patient and the diary, each said in one sentence with a next step."""

import errno
import sqlite3
from pathlib import Path
from typing import ClassVar

FULL = "there is no room left on the disk; free some space and try again"
NOT_ALLOWED = "it may only be read; allow writing to the file and its folder, or choose another folder"
NOT_THERE = "its folder is not there any more; connect its disk again, or choose another folder"
NOT_TAKEN = "the disk did not take what was written; check the disk and try again"


class DiaryTrouble(Exception):
    """The sentence a patient reads; `detail` is for someone who looks into the matter."""

    def __init__(self, sentence: str, detail: str = "") -> None:
        super().__init__(sentence)
        self.detail = detail


class WrongPassphrase(DiaryTrouble):
    """What was told is not the passphrase of `what`. Says nothing about what would be."""

    def __init__(self, what: str = "this diary") -> None:
        super().__init__(f"That is not the passphrase of {what}; try again.")


class DoesNotFit(DiaryTrouble):
    """What was to be kept or removed contradicts what the diary has."""


class _FileTrouble(DiaryTrouble):
    sentence: ClassVar[str]

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(self.sentence.format(path=path, backups=path.parent / "backups"), detail)
        self.path = path


class DiaryInUse(_FileTrouble):
    """Another program holds the diary's lock."""

    sentence = "Another program is using the diary {path}; close it there and try again."


class DiaryDamaged(_FileTrouble):
    """The file is a diary, or was one, and not all of it is as it was written."""

    sentence = (
        "The diary {path} is damaged and was left as it is; start Painmap, or type 'painmap restore', "
        "to go on with the newest copy from {backups}."
    )


class DiaryTooNew(_FileTrouble):
    """The diary was written by a later version of the program."""

    sentence = "The diary {path} was written by a newer version of Painmap and was left as it is; install that version."


class DiaryTooOld(_FileTrouble):
    """The diary is to be read only, and comes from an earlier version of the program."""

    sentence = (
        "The diary {path} is from an earlier version of Painmap; open it once in Painmap's window, then try again."
    )


class NotADiary(_FileTrouble):
    """Something else is where the diary would be."""

    sentence = "What is at {path} is not a Painmap diary and was left as it is; move it away or choose another folder."


class SomethingThere(NotADiary):
    """Where no diary was, there is something again, such as the diary itself from a disk that was away."""

    sentence = "There is something at {path} again, which was left as it is; close Painmap and start it again."


class DiarySealed(_FileTrouble):
    """The diary, or a copy of it, is under a passphrase that was not told."""

    sentence = "{path} is locked with a passphrase; open it with its passphrase first."


class DiaryMissing(_FileTrouble):
    """There is no diary to read."""

    sentence = "There is no diary at {path}; start Painmap once to begin one, or name the folder where yours is."


class DiaryClosed(_FileTrouble):
    """The file, or its folder, is not to be read by whoever runs the program."""

    sentence = "You may not open the diary {path}; allow reading the file and its folder, and try again."


class DiaryMoved(_FileTrouble):
    """The file was deleted, renamed or replaced while it was open."""

    sentence = (
        "The diary {path} was moved, deleted or replaced by another program, so nothing was written; "
        "put it back and start Painmap again."
    )


class DiaryUnwritable(DiaryTrouble):
    """The diary, or a copy of it, can't be written: the place is read-only or full."""

    def __init__(self, path: Path, why: str, detail: str = "") -> None:
        super().__init__(f"Painmap can't write to {path}: {why}.", detail)
        self.path = path


def trouble(error: sqlite3.Error, path: Path) -> DiaryTrouble | None:
    """What an error of SQLite means for the patient; None for a mistake of the program."""
    # A text that is not UTF-8 is reported as an OperationalError without a code.
    unnamed = sqlite3.SQLITE_CORRUPT if isinstance(error, sqlite3.OperationalError) else sqlite3.SQLITE_MISUSE
    code = getattr(error, "sqlite_errorcode", unnamed)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return DiaryMoved(path, str(error))
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DiaryInUse(path, str(error))
        case sqlite3.SQLITE_CORRUPT:
            return DiaryDamaged(path, str(error))
        case sqlite3.SQLITE_NOTADB:
            return NotADiary(path, str(error))
        case sqlite3.SQLITE_FULL:
            return DiaryUnwritable(path, FULL, str(error))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return DiaryUnwritable(path, NOT_ALLOWED, str(error))
        case sqlite3.SQLITE_IOERR:
            return DiaryUnwritable(path, NOT_TAKEN, str(error))
    return None


def unwritable(error: OSError, path: Path) -> DiaryUnwritable:
    """What an error of the file system means for the patient."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return DiaryUnwritable(path, FULL, str(error))
        case errno.ENOENT:
            return DiaryUnwritable(path, NOT_THERE, str(error))
        case errno.EIO:
            return DiaryUnwritable(path, NOT_TAKEN, str(error))
    return DiaryUnwritable(path, NOT_ALLOWED, str(error))
