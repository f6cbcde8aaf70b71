"""What is shown in place of a diary that can't be opened: what there is to go on with, and nothing is deleted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painmap.domain.contents import Contents
from painmap.domain.restoring import held_text
from painmap.storage.rescue import Rescue, go_on_with
from painmap.storage.restoring import look
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.backups.restore_view import ask_backup
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.focus import FocusRing
from painmap.ui.parts.passage import Passage
from painmap.ui.parts.scroll import Scroll
from painmap.ui.parts.words import Card, Words
from painmap.ui.style import style_sheet
from painmap.ui.theme import Appearance

TITLE = "The diary can't be opened as it is"
KEPT = "Whatever you choose, the damaged file is kept under another name. Nothing is deleted."
WIDEST = 760
Choice = tuple[str, Contents]


class RescueWindow(QWidget):
    """Tells what there is, and asks with what to go on. `done`: a sound diary stands in its place, or it was left."""

    done = Signal()

    def __init__(
        self,
        rescue: Rescue,
        appearance: Appearance,
        now: Callable[[], datetime],
        ask: Callable[[QWidget], Path | None] = ask_backup,
    ) -> None:
        super().__init__()
        self._rescue, self._appearance, self._now, self._ask = rescue, appearance, now, ask
        self.rescued = False
        """Whether a sound diary stands in its place."""
        self.choices: list[Button] = []
        self.account = Words("", appearance, wrap=True)
        self.trouble = Words("", appearance, "body-strong", wrap=True)
        self.other = Button("A backup from another place", appearance, height=52)
        self.leave = Button("Close Painmap, change nothing", appearance, Kind.QUIET, height=52)
        self._lay_out(appearance)
        self.other.clicked.connect(self._choose_file)
        self.leave.clicked.connect(self.close)
        self._ring = FocusRing(self, appearance)
        self.setWindowTitle("Painmap")
        self.setMinimumSize(640, 480)
        self.resize(900, 700)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.done.emit()

    def _lay_out(self, appearance: Appearance) -> None:
        theme = appearance.theme
        self.setStyleSheet(style_sheet(theme))
        self.setPalette(theme.palette())
        self.setFont(theme.font("body"))
        self.setAutoFillBackground(True)
        card = Card(appearance)
        self._column = QVBoxLayout(card)
        self._column.setContentsMargins(24, 20, 24, 24)
        self._column.setSpacing(12)
        where = Passage(str(self._rescue.path), appearance, "ink-muted")
        kept = Words(KEPT, appearance, wrap=True)
        for part in (Words(TITLE, appearance, "title", wrap=True), where, self.account, kept, self.trouble):
            self._column.addWidget(part)
        self._options = QVBoxLayout()
        self._options.setSpacing(12)
        self._column.addLayout(self._options)
        self._column.addWidget(self.other)
        self._column.addWidget(self.leave)
        card.setMaximumWidth(theme.px(WIDEST))
        inside = QWidget()
        around = QHBoxLayout(inside)
        around.setContentsMargins(24, 24, 24, 24)
        around.addStretch(1)
        around.addWidget(card, 1000, Qt.AlignmentFlag.AlignTop)
        around.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))

    def _show(self) -> None:
        self.account.setText("\n".join(self._rescue.account()))
        self.trouble.setVisible(bool(self.trouble.text()))
        while self._options.count():
            item = self._options.takeAt(0)
            if item and (part := item.widget()):
                part.deleteLater()
        self.choices = []
        for n, (text, contents) in enumerate(choices_of(self._rescue)):
            said = f"{text}\n{held_text(contents)}"
            button = Button(said, self._appearance, Kind.PLAIN if n else Kind.MAIN, height=64)
            button.setAccessibleName(said.replace("\n", ": "))
            button.clicked.connect(lambda _=False, contents=contents: self._go_on(contents))
            self.choices.append(button)
            self._options.addWidget(button)
        self.choices[0].setFocus()

    def _choose_file(self) -> None:
        chosen = self._ask(self)
        if chosen is None:
            return
        try:
            self._rescue = replace(self._rescue, backup=None, held=look(chosen, self._rescue.path))
            self.trouble.setText("")
        except DiaryTrouble as trouble:
            self.trouble.setText(str(trouble))
        self._show()

    def _go_on(self, contents: Contents) -> None:
        try:
            go_on_with(self._rescue.path, contents, self._now())
        except DiaryTrouble as trouble:
            self.trouble.setText(str(trouble))
            self._show()
            return
        self.rescued = True
        self.close()


def choices_of(rescue: Rescue) -> tuple[Choice, ...]:
    """With what the patient can go on, the fullest first; to begin anew only where there is nothing else."""
    held, read, both = rescue.held, rescue.read, rescue.both
    offered: list[Choice] = []
    if len(held) and len(read):
        offered.append(("Go on with the backup and what can be read", both))
    if len(held):
        offered.append(("Go on with the backup alone", held))
    if len(read):
        offered.append(("Go on with what can be read alone", read))
    return tuple(offered) or (("Begin an empty diary", Contents()),)


def ask_rescue(rescue: Rescue, appearance: Appearance, now: Callable[[], datetime]) -> bool:
    """Shows the window until something is chosen; whether a sound diary stands in the place of the damaged one."""
    window = RescueWindow(rescue, appearance, now)
    loop = QEventLoop()
    window.done.connect(loop.quit)
    window.show()
    loop.exec()
    window.deleteLater()
    return window.rescued
