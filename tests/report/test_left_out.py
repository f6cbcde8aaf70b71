"""What is left out of a report is left out of every form of it: the bytes are searched."""

import re
import zlib
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from kept_things import a_treatment, a_use, an_appointment, an_event
from pypdf import PdfReader
from pypdf.generic import StreamObject

from painmap.domain.about import About
from painmap.domain.checkin import CarriedOver, CheckIn, Quality, RegionPain
from painmap.domain.contents import Contents
from painmap.domain.period import Period
from painmap.domain.redaction import LEFT_OUT
from painmap.domain.sample import sample
from painmap.domain.summary import summarise
from painmap.report.options import Naming, Options, Section
from painmap.report.pages import SUFFIXES, file_of
from painmap.report.redaction import left_out_sentence, redacted
from painmap.report.report import whole_report

END = date(2026, 11, 22)
HIDDEN = "back-left-foot"
PERIOD = Period.last(40, END)


def everything(**chosen: object) -> Options:
    return Options(**({"period": PERIOD, "sections": frozenset(Section), "attached": True} | chosen))


def diary() -> Contents:
    """Forty days in which the sole of the left foot is by far the worst place, with a secret in every free text."""
    whole = sample(40, until=END, seed=7)
    sole = RegionPain(10, frozenset({Quality.ELECTRIC}), swollen=True)
    told = tuple(
        replace(
            each, regions={**_not_swollen(each), HIDDEN: sole}, note="PUBLICNOTE", about=About(private_note=n % 2 == 0)
        )
        for n, each in enumerate(whole.check_ins)
    )
    private = tuple(replace(c, note="PRIVATENOTE") if c.about.private_note else c for c in told)
    treatments = tuple(replace(each, note="TREATMENTNOTE") for each in whole.treatments)
    events = tuple(replace(each, note="EVENTNOTE") for each in whole.events)
    return replace(whole, check_ins=private, treatments=treatments, events=events)


def _not_swollen(told: CheckIn) -> dict[str, RegionPain]:
    return {name: replace(pain, swollen=False) for name, pain in told.regions.items()}


def searched(made: bytes) -> str:
    """Everything that can be read in a file; of a PDF also what is packed, described, tagged or attached."""
    if not made.startswith(b"%PDF"):
        return made.decode()
    read = PdfReader(BytesIO(made))
    found = [made.decode("latin-1"), str(read.metadata), str(read.attachments)]
    for number in read.xref.get(0, {}) | read.xref_objStm:
        each = read.get_object(number)
        found.append(str(each))
        if isinstance(each, StreamObject):
            found.append(each.get_data().decode("latin-1"))
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", made, re.DOTALL):
        try:
            found.append(zlib.decompressobj().decompress(packed).decode("latin-1"))
        except zlib.error:
            continue
    found += [page.extract_text() for page in read.pages]
    return "\n".join(found)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_left_out_is_in_no_byte_of_any_form(suffix: str, now: datetime):
    options = everything(
        sections=frozenset(Section) - {Section.NOTES},
        left_out=frozenset({HIDDEN}),
        name="Xaveria Quux",
        naming=Naming.NOBODY,
    )
    text = searched(file_of(whole_report(diary(), options, now, "0.1.0"), suffix)).casefold()
    for word in ("sole of foot", HIDDEN, "electric", "xaveria", "quux", "swelling", 'swollen": true'):
        assert word not in text, word
    for note in ("publicnote", "privatenote", "treatmentnote", "eventnote", 'private_note": true'):
        assert note not in text, note
    assert "1 region is left out at the patient’s wish" in " ".join(text.split())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_search_finds_what_is_not_left_out(suffix: str, now: datetime):
    options = everything(name="Xaveria Quux")
    text = " ".join(searched(file_of(whole_report(diary(), options, now, "0.1.0"), suffix)).casefold().split())
    for word in ("sole of foot", "electric", "xaveria quux", "publicnote", "swelling on"):
        assert word in text, word
    assert (HIDDEN in text) is (suffix == ".pdf"), "ids are in the data alone"
    for note in ("privatenote", "treatmentnote", "eventnote"):
        assert note not in text, note


def test_worst_pain_and_spread_come_from_the_other_regions(check_in, now: datetime):
    told = check_in(0, {HIDDEN: 9, "front-left-knee": 3}, overall_pain=4)
    (day,) = summarise(redacted(Contents((told,)), everything(left_out=frozenset({HIDDEN})), END).check_ins)
    assert (day.worst_pain, day.spread, dict(day.regions or {})) == (4, 1, {"front-left-knee": 3})


def test_a_day_with_nothing_else_stays_a_logged_day_without_a_map(check_in, now: datetime):
    told = check_in(0, {HIDDEN: 9})
    kept = redacted(Contents((told,)), everything(left_out=frozenset({HIDDEN})), END)
    (day,) = summarise(kept.check_ins)
    assert (kept.check_ins[0].note, day.worst_pain, day.regions) == (LEFT_OUT, None, None)
    report = whole_report(Contents((told,)), everything(left_out=frozenset({HIDDEN})), now, "0.1.0")
    assert report.page_one.logged == "1 of 40 days logged"
    assert all(LEFT_OUT not in cell for each in report.details if each.table for row in each.table.rows for cell in row)


def test_a_real_zero_beside_a_hidden_region_is_not_read_as_a_day_without_pain(check_in):
    told = check_in(0, {HIDDEN: 2}, overall_pain=0, fatigue=3)
    (kept,) = redacted(Contents((told,)), everything(left_out=frozenset({HIDDEN})), END).check_ins
    assert (kept.overall_pain, kept.no_pain, kept.fatigue) == (None, False, 3)


def test_where_a_map_was_copied_from_tells_no_hidden_region(check_in):
    told = replace(
        check_in(0, {"front-left-knee": 3}),
        carried_over=CarriedOver(END - timedelta(1), {HIDDEN: 5, "front-left-knee": 3}),
    )
    (kept,) = redacted(Contents((told,)), everything(left_out=frozenset({HIDDEN})), END).check_ins
    assert kept.carried_over is not None
    assert dict(kept.carried_over.regions) == {"front-left-knee": 3}


def test_a_day_of_which_only_a_private_note_is_kept_stays_logged(check_in, now: datetime):
    told = check_in(0, note="PRIVATE", about=About(private_note=True))
    (kept,) = redacted(Contents((told,)), everything(), END).check_ins
    assert (kept.note, kept.about.private_note) == (LEFT_OUT, False)


def test_only_the_period_and_the_next_appointment_are_handed_over(check_in, now: datetime):
    old = END - timedelta(100)
    contents = Contents(
        check_ins=(check_in(0, fatigue=3), check_in(60, fatigue=3)),
        treatments=(a_treatment(now), a_treatment(now, 12, start=old, stop=old, pauses=())),
        uses=(a_use(now),),
        events=(an_event(now), an_event(now, 15, start=old, end=None)),
        appointments=(an_appointment(now), an_appointment(now, 16, day=old)),
    )
    kept = redacted(contents, everything(), END)
    assert kept.counts == {"check_ins": 1, "reviews": 0, "treatments": 1, "uses": 1, "events": 1, "appointments": 1}


def test_nothing_left_out_changes_nothing_that_is_said(check_in):
    told: CheckIn = check_in(0, {"front-left-knee": 3}, note="Rain")
    assert redacted(Contents((told,)), everything(), END).check_ins == (told,)


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ((), ""),
        (("a",), "1 region is left out at the patient’s wish"),
        (("a", "b"), "2 regions are left out at the patient’s wish"),
    ],
)
def test_how_many_regions_are_left_out_is_said_and_never_which(chosen: tuple[str, ...], sentence: str):
    assert left_out_sentence(chosen) == sentence
