"""The plain record of a check-in: names and values that the digest and the exchange file share."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from painmap.domain.checkin import CarriedOver, CheckIn, Quality, RegionPain

_FIELDS = frozenset(
    ("id", "day", "recorded_at", "changed_at", "overall_pain", "fatigue", "note", "carried_over")
    + ("carried_from", "carried_regions", "regions")
)
_REGION_FIELDS = frozenset(("intensity", "qualities", "swollen"))


def to_record(check_in: CheckIn) -> dict[str, Any]:
    """The check-in as plain values, every field named, None where not answered."""
    record: dict[str, Any] = {
        "id": check_in.id,
        "day": check_in.day.isoformat(),
        "recorded_at": check_in.recorded_at.isoformat(),
        "changed_at": check_in.changed_at.isoformat(),
        "overall_pain": check_in.overall_pain,
        "fatigue": check_in.fatigue,
        "note": check_in.note or None,
        "carried_over": check_in.carried_over is not None,
        "regions": {name: _region_record(pain) for name, pain in check_in.regions.items()},
    }
    if check_in.carried_over and check_in.carried_over.from_day:
        record["carried_from"] = check_in.carried_over.from_day.isoformat()
        record["carried_regions"] = dict(check_in.carried_over.regions)
    return record


def _region_record(pain: RegionPain) -> dict[str, Any]:
    chosen = [quality.value for quality in Quality if quality in pain.qualities]
    return {"intensity": pain.intensity, "qualities": chosen, "swollen": pain.swollen}


def digest(check_in: CheckIn) -> str:
    """The sha256 of the record, as hexadecimal. What is not answered is left out, so that a later version of the
    program, which may ask more, works out the same digest for what is there."""
    told = {name: value for name, value in to_record(check_in).items() if value is not None}
    text = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def from_record(record: object) -> CheckIn:
    """The check-in of a record. Raises ValueError with one plain sentence about what is wrong with it."""
    fields = _mapping(record, "a check-in")
    _only(fields, _FIELDS, "a check-in")
    recorded_at = _moment(fields.get("recorded_at"), "recorded_at")
    changed_at = fields.get("changed_at")
    return CheckIn(
        id=_identity(fields.get("id")),
        day=_date(fields.get("day"), "day"),
        recorded_at=recorded_at,
        changed_at=recorded_at if changed_at is None else _moment(changed_at, "changed_at"),
        overall_pain=_rating(fields.get("overall_pain"), "overall_pain"),
        fatigue=_rating(fields.get("fatigue"), "fatigue"),
        regions=_regions(fields.get("regions")),
        note=_text(fields.get("note"), "note"),
        carried_over=_carried_over(fields),
    )


def _regions(value: object) -> dict[str, RegionPain]:
    given = {} if value is None else _mapping(value, "regions")
    return {name: _region(name, pain) for name, pain in given.items()}


def _region(name: str, value: object) -> RegionPain:
    fields = _mapping(value, f"the region {name}")
    _only(fields, _REGION_FIELDS, f"the region {name}")
    intensity = _rating(fields.get("intensity"), f"intensity of {name}")
    if intensity is None:
        raise ValueError(f"intensity of {name} is missing")
    listed = fields.get("qualities")
    if not isinstance(listed, list | None):
        raise ValueError(f"qualities of {name} must be a list")
    unknown = [q for q in listed or () if q not in list(Quality)]
    if unknown:
        raise ValueError(f"there is no quality called {str(unknown[0])[:40]!r}, in {name}")
    qualities = frozenset(Quality(q) for q in listed or ())
    return RegionPain(intensity, qualities, _yes(fields.get("swollen"), f"swollen of {name}"))


def _carried_over(fields: Mapping[str, Any]) -> CarriedOver | None:
    if not _yes(fields.get("carried_over"), "carried_over"):
        return None
    origin = fields.get("carried_from")
    if origin is None:
        return CarriedOver()
    copied = _mapping(fields.get("carried_regions") or {}, "carried_regions")
    ratings = {name: _rating(n, f"carried_regions of {name}") for name, n in copied.items()}
    return CarriedOver(_date(origin, "carried_from"), {name: n for name, n in ratings.items() if n is not None})


def _mapping(value: object, what: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{what} must be an object with named fields")
    return value


def _only(fields: Mapping[str, Any], known: frozenset[str], what: str) -> None:
    unknown = sorted(fields.keys() - known)
    if unknown:
        raise ValueError(f"{what} has no field called {unknown[0][:40]!r}")


def _identity(value: object) -> str:
    try:
        return str(UUID(str(value) if isinstance(value, str) else ""))
    except ValueError:
        raise ValueError("id must be a UUID") from None


def _date(value: object, what: str) -> date:
    try:
        if not isinstance(value, str) or len(value) != len("2026-03-15"):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{what} must be a day such as 2026-03-15") from None


def _moment(value: object, what: str) -> datetime:
    try:
        if not isinstance(value, str):
            raise ValueError
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = None
    if moment is None or moment.utcoffset() is None:
        raise ValueError(f"{what} must be a time with its UTC offset, such as 2026-03-15T20:10:00+01:00")
    return moment


def _rating(value: object, what: str) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 10:
        raise ValueError(f"{what} must be a whole number from 0 to 10, not {str(value)[:20]!r}")
    return value


def _text(value: object, what: str) -> str:
    if not isinstance(value, str | None):
        raise ValueError(f"{what} must be text")
    return value or ""


def _yes(value: object, what: str) -> bool:
    if not isinstance(value, bool | None):
        raise ValueError(f"{what} must be true or false")
    return bool(value)
