"""One of each kind that a diary keeps besides check-ins, for tests."""

from datetime import date, datetime, timedelta

from painmap.domain.event import Appointment, Event, EventKind
from painmap.domain.kept import Kept, Written
from painmap.domain.period import Period
from painmap.domain.review import PEG, SSS, WeeklyReview
from painmap.domain.treatment import Treatment, TreatmentKind, Use


def number(n: int) -> str:
    """An id."""
    return f"00000000-0000-4000-8000-{n:012}"


def one_of_each(now: datetime) -> tuple[Kept, ...]:
    """A review, a treatment with two uses, an event and an appointment."""
    return a_review(now), a_treatment(now), a_use(now), a_use(now, 4, done=False), an_event(now), an_appointment(now)


def a_review(now: datetime, n: int = 1, **what: object) -> WeeklyReview:
    """Every item answered: SSS 9, PEG 6."""
    told = {"week_ending": now.date(), "sss": SSS(3, 3, 2, True, False, False), "peg": PEG(6, 5, 7)}
    return WeeklyReview(id=number(n), **({"written": Written.at(now)} | told | what))


def a_treatment(now: datetime, n: int = 2, **what: object) -> Treatment:
    """Begun 30 days ago, with a pause."""
    start = now.date() - timedelta(30)
    told = {
        "kind": TreatmentKind.MEDICATION,
        "name": "Ibuprofen",
        "plan": "400 mg when needed",
        "start": start,
        "pauses": (Period(start + timedelta(3), start + timedelta(5)),),
        "side_effects": "Sick",
        "note": "With food",
    }
    return Treatment(id=number(n), **({"written": Written.at(now)} | told | what))


def a_use(now: datetime, n: int = 3, done: bool = True, **what: object) -> Use:
    """Of that treatment."""
    told = {"treatment_id": number(2), "at": now, "pain_before": 7 if done else None, "done": done}
    told |= {"pain_after": 4, "relief": 40, "side_effects": "Tired"} if done else {}
    return Use(id=number(n), **({"written": Written.at(now)} | told | what))


def an_event(now: datetime, n: int = 5, **what: object) -> Event:
    """Two days of flu."""
    day: date = now.date() - timedelta(9)
    told = {"kind": EventKind.INFECTION, "start": day, "end": day + timedelta(1), "label": "Flu", "note": "Fever"}
    return Event(id=number(n), **({"written": Written.at(now)} | told | what))


def an_appointment(now: datetime, n: int = 6, **what: object) -> Appointment:
    """In nine days, with two questions."""
    told = {"day": now.date() + timedelta(9), "with_whom": "Dr. Weber", "questions": ("Why?", "What next?")}
    return Appointment(id=number(n), **({"written": Written.at(now)} | told | what))
