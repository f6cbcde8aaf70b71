"""What is shown in place of a diary that can't be opened: what there is to go on with, and nothing is deleted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from painmap.domain.contents import Contents
from painmap.domain.restoring import held_text
from painmap.storage.rescue import Rescue, go_on_with
from painmap.storage.restoring import look
from painmap.storage.sealing import unlock_any
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.backups.restore_view import ask_backup
from painmap.ui.backups.start_window import StartWindow
from painmap.ui.passphrase.backup_entry import BackupEntry
from painmap.ui.theme import Appearance

TITLE = "The diary can't be opened as it is"
KEPT = "Whatever you choose, the damaged file is kept under another name. Nothing is deleted."
LOCKED = "Type the passphrase to see what is in them. What you go on with is under it too."


class RescueWindow(StartWindow):
    """Offers the newest good backup, what can be read of the damaged diary, and both together."""

    def __init__(
        self,
        rescue: Rescue,
        appearance: Appearance,
        now: Callable[[], datetime],
        ask: Callable[[QWidget], Path | None] = ask_backup,
    ) -> None:
        self._rescue, self._now, self._ask = rescue, now, ask
        super().__init__(rescue.path, TITLE, KEPT, BackupEntry(appearance, LOCKED, self._unlock), appearance)
        self.other.clicked.connect(self._choose_file)
        self.sealed.opened.connect(self._show_opened)
        self._show()

    def _show(self) -> None:
        locked = self._rescue.newest.locked
        self.sealed.ask(locked[0].path if locked else None)
        choices = [
            (f"{text}\n{held_text(contents)}" if len(contents) else text, partial(self._go_on, contents))
            for text, contents in choices_of(self._rescue)
        ]
        self._offer(self._rescue.account(), choices, asked=bool(locked))

    def _unlock(self, _: Path, passphrase: str) -> None:
        unlock_any((each.path for each in self._rescue.newest.locked), passphrase, self._rescue.path.parent)

    def _show_opened(self) -> None:
        self._rescue = self._rescue.look_again()
        self._tell("")
        self._show()

    def _choose_file(self) -> None:
        chosen = self._ask(self)
        if chosen is None:
            return
        try:
            self._rescue = replace(self._rescue, backup=None, held=look(chosen, self._rescue.path))
            self._tell("")
        except DiaryTrouble as trouble:
            self._tell(str(trouble))
        self._show()

    def _go_on(self, contents: Contents) -> None:
        go_on_with(self._rescue.path, contents, self._now())


def choices_of(rescue: Rescue) -> tuple[tuple[str, Contents], ...]:
    """With what the patient can go on, the fullest first; to begin anew only where there is nothing else."""
    held, read, both = rescue.held, rescue.read, rescue.both
    offered: list[tuple[str, Contents]] = []
    if len(held) and len(read):
        offered.append(("Go on with the backup and what can be read", both))
    if len(held):
        offered.append(("Go on with the backup alone", held))
    if len(read):
        offered.append(("Go on with what can be read alone", read))
    return tuple(offered) or (("Begin an empty diary", Contents()),)


def ask_rescue(rescue: Rescue, appearance: Appearance, now: Callable[[], datetime]) -> bool:
    """Shows the window until something is chosen; whether a sound diary stands in the place of the damaged one."""
    return RescueWindow(rescue, appearance, now).ask()
