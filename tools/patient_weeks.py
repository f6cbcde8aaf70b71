"""What six invented patients mean to log in a week: one of each kind in section 6 of the clinical reference."""

from dataclasses import dataclass, field
from typing import Any, Literal

from painmap.domain.families import Family
from painmap.domain.treatment import TreatmentKind

Way = Literal["usual", "bad day", "same", "no pain"]


@dataclass(frozen=True)
class Spot:
    """Pain in one region: how strong, how it feels, and whether it is swollen."""

    region: str
    intensity: int
    qualities: tuple[str, ...] = ()
    swollen: bool = False


@dataclass(frozen=True)
class Day:
    """One day, so many days ago. `about` is named as in the exchange file; `later` is logged after the day after it.

    On a "same" day `spots` are only what is changed after copying.
    """

    ago: int
    pain: int | None
    fatigue: int | None
    spots: tuple[Spot, ...] = ()
    about: dict[str, Any] = field(default_factory=dict)
    note: str = ""
    way: Way = "usual"
    later: bool = False


@dataclass(frozen=True)
class Dose:
    """A use of the treatment, so many days ago; today's is one tap, with its relief afterwards."""

    ago: int
    relief: int
    pain_before: int | None = None
    pain_after: int | None = None
    side_effects: str = ""


@dataclass(frozen=True)
class Patient:
    """One of the six: what they live with, take or do, their days, and their weekly review."""

    name: str
    family: Family
    kind: TreatmentKind
    treatment: str
    plan: str
    begun: int
    uses: tuple[Dose, ...]
    review: dict[str, Any]
    days: tuple[Day, ...]
    infection: int | None = None
    """Days ago that an infection began."""


def _both(region: str, intensity: int, *qualities: str, swollen: bool = False) -> tuple[Spot, Spot]:
    view, part = region.split("-", 1)
    left, right = (Spot(f"{view}-{side}-{part}", intensity, qualities, swollen) for side in ("left", "right"))
    return left, right


def _review(three: tuple[int, int, int], months: tuple[bool, bool, bool], peg: tuple[int, int, int]) -> dict[str, Any]:
    names = ("fatigue", "waking_unrefreshed", "cognitive", "headache", "abdominal_pain", "depression")
    asked = ("pain", "enjoyment", "activity")
    return {
        "sss": dict(zip(names, (*three, *months), strict=True)),
        "peg": dict(zip(asked, peg, strict=True)),
    }


def _bad(ago: int, pain: int, fatigue: int) -> Day:
    return Day(ago, pain, fatigue, way="bad day")


FIBROMYALGIA = Patient(
    "Fibromyalgia",
    Family.FIBROMYALGIA,
    TreatmentKind.EXERCISE,
    "Warm water",
    "20 minutes, twice a week",
    7,
    (Dose(0, 30), Dose(4, 20, 7, 5, "tired after")),
    _review((3, 3, 2), (True, True, False), (6, 7, 7)),
    (
        Day(
            7,
            6,
            8,
            (
                *_both("back-shoulder", 6, "aching"),
                *_both("back-neck", 6),
                *_both("back-lower-back", 7, "stiff"),
                *_both("front-hip", 5),
                *_both("front-knee", 5),
            ),
            {"sleep": 8, "thinking": 6, "mood": 5},
        ),
        Day(6, 6, 7, (Spot("back-left-lower-back", 8),), {"sleep": 7}, way="same"),
        Day(5, 7, 8, (*_both("back-shoulder", 7), *_both("front-thigh", 6)), {"sleep": 8, "thinking": 7}),
        _bad(4, 9, 10),
        Day(3, 7, 9, _both("back-lower-back", 7), {"sleep": 9}, later=True),
        Day(2, 6, 8, (*_both("back-shoulder", 6), *_both("front-hand", 4, "stiff")), {"sleep": 6, "thinking": 6}),
        Day(
            0,
            6,
            7,
            (*_both("back-shoulder", 6, "aching"), *_both("back-lower-back", 6)),
            {"sleep": 7, "thinking": 5, "mood": 4, "triggers": ["weather"]},
            "Woke at four again.",
        ),
    ),
)

MUSCLES = Patient(
    "Chronic musculoskeletal",
    Family.MUSCLES_AND_JOINTS,
    TreatmentKind.PHYSIOTHERAPY,
    "Physiotherapy",
    "Once a week, exercises daily",
    7,
    (Dose(0, 40), Dose(5, 30, 6, 4)),
    _review((1, 1, 0), (False, False, False), (5, 4, 6)),
    (
        Day(7, 5, 3, (*_both("back-lower-back", 6, "aching"), Spot("back-left-buttock", 4)), {"triggers": ["posture"]}),
        Day(6, 5, 3, (Spot("back-right-neck", 3),), {"triggers": ["posture"]}, way="same"),
        Day(5, 4, 2, _both("back-lower-back", 4), {"triggers": ["strain"], "stiffness_minutes": 15}),
        Day(4, 0, 2, way="no pain", later=True),
        Day(3, 3, 2, (Spot("back-left-lower-back", 3, ("stiff",)),), {"stiffness_minutes": 15}),
        _bad(2, 8, 6),
        Day(
            0,
            5,
            3,
            (*_both("back-lower-back", 5, "aching"), Spot("front-right-knee", 3)),
            {"triggers": ["posture", "long drive"], "stiffness_minutes": 20},
        ),
    ),
)

INFLAMMATORY = Patient(
    "Inflammatory",
    Family.INFLAMMATORY,
    TreatmentKind.MEDICATION,
    "Methotrexate",
    "15 mg on Mondays",
    7,
    (Dose(0, 20), Dose(6, 10, 6, 6, "nausea")),
    _review((2, 1, 1), (False, False, False), (6, 5, 7)),
    (
        Day(
            7,
            6,
            6,
            (*_both("front-hand", 6, "stiff", swollen=True), *_both("front-wrist", 6, swollen=True)),
            {"stiffness_minutes": 90, "flare": True},
        ),
        Day(6, 5, 6, (Spot("front-left-wrist", 4),), {"stiffness_minutes": 60}, way="same"),
        Day(5, 5, 5, _both("front-hand", 5, swollen=True), {"stiffness_minutes": 60, "rash": False, "fever": False}),
        Day(4, 3, 4, _both("front-hand", 3), {"stiffness_minutes": 30}, later=True),
        Day(3, 4, 5, (*_both("front-hand", 4), *_both("front-foot", 4)), {"stiffness_minutes": 45, "flare": False}),
        _bad(1, 8, 9),
        Day(
            0,
            7,
            8,
            (*_both("front-hand", 7, "stiff", "throbbing", swollen=True), Spot("front-right-knee", 6, swollen=True)),
            {"stiffness_minutes": 150, "flare": True, "rash": True, "fever": False, "sleep": 6},
            "Could not close my fist until ten.",
        ),
    ),
)

NERVE = Patient(
    "Neuropathic",
    Family.NERVE,
    TreatmentKind.MEDICATION,
    "Gabapentin",
    "300 mg at night",
    7,
    (Dose(0, 50), Dose(3, 40, 7, 4, "dizzy")),
    _review((1, 2, 1), (False, False, True), (6, 6, 5)),
    (
        Day(
            7,
            6,
            4,
            (*_both("front-foot", 7, "burning", "tingling"), *_both("back-heel", 7, "numb")),
            {"sensitivity": {"touch": "severe", "temperature": "moderate"}, "sleep": 6},
        ),
        Day(6, 6, 4, (Spot("front-left-shin", 5),), {"sensitivity": {"touch": "severe"}}, way="same"),
        Day(5, 5, 4, _both("front-foot", 5, "burning"), {"sensitivity": {"touch": "moderate"}, "sleep": 5}),
        Day(3, 4, 3, _both("front-foot", 4, "tingling"), {"sensitivity": {"touch": "moderate"}}, later=True),
        Day(2, 7, 5, (*_both("front-foot", 7, "electric", "shooting"), *_both("front-shin", 6)), {"sleep": 8}),
        _bad(1, 9, 7),
        Day(
            0,
            6,
            5,
            (*_both("front-foot", 6, "burning", "cold"), Spot("front-right-hand", 3, ("numb", "tingling"))),
            {"sensitivity": {"touch": "severe", "temperature": "mild"}, "sleep": 5},
            "The sheet hurts.",
        ),
    ),
)

VIRUS = Patient(
    "After a virus",
    Family.AFTER_A_VIRUS,
    TreatmentKind.SELF_CARE,
    "Pacing",
    "Rest 15 minutes in every hour",
    7,
    (Dose(0, 10), Dose(2, 20, 5, 4)),
    _review((3, 3, 3), (True, False, False), (4, 8, 9)),
    (
        Day(7, 4, 7, (*_both("front-thigh", 4, "aching"), Spot("front-forehead", 5)), {"thinking": 6, "sleep": 7}),
        Day(6, 3, 6, (*_both("front-thigh", 3),), {"effort": {"what": "shopping", "severity": 1}}, later=True),
        Day(
            5,
            6,
            9,
            (*_both("front-thigh", 6, "aching"), *_both("back-calf", 6)),
            {
                "effort": {"what": "shopping", "delay_hours": 24, "duration_hours": 48, "severity": 4},
                "thinking": 8,
                "sleep": 8,
            },
        ),
        _bad(4, 7, 10),
        Day(3, 5, 9, (Spot("front-forehead", 6),), {"thinking": 8}, way="same"),
        Day(2, 0, 7, way="no pain"),
        Day(
            0,
            3,
            6,
            (*_both("front-thigh", 3, "aching"), *_both("back-calf", 3)),
            {
                "effort": {"what": "a long call", "delay_hours": 6, "duration_hours": 20, "severity": 2},
                "thinking": 5,
                "sleep": 6,
                "sensitivity": {"light": "moderate", "sound": "mild"},
            },
        ),
    ),
    infection=60,
)

SENSITIVITY = Patient(
    "Heightened sensitivity",
    Family.SENSITIVITY,
    TreatmentKind.SELF_CARE,
    "Ear defenders and dim light",
    "When I go out",
    7,
    (Dose(0, 60), Dose(3, 50, 6, 3)),
    _review((2, 3, 2), (True, True, True), (5, 6, 5)),
    (
        Day(
            7,
            5,
            6,
            (*_both("front-face", 4, "aching"), *_both("back-neck", 5), *_both("front-shoulder", 5)),
            {"sensitivity": {"light": "severe", "sound": "severe", "smell": "mild"}, "sleep": 6},
        ),
        Day(6, 5, 6, (Spot("front-left-face", 5),), {"sensitivity": {"light": "severe"}}, way="same"),
        Day(5, 4, 5, _both("back-neck", 4), {"sensitivity": {"light": "moderate", "sound": "moderate"}, "thinking": 4}),
        _bad(4, 8, 9),
        Day(3, 6, 7, _both("back-neck", 6), {"triggers": ["stress", "open-plan office"]}, later=True),
        Day(2, 0, 4, way="no pain"),
        Day(
            0,
            5,
            6,
            (*_both("front-face", 5), *_both("back-neck", 5), *_both("front-upper-arm", 4, "burning")),
            {
                "sensitivity": {
                    "light": "severe",
                    "sound": "severe",
                    "touch": "moderate",
                    "smell": "severe",
                    "temperature": "none",
                },
                "sleep": 7,
                "thinking": 6,
            },
            "Perfume on the bus.",
        ),
    ),
)

PATIENTS = (FIBROMYALGIA, MUSCLES, INFLAMMATORY, NERVE, VIRUS, SENSITIVITY)
