"""A check-in in words: the places that hurt, what else was said of the day, and how it was entered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from painmap.domain.about import About, Effort, Severity, Trigger
from painmap.domain.checkin import CheckIn, Quality, RegionPain
from painmap.domain.regions import regions
from painmap.domain.words import counted, day_text, number
from painmap.report.lines import one_line

NO_MAP = "no map"


def where_told(told: CheckIn) -> str:
    """The places that hurt; that there was no pain; or that nothing was said of places."""
    return regions_told(told.regions) if told.regions else "no pain" if told.no_pain else NO_MAP


def regions_told(found: Mapping[str, RegionPain]) -> str:
    """'4 places. 7: left lower back; 3: left hip, left and right knee', the highest first."""
    by_level: dict[int, list[str]] = {}
    for name, pain in found.items():
        by_level.setdefault(pain.intensity, []).append(name)
    told = "; ".join(
        f"{level}: {', '.join(_told_together(by_level[level]))}" for level in sorted(by_level, reverse=True)
    )
    return f"{counted(len(found), 'place')}. {told}"


def also_told(told: CheckIn) -> str:
    """All else that was said of the day: 'swollen: left hand; morning stiffness 40 min; woke unrefreshed 7; fever'."""
    about = told.about
    felt = frozenset().union(*(pain.qualities for pain in told.regions.values()))
    swollen = [name for name, pain in told.regions.items() if pain.swollen]
    parts = (
        _listed("felt", (quality.value for quality in Quality if quality in felt)),
        _listed("swollen", _told_together(swollen)),
        *_rated(about),
        _sensitive(about),
        _effort(about.effort) if about.effort else "",
        *_yes_or_no(about),
        _listed("triggers chosen", map(one_line, _triggers(about.triggers))),
    )
    return "; ".join(filter(None, parts))


def how_told(told: CheckIn) -> str:
    """'map copied, 2 changes; written 24 Nov'."""
    parts = []
    if told.carried_over is not None and told.regions:
        changes = told.carried_over.changes(told.regions)
        parts.append("map copied" + (f", {counted(changes, 'change')}" if changes else ""))
    if told.entered_later:
        parts.append(f"written {day_text(told.recorded_at.date())}")
    if told.corrected:
        parts.append(f"corrected {day_text(told.changed_at.date())}")
    if told.about.by_someone_else:
        parts.append("by someone else")
    return "; ".join(parts)


def trigger_name(trigger: str) -> str:
    """A trigger in a sentence: 'poor sleep'; an own tag as it was typed."""
    return trigger.replace("_", " ") if trigger in set(Trigger) else trigger


def _triggers(chosen: frozenset[str]) -> Sequence[str]:
    """The offered ones in their order, then own tags by the alphabet."""
    return [trigger_name(each) for each in (*(t for t in Trigger if t in chosen), *sorted(chosen - set(Trigger)))]


def _listed(what: str, told: Iterable[str]) -> str:
    words = ", ".join(told)
    return f"{what}: {words}" if words else ""


def _rated(about: About) -> Iterator[str]:
    if about.stiffness_minutes is not None:
        yield f"morning stiffness {number(about.stiffness_minutes)} min"
    for name, level in (
        ("woke unrefreshed", about.sleep),
        ("trouble thinking", about.thinking),
        ("low mood", about.mood),
    ):
        if level is not None:
            yield f"{name} {level}"


def _sensitive(about: About) -> str:
    if about.sensitivity and set(about.sensitivity.values()) == {Severity.NONE}:
        return "not sensitive"
    return _listed("sensitive", (f"{s} {how}" for s, how in about.sensitivity.items() if how is not Severity.NONE))


def _effort(effort: Effort) -> str:
    hours = ((effort.delay_hours, "later"), (effort.duration_hours, "long"))
    told = (
        one_line(effort.what),
        *(f"{n} h {word}" for n, word in hours if n is not None),
        "" if effort.severity is None else f"{effort.severity} of 4",
    )
    return f"worse after effort: {', '.join(filter(None, told))}"


def _yes_or_no(about: About) -> Iterator[str]:
    for name, answer in (("flare", about.flare), ("rash", about.rash), ("fever", about.fever)):
        if answer is not None:
            yield name if answer else f"no {name}"


def _told_together(names: Sequence[str]) -> Iterator[str]:
    """The regions in words; the two sides of a place are said once."""
    known, there = _spoken(), frozenset(names)
    for name in names:
        alone, left, right, both = known[name]
        if left in there and right in there:
            if name == left:
                yield both
        else:
            yield alone


@cache
def _spoken() -> Mapping[str, tuple[str, str, str, str]]:
    """What each region is called, the two of its place, and what both are called together."""
    return {name: (each.spoken, *_sides(name, each.spoken)) for name, each in regions().items()}


def _sides(name: str, spoken: str) -> tuple[str, str, str]:
    left, right = name.replace("-right-", "-left-"), name.replace("-left-", "-right-")
    return left, right if left != right else "", f"left and right {spoken.partition(' ')[2]}"
