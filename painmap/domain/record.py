"""The plain record of a check-in: names and values that the digest and the exchange file share."""

import json
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from operator import itemgetter
from typing import Any

from painmap.domain.about_record import ABOUT_FIELDS, about_of, about_record, about_said
from painmap.domain.checkin import CarriedOver, CheckIn, Quality, RegionPain
from painmap.domain.plain import day_of, identity, moment_of, named_fields, only, shown, text_of, whole, yes
from painmap.domain.regions import regions

_ORIGIN = ("carried_over", "carried_from", "carried_regions")
_FIELDS = frozenset(("id", "day", "recorded_at", "changed_at", "overall_pain", "fatigue", "note", "regions")) | {
    *_ORIGIN,
    *ABOUT_FIELDS,
}
_REGION_FIELDS = frozenset(("intensity", "qualities", "swollen"))
_JSON = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


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
        **about_record(check_in.about),
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
        about=about_said(check_in.about),
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
    regions: Mapping[str, str] | str,
    about: Mapping[str, Any],
) -> str:
    """The digest from the parts of a record; `regions` are sorted by name with their `pain_text`, or that as one text.

    `about` has the answers about the day that were given, as the record has them.

    The JSON is put together here by hand since ten years of it are compared at each start.
    """
    given = regions if isinstance(regions, str) else ",".join(f'"{name}":{text}' for name, text in regions.items())
    told = [
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
        f'"regions":{{{given}}}',
    ]
    if about:
        told += [f'"{name}":{value if type(value) is int else _JSON.encode(value)}' for name, value in about.items()]
        told.sort()  # by name: no name goes on where another ends with its quotation mark
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
    fields = named_fields(record, "a check-in")
    only(fields, _FIELDS, "a check-in")
    recorded_at = moment_of(fields.get("recorded_at"), "recorded_at")
    changed_at = fields.get("changed_at")
    return CheckIn(
        id=identity(fields.get("id")),
        day=day_of(fields.get("day"), "day"),
        recorded_at=recorded_at,
        changed_at=recorded_at if changed_at is None else moment_of(changed_at, "changed_at"),
        overall_pain=whole(fields.get("overall_pain"), "overall_pain"),
        fatigue=whole(fields.get("fatigue"), "fatigue"),
        regions=_regions(fields.get("regions")),
        note=text_of(fields.get("note"), "note"),
        carried_over=_carried_over(fields),
        about=about_of(fields),
    )


def _regions(value: object) -> dict[str, RegionPain]:
    given = {} if value is None else named_fields(value, "regions")
    return {_known(name): _region(name, pain) for name, pain in given.items()}


def _region(name: str, value: object) -> RegionPain:
    fields = named_fields(value, f"the region {name}")
    only(fields, _REGION_FIELDS, f"the region {name}")
    given = fields.get("qualities")
    if not isinstance(given, list | None):
        raise ValueError(f"qualities of {name} must be a list")
    for quality in given or ():
        if quality not in list(Quality):
            raise ValueError(f"there is no quality called {shown(quality)}, in {name}")
    qualities = frozenset(Quality(quality) for quality in given or ())
    return RegionPain(
        _intensity(fields.get("intensity"), name), qualities, yes(fields.get("swollen"), f"swollen of {name}")
    )


def _intensity(value: object, name: str) -> int:
    intensity = whole(value, f"intensity of {name}")
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
    if not yes(fields.get("carried_over"), "carried_over"):
        if origin is not None or copied is not None:
            raise ValueError("carried_from and carried_regions belong to a map that was carried over")
        return None
    if (origin is None) != (copied is None):
        raise ValueError("carried_from and carried_regions are given together or not at all")
    if origin is None:
        return CarriedOver()
    given = named_fields(copied, "carried_regions")
    return CarriedOver(day_of(origin, "carried_from"), {_known(name): _intensity(n, name) for name, n in given.items()})
