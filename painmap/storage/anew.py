"""Files that are whole and wait to take the place of older ones, and what is done about them after a crash."""

import os
from contextlib import suppress
from pathlib import Path

from painmap.domain.thinning import named
from painmap.storage.files import PART, flush_folder
from painmap.storage.keys import salt_of

ANEW = ".painmap-anew-"
"""How the name of such a file begins; the rest is the name of the older one."""

WAITING: set[Path] = set()
"""Those that this program wrote and is going to put in place."""


def anew(target: Path) -> Path:
    """Where the file waits that is to take the place of this one."""
    return target.with_name(f"{ANEW}{target.name}")


def settle_change(path: Path, backups: Path) -> None:
    """Ends a change of the passphrase in which the process ended, before the diary is opened.

    The diary says which way: what is under its key goes to its place, the rest goes. Of a diary under a passphrase no
    half-written plain file stays.
    """
    file = Path(os.path.realpath(path))
    elsewhere = () if path.parent.resolve() == file.parent else (anew(file),)
    for left in (*_begun_with((ANEW, PART), path.parent), *_begun_with((ANEW, PART), backups), *elsewhere):
        target = left.with_name(left.name.removeprefix(ANEW))
        fits = salt_of(left) == salt_of(path)
        with suppress(OSError):
            if left.name.startswith(ANEW) and fits and named(target.name) and target.exists():
                left.replace(target)
                flush_folder(left.parent)
            elif left.name.startswith(ANEW) or not (fits or salt_of(left)):
                left.unlink()


def _begun_with(names: tuple[str, ...], folder: Path) -> list[Path]:
    try:
        return [folder / name for name in os.listdir(folder) if name.startswith(names)]  # noqa: PTH208 - names
    except OSError:
        return []
