"""The window that stands in for the diary at the start, where it can't be opened: what there is, and the choices."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painmap.storage.trouble import DiaryTrouble
from painmap.ui.first_window import FirstWindow
from painmap.ui.page import say_aloud
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.passage import Passage
from painmap.ui.parts.scroll import Scroll
from painmap.ui.parts.words import Card, Words
from painmap.ui.passphrase.backup_entry import BackupEntry
from painmap.ui.theme import Appearance

SIZE = QSize(900, 700)
WIDEST = 760
Choice = tuple[str, Callable[[], None]]
"""What a button says, and what is done; it raises DiaryTrouble where that can't be."""


class StartWindow(FirstWindow):
    """Tells what there is, and asks with what to go on, until a sound diary stands there."""

    def __init__(self, path: Path, title: str, kept: str, entry: BackupEntry, appearance: Appearance) -> None:
        super().__init__(appearance, SIZE)
        self._appearance = appearance
        self.ready = False
        """Whether a sound diary stands in its place."""
        self.choices: list[Button] = []
        self.account = Words("", appearance, wrap=True)
        self.trouble = Words("", appearance, "body-strong", wrap=True)
        self.sealed = entry
        self.other = Button("A backup from another place", appearance, height=52)
        self.leave = Button("Close Painmap, change nothing", appearance, Kind.QUIET, height=52)
        where = Passage(str(path), appearance, "ink-muted")
        words = (Words(title, appearance, "title", wrap=True), where, self.account, Words(kept, appearance, wrap=True))
        self._lay_out(words, appearance)
        self.leave.clicked.connect(self.close)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def ask(self) -> bool:
        """Shows itself until something is chosen. Whether a sound diary stands in its place."""
        self.wait()
        self.deleteLater()
        return self.ready

    def _offer(self, account: Sequence[str], choices: Sequence[Choice], *, asked: bool) -> None:
        """Shows what there is and what can be chosen; `asked` is whether a passphrase is asked for."""
        self.account.setText("\n".join(account))
        while self._options.count():
            item = self._options.takeAt(0)
            if item and (part := item.widget()):
                part.hide()
                part.deleteLater()
        self.choices = []
        for n, (said, act) in enumerate(choices):
            button = Button(said, self._appearance, Kind.PLAIN if n or asked else Kind.MAIN, height=64)
            button.setAccessibleName(said.replace("\n", ": "))
            button.clicked.connect(lambda _=False, act=act: self._do(act))
            self.choices.append(button)
            self._options.addWidget(button)
        (self.sealed.entry.field if asked else self.choices[0]).setFocus()

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        if sentence:
            say_aloud(self, sentence)

    def _do(self, act: Callable[[], None]) -> None:
        try:
            act()
        except DiaryTrouble as trouble:
            self._tell(str(trouble))
            return
        self.ready = True
        self.close()

    def _lay_out(self, words: Sequence[QWidget], appearance: Appearance) -> None:
        card = Card(appearance)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(12)
        for part in (*words, self.trouble, self.sealed):
            column.addWidget(part)
        self.trouble.hide()
        self._options = QVBoxLayout()
        self._options.setSpacing(12)
        column.addLayout(self._options)
        column.addWidget(self.other)
        column.addWidget(self.leave)
        self._column = column
        card.setMaximumWidth(appearance.theme.px(WIDEST))
        inside = QWidget()
        around = QHBoxLayout(inside)
        around.setContentsMargins(24, 24, 24, 24)
        around.addStretch(1)
        around.addWidget(card, 1000, Qt.AlignmentFlag.AlignTop)
        around.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))
