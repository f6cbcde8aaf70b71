import subprocess
import sys
from pathlib import Path

from painmap.charts.look import FONT, PAPER, font, look, tokens


def test_a_half_looks_like_the_level_above_it_in_fill_and_figure() -> None:
    assert (PAPER.fill(6.5), PAPER.figure_ink(6.5)) == (PAPER.fill(7), PAPER.figure_ink(7))
    assert PAPER.fill(6.4) == PAPER.fill(6)


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
