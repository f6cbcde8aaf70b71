"""Asking for the passphrase of a backup that has another one than the diary."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painmap.storage.sealing import unlock
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.page import say_aloud
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Words
from painmap.ui.passphrase.entry import PassphraseEntry
from painmap.ui.theme import Appearance

ITS_OWN = (
    "This backup is under a passphrase. Type the one that the diary had when it was made. "
    "The diary stays as it is now, with a passphrase or without."
)


class BackupEntry(QWidget):
    """Shown where a backup is locked. `opened` gives its path when the passphrase was the one.

    `attempt` is handed the path and what was typed, and raises DiaryTrouble where that is not the passphrase.
    """

    opened = Signal(object)

    def __init__(
        self, appearance: Appearance, words: str = ITS_OWN, attempt: Callable[[Path, str], None] = unlock
    ) -> None:
        super().__init__()
        self._path: Path | None = None
        self._attempt = attempt
        self.words = Words(words, appearance, wrap=True)
        self.entry = PassphraseEntry("Passphrase of the backup", appearance)
        self.trouble = Words("", appearance, "body-strong", wrap=True)
        self.button = Button("Open it", appearance, Kind.MAIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.words, self.entry, self.trouble):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)
        self.entry.entered.connect(self._try)
        self.entry.edited.connect(self.trouble.hide)
        self.button.clicked.connect(self._try)
        self.ask(None)

    def ask(self, path: Path | None) -> None:
        """Asks for the passphrase of a backup; None hides the question."""
        self._path = path
        self.entry.clear()
        self.trouble.hide()
        self.setVisible(path is not None)

    def _try(self) -> None:
        if self._path is None:
            return
        try:
            self._attempt(self._path, self.entry.text)
        except DiaryTrouble as trouble:
            self.entry.clear()
            self.trouble.setText(str(trouble))
            self.trouble.show()
            say_aloud(self, str(trouble))
            self.entry.field.setFocus()
        else:
            self.opened.emit(self._path)
