"""The Today page, used by clicks and keys on a real diary."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from painmap.domain.checkin import CarriedOver, Quality
from painmap.storage.diary import Diary

LEFT = Qt.MouseButton.LeftButton


def kept(painmap):
    """The check-ins as another reader of the file sees them."""
    with Diary.read(painmap.diary.path) as diary:
        return diary.all()


def only(painmap):
    (check_in,) = kept(painmap)
    return check_in


def heading(painmap):
    stage = painmap.window.today.stage
    return stage._heading.text(), stage._state.text(), stage._count.text()


@pytest.fixture
def painmap(start):
    return start()


@pytest.fixture
def body_view(painmap):
    return painmap.window.today.stage.body_view


def test_the_first_tap_only_selects_and_asks_how_strong(painmap, body_view, tap):
    assert heading(painmap)[:2] == ("Tap where it hurts", "then choose how strong")
    tap(body_view, "front-right-hand")
    assert heading(painmap)[:2] == ("Right palm and fingers", "How strong?")
    assert kept(painmap) == ()


def test_a_number_rates_the_selected_region_and_becomes_what_the_next_tap_gives(qtbot, painmap, body_view, tap):
    tap(body_view, "front-right-hand")
    qtbot.mouseClick(painmap.window.today.stage.strength.numbers[6], LEFT)
    tap(body_view, "front-left-hand")
    assert {name: pain.intensity for name, pain in only(painmap).regions.items()} == {
        "front-right-hand": 6,
        "front-left-hand": 6,
    }
    assert heading(painmap) == ("Left palm and fingers", "6 of 10", "2 regions. The next tap gives 6.")


def test_thirty_regions_are_thirty_taps_and_one_number(painmap, body_view, tap, press):
    names = list(body_view.sliders)[:30]
    tap(body_view, names[0])
    press(painmap, "4")
    for name in names[1:]:
        tap(body_view, name)
    assert len(only(painmap).regions) == 30


def test_a_second_tap_on_a_rated_region_only_selects_it(painmap, body_view, tap, press):
    tap(body_view, "front-right-knee")
    press(painmap, "3")
    tap(body_view, "front-left-knee")
    press(painmap, "8")
    tap(body_view, "front-right-knee")
    assert only(painmap).regions["front-right-knee"].intensity == 3
    assert painmap.window.today.entry.selected == "front-right-knee"


@pytest.mark.parametrize("key", ["0", Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_nought_and_delete_take_the_rating_away(painmap, body_view, tap, press, key):
    tap(body_view, "front-right-knee")
    press(painmap, "3")
    tap(body_view, "front-left-knee")
    press(painmap, key)
    assert list(only(painmap).regions) == ["front-right-knee"]
    assert painmap.window.today.entry.selected == "front-left-knee"


def test_one_then_nought_is_ten_and_one_undo_takes_it_back(painmap, body_view, tap, press):
    tap(body_view, "back-sacrum")
    press(painmap, "1", "0")
    assert only(painmap).regions["back-sacrum"].intensity == 10
    painmap.journal.undo()
    assert kept(painmap) == ()


def test_a_number_chosen_before_any_tap_is_given_by_the_first_tap(qtbot, painmap, body_view, tap):
    qtbot.mouseClick(painmap.window.today.stage.strength.numbers[5], LEFT)
    tap(body_view, "front-left-knee")
    assert only(painmap).regions["front-left-knee"].intensity == 5


def test_overall_pain_and_fatigue_are_answered_apart_and_stay_empty_until_then(qtbot, painmap):
    panel = painmap.window.today.panel
    qtbot.mouseClick(panel.fatigue.row.numbers[7], LEFT)
    assert (only(painmap).overall_pain, only(painmap).fatigue) == (None, 7)
    qtbot.mouseClick(panel.pain.row.numbers[0], LEFT)
    assert (only(painmap).overall_pain, only(painmap).fatigue) == (0, 7)


def test_choosing_the_chosen_number_again_changes_nothing(qtbot, painmap, moment):
    number = painmap.window.today.panel.pain.row.numbers[6]
    qtbot.mouseClick(number, LEFT)
    before = only(painmap)
    moment.advance(minutes=1)
    qtbot.mouseClick(number, LEFT)
    assert only(painmap) == before
    assert number.isChecked()


def test_clear_takes_an_answer_back_to_not_answered(qtbot, painmap):
    panel = painmap.window.today.panel
    qtbot.mouseClick(panel.pain.row.numbers[6], LEFT)
    qtbot.mouseClick(panel.fatigue.row.numbers[6], LEFT)
    qtbot.mouseClick(panel.pain.clear, LEFT)
    assert only(painmap).overall_pain is None
    assert panel.pain._status.isVisible()


def test_a_digit_answers_the_question_that_has_the_keyboard(painmap, press):
    painmap.window.today.panel.fatigue.row.take_focus()
    press(painmap, "1", "0")
    assert only(painmap).fatigue == 10


def test_qualities_and_swollen_belong_to_the_selected_region(qtbot, painmap, body_view, tap, press):
    feels = painmap.window.today.panel.feels
    tap(body_view, "front-right-hand")
    assert not feels.chips[Quality.ACHING].isEnabled()
    press(painmap, "6")
    qtbot.mouseClick(feels.chips[Quality.ACHING], LEFT)
    qtbot.mouseClick(feels.chips[Quality.STIFF], LEFT)
    qtbot.mouseClick(feels.swollen, LEFT)
    tap(body_view, "front-left-hand")
    assert not feels.chips[Quality.ACHING].isChecked()
    pain = only(painmap).regions["front-right-hand"]
    assert (pain.qualities, pain.swollen) == (frozenset({Quality.ACHING, Quality.STIFF}), True)
    assert not only(painmap).regions["front-left-hand"].qualities


def test_a_new_number_keeps_how_it_feels(qtbot, painmap, body_view, tap, press):
    tap(body_view, "front-right-hand")
    press(painmap, "6")
    qtbot.mouseClick(painmap.window.today.panel.feels.chips[Quality.BURNING], LEFT)
    press(painmap, "7")
    pain = only(painmap).regions["front-right-hand"]
    assert (pain.intensity, pain.qualities) == (7, frozenset({Quality.BURNING}))


def test_no_pain_today_stores_real_zeros_and_says_what_it_cleared(qtbot, painmap, body_view, tap, press):
    tap(body_view, "front-right-hand")
    press(painmap, "6")
    tap(body_view, "front-left-hand")
    qtbot.mouseClick(painmap.window.today.panel.no_pain, LEFT)
    assert (only(painmap).overall_pain, dict(only(painmap).regions)) == (0, {})
    assert painmap.window.today.top.undo_bar._words.text() == "2 regions cleared. No pain today."
    painmap.journal.undo()
    assert len(only(painmap).regions) == 2


def test_clearing_all_that_was_said_leaves_no_entry(painmap, body_view, tap, press):
    tap(body_view, "front-right-hand")
    press(painmap, "6", "0")
    assert kept(painmap) == ()
    assert painmap.window.today.entry.selected == "front-right-hand"


def test_same_as_last_time_shows_first_and_copies_with_one_key(qtbot, start, check_in, press):
    last = check_in(1, {"back-left-neck": 5, "back-sacrum": 8}, overall_pain=8, fatigue=6)
    painmap = start(last)
    today = painmap.window.today
    qtbot.mouseClick(today.panel.same, LEFT)
    assert heading(painmap)[:2] == ("Yesterday 14:02, 2 regions", "Nothing is copied yet")
    assert len(kept(painmap)) == 1
    qtbot.waitUntil(today.stage.copy.hasFocus)
    press(painmap, Qt.Key.Key_Return)
    copied = kept(painmap)[-1]
    assert copied.carried_over == CarriedOver(last.day, {"back-left-neck": 5, "back-sacrum": 8})
    assert (copied.overall_pain, copied.fatigue) == (None, None)
    assert copied.carried_over.changes(copied.regions) == 0
    today.grab()


def test_same_as_last_time_can_be_declined(qtbot, start, check_in, press):
    painmap = start(check_in(1, {"back-left-neck": 5}))
    qtbot.mouseClick(painmap.window.today.panel.same, LEFT)
    press(painmap, Qt.Key.Key_Escape)
    assert len(kept(painmap)) == 1
    assert painmap.window.today.entry.offered is None


def test_same_as_last_time_offers_only_regions_that_are_not_yet_rated(qtbot, start, check_in, tap, press):
    painmap = start(check_in(1, {"back-left-neck": 5, "back-sacrum": 8}))
    tap(painmap.window.today.stage.body_view, "back-sacrum")
    press(painmap, "2")
    qtbot.mouseClick(painmap.window.today.panel.same, LEFT)
    assert heading(painmap)[0] == "Yesterday 14:02, 1 region"
    qtbot.mouseClick(painmap.window.today.stage.copy, LEFT)
    assert {n: p.intensity for n, p in kept(painmap)[-1].regions.items()} == {"back-left-neck": 5, "back-sacrum": 2}


def test_a_change_after_copying_is_counted(qtbot, start, check_in, tap, press):
    painmap = start(check_in(1, {"back-left-neck": 5, "back-sacrum": 8}))
    today = painmap.window.today
    qtbot.mouseClick(today.panel.same, LEFT)
    qtbot.mouseClick(today.stage.copy, LEFT)
    tap(today.stage.body_view, "back-sacrum")
    press(painmap, "3")
    copied = kept(painmap)[-1]
    assert copied.carried_over.changes(copied.regions) == 1


def test_a_trembling_second_tap_after_copying_arms_no_number(qtbot, start, check_in):
    painmap = start(check_in(1, {"back-left-neck": 5}))
    today = painmap.window.today
    qtbot.mouseClick(today.panel.same, LEFT)
    qtbot.mouseClick(today.stage.copy, LEFT)
    qtbot.mouseClick(today.stage.strength.numbers[5], LEFT)
    assert today.entry.intensity is None


def test_the_three_short_cuts_keep_their_places_after_copying(qtbot, start, check_in):
    painmap = start(check_in(1, {"back-left-neck": 5}))
    today = painmap.window.today
    before = today.panel.no_pain.geometry()
    qtbot.mouseClick(today.panel.same, LEFT)
    qtbot.mouseClick(today.stage.copy, LEFT)
    assert today.panel.same.isVisible()
    assert not today.panel.same.isEnabled()
    assert today.panel.no_pain.geometry() == before


def test_there_is_no_same_as_last_time_on_the_first_day(painmap):
    assert not painmap.window.today.panel.same.isVisible()


def test_undo_and_redo_go_through_everything_that_was_said(qtbot, painmap, body_view, tap, press):
    panel = painmap.window.today.panel
    tap(body_view, "front-right-hand")
    press(painmap, "6")
    qtbot.mouseClick(panel.feels.chips[Quality.COLD], LEFT)
    qtbot.mouseClick(panel.pain.row.numbers[5], LEFT)
    whole = only(painmap)
    for _ in range(3):
        qtbot.mouseClick(painmap.window.today.top.undo_bar.undo, LEFT)
    assert kept(painmap) == ()
    assert not painmap.window.today.top.undo_bar.undo.isEnabled()
    for _ in range(3):
        qtbot.mouseClick(painmap.window.today.top.undo_bar.redo, LEFT)
    assert only(painmap) == whole


def test_control_z_undoes_and_control_shift_z_redoes(qtbot, painmap, body_view, tap, press):
    tap(body_view, "front-right-hand")
    press(painmap, "6")
    painmap.window.activateWindow()
    qtbot.keyClick(painmap.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert kept(painmap) == ()
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(painmap.window, Qt.Key.Key_Z, shift)
    assert len(kept(painmap)) == 1


def test_control_y_redoes_too(qtbot, painmap, body_view, tap, press):
    tap(body_view, "front-right-hand")
    press(painmap, "6")
    painmap.window.activateWindow()
    qtbot.keyClick(painmap.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert kept(painmap) == ()
    qtbot.keyClick(painmap.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(kept(painmap)) == 1


def test_a_second_check_in_starts_with_one_button(qtbot, painmap, moment):
    panel, top = painmap.window.today.panel, painmap.window.today.top
    qtbot.mouseClick(panel.pain.row.numbers[4], LEFT)
    moment.advance(hours=5)
    another = next(top._check_ins.itemAt(n).widget() for n in range(top._check_ins.count()))
    assert another.text() == "Check-in 14:02"
    top.another_wanted.emit()
    qtbot.mouseClick(panel.pain.row.numbers[7], LEFT)
    assert [(c.overall_pain, c.recorded_at.hour) for c in kept(painmap)] == [(4, 14), (7, 19)]


def test_any_past_day_can_be_opened_and_added_to(qtbot, painmap, now):
    top = painmap.window.today.top
    for _ in range(3):
        qtbot.mouseClick(top.earlier, LEFT)
    qtbot.mouseClick(painmap.window.today.panel.fatigue.row.numbers[6], LEFT)
    check_in = only(painmap)
    assert check_in.day == now.date() - timedelta(3)
    assert check_in.entered_later
    assert top._title.text() == "Thursday 19 November"
    qtbot.mouseClick(top.back, LEFT)
    assert top._title.text() == "Today, Sunday 22 November"


def test_nothing_can_be_logged_for_the_future(qtbot, painmap, now):
    top = painmap.window.today.top
    assert not top.later.isEnabled()
    painmap.window.today.open_day(now.date() + timedelta(1))
    assert painmap.window.today.entry.day == now.date()


def test_a_note_is_kept_while_it_is_typed(qtbot, painmap):
    panel = painmap.window.today.panel
    qtbot.mouseClick(panel.more, LEFT)
    qtbot.keyClicks(panel.fold.note.field, "Typed all morning")
    qtbot.waitUntil(lambda: bool(kept(painmap)))
    assert only(painmap).note == "Typed all morning"


def test_a_note_is_kept_when_the_window_is_closed_in_the_middle_of_it(qtbot, painmap):
    panel = painmap.window.today.panel
    qtbot.mouseClick(panel.more, LEFT)
    qtbot.keyClicks(panel.fold.note.field, "Half a sen")
    painmap.window.close()
    assert only(painmap).note == "Half a sen"


def test_a_note_stays_with_its_day_when_the_day_is_left_at_once(qtbot, painmap, now):
    panel = painmap.window.today.panel
    qtbot.mouseClick(panel.more, LEFT)
    qtbot.keyClicks(panel.fold.note.field, "today only")
    qtbot.mouseClick(painmap.window.today.top.earlier, LEFT)
    assert (only(painmap).day, only(painmap).note) == (now.date(), "today only")
    assert panel.fold.note.field.toPlainText() == ""


def test_saved_says_when(qtbot, painmap, moment):
    bar = painmap.window.today.top.undo_bar
    assert bar._words.text() == "Nothing entered yet"
    qtbot.mouseClick(painmap.window.today.panel.pain.row.numbers[4], LEFT)
    assert bar._words.text() == "Saved 14:02"


def test_the_first_words_go_with_the_first_answer_and_do_not_come_back(qtbot, painmap):
    panel = painmap.window.today.panel
    assert panel.welcome.isVisible()
    qtbot.mouseClick(panel.pain.row.numbers[4], LEFT)
    assert panel.welcome is None
    assert painmap.settings.choices.welcomed


def test_an_untouched_page_turns_to_the_new_day_at_midnight(painmap, moment):
    moment.advance(hours=12)
    painmap.window.today._minute_passed()
    assert painmap.window.today.entry.day == date(2026, 11, 23)


def test_a_check_in_being_written_at_midnight_stays_on_its_day(qtbot, painmap, moment):
    qtbot.mouseClick(painmap.window.today.panel.pain.row.numbers[4], LEFT)
    moment.advance(hours=12)
    painmap.window.today._minute_passed()
    assert painmap.window.today.entry.day == date(2026, 11, 22)
    assert painmap.window.today.top.back.isVisible()


def test_the_bad_day_view_takes_two_numbers_and_done(qtbot, painmap, press):
    qtbot.mouseClick(painmap.window.today.panel.bad_day, LEFT)
    bad_day = painmap.window.bad_day
    assert bad_day.isVisible()
    press(painmap, "8")
    qtbot.mouseClick(bad_day.fatigue.row.numbers[9], LEFT)
    bad_day.grab()
    qtbot.mouseClick(bad_day.finish, LEFT)
    assert (only(painmap).overall_pain, only(painmap).fatigue) == (8, 9)
    assert painmap.window.today.isVisible()


def test_a_screen_reader_setting_a_slider_is_kept(painmap, body_view):
    body_view.sliders["back-sacrum"].setValue(7)
    assert only(painmap).regions["back-sacrum"].intensity == 7


def test_what_can_be_pressed_has_a_name_and_a_large_target(painmap, body_view, tap, press):
    from PySide6.QtWidgets import QAbstractButton

    tap(body_view, "front-right-hand")
    press(painmap, "6")
    for button in painmap.window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName(), button
            assert button.height() >= 38, (button.accessibleName(), button.size())
            assert button.width() >= 44, (button.accessibleName(), button.size())


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1920, 1080), (2560, 1440)])
@pytest.mark.parametrize("text_size", [100, 150])
def test_nothing_on_today_is_cut_off(qtbot, painmap, body_view, tap, press, size, text_size):
    tap(body_view, "back-left-lower-back")
    press(painmap, "6")
    painmap.settings.choose(text_size=text_size)
    painmap.window.resize(*size)
    stage, panel = painmap.window.today.stage, painmap.window.today.panel

    def settled() -> None:
        for part in (panel.more, panel.no_pain, panel.bad_day, panel.pain, panel.fatigue, stage.strength):
            assert part.parentWidget().rect().contains(part.geometry()), part
            assert part.width() >= part.minimumSizeHint().width(), part
        assert stage._heading.width() >= stage._heading.sizeHint().width()

    qtbot.waitUntil(settled)
    painmap.window.grab()


def test_undo_shows_the_day_of_a_check_in_that_it_takes_out(qtbot, painmap, body_view, tap, press, now):
    today = painmap.window.today
    today.open_day(now.date() - timedelta(1))
    tap(body_view, "front-left-hand")
    press(painmap, "5")
    today.open_day(now.date())
    qtbot.mouseClick(today.top.undo_bar.undo, LEFT)
    assert today.entry.day == now.date() - timedelta(1)
    assert kept(painmap) == ()


def test_ten_on_a_region_that_was_one_already_is_a_step_of_its_own(painmap, body_view, tap, press):
    tap(body_view, "front-left-hand")
    press(painmap, "1")
    tap(body_view, "front-left-knee")
    tap(body_view, "front-left-hand")
    press(painmap, "1", "0")
    painmap.journal.undo()
    levels = {name: pain.intensity for name, pain in only(painmap).regions.items()}
    assert levels == {"front-left-hand": 1, "front-left-knee": 1}


def test_undo_on_a_day_that_is_yet_to_come_again_shows_today(painmap, body_view, tap, press, moment):
    tap(body_view, "front-left-hand")
    press(painmap, "5")
    moment.advance(days=-1)
    painmap.journal.undo()
    assert painmap.window.today.entry.day == moment().date()
    assert kept(painmap) == ()


def test_a_map_that_was_taken_out_is_offered_no_longer(qtbot, start, check_in):
    painmap = start(told := check_in(1, {"front-left-hand": 5}))
    qtbot.mouseClick(painmap.window.today.panel.same, LEFT)
    painmap.window.show_page("history")
    painmap.journal.delete(told)
    painmap.window.show_page("today")
    assert painmap.window.today.entry.offered is None


def test_undo_in_the_bad_day_view_shows_what_it_changed(qtbot, start, check_in, now):
    painmap = start(check_in(1, overall_pain=2))
    painmap.window.today.open_day(now.date() - timedelta(1))
    qtbot.mouseClick(painmap.window.today.panel.pain.row.numbers[7], LEFT)
    painmap.window.today.open_day(now.date())
    painmap.window.show_bad_day()
    qtbot.mouseClick(painmap.window.bad_day.undo_bar.undo, LEFT)
    assert painmap.window.bad_day.pain.row.answer == 2


def test_a_check_in_is_written_when_it_has_its_first_answer_not_when_the_page_was_opened(qtbot, painmap, moment):
    moment.advance(hours=3)
    qtbot.mouseClick(painmap.window.today.panel.pain.row.numbers[4], LEFT)
    first = moment()
    moment.advance(hours=1)
    qtbot.mouseClick(painmap.window.today.panel.fatigue.row.numbers[4], LEFT)
    assert (only(painmap).recorded_at, only(painmap).changed_at) == (first, moment())


def test_the_first_answer_on_a_computer_that_slept_over_midnight_is_about_the_new_day(qtbot, painmap, moment, now):
    moment.advance(hours=18)
    qtbot.mouseClick(painmap.window.today.panel.pain.row.numbers[4], LEFT)
    assert only(painmap).day == painmap.window.today.entry.day == now.date() + timedelta(1)


def test_the_first_answer_on_an_earlier_day_is_about_that_day(qtbot, painmap, moment, now):
    painmap.window.today.open_day(now.date() - timedelta(3))
    moment.advance(hours=18)
    qtbot.mouseClick(painmap.window.today.panel.pain.row.numbers[4], LEFT)
    assert only(painmap).day == now.date() - timedelta(3)
    assert only(painmap).recorded_at == moment()
