"""Ctrl+C during an import or an export: nothing is left half done, and one sentence says so."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from terminal import NOW, Said, fill, snapshot

from painmap import clock
from painmap.cli import STOPPED, run
from painmap.commands import exchange
from painmap.commands.exchange import NOT_EXPORTED, NOT_IMPORTED
from painmap.commands.stopping import stoppable
from painmap.domain.course import Cancelled
from painmap.domain.sample import sample
from painmap.exchange import json_file
from painmap.paths import DIARY_FILE
from painmap.storage import backups, merging
from painmap.storage.diary import Diary


@pytest.fixture(autouse=True)
def _the_clock_stands(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    before = signal.getsignal(signal.SIGINT)
    yield
    assert signal.getsignal(signal.SIGINT) is before


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    return Said(capsys)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a diary and a file of which everything is new."""
    monkeypatch.chdir(tmp_path)
    fill(tmp_path / "diary")
    json_file.write(sample(90, NOW.date(), 5, NOW), tmp_path / "in.json", NOW)
    return tmp_path


def interrupting(monkeypatch: pytest.MonkeyPatch, where: object, name: str, times: int = 1, *, after: int = 0) -> None:
    """Ctrl+C is pressed where a function is called, in the end as often as that."""
    was: Callable[..., object] = getattr(where, name)
    called = 0

    def pressed(*given: object, **named: object) -> object:
        nonlocal called
        called += 1
        if called == 1 + after:
            for _ in range(times):
                signal.raise_signal(signal.SIGINT)
        return was(*given, **named)

    monkeypatch.setattr(where, name, pressed)


@pytest.mark.parametrize(
    ("where", "name", "after"),
    [
        (json_file, "_text", 0),
        (json_file, "_once", 60),
        (backups, "before", 0),
        (merging, "write", 0),
        (merging, "write", 100),
        (merging, "check", 0),
    ],
)
def test_a_stopped_import_leaves_the_diary(
    home: Path, said: Said, monkeypatch: pytest.MonkeyPatch, where: object, name: str, after: int
) -> None:
    before = (home / "diary" / DIARY_FILE).read_bytes()
    interrupting(monkeypatch, where, name, after=after)
    assert run(["--data-dir", "diary", "import", "in.json"]) == STOPPED
    assert said.err() == f"{NOT_IMPORTED}\n"
    assert (home / "diary" / DIARY_FILE).read_bytes() == before
    assert not (home / "diary" / f"{DIARY_FILE}-journal").exists()


def test_an_import_that_is_in_the_diary_is_told_as_that(
    home: Path, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupting(monkeypatch, merging.Merge, "merged")
    assert run(["--data-dir", "diary", "import", "in.json"]) == 0
    assert "check-ins added" in said.out()
    with Diary.read(home / "diary" / DIARY_FILE) as diary:
        assert diary.count() > 60


@pytest.mark.parametrize("form", ["json", "csv-days", "xlsx", "fhir"])
@pytest.mark.parametrize("name", ["file_of", "write_whole"])
def test_a_stopped_export_leaves_no_file(
    home: Path, said: Said, monkeypatch: pytest.MonkeyPatch, form: str, name: str
) -> None:
    before = snapshot(home)
    interrupting(monkeypatch, exchange, name)
    assert run(["--data-dir", "diary", "export", "out", "--as", form]) == STOPPED
    assert said.err() == f"{NOT_EXPORTED}\n"
    assert snapshot(home) == before


def test_pressed_twice_it_stops_at_once_and_nothing_is_left_either(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (home / "diary" / DIARY_FILE).read_bytes()
    interrupting(monkeypatch, merging, "write", 2, after=20)
    assert run(["--data-dir", "diary", "import", "in.json"]) == STOPPED
    assert (home / "diary" / DIARY_FILE).read_bytes() == before


def test_work_that_is_not_stopped_goes_on() -> None:
    with stoppable("It was stopped.") as course:
        course.step("On")
        course.at(1, 2)
        course.settle()
        signal.raise_signal(signal.SIGINT)
    with stoppable("It was stopped.") as course:
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(Cancelled, match="It was stopped"):
            course.step("On")


def test_a_real_process_leaves_with_130_and_the_diary_as_it_was(home: Path) -> None:
    # The process asks the clock of the computer, which may show an earlier day than the tests.
    then = NOW.replace(year=2024)
    json_file.write(sample(1500, then.date(), 6, then), home / "long.json", then)
    diary, journal = home / "diary" / DIARY_FILE, home / "diary" / f"{DIARY_FILE}-journal"
    before = diary.read_bytes()
    command = [sys.executable, "-m", "painmap", "--data-dir", "diary", "import", "long.json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 60
    # SQLite's journal of the diary is there from the first change until the commit.
    while not journal.exists() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.001)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (STOPPED, "", f"{NOT_IMPORTED}\n")
    assert diary.read_bytes() == before
