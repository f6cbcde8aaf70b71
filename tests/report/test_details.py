"""The sections after page one: what they say and draw, and their pages."""

import re
from datetime import date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.report.detail_pages import breakable
from painmap.report.details import HALF
from painmap.report.grid import Paper
from painmap.report.options import Options, Section
from painmap.report.pages import typeset_report
from painmap.report.report import WholeReport, whole_report

END = date(2026, 11, 22)


def report(days: int, now: datetime, *chosen: Section, contents: Contents | None = None, **more: object) -> WholeReport:
    made = contents if contents is not None else sample(days, until=END, seed=7) if days else Contents()
    options = Options(Period.last(days or 84, END), sections=frozenset(chosen or Section), **more)
    return whole_report(made, options, now, "0.1.0")


def kinds_of(read: PdfReader) -> list[str]:
    kinds: list[str] = []
    waiting = [read.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            kinds.append(str(node.get("/S", "")))
            if "/K" in node:
                waiting.append(node["/K"])
    return kinds


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("days", [0, 3, 84])
def test_every_section_follows_page_one_tagged_and_with_its_number(days: int, paper: Paper, now: datetime):
    made = typeset_report(report(days, now, paper=paper))
    assert made.overflows() == []
    read = PdfReader(BytesIO(made.pdf()))
    texts = [" ".join(page.extract_text().split()) for page in read.pages]
    assert len(texts) > 1
    for number, text in enumerate(texts[1:], 2):
        assert f"page {number} of {len(texts)}" in text
    together = " ".join(texts[1:])
    for heading in (
        "Region by day",
        "Rhythm",
        "Fatigue and effort",
        "Before and after",
        "Weekly reviews",
        "All check-ins",
        "Notes",
        "How the figures are worked out",
    ):
        assert heading in together
    kinds = kinds_of(read)
    assert kinds.count("/H1") == 1
    assert ("/TH" in kinds) is (days > 0)


def test_a_section_is_there_only_where_it_is_chosen(now: datetime):
    made = report(84, now, Section.REVIEWS)
    assert [each.section for each in made.details] == [Section.REVIEWS]
    assert len(PdfReader(BytesIO(typeset_report(made).pdf())).pages) == 2
    assert report(84, now, Section.METHOD).details[0].paragraphs[0].startswith("*Logged days.*")


def test_a_table_over_several_pages_repeats_its_head(check_in, now: datetime):
    told = tuple(check_in(n, note=f"{n} " + "a few words more " * 40) for n in range(60))
    made = typeset_report(report(84, now, Section.NOTES, contents=Contents(told)))
    pages = [page.extract_text() for page in PdfReader(BytesIO(made.pdf())).pages][1:]
    assert len(pages) > 1
    assert all("of 84 days logged" in page for page in pages)
    assert all("day time note" in " ".join(page.split()) for page in pages)


def test_each_check_in_stands_whole_on_one_page_and_says_what_its_figures_are(now: datetime):
    made = report(84, now, Section.CHECK_INS)
    read = PdfReader(BytesIO(typeset_report(made).pdf()))
    pages = [" ".join(page.extract_text().split()) for page in read.pages][1:]
    assert len(pages) > 1
    assert made.details[0].table is not None
    rows = made.details[0].table.rows
    for day, worst, overall, fatigue, where in rows:
        said = f"{day} worst pain {worst} overall {overall} fatigue {fatigue} {where}".replace("\n", " ")
        assert [page for page in pages if said in page], said
    assert kinds_of(read).count("/LI") == len(rows)


@pytest.mark.parametrize("paper", list(Paper))
def test_no_row_is_on_two_pages_unless_it_is_longer_than_one(check_in, paper: Paper, now: datetime):
    told = tuple(
        check_in(n, note=f"BEGIN{n} " + "a few words more " * (n % 9 * 12) + f"END{n}", fatigue=3) for n in range(60)
    )
    made = typeset_report(report(84, now, Section.NOTES, contents=Contents(told), paper=paper))
    pages = [page.extract_text() for page in PdfReader(BytesIO(made.pdf())).pages]
    assert len(pages) > 3
    for n in range(60):
        assert [f"BEGIN{n} " in page for page in pages] == [bool(re.search(rf"END{n}\b", page)) for page in pages]


def test_ten_years_of_check_ins_stand_under_their_years(now: datetime):
    made = report(900, now, Section.CHECK_INS)
    read = PdfReader(BytesIO(typeset_report(made).pdf()))
    titles = [str(item.title) for part in read.outline if isinstance(part, list) for item in _flat(part)]
    assert titles[-3:] == ["2024", "2025", "2026"]


def _flat(parts: list) -> list:
    return [item for part in parts for item in (_flat(part) if isinstance(part, list) else [part])]


def test_charts_have_words_for_those_who_cannot_see_them(now: datetime):
    by_section = {each.section: each for each in report(84, now).details}
    (regions,) = by_section[Section.REGIONS_BY_DAY].pictures
    assert regions.alt.startswith("Region by day, 31 Aug to 22 Nov 2026, ")
    weekday, time = by_section[Section.RHYTHM].pictures
    assert (weekday.width, weekday.heading, time.heading) == (
        HALF,
        "Worst pain by weekday",
        "Worst pain by time of day",
    )
    assert all(picture.alt for each in by_section.values() for picture in each.pictures)


@pytest.mark.parametrize("days", [0, 3])
def test_where_there_is_not_enough_a_sentence_says_so(days: int, now: datetime):
    found = {each.section: each for each in report(days, now).details}
    assert found[Section.RHYTHM].pictures == ()
    assert found[Section.RHYTHM].paragraphs[0].startswith("Not enough days" if days else "Nothing logged")
    if not days:
        assert found[Section.REGIONS_BY_DAY].paragraphs == ("Nothing logged in these dates.",)
        assert found[Section.BEFORE_AFTER].paragraphs == ("No treatment began or stopped in this period.",)
        assert found[Section.REVIEWS].paragraphs == ("No weekly review in this period.",)
        assert found[Section.CHECK_INS].paragraphs == ("No check-in in this period.",)
        assert found[Section.NOTES].paragraphs == ("No note in this period goes into the report.",)


def test_a_start_without_days_before_it_is_told_and_not_drawn(now: datetime):
    (found,) = report(84, now, Section.BEFORE_AFTER).details
    first = "Warm bath started, 31 Aug 2026: Not enough days: 0 of 14 logged before. This report begins 31 Aug."
    assert first in found.paragraphs
    assert all("31 Aug 2026" not in picture.heading for picture in found.pictures)
    assert found.pictures
    assert found.paragraphs[-1].startswith("This shows what was recorded")


def test_notes_of_any_length_and_letters_are_set(check_in, now: datetime):
    long = ("W" * 400, "line\n" * 200, "<b>*#$\\ [x] @y `z`", "Жукова Ελένη " * 40)
    contents = Contents(tuple(check_in(n, note=text) for n, text in enumerate(long)))
    made = typeset_report(report(7, now, Section.NOTES, contents=contents))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(made.pdf())).pages)
    assert "<b>*#$\\ [x] @y `z`" in text
    assert text.replace("\u200b", "").replace("\n", "").count("W") >= 400


def test_very_long_words_may_be_broken():
    assert breakable("short words") == "short words"
    assert breakable("a" * 30) == "\u200b".join(("a" * 14, "a" * 14, "aa"))


def test_black_and_white_reaches_the_charts_of_the_sections(now: datetime):
    plain, black = (
        typeset_report(report(30, now, Section.RHYTHM, black_and_white=on)).files["weekday.svg"] for on in (False, True)
    )
    assert plain != black


def test_the_same_report_gives_the_same_bytes(now: datetime):
    one, other = (typeset_report(report(30, now)).pdf() for _ in range(2))
    assert one == other
