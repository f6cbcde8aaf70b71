"""What a patient lives with, and which questions about the day that puts first (clinical.md section 6)."""

from collections.abc import Collection
from enum import StrEnum
from itertools import chain, zip_longest


class Family(StrEnum):
    """A kind of illness that the patient may say they live with. It changes the order of questions, nothing else."""

    FIBROMYALGIA = "fibromyalgia"
    MUSCLES_AND_JOINTS = "muscles_and_joints"
    INFLAMMATORY = "inflammatory"
    NERVE = "nerve"
    AFTER_A_VIRUS = "after_a_virus"
    SENSITIVITY = "sensitivity"


class Topic(StrEnum):
    """What "more about today" asks, in its usual order."""

    SLEEP = "sleep"
    THINKING = "thinking"
    MOOD = "mood"
    STIFFNESS = "stiffness"
    SENSES = "senses"
    EFFORT = "effort"
    FLARE = "flare"
    TRIGGERS = "triggers"
    SIGNS = "signs"
    NOTE = "note"
    WRITER = "writer"


_USUAL = (Topic.SLEEP, Topic.THINKING, Topic.MOOD, Topic.STIFFNESS)
_FIRST = {
    Family.FIBROMYALGIA: (Topic.SLEEP, Topic.THINKING, Topic.MOOD),
    Family.MUSCLES_AND_JOINTS: (Topic.TRIGGERS, Topic.STIFFNESS, Topic.SLEEP),
    Family.INFLAMMATORY: (Topic.STIFFNESS, Topic.SIGNS, Topic.FLARE, Topic.SLEEP),
    Family.NERVE: (Topic.SENSES, Topic.SLEEP),
    Family.AFTER_A_VIRUS: (Topic.EFFORT, Topic.THINKING, Topic.SLEEP),
    Family.SENSITIVITY: (Topic.SENSES, Topic.SLEEP, Topic.THINKING),
}


def asked_first(lives_with: Collection[str]) -> tuple[Topic, ...]:
    """The topics to unfold first: of each family its first, then of each its second; the usual ones for none."""
    chosen = [_FIRST[family] for family in Family if family in lives_with]
    if not chosen:
        return _USUAL
    turns = chain.from_iterable(zip_longest(*chosen))
    return tuple(dict.fromkeys(topic for topic in turns if topic is not None))


def in_order(lives_with: Collection[str]) -> tuple[Topic, ...]:
    """All topics, those to unfold first before the others."""
    return tuple(dict.fromkeys((*asked_first(lives_with), *Topic)))
