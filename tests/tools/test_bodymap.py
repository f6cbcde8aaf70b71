"""The shipped body map is what its generator draws, and keeps its promises."""

import csv
import re
import subprocess
import sys
from pathlib import Path

from painmap.paths import shipped

TOOLS = Path(__file__).resolve().parents[2] / "tools"
SHIPPED = shipped("bodymap.svg")


def run(script: str, svg: Path) -> subprocess.CompletedProcess[str]:
    """Runs one of the artwork's scripts on a file."""
    command = [sys.executable, str(TOOLS / script), str(svg)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_shipped_map_passes_every_check() -> None:
    checked = run("check_bodymap.py", SHIPPED)
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.endswith("ALL CHECKS PASSED\n")


def test_the_check_finds_a_region_that_is_out_of_place(tmp_path: Path) -> None:
    spoilt = tmp_path / "bodymap.svg"
    spoilt.write_text(re.sub(r'(id="front-left-knee".*? d=")M', r"\1M1", SHIPPED.read_text("utf-8")), "utf-8")
    checked = run("check_bodymap.py", spoilt)
    assert checked.returncode == 1
    assert "FAIL" in checked.stdout


def test_the_generator_draws_the_shipped_map_to_the_byte(tmp_path: Path) -> None:
    drawn = tmp_path / "bodymap.svg"
    for script in ("build_bodymap.py", "place_figures.py"):
        assert run(script, drawn).returncode == 0
    assert drawn.read_bytes() == SHIPPED.read_bytes()


def test_figures_that_are_placed_twice_stay_where_they_are(tmp_path: Path) -> None:
    copy = tmp_path / "bodymap.svg"
    copy.write_bytes(SHIPPED.read_bytes())
    assert run("place_figures.py", copy).returncode == 0
    assert copy.read_bytes() == SHIPPED.read_bytes()


def test_the_map_and_the_table_have_the_same_regions() -> None:
    drawn = re.findall(r'<path id="([^"]+)" class="region"', SHIPPED.read_text("utf-8"))
    with shipped("regions.csv").open(encoding="utf-8", newline="") as file:
        listed = [row["id"] for row in csv.DictReader(file)]
    assert len(drawn) == len(set(drawn)) == 74
    assert sorted(drawn) == sorted(listed)
