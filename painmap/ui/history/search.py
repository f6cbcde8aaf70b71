"""Search in notes: the days whose notes have the words, newest first, with the words in bold."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from painmap.domain.checkin import CheckIn
from painmap.domain.words import counted, long_day_text
from painmap.ui.history.found import Found, excerpt, found_days
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.passage import layout
from painmap.ui.parts.scroll import Scroll
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

NONE = "No note has these words."
AT_ONCE = 40
"""Days that are listed before more are asked for."""
_PAD = 16
_GAP = 4


class FoundDay(QAbstractButton):
    """One day of the list."""

    def __init__(self, found: Found, words: str, results: "Results") -> None:
        super().__init__(results)
        self.found = found
        self.excerpts = [excerpt(words, note) for note in found.notes]
        self._results = results
        said = " ".join(text for text, _ in self.excerpts)
        self.setAccessibleName(f"{long_day_text(found.day)}: {said}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._results.paint_found(None, self, width)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._results.take_key(event, self):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._results.paint_found(QPainter(self), self, self.width())


class Results(QWidget):
    """The list of days found. `day_selected` tells a day that was tapped, `day_opened` one that was entered."""

    day_selected = Signal(object)
    day_opened = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.words = ""
        """What the list was made for."""
        self._found: list[Found] = []
        self._selected = date.min
        self.rows: list[FoundDay] = []
        self.summary = Words("", appearance, "body", "ink-muted", wrap=True)
        self.more = Button("Show more", appearance)
        self._lay_out()
        self.more.clicked.connect(self._show_more)
        appearance.changed.connect(self._restyle)

    def show_found(self, words: str, check_ins: Sequence[CheckIn], selected: date) -> None:
        """Lists the days of these check-ins, unless they are listed already; `words` are what was looked for."""
        found = found_days(check_ins)
        self.select(selected)
        if (words, found) == (self.words, self._found):
            return
        self.words, self._found = words, found
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        self.summary.setText(f"{counted(len(self._found), 'day')} with these words" if self._found else NONE)
        self._show_more()
        self._area.verticalScrollBar().setValue(0)

    def select(self, day: date) -> None:
        """Marks the day that is shown beside the list."""
        self._selected = day
        for row in self.rows:
            row.update()

    def take_key(self, event: QKeyEvent, row: FoundDay) -> bool:
        """Answers a key: up and down walk the list, Enter opens. Whether it was one of these."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_opened.emit(row.found.day)
            return True
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            return False
        target = self.rows[min(max(self.rows.index(row) + step, 0), len(self.rows) - 1)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(target)
        self.day_selected.emit(target.found.day)
        return True

    def paint_found(self, painter: QPainter | None, row: FoundDay, width: int) -> int:
        """Paints a row, or only measures it; its height."""
        theme = self._appearance.theme
        head = QFontMetricsF(theme.font("body-strong")).height()
        at = _PAD - 4 + head + _GAP
        laid = []
        for text, spans in row.excerpts:
            lines, height = layout(text, spans, theme.font("body"), width - 2 * _PAD)
            laid.append((lines, at))
            at += height + _GAP
        if painter is not None:
            self._paint_box(painter, row)
            painter.setPen(theme.colour("ink"))
            painter.setFont(theme.font("body-strong"))
            line = QRectF(_PAD, _PAD - 4, width - 2 * _PAD, head)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, long_day_text(row.found.day))
            for lines, top in laid:
                lines.draw(painter, QPointF(_PAD, top))
        return round(at + _PAD - 8)

    def _paint_box(self, painter: QPainter, row: FoundDay) -> None:
        theme = self._appearance.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = row.found.day == self._selected
        width = 3 if chosen else theme.line
        role = "accent" if chosen else "ink" if row.underMouse() else "line"
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour(role), width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(row.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)

    def _show_more(self) -> None:
        for found in self._found[len(self.rows) : len(self.rows) + AT_ONCE]:
            row = FoundDay(found, self.words, self)
            row.clicked.connect(self._tapped)
            self._list.addWidget(row)
            self.rows.append(row)
        self.more.setVisible(len(self.rows) < len(self._found))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.summary)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column.addLayout(self._list)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._area = Scroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _tapped(self) -> None:
        row = self.sender()
        if isinstance(row, FoundDay):
            self.day_selected.emit(row.found.day)

    def _restyle(self) -> None:
        for row in self.rows:
            row.updateGeometry()
            row.update()
