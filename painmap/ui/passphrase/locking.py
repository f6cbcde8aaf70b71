"""Locking the window: after a while without use and on demand, and unlocking it with the passphrase."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from painmap.storage.trouble import WrongPassphrase
from painmap.ui.journal import Journal
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance
from painmap.ui.window import Window

if TYPE_CHECKING:
    from painmap.ui.passphrase.lock_screen import LockScreen

MINUTE_MS = 60_000
_USED = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class Locking(QObject):
    """Covers the window with the lock screen, where there is a passphrase. `changed`: locked now, or no more.

    The pages stay as they were, with what is typed in them and with undo; they are out of the window meanwhile, and
    so out of what a screen reader is told.
    """

    changed = Signal(bool)

    def __init__(self, window: Window, journal: Journal, settings: Settings, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._journal, self._settings, self._appearance = window, journal, settings, appearance
        self.screen: LockScreen | None = None
        """What is shown while it is locked."""
        self._varied = False
        """Whether the pages have had other colours than now."""
        self._used = journal.now()
        self.idle = QTimer(self, singleShot=True)
        self.idle.timeout.connect(self.lock)
        settings.changed.connect(self.wait)
        appearance.changed.connect(self._vary)
        window.lock_asked.connect(self.lock)
        window.rail.lock_asked.connect(self.lock)
        window.painted.connect(self._watch)
        self.wait()

    @property
    def locked(self) -> bool:
        """Whether the diary is out of sight."""
        return self.screen is not None

    def wait(self) -> None:
        """Counts anew from now, where there is something to lock and a time after which."""
        minutes = self._settings.choices.lock_after
        can_lock = self._journal.diary.database.key is not None
        self._window.rail.offer_lock(can_lock=can_lock)
        if can_lock and minutes and not self.locked:
            self._used = self._journal.now()
            self.idle.start(minutes * MINUTE_MS)
        else:
            self.idle.stop()

    def lock(self) -> None:
        """Takes all that is the patient's out of the window, after the words of a note were kept."""
        if self.locked or self._journal.diary.database.key is None:
            return
        if not _close_dialogs(self._window):
            self.wait()
            return
        self._journal.settling.emit()
        self.idle.stop()
        from painmap.ui.passphrase.lock_screen import LockScreen

        self.screen = LockScreen(self._attempt, self._appearance)
        self.screen.unlocked.connect(self.unlock)
        self._window.cover(self.screen)
        self.changed.emit(True)

    def unlock(self) -> None:
        """Shows everything as it was."""
        if self.screen is None:
            return
        screen, self.screen = self.screen, None
        self._window.uncover()
        if self._varied:
            # Qt gave the pages, as they left the window and its style sheet, the colours back that they had at first.
            self._appearance.repeat()
        screen.deleteLater()
        self.wait()
        self.changed.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears only what the window's frame is sent: the pages below would make it slow."""
        if event.type() not in _USED or not self.idle.isActive():
            return False
        # A computer that slept did not count the time.
        if self._journal.now() - self._used >= timedelta(milliseconds=self.idle.interval()):
            self.lock()
            return True
        self._used = self._journal.now()
        self.idle.start()
        return False

    def _vary(self) -> None:
        self._varied = True

    def _watch(self) -> None:
        self._window.windowHandle().installEventFilter(self)

    def _attempt(self, passphrase: str) -> None:
        key = self._journal.diary.database.key
        if key and not key.fits(passphrase):
            raise WrongPassphrase


def _close_dialogs(window: Window) -> bool:
    """Closes menus and dialogs, which may have the patient's words in them. Whether all of them went."""
    for each in QApplication.topLevelWidgets():
        if each is not window and each.isVisible():
            each.close()
    return not any(each.isVisible() for each in QApplication.topLevelWidgets() if each is not window)
