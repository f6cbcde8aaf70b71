"""What every test may lean on: no screen, one fixed moment, and check-ins by the line."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest

from painmap.domain.checkin import CheckIn, RegionPain

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=timezone(timedelta(hours=1)))


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
