"""A 0-10 question: its name, its ends, whether it is answered, and the row of numbers."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.numbers import Cells, NumberRow
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

ABOVE = 20
HEAD = 24
GAP = 8
ENDS = "0 none, 10 worst imaginable"
SHORT_ENDS = "0 none, 10 worst"


class Question(QWidget):
    """One question with its own space above. `answered` gives a number, `cleared` takes the answer back."""

    answered = Signal(int)
    cleared = Signal()

    def __init__(self, name: str, appearance: Appearance, *, ends: str = ENDS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._compact = False
        self._meaning = ends
        self._name = Words(name, appearance, "heading", parent=self)
        self._ends = Words(ends, appearance, "small", "ink-muted", parent=self)
        self._status = Words("Not answered", appearance, "small", "ink-muted", parent=self)
        self.row = NumberRow(name, appearance, parent=self)
        self.clear = Button("Clear", appearance, Kind.LINK, parent=self)
        self.clear.setAccessibleName(f"Clear {name.lower()}")
        self.clear.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.row.chosen.connect(self.answered)
        self.clear.clicked.connect(self.cleared)
        appearance.changed.connect(self._restyle)

    def show_answer(self, answer: int | None) -> None:
        """Shows the answer, or that there is none."""
        if answer is None and self.clear.hasFocus():
            self.row.take_focus()
        self.row.show_answer(answer)
        self.clear.setVisible(answer is not None)
        self._status.setVisible(answer is None)

    def set_cells(self, cells: Cells, height: int, *, title_role: str = "heading") -> None:
        """Lays the numbers out in one row, in two, or apart."""
        self._compact = cells is Cells.TWO_ROWS
        self.row.set_cells(cells, height)
        self._name.restyle(title_role, "ink")
        self._restyle()

    def sizeHint(self) -> QSize:
        return QSize(self.row.sizeHint().width(), self._top() + self.row.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.row.minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _head(self) -> int:
        return max(self._appearance.theme.px(HEAD), self._name.sizeHint().height())

    def _top(self) -> int:
        return self._above() + self._head() + (5 if self._compact else GAP)

    def _above(self) -> int:
        return 8 if self._compact else ABOVE

    def _place(self) -> None:
        head = QRect(0, self._above(), self.width(), self._head())
        name = self._name.sizeHint().width()
        self._name.setGeometry(head.left(), head.top(), name, head.height())
        button = self.clear.sizeHint()
        high = min(button.height(), 2 * head.top() + head.height())
        top = head.top() + (head.height() - high) // 2
        self.clear.setGeometry(self.width() - button.width(), top, button.width(), high)
        status = max(self._status.sizeHint().width(), button.width())
        self._status.setGeometry(self.width() - self._status.sizeHint().width(), head.top(), status, head.height())
        left = self.width() - name - 13 - status - 8
        self._ends.setText(self._meaning)
        if self._ends.sizeHint().width() > left and self._meaning == ENDS:
            self._ends.setText(SHORT_ENDS)
        self._ends.setVisible(self._ends.sizeHint().width() <= left)
        self._ends.setGeometry(name + 13, head.top() + 1, max(0, left), head.height())
        self.row.setGeometry(0, self._top(), self.width(), self.row.sizeHint().height())

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()
