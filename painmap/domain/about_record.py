"""The plain record of what is said about a day besides pain and fatigue."""

from collections.abc import Mapping
from typing import Any

from painmap.domain.about import (
    LONGEST_HOURS,
    LONGEST_STIFFNESS,
    NOTHING_MORE,
    About,
    Effort,
    Sense,
    Severity,
    Trigger,
)
from painmap.domain.plain import choice, listed, named_fields, only, text_of, whole, yes, yes_or_no

ABOUT_FIELDS = (
    "sleep",
    "thinking",
    "mood",
    "stiffness_minutes",
    "sensitivity",
    "effort",
    "flare",
    "triggers",
    "rash",
    "fever",
    "private_note",
    "by_someone_else",
)
"""The names in the record of a check-in, in its order."""
_EFFORT_FIELDS = frozenset(("what", "delay_hours", "duration_hours", "severity"))


def about_record(about: About) -> dict[str, Any]:
    """Every field named, None where not answered."""
    return {
        "sleep": about.sleep,
        "thinking": about.thinking,
        "mood": about.mood,
        "stiffness_minutes": about.stiffness_minutes,
        "sensitivity": {sense.value: severity.value for sense, severity in about.sensitivity.items()} or None,
        "effort": _effort_record(about.effort) if about.effort else None,
        "flare": about.flare,
        "triggers": [*(each.value for each in Trigger if each in about.triggers), *about.own_tags] or None,
        "rash": about.rash,
        "fever": about.fever,
        "private_note": about.private_note or None,
        "by_someone_else": about.by_someone_else or None,
    }


def about_said(about: About) -> dict[str, Any]:
    """The fields that say something, alone."""
    if about is NOTHING_MORE:
        return {}
    return {name: value for name, value in about_record(about).items() if value is not None}


def _effort_record(effort: Effort) -> dict[str, Any]:
    return {
        "what": effort.what or None,
        "delay_hours": effort.delay_hours,
        "duration_hours": effort.duration_hours,
        "severity": effort.severity,
    }


def about_of(fields: Mapping[str, Any]) -> About:
    """What the fields of a check-in's record say. Raises ValueError with one plain sentence."""
    if not any(name in fields and fields[name] is not None for name in ABOUT_FIELDS):
        return NOTHING_MORE
    about = About(
        sleep=whole(fields.get("sleep"), "sleep"),
        thinking=whole(fields.get("thinking"), "thinking"),
        mood=whole(fields.get("mood"), "mood"),
        stiffness_minutes=whole(fields.get("stiffness_minutes"), "stiffness_minutes", LONGEST_STIFFNESS),
        sensitivity=_sensitivity(fields.get("sensitivity")),
        effort=_effort(fields.get("effort")),
        flare=yes_or_no(fields.get("flare"), "flare"),
        triggers=frozenset(text_of(tag, "a trigger") for tag in listed(fields.get("triggers"), "triggers")),
        rash=yes_or_no(fields.get("rash"), "rash"),
        fever=yes_or_no(fields.get("fever"), "fever"),
        private_note=yes(fields.get("private_note"), "private_note"),
        by_someone_else=yes(fields.get("by_someone_else"), "by_someone_else"),
    )
    return NOTHING_MORE if about == NOTHING_MORE else about


def _sensitivity(value: object) -> dict[Sense, Severity]:
    given = {} if value is None else named_fields(value, "sensitivity")
    return {
        choice(sense, Sense, "what one is sensitive to"): choice(severity, Severity, f"sensitivity to {sense}")
        for sense, severity in given.items()
    }


def _effort(value: object) -> Effort | None:
    if value is None:
        return None
    fields = named_fields(value, "effort")
    only(fields, _EFFORT_FIELDS, "effort")
    return Effort(
        what=text_of(fields.get("what"), "what of effort"),
        delay_hours=whole(fields.get("delay_hours"), "delay_hours", LONGEST_HOURS),
        duration_hours=whole(fields.get("duration_hours"), "duration_hours", LONGEST_HOURS),
        severity=whole(fields.get("severity"), "severity of effort", 4),
    )
