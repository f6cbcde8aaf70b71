"""What tests of the command line lean on: the standing clock, a filled diary, and what was said."""

import os
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from painmap.domain.checkin import CheckIn
from painmap.domain.contents import Contents
from painmap.domain.sample import sample
from painmap.paths import DIARY_FILE
from painmap.storage.diary import Diary

NOW = datetime(2026, 11, 22, 21, 30, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()


def told() -> tuple[CheckIn, ...]:
    """The check-ins in the diary that `fill` writes: 60 days."""
    return whole().check_ins


def whole() -> Contents:
    """Everything in that diary."""
    return sample(60, TODAY, 1, NOW)


def fill(folder: Path) -> None:
    """Writes a diary."""
    with Diary.open(folder / DIARY_FILE, NOW) as diary:
        diary.merge(whole())


class Said:
    """What the last command said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def out(self) -> str:
        out, err = self._capsys.readouterr()
        assert err == ""
        return out

    def err(self) -> str:
        out, err = self._capsys.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        assert err.endswith(".\n")
        return err


def typed(*argv: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    """What a real process says."""
    command = [sys.executable, "-m", "painmap", *argv]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environ}, check=False)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
