"""Buttons in a line that goes on below where the room ends, and the head of what is shown: its name and buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from painmap.ui.parts.words import Words

GAP = 8


class Flow(QWidget):
    """Lays its buttons from left to right, in as many lines as they need. Hidden ones take no room."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._parts = tuple(parts)
        for part in self._parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
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
        sizes = [part.sizeHint() for part in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.refresh()
        return super().event(event)

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


class Head(QWidget):
    """A name at the left and its buttons at the right; the buttons go below where the name needs the room."""

    def __init__(self, title: Words, buttons: Flow) -> None:
        super().__init__()
        self._title, self._buttons = title, buttons
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(title, 1)
        self._row.addWidget(buttons)

    def refresh(self) -> None:
        """Takes the room anew after the name or the buttons have changed."""
        self._buttons.refresh()
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        name = self._title.fontMetrics().horizontalAdvance(self._title.text())
        beside = name + 24 + self._buttons.sizeHint().width() <= self.width()
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setAlignment(self._title, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag(0))
