"""The Today page: the bodies, the panel and the bar, wired to one entry."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from painmap.domain.checkin import CheckIn
from painmap.ui.journal import Journal
from painmap.ui.page import Page
from painmap.ui.parts.words import Rule
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance
from painmap.ui.today.bar import TodayBar
from painmap.ui.today.entry import Entry
from painmap.ui.today.panel import Panel
from painmap.ui.today.review_offer import ReviewOffer
from painmap.ui.today.stage import Stage
from painmap.ui.today.uses import TodayUses

MINUTE_MS = 60_000


class Today(Page):
    """Logs one day. `bad_day_asked`: the two large questions are wanted; `review_wanted`: the weekly review is."""

    bad_day_asked = Signal()
    asking_asked = Signal()
    """What is asked first is to be chosen."""
    review_wanted = Signal()

    def __init__(
        self, journal: Journal, settings: Settings, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self._journal, self._settings = journal, settings
        self.entry = Entry(journal)
        self.top = TodayBar(self.entry, journal, appearance)
        self.stage = Stage(self.entry, appearance)
        first_time = not settings.choices.welcomed and journal.diary.first_day() is None
        self.panel = Panel(self.entry, appearance, welcome=first_time)
        self.offer = ReviewOffer(journal, settings, appearance)
        self.panel.add_offer(self.offer)
        self.uses = TodayUses(journal, appearance)
        self.panel.add_offer(self.uses)
        self.bar.setContentsMargins(12, 8, 16, 8)
        self.bar.addWidget(self.top)
        self.body.addWidget(self.stage, 1)
        self.body.addWidget(Rule(appearance, upright=True))
        self.body.addWidget(self.panel)
        self._today = journal.today()
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._wire()
        self._put_first()
        self.entry.open_day(self._today)

    def _wire(self) -> None:
        self.top.day_wanted.connect(self.open_day)
        self.top.check_in_wanted.connect(self.open)
        self.top.another_wanted.connect(self._begin_another)
        self.panel.bad_day_asked.connect(self.bad_day_asked)
        self.panel.copy_asked.connect(self.stage.offer_focus)
        self.panel.welcomed.connect(self._welcomed)
        self.panel.asking_asked.connect(self.asking_asked)
        self._settings.changed.connect(self._put_first)
        self.entry.spoken.connect(self.announce)
        self.offer.wanted.connect(self.review_wanted)
        self.entry.changed.connect(self._offer_review)
        self.entry.changed.connect(self._offer_uses)
        self.uses.spoken.connect(self.announce)
        self._journal.settling.connect(self.flush)
        self._minute.timeout.connect(self._minute_passed)
        self._minute.start()
        self.appearance.changed.connect(self._refit)

    def open_day(self, day: object) -> None:
        """Shows a day: its last check-in, or an empty one. Nothing can be logged for the future."""
        if isinstance(day, date) and day <= self._journal.today() and self.flush():
            self.entry.open_day(day)

    def open(self, check_in: object) -> None:
        """Shows a check-in."""
        if isinstance(check_in, CheckIn) and self.flush():
            self.entry.open(check_in)

    def begin(self, day: object) -> None:
        """Starts another check-in about a day."""
        if isinstance(day, date) and day <= self._journal.today() and self.flush():
            self.entry.begin(day)

    def flush(self) -> bool:
        """Keeps what is being typed and is not yet kept. Where that fails, the check-in stays in view."""
        return self.panel.fold.flush()

    def refresh(self) -> None:
        self._minute_passed()
        self.entry.changed.emit()

    def fit(self, size_class: str) -> None:
        self.top.fit(size_class)
        self.stage.fit(size_class)
        self.panel.fit(size_class)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.entry.offered:
            self.entry.offer(False)
            self.stage.body_view.take_focus()
        elif event.key() == Qt.Key.Key_Escape and self.entry.selected:
            self.entry.select(None)
        elif not self.stage.body_view.take_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self.entry.follows = True
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        self.entry.follows = False
        super().hideEvent(event)

    def _begin_another(self) -> None:
        self.begin(self.entry.day)
        self.stage.body_view.take_focus()

    def _welcomed(self) -> None:
        self._settings.choose(welcomed=True)

    def _offer_review(self) -> None:
        self.offer.show_for(self.entry.day)

    def _offer_uses(self) -> None:
        self.uses.show_for(self.entry.day)

    def _put_first(self) -> None:
        self.panel.put_first(self._settings.choices.lives_with)

    def _refit(self) -> None:
        if self.size_class:
            self.fit(self.size_class)

    def _minute_passed(self) -> None:
        """At midnight an untouched page turns to the new day; a check-in being written stays."""
        today = self._journal.today()
        if today == self._today:
            return
        self.flush()
        shown_today, self._today = self.entry.day == self._today, today
        if shown_today and self.entry.check_in.empty:
            self.entry.open_day(today)
        else:
            self.entry.changed.emit()
