"""A copy of a bundle at work, away from all that it was built with: what it says, and its window."""

import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from real_window import NotSeenError, until

PATIENCE = 120
"""Seconds in which a command has ended."""
USUAL = ("This plugin does not support propagateSizeHints()",)
"""What Qt says of every window that is drawn nowhere."""


class Bundle:
    """A copy of a bundle, away from everything that it was built with."""

    def __init__(self, built: Path, place: Path) -> None:
        self.folder = place / "a folder, für dich"
        shutil.copytree(built, self.folder, symlinks=True)
        self.home = place / "home"
        self.out = place / "out"
        for folder in (self.home, self.out, place / "nothing"):
            folder.mkdir()
        self.program = self.folder / "painmap"
        self.environ = {
            "HOME": str(self.home),
            "PATH": str(place / "nothing"),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
        }

    def run(self, *words: str, typed: str = "", wrong: bool = False, through: tuple[str, ...] = ()) -> str:
        """What the program says to these words; with `wrong` on standard error, and it has to end with 2."""
        done = subprocess.run(
            [*through, str(self.program), *words],
            input=typed,
            env=self.environ,
            cwd=self.out,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        told = (
            f"'painmap {' '.join(words)}' ended with {done.returncode}: {(done.stderr or done.stdout).strip()[-500:]}"
        )
        expect(done.returncode == (2 if wrong else 0) and (wrong or not done.stderr), told)
        return done.stderr if wrong else done.stdout


def expect(seen: object, what: str) -> None:
    """Raises NotSeenError with these words unless it was seen."""
    if not seen:
        raise NotSeenError(what)


class Window:
    """The program with its window, from `with` to its end."""

    def __init__(self, bundle: Bundle, through: tuple[str, ...] = ()) -> None:
        self._folder = bundle.out / "window"
        self._folder.mkdir(exist_ok=True)
        self._said = bundle.out / "said"
        command = [*through, str(bundle.program), "--data-dir", str(self._folder)]
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(
                command, env=bundle.environ, cwd=bundle.out, stdout=said, stderr=said, start_new_session=True
            )

    def __enter__(self) -> "Window":
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(PATIENCE)
        shutil.rmtree(self._folder)

    def settle(self) -> None:
        """Waits until the diary is open and a moment has passed in which the window is drawn."""
        until(self._begun, "a diary that the window has begun")
        time.sleep(3)
        self._begun()
        said = [line for line in self._said.read_text(encoding="utf-8").splitlines() if line not in USUAL]
        expect(not said, f"a window that says nothing, not {said}")

    def _begun(self) -> bool:
        ended = f"an end with {self._process.returncode}: {self._said.read_text(encoding='utf-8')[-500:]}"
        expect(self._process.poll() is None, f"a window, not {ended}")
        return (self._folder / "painmap.diary").exists()

    def libraries(self) -> set[str]:
        """The shared libraries that the process has loaded."""
        lines = Path(f"/proc/{self._process.pid}/maps").read_text().splitlines()
        return {line.split(None, 5)[5] for line in lines if ".so" in line.rpartition("/")[2]}
