"""Text that may hold anything, as a patient typed it: wrapped wherever it must be, some of it in bold."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.ui.theme import Appearance, Theme

Span = tuple[int, int]
"""First letter and number of letters."""
_LINE_END = "\N{LINE SEPARATOR}"


def layout(text: str, spans: Sequence[Span], font: QFont, width: float) -> tuple[QTextLayout, float]:
    """The text laid out in lines of a width, and the height they take."""
    laid = QTextLayout(text.replace("\n", _LINE_END), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    laid.setTextOption(option)
    laid.setFormats([_bold(text, span) for span in spans])
    laid.beginLayout()
    height = 0.0
    while (line := laid.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    laid.endLayout()
    return laid, height


class Passage(QWidget):
    """A text that a patient typed, as a widget: never markup, never cut off."""

    def __init__(self, text: str, appearance: Appearance, colour: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._appearance, self._colour = text, appearance, colour
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        appearance.changed.connect(self.updateGeometry)

    def show_text(self, text: str) -> None:
        """Shows another text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid(width)[1] + 0.5)

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(160))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._appearance.theme.colour(self._colour))
        self._laid(self.width())[0].draw(painter, QPointF(0, 0))

    def _laid(self, width: float) -> tuple[QTextLayout, float]:
        return layout(self._text, (), _font(self._appearance.theme), width)


def _font(theme: Theme) -> QFont:
    return theme.font("small")


def _bold(text: str, span: Span) -> QTextLayout.FormatRange:
    wanted = QTextLayout.FormatRange()
    wanted.start = _units(text[: span[0]])
    wanted.length = _units(text[span[0] : sum(span)])
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.Bold)
    wanted.format = strong
    return wanted


def _units(text: str) -> int:
    """Length as Qt counts it: letters beyond the first 65,536 are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
