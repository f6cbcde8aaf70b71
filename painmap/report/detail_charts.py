"""The sections that are charts: region by day, rhythm, fatigue and effort, before and after."""

from datetime import date
from typing import TYPE_CHECKING

from painmap.charts import after_effort_words, fatigue_pain_words, rhythm_words
from painmap.charts.before_after_words import BEFORE_AFTER_NOTE, before_after_sentence
from painmap.charts.region_cells import shown_regions
from painmap.charts.region_words import empty_words, region_note, region_sentence
from painmap.charts.words import begins_words
from painmap.domain.before_after import CAUTION, BeforeAfter, before_and_after, pivots
from painmap.domain.before_after_words import also_words, threshold_words
from painmap.domain.effort_days import after_effort, effort_days
from painmap.domain.groups import Asked
from painmap.domain.rhythm import by_time, by_weekday
from painmap.domain.same_day import pairs
from painmap.domain.words import counted, day_text
from painmap.report.details import HALF, Detail, Given, Picture
from painmap.report.lines import one_line
from painmap.report.options import Section

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from painmap.charts.look import Look

ROWS = 36
"""Regions that a page has room for."""
MOST_PIVOTS = 12
"""Starts and stops that are shown, the newest of them."""


def regions_by_day(given: Given) -> Detail:
    """A row for each region that hurt, those with most pain where there are more than a page holds."""
    days, period, begins = given.days, given.period, given.found.begins
    rows = min(ROWS, len(shown_regions(days, period)))
    heading = "Region by day"
    if not rows:
        return Detail(Section.REGIONS_BY_DAY, heading, paragraphs=(empty_words(days),))

    def draw(figure: "Figure", look: "Look") -> object:
        from painmap.charts.region_by_day import draw_region_by_day

        return draw_region_by_day(figure, days, period, look, rows, begins=begins)

    def height(look: "Look") -> float:
        from painmap.charts.region_by_day import rows_height

        return rows_height(rows, look, full=False)

    note = (
        f"{region_note(period, begins, days)} Most pain first, by sum of ratings. At the right: days on which it hurt."
    )
    picture = Picture("regions", region_sentence(days, period), draw, height)
    return Detail(Section.REGIONS_BY_DAY, heading, note, (picture,))


def rhythm(given: Given) -> Detail:
    """Worst pain by weekday and by time of day."""
    days, period, asked = given.days, given.period, Asked.WORST_PAIN

    def by_days(figure: "Figure", look: "Look") -> object:
        from painmap.charts.rhythm import draw_by_weekday

        return draw_by_weekday(figure, days, period, look, asked)

    def by_hours(figure: "Figure", look: "Look") -> object:
        from painmap.charts.rhythm import draw_by_time

        return draw_by_time(figure, days, period, look, asked)

    def height(look: "Look") -> float:
        from painmap.charts.rhythm import rhythm_height

        return rhythm_height(look)

    weekday, time = rhythm_words.weekday_title(asked), rhythm_words.time_title(asked)
    charts = (
        (rhythm_words.missing(days, by_weekday(days, asked), asked), weekday),
        (rhythm_words.missing(days, by_time(days, asked), asked), time),
    )
    pictures = (
        Picture("weekday", rhythm_words.weekday_sentence(days, period, asked), by_days, height, HALF, weekday),
        Picture("time-of-day", rhythm_words.time_sentence(days, period, asked), by_hours, height, HALF, time),
    )
    return _drawn(Section.RHYTHM, "Rhythm", rhythm_words.TIME_NOTE, charts, pictures)


def fatigue_and_effort(given: Given) -> Detail:
    """Fatigue beside pain of the same day, and on the days after an effort."""
    days, period, events, asked = given.days, given.period, given.found.events, Asked.FATIGUE

    def same_day(figure: "Figure", look: "Look") -> object:
        from painmap.charts.fatigue_pain import draw_fatigue_pain

        return draw_fatigue_pain(figure, days, period, look)

    def effort(figure: "Figure", look: "Look") -> object:
        from painmap.charts.after_effort import draw_after_effort

        return draw_after_effort(figure, days, events, period, look, asked)

    def height(look: "Look") -> float:
        from painmap.charts.fatigue_pain import fatigue_pain_height

        return fatigue_pain_height(look)

    efforts = effort_days(days, events, period)
    groups = after_effort(days, efforts, period, asked)
    first, second = fatigue_pain_words.TITLE, after_effort_words.effort_title(asked)
    charts = (
        (fatigue_pain_words.missing(days, pairs(days).total()), first),
        (after_effort_words.missing(days, efforts, groups, asked), second),
    )
    said = after_effort_words.effort_sentence(days, events, period, asked)
    pictures = (
        Picture("same-day", fatigue_pain_words.fatigue_pain_sentence(days, period), same_day, height, HALF, first),
        Picture("after-effort", said, effort, height, HALF, second),
    )
    note = f"{fatigue_pain_words.NOTE} {after_effort_words.NOTE}"
    return _drawn(Section.FATIGUE_AND_EFFORT, "Fatigue and effort", note, charts, pictures)


def before_after(given: Given) -> Detail:
    """The days around each start and stop of a treatment in the period, the newest first.

    One that has too few days on a side for worst pain, fatigue and places alike is told in a sentence.
    """
    period, heading = given.period, "Before and after"
    treatments = [each.treatment for each in given.found.tried]
    every = [pivot for pivot in pivots(treatments, (), period.end) if pivot.day in period]
    if not every:
        return Detail(Section.BEFORE_AFTER, heading, paragraphs=("No treatment began or stopped in this period.",))
    around = [
        before_and_after(given.days, pivot, treatments, given.found.events, period.end) for pivot in every[:MOST_PIVOTS]
    ]
    shown = [found for found in around if not _too_few(found)]
    pictures = tuple(_around(found, n, *_since(found, given)) for n, found in enumerate(shown))
    lacking = tuple(
        f"{_title(found)}: {found.worst_pain.not_enough} {_since(found, given)[1]}".strip()
        for found in around
        if _too_few(found)
    )
    more = len(every) - len(around)
    rest = (f"And {counted(more, 'earlier start or stop', 'earlier starts and stops')}.",) if more else ()
    note = f"{BEFORE_AFTER_NOTE} Only days of this report are shown." if pictures else ""
    always = (threshold_words(), CAUTION) if pictures else ()
    return Detail(Section.BEFORE_AFTER, heading, note, pictures, paragraphs=(*lacking, *rest, *always))


def _too_few(found: BeforeAfter) -> bool:
    return all(each.not_enough for each in (found.worst_pain, found.fatigue, found.spread))


def _title(found: BeforeAfter) -> str:
    return f"{one_line(found.pivot.said)}, {day_text(found.pivot.day, year=True)}"


def _since(found: BeforeAfter, given: Given) -> tuple[date | None, str]:
    """The day before which no entry is missing, where the days reach before it, and whose beginning that is."""
    began, period = given.found.begins, given.period
    begins = began or period.start
    if begins <= found.whole.start:
        return None, ""
    if began is None:
        return begins, f"This report begins {day_text(begins, year=period.start.year != period.end.year)}."
    return begins, begins_words(begins, period)


def _around(found: BeforeAfter, n: int, begins: date | None, why: str) -> Picture:
    def draw(figure: "Figure", look: "Look") -> object:
        from painmap.charts.before_after import draw_before_after

        return draw_before_after(figure, found, look, begins, why)

    def height(look: "Look") -> float:
        from painmap.charts.before_after import before_after_height

        return before_after_height(look)

    below = also_words(found.others)
    said = before_after_sentence(found, begins, why).removesuffix(f"{below} {CAUTION}")
    return Picture(f"before-after-{n + 1}", one_line(said), draw, height, heading=_title(found), below=one_line(below))


def _drawn(
    section: Section,
    heading: str,
    note: str,
    charts: tuple[tuple[str, str], ...],
    pictures: tuple[Picture, ...],
) -> Detail:
    """The pictures for which there are days enough; what the others lack is said, once where it is the same."""
    shown = tuple(picture for (lacking, _), picture in zip(charts, pictures, strict=True) if not lacking)
    reasons = {lacking for lacking, _ in charts if lacking}
    if len(reasons) == 1 and not shown:
        return Detail(section, heading, paragraphs=(*reasons,))
    told = tuple(f"{title}: {lacking}" for lacking, title in charts if lacking)
    return Detail(section, heading, note if shown else "", shown, paragraphs=told)
