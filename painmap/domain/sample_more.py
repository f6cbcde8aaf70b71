"""What the invented patient says about a day besides pain and fatigue: sleep, stiffness, flares, a virus."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from painmap.domain.about import NOTHING_MORE, About, Effort, Sense, Severity, Trigger
from painmap.domain.chance import bell, below, rating
from painmap.domain.checkin import WORST, CheckIn
from painmap.domain.period import Period

_WITH_VIRUS = 28
"""Days that a sample has at least to have a virus in it."""
_EFFORTS = ("Shopping", "Stairs at the station", "An hour of housework", "Visitors", "A walk uphill")
_TAGS = ("long drive", "bad chair")


@dataclass(frozen=True)
class Course:
    """How the invented time went: its days, and those that were in a flare."""

    days: Period
    flares: frozenset[date]

    @property
    def virus(self) -> Period | None:
        """The days of an infection; None in a short sample."""
        if len(self.days) < _WITH_VIRUS:
            return None
        start = self.at(0.4)
        return Period(start, start + timedelta(5))

    @property
    def after_virus(self) -> Period | None:
        """The weeks in which an effort takes its toll."""
        return Period(self.virus.start, self.virus.end + timedelta(21)) if self.virus else None

    def at(self, share: float) -> date:
        """The day at this share of the time."""
        return self.days.start + timedelta(int(share * (len(self.days) - 1)))


def with_more(check_in: CheckIn, course: Course, rng: Random) -> CheckIn:
    """The check-in with what else was said; a bad day says little, and after a virus one is more tired."""
    ill = course.virus is not None and check_in.day in course.virus
    weak = course.after_virus is not None and check_in.day in course.after_virus
    fatigue = check_in.fatigue
    if fatigue is not None and weak:
        fatigue = min(WORST, fatigue + 1 + int(ill))
    about = _about(check_in, check_in.day in course.flares, ill, weak, rng)
    return replace(check_in, fatigue=fatigue, about=NOTHING_MORE if about == NOTHING_MORE else about)


def _about(check_in: CheckIn, flare: bool, ill: bool, weak: bool, rng: Random) -> About:
    level = float(check_in.worst_pain or 0)
    sleep = rating(1.5 + 0.6 * level + bell(rng))
    thinking = rating(0.6 * level + 0.5 + bell(rng))
    mood = rating(0.5 * level + 0.5 + bell(rng))
    stiffness = 5 * below(4 + int(level), rng) + (20 if flare else 5)
    said = [rng.random() < often for often in (0.7, 0.45, 0.4, 0.4, 0.5, 0.05)]
    return About(
        sleep=sleep if said[0] else None,
        thinking=thinking if said[1] else None,
        mood=mood if said[2] else None,
        stiffness_minutes=stiffness if said[3] else None,
        sensitivity=_sensitivity(flare, rng),
        effort=_effort(0.3 if weak else 0.04, rng),
        flare=True if flare and said[4] else False if said[5] else None,
        triggers=_triggers(ill, rng),
        rash=False if rng.random() < 0.02 else None,
        fever=(rng.random() < 0.7) if ill else None,
        private_note=bool(check_in.note) and rng.random() < 0.1,
        by_someone_else=rng.random() < 0.01,
    )


def _sensitivity(flare: bool, rng: Random) -> dict[Sense, Severity]:
    if rng.random() > (0.4 if flare else 0.08):
        return {}
    levels = list(Severity)
    senses = [sense for sense in Sense if rng.random() < 0.6]
    return {sense: levels[min(3, below(3, rng) + int(flare))] for sense in senses}


def _effort(often: float, rng: Random) -> Effort | None:
    if rng.random() > often:
        return None
    return Effort(
        _EFFORTS[below(len(_EFFORTS), rng)], 6 + 6 * below(6, rng), 12 * (1 + below(5, rng)), 1 + below(4, rng)
    )


def _triggers(ill: bool, rng: Random) -> frozenset[str]:
    chosen = {trigger.value for trigger in Trigger if trigger is not Trigger.INFECTION and rng.random() < 0.05}
    if ill:
        chosen.add(Trigger.INFECTION.value)
    if rng.random() < 0.03:
        chosen.add(_TAGS[below(len(_TAGS), rng)])
    return frozenset(chosen)
