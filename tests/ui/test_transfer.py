"""Export and import from the Settings page of a real window."""

import json

import pytest
from PySide6.QtCore import Qt

from painmap.exchange.csv_file import rows_of
from painmap.exchange.forms import Form
from painmap.storage import backups
from painmap.storage.merging import Merged
from painmap.ui.moving.brought import brought_text
from painmap.ui.moving.diary_card import FORMS, TOLD, WITH_NOTES

LEFT = Qt.MouseButton.LeftButton


def take(qtbot, page) -> None:
    """Brings in what is shown."""
    qtbot.mouseClick(page.importing.act, LEFT)


@pytest.fixture
def settings_page(start, check_in):
    painmap = start(check_in(1, {"back-sacrum": 5}, overall_pain=5), check_in(2, overall_pain=0))
    painmap.window.show_page("settings")
    return painmap, painmap.window.pages["settings"]


def test_everything_is_exported_where_the_patient_says(qtbot, settings_page, tmp_path):
    painmap, page = settings_page
    painmap.window.transfer._ask_target = lambda parent, name: tmp_path / name
    page.export_asked.emit(None)
    written = json.loads((tmp_path / "painmap-2026-11-22.json").read_text(encoding="utf-8"))
    assert len(written["check_ins"]) == 2
    assert "Exported 2 check-ins" in painmap.window.trouble.text


def test_leaving_the_dialog_does_nothing(settings_page):
    painmap, page = settings_page
    painmap.window.transfer._ask_target = lambda parent, name: None
    painmap.window.transfer._ask_source = lambda parent: None
    page.export_asked.emit(None)
    page.import_asked.emit()
    assert not painmap.window.trouble.isVisible()


def test_a_place_that_cannot_be_written_is_told(settings_page, tmp_path):
    painmap, page = settings_page
    painmap.window.transfer._ask_target = lambda parent, name: tmp_path / "nowhere" / name
    page.export_asked.emit(None)
    assert painmap.window.trouble.isVisible()
    assert "choose" in painmap.window.trouble.text


def test_an_import_is_seen_at_once_and_a_copy_stands_before(qtbot, settings_page, tmp_path):
    painmap, page = settings_page
    painmap.window.transfer._ask_target = lambda parent, name: tmp_path / "all.json"
    page.export_asked.emit(None)
    for check_in in painmap.diary.all():
        painmap.journal.delete(check_in)
    painmap.window.transfer._ask_source = lambda parent: tmp_path / "all.json"
    page.import_asked.emit()
    assert painmap.diary.count() == 0
    take(qtbot, page)
    assert painmap.diary.count() == 2
    assert "2 check-ins added" in painmap.window.trouble.text
    assert not painmap.journal.can_undo


def test_importing_over_a_diary_backs_it_up_first(qtbot, settings_page, tmp_path):
    painmap, page = settings_page
    painmap.window.transfer._ask_target = lambda parent, name: tmp_path / "all.json"
    painmap.window.transfer._ask_source = lambda parent: tmp_path / "all.json"
    page.export_asked.emit(None)
    painmap.journal.delete(painmap.diary.all()[0])
    page.import_asked.emit()
    take(qtbot, page)
    names = [path.name for path in (tmp_path / backups.BACKUPS).iterdir()]
    assert any("before-import" in name for name in names)


def test_a_bad_file_changes_nothing_and_names_what_is_wrong(settings_page, tmp_path):
    painmap, page = settings_page
    (tmp_path / "bad.json").write_text('{"format": "painmap-diary", "version": 2}', encoding="utf-8")
    painmap.window.transfer._ask_source = lambda parent: tmp_path / "bad.json"
    page.import_asked.emit()
    assert painmap.diary.count() == 2
    assert "version" in painmap.window.trouble.text


def test_importing_into_an_empty_diary_speaks_of_no_backup(qtbot, settings_page, tmp_path):
    painmap, page = settings_page
    painmap.window.transfer._ask_target = lambda parent, name: tmp_path / "all.json"
    painmap.window.transfer._ask_source = lambda parent: tmp_path / "all.json"
    page.export_asked.emit(None)
    for check_in in painmap.diary.all():
        painmap.journal.delete(check_in)
    page.import_asked.emit()
    take(qtbot, page)
    assert painmap.window.trouble.text == "2 check-ins added."


def test_what_was_brought_in_is_said_without_counts_of_zero():
    uses = Merged(added=1, updated=1, unchanged=2)
    assert brought_text(Merged(older=3, others={"uses": uses})) == (
        "1 use added. 1 entry replaced by a newer version. 5 entries in the diary already."
    )
    assert brought_text(Merged(unchanged=1)) == "Nothing new was added. 1 entry in the diary already."


@pytest.mark.parametrize("form", list(Form))
def test_every_form_is_written_from_the_card(qtbot, settings_page, tmp_path, form):
    painmap, page = settings_page
    names = []
    painmap.window.transfer._ask_target = lambda parent, name: names.append(name) or tmp_path / "out"
    card = page.diary
    qtbot.mouseClick(card.form.buttons[[value for _, value in FORMS].index(form)], LEFT)
    assert card.told.text() == TOLD[form]
    assert card.without_notes.isVisible() is (form in WITH_NOTES)
    qtbot.mouseClick(card.export, LEFT)
    assert names[0].endswith(form.suffix)
    assert (tmp_path / "out").stat().st_size > 100
    assert "Exported 2 check-ins" in painmap.window.trouble.text


def test_notes_can_be_left_out_from_the_card(qtbot, start, check_in, tmp_path):
    painmap = start(check_in(1, {"back-sacrum": 5}, note="Unspeakable"))
    painmap.window.show_page("settings")
    page = painmap.window.pages["settings"]
    painmap.window.transfer._ask_target = lambda parent, name: tmp_path / name
    qtbot.mouseClick(page.diary.form.buttons[3], LEFT)
    qtbot.mouseClick(page.diary.without_notes, LEFT)
    qtbot.mouseClick(page.diary.export, LEFT)
    written = (tmp_path / "painmap-regions-2026-11-22.csv").read_text(encoding="utf-8")
    assert "Unspeakable" not in written
    assert written.startswith("\ufeffcheck_in,")


def test_regions_left_out_of_reports_stay_out_unless_the_patient_says_otherwise(qtbot, settings_page, tmp_path):
    painmap, page = settings_page
    card = page.diary
    painmap.window.transfer._ask_target = lambda parent, name: tmp_path / name
    qtbot.mouseClick(card.form.buttons[2], LEFT)
    assert not card.without_regions.isVisible()
    painmap.window._settings.choose(report_left_out=["back-sacrum"])
    assert card.without_regions.isVisible()
    assert card.without_regions.text() == "Leave out the 1 region left out of reports"
    qtbot.mouseClick(card.export, LEFT)
    file = tmp_path / "painmap-days-2026-11-22.csv"
    assert {row["back-sacrum"] for row in rows_of(file.read_bytes())} == {""}
    file.unlink()
    qtbot.mouseClick(card.without_regions, LEFT)
    qtbot.mouseClick(card.export, LEFT)
    assert {row["back-sacrum"] for row in rows_of(file.read_bytes())} == {"", "5"}
    qtbot.mouseClick(card.form.buttons[0], LEFT)
    assert not card.without_regions.isVisible()
    assert card.handed.everything
