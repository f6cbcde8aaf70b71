"""What is shown while something takes long: what is being done, how far it is, and one large button to stop it."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from painmap.ui.background import Background
from painmap.ui.page import say_aloud
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.words import Card, Words
from painmap.ui.theme import Appearance

SAFE = "Cancel leaves everything as it was."
STOPPING = "It is being stopped. Everything stays as it was."
LAST = "The last step takes a moment and can't be cancelled."
WIDTH, BAR = 460, 16
"""Px at 100 % text: of the card, and how high the bar is."""
DELIBERATE_MS = 500
"""A tap or key that comes earlier was meant for what was there before."""
SAY_EVERY_MS = 5_000
VEIL = 0.85
"""How much of the window is hidden meanwhile."""


class Bar(QProgressBar):
    """How much is done, in the theme's colours."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setTextVisible(False)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = theme.line / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        corner = box.height() / 2
        painter.setPen(QPen(theme.colour("line-strong"), theme.line))
        painter.setBrush(theme.colour("background"))
        painter.drawRoundedRect(box, corner, corner)
        if self.value() > 0:
            box.setWidth(max(box.height(), box.width() * self.value() / 100))
            painter.setPen(QPen(theme.colour("accent"), theme.line))
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(box, corner, corner)

    def _restyle(self) -> None:
        self.setFixedHeight(self._appearance.theme.px(BAR))


class Progress(QWidget):
    """Lies over all that is inside a window while work goes on that takes long; nothing else can be used meanwhile.

    The window can be locked, which the work outlasts, and closed, which stops it. The keyboard is afterwards where it
    was.
    """

    def __init__(self, background: Background, asking: QWidget, appearance: Appearance) -> None:
        super().__init__(asking)
        self.hide()
        self._background, self._asking, self._appearance = background, asking, appearance
        self._window: QWidget | None = None
        self._over: QWidget | None = None
        self._still: list[QWidget] = []
        self._back: QWidget | None = None
        self._shown = QElapsedTimer()
        self._say = QTimer(self, interval=SAY_EVERY_MS)
        self.doing = Words("", appearance, "heading", wrap=True)
        self.bar = Bar(appearance)
        self.means = Words(SAFE, appearance, wrap=True)
        self.cancel = Button("Cancel", appearance, height=52)
        self.setProperty("ownRing", True)
        self._lay_out()
        self.cancel.clicked.connect(self._stop)
        self.cancel.installEventFilter(self)
        self._say.timeout.connect(self._say_share)
        background.stepped.connect(self._show_step)
        background.slow.connect(self._rise)
        background.ended.connect(self._lift)
        appearance.changed.connect(self._fit)
        self._fit()

    @property
    def deliberate(self) -> bool:
        """Whether it is there long enough for a tap or key to be meant for it."""
        return self._shown.isValid() and self._shown.elapsed() >= DELIBERATE_MS

    def say(self, sentence: str) -> None:
        """Has a screen reader say what came of it; not where the window is locked."""
        over = self._over or _inside(self._asking)
        if over.isVisible():
            say_aloud(over, sentence)

    def event(self, event: QEvent) -> bool:
        """Keys that do something anywhere in the window do nothing meanwhile, but that which locks it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() != Qt.Key.Key_L or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._stop()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """There is but one button."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.cancel:
            # The key that began the work may still be held down.
            return kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.isAutoRepeat()
        if watched is not self._over:
            if kind == QEvent.Type.Close:
                self._background.finish()
        elif kind == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        elif kind == QEvent.Type.Show and self.isHidden():
            # It ended while the window was locked, which is now showing everything again.
            QTimer.singleShot(0, self._give_back)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = self._appearance.theme.colour("background")
        veil.setAlphaF(VEIL)
        QPainter(self).fillRect(event.rect(), veil)

    def _lay_out(self) -> None:
        self._card = Card(self._appearance)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(28, 24, 28, 28)
        column.setSpacing(16)
        for part in (self.doing, self.bar, self.means, self.cancel):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)

    def _fit(self) -> None:
        self._card.setFixedWidth(self._appearance.theme.px(WIDTH))

    def _rise(self) -> None:
        if self._window is None or self._over is None:
            self._window, self._over = self._asking.window(), _inside(self._asking)
            self._over.installEventFilter(self)
        self._window.installEventFilter(self)
        self._back = self._window.focusWidget()
        self._still = [
            part
            for part in self._over.children()
            if isinstance(part, QWidget) and part is not self and not part.isHidden() and part.isEnabled()
        ]
        self.setParent(self._over)
        self.setGeometry(self._over.rect())
        self.means.setText(SAFE)
        self.cancel.setEnabled(True)
        self._show_step(*self._background.where)
        self.show()
        self.raise_()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in self._still:
            part.setEnabled(False)
        self._shown.start()
        self._say.start()
        say_aloud(self, f"{self.doing.text()}. {SAFE}")

    def _show_step(self, words: str, percent: int) -> None:
        if self.doing.text() != words:
            self.doing.setText(words)
            self.bar.setAccessibleName(words)
            self.cancel.setAccessibleDescription(words)
        self.bar.setValue(percent)
        self.bar.update()
        if self._background.settled:
            self._rest(LAST)

    def _stop(self) -> None:
        if self.deliberate and self._background.cancel():
            self._rest(STOPPING)

    def _rest(self, sentence: str) -> None:
        """There is nothing more to choose."""
        if self.cancel.isEnabled():
            self.setFocus()
            self.cancel.setEnabled(False)
            self.means.setText(sentence)
            if self.isVisible():
                say_aloud(self, sentence)

    def _say_share(self) -> None:
        if self.isVisible():
            say_aloud(self, f"{self.bar.value()} percent")

    def _lift(self) -> None:
        if self._window is None or self._over is None or self.isHidden():
            return
        self._say.stop()
        self._shown.invalidate()
        self._window.removeEventFilter(self)
        for part in self._still:
            if isValid(part):
                part.setEnabled(True)
        self.hide()
        if self._over.isVisible():
            self._give_back()

    def _give_back(self) -> None:
        back, self._back = self._back, None
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)


def _inside(widget: QWidget) -> QWidget:
    """What of a window is out of it while it is locked."""
    layout = widget.window().layout()
    item = layout.itemAt(0) if layout else None
    inside = item.widget() if item else None
    return inside or widget.window()
