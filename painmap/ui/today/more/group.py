"""What each group of questions about the day has in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from painmap.domain.about import About
from painmap.ui.parts.answers import HEIGHT
from painmap.ui.theme import Appearance

SMALL_HEIGHT = 38
SPACING = 8


class Group(QWidget):
    """One topic. `told` gives the name of an answer in About, its value, and whether typing goes on.

    Subclasses fill `column`. None, or what is empty, takes an answer back.
    """

    told = Signal(str, object, bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACING)

    def show_about(self, about: About) -> None:
        """Shows what was answered."""
        raise NotImplementedError

    def fit(self, width: int, *, small: bool) -> None:
        """Takes a width, in a small window with less high buttons."""

    def flush(self) -> bool:
        """Keeps what is being typed and is not yet kept. Whether nothing is left that would be lost."""
        return True

    def forget(self) -> None:
        """Another check-in is shown next."""

    def take_focus(self) -> None:
        """Puts the keyboard on the first answer."""
        raise NotImplementedError

    def clear_all(self, answer: str) -> None:
        """Takes an answer back."""
        self.told.emit(answer, None, False)


def row_height(small: bool) -> int:
    """How high answers are, in px at 100 %."""
    return SMALL_HEIGHT if small else HEIGHT


def stacked(*parts: QWidget, spacing: int = SPACING) -> QWidget:
    """Widgets above each other, as one."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for part in parts:
        column.addWidget(part)
    return whole
