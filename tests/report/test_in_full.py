"""What page one cuts stands whole after it."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from kept_things import a_treatment, an_appointment, an_event
from pypdf import PdfReader

from painmap.domain.checkin import Quality, RegionPain
from painmap.domain.contents import Contents
from painmap.domain.event import EventKind
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.domain.treatment import Treatment
from painmap.report.grid import Paper
from painmap.report.options import Naming, Options, Section
from painmap.report.pages import file_of, typeset_report
from painmap.report.report import WholeReport, whole_report
from painmap.report.typesetting import Document

END = date(2026, 11, 22)
PERIOD = Period.last(84, END)
WORDS = "could the stiffness of both hands in the mornings be something that should be looked at before winter "
LONG = tuple((f"{which}: " + WORDS * 5)[:396].strip() + " end" for which in ("First", "Second", "Third"))
NAME = "Maria Theresia Wilhelmina " * 6 + "Huber"


def treatments(now: datetime, many: int) -> tuple[Treatment, ...]:
    return tuple(
        a_treatment(
            now, 100 + n, name=f"Remedy {n}", plan="one spoon, " * 9 + "warm", side_effects="Sleepy, " * 9 + f"sick {n}"
        )
        for n in range(many)
    )


def crowd(now: datetime) -> Contents:
    """Three questions of 400 letters and two short ones, 25 treatments, 16 events."""
    visit = an_appointment(now, with_whom="Dr. Weber " * 12, questions=(*LONG, "A *fourth*?", "And a fifth?"))
    events = tuple(
        an_event(
            now, 300 + n, kind=EventKind.OWN, start=END - timedelta(5 * n + 1), end=None, label=f"Great upheaval {n}"
        )
        for n in range(16)
    )
    return replace(
        sample(84, until=END, seed=7),
        treatments=treatments(now, 25),
        uses=(),
        events=events,
        appointments=(visit,),
    )


def report(contents: Contents, now: datetime, **more: object) -> WholeReport:
    return whole_report(contents, Options(**({"period": PERIOD, "name": NAME} | more)), now, "0.1.0")


def pages(made: Document) -> list[str]:
    read = PdfReader(BytesIO(made.pdf()))
    return [" ".join(page.extract_text().replace("\u200b", "").split()) for page in read.pages]


@pytest.mark.parametrize("paper", list(Paper))
def test_the_cut_words_are_on_page_two_whole(paper: Paper, now: datetime):
    made = typeset_report(report(crowd(now), now, paper=paper))
    assert made.overflows() == []
    first, *rest = pages(made)
    after = " ".join(rest)
    assert after.startswith("In full")
    told = [*LONG, "A *fourth*?", "And a fifth?", NAME, "for " + "Dr. Weber " * 12 + ", 1 Dec 2026"]
    for text in (*told, *(f"Great upheaval {n}" for n in range(16)), *(f"sick {n}" for n in range(25))):
        assert " ".join(text.split()).replace(" ,", ",") in after
    assert first.count("… (page 2)") >= 3
    assert "3 of 5; the others on page 2" in first
    assert "and 21 more treatments on page 2" in first
    assert not any(question in first for question in LONG)


def test_what_fits_on_page_one_has_no_page_two(now: datetime):
    visit = an_appointment(now, questions=("Why?", "What next?", "And then?"))
    made = typeset_report(report(Contents(appointments=(visit,)), now, name="M. K."))
    assert made.cut() == []
    (only,) = pages(made)
    assert "page 2" not in only


def test_the_page_for_it_can_be_left_out(now: datetime):
    (only,) = pages(typeset_report(report(crowd(now), now, in_full=False)))
    assert "page 2" not in only
    assert "3 of 5" in only
    assert "and 21 more treatments" in only
    assert "…" in only


def test_it_stands_before_the_sections(now: datetime):
    after = " ".join(pages(typeset_report(report(crowd(now), now, sections=frozenset({Section.METHOD}))))[1:])
    assert after.index("In full") < after.index("How the figures are worked out")


def test_it_says_no_more_of_the_name_than_was_chosen(now: datetime):
    together = " ".join(pages(typeset_report(report(crowd(now), now, naming=Naming.NOBODY))))
    assert "In full" in together
    assert "Maria" not in together
    together = " ".join(pages(typeset_report(report(crowd(now), now, naming=Naming.INITIALS))))
    assert "Maria" not in together
    assert "M. T. W." in together


def test_notes_of_treatments_and_events_stay_out_of_it(now: datetime):
    whole = crowd(now)
    secret = replace(
        whole,
        treatments=tuple(replace(each, note="SECRET") for each in whole.treatments),
        events=tuple(replace(each, note="SECRET") for each in whole.events),
    )
    assert all(b"SECRET" not in content for content in typeset_report(report(secret, now)).files.values())


def test_what_else_was_recorded_is_counted_where_it_has_no_room_and_whole_where_there_is_a_page_for_it(now: datetime):
    first, second = pages(typeset_report(report(sample(84, until=END, seed=7), now)))
    assert "In a flare on 4 days." not in first
    assert re.search(r"And \d more\.", first)
    assert "In a flare on 4 days." in second
    told = replace(sample(84, until=END, seed=7), treatments=(), uses=(), events=())
    (only,) = pages(typeset_report(report(told, now, name="")))
    assert re.search(r"And \d more\.", only)


def test_where_sections_follow_nothing_is_counted_that_is_not_said_whole_on_page_two(now: datetime):
    told = replace(sample(84, until=END, seed=7), treatments=(), uses=(), events=())
    first, *rest = pages(typeset_report(report(told, now, name="", sections=frozenset({Section.METHOD}))))
    assert re.search(r"And \d more on page 2\.", first)
    assert "In a flare on 4 days." not in first
    assert rest[0].startswith("In full")
    assert "In a flare on 4 days." in rest[0]


def test_qualities_that_page_one_counts_are_named_where_sections_follow(now: datetime, check_in):
    told = Contents((check_in(0, {"back-sacrum": RegionPain(5, frozenset(list(Quality)[:7]))}),))
    first, second = pages(typeset_report(report(told, now, name="", sections=frozenset({Section.METHOD}))))
    assert "and 1 other" in first
    assert "How it feels " + ", ".join(f"{quality} 1" for quality in list(Quality)[:7]) in second
    (only,) = pages(typeset_report(report(told, now, name="")))
    assert "and 1 other" in only


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_text_and_web_page_cut_nothing(suffix: str, now: datetime):
    text = " ".join(file_of(report(crowd(now), now, in_full=False), suffix).decode().split())
    for part in (*LONG, "And a fifth?", *(f"sick {n}" for n in range(25)), *(f"Great upheaval {n}" for n in range(16))):
        assert part in text
    assert "page 2" not in text


def test_foreign_letters_that_only_stand_there_are_printed_too(now: datetime):
    visit = an_appointment(now, questions=("A?", "B?", "C?", "Болит ли это? Ω"))
    _, second = pages(typeset_report(report(Contents(appointments=(visit,)), now, name="")))
    assert "Болит ли это?" in second
