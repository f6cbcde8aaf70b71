"""The data inside a report: what was handed over, readable by any Painmap, and nothing that is private."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.domain.summary import summarise
from painmap.exchange import json_file
from painmap.report.attached import attached
from painmap.report.findings import findings
from painmap.report.options import Options, Section
from painmap.report.pages import typeset_report
from painmap.report.report import WholeReport, whole_report

END = date(2026, 11, 22)
PERIOD = Period.last(60, END)
SECRET = "Zwetschgenkuchen"


@pytest.fixture
def diary() -> Contents:
    """Ninety days, every third note private."""
    whole = sample(90, until=END, seed=7)
    told = [
        replace(each, note=f"{SECRET} {n}", about=replace(each.about, private_note=True)) if n % 3 == 0 else each
        for n, each in enumerate(whole.check_ins)
    ]
    return replace(whole, check_ins=tuple(told))


def report(diary: Contents, now: datetime, **options: object) -> WholeReport:
    return whole_report(diary, Options(PERIOD, **{"attached": True, **options}), now, "0.1.0")


def inside(pdf: bytes) -> dict[str, bytes]:
    return {name: contents[0] for name, contents in PdfReader(BytesIO(pdf)).attachments.items()}


@pytest.mark.parametrize("left_out", [frozenset(), frozenset({"back-left-lower-back", "front-left-knee"})])
def test_the_data_is_read_back_from_the_pdf_as_an_export(
    left_out: frozenset[str], diary: Contents, now: datetime, tmp_path: Path
):
    made = report(diary, now, left_out=left_out)
    ((name, data),) = inside(typeset_report(made).pdf()).items()
    assert name == "painmap-diary.json"
    file = tmp_path / name
    file.write_bytes(data)
    read = json_file.read(file, END)
    assert {each.id: each for each in read} == {each.id: each for each in made.handed_over}
    assert findings(summarise(read.check_ins), PERIOD, read, END) == made.found
    assert not any(region in data.decode() for region in left_out)


def test_it_says_what_it_is_and_the_page_stays_accessible(diary: Contents, now: datetime):
    root = PdfReader(BytesIO(typeset_report(report(diary, now)).pdf())).trailer["/Root"]
    (file,) = root["/Names"]["/EmbeddedFiles"]["/Names"][1::2]
    told = file.get_object()
    assert told["/EF"]["/F"]["/Subtype"] == "/application/json"
    assert str(told["/Desc"]).startswith("The entries of the period")
    assert root["/MarkInfo"]["/Marked"]
    assert "pdfuaid" in root["/Metadata"].get_object().get_data().decode()


def test_unless_it_is_wanted_the_report_carries_nothing(diary: Contents, now: datetime):
    assert inside(typeset_report(report(diary, now, attached=False)).pdf()) == {}


@pytest.mark.parametrize("sections", [frozenset(), frozenset({Section.NOTES})])
def test_no_private_note_is_inside_nor_that_there_was_one(sections: frozenset[Section], diary: Contents, now: datetime):
    handed_over = report(diary, now, sections=sections).handed_over
    data = attached(handed_over, now).decode()
    assert SECRET not in data
    assert '"private_note": true' not in data
    assert any(check_in.note for check_in in handed_over.check_ins) is bool(sections)


def test_a_private_note_that_came_too_far_is_refused(diary: Contents, now: datetime):
    with pytest.raises(ValueError, match="private note"):
        attached(diary, now)


def test_the_same_contents_and_moment_give_the_same_bytes_in_any_order(diary: Contents, now: datetime):
    handed_over = report(diary, now).handed_over
    assert attached(handed_over, now) == attached(Contents.of(reversed(tuple(handed_over))), now)
