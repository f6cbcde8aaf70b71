"""The report as a web page that stands on its own: words, tables and charts in one file, nothing fetched, no script."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from string import Template

from painmap.charts.look import Look
from painmap.charts.table import Table
from painmap.paths import shipped
from painmap.report.also import ALSO_NOTE
from painmap.report.detail_pages import picture_svg
from painmap.report.details import HALF, Detail, Picture
from painmap.report.facts import MapWords
from painmap.report.grid import SHEETS, Paper
from painmap.report.inks import look_of
from painmap.report.pictures import cells_of, page_one_pictures
from painmap.report.report import WholeReport
from painmap.report.weekly import WeeklyCounts

_MAP_NOTE = (
    "Figures: median on the days it hurt; no fill: under 1 day in 4 of those with a map; "
    "R and L are the patient’s side."
)
_CHANGE_NOTE = " Change: + more, − less (hatched), = under 1, N new, G gone, · too few days."


def as_html(report: WholeReport) -> str:
    """A page with the same words, figures and charts as the PDF, for a phone, a screen or a printer."""
    page, look = report.page_one, look_of(report.options.black_and_white)
    body = "\n".join([*_page_one(report), *(line for each in report.details for line in _detail(each, report))])
    return Template(_shipped("page.html")).substitute(
        language=report.options.language,
        program=escape(page.program),
        title=escape(page.title),
        ink=look.ink,
        second=look.muted,
        line=look.line,
        paper=look.surface,
        style=_shipped("page.css"),
        body=body,
        trace=escape(page.trace),
    )


def _shipped(name: str) -> str:
    return shipped(f"report/{name}").read_text(encoding="utf-8")


def _page_one(report: WholeReport) -> Iterator[str]:
    page, asked = report.page_one, report.page_one.asked
    cells = cells_of(page, Paper.A4)
    drawn = page_one_pictures(page, report.found, SHEETS[Paper.A4], cells, look_of(report.options.black_and_white))
    yield "<h1>Pain diary report</h1>"
    for line in (page.name, asked.visit):
        if line:
            yield f"<p>{escape(line)}</p>"
    yield f'<p class="logged">{escape(page.logged)}</p>\n<p>{escape(page.period)}</p>'
    if page.left_out:
        yield f"<p>{escape(page.left_out)}</p>"
    yield "<h2>In short</h2>"
    for sentence in page.in_short:
        yield f"<p>{_starred(sentence)}</p>"
    yield f'<p class="note">{escape(page.kept)}</p>'
    if asked.questions:
        items = "".join(f"<li>{escape(each)}</li>" for each in report.whole.questions)
        yield f"<h2>What I want to ask</h2>\n<ol>{items}</ol>"
    yield "<h2>Where it hurts</h2>"
    yield f'<p class="note">{_MAP_NOTE}{_CHANGE_NOTE if page.compared else ""}</p>\n<div class="maps">'
    for key, words in (("later", page.later), ("earlier", page.earlier), ("change", page.change)):
        yield _map(key, words, drawn[key])
    yield "</div>\n<h2>Over time</h2>"
    yield f'<p class="note">{escape(page.time_note)}</p>{_figure("time", drawn["time"], page.time_alt)}'
    if report.whole.marks:
        yield f'<p class="note">{escape(report.whole.marks)}</p>'
    yield from _figures(report)


def _figures(report: WholeReport) -> Iterator[str]:
    page, asked = report.page_one, report.page_one.asked
    if page.places:
        rows = tuple((row.name, row.days, row.median, row.change) for row in page.places)
        yield '<h2>Five places with most pain</h2>\n<p class="note">by sum of ratings; median on the days it hurt</p>'
        yield _table(("place", f"days of {page.mapped}", "median", "change"), rows)
    if asked.weekly is not None:
        yield from _weekly(asked.weekly)
    if asked.tried:
        tried = tuple((row.what, row.when, row.uses, row.relief, row.noted) for row in report.whole.tried)
        yield '<h2>What was tried</h2>\n<p class="note">relief: median of the n uses with a rating</p>'
        yield _table(("what", "when", "uses", "relief", "noted"), tried)
    if report.whole.qualities:
        yield "<h2>How it feels</h2>"
        chosen = tuple((each.name, each.days) for each in report.whole.qualities)
        yield _table(("quality", "days on which chosen"), chosen)
    if asked.also:
        yield f'<h2>Also recorded</h2>\n<p class="note">{escape(ALSO_NOTE)}</p>\n<p>{escape(" ".join(asked.also))}</p>'


def _weekly(counts: WeeklyCounts) -> Iterator[str]:
    heads = ("7 days to", *counts.heads, f"{counts.all} median (range)", "published threshold")
    rows = [(f"{each.short} {each.name} {each.scale}", *each.weeks, each.all, each.threshold) for each in counts.lines]
    yield "<h2>Weekly counts beside published thresholds</h2>"
    yield _table(heads, (*rows, ("days logged of 7", *counts.logged, "", "")))
    yield f'<p class="note">{escape(counts.note)}</p>'


def _detail(each: Detail, report: WholeReport) -> Iterator[str]:
    look = look_of(report.options.black_and_white)
    yield f"<h2>{escape(each.heading)}</h2>"
    if each.note:
        yield f'<p class="note">{escape(each.note)}</p>'
    halves = [_drawn(picture, look) for picture in each.pictures if picture.width == HALF]
    if halves:
        yield "\n".join(('<div class="halves">', *halves, "</div>"))
    yield from (_drawn(picture, look) for picture in each.pictures if picture.width != HALF)
    if each.table is not None:
        yield _rows(each.table)
    for paragraph in each.paragraphs:
        yield f"<p>{_starred(paragraph)}</p>"


def _drawn(picture: Picture, look: Look) -> str:
    """A chart under its heading; two of half the width stand side by side where there is room."""
    inside = _inline(picture.key, picture_svg(picture, SHEETS[Paper.A4], look), picture.alt)
    heading = f"<h3>{escape(picture.heading)}</h3>\n" if picture.heading else ""
    wide = "" if picture.width == HALF else ' class="wide"'
    below = f"<figcaption>{escape(picture.below)}</figcaption>" if picture.below else ""
    return f"<figure{wide}>{heading}{inside}{below}</figure>"


def _map(key: str, words: MapWords, drawn: bytes) -> str:
    under = f'<p class="note">{escape(words.under)}</p>'
    return f"<figure><h3>{escape(words.heading)}</h3>{under}{_inline(key, drawn, words.alt)}</figure>"


def _figure(key: str, drawn: bytes, alt: str) -> str:
    return f'<figure class="wide">{_inline(key, drawn, alt)}</figure>'


def _inline(key: str, drawn: bytes, alt: str) -> str:
    """A chart as a part of the page: its ids its own, with its words, and without a line on who made the file.

    Only what something else points at keeps an id: charts name several of their parts alike.
    """
    text = drawn.decode()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    used = set(re.findall(r'url\(#([^)]+)\)|xlink:href="#([^"]+)"', text))
    kept = {name for pair in used for name in pair}
    text = re.sub(r' id="([^"]+)"', lambda found: f' id="{key}-{found[1]}"' if found[1] in kept else "", text)
    text = re.sub(r"url\(#([^)]+)\)", rf"url(#{key}-\1)", text)
    text = re.sub(r'xlink:href="#([^"]+)"', rf'href="#{key}-\1"', text)
    box = re.search(r'viewBox="[^"]+"', text)
    assert box is not None
    words = f'role="img" aria-label="{escape(alt)}" {box.group()}'
    return re.sub(r"<svg[^>]*>", lambda _: f"<svg {words}>", text, count=1)


def _rows(table: Table) -> str:
    return _table(table.headings, table.rows)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose first cells head their rows; it can be moved sideways where the screen is narrow."""
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    body = "\n".join(
        f'<tr><th scope="row">{escape(first)}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in rest) + "</tr>"
        for first, *rest in rows
    )
    return f'<div class="wide"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table></div>'


def _starred(sentence: str) -> str:
    """What stands between stars is bold."""
    parts = escape(sentence).split("*")
    return "".join(f"<strong>{part}</strong>" if n % 2 else part for n, part in enumerate(parts))
