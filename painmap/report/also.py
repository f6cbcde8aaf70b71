"""What else was recorded about the days, as short sentences with the number of days that each is from."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from statistics import median

from painmap.domain.about import Severity
from painmap.domain.more import MoreSummary
from painmap.domain.summary import ENOUGH_DAYS, DaySummary
from painmap.domain.words import counted, number
from painmap.report.check_in_words import trigger_name
from painmap.report.lines import one_line

ALSO_NOTE = "medians of the days with an answer; without a unit 0–10, 10 is worst"
_NAMED = 4
"""Things chosen that are named, of which there may be any number."""


def also_recorded(
    days: Sequence[DaySummary], earlier: Iterable[DaySummary] = (), later: Iterable[DaySummary] = ()
) -> tuple[str, ...]:
    """One sentence each for what was answered on any of these days, what a clinic asks first in front.

    Morning stiffness, which no chart shows, is told of both halves too, where each has enough days with an answer.
    """
    told = [day.more for day in days]
    sentences = (
        _efforts(told),
        _median("Morning stiffness", _stiff(days), " min", _in_halves(_stiff(earlier), _stiff(later))),
        _median("Woke unrefreshed", [more.sleep.worst for more in told if more.sleep]),
        _median("Trouble thinking", [more.thinking.worst for more in told if more.thinking]),
        _median("Low mood", [more.mood.worst for more in told if more.mood]),
        _days("In a flare", told, lambda more: more.flare),
        _swollen(days),
        _days("Fever", told, lambda more: more.fever),
        _days("Rash", told, lambda more: more.rash),
        _chosen("Triggers chosen:", (more.triggers for more in told), trigger_name),
        _chosen("Sensitive to", (_felt(more) for more in told), str),
    )
    return tuple(sentence for sentence in sentences if sentence)


def _efforts(told: Iterable[MoreSummary]) -> str:
    days = [more.efforts for more in told if more.efforts]
    if not days:
        return ""
    delays = [effort.delay_hours for efforts in days for effort in efforts if effort.delay_hours is not None]
    later = f", median {counted(median(delays), 'hour')} later" if delays else ""
    return f"Worse after effort on {counted(len(days), 'day')}{later}."


def _stiff(days: Iterable[DaySummary]) -> list[int]:
    return [day.more.stiffness_minutes for day in days if day.more.stiffness_minutes is not None]


def _in_halves(earlier: Sequence[int], later: Sequence[int]) -> str:
    if min(len(earlier), len(later)) < ENOUGH_DAYS:
        return ""
    return f"; earlier half {number(median(earlier))}, later {number(median(later))}"


def _median(what: str, given: Sequence[int], unit: str = "", halves: str = "") -> str:
    return f"{what}: {number(median(given))}{unit} ({counted(len(given), 'day')}{halves})." if given else ""


def _days(what: str, told: Iterable[MoreSummary], answer: Callable[[MoreSummary], bool | None]) -> str:
    count = sum(answer(more) is True for more in told)
    return f"{what} on {counted(count, 'day')}." if count else ""


def _chosen(what: str, by_day: Iterable[Iterable[str]], named_as: Callable[[str], str]) -> str:
    """The most frequent of what was chosen on any day, with the days of each; those alike by the alphabet."""
    # Put in words once each: thousands of days choose among the same few.
    days: Counter[str] = Counter()
    for chosen, count in Counter(chain.from_iterable(by_day)).items():
        days[one_line(named_as(chosen))] += count
    if not days:
        return ""
    most, *rest = sorted(days.items(), key=lambda each: (-each[1], each[0]))
    named = [f"{most[0]} on {counted(most[1], 'day')}", *(f"{name} {number(n)}" for name, n in rest[: _NAMED - 1])]
    more, thing = len(days) - len(named), "other"
    return f"{what} {', '.join([*named, *([f'and {counted(more, thing)}'] if more else [])])}."


def _felt(more: MoreSummary) -> Iterable[str]:
    return (sense for sense, severity in more.sensitivity.items() if severity is not Severity.NONE)


def _swollen(days: Iterable[DaySummary]) -> str:
    count = sum(bool(day.swollen) for day in days)
    return f"Swelling on {counted(count, 'day')}." if count else ""
