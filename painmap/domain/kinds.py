"""The kinds of kept records besides check-ins: what they are called, and their plain records."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Generic, TypeVar

from painmap.domain.event import Appointment, Event, EventKind
from painmap.domain.kept import Kept, Written
from painmap.domain.period import Period
from painmap.domain.plain import (
    choice,
    day_of,
    identity,
    listed,
    moment_of,
    named_fields,
    only,
    text_of,
    whole,
    yes_or_no,
)
from painmap.domain.review import PEG, SSS, WeeklyReview
from painmap.domain.treatment import Treatment, TreatmentKind, Use

K = TypeVar("K", bound=Kept)
Fields = Mapping[str, Any]
_TIMES = ("recorded_at", "changed_at")
_JSON = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True)
class Kind(Generic[K]):
    """One kind: its class, its list in the exchange file and in Contents, and what one and many are called."""

    of: type[K]
    list_name: str
    noun: str
    nouns: str
    field_names: tuple[str, ...]
    _plain: Callable[[K], dict[str, Any]]
    _read: Callable[[Fields], dict[str, Any]]

    def to_record(self, kept: K) -> dict[str, Any]:
        """As plain values, every field named; when it was written is left out where that is not known."""
        record = {"id": kept.id, **self._plain(kept)}
        if kept.written:
            record |= {name: getattr(kept.written, name).isoformat() for name in _TIMES}
        return record

    def from_record(self, record: object) -> K:
        """The value of a record. Raises ValueError with one plain sentence about what is wrong with it."""
        one = f"{'an' if self.noun[0] in 'ae' else 'a'} {self.noun}"
        given = named_fields(record, one)
        only(given, frozenset(("id", *self.field_names, *_TIMES)), one)
        return self.of(id=identity(given.get("id")), written=_written(given), **self._read(given))


def record_text(kept: Kept) -> str:
    """The record as JSON with sorted names and no spaces, without what is not answered."""
    record = kind_of(kept).to_record(kept)
    return _JSON.encode({name: value for name, value in record.items() if value is not None})


def _written(given: Fields) -> Written | None:
    recorded_at, changed_at = (given.get(name) for name in _TIMES)
    if recorded_at is None:
        if changed_at is not None:
            raise ValueError("changed_at is given without recorded_at")
        return None
    first = moment_of(recorded_at, "recorded_at")
    return Written(first, first if changed_at is None else moment_of(changed_at, "changed_at"))


def _review(review: WeeklyReview) -> dict[str, Any]:
    return {"week_ending": review.week_ending.isoformat(), "sss": asdict(review.sss), "peg": asdict(review.peg)}


def _read_review(given: Fields) -> dict[str, Any]:
    return {
        "week_ending": day_of(given.get("week_ending"), "week_ending"),
        "sss": _read_sss(given.get("sss")),
        "peg": _read_peg(given.get("peg")),
    }


def _read_sss(value: object) -> SSS:
    given = {} if value is None else named_fields(value, "sss")
    only(given, frozenset(item.name for item in fields(SSS)), "sss")
    return SSS(
        fatigue=whole(given.get("fatigue"), "fatigue of sss", 3),
        waking_unrefreshed=whole(given.get("waking_unrefreshed"), "waking_unrefreshed", 3),
        cognitive=whole(given.get("cognitive"), "cognitive", 3),
        headache=yes_or_no(given.get("headache"), "headache"),
        abdominal_pain=yes_or_no(given.get("abdominal_pain"), "abdominal_pain"),
        depression=yes_or_no(given.get("depression"), "depression"),
    )


def _read_peg(value: object) -> PEG:
    given = {} if value is None else named_fields(value, "peg")
    names = [item.name for item in fields(PEG)]
    only(given, frozenset(names), "peg")
    return PEG(**{name: whole(given.get(name), f"{name} of peg") for name in names})


def _treatment(treatment: Treatment) -> dict[str, Any]:
    return {
        "kind": treatment.kind.value,
        "name": treatment.name,
        "plan": treatment.plan or None,
        "start": treatment.start.isoformat(),
        "stop": _day_text(treatment.stop),
        "pauses": [{"start": each.start.isoformat(), "end": each.end.isoformat()} for each in treatment.pauses],
        "side_effects": treatment.side_effects or None,
        "note": treatment.note or None,
    }


def _read_treatment(given: Fields) -> dict[str, Any]:
    return {
        "kind": choice(given.get("kind"), TreatmentKind, "kind"),
        "name": text_of(given.get("name"), "name"),
        "plan": text_of(given.get("plan"), "plan"),
        "start": day_of(given.get("start"), "start"),
        "stop": _read_day(given.get("stop"), "stop"),
        "pauses": tuple(_read_pause(pause) for pause in listed(given.get("pauses"), "pauses")),
        "side_effects": text_of(given.get("side_effects"), "side_effects"),
        "note": text_of(given.get("note"), "note"),
    }


def _read_pause(value: object) -> Period:
    given = named_fields(value, "a pause")
    only(given, frozenset(("start", "end")), "a pause")
    return Period(day_of(given.get("start"), "start of a pause"), day_of(given.get("end"), "end of a pause"))


def _use(use: Use) -> dict[str, Any]:
    return {
        "treatment_id": use.treatment_id,
        "at": use.at.isoformat(),
        "pain_before": use.pain_before,
        "pain_after": use.pain_after,
        "relief": use.relief,
        "side_effects": use.side_effects or None,
        "done": use.done,
    }


def _read_use(given: Fields) -> dict[str, Any]:
    done = yes_or_no(given.get("done"), "done")
    return {
        "treatment_id": identity(given.get("treatment_id"), "treatment_id"),
        "at": moment_of(given.get("at"), "at"),
        "pain_before": whole(given.get("pain_before"), "pain_before"),
        "pain_after": whole(given.get("pain_after"), "pain_after"),
        "relief": whole(given.get("relief"), "relief", 100),
        "side_effects": text_of(given.get("side_effects"), "side_effects"),
        "done": done is None or done,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "kind": event.kind.value,
        "label": event.label or None,
        "start": event.start.isoformat(),
        "end": _day_text(event.end),
        "note": event.note or None,
    }


def _read_event(given: Fields) -> dict[str, Any]:
    return {
        "kind": choice(given.get("kind"), EventKind, "kind"),
        "label": text_of(given.get("label"), "label"),
        "start": day_of(given.get("start"), "start"),
        "end": _read_day(given.get("end"), "end"),
        "note": text_of(given.get("note"), "note"),
    }


def _appointment(appointment: Appointment) -> dict[str, Any]:
    return {
        "day": appointment.day.isoformat(),
        "with_whom": appointment.with_whom or None,
        "questions": list(appointment.questions),
    }


def _read_appointment(given: Fields) -> dict[str, Any]:
    questions = listed(given.get("questions"), "questions")
    return {
        "day": day_of(given.get("day"), "day"),
        "with_whom": text_of(given.get("with_whom"), "with_whom"),
        "questions": tuple(text_of(question, "a question") for question in questions),
    }


def _day_text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read_day(value: object, what: str) -> date | None:
    return None if value is None else day_of(value, what)


REVIEWS = Kind(
    WeeklyReview, "reviews", "weekly review", "weekly reviews", ("week_ending", "sss", "peg"), _review, _read_review
)
TREATMENTS = Kind(
    Treatment,
    "treatments",
    "treatment",
    "treatments",
    ("kind", "name", "plan", "start", "stop", "pauses", "side_effects", "note"),
    _treatment,
    _read_treatment,
)
USES = Kind(
    Use,
    "uses",
    "use",
    "uses",
    ("treatment_id", "at", "pain_before", "pain_after", "relief", "side_effects", "done"),
    _use,
    _read_use,
)
EVENTS = Kind(Event, "events", "event", "events", ("kind", "label", "start", "end", "note"), _event, _read_event)
APPOINTMENTS = Kind(
    Appointment,
    "appointments",
    "appointment",
    "appointments",
    ("day", "with_whom", "questions"),
    _appointment,
    _read_appointment,
)
KINDS: tuple[Kind[Any], ...] = (REVIEWS, TREATMENTS, USES, EVENTS, APPOINTMENTS)
"""In the order of the exchange file; a treatment comes before its uses."""
_BY_CLASS: Mapping[type[Kept], Kind[Any]] = {kind.of: kind for kind in KINDS}


def kind_of(kept: Kept) -> Kind[Any]:
    """The kind of a record."""
    return _BY_CLASS[type(kept)]
