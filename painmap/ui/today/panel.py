"""The panel beside the bodies: the two questions, how it feels, more about the day, and the three short cuts."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from painmap.domain.regions import regions
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.numbers import Cells
from painmap.ui.parts.words import Rule, Surface
from painmap.ui.style import scroll_bars
from painmap.ui.theme import Appearance
from painmap.ui.today.copying import Copying
from painmap.ui.today.entry import Entry
from painmap.ui.today.feels import Feels
from painmap.ui.today.more.button import MoreButton
from painmap.ui.today.more.fold import Fold
from painmap.ui.today.more.said import filled_in, named
from painmap.ui.today.question import Question
from painmap.ui.today.welcome import Welcome

if TYPE_CHECKING:
    from datetime import date

WIDTHS = {"small": 340, "middle": 516, "large": 640}
MARGIN = 16
SCROLL_BAR = 14
LEAST_ROOM = 220
"""Height for what scrolls between the top and the foot, below which the top scrolls too."""
COMPACT_ABOVE = 1.4
"""From which text size on the note is not told on the button that opens it."""


class Panel(Surface):
    """Shows what an entry says besides the map, and changes it. The head and the foot never move."""

    bad_day_asked = Signal()
    copy_asked = Signal()
    welcomed = Signal()
    asking_asked = Signal()
    """What is asked first is to be chosen."""

    def __init__(self, entry: Entry, appearance: Appearance, *, welcome: bool, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "background", parent)
        self._entry = entry
        self._theme_of = appearance
        self._size_class = "middle"
        self._narrow = False
        self.pain = Question("Overall pain", appearance)
        self.fatigue = Question("Fatigue", appearance)
        self.feels = Feels(appearance)
        self.fold = Fold(entry.own_triggers, appearance)
        self._opened: dict[date, bool] = {}
        self.welcome = Welcome(appearance) if welcome else None
        self._copying = Copying(appearance)
        self.more = MoreButton(appearance, opens=True)
        self.same = Button("Same as last time", appearance, Kind.VIEW, height=48)
        self.no_pain = Button("No pain today", appearance, height=48)
        self.bad_day = Button("Bad-day view", appearance, height=48)
        self._lay_out()
        self._wire()
        self.fit("middle")

    def _lay_out(self) -> None:
        self._lay_out_middle()
        self._top = QWidget()
        head = QVBoxLayout(self._top)
        head.setSpacing(0)
        head.addWidget(self.pain)
        head.addWidget(self.fatigue)
        self._head = head
        three = QHBoxLayout()
        three.setSpacing(8)
        for button in (self.same, self.no_pain, self.bad_day):
            three.addWidget(button, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        foot.setSpacing(12)
        foot.addWidget(self.more)
        foot.addLayout(three)
        self._foot = foot
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        self._top_rule = Rule(self._theme_of)
        column.addWidget(self._top_rule)
        column.addWidget(self._scroll, 1)
        self._foot_rule = Rule(self._theme_of)
        column.addWidget(self._foot_rule)
        column.addLayout(foot)

    def _lay_out_middle(self) -> None:
        """What scrolls between the two questions and the foot."""
        self._inner = inner = QWidget()
        self._middle = QVBoxLayout(inner)
        self._middle.setContentsMargins(MARGIN, 20, MARGIN, 12)
        self._middle.setSpacing(16)
        for part in (self.feels, self._copying, self.welcome):
            if part:
                self._middle.addWidget(part)
        self._middle.addStretch(1)
        self._middle.addWidget(self.fold)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMinimumHeight(44)
        self._restyle_bar()
        self._theme_of.changed.connect(self._restyle_bar)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        inner.setAutoFillBackground(False)

    def _restyle_bar(self) -> None:
        self._scroll.verticalScrollBar().setStyleSheet(scroll_bars(self._theme_of.theme))

    def _wire(self) -> None:
        entry = self._entry
        self.pain.answered.connect(self._entry.answer_pain)
        self.pain.cleared.connect(self._entry.clear_pain)
        self.fatigue.answered.connect(self._entry.answer_fatigue)
        self.fatigue.cleared.connect(self._entry.clear_fatigue)
        self.feels.described.connect(self._described)
        self.feels.swelling.connect(self._swelling)
        self.feels.cleared.connect(entry.clear_region)
        self.fold.told.connect(entry.tell)
        self.fold.note_written.connect(self._written)
        self.fold.closed.connect(self._close_more)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._make_room)
        if self.welcome:
            self.welcome.dismissed.connect(self.dismiss_welcome)
            self.welcome.asking_asked.connect(self.asking_asked)
        self.more.clicked.connect(self._open_more)
        self.same.clicked.connect(self._same_asked)
        self.no_pain.clicked.connect(entry.no_pain)
        self.bad_day.clicked.connect(self.bad_day_asked)
        entry.changed.connect(self.refresh)

    def fit(self, size_class: str) -> None:
        """Takes the width and the rows of a small, middle or large window."""
        self._size_class = size_class
        theme = self._theme_of.theme
        self.setFixedWidth(round(WIDTHS[size_class] * (1 if size_class == "small" else min(theme.scale, 1.12))))
        small = size_class == "small"
        cells, height = (Cells.TWO_ROWS, 44) if small else (Cells.JOINED, 52)
        # Large text takes the width it needs, but no more height, so that every quality stays in sight.
        narrow = small or theme.scale > 1.2
        tall = theme.scale if theme.scale > 1.2 else 1
        for question in (self.pain, self.fatigue):
            question.set_cells(cells, round(height / tall))
        columns = 4 if not narrow else 2 if small and theme.scale > 1.2 else 3
        self.feels.set_columns(columns, round((38 if small else 44) / tall))
        words = ("Same as last\ntime", "No pain\ntoday", "Bad-day\nview")
        plain = tuple(text.replace("\n", " ") for text in words)
        for button, text, spoken in zip(
            (self.same, self.no_pain, self.bad_day), words if narrow else plain, plain, strict=True
        ):
            button.rename(text, spoken)
        self.more.set_compact(small or theme.scale > COMPACT_ABOVE)
        self.fold.fit(size_class, self.width() - 2 * (12 if small else MARGIN))
        if self.welcome:
            self.welcome.fit(self.width() - 2 * (12 if small else MARGIN) - SCROLL_BAR)
        self._narrow = narrow
        self._foot.setSpacing(8 if small else 12)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def refresh(self) -> None:
        """Shows the entry as it is now."""
        entry = self._entry
        check_in = entry.check_in
        self.pain.show_answer(check_in.overall_pain)
        self.fatigue.show_answer(check_in.fatigue)
        label = regions()[entry.selected].label if entry.selected else ""
        self.feels.show_region(label, check_in.regions.get(entry.selected or ""))
        if self.welcome and not check_in.empty:
            self.dismiss_welcome()
        welcoming = self.welcome is not None and not entry.offered
        self._copying.setVisible(entry.offered is not None)
        self.feels.setVisible(not welcoming and entry.offered is None)
        if self.welcome:
            self.welcome.setVisible(welcoming)
        self.same.setChecked(entry.offered is not None)
        last = entry.earlier_map()
        self.same.setVisible(last is not None)
        self.same.setEnabled(entry.offered is not None or (last is not None and bool(check_in.offered(last))))
        opened = self.more_open
        self.fold.show_check_in(check_in, opened=opened)
        self.more.setVisible(not opened)
        self._make_room()
        self.more.name_day(today=entry.about_today)
        self.fold.head.name_day(today=entry.about_today)
        self.more.show_filled(filled_in(check_in) or named(self.fold.first()))

    def add_offer(self, offer: QWidget) -> None:
        """Puts what is offered at the foot of the middle, above more about the day."""
        self._middle.insertWidget(self._middle.indexOf(self.fold), offer)

    @property
    def more_open(self) -> bool:
        """Whether more about the day is open: as the patient left it that day, else only in a large window."""
        return self._opened.get(self._entry.day, self._size_class == "large")

    def put_first(self, lives_with: Collection[str]) -> None:
        """Asks first what suits what the patient lives with."""
        self.fold.put_first(lives_with)
        self.refresh()

    def dismiss_welcome(self) -> None:
        """Takes the first words away for good."""
        if self.welcome:
            welcome, self.welcome = self.welcome, None
            welcome.hide()
            welcome.deleteLater()
            self.welcomed.emit()
            self.refresh()

    def _described(self, qualities: object) -> None:
        if isinstance(qualities, frozenset):
            self._entry.describe(qualities=qualities)

    def _swelling(self, swollen: bool) -> None:
        self._entry.describe(swollen=swollen)

    def _written(self, text: str, goes_on: bool) -> None:
        self._entry.write_note(text, amend=goes_on)
        self.fold.note.show_note(self._entry.check_in.note)

    def _open_more(self) -> None:
        self._opened[self._entry.day] = True
        self.refresh()
        self.fold.take_focus()
        QTimer.singleShot(0, self._show_fold)

    def _close_more(self) -> None:
        self.fold.flush()
        self._opened[self._entry.day] = False
        self.refresh()
        self._scroll.verticalScrollBar().setValue(0)
        self.more.setFocus()

    def _show_fold(self) -> None:
        """Scrolls until the head of what was opened is at the top, once more when what is above it has its height."""
        self._scroll.verticalScrollBar().setValue(self.fold.y() - 8)
        QTimer.singleShot(0, self._show_head)

    def _show_head(self) -> None:
        self._scroll.verticalScrollBar().setValue(self.fold.y() - 8)

    def _make_room(self) -> None:
        """Gives the scroll bar the margin's place, so that the numbers keep their width."""
        small = self._size_class == "small"
        side = 12 if small else MARGIN
        along = self._top_scrolls_along(small)
        self._head.setContentsMargins(0 if along else side, 0, 0 if along else side, 10 if self._narrow else 20)
        scrolls = self._scroll.verticalScrollBar().maximum() > 0
        self._foot_rule.setVisible(scrolls and self.more_open)
        above = (8 if small else 12) if self.more_open else 0
        self._foot.setContentsMargins(side, above, side, 12 if small else MARGIN)
        self._middle.setContentsMargins(
            side, 9 if self._narrow else 20, max(0, side - SCROLL_BAR) if scrolls else side, 8
        )

    def _top_scrolls_along(self, small: bool) -> bool:
        """In a small window with large text the two questions scroll along while more is open, else they stay put."""
        beside = self._top.sizeHint().height() + self._foot.sizeHint().height()
        along = small and self.more_open and self.height() - beside < LEAST_ROOM
        if along != self._top_rule.isHidden():
            writing = self.window().focusWidget()
            (self._middle if along else self._column).insertWidget(0, self._top)
            self._top_rule.setVisible(not along)
            if writing is not None and self._top.isAncestorOf(writing):
                writing.setFocus()
        return along

    def _same_asked(self) -> None:
        self._entry.offer(self._entry.offered is None)
        if self._entry.offered:
            self.copy_asked.emit()
