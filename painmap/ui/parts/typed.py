"""What is typed in a field: said after each pause, and at once when the field is left."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

PAUSE_MS = 400


class Typed(QObject):
    """Follows one field. `written` gives its text, and whether it goes on with what was just being typed.

    What is in the field and could not be kept stays there, and is said again when the field is left.
    """

    written = Signal(str, bool)

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._shown: str | None = None
        self._fresh = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        field.textChanged.connect(self._changed)
        field.installEventFilter(self)

    @property
    def text(self) -> str:
        """What is in the field."""
        return self._field.text() if isinstance(self._field, QLineEdit) else self._field.toPlainText()

    def show(self, text: str, *, force: bool = False) -> None:
        """Shows what is kept, unless something newer is being typed."""
        if text == self._shown and not force:
            return
        self._shown = text
        if self._pause.isActive() and not force:
            return
        self._pause.stop()
        if self.text != text:
            self._put(text)
            self._fresh = True

    def flush(self) -> None:
        """Says at once what was typed and is not kept."""
        self._pause.stop()
        if self.text != (self._shown or ""):
            fresh, self._fresh = self._fresh, False
            self.written.emit(self.text, not fresh)

    def forget(self) -> None:
        """Empties the field, for what is shown next."""
        self._pause.stop()
        self._put("")
        self._shown = None
        self._fresh = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
            self._fresh = True
        return False

    def _put(self, text: str) -> None:
        blocked = self._field.blockSignals(True)
        if isinstance(self._field, QLineEdit):
            self._field.setText(text)
        else:
            self._field.setPlainText(text)
        self._field.blockSignals(blocked)

    def _changed(self) -> None:
        self._pause.start()
