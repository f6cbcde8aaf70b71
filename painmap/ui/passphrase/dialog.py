"""Setting, changing and turning off the passphrase: what it means, then typing it, then the recovery sheet."""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from painmap.storage.keys import Key
from painmap.ui.page import say_aloud
from painmap.ui.parts.focus import FocusRing
from painmap.ui.parts.scroll import Flow, Scroll
from painmap.ui.parts.words import Words
from painmap.ui.passphrase.asked import Asked
from painmap.ui.passphrase.offered import SheetOffer
from painmap.ui.passphrase.task import Task
from painmap.ui.theme import Appearance

WIDTH = 560


class What(Enum):
    """What is to be done."""

    SET = "Set a passphrase"
    CHANGE = "Change the passphrase"
    OFF = "Turn the passphrase off"


class PassphraseDialog(QDialog):
    """Asks, changes, and offers the sheet. `ended`: the passphrase is another one, or there is none."""

    ended = Signal()

    def __init__(
        self, what: What, key: Key | None, task: Task, offer: SheetOffer, appearance: Appearance, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._what, self._task, self._appearance, self._over = what, task, appearance, parent
        task.setParent(self)
        self.asked = Asked(what.value, key, appearance, new=what is not What.OFF)
        self.working = Words("", appearance, "body", wrap=True)
        self.offer = offer
        self._pages = QStackedWidget()
        for page in (self.asked, _centred(self.working), offer):
            self._pages.addWidget(page)
        self._scroll = Scroll(self._pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self._ring = FocusRing(self, appearance)
        self.setWindowTitle(what.value)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAutoFillBackground(True)
        self._wire()
        self._fit()
        self.asked.take_focus()

    @property
    def busy(self) -> bool:
        """Whether the change is under way, and the dialog has to stay."""
        return self._task.busy

    def reject(self) -> None:
        if not self.busy:
            self.asked.clear()
            self.offer.clear()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.busy:
            event.ignore()
        else:
            super().closeEvent(event)

    def _wire(self) -> None:
        self.asked.given.connect(self._begin)
        self.asked.left.connect(self.reject)
        self.offer.left.connect(self.reject)
        self._task.progressed.connect(self._progress)
        self._task.done.connect(self._done)
        self._appearance.changed.connect(self._fit)

    def _begin(self, passphrase: str) -> None:
        self.offer.passphrase = passphrase
        self.working.setText("Writing the diary and its backups anew.")
        self._pages.setCurrentIndex(1)
        self._task.start(passphrase)

    def _progress(self, done: int, of: int) -> None:
        self.working.setText(f"Writing the diary and its backups anew: {done} of {of} files.")

    def _done(self, trouble: str) -> None:
        if trouble:
            self._pages.setCurrentIndex(0)
            self.asked.say(trouble)
            return
        changed = self._task.changed
        if changed:
            self.offer.tell(changed.left, changed.plain, off=self._what is What.OFF)
        self._pages.setCurrentIndex(2)
        self.offer.take_focus()
        say_aloud(self, self.offer.text)
        self.ended.emit()

    def _fit(self) -> None:
        """As wide as its words need, and never larger than the window it belongs to."""
        self.setPalette(self._appearance.theme.palette())
        room = self._over.size()
        width = min(self._appearance.theme.px(WIDTH), room.width() - 40)
        wanted = max(each.heightForWidth(width - 16) for each in (self.asked, self.offer))
        # With room for a second line about its strength, and for a sentence about what is wrong.
        self.setFixedSize(width, min(wanted + self._appearance.theme.px(64), room.height() - 40))


def _centred(words: Words) -> QWidget:
    page = Flow()
    column = QVBoxLayout(page)
    column.setContentsMargins(28, 28, 28, 28)
    column.addStretch(1)
    column.addWidget(words)
    column.addStretch(1)
    return page
