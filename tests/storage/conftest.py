"""Where the diary of a test is, where its backups are, and that no key of one test is known in the next."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from painmap.paths import DIARY_FILE
from painmap.storage import keys
from painmap.storage.backups import BACKUPS


@pytest.fixture(autouse=True)
def nothing_told(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keys are made quickly, and are forgotten afterwards."""
    monkeypatch.setattr(keys, "ROUNDS", 10)
    yield
    keys.forget()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the diary is, or is to be."""
    return tmp_path / DIARY_FILE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the backups, which is not there yet."""
    return tmp_path / BACKUPS
