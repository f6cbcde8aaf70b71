"""The panel beside the bodies: the two questions, how it feels, the note, and the three short cuts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from painmap.domain.regions import regions
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.numbers import Cells
from painmap.ui.parts.words import Rule, Surface, Words
from painmap.ui.theme import Appearance
from painmap.ui.today.entry import Entry
from painmap.ui.today.feels import Feels
from painmap.ui.today.more import MoreButton, Note
from painmap.ui.today.question import Question
from painmap.ui.today.welcome import Welcome

WIDTHS = {"small": 340, "middle": 516, "large": 640}
MARGIN = 16
COMPACT_ABOVE = 1.4
"""From which text size on the note is not told on the button that opens it."""


class Panel(Surface):
    """Shows what an entry says besides the map, and changes it. The head and the foot never move."""

    bad_day_asked = Signal()
    copy_asked = Signal()
    welcomed = Signal()

    def __init__(self, entry: Entry, appearance: Appearance, *, welcome: bool, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "background", parent)
        self._entry = entry
        self._theme_of = appearance
        self._size_class = "middle"
        self.pain = Question("Overall pain", appearance)
        self.fatigue = Question("Fatigue", appearance)
        self.feels = Feels(appearance)
        self.note = Note(appearance)
        self.welcome = Welcome(appearance) if welcome else None
        self._copying = Copying(appearance)
        self.more = MoreButton(appearance)
        self.same = Button("Same as last time", appearance, Kind.VIEW, height=48)
        self.no_pain = Button("No pain today", appearance, height=48)
        self.bad_day = Button("Bad-day view", appearance, height=48)
        self._lay_out()
        self._wire()
        self.fit("middle")

    def _lay_out(self) -> None:
        self._inner = inner = QWidget()
        self._middle = QVBoxLayout(inner)
        self._middle.setContentsMargins(MARGIN, 20, MARGIN, 12)
        self._middle.setSpacing(16)
        for part in (self.feels, self._copying, self.welcome, self.note):
            if part:
                self._middle.addWidget(part)
        self._middle.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 20)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule(self._theme_of))
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def _wire(self) -> None:
        entry = self._entry
        self.pain.answered.connect(self._pain_answered)
        self.pain.cleared.connect(self._pain_cleared)
        self.fatigue.answered.connect(self._fatigue_answered)
        self.fatigue.cleared.connect(self._fatigue_cleared)
        self.feels.described.connect(self._described)
        self.feels.swelling.connect(self._swelling)
        self.feels.cleared.connect(entry.clear_region)
        self.note.written.connect(self._written)
        if self.welcome:
            self.welcome.dismissed.connect(self.dismiss_welcome)
        self.more.toggled.connect(self._show_more)
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
        self.feels.set_columns(
            4 if not narrow else 2 if small and theme.scale > 1.2 else 3, round((38 if small else 44) / tall)
        )
        words = ("Same as last\ntime", "No pain\ntoday", "Bad-day\nview")
        plain = tuple(text.replace("\n", " ") for text in words)
        for button, text, spoken in zip(
            (self.same, self.no_pain, self.bad_day), words if narrow else plain, plain, strict=True
        ):
            button.rename(text, spoken)
        self.more.set_compact(small or theme.scale > COMPACT_ABOVE)
        self._head.setContentsMargins(12 if small else MARGIN, 0, 12 if small else MARGIN, 10 if narrow else 20)
        self._foot.setContentsMargins(12 if small else MARGIN, 0, 12 if small else MARGIN, 12 if small else MARGIN)
        self._middle.setContentsMargins(12 if small else MARGIN, 9 if narrow else 20, 12 if small else MARGIN, 8)
        self._foot.setSpacing(8 if small else 12)

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
        self.same.setVisible(entry.offered is not None or entry.has_last_map())
        self.same.setEnabled(entry.offered is not None or entry.last_map() is not None)
        self.note.show_note(check_in.note)
        self.note.setVisible(self.more.isChecked())
        self.more.show_filled(check_in.note)

    def dismiss_welcome(self) -> None:
        """Takes the first words away for good."""
        if self.welcome:
            welcome, self.welcome = self.welcome, None
            welcome.hide()
            welcome.deleteLater()
            self.welcomed.emit()
            self.refresh()

    def _pain_answered(self, level: int) -> None:
        self._entry.answer(overall_pain=level)

    def _pain_cleared(self) -> None:
        self._entry.answer(overall_pain=None)

    def _fatigue_answered(self, level: int) -> None:
        self._entry.answer(fatigue=level)

    def _fatigue_cleared(self) -> None:
        self._entry.answer(fatigue=None)

    def _described(self, qualities: object) -> None:
        if isinstance(qualities, frozenset):
            self._entry.describe(qualities=qualities)

    def _swelling(self, swollen: bool) -> None:
        self._entry.describe(swollen=swollen)

    def _written(self, text: str, goes_on: bool) -> None:
        self._entry.write_note(text, amend=goes_on)
        self.note.show_note(self._entry.check_in.note)

    def _show_more(self, on: bool) -> None:
        self.note.setVisible(on)
        self.more.update()
        if on:
            self.note.field.setFocus()
            self._inner.adjustSize()
            self._scroll.ensureWidgetVisible(self.note)

    def _same_asked(self) -> None:
        self._entry.offer(self._entry.offered is None)
        if self._entry.offered:
            self.copy_asked.emit()


class Copying(QWidget):
    """What "same as last time" copies, in words."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Words("Same as last time", appearance, "heading"))
        copied = "Only the map is copied. Overall pain and fatigue stay as they are."
        column.addWidget(Words(copied, appearance, wrap=True))
        later = "You can change any region afterwards. The day is marked as carried over, with the number of changes."
        column.addWidget(Words(later, appearance, "body", "ink-muted", wrap=True))
