"""The quiet line on Today that offers the weekly review when a week has passed."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from painmap.domain.kinds import REVIEWS
from painmap.domain.review import review_due
from painmap.domain.undo import Change
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.journal import Journal
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Words
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance

BETWEEN = 24


class ReviewOffer(QWidget):
    """Shows itself where the review is due. `wanted`: it is to be answered now."""

    wanted = Signal()

    def __init__(
        self, journal: Journal, settings: Settings, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._journal, self._settings = journal, settings
        self._last: date | None = None
        self._asked = False
        self.answer_now = Button("Answer now", appearance)
        self.answer_now.setAccessibleName("Weekly review, nine short questions: answer now")
        self.not_now = Button("Not this week", appearance, Kind.QUIET)
        self.not_now.setAccessibleName("Weekly review: not this week")
        self._lay_out(appearance)
        self.answer_now.clicked.connect(self.wanted)
        self.not_now.clicked.connect(self._skip)
        journal.changed.connect(self._diary_changed)
        self.hide()

    def show_for(self, day: date) -> None:
        """Shows itself on today's page where the review is due, else hides."""
        today = self._journal.today()
        self.setVisible(day == today and self._due(today))

    def _due(self, today: date) -> bool:
        try:
            first = self._journal.diary.first_day()
        except DiaryTrouble:
            return False
        return review_due(first, self._last_review(), self._settings.choices.skipped_review, today)

    def _last_review(self) -> date | None:
        """Read once, and again after a change to a review: Today asks with every tap."""
        if not self._asked:
            self._asked = True
            self._last = max((each.week_ending for each in self._journal.records(REVIEWS)), default=None)
        return self._last

    def _diary_changed(self, change: object) -> None:
        if isinstance(change, Change) and (change.everything or change.about_records):
            self._asked = False

    def _skip(self) -> None:
        self._settings.choose(review_skipped=self._journal.today().isoformat())
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _lay_out(self, appearance: Appearance) -> None:
        self._words = Words("Weekly review", appearance, "body-strong")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(4)
        self._buttons.addWidget(self.answer_now)
        self._buttons.addWidget(self.not_now)
        self._buttons.addStretch(1)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._words)
        self._whole.addLayout(self._buttons)
        appearance.changed.connect(self._arrange)

    def _arrange(self) -> None:
        """One line where it fits, else the words above the buttons."""
        needed = sum(part.sizeHint().width() for part in (self._words, self.answer_now, self.not_now)) + BETWEEN
        one_line = needed <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(across if one_line else down)
        self._whole.setSpacing(16 if one_line else 4)
