"""Drives a real window: from launch to a saved day, through a kill -9, to the saved PDF, and through every look.

`drive_window.py [FOLDER]` writes its pictures into FOLDER (build/window), prints what it saw, and leaves with 1
where something was not as it should be. `--day` only saves the day and the PDF, `--looks` only takes the pictures.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from real_window import NotSeenError, Program, Screen, diary, missing, until
from window_twin import Point, Twin

from painmap import clock
from painmap.commands.window import fill_demo

SIZES = ((1024, 700), (1280, 800), (1920, 1080))
LOOKS = ("light", "dark", "contrast")
PAGES = ("history", "trends", "treatments", "report", "settings", "help")
TREMOR = 0.3
"""Seconds between two taps, so that the second is not taken for a trembling finger."""

TAPS = (("front-right-hand", 6), ("back-left-lower-back", 8), ("back-right-neck", 7), ("front-left-knee", 3))


class Hand:
    """Taps the real window where the twin has things, and the twin at the same places."""

    def __init__(self, program: Program, twin: Twin) -> None:
        self.program, self.twin = program, twin

    def tap(self, point: Point) -> None:
        """One tap on both."""
        self.program.click(*point)
        self.twin.tap(point)
        time.sleep(TREMOR)


def main(argv: list[str]) -> int:
    """Drives, and returns the exit code: 0 where all was as it should be, 1 where not, 2 where it can't begin."""
    parser = argparse.ArgumentParser(description="Drives a real window of Painmap.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/window"))
    parser.add_argument("--day", action="store_true", help="only the day and the PDF")
    parser.add_argument("--looks", action="store_true", help="only the pictures in every look and size")
    options = parser.parse_args(argv)
    if sentence := missing():
        sys.stderr.write(sentence + "\n")
        return 2
    out: Path = options.folder.absolute()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="painmap-window-") as folder, Screen() as screen:
        try:
            if not options.looks:
                _day(screen, Path(folder), out)
            if not options.day:
                _looks(screen, Path(folder), out)
        except NotSeenError as trouble:
            print(f"NOT AS IT SHOULD BE: {trouble}")
            return 1
    print(f"All was as it should be. The pictures are in {options.folder}.")
    return 0


def _day(screen: Screen, folder: Path, out: Path) -> None:
    """From launch to a saved day, and once more after kill -9; then the PDF."""
    size, real = SIZES[1], folder / "real"
    for name in ("real", "twin"):
        (folder / name).mkdir()
        (folder / name / "settings.json").write_text('{"colours": "light"}', encoding="utf-8")
    twin = Twin(folder / "twin", size, clock.now())
    program = Program(screen, real, size)
    hand = Hand(program, twin)
    program.picture(out / "1-launched.png")
    _saw("a window, ready to tap")
    _tell_the_day(hand, out)
    _expect(real)
    program.kill()
    _saw("kill -9")
    _expect(real)
    hand.program = Program(screen, real, size)
    hand.program.picture(out / "4-after-the-kill.png")
    _saw("the day again after kill -9")
    _save_the_report(hand, real, out)
    if code := hand.program.leave():
        raise NotSeenError(f"the window closed with exit code {code}")
    twin.close()


def _tell_the_day(hand: Hand, out: Path) -> None:
    stage, panel = hand.twin.window.today.stage, hand.twin.window.today.panel
    for n, (region, intensity) in enumerate(TAPS):
        hand.tap(hand.twin.region(region))
        if not n:
            hand.program.picture(out / "2-first-tap.png")
        hand.tap(hand.twin.middle(stage.strength.numbers[intensity]))
        _saw(f"tapped {region}, {intensity}")
    hand.tap(hand.twin.middle(panel.feels.chips["aching"]))
    hand.tap(hand.twin.middle(panel.pain.row.numbers[6]))
    hand.tap(hand.twin.middle(panel.fatigue.row.numbers[7]))
    hand.program.picture(out / "3-the-day.png")
    _saw("overall pain 6, fatigue 7, aching")


def _expect(folder: Path) -> None:
    """What was tapped is in the diary, every bit of it."""
    until(lambda: _is_the_day(diary(folder)), "the whole day in the diary")
    _saw("the day in the diary, as painmap export writes it")


def _is_the_day(check_ins: list[dict[str, Any]]) -> bool:
    if len(check_ins) != 1:
        return False
    (told,) = check_ins
    given = {name: region["intensity"] for name, region in told["regions"].items()}
    last = told["regions"].get(TAPS[-1][0], {}).get("qualities")
    return (told["overall_pain"], told["fatigue"], given, last) == (6, 7, dict(TAPS), ["aching"])


def _save_the_report(hand: Hand, real: Path, out: Path) -> None:
    """From the rail to the PDF on the disk, through the dialog of the system."""
    twin = hand.twin
    hand.tap(twin.middle(twin.window.rail.items["report"]))
    hand.program.picture(out / "5-report.png")
    _saw("the report page")
    # The twin would open a dialog of its own and wait in it: only the real window is tapped here.
    hand.program.click(*twin.middle(twin.window.pages["report"].options.save))
    hand.program.dialog("^Save painmap-report")
    pdf = real / "report.pdf"
    hand.program.keys("ctrl+a")
    hand.program.type(str(pdf))
    hand.program.keys("Return")
    until(pdf.exists, "the saved PDF")
    hand.program.picture(out / "6-report-saved.png")
    shutil.copyfile(pdf, out / "report.pdf")
    _saw(f"a PDF: {_pages(pdf)}")


def _pages(pdf: Path) -> str:
    if shutil.which("pdfinfo") is None:
        return f"{pdf.stat().st_size:,} bytes"
    told = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    facts = dict(line.split(":", 1) for line in told.splitlines() if ":" in line)
    if facts["Pages"].strip() != "1":
        raise NotSeenError(f"one page expected, the report has {facts['Pages'].strip()}")
    return f"1 page, tagged: {facts['Tagged'].strip()}, {facts['Page size'].strip()}"


def _looks(screen: Screen, folder: Path, out: Path) -> None:
    """Every page of an invented diary, in every look and size, in the real window."""
    for look in LOOKS:
        for size in SIZES:
            name = f"{look}-{size[0]}x{size[1]}"
            real, twin_folder = folder / name, folder / f"{name}-twin"
            for place in (real, twin_folder):
                place.mkdir()
                (place / "settings.json").write_text(json.dumps({"colours": look}), encoding="utf-8")
                fill_demo(place, clock.now())
            twin = Twin(twin_folder, size, clock.now())
            program = Program(screen, real, size)
            program.picture(out / f"today-{name}.png")
            for page in PAGES:
                program.click(*twin.middle(twin.window.rail.items[page]))
                program.picture(out / f"{page}-{name}.png")
            program.leave()
            twin.close()
            _saw(f"{len(PAGES) + 1} pages in {look} at {size[0]} x {size[1]}")


def _saw(what: str) -> None:
    print(f"saw {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
