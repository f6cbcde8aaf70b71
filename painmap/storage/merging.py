"""Writing anything that is kept, and bringing together what comes from elsewhere with the diary's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from sqlite3 import Connection
from types import MappingProxyType

from painmap.domain.checkin import CheckIn
from painmap.domain.contents import AnyKept, check_together
from painmap.domain.course import UNTOLD, Course
from painmap.domain.kinds import KINDS, TREATMENTS, USES, kind_of
from painmap.domain.record import digest
from painmap.domain.treatment import Treatment, Use
from painmap.domain.words import counted
from painmap.storage import records, rows
from painmap.storage.database import Database
from painmap.storage.trouble import DoesNotFit

Key = tuple[type, str]
"""The class of what is kept, and its id."""
_LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)
"""When something was changed that does not say: anything that does is later."""


@dataclass(frozen=True)
class Merged:
    """What became of the check-ins that were brought together with the diary's own, as counts.

    `older` are those of which the diary has a version that was changed later, or at the same moment. `others` has
    the counts of the other kinds that were brought, by the name of their list.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    older: int = 0
    others: Mapping[str, "Merged"] = field(default_factory=lambda: MappingProxyType({}))

    def sentences(self) -> tuple[str, ...]:
        """What became of each kind in words, one sentence a kind; of check-ins always."""
        others = (each._sentence(kind.noun, kind.nouns) for kind in KINDS if (each := self.others.get(kind.list_name)))
        return self._sentence("check-in", "check-ins"), *others

    def _sentence(self, noun: str, nouns: str) -> str:
        return (
            f"{counted(self.added, noun, nouns)} added, {self.updated:,} replaced by a newer version, "
            f"{self.unchanged:,} the same, {self.older:,} older kept as it is in the diary."
        )


class Merge:
    """One merging; `expected` are the digests of what it wrote."""

    def __init__(self, database: Database) -> None:
        self.expected: dict[Key, str | None] = {}
        self._database = database
        self._count: dict[str, dict[str, int]] = {"": {}}

    def bring_in(self, connection: Connection, brought: tuple[AnyKept, ...], course: Course = UNTOLD) -> None:
        """Writes what the diary lacks or has in an earlier version, inside the caller's transaction.

        Raises Cancelled where the course is to stop, and then nothing of it may be committed.
        """
        there = known(self._database)
        for each in course.along(brought):
            new = _changed_at(each), mark(each)
            what = _compare(there.get(key(each)), *new)
            count = self._count.setdefault(_list_name(each), {})
            count[what] = count.get(what, 0) + 1
            if what in ("added", "updated"):
                there[key(each)] = new
                self.expected[key(each)] = new[1]
                write(connection, each)
        check(self._database, brought)
        course.settle()

    def merged(self) -> Merged:
        """The counts."""
        others = {name: _merged(count) for name, count in self._count.items() if name}
        return replace(_merged(self._count[""]), others=MappingProxyType(others))


def key(kept: AnyKept) -> Key:
    """By what it is found."""
    return type(kept), kept.id


def mark(kept: AnyKept) -> str:
    """The digest that it is kept with."""
    return digest(kept) if isinstance(kept, CheckIn) else records.digest(kept)


def write(connection: Connection, kept: AnyKept) -> None:
    """Adds it, or puts it in its own place, inside the caller's transaction."""
    if isinstance(kept, CheckIn):
        rows.write(connection, kept)
    else:
        records.write(connection, kept)


def remove(connection: Connection, kept: AnyKept) -> None:
    """Takes it out, inside the caller's transaction."""
    if isinstance(kept, CheckIn):
        rows.remove(connection, kept.id)
    else:
        records.remove(connection, kept)


def check(database: Database, touched: Iterable[AnyKept]) -> None:
    """Looks whether treatments and uses still go together where one of them was touched. Raises DoesNotFit."""
    if not any(isinstance(each, Treatment | Use) for each in touched):
        return
    try:
        check_together(records.read(database, TREATMENTS), records.read(database, USES))
    except ValueError as wrong:
        sentence = str(wrong)
        raise DoesNotFit(
            f"{sentence[0].upper()}{sentence[1:]}, so nothing was changed; change one of the two first."
        ) from wrong


def known(database: Database) -> dict[Key, tuple[datetime, str]]:
    """When everything in the diary was changed last, and its digest. Raises DiaryTrouble."""
    with database.reading() as connection:
        found = connection.execute("SELECT id, changed_at, digest FROM check_in").fetchall()
        there: dict[Key, tuple[datetime, str]] = {
            (CheckIn, id): (datetime.fromisoformat(changed_at), stored) for id, changed_at, stored in found
        }
        for kind in KINDS:
            there |= {key(kept): (_changed_at(kept), mark(kept)) for kept in records.read(database, kind)}
    return there


def _merged(count: Mapping[str, int]) -> Merged:
    added, updated, unchanged, older = (count.get(what, 0) for what in ("added", "updated", "unchanged", "older"))
    return Merged(added, updated, unchanged, older)


def _changed_at(kept: AnyKept) -> datetime:
    if isinstance(kept, CheckIn):
        return kept.changed_at
    return kept.written.changed_at if kept.written else _LONG_AGO


def _list_name(kept: AnyKept) -> str:
    return "" if isinstance(kept, CheckIn) else kind_of(kept).list_name


def _compare(there: tuple[datetime, str] | None, changed_at: datetime, mark: str) -> str:
    if there is None:
        return "added"
    if there[1] == mark:
        return "unchanged"
    return "updated" if changed_at > there[0] else "older"
