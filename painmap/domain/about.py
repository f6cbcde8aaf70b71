"""What can be said about a day besides pain and fatigue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from painmap.domain.kept import on_scale, short_enough

LONGEST_STIFFNESS = 1440
"""Minutes: the whole day."""
LONGEST_HOURS = 2160
"""Hours that something can come after an effort, or last: 90 days."""
LONGEST_TAG = 40
LONGEST_EFFORT = 200
MOST_TRIGGERS = 40


class Sense(StrEnum):
    """What a body can be sensitive to."""

    LIGHT = "light"
    SOUND = "sound"
    TOUCH = "touch"
    SMELL = "smell"
    TEMPERATURE = "temperature"


class Severity(StrEnum):
    """How sensitive it is. No score is made of it (clinical.md section 3)."""

    NONE = "none"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


class Trigger(StrEnum):
    """What may have set it off, of those that are offered; a patient's own tags stand beside them."""

    POSTURE = "posture"
    STRAIN = "strain"
    WEATHER = "weather"
    STRESS = "stress"
    POOR_SLEEP = "poor_sleep"
    INFECTION = "infection"


@dataclass(frozen=True)
class Effort:
    """Worse after an effort: what it was, hours until it came, hours it lasted, severity 0-4.

    Plain fields of the project's own; the severity has the steps of the DSQ-PEM (Cotler, Diagnostics 2018;8:66).
    Each part may be left out. Raises ValueError where all of them are.
    """

    what: str = ""
    delay_hours: int | None = None
    duration_hours: int | None = None
    severity: int | None = None

    def __post_init__(self) -> None:
        if not self.what and (self.delay_hours, self.duration_hours, self.severity) == (None, None, None):
            raise ValueError("an effort says at least one thing")
        short_enough(self.what, LONGEST_EFFORT, "what the effort was")
        on_scale(self.delay_hours, 0, LONGEST_HOURS, "hours after the effort")
        on_scale(self.duration_hours, 0, LONGEST_HOURS, "hours that it lasted")
        on_scale(self.severity, 0, 4, "severity after the effort")


@dataclass(frozen=True)
class About:
    """More about the day. None and empty are "not answered".

    `sleep` is how badly the patient slept or how unrefreshed they woke, `thinking` how hard it is to think,
    `mood` how low it is: each 0 (not at all) to 10 (worst). `stiffness_minutes` is morning stiffness.
    `triggers` has values of Trigger and own tags. `private_note` keeps the note out of reports.
    Raises ValueError for what is off its scale.
    """

    sleep: int | None = None
    thinking: int | None = None
    mood: int | None = None
    stiffness_minutes: int | None = None
    sensitivity: Mapping[Sense, Severity] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    effort: Effort | None = None
    flare: bool | None = None
    triggers: frozenset[str] = frozenset()
    rash: bool | None = None
    fever: bool | None = None
    private_note: bool = False
    by_someone_else: bool = False

    def __post_init__(self) -> None:
        on_scale(self.sleep, 0, 10, "sleep")
        on_scale(self.thinking, 0, 10, "thinking")
        on_scale(self.mood, 0, 10, "mood")
        on_scale(self.stiffness_minutes, 0, LONGEST_STIFFNESS, "minutes of stiffness")
        if len(self.triggers) > MOST_TRIGGERS:
            raise ValueError(f"a check-in has at most {MOST_TRIGGERS} triggers")
        for tag in self.triggers:
            _tag(tag)
        given = {sense: Severity(self.sensitivity[sense]) for sense in Sense if sense in self.sensitivity}
        object.__setattr__(self, "sensitivity", MappingProxyType(given))
        object.__setattr__(self, "triggers", frozenset(str(tag) for tag in self.triggers))

    @property
    def empty(self) -> bool:
        """Whether nothing is said here; a private note, or someone else's hand, says nothing of its own."""
        answers = (self.sleep, self.thinking, self.mood, self.stiffness_minutes, self.flare, self.rash, self.fever)
        return self.effort is None and answers == _UNANSWERED and not (self.sensitivity or self.triggers)

    @property
    def own_tags(self) -> tuple[str, ...]:
        """The triggers that are the patient's own, by the alphabet."""
        return tuple(sorted(self.triggers - set(Trigger)))


_UNANSWERED = (None,) * 7

NOTHING_MORE = About()
"""Nothing of this was answered."""


def _tag(tag: str) -> None:
    if not tag or tag != tag.strip():
        raise ValueError("a trigger has a name, without spaces around it")
    short_enough(tag, LONGEST_TAG, "a trigger")
