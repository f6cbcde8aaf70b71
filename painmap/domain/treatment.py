"""Treatments and their uses: what is taken or done, since when, and how each dose or session went."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise

from painmap.domain.kept import Kept, on_scale, short_enough
from painmap.domain.period import Period

LONGEST_NAME = 120
LONGEST_TEXT = 4_000


class TreatmentKind(StrEnum):
    """What sort of treatment it is."""

    MEDICATION = "medication"
    PHYSIOTHERAPY = "physiotherapy"
    EXERCISE = "exercise"
    INTERVENTION = "intervention"
    SELF_CARE = "self_care"


@dataclass(frozen=True, kw_only=True)
class Treatment(Kept):
    """A treatment from `start` until `stop` (its last day; None while it goes on). `plan` is the dose or plan as typed.

    Raises ValueError for one that can't be: no name, a stop before the start, pauses outside or over each other.
    """

    kind: TreatmentKind
    name: str
    start: date
    stop: date | None = None
    plan: str = ""
    pauses: tuple[Period, ...] = ()
    side_effects: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a treatment needs a name")
        short_enough(self.name, LONGEST_NAME, "the name")
        for what, text in (("the plan", self.plan), ("side effects", self.side_effects), ("the note", self.note)):
            short_enough(text, LONGEST_TEXT, what)
        if self.stop is not None and self.stop < self.start:
            raise ValueError(f"the stop, {self.stop}, is before the start, {self.start}")
        object.__setattr__(self, "pauses", tuple(sorted(self.pauses, key=lambda pause: pause.start)))
        self._check_pauses()

    def _check_pauses(self) -> None:
        for pause in self.pauses:
            if pause.start < self.start or (self.stop is not None and pause.end > self.stop):
                raise ValueError(f"the pause from {pause.start} to {pause.end} is not within the treatment")
        for one, other in pairwise(self.pauses):
            if other.start <= one.end:
                raise ValueError(f"the pauses from {one.start} and from {other.start} overlap")

    @property
    def day(self) -> date:
        """The day that it stands under: its first."""
        return self.start

    def goes_on(self, day: date) -> bool:
        """Whether it is taken or done on that day: begun, not stopped, not paused."""
        begun = self.start <= day and (self.stop is None or day <= self.stop)
        return begun and not any(day in pause for pause in self.pauses)


@dataclass(frozen=True, kw_only=True)
class Use(Kept):
    """One dose or session: pain before and after 0-10, relief 0-100 %; None is "not answered".

    `done` is False for a session that was missed. Raises ValueError for what is off its scale, a time without
    UTC offset, and a session that was missed but has answers about how it went.
    """

    treatment_id: str
    at: datetime
    pain_before: int | None = None
    pain_after: int | None = None
    relief: int | None = None
    side_effects: str = ""
    done: bool = True

    def __post_init__(self) -> None:
        if self.at.utcoffset() is None:
            raise ValueError("the time of a use needs a UTC offset")
        on_scale(self.pain_before, 0, 10, "pain before")
        on_scale(self.pain_after, 0, 10, "pain after")
        on_scale(self.relief, 0, 100, "relief")
        short_enough(self.side_effects, LONGEST_TEXT, "side effects")
        if not self.done and (self.pain_after is not None or self.relief is not None):
            raise ValueError("a session that was missed has no pain after it and no relief")

    @property
    def day(self) -> date:
        """The day that it was on, by the patient's clock."""
        return self.at.date()


def check_use(treatment: Treatment, use: Use) -> None:
    """Raises ValueError where the use is from before the treatment began."""
    if use.day < treatment.start:
        raise ValueError(f"{treatment.name} began on {treatment.start}, after this use on {use.day}")


def check_uses(treatment: Treatment, uses: Iterable[Use]) -> None:
    """Raises ValueError where any use of this treatment is from before it began."""
    for use in sorted(uses_of(treatment, uses), key=lambda use: use.at):
        check_use(treatment, use)


def uses_of(treatment: Treatment, uses: Iterable[Use]) -> tuple[Use, ...]:
    """The uses of this treatment, in the order given."""
    return tuple(use for use in uses if use.treatment_id == treatment.id)
