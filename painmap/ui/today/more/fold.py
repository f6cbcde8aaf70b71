"""More about today, opened: the questions that come first, and the rest when it is asked for."""

from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painmap.domain.checkin import CheckIn
from painmap.domain.families import Topic, asked_first, in_order
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance
from painmap.ui.today.more.button import MoreButton
from painmap.ui.today.more.effort import AfterEffort
from painmap.ui.today.more.note import Note, Writer
from painmap.ui.today.more.ratings import mood, sleep, thinking
from painmap.ui.today.more.said import answered, named
from painmap.ui.today.more.senses import Senses
from painmap.ui.today.more.signs import flare, signs
from painmap.ui.today.more.stiffness import Stiffness
from painmap.ui.today.more.triggers import Triggers

if TYPE_CHECKING:
    from datetime import date

    from painmap.domain.about import About
    from painmap.ui.today.more.group import Group

FIRST_IN_LARGE = 2
CARD_MARGIN = 16


class Fold(QWidget):
    """Shows what an entry says besides the map. `told` gives an answer, `closed` asks to fold it.

    What is unfolded follows what the patient lives with; everything else is one button away, and what was answered
    is always in sight.
    """

    told = Signal(str, object, bool)
    note_written = Signal(str, bool)
    closed = Signal()

    def __init__(
        self, used_before: Callable[[], Iterable[str]], appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._lives_with: tuple[str, ...] = ()
        self._large = self._small = False
        self._width = 0
        self._check_in: CheckIn | None = None
        self._about: About | None = None
        self._unfolded: set[Topic] = set()
        self._whole: set[date] = set()
        self.head = MoreButton(appearance, opens=False)
        self.groups: dict[Topic, Group] = {}
        """Those that were shown so far: each is made when it is first needed."""
        self._makers: dict[Topic, Callable[[], Group]] = {
            Topic.SLEEP: partial(sleep, appearance),
            Topic.THINKING: partial(thinking, appearance),
            Topic.MOOD: partial(mood, appearance),
            Topic.STIFFNESS: partial(Stiffness, appearance),
            Topic.SENSES: partial(Senses, appearance),
            Topic.EFFORT: partial(AfterEffort, appearance),
            Topic.FLARE: partial(flare, appearance),
            Topic.TRIGGERS: partial(Triggers, used_before, appearance),
            Topic.SIGNS: partial(signs, appearance),
            Topic.NOTE: partial(Note, appearance),
            Topic.WRITER: partial(Writer, appearance),
        }
        self.rest = Button("Show the rest", appearance)
        self._else = Words("", appearance, "body", "ink-muted", wrap=True)
        self._lay_out()
        self.rest.clicked.connect(self._show_rest)
        self.head.clicked.connect(self.closed)

    @property
    def note(self) -> Note:
        """The field for words."""
        self._make([Topic.NOTE])
        note = self.groups[Topic.NOTE]
        assert isinstance(note, Note)
        return note

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._last = QWidget()
        row = QHBoxLayout(self._last)
        row.setContentsMargins(0, 16, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._else, 1)
        row.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._last)

    def put_first(self, lives_with: Collection[str]) -> None:
        """Takes the order that suits what the patient lives with."""
        if tuple(lives_with) == self._lives_with:
            return
        self._lives_with = tuple(lives_with)
        for group in self.groups.values():
            self._column.removeWidget(group)
        self._arrange()
        self._unfolded.clear()

    def show_check_in(self, check_in: CheckIn, *, opened: bool) -> None:
        """Shows what a check-in says; while it is folded, only leaves what was typed for another."""
        before, self._check_in = self._check_in, check_in
        if before is None or before.id != check_in.id:
            self._unfolded.clear()
            self._about = None
            for group in self.groups.values():
                group.forget()
        self.setVisible(opened)
        if opened:
            self._show_topics(check_in)

    def fit(self, size_class: str, width: int) -> None:
        """Takes a width; in a large window it is a card, in a small one its buttons are less high."""
        self._large, self._small = size_class == "large", size_class == "small"
        margin = CARD_MARGIN if self._large else 0
        self._width = width - 2 * margin
        self._column.setContentsMargins(margin, 6 if self._large else 0, margin, margin)
        self.head.set_framed(not self._large)
        for group in self.groups.values():
            group.fit(self._width, small=self._small)
        self._unfolded.clear()
        self.update()

    def first(self) -> list[Topic]:
        """What is unfolded before anything is answered, and the note where there is room."""
        first = list(asked_first(self._lives_with))
        return first[:FIRST_IN_LARGE] if self._large else [*first, Topic.NOTE]

    def flush(self) -> bool:
        """Keeps what is being typed and is not yet kept. Whether nothing is left that would be lost."""
        left = [topic for topic, group in self.groups.items() if not group.flush()]
        return not left

    def take_focus(self) -> None:
        """Puts the keyboard on the first question."""
        self.groups[in_order(self._lives_with)[0]].take_focus()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._large:
            return
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("line-strong"), theme.line))
        inset = theme.line / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)

    def _make(self, topics: Iterable[Topic]) -> None:
        new = [topic for topic in topics if topic not in self.groups]
        for topic in new:
            group = self._makers[topic]()
            group.told.connect(self._group_told)
            if isinstance(group, Note):
                group.written.connect(self.note_written)
            group.fit(self._width, small=self._small)
            self.groups[topic] = group
        if new:
            self._about = None
            self._arrange()

    def _arrange(self) -> None:
        """Has the questions that there are stand, and Tab go through them, in their order."""
        before: QWidget = self.head
        for place, topic in enumerate((t for t in in_order(self._lives_with) if t in self.groups), 1):
            self._column.insertWidget(place, self.groups[topic])
            for part in self.groups[topic].findChildren(QWidget):
                if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                    QWidget.setTabOrder(before, part)
                    before = part
        QWidget.setTabOrder(before, self.rest)

    def _group_told(self, answer: str, value: object, goes_on: bool) -> None:
        self._about = None
        self.told.emit(answer, value, goes_on)

    def _show_topics(self, check_in: CheckIn) -> None:
        """What was unfolded stays so while the check-in is shown: clearing an answer moves nothing."""
        whole = check_in.day in self._whole
        self._unfolded |= set(Topic) if whole else {*self.first(), *answered(check_in)}
        self._make(topic for topic in Topic if topic in self._unfolded)
        for topic, group in self.groups.items():
            group.setVisible(topic in self._unfolded)
            if topic in self._unfolded and self._about is not check_in.about:
                group.show_about(check_in.about)
        self._about = check_in.about
        if Topic.NOTE in self._unfolded:
            self.note.show_note(check_in.note)
        rest = [topic for topic in in_order(self._lives_with) if topic not in self._unfolded]
        self._last.setVisible(bool(rest))
        self._else.setText(f"Everything else: {named(rest).lower()}")

    def _show_rest(self) -> None:
        if self._check_in is None:
            return
        hidden = [topic for topic in in_order(self._lives_with) if topic not in self._unfolded]
        self._whole.add(self._check_in.day)
        self._about = None
        self._show_topics(self._check_in)
        if hidden:
            self.groups[hidden[0]].take_focus()
