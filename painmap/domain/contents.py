"""Everything that a diary holds, as one value: for files, samples and merging."""

from collections.abc import Iterator
from dataclasses import dataclass

from painmap.domain.checkin import CheckIn
from painmap.domain.event import Appointment, Event
from painmap.domain.kept import Kept
from painmap.domain.review import WeeklyReview
from painmap.domain.treatment import Treatment, Use


@dataclass(frozen=True)
class Contents:
    """Check-ins, reviews, treatments, their uses, events and appointments."""

    check_ins: tuple[CheckIn, ...] = ()
    reviews: tuple[WeeklyReview, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    uses: tuple[Use, ...] = ()
    events: tuple[Event, ...] = ()
    appointments: tuple[Appointment, ...] = ()

    def records(self) -> Iterator[Kept]:
        """Everything but the check-ins; a treatment comes before its uses."""
        yield from self.reviews
        yield from self.treatments
        yield from self.uses
        yield from self.events
        yield from self.appointments
