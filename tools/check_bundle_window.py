"""Uses the window of a bundle on a real screen: a region, every page, a passphrase, and all of it read back."""

import json
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from real_window import NotSeenError, Program, Screen, missing, until

if TYPE_CHECKING:
    from bundle_at_work import Bundle
    from tired_hand import Hand

SIZE = (1280, 800)
REGION, STRENGTH = "back-left-lower-back", 7
WORDS = "chestnut bicycle harbour"
STARTS = 7
FROM_HERE = (sys.executable, "-m", "painmap")


def on_a_screen(bundle: "Bundle") -> str:
    """Logs, looks at every page, sets a passphrase, opens again with it, and reads back. Raises NotSeenError."""
    if sentence := missing():
        return f"NOT TRIED: a real window. {sentence}"
    real = bundle.out / "real"
    _begin(real)
    heard = bundle.out / "heard"
    with Screen() as screen, heard.open("wb") as said:
        own = {**bundle.environ, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        opened = partial(Program, screen, real, SIZE, command=(str(bundle.program),), environ=own, said=said)
        _use(opened(), bundle.out / "double", real / "painmap.diary")
        _open_again(opened(), real)
        starts = _starts(screen, {(str(bundle.program),): own, FROM_HERE: screen.environ}, bundle.out)
    if told := heard.read_text(encoding="utf-8"):
        raise NotSeenError(f"the window says nothing on the terminal, not {told[-500:]!r}")
    _read_back(bundle, real)
    ours, python = (statistics.median(taken) for taken in starts.values())
    return (
        f"a region tapped in a real window, every page, a passphrase set and opened with, and the region read back; "
        f"a window {ours:.2f} s after its start, {python:.2f} s with python -m painmap (medians of {STARTS})"
    )


def _begin(folder: Path) -> None:
    folder.mkdir()
    (folder / "settings.json").write_text('{"colours": "light"}', encoding="utf-8")


def _use(program: Program, double: Path, diary: Path) -> None:
    from tired_hand import Hand
    from window_twin import Twin

    from painmap import clock

    _begin(double)
    twin = Twin(double, SIZE, clock.now())
    hand = Hand(program, twin, clock.now())
    hand.tap_region(REGION)
    hand.tap(twin.window.today.stage.strength.numbers[STRENGTH])
    for name in ("history", "trends", "treatments", "report", "help"):
        hand.tap(twin.window.rail.items[name])
    _set_a_passphrase(hand, diary)
    program.kill()
    twin.close()


def _set_a_passphrase(hand: "Hand", diary: Path) -> None:
    from painmap.ui.settings_page import SettingsPage

    window, program = hand.twin.window, hand.program
    hand.tap(window.rail.items["settings"])
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    hand.tap(page.passphrase.set_button)
    program.dialog("^Set a passphrase$")
    for _ in range(2):
        program.type(WORDS)
        program.keys("Return")
        time.sleep(0.5)
    until(lambda: diary.read_bytes()[:6] != b"SQLite", "a diary under a passphrase")
    time.sleep(1)


def _open_again(program: Program, folder: Path) -> None:
    """With the passphrase, typed into the window that asks for it."""
    program.type(WORDS)
    program.keys("Return")
    until((folder / "painmap.lock").exists, "the diary open again with its passphrase")
    time.sleep(2)
    program.id = program.dialog("^Painmap$")
    if code := program.leave():
        raise NotSeenError(f"the window closed with exit code {code}")


def _starts(screen: Screen, commands: dict[tuple[str, ...], Any], out: Path) -> dict[tuple[str, ...], list[float]]:
    """Seconds from the launch to a window on the screen, of each command in turn; the first of each is not counted."""
    taken: dict[tuple[str, ...], list[float]] = {command: [] for command in commands}
    look = ["xdotool", "search", "--onlyvisible", "--name", "^Painmap$"]
    for n in range(STARTS + 1):
        for kind, (command, environ) in enumerate(commands.items()):
            begun = time.monotonic()
            launched = [*command, "--data-dir", str(out / f"start-{kind}-{n}")]
            program = subprocess.Popen(launched, env=environ, stderr=subprocess.DEVNULL)
            seen = partial(subprocess.run, look, env=screen.environ, capture_output=True, check=False)
            until(lambda seen=seen: seen().stdout.strip(), "a window")
            taken[command].append(time.monotonic() - begun)
            program.terminate()
            program.wait()
            until(lambda seen=seen: not seen().stdout.strip(), "the end of the window")
    return {command: seconds[1:] for command, seconds in taken.items()}


def _read_back(bundle: "Bundle", folder: Path) -> None:
    told = ("--data-dir", str(folder), "--passphrase-stdin")
    bundle.run(*told, "export", "seen.json", typed=f"{WORDS}\n")
    (check_in,) = json.loads((bundle.out / "seen.json").read_text(encoding="utf-8"))["check_ins"]
    given = {name: region["intensity"] for name, region in check_in["regions"].items()}
    if given != {REGION: STRENGTH}:
        raise NotSeenError(f"{REGION} at {STRENGTH} was tapped, and {given} was kept")
    bundle.run(*told, "check", typed="another one\n", wrong=True)
