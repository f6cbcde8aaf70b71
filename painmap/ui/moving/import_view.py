"""Looking at a file before it is brought in: what is in it, what would become of it, and what can't be taken."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painmap.domain.contents import Contents
from painmap.domain.words import counted
from painmap.exchange.csv_import import check_ins_of, with_the_diarys_own
from painmap.exchange.foreign import ForeignTable
from painmap.exchange.found import Found, preview
from painmap.exchange.matching import open_questions
from painmap.ui.backups.comparison import Facts
from painmap.ui.journal import Journal
from painmap.ui.moving.columns import Columns
from painmap.ui.moving.looked import Looked
from painmap.ui.page import say_aloud
from painmap.ui.parts import scroll
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.passage import Passage
from painmap.ui.parts.words import Words
from painmap.ui.settings_cards import SettingsCard
from painmap.ui.theme import Appearance
from painmap.ui.treatments.flow import Flow

FIRST = "A backup of the diary as it is now is made first. Nothing in the diary is deleted."
NOTHING = "There is nothing in it that the diary does not have."
LATER = "Its days count as entered later. Times of day are not taken over."
SHOWN = 5
"""Of what can't be taken, that are named one by one."""
ASKED = {
    "day": "Say which column has the days.",
    "pain": "Say which column has pain, fatigue or a note.",
    "order": "Say what comes first in a day, above.",
    "pain_scale": "Say which scale pain has.",
    "fatigue_scale": "Say which scale fatigue has.",
}


class ImportView(QWidget):
    """Shows what a file would bring. `taken` gives the Found that is to be brought in; `left` says that none is."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, journal: Journal, appearance: Appearance) -> None:
        super().__init__()
        self._journal, self._appearance = journal, appearance
        self._table: ForeignTable | None = None
        self._found: Found | None = None
        self._there = Contents()
        self.said = ""
        """What a screen reader was told last."""
        self.columns = Columns(appearance)
        self.what = SettingsCard("What it would bring", appearance)
        self.name = Passage("", appearance, "ink-muted")
        self.facts = Facts("What the file would bring", appearance)
        self.note = Words("", appearance, wrap=True)
        self.trouble = Words("", appearance, "body-strong", wrap=True)
        self.refused = Passage("", appearance, "ink-muted")
        self.act = Button("", appearance, Kind.MAIN, height=52)
        self.not_now = Button("Not now", appearance, height=52)
        self._lay_out()
        self.area.verticalScrollBar().rangeChanged.connect(self._show_focus)
        self.columns.changed.connect(self._show)
        self.act.clicked.connect(self._take)
        self.not_now.clicked.connect(self.left)

    def open(self, looked: Looked) -> None:
        """Takes what was found in a file, and what the diary held then."""
        self._table = looked.found if isinstance(looked.found, ForeignTable) else None
        self._found = looked.found if isinstance(looked.found, Found) else None
        self._there = looked.there
        self.name.show_text(looked.path.name)
        self.columns.setVisible(self._table is not None)
        if self._table is not None:
            self.columns.show_table(self._table)
        self._show()
        self.area.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Puts the keyboard on what comes first."""
        asked = (self.columns.order, *self.columns.scales.values()) if self._table else ()
        first = next((each.buttons[0] for each in asked if not each.isHidden()), None)
        (first or (self.act if self.act.isEnabled() else self.not_now)).setFocus()

    def _show_focus(self) -> None:
        """What has the keyboard stays in sight when the room or what is asked changes."""
        held = self.focusWidget()
        if held is not None and held.hasFocus():
            self.area.ensureWidgetVisible(held)

    def _lay_out(self) -> None:
        self._first = Words(FIRST, self._appearance, "small", "ink-muted", wrap=True)
        self._buttons = Flow((self.act, self.not_now))
        for part in (self.name, self.facts, self.note, self.trouble, self.refused, self._buttons, self._first):
            self.what.column.addWidget(part)
        self.what.column.setSpacing(12)
        inside = scroll.Flow()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(16)
        column.addWidget(self.columns)
        column.addWidget(self.what)
        column.addStretch(1)
        self.area = scroll.Scroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _show(self) -> None:
        asked = open_questions(self.columns.matching) if self._table is not None else ()
        if self._table is not None and not asked:
            made = check_ins_of(self._table, self.columns.matching, self._journal.now())
            self._found = with_the_diarys_own(made, self._there)
        self._show_found(None if asked else self._found, ASKED[asked[0]] if asked else "")

    def _show_found(self, found: Found | None, trouble: str) -> None:
        brings = ""
        if found is not None:
            try:
                seen = preview(self._there, found)
            except ValueError as wrong:
                said = str(wrong)
                trouble = f"{said[0].upper()}{said[1:]}, so it can't be brought in; change one of the two first."
            else:
                self.facts.show_rows(seen.rows)
                brings = seen.brings
                trouble = "" if brings else NOTHING
        self.facts.setVisible(found is not None and (bool(brings) or trouble == NOTHING))
        notes = (*found.notes, LATER) if found and self._table else ()
        for words, text in ((self.note, " ".join(notes)), (self.trouble, trouble)):
            words.setText(text)
            words.setVisible(bool(text))
        refused = found.refused if found else ()
        self.refused.show_text(_refused_text(refused))
        self.refused.setVisible(bool(refused))
        self.act.rename(f"Bring in {brings}" if brings else "Bring in")
        self.act.setEnabled(bool(brings))
        rows = [f"{name}: {amount}." for name, amount in self.facts.rows] if brings else []
        self.said = " ".join((*rows, *notes)) or trouble
        say_aloud(self, self.said)
        self._first.setVisible(bool(brings))
        self._buttons.refresh()

    def _take(self) -> None:
        if self._found is not None:
            self.taken.emit(self._found)


def _refused_text(refused: tuple[str, ...]) -> str:
    """The first few of what can't be taken, each with its reason, and how many there are besides."""
    more = len(refused) - SHOWN
    lines = [f"Left out: {each}" for each in refused[:SHOWN]]
    return "\n".join((*lines, f"And {counted(more, 'other')}.") if more > 0 else lines)
