"""The open diary as the pages see it: every change is kept at once, can be undone, and is told to all."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUuid, Signal

from painmap.domain.checkin import CheckIn
from painmap.domain.contents import Contents
from painmap.domain.kept import Kept
from painmap.domain.kinds import K, Kind, kind_of
from painmap.domain.period import Period
from painmap.domain.treatment import Treatment
from painmap.domain.undo import Change, Steps
from painmap.domain.words import counted
from painmap.storage.diary import Diary
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.known_days import KnownDays
from painmap.ui.known_records import KnownRecords

if TYPE_CHECKING:
    from painmap.domain.summary import DaySummary

MANY = 10
"""Things taken out at once, from which on there is a backup first."""


class Journal(QObject):
    """Keeps check-ins in the diary, one transaction a change, and remembers the steps for undo and redo.

    `changed` carries the Change that was made, undone or redone; `failed` one sentence with a next step, after
    which the diary is as it was. `settling` says that the diary is about to be changed from elsewhere than the
    check-in that is being written: whoever has words not yet kept is to keep them now.
    """

    changed = Signal(object)
    failed = Signal(str)
    settling = Signal()

    def __init__(self, diary: Diary, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.before_many: Callable[[], object] = lambda: None
        """Called before many things are taken out at once; where it raises DiaryTrouble, nothing is."""
        self._diary = diary
        self._clock = clock
        self._steps = Steps()
        self._known = KnownDays(self._read)
        self._records = KnownRecords(self._read_records)
        self.said = ""
        """What the last change was, in words, until the next one."""

    @property
    def diary(self) -> Diary:
        """The diary itself, for questions."""
        return self._diary

    def now(self) -> datetime:
        """The moment, with its UTC offset."""
        return self._clock()

    def today(self) -> date:
        """The day that it is where the patient is."""
        return self._clock().date()

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._steps.last is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to make again."""
        return self._steps.next is not None

    def begin(self, day: date) -> CheckIn:
        """A new, empty check-in about a day, which is kept with its first answer.

        It is about today where the clock was set back and the day is still to come.
        """
        now = self._clock()
        return CheckIn(id=new_id(), day=min(day, now.date()), recorded_at=now, changed_at=now)

    def keep(self, check_in: CheckIn, said: str = "", *, amend: bool = False) -> bool:
        """Keeps a check-in; one in which nothing is said any more is taken out. Whether that worked.

        With `amend` the step joins the one before it, so that one undo takes both back.
        """
        try:
            before = self._diary.get(check_in.id)
        except DiaryTrouble as trouble:
            self.failed.emit(str(trouble))
            return False
        after = None if check_in.empty else check_in
        if before is None and after is None:
            return True
        return self._make(Change(before, after, said), amend=amend)

    def delete(self, check_in: CheckIn) -> bool:
        """Takes a check-in out of the diary. Whether that worked."""
        return self._make(Change(check_in, None, "Check-in deleted."))

    def keep_record(self, kept: Kept, said: str = "", *, amend: bool = False) -> bool:
        """Keeps a review, treatment, use, event or appointment. Whether that worked.

        With `amend` the step joins the one before it, if that is about the same record.
        """
        try:
            before = self._diary.record(kind_of(kept), kept.id)
        except DiaryTrouble as trouble:
            self.failed.emit(str(trouble))
            return False
        return self._make(Change.of_records([before] if before else [], [kept], said), amend=amend)

    def keep_records(self, before: Iterable[Kept], after: Iterable[Kept], said: str = "") -> bool:
        """Makes one step of several records: as they were and as they become. Whether that worked."""
        return self._make(Change.of_records(before, after, said))

    def delete_record(self, kept: Kept) -> bool:
        """Takes a record out of the diary, and with a treatment its uses, as one step. Whether that worked."""
        said = f"{kind_of(kept).noun.capitalize()} deleted"
        try:
            uses = self._diary.uses_of(kept.id) if isinstance(kept, Treatment) else ()
        except DiaryTrouble as trouble:
            self.failed.emit(str(trouble))
            return False
        said += f" with its {counted(len(uses), 'use')}." if uses else "."
        return self._make(Change.of_records([kept, *uses], [], said))

    def records(self, kind: Kind[K]) -> tuple[K, ...]:
        """Every record of a kind, by day; none, and `failed` is said, where the diary can't be read."""
        try:
            return self._records.of(kind)
        except DiaryTrouble as trouble:
            self.failed.emit(str(trouble))
            return ()

    def besides_check_ins(self) -> Contents:
        """Every record of every kind. Raises DiaryTrouble where they can't be read."""
        return self._records.all()

    def undo(self) -> None:
        """Takes the last change back."""
        self.settling.emit()
        change = self._steps.last
        if change and self._apply(change.reversed):
            self._steps.undone()
            self._tell(change.reversed)

    def redo(self) -> None:
        """Makes the change again that was taken back last."""
        self.settling.emit()
        change = self._steps.next
        if change and self._apply(change):
            self._steps.redone()
            self._tell(change)

    def days(self, period: Period) -> "tuple[DaySummary, ...]":
        """The logged days of a period, read once. Raises DiaryTrouble where they can't be read."""
        return self._known.days(period)

    def on(self, day: date) -> tuple[CheckIn, ...]:
        """The check-ins about a day; none, and `failed` is said, where the diary can't be read."""
        try:
            return self._diary.on(day)
        except DiaryTrouble as trouble:
            self.failed.emit(str(trouble))
            return ()

    def last_map(self, check_in: CheckIn) -> CheckIn | None:
        """The latest check-in with a map before this one; None also where the diary can't be read."""
        try:
            return self._diary.last_map(check_in.day, check_in.recorded_at, check_in.id)
        except DiaryTrouble as trouble:
            self.failed.emit(str(trouble))
            return None

    def has(self, check_in: CheckIn) -> bool:
        """Whether the diary has a check-in of this id; where it can't be read, whether anything is said in it."""
        try:
            return self._diary.get(check_in.id) is not None
        except DiaryTrouble as trouble:
            self.failed.emit(str(trouble))
            return not check_in.empty

    def whole(self) -> Period | None:
        """From the first logged day to today; None for an empty diary."""
        first = self._diary.first_day()
        return Period(first, max(first, self.today())) if first else None

    def replaced(self) -> None:
        """Says that the diary's content came from elsewhere, as after an import: the steps no longer hold."""
        self._steps.forget()
        self._tell(Change(None, None))

    def _make(self, change: Change, *, amend: bool = False) -> bool:
        if not self._apply(change):
            return False
        if amend:
            self._steps.amend(change)
        else:
            self._steps.add(change)
        self._tell(change)
        return True

    def _apply(self, change: Change) -> bool:
        try:
            if len(change.removed) >= MANY:
                self.before_many()
            self._diary.make(change.kept, change.removed)
        except DiaryTrouble as trouble:
            self.failed.emit(str(trouble))
            return False
        return True

    def _read(self, period: Period) -> "tuple[DaySummary, ...]":
        from painmap.domain.summary import summarise

        return summarise(self._diary.between(period))

    def _read_records(self, kind: Kind[K]) -> tuple[K, ...]:
        return self._diary.records(kind)

    def _tell(self, change: Change) -> None:
        self._known.note(change)
        self._records.note(change)
        self.said = change.said
        self.changed.emit(change)


def new_id() -> str:
    """An id for life: a random UUID. Qt makes it as well as Python's uuid, which takes longer to import."""
    return QUuid.createUuid().toString(QUuid.StringFormat.WithoutBraces)
