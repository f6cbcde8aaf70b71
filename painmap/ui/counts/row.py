"""One figure with its published thresholds; their sources open with one click."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from painmap.domain.thresholds import THRESHOLDS
from painmap.ui.counts.figures import HOW, NAMES, Figure
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

ABOVE = 12
_NAME = 210
"""Width of the figure and its name, in px at 100 % text."""
_LEAST = 160


class FigureRow(QWidget):
    """Shows one figure; keeps whether its source is open."""

    def __init__(self, key: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._key = key
        self.name = Words(NAMES[key], appearance, "body-strong", wrap=True)
        self.value = Words("", appearance, "heading")
        self.lines = Words("", appearance, "small", wrap=True)
        published = THRESHOLDS.get(key, ())
        self.thresholds = [Words(f"Published: {each.text}.", appearance, "body", wrap=True) for each in published]
        origins = [f"Source: {each.source}." for each in published] or ["No threshold was published for this count."]
        self.sources = [Words(text, appearance, "small", "ink-muted", wrap=True) for text in origins]
        self.how = Words(HOW[key], appearance, "small", "ink-muted", wrap=True)
        self.more = Button("", appearance, Kind.LINK)
        self._lay_out()
        self.more.clicked.connect(self._turn)
        appearance.changed.connect(self._fit)
        self._open(False)
        self._fit()

    @property
    def opened(self) -> bool:
        """Whether the sources are shown."""
        return not self.how.isHidden()

    def show_figure(self, figure: Figure) -> None:
        """Shows another value."""
        self.value.setText(figure.value)
        lines = [line for line in figure.lines if line != HOW[self._key]]
        self.lines.setText("\n".join(lines))
        self.lines.setVisible(bool(lines))
        beside = " ".join(words.text() for words in self.thresholds)
        self.setAccessibleName(f"{figure.name}: {figure.value}")
        self.setAccessibleDescription(" ".join(filter(None, (*figure.lines, beside))))

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, ABOVE, 0, ABOVE)
        left.setSpacing(2)
        left.addWidget(self.name)
        left.addWidget(self.value)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(0, ABOVE, 0, ABOVE)
        right.setSpacing(4)
        for n, threshold in enumerate(self.thresholds):
            right.addWidget(threshold)
            right.addWidget(self.sources[n])
        if not self.thresholds:
            right.addWidget(self.sources[0])
        right.addWidget(self.lines)
        right.addWidget(self.how)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self._left)
        row.addLayout(right, 1)
        top = QVBoxLayout()
        top.addWidget(self.more)
        top.addStretch(1)
        row.addLayout(top)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _turn(self) -> None:
        self._open(not self.opened)

    def _open(self, opened: bool) -> None:
        for source in (*self.sources, self.how):
            source.setVisible(opened)
        if not self.thresholds:
            self.how.show()
        word = "Hide source" if opened else "Source"
        self.more.rename(word, f"{NAMES[self._key]}: {word.lower()}")
        self.more.setVisible(bool(self.thresholds))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The figure has at most a third of the row, so that the threshold beside it can be read."""
        wanted = self._appearance.theme.px(_NAME)
        self._left.setFixedWidth(min(wanted, max(_LEAST, round(0.3 * self.width()))))
