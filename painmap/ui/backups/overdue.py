"""The quiet line on Today where there was no good backup for a week."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painmap.storage.trouble import DiaryTrouble
from painmap.ui.backups.rounds import Rounds
from painmap.ui.backups.words import WEEK, overdue_text
from painmap.ui.journal import Journal
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance
from painmap.ui.treatments.flow import Flow


class Overdue(QWidget):
    """Shows itself where a backup is overdue, with a button that makes one now."""

    def __init__(self, journal: Journal, rounds: Rounds, appearance: Appearance) -> None:
        super().__init__()
        self._journal, self._rounds = journal, rounds
        self.words = Words("", appearance, "body-strong", wrap=True)
        self.why = Words("", appearance, "small", "ink-muted", wrap=True)
        self.button = Button("Back up now", appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.words, self.why, Flow((self.button,))):
            column.addWidget(part)
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
            self.why.setText(self._rounds.trouble)
            self.why.setVisible(bool(self._rounds.trouble))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _make(self) -> None:
        self._rounds.run("own")
