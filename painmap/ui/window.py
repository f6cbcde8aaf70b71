"""The window: the rail, the pages, and what connects them."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from painmap.domain.review import WeeklyReview
from painmap.ui.banner import Banner
from painmap.ui.cover import Cover
from painmap.ui.fitting import open_fitting
from painmap.ui.giving_back import QUIET_MS, give_back
from painmap.ui.inside import Inside
from painmap.ui.journal import Journal
from painmap.ui.page import Page
from painmap.ui.parts.focus import FocusRing
from painmap.ui.rail import Rail
from painmap.ui.settings import Settings
from painmap.ui.style import style_sheet
from painmap.ui.theme import LARGE_FROM, SMALL_BELOW, Appearance
from painmap.ui.today.page import Today

if TYPE_CHECKING:
    from painmap.ui.moving.looked import Looked
    from painmap.ui.review.view import ReviewView
    from painmap.ui.settings_page import SettingsPage
    from painmap.ui.shortcuts import Shortcuts
    from painmap.ui.today.bad_day import BadDay
    from painmap.ui.transfer import Transfer

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
MAKERS = Mapping[str, Callable[[], Page]]


class Window(QWidget):
    """Shows one page at a time. What the first picture of Today does not need is made when it is asked for.

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
        self._painted = self._dressed = self._warned = False
        self._keys: Shortcuts | None = None
        # Before any part of the window: a new style sheet takes back the colours that the parts have taken.
        appearance.changed.connect(self._restyle)
        self.today = Today(journal, settings, appearance)
        self.rail = Rail(PAGES, HELP, appearance)
        self.trouble = Banner(appearance, lasting=False)
        self.invented = Banner(appearance, lasting=True)
        if demo:
            self.invented.say("An invented diary, to try things out. It goes when you close this window.")
        self.pages: dict[str, Page] = {"today": self.today}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.today)
        inside = Inside((self.invented, self.trouble), self.rail, self._stack)
        self._views = inside.views
        self._cover = Cover(self, inside)
        self._wire()
        self._ring = FocusRing(self, appearance)
        self.setWindowTitle("Painmap, invented diary" if demo else "Painmap")
        self.setMinimumSize(960, 640)
        self.setAutoFillBackground(True)
        self._restyle()
        self.show_page("today")
        self.today.stage.body_view.take_focus()

    def _wire(self) -> None:
        self.rail.chosen.connect(self.show_page)
        self.today.bad_day_asked.connect(self.show_bad_day)
        self.today.asking_asked.connect(self._choose_what_is_asked)
        self.today.review_wanted.connect(self.show_review)
        self._journal.failed.connect(self.trouble.say)
        self._journal.changed.connect(self._diary_changed)
        self._settings.changed.connect(self._settings_changed)

    def _complete(self) -> None:
        """Says that the first picture is there, and makes what it did without."""
        self.painted.emit()
        from painmap.ui.shortcuts import HELP_KEY, REDO, UNDO, Shortcuts

        self._dress()
        pages = ((f"Ctrl+{n}", partial(self.show_page, name)) for n, (name, _) in enumerate(PAGES, 1))
        others = (
            (UNDO, self._journal.undo),
            (REDO, self._journal.redo),
            ("Ctrl+Y", self._journal.redo),
            (HELP_KEY, partial(self.show_page, HELP[0])),
            ("Ctrl+L", self.lock_asked.emit),
        )
        self._keys = Shortcuts(self, (*others, *pages))
        self._keys.enable(not self._cover.lies)

    def page(self, name: str) -> Page:
        """A page by its name, made now if it has not been shown yet."""
        if name not in self.pages:
            self._dress()
            made = self._makers[name]()
            self.pages[name] = made
            self._stack.addWidget(made)
            self._wire_page(made)
            QTimer.singleShot(QUIET_MS, give_back)
        return self.pages[name]

    def _wire_page(self, page: Page) -> None:
        for signal, slot in (
            ("day_opened", self.open_day),
            ("check_in_opened", self.open_check_in),
            ("added_to", self.add_to_day),
            ("review_wanted", self.show_review),
        ):
            if hasattr(page, signal):
                getattr(page, signal).connect(slot)
        for signal, name in (("export_asked", "export"), ("import_asked", "bring_in"), ("import_taken", "take")):
            if hasattr(page, signal):
                getattr(page, signal).connect(getattr(self.transfer, name))

    def show_page(self, name: str) -> None:
        """Shows a page, as it is now."""
        page, held = self.page(name), self.focusWidget()
        over_today = page is self.today or self._views.currentIndex() > 0
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
        """Opens at its usual size, or over the whole screen where that, with its frame, is more than there is."""
        open_fitting(self)

    def cover(self, screen: QWidget) -> None:
        """Shows a screen in place of everything, which leaves the window meanwhile and stays as it is."""
        self._dress()
        self._cover.lay(screen)
        if self._keys:
            self._keys.enable(False)

    def uncover(self) -> None:
        """Shows everything again, with the keyboard where it was."""
        self._cover.lift()
        if self._keys:
            self._keys.enable(True)

    def show_today(self) -> None:
        """Shows Today with whatever day it is on."""
        self.show_page("today")
        self.today.stage.body_view.take_focus()

    def show_bad_day(self) -> None:
        """Shows the two large questions for the day that Today is on."""
        self._views.setCurrentWidget(self.bad_day)
        self.today.entry.follows = True

    @cached_property
    def bad_day(self) -> "BadDay":
        """The two large questions, made when they are first asked for."""
        from painmap.ui.today.bad_day import BadDay

        view = BadDay(self.today.entry, self._journal, self._appearance)
        view.done.connect(self.show_today)
        self._views.addWidget(view)
        return view

    @cached_property
    def transfer(self) -> "Transfer":
        """What writes and reads files, made when it is first asked for."""
        from painmap.ui.transfer import Transfer

        transfer = Transfer(self._journal, self, self._appearance)
        transfer.told.connect(self.trouble.say)
        transfer.looked.connect(self._show_import)
        return transfer

    @cached_property
    def review(self) -> "ReviewView":
        """The weekly review, made when it is first asked for."""
        from painmap.ui.review.view import ReviewView

        self._dress()
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
        if self.width() >= LARGE_FROM:
            self._dress()  # More is open there from the beginning, with its fields.
        self.rail.fit(small=self.width() < SMALL_BELOW)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._complete)

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
        self._show_settings().show_asking()

    def _show_import(self, looked: "Looked") -> None:
        """Shows what a file would bring, before it is brought in."""
        self._show_settings().show_import(looked)

    def _show_settings(self) -> "SettingsPage":
        self.show_page("settings")
        return cast("SettingsPage", self.pages["settings"])

    def _diary_changed(self) -> None:
        self.trouble.hide()
        shown = self._stack.currentWidget()
        if isinstance(shown, Page) and shown is not self.today:
            shown.refresh()

    def _settings_changed(self) -> None:
        choices = self._settings.choices
        self._appearance.choose(choices.colours, choices.text_size)

    def _dress(self) -> None:
        """Takes the style of the parts that Qt paints. Today has one of them at first, which brings its own."""
        if not self._dressed:
            self._dressed = True
            self.setStyleSheet(style_sheet(self._appearance.theme))

    def _restyle(self) -> None:
        theme = self._appearance.theme
        if self._dressed:
            self.setStyleSheet(style_sheet(theme))
        self.setPalette(theme.palette())
        self.setFont(theme.font("body"))
        self.rail.fit(small=self.width() < SMALL_BELOW)
