"""What is shown where the diary is not where it was: its backups to go on with, or a new one; nothing is deleted."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from painmap.domain.restoring import held_text
from painmap.storage.missing import Missing, begin_anew, bring_back, look_for_missing
from painmap.storage.restoring import look
from painmap.storage.sealing import unlock_any
from painmap.storage.trouble import DiarySealed, DiaryTrouble
from painmap.ui.backups.restore_view import ask_backup
from painmap.ui.backups.start_window import Choice, StartWindow
from painmap.ui.parts.buttons import Button
from painmap.ui.passphrase.backup_entry import BackupEntry
from painmap.ui.theme import Appearance

if TYPE_CHECKING:
    from painmap.domain.contents import Contents

TITLE = "The diary is not where it was"
KEPT = "Whatever you choose, no backup is changed or deleted."
LOCKED = "Type the passphrase that the diary had to see what is in it. Nothing is changed by that."
BEGIN = "Begin a new, empty diary\nWithout a passphrase until you set one. The backups stay."


class MissingWindow(StartWindow):
    """Offers the newest good backup, a fuller one, a file from elsewhere, and a new diary."""

    def __init__(
        self,
        missing: Missing,
        appearance: Appearance,
        now: Callable[[], datetime],
        ask: Callable[[QWidget], Path | None] = ask_backup,
    ) -> None:
        self._missing, self._now, self._ask = missing, now, ask
        self._file: Path | None = None
        """The file that was chosen from elsewhere."""
        self._held: Contents | None = None
        """What is in it, where it is not locked."""
        self.again = Button("Look again", appearance, height=52)
        super().__init__(missing.path, TITLE, KEPT, BackupEntry(appearance, LOCKED, self._unlock), appearance)
        self._column.insertWidget(self._column.indexOf(self.other), self.again)
        self.other.clicked.connect(self._choose_file)
        self.again.clicked.connect(self._look_again)
        self.sealed.opened.connect(self._show_opened)
        self._show()

    def _show(self) -> None:
        missing = self._missing
        file = self._file if self._held is None else None
        locked = next((each.path for each in missing.newest.locked), None)
        self.sealed.ask(file or locked)
        self.again.setVisible(missing.away)
        self._offer(missing.account(), self._offers(), asked=bool(file or locked))

    def _offers(self) -> list[Choice]:
        missing, file = self._missing, self._file
        offers: list[Choice] = []
        if file is not None and self._held is not None:
            offers.append((f"Go on with {file.name}\n{held_text(self._held)}", partial(self._bring_back, file)))
        older = "Go on with this older backup" if missing.newest.locked else "Go on with this backup"
        named = ((older, missing.newest.good), ("Go on with the fuller one", missing.fuller))
        for text, good in named:
            if good:
                offers.append((f"{text}\n{held_text(good.held)}", partial(self._bring_back, good.copy.path)))
        return [*offers, (BEGIN, self._begin)]

    def _bring_back(self, path: Path) -> None:
        bring_back(self._missing.path, path)

    def _begin(self) -> None:
        begin_anew(self._missing.path, self._missing.copies)

    def _unlock(self, path: Path, passphrase: str) -> None:
        paths = [path] if path == self._file else [each.path for each in self._missing.newest.locked]
        unlock_any(paths, passphrase, self._missing.path.parent)

    def _show_opened(self) -> None:
        self._tell("")
        self._missing = self._missing.look_again()
        self._take(self._file)

    def _take(self, file: Path | None) -> None:
        """Looks into a file that was chosen; None is none."""
        self._file, self._held = file, None
        try:
            if file is not None:
                self._held = look(file, self._missing.path)
        except DiarySealed:
            pass
        except DiaryTrouble as trouble:
            self._file = None
            self._tell(str(trouble))
        self._show()

    def _look_again(self) -> None:
        missing = self._missing
        try:
            found = look_for_missing(missing.path, missing.place, self._now())
        except DiaryTrouble as trouble:
            self._tell(str(trouble))
            found = missing
        if found is None:
            # The diary itself is there again.
            self.ready = True
            self.close()
            return
        self._missing = found
        self._show()

    def _choose_file(self) -> None:
        chosen = self._ask(self)
        if chosen is not None:
            self._tell("")
            self._take(chosen)


def found_again(
    path: Path, place: Path | None, appearance: Callable[[], Appearance], now: Callable[[], datetime]
) -> bool:
    """Whether this diary can be opened or begun: it is there, never was, or the patient chose what takes its place.

    `place` is the second place. The caller holds the diary's folder. Raises DiaryTrouble.
    """
    missing = look_for_missing(path, place, now())
    return missing is None or MissingWindow(missing, appearance(), now).ask()
