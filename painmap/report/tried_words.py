"""What was tried, in words: since when, how often it was used, the relief, and what was noted about it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from painmap.domain.period import Period
from painmap.domain.treatment import TreatmentKind, Use
from painmap.domain.tried import Tried
from painmap.domain.words import counted, day_text, month_text, number
from painmap.report.lines import one_line

LINES = 5
"""Treatments that the page has room for."""


@dataclass(frozen=True)
class TriedLine:
    """One treatment as it stands in the table: name and plan, when, how often, the relief, side effects."""

    what: str
    when: str
    uses: str
    relief: str
    noted: str


def tried_lines(found: Sequence[Tried]) -> tuple[TriedLine, ...]:
    """The first treatments; one fewer where others have to be counted below them."""
    return tuple(_line(each) for each in _shown(found))


def every_line(found: Sequence[Tried]) -> tuple[TriedLine, ...]:
    """A line for each treatment, where there is room for all."""
    return tuple(_line(each) for each in found)


def line_told(row: TriedLine) -> str:
    """A line in words: 'Ibuprofen · 400 mg: since 3 Sep, 4 uses, relief 30 % (n 3); dry mouth'."""
    uses = "no use logged" if row.uses == "–" else f"{_counted(row.uses)}, relief {row.relief}"
    return f"{row.what}: {row.when}, {uses}{f'; {row.noted}' if row.noted else ''}"


def tried_more(found: Sequence[Tried]) -> str:
    """'and 21 more treatments' where not all have a line."""
    return "" if len(found) <= LINES else f"and {counted(len(found) - LINES + 1, 'more treatment')}"


def tried_sentence(found: Sequence[Tried]) -> str:
    """The treatments of the page in words: 'Heat pad since 9 Feb, 28 uses; ...'."""
    told = [f"{one_line(each.treatment.name)} {when_text(each)}, {_uses(each)}" for each in _shown(found)]
    return "; ".join([*told, tried_more(found)] if len(found) > LINES else told)


def when_text(each: Tried) -> str:
    """'since 9 Feb', '9 Feb to 14 Apr'; a day of another year than the report's last is told by its month."""
    start, stop = each.treatment.start, each.treatment.stop
    if stop is None or stop > each.period.end:
        return f"since {_day(start, each.period)}{', paused' if each.paused else ''}"
    if stop == start:
        return _day(start, each.period)
    return f"{_day(start, each.period)} to {_day(stop, each.period)}"


def _shown(found: Sequence[Tried]) -> Sequence[Tried]:
    return found if len(found) <= LINES else found[: LINES - 1]


def _uses(each: Tried) -> str:
    return counted(len(each.done), "use") if each.done else "no use logged"


def _counted(uses: str) -> str:
    times = uses.removesuffix("×")
    return f"{times} use{'' if times == '1' else 's'}"


def _day(day: date, period: Period) -> str:
    return day_text(day) if day.year == period.end.year else month_text(day)


def _line(each: Tried) -> TriedLine:
    name, plan = one_line(each.treatment.name), one_line(each.treatment.plan)
    return TriedLine(
        what=f"{name} · {plan}" if plan else name,
        when=when_text(each),
        uses=f"{number(len(each.done))}×" if each.done else "–",
        relief=_relief(each.relief) if each.done else "no use logged",
        noted=_noted(each),
    )


def _relief(rated: Sequence[int]) -> str:
    return f"{number(median(rated))} % (n {number(len(rated))})" if rated else "not rated"


def _noted(each: Tried) -> str:
    """Sessions that were missed, the side effects of the treatment, and those of its uses, most frequent first."""
    thing = "dose" if each.treatment.kind is TreatmentKind.MEDICATION else "session"
    parts = [f"{counted(len(each.missed), thing)} missed"] if each.missed else []
    if said := one_line(each.treatment.side_effects):
        parts.append(said.rstrip("."))
    parts += [f"{text}{f' ({times}×)' if times > 1 else ''}" for text, times in _side_effects(each.done)]
    return "; ".join(parts)


def _side_effects(uses: Sequence[Use]) -> list[tuple[str, int]]:
    said = Counter(text.rstrip(".") for use in uses if (text := one_line(use.side_effects)))
    return said.most_common()
