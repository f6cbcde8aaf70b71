"""The first words, for someone who has not logged anything yet."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

WAYS = (
    "Tap the body where it hurts, then a number.",
    "Or give only overall pain and fatigue.",
    "Stop whenever you like. Whatever is there is kept.",
)
WHERE = (
    "Every tap is kept at once, on this computer only. This is a diary. "
    "It does not diagnose and does not replace your clinician."
)

CHOOSE = "Choose what to ask me first"


class Welcome(QWidget):
    """Says how to begin. It goes for good with the first answer or with "Not now"."""

    dismissed = Signal()
    asking_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Words("Start anywhere", appearance, "heading"))
        for way in WAYS:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Dot(appearance))
            row.addWidget(Words(way, appearance, wrap=True), 1)
            column.addLayout(row)
        column.addWidget(Words(WHERE, appearance, "small", "ink-muted", wrap=True))
        self.choose = Button(CHOOSE, appearance)
        self.choose.clicked.connect(self.asking_asked)
        self.not_now = Button("Not now", appearance, Kind.QUIET)
        self.not_now.clicked.connect(self.dismissed)
        self._last = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._last.setSpacing(8)
        self._last.addWidget(self.choose)
        self._last.addWidget(self.not_now)
        self._last.addStretch(1)
        column.addLayout(self._last)

    def fit(self, width: int) -> None:
        """Puts the buttons above each other, and on two lines, where they need it."""
        self.choose.rename(CHOOSE)
        side_by_side = self.choose.sizeHint().width() + 8 + self.not_now.sizeHint().width() <= width
        if self.choose.sizeHint().width() > width:
            self.choose.rename(CHOOSE.replace(" to ask", "\nto ask"), CHOOSE)
        forward, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._last.setDirection(forward if side_by_side else down)


class Dot(QWidget):
    """A mark before a line of a list."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFixedSize(8, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.colour("accent"))
        painter.drawEllipse(QRectF(self.rect()))
