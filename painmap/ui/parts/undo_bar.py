"""Whether it is saved, what the last change was, Undo and Redo: on every page that changes the diary."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from painmap.ui.journal import Journal
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.words import Picture, Words
from painmap.ui.theme import Appearance


class UndoBar(QWidget):
    """Follows the journal. `show_state` gives the words for "saved"; what the last change said comes first."""

    def __init__(self, journal: Journal, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._state = ""
        self._saved = False
        self._tick = Picture("tick", appearance, 16, "ink-muted")
        self._words = Words("", appearance, "body", "ink-muted")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.undo = Button("Undo", appearance, icon_name="undo")
        self.redo = Button("Redo", appearance, icon_name="redo")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(0)
        row.addWidget(self._tick)
        row.addWidget(self._words)
        row.addSpacing(8)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        self._words.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.undo.clicked.connect(journal.undo)
        self.redo.clicked.connect(journal.redo)
        journal.changed.connect(self.refresh)
        self.refresh()

    def show_icons_only(self, on: bool) -> None:
        """Leaves the words of the two buttons to screen readers."""
        self.undo.show_icon_only(on)
        self.redo.show_icon_only(on)

    def show_state(self, words: str, *, saved: bool) -> None:
        """Says 'Saved 14:02' with a tick, or something else without."""
        self._state, self._saved = words, saved
        self.refresh()

    def refresh(self) -> None:
        """Shows whether there is something to undo or redo, and what the last change said."""
        said = self._journal.said
        self._words.setText(said or self._state)
        self._tick.setVisible(self._saved and not said)
        self.undo.setEnabled(self._journal.can_undo)
        self.redo.setEnabled(self._journal.can_redo)
