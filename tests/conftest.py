"""What every test may lean on: no screen, one fixed moment, check-ins by the line, and a place to type commands."""

import os
import shutil
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from terminal import NOW as TYPED_AT
from terminal import Said, fill

from painmap import clock
from painmap.domain.checkin import CheckIn, RegionPain

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=timezone(timedelta(hours=1)))

_SESSION = pytest.StashKey[pytest.Session]()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Remembers the session for its end."""
    session.config.stash[_SESSION] = session


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Ends the process with the exit code of the tests, once all is said and written.

    After thousands of windows in one process Qt for Python frees what is left in no order, and can crash when every
    test has passed. Painmap itself, as test_alone and test_start drive it, ends the usual way with its exit code.
    """
    session = config.stash.get(_SESSION, None)
    if session is not None and "PySide6.QtWidgets" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(session.exitstatus))


@pytest.fixture
def now() -> datetime:
    """A Sunday afternoon in November, with its UTC offset."""
    return NOW


@pytest.fixture
def check_in() -> Callable[..., CheckIn]:
    """Makes check-ins that differ in what the test says: `check_in(day, {"front-forehead": 4}, overall_pain=5)`.

    The day is a date, or how many days before today. It is written at 14:02 of its day unless told otherwise, and
    regions may be plain intensities. Each gets an id of its own.
    """
    made = 0

    def make(day: date | int = 0, regions: dict[str, RegionPain | int] | None = None, **said: Any) -> CheckIn:
        nonlocal made
        made += 1
        day = NOW.date() - timedelta(day) if isinstance(day, int) else day
        recorded_at = said.pop("recorded_at", NOW.replace(year=day.year, month=day.month, day=day.day))
        pains = {name: RegionPain(p) if isinstance(p, int) else p for name, p in (regions or {}).items()}
        blank = CheckIn(str(UUID(int=made)), day, recorded_at, said.pop("changed_at", recorded_at), regions=pains)
        return replace(blank, **said)

    return make


@pytest.fixture
def standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the program's clock stand at the moment of the filled diary."""
    monkeypatch.setattr(clock, "now", lambda: TYPED_AT)


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """What the last command said."""
    return Said(capsys)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with no diary in the usual place."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a diary of 60 days, to be copied and never changed."""
    folder = tmp_path_factory.mktemp("filled") / "diary"
    fill(folder)
    return folder


@pytest.fixture
def home(empty: Path, filled: Path) -> Path:
    """A folder to work in, with 60 days in the diary of the folder `diary`."""
    shutil.copytree(filled, empty / "diary")
    return empty
