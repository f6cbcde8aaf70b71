"""Facts in two columns: what it is called, and what was typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

NAMES = 148


class Facts(QWidget):
    """Names at the left in a column of 148, what they are at the right; what is empty is left out."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._shown: tuple[tuple[str, str], ...] = ()
        self._words: list[Words] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """Each name with what stands beside it."""
        return self._shown

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Shows the facts that are not empty."""
        given = tuple((name, text.strip()) for name, text in facts if text.strip())
        if given == self._shown:
            return
        self._shown = given
        for words in self._words:
            self._grid.removeWidget(words)
            words.hide()
            words.deleteLater()
        self._words = []
        for row, (name, text) in enumerate(given):
            for column, (said, colour) in enumerate(((name, "ink-muted"), (text, "ink"))):
                words = Words(said, self._appearance, "body", colour, wrap=True)
                self._grid.addWidget(words, row, column, Qt.AlignmentFlag.AlignTop)
                self._words.append(words)

    def _restyle(self) -> None:
        self._grid.setColumnMinimumWidth(0, self._appearance.theme.px(NAMES) - 12)
