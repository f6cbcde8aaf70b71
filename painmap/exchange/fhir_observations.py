"""A check-in as FHIR observations: one a region, one for each answer about the day."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha1
from typing import TYPE_CHECKING, Any
from uuid import UUID

from painmap.domain.about import About, Effort, Trigger
from painmap.domain.checkin import CheckIn, Quality, RegionPain
from painmap.exchange.fhir_codes import SURVEY, own, pain, quantity, site

if TYPE_CHECKING:
    from hashlib import _Hash

Resource = dict[str, Any]
Entry = tuple[str, Resource]
"""The urn:uuid that a resource is known by in its file, and the resource."""
SCORE = "{score}"
_FARTHEST = timedelta(hours=14)
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def urn(id: str, what: str) -> str:
    """The same for the same thing at every export: what uuid.uuid5 makes, in a tenth of its time."""
    named = _space(id).copy()
    named.update(what.encode())
    made = bytearray(named.digest()[:16])
    made[6], made[8] = made[6] & 0x0F | 0x50, made[8] & 0x3F | 0x80
    text = made.hex()
    return f"urn:uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def moment(at: datetime) -> str:
    """A time to the second with its offset; in UTC where the offset is one that FHIR does not know."""
    offset = at.utcoffset() or timedelta(0)
    if abs(offset) > _FARTHEST or offset % timedelta(minutes=1):
        at = at.astimezone(UTC)
    return at.isoformat(timespec="seconds")


def effective(check_in: CheckIn) -> str:
    """When it was so: the moment of writing, or the day alone where it was entered later."""
    at = moment(check_in.recorded_at)
    return at if at.startswith(check_in.day.isoformat()) else check_in.day.isoformat()


def words(text: str) -> str:
    """The text without what FHIR does not allow in one."""
    return _NOT_TEXT.sub("\N{REPLACEMENT CHARACTER}", text).strip()


def observations(check_in: CheckIn, subject: str, *, snomed: bool) -> Iterator[Entry]:
    """Everything that the check-in says, but a private note. `subject` is the urn of the patient."""
    told = {
        "resourceType": "Observation",
        "status": "final",
        "category": [SURVEY],
        "subject": {"reference": subject},
        "effectiveDateTime": effective(check_in),
        "issued": moment(check_in.changed_at),
    }
    if not check_in.about.by_someone_else:
        told["performer"] = [{"reference": subject}]
    for name, felt in check_in.regions.items():
        yield urn(check_in.id, name), told | _region(check_in, name, felt, snomed=snomed)
    if check_in.overall_pain is not None:
        yield (
            urn(check_in.id, "overall"),
            told | {"code": pain("Overall pain, 0-10"), "valueQuantity": quantity(check_in.overall_pain, SCORE)},
        )
    for code, value in _answers(check_in):
        yield urn(check_in.id, code), told | {"code": own(code), **value}


def _region(check_in: CheckIn, name: str, felt: RegionPain, *, snomed: bool) -> Resource:
    parts = [*_feels(felt.qualities)]
    if felt.swollen:
        parts.append(_part("swollen", valueBoolean=True))
    if _copied(check_in, name):
        parts.append(_part("copied", valueBoolean=True))
    made: Resource = {"code": pain("Pain, 0-10"), "valueQuantity": quantity(felt.intensity, SCORE)}
    made |= {"bodySite": site(name, snomed=snomed)}
    return made | {"component": parts} if parts else made


@lru_cache(maxsize=4096)
def _feels(qualities: frozenset[Quality]) -> tuple[Resource, ...]:
    return tuple(_part("quality", valueCodeableConcept=own(f"quality-{q}")) for q in Quality if q in qualities)


def _copied(check_in: CheckIn, name: str) -> bool:
    """Whether the intensity is the one that was copied, or may be: it is not always known what was."""
    copied = check_in.carried_over
    if copied is None:
        return False
    return copied.from_day is None or copied.regions.get(name) == check_in.regions[name].intensity


def _answers(check_in: CheckIn) -> Iterator[tuple[str, Resource]]:
    about = check_in.about
    ratings = {"fatigue": check_in.fatigue, "sleep": about.sleep, "thinking": about.thinking, "mood": about.mood}
    for code, rating in ratings.items():
        if rating is not None:
            yield code, {"valueQuantity": quantity(rating, SCORE)}
    if about.stiffness_minutes is not None:
        yield "stiffness", {"valueQuantity": quantity(about.stiffness_minutes, "min")}
    for sense, severity in about.sensitivity.items():
        yield f"sensitivity-{sense}", {"valueCodeableConcept": own(f"severity-{severity}")}
    for code, said in (("flare", about.flare), ("rash", about.rash), ("fever", about.fever)):
        if said is not None:
            yield code, {"valueBoolean": said}
    if about.effort:
        yield "effort", _effort(about.effort)
    if about.triggers:
        yield "triggers", {"component": [_part("trigger", valueCodeableConcept=each) for each in _triggers(about)]}
    if words(check_in.note) and not about.private_note:
        yield "note", {"valueString": words(check_in.note)}


def _effort(effort: Effort) -> Resource:
    parts = [_part("effort-what", valueString=words(effort.what))] if words(effort.what) else []
    for code, hours in (("effort-delay", effort.delay_hours), ("effort-duration", effort.duration_hours)):
        if hours is not None:
            parts.append(_part(code, valueQuantity=quantity(hours, "h")))
    if effort.severity is not None:
        parts.append(_part("effort-severity", valueQuantity=quantity(effort.severity, SCORE)))
    return {"component": parts} if parts else {"valueBoolean": True}


def _triggers(about: About) -> list[Resource]:
    """The patient's own tags are words without a code."""
    offered = [own(f"trigger-{each}") for each in Trigger if each in about.triggers]
    return [*offered, *({"text": words(tag)} for tag in about.own_tags if words(tag))]


def _part(code: str, **value: Any) -> Resource:
    return {"code": own(code), **value}


@lru_cache(maxsize=8)
def _space(id: str) -> "_Hash":
    return sha1(UUID(id).bytes, usedforsecurity=False)
