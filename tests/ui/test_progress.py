"""What is shown while an export, an import or a restore goes on, and stopping it, in a real window."""

import resource
import threading

import pytest
from held_work import BACKUP, LEFT, Gate, click, escape, finished
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from painmap.domain.sample import sample
from painmap.exchange import json_file
from painmap.exchange.forms import Form, Handed
from painmap.paths import DIARY_FILE
from painmap.storage import backups, keys
from painmap.storage.diary import Diary
from painmap.storage.keys import Key
from painmap.storage.sealing import Change
from painmap.ui import progress
from painmap.ui.progress import LAST, SAFE, STOPPING
from painmap.ui.transfer import BACKED_UP, NOT_BROUGHT, NOT_EXPORTED, NOT_LOOKED

WORDS = "chestnut bicycle harbour"


@pytest.fixture(autouse=True)
def _meant(monkeypatch):
    monkeypatch.setattr(progress, "DELIBERATE_MS", 0)
    monkeypatch.setattr(keys, "ROUNDS", 1000)
    yield
    keys.forget()


@pytest.fixture
def told(monkeypatch) -> list[str]:
    """What a screen reader was told."""
    heard: list[str] = []
    monkeypatch.setattr(progress, "say_aloud", lambda widget, text: heard.append(text))
    return heard


@pytest.fixture
def folder(tmp_path):
    """Where exports go and imports come from, apart from the diary."""
    made = tmp_path / "files"
    made.mkdir()
    return made


@pytest.fixture
def painmap(start, moment):
    return start(*sample(60, moment().date(), 1, moment()))


@pytest.fixture
def page(painmap):
    painmap.window.show_page("settings")
    return painmap.window.pages["settings"]


@pytest.fixture
def transfer(painmap, page, folder):
    made = painmap.window.transfer
    made._ask_target = lambda parent, name: folder / name
    made._ask_source = lambda parent: folder / "in.json"
    return made


@pytest.fixture
def gate(qtbot, transfer):
    made = Gate(qtbot, transfer.background)
    yield made
    made.let_go()


@pytest.fixture
def brought(folder, page, transfer, moment):
    """A file was looked at, of which everything is new, and is shown."""
    json_file.write(sample(70, moment().date(), 2, moment()), folder / "in.json", moment())
    transfer.background.patience = 60
    page.import_asked.emit()
    assert page.importing.isVisible()
    return page.importing


def test_it_shows_what_is_done_and_gives_the_keyboard_back(qtbot, painmap, page, transfer, gate, folder, told):
    page.diary.export.setFocus()
    gate.hold("Writing the workbook", 30)
    transfer.export(Handed(Form.WORKBOOK))
    card = transfer.progress
    assert card.isVisible()
    assert card.cancel.hasFocus()
    gate.reached()
    qtbot.waitUntil(lambda: card.bar.value() >= 30)
    assert card.doing.text() == card.bar.accessibleName() == "Writing the workbook"
    assert card.means.text() == SAFE
    assert not painmap.window.grab().isNull()
    assert told[0].endswith(SAFE)
    card._say.timeout.emit()
    assert told[-1] == f"{card.bar.value()} percent"
    gate.let_go()
    finished(qtbot, transfer)
    assert not card.isVisible()
    assert page.diary.export.hasFocus()
    assert told[-1] == painmap.window.trouble.text
    assert told[-1].startswith("Exported ")
    assert [each.name for each in folder.iterdir()] == ["painmap-2026-11-22.xlsx"]


def test_nothing_else_can_be_used_meanwhile(qtbot, painmap, page, transfer, gate):
    gate.hold("Writing the file")
    transfer.export(Handed())
    gate.reached()
    window, cancel = painmap.window, transfer.progress.cancel
    assert not window.rail.items["today"].isEnabled()
    assert not page.diary.export.isEnabled()
    QTest.mouseClick(window.rail.items["today"], LEFT)
    for key in ("2", "Z", "Y"):
        QTest.keyClick(cancel, key, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(cancel, Qt.Key.Key_Tab)
    QTest.keyClick(cancel, Qt.Key.Key_F1)
    assert page.isVisible()
    assert cancel.hasFocus()
    gate.let_go()
    finished(qtbot, transfer)
    assert window.rail.items["today"].isEnabled()
    QTest.mouseClick(window.rail.items["history"], LEFT)
    assert window.pages["history"].isVisible()


@pytest.mark.parametrize("stop", [click, escape])
@pytest.mark.parametrize(
    ("form", "words", "percent"),
    [
        (Form.JSON, "Reading the diary", 0),
        (Form.JSON, "Writing the file", 50),
        (Form.PLACES, "Writing the file", 50),
        (Form.FHIR, "Writing the FHIR file", 50),
        (Form.WORKBOOK, "Writing the workbook", 20),
        (Form.WORKBOOK, "Writing the workbook", 90),
        (Form.JSON, "Saving the file", 0),
    ],
)
def test_a_cancelled_export_leaves_no_file(qtbot, painmap, transfer, gate, folder, stop, form, words, percent):
    gate.hold(words, percent)
    transfer.export(Handed(form))
    gate.reached()
    stop(transfer.progress)
    assert transfer.progress.means.text() == STOPPING
    assert not transfer.progress.cancel.isEnabled()
    gate.let_go()
    finished(qtbot, transfer)
    assert painmap.window.trouble.text == NOT_EXPORTED
    assert list(folder.iterdir()) == []
    assert "background" not in [each.name for each in threading.enumerate()]


@pytest.mark.parametrize("stop", [click, escape])
@pytest.mark.parametrize(("words", "percent"), [(BACKUP, 0), ("Bringing the file in", 0), ("Bringing the file in", 50)])
def test_a_cancelled_import_leaves_the_diary_as_it_was(
    qtbot, painmap, page, transfer, gate, brought, stop, words, percent
):
    before = painmap.diary.path.read_bytes()
    gate.hold(words, percent)
    transfer.background.patience = 0
    QTest.mouseClick(brought.act, LEFT)
    gate.reached()
    stop(transfer.progress)
    gate.let_go()
    finished(qtbot, transfer)
    assert painmap.diary.path.read_bytes() == before
    copies = backups.copies(painmap.data_dir / backups.BACKUPS)
    assert [each.reason for each in copies] == ["before-import"]
    assert painmap.window.trouble.text == (NOT_BROUGHT if words == BACKUP else f"{NOT_BROUGHT} {BACKED_UP}")
    assert page.diary.bring_in.hasFocus()


def test_an_import_that_is_being_settled_can_not_be_cancelled(qtbot, painmap, transfer, gate, brought):
    count = painmap.diary.count()
    gate.hold("Bringing the file in", 100)
    transfer.background.patience = 0
    QTest.mouseClick(brought.act, LEFT)
    gate.reached()
    assert transfer.background.settled is False
    gate.let_go()
    gate.hold("Bringing the file in", 100)
    gate.reached()
    card = transfer.progress
    qtbot.waitUntil(lambda: not card.cancel.isEnabled())
    assert card.means.text() == LAST
    escape(card)
    click(card)
    gate.let_go()
    finished(qtbot, transfer)
    assert painmap.diary.count() > count
    assert "added" in painmap.window.trouble.text


def test_a_look_at_a_file_can_be_cancelled(qtbot, painmap, page, transfer, gate, folder, moment):
    json_file.write(sample(70, moment().date(), 2, moment()), folder / "in.json", moment())
    gate.hold("Reading the file", 40)
    page.import_asked.emit()
    gate.reached()
    escape(transfer.progress)
    gate.let_go()
    finished(qtbot, transfer)
    assert painmap.window.trouble.text == NOT_LOOKED
    assert page.diary.isVisible()


@pytest.mark.parametrize("words", ["Reading the diary", "Writing the file"])
def test_closing_the_window_stops_an_export(qtbot, painmap, transfer, gate, folder, words):
    gate.hold(words)
    transfer.export(Handed())
    gate.reached()
    threading.Timer(0.05, gate.let_go).start()
    painmap.window.close()
    assert not painmap.window.isVisible()
    assert not transfer.background.busy
    assert list(folder.iterdir()) == []


def test_closing_the_window_stops_an_import(qtbot, painmap, transfer, gate, brought):
    before = painmap.diary.path.read_bytes()
    gate.hold("Bringing the file in", 50)
    transfer.background.patience = 0
    QTest.mouseClick(brought.act, LEFT)
    gate.reached()
    threading.Timer(0.05, gate.let_go).start()
    painmap.window.close()
    assert not transfer.background.busy
    assert painmap.diary.path.read_bytes() == before
    assert not painmap.diary.path.with_name(f"{DIARY_FILE}-journal").exists()


@pytest.fixture
def sealed(tmp_path, moment):
    with Diary.open(tmp_path / DIARY_FILE, moment()) as diary:
        diary.merge(sample(60, moment().date(), 1, moment()))
        change = Change(diary.path, Key.new(WORDS))
        change.prepare(moment())
        change.take_place(diary)


@pytest.mark.parametrize("ends_locked", [True, False])
def test_a_locked_window_shows_nothing_of_it_and_it_comes_to_its_end(
    qtbot, sealed, painmap, page, transfer, gate, brought, told, ends_locked
):
    count = painmap.diary.count()
    gate.hold("Bringing the file in", 50)
    transfer.background.patience = 0
    QTest.mouseClick(brought.act, LEFT)
    gate.reached()
    QTest.keyClick(transfer.progress.cancel, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert painmap.locking.locked
    assert not transfer.progress.isVisible()
    heard = len(told)
    if not ends_locked:
        qtbot.keyClicks(painmap.locking.screen.entry.field, WORDS)
        QTest.keyClick(painmap.locking.screen.entry.field, Qt.Key.Key_Return)
        assert transfer.progress.isVisible()
        qtbot.waitUntil(transfer.progress.cancel.hasFocus)
    gate.let_go()
    finished(qtbot, transfer)
    if ends_locked:
        assert len(told) == heard
        qtbot.keyClicks(painmap.locking.screen.entry.field, WORDS)
        QTest.keyClick(painmap.locking.screen.entry.field, Qt.Key.Key_Return)
    assert not transfer.progress.isVisible()
    assert painmap.diary.count() > count
    assert "added" in painmap.window.trouble.text
    qtbot.waitUntil(page.diary.bring_in.hasFocus)


def test_a_place_that_can_not_be_written_is_told_in_the_end(qtbot, painmap, transfer, folder):
    transfer._ask_target = lambda parent, name: folder / "nowhere" / name
    transfer.background.patience = 0
    transfer.export(Handed(Form.DAYS))
    finished(qtbot, transfer)
    assert "choose" in painmap.window.trouble.text
    assert list(folder.iterdir()) == []


def test_a_full_disk_is_told_and_leaves_no_file(qtbot, painmap, transfer, folder):
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, old[1]))
    try:
        transfer.background.patience = 0
        transfer.export(Handed())
        finished(qtbot, transfer)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert "full" in painmap.window.trouble.text
    assert list(folder.iterdir()) == []


def test_a_full_disk_during_an_import_leaves_the_diary(qtbot, painmap, transfer, gate, brought):
    before = painmap.diary.path.read_bytes()
    gate.hold("Bringing the file in")
    transfer.background.patience = 0
    QTest.mouseClick(brought.act, LEFT)
    gate.reached()
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before), old[1]))
    try:
        gate.let_go()
        finished(qtbot, transfer)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert "full" in painmap.window.trouble.text
    assert painmap.diary.path.read_bytes() == before


def test_a_diary_that_was_taken_away_is_told_and_nothing_is_begun(painmap, transfer, folder):
    moved = painmap.diary.path.with_name("moved")
    painmap.diary.path.rename(moved)
    transfer.export(Handed())
    assert not transfer.background.busy
    assert painmap.window.trouble.isVisible()
    assert list(folder.iterdir()) == []
    moved.rename(painmap.diary.path)


def test_a_tap_or_key_meant_for_what_was_there_before_stops_nothing(
    qtbot, painmap, transfer, gate, folder, monkeypatch
):
    monkeypatch.setattr(progress, "DELIBERATE_MS", 60_000)
    gate.hold("Writing the file")
    transfer.export(Handed())
    gate.reached()
    click(transfer.progress)
    escape(transfer.progress)
    monkeypatch.setattr(progress, "DELIBERATE_MS", 0)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", autorep=True)
    QApplication.sendEvent(transfer.progress.cancel, held)
    assert transfer.progress.cancel.isEnabled()
    gate.let_go()
    finished(qtbot, transfer)
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(("colours", "text_size"), [("light", 100), ("dark", 130), ("contrast", 150)])
def test_it_paints_and_nothing_is_cut_off(qtbot, painmap, transfer, gate, colours, text_size):
    painmap.window.resize(1024, 700)
    painmap.settings.choose(colours=colours, text_size=text_size)
    gate.hold("Writing the file", 30)
    transfer.export(Handed())
    gate.reached()
    card = transfer.progress
    painmap.window.resize(1100, 720)
    qtbot.waitUntil(lambda: card.size() == card.parentWidget().size())
    assert not painmap.window.grab().isNull()
    assert card.cancel.height() >= 52
    for part in (card.doing, card.bar, card.means, card.cancel):
        assert card.rect().contains(part.geometry().translated(card._card.pos()))
    gate.let_go()
    finished(qtbot, transfer)
