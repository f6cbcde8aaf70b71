"""One diary, one Painmap that may change it."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import Self

from PySide6.QtCore import QLockFile

from painmap.paths import DIARY_FILE
from painmap.storage.files import private_folder
from painmap.storage.trouble import NOT_ALLOWED, DiaryTrouble, DiaryUnwritable, unwritable

LOCK_FILE = "painmap.lock"
_A_MOMENT = 300
"""Milliseconds in which another Painmap, just starting, has written who it is."""


class AlreadyOpen(DiaryTrouble):
    """Another Painmap has the diary open; str() is one sentence that says which, where that is known."""


class Lock:
    """Holds the folder of a diary from the moment it is made until `release`; also a context manager.

    A diary that is a link is held where it leads to, since it can be opened there too.
    It ends with the process that holds it, however that ends. Raises AlreadyOpen where another one holds it,
    DiaryUnwritable where the folder can't be written to.
    """

    def __init__(self, data_dir: Path) -> None:
        private_folder(data_dir)
        real = Path(os.path.realpath(data_dir / DIARY_FILE)).parent
        data_dir = real if real.is_dir() else data_dir
        self._file = QLockFile(str(data_dir / LOCK_FILE))
        # A lock is not taken away for its age: a window may be open for weeks. That its process is gone is seen.
        self._file.setStaleLockTime(0)
        if not (self._file.tryLock(0) or self._taken_from_nobody()):
            if self._file.error() is QLockFile.LockError.LockFailedError:
                raise AlreadyOpen(self._holder(data_dir))
            raise _unwritable(data_dir)
        # Qt makes it readable to all, and it names this computer.
        with suppress(OSError):
            (data_dir / LOCK_FILE).chmod(0o600)

    def release(self) -> None:
        """Lets others open the diary; does nothing the second time."""
        self._file.unlock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _taken_from_nobody(self) -> bool:
        """A lock file that names no process was left by one that died while writing it: Qt never clears that."""
        if self._file.error() is not QLockFile.LockError.LockFailedError or self._pid():
            return False
        if self._file.tryLock(_A_MOMENT):
            return True
        if self._pid():
            return False
        self._file.setStaleLockTime(1)
        taken = self._file.tryLock(0)
        self._file.setStaleLockTime(0)
        return taken

    def _pid(self) -> int:
        return int(self._file.getLockInfo()[0])

    def _holder(self, data_dir: Path) -> str:
        pid, host, _ = self._file.getLockInfo()
        if not pid:
            return f"The diary in {data_dir} is already open in another Painmap; close it there and try again."
        place = f"process {pid} on {host}" if host else f"process {pid}"
        return f"The diary in {data_dir} is already open in another Painmap ({place}); close it there and try again."


def _unwritable(folder: Path) -> DiaryUnwritable:
    """Qt does not say why there is no lock; writing something as large does."""
    try:
        with TemporaryFile(dir=folder) as trial:
            trial.write(bytes(4096))
            trial.flush()
    except OSError as error:
        return unwritable(error, folder)
    return DiaryUnwritable(folder, NOT_ALLOWED)


def hold(data_dir: Path) -> Lock:
    """Takes the lock of this folder, which is made where it is missing. Raises AlreadyOpen, DiaryUnwritable."""
    return Lock(data_dir)
