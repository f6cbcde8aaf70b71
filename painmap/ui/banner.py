"""A line of words across the top of the window: what went wrong and what to do, or whose diary this is."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from painmap.ui.parts.buttons import Button
from painmap.ui.parts.words import Picture, Surface, Words
from painmap.ui.theme import Appearance


class Banner(Surface):
    """Shows one sentence until it is read, or for good."""

    def __init__(self, appearance: Appearance, *, lasting: bool, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "accent-soft", parent)
        self._words = Words("", appearance, "body-strong", wrap=True)
        self.close_button = Button("Close this message", appearance, icon_name="close")
        self.close_button.show_icon_only(True)
        self.close_button.setVisible(not lasting)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(Picture("info", appearance, 20))
        row.addWidget(self._words, 1)
        row.addWidget(self.close_button)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return self._words.text()

    def say(self, sentence: str) -> None:
        """Shows a sentence."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
