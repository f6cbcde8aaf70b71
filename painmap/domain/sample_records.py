"""The invented patient's reviews, treatments with their uses, events and appointments."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from painmap.domain.chance import bell, below, clock, identity, rating
from painmap.domain.checkin import CheckIn
from painmap.domain.event import Appointment, Event, EventKind
from painmap.domain.kept import Kept, Written
from painmap.domain.period import Period
from painmap.domain.review import PEG, SSS, WeeklyReview
from painmap.domain.sample_more import Course
from painmap.domain.treatment import Treatment, TreatmentKind, Use

LONGEST_BEFORE = 300
"""Days before the sample on which the patient's first treatment began."""
_LONG = 28
"""Days that a sample has at least for anything to start, stop or pause in it."""
_SIDE_EFFECTS = ("A little sick afterwards.", "Tired for two hours.", "Dizzy when getting up.")
_QUESTIONS = (
    "Is the morning stiffness a reason for blood tests?",
    "Could the exercises be adapted for my hands?",
    "Why am I so tired two days after shopping?",
    "What can I do about the nights?",
)


def records(course: Course, check_ins: Sequence[CheckIn], rng: Random) -> Iterator[Kept]:
    """Everything besides the check-ins, from which the reviews and uses follow."""
    worst = {check_in.day: check_in.worst_pain for check_in in check_ins if check_in.worst_pain is not None}
    yield from _reviews(course.days, worst, rng)
    as_needed, sessions, *others = _treatments(course, rng)
    yield from (as_needed, sessions, *others)
    yield from _doses(as_needed, course, worst, rng)
    yield from _sessions(sessions, course, rng)
    yield from _events(course, rng)
    yield from _appointments(course, rng)


def _reviews(days: Period, worst: dict[date, int], rng: Random) -> Iterator[WeeklyReview]:
    """Every Sunday on which it was not skipped."""
    for day in days:
        if day.weekday() != 6 or (day - days.start).days < 6 or rng.random() < 0.25:
            continue
        rated = [worst[each] for each in Period.last(7, until=day) if each in worst]
        if rated:
            level = sum(rated) / len(rated)
            yield WeeklyReview(
                id=identity(rng),
                written=_evening(day, rng),
                week_ending=day,
                sss=_sss(level, rng),
                peg=_peg(level, rng),
            )


def _sss(level: float, rng: Random) -> SSS:
    headache = rng.random() < 0.8
    return SSS(
        fatigue=_grade(level, rng),
        waking_unrefreshed=_grade(level + 1, rng),
        cognitive=_grade(level - 1, rng),
        headache=headache if rng.random() < 0.95 else None,
        abdominal_pain=rng.random() < 0.3,
        depression=False,
    )


def _peg(level: float, rng: Random) -> PEG:
    return PEG(rating(level - 0.5), rating(level + 0.5 * bell(rng)), rating(level + 0.7 * bell(rng)))


def _grade(level: float, rng: Random) -> int:
    return max(0, min(3, int(level / 2.5 + 0.4 * bell(rng))))


def _treatments(course: Course, rng: Random) -> list[Treatment]:
    """One taken as needed, sessions with a pause, a medicine that was stopped, exercise that was begun."""
    first, long = course.days.start, len(course.days) >= _LONG
    pause = Period(course.at(0.6), course.at(0.7))
    long_ago = first - timedelta(LONGEST_BEFORE)
    told: list[tuple[TreatmentKind, str, str, date, date | None]] = [
        (TreatmentKind.MEDICATION, "Ibuprofen", "400 mg when needed, with food", long_ago, None),
        (TreatmentKind.PHYSIOTHERAPY, "Physiotherapy", "Shoulders and back, once a week", first, None),
        (TreatmentKind.MEDICATION, "Amitriptyline", "10 mg at night", first - timedelta(120), course.at(0.3)),
        (TreatmentKind.EXERCISE, "Walking", "20 minutes, every second day", course.at(0.5), None),
        (TreatmentKind.SELF_CARE, "Warm bath", "In the evening", first, None),
    ]
    return [
        Treatment(
            id=identity(rng),
            written=Written.at(clock(max(start, first), 5, rng)),
            kind=kind,
            name=name,
            plan=plan,
            start=start,
            stop=stop if long else None,
            pauses=(pause,) if long and kind is TreatmentKind.PHYSIOTHERAPY else (),
            side_effects="Dry mouth, tired in the mornings." if name == "Amitriptyline" else "",
        )
        for kind, name, plan, start, stop in (told if long else told[:3])
    ]


def _doses(treatment: Treatment, course: Course, worst: dict[date, int], rng: Random) -> Iterator[Use]:
    """On about half of the days with much pain."""
    for day in course.days:
        if worst.get(day, 0) < 6 or rng.random() < 0.5:
            continue
        at = clock(day, 12, rng)
        before = worst[day]
        after = max(0, before - below(4, rng))
        relief = 10 * (10 * (before - after) // before) + (10 * below(2, rng) if after < before else 0)
        known = rng.random() < 0.8
        yield Use(
            id=identity(rng),
            written=Written(at, at + timedelta(hours=2)) if known else Written.at(at),
            treatment_id=treatment.id,
            at=at,
            pain_before=before,
            pain_after=after if known else None,
            relief=relief if known else None,
            side_effects=_SIDE_EFFECTS[below(3, rng)] if rng.random() < 0.08 else "",
        )


def _sessions(treatment: Treatment, course: Course, rng: Random) -> Iterator[Use]:
    """Every Wednesday; some are missed."""
    for day in course.days:
        if day.weekday() != 2 or not treatment.goes_on(day):
            continue
        at, done, before = clock(day, 9, rng), rng.random() < 0.85, 3 + below(4, rng)
        yield Use(
            id=identity(rng),
            written=Written.at(at),
            treatment_id=treatment.id,
            at=at,
            pain_before=before if done else None,
            pain_after=max(0, before - below(3, rng)) if done else None,
            done=done,
        )


def _events(course: Course, rng: Random) -> Iterator[Event]:
    if course.virus is None:
        return
    for kind, start, end, label, note in (
        (EventKind.INFECTION, course.virus.start, course.virus.end, "Flu", "Fever and cough."),
        (EventKind.BUSY_DAY, course.at(0.2), None, "Family birthday", ""),
        (EventKind.TRAVEL, course.at(0.75), course.at(0.75) + timedelta(2), "", "Long train journey."),
        (EventKind.STRESS, course.at(0.9), None, "", ""),
    ):
        yield Event(
            id=identity(rng), written=_evening(start, rng), kind=kind, start=start, end=end, label=label, note=note
        )


def _appointments(course: Course, rng: Random) -> Iterator[Appointment]:
    days = [course.days.end + timedelta(9)]
    if len(course.days) >= _LONG:
        days.insert(0, course.at(0.5))
    for n, day in enumerate(days):
        written = min(day, course.days.end) - timedelta(1)
        questions = _QUESTIONS[:1] if n < len(days) - 1 else _QUESTIONS[1:] if n else _QUESTIONS
        yield Appointment(
            id=identity(rng),
            written=_evening(max(written, course.days.start), rng),
            day=day,
            with_whom="Dr. Weber, rheumatology" if n == len(days) - 1 else "Family doctor",
            questions=questions,
        )


def _evening(day: date, rng: Random) -> Written:
    return Written.at(clock(day, 19, rng))
