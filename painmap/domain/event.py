"""Events that are marked on the charts, and appointments with the patient's questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from painmap.domain.kept import Kept, short_enough

LONGEST_LABEL = 120
LONGEST_TEXT = 4_000
LONGEST_QUESTION = 500
MOST_QUESTIONS = 50


class EventKind(StrEnum):
    """What sort of event it is; `own` is anything else the patient wants marked."""

    INFECTION = "infection"
    INJURY = "injury"
    BUSY_DAY = "busy_day"
    STRESS = "stress"
    TRAVEL = "travel"
    OWN = "own"


@dataclass(frozen=True, kw_only=True)
class Event(Kept):
    """Something that happened from `start` to `end` (None for a single day, or one that goes on).

    Raises ValueError for an end before the start, and an event of the patient's own without a label.
    """

    kind: EventKind
    start: date
    end: date | None = None
    label: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.kind is EventKind.OWN and not self.label.strip():
            raise ValueError("an event of your own needs a name")
        short_enough(self.label, LONGEST_LABEL, "the name")
        short_enough(self.note, LONGEST_TEXT, "the note")
        if self.end is not None and self.end < self.start:
            raise ValueError(f"the end, {self.end}, is before the start, {self.start}")

    @property
    def day(self) -> date:
        """The day that it stands under: its first."""
        return self.start

    @property
    def name(self) -> str:
        """What it is called: the patient's label, or else its kind, such as 'Busy day'."""
        return self.label.strip() or self.kind.replace("_", " ").capitalize()


@dataclass(frozen=True, kw_only=True)
class Appointment(Kept):
    """A day, whom with, and the patient's questions in the order that matters to them.

    Raises ValueError for a question that is empty, and for too many or too long ones.
    """

    day: date
    with_whom: str = ""
    questions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        short_enough(self.with_whom, LONGEST_LABEL, "whom the appointment is with")
        if len(self.questions) > MOST_QUESTIONS:
            raise ValueError(f"an appointment has at most {MOST_QUESTIONS} questions")
        for question in self.questions:
            if not question.strip():
                raise ValueError("a question has words in it")
            short_enough(question, LONGEST_QUESTION, "a question")


def next_appointment(appointments: Iterable[Appointment], today: date) -> Appointment | None:
    """The first appointment from today on."""
    return min((each for each in appointments if each.day >= today), key=lambda each: each.day, default=None)
