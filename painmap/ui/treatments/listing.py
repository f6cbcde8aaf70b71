"""The list at the left: rows under group headings, one of them chosen, some with a button of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from painmap.ui.parts.buttons import Button
from painmap.ui.parts.scroll import Scroll
from painmap.ui.parts.words import Rule, Surface, Words
from painmap.ui.theme import Appearance

WIDTHS = {"small": 340, "middle": 484, "large": 560}
BAR = 4
MARGIN = 16
BUTTON = 104
NARROW_FROM = 1.3
"""Size of the text from which on a row of a small window has its button under its words."""


@dataclass(frozen=True)
class Entry:
    """What one row says: a name, lines below it, and the words of its button where it has one."""

    id: str
    name: str
    lines: tuple[str, ...] = ()
    tap: str = ""


Groups = Sequence[tuple[str, Sequence[Entry]]]


class Row(QAbstractButton):
    """One row, to be chosen; `tapped` gives its id when its own button is pressed."""

    tapped = Signal(str)

    def __init__(self, id: str, listing: "Listing") -> None:
        super().__init__()
        self.id = id
        self._listing = listing
        self._appearance = listing.appearance
        self._entry: Entry | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.name = Words("", self._appearance, "body-strong", wrap=True)
        self.lines = Words("", self._appearance, "small", "ink-muted", wrap=True)
        self.tap = Button("", self._appearance)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.lines)
        words.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(MARGIN, 13, MARGIN, 14)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.tap)
        for part in (self.name, self.lines):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            # Inside a button a label would take the colour of a button's words.
            part.setForegroundRole(QPalette.ColorRole.WindowText)
        self.tap.clicked.connect(self._tell)

    def show_entry(self, entry: Entry) -> None:
        """Says what an entry says."""
        if entry == self._entry:
            return
        self._entry = entry
        self.name.setText(entry.name)
        self.lines.setText("\n".join(entry.lines))
        self.lines.setVisible(bool(entry.lines))
        self.tap.setVisible(bool(entry.tap))
        self.tap.rename(entry.tap, f"{entry.tap}: {entry.name}, now")
        self.tap.setMinimumWidth(self._appearance.theme.px(BUTTON))
        self.setAccessibleName(". ".join((entry.name, *entry.lines)))
        self.updateGeometry()

    def stand(self, *, narrow: bool) -> None:
        """Puts the button under the words where both have no room side by side."""
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def nextCheckState(self) -> None:
        """Leaves the state to the list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif step:
            self._listing.walk(self, step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        if self.isChecked() or self.isDown():
            painter.fillRect(self.rect(), theme.colour("accent-soft"))
        if self.isChecked():
            painter.fillRect(QRect(0, 0, BAR, self.height()), theme.colour("accent"))
        edge = theme.colour("ink" if self.underMouse() and not self.isChecked() else "line")
        painter.fillRect(QRect(0, self.height() - theme.line, self.width(), theme.line), edge)

    def _tell(self) -> None:
        self.tapped.emit(self.id)


class Listing(Surface):
    """Rows in groups. `chosen` and `tapped` give the id of a row."""

    chosen = Signal(str)
    tapped = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self.appearance = appearance
        self.rows: dict[str, Row] = {}
        self._shape: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._heads: list[QWidget] = []
        self._narrow = False
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = Scroll(inside)
        whole.addWidget(self._area)

    def fit(self, size_class: str) -> None:
        """Takes the width of a size class, wider where the text is."""
        scale = self.appearance.theme.scale
        self._narrow = size_class == "small" and scale >= NARROW_FROM
        for row in self.rows.values():
            row.stand(narrow=self._narrow)
        self.setFixedWidth(round(WIDTHS[size_class] * min(scale, 1.0 if size_class == "small" else 1.1)))

    def show_groups(self, groups: Groups) -> None:
        """Shows these rows, and those that stay keep the keyboard."""
        groups = [(title, entries) for title, entries in groups if entries]
        shape = tuple((title, tuple(entry.id for entry in entries)) for title, entries in groups)
        if shape != self._shape:
            self._shape = shape
            self._deal(groups)
        for _, entries in groups:
            for entry in entries:
                self.rows[entry.id].show_entry(entry)

    def mark(self, id: str) -> None:
        """Shows a row as chosen."""
        for row in self.rows.values():
            row.setChecked(row.id == id)
        if id in self.rows:
            self._area.ensureWidgetVisible(self.rows[id], 0, 0)

    def walk(self, row: Row, step: int) -> None:
        """Moves the keyboard to the row above or below."""
        order = [self.rows[id] for _, ids in self._shape for id in ids]
        target = order[min(max(order.index(row) + step, 0), len(order) - 1)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(target, 0, 0)

    def _deal(self, groups: Groups) -> None:
        wanted = {entry.id for _, entries in groups for entry in entries}
        for id in [id for id in self.rows if id not in wanted]:
            _drop(self._column, self.rows.pop(id))
        while self._heads:
            _drop(self._column, self._heads.pop())
        place = 0
        for title, entries in groups:
            head = self._head(title)
            self._column.insertWidget(place, head)
            place += 1
            for entry in entries:
                self._column.insertWidget(place, self._row(entry.id))
                place += 1
        self._order_tabs(groups)

    def _row(self, id: str) -> Row:
        if id in self.rows:
            self._column.removeWidget(self.rows[id])
        else:
            self.rows[id] = Row(id, self)
            self.rows[id].stand(narrow=self._narrow)
            self.rows[id].clicked.connect(self._clicked)
            self.rows[id].tapped.connect(self.tapped)
        return self.rows[id]

    def _head(self, title: str) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        words = Words(title, self.appearance, "small-strong", "ink-muted")
        words.setContentsMargins(MARGIN, 0, MARGIN, 0)
        column.addWidget(words)
        column.addWidget(Rule(self.appearance))
        self._heads.append(head)
        return head

    def _order_tabs(self, groups: Groups) -> None:
        order = [self.rows[entry.id] for _, entries in groups for entry in entries]
        parts = [part for row in order for part in (row, row.tap)]
        for one, other in pairwise(parts):
            QWidget.setTabOrder(one, other)

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, Row):
            self.chosen.emit(row.id)


def _drop(column: QVBoxLayout, widget: QWidget) -> None:
    column.removeWidget(widget)
    widget.hide()
    widget.deleteLater()
