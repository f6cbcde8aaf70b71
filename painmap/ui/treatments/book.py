"""What the pages of treatments ask of the journal: every record of a kind, and one change at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from painmap.domain.event import Appointment, Event
from painmap.domain.kept import Kept, Written
from painmap.domain.period import Period
from painmap.domain.treatment import Treatment, Use, check_use
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.journal import Journal, new_id
from painmap.ui.treatments.wording import deleted_said, short, use_said

TWICE_WITHIN = timedelta(seconds=2)


@dataclass(frozen=True)
class Shelf:
    """All records of the page as they are at one moment. Uses are newest first."""

    treatments: tuple[Treatment, ...] = ()
    uses: dict[str, tuple[Use, ...]] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    appointments: tuple[Appointment, ...] = ()

    def uses_of(self, treatment: Treatment) -> tuple[Use, ...]:
        """The uses of a treatment, newest first."""
        return self.uses.get(treatment.id, ())


class Book:
    """Reads and changes treatments, uses, events and appointments; what fails is told by the journal."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._logged: tuple[str, datetime] | None = None

    def read(self) -> Shelf | None:
        """Everything; None, and `failed` is said, where the diary can't be read."""
        try:
            records = self.journal.besides_check_ins()
        except DiaryTrouble as trouble:
            self.journal.failed.emit(str(trouble))
            return None
        by_treatment: dict[str, list[Use]] = {}
        for use in sorted(records.uses, key=lambda use: use.at, reverse=True):
            by_treatment.setdefault(use.treatment_id, []).append(use)
        found = {id: tuple(group) for id, group in by_treatment.items()}
        return Shelf(records.treatments, found, records.events, records.appointments)

    def written(self) -> Written:
        """The stamp of something that is written now."""
        return Written.at(self.journal.now())

    def keep(self, record: Kept, said: str = "") -> bool:
        """Keeps a record, new or in place of what it was. Whether that worked."""
        return self.journal.keep_record(record, said)

    def log_use(self, treatment: Treatment) -> Use | None:
        """Logs a use now and says so; None where that did not work, and for a second tap within two seconds."""
        now = self.journal.now()
        if self._logged and self._logged[0] == treatment.id and now - self._logged[1] < TWICE_WITHIN:
            return None
        use = Use(id=new_id(), written=Written.at(now), treatment_id=treatment.id, at=now)
        check_use(treatment, use)
        if not self.keep(use, use_said(treatment, use)):
            return None
        self._logged = treatment.id, now
        return use

    def stop(self, treatment: Treatment) -> bool:
        """Lets a treatment end today; pauses that lie later go with it."""
        today = self.journal.today()
        pauses = tuple(Period(p.start, min(p.end, today)) for p in treatment.pauses if p.start <= today)
        stopped = treatment.changed(self.journal.now(), stop=today, pauses=pauses)
        return self.keep(stopped, f"{short(treatment.name)} stopped.")

    def change_dose(self, before: Treatment, after: Treatment) -> bool:
        """Begins the treatment anew with another dose; the one before it ends the day before."""
        last = after.start - timedelta(1)
        pauses = tuple(Period(p.start, min(p.end, last)) for p in before.pauses if p.start <= last)
        ended = before.changed(self.journal.now(), stop=last, pauses=pauses)
        return self._change((before,), (ended, after), f"{short(after.name)}: dose changed.")

    def delete_treatment(self, treatment: Treatment, uses: Iterable[Use]) -> bool:
        """Deletes a treatment and its uses as one step."""
        uses = tuple(uses)
        return self._change((treatment, *uses), (), deleted_said(treatment.name, len(uses)))

    def delete(self, record: Kept, what: str) -> bool:
        """Deletes one record; `what` names it, such as 'Use'."""
        return self._change((record,), (), deleted_said(what))

    def _change(self, before: tuple[Kept, ...], after: tuple[Kept, ...], said: str) -> bool:
        return self.journal.keep_records(before, after, said)
