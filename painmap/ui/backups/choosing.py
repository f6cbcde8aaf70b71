"""The list of backups, of which one is chosen: when each was made, and how much is in it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from painmap.domain.thinning import Backup
from painmap.domain.words import counted
from painmap.ui.backups.words import amount_of, reason_text, when_text
from painmap.ui.parts.exclusive import OneOfMany, show_chosen
from painmap.ui.theme import Appearance

HEIGHT = 60
PADDING = 14
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class BackupRow(OneOfMany):
    """One backup: its moment above, what is in it and why it was made below."""

    def __init__(self, backup: Backup, today: date, owner: "BackupList", appearance: Appearance) -> None:
        super().__init__("", owner)
        self.backup = backup
        self._owner, self._appearance = owner, appearance
        when = when_text(backup.taken, today)
        self.when = when[0].upper() + when[1:]
        entries = counted(backup.entries, "entry", "entries") if backup.days and backup.entries else ""
        self.what = ", ".join(filter(None, (amount_of(backup), entries, reason_text(backup))))
        self.setText(self.when)
        self.setAccessibleName(", ".join(filter(None, (f"Backup of {when}", self.what))))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = self._appearance.theme
        widths = (
            QFontMetricsF(theme.font("body-strong")).horizontalAdvance(self.when),
            QFontMetricsF(theme.font("small")).horizontalAdvance(self.what),
        )
        return QSize(round(max(widths)) + 2 * PADDING, theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._owner.take_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        width = theme.line + 1 if on else theme.line
        edge = "accent" if on else "ink" if self.underMouse() else "line-strong"
        painter.setPen(QPen(theme.colour(edge), width))
        painter.setBrush(theme.colour("accent-soft" if on or self.isDown() else "surface"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        room = self.rect().adjusted(PADDING, 0, -PADDING, 0)
        upper, lower = QFontMetricsF(theme.font("body-strong")), QFontMetricsF(theme.font("small"))
        top = (room.height() - upper.height() - (lower.height() if self.what else 0)) / 2
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("body-strong"))
        cut = Qt.TextElideMode.ElideRight
        painter.drawText(room.left(), round(top + upper.ascent()), upper.elidedText(self.when, cut, room.width()))
        painter.setFont(theme.font("small"))
        line = round(top + upper.height() + lower.ascent())
        painter.drawText(room.left(), line, lower.elidedText(self.what, cut, room.width()))


class BackupList(QWidget):
    """The backups, the latest first. `chosen` gives the one that was taken."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.rows: list[BackupRow] = []
        self.setAccessibleName("Backups")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        appearance.changed.connect(self._restyle)

    def show_backups(self, backups: Sequence[Backup], chosen: Backup | None, today: date) -> None:
        """Takes its rows anew; nothing is said, and the keyboard stays on them where it was."""
        held = self.window().focusWidget() in self.rows
        for gone in self.rows:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.rows = [BackupRow(backup, today, self, self._appearance) for backup in backups]
        for row in self.rows:
            row.clicked.connect(self._tapped)
            self._column.addWidget(row)
            row.show()
        self.mark(chosen)
        if held and self.rows:
            next((row for row in self.rows if row.isChecked()), self.rows[0]).setFocus()

    def mark(self, chosen: Backup | None) -> None:
        """Shows which one is chosen; None is none of these."""
        on = next((row for row in self.rows if row.backup == chosen), None)
        show_chosen(self.rows, on)
        for row in self.rows:
            first = row is (on or self.rows[0])
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if first else Qt.FocusPolicy.ClickFocus)

    def take_key(self, event: QKeyEvent) -> bool:
        """Moves with the arrow keys, as radio buttons do. Whether the key was one of these."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            return False
        here = next((n for n, row in enumerate(self.rows) if row.hasFocus()), 0)
        target = self.rows[min(max(here + step, 0), len(self.rows) - 1)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(target.backup)
        return True

    def _tapped(self) -> None:
        row = self.sender()
        if isinstance(row, BackupRow):
            self.chosen.emit(row.backup)

    def _restyle(self) -> None:
        for row in self.rows:
            row.updateGeometry()
            row.update()
