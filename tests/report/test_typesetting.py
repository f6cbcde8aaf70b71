"""The page as a PDF and as pixels: one page, tagged, nothing cut, the same bytes."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
import typst
from PIL import Image
from pypdf import PdfReader

from painmap.domain.contents import Contents
from painmap.domain.event import Appointment
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.report.grid import Paper
from painmap.report.pages import document, file_name, make_pdf
from painmap.report.typesetting import DoesNotFitError, ReportError

END = date(2026, 11, 22)
POINTS = {Paper.A4: (595.28, 841.89), Paper.LETTER: (612, 792)}


QUESTION = "My hands are stiff for over an hour most mornings since April; should this be looked at? " * 5


def diary(days: int) -> Contents:
    return sample(days, until=END, seed=7) if days else Contents()


def parts(**kept: int) -> Contents:
    """The check-ins of 90 days, and as many of the other records as said, those of the sample again and again."""
    whole = diary(90)
    told = {kind: (getattr(whole, kind) * many)[:many] for kind, many in kept.items()}
    return Contents(whole.check_ins, **told)


def crowd() -> Contents:
    """25 treatments with long names, 20 events, every question as long as it can be."""
    whole = diary(90)
    treatments = tuple(
        replace(each, id=f"{n}{each.id[1:]}", name=f"{each.name} {n} " + "Wasser" * 15, plan="with a meal " * 50)
        for n in range(5)
        for each in whole.treatments
    )
    events = tuple(replace(each, label=f"{each.name} {n} " + "W" * 90) for n in range(5) for each in whole.events)
    visit = Appointment(id="visit", day=END, with_whom="W" * 120, questions=(QUESTION, "W" * 400, QUESTION))
    return replace(whole, treatments=treatments, events=events, appointments=(visit,))


def text_of(pdf: bytes) -> str:
    (page,) = PdfReader(BytesIO(pdf)).pages
    return " ".join(page.extract_text().split())


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
    assert kinds.count("/H2") == 11
    assert kinds.count("/Table") == 3
    assert kinds.count("/TH") == 18
    assert kinds.count("/Figure") == 4
    assert sum(alt.startswith("Body map") for alt in alts) == 3
    (timeline,) = (alt for alt in alts if alt.startswith("Timeline"))
    assert "Events: Family birthday" in timeline
    assert "Treatments: Ibuprofen since " in timeline


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"reviews": 9},
        {"treatments": 1},
        {"treatments": 5, "events": 4},
        {"appointments": 2},
        {"reviews": 9, "appointments": 2},
        {"reviews": 9, "treatments": 25, "events": 1},
    ],
    ids=lambda kept: " ".join(kept) or "check-ins",
)
def test_any_parts_together_fill_one_page(kept: dict[str, int], paper: Paper, now: datetime):
    made = document(parts(**kept), Period.last(90, END), paper, now, "0.1.0", "M. K.")
    assert made.overflows() == []
    text = text_of(made.pdf())
    assert ("What I want to ask" in text) is ("appointments" in kept)
    assert ("What was tried" in text) is ("treatments" in kept)
    assert ("SSS" in text.replace("and SSS", "")) is ("reviews" in kept)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("days", [1, 6, 7, 90])
def test_a_few_days_with_questions_and_a_name_fill_one_page(days: int, paper: Paper, now: datetime):
    made = document(parts(appointments=2), Period.last(days, END), paper, now, "0.1.0", "M. K., born 1979")
    assert made.overflows() == []


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("days", [3, 14, 90, 365])
def test_much_of_everything_is_cut_and_stays_on_one_page(days: int, paper: Paper, now: datetime):
    made = document(crowd(), Period.last(days, END), paper, now, "0.1.0", "W" * 200)
    assert made.overflows() == []
    text = text_of(made.pdf())
    assert "more treatments" in text
    assert "…" in text


def test_the_parts_of_a_clinic_stand_on_the_page(now: datetime):
    text = text_of(make_pdf(diary(90), Period.last(90, END), Paper.A4, now, "0.1.0"))
    assert "for Dr. Weber, rheumatology, 1 Dec 2026" in text
    assert "3 What can I do about the nights?" in text
    assert "Weekly counts beside published thresholds" in text
    assert "Ibuprofen · 400 mg when needed, with food since Oct 2025" in text
    assert "Woke unrefreshed: " in text


def test_no_note_reaches_the_page(now: datetime):
    whole = diary(90)
    secret = Contents(
        tuple(replace(each, note="SECRET") for each in whole.check_ins),
        treatments=tuple(replace(each, note="SECRET") for each in whole.treatments),
        events=tuple(replace(each, note="SECRET") for each in whole.events),
    )
    made = document(secret, Period.last(90, END), Paper.A4, now, "0.1.0")
    assert not any(b"SECRET" in content for content in made.files.values())


def test_pictures_in_what_was_typed_are_left_out_and_foreign_names_are_kept(now: datetime):
    (treatment, *_), (event, *_) = diary(90).treatments, diary(90).events
    told = Contents(
        treatments=(replace(treatment, name="Ванна \U0001f6c1", plan="38 °C"), replace(treatment, id="2", name="薬")),
        events=(replace(event, label="旅"),),
        appointments=(Appointment(id="1", day=END, questions=("Warum \U0001f62d\ufe0f?",)),),
    )
    made = document(told, Period.last(90, END), Paper.A4, now, "0.1.0")
    given = json.loads(made.files["report.json"])["words"]["asked"]
    assert given["questions"] == ["Warum ?"]
    assert [line["what"].split(" · ")[0] for line in given["tried"]] == ["Ванна", "薬"]
    assert "薬" not in made.files["time.svg"].decode()


@pytest.mark.parametrize("name", ["W" * 200, "Anna " * 40, "<b>*#$\\", "", "Ελένη Жукова"])
@pytest.mark.parametrize("paper", list(Paper))
def test_any_name_stays_on_its_line(name: str, paper: Paper, now: datetime):
    made = document(diary(90), Period.last(90, END), paper, now, "0.1.0", name)
    assert made.overflows() == []
    assert len(PdfReader(BytesIO(made.pdf())).pages) == 1


def test_a_name_that_no_font_can_print_is_refused_with_a_next_step(now: datetime):
    made = document(Contents(), Period.last(84, END), Paper.A4, now, "0.1.0", "\U000133f2 \ue123")
    with pytest.raises(ReportError, match="write them in Latin letters"):
        made.pdf()


def test_a_page_that_would_be_cut_is_refused(now: datetime):
    made = document(diary(90), Period.last(90, END), Paper.A4, now, "0.1.0")
    given = json.loads(made.files["report.json"])
    given["words"]["in_short"] *= 8
    broken = replace(made, files={**made.files, "report.json": json.dumps(given).encode()})
    with pytest.raises(DoesNotFitError, match="page"):
        broken.pdf()


def test_a_picture_without_words_is_refused(now: datetime):
    made = document(Contents(), Period.last(84, END), Paper.A4, now, "0.1.0")
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
told = sample(90, until=end, seed=7)
print(sha256(make_pdf(told, Period.last(90, end), Paper.A4, made, "0.1.0")).hexdigest())
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
