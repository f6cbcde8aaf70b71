"""PDF, web page and text say the same figures."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape
from io import BytesIO

import pytest
from pypdf import PdfReader

from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.report.as_html import as_html
from painmap.report.as_text import as_text
from painmap.report.in_full import texts_of
from painmap.report.options import Options, Section
from painmap.report.pages import typeset_report
from painmap.report.report import WholeReport, whole_report

END = date(2026, 11, 22)
FIGURE = re.compile(r"[+−]?\d+(?:[.,]\d+)*")


def figures(text: str) -> set[str]:
    return set(FIGURE.findall(text))


def words_of(html: str) -> str:
    """What a page says: its text and the words of its pictures, not what is drawn in them."""
    told = " ".join(re.findall(r'aria-label="([^"]*)"', html))
    without = re.sub(r"<(svg|style|head)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", without) + " " + told)


def strings(value: object) -> Iterator[str]:
    """Every text in what a template is given, but for what it is drawn with."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name != "file":
                yield from strings(each)


@pytest.fixture(params=[3, 84, 400])
def report(request: pytest.FixtureRequest, now: datetime) -> WholeReport:
    contents = sample(request.param, until=END, seed=7)
    chosen = Options(Period.last(request.param, END), sections=frozenset(Section))
    return whole_report(contents, chosen, now, "0.1.0")


def test_every_figure_of_the_pages_is_in_the_text_and_the_web_page(report: WholeReport):
    files = typeset_report(report).files
    given = [json.loads(files["report.json"])["words"], json.loads(files["details.json"])]
    pages = figures(" ".join(strings(given))) - {"2"}
    assert pages - figures(as_text(report)) == set()
    assert pages - figures(words_of(as_html(report))) == set()


def test_every_figure_of_the_text_is_in_the_web_page_and_the_other_way_round(report: WholeReport):
    text, html = figures(as_text(report)), figures(words_of(as_html(report)))
    assert text - html == set()
    assert html - text == set()


def test_every_figure_of_the_text_is_in_what_the_pdf_says(report: WholeReport):
    read = PdfReader(BytesIO(typeset_report(report).pdf()))
    said = " ".join(page.extract_text() for page in read.pages) + " ".join(alts(read))
    rest = figures(as_text(report)) - figures(" ".join(said.split()))
    assert rest - figures(" ".join(each.days for each in report.whole.qualities)) == set()


def test_what_stands_beside_the_lines_over_time_is_in_every_form(report: WholeReport):
    drawn = texts_of(typeset_report(report).files["time.svg"])
    beside = [each for each in drawn if re.match(r"median|range|always|No entry|\d+ days$", each)]
    assert sum(drawn[each] for each in beside) >= 6
    told = " ".join(as_text(report).split()), words_of(as_html(report)), report.page_one.time_alt
    assert all(each in form for form in told for each in beside)


def alts(read: PdfReader) -> Iterator[str]:
    """The words of the pictures, from the PDF's tags."""
    waiting = [read.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield str(node.get("/Alt", ""))
            if "/K" in node:
                waiting.append(node["/K"])
