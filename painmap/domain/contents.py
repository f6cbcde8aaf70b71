"""Everything that a diary holds, as one value: for files, samples and merging."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Self, TypeVar

from painmap.domain.checkin import CheckIn
from painmap.domain.event import Appointment, Event
from painmap.domain.kept import Kept
from painmap.domain.kinds import KINDS
from painmap.domain.review import WeeklyReview
from painmap.domain.treatment import Treatment, Use, check_uses, uses_of
from painmap.domain.words import counted

AnyKept = CheckIn | Kept
_T = TypeVar("_T")


@dataclass(frozen=True)
class Contents:
    """Check-ins, reviews, treatments, their uses, events and appointments; all of them in turn when iterated."""

    check_ins: tuple[CheckIn, ...] = ()
    reviews: tuple[WeeklyReview, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    uses: tuple[Use, ...] = ()
    events: tuple[Event, ...] = ()
    appointments: tuple[Appointment, ...] = ()

    @classmethod
    def of(cls, everything: Iterable[AnyKept]) -> Self:
        """Each in its place, in the order given."""
        everything = tuple(everything)

        def those(kind: type[_T]) -> tuple[_T, ...]:
            return tuple(each for each in everything if isinstance(each, kind))

        kinds = (those(CheckIn), those(WeeklyReview), those(Treatment), those(Use), those(Event), those(Appointment))
        return cls(*kinds)

    def __iter__(self) -> Iterator[AnyKept]:
        """A treatment comes before its uses."""
        yield from self.check_ins
        yield from self.records

    def __len__(self) -> int:
        return len(self.check_ins) + len(self.records)

    @property
    def records(self) -> tuple[Kept, ...]:
        """Everything but the check-ins."""
        return (*self.reviews, *self.treatments, *self.uses, *self.events, *self.appointments)

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each kind, by the name of its list."""
        return {item.name: len(getattr(self, item.name)) for item in fields(self)}


def amounts(counts: Mapping[str, int]) -> str:
    """Counts by the name of the list in words: '57 check-ins, 8 weekly reviews'; kinds of which there is none left out.

    Check-ins are always said.
    """
    others = (counted(counts[kind.list_name], kind.noun, kind.nouns) for kind in KINDS if counts.get(kind.list_name))
    return ", ".join((counted(counts["check_ins"], "check-in"), *others))


def check_together(treatments: Iterable[Treatment], uses: Iterable[Use]) -> None:
    """Raises ValueError where a use has no treatment, or is from before it began."""
    treatments, uses = tuple(treatments), tuple(uses)
    known = {treatment.id for treatment in treatments}
    for use in uses:
        if use.treatment_id not in known:
            raise ValueError(f"the use on {use.day} is of a treatment that is not there")
    for treatment in treatments:
        check_uses(treatment, uses_of(treatment, uses))
