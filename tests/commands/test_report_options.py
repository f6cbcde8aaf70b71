"""What is typed after 'painmap report': the forms, what is left out, and one sentence for what can't be done."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from kept_things import an_appointment
from pypdf import PdfReader
from terminal import NOW, Said

from painmap.cli import run
from painmap.domain.regions import regions
from painmap.paths import DIARY_FILE
from painmap.storage.diary import Diary

pytestmark = pytest.mark.usefixtures("standing_clock")


def report(*typed: str) -> int:
    return run(["--data-dir", "diary", "report", *typed])


def text_of(path: Path) -> str:
    read = PdfReader(BytesIO(path.read_bytes()))
    return " ".join(" ".join(page.extract_text() for page in read.pages).split())


def test_the_ending_says_what_is_written(home: Path, said: Said) -> None:
    for name, start in (("o.pdf", b"%PDF"), ("o.HTML", b"<!DOCTYPE html>"), ("o.txt", b"Pain diary report, ")):
        assert report(name, "--last", "20") == 0
        assert said.out().endswith(f" of 20 days to {name}.\n")
        assert (home / name).read_bytes().startswith(start)
        assert report(name, "--last", "20") == 0, "an older report is replaced"
        said.out()


@pytest.mark.parametrize("name", ["o.html", "o.txt"])
def test_somebody_elses_file_is_left_alone(home: Path, said: Said, name: str) -> None:
    (home / name).write_text("<!DOCTYPE html><title>Mine</title>")
    assert report(name) == 2
    assert "already something" in said.err()


def test_sections_follow_page_one_as_they_are_named(home: Path, said: Said) -> None:
    assert report("o.pdf", "--sections", "reviews,method", "check-ins") == 0
    text = text_of(home / "o.pdf")
    for heading, there in (
        ("Weekly reviews", True),
        ("How the figures are worked out", True),
        ("All check-ins", True),
        ("Rhythm", False),
    ):
        assert (heading in text) is there
    said.out()


def test_all_sections_without_notes(home: Path, said: Said) -> None:
    assert report("with.txt", "--sections", "all") == 0
    assert report("o.txt", "--sections", "all", "--without-notes") == 0
    assert "\nNOTES\n" in (home / "with.txt").read_text(encoding="utf-8")
    assert "\nNOTES\n" not in (home / "o.txt").read_text(encoding="utf-8")
    said.out()


def test_regions_are_left_out_by_any_of_their_names(home: Path, said: Said) -> None:
    assert report("o.txt", "--sections", "all", "--leave-out", "back-left-lower-back", "Lower Back, right") == 0
    text = (home / "o.txt").read_text(encoding="utf-8")
    assert "2 regions are left out at the patient’s wish" in text
    assert "lower back" not in text.casefold()
    said.out()


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (["--name", "Anna Meyer"], "Anna Meyer"),
        (["--name", "Anna Meyer", "--initials"], "A. M."),
        (["--anonymous"], ""),
        ([], ""),
    ],
)
def test_the_name_is_printed_as_typed(home: Path, said: Said, typed: list[str], named: str) -> None:
    assert report("o.txt", *typed) == 0
    second = (home / "o.txt").read_text(encoding="utf-8").splitlines()[1]
    assert (second == named) if named else second.startswith("for Dr. ")
    said.out()


def test_black_and_white_and_data_reach_the_page(home: Path, said: Said) -> None:
    assert report("o.pdf", "--last", "10", "--with-data") == 0
    assert list(PdfReader(home / "o.pdf").attachments) == ["painmap-diary.json"]
    colours = (home / "o.pdf").read_bytes()
    assert report("o.pdf", "--last", "10", "--with-data", "--black-and-white") == 0
    assert (home / "o.pdf").read_bytes() != colours
    said.out()


def test_a_period_without_an_entry_says_so_in_every_form(home: Path, said: Said) -> None:
    for name in ("o.html", "o.txt"):
        assert report(name, "--from", "2025-01-01", "--to", "2025-01-31", "--sections", "all") == 0
        assert "No entry in these 31 days" in (home / name).read_text(encoding="utf-8")
        assert said.out() == f"Wrote the report about 0 of 31 days to {name}.\n"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["o.doc"], "can't be a .doc file; name it with .pdf, .html, .txt at its end"),
        (["o.pdf", "--lang", "de"], "can't be written in 'de' yet; there is en (English)"),
        (["o.pdf", "--leave-out", "left kne"], "no region 'left kne'; near to it are 'left knee'"),
        (["o.pdf", "--leave-out", "xyzzy"], "no region 'xyzzy'; name it such as 'left hip'"),
        (["o.pdf", "--sections", "charts"], "no section 'charts'; there are regions-by-day, "),
        (["o.pdf", "--initials"], "say it with --name"),
        (["o.pdf", "--anonymous", "--name", "A"], "choose one of them"),
        (["o.pdf", "--last", "0"], "from 1 to 36,500"),
        (["o.pdf", "--from", "2026-03-02", "--to", "2026-03-01"], "before it begins on 2026-03-02"),
        (["no/o.html"], "There is no folder no"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(home: Path, said: Said, typed: list[str], sentence: str) -> None:
    assert report(*typed) == 2
    assert sentence in said.err()
    assert [path.name for path in home.iterdir()] == ["diary"]


def test_every_region_can_be_named_as_it_is_spoken(home: Path) -> None:
    spoken = [region.spoken for region in regions().values()]
    assert len(set(spoken)) == len(spoken)


def test_an_empty_diary_has_a_text_too(home: Path, said: Said) -> None:
    Diary.open(home / "other" / DIARY_FILE, NOW).close()
    assert run(["--data-dir", "other", "report", "o.txt"]) == 0
    assert said.out() == "Wrote the report about 0 of 90 days to o.txt.\n"


def test_the_page_is_for_the_appointment_of_a_day_or_none(home: Path, said: Said) -> None:
    day = NOW.date() - timedelta(400)
    with Diary.open(home / "diary" / DIARY_FILE, NOW) as diary:
        diary.merge([an_appointment(NOW, 77, day=day, with_whom="Dr. Then", questions=("Was it that?",))])
    assert report("o.pdf", "--last", "20", "--appointment", day.isoformat()) == 0
    assert "for Dr. Then" in text_of(home / "o.pdf")
    assert "Was it that?" in text_of(home / "o.pdf")
    assert report("o.pdf", "--last", "20", "--appointment", "none") == 0
    assert "What I want to ask" not in text_of(home / "o.pdf")
    said.out()
    assert report("o.pdf", "--appointment", "2020-01-01") == 2
    refused = said.err()
    assert "There is no appointment on '2020-01-01'; there are those of " in refused
    assert day.isoformat() in refused
    assert refused.count("\n") == 1
