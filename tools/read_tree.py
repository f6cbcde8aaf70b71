"""Reads the body over AT-SPI from another process, as a screen reader does, and rates a region through it.

Prints what it read, and leaves with 1 where it is not as it should be. Needs what drive_window.py needs, and the
packages at-spi2-core, dbus-x11, python3-gi and gir1.2-atspi-2.0.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from real_window import NotSeenError, Program, Screen, diary, missing, until

from painmap.domain.regions import regions

HERE = Path(__file__).parent
BUS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
SET = {"front-left-knee": 7, "back-right-neck": 4}


def main() -> int:
    """Begins anew in a session bus of its own, then reads; returns the exit code."""
    if sentence := missing() or _missing():
        sys.stderr.write(sentence + "\n")
        return 2
    if "PAINMAP_OWN_BUS" not in os.environ:
        command = ["dbus-run-session", "--", sys.executable, __file__]
        return subprocess.run(command, env={**os.environ, "PAINMAP_OWN_BUS": "1"}, check=False).returncode
    with tempfile.TemporaryDirectory(prefix="painmap-tree-") as folder, Screen() as screen:
        screen.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        launcher = next(path for path in BUS if Path(path).exists())
        bus = subprocess.Popen([launcher, "--launch-immediately"], env=screen.environ, stderr=subprocess.DEVNULL)
        try:
            _read(screen, Path(folder) / "diary")
        except NotSeenError as trouble:
            print(f"NOT AS IT SHOULD BE: {trouble}")
            return 1
        finally:
            bus.terminate()
            bus.wait()
    print("All was as it should be.")
    return 0


def _read(screen: Screen, folder: Path) -> None:
    program = Program(screen, folder, (1280, 800))
    try:
        read = _tree(screen, "read")
        labels = [region.label for region in regions().values()]
        _expect([slider["name"] for slider in read] == labels, "every region by its name, in body order")
        print(f"saw {len(read)} sliders in a {read[0]['within']}: {_names(read)}")
        _expect(all(s["range"] == [0, 10] and s["focusable"] for s in read), "each from 0 to 10, each focusable")
        _expect(all(s["value"] == 0 for s in read), "all at 0 at first")
        for name, level in SET.items():
            after = _tree(screen, "set", regions()[name].label, str(level))
            _expect(after["value"] == level, f"{after['name']} at {level}")
        rated = {slider["name"]: slider["value"] for slider in _tree(screen, "read") if slider["value"]}
        print(f"saw, read again: {rated}")
        until(lambda: _kept(folder) == SET, "what was set over AT-SPI in the diary")
        print(f"saw in the diary: {_kept(folder)}")
    finally:
        program.kill()


def _tree(screen: Screen, *arguments: str) -> Any:
    return json.loads(screen.run(SYSTEM_PYTHON, str(HERE / "accessible_tree.py"), *arguments))


def _kept(folder: Path) -> dict[str, int]:
    return {name: region["intensity"] for told in diary(folder) for name, region in told["regions"].items()}


def _names(read: list[dict[str, Any]]) -> str:
    return ", ".join(slider["name"] for slider in read) or "none"


def _expect(seen: bool, what: str) -> None:
    if not seen:
        raise NotSeenError(f"{what} was not seen")
    print(f"saw {what}", flush=True)


def _missing() -> str | None:
    gi = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    absent = [] if shutil.which("dbus-run-session") else ["dbus-x11"]
    absent += [] if any(Path(path).exists() for path in BUS) else ["at-spi2-core"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(gi, capture_output=True, check=False).returncode:
        absent += ["python3-gi", "gir1.2-atspi-2.0"]
    return f"Install them first: 'sudo apt install {' '.join(absent)}'." if absent else None


if __name__ == "__main__":
    sys.exit(main())
