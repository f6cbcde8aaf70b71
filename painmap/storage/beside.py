"""The open diary once more, for a thread beside the window that reads or changes much of it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from painmap.storage.database import open_existing
from painmap.storage.diary import Diary


@contextmanager
def beside(path: Path, *, for_writing: bool = False) -> Iterator[Diary]:
    """The diary of this path on a connection of its own, which only the thread that opens it may use.

    It is not looked through as a whole: it is open already, and what is read is compared with its digest.
    What is written reaches the file when it is committed and not before, so that the window can read until then,
    and what is stopped has not touched it. Raises DiaryTrouble.
    """
    with closing(open_existing(path, for_writing=for_writing)) as database:
        database.connection.execute("PRAGMA cache_spill = OFF")
        yield Diary(database)
