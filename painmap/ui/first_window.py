"""A window of its own that is shown before the diary is open, such as the lock at the start."""

from PySide6.QtCore import QEventLoop, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from painmap.ui.parts.focus import FocusRing
from painmap.ui.style import style_sheet
from painmap.ui.theme import Appearance


class FirstWindow(QWidget):
    """Asks something until it is answered, or the window is left. `done`: one of the two."""

    done = Signal()

    def __init__(self, appearance: Appearance, size: QSize) -> None:
        super().__init__()
        theme = appearance.theme
        self.setStyleSheet(style_sheet(theme))
        self.setPalette(theme.palette())
        self.setFont(theme.font("body"))
        self.setAutoFillBackground(True)
        self.setWindowTitle("Painmap")
        self.setMinimumSize(640, 480)
        self.resize(size)
        self._ring = FocusRing(self, appearance)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.done.emit()

    def wait(self) -> None:
        """Shows itself, at most as large as the screen, until it is done."""
        waiting = QEventLoop()
        self.done.connect(waiting.quit)
        self.resize(self.size().boundedTo(self.screen().availableGeometry().size()))
        self.show()
        self.activateWindow()
        waiting.exec()
