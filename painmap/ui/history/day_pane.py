"""The day beside the calendar: its check-ins, to open, delete and add to."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painmap.domain.checkin import CheckIn
from painmap.ui.history.card import BODIES, LARGE_BODIES, CheckInCard
from painmap.ui.history.wording import day_name, day_sentence
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.scroll import Scroll
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

MARGIN = 16
ADD = "Add a check-in to this day"
_ROOM_FOR_TWO_COLUMNS = 400
_ROOM_FOR_LARGE_BODIES = 600


class DayPane(QWidget):
    """One day: heading, a sentence, a card a check-in, and what was just removed beside Undo."""

    opened = Signal(object)
    deleted = Signal(object)
    added_to = Signal(object)
    undo_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._most = 0
        self._stacked = False
        self._bodies = BODIES
        self._shown: tuple[date, tuple[CheckIn, ...]] = (date.min, ())
        self.cards: list[CheckInCard] = []
        self.heading = Words("", appearance, "title", wrap=True)
        self.sentence = Words("", appearance, "body", "ink-muted", wrap=True)
        self.said = Words("", appearance, "body-strong", wrap=True)
        self.undo = Button("Undo", appearance, icon_name="undo")
        self.add = Button(ADD, appearance, icon_name="plus")
        self._lay_out()
        self.undo.clicked.connect(self.undo_asked)
        appearance.changed.connect(self._fit)
        self.add.clicked.connect(self._tell_added)

    def show_day(self, day: date, check_ins: Sequence[CheckIn], today: date) -> None:
        """Shows the check-ins of a day."""
        if (day, tuple(check_ins)) == self._shown:
            return
        moved = day != self._shown[0]
        self._shown = day, tuple(check_ins)
        self.heading.setText(day_name(day, today))
        self.sentence.setText(day_sentence(check_ins))
        self._deal()
        if moved:
            self._area.verticalScrollBar().setValue(0)

    def set_room(self, least: int, most: int) -> None:
        """Takes `most` px of width where the window has them, and never less than `least`."""
        self._most = most
        self.setMinimumWidth(least)
        self.setMaximumWidth(most)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._most, 400)

    def say(self, text: str) -> None:
        """Says what was just removed, beside Undo; an empty text takes that away."""
        self.said.setText(text)
        self._notice.setVisible(bool(text))

    def _lay_out(self) -> None:
        self._notice = QWidget()
        notice = QHBoxLayout(self._notice)
        notice.setContentsMargins(0, 0, 0, 0)
        notice.addWidget(self.said, 1)
        notice.addWidget(self.undo)
        self._notice.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 14, MARGIN, MARGIN)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.sentence)
        column.addLayout(head)
        column.addWidget(self._notice)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._area = Scroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Stacks what stands side by side where the pane is narrow for the size of the text."""
        stacked = self.width() - 2 * MARGIN < self._appearance.theme.px(_ROOM_FOR_TWO_COLUMNS)
        bodies = LARGE_BODIES if self.width() >= _ROOM_FOR_LARGE_BODIES else BODIES
        if (stacked, bodies) != (self._stacked, self._bodies):
            self._stacked, self._bodies = stacked, bodies
            self.add.rename("Add a check-in\nto this day" if stacked else ADD, ADD)
            self._deal()

    def _deal(self) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        _, check_ins = self._shown
        self.cards = [
            CheckInCard(check_in, self._appearance, stacked=self._stacked, bodies=self._bodies)
            for check_in in check_ins
        ]
        for card in self.cards:
            card.opened.connect(self.opened)
            card.deleted.connect(self.deleted)
            self._list.addWidget(card)

    def _tell_added(self) -> None:
        self.added_to.emit(self._shown[0])
