"""A field for many words, none of which is lost: given after each pause, and again where they could not be kept."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

PAUSE_MS = 400
LONGEST_WAIT_MS = 2_000
"""However fast someone types, words are kept after this and a pause more."""


class WordsField(QPlainTextEdit):
    """`written` gives the words after each pause, every few seconds, and when the field is left.

    Words that could not be kept stay in the field and are given again. `filled` says whether it has room for no more.
    """

    written = Signal(str, bool)
    """The text, and whether it goes on with what was just being typed."""
    filled = Signal(bool)

    def __init__(self, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self._shown = ""
        self._unkept = self._giving = self._goes_on = False
        self._since = QElapsedTimer()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._typed)
        self.installEventFilter(self)

    def show_words(self, text: str) -> None:
        """Shows words, unless there are some here that are not kept yet: those are soon given again."""
        self._goes_on = self._goes_on and self._giving
        if self._unkept and text != self.toPlainText():
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
            self.written.emit(self.toPlainText(), goes_on)
            self._giving = False
        return not self._unkept

    def forget(self) -> None:
        """Empties the field, for the words of something else. What was typed is given before, by `flush`."""
        self._pause.stop()
        self._unkept = self._goes_on = False
        self._shown = ""
        self._fill("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
            self._goes_on = False
        return False

    def _fill(self, text: str) -> None:
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.blockSignals(blocked)
        self.filled.emit(False)

    def _typed(self) -> None:
        words = self.toPlainText()
        if len(words) > self._longest:
            self._fill(words[: self._longest])
        self.filled.emit(len(words) > self._longest)
        if not self._unkept:
            self._unkept = True
            self._since.start()
        if not self._pause.isActive() or self._since.elapsed() < LONGEST_WAIT_MS:
            self._pause.start()
