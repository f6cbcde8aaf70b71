"""What the signs of the calendar mean, always in sight below it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from painmap.ui.history.marks import CIRCLE, Mark, fatigue, pain, paint_no_entry, sign
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance, Theme

SPACE = 6
GAP = 20
SHRUNK = 0.76


class Legend(QWidget):
    """The signs with their meaning, in as many columns as fit."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._items = [self._item(words, *marks) for words, marks in _signs(appearance)]
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        appearance.changed.connect(self._restyle)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._items) // self._columns(width))
        return rows * self._row_height()

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(400, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._row_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _item(self, words: str, *marks: Mark) -> QWidget:
        item = QWidget(self)
        line = QHBoxLayout(item)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for mark in marks:
            line.addWidget(mark.put_in_legend())
        line.addWidget(Words(words, self._appearance, "small"))
        line.addStretch(1)
        return item

    def _row_height(self) -> int:
        return max(item.sizeHint().height() for item in self._items) + SPACE

    def _widths(self, columns: int) -> list[int]:
        return [max(item.sizeHint().width() for item in self._items[n::columns]) for n in range(columns)]

    def _columns(self, width: int) -> int:
        fits = (n for n in (4, 3, 2) if sum(self._widths(n)) + (n - 1) * GAP <= width)
        return next(fits, 1)

    def _place(self) -> None:
        columns = self._columns(self.width())
        widths, height = self._widths(columns), self._row_height()
        spare = (self.width() - sum(widths)) / max(1, columns - 1) if columns > 1 else 0.0
        for n, item in enumerate(self._items):
            row, column = divmod(n, columns)
            left = sum(widths[:column]) + column * spare
            item.setGeometry(QRect(round(left), row * height, widths[column], height))

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()


def _signs(appearance: Appearance) -> list[tuple[str, list[Mark]]]:
    return [
        ("Worst pain", [pain(6, appearance, SHRUNK)]),
        ("Fatigue, worst", [fatigue(7, appearance, SHRUNK)]),
        ("No pain that day", [pain(0, appearance, SHRUNK)]),
        ("No entry", [Mark(_hatching, CIRCLE * SHRUNK, CIRCLE * SHRUNK, appearance)]),
        ("Entered later", [sign("clock", appearance)]),
        ("Carried over", [sign("copy", appearance)]),
        ("Two check-ins", [Mark(_twice, 20, 20, appearance)]),
        ("Not answered", [pain(None, appearance, SHRUNK), fatigue(None, appearance, SHRUNK)]),
    ]


def _hatching(painter: QPainter, theme: Theme, box: QRectF) -> None:
    paint_no_entry(painter, theme, box, 4)


def _twice(painter: QPainter, theme: Theme, box: QRectF) -> None:
    painter.setFont(theme.sized(box.height() * 0.66, 600))
    painter.setPen(theme.colour("ink"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "2×")
