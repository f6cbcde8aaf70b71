"""The card of the Settings page about backups: the last good one, where they are, and the way back to one."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from painmap.storage.restored import waiting
from painmap.storage.second_place import make_place
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.backups.rounds import Rounds
from painmap.ui.backups.words import FAILED, fuller_text, last_good, place_text
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.passage import Passage
from painmap.ui.parts.words import Words
from painmap.ui.settings import Settings
from painmap.ui.settings_cards import SettingsCard
from painmap.ui.theme import Appearance
from painmap.ui.treatments.flow import Flow

WAITS = "A restore waits for your word. Until then no backup is thinned out."


def ask_folder(parent: QWidget) -> Path | None:
    """In which folder the second place is to be; None where the dialog was left."""
    chosen = QFileDialog.getExistingDirectory(parent, "Choose a second place for backups", str(Path.home()))
    return Path(chosen) if chosen else None


class BackupCard(SettingsCard):
    """Makes a backup now, chooses a second place, and asks for the page on which one is brought back."""

    restore_asked = Signal()

    def __init__(
        self,
        rounds: Rounds,
        settings: Settings,
        appearance: Appearance,
        now: Callable[[], datetime],
        ask: Callable[[QWidget], Path | None] = ask_folder,
    ) -> None:
        super().__init__("Backups", appearance)
        self._rounds, self._settings, self._now, self._ask = rounds, settings, now, ask
        self.state = Words("", appearance, wrap=True)
        self.why = Words("", appearance, "small", "ink-muted", wrap=True)
        self.button = Button("Back up now", appearance)
        self.place = Passage(f"On this computer, in {rounds.folder}", appearance, "ink-muted")
        self.second = Passage("", appearance, "ink-muted")
        self.note = Words("", appearance, "small", "ink-muted", wrap=True)
        self.change = Button("Add a second place", appearance)
        self.leave_out = Button("No second place", appearance, Kind.QUIET)
        self.restore = Button("Restore a backup", appearance)
        self._beside([self.state, self.why, self.place], self.button)
        self.column.addWidget(self.second)
        self.column.addWidget(self.note)
        self._row = Flow((self.change, self.leave_out, self.restore))
        self.column.addSpacing(4)
        self.column.addWidget(self._row)
        self._wire()

    def refresh(self) -> None:
        """Shows how it stands; a failed backup is told until the next one works."""
        rounds, today = self._rounds, self._now().date()
        last = rounds.last
        self.state.setText(FAILED if rounds.trouble else last_good(last, today))
        self._say(self.why, rounds.trouble)
        self.button.rename("Try again" if rounds.trouble else "Back up now")
        self.second.show_text(place_text(rounds.there, today))
        note = (fuller_text(last, rounds.fullest, today), WAITS if waiting(rounds.folder) else "")
        self._say(self.note, " ".join(filter(None, note)))
        chosen = bool(self._settings.choices.second_place)
        self.change.rename("Change place" if chosen or rounds.trouble else "Add a second place")
        self.leave_out.setVisible(chosen)
        self._row.refresh()

    def _wire(self) -> None:
        self.button.clicked.connect(self._make)
        self.change.clicked.connect(self._choose)
        self.leave_out.clicked.connect(self._forget)
        self.restore.clicked.connect(self.restore_asked)
        self._rounds.changed.connect(self.refresh)

    def _say(self, words: Words, text: str) -> None:
        words.setText(text)
        words.setVisible(bool(text))

    def _make(self) -> None:
        self._rounds.run("own")

    def _choose(self) -> None:
        chosen = self._ask(self)
        if chosen is None:
            return
        try:
            place = make_place(chosen, self._rounds.folder)
        except DiaryTrouble as trouble:
            self._say(self.note, str(trouble))
            return
        self._settings.choose(second_place=str(place))
        self._rounds.run("own")

    def _forget(self) -> None:
        self._settings.choose(second_place="")
        self.change.setFocus()
        self.refresh()
