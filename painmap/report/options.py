"""What goes into a report, as one value that the window and the command line fill in alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from painmap.domain.event import Appointment, next_appointment
from painmap.domain.period import Period
from painmap.report.grid import Paper

LANGUAGES = {"en": "English"}
"""The languages that a report can be written in, by their short name."""

NEXT, NO_APPOINTMENT = "next", "none"


class Section(StrEnum):
    """A part that follows page one where it is wanted, in the order of the pages."""

    REGIONS_BY_DAY = "regions-by-day"
    RHYTHM = "rhythm"
    FATIGUE_AND_EFFORT = "fatigue-and-effort"
    BEFORE_AFTER = "before-after"
    REVIEWS = "reviews"
    CHECK_INS = "check-ins"
    NOTES = "notes"
    METHOD = "method"


class Naming(StrEnum):
    """How the patient is named."""

    NAME = "name"
    INITIALS = "initials"
    NOBODY = "none"


@dataclass(frozen=True)
class Options:
    """The days, the paper, and what is left out. Notes go in only where Section.NOTES does.

    `left_out` has ids of regions. `name` is as it was typed; `printed_name` is what any form says of it.
    Raises ValueError for a language that a report can't be written in.
    """

    period: Period
    paper: Paper = Paper.A4
    sections: frozenset[Section] = frozenset()
    left_out: frozenset[str] = frozenset()
    name: str = ""
    naming: Naming = Naming.NAME
    black_and_white: bool = False
    attached: bool = False
    """Whether the PDF carries the data of the period inside, as far as it is handed over."""
    appointment: str = NEXT
    """NEXT, NO_APPOINTMENT, or the id of the appointment that the page is for."""
    in_full: bool = True
    """Whether what page one cuts for want of room is printed whole after it."""
    language: str = "en"

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"a report can be written in {', '.join(LANGUAGES)}, not in {self.language}")

    @property
    def notes(self) -> bool:
        """Whether notes that are not private go in."""
        return Section.NOTES in self.sections

    @property
    def in_order(self) -> tuple[Section, ...]:
        """The chosen sections as they follow each other."""
        return tuple(section for section in Section if section in self.sections)

    @property
    def printed_name(self) -> str:
        """The name, its first letters, or nothing."""
        name = " ".join(self.name.split())
        return {Naming.NAME: name, Naming.INITIALS: initials(name)}.get(self.naming, "")


def appointment_for(appointments: Iterable[Appointment], chosen: str, today: date) -> Appointment | None:
    """The appointment of that id, the first from today on, or none; also none where that one is no longer kept."""
    if chosen == NEXT:
        return next_appointment(appointments, today)
    return next((each for each in appointments if each.id == chosen), None)


def initials(name: str) -> str:
    """'A. M.' of 'Anna Meyer'."""
    return " ".join(f"{word[0].upper()}." for word in name.split())
