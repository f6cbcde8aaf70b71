"""Changing the passphrase beside the window: all is written anew in another thread, and put in place in this one."""

from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from painmap.storage.keys import Key
from painmap.storage.sealing import Change
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.backups.rounds import Rounds
from painmap.ui.journal import Journal
from painmap.ui.settings import Settings


class Task(QObject):
    """One change. `progressed` gives how many files are ready, and of how many; `done` a trouble, or an empty text."""

    progressed = Signal(int, int)
    done = Signal(str)
    _prepared = Signal(str)

    def __init__(self, journal: Journal, rounds: Rounds, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._rounds, self._settings = journal, rounds, settings
        self._thread: Thread | None = None
        self.changed: Change | None = None
        """What was made, with the backups that stayed as they were."""
        self._prepared.connect(self._put_in_place)

    @property
    def busy(self) -> bool:
        """Whether a change is under way."""
        return self._thread is not None

    def start(self, passphrase: str) -> None:
        """Begins; an empty passphrase takes the one there is away."""
        self._journal.settling.emit()
        self._rounds.wait()
        place = self._settings.choices.place
        self._thread = Thread(target=self._prepare, args=(passphrase, (place,) if place else ()), name="key")
        self._thread.start()

    def _prepare(self, passphrase: str, places: tuple[Path, ...]) -> None:
        trouble = "The passphrase was not changed; close Painmap and try again."
        try:
            self.changed = Change(self._journal.diary.path, Key.new(passphrase) if passphrase else None, places)
            self.changed.prepare(self._journal.now(), self.progressed.emit)
            trouble = ""
        except DiaryTrouble as found:
            trouble = str(found)
        finally:
            # Whatever happens, the dialog is not left waiting.
            self._prepared.emit(trouble)

    def _put_in_place(self, trouble: str) -> None:
        if self._thread is not None:
            self._thread.join()
        self._thread = None
        # A backup that is being made now would be one without the passphrase.
        self._rounds.wait()
        if not trouble and self.changed:
            try:
                self.changed.take_place(self._journal.diary)
            except DiaryTrouble as found:
                trouble = str(found)
        self.done.emit(trouble)
