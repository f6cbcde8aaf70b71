"""What "same as last time" copies, in words."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance


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
