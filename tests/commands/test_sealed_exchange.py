"""Exports and imports of a diary under a passphrase by command: what is kept stays encrypted."""

import io
import json
import signal
import sys
from pathlib import Path

import pytest
from terminal import NOW

from painmap import clock
from painmap.cli import STOPPED, run
from painmap.commands.exchange import NOT_IMPORTED
from painmap.domain.checkin import CheckIn
from painmap.exchange import json_file
from painmap.exchange.forms import Form
from painmap.paths import DIARY_FILE
from painmap.storage import backups, keys, merging
from painmap.storage.diary import Diary
from painmap.storage.keys import Key
from painmap.storage.sealing import Change, unlock

PASSPHRASE = "chestnut bicycle harbour"
HELD, BROUGHT = "Kastanienallee", "Hafenrundfahrt"


def noted(word: str, number: int) -> CheckIn:
    return CheckIn(f"00000000-0000-4000-8000-{number:012}", NOW.date(), NOW, NOW, note=f"{word} {number}")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A folder to work in, with a diary under a passphrase, which is typed once a command, and a file to bring in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(keys, "ROUNDS", 1000)
    with Diary.open(tmp_path / "diary" / DIARY_FILE, NOW) as diary:
        diary.merge([noted(HELD, n) for n in range(40)])
        change = Change(diary.path, Key.new(PASSPHRASE))
        change.prepare(NOW)
        change.take_place(diary)
    json_file.write([noted(BROUGHT, 100 + n) for n in range(40)], tmp_path / "in.json", NOW)
    keys.forget()
    yield tmp_path
    keys.forget()


def typed(monkeypatch: pytest.MonkeyPatch, *argv: str) -> int:
    keys.forget()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{PASSPHRASE}\n".encode()), encoding="utf-8"))
    return run(["--data-dir", "diary", "--passphrase-stdin", *argv])


def plain_files(folder: Path) -> list[str]:
    """The files below a folder that have one of the patient's words in them."""
    words = [word.encode(coding) for word in (HELD, BROUGHT) for coding in ("utf-8", "utf-16-le")]
    return [
        each.name for each in folder.rglob("*") if each.is_file() and any(word in each.read_bytes() for word in words)
    ]


@pytest.mark.parametrize("form", list(Form))
def test_an_export_is_plain_and_nothing_beside_the_diary_is(home, monkeypatch, capsys, form) -> None:
    assert typed(monkeypatch, "export", f"out{form.suffix}", "--as", form) == 0
    assert "Exported 40 check-ins" in capsys.readouterr().out
    assert plain_files(home / "diary") == []
    if form is Form.JSON:
        written = json.loads((home / "out.json").read_text(encoding="utf-8"))
        assert len(written["check_ins"]) == 40


def test_an_import_is_encrypted_and_so_is_the_backup_before_it(home, monkeypatch, capsys) -> None:
    assert typed(monkeypatch, "import", "in.json") == 0
    assert "40 check-ins added" in capsys.readouterr().out
    assert plain_files(home / "diary") == []
    found = backups.copies(home / "diary" / backups.BACKUPS)
    (copy,) = [each for each in found if each.reason == "before-import"]
    path = home / "diary" / backups.BACKUPS / copy.name
    unlock(path, PASSPHRASE)
    with Diary.look(path) as before, Diary.read(home / "diary" / DIARY_FILE) as diary:
        assert (before.count(), diary.count()) == (40, 80)
        assert before.database.key == diary.database.key is not None


def test_a_stopped_import_leaves_it_byte_for_byte_and_nothing_plain(home, monkeypatch, capsys) -> None:
    before = (home / "diary" / DIARY_FILE).read_bytes()
    was, seen = merging.check, []

    def late(*given) -> None:
        was(*given)
        seen.extend(plain_files(home / "diary"))
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(merging, "check", late)
    assert typed(monkeypatch, "import", "in.json") == STOPPED
    assert capsys.readouterr().err == f"{NOT_IMPORTED}\n"
    assert (home / "diary" / DIARY_FILE).read_bytes() == before
    assert plain_files(home / "diary") == seen == []
