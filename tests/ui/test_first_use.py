"""What got in the way of someone who used Painmap for the first time."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDateEdit, QMenu

from painmap.domain.regions import regions
from painmap.ui.fitting import FRAME, SIZE

LEFT = Qt.MouseButton.LeftButton
SIX = tuple(regions())[:6]


def test_a_note_and_dates_and_menus_are_as_large_as_all_other_text(start):
    painmap = start()
    painmap.window.page("trends")
    for size in (100, 150):
        painmap.settings.choose(text_size=size)
        font = painmap.appearance.theme.font("body")
        trends = painmap.window.pages["trends"]
        for part in (
            painmap.window.today.panel.fold.note.field,
            *trends.findChildren(QDateEdit),
            *trends.findChildren(QMenu),
        ):
            part.ensurePolished()
            assert (part.font().family(), part.font().pointSizeF()) == (font.family(), font.pointSizeF()), part


def test_coming_back_to_today_selects_no_region(qtbot, start, press):
    painmap = start()
    window, entry = painmap.window, painmap.window.today.entry
    qtbot.mouseClick(window.rail.items["settings"], LEFT)
    window.pages["settings"].setFocus(Qt.FocusReason.TabFocusReason)
    window.focusNextChild()
    qtbot.mouseClick(window.rail.items["today"], LEFT)
    assert entry.selected is None
    window.show_bad_day()
    qtbot.mouseClick(window.bad_day.finish, LEFT)
    assert entry.selected is None
    press(painmap, "6")
    assert not list(painmap.diary.all())


def test_what_the_last_change_said_is_never_cut_off(qtbot, start, check_in):
    painmap = start(
        check_in(0, dict.fromkeys(SIX, 5), overall_pain=5), check_in(0, dict.fromkeys(SIX, 4), overall_pain=4)
    )
    top = painmap.window.today.top
    for size in (100, 150):
        painmap.settings.choose(text_size=size)
        painmap.window.today.entry.no_pain()
        qtbot.wait(1)
        words = top.undo_bar._words
        assert words.text() == "6 regions cleared. No pain today."
        assert words.width() >= words.sizeHint().width()
        assert words.mapTo(top, QPoint(0, 0)).x() >= top._check_ins.geometry().right()
        painmap.journal.undo()


def test_a_note_is_gone_on_with_at_its_end(qtbot, start, check_in):
    painmap = start(check_in(0, overall_pain=5, note="Slept badly."))
    panel = painmap.window.today.panel
    qtbot.mouseClick(panel.more, LEFT)
    qtbot.keyClicks(panel.fold.note.field, " Warm bath.")
    assert panel.fold.note.field.toPlainText() == "Slept badly. Warm bath."


def test_the_thirteenth_chip_is_as_wide_as_the_others_from_the_first_tap(start, tap):
    painmap = start()
    tap(painmap.window.today.stage.body_view, "back-sacrum")
    feels = painmap.window.today.panel.feels
    painmap.window.grab()
    assert feels.swollen.width() == next(iter(feels.chips.values())).width()


def test_every_quality_is_in_sight_with_the_largest_text(qtbot, start, tap):
    painmap = start(size=(1280, 800))
    painmap.settings.choose(text_size=150)
    tap(painmap.window.today.stage.body_view, "back-sacrum")
    painmap.window.today.entry.choose(5)
    panel = painmap.window.today.panel
    qtbot.waitUntil(lambda: not panel.feels.swollen.visibleRegion().isEmpty())
    assert panel.feels.swollen.visibleRegion().boundingRect().height() == panel.feels.swollen.height()
    assert panel.feels.swollen.height() >= 44
    assert min(number.height() for number in panel.pain.row.numbers) >= 44


def test_the_window_is_never_larger_than_the_screen(qtbot, start):
    painmap = start()
    painmap.window.open_fitting()
    room = painmap.window.screen().availableGeometry().size()
    fits = room.width() >= SIZE.width() + FRAME.width() and room.height() >= SIZE.height() + FRAME.height()
    assert painmap.window.isMaximized() is not fits
    assert painmap.window.normalGeometry().size().boundedTo(SIZE) == painmap.window.normalGeometry().size()


def test_a_second_check_in_is_begun_and_rated_without_a_mouse(qtbot, start, press, check_in):
    painmap = start(check_in(0, overall_pain=5))
    top = painmap.window.today.top
    top._buttons()[-1].setFocus(Qt.FocusReason.TabFocusReason)
    press(painmap, Qt.Key.Key_Return, Qt.Key.Key_Down, "7")
    first, second = painmap.diary.all()
    assert not first.regions
    assert [pain.intensity for pain in second.regions.values()] == [7]


def test_the_keyboard_stays_with_the_check_in_it_chose(start, press, check_in):
    painmap = start(check_in(0, overall_pain=5), check_in(0, overall_pain=6))
    top = painmap.window.today.top
    top._buttons()[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(painmap, Qt.Key.Key_Return)
    assert painmap.window.today.entry.check_in.overall_pain == 5
    assert top._buttons()[0].hasFocus()
    press(painmap, Qt.Key.Key_Tab)
    assert top._buttons()[1].hasFocus()


def test_keys_that_open_a_page_bring_the_keyboard_to_its_name(start):
    painmap = start()
    for name in ("history", "settings"):
        painmap.window.show_page(name)
        assert painmap.window.rail.items[name].hasFocus()


def test_what_a_control_belongs_to_is_told_with_it(start, tap):
    painmap = start()
    today = painmap.window.today
    tap(today.stage.body_view, "back-sacrum")
    assert today.panel.feels.clear.accessibleName() == f"Clear this region, {regions()['back-sacrum'].label}"
    assert today.panel.pain.row.numbers[10].accessibleDescription() == "worst imaginable"
    period = painmap.window.page("trends").periods.segments
    assert period.segments[0].accessibleDescription() == "Period"
