"""Buttons in a line that goes on below where the room ends."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 8


class Flow(QWidget):
    """Lays its buttons from left to right, in as many lines as they need. Hidden ones take no room."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._parts = tuple(parts)
        for part in self._parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def refresh(self) -> None:
        """Takes the room anew after a button was shown, hidden or renamed."""
        self._place(self.width())
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        width = sum(part.sizeHint().width() + GAP for part in self._shown()) - GAP
        return QSize(max(0, width), self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(
            max((part.sizeHint().width() for part in self._shown()), default=0), self._place(self.width(), move=False)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width())

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _place(self, width: int, *, move: bool = True) -> int:
        x = y = height = 0
        for part in self._shown():
            size = part.sizeHint()
            if x and x + size.width() > width:
                x, y, height = 0, y + height + GAP, 0
            if move:
                part.setGeometry(x, y, size.width(), size.height())
            x += size.width() + GAP
            height = max(height, size.height())
        return y + height
