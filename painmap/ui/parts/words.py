"""Labels in the theme's type, and plain surfaces and rules."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from painmap.ui.parts.icons import icon
from painmap.ui.theme import Appearance


class Words(QLabel):
    """Text in one of the theme's type roles and colours. Always plain: what a patient typed is no markup."""

    def __init__(
        self,
        text: str,
        appearance: Appearance,
        role: str = "body",
        colour: str = "ink",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._appearance = appearance
        self._role = role
        self._colour = colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def restyle(self, role: str, colour: str) -> None:
        """Takes another type role and colour."""
        self._role, self._colour = role, colour
        self._restyle()

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self.setFont(theme.font(self._role))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), theme.colour(self._colour))
        self.setPalette(palette)


class Picture(QWidget):
    """An icon on its own, for those who see it; its meaning stands in words beside it."""

    def __init__(
        self, name: str, appearance: Appearance, size: int = 18, colour: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._appearance, self._size, self._colour = name, appearance, size, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        size = self._appearance.theme.px(self._size)
        return QSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        picture = icon(self._name, theme.colour(self._colour), theme.px(self._size), self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, picture)


class Surface(QFrame):
    """A plain area in one of the theme's colours."""

    def __init__(self, appearance: Appearance, colour: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._colour = colour
        appearance.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._appearance.theme.colour(self._colour))


class Card(QFrame):
    """A raised area with a border and round corners."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        appearance.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("line"), theme.line))
        inset = theme.line / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)


class Rule(QWidget):
    """A line between two areas, lying or standing."""

    def __init__(self, appearance: Appearance, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._upright = upright
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((fixed, free) if upright else (free, fixed)))
        appearance.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        thick = self._appearance.theme.line
        return QSize(thick, 1) if self._upright else QSize(1, thick)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._appearance.theme.colour("line"))
