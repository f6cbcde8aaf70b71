"""Turning the pages of the preview, and saying that they take a while."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

SETTING = "Setting the pages…"


class Turning(QWidget):
    """Which page is looked at. `turned` gives its number from 0; `cancelled` says that nobody waits any longer.

    `waiting` says that the pages take a while; it stands where the page puts it, for the bar has no room for it.
    """

    turned = Signal(int)
    cancelled = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self._pages, self._whole = 1, True
        self.back = Button("Page before", appearance, Kind.QUIET, icon_name="left")
        self.on = Button("Next page", appearance, Kind.QUIET, icon_name="right")
        self.told = Words("Page 1 of 1", appearance, "body-strong")
        self.slow = Words(SETTING, appearance, "small", "ink-muted")
        self.cancel = Button("Cancel", appearance, Kind.LINK)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.back, self.told, self.on):
            row.addWidget(widget)
        self.waiting = self._laid_waiting()
        for button in (self.back, self.on):
            button.show_icon_only(True)
        self.back.clicked.connect(lambda: self._turn(self.number - 1))
        self.on.clicked.connect(lambda: self._turn(self.number + 1))
        self.cancel.clicked.connect(self.cancelled)
        self.show_slow(False)
        self._show()

    def show_pages(self, pages: int, *, whole: bool = True) -> None:
        """Takes how many pages there are; with only page one there yet, it is not said how many come."""
        self._pages, self._whole = pages, whole
        self.number = min(self.number, pages - 1)
        self._show()

    def show_slow(self, slow: bool) -> None:
        """Says that the pages take a while, with a way to stop it."""
        self.waiting.setVisible(slow)
        self.slow.setVisible(slow)
        self.cancel.setVisible(slow)

    def _laid_waiting(self) -> QWidget:
        waiting = QWidget(self)
        row = QHBoxLayout(waiting)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slow)
        row.addWidget(self.cancel)
        row.addStretch(1)
        return waiting

    def _turn(self, number: int) -> None:
        self.number = min(max(number, 0), self._pages - 1)
        self._show()
        self.turned.emit(self.number)

    def _show(self) -> None:
        self.told.setText(f"Page {self.number + 1} of {self._pages if self._whole else '…'}")
        self.back.setEnabled(self.number > 0)
        self.on.setEnabled(self.number < self._pages - 1)
