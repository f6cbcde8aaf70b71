"""The page as a PDF and as pixels: one page, tagged, nothing cut, the same bytes."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
import typst
from PIL import Image
from pypdf import PdfReader

from painmap.domain.checkin import CheckIn
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.report.pages import document, file_name, make_pdf
from painmap.report.typesetting import DoesNotFitError, Paper, ReportError

END = date(2026, 11, 22)
POINTS = {Paper.A4: (595.28, 841.89), Paper.LETTER: (612, 792)}


def diary(days: int) -> Sequence[CheckIn]:
    return sample(days, until=END, seed=7).check_ins if days else ()


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("days", [0, 1, 3, 90, 3650])
def test_it_is_one_tagged_page_of_that_paper_with_nothing_cut(days: int, paper: Paper, now: datetime):
    made = document(diary(days), Period.last(days or 84, END), paper, now, "0.1.0", "M. K., born 1979")
    assert made.overflows() == []
    read = PdfReader(BytesIO(made.pdf()))
    (page,) = read.pages
    assert [round(float(n)) for n in page.mediabox[2:]] == [round(n) for n in POINTS[paper]]
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert read.metadata is not None
    assert str(read.metadata.title).startswith("Pain diary report, ")
    text = page.extract_text()
    for heading in ("Pain diary report", "In short", "Over time", "Five places with most pain", "How it feels"):
        assert heading in text


def test_the_figures_of_the_page_stand_in_its_text(now: datetime):
    text = PdfReader(BytesIO(make_pdf(diary(90), Period.last(90, END), Paper.A4, now, "0.1.0"))).pages[0].extract_text()
    assert " of 90 days logged" in text
    assert "Typical logged day: worst pain" in text
    assert "does not replace your clinician" in " ".join(text.split())


def test_headings_tables_and_pictures_are_tagged_for_screen_readers(now: datetime):
    read = PdfReader(BytesIO(make_pdf(diary(90), Period.last(90, END), Paper.A4, now, "0.1.0")))
    kinds: list[str] = []
    alts: list[str] = []
    waiting = [read.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            kinds.append(str(node.get("/S", "")))
            if "/Alt" in node:
                alts.append(str(node["/Alt"]))
            if "/K" in node:
                waiting.append(node["/K"])
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 7
    assert kinds.count("/Table") == 2
    assert kinds.count("/TH") == 7
    assert kinds.count("/Figure") == 4
    assert sum(alt.startswith("Body map") for alt in alts) == 3
    assert any(alt.startswith("Timeline") for alt in alts)


@pytest.mark.parametrize("name", ["W" * 200, "Anna " * 40, "<b>*#$\\", "", "Ελένη Жукова"])
@pytest.mark.parametrize("paper", list(Paper))
def test_any_name_stays_on_its_line(name: str, paper: Paper, now: datetime):
    made = document(diary(90), Period.last(90, END), paper, now, "0.1.0", name)
    assert made.overflows() == []
    assert len(PdfReader(BytesIO(made.pdf())).pages) == 1


def test_a_name_that_no_font_can_print_is_refused_with_a_next_step(now: datetime):
    made = document((), Period.last(84, END), Paper.A4, now, "0.1.0", "\U000133f2 \ue123")
    with pytest.raises(ReportError, match="write it in Latin letters"):
        made.pdf()


def test_a_page_that_would_be_cut_is_refused(now: datetime):
    made = document(diary(90), Period.last(90, END), Paper.A4, now, "0.1.0")
    given = json.loads(made.files["report.json"])
    given["words"]["in_short"] *= 8
    broken = replace(made, files={**made.files, "report.json": json.dumps(given).encode()})
    with pytest.raises(DoesNotFitError, match="page"):
        broken.pdf()


def test_a_picture_without_words_is_refused(now: datetime):
    made = document((), Period.last(84, END), Paper.A4, now, "0.1.0")
    template = made.files["main.typ"].replace(b", alt: words.time_alt", b"")
    assert template != made.files["main.typ"]
    with pytest.raises(typst.TypstError, match="alt"):
        replace(made, files={**made.files, "main.typ": template}).pdf()


def test_the_preview_shows_the_same_page_at_the_asked_size(now: datetime):
    (png,) = document(diary(14), Period.last(14, END), Paper.LETTER, now, "0.1.0").png(ppi=50)
    assert Image.open(BytesIO(png)).size == (425, 550)


_HASH = """
from datetime import date, datetime, timezone
from hashlib import sha256
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.report.pages import Paper, make_pdf
end, made = date(2026, 11, 22), datetime(2026, 11, 22, 14, 2, tzinfo=timezone.utc)
print(sha256(make_pdf(sample(90, until=end, seed=7).check_ins, Period.last(90, end), Paper.A4, made, "0.1.0")).hexdigest())
"""


def test_the_same_diary_gives_the_same_bytes_in_every_process():
    runs = [
        subprocess.run(
            [sys.executable, "-c", _HASH], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        )
        for seed in "01"
    ]
    assert runs[0].stdout == runs[1].stdout
    assert len(runs[0].stdout) == 65


def test_reading_the_modules_brings_in_neither_typst_nor_matplotlib():
    code = "import sys, painmap.report.pages; print(sorted({'typst', 'matplotlib', 'numpy'} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "[]\n"


def test_the_file_is_named_after_its_dates():
    period = Period(date(2026, 9, 28), date(2026, 11, 22))
    assert file_name(period) == "painmap-report-2026-09-28-to-2026-11-22.pdf"
