"""The exchange file as a JSON Schema (draft 2020-12), put together from the same names and limits that it is read by.

The reader is what enforces the format: it also knows what a schema can't say, such as that a day is not after the
moment of writing. The schema refuses nothing that the reader takes.
"""

from dataclasses import fields
from typing import Any

from painmap.domain import about, event, treatment
from painmap.domain.checkin import LONGEST_NOTE, WORST, Quality
from painmap.domain.exported import FORMAT, VERSION
from painmap.domain.kinds import KINDS
from painmap.domain.regions import regions
from painmap.domain.review import PEG, SSS

Schema = dict[str, Any]
_DAY: Schema = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_MOMENT: Schema = {
    "type": "string",
    "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)$",
}
_ID: Schema = {
    "type": "string",
    "pattern": "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
}
_YES_NO: Schema = {"type": ["boolean", "null"]}


def schema() -> Schema:
    """The whole of it."""
    lists = {kind.list_name: _kind(kind.list_name) for kind in KINDS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Painmap exchange file, version 1",
        "description": "A body-map pain diary; docs/format.md says what each field means.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"type": "integer", "const": VERSION},
            "exported_at": True,
            "check_ins": {"type": "array", "items": {"$ref": "#/$defs/check_in"}},
            **{name: {"type": ["array", "null"], "items": _record(*each)} for name, each in lists.items()},
        },
        "required": ["format", "version", "check_ins"],
        "additionalProperties": False,
        "$defs": {"check_in": _check_in(), "region": _region(), "region_id": {"enum": list(regions())}},
    }


def _whole(most: int = WORST, least: int = 0, *, null: bool = True) -> Schema:
    return {"type": ["integer", "null"] if null else "integer", "minimum": least, "maximum": most}


def _text(longest: int | None = None) -> Schema:
    return {"type": ["string", "null"]} | ({} if longest is None else {"maxLength": longest})


def _or_null(one: Schema) -> Schema:
    return {"anyOf": [one, {"type": "null"}]}


def _object(properties: Schema, *required: str) -> Schema:
    needed = {"required": list(required)} if required else {}
    return {"type": "object", "properties": properties, **needed, "additionalProperties": False}


def _record(properties: Schema, required: tuple[str, ...]) -> Schema:
    times = {"recorded_at": _or_null(_MOMENT), "changed_at": _or_null(_MOMENT)}
    return _object({"id": _ID, **times, **properties}, "id", *required)


def _check_in() -> Schema:
    by_region = {"type": "object", "propertyNames": {"$ref": "#/$defs/region_id"}}
    copied = {**by_region, "additionalProperties": _whole(least=1, null=False)}
    properties = {
        "day": _DAY,
        "overall_pain": _whole(),
        "fatigue": _whole(),
        "note": _text(LONGEST_NOTE),
        "regions": _or_null({**by_region, "additionalProperties": {"$ref": "#/$defs/region"}}),
        "carried_over": _YES_NO,
        "carried_from": _or_null(_DAY),
        "carried_regions": _or_null(copied),
        **_about(),
    }
    made = _record(properties, ("day", "recorded_at"))
    made["properties"]["recorded_at"] = _MOMENT
    return made


def _region() -> Schema:
    felt = {"type": ["array", "null"], "items": {"enum": [quality.value for quality in Quality]}}
    return _object({"intensity": _whole(least=1, null=False), "qualities": felt, "swollen": _YES_NO}, "intensity")


def _about() -> Schema:
    hours = _whole(about.LONGEST_HOURS)
    effort = {"what": _text(about.LONGEST_EFFORT), "delay_hours": hours, "duration_hours": hours, "severity": _whole(4)}
    levels = {"enum": [severity.value for severity in about.Severity]}
    tags = {"type": ["array", "null"], "items": {**_text(about.LONGEST_TAG), "type": "string", "minLength": 1}}
    return {
        **{name: _whole() for name in ("sleep", "thinking", "mood")},
        "stiffness_minutes": _whole(about.LONGEST_STIFFNESS),
        "sensitivity": _or_null(_object({sense.value: levels for sense in about.Sense})),
        "effort": _or_null(_object(effort)),
        "triggers": tags,
        **dict.fromkeys(("flare", "rash", "fever", "private_note", "by_someone_else"), _YES_NO),
    }


def _kind(list_name: str) -> tuple[Schema, tuple[str, ...]]:
    """The fields of a record besides its id and times, and those that it needs."""
    name = {"type": "string", "minLength": 1, "maxLength": treatment.LONGEST_NAME}
    long, event_long = _text(treatment.LONGEST_TEXT), _text(event.LONGEST_TEXT)
    pause = _object({"start": _DAY, "end": _DAY}, "start", "end")
    question = {"type": "string", "minLength": 1, "maxLength": event.LONGEST_QUESTION}
    questions = {"type": ["array", "null"], "items": question, "maxItems": event.MOST_QUESTIONS}
    match list_name:
        case "reviews":
            scale = {item.name: _whole(3) for item in fields(SSS)[:3]}
            sss = _object({**scale, **{item.name: _YES_NO for item in fields(SSS)[3:]}})
            peg = _object({item.name: _whole() for item in fields(PEG)})
            return {"week_ending": _DAY, "sss": _or_null(sss), "peg": _or_null(peg)}, ("week_ending",)
        case "treatments":
            kind = {"enum": [each.value for each in treatment.TreatmentKind]}
            days = {"start": _DAY, "stop": _or_null(_DAY), "pauses": {"type": ["array", "null"], "items": pause}}
            words = {"plan": long, "side_effects": long, "note": long}
            return {"kind": kind, "name": name, **days, **words}, ("kind", "name", "start")
        case "uses":
            pain = {"pain_before": _whole(), "pain_after": _whole(), "relief": _whole(100)}
            told = {"treatment_id": _ID, "at": _MOMENT, **pain, "side_effects": long, "done": _YES_NO}
            return told, ("treatment_id", "at")
        case "events":
            kind = {"enum": [each.value for each in event.EventKind]}
            days = {"start": _DAY, "end": _or_null(_DAY)}
            return {"kind": kind, "label": _text(event.LONGEST_LABEL), **days, "note": event_long}, ("kind", "start")
        case _:
            return {"day": _DAY, "with_whom": _text(event.LONGEST_LABEL), "questions": questions}, ("day",)
