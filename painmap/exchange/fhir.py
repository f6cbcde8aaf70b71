"""A diary as a FHIR R4 Bundle: what is said in check-ins and weekly reviews, with every code declared.

Treatments, uses, events and appointments are not in it: no code for them was verified, and a clinic's own records of
them are to be trusted more than a diary's. The patient has no name in it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from painmap.domain.checkin import CheckIn
from painmap.domain.contents import Contents
from painmap.domain.course import UNTOLD, Course
from painmap.domain.review import WeeklyReview
from painmap.domain.summary import summarise
from painmap.domain.widespread import counts, window
from painmap.exchange.fhir_codes import PAIN, REVIEW, SURVEY, TERMS, code_system, own, quantity, questionnaire
from painmap.exchange.fhir_observations import SCORE, Entry, Resource, moment, observations, urn

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def fhir_of(
    contents: Contents,
    exported_at: datetime,
    *,
    snomed: bool = False,
    whole: bool = True,
    course: Course = UNTOLD,
) -> bytes:
    """The Bundle as JSON; the same bytes for the same diary and moment.

    With `snomed`, body sites carry codes of SNOMED CT too. Where regions were left out, `whole` is False, and no count
    is worked out that would need them. Raises Cancelled where the course stops it.
    """
    bundle = {"resourceType": "Bundle", "type": "collection", "timestamp": moment(exported_at), "entry": []}
    begun = _JSON(bundle).removesuffix("]}")
    # One entry at a time: ten years of them are 50 MB, and twice that as values.
    entries = (
        _JSON({"fullUrl": url, "resource": each})
        for url, each in _entries(contents, exported_at, snomed=snomed, whole=whole, course=course)
    )
    return f"{begun}{','.join(entries)}]}}".encode()


def _entries(
    contents: Contents, exported_at: datetime, *, snomed: bool, whole: bool, course: Course
) -> Iterator[Entry]:
    patient = _patient(contents, exported_at)
    subject = f"urn:uuid:{patient}"
    yield subject, {"resourceType": "Patient", "id": patient}
    yield f"urn:uuid:{uuid5(UUID(patient), TERMS)}", code_system()
    yield f"urn:uuid:{uuid5(UUID(patient), REVIEW)}", questionnaire()
    pains: dict[date, list[str]] = {}
    by_day: dict[date, list[CheckIn]] = {}
    told: Sequence[CheckIn] = sorted(contents.check_ins, key=lambda c: (c.day, c.recorded_at, c.id))
    for check_in in course.along(told):
        by_day.setdefault(check_in.day, []).append(check_in)
        for url, observation in observations(check_in, subject, snomed=snomed):
            if PAIN in observation["code"]["coding"]:
                pains.setdefault(check_in.day, []).append(url)
            yield url, observation
    for review in sorted(contents.reviews, key=lambda each: (each.day, each.id)):
        yield urn(review.id, "review"), _answered(review, subject)
        in_week = [told for day in window(review.week_ending) for told in by_day.get(day, ())]
        yield from _scores(review, in_week, subject, pains if whole else {})


def _patient(contents: Contents, exported_at: datetime) -> str:
    """An id for somebody without a name: of this diary alone, and the same while its first check-in is."""
    first = min(contents.check_ins, key=lambda c: (c.day, c.recorded_at, c.id), default=None)
    seed = first.id if first else str(uuid5(NAMESPACE_URL, exported_at.isoformat()))
    return str(uuid5(UUID(seed), "patient"))


def _answered(review: WeeklyReview, subject: str) -> Resource:
    given = {f"sss-{name}": answer for name, answer in asdict(review.sss).items()}
    given |= {f"peg-{name}": answer for name, answer in asdict(review.peg).items()}
    items = [{"linkId": "week-ending", "answer": [{"valueDate": review.week_ending.isoformat()}]}]
    for link, answer in given.items():
        if answer is not None:
            kind = "valueBoolean" if isinstance(answer, bool) else "valueInteger"
            items.append({"linkId": link, "answer": [{kind: answer}]})
    made: Resource = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": REVIEW,
        "status": "completed",
        "subject": {"reference": subject},
        "source": {"reference": subject},
        "item": items,
    }
    if review.written:
        made["authored"] = moment(review.written.changed_at)
    return made


def _scores(
    review: WeeklyReview, in_week: list[CheckIn], subject: str, pains: dict[date, list[str]]
) -> Iterator[Entry]:
    """What can be worked out for the week, each with what it was worked out from; nothing of what is incomplete."""
    answers = urn(review.id, "review")
    from_maps = [url for day in window(review.week_ending) for url in pains.get(day, ())]
    found = counts(review.week_ending, summarise(in_week), [review])
    scores: list[tuple[str, float | None, list[str]]] = [
        ("sss-total", review.sss.total, [answers]),
        ("peg-mean", review.peg.mean, [answers]),
        ("wpi", found.wpi if from_maps else None, from_maps),
        ("psd", found.psd if from_maps else None, [urn(review.id, "wpi"), urn(review.id, "sss-total")]),
    ]
    for code, value, sources in scores:
        if value is not None:
            yield (
                urn(review.id, code),
                {
                    "resourceType": "Observation",
                    "status": "final",
                    "category": [SURVEY],
                    "code": own(code),
                    "subject": {"reference": subject},
                    "effectiveDateTime": review.week_ending.isoformat(),
                    "valueQuantity": quantity(round(value, 2), SCORE),
                    "derivedFrom": [{"reference": source} for source in sources],
                },
            )
