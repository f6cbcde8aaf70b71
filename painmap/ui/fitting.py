"""How large a window opens."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

SIZE = QSize(1280, 800)
FRAME = QSize(16, 48)
"""What a desktop's frame and title bar take at most, as a rule."""


def open_fitting(window: QWidget) -> None:
    """Shows a window at 1280 x 800, or over the whole screen where that, with its frame, is more than there is."""
    size = SIZE.boundedTo(window.screen().availableGeometry().size() - FRAME)
    window.resize(size)
    if size == SIZE:
        window.show()
    else:
        window.showMaximized()
