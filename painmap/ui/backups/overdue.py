"""The quiet line on Today where there was no good backup for a week."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from painmap.storage.trouble import DiaryTrouble
from painmap.ui.backups.rounds import Rounds
from painmap.ui.backups.words import WEEK, overdue_text
from painmap.ui.journal import Journal
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance


class Overdue(QWidget):
    """Shows itself where a backup is overdue, with a button that makes one now. Why one failed stands in Settings."""

    def __init__(self, journal: Journal, rounds: Rounds, appearance: Appearance) -> None:
        super().__init__()
        self._journal, self._rounds = journal, rounds
        self.words = Words("", appearance, "body-strong", wrap=True)
        self.button = Button("Back up now", appearance)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._make)
        rounds.changed.connect(self.refresh)
        self.hide()

    def refresh(self) -> None:
        """Shows itself where a backup is overdue, else hides."""
        today, last = self._journal.today(), self._rounds.last
        long_ago = today - WEEK
        try:
            first = self._journal.diary.first_day()
        except DiaryTrouble:
            first = None
        old = first is not None and first <= long_ago
        self.setVisible(old and (last is None or last.taken.date() <= long_ago))
        if not self.isHidden():
            self.words.setText(overdue_text(last, today))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _make(self) -> None:
        self._rounds.run("own")
