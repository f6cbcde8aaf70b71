"""A question's name, whether it is answered, and what it is answered with below."""

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

ABOVE = 20
HEAD = 24
GAP = 8
BESIDE = 13


class Headed(QWidget):
    """Stands above its `inside` like a 0-10 question does. `cleared` asks to take all its answers back."""

    cleared = Signal()

    def __init__(
        self, name: str, hint: str, inside: QWidget, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._above = ABOVE
        self._name = Words(name, appearance, "heading", parent=self)
        self._hint = Words(hint, appearance, "small", "ink-muted", parent=self)
        self._status = Words("Not answered", appearance, "small", "ink-muted", parent=self)
        self._inside = inside
        inside.setParent(self)
        self.clear = Button("Clear", appearance, Kind.LINK, parent=self)
        self.clear.setAccessibleName(f"Clear {name.lower()}")
        self.clear.hide()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clear.clicked.connect(self.cleared)

    def show_answered(self, answered: bool) -> None:
        """Says "Not answered", or offers to clear."""
        self.clear.setVisible(answered)
        self._status.setVisible(not answered)
        self._place()

    def fit(self, *, small: bool) -> None:
        """Takes less space above in a small window."""
        self._above = 8 if small else ABOVE
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        inside = self._inside.sizeHint()
        return QSize(inside.width(), self._top() + inside.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def event(self, event: QEvent) -> bool:
        """Follows what is inside when that needs more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _head(self) -> int:
        return max(self._appearance.theme.px(HEAD), self._name.sizeHint().height())

    def _top(self) -> int:
        return self._reach() + self._head() + (GAP if self._above == ABOVE else 5)

    def _reach(self) -> int:
        """Room above; never less than the button beside the name reaches."""
        return max(self._above, (self.clear.sizeHint().height() - self._head() + 1) // 2)

    def _place(self) -> None:
        head = QRect(0, self._reach(), self.width(), self._head())
        name, button = self._name.sizeHint().width(), self.clear.sizeHint()
        self._name.setGeometry(0, head.top(), name, head.height())
        top = head.center().y() + 1 - button.height() // 2
        self.clear.setGeometry(self.width() - button.width(), top, button.width(), button.height())
        status = self._status.sizeHint().width()
        self._status.setGeometry(self.width() - status, head.top(), status, head.height())
        left = self.width() - name - 2 * BESIDE - max(status, button.width())
        hint = self._hint.sizeHint().width()
        self._hint.setVisible(hint <= left)
        self._hint.setGeometry(name + BESIDE, head.top() + 1, max(0, hint), head.height())
        self._inside.setGeometry(0, self._top(), self.width(), self._inside.sizeHint().height())
