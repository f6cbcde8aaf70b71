"""The composition root: makes the diary, the theme and the window, and puts them together. Nothing else does."""

import gc
import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from painmap import clock
from painmap.lock import Lock, hold
from painmap.paths import DIARY_FILE
from painmap.storage import backups
from painmap.storage.diary import Diary
from painmap.storage.files import clear_parts
from painmap.storage.keys import sealed
from painmap.storage.proof import Proof
from painmap.storage.trouble import DiaryDamaged, DiaryTrouble, NotADiary
from painmap.ui.backups.overdue import Overdue
from painmap.ui.backups.rounds import Rounds
from painmap.ui.body.group import tell_screen_readers
from painmap.ui.journal import Journal
from painmap.ui.page import Page
from painmap.ui.passphrase.locking import Locking
from painmap.ui.proving import Proving
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance
from painmap.ui.window import Window


def application() -> QApplication:
    """The one QApplication, made if there is none yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # As an argument: setStyle gives the style back, and Python then makes all that Qt's styles have.
        app = QApplication([*sys.argv[:1], "-style", "Fusion"])
        app.setApplicationName("Painmap")
        app.setDesktopFileName("painmap")
    return app


class Painmap:
    """An open diary with its window. Raises DiaryTrouble where the diary can't be opened.

    With `soon` the diary is verified beside the window, once that has painted: what is shown before is verified as it
    is read, and a change waits. `damaged` says that it was found damaged then, and the program's loop has ended.
    """

    def __init__(
        self, data_dir: Path, *, demo: bool = False, now: Callable[[], datetime] = clock.now, soon: bool = False
    ) -> None:
        application()
        tell_screen_readers()
        self.data_dir = data_dir
        self._now = now
        self._lock: Lock = hold(data_dir)
        clear_parts(data_dir)
        try:
            self.diary = Diary.open(data_dir / DIARY_FILE, now(), proved=not soon)
        except DiaryTrouble:
            self._lock.release()
            raise
        self.settings = Settings(data_dir)
        choices = self.settings.choices
        self.appearance = Appearance(choices.colours, choices.text_size)
        self.journal = Journal(self.diary, now)
        self.window = Window(self.journal, self.settings, self.appearance, self._makers(), demo=demo)
        self.rounds = Rounds(self.journal, self.settings, data_dir / backups.BACKUPS, now, self.window)
        self.journal.before_many = partial(self.rounds.before, "delete")
        self.overdue = Overdue(self.journal, self.rounds, self.appearance)
        self.window.today.panel.add_offer(self.overdue)
        self.locking = Locking(self.window, self.journal, self.settings, self.appearance)
        if not demo:
            self.rounds.start()
        self.damaged = False
        if self.diary.proof is not None:
            self._prove(self.diary.proof)

    def close(self) -> None:
        """Closes the window and lets go of the diary."""
        self.window.close()
        self.window.uncover()
        self.rounds.finish()
        self.window.deleteLater()
        self.diary.close()
        self._lock.release()

    def _prove(self, proof: Proof) -> None:
        """Where something that Today shows could not be read, the window is not shown before all is verified."""
        if self.window.trouble.text:
            try:
                proof.wait()
            except DiaryTrouble:
                self.close()
                raise
        proving = Proving(proof, self.window)
        proving.damaged.connect(self._end_damaged)
        self.window.painted.connect(proving.begin)

    def _end_damaged(self) -> None:
        """What comes then tells what is in the diary: where that is locked, its passphrase comes first."""
        if self.locking.locked:
            self.locking.changed.connect(self._end_damaged)
            return
        self.damaged = True
        application().quit()

    def _makers(self) -> dict[str, Callable[[], Page]]:
        """Pages by name. Each is imported when it is first shown: charts and typesetting are heavy."""
        journal, settings, appearance = self.journal, self.settings, self.appearance

        def history() -> Page:
            from painmap.ui.history.page import History

            return History(journal, settings, appearance)

        def trends() -> Page:
            from painmap.ui.trends.page import Trends

            return Trends(journal, settings, appearance)

        def treatments() -> Page:
            from painmap.ui.treatments.page import Treatments

            return Treatments(journal, settings, appearance)

        def report() -> Page:
            from importlib.metadata import version

            from painmap.ui.report_page.page import ReportPage

            return ReportPage(journal, settings, appearance, version("painmap"))

        def help_page() -> Page:
            from painmap.ui.help_page import HelpPage

            return HelpPage(settings, appearance)

        return {
            "history": history,
            "trends": trends,
            "treatments": treatments,
            "report": report,
            "settings": self._settings_page,
            "help": help_page,
        }

    def _settings_page(self) -> Page:
        from painmap.ui.settings_page import SettingsPage

        page = SettingsPage(
            self.settings,
            self.appearance,
            diary_path=self.diary.path,
            journal=self.journal,
            rounds=self.rounds,
            show_in_folder=_show_in_folder,
        )
        page.said.connect(self.window.trouble.say)
        page.passphrase.lock_asked.connect(self.locking.lock)
        page.passphrase.changed.connect(self.locking.wait)
        return page


def _show_in_folder(path: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))


def opened(
    data_dir: Path, *, demo: bool, now: Callable[[], datetime] = clock.now, soon: bool = False
) -> Painmap | None:
    """The window on the diary of this folder; one that is damaged is told, and gone on from as the patient chooses.

    One under a passphrase is asked for it. None where the patient left it as it is. Raises DiaryTrouble.
    """
    path = data_dir / DIARY_FILE
    if not os.path.lexists(path) and not _found_again(data_dir, now):
        return None
    if sealed(path) and not _unlocked(data_dir):
        return None
    try:
        return Painmap(data_dir, demo=demo, now=now, soon=soon)
    except (DiaryDamaged, NotADiary):
        if not path.is_file():
            raise
    return _rescued(data_dir, demo=demo, now=now)


def _rescued(data_dir: Path, *, demo: bool, now: Callable[[], datetime] = clock.now) -> Painmap | None:
    """The window on what the patient chose to go on with in place of a damaged diary; None where it was left so."""
    from painmap.storage.rescue import look_for_rescue
    from painmap.ui.backups.rescue_window import ask_rescue

    settings = Settings(data_dir)
    with hold(data_dir):
        found = look_for_rescue(data_dir / DIARY_FILE, settings.choices.place, now())
        rescued = ask_rescue(found, _appearance(settings), now)
    return Painmap(data_dir, demo=demo, now=now) if rescued else None


def _found_again(data_dir: Path, now: Callable[[], datetime]) -> bool:
    """Whether there is to be a diary: where one was lost, the patient chooses a backup of it, or a new one."""
    settings = Settings(data_dir)
    if settings.choices.place is None and not os.path.lexists(data_dir / backups.BACKUPS):
        return True
    from painmap.ui.backups.missing_window import found_again

    with hold(data_dir):
        return found_again(data_dir / DIARY_FILE, settings.choices.place, partial(_appearance, settings), now)


def _unlocked(data_dir: Path) -> bool:
    """Whether the patient told the passphrase."""
    from painmap.storage.sealing import unlock
    from painmap.ui.passphrase.lock_window import LockWindow

    tell_screen_readers()
    return LockWindow(partial(unlock, data_dir / DIARY_FILE), _appearance(Settings(data_dir))).ask()


def _appearance(settings: Settings) -> Appearance:
    return Appearance(settings.choices.colours, settings.choices.text_size)


def open_window(data_dir: Path, *, demo: bool) -> int:
    """Opens the window on the diary of this folder and returns its exit code when it is closed."""
    app = application()
    painmap = opened(data_dir, demo=demo, soon=True)
    while painmap is not None:
        painmap.window.painted.connect(gc.enable)
        painmap.window.open_fitting()
        try:
            code = app.exec()
        finally:
            painmap.close()
            # The loop that would free the window has ended, and what is left at Python's end is freed in no order.
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if not painmap.damaged:
            return code
        painmap = _rescued(data_dir, demo=demo)
    return 0
