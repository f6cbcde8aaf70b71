"""The first words, for someone who has not logged anything yet."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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


class Welcome(QWidget):
    """Says how to begin. It goes for good with the first answer or with "Got it"."""

    dismissed = Signal()

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
        self.got_it = Button("Got it", appearance, Kind.PLAIN)
        self.got_it.clicked.connect(self.dismissed)
        last = QHBoxLayout()
        last.addWidget(self.got_it)
        last.addStretch(1)
        column.addLayout(last)


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
