"""Looking at a file before it is brought in, by hand and by keyboard, in a real window."""

import json
from datetime import timedelta

import pytest
from kept_things import a_treatment, a_use
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from painmap.exchange import json_file
from painmap.exchange.foreign_values import Order
from painmap.ui.moving.import_view import NOTHING

LEFT = Qt.MouseButton.LeftButton
TABLE = "Datum;Schmerz;Müdigkeit;Stimmung;Bemerkung\n03.04.2025;6;7;3;Langer Tag\n04.04.2025;8;;2;\n05.04.2025;3;5;4;\n"


@pytest.fixture
def asked(start, check_in, tmp_path):
    """Opens the window, chooses a file of this content for the import, and gives the view."""

    def ask(content: str, name: str = "in.json"):
        painmap = start(check_in(1, {"back-sacrum": 5}, overall_pain=5))
        painmap.window.show_page("settings")
        page = painmap.window.pages["settings"]
        (tmp_path / name).write_text(content, encoding="utf-8")
        painmap.window.transfer._ask_source = lambda parent: tmp_path / name
        page.import_asked.emit()
        return painmap, page, page.importing

    return ask


def export(tmp_path, now, *kept) -> str:
    json_file.write(kept, tmp_path / "written.json", now)
    return (tmp_path / "written.json").read_text(encoding="utf-8")


def test_a_file_is_shown_before_it_is_brought_in(asked, check_in, tmp_path, now, qtbot):
    told = check_in(2, overall_pain=1), check_in(3, fatigue=2)
    painmap, page, view = asked(export(tmp_path, now, *told))
    assert view.isVisible()
    assert view.facts.rows[1] == ("New", "2 check-ins on 2 days")
    assert view.act.text() == "Bring in 2 check-ins"
    assert painmap.diary.count() == 1
    before = painmap.diary.all()
    qtbot.mouseClick(view.not_now, LEFT)
    assert painmap.diary.all() == before
    assert not view.isVisible()
    assert page.diary.bring_in.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_brings_it_in_and_escape_leaves(asked, check_in, tmp_path, now, key):
    painmap, page, view = asked(export(tmp_path, now, check_in(3, fatigue=2)))
    assert view.act.hasFocus()
    QTest.keyClick(view.act, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert painmap.diary.count() == 1
    page.import_asked.emit()
    QTest.keyClick(view.act, key)
    assert painmap.diary.count() == 2
    assert "1 check-in added" in painmap.window.trouble.text
    assert not view.isVisible()


def test_what_cannot_be_taken_is_named_and_left_out(asked, check_in, tmp_path, now, qtbot):
    file = json.loads(export(tmp_path, now, *(check_in(n, fatigue=2) for n in range(2, 12))))
    for record in file["check_ins"][:8]:
        record["fatigue"] = 11
    painmap, _, view = asked(json.dumps(file))
    assert ("Left out", "8") in view.facts.rows
    named = view.refused.accessibleName().split("\n")
    assert named[0].startswith("Left out: Check-in 1 (")
    assert named[-1] == "And 3 others."
    qtbot.mouseClick(view.act, LEFT)
    assert painmap.diary.count() == 3
    assert "8 left out." in painmap.window.trouble.text


def test_a_file_with_nothing_new_says_so(asked, tmp_path, check_in, now):
    _, page, view = asked(export(tmp_path, now, check_in(3, fatigue=2)))
    QTest.keyClick(view.act, Qt.Key.Key_Return)
    page.import_asked.emit()
    assert view.trouble.text() == NOTHING
    assert not view.act.isEnabled()
    assert view.not_now.hasFocus()


def test_uses_that_would_not_fit_are_told(asked, tmp_path, now):
    _, page, view = asked(export(tmp_path, now, a_treatment(now), a_use(now, at=now - timedelta(20))))
    QTest.keyClick(view.act, Qt.Key.Key_Return)
    later = a_treatment(now).changed(now + timedelta(minutes=1), start=now.date() - timedelta(2), pauses=())
    (tmp_path / "in.json").unlink()
    json_file.write([later], tmp_path / "in.json", now)
    page.import_asked.emit()
    assert "Ibuprofen began on" in view.trouble.text()
    assert not view.act.isEnabled()


def test_a_table_asks_what_can_be_read_twice_and_guesses_nothing(asked, qtbot):
    painmap, _, view = asked(TABLE, "in.csv")
    columns = view.columns
    assert [picker.value for picker in columns.pickers.values()] == [0, 1, 2, 4]
    assert columns.order.question.text() == "03.04.2025 is"
    assert [button.text() for button in columns.order.buttons] == ["3 Apr 2025", "4 Mar 2025"]
    assert columns.order.buttons[0].hasFocus()
    for picker, button in ((columns.order, 0), (columns.scales["pain"], 0), (columns.scales["fatigue"], 0)):
        assert picker.value is None
        assert not view.act.isEnabled()
        qtbot.mouseClick(picker.buttons[button], LEFT)
    assert columns.matching.order is Order.DAY_FIRST
    assert view.act.text() == "Bring in 3 check-ins"
    assert view.said.startswith("In the file: 3 days, 3 Apr to 5 Apr 2025. New: 3 check-ins on 3 days.")
    qtbot.mouseClick(view.act, LEFT)
    told = [(c.day.isoformat(), c.overall_pain, c.fatigue, c.note) for c in painmap.diary.all()[:3]]
    assert told == [("2025-04-03", 6, 7, "Langer Tag"), ("2025-04-04", 8, None, ""), ("2025-04-05", 3, 5, "")]


def test_the_columns_can_be_changed_and_stand_for_one_thing_each(asked, qtbot):
    _, _, view = asked(TABLE, "in.csv")
    pickers = view.columns.pickers
    mood = [button.text() for button in pickers["pain"].buttons].index("Stimmung")
    qtbot.mouseClick(pickers["pain"].buttons[mood], LEFT)
    assert view.columns.matching.pain == 3
    fatigue = [button.text() for button in pickers["fatigue"].buttons].index("Stimmung")
    qtbot.mouseClick(pickers["fatigue"].buttons[fatigue], LEFT)
    assert (view.columns.matching.pain, view.columns.matching.fatigue) == (None, 3)
    none = [button.text() for button in pickers["day"].buttons].index("None")
    qtbot.mouseClick(pickers["day"].buttons[none], LEFT)
    assert view.trouble.text() == "Say which column has the days."


def test_a_table_without_doubt_is_ready_at_once_and_says_what_was_made_of_it(asked):
    _, _, view = asked("Date,Pain (0-10)\n2025-03-01,6.5\n2025-03-02,0\n", "in.csv")
    assert not view.columns.order.isVisible()
    assert view.act.hasFocus()
    assert view.note.text().startswith("1 rating was rounded to a whole number from 0 to 10. Its days count as entered")


def test_a_bad_table_is_told(asked):
    painmap, page, _ = asked("nothing", "in.csv")
    assert "has no rows under a line of headings" in painmap.window.trouble.text
    assert not page.importing.isVisible()


def test_nothing_is_cut_off_and_every_part_has_a_name(asked, qtbot):
    painmap, _, view = asked(TABLE, "in.csv")
    painmap.window._settings.choose(text_size=150)
    painmap.window.resize(960, 640)
    for picker in (*view.columns.pickers.values(), view.columns.order):
        for button in picker.buttons:
            assert button.width() >= button.sizeHint().width()
            assert button.accessibleName()
            assert button.accessibleDescription()
    assert view.area.horizontalScrollBar().maximum() == 0
    assert not view.grab().isNull()


def test_what_is_asked_first_is_in_sight_in_large_text(asked, qtbot):
    painmap, page, view = asked(TABLE, "in.csv")
    painmap.window._settings.choose(text_size=150)
    painmap.window.resize(960, 640)
    page.import_asked.emit()
    first = view.columns.order.buttons[0]
    qtbot.waitUntil(lambda: view.area.viewport().rect().contains(first.mapTo(view.area, first.rect().center())))
