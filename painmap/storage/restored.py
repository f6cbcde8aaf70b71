"""The note that a restore was made and waits for the patient's word that all is well."""

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from painmap.domain.thinning import named
from painmap.storage.files import private_folder, put_text
from painmap.storage.trouble import unwritable

NOTE = "restored.json"
"""Name of the note in the folder of the backups. While it is there, no backup is thinned out."""


@dataclass(frozen=True)
class Restored:
    """What was done: `said` tells it in one sentence.

    `before` is the name of the backup of what was there before; empty where the diary was empty, None where that is
    not known. `at` is a moment with its UTC offset: what was written after it came after the restore; None where that
    is not known.
    """

    said: str
    before: str | None = None
    at: datetime | None = None


def waiting(folder: Path) -> bool:
    """Whether a restore waits for the patient's word."""
    return os.path.lexists(folder / NOTE)


def read_note(folder: Path) -> Restored | None:
    """The restore that waits for the patient's word; one whose note can't be read has nothing to go back to."""
    try:
        stored = json.loads((folder / NOTE).read_text(encoding="utf-8"))
        before = str(stored["before"])
        at = datetime.fromisoformat(stored["at"]) if stored.get("at") else None
        known = before == "" or named(before)
        return Restored(str(stored["said"]), before if known else None, at if at and at.tzinfo else None)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Restored("A backup was restored.")


def write_note(folder: Path, restored: Restored | None) -> None:
    """Keeps the note, for the patient's eyes only, in place of an older one; None is none. Raises DiaryUnwritable."""
    if restored is None:
        settle(folder)
        return
    private_folder(folder)
    at = restored.at.isoformat() if restored.at else None
    put_text(json.dumps({**asdict(restored), "at": at}, ensure_ascii=False), folder / NOTE)


def settle(folder: Path) -> None:
    """The patient has looked, and all is well: backups are thinned again. Raises DiaryUnwritable."""
    try:
        (folder / NOTE).unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(error, folder) from error
