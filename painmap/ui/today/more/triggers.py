"""What may have set it off: those offered, those of the patient's own, and a line to add one."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from painmap.domain.about import LONGEST_TAG, MOST_TRIGGERS, About, Trigger
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.field import Field
from painmap.ui.parts.tiles import Tiles, shortened
from painmap.ui.parts.words import Words
from painmap.ui.theme import Appearance
from painmap.ui.today.more.group import Group, row_height, stacked
from painmap.ui.today.more.headed import Headed

FULL = f"A check-in has at most {MOST_TRIGGERS} of these. Take one away to add another."


class Triggers(Group):
    """Each is on or off. Own tags used before are offered again."""

    def __init__(
        self, used_before: Callable[[], Iterable[str]], appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self._used_before = used_before
        self._on: frozenset[str] = frozenset()
        self._width, self._small = 0, False
        self._tiles = Tiles(appearance)
        self.chips = {str(trigger): self._chip(trigger, name_of(trigger)) for trigger in Trigger}
        self.own = Field("Another trigger", "", appearance, LONGEST_TAG)
        self.own.setPlaceholderText("Another, in your own words")
        self.add = Button("Add", appearance)
        self.trouble = Words("", appearance, "small", "danger", wrap=True)
        self.trouble.hide()
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.own, 1)
        row.addWidget(self.add)
        inside = stacked(self._tiles, line, self.trouble)
        self.headed = Headed("Triggers", "what may have set it off", inside, appearance)
        self.column.addWidget(self.headed)
        self._wire()

    def _wire(self) -> None:
        self.own.editingFinished.connect(self.flush)
        self.add.clicked.connect(self.flush)
        self.headed.cleared.connect(self._cleared)

    def show_about(self, about: About) -> None:
        self._on = about.triggers
        own = sorted({*self._used_before(), *about.own_tags} - set(Trigger), key=str.casefold)
        for gone in self.chips.keys() - set(Trigger) - set(own):
            del self.chips[gone]
        for tag in own:
            if tag not in self.chips:
                self.chips[tag] = self._chip(tag, tag)
        self.chips = {tag: self.chips[tag] for tag in (*map(str, Trigger), *own)}
        for tag, chip in self.chips.items():
            chip.setChecked(tag in about.triggers)
        self._tiles.show_tiles(list(self.chips.values()), len(Trigger))
        self.headed.show_answered(bool(about.triggers))
        if self._width:
            self.fit(self._width, small=self._small)

    def fit(self, width: int, *, small: bool) -> None:
        self._width, self._small = width, small
        for tag, chip in self.chips.items():
            if tag not in set(Trigger):
                chip.rename(shortened(tag, width, self.appearance), tag)
        self._tiles.fit(width, row_height(small))
        self.headed.fit(small=small)

    def flush(self) -> bool:
        """Adds the tag that is typed; one that is there already is turned on."""
        typed = " ".join(self.own.text().split())
        if not typed:
            return True
        known = {name_of(tag).casefold(): tag for tag in self.chips}
        tag = known.get(typed.casefold(), typed)
        if len(self._on | {tag}) > MOST_TRIGGERS:
            self._say(FULL)
            return True
        self._say("")
        self.own.clear()
        self.told.emit("triggers", self._on | {tag}, False)
        return True

    def forget(self) -> None:
        self.own.clear()
        self._say("")

    def take_focus(self) -> None:
        next(iter(self.chips.values())).setFocus()

    def _chip(self, tag: str, name: str) -> Button:
        chip = Button(name, self.appearance, Kind.CHOICE, parent=self._tiles)
        chip.clicked.connect(partial(self._tapped, tag))
        return chip

    def _tapped(self, tag: str) -> None:
        on = self.chips[tag].isChecked()
        if on and len(self._on) >= MOST_TRIGGERS:
            self.chips[tag].setChecked(False)
            self._say(FULL)
            return
        self._say("")
        self.told.emit("triggers", self._on | {tag} if on else self._on - {tag}, False)

    def _cleared(self) -> None:
        self.told.emit("triggers", frozenset(), False)
        self.take_focus()

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        self.own.setAccessibleDescription(text)


def name_of(trigger: str) -> str:
    """A trigger as it is shown: 'Poor sleep'; an own tag as it was typed."""
    return trigger.capitalize().replace("_", " ") if trigger in set(Trigger) else trigger
