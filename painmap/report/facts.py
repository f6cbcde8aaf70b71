"""Everything that page one says, as plain values and finished words. Nothing is drawn here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from painmap.charts.map_words import change_sentence, changes_between, map_sentence
from painmap.charts.series import step_of
from painmap.charts.words import dates, logged
from painmap.domain.checkin import Quality
from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.summary import (
    ENOUGH_DAYS,
    DaySummary,
    Place,
    Seen,
    by_burden,
    comparable,
    halves,
    mapped,
    places,
    quality_days,
    within,
)
from painmap.domain.words import counted, day_text, month_text, number, signed
from painmap.report.sentences import in_short, kept, plain

LINES = 5
"""Places and qualities that the page has room for."""
_LONG = 330
_HOW = (
    "worst pain, fatigue: highest rating of a day; medians: over logged days, of a place over the days it hurt; "
    "no change under 5 days in a half."
)
_WHAT_IT_IS = "This is a diary. It does not diagnose and does not replace your clinician."
_TIME_NOTES = {
    1: "dots: each day; line: median of 7 days, where 4 are logged; white bar: map copied",
    7: "line: median of each week with 4 or more days logged; band: middle half of its days",
    30: "line: median of each 30 days with 4 or more logged; band: middle half of its days",
}


@dataclass(frozen=True)
class MapWords:
    """What stands over a map, under its heading, and in place of it for those who can't see it."""

    heading: str
    under: str
    alt: str


@dataclass(frozen=True)
class PlaceLine:
    """One of the places with most pain, as it stands in the table."""

    name: str
    days: str
    median: str
    change: str


@dataclass(frozen=True)
class QualityLine:
    """How pain felt, on how many days, and that as a share (0-1) of the most frequent one."""

    name: str
    days: str
    share: float


@dataclass(frozen=True)
class Report:
    """Page one in words. `absent` stands in a body that can't be drawn; *stars* stand round what is bold."""

    title: str
    name: str
    made_at: datetime
    program: str
    period: str
    logged: str
    in_short: tuple[str, ...]
    kept: str
    has_map: bool
    compared: bool
    absent: str
    later: MapWords
    earlier: MapWords
    change: MapWords
    time_note: str
    time_alt: str
    mapped: str
    places: tuple[PlaceLine, ...]
    qualities: tuple[QualityLine, ...]
    qualities_note: str
    trace: str


def report_of(days: Sequence[DaySummary], period: Period, made_at: datetime, version: str, name: str = "") -> Report:
    """Page one about the days of a period, made at a moment (with UTC offset) by a version of the program."""
    days = within(days, period)
    found = places(days)
    earlier, later = (places(half) for half in halves(days, period))
    compared = comparable(days, period)
    changes = changes_between(earlier, later) if compared else {}
    sentences = in_short(days, period, found)
    qualities = quality_days(days)
    maps = _two_halves(days, period, earlier, later, changes) if compared else _one_stretch(days, period, found)
    return Report(
        title=f"Pain diary report, {dates(period)}",
        name=" ".join(name.split()),
        made_at=made_at,
        program=f"Painmap {version}",
        period=dates(period),
        logged=logged(days, period),
        in_short=sentences,
        kept=kept(days, period),
        has_map=mapped(days) > 0,
        compared=compared,
        absent="too few days" if mapped(days) else "no map",
        later=maps[0],
        earlier=maps[1],
        change=maps[2],
        time_note=_time_note(period, compared) if days else "",
        time_alt=f"Timeline of worst pain, fatigue and places that hurt, {dates(period)}, {logged(days, period)}. "
        + plain(sentences),
        mapped=number(mapped(days)),
        places=_place_lines(found, changes, compared),
        qualities=_quality_lines(qualities),
        qualities_note=_qualities_note(len(qualities)),
        trace=_trace(days, period, made_at, version),
    )


def stretch_text(period: Period) -> str:
    """'9 Feb–22 Mar', or months with years where the stretch is long; a single day is written once."""
    if len(period) == 1:
        return day_text(period.start)
    if len(period) > _LONG:
        return f"{month_text(period.start)}–{month_text(period.end)}"
    return f"{day_text(period.start)}–{day_text(period.end)}"


def change_text(value: float | str | None) -> str:
    """A change as it stands in the table: '+2', '−1.5', '0', 'new', 'gone', 'few', or a dash."""
    if value is None:
        return "–"
    return value if isinstance(value, str) else signed(value)


def _time_note(period: Period, compared: bool) -> str:
    return _TIME_NOTES[step_of(period)] + ("; dotted: the middle" if compared else "")


def _two_halves(
    days: Sequence[DaySummary],
    period: Period,
    earlier: Mapping[str, Place],
    later: Mapping[str, Place],
    changes: Mapping[str, float | str],
) -> tuple[MapWords, MapWords, MapWords]:
    parts = period.halves()
    if parts is None:
        raise ValueError("a single day has no halves")
    before, after = (mapped(half) for half in halves(days, period))
    return (
        MapWords(f"Later: {stretch_text(parts[1])}", _with_map(after), map_sentence("later half", later)),
        MapWords(f"Earlier: {stretch_text(parts[0])}", _with_map(before), map_sentence("earlier half", earlier)),
        MapWords("Change: later minus earlier", "points on the 0–10 scale", change_sentence(changes)),
    )


def _one_stretch(
    days: Sequence[DaySummary], period: Period, found: Mapping[str, Place]
) -> tuple[MapWords, MapWords, MapWords]:
    needs = f"not enough days: needs {ENOUGH_DAYS} with a map in each half"
    heading = f"{'All days' if len(period) > 1 else 'This day'}: {stretch_text(period)}"
    whole = map_sentence("all days", found) if mapped(days) else "Body map, front and back: no map in this period."
    return (
        MapWords(heading, _with_map(mapped(days)), whole),
        MapWords("Earlier", needs, f"Body map of the earlier half: {needs}."),
        MapWords("Change", "not enough days to compare", "Body map of change: not enough days to compare."),
    )


def _with_map(count: int) -> str:
    return f"{counted(count, 'day')} with a map"


def _place_lines(
    found: Mapping[str, Place], changes: Mapping[str, float | str], compared: bool
) -> tuple[PlaceLine, ...]:
    return tuple(
        PlaceLine(
            name=regions()[name].short,
            days=number(found[name].days),
            median=number(found[name].median),
            change=change_text(changes.get(name, Seen.FEW) if compared else None),
        )
        for name in by_burden(found)[:LINES]
    )


def _quality_lines(qualities: Mapping[Quality, int]) -> tuple[QualityLine, ...]:
    most = max(qualities.values(), default=1)
    first = list(qualities.items())[:LINES]
    return tuple(QualityLine(quality.value, number(days), days / most) for quality, days in first)


def _qualities_note(qualities: int) -> str:
    more = f", and {qualities - LINES} more" if qualities > LINES else ""
    return f"days on which chosen{more}"


def _trace(days: Sequence[DaySummary], period: Period, made_at: datetime, version: str) -> str:
    entries = counted(sum(day.check_ins for day in days), "entry", "entries")
    corrected = number(sum(day.corrected for day in days))
    made = f"{day_text(made_at.date(), year=True)}, {made_at:%H:%M}"
    what = f"{dates(period)} · {counted(len(days), 'day')}, {entries}, {corrected} corrected later"
    return f"Painmap {version} · made {made} · {what} · {_HOW} {_WHAT_IT_IS}"
