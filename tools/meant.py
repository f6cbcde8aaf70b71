"""What the diary of a patient is to hold, and in what it differs."""

from datetime import date, timedelta
from typing import Any

from patient_weeks import Day, Patient

from painmap.domain.about_record import ABOUT_FIELDS

EFFORT = {"what": None, "delay_hours": None, "duration_hours": None, "severity": None}


def in_order(days: tuple[Day, ...]) -> list[Day]:
    """As they are logged: a day that is entered later comes after the day after it."""
    order = sorted(days, key=lambda day: (-day.ago, day.later))
    for day in [day for day in order if day.later]:
        place = order.index(day)
        order[place : place + 2] = reversed(order[place : place + 2])
    return order


def differences(patient: Patient, told: dict[str, Any], today: date) -> list[str]:
    """What the diary holds and was not meant, or was meant and is not held; one sentence an entry."""
    found = {check_in["day"]: check_in for check_in in told["check_ins"]}
    troubles = [f"{len(told['check_ins'])} check-ins"] if len(found) != len(told["check_ins"]) else []
    before: dict[str, Any] = {}
    for day in sorted(patient.days, key=lambda day: -day.ago):
        wanted = _wanted(day, before)
        before = wanted["regions"] or before
        name = (today - timedelta(day.ago)).isoformat()
        troubles += _compare(f"the day {name}", wanted, _comparable(found.pop(name, {})))
    troubles += [f"an entry that nobody meant, on {name}" for name in found]
    troubles += _compare("the review", patient.review, told["reviews"][0] if told["reviews"] else {})
    begun = (today - timedelta(patient.begun)).isoformat()
    meant = {"kind": patient.kind, "name": patient.treatment, "plan": patient.plan, "start": begun, "stop": None}
    troubles += _compare("the treatment", meant, told["treatments"][0] if told["treatments"] else {})
    if patient.infection is not None:
        event = {"kind": "infection", "start": (today - timedelta(patient.infection)).isoformat()}
        troubles += _compare("the infection", event, told["events"][0] if told["events"] else {})
    uses = {use["at"][:10]: use for use in told["uses"]}
    for use in patient.uses:
        name = (today - timedelta(use.ago)).isoformat()
        parts = ("relief", "pain_before", "pain_after", "side_effects")
        wanted = {part: getattr(use, part) or None for part in parts} | {"done": True}
        held = uses.pop(name, {})
        troubles += _compare(f"the use of {name}", wanted, held | {"side_effects": held.get("side_effects") or None})
    return troubles + [f"a use that nobody meant, on {name}" for name in uses]


def entries(patient: Patient) -> int:
    """How many entries a patient means to make."""
    return len(patient.days) + len(patient.uses) + 2 + (patient.infection is not None)


def _wanted(day: Day, before: dict[str, Any]) -> dict[str, Any]:
    """A day as the exchange file writes it, for comparing."""
    regions = dict(before) if day.way == "same" else {}
    for spot in day.spots:
        copied = regions.get(spot.region, {"qualities": set(), "swollen": False})
        regions[spot.region] = {
            "intensity": spot.intensity,
            "qualities": copied["qualities"] | set(spot.qualities),
            "swollen": copied["swollen"] or spot.swollen,
        }
    about: dict[str, Any] = dict.fromkeys(ABOUT_FIELDS) | day.about
    about["triggers"] = set(about["triggers"] or ())
    about["effort"] = EFFORT | about["effort"] if about["effort"] else None
    same = {"carried_over": day.way == "same", "note": day.note or None}
    return {"overall_pain": day.pain, "fatigue": day.fatigue, "regions": regions, **same, **about}


def _comparable(check_in: dict[str, Any]) -> dict[str, Any]:
    regions = {
        name: {**region, "qualities": set(region["qualities"])} for name, region in check_in.get("regions", {}).items()
    }
    return {**check_in, "regions": regions, "triggers": set(check_in.get("triggers") or ())}


def _compare(what: str, wanted: dict[str, Any], held: dict[str, Any]) -> list[str]:
    wrong = [f"{name} {held.get(name)} for {value}" for name, value in wanted.items() if held.get(name) != value]
    return [f"{what}: {'; '.join(wrong)}"] if wrong else []
