"""What was found in a file that is to be brought in, beside what the diary holds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from painmap.domain.contents import Contents
from painmap.domain.course import Course
from painmap.exchange import json_file
from painmap.exchange.trouble import BadFile
from painmap.storage.beside import beside

if TYPE_CHECKING:
    from painmap.exchange.foreign import ForeignTable
    from painmap.exchange.found import Found

TABLES = (".csv", ".tsv")


@dataclass(frozen=True)
class Looked:
    """A file by its path, what can be taken of it (of another program's table: as it is), and the diary now."""

    path: Path
    found: "Found | ForeignTable"
    there: Contents


def look(source: Path, diary: Path, today: date) -> Callable[[Course], Looked]:
    """The work of looking at a file and the diary of this path; nothing is written.

    It raises BadFile, DiaryTrouble, Cancelled.
    """

    def work(course: Course) -> Looked:
        course.step("Reading the file")
        try:
            found = _found(source, today, course)
        except OSError as error:
            raise BadFile(f"{source} can't be read ({error.strerror or error}); choose another file.") from error
        course.step("Comparing it with the diary")
        with beside(diary) as open_diary:
            return Looked(source, found, open_diary.contents())

    return work


def _found(source: Path, today: date, course: Course) -> "Found | ForeignTable":
    if source.suffix.lower() in TABLES:
        from painmap.exchange.foreign import read_foreign

        return read_foreign(source)
    return json_file.look(source, today, course)
