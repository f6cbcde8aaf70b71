"""Numbers 0 to 10 from the keyboard: a digit, ten as 1 then 0, or T."""

from PySide6.QtCore import QElapsedTimer, QObject, Qt
from PySide6.QtGui import QKeyEvent

TEN_WITHIN_MS = 600


class Digits(QObject):
    """Turns keys into numbers. A 0 that follows a 1 within 600 ms makes it ten."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since_one = QElapsedTimer()
        self.completed_ten = False

    def number(self, event: QKeyEvent) -> int | None:
        """The number that this key gives, or None. `completed_ten` says whether it replaces the 1 before it."""
        self.completed_ten = False
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        if event.modifiers() & held:
            return None
        if event.key() == Qt.Key.Key_T:
            self._since_one.invalidate()
            return 10
        if not Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
            return None
        digit = event.key() - Qt.Key.Key_0
        if digit == 0 and self._since_one.isValid() and self._since_one.elapsed() <= TEN_WITHIN_MS:
            self._since_one.invalidate()
            self.completed_ten = True
            return 10
        self._since_one.invalidate()
        if digit == 1:
            self._since_one.start()
        return digit
