"""The bad-day view: two questions in very large targets, and Done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painmap.ui.journal import Journal
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.numbers import Cells
from painmap.ui.parts.undo_bar import UndoBar
from painmap.ui.parts.words import Rule, Surface, Words
from painmap.ui.theme import SMALL_BELOW, Appearance
from painmap.ui.today.bar import day_title
from painmap.ui.today.entry import Entry
from painmap.ui.today.question import Question

MARGIN = 50
BESIDE_NUMBERS = 190
"""Half of the height, in px at 100 %, that the bar, the names, Done and the space between them need."""


class BadDay(Surface):
    """Overall pain, fatigue and Done, on the whole window. `done` asks for the full view of the day."""

    done = Signal()

    def __init__(self, entry: Entry, journal: Journal, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "background", parent)
        self._entry, self._journal = entry, journal
        self.full = Button("Full view", appearance, icon_name="left", height=52)
        self._title = Words("", appearance, "heading")
        self.undo_bar = UndoBar(journal, appearance)
        for button in (self.undo_bar.undo, self.undo_bar.redo):
            button.set_height(52)
        self.pain = Question("Overall pain", appearance)
        self.fatigue = Question("Fatigue", appearance)
        self.finish = Button("Done", appearance, Kind.MAIN, height=84, text_px=24)
        self._enough = Words("Two numbers are enough. One is fine too.", appearance)
        self._kept = Words("It is saved already. You can add more later.", appearance, "body", "ink-muted")
        self._lay_out(appearance)
        self._wire()

    def _lay_out(self, appearance: Appearance) -> None:
        bar = Surface(appearance, "surface")
        bar.setMinimumHeight(72)
        row = QHBoxLayout(bar)
        row.setContentsMargins(MARGIN, 10, MARGIN, 10)
        row.setSpacing(20)
        row.addWidget(self.full)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self.undo_bar)
        self.finish.setMinimumWidth(316)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._enough)
        words.addWidget(self._kept)
        words.addStretch(1)
        last = QHBoxLayout()
        last.setSpacing(24)
        last.addWidget(self.finish)
        last.addLayout(words)
        last.addStretch(1)
        inner = QVBoxLayout()
        inner.setContentsMargins(MARGIN, 8, MARGIN, 24)
        inner.addStretch(2)
        inner.addWidget(self.pain)
        inner.addSpacing(24)
        inner.addWidget(self.fatigue)
        inner.addSpacing(32)
        inner.addLayout(last)
        inner.addStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(Rule(appearance))
        column.addLayout(inner, 1)

    def _wire(self) -> None:
        self.full.clicked.connect(self.done)
        self.finish.clicked.connect(self.done)
        self.pain.answered.connect(self._entry.answer_pain)
        self.pain.cleared.connect(self._entry.clear_pain)
        self.fatigue.answered.connect(self._entry.answer_fatigue)
        self.fatigue.cleared.connect(self._entry.clear_fatigue)
        self._entry.changed.connect(self._refresh_if_seen)

    def refresh(self) -> None:
        """Shows the entry as it is now."""
        check_in = self._entry.check_in
        self._title.setText(day_title(check_in.day, self._journal.today()))
        self.pain.show_answer(check_in.overall_pain)
        self.fatigue.show_answer(check_in.fatigue)
        kept = self._journal.has(check_in)
        self._kept.setVisible(kept)
        self.undo_bar.show_state(f"Saved {check_in.changed_at:%H:%M}" if kept else "Nothing entered yet", saved=kept)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        first = self.fatigue if self.fatigue.row.answer is None and self.pain.row.answer is not None else self.pain
        first.row.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        elif not (self.pain if self.pain.row.answer is None else self.fatigue).row.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.window().width() < SMALL_BELOW
        scale = self._appearance.theme.scale
        room = (self.height() - 2 * BESIDE_NUMBERS * scale) / (4 if narrow else 2) / scale
        cells, most = (Cells.TWO_ROWS, 88) if narrow else (Cells.APART, 140)
        for question in (self.pain, self.fatigue):
            question.set_cells(cells, round(min(most, max(52, room))), title_role="title-bad-day")
        self.undo_bar.show_icons_only(narrow)
        super().resizeEvent(event)

    def _refresh_if_seen(self) -> None:
        """What changes while the view is not shown is read when it is."""
        if self.isVisible():
            self.refresh()
