"""What stands with a timeline, by names that can be drawn: Inter lacks some letters."""

from painmap.charts.sheet import drawable
from painmap.domain.event import Appointment, Event, EventKind
from painmap.domain.tried import Tried


def treatment_name(each: Tried) -> str:
    """The name of a treatment on one line, or else its kind."""
    return drawable(" ".join(each.treatment.name.split()), each.treatment.kind.replace("_", " ").capitalize())


def event_name(event: Event) -> str:
    """The name of an event on one line, or else its kind."""
    plain = "Event" if event.kind is EventKind.OWN else event.kind.replace("_", " ").capitalize()
    return drawable(" ".join(event.name.split()), plain)


def appointment_name(appointment: Appointment) -> str:
    """Whom it is with, on one line."""
    return drawable(" ".join(appointment.with_whom.split()), "") or "Appointment"
