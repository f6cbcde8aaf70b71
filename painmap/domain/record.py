"""The plain record of a check-in: names and values that the digest and the exchange file share."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from operator import itemgetter
from typing import Any
from uuid import UUID

from painmap.domain.checkin import WORST, CarriedOver, CheckIn, Quality, RegionPain
from painmap.domain.regions import regions

_ORIGIN = ("carried_over", "carried_from", "carried_regions")
_FIELDS = frozenset(("id", "day", "recorded_at", "changed_at", "overall_pain", "fatigue", "note", "regions", *_ORIGIN))
_REGION_FIELDS = frozenset(("intensity", "qualities", "swollen"))
_JSON = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    _DAY.pattern + r"T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)"
)


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
        "carried_from": None,
        "carried_regions": None,
        "regions": {name: _region_record(pain) for name, pain in check_in.regions.items()},
    }
    if check_in.carried_over and check_in.carried_over.from_day:
        record["carried_from"] = check_in.carried_over.from_day.isoformat()
        record["carried_regions"] = dict(check_in.carried_over.regions)
    return record


def _region_record(pain: RegionPain) -> dict[str, Any]:
    return {"intensity": pain.intensity, "qualities": list(_in_order(pain.qualities)), "swollen": pain.swollen}


@lru_cache(maxsize=4096)
def _in_order(qualities: frozenset[Quality]) -> tuple[str, ...]:
    return tuple(quality.value for quality in Quality if quality in qualities)


def digest(check_in: CheckIn) -> str:
    """The sha256 of the record as JSON in UTF-8 with sorted names and no spaces, as hexadecimal.

    What is not answered is left out, so that a later version of the program, which may ask more, works out the
    same digest for what is there.
    """
    origin = check_in.carried_over
    return digest_of(
        id=check_in.id,
        day=check_in.day.isoformat(),
        recorded_at=check_in.recorded_at.isoformat(),
        changed_at=check_in.changed_at.isoformat(),
        overall_pain=check_in.overall_pain,
        fatigue=check_in.fatigue,
        note=check_in.note or None,
        carried_over=origin is not None,
        carried_from=origin.from_day.isoformat() if origin and origin.from_day else None,
        carried_regions=origin.regions if origin else {},
        regions={name: pain_text(pain) for name, pain in sorted(check_in.regions.items(), key=itemgetter(0))},
    )


def digest_of(
    *,
    id: str,
    day: str,
    recorded_at: str,
    changed_at: str,
    overall_pain: int | None,
    fatigue: int | None,
    note: str | None,
    carried_over: bool,
    carried_from: str | None,
    carried_regions: Mapping[str, int],
    regions: Mapping[str, str],
) -> str:
    """The digest from the parts of a record, `regions` being sorted by name, each with its `pain_text`.

    The JSON is put together here by hand since ten years of it are compared at each start.
    """
    given = [f'"{name}":{text}' for name, text in regions.items()]
    told = (
        f'"carried_from":"{carried_from}"' if carried_from else "",
        f'"carried_over":{"true" if carried_over else "false"}',
        f'"carried_regions":{_JSON.encode(dict(carried_regions))}' if carried_from else "",
        f'"changed_at":"{changed_at}"',
        f'"day":"{day}"',
        "" if fatigue is None else f'"fatigue":{fatigue}',
        f'"id":{_JSON.encode(id)}',
        f'"note":{_JSON.encode(note)}' if note else "",
        "" if overall_pain is None else f'"overall_pain":{overall_pain}',
        f'"recorded_at":"{recorded_at}"',
        f'"regions":{{{",".join(given)}}}',
    )
    text = f"{{{','.join(filter(None, told))}}}"
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def pain_text(pain: RegionPain) -> str:
    """One region's record as JSON, the way the digest has it."""
    return _pain_text(pain.intensity, pain.qualities, pain.swollen)


@lru_cache(maxsize=4096)
def _pain_text(intensity: int, qualities: frozenset[Quality], swollen: bool) -> str:
    return _JSON.encode(_region_record(RegionPain(intensity, qualities, swollen)))


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
    return {_known(name): _region(name, pain) for name, pain in given.items()}


def _region(name: str, value: object) -> RegionPain:
    fields = _mapping(value, f"the region {name}")
    _only(fields, _REGION_FIELDS, f"the region {name}")
    listed = fields.get("qualities")
    if not isinstance(listed, list | None):
        raise ValueError(f"qualities of {name} must be a list")
    for quality in listed or ():
        if quality not in list(Quality):
            raise ValueError(f"there is no quality called {shown(quality)}, in {name}")
    qualities = frozenset(Quality(quality) for quality in listed or ())
    return RegionPain(
        _intensity(fields.get("intensity"), name), qualities, _yes(fields.get("swollen"), f"swollen of {name}")
    )


def _intensity(value: object, name: str) -> int:
    intensity = _rating(value, f"intensity of {name}")
    if intensity is None:
        raise ValueError(f"intensity of {name} is missing")
    if intensity == 0:
        raise ValueError(f"intensity of {name} is 0, and a region without pain is left out")
    return intensity


def _known(name: str) -> str:
    if name not in regions():
        raise ValueError(f"there is no region called {shown(name)}")
    return name


def _carried_over(fields: Mapping[str, Any]) -> CarriedOver | None:
    origin, copied = fields.get("carried_from"), fields.get("carried_regions")
    if not _yes(fields.get("carried_over"), "carried_over"):
        if origin is not None or copied is not None:
            raise ValueError("carried_from and carried_regions belong to a map that was carried over")
        return None
    if (origin is None) != (copied is None):
        raise ValueError("carried_from and carried_regions are given together or not at all")
    if origin is None:
        return CarriedOver()
    given = _mapping(copied, "carried_regions")
    return CarriedOver(_date(origin, "carried_from"), {_known(name): _intensity(n, name) for name, n in given.items()})


def shown(value: object) -> str:
    """A value from a file as an error message can show it: short, on one line, text in quotation marks."""
    match value:
        case str():
            return repr(value if len(value) <= 40 else f"{value[:39]}…")
        case list():
            return "a list"
        case Mapping():
            return "an object"
        case _:
            return json.dumps(value)


def _mapping(value: object, what: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{what} must be an object with named fields")
    return value


def _only(fields: Mapping[str, Any], known: frozenset[str], what: str) -> None:
    unknown = sorted(fields.keys() - known)
    if unknown:
        raise ValueError(f"{what} has no field called {shown(unknown[0])}")


def _identity(value: object) -> str:
    try:
        identity = str(UUID(value)) if isinstance(value, str) else ""
    except ValueError:
        identity = ""
    if not identity or identity != str(value).lower():
        raise ValueError("id must be a UUID such as 0b3c6a52-4f0e-4a8e-9d61-7f2f0c1d5e88")
    return identity


def _date(value: object, what: str) -> date:
    try:
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{what} must be a day such as 2026-03-15, not {shown(value)}") from None


def _moment(value: object, what: str) -> datetime:
    try:
        if not isinstance(value, str) or not _MOMENT.fullmatch(value):
            raise ValueError
        return datetime.fromisoformat(value)
    except ValueError:
        example = "2026-03-15T20:10:00+01:00"
        raise ValueError(f"{what} must be a time with its UTC offset such as {example}, not {shown(value)}") from None


def _rating(value: object, what: str) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= WORST:
        raise ValueError(f"{what} must be a whole number from 0 to {WORST}, not {shown(value)}")
    return value


def _text(value: object, what: str) -> str:
    if not isinstance(value, str | None):
        raise ValueError(f"{what} must be text, not {shown(value)}")
    try:
        (value or "").encode()
    except UnicodeEncodeError:
        raise ValueError(f"{what} has half a character (a lone surrogate) in it") from None
    return value or ""


def _yes(value: object, what: str) -> bool:
    if not isinstance(value, bool | None):
        raise ValueError(f"{what} must be true or false, not {shown(value)}")
    return bool(value)
