"""The report as plain text and as a web page."""

import re
from datetime import date, datetime
from html.parser import HTMLParser

import pytest

from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.report.as_html import as_html
from painmap.report.as_text import WIDTH, as_text
from painmap.report.options import Naming, Options, Section
from painmap.report.pages import file_of
from painmap.report.report import WholeReport, whole_report

END = date(2026, 11, 22)
_NEVER_CLOSED = {"meta", "use", "path", "br"}


def report(days: int, now: datetime, **more: object) -> WholeReport:
    contents = sample(days, until=END, seed=7) if days else Contents()
    chosen = {"sections": frozenset(Section), "name": "Anna <b> Meyer"} | more
    return whole_report(contents, Options(Period.last(days or 84, END), **chosen), now, "0.1.0")


class Read(HTMLParser):
    """What stands in a page: its tags with their attributes, and that each that is opened is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("days", [0, 1, 3, 84])
def test_text_has_short_lines_and_plain_signs(days: int, now: datetime):
    text = as_text(report(days, now))
    lines = text.splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert all(line == line.rstrip() for line in lines)
    assert "\t" not in text
    assert "*L" not in text
    assert lines[0].startswith("Pain diary report, ")
    assert "does not replace your clinician" in " ".join(lines)


def test_text_says_what_page_one_says(now: datetime):
    made = report(84, now)
    text = " ".join(as_text(made).replace("\N{NO-BREAK SPACE}", " ").split())
    page = made.page_one
    assert page.logged in text
    for sentence in page.in_short:
        assert " ".join(sentence.replace("*", "").split()) in text
    for question in page.asked.questions:
        assert f"- {question}" in text
    for row in page.places:
        assert f"{row.name}: {row.days} days, median {row.median}" in text
    assert page.asked.weekly is not None
    for line in page.asked.weekly.lines:
        assert f"median (range) {line.all}; published {line.threshold}" in text
    for row in page.asked.tried:
        assert f"{row.what}: {row.when}, " in text
    assert "HOW IT FEELS days on which chosen - aching" in text
    assert [f"- {each.name}: {each.days} day" in text for each in made.whole.qualities].count(False) == 0
    assert "medians of the days with an answer" in text
    assert "figures: median, 0–10, on the days it hurt" in text
    assert "ALL CHECK-INS" in text


def test_an_empty_period_says_so_in_text(now: datetime):
    text = as_text(report(0, now, sections=frozenset()))
    assert "No entry in these 84 days. That says nothing about pain." in text
    assert "FIVE PLACES" not in text


@pytest.mark.parametrize("days", [0, 84])
def test_a_web_page_stands_on_its_own(days: int, now: datetime):
    page = as_html(report(days, now))
    read = Read(page)
    assert read.open == []
    tags = [tag for tag, _ in read.tags]
    assert not {"script", "link", "img", "iframe", "object"} & set(tags)
    assert "http" not in page
    assert all((found.get("href") or "#").startswith("#") for _, found in read.tags)
    assert tags.count("h1") == 1
    assert ("html", {"lang": "en"}) in read.tags
    assert "<title>Pain diary report, " in page
    assert "Anna &lt;b&gt; Meyer" in page


def test_every_chart_of_the_page_has_words_and_ids_of_its_own(now: datetime):
    read = Read(as_html(report(84, now)))
    charts = [found for tag, found in read.tags if tag == "svg"]
    assert len(charts) > 8
    assert all(found["role"] == "img" and len(found["aria-label"] or "") > 40 for found in charts)
    ids = [found["id"] for _, found in read.tags if "id" in found]
    used = {found["href"] for tag, found in read.tags if tag == "use"}
    assert used <= {f"#{name}" for name in ids}
    starts = {(name or "").partition("-")[0] for name in ids}
    assert {"later", "earlier", "change", "time", "regions"} <= starts


def test_tables_of_the_page_have_heads_for_columns_and_rows(now: datetime):
    read = Read(as_html(report(84, now)))
    scopes = [found.get("scope") for tag, found in read.tags if tag == "th"]
    assert {"row", "col"} == set(scopes)
    assert scopes.count("row") > 60


def test_the_page_is_in_black_alone_where_that_is_wanted(now: datetime):
    page = as_html(report(10, now, sections=frozenset(), black_and_white=True))
    colours = {c for c in re.findall(r"#[0-9a-f]{6}\b", page) if len({c[1:3], c[3:5], c[5:7]}) > 1}
    assert colours == set()


def test_nobody_is_named_where_no_name_is_wanted(now: datetime):
    assert "Anna" not in as_html(report(3, now, naming=Naming.NOBODY))


def test_another_ending_is_refused(now: datetime):
    with pytest.raises(ValueError, match=r"not \.doc"):
        file_of(report(3, now), ".doc")


@pytest.mark.parametrize("days", [0, 1, 84, 3650])
def test_a_web_page_can_be_read_by_any_reader_and_sent(days: int, now: datetime):
    made = as_html(report(days, now))
    assert len(made.encode()) < 3_000_000
    read = Read(made)
    assert read.open == []
    ids = [given["id"] for _, given in read.tags if "id" in given]
    assert len(ids) == len(set(ids))
    assert all(given.get("aria-label") and given.get("role") == "img" for tag, given in read.tags if tag == "svg")
    assert all(given.get("scope") in ("col", "row") for tag, given in read.tags if tag == "th")
    assert ("html", {"lang": "en"}) in read.tags
    assert any(given.get("name") == "viewport" for tag, given in read.tags if tag == "meta")
    assert {tag for tag, _ in read.tags} & {"script", "link", "img", "iframe", "object"} == set()
    outside = [value for _, given in read.tags for name, value in given.items() if name in ("src", "href")]
    assert all(str(value).startswith("#") for value in outside)
    assert not re.search(r"url\((?!#)", made)
    pointed = {str(value)[1:] for value in outside} | set(re.findall(r"url\(#([^)]+)\)", made))
    assert pointed <= set(ids)
