"""What is said before a passphrase is set, and the lines in which it is typed."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from painmap.storage.keys import Key
from painmap.storage.trouble import WrongPassphrase
from painmap.ui.page import say_aloud
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.scroll import Flow
from painmap.ui.parts.words import Words
from painmap.ui.passphrase.entry import PassphraseEntry, StrengthLine
from painmap.ui.theme import Appearance

COVERS = (
    "Nobody can read the diary and its backups without it. Saved reports, exports and the choices in Settings are "
    "not covered."
)
FORGETTING = (
    "If you forget it, nobody can open the diary, and nobody can set another one. Write it down, and keep it away "
    "from this computer."
)
TURNING_OFF = "Everybody who uses this computer can read the diary and its backups then."


class Asked(Flow):
    """Asks for the passphrase there is, where there is one, and twice for the new one.

    `given` gives the new one, empty where none is wanted; `left`: it stays as it is.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self, title: str, key: Key | None, appearance: Appearance, *, new: bool) -> None:
        super().__init__()
        self._key, self._new, self._appearance = key, new, appearance
        self.current = PassphraseEntry("Passphrase until now", appearance)
        self.first = PassphraseEntry("New passphrase", appearance)
        self.second = PassphraseEntry("New passphrase once more", appearance)
        self.strength = StrengthLine(appearance)
        self.trouble = Words("", appearance, "body-strong", wrap=True)
        self.go = Button("Turn it off" if not new else title, appearance, Kind.MAIN)
        self.stay = Button("Not now", appearance, Kind.QUIET)
        self._lay_out(title)
        self._wire()

    def take_focus(self) -> None:
        """Puts the keyboard on the first line."""
        (self.current if self._key else self.first).field.setFocus()

    def clear(self) -> None:
        """Forgets what was typed."""
        for entry in (self.current, self.first, self.second):
            entry.clear()

    def say(self, sentence: str) -> None:
        """Says why nothing was changed."""
        self.trouble.setText(sentence)
        self.trouble.show()
        say_aloud(self, sentence)

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(8)
        column.addWidget(Words(title, self._appearance, "title"))
        for text, role in ((COVERS, "body"), (FORGETTING, "body-strong")) if self._new else ((TURNING_OFF, "body"),):
            column.addWidget(Words(text, self._appearance, role, wrap=True))
        column.addSpacing(4)
        for label, entry in self._lines():
            column.addWidget(Words(label, self._appearance, "body-strong"))
            column.addWidget(entry)
            if entry is self.first:
                column.addWidget(self.strength)
        column.addWidget(self.trouble)
        # Its place is kept, so that nothing moves when it is needed.
        kept = self.trouble.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.trouble.setSizePolicy(kept)
        self.trouble.hide()
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.stay)
        row.addWidget(self.go)
        column.addLayout(row)
        self._order()

    def _order(self) -> None:
        """Tab leads from line to line first: what is typed next is not lost on a button."""
        entries = [entry for _, entry in self._lines()]
        order = [*(entry.field for entry in entries), *(entry.show_button for entry in entries), self.stay, self.go]
        for one, other in pairwise(order):
            self.setTabOrder(one, other)

    def _lines(self) -> list[tuple[str, PassphraseEntry]]:
        lines = [("Passphrase until now", self.current)] if self._key else []
        return [*lines, ("New passphrase", self.first), ("Once more", self.second)] if self._new else lines

    def _wire(self) -> None:
        self.first.edited.connect(self.strength.tell)
        for _, entry in self._lines():
            entry.edited.connect(self._typed)
            entry.entered.connect(self._try)
        self.go.clicked.connect(self._try)
        self.stay.clicked.connect(self.left)

    def _typed(self) -> None:
        self.trouble.hide()

    def _try(self) -> None:
        wrong = self._wrong()
        if wrong is not None:
            entry, sentence = wrong
            self.say(sentence)
            entry.field.setFocus()
            return
        given = self.first.text if self._new else ""
        self.given.emit(given)

    def _wrong(self) -> tuple[PassphraseEntry, str] | None:
        if self._new and not self.first.text:
            return self.first, "Type a new passphrase first."
        if self._new and not self.second.text:
            return self.second, "Type the new passphrase once more."
        if self._new and self.first.text != self.second.text:
            return self.second, "The two are not the same; type the new one once more."
        if self._key and not self._key.fits(self.current.text):
            return self.current, str(WrongPassphrase())
        return None
