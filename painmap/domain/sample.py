"""An invented patient with widespread pain: check-ins to try the program with, the same for the same seed.

The person lives in central Europe, has sore hands and a bad back, worse and better weeks, and gets a little
better in the second half of the time. Nobody's diary was used.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from painmap.domain.chance import bell, below, clock, identity, rating
from painmap.domain.checkin import WORST, CheckIn, Quality, RegionPain
from painmap.domain.contents import AnyKept, Contents
from painmap.domain.period import Period
from painmap.domain.sample_more import Course, with_more
from painmap.domain.sample_records import records

_Q = Quality


@dataclass(frozen=True)
class _Place:
    """A region that hurts once the pain of the day is above `from_level`, `above` it by so many points."""

    region: str
    from_level: float
    above: float
    qualities: tuple[Quality, ...]


_PLACES = (
    _Place("front-forehead", 5.6, 0.2, (_Q.THROBBING,)),
    _Place("front-left-jaw", 6.4, -1.0, (_Q.CRAMPING,)),
    _Place("front-right-jaw", 6.2, -0.8, (_Q.CRAMPING,)),
    _Place("front-left-shoulder", 5.3, -0.3, (_Q.ACHING,)),
    _Place("front-right-shoulder", 4.7, 0.1, (_Q.ACHING, _Q.STABBING)),
    _Place("front-left-chest", 7.2, -1.2, (_Q.STABBING,)),
    _Place("front-left-wrist", 5.2, -0.6, (_Q.STIFF,)),
    _Place("front-right-wrist", 4.9, -0.3, (_Q.STIFF,)),
    _Place("front-left-hip", 4.6, 0.0, (_Q.ACHING,)),
    _Place("front-right-hip", 5.1, -0.3, (_Q.ACHING,)),
    _Place("front-left-thigh", 6.2, -0.8, (_Q.ACHING, _Q.BURNING)),
    _Place("front-right-thigh", 6.4, -0.9, (_Q.ACHING, _Q.BURNING)),
    _Place("front-left-knee", 4.2, -0.1, (_Q.ACHING, _Q.STABBING)),
    _Place("front-right-knee", 4.5, -0.4, (_Q.ACHING,)),
    _Place("front-right-foot", 6.3, -0.9, (_Q.TINGLING, _Q.NUMB)),
    _Place("back-left-neck", 3.0, 0.5, (_Q.STIFF, _Q.ACHING)),
    _Place("back-right-neck", 2.8, 0.8, (_Q.STIFF, _Q.ACHING)),
    _Place("back-left-shoulder", 3.9, 0.3, (_Q.BURNING, _Q.STIFF)),
    _Place("back-right-shoulder", 3.6, 0.7, (_Q.BURNING, _Q.STIFF)),
    _Place("back-left-upper-back", 5.4, -0.4, (_Q.BURNING,)),
    _Place("back-right-upper-back", 5.2, -0.2, (_Q.BURNING,)),
    _Place("back-left-lower-back", 2.6, 1.0, (_Q.ACHING, _Q.STIFF)),
    _Place("back-right-lower-back", 3.1, 0.6, (_Q.ACHING, _Q.STIFF)),
    _Place("back-sacrum", 4.4, 0.2, (_Q.ACHING,)),
    _Place("back-left-buttock", 5.0, 0.0, (_Q.SHOOTING, _Q.ACHING)),
    _Place("back-left-hand", 3.8, 0.0, (_Q.STIFF, _Q.ACHING)),
    _Place("back-right-hand", 3.5, 0.4, (_Q.STIFF, _Q.ACHING)),
    _Place("back-left-thigh", 6.0, -0.5, (_Q.SHOOTING,)),
    _Place("back-left-calf", 6.1, -0.4, (_Q.CRAMPING,)),
    _Place("back-right-calf", 6.5, -0.7, (_Q.CRAMPING,)),
    _Place("back-right-heel", 6.6, -0.6, (_Q.STABBING,)),
)
_HANDS = ("back-left-hand", "back-right-hand")
_WEEK = (0.5, 0.1, 0.0, 0.0, 0.1, -0.3, -0.4)
"""How each day of the week, from Monday, differs from the others."""

_BAD_NOTES = (
    "Could not open jars today.",
    "Stayed in bed until noon.",
    "Everything hurts, even the blanket.",
    "Cancelled the visit to my sister.",
    "Hands too sore to type.",
    "Slept three hours at most.",
)
_PLAIN_NOTES = (
    "Rain all day.",
    "Long car journey.",
    "Physiotherapy in the afternoon.",
    "Woke up stiff, better after a shower.",
    "Shopping, then had to lie down.",
    "Sat at the desk too long.",
    "Warm bath helped for an hour.",
    "Headache since the morning.",
)
_GOOD_NOTES = (
    "Walked to the lake and back.",
    "Slept through for once.",
    "Did some gardening, took breaks.",
    "Baked with the children.",
)


@dataclass(frozen=True)
class _Day:
    """What the day was like: pain and fatigue on the 0-10 scale, unrounded, and whether it was in a flare."""

    day: date
    pain: float
    fatigue: float
    flare: bool


def sample(days: int, until: date, seed: int, now: datetime | None = None) -> Contents:
    """What was written about the `days` days that end with `until`; nothing is written later.

    The check-ins stand in the order of writing. With `now`, what would be written after that moment is left out.
    Raises ValueError where days is below 1.
    """
    if days < 1:
        raise ValueError(f"a sample has at least one day, got {days}")
    rng = Random(seed)
    written: list[CheckIn] = []
    flares: set[date] = set()
    for lived in _logged(_life(days, until, rng), until, rng):
        flares |= {lived.day} if lived.flare else set()
        written.extend(_said(lived, written[-1] if written else None, until, rng))
    course = Course(Period.last(days, until), frozenset(flares))
    others = Random(f"{seed} and the rest")
    told = [with_more(check_in, course, others) for check_in in written]
    everything: tuple[AnyKept, ...] = (
        *sorted(told, key=lambda c: (c.recorded_at, c.day)),
        *records(course, told, others),
    )
    return Contents.of(each for each in everything if now is None or _changed_at(each) <= now)


def _changed_at(kept: AnyKept) -> datetime:
    if isinstance(kept, CheckIn):
        return kept.changed_at
    if kept.written is None:
        raise AssertionError("what is invented says when it was written")
    return kept.written.changed_at


def _life(days: int, until: date, rng: Random) -> Iterator[_Day]:
    drift = tired = 0.0
    flare_left, flare_height = 0, 0.0
    for n in range(days):
        day = until - timedelta(days - 1 - n)
        if flare_left:
            flare_left -= 1
        elif rng.random() < (1 / 20 if 2 * n < days else 1 / 40):
            flare_left, flare_height = 3 + below(6, rng), 1.2 + 1.4 * rng.random()
        drift = 0.75 * drift + 0.5 * bell(rng)
        tired = 0.6 * tired + 0.7 * bell(rng)
        flare = flare_height * min(1.0, 0.4 + 0.3 * flare_left) if flare_left else 0.0
        pain = 4.6 - 1.6 * _ease(2 * n / days - 1) + _season(n) + _WEEK[day.weekday()] + drift + flare
        yield _Day(day, pain, 3.4 + 0.6 * pain + tired, flare_left > 0)


def _logged(life: Iterator[_Day], until: date, rng: Random) -> Iterator[_Day]:
    """About one day in four is missed, most of them in runs; the first day and the last three are not."""
    logging = True
    for lived in life:
        if logging or (until - lived.day).days < 3:
            yield lived
        logging = rng.random() < (0.87 if logging else 0.4)


def _said(lived: _Day, last: CheckIn | None, until: date, rng: Random) -> Iterator[CheckIn]:
    late = rng.random() < 0.06 and lived.day + timedelta(2) <= until
    if late:
        yield _check_in(lived, last, clock(lived.day + timedelta(1 + below(2, rng)), 8, rng), rng)
        return
    if rng.random() < 0.1:
        morning = _Day(lived.day, lived.pain - 0.8, lived.fatigue + 0.5, lived.flare)
        yield _check_in(morning, None, clock(lived.day, 7, rng), rng)
    check_in = _check_in(lived, last, clock(lived.day, 18, rng), rng)
    if rng.random() < 0.03 and lived.day < until:
        next_day = clock(lived.day + timedelta(1), 7, rng)
        check_in = check_in.changed(next_day, fatigue=rating(lived.fatigue + 1))
    yield check_in


def _check_in(lived: _Day, last: CheckIn | None, at: datetime, rng: Random) -> CheckIn:
    blank = CheckIn(id=identity(rng), day=lived.day, recorded_at=at, changed_at=at)
    done = at + timedelta(seconds=15 + below(240, rng))
    fatigue = rating(lived.fatigue) if rng.random() < 0.94 else None
    if not lived.flare and lived.pain < 4.5 and rng.random() < 0.06:
        return blank.without_pain(done).changed(done, fatigue=fatigue, note=_note(_GOOD_NOTES, rng))
    overall = max(1, rating(lived.pain + 0.4 * bell(rng)))
    if rng.random() < (0.3 if lived.flare else 0.03):
        return blank.changed(done, overall_pain=overall, fatigue=rating(lived.fatigue))
    said = blank.changed(
        done,
        overall_pain=overall if rng.random() < 0.95 else None,
        fatigue=fatigue,
        note=_note(_BAD_NOTES if lived.flare else _GOOD_NOTES if lived.pain < 3 else _PLAIN_NOTES, rng),
    )
    if last and last.regions and (lived.day - last.day).days <= 3 and rng.random() < 0.1:
        return _copied(said, last, done, rng)
    return said.changed(done, regions=_map(lived, rng))


def _copied(said: CheckIn, last: CheckIn, at: datetime, rng: Random) -> CheckIn:
    said = said.with_map_of(last, at)
    for region in list(said.regions)[: below(3, rng)]:
        said = said.rated(region, min(WORST, said.regions[region].intensity + 1), at)
    return said


def _map(lived: _Day, rng: Random) -> dict[str, RegionPain]:
    hurting: dict[str, RegionPain] = {}
    for place in _PLACES:
        level = lived.pain + 0.6 * bell(rng)
        chosen = rng.random()
        if 1 + 0.75 * level < place.from_level:
            continue
        qualities = frozenset(place.qualities[: 1 + int(chosen < 0.25)]) if chosen < 0.6 else frozenset[Quality]()
        swollen = place.region in _HANDS and rng.random() < (0.5 if lived.flare else 0.06)
        hurting[place.region] = RegionPain(max(1, rating(level + place.above)), qualities, swollen)
    return hurting


def _note(choice: tuple[str, ...], rng: Random) -> str:
    return choice[below(len(choice), rng)] if rng.random() < 0.12 else ""


def _season(n: int) -> float:
    """A slow wave of half a point over a year, made of straight lines."""
    return abs((n % 364) / 182 - 1) - 0.5


def _ease(share: float) -> float:
    """0 up to 0, then softly up to 1."""
    share = max(0.0, share)
    return share * share * (3 - 2 * share)
