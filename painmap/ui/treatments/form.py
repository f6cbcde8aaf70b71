"""What the forms are built from: a named field with its trouble below it, days, choices, Save and Cancel."""

from datetime import date

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.day_edit import DayEdit
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

WIDEST = 600
SAVE_FIRST = "What you typed is not kept yet: save it, or cancel."
_FIRST, _LAST = QDate(1900, 1, 1), QDate(2199, 12, 31)


class DayField(DayEdit):
    """One day, typed or chosen in a calendar. The wheel scrolls the page and leaves the day alone."""

    def __init__(self, name: str, day: date, appearance: Appearance) -> None:
        super().__init__(name, "ddd d MMM yyyy")
        self._appearance = appearance
        appearance.changed.connect(self._restyle)
        self._restyle()
        self.setDateRange(_FIRST, _LAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_day(day)

    @property
    def day(self) -> date:
        """The day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Shows a day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        # A new style sheet takes the font back from a field that was hidden meanwhile.
        self._restyle()
        super().showEvent(event)

    def _restyle(self) -> None:
        self.setFont(self._appearance.theme.font("body"))
        # The line inside does not follow by itself once a style sheet has given it a font.
        self.lineEdit().setFont(self.font())


class Choice(QComboBox):
    """One of a few kinds. The wheel scrolls the page and leaves the choice alone."""

    def __init__(self, name: str, choices: dict[str, object], appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        appearance.changed.connect(self._restyle)
        self._restyle()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for text, value in choices.items():
            self.addItem(text, value)
        self._values = list(choices.values())

    @property
    def value(self) -> object:
        """The one that is chosen."""
        return self._values[self.currentIndex()]

    def show_value(self, value: object) -> None:
        """Shows one as chosen."""
        self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        # A new style sheet takes the font back from a field that was hidden meanwhile.
        self._restyle()
        super().showEvent(event)

    def _restyle(self) -> None:
        self.setFont(self._appearance.theme.font("body"))


class TextBox(QPlainTextEdit):
    """Several lines to type in; Tab leaves it."""

    def __init__(self, name: str, longest: int, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        appearance.changed.connect(self._restyle)
        self._restyle()
        self._longest = longest
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(72)
        self.setMaximumHeight(110)

    @property
    def text(self) -> str:
        """What is typed, no longer than it may be."""
        return self.toPlainText()[: self._longest]

    def showEvent(self, event: QShowEvent) -> None:
        # A new style sheet takes the font back from a field that was hidden meanwhile.
        self._restyle()
        super().showEvent(event)

    def _restyle(self) -> None:
        self.setFont(self._appearance.theme.font("body"))


class Toggle(Button):
    """An answer that is on or off, with room for its tick."""

    def __init__(self, text: str, appearance: Appearance) -> None:
        super().__init__(text, appearance, Kind.CHOICE)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(24, 0)


class Line(QWidget):
    """A name, the field below it, and the sentence that says what is wrong with it."""

    def __init__(self, name: str, field: QWidget, appearance: Appearance, *, grows: bool = True) -> None:
        super().__init__()
        self.field = field
        self._name = Words(name, appearance, "small", "ink-muted")
        self._name.setBuddy(field)
        self.trouble = Words("", appearance, "small-strong", "danger", wrap=True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(field, 0, Qt.AlignmentFlag(0) if grows else Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.trouble)

    def say(self, text: str) -> None:
        """Says what is wrong; an empty text takes that away."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        self.field.setAccessibleDescription(text)


class Form(QWidget):
    """Lines with Save and Cancel. `saved`: Save was asked; `left`: the form may go. Subclasses add the lines.

    `answers` of a subclass gives all that is typed, so that leaving can tell whether anything would be lost.
    """

    saved = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._lines: dict[str, Line] = {}
        self._as_shown: object = None
        self.title = Words("", appearance, "title", wrap=True)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(16)
        self.warning = Words(SAVE_FIRST, appearance, "small-strong", wrap=True)
        self.warning.hide()
        self.save = Button("Save", appearance, Kind.MAIN)
        self.cancel = Button("Cancel", appearance)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.title)
        column.addLayout(self.lines)
        column.addWidget(self.warning)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1)
        row.addStretch(0)
        self.save.clicked.connect(self.saved)
        self.cancel.clicked.connect(self.left)

    def add(self, key: str, name: str, field: QWidget, *, grows: bool = True) -> Line:
        """Adds a line under a key, by which trouble is told."""
        line = Line(name, field, self._appearance, grows=grows)
        self._lines[key] = line
        self.lines.addWidget(line)
        return line

    def add_beside(self, *lines: Line) -> None:
        """Puts lines that were added into one row."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for line in lines:
            self.lines.removeWidget(line)
            row.addWidget(line, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.lines.addLayout(row)

    def answers(self) -> object:
        """All that is typed and chosen."""
        raise NotImplementedError

    def begun(self) -> None:
        """Notes that what is shown now is where the typing begins."""
        self._as_shown = self.answers()
        self.warning.hide()
        self.tell({})

    @property
    def untouched(self) -> bool:
        """Whether nothing would be lost without it."""
        return self.answers() == self._as_shown

    def may_leave(self) -> bool:
        """Whether nothing would be lost; says so where something would."""
        free = self.untouched
        self.warning.setVisible(not free)
        return free

    def tell(self, problems: dict[str, str]) -> bool:
        """Says at each field what is wrong and goes to the first. Whether there is nothing."""
        for key, line in self._lines.items():
            line.say(problems.get(key, ""))
        first = next((line for key, line in self._lines.items() if key in problems), None)
        if first:
            first.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return not problems

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.may_leave():
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.saved.emit()
        else:
            super().keyPressEvent(event)
