"""Changing the passphrase: all is written anew beside the window, and put in place in its own thread."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from painmap.domain.course import Course
from painmap.storage.keys import Key
from painmap.storage.sealing import Change
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.background import UNFINISHED, Background, Outcome
from painmap.ui.backups.rounds import Rounds
from painmap.ui.journal import Journal
from painmap.ui.settings import Settings

NOT_CHANGED = "The passphrase was not changed; close Painmap and try again."


class Task(QObject):
    """One change. `progressed` gives how many files are ready, and of how many; `done` a trouble, or an empty text."""

    progressed = Signal(int, int)
    done = Signal(str)

    def __init__(self, journal: Journal, rounds: Rounds, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._rounds, self._settings = journal, rounds, settings
        self._background = Background(self)
        self._background.patience = 0
        self.changed: Change | None = None
        """What was made, with the backups that stayed as they were."""

    @property
    def busy(self) -> bool:
        """Whether a change is under way."""
        return self._background.busy

    def start(self, passphrase: str) -> None:
        """Begins; an empty passphrase takes the one there is away."""
        self._journal.settling.emit()
        self._rounds.wait()
        place = self._settings.choices.place
        self._background.start(partial(self._prepare, passphrase, (place,) if place else ()), self._put_in_place)

    def _prepare(self, passphrase: str, places: tuple[Path, ...], _course: Course) -> Change:
        change = Change(self._journal.diary.path, Key.new(passphrase) if passphrase else None, places)
        change.prepare(self._journal.now(), self.progressed.emit)
        return change

    def _put_in_place(self, outcome: Outcome[Change]) -> None:
        self.changed = outcome.made
        trouble = NOT_CHANGED if outcome.trouble == UNFINISHED else outcome.trouble
        # A backup that is being made now would be one without the passphrase.
        self._rounds.wait()
        if self.changed is not None:
            try:
                self.changed.take_place(self._journal.diary)
            except DiaryTrouble as found:
                trouble = str(found)
        self.done.emit(trouble)
