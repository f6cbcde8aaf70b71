"""The preview: the true page, whole or as wide as the room."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from painmap.ui.parts.scroll import Scroll
from painmap.ui.parts.words import Surface
from painmap.ui.report_page.order import POINTS, Pages
from painmap.ui.theme import Appearance

_MARGIN = 26
_LEAST = 320


class Paper(QWidget):
    """One page with a border, in the middle of the room."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._image: QImage | None = None
        self._size = QSize(0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Preview of the report")
        appearance.changed.connect(self.update)

    @property
    def image(self) -> QImage | None:
        """The page as it was set last."""
        return self._image

    def show_image(self, image: QImage) -> None:
        """Shows another page."""
        self._image = image
        self.update()

    def lay(self, size: QSize) -> None:
        """Makes the page that large."""
        self._size = size
        self.setMinimumHeight(size.height() + 2 * _MARGIN)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        width, height = self._size.width(), self._size.height()
        top = max(_MARGIN, (self.height() - height) // 2)
        page = QRectF((self.width() - width) // 2, top, width, height)
        painter.fillRect(page, Qt.GlobalColor.white)
        if self._image is not None:
            self._paint_page(painter, self._image, page)
        painter.setPen(QPen(theme.colour("line-strong"), 1))
        painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_page(self, painter: QPainter, image: QImage, page: QRectF) -> None:
        """Dot for dot where the page was set in this width; stretched for the moment until it is."""
        ratio = self.devicePixelRatioF()
        if image.width() == round(page.width() * ratio):
            page = QRectF(page.left(), page.top(), image.width() / ratio, image.height() / ratio)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(page, image)


class Preview(Surface):
    """Shows a page on the ground of the rail. `width_changed` says that the page is wanted in another width."""

    width_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "rail", parent)
        self._whole = True
        self._paper = "a4"
        self._width = 0
        self.paper = Paper(appearance)
        self.area = Scroll(self.paper)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.area)

    @property
    def wanted_width(self) -> int:
        """How wide the page is to be set, in dots of the screen."""
        return round(self._width * self.devicePixelRatioF())

    def show_page(self, made: Pages, number: int) -> None:
        """Shows one page of a report that was set, and says what is on it to those who can't see it."""
        image = QImage.fromData(made.pictures[number])
        self.paper.show_image(image.scaledToWidth(made.width, Qt.TransformationMode.SmoothTransformation))
        self.paper.setAccessibleDescription(made.sentences if number == 0 else f"Page {number + 1}")

    def show_paper(self, paper: str) -> None:
        """Takes the form of a paper, 'a4' or 'letter'."""
        self._paper = paper
        self._lay()

    def show_whole(self, whole: object) -> None:
        """Shows the whole page, or the page as wide as the room."""
        self._whole = bool(whole)
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        across, down = POINTS[self._paper]
        width = self.width() - 2 * _MARGIN - (0 if self._whole else 14)
        if self._whole:
            width = min(width, round((self.height() - 2 * _MARGIN) * across / down))
        width = max(_LEAST, width)
        self.paper.lay(QSize(width, round(width * down / across)))
        if width != self._width:
            self._width = width
            self.width_changed.emit()
