"""Everything that page one says, as plain values and finished words. Nothing is drawn here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from painmap.charts.map_words import change_sentence, change_words, map_sentence
from painmap.charts.series import LANES, lane_figures, step_of
from painmap.charts.words import begins_words, dates, logged
from painmap.domain.checkin import Quality
from painmap.domain.period import Period
from painmap.domain.regions import regions
from painmap.domain.summary import ENOUGH_DAYS, by_burden, quality_days
from painmap.domain.words import counted, day_text, month_text, number
from painmap.report.asked import NOTHING_ASKED, Asked, asked_of, marks_sentence
from painmap.report.findings import Findings, Stretch
from painmap.report.lines import one_line
from painmap.report.sentences import in_short, kept, plain

LINES = 5
"""Places and qualities that the page has room for."""
_LONG = 330
_HOW = (
    "worst pain, fatigue: highest rating of a day; medians: over logged days, of a place over the days it hurt; "
    "no change under 5 days in a half"
)
_WPI = "; WPI: painful areas in 7 days, elbows, hands, knees and feet not counted"
_WHAT_IT_IS = "This is a diary. It does not diagnose and does not replace your clinician."
_TIME_NOTES = {
    1: "dots: each day; line: median of 7 days, where 4 are logged; white bar: map copied",
    7: "line: median of each week with 4 or more days logged; band: middle half of its days; dots: days of other weeks",
    30: "line: median of each 30 days with 4 or more logged; band: middle half of its days; dots: other days",
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
    asked: Asked = NOTHING_ASKED
    marks: str = ""
    """The events and treatments on the timeline, in words."""
    over_time: tuple[str, ...] = ()
    """The figures beside the timeline, for the forms that have them in words."""
    left_out: str = ""
    """That regions are left out, where they are."""


def report_of(found: Findings, made_at: datetime, version: str, name: str = "", left_out: str = "") -> Report:
    """Page one about a period, made at a moment (with UTC offset) by a version of the program.

    `left_out` says that regions were left out, in words.
    """
    period, whole = found.period, found.whole
    complete, sentences = logged(whole.days, period), in_short(found)
    qualities = quality_days(whole.days)
    maps = _two_halves(found) if found.compared else _one_stretch(found)
    asked, marks, over_time = asked_of(found, qualities), marks_sentence(found).strip(), _over_time(found)
    return Report(
        title=f"Pain diary report, {dates(period)}",
        name=one_line(name),
        made_at=made_at,
        program=f"Painmap {version}",
        period=dates(period),
        logged=complete,
        in_short=sentences,
        kept=kept(found),
        has_map=whole.mapped > 0,
        compared=found.compared,
        absent="too few days" if whole.mapped else "no map",
        later=maps[0],
        earlier=maps[1],
        change=maps[2],
        time_note=_time_note(found) if whole.days else "",
        time_alt=f"Timeline of worst pain, fatigue and places that hurt, {dates(period)}, {complete}. "
        + " ".join(filter(None, (begins_words(found.begins, period), _told(over_time), plain(sentences), marks))),
        mapped=number(whole.mapped),
        places=_place_lines(found),
        qualities=quality_lines(qualities)[:LINES],
        qualities_note=_qualities_note(len(qualities)),
        trace=_trace(found, made_at, version, weekly=asked.weekly is not None),
        asked=asked,
        marks=marks,
        over_time=over_time,
        left_out=left_out,
    )


def stretch_text(period: Period) -> str:
    """'9 Feb–22 Mar', or months with years where the stretch is long; a single day is written once."""
    if len(period) == 1:
        return day_text(period.start)
    if len(period) > _LONG:
        return f"{month_text(period.start)}–{month_text(period.end)}"
    return f"{day_text(period.start)}–{day_text(period.end)}"


def change_text(value: float | str | None) -> str:
    """A change as it stands in the table: '+2', '−1.5', '0', 'new', 'gone', 'too few days', or a dash."""
    return "–" if value is None else change_words(value)


def _time_note(found: Findings) -> str:
    return _TIME_NOTES[step_of(found.period)] + ("; dotted: the middle" if found.compared else "")


def _over_time(found: Findings) -> tuple[str, ...]:
    """What stands beside the lanes of the timeline, and how many days of a period by the day have no entry."""
    days = found.whole.days
    if not days:
        return ()
    lanes = (
        f"{lane.page_name} {lane.page_unit}: {', '.join(filter(None, lane_figures(lane, days)))}" for lane in LANES
    )
    missing = len(found.kept_since) - len(days)
    return (*lanes, *([f"No entry: {counted(missing, 'day')}"] if step_of(found.period) == 1 else []))


def _told(parts: tuple[str, ...]) -> str:
    return f"{'; '.join(parts)}." if parts else ""


def _two_halves(found: Findings) -> tuple[MapWords, MapWords, MapWords]:
    before, after = found.period.halves() or (found.period, found.period)
    later, earlier = found.later, found.earlier
    return (
        MapWords(f"Later: {stretch_text(after)}", _with_map(later), map_sentence("later half", later.places)),
        MapWords(f"Earlier: {stretch_text(before)}", _with_map(earlier), map_sentence("earlier half", earlier.places)),
        MapWords("Change: later minus earlier", "points on the 0–10 scale", change_sentence(found.changes)),
    )


def _one_stretch(found: Findings) -> tuple[MapWords, MapWords, MapWords]:
    needs = f"not enough days: needs {ENOUGH_DAYS} with a map in each half"
    heading = f"{'All days' if len(found.period) > 1 else 'This day'}: {stretch_text(found.period)}"
    no_map = "Body map, front and back: no map in this period."
    whole = map_sentence("all days", found.whole.places) if found.whole.mapped else no_map
    return (
        MapWords(heading, _with_map(found.whole), whole),
        MapWords("Earlier", needs, f"Body map of the earlier half: {needs}."),
        MapWords("Change", "not enough days to compare", "Body map of change: not enough days to compare."),
    )


def _with_map(stretch: Stretch) -> str:
    return f"{counted(stretch.mapped, 'day')} with a map"


def _place_lines(found: Findings) -> tuple[PlaceLine, ...]:
    places = found.whole.places
    return tuple(
        PlaceLine(
            name=regions()[name].short,
            days=number(places[name].days),
            median=number(places[name].median),
            change=change_text(found.changes.get(name)),
        )
        for name in by_burden(places)[:LINES]
    )


def quality_lines(qualities: Mapping[Quality, int]) -> tuple[QualityLine, ...]:
    """A line for each quality, in that order."""
    most = max(qualities.values(), default=1)
    return tuple(QualityLine(quality.value, number(days), days / most) for quality, days in qualities.items())


def _qualities_note(qualities: int) -> str:
    more = f", and {qualities - LINES} more" if qualities > LINES else ""
    return f"days on which chosen{more}"


def _trace(found: Findings, made_at: datetime, version: str, *, weekly: bool) -> str:
    days = found.whole.days
    entries = counted(sum(day.check_ins for day in days), "entry", "entries")
    corrected = number(sum(day.corrected for day in days))
    made = f"{day_text(made_at.date(), year=True)}, {made_at:%H:%M}"
    what = f"{dates(found.period)} · {counted(len(days), 'day')}, {entries}, {corrected} corrected later"
    return f"Painmap {version} · made {made} · {what} · {_HOW}{_WPI if weekly else ''}. {_WHAT_IT_IS}"
