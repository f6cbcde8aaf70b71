import subprocess
import sys
from itertools import pairwise
from math import hypot
from pathlib import Path

import pytest

from painmap.charts.look import FONT, PAPER, Look, font, look, tokens

LOOKS = (look("light"), look("dark"), look("contrast"), PAPER)
# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(u / 12.92 if u <= 0.04045 else ((u + 0.055) / 1.055) ** 2.4 for u in parts)


def luminance(rgb: tuple[float, ...]) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(linear(a)), luminance(linear(b))))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    r, g, b = (min(1.0, max(0.0, u)) for u in rgb)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = luminance((r, g, b))
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.0888
    fx, fy, fz = (u ** (1 / 3) if u > 216 / 24389 else (u * 24389 / 27 + 16) / 116 for u in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    return lab(tuple(sum(m * u for m, u in zip(row, rgb, strict=True)) for row in SIGHT[sight]))


def fills(of: Look) -> list[str]:
    return [of.fill(level) for level in range(11)]


@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_each_level_is_further_from_the_background_than_the_one_before(of: Look) -> None:
    lightness = [seen(fill, "normal")[0] for fill in fills(of)]
    steps = [b - a for a, b in pairwise(lightness)]

    assert all(step <= -4 for step in steps) or all(step >= 4 for step in steps)


@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_figures_can_be_read_on_every_fill(of: Look) -> None:
    assert all(contrast(of.fill(level), of.figure_ink(level)) >= 4.5 for level in range(11))


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_neighbouring_levels_can_be_told_apart(of: Look, sight: str) -> None:
    colours = [seen(fill, sight) for fill in fills(of)]
    apart = [hypot(*(p - q for p, q in zip(a, b, strict=True))) for a, b in pairwise(colours)]

    assert min(apart) >= 5


@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_words_and_lines_stand_off_the_surface(of: Look) -> None:
    assert all(contrast(colour, of.surface) >= 4.5 for colour in (of.ink, of.muted))
    assert all(contrast(colour, of.surface) >= 3 for colour in (of.worst_pain, of.fatigue, of.spread, of.line))


def test_a_half_looks_like_the_level_above_it_in_fill_and_figure() -> None:
    assert (PAPER.fill(6.5), PAPER.figure_ink(6.5)) == (PAPER.fill(7), PAPER.figure_ink(7))
    assert PAPER.fill(6.4) == PAPER.fill(6)


def test_the_paper_ramp_has_its_gap_for_the_fax_between_6_and_7() -> None:
    lightness = [seen(fill, "normal")[0] for fill in fills(PAPER)]

    assert min(lightness[:7]) > 60
    assert max(lightness[7:]) < 45


@pytest.mark.parametrize("of", LOOKS, ids=lambda of: of.name)
def test_a_halo_is_of_the_other_lightness_than_its_figure(of: Look) -> None:
    assert all(contrast(of.halo(level), of.figure_ink(level)) >= 9 for level in range(11))


def test_the_screens_take_their_colours_from_the_tokens() -> None:
    light = look("light")

    assert light.ink == tokens()["colour"]["light"]["ink"]
    assert light.fill(3) == tokens()["ramp"]["light"][3]["fill"]
    assert light.edge(3) == tokens()["colour"]["light"]["rated-outline"]
    assert look("contrast").grid == "#8C8C8C"
    assert look("contrast").worst_pain == tokens()["chart"]["dark"]["worst-pain"]


def test_a_larger_look_has_larger_type_and_lines_and_the_same_colours() -> None:
    larger = look("dark").sized(1.5)

    assert larger.text == 1.5 * look("dark").text
    assert larger.scale == 1.5 * look("dark").scale
    assert larger.ramp == look("dark").ramp


def test_the_shipped_font_is_found_in_all_three_weights() -> None:
    from matplotlib.font_manager import findfont

    found = [findfont(font(10, weight), fallback_to_default=False) for weight in (400, 600, 700)]

    assert [Path(name).name for name in found] == ["Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf"]
    assert font(10).get_family() == [FONT]


def test_colours_can_be_read_without_matplotlib() -> None:
    code = "import sys; from painmap.charts.look import look; look('dark'); assert 'matplotlib' not in sys.modules"

    subprocess.run([sys.executable, "-c", code], check=True)
