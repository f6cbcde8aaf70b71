import getpass
import os
import platform
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from chart_days import END, invented_days
from drawn import crowded, texts
from PIL import Image
from pypdf import PdfReader

from painmap.charts.heat import draw_halves
from painmap.charts.look import look
from painmap.charts.out import EXPORT, SUFFIXES, WIDTH, Caption, blank, contents, file_name, save
from painmap.charts.region_by_day import draw_region_by_day, region_by_day_height
from painmap.charts.timeline import draw_timeline, timeline_height
from painmap.charts.timeline_words import timeline_note, timeline_sentence
from painmap.charts.words import dates, logged
from painmap.domain.period import Period

DAYS, PERIOD = invented_days(56)
CAPTION = Caption(
    "Worst pain, fatigue and spread",
    dates(PERIOD),
    logged(DAYS, PERIOD),
    timeline_note(DAYS, PERIOD, EXPORT),
    timeline_sentence(DAYS, PERIOD),
)


def timeline_file(suffix: str, width: float = WIDTH) -> bytes:
    figure = blank(timeline_height(EXPORT, PERIOD), width)
    draw_timeline(figure, DAYS, PERIOD, EXPORT)
    return contents(figure, suffix, CAPTION)


def test_a_png_has_two_dots_for_each_pixel() -> None:
    image = Image.open(BytesIO(timeline_file(".png")))

    assert image.format == "PNG"
    assert image.width > 2 * WIDTH * 96 / 72
    assert image.info["Title"] == CAPTION.title


def test_an_svg_keeps_words_as_words_and_says_what_it_shows() -> None:
    svg = timeline_file(".svg").decode()

    for words in (CAPTION.title, "28 Sep to 22 Nov 2026", "of 56 days logged", "Dots are days.", "Inter"):
        assert words in svg
    assert CAPTION.sentence in svg
    assert 'id="worst-pain-median"' in svg


def test_a_pdf_has_its_words_and_no_date_of_making() -> None:
    reader = PdfReader(BytesIO(timeline_file(".pdf")))
    words = reader.pages[0].extract_text()

    assert CAPTION.title in words
    assert CAPTION.dates in words
    assert reader.metadata is not None
    assert "/CreationDate" not in reader.metadata
    assert reader.metadata.title == CAPTION.title


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_days_give_the_same_bytes_without_names_of_person_machine_or_folder(suffix: str) -> None:
    written = timeline_file(suffix)

    assert written == timeline_file(suffix)
    for name in (platform.node(), getpass.getuser(), str(Path.home())):
        assert len(name) < 3 or name.encode() not in written


def test_title_dates_days_logged_and_units_are_in_the_picture() -> None:
    words = PdfReader(BytesIO(timeline_file(".pdf"))).pages[0].extract_text()

    for part in (CAPTION.title, "28 Sep to 22 Nov 2026", CAPTION.logged, "0–10", "of 74", "Dots are days."):
        assert part in words


def test_the_sentence_is_in_the_metadata_of_every_kind_of_file() -> None:
    reader = PdfReader(BytesIO(timeline_file(".pdf")))

    assert reader.metadata is not None
    assert reader.metadata.subject == CAPTION.sentence
    assert Image.open(BytesIO(timeline_file(".png"))).info["Description"] == CAPTION.sentence
    assert f"<dc:description>{CAPTION.sentence}</dc:description>" in timeline_file(".svg").decode()


def test_every_id_of_a_drawing_is_there_once() -> None:
    figure = blank(196)
    draw_halves(figure, DAYS, PERIOD, EXPORT)

    ids = re.findall(r' id="([^"]+)"', contents(figure, ".svg", CAPTION).decode())

    assert {"outlines", "outlines-2"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_long_title_takes_two_lines_and_the_file_grows_with_it() -> None:
    heights = []
    for title in ("Before and after", "Before and after: a treatment with a name that is very long " * 3):
        figure = blank(100)
        image = Image.open(BytesIO(contents(figure, ".png", Caption(title, CAPTION.dates, CAPTION.logged))))
        heights.append(image.height)
        assert [pair for pair in crowded(figure) if " / " in pair] == []

    assert heights[1] > heights[0] + 40


def test_the_same_days_give_the_same_bytes_in_another_process() -> None:
    code = "import sys; from test_out import timeline_file; sys.stdout.buffer.write(timeline_file('.svg'))"

    told = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parent, capture_output=True, check=True, timeout=60
    )

    assert told.stdout == timeline_file(".svg")


@pytest.mark.parametrize("width", [WIDTH, 300])
def test_the_caption_has_room(width: float) -> None:
    figure = blank(region_by_day_height(DAYS, PERIOD, look("dark")), width)
    draw_region_by_day(figure, DAYS, PERIOD, look("dark"))
    contents(figure, ".png", CAPTION, look("dark"))

    assert " ".join(texts(figure)).count(CAPTION.logged) == 1
    assert [pair for pair in crowded(figure) if " / " in pair] == []


def test_a_file_is_named_after_its_chart_and_dates() -> None:
    assert file_name("timeline", PERIOD, ".png") == "painmap-timeline-2026-09-28-to-2026-11-22.png"
    assert file_name("region-by-day", Period(END, END), ".pdf") == (
        "painmap-region-by-day-2026-11-22-to-2026-11-22.pdf"
    )


def test_a_chart_is_saved_by_the_ending_of_its_name(tmp_path: Path) -> None:
    figure = blank(timeline_height(EXPORT, PERIOD))
    draw_timeline(figure, DAYS, PERIOD, EXPORT)

    save(figure, tmp_path / "chart.SVG", CAPTION)

    assert (tmp_path / "chart.SVG").read_bytes().startswith(b"<?xml")
    assert [path.name for path in tmp_path.iterdir()] == ["chart.SVG"]


@pytest.mark.skipif(os.name != "posix", reason="needs the modes of POSIX")
def test_a_chart_is_for_the_patient_alone_and_what_is_beside_it_stays(tmp_path: Path) -> None:
    (tmp_path / "chart.png.part").write_text("mine")

    save(blank(100), tmp_path / "chart.png", CAPTION)

    assert (tmp_path / "chart.png").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "chart.png.part").read_text() == "mine"


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"PNG, SVG or PDF, not as \.jpg"):
        save(blank(100), tmp_path / "chart.jpg", CAPTION)


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "chart.png").mkdir()

    with pytest.raises(OSError):  # noqa: PT011  # which one it is depends on the system
        save(blank(100), tmp_path / "chart.png", CAPTION)
    with pytest.raises(FileNotFoundError):
        save(blank(100), tmp_path / "missing" / "chart.png", CAPTION)

    assert [path.name for path in tmp_path.iterdir()] == ["chart.png"]
