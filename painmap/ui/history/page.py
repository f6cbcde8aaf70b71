"""The History page: the calendar, the day beside it, and the search that takes the calendar's place."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from painmap.domain.checkin import CheckIn
from painmap.domain.period import Period
from painmap.domain.summary import within
from painmap.domain.undo import Change
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.history.calendar import Calendar
from painmap.ui.history.day_pane import DayPane
from painmap.ui.history.legend import Legend
from painmap.ui.history.months import EARLIEST, month_of, moved_months, shown_days
from painmap.ui.history.search import Results
from painmap.ui.history.top_bar import TopBar
from painmap.ui.history.wording import logged
from painmap.ui.journal import Journal
from painmap.ui.page import Page
from painmap.ui.parts.words import Rule
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance

TYPING_PAUSE_MS = 150
PANE = {"small": 360, "middle": 452, "large": 640}


class History(Page):
    """A month of days. Tells which day or check-in is to be opened on Today, and which day is to be added to."""

    day_opened = Signal(object)
    check_in_opened = Signal(object)
    added_to = Signal(object)

    def __init__(self, journal: Journal, settings: Settings, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._journal = journal
        self._settings = settings
        self._selected = journal.today()
        self._removed = ""
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self.top = TopBar(self.bar, appearance)
        self.calendar = Calendar(appearance)
        self.legend = Legend(appearance)
        self.results = Results(appearance)
        self.pane = DayPane(appearance)
        self._lay_out()
        self._wire()
        self.fit("small")

    @property
    def selected(self) -> date:
        """The day that is shown beside the calendar."""
        return self._selected

    def select(self, day: date) -> None:
        """Shows a day and its month; a day to come counts as today."""
        self._selected = min(max(day, EARLIEST), self._journal.today())
        self._read(self._show_month, self._show_day)

    def refresh(self) -> None:
        """Asks the diary for the month, the day and the notes that are shown."""
        self._read(self._show_month, self._show_day, self._show_search)
        self.top.show_steps(self._journal.can_undo, self._journal.can_redo)

    def fit(self, size_class: str) -> None:
        """Gives the pane the room of the size class; the calendar has the rest."""
        self.pane.set_room(PANE["small"], PANE[size_class])
        self.top.fit(size_class)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.top.search.text():
            self.top.search.clear()
        else:
            super().keyPressEvent(event)

    def _show_month(self) -> None:
        today = self._journal.today()
        starts = self._settings.choices.week_starts
        shown = shown_days(self._selected, starts)
        days = self._journal.days(Period(shown[0], shown[-1]))
        month = month_of(self._selected)
        is_last = today in month
        count = logged(len(within(days, month)), today.day if is_last else len(month))
        self.calendar.show_month(self._selected, {day.day: day for day in days}, today, starts)
        self.top.show_month(self._selected, count, is_last=is_last)

    def _show_day(self) -> None:
        check_ins = self._journal.diary.on(self._selected)
        self.pane.show_day(self._selected, check_ins, self._journal.today())
        self.pane.say(self._removed)
        self.results.select(self._selected)

    def _show_search(self) -> None:
        words = self.top.search.text().strip()
        if words:
            found = self._journal.diary.with_note(words)
            self.results.show_found(words, found, self._selected)
        self._left.setCurrentIndex(1 if words else 0)

    def _read(self, *parts: Callable[[], None]) -> None:
        """Shows parts of the page; a diary that can't be read is told."""
        try:
            for show in parts:
                show()
        except DiaryTrouble as trouble:
            self._journal.failed.emit(str(trouble))

    def _search_soon(self, words: str) -> None:
        """Waits until the typing pauses, but goes back to the calendar at once."""
        if words.strip():
            self._pause.start()
        else:
            self._search()

    def _search(self) -> None:
        self._pause.stop()
        self._read(self._show_search)
        if self._left.currentIndex() == 1:
            self.announce(self.results.summary.text())

    def _note(self, change: Change) -> None:
        """Remembers what was removed, and goes to the day that undo or redo has changed."""
        removed = change.before if change.after is None else None
        self._removed = change.said if removed else ""
        touched = change.after or change.before
        if self.isVisible() and touched:
            self._selected = touched.day
            self.refresh()

    def _delete(self, check_in: CheckIn) -> None:
        if self._journal.delete(check_in):
            self.pane.undo.setFocus(Qt.FocusReason.OtherFocusReason)
            self.announce(self._removed)

    def _show_earlier(self) -> None:
        self._leave_search(moved_months(self._selected, -1))

    def _show_later(self) -> None:
        self._leave_search(moved_months(self._selected, 1))

    def _show_this_month(self) -> None:
        self._leave_search(self._journal.today())

    def _leave_search(self, day: date) -> None:
        self.top.search.clear()
        self.select(day)

    def _search_from_keyboard(self) -> None:
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def _lay_out(self) -> None:
        month = QWidget()
        column = QVBoxLayout(month)
        column.setContentsMargins(20, 4, 20, 12)
        column.setSpacing(12)
        column.addWidget(self.calendar, 1)
        column.addWidget(self.legend)
        left = QWidget()
        self._left = QStackedLayout(left)
        self._left.addWidget(month)
        self._left.addWidget(self.results)
        self.body.addWidget(left, 1)
        self.body.addWidget(Rule(self.appearance, upright=True))
        self.body.addWidget(self.pane)

    def _wire(self) -> None:
        self.top.earlier.clicked.connect(self._show_earlier)
        self.top.later.clicked.connect(self._show_later)
        self.top.this_month.clicked.connect(self._show_this_month)
        self.top.search.textChanged.connect(self._search_soon)
        self._pause.timeout.connect(self._search)
        self.top.undo.clicked.connect(self._journal.undo)
        self.top.redo.clicked.connect(self._journal.redo)
        for days in (self.calendar, self.results):
            days.day_selected.connect(self.select)
            days.day_opened.connect(self.day_opened)
        self.pane.opened.connect(self.check_in_opened)
        self.pane.deleted.connect(self._delete)
        self.pane.added_to.connect(self.added_to)
        self.pane.undo_asked.connect(self._journal.undo)
        self._journal.changed.connect(self._note)
        self.appearance.changed.connect(self._refit)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._search_from_keyboard)

    def _refit(self) -> None:
        self.fit(self.size_class or "small")
