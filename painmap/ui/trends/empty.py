"""What stands on Trends where there is nothing to draw."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painmap.ui.parts.buttons import Button
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance


class Empty(QWidget):
    """One sentence, and a button where there is something to do about it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Words("", appearance, "heading", wrap=True, parent=self)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.show_all = Button("Show all", appearance, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self.sentence)
        column.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, sentence: str, *, can_show_all: bool) -> None:
        """Shows a sentence, with or without the button."""
        self.sentence.setText(sentence)
        self.show_all.setVisible(can_show_all)
