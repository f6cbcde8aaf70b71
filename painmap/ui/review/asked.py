"""One question of the weekly review: its name, whether it is answered, and its answers."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.numbers import Cells, NumberRow
from painmap.ui.parts.words import Words
from painmap.ui.review.answer_row import AnswerRow
from painmap.ui.review.items import LEVELS, YES_NO, Item, Scale
from painmap.ui.theme import Appearance

ROW = 52
HEAD = 24
ABOVE = 12


class Asked(QWidget):
    """A question with its row of answers. `answered` gives the item's key and the answer, None to take it back."""

    answered = Signal(str, object)

    def __init__(self, item: Item, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._appearance = appearance
        self._name = Words(item.name, appearance, "heading", wrap=True)
        self._ends = Words(item.ends, appearance, "small", "ink-muted")
        self._ends.setVisible(bool(item.ends))
        self.status = Words("Not answered", appearance, "small", "ink-muted")
        self.clear = Button("Clear", appearance, Kind.LINK, parent=self)
        self.clear.setAccessibleName(f"Clear {item.name[0].lower()}{item.name[1:]}")
        self.row = _row_for(item, appearance)
        self._lay_out()
        self.clear.hide()
        self.row.chosen.connect(self._chosen)
        self.clear.clicked.connect(self._cleared)
        appearance.changed.connect(self._place)

    def show_answer(self, answer: int | bool | None) -> None:
        """Shows the answer, or that there is none."""
        if answer is None and self.clear.hasFocus():
            self.row.take_focus()
        self.row.show_answer(answer)
        self.clear.setVisible(answer is not None)
        self.status.setVisible(answer is None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _lay_out(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(self._name, 1)
        self._head.addWidget(self.status)
        keeps = self.status.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.status.setSizePolicy(keeps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ABOVE, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addSpacing(2 if self.item.ends else 8)
        column.addWidget(self._ends)
        if self.item.ends:
            column.addSpacing(6)
        column.addStretch(1)
        column.addWidget(self.row)

    def _place(self) -> None:
        """Clear reaches above the head, so that it is large and the rows stay where they are."""
        self._name.setMinimumHeight(self._appearance.theme.px(HEAD))
        size = self.clear.sizeHint()
        top = max(0, ABOVE + self._appearance.theme.px(HEAD) // 2 - size.height() // 2)
        self.clear.setGeometry(self.width() - size.width(), top, size.width(), size.height())
        self.clear.raise_()

    def _chosen(self, answer: object) -> None:
        self.answered.emit(self.item.key, answer)

    def _cleared(self) -> None:
        self.answered.emit(self.item.key, None)


def _row_for(item: Item, appearance: Appearance) -> NumberRow | AnswerRow:
    if item.scale is Scale.NUMBER:
        row = NumberRow(item.name, appearance)
        row.set_cells(Cells.JOINED, ROW)
        return row
    return AnswerRow(item.name, LEVELS if item.scale is Scale.LEVEL else YES_NO, appearance)
