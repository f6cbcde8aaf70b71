"""A whole number of minutes or hours: large buttons for the usual ones, and a field for any other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.domain.words import number
from painmap.ui.parts.answers import HEIGHT, Answers
from painmap.ui.parts.field import Field
from painmap.ui.parts.typed import Typed
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

GAP = 8
FIELD = 92
LONGEST_FIGURE = 6


class Amount(QWidget):
    """`answered` gives a number from 0 to `most`, or None, and whether it goes on with what was just being typed.

    A number that can't be is refused with a sentence under the field, and stays there to be corrected.
    """

    answered = Signal(object, bool)

    def __init__(
        self,
        question: str,
        usual: Sequence[int],
        unit: str,
        most: int,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._usual, self._most = usual, most
        self._answer: int | None = None
        self._beside = True
        self._refusal = f"Type a whole number from 0 to {number(most)}."
        self.setAccessibleName(question)
        self.answers = Answers(question, [(str(each), each) for each in usual], appearance, parent=self)
        for cell in self.answers.cells:
            cell.setAccessibleName(f"{question}: {cell.text()} {unit}")
        self.field = Field(f"{question}: other number of {unit}", "", appearance, LONGEST_FIGURE, parent=self)
        self.field.setPlaceholderText("Other")
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._unit = Words(unit, appearance, "body", "ink-muted", parent=self)
        self.trouble = Words("", appearance, "small", "danger", wrap=True, parent=self)
        self.trouble.hide()
        self.typed = Typed(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.answers.chosen.connect(self._chosen)
        self.answers.cleared.connect(self._clear)
        self.typed.written.connect(self._written)

    def show_answer(self, answer: int | None) -> None:
        """Shows a number on its button, or in the field where it has none; None is no answer."""
        changed, self._answer = answer != self._answer, answer
        self.answers.show_answer(answer)
        if changed:
            self._say("")
        same = answer is not None and _figure(self.typed.text) == answer
        text = self.typed.text if same else "" if answer is None or answer in self._usual else str(answer)
        self.typed.show(text, force=changed)

    def forget(self) -> None:
        """Leaves what was refused, for another check-in."""
        self._say("")
        self.typed.forget()

    def fit(self, width: int, height: int = HEIGHT) -> None:
        """Takes the room there is: the field beside the buttons, or below them."""
        beside = width - GAP - self._field_width() - 6 - self._unit.sizeHint().width()
        self._beside = beside >= self.answers.one_row
        self.answers.fit(beside if self._beside else width, height)
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        answers, field = self.answers.sizeHint(), self._field_height()
        height = max(answers.height(), field) if self._beside else answers.height() + GAP + field
        told = 4 + self._appearance.theme.px(20) if not self.trouble.isHidden() else 0
        return QSize(answers.width(), height + told)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.answers.minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _field_width(self) -> int:
        return self._appearance.theme.px(FIELD)

    def _field_height(self) -> int:
        return max(self._appearance.theme.px(HEIGHT), self.field.minimumSizeHint().height())

    def _place(self) -> None:
        answers, unit = self.answers.sizeHint().height(), self._unit.sizeHint()
        high, wide = self._field_height(), self._field_width()
        if self._beside:
            left = self.width() - unit.width() - 6 - wide
            self.answers.setGeometry(0, max(0, (high - answers) // 2), left - GAP, answers)
            top = max(0, (answers - high) // 2)
        else:
            self.answers.setGeometry(0, 0, self.width(), answers)
            left, top = 0, answers + GAP
        self.field.setGeometry(left, top, wide, high)
        self._unit.setGeometry(left + wide + 6, top, unit.width(), high)
        told = self._appearance.theme.px(20)
        self.trouble.setGeometry(0, max(top + high, answers) + 4, self.width(), told)

    def _chosen(self, value: object) -> None:
        self.answered.emit(value, False)

    def _clear(self) -> None:
        self.answered.emit(None, False)

    def _written(self, text: str, goes_on: bool) -> None:
        figure = _figure(text)
        if text.strip() and (figure is None or figure > self._most):
            self._say(self._refusal)
            return
        self._say("")
        self.answered.emit(figure, goes_on)

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        self.field.setAccessibleDescription(text)
        self.updateGeometry()
        self._place()


def _figure(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() else None
