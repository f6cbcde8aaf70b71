"""More about today, opened: the questions that come first, and the rest when it is asked for."""

from collections.abc import Callable, Collection, Iterable
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
from painmap.ui.today.more.said import named
from painmap.ui.today.more.senses import Senses
from painmap.ui.today.more.signs import flare, signs
from painmap.ui.today.more.stiffness import Stiffness
from painmap.ui.today.more.triggers import Triggers

if TYPE_CHECKING:
    from datetime import date

    from painmap.ui.today.more.group import Group

FIRST_IN_LARGE = 2
CARD_MARGIN = 16


class Fold(QWidget):
    """Shows what an entry says besides the map. `told` gives an answer, `closed` asks to fold it.

    What is unfolded follows what the patient lives with; everything else is one button away, and what was answered
    is always in sight.
    """

    told = Signal(str, object, bool)
    closed = Signal()

    def __init__(
        self, used_before: Callable[[], Iterable[str]], appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._lives_with: tuple[str, ...] = ()
        self._large = self._small = False
        self._check_in: CheckIn | None = None
        self._unfolded: set[Topic] = set()
        self._whole: set[date] = set()
        self.head = MoreButton(appearance, opens=False)
        self.note = Note(appearance)
        self.groups: dict[Topic, Group] = {
            Topic.SLEEP: sleep(appearance),
            Topic.THINKING: thinking(appearance),
            Topic.MOOD: mood(appearance),
            Topic.STIFFNESS: Stiffness(appearance),
            Topic.SENSES: Senses(appearance),
            Topic.EFFORT: AfterEffort(appearance),
            Topic.FLARE: flare(appearance),
            Topic.TRIGGERS: Triggers(used_before, appearance),
            Topic.SIGNS: signs(appearance),
            Topic.NOTE: self.note,
            Topic.WRITER: Writer(appearance),
        }
        self.rest = Button("Show the rest", appearance)
        self._else = Words("", appearance, "body", "ink-muted", wrap=True)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        for group in self.groups.values():
            self._column.addWidget(group)
        self._last = QWidget()
        row = QHBoxLayout(self._last)
        row.setContentsMargins(0, 16, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._else, 1)
        row.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._last)

    def _wire(self) -> None:
        for group in self.groups.values():
            group.told.connect(self.told)
        self.rest.clicked.connect(self._show_rest)
        self.head.clicked.connect(self.closed)

    def put_first(self, lives_with: Collection[str]) -> None:
        """Takes the order that suits what the patient lives with."""
        if tuple(lives_with) == self._lives_with:
            return
        self._lives_with = tuple(lives_with)
        for place, topic in enumerate(in_order(lives_with), 1):
            self._column.removeWidget(self.groups[topic])
            self._column.insertWidget(place, self.groups[topic])
        self._chain()
        self._unfolded.clear()
        self._show_topics()

    def show_check_in(self, check_in: CheckIn) -> None:
        """Shows what a check-in says."""
        before, self._check_in = self._check_in, check_in
        if before is None or before.id != check_in.id:
            self._unfolded.clear()
            for group in self.groups.values():
                group.forget()
        self._show_topics()

    def fit(self, size_class: str, width: int) -> None:
        """Takes a width; in a large window it is a card, in a small one its buttons are less high."""
        self._large, self._small = size_class == "large", size_class == "small"
        margin = CARD_MARGIN if self._large else 0
        self._column.setContentsMargins(margin, 6 if self._large else 0, margin, margin)
        self.head.set_framed(not self._large)
        for group in self.groups.values():
            group.fit(width - 2 * margin, small=self._small)
        self._unfolded.clear()
        self._show_topics()
        self.update()

    def first(self) -> list[Topic]:
        """What is unfolded before anything is answered, and the note where there is room."""
        first = list(asked_first(self._lives_with))
        return first[:FIRST_IN_LARGE] if self._large else [*first, Topic.NOTE]

    def flush(self) -> None:
        """Keeps what is being typed and is not yet kept."""
        for group in self.groups.values():
            group.flush()

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

    def _answered(self, topic: Topic, check_in: CheckIn) -> bool:
        said = self.groups[topic].answered(check_in.about)
        return said or (topic is Topic.NOTE and bool(check_in.note))

    def _show_topics(self) -> None:
        """What was unfolded stays so while the check-in is shown: clearing an answer moves nothing."""
        check_in = self._check_in
        if check_in is None:
            return
        whole = check_in.day in self._whole
        answered = {topic for topic in Topic if self._answered(topic, check_in)}
        self._unfolded |= set(Topic) if whole else {*self.first(), *answered}
        for topic, group in self.groups.items():
            group.setVisible(topic in self._unfolded)
            if topic in self._unfolded:
                group.show_about(check_in.about)
        self.note.show_note(check_in.note)
        rest = [topic for topic in in_order(self._lives_with) if topic not in self._unfolded]
        self._last.setVisible(bool(rest))
        self._else.setText(f"Everything else: {named(rest).lower()}")

    def _show_rest(self) -> None:
        if self._check_in is None:
            return
        hidden = [topic for topic in in_order(self._lives_with) if topic not in self._unfolded]
        self._whole.add(self._check_in.day)
        self._show_topics()
        if hidden:
            self.groups[hidden[0]].take_focus()

    def _chain(self) -> None:
        """Has Tab go through the questions as they stand."""
        before: QWidget = self.head
        for topic in in_order(self._lives_with):
            for part in self.groups[topic].findChildren(QWidget):
                if part.focusPolicy() & Qt.FocusPolicy.ClickFocus or part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    QWidget.setTabOrder(before, part)
                    before = part
        QWidget.setTabOrder(before, self.rest)
