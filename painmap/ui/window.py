"""The window: the rail, the pages, and what connects them."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from painmap.domain.review import WeeklyReview
from painmap.ui.banner import Banner
from painmap.ui.journal import Journal
from painmap.ui.page import Page
from painmap.ui.parts.focus import FocusRing
from painmap.ui.rail import Rail
from painmap.ui.settings import Settings
from painmap.ui.style import style_sheet
from painmap.ui.theme import SMALL_BELOW, Appearance
from painmap.ui.today.bad_day import BadDay
from painmap.ui.today.page import Today
from painmap.ui.transfer import Transfer

if TYPE_CHECKING:
    from pathlib import Path

    from painmap.exchange.foreign import ForeignTable
    from painmap.exchange.found import Found
    from painmap.ui.review.view import ReviewView

PAGES = [
    ("today", "Today"),
    ("history", "History"),
    ("trends", "Trends"),
    ("treatments", "Treatments"),
    ("report", "Report"),
    ("settings", "Settings"),
]
HELP = ("help", "Get help")
UNKEPT = "{why} The last words of the note are not saved; to leave without them, close the window once more."
SIZE = QSize(1280, 800)
FRAME = QSize(16, 48)
"""What a desktop's frame and title bar take at most, as a rule."""
MAKERS = Mapping[str, Callable[[], Page]]


class Window(QWidget):
    """Shows one page at a time. Pages other than Today are made when they are first asked for.

    `painted` is said once, when the first picture is on the screen; `lock_asked`: the diary is to be locked.
    """

    painted = Signal()
    lock_asked = Signal()

    def __init__(
        self, journal: Journal, settings: Settings, appearance: Appearance, makers: MAKERS, *, demo: bool = False
    ) -> None:
        super().__init__()
        self._journal, self._settings, self._appearance = journal, settings, appearance
        self._makers = makers
        self._painted = self._warned = False
        self._shortcuts: list[QShortcut] = []
        # Before any part of the window: a new style sheet takes back the colours that the parts have taken.
        appearance.changed.connect(self._restyle)
        self.today = Today(journal, settings, appearance)
        self.bad_day = BadDay(self.today.entry, journal, appearance)
        self.rail = Rail(PAGES, HELP, appearance)
        self.trouble = Banner(appearance, lasting=False)
        self.invented = Banner(appearance, lasting=True)
        if demo:
            self.invented.say("An invented diary, to try things out. It goes when you close this window.")
        self.pages: dict[str, Page] = {"today": self.today}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.today)
        self.transfer = Transfer(journal, self)
        self._lay_out()
        self._wire()
        self._ring = FocusRing(self, appearance)
        self.setWindowTitle("Painmap, invented diary" if demo else "Painmap")
        self.setMinimumSize(960, 640)
        self.setAutoFillBackground(True)
        self._restyle()
        self.show_page("today")
        self.today.stage.body_view.take_focus()

    def _lay_out(self) -> None:
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self._views = QStackedLayout()
        self._views.addWidget(full)
        self._views.addWidget(self.bad_day)
        self._inside = QWidget()
        self._cover: QWidget | None = None
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.invented)
        column.addWidget(self.trouble)
        column.addLayout(self._views, 1)
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.addWidget(self._inside)

    def _wire(self) -> None:
        self.rail.chosen.connect(self.show_page)
        self.today.bad_day_asked.connect(self.show_bad_day)
        self.bad_day.done.connect(self.show_today)
        self.today.asking_asked.connect(self._choose_what_is_asked)
        self.today.review_wanted.connect(self.show_review)
        self._journal.failed.connect(self.trouble.say)
        self.transfer.told.connect(self.trouble.say)
        self.transfer.looked.connect(self._show_import)
        self._journal.changed.connect(self._diary_changed)
        self._settings.changed.connect(self._settings_changed)
        for keys, act in (
            (QKeySequence.StandardKey.Undo, self._journal.undo),
            (QKeySequence.StandardKey.Redo, self._journal.redo),
            (QKeySequence("Ctrl+Y"), self._journal.redo),
            (QKeySequence.StandardKey.HelpContents, self._show_help),
            (QKeySequence("Ctrl+L"), self.lock_asked.emit),
        ):
            self._shortcut(keys, act)
        for n, (name, _) in enumerate(PAGES, 1):
            self._shortcut(QKeySequence(f"Ctrl+{n}"), partial(self.show_page, name))

    def _shortcut(self, keys: QKeySequence | QKeySequence.StandardKey, act: Callable[[], object]) -> None:
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        self._shortcuts.append(shortcut)

    def page(self, name: str) -> Page:
        """A page by its name, made now if it has not been shown yet."""
        if name not in self.pages:
            made = self._makers[name]()
            self.pages[name] = made
            self._stack.addWidget(made)
            self._wire_page(made)
        return self.pages[name]

    def _wire_page(self, page: Page) -> None:
        for signal, slot in (
            ("day_opened", self.open_day),
            ("check_in_opened", self.open_check_in),
            ("added_to", self.add_to_day),
            ("export_asked", self.transfer.export),
            ("import_asked", self.transfer.bring_in),
            ("import_taken", self.transfer.take),
            ("review_wanted", self.show_review),
        ):
            if hasattr(page, signal):
                getattr(page, signal).connect(slot)

    def show_page(self, name: str) -> None:
        """Shows a page, as it is now."""
        page = self.page(name)
        held = self.focusWidget()
        over_today = page is self.today or self._views.currentWidget() is self.bad_day
        leaving = held is not None and over_today and not self._stays(held)
        if held and leaving:
            # Otherwise the keyboard goes on to a region, which selects it, and the next digit rates it.
            held.clearFocus()
        self._views.setCurrentIndex(0)
        self.rail.show_page(name)
        self._stack.setCurrentWidget(page)
        page.refresh()
        if leaving and page is self.today:
            self.today.stage.body_view.take_focus()
        elif leaving or (held and (not held.isVisible() or self.rail.isAncestorOf(held))):
            self.rail.items[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _stays(self, widget: QWidget) -> bool:
        """Whether a widget is still in sight when Today is shown."""
        return any(part.isAncestorOf(widget) for part in (self.today, self.rail, self.invented, self.trouble))

    def open_fitting(self) -> None:
        """Opens at 1280 x 800, or over the whole screen where that, with its frame, is more than there is."""
        room = self.screen().availableGeometry().size()
        self.resize(SIZE.boundedTo(room - FRAME))
        if SIZE.boundedTo(room - FRAME) == SIZE:
            self.show()
        else:
            self.showMaximized()

    def cover(self, screen: QWidget) -> None:
        """Shows a screen in place of everything, which leaves the window meanwhile and stays as it is."""
        self._held = self._inside.focusWidget()
        self._cover = screen
        self._frame.removeWidget(self._inside)
        self._inside.setParent(None)
        self._frame.addWidget(screen)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
        screen.setFocus()

    def uncover(self) -> None:
        """Shows everything again, with the keyboard where it was."""
        if self._cover is None:
            return
        self._frame.removeWidget(self._cover)
        self._cover.hide()
        self._cover = None
        self._frame.addWidget(self._inside)
        self._inside.show()
        for shortcut in self._shortcuts:
            shortcut.setEnabled(True)
        if self._held is not None:
            self._held.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_today(self) -> None:
        """Shows Today with whatever day it is on."""
        self.show_page("today")
        self.today.stage.body_view.take_focus()

    def show_bad_day(self) -> None:
        """Shows the two large questions for the day that Today is on."""
        self._views.setCurrentWidget(self.bad_day)
        self.today.entry.follows = True

    @cached_property
    def review(self) -> "ReviewView":
        """The weekly review, made when it is first asked for."""
        from painmap.ui.review.view import ReviewView

        view = ReviewView(self._journal, self._appearance)
        view.done.connect(self._leave_review)
        self._views.addWidget(view)
        return view

    def show_review(self, review: object = None) -> None:
        """Shows a weekly review, or without one this week's."""
        if isinstance(review, WeeklyReview):
            self.review.entry.open(review)
        else:
            self.review.entry.begin()
        self._views.setCurrentWidget(self.review)

    def open_day(self, day: object) -> None:
        """Shows a day on Today."""
        self.today.open_day(day)
        self.show_page("today")

    def open_check_in(self, check_in: object) -> None:
        """Shows a check-in on Today."""
        self.today.open(check_in)
        self.show_page("today")

    def add_to_day(self, day: object) -> None:
        """Starts another check-in about a day, on Today."""
        self.today.begin(day)
        self.show_page("today")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.rail.fit(small=self.width() < SMALL_BELOW)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Where the last words of the note can't be kept, the window closes the second time it is asked to."""
        if self.today.flush() or self._warned:
            super().closeEvent(event)
            return
        self._warned = True
        self.trouble.say(UNKEPT.format(why=self.trouble.text))
        event.ignore()

    def _leave_review(self) -> None:
        """Back to the page from which the review was opened."""
        shown = self._stack.currentWidget()
        self.show_page(next(name for name, page in self.pages.items() if page is shown))

    def _choose_what_is_asked(self) -> None:
        """Shows the setting that decides which questions come first."""
        from painmap.ui.settings_page import SettingsPage

        self.show_page("settings")
        page = self.page("settings")
        if isinstance(page, SettingsPage):
            page.show_asking()

    def _show_import(self, path: "Path", looked: "Found | ForeignTable") -> None:
        """Shows what a file would bring, before it is brought in."""
        from painmap.ui.settings_page import SettingsPage

        self.show_page("settings")
        page = self.page("settings")
        if isinstance(page, SettingsPage):
            page.show_import(path, looked)

    def _show_help(self) -> None:
        self.show_page("help")

    def _diary_changed(self) -> None:
        self.trouble.hide()
        shown = self._stack.currentWidget()
        if isinstance(shown, Page) and shown is not self.today:
            shown.refresh()

    def _settings_changed(self) -> None:
        choices = self._settings.choices
        self._appearance.choose(choices.colours, choices.text_size)

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self.setStyleSheet(style_sheet(theme))
        self.setPalette(theme.palette())
        self.setFont(theme.font("body"))
        self.rail.fit(small=self.width() < SMALL_BELOW)
