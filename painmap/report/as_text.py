"""The report as plain text for a message: lines of at most 72 letters, no table that could break."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from painmap.charts.table import Table
from painmap.report.also import ALSO_NOTE
from painmap.report.details import Detail
from painmap.report.facts import PlaceLine, Report
from painmap.report.report import WholeReport
from painmap.report.tried_words import line_told
from painmap.report.weekly import CountLine, WeeklyCounts

WIDTH = 72
_INDENT = "  "
_MAP_NOTE = "figures: median, 0–10, on the days it hurt; left and right are the patient’s"


def as_text(report: WholeReport) -> str:
    """Page one in words, then each chosen section. Nothing but letters, line ends and spaces."""
    lines = [*_page_one(report)]
    for each in report.details:
        lines += _detail(each)
    lines += ["", *_wrapped(report.page_one.trace)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _page_one(report: WholeReport) -> Iterator[str]:
    page, asked = report.page_one, report.page_one.asked
    yield from _wrapped(page.title)
    for line in (page.name, asked.visit, page.logged, page.left_out):
        yield from _wrapped(line)
    yield from _headed("In short", [sentence.replace("*", "") for sentence in page.in_short])
    yield from _wrapped(page.kept)
    if asked.questions:
        yield from _headed("What I want to ask", report.whole.questions)
    maps = (page.later, page.earlier, page.change)
    told = [f"{each.heading} ({each.under}). {_map_told(each.alt)}" for each in maps]
    yield from _headed("Where it hurts", told if page.compared else told[:1], _MAP_NOTE if page.has_map else "")
    yield from _headed("Over time", [*page.over_time, report.whole.marks])
    yield from _headed("Five places with most pain", map(_place, page.places), _of_days(page))
    if asked.weekly is not None:
        yield from _weekly(asked.weekly)
    if asked.tried:
        rows = map(line_told, report.whole.tried)
        yield from _headed("What was tried", rows, "relief: median of the n uses with a rating")
    feels = [f"{each.name}: {each.days} day{'' if each.days == '1' else 's'}" for each in report.whole.qualities]
    yield from _headed("How it feels", feels, "days on which chosen")
    yield from _headed("Also recorded", asked.also, ALSO_NOTE)


def _of_days(page: Report) -> str:
    return f"by sum of ratings; days are of {page.mapped} with a map; median on the days it hurt"


def _map_told(alt: str) -> str:
    """What the map shows, without what it is."""
    return alt.partition(". ")[2] or alt


def _place(row: PlaceLine) -> str:
    change = "" if row.change == "–" else f", change {row.change}"
    return f"{row.name}: {row.days} days, median {row.median}{change}"


def _weekly(counts: WeeklyCounts) -> Iterator[str]:
    yield from _headed("Weekly counts beside published thresholds", [])
    for line in counts.lines:
        yield from _item(_count(line, counts))
    told = ", ".join(f"{head}: {days}" for head, days in zip(counts.heads, counts.logged, strict=True))
    yield from _item(f"Days logged of 7, week to {told}")
    yield from _wrapped(counts.note)


def _count(line: CountLine, counts: WeeklyCounts) -> str:
    weeks = ", ".join(f"{head}: {value}" for head, value in zip(counts.heads, line.weeks, strict=True))
    return (
        f"{line.short} ({line.name}, {line.scale}), week to {weeks}; {counts.all} median (range) {line.all}; "
        f"published {line.threshold}"
    )


def _detail(each: Detail) -> Iterator[str]:
    notes = [each.note] if each.note and not each.pictures else []
    yield from _headed(each.heading, [], *notes, even=True)
    for picture in each.pictures:
        if picture.heading:
            yield from _wrapped(picture.heading)
        yield from _wrapped(f"{picture.alt} {picture.below}")
    if each.table is not None:
        yield from _rows(each.table, lined=each.lined)
    for paragraph in each.paragraphs:
        yield from _wrapped(paragraph.replace("*", ""))


def _rows(table: Table, *, lined: bool) -> Iterator[str]:
    """A row as its first cells and, after them, what each of the others is: no column has to line up.

    The last cell of a row that is `lined` says itself what it is.
    """
    heads = [_head(head) for head in table.headings[1:]]
    if lined:
        heads[-1] = ""
    for row in table.rows:
        told = [f"{head} {cell}".strip() for head, cell in zip(heads, row[1:], strict=True) if cell]
        yield from _item(f"{row[0]}: {', '.join(told)}" if len(row) > 3 else "\n".join((", ".join(row[:2]), row[2])))


def _head(heading: str) -> str:
    """A heading with its scale, which stands below it in a table, in brackets."""
    name, _, scale = heading.partition("\n")
    return f"{name} ({scale})" if scale else name


def _headed(heading: str, items: Iterable[str], note: str = "", *, even: bool = False) -> Iterator[str]:
    """A heading in capitals above its lines; nothing at all where there is no line, unless it stands even so."""
    given = [item for item in items if item]
    if not given and not even and heading not in _OPEN:
        return
    yield ""
    yield heading.upper()
    yield from _wrapped(note)
    for item in given:
        yield from _item(item)


_OPEN = ("Weekly counts beside published thresholds",)


def _item(text: str) -> Sequence[str]:
    """An entry of a list; its further lines stand under the first."""
    first, *rest = text.split("\n")
    lines = _wrapped(first, "- ")
    return [*lines, *(line for each in rest for line in _wrapped(each, _INDENT))]


def _wrapped(text: str, start: str = "") -> list[str]:
    return wrap(text, WIDTH, initial_indent=start, subsequent_indent=" " * len(start)) if text.strip() else []
