"""Taps the window of a bundle on a real screen: a region, its number, a passphrase, and all of it read back."""

import json
import time
from typing import TYPE_CHECKING

from real_window import NotSeenError, Program, Screen, missing, until

if TYPE_CHECKING:
    from check_bundle import Bundle

SIZE = (1280, 800)
REGION, STRENGTH = "back-left-lower-back", 7
WORDS = "chestnut bicycle harbour"


def on_a_screen(bundle: "Bundle") -> str:
    """Logs a region, sets a passphrase, ends, opens again with the passphrase, and reads back. Raises NotSeenError."""
    if sentence := missing():
        return f"NOT TRIED: a real window. {sentence}"
    from tired_hand import Hand
    from window_twin import Twin

    from painmap import clock
    from painmap.ui.settings_page import SettingsPage

    real, double = bundle.out / "real", bundle.out / "double"
    for folder in (real, double):
        folder.mkdir()
        (folder / "settings.json").write_text('{"colours": "light"}', encoding="utf-8")
    with Screen() as screen:
        environ = {**bundle.environ, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        program = Program(screen, real, SIZE, command=(str(bundle.program),), environ=environ)
        twin = Twin(double, SIZE, clock.now())
        hand = Hand(program, twin, clock.now())
        hand.tap_region(REGION)
        hand.tap(twin.window.today.stage.strength.numbers[STRENGTH])
        hand.tap(twin.window.rail.items["settings"])
        page = twin.window.pages["settings"]
        assert isinstance(page, SettingsPage)
        hand.tap(page.passphrase.set_button)
        program.dialog("^Set a passphrase$")
        for _ in range(2):
            program.type(WORDS)
            program.keys("Return")
            time.sleep(0.5)
        diary = real / "painmap.diary"
        until(lambda: diary.read_bytes()[:6] != b"SQLite", "a diary under a passphrase")
        time.sleep(1)
        program.keys("Escape")
        program.kill()
        twin.close()
        again = Program(screen, real, SIZE, command=(str(bundle.program),), environ=environ)
        again.type(WORDS)
        again.keys("Return")
        until((real / "painmap.lock").exists, "the diary open again with its passphrase")
        time.sleep(2)
        again.id = again.dialog("^Painmap$")
        code = again.leave()
    if code:
        raise NotSeenError(f"the window closed with exit code {code}")
    told = ("--data-dir", str(real), "--passphrase-stdin")
    bundle.run(*told, "export", "seen.json", typed=f"{WORDS}\n")
    (check_in,) = json.loads((bundle.out / "seen.json").read_text(encoding="utf-8"))["check_ins"]
    given = {name: region["intensity"] for name, region in check_in["regions"].items()}
    if given != {REGION: STRENGTH}:
        raise NotSeenError(f"{REGION} at {STRENGTH} was tapped, and {given} was kept")
    bundle.run(*told, "check", typed="another one\n", wrong=True)
    return f"a region tapped in a real window, a passphrase set, {WORDS!r} opening it again, and {REGION} read back"
