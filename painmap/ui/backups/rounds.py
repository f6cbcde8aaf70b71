"""Backups by themselves: after half an hour of changes, once a day and at closing, beside the window's own work."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from painmap.domain.thinning import Backup, fullest_of, newest_of
from painmap.storage import backups
from painmap.storage.second_place import There, copy_there, mark_of, note_there, seen
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.journal import Journal
from painmap.ui.settings import Settings

AFTER_CHANGE_MS = 30 * 60_000
AT_START_MS = 3_000
"""A moment after the window is shown, so that the first copy does not hold up the first tap."""
HOUR_MS = 3_600_000
UNFINISHED = "The backup did not come to its end; try again."


@dataclass(frozen=True)
class _Order:
    """What one round is to do, all of it known before it begins: it runs in a thread of its own."""

    diary: Path
    folder: Path
    place: Path | None
    now: datetime
    reason: str
    copies: bool


@dataclass(frozen=True)
class _Done:
    trouble: str
    there: There | None
    order: _Order | None = None


class Rounds(QObject):
    """Makes the backups. `changed`: there is another last good one, or the last one did not work."""

    changed = Signal()
    _finished = Signal(object)

    def __init__(
        self, journal: Journal, settings: Settings, folder: Path, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._journal, self._settings, self.folder, self._now = journal, settings, folder, now
        self._thread: Thread | None = None
        self._under_way: _Order | None = None
        self._next: str | None = None
        self._dirty = self._begun = False
        self._open = True
        self.trouble = ""
        """Why the last backup did not work, in one sentence; empty where it did."""
        self._there: There | None = None
        self._after_change = QTimer(self, interval=AFTER_CHANGE_MS, singleShot=True)
        self._hourly = QTimer(self, interval=AT_START_MS)
        self._after_change.timeout.connect(self.run)
        self._hourly.timeout.connect(self._hour_passed)
        journal.changed.connect(self._diary_changed)
        self._finished.connect(self._tell)

    def start(self) -> None:
        """Looks in a moment, and then every hour, whether this day has its backup."""
        self._begun = True
        self._hourly.start()

    def run(self, reason: str = "") -> None:
        """Makes a backup now, beside the window; where a round is under way, after that one."""
        self._begin(reason, copies=True)

    def daily(self) -> None:
        """Makes the first backup of the day where there is none, and copies the newest to the second place."""
        if self._busy:
            return
        try:
            made = backups.made_on(self.folder, self._now().date())
        except DiaryTrouble:
            made = False
        self._begin("", copies=not made)

    def wait(self) -> None:
        """Waits for the round that is under way."""
        if self._thread is not None:
            self._thread.join()
            self._thread = self._under_way = None

    def finish(self) -> None:
        """At closing: the last round, where anything was changed since the one before it."""
        self._after_change.stop()
        self._hourly.stop()
        self.wait()
        if self._dirty:
            self.run()
            self.wait()
        # Whoever listens may be gone by the time the last round is told.
        self._begun = self._open = False

    def before(self, reason: str) -> None:
        """A backup before something risky, made before this returns. Raises DiaryTrouble where there is none."""
        self.wait()
        if not self._journal.diary.empty:
            backups.before(reason, self._journal.diary, self.folder, self._now())

    @property
    def copies(self) -> tuple[Backup, ...]:
        """Every backup beside the diary, the latest first; none where the folder can't be read."""
        with suppress(DiaryTrouble):
            return backups.copies(self.folder)
        return ()

    @property
    def last(self) -> Backup | None:
        """The last good backup, beside the diary or in the second place."""
        there = self.there
        elsewhere = (there.last,) if there and there.last else ()
        return newest_of((*self.copies, *elsewhere), self._now())

    @property
    def fullest(self) -> Backup | None:
        """The backup with most in it."""
        return fullest_of(self.copies)

    @property
    def there(self) -> There | None:
        """The second place as it was last seen; None where the patient chose none."""
        place = self._settings.choices.place
        if place is None:
            return None
        if self._there is None or self._there.place != place:
            self._there = seen(place, self.folder)
        return self._there

    @property
    def _busy(self) -> bool:
        return self._under_way is not None

    def _begin(self, reason: str, *, copies: bool) -> None:
        if self._busy:
            # A folder on a network may take its time: the window does not wait for it.
            self._next = reason
            return
        self._dirty = self._dirty and not copies
        if copies:
            self._after_change.stop()
        try:
            self._journal.diary.database.still_there()
        except DiaryTrouble as trouble:
            self._tell(_Done(str(trouble), self.there))
            return
        order = _Order(self._journal.diary.path, self.folder, self._settings.choices.place, self._now(), reason, copies)
        self._under_way = order
        self._thread = Thread(target=self._work, args=(order,), name="backup")
        self._thread.start()

    def _work(self, order: _Order) -> None:
        done = _Done(UNFINISHED, None)
        try:
            done = _round(order)
        finally:
            self._finished.emit(replace(done, order=order))

    def _tell(self, done: object) -> None:
        if self._open and isinstance(done, _Done):
            if done.order is self._under_way:
                self._under_way = None
            self.trouble, self._there = done.trouble, done.there
            self._dirty = self._dirty or bool(done.trouble)
            self.changed.emit()
            if self._next is not None:
                reason, self._next = self._next, None
                self.wait()
                self._begin(reason, copies=True)

    def _diary_changed(self) -> None:
        self._dirty = self._begun
        if self._begun and not self._after_change.isActive():
            self._after_change.start()

    def _hour_passed(self) -> None:
        self._hourly.setInterval(HOUR_MS)
        self.daily()


def _round(order: _Order) -> _Done:
    """One round. Where there is no room beside the diary, a backup in the second place is a good one too."""
    try:
        if order.copies and backups.own_copy(order.diary, order.folder, order.now, order.reason):
            backups.thin(order.folder, order.now.date())
        newest = backups.newest(order.folder, order.now)
    except DiaryTrouble as trouble:
        return _elsewhere(order, order.place, str(trouble)) if order.place else _Done(str(trouble), None)
    if order.place is None or newest is None:
        return _Done("", seen(order.place, order.folder) if order.place else None)
    from painmap.storage.sealing import bring_along

    done = _Done("", copy_there(newest, order.place, order.folder, order.now.date()))
    bring_along(order.diary, order.place)
    return done


def _elsewhere(order: _Order, place: Path, trouble: str) -> _Done:
    if place.is_dir():
        with suppress(DiaryTrouble):
            made = backups.own_copy(order.diary, place, order.now, order.reason, mark_of(order.folder))
            if made:
                note_there(made, order.folder)
                trouble = ""
    return _Done(trouble, seen(place, order.folder))
