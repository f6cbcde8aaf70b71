"""The demo, as make demo runs it, with a handful of its pictures."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

TOOL = Path(__file__).parents[2] / "tools" / "demo.py"


def run_demo(folder):
    environ = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environ["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.run(
        [sys.executable, str(TOOL), str(folder), "--few"],
        env=environ,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "pictures"
    return folder, run_demo(folder)


def test_the_demo_says_in_one_sentence_what_it_wrote_where(demo):
    folder, done = demo
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"Wrote 3 pictures and report.pdf to {folder}: today.png, history.png, trends.png.\n"
    assert {path.name for path in folder.iterdir()} == {"today.png", "history.png", "trends.png", "report.pdf"}


def test_every_picture_has_the_size_of_the_window_and_something_on_it(demo):
    folder, _ = demo
    for path in folder.glob("*.png"):
        with Image.open(path) as picture:
            assert picture.size == (1280, 800)
            colours = picture.convert("RGB").getcolors(maxcolors=1 << 20)
            assert colours is not None
            assert len(colours) > 200


def test_the_report_of_the_demo_is_one_page(demo):
    folder, _ = demo
    assert len(PdfReader(folder / "report.pdf").pages) == 1


def test_a_place_that_can_not_be_written_to_is_said_in_one_sentence(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    done = run_demo(in_the_way)
    assert done.returncode == 2
    assert done.stdout == ""
    (sentence,) = [line for line in done.stderr.splitlines() if not line.startswith("This plugin")]
    assert sentence.startswith("The demo could not be drawn: ")
