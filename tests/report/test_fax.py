"""The black-and-white page sent as a fax: one bit, 200 dots an inch, cut at half black or scattered."""

import json
import re
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from functools import cache

import numpy as np
import pytest
from matplotlib.figure import Figure
from printed import Dots, Printed, corner, read_at

from painmap.charts.maps import draw_map
from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.domain.summary import summarise
from painmap.domain.words import halves_number
from painmap.report.facts import report_of
from painmap.report.findings import Findings, Stretch, findings
from painmap.report.grid import SHEETS, Paper
from painmap.report.inks import look_of
from painmap.report.typesetting import typeset

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=timezone(timedelta(hours=1)))
END = date(2026, 11, 22)
FIGURES = tuple(halves_number(n / 2) for n in range(2, 21))


@cache
def found() -> Findings:
    contents = sample(90, until=END, seed=7)
    period = Period.last(90, END)
    return findings(summarise(contents.check_ins), period, contents, END)


@cache
def page(black_and_white: bool, paper: Paper = Paper.A4) -> Printed:
    report = report_of(found(), NOW, "0.1.0", "M. K.")
    return Printed(typeset(report, found(), paper, black_and_white=black_and_white))


def with_notes(setting: str) -> Printed:
    """The black-and-white page with its notes set in another way."""
    files, whole = page(True).made.files, "text(7pt, fill: second, body)"
    assert whole in files["main.typ"].decode()
    template = files["main.typ"].decode().replace(whole, f"text({setting}, body)")
    return Printed(replace(page(True).made, files={**files, "main.typ": template.encode()}))


@pytest.fixture(params=[False, True], ids=["cut at half", "scattered"])
def dithered(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def test_every_line_of_text_is_told_from_its_ground(dithered: bool):
    assert page(True).lost(dithered=dithered) == []


def test_the_colour_page_would_not_pass_which_is_why_there_is_another(dithered: bool):
    assert len(page(False).lost(dithered=dithered)) > 5


@pytest.mark.parametrize("setting", ["7pt, fill: luma(60%)", "4pt, fill: luma(35%)"])
def test_pale_or_tiny_notes_would_not_pass(setting: str, dithered: bool):
    assert "37 days with a map" in with_notes(setting).lost(dithered=dithered)


def read(printed: Printed, paper: Paper, n: int, half: Stretch, fax: Dots) -> dict[str, tuple[str, str]]:
    """The figure of each region of the nth map, and what it is read as in the fax."""
    sheet, size = SHEETS[paper], json.loads(printed.made.files["report.json"])["size"]
    figure = Figure(figsize=(sheet.map_width / 25.4, size["body"] / 25.4))
    bodies = draw_map(figure, half.places, look_of(True))
    left, top = corner(printed.lines, figure, n)
    told = {}
    for name, place in half.places.items():
        x, y = bodies.spot(name)
        told[name] = (halves_number(place.median), read_at(fax, x + left, y + top, FIGURES))
    return told


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("black_and_white", [True, False])
def test_every_figure_of_the_maps_is_read_as_what_it_is(black_and_white: bool, dithered: bool, paper: Paper):
    printed = page(black_and_white, paper)
    for n, half in enumerate((found().later, found().earlier)):
        told = read(printed, paper, n, half, printed.fax(dithered=dithered))
        assert len(told) > 15
        assert {name: pair for name, pair in told.items() if pair[0] != pair[1]} == {}


def test_the_drawings_are_black_and_white_alone():
    for name in ("later", "earlier", "change", "time"):
        drawn = page(True).made.files[f"{name}.svg"].decode()
        assert set(re.findall(r"#[0-9a-f]{6}", drawn)) <= {"#000000", "#ffffff"}
        assert not re.findall(r"opacity: 0?\.[0-9]", drawn)


def test_a_fax_that_lost_its_dots_is_not_read():
    printed, half = page(True), found().later
    noise = np.random.default_rng(7).random(printed.fax(dithered=False).shape) < 0.4
    told = read(printed, Paper.A4, 0, half, printed.fax(dithered=False) ^ noise)
    assert sum(figure != seen for figure, seen in told.values()) > len(told) / 2
