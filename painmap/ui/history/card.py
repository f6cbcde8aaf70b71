"""One check-in of a day as a card: the map, the figures, where it comes from, and what can be done with it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from painmap.domain.checkin import CheckIn
from painmap.domain.regions import regions
from painmap.ui.body.painting import paint_small_body
from painmap.ui.history import marks
from painmap.ui.history.wording import heading_of, map_line, origin_lines
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.passage import Passage
from painmap.ui.parts.words import Card, Picture, Words
from painmap.ui.theme import Appearance
from painmap.ui.today.more.said import told_about

BODIES = QSize(146, 134)
LARGE_BODIES = QSize(218, 200)


class SmallBody(QWidget):
    """Both views of the body with the regions of one check-in."""

    def __init__(self, check_in: CheckIn, size: QSize, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._size = size
        self._ratings = {name: pain.intensity for name, pain in check_in.regions.items()}
        said = [f"{regions()[name].spoken} {level}" for name, level in self._ratings.items()]
        self.setAccessibleName(", ".join(said) or map_line(check_in))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_small_body(painter, QRectF(self.rect()), self._ratings, self._appearance.theme)


class CheckInCard(Card):
    """A check-in with its buttons Open and Delete.

    `stacked` puts the words below the body, for a narrow pane; `bodies` is the room of the body.
    """

    opened = Signal(object)
    deleted = Signal(object)

    def __init__(
        self,
        check_in: CheckIn,
        appearance: Appearance,
        *,
        stacked: bool,
        bodies: QSize = BODIES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._appearance = appearance
        self.check_in = check_in
        self.open = Button("Open", appearance)
        self.delete = Button("Delete", appearance)
        self._name_buttons()
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 14, 16, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(SmallBody(check_in, bodies, appearance), 0, 0, 1 if stacked else 2, 1, top)
        grid.addLayout(self._head(stacked), 0, 1, top)
        grid.addLayout(self._rest(), 1, 0 if stacked else 1, 1, 2 if stacked else 1)
        grid.setRowStretch(1, 1)
        self.open.clicked.connect(self._tell_opened)
        self.delete.clicked.connect(self._tell_deleted)

    def _name_buttons(self) -> None:
        when = heading_of(self.check_in)
        what = when if self.check_in.entered_later else f"check-in {when}"
        self.open.setAccessibleName(f"Open {what.lower()}")
        self.delete.setAccessibleName(f"Delete {what.lower()}")

    def _head(self, stacked: bool) -> QBoxLayout:
        """When it was and the two figures: in one line, or the figures below."""
        head: QBoxLayout = QVBoxLayout() if stacked else QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Words(heading_of(self.check_in), self._appearance, "heading"))
        figures = QHBoxLayout()
        figures.setSpacing(8)
        if not stacked:
            figures.addStretch(1)
        figures.addWidget(marks.pain(self.check_in.worst_pain, self._appearance))
        figures.addWidget(marks.fatigue(self.check_in.fatigue, self._appearance))
        figures.addStretch(1 if stacked else 0)
        head.addLayout(figures)
        if stacked:
            head.addStretch(1)
        return head

    def _rest(self) -> QVBoxLayout:
        """The regions, what was said about the day, what sets this check-in apart, the note, and the buttons."""
        rest = QVBoxLayout()
        rest.setSpacing(6)
        rest.addWidget(Words(map_line(self.check_in), self._appearance, wrap=True))
        if about := told_about(self.check_in.about):
            rest.addWidget(Passage(about, self._appearance))
        for icon, text in origin_lines(self.check_in):
            rest.addLayout(self._line(icon, Words(text, self._appearance, "small", "ink-muted", wrap=True)))
        if self.check_in.note:
            rest.addLayout(self._line("note", Passage(self.check_in.note, self._appearance)))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 6, 0, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.open)
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        rest.addLayout(buttons)
        rest.addStretch(1)
        return rest

    def _line(self, icon: str, text: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Picture(icon, self._appearance, 14, "ink-muted"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text, 1)
        return line

    def _tell_opened(self) -> None:
        self.opened.emit(self.check_in)

    def _tell_deleted(self) -> None:
        self.deleted.emit(self.check_in)
