"""Treatments, uses, events and appointments by the line, for tests."""

from datetime import date, datetime, timedelta, timezone
from typing import Any
from uuid import NAMESPACE_DNS, uuid5

from painmap.domain.event import Appointment, Event, EventKind
from painmap.domain.kept import Written
from painmap.domain.treatment import Treatment, TreatmentKind, Use

ZONE = timezone(timedelta(hours=1))
WRITTEN = Written.at(datetime(2026, 7, 1, 8, tzinfo=ZONE))


def id_of(name: str) -> str:
    return str(uuid5(NAMESPACE_DNS, name))


def treatment(name: str, start: date, kind: str = "medication", **said: Any) -> Treatment:
    return Treatment(id=id_of(name), written=WRITTEN, kind=TreatmentKind(kind), name=name, start=start, **said)


def use(of: str, month: int, day: int, hour: int = 21, minute: int = 30, **said: Any) -> Use:
    at = datetime(2026, month, day, hour, minute, tzinfo=ZONE)
    return Use(id=id_of(f"{of} {at}"), written=WRITTEN, treatment_id=id_of(of), at=at, **said)


def event(kind: str, start: date, **said: Any) -> Event:
    return Event(id=id_of(f"{kind} {start}"), written=WRITTEN, kind=EventKind(kind), start=start, **said)


def appointment(day: date, *questions: str, with_whom: str = "") -> Appointment:
    return Appointment(id=id_of(str(day)), written=WRITTEN, day=day, with_whom=with_whom, questions=questions)
