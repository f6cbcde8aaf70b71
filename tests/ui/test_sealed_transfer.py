"""Exports and imports of a diary under a passphrase, from the window: what is kept stays encrypted all the while."""

import json
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from painmap.exchange import json_file
from painmap.exchange.forms import Form, Handed
from painmap.paths import DIARY_FILE
from painmap.storage import backups, keys
from painmap.storage.diary import Diary
from painmap.storage.keys import Key
from painmap.storage.sealing import Change

PASSPHRASE = "chestnut bicycle harbour"
HELD, BROUGHT = "Kastanienallee", "Hafenrundfahrt"


@pytest.fixture(autouse=True)
def _told(monkeypatch):
    monkeypatch.setattr(keys, "ROUNDS", 1000)
    yield
    keys.forget()


@pytest.fixture
def files(tmp_path):
    """Where exports go and imports come from, apart from the diary."""
    made = tmp_path.with_name(f"{tmp_path.name}-files")
    made.mkdir()
    return made


@pytest.fixture
def painmap(start, check_in, tmp_path, moment, files):
    told = [check_in(n, {"back-sacrum": 5}, note=f"{HELD} {n}") for n in range(40)]
    with Diary.open(tmp_path / DIARY_FILE, moment()) as diary:
        diary.merge(told)
        change = Change(diary.path, Key.new(PASSPHRASE))
        change.prepare(moment())
        change.take_place(diary)
    json_file.write([check_in(50 + n, note=f"{BROUGHT} {n}") for n in range(40)], files / "in.json", moment())
    painmap = start()
    painmap.window.show_page("settings")
    transfer = painmap.window.transfer
    transfer._ask_target = lambda parent, name: files / name
    transfer._ask_source = lambda parent: files / "in.json"
    return painmap


def plain_files(folder: Path) -> list[str]:
    """The files below a folder that have one of the patient's words in them."""
    words = [word.encode(coding) for word in (HELD, BROUGHT) for coding in ("utf-8", "utf-16-le")]
    found = [each for each in folder.rglob("*") if each.is_file()]
    assert found
    return [each.name for each in found if any(word in each.read_bytes() for word in words)]


def test_every_form_is_exported_and_nothing_plain_is_left_beside_the_diary(painmap, files, tmp_path, qtbot):
    for form in Form:
        painmap.window.transfer.export(Handed(form))
        qtbot.waitUntil(lambda: not painmap.window.transfer.background.busy)
        assert painmap.window.trouble.text.startswith("Exported 40 check-ins")
        assert plain_files(tmp_path) == []
    written = json.loads((files / "painmap-2026-11-22.json").read_text(encoding="utf-8"))
    assert written["check_ins"][0]["note"].startswith(HELD)


@pytest.mark.parametrize("stopped", [False, True])
def test_an_import_is_encrypted_before_during_and_after(qtbot, painmap, tmp_path, stopped, monkeypatch):
    monkeypatch.setattr("painmap.ui.progress.DELIBERATE_MS", 0)
    page, transfer = painmap.window.pages["settings"], painmap.window.transfer
    transfer.background.patience = 60
    page.import_asked.emit()
    assert page.importing.act.text() == "Bring in 40 check-ins"
    reached, goes_on = Event(), Event()

    def hold(_course: object, words: str, percent: int) -> None:
        if words == "Bringing the file in" and percent == 100 and not reached.is_set():
            reached.set()
            assert goes_on.wait(20)

    transfer.background._told.connect(hold, Qt.ConnectionType.DirectConnection)
    transfer.background.patience = 0
    QTest.mouseClick(page.importing.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(reached.is_set)
    assert plain_files(tmp_path) == []
    if stopped:
        QTest.mouseClick(transfer.progress.cancel, Qt.MouseButton.LeftButton)
    goes_on.set()
    qtbot.waitUntil(lambda: not transfer.background.busy)
    assert painmap.diary.count() == (40 if stopped else 80)
    assert plain_files(tmp_path) == []
    (copy,) = [each for each in backups.copies(tmp_path / backups.BACKUPS) if each.reason == "before-import"]
    assert keys.salt_of(tmp_path / backups.BACKUPS / copy.name) == painmap.diary.database.key.salt
    with Diary.look(tmp_path / backups.BACKUPS / copy.name) as before:
        assert before.count() == 40
