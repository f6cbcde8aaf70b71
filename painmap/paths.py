"""Where the files that ship with the program are, where the diary lives, and what may be thrown away."""

import os
import sys
from pathlib import Path

DIARY_FILE = "painmap.diary"


def shipped(name: str) -> Path:
    """Path of a file that ships with the program, such as 'bodymap.svg'.

    An installed package carries its resources inside; a checkout has them beside the package.
    """
    package = Path(__file__).resolve().parent
    inside = package / "resources" / name
    return inside if inside.exists() else package.parent / "resources" / name


def data_dir() -> Path:
    """The folder of the diary where the patient has named none: the usual place of the system for such files."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Painmap"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Painmap"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "painmap"


def cache_dir() -> Path:
    """The folder for what can be made again, nothing of the patient: the usual place of the system for such files."""
    if sys.platform == "win32":
        return data_dir() / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "Painmap"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "painmap"
