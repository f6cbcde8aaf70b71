"""The top bar of History: the month, search in notes, undo and redo."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics, QIcon, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from painmap.domain.words import LONG_MONTHS, MONTHS, month_text
from painmap.ui.history.wording import long_month
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.icons import icon
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

_TIGHT_FROM = 130


class SearchField(QLineEdit):
    """The words to look for in notes; Esc empties it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setPlaceholderText("Search in notes")
        self.setAccessibleName("Search in notes")
        self._glass = QAction(self)
        self._clear = QAction("Clear the search", self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(self._show_clear)
        self._show_clear("")
        appearance.changed.connect(self._restyle)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _show_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self.setFont(theme.font("body"))
        self.setMinimumWidth(theme.px(150))
        self.setMaximumWidth(theme.px(232))
        for action, name in ((self._glass, "search"), (self._clear, "close")):
            action.setIcon(QIcon(icon(name, theme.colour("ink-muted"), 18, self.devicePixelRatioF())))


class TopBar:
    """Fills a page's bar with the month's arrows, its count, the search field and undo."""

    def __init__(self, bar: QBoxLayout, appearance: Appearance) -> None:
        self._appearance = appearance
        self._month = date.min
        self.earlier = _arrow("left", "Earlier month", appearance)
        self.later = _arrow("right", "Later month", appearance)
        self.title = Words("", appearance, "heading")
        self.count_below = Words("", appearance, "small", "ink-muted")
        self.this_month = Button("This month", appearance)
        self.count = Words("", appearance, "body", "ink-muted")
        self.search = SearchField(appearance)
        self.undo = Button("Undo", appearance, icon_name="undo")
        self.redo = Button("Redo", appearance, icon_name="redo")
        self._lay_out(bar)
        self.fit("small")

    def show_month(self, month: date, logged: str, *, is_last: bool) -> None:
        """Shows the month of a day and how many of its days are logged."""
        self._month = month
        self.count.setText(logged)
        self.count_below.setText(logged)
        self.later.setEnabled(not is_last)
        self._write()

    def show_steps(self, can_undo: bool, can_redo: bool) -> None:
        """Shows whether there is anything to undo and to redo."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def fit(self, size_class: str) -> None:
        """Lays the bar out for a size class of the window at the text size in force."""
        large_text = self._appearance.theme.text_size >= _TIGHT_FROM
        self._tight = large_text or (size_class == "small" and self._appearance.theme.text_size > 100)
        self.count.setVisible(not self._tight)
        self.count_below.setVisible(self._tight)
        for button in (self.undo, self.redo):
            button.show_icon_only(self._tight or size_class == "small")
        self._write()

    def _write(self) -> None:
        names = MONTHS if self._tight else LONG_MONTHS
        self.title.setText(month_text(self._month) if self._tight else long_month(self._month))
        self.title.setAccessibleName(long_month(self._month))
        metrics = QFontMetrics(self._appearance.theme.font("heading"))
        widest = max(metrics.horizontalAdvance(f"{name} {self._month.year}") for name in names)
        below = self.count_below.sizeHint().width() if self._tight else 0
        self._box.setFixedWidth(max(widest + 8, below))

    def _lay_out(self, bar: QBoxLayout) -> None:
        self._box = QWidget()
        column = QVBoxLayout(self._box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for words in (self.title, self.count_below):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.count_below)
        column.addStretch(1)
        bar.setContentsMargins(8, 8, 16, 8)
        bar.addWidget(self.earlier)
        bar.addWidget(self._box)
        bar.addWidget(self.later)
        bar.addSpacing(8)
        bar.addWidget(self.this_month)
        bar.addSpacing(12)
        bar.addWidget(self.count)
        bar.addStretch(1)
        bar.addWidget(self.search, 2)
        bar.addWidget(self.undo)
        bar.addWidget(self.redo)


def _arrow(name: str, spoken: str, appearance: Appearance) -> Button:
    arrow = Button(spoken, appearance, Kind.QUIET, icon_name=name)
    arrow.show_icon_only(True)
    return arrow
