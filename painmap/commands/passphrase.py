"""The passphrase on the command line: asked for in the terminal or read from standard input, never an argument."""

import sys
from getpass import getpass
from pathlib import Path

from painmap.commands.trouble import Refused
from painmap.paths import DIARY_FILE
from painmap.storage.keys import sealed
from painmap.storage.sealing import unlock
from painmap.storage.trouble import WrongPassphrase

NO_TERMINAL = (
    "{path} is locked with a passphrase; run this in a terminal, or hand the passphrase in with --passphrase-stdin."
)


def unlock_typed(data_dir: Path, *others: Path | None, from_stdin: bool) -> None:
    """Asks for the passphrase of the diary, and of other files that a command reads, where they have one.

    Raises Refused, DiaryTrouble.
    """
    for path in (data_dir / DIARY_FILE, *others):
        if path is not None and sealed(path):
            unlock(path, _from_stdin() if from_stdin else _asked(path))


def _asked(path: Path) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refused(NO_TERMINAL.format(path=path))
    try:
        return getpass(f"Passphrase of {path}: ")
    except EOFError:
        raise WrongPassphrase from None


def _from_stdin() -> str:
    """One line; a second file with another passphrase takes the next."""
    try:
        return sys.stdin.readline().rstrip("\r\n") if sys.stdin else ""
    except UnicodeDecodeError:
        raise WrongPassphrase from None
