"""The note, whether it is kept out of reports, and whether someone else wrote."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from painmap.domain.about import About
from painmap.domain.checkin import LONGEST_NOTE
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance
from painmap.ui.today.more.group import Group, row_height
from painmap.ui.today.more.words_field import WordsField

ABOVE = 20
FULL = f"A note has room for {LONGEST_NOTE:,} letters. What was typed beyond that is not in it."


class Note(Group):
    """A field for words. `written` gives the text, and whether it goes on with what was just being typed."""

    written = Signal(str, bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.field = WordsField(LONGEST_NOTE)
        self.field.setAccessibleName("Note")
        self.field.setPlaceholderText("Anything you want to remember about this day")
        self.field.setMinimumHeight(64)
        self.field.setMaximumHeight(120)
        self.full = Words(FULL, appearance, "small", "ink-muted", wrap=True)
        self.full.hide()
        self.private = Button("Keep this note out of reports", appearance, Kind.CHOICE)
        self.column.addWidget(Words("Note", appearance, "heading"))
        self.column.addWidget(self.field)
        self.column.addWidget(self.full)
        self.column.addWidget(self.private)
        appearance.changed.connect(self._restyle)
        self._restyle()
        self.field.written.connect(self.written)
        self.field.filled.connect(self.full.setVisible)
        self.private.clicked.connect(self._private_clicked)

    def show_note(self, text: str) -> None:
        """Shows a note, unless there are words here that are not kept yet."""
        self.field.show_words(text)

    def show_about(self, about: About) -> None:
        self.private.setChecked(about.private_note)

    def fit(self, width: int, *, small: bool) -> None:
        _fit(self.private, "Keep this note out of reports", "Keep this note\nout of reports", width)
        self.private.set_height(row_height(small))
        self.column.setContentsMargins(0, 8 if small else ABOVE, 0, 0)

    def flush(self) -> bool:
        return self.field.flush()

    def forget(self) -> None:
        self.field.forget()

    def take_focus(self) -> None:
        self.field.setFocus()

    def _restyle(self) -> None:
        font = self.appearance.theme.font("body")
        self.field.setFont(font)
        self.field.viewport().setFont(font)  # The words that stand in an empty field.

    def _private_clicked(self, on: bool) -> None:
        self.told.emit("private_note", on, False)


class Writer(Group):
    """Whether someone else wrote this check-in for the patient."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.other = Button("Written by someone else", appearance, Kind.CHOICE)
        self.column.addWidget(self.other)
        self.other.clicked.connect(self._clicked)

    def show_about(self, about: About) -> None:
        self.other.setChecked(about.by_someone_else)

    def fit(self, width: int, *, small: bool) -> None:
        _fit(self.other, "Written by someone else", "Written by\nsomeone else", width)
        self.other.set_height(row_height(small))
        self.column.setContentsMargins(0, 4 if small else 8, 0, 0)

    def take_focus(self) -> None:
        self.other.setFocus()

    def _clicked(self, on: bool) -> None:
        self.told.emit("by_someone_else", on, False)


def _fit(button: Button, words: str, broken: str, width: int) -> None:
    """Takes two lines where one is wider than the room."""
    button.rename(words)
    if button.sizeHint().width() > width:
        button.rename(broken, words)
