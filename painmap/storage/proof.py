"""Verifying a whole diary beside what goes on in the window, in a thread of its own."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Thread

from painmap.storage.database import open_existing
from painmap.storage.trouble import DiaryDamaged, DiaryTrouble
from painmap.storage.verifying import verify

UNFINISHED = "The diary could not be verified, so nothing was changed; close Painmap and start it again."


class Proof:
    """Compares all that an open diary holds with the digests it was kept with; it opens the file for itself."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread: Thread | None = None
        self._over = False
        self.trouble: DiaryTrouble | None = DiaryTrouble(UNFINISHED)
        """Why the diary is not proved sound; None where it is."""

    def begin(self, ended: Callable[[], object]) -> None:
        """Begins; `ended` is called in the other thread when it is over. Nothing is begun after `end`."""
        if self._over:
            return
        self._thread = Thread(target=self._look, args=(ended,), name="proof")
        self._thread.start()

    def end(self) -> None:
        """The diary is closed: returns when nothing of it is under way any more, and nothing will be."""
        self._over = True
        self._join()

    def wait(self) -> None:
        """Returns when the diary is proved sound. What is no damage, such as a busy file, is tried once more.

        Raises DiaryTrouble.
        """
        self._join()
        if self.trouble is not None and not isinstance(self.trouble, DiaryDamaged):
            self._verify()
        if self.trouble is not None:
            raise self.trouble

    def _join(self) -> None:
        if self._thread is not None:
            self._thread.join()

    def _look(self, ended: Callable[[], object]) -> None:
        try:
            self._verify()
        finally:
            ended()

    def _verify(self) -> None:
        try:
            with closing(open_existing(self._path, for_writing=False)) as database:
                verify(database)
        except DiaryTrouble as trouble:
            self.trouble = trouble
        else:
            self.trouble = None
