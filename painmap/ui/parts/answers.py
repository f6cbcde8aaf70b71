"""Joined answers of which one is on, or none: severity, minutes, yes and no."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.ui.parts.exclusive import OneOfMany, show_chosen
from painmap.ui.parts.numbers import rounded
from painmap.ui.theme import Appearance

RADIUS = 8
HEIGHT = 44
PADDING = 8
TEXT_PX = 15
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Answer(OneOfMany):
    """One answer of the row. It can be chosen, never un-chosen by a second tap."""

    def __init__(self, text: str, row: "Answers") -> None:
        super().__init__(text, row)
        self._row = row
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        return QSize(44, 44)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._row.stop_at(self)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._row.stop_at(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._row.take_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._row.paint_answer(painter, self)


class Answers(QWidget):
    """One question's answers. `chosen` gives the value that was tapped, `cleared` says that Delete was pressed.

    It shows what it is told. `fit` lays it out for a width, in as many rows as the words need.
    """

    chosen = Signal(object)
    cleared = Signal()

    def __init__(
        self,
        question: str,
        choices: Sequence[tuple[str, object]],
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._values = [value for _, value in choices]
        self._answer: object = None
        self._height = HEIGHT
        self._columns = len(choices)
        self.setAccessibleName(question)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.cells = [Answer(text, self) for text, _ in choices]
        for cell in self.cells:
            cell.setAccessibleName(f"{question}: {cell.text()}")
            cell.clicked.connect(self._tapped)
        self.stop_at(None)
        appearance.changed.connect(self._restyle)

    def cell(self, value: object) -> Answer:
        """The cell of an answer."""
        return self.cells[self._values.index(value)]

    def show_answer(self, answer: object) -> None:
        """Shows an answer as chosen; None, or one that is not offered here, shows none."""
        self._answer = answer
        offered = zip(self.cells, self._values, strict=True)
        show_chosen(self.cells, next((c for c, value in offered if answer is not None and value == answer), None))
        for cell in self.cells:
            cell.update()
        self.stop_at(next((cell for cell in self.cells if cell.hasFocus()), None))

    def stop_at(self, stop: Answer | None) -> None:
        """Lets Tab stop at one cell of the row: the one that has the keyboard, else the answer, else the first."""
        stop = stop or next((cell for cell in self.cells if cell.isChecked()), self.cells[0])
        for cell in self.cells:
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if cell is stop else Qt.FocusPolicy.ClickFocus)

    def take_focus(self) -> None:
        """Puts the keyboard on the answer, or on the first cell."""
        stop = next((cell for cell in self.cells if cell.isChecked()), self.cells[0])
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Answers a key: arrows move, Enter or a cell's own digit chooses, Delete clears."""
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        if event.modifiers() & held:
            return False
        here = next((n for n, cell in enumerate(self.cells) if cell.hasFocus()), 0)
        key = Qt.Key(event.key())
        if key in _STEPS:
            there = min(max(here + _STEPS[key], 0), len(self.cells) - 1)
            self.cells[there].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self._values[here])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            return self._take_digit(event.text())
        return True

    def fit(self, width: int, height: int = HEIGHT) -> None:
        """Takes the room there is: one row where the words fit, else as few as they need."""
        self._height = height
        count = len(self.cells)
        rows = 1
        if self.one_row > width:
            rows = next((n for n in range(2, count) if -(-count // n) * max(self._widths()) <= width), count)
        self._columns = -(-count // rows)
        self._restyle()

    @property
    def one_row(self) -> int:
        """The width that all of them need side by side."""
        return sum(self._widths())

    def sizeHint(self) -> QSize:
        rows = -(-len(self.cells) // self._columns)
        height = self._appearance.theme.px(self._height)
        width = self.one_row if rows == 1 else self._columns * max(self._widths())
        return QSize(width, rows * height - (rows - 1) * self._appearance.theme.line)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._columns * 44, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paint_answer(self, painter: QPainter, cell: Answer) -> None:
        """Paints one cell: fill, border, words."""
        theme = self._appearance.theme
        on = cell.isChecked()
        fill = theme.colour("accent" if on else "accent-soft" if cell.isDown() else "surface")
        inset = theme.line / 2
        box = QRectF(cell.rect()).adjusted(inset, inset, -inset, -inset)
        path = rounded(box, *self._radii(self.cells.index(cell)))
        painter.fillPath(path, fill)
        painter.setPen(QPen(theme.colour("ink" if cell.underMouse() else "line-strong"), theme.line))
        painter.drawPath(path)
        painter.setFont(theme.sized(TEXT_PX * theme.scale, 600 if on else 500))
        painter.setPen(theme.colour("on-accent" if on else "ink"))
        painter.drawText(cell.rect(), Qt.AlignmentFlag.AlignCenter, cell.text())

    def _radii(self, n: int) -> list[int]:
        """Round where the block of cells ends: top left, top right, bottom right, bottom left."""
        last, columns = len(self.cells) - 1, self._columns
        row, column = divmod(n, columns)
        left, right = column == 0, column == columns - 1 or n == last
        top, bottom = row == 0, n + columns > last
        corners = (left and top, right and top, right and bottom, left and bottom)
        return [RADIUS if corner else 0 for corner in corners]

    def _widths(self) -> list[int]:
        theme = self._appearance.theme
        metrics = QFontMetricsF(theme.sized(TEXT_PX * theme.scale, 600))
        return [max(44, round(metrics.horizontalAdvance(cell.text()) + 0.5) + 2 * PADDING) for cell in self.cells]

    def _edges(self) -> list[float]:
        """Where the columns begin and end: equal ones where the words allow it."""
        width, columns = self.width() - self._appearance.theme.line, self._columns
        widths = self._widths()
        if columns < len(widths) or max(widths) * columns <= width:
            return [width / columns * n for n in range(columns + 1)]
        spare = (width - sum(widths)) / columns
        return [sum(widths[:n]) + n * spare for n in range(columns + 1)]

    def _place(self) -> None:
        overlap = self._appearance.theme.line
        height = self._appearance.theme.px(self._height)
        edges = self._edges()
        for n, cell in enumerate(self.cells):
            row, column = divmod(n, self._columns)
            left, right = round(edges[column]), round(edges[column + 1]) + overlap
            cell.setGeometry(QRect(left, row * (height - overlap), right - left, height))

    def _take_digit(self, text: str) -> bool:
        words = [cell.text() for cell in self.cells]
        if not text.isdigit() or text not in words:
            return False
        self.cells[words.index(text)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(self._values[words.index(text)])
        return True

    def _tapped(self) -> None:
        cell = self.sender()
        if isinstance(cell, Answer):
            value = self._values[self.cells.index(cell)]
            self.chosen.emit(value)

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()
        for cell in self.cells:
            cell.update()
