"""The diary: all that is kept in one file, and the questions that are asked of it."""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from datetime import date, datetime
from operator import attrgetter
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import Self

from painmap.domain.checkin import CheckIn
from painmap.domain.contents import AnyKept, Contents
from painmap.domain.course import UNTOLD, Course
from painmap.domain.kinds import KINDS, USES, K, Kind
from painmap.domain.period import Period
from painmap.domain.treatment import Use
from painmap.storage import merging, records, rows
from painmap.storage.anew import settle_change
from painmap.storage.backups import BACKUPS
from painmap.storage.database import Database, create, in_memory, open_existing
from painmap.storage.merging import Key, Merged
from painmap.storage.proof import Proof
from painmap.storage.schema import STEPS, Step, build
from painmap.storage.searching import plain, says
from painmap.storage.trouble import DiaryInUse, DiaryMoved, DiaryTooOld, DiaryTrouble, DoesNotFit
from painmap.storage.upgrading import bring_up_to_date
from painmap.storage.verifying import verify


class Diary:
    """All that the patient keeps. Every method raises DiaryTrouble where the file does not allow what is asked."""

    def __init__(self, database: Database) -> None:
        self.proof: Proof | None = None
        """What is still to show that the whole diary is sound, where it was opened before that; no write is earlier."""
        self.go_on_with(database)

    @classmethod
    def open(cls, path: Path, now: datetime, steps: tuple[Step, ...] = STEPS, *, proved: bool = True) -> Self:
        """The diary of this path, to read and write; begins one where nothing is.

        The whole of it is verified. One of an earlier version is copied to the backups and brought up to date.
        Where it is not `proved`, only the file is. What is asked of one day is verified as it is read; `proof` verifies
        all, and a change or a question about several days, which damage could hide one from, waits for it.
        """
        path = path.absolute()
        settle_change(path, path.parent / BACKUPS)
        if not os.path.lexists(path):
            create(path, steps)
        database = open_existing(path, for_writing=True, newest=len(steps))
        with ExitStack() as unless_sound:
            unless_sound.callback(database.close)
            if database.version < len(steps):
                bring_up_to_date(database, now, steps)
            database.check(steps)
            if proved:
                verify(database)
            diary = cls(database)
            diary.proof = None if proved else Proof(path)
            unless_sound.pop_all()
        return diary

    @classmethod
    def read(cls, path: Path) -> Self:
        """The diary of this path to read only, also while the window has it open. The whole of it is verified."""
        database = open_existing(path.absolute(), for_writing=False)
        with ExitStack() as unless_sound:
            unless_sound.callback(database.close)
            if database.version < len(STEPS):
                raise DiaryTooOld(path)
            database.check()
            verify(database)
            diary = cls(database)
            unless_sound.pop_all()
        return diary

    @classmethod
    def look(cls, path: Path) -> Self:
        """The diary of this path as `read` gives it; one of an earlier version is brought up to date in memory only."""
        database = open_existing(path.absolute(), for_writing=False)
        with ExitStack() as unless_sound:
            unless_sound.callback(database.close)
            if database.version < len(STEPS):
                database.check()
                memory = in_memory(database)
                unless_sound.callback(memory.close)
                database.close()
                with memory.writing() as connection:
                    build(connection, STEPS)
                database = memory
            database.check()
            verify(database)
            diary = cls(database)
            unless_sound.pop_all()
        return diary

    def close(self) -> None:
        """Lets go of the file."""
        if self.proof is not None:
            self.proof.end()
        self.database.close()

    def go_on_with(self, database: Database) -> None:
        """Takes the same diary from another file, as after its passphrase was changed; the one before is closed."""
        self.database = database
        database.connection.create_function("says", 2, says, deterministic=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the diary's file is."""
        return self.database.path

    def keep(self, *kept: AnyKept) -> None:
        """Adds each, or puts it in the place of the one with its id. They are on disk when this returns."""
        self.make(kept, ())

    def remove(self, id: str) -> None:
        """Takes a check-in out of the diary; nothing happens where there is none of this id."""
        self._write(lambda connection: rows.remove(connection, id), {(CheckIn, id): None})

    def make(self, kept: Iterable[AnyKept], removed: Iterable[AnyKept], course: Course = UNTOLD) -> None:
        """One change, all or nothing: what is removed goes, what is kept is added or takes its own place.

        Raises Cancelled where the course stops it, and then nothing was changed.
        """
        kept, removed = tuple(kept), tuple(removed)
        expected: dict[Key, str | None] = {merging.key(each): None for each in removed}
        expected |= {merging.key(each): merging.mark(each) for each in kept}

        def change(connection: Connection) -> None:
            for n, each in enumerate(course.along((*removed, *kept))):
                if n < len(removed):
                    merging.remove(connection, each)
                else:
                    merging.write(connection, each)
            merging.check(self.database, (*kept, *removed))
            course.settle()

        self._write(change, expected)

    def merge(self, brought: Iterable[AnyKept], course: Course = UNTOLD) -> Merged:
        """Brings check-ins and records from elsewhere in, all or none: of each id the version changed last.

        Raises Cancelled where the course stops it, and then nothing was brought in.
        """
        merge = merging.Merge(self.database)
        self._write(lambda connection: merge.bring_in(connection, tuple(brought), course), merge.expected)
        return merge.merged()

    def record(self, kind: Kind[K], id: str) -> K | None:
        """The record of this kind and id."""
        return next(iter(records.read(self.database, kind, "id = ?", id)), None)

    def records(self, kind: Kind[K]) -> tuple[K, ...]:
        """Every record of this kind, by day."""
        return tuple(sorted(records.read(self.database, kind), key=attrgetter("day", "id")))

    def uses_of(self, treatment_id: str) -> tuple[Use, ...]:
        """The uses of a treatment, in the order of time."""
        return tuple(sorted(records.read(self.database, USES, "treatment = ?", treatment_id), key=lambda use: use.at))

    def contents(self, days: Period | None = None) -> Contents:
        """Everything, as it is at this moment; of the check-ins only those about `days`, where they are named."""
        with self.database.reading():
            told = self.all() if days is None else self.between(days)
            return Contents.of((*told, *(kept for kind in KINDS for kept in self.records(kind))))

    def counts(self) -> dict[str, int]:
        """How many there are of each kind, by the name of its list."""
        self._wait_for_proof()
        with self.database.reading():
            return {"check_ins": self.count()} | {kind.list_name: records.count(self.database, kind) for kind in KINDS}

    @property
    def empty(self) -> bool:
        """Whether nothing at all is kept."""
        return not any(self.counts().values())

    def get(self, id: str) -> CheckIn | None:
        """The check-in of this id."""
        return next(iter(rows.read(self.database, "id = ?", id)), None)

    def on(self, day: date) -> tuple[CheckIn, ...]:
        """The check-ins about a day, in the order they were first written."""
        return rows.read(self.database, "day = ?", day.isoformat())

    def between(self, period: Period) -> tuple[CheckIn, ...]:
        """The check-ins about the days of a period, by day and in the order they were first written."""
        self._wait_for_proof()
        return rows.read(self.database, "day BETWEEN ? AND ?", period.start.isoformat(), period.end.isoformat())

    def all(self) -> tuple[CheckIn, ...]:
        """Every check-in, by day and in the order they were first written."""
        self._wait_for_proof()
        return rows.read(self.database)

    def last_map(self, day: date, recorded_at: datetime, other_than: str) -> CheckIn | None:
        """The latest check-in with regions before this day, or of this day and written before this moment."""
        same_day = (c for c in self.on(day) if c.recorded_at < recorded_at)
        found = [c for c in same_day if c.regions and c.id != other_than]
        if found:
            return found[-1]
        with self.database.reading() as connection:
            row = connection.execute(
                "SELECT day FROM check_in WHERE day < ? AND id <> ?"
                " AND EXISTS (SELECT 1 FROM region_pain WHERE check_in = number) ORDER BY day DESC LIMIT 1",
                (day.isoformat(), other_than),
            ).fetchone()
            earlier = self.on(date.fromisoformat(row[0])) if row else ()
        return next((c for c in reversed(earlier) if c.regions and c.id != other_than), None)

    def first_day(self) -> date | None:
        """The earliest day with a check-in."""
        with self.database.reading() as connection:
            (day,) = connection.execute("SELECT min(day) FROM check_in").fetchone()
        return date.fromisoformat(day) if day else None

    def with_note(self, words: str) -> tuple[CheckIn, ...]:
        """The check-ins whose note has every one of these words or parts of words, newest first."""
        wanted = " ".join(plain(words).split())
        if not wanted:
            return ()
        self._wait_for_proof()
        return rows.read(self.database, "note IS NOT NULL AND says(note, ?)", wanted)[::-1]

    def count(self) -> int:
        """How many check-ins there are."""
        self._wait_for_proof()
        with self.database.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM check_in").fetchone()[0])

    def _wait_for_proof(self) -> None:
        if self.proof is not None:
            self.proof.wait()

    def _write(self, work: Callable[[Connection], object], expected: Mapping[Key, str | None]) -> None:
        """One change; `expected` are the digests that the file has afterwards, None for what is gone.

        A commit can stand although the disk reported an error at its end, so that is looked up before it is told.
        """
        self._wait_for_proof()
        try:
            with self.database.writing() as connection:
                work(connection)
        except UnicodeEncodeError as error:
            raise DiaryTrouble(
                "There is a character in what was typed that can't be saved; type it again.", str(error)
            ) from error
        except (DiaryMoved, DiaryInUse, DoesNotFit):
            raise
        except DiaryTrouble:
            if not self._stands(expected):
                raise

    def _stands(self, expected: Mapping[Key, str | None]) -> bool:
        try:
            known = merging.known(self.database)
        except DiaryTrouble:
            return False
        return all((known[key][1] if key in known else None) == mark for key, mark in expected.items())
