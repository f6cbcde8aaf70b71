"""What the colours of the charts look like to eyes that see fewer of them, in grey, and on their surface.

Differences are distances in CAM02-UCS (Luo 2006), where 1 is about what can just be seen; dichromacy is simulated at
full severity (Machado 2009).
"""

from collections.abc import Sequence
from itertools import combinations, pairwise

import numpy as np
import pytest
from chart_days import END, invented_days, logged_day
from colorspacious import cspace_convert
from drawn import artist
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from painmap.charts.look import PAPER, Look, look
from painmap.charts.maps import draw_change, readable_on
from painmap.charts.region_by_day import draw_region_by_day
from painmap.charts.timeline import draw_timeline
from painmap.domain.period import Period
from painmap.domain.summary import Seen

LOOKS = (look("light"), look("dark"), look("contrast"), PAPER)
SIGHTS = ("normal", "deuteranomaly", "protanomaly", "tritanomaly")
LEVELS = range(1, 11)
NEIGHBOURS, APART = 5.0, 15.0
"""Least differences between neighbouring levels, which their figures tell apart too, and between lines."""
TEXT, MARK = 4.5, 3.0
"""Least contrast of text and of what else has a meaning (WCAG 2.2, 1.4.3 and 1.4.11)."""

every_look = pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
every_sight = pytest.mark.parametrize("sight", SIGHTS)


def rgb(colour: str) -> list[float]:
    return [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]


def seen(colour: str, sight: str) -> np.ndarray:
    """Where a colour lies in CAM02-UCS for such eyes."""
    given = np.array(rgb(colour))
    if sight != "normal":
        space = {"name": "sRGB1+CVD", "cvd_type": sight, "severity": 100}
        given = np.clip(cspace_convert(given, space, "sRGB1"), 0, 1)
    return cspace_convert(given, "sRGB1", "CAM02-UCS")


def difference(a: str, b: str, sight: str) -> float:
    return float(np.linalg.norm(seen(a, sight) - seen(b, sight)))


def lightness(colour: str) -> float:
    """L* of CIELAB: how light a colour is in grey, from 0 to 100."""
    return float(cspace_convert(rgb(colour), "sRGB1", "CIELab")[0])


def contrast(a: str, b: str) -> float:
    low, high = sorted(_luminance(colour) for colour in (a, b))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [u / 12.92 if u <= 0.04045 else ((u + 0.055) / 1.055) ** 2.4 for u in rgb(colour)]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def away_from_the_surface(of: Look, colours: Sequence[str]) -> list[float]:
    """The steps in lightness from each colour to the next one; more than 0 where they go away from the surface."""
    sign = -1 if lightness(of.surface) > 50 else 1
    return [sign * (lightness(b) - lightness(a)) for a, b in pairwise(colours)]


@every_look
def test_each_level_is_further_from_the_surface_than_the_one_before(of: Look) -> None:
    steps = away_from_the_surface(of, [of.surface, *(of.fill(level) for level in LEVELS)])

    assert min(steps) >= 4


@every_sight
@every_look
def test_neighbouring_levels_can_be_told_apart(of: Look, sight: str) -> None:
    fills = [of.fill(level) for level in range(11)]

    assert min(difference(a, b, sight) for a, b in pairwise(fills)) >= NEIGHBOURS


@every_sight
@every_look
def test_two_levels_apart_is_plain_to_see(of: Look, sight: str) -> None:
    fills = [of.fill(level) for level in range(11)]

    assert min(difference(a, b, sight) for a, b in zip(fills, fills[2:], strict=False)) >= 2 * NEIGHBOURS


@every_look
def test_the_figure_of_a_level_can_be_read_on_its_fill(of: Look) -> None:
    assert min(contrast(of.figure_ink(level), of.fill(level)) for level in range(11)) >= TEXT


@every_look
def test_a_halo_is_of_the_other_lightness_than_its_figure(of: Look) -> None:
    assert min(contrast(of.halo(level), of.figure_ink(level)) for level in range(11)) >= 9


def test_the_paper_ramp_has_its_gap_for_the_fax_between_6_and_7() -> None:
    found = [lightness(PAPER.fill(level)) for level in range(11)]

    assert min(found[:7]) > 60
    assert max(found[7:]) < 45


@every_look
def test_a_level_stands_off_the_surface_by_its_fill_or_its_outline(of: Look) -> None:
    for level in LEVELS:
        assert max(contrast(of.fill(level), of.surface), contrast(of.edge(level), of.surface)) >= MARK


@every_sight
@every_look
def test_a_level_stands_off_the_rest_of_the_body(of: Look, sight: str) -> None:
    for level in LEVELS:
        edge = difference(of.edge(level), of.body_fill, sight)
        assert max(difference(of.fill(level), of.body_fill, sight), edge) >= APART


@every_sight
@every_look
def test_the_lines_of_the_timeline_can_be_told_apart(of: Look, sight: str) -> None:
    lines = (of.worst_pain, of.fatigue, of.spread)

    assert min(difference(a, b, sight) for a, b in combinations(lines, 2)) >= APART


@every_sight
@every_look
def test_what_is_pointed_at_stands_off_worst_pain_and_spread(of: Look, sight: str) -> None:
    if not of.on_paper:
        assert min(difference(of.accent, line, sight) for line in (of.worst_pain, of.spread)) >= APART


@every_look
def test_lines_marks_and_hatching_stand_off_the_surface(of: Look) -> None:
    marks = (of.worst_pain, of.fatigue, of.spread, of.accent, of.line, of.hatch, of.body_outline, of.less_hatch)

    assert min(contrast(colour, of.surface) for colour in marks) >= MARK


@every_look
def test_words_can_be_read_on_the_surface(of: Look) -> None:
    assert min(contrast(colour, of.surface) for colour in (of.ink, of.muted)) >= TEXT
    assert contrast(of.ink, of.body_fill) >= TEXT
    assert contrast(of.muted, of.body_fill) >= TEXT


def test_no_two_lanes_share_a_frame_so_that_their_form_tells_them_apart_too() -> None:
    figure = Figure(figsize=(10, 3))
    draw_timeline(figure, *invented_days(56), look("light"))
    heights = {gid: _range(artist(figure, f"{gid}-ruler")) for gid in ("worst-pain", "fatigue", "spread")}

    assert all(first[1] < second[0] for first, second in pairwise(heights.values()))


def _range(ruler: LineCollection) -> tuple[float, float]:
    at = [y for stroke in ruler.get_segments() for _, y in stroke]
    return min(at), max(at)


@every_look
def test_more_pain_has_tones_that_go_away_from_the_surface(of: Look) -> None:
    if not of.on_paper:
        assert min(away_from_the_surface(of, [of.surface, *of.more])) >= 12


@every_sight
@every_look
def test_more_and_less_pain_can_be_told_apart(of: Look, sight: str) -> None:
    assert min(difference(tone, of.less_fill, sight) for tone in of.more) >= APART
    assert difference(of.less_hatch, of.less_fill, sight) >= 2 * APART


@every_look
def test_the_figures_of_a_change_can_be_read(of: Look) -> None:
    assert min(contrast(readable_on(tone), tone) for tone in of.more) >= TEXT
    assert contrast(of.ink, of.less_fill) >= TEXT


@every_look
def test_the_map_of_change_reads_in_grey(of: Look) -> None:
    """Less is hatched and nothing else is, more is solid, and both have a sign."""
    changes: dict[str, float | str] = {"front-left-knee": 2.0, "front-right-knee": -2.0, "front-left-hip": 0.0}
    figure = Figure(figsize=(6, 6))
    bodies = draw_change(figure, changes, of)
    hatching, figures = artist(figure, "hatching"), artist(figure, "figures")
    assert isinstance(hatching, LineCollection)

    middle, _ = bodies.spot("front-right-knee")
    room = bodies.room("front-right-knee")
    to_sheet = hatching.get_transform() - bodies.sheet.points
    strokes = [to_sheet.transform(stroke).mean(axis=0)[0] for stroke in hatching.get_segments()]
    assert all(abs(x - middle) < room for x in strokes)
    assert len(figures.get_offsets()) == 3
    assert abs(lightness(of.more[1]) - lightness(of.less_fill)) >= 25
    assert abs(lightness(of.less_hatch) - lightness(of.less_fill)) >= 25


@every_look
def test_no_entry_and_not_rated_differ_by_form(of: Look) -> None:
    days = (logged_day(END, places={"front-left-knee": 4}),)
    figure = Figure(figsize=(8, 3))
    draw_region_by_day(figure, days, Period.last(3, END), of)

    gaps, rated = artist(figure, "gaps"), artist(figure, "rated")
    assert isinstance(gaps, LineCollection)
    assert gaps.get_segments()
    assert to_hex(rated.get_facecolor()[0], keep_alpha=True).endswith("00")


def test_new_and_gone_have_letters_of_their_own() -> None:
    figure = Figure(figsize=(6, 6))
    draw_change(figure, {"front-left-knee": Seen.NEW, "front-right-knee": Seen.GONE}, look("light"))
    new, gone = artist(figure, "figures").get_paths()

    assert len(new.vertices) != len(gone.vertices)
