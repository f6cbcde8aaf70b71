"""The Settings page: cards in two columns where they fit, else in one."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from painmap.ui.asking_card import AskingCard
from painmap.ui.backups.card import BackupCard
from painmap.ui.backups.restore_view import RestoreView
from painmap.ui.backups.rounds import Rounds
from painmap.ui.journal import Journal
from painmap.ui.moving.diary_card import DiaryCard
from painmap.ui.moving.import_view import ImportView
from painmap.ui.page import Page
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.scroll import Scroll
from painmap.ui.parts.words import Words
from painmap.ui.passphrase.card import PassphraseCard
from painmap.ui.settings import Settings
from painmap.ui.settings_cards import (
    About,
    HelpCard,
    ReportCard,
    calendar_card,
    display_card,
)
from painmap.ui.theme import Appearance

if TYPE_CHECKING:
    from painmap.ui.moving.looked import Looked

GAP = 16
MARGIN = 20
WIDEST = 640
SCROLL_BAR = 14
IMPORT, RESTORE = "Import", "Restore a backup"


class SettingsPage(Page):
    """What can be chosen. Changes apply at once; `export_asked` and `import_asked` are answered by the window.

    `said` gives what a restore did, in one sentence; `import_taken` the Found that is to be brought in.
    """

    export_asked = Signal(object)
    import_asked = Signal()
    import_taken = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        settings: Settings,
        appearance: Appearance,
        *,
        diary_path: Path,
        journal: Journal,
        rounds: Rounds,
        show_in_folder: Callable[[Path], None],
    ) -> None:
        super().__init__(appearance)
        self._journal, self._rounds = journal, rounds
        self.display = display_card(settings, appearance)
        self.calendar = calendar_card(settings, appearance)
        self.asking = AskingCard(settings, appearance)
        self.report = ReportCard(settings, appearance)
        self.backups = BackupCard(rounds, settings, appearance, journal.now)
        self.passphrase = PassphraseCard(journal, rounds, settings, appearance)
        self.diary = DiaryCard(settings, appearance, diary_path, show_in_folder)
        self.help = HelpCard(settings, appearance)
        self.about = About(appearance)
        self._lay_out()
        self.diary.export_asked.connect(self.export_asked)
        self.diary.import_asked.connect(self.import_asked)
        self.backups.restore_asked.connect(self.show_restore)
        self.passphrase.changed.connect(self.backups.refresh)
        self.back.clicked.connect(self.show_settings)
        appearance.changed.connect(self._arrange)

    @cached_property
    def restore(self) -> RestoreView:
        """Where a backup is brought back, made when it is first asked for."""
        view = RestoreView(self._journal, self._rounds, self.appearance)
        view.said.connect(self.said)
        view.said.connect(self.announce)
        self._stack.addWidget(view)
        return view

    @cached_property
    def importing(self) -> ImportView:
        """Where a file is looked at before it is brought in, made when it is first asked for."""
        view = ImportView(self._journal, self.appearance)
        view.taken.connect(self._take)
        view.left.connect(self.show_settings)
        self._stack.addWidget(view)
        return view

    def show_import(self, looked: "Looked") -> None:
        """Shows what is in a file and what it would bring."""
        self.importing.open(looked)
        self._stack.setCurrentWidget(self.importing)
        self._show_bar()
        self.importing.take_focus()

    def show_restore(self) -> None:
        """Shows the backups, to bring one back."""
        self.restore.open()
        self._stack.setCurrentWidget(self.restore)
        self._show_bar()
        self.restore.take_focus()

    def show_settings(self) -> None:
        """Shows the cards, with the keyboard on what led away from them."""
        led = self.diary.bring_in if self._name() == IMPORT else self.backups.restore
        self._stack.setCurrentIndex(0)
        self._show_bar()
        self.refresh()
        led.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stack.currentIndex():
            self.show_settings()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Asks anew when the last backup was made, and whether there is a passphrase."""
        self.backups.refresh()
        self.passphrase.refresh()

    def show_asking(self) -> None:
        """Brings what is asked first into view, with the keyboard on it."""
        self.asking.take_focus()
        QTimer.singleShot(0, self._show_asking)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_asking(self) -> None:
        self._scroll.ensureWidgetVisible(self.asking)

    def _lay_out(self) -> None:
        self.back = Button("Back to Settings", self.appearance, icon_name="left")
        self._title = Words("Settings", self.appearance, "title")
        self._at_once = Words("Changes apply at once", self.appearance, "body", "ink-muted")
        self.bar.addWidget(self.back)
        self.bar.addWidget(self._title)
        self.bar.addStretch(1)
        self.bar.addWidget(self._at_once)
        self._left = _column(self.display, self.calendar, self.asking, self.report)
        self._right = _column(self.backups, self.passphrase, self.diary, self.help, self.about)
        inside = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        self._columns.setSpacing(GAP)
        for column in (self._left, self._right):
            self._columns.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
        self._columns.addStretch(0)
        self._scroll = Scroll(inside)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self.body.addWidget(self._stack)
        self._show_bar()

    def _show_bar(self) -> None:
        away = self._stack.currentIndex() > 0
        self.back.setVisible(away)
        self._at_once.setVisible(not away)
        self._title.setText(self._name())

    def _name(self) -> str:
        if not self._stack.currentIndex():
            return "Settings"
        return IMPORT if isinstance(self._stack.currentWidget(), ImportView) else RESTORE

    def _take(self, found: object) -> None:
        self.show_settings()
        self.import_taken.emit(found)

    def _arrange(self) -> None:
        """Two columns where both fit side by side, with the text at its size."""
        columns = (self._left, self._right)
        needed = sum(column.minimumSizeHint().width() for column in columns) + GAP + 2 * MARGIN + SCROLL_BAR
        two = self.size_class != "small" and needed <= self.width()
        forward, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(forward if two else down)
        # One below the other, each as tall as it is; the room that is left lies below both.
        for place, stretch in enumerate((1, 1, 0) if two else (0, 0, 1)):
            self._columns.setStretch(place, stretch)
        for column in columns:
            column.setMaximumWidth(WIDEST if two else WIDEST + 80)


def _column(*cards: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GAP)
    for card in cards:
        layout.addWidget(card)
    layout.addStretch(1)
    return column
