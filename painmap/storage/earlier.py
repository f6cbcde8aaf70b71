"""The list of backups of an earlier diary, which the backups of the one that was begun after it never push out."""

import json
from collections.abc import Iterable
from pathlib import Path

from painmap.domain.thinning import named
from painmap.storage.files import private_folder, put_text

LIST = "earlier.json"
"""Name of the list in the folder of the backups; it holds for the second place too."""


def spared(folder: Path, names: Iterable[str]) -> set[str]:
    """Which of these never go; all of them where the list is there and can't be read."""
    known = _listed(folder)
    return set(names) if known is None else known & set(names)


def note_earlier(folder: Path, names: Iterable[str]) -> None:
    """Adds to the list. Raises DiaryUnwritable."""
    private_folder(folder)
    known = _listed(folder) or set()
    put_text(json.dumps(sorted(known | set(names))), folder / LIST)


def _listed(folder: Path) -> set[str] | None:
    try:
        stored = json.loads((folder / LIST).read_text(encoding="utf-8"))
        return {name for name in stored if named(name)}
    except FileNotFoundError:
        return set()
    except (OSError, ValueError, TypeError):
        return None
