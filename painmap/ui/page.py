"""What every page of the window has: a top bar of its own and a place in the rail."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from painmap.ui.parts.words import Rule, Surface
from painmap.ui.theme import LARGE_FROM, SMALL_BELOW, Appearance

TOP_BAR = 60


class Page(QWidget):
    """A page with a top bar and a body below it. Subclasses fill `bar` and `body`.

    `refresh` is called when the page is shown and whenever the diary has changed while it is shown.
    `fit` is called with the window's size class: 'small' below 1200 px, 'large' from 1600, else 'middle'.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.size_class = ""
        self._bar_surface = Surface(appearance, "surface")
        self._bar_surface.setFixedHeight(TOP_BAR)
        self.bar = QHBoxLayout(self._bar_surface)
        self.bar.setContentsMargins(20, 8, 16, 8)
        self.bar.setSpacing(8)
        self.body: QBoxLayout = QHBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar_surface)
        column.addWidget(Rule(appearance))
        column.addLayout(self.body, 1)
        self.setAutoFillBackground(True)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def refresh(self) -> None:
        """Asks the diary anew for what the page shows."""

    def fit(self, size_class: str) -> None:
        """Lays the page out for a small, middle or large window."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.window().width()
        found = "small" if width < SMALL_BELOW else "large" if width >= LARGE_FROM else "middle"
        if found != self.size_class:
            self.size_class = found
            self.fit(found)
        super().resizeEvent(event)

    def _restyle(self) -> None:
        theme = self.appearance.theme
        self._bar_surface.setFixedHeight(max(TOP_BAR, theme.px(44) + 16))
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.colour("background"))
        self.setPalette(palette)
        self.update()

    def announce(self, text: str) -> None:
        """Has a screen reader say something that the eye sees change."""
        say_aloud(self, text)


def say_aloud(widget: QWidget, text: str) -> None:
    """Has a screen reader say something about what a widget shows."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)
