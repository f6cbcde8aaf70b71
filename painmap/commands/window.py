"""Opening the window, on the diary or on an invented one."""

import gc
from datetime import datetime
from pathlib import Path

from painmap import screen
from painmap.commands.places import folder_of
from painmap.commands.trouble import Refused
from painmap.paths import DIARY_FILE
from painmap.storage.diary import Diary
from painmap.ui.qt import load_qt

DEMO_DAYS, DEMO_SEED = 180, 1


def open_diary(data_dir: Path) -> int:
    """Opens the window on the diary of this folder, and returns its exit code when it is closed."""
    _screen()
    return _open(folder_of(data_dir), demo=False)


def open_demo(now: datetime) -> int:
    """Opens the window on an invented diary in a temporary folder, which goes when the window is closed."""
    _screen()
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="painmap-demo-", ignore_cleanup_errors=True) as folder:
        fill_demo(Path(folder), now)
        return _open(Path(folder), demo=True)


def fill_demo(folder: Path, now: datetime) -> None:
    """Begins a diary in this folder with invented months that end now."""
    from painmap.domain.sample import sample

    with Diary.open(folder / DIARY_FILE, now) as diary:
        diary.merge(sample(DEMO_DAYS, now.date(), DEMO_SEED, now))


def _open(folder: Path, *, demo: bool) -> int:
    # All that is made until the window shows stays: to look for rubbish in it would only take time.
    gc.disable()
    try:
        load_qt()
        from painmap.app import open_window

        return open_window(folder, demo=demo)
    finally:
        gc.enable()


def _screen() -> None:
    sentence = screen.missing()
    if sentence:
        raise Refused(sentence)
