"""A real X screen with a window manager, the program on it, and a finger: xdotool.

Needs the system's Xvfb, openbox, xdotool and ImageMagick. Only processes that are started here are ended here.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

NEEDED = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool", "import": "imagemagick"}
LIMIT = 30
"""Seconds in which something that was asked for is seen."""


class NotSeenError(Exception):
    """Something did not happen; str() says what."""


def missing() -> str | None:
    """What has to be installed first, in one sentence; None where nothing is missing."""
    absent = [package for program, package in NEEDED.items() if shutil.which(program) is None]
    return f"Install them first: 'sudo apt install {' '.join(absent)}'." if absent else None


def until(seen: Callable[[], Any], what: str) -> Any:
    """Looks again and again until something true is seen, and returns it. Raises NotSeenError."""
    give_up = time.monotonic() + LIMIT
    while not (found := seen()):
        if time.monotonic() > give_up:
            raise NotSeenError(f"{what} was not seen within {LIMIT} seconds")
        time.sleep(0.05)
    return found


class Screen:
    """A screen of 1920 x 1080 of its own, from `with` to its end."""

    def __enter__(self) -> Self:
        read, write = os.pipe()
        sizes = ["-screen", "0", "1920x1080x24", "-dpi", "96", "-nolisten", "tcp"]
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), *sizes], pass_fds=[write], stderr=subprocess.DEVNULL
        )
        os.close(write)
        with os.fdopen(read) as told:
            self.display = f":{told.readline().strip()}"
        self.environ = {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        self._manager = subprocess.Popen(
            ["openbox"], env=self.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in (self._manager, self._server):
            process.terminate()
            process.wait(LIMIT)

    def run(self, *command: str) -> str:
        """What a program on this screen prints."""
        done = subprocess.run(command, env=self.environ, capture_output=True, text=True, timeout=2 * LIMIT, check=False)
        if done.returncode:
            raise NotSeenError(f"{' '.join(command)} said: {done.stderr.strip()}")
        return done.stdout.strip()


class Program:
    """Painmap on a screen, in a window of a size, on the diary of a folder."""

    def __init__(
        self,
        screen: Screen,
        folder: Path,
        size: tuple[int, int],
        *,
        command: tuple[str, ...] = (sys.executable, "-m", "painmap"),
        environ: Mapping[str, str] | None = None,
        said: BinaryIO | None = None,
    ) -> None:
        self._screen = screen
        command = (*command, "--data-dir", str(folder))
        self._process = subprocess.Popen(command, env=environ or screen.environ, stderr=said)
        self.id = until(lambda: self._found("^Painmap$"), "the window").split()[0]
        screen.run("xdotool", "windowsize", "--sync", self.id, *(str(n) for n in size))
        screen.run("xdotool", "windowmove", self.id, "0", "0")
        screen.run("xdotool", "windowactivate", "--sync", self.id)

    def click(self, x: int, y: int) -> None:
        """A finger at that point of the window."""
        self._screen.run("xdotool", "mousemove", "--window", self.id, str(x), str(y), "click", "1")

    def wheel(self, x: int, y: int, *, down: bool) -> None:
        """One notch of the wheel at that point of the window."""
        self._screen.run("xdotool", "mousemove", "--window", self.id, str(x), str(y), "click", "5" if down else "4")

    def worked(self) -> float:
        """The seconds of processor time that the program has used so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def keys(self, *keys: str) -> None:
        """Keys, to whatever window has the keyboard."""
        self._screen.run("xdotool", "key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Text, to whatever window has the keyboard."""
        self._screen.run("xdotool", "type", "--delay", "8", text)

    def dialog(self, title: str) -> str:
        """The window of a dialog, once it is there."""
        found: str = until(lambda: self._found(title), f"the dialog '{title}'").split()[0]
        self._screen.run("xdotool", "windowactivate", "--sync", found)
        return found

    def picture(self, path: Path, window: str = "") -> None:
        """A picture of the window, once two in a row are alike."""
        before = b""

        def calm() -> bool:
            nonlocal before
            self._screen.run("import", "-window", window or self.id, str(path))
            last, before = before, self._pixels(path)
            if last != before:
                time.sleep(0.3)
            return last == before

        until(calm, f"a window that stands still for {path.name}")

    def kill(self) -> None:
        """Ends the program as a crash does: kill -9."""
        self._process.kill()
        self._process.wait(LIMIT)

    def leave(self) -> int:
        """Closes the window as the patient does, and returns the exit code."""
        self._screen.run("xdotool", "windowactivate", "--sync", self.id)
        self.keys("alt+F4")
        return self._process.wait(LIMIT)

    def _pixels(self, path: Path) -> bytes:
        done = subprocess.run(["convert", str(path), "rgb:-"], capture_output=True, check=True, timeout=LIMIT)
        return done.stdout

    def _found(self, title: str) -> str:
        if self._process.poll() is not None:
            raise NotSeenError(f"Painmap left with {self._process.returncode}")
        command = ["xdotool", "search", "--onlyvisible", "--name", title]
        return subprocess.run(
            command, env=self._screen.environ, capture_output=True, text=True, check=False
        ).stdout.strip()


def diary(folder: Path) -> list[dict[str, Any]]:
    """The check-ins that are in the diary of a folder, as `painmap export` writes them."""
    told: list[dict[str, Any]] = exported(folder)["check_ins"]
    return told


def exported(folder: Path) -> dict[str, Any]:
    """All that is in the diary of a folder, as `painmap export` writes it."""
    out = folder / "seen.json"
    out.unlink(missing_ok=True)
    command = [sys.executable, "-m", "painmap", "--data-dir", str(folder), "export", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=False)
    if done.returncode:
        raise NotSeenError(done.stderr.strip())
    told: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    out.unlink()
    return told
