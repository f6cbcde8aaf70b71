"""Room for other languages: with every word a third longer the page is still one page with nothing cut."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from printed import lines
from pypdf import PdfReader

import painmap.report.typesetting as typesetting
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.paths import shipped
from painmap.report.grid import Paper
from painmap.report.options import Options
from painmap.report.report import WholeReport, whole_report
from painmap.report.typesetting import Document, typeset

END = date(2026, 11, 22)
NARROW = 5.5
"""Points of the smallest figure, in a narrow region; everything else is 7 or more."""


def longer(text: str) -> str:
    """The text with its words a third longer, as German or Finnish may have them."""
    return re.sub(r"[^\W\d_]{3,}", lambda found: found[0] + found[0][-max(1, round(len(found[0]) / 3)) :].lower(), text)


def all_longer(value: Any) -> Any:
    if isinstance(value, str):
        return longer(value)
    if isinstance(value, tuple):
        return tuple(map(all_longer, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{item.name: all_longer(getattr(value, item.name)) for item in fields(value)})
    return value


def longer_template(source: str) -> str:
    """The template with its own headings and notes a third longer."""
    source = re.sub(r"== (?=[A-Z])([A-Za-z ]+)", lambda found: f"== {longer(found[1])}", source)
    headed = r"#headed\[([^\]#]+)\]\[([^\]#]+)\]"
    source = re.sub(headed, lambda found: f"#headed[{longer(found[1])}][{longer(found[2])}]", source)
    return re.sub(r"note\[([^\]#]+)\]", lambda found: f"note[{longer(found[1])}]", source)


def report(days: int, paper: Paper, now: datetime) -> WholeReport:
    contents = sample(days, until=END, seed=7)
    return whole_report(contents, Options(Period.last(days, END), paper, name="M. K., born 1979"), now, "0.1.0")


@pytest.fixture
def in_other_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program with another template, as it would be in another language."""
    (tmp_path / "report").mkdir()
    source = shipped("report/page_one.typ").read_text(encoding="utf-8")
    (tmp_path / "report/page_one.typ").write_text(longer_template(source), encoding="utf-8")
    monkeypatch.setattr(
        typesetting, "shipped", lambda name: tmp_path / name if name.endswith(".typ") else shipped(name)
    )


@pytest.mark.usefixtures("in_other_words")
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("days", [14, 90, 3650])
def test_words_a_third_longer_fit_on_one_page(days: int, paper: Paper, now: datetime):
    made = report(days, paper, now)
    page = typeset(all_longer(made.page_one), made.found, paper)
    assert page.overflows() == []
    read = PdfReader(BytesIO(page.pdf()))
    assert len(read.pages) == 1
    text = " ".join(read.pages[0].extract_text().split())
    assert longer("does not replace your clinician") in text
    assert longer("Five places with most pain") in text


def test_words_are_made_a_third_longer_and_figures_stay():
    assert longer("Lower back, left 4–6 of 10") == "Lowerer backk, leftt 4–6 of 10"
    assert len(longer("published threshold")) / len("published threshold") == pytest.approx(4 / 3, abs=0.05)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("days", [1, 14, 90, 3650])
@pytest.mark.parametrize("black_and_white", [False, True])
def test_nothing_is_under_seven_points(black_and_white: bool, days: int, paper: Paper, now: datetime):
    made = report(days, paper, now)
    page: Document = typeset(made.page_one, made.found, paper, black_and_white=black_and_white)
    small = {(line.text, line.size) for line in lines(page.pdf()) if line.size < 6.95}
    assert {text for text, _ in small if not re.fullmatch(r"[−+]?\d*½?|[=NG·]", text)} == set()
    assert all(size >= NARROW for _, size in small)
