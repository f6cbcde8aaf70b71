"""A look at a backup and a restore that take long, and stopping them, in a real window."""

import pytest
from held_work import BACKUP, LEFT, Gate, click, escape, finished
from PySide6.QtTest import QTest

from painmap.domain.restoring import Way
from painmap.domain.sample import sample
from painmap.storage import backups
from painmap.ui import progress
from painmap.ui.backups.restore_view import NOT_DONE, NOT_LOOKED


@pytest.fixture(autouse=True)
def _meant(monkeypatch):
    monkeypatch.setattr(progress, "DELIBERATE_MS", 0)


@pytest.fixture
def painmap(start, moment):
    return start(*sample(60, moment().date(), 1, moment()))


@pytest.fixture
def page(painmap):
    painmap.window.show_page("settings")
    return painmap.window.pages["settings"]


@pytest.fixture
def restoring(qtbot, painmap, page, moment):
    """A backup with more than the diary has is looked at and shown; the gate holds what is done with it."""
    folder = painmap.data_dir / backups.BACKUPS
    backups.before("import", painmap.diary, folder, moment())
    check_ins = painmap.diary.all()
    painmap.diary.make((), check_ins[:20])
    page.restore.background.patience = 60
    page.show_restore()
    gate = Gate(qtbot, page.restore.background)
    yield page.restore, gate
    gate.let_go()


def test_a_look_at_a_backup_can_be_cancelled_and_made_up_for(qtbot, painmap, page, restoring):
    view, gate = restoring
    gate.hold("Reading the backup", 50)
    QTest.mouseClick(view.list.rows[0], LEFT)
    gate.reached()
    assert view.progress.isVisible()
    escape(view.progress)
    gate.let_go()
    finished(qtbot, view)
    assert view.trouble.text() == NOT_LOOKED
    assert not view.act.isVisible()
    QTest.mouseClick(view.list.rows[0], LEFT)
    finished(qtbot, view)
    assert view.act.isVisible()


def test_a_restore_that_takes_long_is_opened_with_the_keyboard_on_the_backup(qtbot, page, restoring):
    view, gate = restoring
    page.show_settings()
    gate.hold("Reading the backup", 50)
    page.show_restore()
    gate.reached()
    gate.let_go()
    finished(qtbot, view)
    assert view.list.rows[0].hasFocus()


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize(
    ("words", "percent"), [("Comparing it with the diary", 0), (BACKUP, 0), ("Bringing the backup back", 50)]
)
def test_a_cancelled_restore_leaves_the_diary_as_it_was(qtbot, painmap, restoring, way, words, percent):
    view, gate = restoring
    QTest.mouseClick(view.way.segments[list(Way).index(way)], LEFT)
    before = painmap.diary.path.read_bytes()
    gate.hold(words, percent)
    QTest.mouseClick(view.act, LEFT)
    gate.reached()
    click(view.progress)
    gate.let_go()
    finished(qtbot, view)
    assert painmap.diary.path.read_bytes() == before
    assert view.trouble.text() == NOT_DONE
    assert not view.waiting.isVisible()


def test_a_restore_that_takes_long_is_done_and_said(qtbot, painmap, restoring):
    view, gate = restoring
    count = painmap.diary.count()
    gate.hold("Bringing the backup back", 50)
    QTest.mouseClick(view.act, LEFT)
    gate.reached()
    gate.let_go()
    qtbot.waitUntil(lambda: view.well.hasFocus(), timeout=20_000)
    finished(qtbot, view)
    assert painmap.diary.count() == count + 20
    assert "added" in painmap.window.trouble.text
