"""Several charts as one file: what stands on which page, and that nothing about the machine is in it."""

import getpass
import platform
import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from drawn import crowded
from matplotlib.figure import Figure
from PIL import Image
from pypdf import PdfReader

from painmap.charts.look import Look
from painmap.charts.out import SUFFIXES, Caption
from painmap.charts.page_out import PAPERS, Chart, Paper, page_contents, pages, tall_page
from painmap.charts.sheet import Sheet
from painmap.charts.words import dates
from painmap.domain.period import Period

PERIOD = Period(date(2026, 9, 28), date(2026, 11, 22))
HEAD = Caption("Overview", dates(PERIOD), "41 of 56 days logged")


def draw(figure: Figure, look: Look) -> None:
    sheet = Sheet(figure, look)
    sheet.say(0, look.text, "first row")
    sheet.say(0, sheet.height - 0.3 * look.text, "last row")
    sheet.strokes([((0, 0), (sheet.width, sheet.height))], "line", look.ink, 1)
    sheet.strokes([((sheet.width, 0), (0, sheet.height))], "line", look.ink, 1)


def chart(key: str = "one", height: float = 150.0, **said: str) -> Chart:
    """A chart that is `height` points high in the look for paper."""
    about = Caption(f"Chart {key}", HEAD.dates, HEAD.logged, f"How to read {key}.", f"Sentence of {key}.")
    return Chart(key, draw, lambda look: height * look.scale, replace(about, **said))


def words_of(figure: Figure) -> str:
    inner = [one._inner for one in figure.artists if hasattr(one, "_inner")]
    return " / ".join(text.get_text() for found in (figure, *inner) for text in found.texts)


def pdf(*charts: Chart, paper: Paper = "a4") -> PdfReader:
    return PdfReader(BytesIO(page_contents(charts, ".pdf", HEAD, paper)))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_page_has_the_size_of_the_paper_the_head_and_its_number(paper: Paper) -> None:
    reader = pdf(*(chart(str(n), 220) for n in range(5)), paper=paper)

    assert len(reader.pages) == 3
    for n, page in enumerate(reader.pages, start=1):
        words = page.extract_text()
        for part in ("Overview", "41 of 56 days logged", "28 Sep to 22 Nov 2026", f"Page {n} of 3", "Painmap"):
            assert part in words
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(PAPERS[paper], abs=0.1)


def test_charts_stand_in_their_order_with_title_and_note() -> None:
    words = pdf(chart("one"), chart("two")).pages[0].extract_text()

    found = [words.index(part) for part in ("Chart one", "How to read one.", "Chart two", "How to read two.")]
    assert found == sorted(found)


def test_a_chart_is_never_cut_in_two() -> None:
    found = pages([chart("one", 400), chart("two", 400), chart("three", 40)], HEAD)

    assert ["Chart one" in words_of(page) for page in found] == [True, False]
    assert "Chart three" in words_of(found[1])


def test_a_chart_higher_than_a_page_is_drawn_smaller() -> None:
    (page,) = pages([chart("high", 2000)], HEAD)
    (inset,) = (one._inner for one in page.artists if hasattr(one, "_inner"))

    assert inset.bbox_inches.y0 * 72 > 50
    assert inset.bbox_inches.y1 * 72 < PAPERS["a4"][1] - 60


def test_dates_and_days_logged_are_said_once_where_they_are_those_of_the_page() -> None:
    other = chart("before-after", dates="1 Oct to 31 Oct 2026", logged="20 of 31 days logged")
    words = words_of(tall_page([chart("one"), other], HEAD))

    assert words.count(HEAD.dates) == 1
    assert words.count(HEAD.logged) == 1
    assert "20 of 31 days logged · 1 Oct to 31 Oct 2026" in words


@pytest.mark.parametrize("title", ["Overview", "A view of the charts with a title that is far too long " * 2])
def test_the_words_of_the_head_have_room(title: str) -> None:
    page = tall_page([chart()], replace(HEAD, title=title[:70]))

    assert crowded(page) == []


def test_a_picture_is_as_high_as_its_charts_at_two_dots_for_each_pixel() -> None:
    one, three = (
        Image.open(BytesIO(page_contents([chart(str(n)) for n in range(count)], ".png", HEAD))) for count in (1, 3)
    )

    assert one.width == three.width == round(780 / 72 * 192)
    assert three.height > 2 * one.height
    assert three.info["Title"] == "Overview"
    assert three.info["Description"] == "Sentence of 0. Sentence of 1. Sentence of 2."


def test_a_very_tall_picture_has_fewer_dots() -> None:
    charts = [chart("high", 8000), chart("higher", 12_000)]

    assert Image.open(BytesIO(page_contents(charts, ".png", HEAD))).height <= 30_000


def test_charts_stand_below_each_other_in_a_drawing_and_every_id_is_there_once() -> None:
    written = page_contents([chart("one"), chart("two")], ".svg", HEAD).decode()
    root = ElementTree.fromstring(written)
    ids = re.findall(r'\bid="([^"]+)"', written)

    assert len(ids) == len(set(ids))
    assert {"one-line", "one-line-2", "two-line", "two-line-2"} <= set(ids)
    assert "Chart two" in " ".join(root.itertext())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_charts_give_the_same_bytes_without_names_of_person_machine_or_folder(suffix: str) -> None:
    charts = [chart("one"), chart("two")]
    written = page_contents(charts, suffix, HEAD)

    assert written == page_contents(charts, suffix, HEAD)
    for name in (platform.node(), getpass.getuser(), str(Path.home())):
        assert len(name) < 3 or name.encode() not in written
    assert b"CreationDate" not in written


def test_a_page_without_charts_and_another_ending_are_refused() -> None:
    with pytest.raises(ValueError, match="no chart"):
        page_contents([], ".pdf", HEAD)
    with pytest.raises(ValueError, match=r"not as \.jpg"):
        page_contents([chart()], ".jpg", HEAD)


def test_the_sentence_of_every_chart_is_in_the_files_metadata() -> None:
    about = pdf(chart("one"), chart("two")).metadata

    assert about is not None
    assert about.subject == "Sentence of one. Sentence of two."
    assert (about.title, about.creator) == ("Overview", "Painmap")
