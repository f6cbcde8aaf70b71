"""The nine questions of the weekly review in our own words, and their answers.

What they ask is that of Wolfe, J Rheumatol 2011;38:1113-1122 (symptoms) and Krebs, J Gen Intern Med 2009;24:733-738
(PEG); the published wordings are not used.
"""

from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import Enum

from painmap.domain.review import PEG, SSS, WeeklyReview


class Scale(Enum):
    """What an item is answered with."""

    LEVEL = "level"
    """0 to 3, in words."""
    YES_NO = "yes or no"
    NUMBER = "number"
    """0 to 10."""


@dataclass(frozen=True)
class Item:
    """One question. `key` is the field that it fills, `short` its name in a list, `ends` what 0 and 10 mean."""

    key: str
    name: str
    short: str
    scale: Scale
    ends: str = ""


@dataclass(frozen=True)
class Level:
    """An answer in words: its value, its name and what is meant by it."""

    value: int | bool
    name: str
    meaning: str = ""


LEVELS = (
    Level(0, "Not a problem"),
    Level(1, "Slight", "mild, comes and goes"),
    Level(2, "Moderate", "clearly there, often"),
    Level(3, "Severe", "nearly always, limits my life"),
)
YES_NO = (Level(False, "No"), Level(True, "Yes"))
_COMPLETELY = "0 not at all, 10 completely"

WEEK = (
    Item("fatigue", "Tiredness", "tiredness", Scale.LEVEL),
    Item("waking_unrefreshed", "Waking up not rested", "waking not rested", Scale.LEVEL),
    Item("cognitive", "Trouble thinking or remembering", "thinking", Scale.LEVEL),
)
MONTHS = (
    Item("headache", "Headaches", "headaches", Scale.YES_NO),
    Item("abdominal_pain", "Low belly pain or cramps", "lower belly", Scale.YES_NO),
    Item("depression", "Low mood or depression", "low mood", Scale.YES_NO),
)
PAIN = (
    Item("pain", "Pain, all in all", "pain", Scale.NUMBER, "0 none, 10 worst imaginable"),
    Item("enjoyment", "Pain kept me from enjoying things", "kept from enjoying things", Scale.NUMBER, _COMPLETELY),
    Item("activity", "Pain kept me from everyday activities", "kept from activities", Scale.NUMBER, _COMPLETELY),
)
ITEMS = (*WEEK, *PAIN, *MONTHS)
"""In the order in which they are asked."""
_OF_SSS = frozenset(item.name for item in fields(SSS))


def answer_of(review: WeeklyReview, key: str) -> int | bool | None:
    """What a review answers to an item; None where it does not."""
    answer: int | bool | None = getattr(review.sss if key in _OF_SSS else review.peg, key)
    return answer


def answered(review: WeeklyReview, key: str, value: int | bool | None, at: datetime) -> WeeklyReview:
    """The review with another answer to an item, or without one."""
    if key in _OF_SSS:
        sss: SSS = replace(review.sss, **{key: value})  # type: ignore[arg-type]  # the value fits its item
        return review.changed(at, sss=sss)
    peg: PEG = replace(review.peg, **{key: value})
    return review.changed(at, peg=peg)
