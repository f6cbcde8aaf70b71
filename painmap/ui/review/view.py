"""The weekly review on the whole window: nine questions in large targets, and Done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from painmap.domain.words import day_text
from painmap.ui.journal import Journal
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.scroll import Flow, Scroll
from painmap.ui.parts.undo_bar import UndoBar
from painmap.ui.parts.words import Rule, Surface, Words
from painmap.ui.review.asked import Asked
from painmap.ui.review.entry import ReviewEntry
from painmap.ui.review.items import MONTHS, PAIN, WEEK, Item, answer_of
from painmap.ui.theme import SMALL_BELOW, Appearance

SIDE_BY_SIDE = 1000
"""Width in px at 100 % text from which on the questions stand in two columns."""


class ReviewView(Surface):
    """Shows a review and changes it; each answer is kept at once. `done` asks for the page before it."""

    done = Signal()

    def __init__(self, journal: Journal, appearance: Appearance) -> None:
        super().__init__(appearance, "background")
        self._journal = journal
        self.entry = ReviewEntry(journal)
        self.back = Button("Back", appearance, icon_name="left", height=52)
        self._title = Words("", appearance, "heading")
        self.undo_bar = UndoBar(journal, appearance)
        for button in (self.undo_bar.undo, self.undo_bar.redo):
            button.set_height(52)
        self.questions = {item.key: Asked(item, appearance) for item in (*WEEK, *PAIN, *MONTHS)}
        self.finish = Button("Done", appearance, Kind.MAIN, height=60, text_px=20)
        self._enough = Words("Any question may stay empty.", appearance)
        self._kept = Words("It is saved already. You can change it later.", appearance, "body", "ink-muted")
        self._lay_out(appearance)
        self._wire()

    def refresh(self) -> None:
        """Shows the review as it is now."""
        review, written = self.entry.review, self.entry.review.written
        until = day_text(review.week_ending, year=review.week_ending.year != self._journal.today().year)
        self._title.setText(f"Weekly review, {day_text(self.entry.first_day)} to {until}")
        for key, asked in self.questions.items():
            asked.show_answer(answer_of(review, key))
        kept = self.entry.kept
        self._kept.setVisible(kept)
        saved = f"Saved {written.changed_at:%H:%M}" if written else "Saved"
        self.undo_bar.show_state(saved if kept else "Nothing entered yet", saved=kept)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self.area.verticalScrollBar().setValue(0)
        self._next().row.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        elif not self._next().row.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self, appearance: Appearance) -> None:
        bar = Surface(appearance, "surface")
        bar.setMinimumHeight(72)
        self._bar = QHBoxLayout(bar)
        self._bar.setSpacing(20)
        self._bar.addWidget(self.back)
        self._bar.addWidget(self._title, 1)
        self._bar.addWidget(self.undo_bar)
        self.area = Scroll(self._content(appearance))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(Rule(appearance))
        column.addWidget(self.area, 1)
        column.addLayout(self._foot())

    def _content(self, appearance: Appearance) -> QWidget:
        inside = Flow()
        self._inner = QVBoxLayout(inside)
        self._inner.setSpacing(16)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.addLayout(self._column("In these 7 days, how much of a problem was this?", WEEK, appearance), 1)
        self._pair.addLayout(self._column("In these 7 days, from 0 to 10", PAIN, appearance), 1)
        months = QVBoxLayout()
        months.setSpacing(0)
        months.addWidget(Words("At any time in the last 6 months", appearance, "body", "ink-muted"))
        self._three = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._three.setSpacing(20)
        for item in MONTHS:
            self._three.addWidget(self.questions[item.key], 1)
        months.addLayout(self._three)
        self._inner.addStretch(1)
        self._inner.addLayout(self._pair)
        self._inner.addLayout(months)
        self._inner.addStretch(2)
        return inside

    def _column(self, about: str, items: tuple[Item, ...], appearance: Appearance) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Words(about, appearance, "body", "ink-muted", wrap=True))
        for item in items:
            column.addWidget(self.questions[item.key])
        column.addStretch(1)
        return column

    def _foot(self) -> QHBoxLayout:
        self.finish.setMinimumWidth(220)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._enough)
        words.addWidget(self._kept)
        words.addStretch(1)
        self._last = QHBoxLayout()
        self._last.setSpacing(24)
        self._last.addWidget(self.finish)
        self._last.addLayout(words)
        self._last.addStretch(1)
        return self._last

    def _wire(self) -> None:
        self.back.clicked.connect(self.done)
        self.finish.clicked.connect(self.done)
        for asked in self.questions.values():
            asked.answered.connect(self.entry.answer)
        self.entry.changed.connect(self._refresh_if_seen)
        self._appearance.changed.connect(self._arrange)

    def _arrange(self) -> None:
        """Two columns where both fit, else one that scrolls; Done stays in sight."""
        wide = self.width() >= SIDE_BY_SIDE * self._appearance.theme.scale
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        small = self.window().width() < SMALL_BELOW
        self._pair.setDirection(across if wide else down)
        self._pair.setSpacing(20 if small or not wide else 40)
        self._three.setDirection(across if self.width() >= 800 * self._appearance.theme.scale else down)
        margin = 16 if small else 50
        self._inner.setContentsMargins(margin, 12, margin, 8)
        self._bar.setContentsMargins(margin, 10, margin, 10)
        self._last.setContentsMargins(margin, 8, margin, 16)
        self.undo_bar.show_icons_only(small or self._appearance.theme.scale > 1.2)

    def _next(self) -> Asked:
        """The first question without an answer, else the first."""
        asked = list(self.questions.values())
        return next((one for one in asked if one.row.answer is None), asked[0])

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()
