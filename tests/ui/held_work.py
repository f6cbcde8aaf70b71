"""Holding work beside the window where it is, to look at what is shown and to stop it there."""

from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

LEFT = Qt.MouseButton.LeftButton
BACKUP = "Making a backup of the diary"


class Gate:
    """Holds the work where it is so far, until it is let go."""

    def __init__(self, qtbot, background) -> None:
        self._qtbot = qtbot
        self._where: tuple[str, int] | None = None
        self._reached, self._open = Event(), Event()
        background.patience = 0
        # In the thread of the work, which is so held.
        background._told.connect(self._hear, Qt.ConnectionType.DirectConnection)

    def hold(self, words: str, percent: int = 0) -> None:
        self._reached.clear()
        self._open.clear()
        self._where = words, percent

    def reached(self) -> None:
        self._qtbot.waitUntil(self._reached.is_set)

    def let_go(self) -> None:
        self._where = None
        self._open.set()

    def _hear(self, _course: object, words: str, percent: int) -> None:
        if self._where and words == self._where[0] and percent >= self._where[1]:
            self._reached.set()
            assert self._open.wait(20)


def escape(card) -> None:
    QTest.keyClick(card.window().focusWidget(), Qt.Key.Key_Escape)


def click(card) -> None:
    QTest.mouseClick(card.cancel, LEFT)


def finished(qtbot, transfer) -> None:
    qtbot.waitUntil(lambda: not transfer.background.busy, timeout=20_000)
