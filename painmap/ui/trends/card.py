"""A card of Trends: one chart with its figures in words, as a picture or as a table, and its export."""

from collections.abc import Callable, Hashable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.words import Card, Words
from painmap.ui.theme import Appearance
from painmap.ui.trends.drawing import Turns
from painmap.ui.trends.export import COPY, KINDS, picture_copied, save_chart, suggested_name
from painmap.ui.trends.flowing import Flowing as Flowing
from painmap.ui.trends.graphic import tell_screen_readers
from painmap.ui.trends.picture import ChartPicture
from painmap.ui.trends.shown import Shown
from painmap.ui.trends.table_view import ChartTable

_ROOM_FOR_FIGURES, _ROOM_FOR_NAME = 200, 130
"""Px at 100 % that the figures and the name of what is pointed at need beside the heading and the buttons."""
AskPath = Callable[[QWidget, str], Path | None]
"""Asks where a file of that name is to go; None where the patient thinks better of it."""


class Views(QStackedWidget):
    """The picture or the table; as large as the one in sight needs."""

    def sizeHint(self) -> QSize:
        return self._front().sizeHint()

    def minimumSizeHint(self) -> QSize:
        front = self._front()
        return front.minimumSizeHint().expandedTo(front.minimumSize())

    def _front(self) -> QWidget:
        front = self.currentWidget()
        assert front is not None
        return front


class ChartCard(Card):
    """One chart. `day_opened` gives the date that the patient wants to see in full; `turned` says that the table
    or the picture has come to the front; `closer` and `along` ask for other dates, as the picture does. Ctrl+C copies
    what is in front.
    """

    day_opened = Signal(object)
    turned = Signal()
    closer = Signal(int, object)
    along = Signal(float)

    def __init__(
        self, title: str, appearance: Appearance, turns: Turns, ask_path: AskPath, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        tell_screen_readers()
        self._title = title
        self._shown: Shown | None = None
        self._ask_path = ask_path
        self._table_due = False
        self.heading = Words(title, appearance, "heading", parent=self)
        self.when = Words("", appearance, "small-strong", parent=self)
        self.figures = Flowing(appearance, "small", "ink-muted", self)
        self.other_view = Button("As a table", appearance, Kind.QUIET, parent=self)
        self.export = Button("Export", appearance, Kind.QUIET, parent=self)
        self._lasting = [self.other_view, self.export]
        self.kinds = QMenu(self)
        self.picture = ChartPicture(appearance, turns)
        self.table = ChartTable(appearance)
        self.views = Views(self)
        self.note = Flowing(appearance, "small", "ink-muted", self)
        self.open_day = Button("Open this day", appearance, Kind.LINK, parent=self)
        self.told = Flowing(appearance, "small-strong", "ink", self)
        self._lay()
        self._wire()

    def _lay(self) -> None:
        self._head = self._laid_head()
        self.views.addWidget(self.picture)
        self.views.addWidget(self.table)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.addWidget(self.note, 1)
        self.foot.addWidget(self.told, 1)
        self.foot.addStretch(0)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, 0, 12, 0)
        self.column.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 4, 4, 8)
        whole.setSpacing(4)
        whole.addLayout(self._head)
        whole.addLayout(self.column, 1)
        self.column.addWidget(self.views, 1)
        self.column.addLayout(self.foot)
        for later in (self.open_day, self.told, self.when):
            later.hide()

    def _laid_head(self) -> QBoxLayout:
        """Words, and buttons beside or below them."""
        words, buttons = QHBoxLayout(), QHBoxLayout()
        self._words = words
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addSpacing(12)
        words.addWidget(self.when)
        words.addSpacing(4)
        words.addWidget(self.figures, 1)
        buttons.setSpacing(0)
        buttons.addStretch(1)
        self._buttons = buttons
        buttons.addWidget(self.open_day)
        buttons.addSpacing(8)
        for button in self._lasting:
            buttons.addWidget(button)
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(0)
        head.addLayout(words, 1)
        head.addLayout(buttons)
        return head

    def _wire(self) -> None:
        for kind, words in KINDS.items():
            self.kinds.addAction(words).setData(kind)
        self.kinds.addSeparator()
        self._copying = self.kinds.addAction("")
        self._copying.setData(COPY)
        self.kinds.triggered.connect(lambda action: self._take(action.data()))
        self.export.setAccessibleName(f"Export {self._title}")
        self.export.clicked.connect(self._open_kinds)
        self.other_view.clicked.connect(self._turn)
        self.picture.pointed.connect(self._say_pointed)
        self.picture.opened.connect(self.day_opened)
        self.picture.closer.connect(self.closer)
        self.picture.along.connect(self.along)
        self.table.copied.connect(lambda: self._tell(True, "Table copied"))
        self.open_day.clicked.connect(self._open_pointed)
        self._appearance.changed.connect(self._arrange)
        self._name_view()

    @property
    def shown(self) -> Shown | None:
        """What the card shows."""
        return self._shown

    @property
    def charted(self) -> bool:
        """Whether the picture is in front, not the table."""
        return self.views.currentWidget() is self.picture

    def show_chart(self, shown: Shown) -> None:
        """Shows a chart, in the view that is open."""
        self._shown = shown
        self._keep_room(shown.can_point and shown.opens)
        self.picture.show_chart(shown)
        self.note.setText(shown.note)
        self._say("")
        self._say_pointed(self.picture.key)
        self._table_due = True
        self._fill_table()

    def add_button(self, button: Button) -> None:
        """Puts a button into the head, before those that every card has."""
        self._buttons.insertWidget(self._buttons.indexOf(self._lasting[0]), button)
        self._lasting.insert(0, button)
        self.setTabOrder(self.open_day, button)
        self.setTabOrder(button, self.other_view)

    def add_options(self, options: QWidget) -> None:
        """Puts a choice of what the chart shows under its head."""
        row = QHBoxLayout()
        row.addWidget(options)
        row.addStretch(1)
        self.column.insertLayout(0, row)
        self.column.insertSpacing(1, 4)
        self._tab_before_the_chart(options)

    def _tab_before_the_chart(self, options: QWidget) -> None:
        """Has Tab reach the options before the chart below them, as they are read."""
        last, following = options, options.nextInFocusChain()
        while following is not None and options.isAncestorOf(following):
            last, following = following, following.nextInFocusChain()
        # Qt puts only what can have the keyboard into the order; what the chart shows decides later whether it has it.
        self.picture.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabOrder(last, self.picture)
        self.setTabOrder(self.picture, self.table)

    def copy(self) -> None:
        """Puts what is in front, the picture or the table, where other programs can paste it from."""
        if self._shown is None:
            return
        if not self.charted:
            self.table.copy()
            return
        QGuiApplication.clipboard().setMimeData(picture_copied(self._shown))
        self._tell(True, "Picture copied")

    def save(self, kind: str) -> None:
        """Asks for a place and writes the chart there, in the paper look; for 'csv' its table."""
        if self._shown is None:
            return
        path = self._ask_path(self, suggested_name(self._shown, kind))
        if path is not None:
            self._tell(*save_chart(self._shown, path))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        """The buttons below the words where there is no room beside them."""
        theme = self._appearance.theme
        shown = self._shown
        needed = self.heading.sizeHint().width() + theme.px(_ROOM_FOR_FIGURES) + 44
        needed += sum(button.sizeHint().width() for button in self._lasting)
        if shown is not None and shown.can_point:
            needed += theme.px(_ROOM_FOR_NAME) + (self.open_day.sizeHint().width() + 8 if shown.opens else 0)
        beside = needed <= self.width()
        self._words.setContentsMargins(0, 0 if beside else 8, 12, 0)
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _take(self, kind: str) -> None:
        if kind == COPY:
            self.copy()
        else:
            self.save(kind)

    def _keep_room(self, can_open: bool) -> None:
        """Keeps the button's place free, so that nothing moves when something is pointed at."""
        policy = self.open_day.sizePolicy()
        policy.setRetainSizeWhenHidden(can_open)
        self.open_day.setSizePolicy(policy)
        self._arrange()

    def _tell(self, worked: bool, sentence: str) -> None:
        self.told.restyle("small-strong", "ink" if worked else "danger")
        self._say(sentence)
        self.picture.announce(sentence)

    def _say(self, sentence: str) -> None:
        """What became of an export stands where the note was, until the chart changes."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        self.note.setVisible(bool(self.note.text()) and self.charted and not sentence)

    def _say_pointed(self, key: Hashable | None) -> None:
        if self._shown is None:
            return
        said = self._shown.told(key)
        when, colon, rest = said.partition(": ") if said else ("", "", self._shown.lead)
        self.when.setText(f"{when}:" if colon else when)
        self.when.setVisible(bool(when))
        self.figures.setText(rest)
        self.open_day.setVisible(key is not None and self._shown.day_of(key) is not None)

    def _open_pointed(self) -> None:
        if self._shown is not None and self.picture.key is not None:
            self.day_opened.emit(self._shown.day_of(self.picture.key))

    def _turn(self) -> None:
        to_table = self.charted
        self.views.setCurrentWidget(self.table if to_table else self.picture)
        self.views.updateGeometry()
        self.updateGeometry()
        self._name_view()
        self._say("")
        self._fill_table()
        if to_table:
            self.table.setFocus()
        self.turned.emit()

    def _name_view(self) -> None:
        text = "As a table" if self.charted else "As a chart"
        self.other_view.rename(text, f"{self._title}: {text.lower()}")
        self._copying.setText("Copy picture" if self.charted else "Copy table")

    def _fill_table(self) -> None:
        if self._table_due and self._shown is not None and not self.charted:
            self._table_due = False
            self.table.show_table(self._title, self._shown.table())

    def _open_kinds(self) -> None:
        self.kinds.popup(self.export.mapToGlobal(self.export.rect().bottomLeft()))
