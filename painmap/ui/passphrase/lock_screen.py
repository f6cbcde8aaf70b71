"""What stands in place of the diary while it is locked: nothing of the patient's, and a line for the passphrase."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painmap.storage.trouble import DiaryTrouble
from painmap.ui.page import say_aloud
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Card, Words
from painmap.ui.passphrase.entry import PassphraseEntry
from painmap.ui.theme import Appearance

LOCKED = "The diary is locked"
WIDTH = 460


class LockScreen(QWidget):
    """Asks for the passphrase. `attempt` is handed it and raises DiaryTrouble where it is not the one.

    `unlocked`: it was the one. A wrong one may be tried as often as the patient likes.
    """

    unlocked = Signal()

    def __init__(self, attempt: Callable[[str], None], appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempt, self._appearance = attempt, appearance
        self.entry = PassphraseEntry("Passphrase", appearance)
        self.trouble = Words("", appearance, "body", "ink", wrap=True)
        self.button = Button("Unlock", appearance, Kind.MAIN, height=52)
        self.setAccessibleName(LOCKED)
        self._lay_out()
        self.setFocusProxy(self.entry.field)
        self.entry.entered.connect(self._try)
        self.entry.edited.connect(self._typed)
        self.button.clicked.connect(self._try)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self) -> None:
        self._card = Card(self._appearance)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(28, 24, 28, 28)
        column.setSpacing(12)
        column.addWidget(Words(LOCKED, self._appearance, "title"))
        column.addWidget(Words("Type your passphrase to go on where you were.", self._appearance, wrap=True))
        column.addSpacing(4)
        column.addWidget(Words("Passphrase", self._appearance, "body-strong"))
        column.addWidget(self.entry)
        column.addWidget(self.trouble)
        column.addWidget(self.button)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)
        self.trouble.hide()
        self.setAutoFillBackground(True)

    def _typed(self) -> None:
        self.trouble.hide()

    def _try(self) -> None:
        if not self.entry.text:
            self._say("Type the passphrase first.")
            return
        self.setCursor(Qt.CursorShape.WaitCursor)
        try:
            self._attempt(self.entry.text)
        except DiaryTrouble as trouble:
            self.entry.clear()
            self._say(str(trouble))
            return
        finally:
            self.unsetCursor()
        self.entry.clear()
        self.unlocked.emit()

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()
        say_aloud(self, sentence)
        self.entry.field.setFocus()

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self._card.setFixedWidth(theme.px(WIDTH))
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.colour("background"))
        self.setPalette(palette)
