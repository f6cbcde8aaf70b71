"""A question with large answers of which one is on, or none yet."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance
from painmap.ui.treatments.flow import Flow

ROOM, BESIDE, HEIGHT = 24, 80, 44
"""Px at 100 % text: around the words of an answer, and the room of a question that stands beside its answers."""


class Answer(Button):
    """One answer, with room around its tick and words."""

    def __init__(self, text: str, appearance: Appearance) -> None:
        super().__init__(text, appearance, Kind.CHOICE)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._appearance.theme.px(ROOM), 0)


class Picker(QWidget):
    """`picked` gives the value of the answer that was tapped."""

    picked = Signal(object)

    def __init__(
        self,
        question: str,
        answers: Sequence[tuple[str, object]],
        appearance: Appearance,
        *,
        beside: bool = False,
    ) -> None:
        super().__init__()
        self._appearance, self._beside = appearance, beside
        self.question = Words(question, appearance, "body-strong", wrap=True)
        self._values = [value for _, value in answers]
        self.buttons = [Answer(text, appearance) for text, _ in answers]
        self._flow = Flow(self.buttons)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        line = QBoxLayout(across if beside else down, self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8 if beside else 4)
        line.addWidget(self.question)
        line.addWidget(self._flow, 1)
        if beside:
            line.setAlignment(self.question, Qt.AlignmentFlag.AlignTop)
            appearance.changed.connect(self._widen)
            self._widen()
        for button in self.buttons:
            button.setAccessibleDescription(question)
            button.clicked.connect(self._tapped)

    @property
    def value(self) -> object:
        """The value of the answer that is on; None where none is."""
        return next((v for v, button in zip(self._values, self.buttons, strict=True) if button.isChecked()), None)

    def show_value(self, value: object) -> None:
        """Turns an answer on without saying so; the others are off, and all are where there is no such answer."""
        for known, button in zip(self._values, self.buttons, strict=True):
            button.setChecked(known == value)

    def ask(self, question: str, answers: Sequence[str] = ()) -> None:
        """Takes other words."""
        self.question.setText(question)
        for button, text in zip(self.buttons, answers, strict=False):
            button.rename(text)
        for button in self.buttons:
            button.setAccessibleDescription(question)
        self._flow.refresh()

    def _widen(self) -> None:
        """Questions beside their answers are as wide and high as each other, whatever their words."""
        theme = self._appearance.theme
        self.question.setFixedWidth(theme.px(BESIDE))
        self.question.setMinimumHeight(theme.px(HEIGHT))

    def _tapped(self) -> None:
        tapped = self.sender()
        for value, button in zip(self._values, self.buttons, strict=True):
            button.setChecked(button is tapped)
            if button is tapped:
                chosen = value
        self.picked.emit(chosen)
