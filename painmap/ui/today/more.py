"""More about today, folded: for now the note."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from painmap.domain.checkin import LONGEST_NOTE
from painmap.ui.parts.icons import icon
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance

PAUSE_MS = 400
LONGEST_WAIT_MS = 2_000
"""However fast someone types, words are kept after this and a pause more."""
FULL = f"A note has room for {LONGEST_NOTE:,} letters. What was typed beyond that is not in it."


class MoreButton(QAbstractButton):
    """Opens and closes what else can be said, and names what is filled in."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._filled = ""
        self._compact = False
        self.setText("More about today")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_filled("")
        appearance.changed.connect(self.updateGeometry)

    def show_filled(self, note: str) -> None:
        """Says what is filled in."""
        self._filled = " ".join(note.split()) or "Note"
        self._speak()
        self.update()

    def nextCheckState(self) -> None:
        super().nextCheckState()
        self._speak()

    def _speak(self) -> None:
        self.setAccessibleName(f"More about today, {'open' if self.isChecked() else 'closed'}: {self._filled}")

    def set_compact(self, compact: bool) -> None:
        """Leaves the second line out."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._appearance.theme.px(44 if self._compact else 56))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("ink" if self.underMouse() else "line-strong"), theme.line))
        painter.setBrush(theme.colour("surface"))
        inset = theme.line / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        size = theme.px(18)
        arrow = icon("up" if self.isChecked() else "down", theme.colour("ink"), size, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - size - 15, (self.height() - size) // 2, arrow)
        words = QRectF(15, 7, self.width() - size - 45, self.height() - 14)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("body-strong"))
        align = Qt.AlignmentFlag.AlignLeft
        if self._compact:
            painter.drawText(words, align | Qt.AlignmentFlag.AlignVCenter, self.text())
            return
        painter.drawText(words, align | Qt.AlignmentFlag.AlignTop, self.text())
        small = theme.font("small")
        painter.setFont(small)
        painter.setPen(theme.colour("ink-muted"))
        said = QFontMetricsF(small).elidedText(self._filled, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, align | Qt.AlignmentFlag.AlignBottom, said)


class Note(QWidget):
    """A field for words. `written` gives them after each pause, every few seconds, and when the field is left.

    Words that could not be kept stay in the field and are given again.
    """

    written = Signal(str, bool)
    """The text, and whether it goes on with what was just being typed."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._unkept = self._giving = self._goes_on = False
        self._since = QElapsedTimer()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.field = QPlainTextEdit()
        self.field.setAccessibleName("Note")
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText("Anything you want to remember about this day")
        self.field.setMinimumHeight(64)
        self.field.setMaximumHeight(140)
        self.full = Words(FULL, appearance, "small", "ink-muted", wrap=True)
        self.full.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words("Note", appearance, "heading"))
        column.addWidget(self.field)
        column.addWidget(self.full)
        self.field.textChanged.connect(self._typed)
        self._pause.timeout.connect(self.flush)
        self.field.installEventFilter(self)

    def show_note(self, text: str) -> None:
        """Shows a note, unless there are words here that are not kept yet: those are soon given again."""
        self._goes_on = self._goes_on and self._giving
        if self._unkept and text != self.field.toPlainText():
            if not self._giving and not self._pause.isActive():
                self._pause.start()
            return
        # The field shows some characters as others, so what it was given is compared, not what it has.
        if not self._unkept and text != self._shown:
            self._fill(text)
        self._shown = text
        self._unkept = False

    def flush(self) -> bool:
        """Gives at once what was typed and is not kept. Whether all of it is kept now."""
        self._pause.stop()
        if self._unkept:
            goes_on, self._goes_on, self._giving = self._goes_on, True, True
            self.written.emit(self.field.toPlainText(), goes_on)
            self._giving = False
        return not self._unkept

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
            self._goes_on = False
        return False

    def _fill(self, text: str) -> None:
        blocked = self.field.blockSignals(True)
        self.field.setPlainText(text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.blockSignals(blocked)
        self.full.hide()

    def _typed(self) -> None:
        words = self.field.toPlainText()
        if len(words) > LONGEST_NOTE:
            self._fill(words[:LONGEST_NOTE])
        self.full.setVisible(len(words) > LONGEST_NOTE)
        if not self._unkept:
            self._unkept = True
            self._since.start()
        if not self._pause.isActive() or self._since.elapsed() < LONGEST_WAIT_MS:
            self._pause.start()
