"""The patient's questions for an appointment, in order: to type, change, move and remove."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painmap.domain.event import LONGEST_QUESTION
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.field import Field
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance
from painmap.ui.treatments.checking import NO_NEW_QUESTION, question_problem


class QuestionRow(QWidget):
    """One question with its number. `typed` follows a change of its words, `moved` a step, `removed` its end."""

    typed = Signal(str)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, number: int, text: str, last: bool, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._kept = text
        self.field = Field(f"Question {number}", text, appearance, LONGEST_QUESTION)
        self.field.setCursorPosition(0)
        self.up = _icon("up", f"Move question {number} up", appearance)
        self.down = _icon("down", f"Move question {number} down", appearance)
        self.remove = _icon("close", f"Remove question {number}", appearance)
        self.up.setEnabled(number > 1)
        self.down.setEnabled(not last)
        self.trouble = Words("", appearance, "small-strong", "danger", wrap=True)
        self.trouble.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        self.number = Words(f"{number}.", appearance)
        row.addWidget(self.number)
        for part in (self.field, self.up, self.down, self.remove):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.trouble)
        self.field.editingFinished.connect(self.finish)
        self.up.clicked.connect(partial(self.moved.emit, -1))
        self.down.clicked.connect(partial(self.moved.emit, 1))
        self.remove.clicked.connect(self.removed)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.number.setMinimumWidth(QFontMetrics(self._appearance.theme.font("body")).horizontalAdvance("00.") + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.text() != self._kept:
            self.field.setText(self._kept)
            self._say("")
        else:
            super().keyPressEvent(event)

    def finish(self) -> None:
        """Says what was typed, or what is wrong with it."""
        text = self.field.text()
        if text.strip() == self._kept:
            self._say("")
            return
        trouble = question_problem(text, 0)
        self._say(trouble)
        if not trouble:
            self._kept = text.strip()
            self.typed.emit(self._kept)

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.field.setAccessibleDescription(trouble)


class Questions(QWidget):
    """All questions and a field for the next one. `changed` gives them anew, with what was done in words."""

    changed = Signal(object, str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._questions: tuple[str, ...] | None = None
        self._of = ""
        self._drafts: dict[str, str] = {}
        self.rows: list[QuestionRow] = []
        self.none = Words("No questions yet. The one that matters most to you comes first.", appearance, wrap=True)
        self.none.restyle("body", "ink-muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.next = Field("Another question", "", appearance, LONGEST_QUESTION)
        self.next.setPlaceholderText("Another question")
        self.add = Button("Add", appearance)
        self.add.setAccessibleName("Add the question")
        self.trouble = Words("", appearance, "small-strong", "danger", wrap=True)
        self.trouble.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.next, 1)
        line.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Words("My questions, in order", appearance, "heading"))
        column.addWidget(self.none)
        column.addLayout(self._list)
        column.addLayout(line)
        column.addWidget(self.trouble)
        self.add.clicked.connect(self._add)
        self.next.returnPressed.connect(self._add)

    def show_questions(self, of: str, questions: Sequence[str]) -> None:
        """Shows the questions of the appointment with this id; what is being typed stays."""
        if of != self._of:
            self._drafts[self._of] = self.next.text()
            self._of, self._questions = of, None
            self.next.setText(self._drafts.get(of, ""))
            self._say("")
        if tuple(questions) == self._questions:
            return
        self._questions = tuple(questions)
        for row in self.rows:
            row.field.blockSignals(True)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [
            QuestionRow(n, text, n == len(self._questions), self._appearance)
            for n, text in enumerate(self._questions, 1)
        ]
        for n, row in enumerate(self.rows):
            self._list.addWidget(row)
            row.typed.connect(partial(self._type, n))
            row.moved.connect(partial(self._move, n))
            row.removed.connect(partial(self._remove, n))
        self.none.setVisible(not self.rows)

    @property
    def _asked(self) -> list[str]:
        return list(self._questions or ())

    def flush(self) -> None:
        """Says at once what is typed in the questions: a button leaves the keyboard where it is."""
        for row in self.rows:
            row.finish()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def _add(self) -> None:
        self.flush()
        text = self.next.text()
        trouble = question_problem(text, len(self._asked)) if text.strip() else NO_NEW_QUESTION
        self._say(trouble)
        if not trouble:
            self.next.clear()
            self.changed.emit((*self._asked, text.strip()), "Question added.")
        self.next.setFocus()

    def _type(self, place: int, text: str) -> None:
        asked = self._asked
        asked[place] = text
        # Not dealt anew: the keyboard may be on its way to another part of the same row.
        self._questions = tuple(asked)
        self.changed.emit(tuple(asked), "Question changed.")

    def _move(self, place: int, step: int) -> None:
        self.flush()
        asked = self._asked
        asked.insert(place + step, asked.pop(place))
        self.changed.emit(tuple(asked), "Question moved.")
        row = self.rows[place + step]
        button = row.up if step < 0 else row.down
        (button if button.isEnabled() else row.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, place: int) -> None:
        self.flush()
        asked = self._asked
        del asked[place]
        self.changed.emit(tuple(asked), "Question removed.")
        self.next.setFocus()

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.next.setAccessibleDescription(trouble)


def _icon(name: str, spoken: str, appearance: Appearance) -> Button:
    button = Button(spoken, appearance, Kind.QUIET, icon_name=name)
    button.show_icon_only(True)
    return button
