"""The uses of one treatment: newest first in rows of 50, each to edit and to delete."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from painmap.domain.treatment import Use
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Rule, Words
from painmap.ui.theme import Appearance
from painmap.ui.treatments.wording import capital, moment, use_words, uses_words

FEW = 3
STEP = 50
WHEN = 160
BESIDE_FROM = 500
ROW = 50


class UseRow(QWidget):
    """One use: when, how it went, and what can be done with it. Each signal gives the use."""

    relief_asked = Signal(object)
    edited = Signal(object)
    deleted = Signal(object)

    def __init__(self, use: Use, today: date, appearance: Appearance) -> None:
        super().__init__()
        self.use = use
        self._appearance = appearance
        self.when = Words(capital(moment(use.at, today)), appearance, wrap=True)
        self.how = Words(use_words(use), appearance, "body", "ink-muted", wrap=True)
        self.add_relief = Button("Add relief", appearance)
        self.add_relief.setVisible(use.done and use.relief is None)
        self.edit = Button("Edit", appearance, Kind.LINK)
        self.delete = Button("Delete", appearance, Kind.LINK)
        spoken = moment(use.at, today)
        self.add_relief.setAccessibleName(f"Add relief, use of {spoken}")
        self.edit.setAccessibleName(f"Edit the use of {spoken}")
        self.delete.setAccessibleName(f"Delete the use of {spoken}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 3)
        row.setSpacing(12)
        self._words = QHBoxLayout()
        self._words.setSpacing(2)
        self._words.addWidget(self.when)
        self._words.addWidget(self.how, 1)
        row.addLayout(self._words, 1)
        for button in (self.add_relief, self.edit, self.delete):
            row.addWidget(button)
        self.setMinimumHeight(ROW)
        self.add_relief.clicked.connect(self._ask)
        self.edit.clicked.connect(self._edit)
        self.delete.clicked.connect(self._delete)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _restyle(self) -> None:
        theme = self._appearance.theme
        narrow = self.width() < theme.px(BESIDE_FROM)
        self._words.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.when.setMinimumWidth(0 if narrow else theme.px(WHEN))

    def _ask(self) -> None:
        self.relief_asked.emit(self.use)

    def _edit(self) -> None:
        self.edited.emit(self.use)

    def _delete(self) -> None:
        self.deleted.emit(self.use)


class Uses(QWidget):
    """The newest three, then all. `added` asks for one of an earlier time; the others give the use."""

    relief_asked = Signal(object)
    edited = Signal(object)
    deleted = Signal(object)
    added = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._shown: tuple[tuple[Use, ...], date, int] | None = None
        self._uses: tuple[Use, ...] = ()
        self._today = date.min
        self._most = FEW
        self._of = ""
        self._parts: list[QWidget] = []
        self.rows: list[UseRow] = []
        self.add = Button("Add a use", appearance, icon_name="plus")
        self.all = Button("", appearance, Kind.LINK)
        self.none = Words("No use logged yet.", appearance, "body", "ink-muted", wrap=True)
        head = QHBoxLayout()
        head.addWidget(Words("Uses", appearance, "heading"), 1)
        head.addWidget(self.add)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.none)
        column.addLayout(self._list)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.all.clicked.connect(self._show_more)
        self.add.clicked.connect(self.added)

    def show_uses(self, of: str, uses: Sequence[Use], today: date) -> None:
        """Shows the uses of the treatment with this id."""
        if of != self._of:
            self._of, self._most = of, FEW
        self._uses, self._today = tuple(uses), today
        self._deal()

    def _deal(self) -> None:
        wanted = (self._uses[: self._most], self._today, len(self._uses))
        if wanted == self._shown:
            return
        self._shown = wanted
        for part in self._parts:
            self._list.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.rows = [], []
        for use in wanted[0]:
            row = UseRow(use, self._today, self._appearance)
            row.relief_asked.connect(self.relief_asked)
            row.edited.connect(self.edited)
            row.deleted.connect(self.deleted)
            self.rows.append(row)
            for part in (Rule(self._appearance), row):
                self._parts.append(part)
                self._list.addWidget(part)
        left = len(self._uses) - len(self.rows)
        self.none.setVisible(not self._uses)
        self.all.setVisible(left > 0)
        fits = len(self._uses) <= STEP or self._most < STEP
        self.all.rename(f"All {uses_words(len(self._uses))}" if fits else f"Show {STEP} more")

    def _show_more(self) -> None:
        first_new = len(self.rows)
        self._most = STEP if self._most < STEP else self._most + STEP
        self._deal()
        if len(self.rows) > first_new:
            self.rows[first_new].edit.setFocus(Qt.FocusReason.OtherFocusReason)
