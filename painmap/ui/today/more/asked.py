"""One line with a name, its answers, and a way to clear: a sense, yes or no, a severity."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.ui.parts.answers import HEIGHT, Answers
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

GAP = 8
YES_NO: Sequence[tuple[str, object]] = (("Yes", True), ("No", False))
WIDEST_CELL = 110


class Asked(QWidget):
    """`answered` gives a value, or None where the answer was taken back. With little room the name stands above."""

    answered = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, object]],
        appearance: Appearance,
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._beside = True
        self._name_width = 0
        self._name = Words(name, appearance, parent=self)
        self._hint = Words(hint, appearance, "small", "ink-muted", parent=self)
        self.answers = Answers(name, choices, appearance, parent=self)
        self.clear = Button("Clear", appearance, Kind.LINK, parent=self)
        self.clear.setAccessibleName(f"Clear {name.lower()}")
        self.clear.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.answers.chosen.connect(self.answered)
        self.answers.cleared.connect(self._clear)
        self.clear.clicked.connect(self._clear)

    @property
    def name_width(self) -> int:
        """The room that its name needs."""
        return self._name.sizeHint().width()

    def name_is_heading(self) -> None:
        """Takes the type of a question's name."""
        self._name.restyle("heading", "ink")

    def show_answer(self, answer: object) -> None:
        """Shows an answer; None is none."""
        if answer is None and self.clear.hasFocus():
            self.answers.take_focus()
        self.answers.show_answer(answer)
        self.clear.setVisible(answer is not None)
        self._place()

    def fit(self, width: int, height: int = HEIGHT, name_width: int = 0) -> None:
        """Takes the room there is; rows that lie above each other get the same width for their names."""
        self.clear.set_height(height)
        self._name_width = max(name_width, self.name_width)
        room = width - self._name_width - self.clear.sizeHint().width() - 2 * GAP
        self._beside = not self._hint.text() and room >= self.answers.one_row
        self.answers.fit(room if self._beside else width, height)
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        answers = self.answers.sizeHint()
        return QSize(answers.width(), answers.height() + (0 if self._beside else self._above()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.answers.minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _above(self) -> int:
        return self.clear.sizeHint().height()

    def _place(self) -> None:
        button, answers = self.clear.sizeHint(), self.answers.sizeHint()
        right = self.width() - button.width()
        if self._beside:
            left = self._name_width + GAP
            width = min(right - GAP - left, len(self.answers.cells) * self._appearance.theme.px(WIDEST_CELL))
            self._name.setGeometry(0, 0, self._name_width, self.height())
            self.answers.setGeometry(left, 0, width, answers.height())
            self.clear.setGeometry(right, (self.height() - button.height()) // 2, button.width(), button.height())
            return
        above, name, hint = self._above(), self.name_width, self._hint.sizeHint().width()
        self._name.setGeometry(0, 0, name, above)
        self._hint.setVisible(name + 10 + hint <= right - 8)
        self._hint.setGeometry(name + 10, 1, hint, above)
        self.answers.setGeometry(0, above, self.width(), answers.height())
        self.clear.setGeometry(right, 0, button.width(), above)

    def _clear(self) -> None:
        self.answered.emit(None)
