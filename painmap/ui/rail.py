"""The rail at the left of the window: one item a page, and at its foot help and what locks the diary."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from painmap.ui.parts.icons import icon
from painmap.ui.parts.words import Surface
from painmap.ui.theme import Appearance

WIDTH, SMALL_WIDTH = 88, 76
HEIGHT, SMALL_HEIGHT = 68, 60
BAR = 4
ICON = 24
FOOT = 8
LOCK_MEANS = "Takes the diary off the screen until the passphrase is typed"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RailItem(QAbstractButton):
    """One page: icon over word; a bar, a fill and bold words when it is shown."""

    def __init__(self, name: str, text: str, rail: "Rail") -> None:
        super().__init__(rail)
        self.name = name
        self._rail = rail
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._rail.item_size()

    def nextCheckState(self) -> None:
        """Leaves the state to the rail."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # The key that unlocked the window may still be held down.
            if not event.isAutoRepeat():
                self.click()
        elif event.key() in _STEPS:
            self._rail.walk(self, _STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._rail.appearance.theme
        painter = QPainter(self)
        on = self.isChecked()
        if on or self.isDown():
            painter.fillRect(self.rect(), theme.colour("surface" if on else "accent-soft"))
        if on:
            painter.fillRect(QRect(0, 0, BAR, self.height()), theme.colour("accent"))
        ink = theme.colour("ink" if on or self.underMouse() else "ink-muted")
        font = theme.sized(13 * theme.scale, 600 if on else 400)
        metrics = QFontMetricsF(font)
        size = theme.px(ICON)
        top = round((self.height() - size - metrics.height() - 4) / 2)
        picture = icon(self.name, ink, size, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - size) // 2, top, picture)
        painter.setFont(font)
        painter.setPen(ink)
        words = QRect(0, top + size + 4, self.width(), round(metrics.height()))
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, self.text())


class Rail(Surface):
    """All pages by name. `chosen` tells the one that was asked for; `lock_asked`: the diary is to be locked."""

    chosen = Signal(str)
    lock_asked = Signal()

    def __init__(
        self, items: list[tuple[str, str]], last: tuple[str, str], appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, "rail", parent)
        self.appearance = appearance
        self._small = self._can_lock = False
        self.items = {name: RailItem(name, text, self) for name, text in [*items, last]}
        self.lock = RailItem("lock", "Lock", self)
        self.lock.setCheckable(False)
        self.lock.setAccessibleName("Lock the diary")
        self.lock.setAccessibleDescription(LOCK_MEANS)
        self.lock.hide()
        self.setAccessibleName("Pages")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, FOOT)
        column.setSpacing(0)
        for name, item in self.items.items():
            if name == last[0]:
                column.addStretch(1)
                column.addWidget(self.lock)
            column.addWidget(item)
            item.clicked.connect(self._clicked)
        self.lock.clicked.connect(self.lock_asked)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_page(self, name: str) -> None:
        """Marks the page that is shown."""
        for item in self.items.values():
            item.setChecked(item.name == name)

    def offer_lock(self, *, can_lock: bool) -> None:
        """Shows what locks the diary, where it can be locked and there is room for it."""
        self._can_lock = can_lock
        self._show_lock()

    def fit(self, *, small: bool) -> None:
        """Takes the measures of a small or a larger window."""
        self._small = small
        self._restyle()

    def item_size(self) -> QSize:
        """The size of one item: as wide as the longest word needs."""
        theme = self.appearance.theme
        metrics = QFontMetricsF(theme.sized(13 * theme.scale, 600))
        word = max(metrics.horizontalAdvance(item.text()) for item in self.items.values())
        width = max(SMALL_WIDTH if self._small else WIDTH, round(word) + 16)
        return QSize(width, theme.px(SMALL_HEIGHT if self._small else HEIGHT))

    def walk(self, item: RailItem, step: int) -> None:
        """Moves the keyboard to the item above or below."""
        *pages, last = self.items.values()
        order = [*pages, last] if self.lock.isHidden() else [*pages, self.lock, last]
        target = min(max(order.index(item) + step, 0), len(order) - 1)
        order[target].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_lock()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = self.appearance.theme
        edge = QRect(self.width() - theme.line, 0, theme.line, self.height())
        QPainter(self).fillRect(edge, theme.colour("line"))

    def _clicked(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            self.chosen.emit(item.name)

    def _restyle(self) -> None:
        self.setFixedWidth(self.item_size().width())
        for item in self.items.values():
            item.updateGeometry()
            item.update()
        self.lock.updateGeometry()
        self._show_lock()

    def _show_lock(self) -> None:
        """Without room for it the pages would become smaller; Settings and Ctrl+L lock the diary too."""
        needed = (len(self.items) + 1) * self.item_size().height() + FOOT
        self.lock.setVisible(self._can_lock and self.height() >= needed)
