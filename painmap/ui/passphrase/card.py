"""The card of the Settings page about the passphrase: whether there is one, what it means, and when the diary locks."""

from PySide6.QtCore import Signal

from painmap.storage.sealed import NO_CIPHER, available
from painmap.ui.backups.rounds import Rounds
from painmap.ui.journal import Journal
from painmap.ui.parts.buttons import Button
from painmap.ui.parts.segments import Segments
from painmap.ui.parts.words import Words
from painmap.ui.passphrase.dialog import PassphraseDialog, What
from painmap.ui.passphrase.offered import SheetOffer
from painmap.ui.passphrase.task import Task
from painmap.ui.settings import Settings
from painmap.ui.settings_cards import SettingsCard
from painmap.ui.theme import Appearance
from painmap.ui.treatments.flow import Flow

FORGOTTEN = "If you forget a passphrase, nobody can open the diary."
COVERED = "The diary and its backups are encrypted. Saved reports and exports are not."
LOCK_AFTER: list[tuple[str, object]] = [("Never", 0), ("5 minutes", 5), ("15 minutes", 15), ("1 hour", 60)]


class PassphraseCard(SettingsCard):
    """Opens the dialogs. `lock_asked`: the diary is to be locked now; `changed`: there is one now, or none."""

    lock_asked = Signal()
    changed = Signal()

    def __init__(self, journal: Journal, rounds: Rounds, settings: Settings, appearance: Appearance) -> None:
        super().__init__("Passphrase", appearance)
        self._journal, self._rounds, self._settings = journal, rounds, settings
        self.state = Words("", appearance, wrap=True)
        self.means = Words("", appearance, "small", "ink-muted", wrap=True)
        self.set_button = Button("Set a passphrase", appearance)
        self.lock_button = Button("Lock now", appearance)
        self.change = Button("Change it", appearance)
        self.turn_off = Button("Turn it off", appearance)
        self.after = Segments("Lock after this time without use", LOCK_AFTER, appearance)
        self.after_label = Words("Lock when not used for", appearance, "body-strong")
        self._beside([self.state, self.means], self.set_button, self.lock_button)
        self.column.addWidget(self.after_label)
        self.column.addWidget(self.after)
        self._row = Flow((self.change, self.turn_off))
        self.column.addWidget(self._row)
        self.dialog: PassphraseDialog | None = None
        self._wire()
        self.refresh()

    def refresh(self) -> None:
        """Shows whether there is a passphrase."""
        on, can = self._journal.diary.database.key is not None, available()
        self.state.setText("On. Ctrl+L locks the diary." if on else "Off")
        self.means.setText(COVERED if on else FORGOTTEN if can else NO_CIPHER)
        self.set_button.setVisible(can and not on)
        for each in (self.lock_button, self.change, self.turn_off, self.after, self.after_label, self._row):
            each.setVisible(on)
        self._row.refresh()
        self.after.show_value(self._settings.choices.lock_after)

    def _wire(self) -> None:
        self.set_button.clicked.connect(self._set)
        self.change.clicked.connect(self._change)
        self.turn_off.clicked.connect(self._turn_off)
        self.lock_button.clicked.connect(self.lock_asked)
        self.after.chosen.connect(self._choose)

    def _choose(self, minutes: object) -> None:
        self._settings.choose(lock_after=minutes)

    def _set(self) -> None:
        self._ask(What.SET)

    def _change(self) -> None:
        self._ask(What.CHANGE)

    def _turn_off(self) -> None:
        self._ask(What.OFF)

    def _ask(self, what: What) -> None:
        task = Task(self._journal, self._rounds, self._settings, self)
        offer = SheetOffer(self._journal, self._settings, self.appearance)
        key = self._journal.diary.database.key
        self.dialog = PassphraseDialog(what, key, task, offer, self.appearance, self.window())
        self.dialog.ended.connect(self._ended)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _ended(self) -> None:
        self.refresh()
        self.changed.emit()

    def _closed(self) -> None:
        self.dialog = None
        self.refresh()
        on = self._journal.diary.database.key is not None
        (self.lock_button if on else self.set_button).setFocus()
