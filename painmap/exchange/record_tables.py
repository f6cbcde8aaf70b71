"""Tables of what a diary keeps besides check-ins: one row a record."""

from dataclasses import astuple, fields

from painmap.domain.contents import Contents
from painmap.domain.review import PEG, SSS, WeeklyReview
from painmap.domain.treatment import Treatment, Use
from painmap.exchange.tables import APART, Cell, Table

_REVIEW = (
    "week_ending",
    *(f"sss_{item.name}" for item in fields(SSS)),
    "sss_total",
    *(f"peg_{item.name}" for item in fields(PEG)),
    "peg_mean",
)
_TREATMENT = ("treatment", "kind", "name", "plan", "start", "stop", "pauses", "side_effects", "note")
_USE = ("treatment", "name", "at", "done", "pain_before", "pain_after", "relief_percent", "side_effects")
_EVENT = ("kind", "name", "start", "end", "note")
_APPOINTMENT = ("day", "with_whom", "questions")


def record_tables(contents: Contents) -> tuple[Table, ...]:
    """Reviews, treatments, uses, events and appointments, each by day; a use names its treatment."""
    names = {treatment.id: treatment.name for treatment in contents.treatments}
    reviews = sorted(contents.reviews, key=lambda each: (each.day, each.id))
    treatments = sorted(contents.treatments, key=lambda each: (each.day, each.id))
    uses = sorted(contents.uses, key=lambda each: (each.at, each.id))
    events = sorted(contents.events, key=lambda each: (each.day, each.id))
    appointments = sorted(contents.appointments, key=lambda each: (each.day, each.id))
    return (
        Table("Weekly reviews", _REVIEW, tuple(map(_review, reviews))),
        Table("Treatments", _TREATMENT, tuple(map(_treatment, treatments))),
        Table("Uses", _USE, tuple(_use(use, names.get(use.treatment_id)) for use in uses)),
        Table("Events", _EVENT, tuple((e.kind.value, e.name, e.start, e.end, e.note or None) for e in events)),
        Table(
            "Appointments",
            _APPOINTMENT,
            tuple((a.day, a.with_whom or None, "\n".join(a.questions) or None) for a in appointments),
        ),
    )


def _review(review: WeeklyReview) -> tuple[Cell, ...]:
    mean = None if review.peg.mean is None else round(review.peg.mean, 2)
    return (review.week_ending, *astuple(review.sss), review.sss.total, *astuple(review.peg), mean)


def _treatment(treatment: Treatment) -> tuple[Cell, ...]:
    pauses = APART.join(f"{pause.start} to {pause.end}" for pause in treatment.pauses)
    return (
        *(treatment.id, treatment.kind.value, treatment.name, treatment.plan or None, treatment.start, treatment.stop),
        *(pauses or None, treatment.side_effects or None, treatment.note or None),
    )


def _use(use: Use, name: str | None) -> tuple[Cell, ...]:
    return (
        *(use.treatment_id, name, use.at, use.done, use.pain_before, use.pain_after, use.relief),
        use.side_effects or None,
    )
