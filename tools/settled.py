"""Waiting until a window shows what it is going to show."""

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from painmap.ui.window import Window

LIMIT = 60
"""Seconds after which a page is taken to be stuck."""
_SOON_MS = 500


class StuckError(Exception):
    """A page went on drawing for too long; str() is one sentence."""


def settle(window: Window) -> None:
    """Lets the window work until nothing is about to be drawn or set. Raises StuckError."""
    give_up = time.monotonic() + LIMIT
    calm = 0
    while calm < 3:
        QApplication.processEvents()
        calm = 0 if _at_work(window) else calm + 1
        if not calm:
            if time.monotonic() > give_up:
                raise StuckError(f"A page was not drawn within {LIMIT} seconds; start it by hand and look.")
            time.sleep(0.002)


def _at_work(window: QWidget) -> bool:
    """Whether a short timer runs: charts draw, and the report waits for its page, with such timers."""
    return any(timer.isActive() and timer.interval() < _SOON_MS for timer in window.findChildren(QTimer))
