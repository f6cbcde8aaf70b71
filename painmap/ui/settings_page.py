"""The Settings page: cards in two columns where they fit, else in one."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from painmap.ui.asking_card import AskingCard
from painmap.ui.page import Page
from painmap.ui.parts.scroll import Scroll
from painmap.ui.parts.words import Words
from painmap.ui.settings import Settings
from painmap.ui.settings_cards import (
    About,
    BackupCard,
    DiaryCard,
    HelpCard,
    ReportCard,
    calendar_card,
    display_card,
)
from painmap.ui.theme import Appearance

GAP = 16
MARGIN = 20
WIDEST = 640
SCROLL_BAR = 14


class SettingsPage(Page):
    """What can be chosen. Changes apply at once; `export_asked` and `import_asked` are answered by the window."""

    export_asked = Signal()
    import_asked = Signal()

    def __init__(
        self,
        settings: Settings,
        appearance: Appearance,
        *,
        diary_path: Path,
        back_up: Callable[[], Path],
        newest: Callable[[], datetime | None],
        show_in_folder: Callable[[Path], None],
        now: Callable[[], datetime],
        backups_folder: Path | None = None,
    ) -> None:
        super().__init__(appearance)
        folder = backups_folder or diary_path.parent / "backups"
        self.display = display_card(settings, appearance)
        self.calendar = calendar_card(settings, appearance)
        self.asking = AskingCard(settings, appearance)
        self.report = ReportCard(settings, appearance)
        self.backups = BackupCard(appearance, folder, back_up, newest, now)
        self.diary = DiaryCard(appearance, diary_path, show_in_folder)
        self.help = HelpCard(settings, appearance)
        self.about = About(appearance)
        self._lay_out()
        self.diary.export_asked.connect(self.export_asked)
        self.diary.import_asked.connect(self.import_asked)
        appearance.changed.connect(self._arrange)

    def refresh(self) -> None:
        """Asks anew when the last backup was made."""
        self.backups.refresh()

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
        self.bar.addWidget(Words("Settings", self.appearance, "title"))
        self.bar.addStretch(1)
        self.bar.addWidget(Words("Changes apply at once", self.appearance, "body", "ink-muted"))
        self._left = _column(self.display, self.calendar, self.asking, self.report)
        self._right = _column(self.backups, self.diary, self.help, self.about)
        inside = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        self._columns.setSpacing(GAP)
        for column in (self._left, self._right):
            self._columns.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
        self._columns.addStretch(0)
        self._scroll = Scroll(inside)
        self.body.addWidget(self._scroll)

    def _arrange(self) -> None:
        """Two columns where both fit side by side, with the text at its size."""
        columns = (self._left, self._right)
        needed = sum(column.minimumSizeHint().width() for column in columns) + GAP + 2 * MARGIN + SCROLL_BAR
        two = self.size_class != "small" and needed <= self.width()
        forward, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(forward if two else down)
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
