"""Front and back of the body in one widget: what is tapped, walked and typed on it."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from painmap.domain.body import body
from painmap.domain.regions import View, regions
from painmap.domain.walking import FIRST, Direction, neighbour, opposite
from painmap.ui.body.layers import GAP, SIDE_ROW, Layers, placed
from painmap.ui.body.painting import DESIGNED_HEIGHT, BodyPainter, width_for
from painmap.ui.body.region_slider import RegionSlider
from painmap.ui.body.signs import Tag, paint_tag, tag_for
from painmap.ui.body.tremor import Tremor
from painmap.ui.body.typed_name import TypedName
from painmap.ui.parts.digits import Digits
from painmap.ui.theme import Appearance

SNAP_PX = 14
_ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class BodyView(QWidget):
    """Shows ratings and says what was done on it; it decides nothing.

    `region_tapped`: a finger, the space bar or Enter on a region. `region_entered`: the keyboard came to it.
    `number_chosen`: a digit was typed (and whether it completes a ten). `region_rated`: a screen reader set it.
    `cleared`: Delete. `moved`: the bodies stand elsewhere now.
    """

    region_tapped = Signal(str)
    region_entered = Signal(str)
    region_rated = Signal(str, int)
    number_chosen = Signal(int, bool)
    cleared = Signal()
    moved = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._ratings: Mapping[str, int] = MappingProxyType({})
        self._offered: Mapping[str, int] = MappingProxyType({})
        self._swollen: frozenset[str] = frozenset()
        self._selected: str | None = None
        self._layers = Layers()
        self._tags: dict[str, Tag | None] = {}
        self._digits = Digits(self)
        self._by_keyboard = False
        self._name = TypedName()
        self._tremor = Tremor()
        self._places = placed(self.size(), appearance.theme)
        self.setAccessibleName("Body")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.sliders = {name: RegionSlider(region, self) for name, region in regions().items()}
        self.sliders[FIRST].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._current = FIRST
        appearance.changed.connect(self._repaint_all)

    def show_ratings(self, ratings: Mapping[str, int], selected: str | None) -> None:
        """Shows these intensities (1-10) and this region as selected."""
        changed = {
            name for name in ratings.keys() | self._ratings.keys() if ratings.get(name) != self._ratings.get(name)
        }
        if selected != self._selected:
            self._repaint(self._selected)
            self._selected = selected
            self._repaint(selected)
        self._ratings = MappingProxyType(dict(ratings))
        for name in changed:
            self.sliders[name].show_intensity(ratings.get(name, 0))
            self.update(self._reach(name))
        if selected and selected != self._current:
            self._make_current(selected)

    def show_swollen(self, swollen: frozenset[str]) -> None:
        """Marks these regions as swollen, in words for those who can't see it."""
        for name in swollen ^ self._swollen:
            self.sliders[name].show_swollen(name in swollen)
            self.update(self._reach(name))
        self._swollen = swollen

    def show_offered(self, offered: Mapping[str, int]) -> None:
        """Shows, faintly, what would be copied."""
        if offered != self._offered:
            self._offered = MappingProxyType(dict(offered))
            self.update()

    @property
    def edges(self) -> tuple[float, float]:
        """The left edge of the front's column and the right edge of the back's, in px of this widget."""
        return self._places[View.FRONT].column.left(), self._places[View.BACK].column.right()

    def spot(self, region: str) -> QPointF:
        """Where a region's anchor is shown."""
        return self._places[regions()[region].view].transform.map(QPointF(*body().shapes[region].anchor))

    def region_at(self, point: QPointF) -> str | None:
        """The region shown at a point of the widget, or the nearest within 14 px."""
        half = self.width() / 2
        place = self._places[View.FRONT if point.x() < half else View.BACK]
        return body().region_at(*place.to_drawing(point), snap=SNAP_PX / place.scale)

    def take_focus(self) -> None:
        """Puts the keyboard on the current region, without selecting it."""
        self.sliders[self._current].setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def focus_entered(self, region: str, reason: Qt.FocusReason) -> None:
        """Notes that the keyboard, or a screen reader, came to a region."""
        self._by_keyboard = self._by_keyboard or reason in _KEYBOARD
        self._make_current(region)
        self._repaint(self._selected)
        by_tap = (
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        )
        if reason not in by_tap and region != self._selected:
            self.region_entered.emit(region)

    def focus_left(self) -> None:
        """Notes that the keyboard went elsewhere."""
        self._repaint(self._selected)

    def rated_elsewhere(self, region: str, intensity: int) -> None:
        """Passes on that a screen reader set a region's slider."""
        self.region_rated.emit(region, intensity)

    def take_key(self, event: QKeyEvent) -> bool:
        """Answers a key pressed on the body; whether it meant something here."""
        self._by_keyboard = True
        self._repaint(self._selected)
        key = Qt.Key(event.key())
        typing = self._name.going_on
        if key in _ARROWS:
            return self._walk(neighbour(self._current, _ARROWS[key]))
        if typing and self._type(event.text()):
            return True
        number = self._digits.number(event)
        if number is not None:
            self.number_chosen.emit(number, self._digits.completed_ten)
            return True
        match key:
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.cleared.emit()
            case Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.region_tapped.emit(self._current)
            case Qt.Key.Key_F if not event.modifiers():
                return self._walk(opposite(self._current))
            case _:
                self._name.forget()
                return self._type(event.text())
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._by_keyboard = False
        self._repaint(self._selected)
        region = self.region_at(event.position())
        if region is None or self._tremor.repeats(event.position(), region):
            return
        self._make_current(region)
        self.sliders[region].setFocus(Qt.FocusReason.MouseFocusReason)
        self.region_tapped.emit(region)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(round(2 * width_for(DESIGNED_HEIGHT)) + GAP, DESIGNED_HEIGHT + SIDE_ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 420)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._repaint_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        shown = (self._places, self.size(), self.devicePixelRatioF(), theme)
        painter.drawPixmap(0, 0, self._layers.base(*shown))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = {n: level for n, level in self._ratings.items() if event.region().intersects(self._reach(n))}
        drawings = [BodyPainter(painter, place, theme) for place in self._places.values()]
        for drawn in drawings:
            drawn.rated(seen)
        painter.drawPixmap(0, 0, self._layers.over(*shown))
        for drawn in drawings:
            drawn.offered({n: level for n, level in self._offered.items() if n not in self._ratings})
            drawn.numbers({n: level for n, level in seen.items() if n != self._selected}, theme.scale)
            if self._selected:
                ring = "focus" if self._keyboard_is_here() else "selected-outline"
                drawn.selected(self._selected, self._ratings.get(self._selected), ring, theme.scale)
            drawn.swollen({n: level for n, level in self._ratings.items() if n in self._swollen}, theme.scale)
        if self._selected and not self._offered:
            paint_tag(painter, theme, self._tag(self._selected))

    def _keyboard_is_here(self) -> bool:
        slider = self.sliders[self._current]
        return slider.hasFocus() and self._current == self._selected and self._by_keyboard

    def _repaint_all(self) -> None:
        self._layers.forget()
        self._tags.clear()
        self._places = placed(self.size(), self._appearance.theme)
        for name, slider in self.sliders.items():
            place = self._places[regions()[name].view]
            left, top, right, bottom = body().shapes[name].box
            box = QRectF(QPointF(left, top), QPointF(right, bottom))
            slider.setGeometry(place.transform.mapRect(box).toRect())
        self.update()
        self.moved.emit()

    def _reach(self, region: str) -> QRect:
        return self.sliders[region].geometry().adjusted(-8, -8, 8, 8)

    def _tag(self, region: str) -> Tag | None:
        if region not in self._tags:
            self._tags[region] = tag_for(region, self._places, self.rect(), self._appearance.theme)
        return self._tags[region]

    def _repaint(self, region: str | None) -> None:
        """Has a selected region painted anew, with its ring and its name."""
        if region:
            self.update(self._reach(region))
            if tag := self._tag(region):
                self.update(tag.box.toAlignedRect().adjusted(-2, -2, 2, 2))

    def _make_current(self, region: str) -> None:
        self.sliders[self._current].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = region
        self.sliders[region].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _walk(self, region: str | None) -> bool:
        if region:
            self.sliders[region].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _type(self, text: str) -> bool:
        return self._name.takes(text) and self._walk(self._name.region)
