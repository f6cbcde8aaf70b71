"""The lock screen as a window of its own: what is shown at the start, before the diary can be opened."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painmap.ui.parts.focus import FocusRing
from painmap.ui.passphrase.lock_screen import LockScreen
from painmap.ui.style import style_sheet
from painmap.ui.theme import Appearance


class LockWindow(QWidget):
    """Asks for the passphrase until it is the one, or the window is closed. `done`: one of the two."""

    done = Signal()

    def __init__(self, attempt: Callable[[str], None], appearance: Appearance) -> None:
        super().__init__()
        self.unlocked = False
        """Whether the passphrase was told."""
        self.screen_shown = LockScreen(attempt, appearance)
        theme = appearance.theme
        self.setStyleSheet(style_sheet(theme))
        self.setPalette(theme.palette())
        self.setFont(theme.font("body"))
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.screen_shown)
        self._ring = FocusRing(self, appearance)
        self.setWindowTitle("Painmap")
        self.setMinimumSize(640, 480)
        self.resize(1280, 800)
        self.screen_shown.unlocked.connect(self._let_in)
        self.screen_shown.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.done.emit()

    def ask(self) -> bool:
        """Shows itself until it is done. Whether the passphrase was told."""
        waiting = QEventLoop()
        self.done.connect(waiting.quit)
        self.resize(self.size().boundedTo(self.screen().availableGeometry().size()))
        self.show()
        self.activateWindow()
        waiting.exec()
        return self.unlocked

    def _let_in(self) -> None:
        self.unlocked = True
        self.close()
