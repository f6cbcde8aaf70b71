"""Buttons: plain, main, quiet, link and choice; painted by the theme, 44 px high at least."""

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from painmap.ui.parts.icons import icon
from painmap.ui.theme import Appearance, Theme, points

RADIUS = 8
ICON = 18
TICK = 14
GAP = 8


class Kind(Enum):
    """What a button is for, which decides how it looks."""

    PLAIN = "plain"
    """An action: surface with a border."""
    MAIN = "main"
    """The page's one main action: filled."""
    QUIET = "quiet"
    """An action without a border."""
    LINK = "link"
    """A small action in words, in the accent colour."""
    CHOICE = "choice"
    """An answer that is on or off: a tick and the soft accent when on."""
    VIEW = "view"
    """A choice of view: the soft accent when on, no tick."""


class Button(QAbstractButton):
    """A button with a text, an icon, or both. Enter presses it as the space bar does."""

    def __init__(
        self,
        text: str,
        appearance: Appearance,
        kind: Kind = Kind.PLAIN,
        *,
        icon_name: str = "",
        height: int = 44,
        text_px: float = 15,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._kind = kind
        self._icon = icon_name
        self._height = height
        self._text_px = text_px
        self._icon_only = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(kind in (Kind.CHOICE, Kind.VIEW))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._restyle)

    def show_icon_only(self, on: bool) -> None:
        """Leaves the words to screen readers and shows the icon alone, or shows both."""
        self._icon_only = on
        self._restyle()

    def set_height(self, height: int) -> None:
        """Takes another height, in px at 100 %."""
        self._height = height
        self._restyle()

    def rename(self, text: str, spoken: str = "") -> None:
        """Takes other words, with others for screen readers where they need more."""
        self.setText(text)
        self.setAccessibleName(spoken or text)
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        theme = self._appearance.theme
        strong = self._kind in (Kind.MAIN, Kind.LINK) or self.isChecked()
        return theme.sized(self._text_px * theme.scale, 600 if strong else 500)

    def _words(self) -> str:
        return "" if self._icon_only else self.text()

    def _lines(self) -> list[str]:
        return self._words().split("\n")

    def sizeHint(self) -> QSize:
        theme = self._appearance.theme
        size = points(self._text_px * theme.scale)
        return QSize(_room(self._words(), self._kind, bool(self._icon), self._text_px, size, theme, self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter, theme)
        self._paint_words(painter, theme, self._ink(theme))

    def _ink(self, theme: Theme) -> QColor:
        if not self.isEnabled():
            return theme.colour("disabled")
        match self._kind:
            case Kind.MAIN:
                return theme.colour("on-accent")
            case Kind.LINK:
                return theme.colour("accent")
            case _:
                return theme.colour("ink")

    def _paint_box(self, painter: QPainter, theme: Theme) -> None:
        if self._kind in (Kind.QUIET, Kind.LINK):
            if self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("accent-soft"))
                painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
            return
        width = theme.line + 1 if self.isChecked() else theme.line
        edge, fill = theme.colour("line-strong"), theme.colour("surface")
        if not self.isEnabled():
            edge = theme.colour("line")
        elif self.isChecked():
            edge, fill = theme.colour("accent"), theme.colour("accent-soft")
        elif self._kind is Kind.MAIN:
            edge = fill = theme.colour("accent")
        elif self.isDown():
            fill = theme.colour("accent-soft")
        elif self.underMouse():
            edge = theme.colour("ink")
        if self._kind is Kind.MAIN and not self.isEnabled():
            fill = theme.colour("line")
        pen = QPen(edge, width)
        if not self.isEnabled() and theme.look == "contrast":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(fill)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def _paint_words(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        font = self._font()
        metrics = QFontMetricsF(font)
        lines = self._lines()
        name = "tick" if self._kind is Kind.CHOICE and self.isChecked() else self._icon
        size = theme.px(ICON if name != "tick" else TICK)
        words = max(metrics.horizontalAdvance(line) for line in lines)
        gap = 6 if name == "tick" else GAP
        total = words + ((size + (gap if words else 0)) if name else 0)
        x = (self.width() - total) / 2
        if name:
            picture = icon(name, ink, size, self.devicePixelRatioF())
            painter.drawPixmap(round(x), round((self.height() - size) / 2), picture)
            x += size + (6 if name == "tick" else GAP)
        painter.setFont(font)
        painter.setPen(ink)
        box = QRectF(x, 0, words + 1, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))


@lru_cache(maxsize=1024)
def _room(words: str, kind: Kind, sign: bool, text_px: float, _points: float, theme: Theme, height: int) -> QSize:
    """What a button takes up. Layouts ask again and again; it depends on nothing else.

    `_points`, the size of the font, is another one where the screen's resolution is.
    """
    metrics = QFontMetricsF(theme.sized(text_px * theme.scale, 600))
    lines = words.split("\n")
    width = max(metrics.horizontalAdvance(line) for line in lines)
    if sign:
        width += theme.px(ICON) + (GAP if words else 0)
    if kind is Kind.CHOICE:
        width += theme.px(TICK) + 6
    padding = {Kind.LINK: 0, Kind.QUIET: 24, Kind.CHOICE: 6}.get(kind, 30)
    tall = len(lines) * metrics.height() + 8
    return QSize(max(44, round(width + padding)), max(theme.px(height), round(tall)))
