"""How much a use helped: eleven buttons from 0 to 100 %, and the card that offers them after a use is logged."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from painmap.domain.treatment import Use
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.numbers import Cells, NumberRow
from painmap.ui.parts.words import Card, Words
from painmap.ui.theme import Appearance, Theme

STEP = 10
ENDS = "0% no relief, 100% complete relief"


class ReliefRow(NumberRow):
    """0 to 100 % in steps of ten. A digit on the keyboard is its tens; T is 100."""

    def show_relief(self, relief: int | None) -> None:
        """Shows a relief in percent; one between the steps has no button and is shown in words elsewhere."""
        self.show_answer(None if relief is None or relief % STEP else relief // STEP)

    def paint_figure(self, painter: QPainter, theme: Theme, level: int, box: QRectF, ink: QColor, chosen: bool) -> None:
        """Paints the percentage, as large as its button allows."""
        font = theme.font("number")
        while QFontMetricsF(font).horizontalAdvance("100") > box.width() - 6 and font.pointSizeF() > 8:
            font.setPointSizeF(font.pointSizeF() - 0.5)
        painter.setPen(ink)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(level * STEP))

    def _spoken(self, level: int) -> str:
        return f"{self._question} {level * STEP} percent"


def fit_row(row: NumberRow, width: int, theme: Theme) -> None:
    """Lays eleven numbers in one row where each has its 44 px, or else in two."""
    narrow = width < max(11 * 44, theme.px(330))
    row.set_cells(Cells.TWO_ROWS if narrow else Cells.JOINED, 44 if narrow else 48)


class Answerable(QWidget):
    """A row of numbers with its name above and Clear at the right. `changed` follows each answer."""

    changed = Signal()

    def __init__(self, name: str, ends: str, row: NumberRow, appearance: Appearance) -> None:
        super().__init__()
        self.row = row
        self._answer: int | None = None
        self._appearance = appearance
        self._step = STEP if isinstance(row, ReliefRow) else 1
        self._ends_of = ends
        self.ends = Words(ends, appearance, "small", "ink-muted", wrap=True)
        self.status = Words("Not answered", appearance, "small", "ink-muted")
        self.clear = Button("Clear", appearance, Kind.LINK)
        self.clear.setAccessibleName(f"Clear {name.lower()}")
        # Its room stays when it is hidden, so that nothing moves under a finger with the first answer.
        policy = self.clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(policy)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        head = QGridLayout()
        head.setHorizontalSpacing(12)
        head.setColumnStretch(1, 1)
        head.addWidget(Words(name, appearance, "body-strong"), 0, 0)
        head.addWidget(self.ends, 0, 1)
        head.addWidget(self.status, 0, 2, right)
        head.addWidget(self.clear, 0, 2, right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(row)
        row.set_cells(Cells.JOINED, 48)
        row.chosen.connect(self._take)
        self.clear.clicked.connect(self._clear)
        self.show_answer(None)

    @property
    def answer(self) -> int | None:
        """The answer, in percent for relief."""
        return self._answer

    def show_answer(self, answer: int | None) -> None:
        """Shows an answer or none; one between the buttons is said in words."""
        if answer is None and self.clear.hasFocus():
            self.row.take_focus()
        self._answer = answer
        between = answer is not None and answer % self._step != 0
        self.row.show_answer(None if answer is None or between else answer // self._step)
        self.ends.setText(f"{answer}%, which has no button" if between else self._ends_of)
        self.status.setVisible(answer is None)
        self.clear.setVisible(answer is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_row(self.row, self.width(), self._appearance.theme)

    def _take(self, level: int) -> None:
        self.show_answer(level * self._step)
        self.changed.emit()

    def _clear(self) -> None:
        self.show_answer(None)
        self.changed.emit()


class ReliefCard(Card):
    """Offers relief for a use that was just logged. `answered` gives the use and percent, `left` that it goes."""

    answered = Signal(object, int)
    left = Signal()
    detailed = Signal(object)
    """The rest about the use is wanted: pain before and after, side effects."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self.use: Use | None = None
        self.said = Words("", appearance, "body-strong", wrap=True)
        self.row = ReliefRow("Relief", appearance)
        self.row.set_cells(Cells.JOINED, 48)
        self.later = Button("Not now", appearance)
        self.details = Button("Pain before and after, side effects", appearance, Kind.LINK)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.said)
        words.addWidget(Words(f"How much did it help? {ENDS}", appearance, "small", "ink-muted", wrap=True))
        head.addLayout(words, 1)
        head.addWidget(self.later, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.row)
        column.addWidget(self.details, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.chosen.connect(self._take)
        self.later.clicked.connect(self.left)
        self.details.clicked.connect(self._ask)
        self.hide()

    def offer(self, use: Use, said: str) -> None:
        """Asks about a use; `said` names it."""
        self.use = use
        self.said.setText(said)
        self.row.show_relief(use.relief)
        self.show()

    def end(self) -> None:
        """Asks no more."""
        self.use = None
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_row(self.row, self.width() - 32, self._appearance.theme)

    def _take(self, level: int) -> None:
        if self.use is not None:
            self.answered.emit(self.use, level * STEP)

    def _ask(self) -> None:
        self.detailed.emit(self.use)
