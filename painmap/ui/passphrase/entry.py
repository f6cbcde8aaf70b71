"""A line for a passphrase, hidden unless the patient wants to see it, and what is said about its strength."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from painmap.domain.passphrase import judge
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.field import Field
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

LONGEST = 200


class PassphraseEntry(QWidget):
    """A field and the button that shows what is typed in it. `edited` gives what is typed; `entered`, Enter."""

    edited = Signal(str)
    entered = Signal()

    def __init__(self, name: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.field = Field(name, "", appearance, LONGEST)
        self.show_button = Button("Show", appearance)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.show_button)
        self.field.textEdited.connect(self.edited)
        self.field.returnPressed.connect(self.entered)
        self.show_button.clicked.connect(self._turn)
        self._say()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.field.text()

    def clear(self) -> None:
        """Empties the field, and hides what will be typed."""
        self.field.clear()
        if self._shown:
            self._turn()

    @property
    def _shown(self) -> bool:
        return self.field.echoMode() is QLineEdit.EchoMode.Normal

    def _turn(self) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Password if self._shown else QLineEdit.EchoMode.Normal)
        self._say()

    def _say(self) -> None:
        what = "Hide" if self._shown else "Show"
        self.show_button.rename(what, f"{what} what is typed: {self._name}")


class StrengthLine(Words):
    """How hard a passphrase is to guess, in a word, with what would help; never a promise."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__("", appearance, "body", "ink", wrap=True)
        self.tell("")

    def tell(self, passphrase: str) -> None:
        """Says it of what is typed."""
        if not passphrase:
            self.setText("Five unrelated words are easy to type and hard to guess.")
            return
        judged = judge(passphrase)
        self.setText(f"{judged.strength.capitalize()}. {judged.advice}")
