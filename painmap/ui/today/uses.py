"""What is taken or done now, on Today: one tap logs a use."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painmap.domain.treatment import Treatment
from painmap.domain.undo import Change
from painmap.ui.journal import Journal
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance
from painmap.ui.treatments.book import Book
from painmap.ui.treatments.flow import Flow
from painmap.ui.treatments.wording import short, tap_words, use_said

AT_FIRST = 3
WIDEST = 28
"""Letters of a name on its button; half as many where the text is large."""
LARGE_TEXT = 130


class TodayUses(QWidget):
    """A button for each treatment in use, the most used first: three, and the rest behind More.

    Shows itself on today's page only. `spoken`: words for a screen reader.
    """

    spoken = Signal(str)

    def __init__(self, journal: Journal, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._appearance = appearance
        self._book = Book(journal)
        self._read_for: date | None = None
        self._treatments: tuple[Treatment, ...] = ()
        self._all = False
        self._flow: Flow | None = None
        self.buttons: list[Button] = []
        self.more = Button("More", appearance, Kind.LINK)
        self.more.setAccessibleName("More of what is taken or done")
        self.more.clicked.connect(self._show_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Words("Taken or done now", appearance, "body-strong"), 1)
        head.addWidget(self.more)
        self._column.addLayout(head)
        appearance.changed.connect(self._deal)
        journal.changed.connect(self._diary_changed)
        self.hide()

    def show_for(self, day: date) -> None:
        """Shows itself on today's page where something is in use, else hides."""
        today = self._journal.today()
        if day == today and self._read_for != today:
            self._read(today)
        self.setVisible(day == today and bool(self._treatments))

    def _read(self, today: date) -> None:
        """Read once a day, and again after a change to a record: Today asks with every tap."""
        shelf = self._book.read()
        if shelf is None:
            return
        self._read_for = today
        used = {each.id: sum(use.done for use in shelf.uses_of(each)) for each in shelf.treatments}
        in_use = [each for each in shelf.treatments if each.goes_on(today)]
        # In the order of the morning: a button that moved with each tap would be missed by the next one.
        known = [each.id for each in self._treatments]
        in_use.sort(key=lambda each: (-used[each.id], each.name.casefold()))
        if sorted(known) == sorted(each.id for each in in_use):
            in_use.sort(key=lambda each: known.index(each.id))
        if tuple(in_use) != self._treatments:
            self._treatments = tuple(in_use)
            self._deal()

    def _deal(self) -> None:
        self.buttons = [self._button(each) for each in self._treatments]
        old, self._flow = self._flow, Flow(self.buttons)
        self._column.addWidget(self._flow)
        self._show_some()
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _show_some(self) -> None:
        for n, button in enumerate(self.buttons):
            button.setVisible(self._all or n < AT_FIRST)
        self.more.setVisible(len(self.buttons) > AT_FIRST and not self._all)
        if self._flow is not None:
            self._flow.refresh()

    def _button(self, treatment: Treatment) -> Button:
        longest = WIDEST if self._appearance.theme.text_size < LARGE_TEXT else WIDEST // 2
        button = Button(short(treatment.name, longest), self._appearance, icon_name="plus")
        button.setAccessibleName(f"{tap_words(treatment)}: {treatment.name}, now")
        button.clicked.connect(partial(self._log, treatment))
        return button

    def _log(self, treatment: Treatment) -> None:
        use = self._book.log_use(treatment)
        if use:
            self.spoken.emit(use_said(treatment, use))

    def _show_all(self) -> None:
        self._all = True
        self._show_some()
        self.buttons[AT_FIRST].setFocus()

    def _diary_changed(self, change: object) -> None:
        if isinstance(change, Change) and (change.everything or change.about_records):
            self._read_for = None
            if self.isVisible():
                self.show_for(self._journal.today())
