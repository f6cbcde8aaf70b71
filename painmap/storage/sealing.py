"""Setting, changing and taking away the passphrase: everything is written anew and read back before anything goes."""

import os
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from sqlite3 import Error

from painmap.paths import DIARY_FILE
from painmap.storage.anew import WAITING, anew
from painmap.storage.backups import BACKUPS, copies, keep_copy
from painmap.storage.database import Database, amount, connect, marks, open_existing, told
from painmap.storage.diary import Diary
from painmap.storage.files import part_in, put_part
from painmap.storage.keys import Key, forget, key_of, remember, salt_of
from painmap.storage.pouring import pour
from painmap.storage.schema import APPLICATION_ID, STEPS
from painmap.storage.second_place import listed, mark_of
from painmap.storage.trouble import NOT_TAKEN, DiaryTrouble, DiaryUnwritable, WrongPassphrase, unwritable
from painmap.storage.verifying import verify

REASON = "before-passphrase"
Told = Callable[[int, int], None]


def unlock(path: Path, passphrase: str) -> None:
    """Tells this process the passphrase of a file; a diary that is begun anew for a backup is under the backup's.

    Raises WrongPassphrase, DiaryTrouble.
    """
    salt = salt_of(path)
    if salt is None:
        return
    key = Key.of(passphrase, salt)
    beside = (path.parent / BACKUPS / each.name for each in copies(path.parent / BACKUPS))
    # A backup under the same key tells a damaged diary from a wrong passphrase.
    if not any(_opens(each, key) for each in (path, *(each for each in beside if salt_of(each) == salt))):
        raise WrongPassphrase
    beside_none = path.parent.name == BACKUPS and not os.path.lexists(path.parent.parent / DIARY_FILE)
    remember(key, path.parent.parent if beside_none else path.parent)


def unlock_any(paths: Iterable[Path], passphrase: str, folder: Path) -> None:
    """Tells this process the passphrase of those of the files that it opens; a diary begun in `folder` gets it too.

    Raises WrongPassphrase where it opens none.
    """
    found = []
    by_salt: dict[bytes, list[Path]] = {}
    for path in paths:
        if salt := salt_of(path):
            by_salt.setdefault(salt, []).append(path)
    for salt, those in by_salt.items():
        key = Key.of(passphrase, salt)
        if any(_opens(each, key) for each in those):
            remember(key)
            found.append(key)
    if not found:
        raise WrongPassphrase("these backups" if len(by_salt) > 1 else "this backup")
    remember(found[0], folder)


def bring_along(path: Path, place: Path) -> None:
    """Puts older copies in a second place that was away under the passphrase of the diary; what fails stays as it is.

    The diary is one that this process has open.
    """
    key = key_of(path)
    if key is not None:
        with suppress(DiaryTrouble):
            Change(path, key, (place,)).bring_along()


class Change:
    """Another passphrase, or none, for a diary and its backups, in two steps.

    `prepare` writes every file anew beside the old one, and reads it back; it opens the files for itself and may run
    in another thread. `take_place` puts them in place of the old ones. Until then, and where anything fails or the
    process ends, the diary is as it was; once the diary itself is in place, whoever opens it next finishes the rest.
    """

    def __init__(self, path: Path, key: Key | None, places: Iterable[Path] = ()) -> None:
        self.path, self.key = path, key
        # A link stays one: what it leads to is replaced, or the old file would be left there.
        self._file = Path(os.path.realpath(path))
        self.left: list[Path] = []
        """The backups that can't be read, or not with what was told: they stay as they are."""
        self._backups, self._places = path.parent / BACKUPS, tuple(places)
        self._ready: list[Path] = []
        self._content: object = None

    def prepare(self, now: datetime, progress: Told = lambda done, of: None) -> None:
        """Makes a backup, and writes all anew; `progress` hears how many files are ready. Raises DiaryTrouble."""
        if self.key:
            remember(self.key)
        try:
            with closing(open_existing(self.path, for_writing=False)) as database:
                if amount(database) != (0, 0):
                    keep_copy(database, self._backups, now, REASON)
                with database.reading() as connection:
                    self._content = marks(connection)
                self._write_anew(database, self._file)
            backups = self._copies()
            for done, backup in enumerate(backups, 1):
                progress(done, len(backups) + 1)
                self._write_backup(backup)
            progress(len(backups) + 1, len(backups) + 1)
        except BaseException:
            self.drop()
            raise

    def take_place(self, diary: Diary) -> None:
        """Puts all in place; the diary goes on with the new file. Raises DiaryTrouble where all is as it was."""
        try:
            with diary.database.reading() as connection:
                if marks(connection) != self._content:
                    raise DiaryTrouble("The diary was changed meanwhile, so its passphrase was not; try again.")
            diary.close()
            try:
                put_part(anew(self._file), self._file)
                _settle(self.path.parent, self.key)
            except OSError as error:
                raise unwritable(error, self.path) from error
            finally:
                diary.go_on_with(open_existing(self.path, for_writing=True))
            for backup in self._ready:
                self._put(backup)
            # One may have been made while the others were written anew.
            self.bring_along()
        finally:
            self.drop()

    def bring_along(self) -> None:
        """Writes anew what is not under the key yet, and puts it in place one by one. Raises DiaryUnwritable."""
        for backup in self._copies():
            if backup not in self.left:
                self._write_backup(backup)
                self._put(backup)

    @property
    def plain(self) -> tuple[Path, ...]:
        """What a rescue set aside before there was a passphrase: nobody can write it anew, so it stays readable."""
        if self.key is None:
            return ()
        names = (each for folder in {self.path.parent, self._file.parent} for each in folder.iterdir())
        aside = (each for each in names if each.name.startswith(("painmap-damaged-", "painmap-left-")))
        return tuple(sorted(each for each in aside if each.is_file() and salt_of(each) is None))

    def drop(self) -> None:
        """Takes away what was written anew and is not in place."""
        for target in (self._file, *self._ready):
            WAITING.discard(anew(target))
            with suppress(OSError):
                anew(target).unlink(missing_ok=True)

    def _copies(self) -> list[Path]:
        beside = [self._backups / each.name for each in copies(self._backups)]
        elsewhere = (place / name for place in self._places for name in sorted(listed(self._backups, place)))
        return [*beside, *(each for each in elsewhere if each.is_file())]

    def _put(self, backup: Path) -> None:
        with suppress(OSError):
            put_part(anew(backup), backup)

    def _write_backup(self, backup: Path) -> None:
        try:
            if key_of(backup) != self.key:
                with closing(open_existing(backup, for_writing=False)) as database:
                    self._write_anew(database, backup)
                self._ready.append(backup)
        except DiaryUnwritable:
            raise
        except DiaryTrouble:
            self.left.append(backup)

    def _write_anew(self, database: Database, target: Path) -> None:
        ours = (self._file.parent, self._backups)
        whose = "" if target.parent in ours else mark_of(self._backups)
        with part_in(target.parent, target, whose) as part:
            with database.reading() as source, told(target), closing(connect(part, "rw", self.key)) as connection:
                pour(source, connection)
                content = marks(source)
            with closing(open_existing(part, for_writing=False)) as made:
                _read_back(made, content, target)
            WAITING.add(anew(target))
            put_part(part, anew(target))


def _read_back(made: Database, content: object, target: Path) -> None:
    made.check(STEPS[: made.version])
    if made.version == len(STEPS):
        verify(made)
    with made.reading() as connection:
        if marks(connection) != content:
            raise DiaryUnwritable(target, NOT_TAKEN, "what was written differs")


def _settle(folder: Path, key: Key | None) -> None:
    """What is begun in this folder from now on is encrypted, or not."""
    if key:
        remember(key, folder)
    else:
        forget(folder)


def _opens(path: Path, key: Key) -> bool:
    try:
        with closing(connect(path, "ro", key)) as connection:
            return bool(connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,))
    except Error:
        return False
