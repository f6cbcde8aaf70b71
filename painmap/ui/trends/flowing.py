"""Text that flows into as many lines as it needs."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance


class Flowing(Words):
    """Text that takes as many lines as its width asks for, and no more room than that."""

    def __init__(self, appearance: Appearance, role: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__("", appearance, role, colour, wrap=True, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        super().resizeEvent(event)
