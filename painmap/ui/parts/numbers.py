"""A row of eleven numbers, 0 to 10: one question, answered with one tap or one key."""

from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.ui.parts.digits import Digits
from painmap.ui.parts.exclusive import OneOfMany, show_chosen
from painmap.ui.theme import Appearance, Theme

LEVELS = range(11)
RADIUS = 8
FIRST_ROW_OF_TWO = 6
LARGE_FROM_HEIGHT = 60
SHARING = 8
"""A number, and those after it that may share an edge with it: beside it, or in the row below."""
SPOKEN_ENDS = {0: "none", 10: "worst imaginable"}
"""What the ends of every row mean, for those who don't see the words above it."""


class Cells(Enum):
    """How a row of numbers is laid out."""

    JOINED = "joined"
    """One row of eleven, sharing their borders."""
    TWO_ROWS = "two rows"
    """0 to 5 and 6 to 10, for a narrow panel."""
    APART = "apart"
    """Large separate buttons, for a bad day."""


class Number(OneOfMany):
    """One number of a row. It can be chosen, never un-chosen by a second tap."""

    def __init__(self, level: int, row: "NumberRow") -> None:
        super().__init__(row)
        self.level = level
        self._row = row
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        return QSize(44, 44)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._row.stop_at(self.level)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._row.stop_at()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._row.take_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._row.paint_number(painter, self)
        self._row.paint_chosen_over(painter, self)


class NumberRow(QWidget):
    """Eleven numbers for one question. `chosen` says which was tapped; the row shows what it is told."""

    chosen = Signal(int)

    def __init__(self, question: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._question = question
        self._answer: int | None = None
        self._cells = Cells.JOINED
        self._height = 52
        self._digits = Digits(self)
        self.setAccessibleName(question)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.numbers = [Number(level, self) for level in LEVELS]
        for number in self.numbers:
            number.setAccessibleName(self._spoken(number.level))
            number.setAccessibleDescription(SPOKEN_ENDS.get(number.level, ""))
            number.clicked.connect(self._tapped)
        self.numbers[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        appearance.changed.connect(self._restyle)

    @property
    def answer(self) -> int | None:
        """The number that is shown as chosen."""
        return self._answer

    def show_answer(self, answer: int | None) -> None:
        """Shows a number as chosen, or none; Tab then enters the row at that number."""
        for level in (self._answer, answer) if answer != self._answer else ():
            if level is not None:
                for number in self.numbers[level : level + SHARING]:
                    number.update()
        self._answer = answer
        show_chosen(self.numbers, None if answer is None else self.numbers[answer])
        self.stop_at(self._focused())

    def stop_at(self, level: int | None = None) -> None:
        """Lets Tab stop at one number of the row: the one that has the keyboard, else the answer, else 0."""
        stop = (self._answer or 0) if level is None else level
        for number in self.numbers:
            here = number.level == stop
            number.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def set_cells(self, cells: Cells, height: int = 52) -> None:
        """Lays the numbers out anew; `height` is one button's, in px at 100 %."""
        self._cells, self._height = cells, height
        self._restyle()
        self._place()

    def ask(self, question: str) -> None:
        """Asks another question with the same numbers, for those who hear it."""
        if question == self._question:
            return
        self._question = question
        self.setAccessibleName(question)
        for number in self.numbers:
            number.setAccessibleName(self._spoken(number.level))

    def take_focus(self) -> None:
        """Puts the keyboard on the chosen number, or on 0."""
        self.numbers[self._answer or 0].setFocus(Qt.FocusReason.TabFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Answers a key: arrows move, a digit or T chooses. Whether it was one of these."""
        number = self._digits.number(event)
        if number is not None:
            self.chosen.emit(number)
            self.numbers[number].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self._focused())
            return True
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(
            Qt.Key(event.key())
        )
        if step is None:
            return False
        target = min(max(self._focused() + step, 0), LEVELS[-1])
        self.numbers[target].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def sizeHint(self) -> QSize:
        rows = 2 if self._cells is Cells.TWO_ROWS else 1
        width = 11 * 48 if self._cells is Cells.JOINED else 6 * 50
        return QSize(width, rows * self._appearance.theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        width = {Cells.JOINED: 11 * 38, Cells.TWO_ROWS: 6 * 44, Cells.APART: 11 * 64}[self._cells]
        return QSize(width, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paint_number(self, painter: QPainter, number: Number) -> None:
        """Paints one number: fill, border, figure."""
        theme = self._appearance.theme
        chosen = number.level == self._answer
        fill, ink = self.colours(theme, number.level, chosen)
        if number.isDown() and not chosen:
            fill = theme.colour("accent-soft")
        box = QRectF(number.rect())
        path = self._outline(number.level, box)
        painter.fillPath(path, fill)
        edge = theme.colour("ink" if number.underMouse() else "line-strong")
        painter.setPen(QPen(edge, theme.line))
        painter.drawPath(path)
        self.paint_figure(painter, theme, number.level, box, ink, chosen)

    def paint_chosen_over(self, painter: QPainter, number: Number) -> None:
        """Has the chosen number, or else 0, lie over those that come after it, where they share an edge.

        None is raised above another: a screen reader would meet them in that order.
        """
        chosen = self.numbers[self._answer or 0]
        if number.level > chosen.level and chosen.geometry().intersects(number.geometry()):
            painter.translate(chosen.pos() - number.pos())
            self.paint_number(painter, chosen)

    def colours(self, theme: Theme, level: int, chosen: bool) -> tuple[QColor, QColor]:
        """Fill and ink of a number."""
        if chosen:
            return theme.colour("accent"), theme.colour("on-accent")
        return theme.colour("surface"), theme.colour("ink")

    def paint_figure(self, painter: QPainter, theme: Theme, level: int, box: QRectF, ink: QColor, chosen: bool) -> None:
        """Paints the figure of a number."""
        painter.setPen(ink)
        painter.setFont(self._figure_font(theme, box))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(level))

    def _figure_font(self, theme: Theme, box: QRectF) -> QFont:
        if self._cells is Cells.APART or self._height > LARGE_FROM_HEIGHT:
            return theme.font("number-large")
        font = theme.font("number")
        while QFontMetricsF(font).horizontalAdvance("10") > box.width() - 6 and font.pointSizeF() > 8:
            font.setPointSizeF(font.pointSizeF() - 0.5)
        return font

    def _outline(self, level: int, box: QRectF) -> QPainterPath:
        """The button's outline: rounded where the row ends."""
        inset = self._appearance.theme.line / 2
        box = box.adjusted(inset, inset, -inset, -inset)
        path = QPainterPath()
        if self._cells is Cells.APART:
            path.addRoundedRect(box, RADIUS, RADIUS)
            return path
        corners = _CORNERS[self._cells].get(level, "")
        radii = [RADIUS if name in corners.split() else 0 for name in ("tl", "tr", "br", "bl")]
        return rounded(box, *radii)

    def _place(self) -> None:
        gap = 8 if self._cells is Cells.APART else 0
        overlap = 0 if self._cells is Cells.APART else self._appearance.theme.line
        columns = FIRST_ROW_OF_TWO if self._cells is Cells.TWO_ROWS else len(LEVELS)
        height = self._appearance.theme.px(self._height)
        step = (self.width() + gap - overlap) / columns
        for number in self.numbers:
            row, column = divmod(number.level, columns)
            left, right = round(column * step), round((column + 1) * step) - gap + overlap
            number.setGeometry(QRect(left, row * (height - overlap), right - left, height))

    def _focused(self) -> int:
        return next((n.level for n in self.numbers if n.hasFocus()), self._answer or 0)

    def _spoken(self, level: int) -> str:
        return f"{self._question} {level}"

    def _tapped(self) -> None:
        number = self.sender()
        if isinstance(number, Number):
            self.chosen.emit(number.level)

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()
        self.update()
        for number in self.numbers:
            number.update()


_CORNERS = {
    Cells.JOINED: {0: "tl bl", 10: "tr br"},
    Cells.TWO_ROWS: {0: "tl", 5: "tr br", 6: "bl", 10: "br"},
}


def rounded(box: QRectF, tl: float, tr: float, br: float, bl: float) -> QPainterPath:
    """A rectangle with a radius of its own at each corner."""
    path = QPainterPath()
    path.moveTo(box.left() + tl, box.top())
    path.lineTo(box.right() - tr, box.top())
    path.arcTo(box.right() - 2 * tr, box.top(), 2 * tr, 2 * tr, 90, -90)
    path.lineTo(box.right(), box.bottom() - br)
    path.arcTo(box.right() - 2 * br, box.bottom() - 2 * br, 2 * br, 2 * br, 0, -90)
    path.lineTo(box.left() + bl, box.bottom())
    path.arcTo(box.left(), box.bottom() - 2 * bl, 2 * bl, 2 * bl, 270, -90)
    path.lineTo(box.left(), box.top() + tl)
    path.arcTo(box.left(), box.top(), 2 * tl, 2 * tl, 180, -90)
    path.closeSubpath()
    return path
