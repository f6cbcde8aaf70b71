"""More about today, used by clicks and keys on a real diary."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from painmap.domain.about import About, Effort, Sense, Severity
from painmap.domain.families import Family, Topic
from painmap.storage.diary import Diary
from painmap.storage.trouble import DiaryTrouble

LEFT = Qt.MouseButton.LeftButton


def kept(painmap):
    """The check-ins as another reader of the file sees them."""
    with Diary.read(painmap.diary.path) as diary:
        return diary.all()


def about(painmap) -> About:
    (check_in,) = kept(painmap)
    return check_in.about


def fold_of(painmap):
    return painmap.window.today.panel.fold


def steps(painmap) -> int:
    """How many steps undo would take back."""
    return len(painmap.journal._steps._done)


def unfolded(painmap):
    return [topic for topic, group in fold_of(painmap).groups.items() if group.isVisible()]


@pytest.fixture
def painmap(start):
    opened = start()
    opened.window.today.panel.dismiss_welcome()
    return opened


@pytest.fixture
def fold(qtbot, painmap):
    """More, opened, with all its questions."""
    panel = painmap.window.today.panel
    qtbot.mouseClick(panel.more, LEFT)
    qtbot.mouseClick(panel.fold.rest, LEFT)
    return panel.fold


def test_it_is_folded_until_it_is_opened_and_stays_open_that_day(qtbot, painmap):
    panel = painmap.window.today.panel
    assert not panel.fold.isVisible()
    qtbot.mouseClick(panel.more, LEFT)
    assert panel.fold.isVisible()
    assert not panel.more.isVisible()
    qtbot.mouseClick(painmap.window.today.top.earlier, LEFT)
    assert not panel.fold.isVisible()
    qtbot.mouseClick(painmap.window.today.top.back, LEFT)
    assert panel.fold.isVisible()
    qtbot.mouseClick(panel.fold.head, LEFT)
    assert not panel.fold.isVisible()
    assert panel.more.hasFocus()


def test_looking_at_every_question_answers_none(painmap, fold):
    assert {*unfolded(painmap)} == {*Topic}
    assert kept(painmap) == ()
    assert not painmap.journal.can_undo


@pytest.mark.parametrize("topic", [Topic.SLEEP, Topic.THINKING, Topic.MOOD])
def test_a_rating_is_one_tap_one_step_and_can_be_cleared(qtbot, painmap, fold, topic):
    question = fold.groups[topic].question
    qtbot.mouseClick(question.row.numbers[7], LEFT)
    assert getattr(about(painmap), topic) == 7
    assert steps(painmap) == 1
    qtbot.mouseClick(question.row.numbers[7], LEFT)
    assert steps(painmap) == 1
    qtbot.mouseClick(question.clear, LEFT)
    assert kept(painmap) == ()
    painmap.journal.undo()
    assert getattr(about(painmap), topic) == 7
    assert question.row.numbers[7].isChecked()


def test_stiffness_is_one_tap_and_nought_is_an_answer(qtbot, painmap, fold):
    minutes = fold.groups[Topic.STIFFNESS].minutes
    qtbot.mouseClick(minutes.answers.cell(45), LEFT)
    assert about(painmap).stiffness_minutes == 45
    qtbot.mouseClick(minutes.answers.cell(0), LEFT)
    assert about(painmap).stiffness_minutes == 0
    assert "Not stiff" in painmap.window.today.panel.more.filled
    qtbot.mouseClick(fold.groups[Topic.STIFFNESS].headed.clear, LEFT)
    assert kept(painmap) == ()


def test_another_number_of_minutes_is_typed_and_typing_is_one_step(qtbot, painmap, fold):
    minutes = fold.groups[Topic.STIFFNESS].minutes
    minutes.field.setFocus()
    qtbot.keyClicks(minutes.field, "4")
    qtbot.waitUntil(lambda: bool(kept(painmap)))
    qtbot.keyClicks(minutes.field, "0")
    qtbot.waitUntil(lambda: about(painmap).stiffness_minutes == 40)
    assert steps(painmap) == 1
    assert painmap.window.today.panel.more.filled == "Stiff 40 min"
    painmap.journal.undo()
    assert minutes.field.text() == ""
    assert kept(painmap) == ()


@pytest.mark.parametrize("typed", ["9999", "4x", "-5"])
def test_minutes_that_cannot_be_are_refused_at_the_field_and_stay_to_be_corrected(qtbot, painmap, fold, typed):
    minutes = fold.groups[Topic.STIFFNESS].minutes
    qtbot.keyClicks(minutes.field, typed)
    minutes.typed.flush()
    assert minutes.trouble.text() == "Type a whole number from 0 to 1,440."
    assert minutes.trouble.isVisible()
    assert (minutes.field.text(), kept(painmap)) == (typed, ())
    qtbot.mouseClick(minutes.answers.cell(30), LEFT)
    assert (minutes.field.text(), about(painmap).stiffness_minutes) == ("", 30)
    assert not minutes.trouble.isVisible()


def test_what_was_refused_on_one_day_does_not_stand_on_another(qtbot, painmap, fold):
    minutes = fold.groups[Topic.STIFFNESS].minutes
    qtbot.keyClicks(minutes.field, "9999")
    minutes.typed.flush()
    qtbot.mouseClick(painmap.window.today.top.earlier, LEFT)
    assert minutes.field.text() == ""
    assert minutes.trouble.text() == ""


def test_each_sense_has_its_own_answer_that_can_be_cleared(qtbot, painmap, fold):
    senses = fold.groups[Topic.SENSES].senses
    qtbot.mouseClick(senses[Sense.LIGHT].answers.cell(Severity.SEVERE), LEFT)
    qtbot.mouseClick(senses[Sense.TOUCH].answers.cell(Severity.NONE), LEFT)
    assert dict(about(painmap).sensitivity) == {Sense.LIGHT: Severity.SEVERE, Sense.TOUCH: Severity.NONE}
    qtbot.mouseClick(senses[Sense.LIGHT].clear, LEFT)
    assert dict(about(painmap).sensitivity) == {Sense.TOUCH: Severity.NONE}
    assert not senses[Sense.LIGHT].clear.isVisible()
    qtbot.mouseClick(fold.groups[Topic.SENSES].headed.clear, LEFT)
    assert kept(painmap) == ()
    assert steps(painmap) == 4


def test_after_effort_each_part_may_be_left_out(qtbot, painmap, fold):
    effort = fold.groups[Topic.EFFORT]
    qtbot.mouseClick(effort.later.answers.cell(24), LEFT)
    assert about(painmap).effort == Effort(delay_hours=24)
    qtbot.keyClicks(effort.what, "Shopping")
    qtbot.mouseClick(effort.severity.answers.cell(3), LEFT)
    qtbot.keyClicks(effort.lasted.field, "60")
    effort.flush()
    assert about(painmap).effort == Effort("Shopping", 24, 60, 3)
    qtbot.mouseClick(effort.headed.clear, LEFT)
    assert kept(painmap) == ()
    assert (effort.what.text(), effort.lasted.field.text()) == ("", "")
    painmap.journal.undo()
    assert effort.what.text() == "Shopping"


@pytest.mark.parametrize(("topic", "answer"), [("flare", "flare"), ("signs", "rash"), ("signs", "fever")])
def test_no_is_an_answer_and_not_the_same_as_none(qtbot, painmap, fold, topic, answer):
    asked = fold.groups[topic].lines[answer]
    qtbot.mouseClick(asked.answers.cell(False), LEFT)
    assert getattr(about(painmap), answer) is False
    qtbot.mouseClick(asked.answers.cell(True), LEFT)
    assert getattr(about(painmap), answer) is True
    qtbot.mouseClick(asked.clear, LEFT)
    assert kept(painmap) == ()


def test_triggers_are_on_or_off_and_own_ones_can_be_added(qtbot, painmap, fold):
    triggers = fold.groups[Topic.TRIGGERS]
    qtbot.mouseClick(triggers.chips["poor_sleep"], LEFT)
    qtbot.keyClicks(triggers.own, "  long   drive ")
    qtbot.mouseClick(triggers.add, LEFT)
    assert about(painmap).triggers == {"poor_sleep", "long drive"}
    assert triggers.own.text() == ""
    qtbot.keyClicks(triggers.own, "POOR SLEEP")
    qtbot.keyClick(triggers.own, Qt.Key.Key_Return)
    assert about(painmap).triggers == {"poor_sleep", "long drive"}
    qtbot.mouseClick(triggers.chips["long drive"], LEFT)
    assert about(painmap).triggers == {"poor_sleep"}
    assert steps(painmap) == 3


def test_an_own_trigger_used_before_is_offered_again(qtbot, start, check_in):
    painmap = start(check_in(3, overall_pain=4, about=About(triggers=frozenset({"long drive"}))))
    panel = painmap.window.today.panel
    qtbot.mouseClick(panel.more, LEFT)
    qtbot.mouseClick(panel.fold.rest, LEFT)
    chip = panel.fold.groups[Topic.TRIGGERS].chips["long drive"]
    assert not chip.isChecked()
    qtbot.mouseClick(chip, LEFT)
    assert kept(painmap)[-1].about.triggers == {"long drive"}


def test_a_forty_first_trigger_is_refused_with_a_way_on(qtbot, start, check_in):
    many = frozenset(f"tag {n}" for n in range(40))
    painmap = start(check_in(0, overall_pain=4, about=About(triggers=many)))
    painmap.window.today.entry.open_day(painmap.window.today.entry.day)
    qtbot.mouseClick(painmap.window.today.panel.more, LEFT)
    triggers = fold_of(painmap).groups[Topic.TRIGGERS]
    qtbot.mouseClick(triggers.chips["weather"], LEFT)
    assert triggers.trouble.text().endswith("Take one away to add another.")
    assert not triggers.chips["weather"].isChecked()
    qtbot.keyClicks(triggers.own, "one more")
    qtbot.mouseClick(triggers.add, LEFT)
    assert (triggers.own.text(), about(painmap).triggers) == ("one more", many)


def test_a_note_can_be_kept_out_of_reports_and_someone_else_may_write(qtbot, painmap, fold):
    qtbot.mouseClick(fold.note.private, LEFT)
    qtbot.mouseClick(fold.groups[Topic.WRITER].other, LEFT)
    assert kept(painmap) == ()
    qtbot.keyClicks(fold.note.field, "Not for others")
    painmap.window.today.flush()
    (check_in,) = kept(painmap)
    assert (check_in.note, check_in.about.private_note, check_in.about.by_someone_else) == (
        "Not for others",
        True,
        True,
    )
    assert painmap.window.today.panel.more.filled == "Private note, written by someone else"


def test_typing_that_a_tap_interrupts_is_a_step_of_its_own(qtbot, painmap, fold):
    qtbot.keyClicks(fold.note.field, "Rain")
    fold.flush()
    qtbot.mouseClick(fold.groups[Topic.TRIGGERS].chips["weather"], LEFT)
    qtbot.keyClicks(fold.note.field, " all day")
    fold.flush()
    assert steps(painmap) == 3
    painmap.journal.undo()
    assert fold.note.field.toPlainText() == "Rain"
    assert about(painmap).triggers == {"weather"}


def test_what_is_typed_anywhere_is_kept_when_the_window_is_closed(qtbot, painmap, fold):
    qtbot.keyClicks(fold.groups[Topic.STIFFNESS].minutes.field, "25")
    qtbot.keyClicks(fold.groups[Topic.EFFORT].what, "Stairs")
    qtbot.keyClicks(fold.groups[Topic.TRIGGERS].own, "visitors")
    painmap.window.close()
    told = about(painmap)
    assert (told.stiffness_minutes, told.effort, told.triggers) == (25, Effort("Stairs"), {"visitors"})


def test_what_was_answered_stays_in_sight_when_it_is_opened_again(qtbot, start, check_in):
    painmap = start(check_in(0, overall_pain=4, about=About(fever=True, sleep=7, stiffness_minutes=40)))
    panel = painmap.window.today.panel
    painmap.window.today.entry.open_day(painmap.window.today.entry.day)
    assert panel.more.filled == "Sleep 7, stiff 40 min, fever"
    qtbot.mouseClick(panel.more, LEFT)
    usual = {Topic.SLEEP, Topic.THINKING, Topic.MOOD, Topic.STIFFNESS, Topic.NOTE}
    assert {*unfolded(painmap)} == usual | {Topic.SIGNS}
    qtbot.mouseClick(panel.fold.groups[Topic.SIGNS].lines["fever"].clear, LEFT)
    assert Topic.SIGNS in unfolded(painmap)


def test_what_i_live_with_decides_what_comes_first_and_hides_nothing(qtbot, painmap):
    panel = painmap.window.today.panel
    painmap.settings.choose(lives_with=["inflammatory"])
    qtbot.mouseClick(panel.more, LEFT)
    assert {*unfolded(painmap)} == {Topic.STIFFNESS, Topic.SIGNS, Topic.FLARE, Topic.SLEEP, Topic.NOTE}
    tops = [panel.fold.groups[topic].y() for topic in (Topic.STIFFNESS, Topic.SIGNS, Topic.FLARE, Topic.SLEEP)]
    assert tops == sorted(tops)
    qtbot.mouseClick(panel.fold.rest, LEFT)
    assert {*unfolded(painmap)} == {*Topic}


def test_a_large_window_starts_with_two_questions_open_and_shows_the_rest_on_request(qtbot, start):
    painmap = start(size=(1920, 1080))
    painmap.settings.choose(lives_with=["nerve"])
    assert {*unfolded(painmap)} == {Topic.SLEEP, Topic.SENSES}
    assert fold_of(painmap).rest.text() == "Show the rest"
    qtbot.mouseClick(fold_of(painmap).rest, LEFT)
    assert {*unfolded(painmap)} == {*Topic}
    qtbot.mouseClick(fold_of(painmap).head, LEFT)
    assert painmap.window.today.panel.more.isVisible()


def test_a_large_window_opens_it_at_once_and_a_narrower_one_folds_it(qtbot, start):
    painmap = start(size=(1920, 1080))
    assert fold_of(painmap).isVisible()
    painmap.window.resize(1280, 800)
    qtbot.waitUntil(lambda: not fold_of(painmap).isVisible())
    assert painmap.window.today.panel.more.isVisible()


def test_the_whole_of_it_can_be_answered_from_the_keyboard(qtbot, painmap, press):
    painmap.window.today.panel.more.setFocus()
    press(painmap, Qt.Key.Key_Return)
    press(painmap, "7", Qt.Key.Key_Tab, Qt.Key.Key_Tab, "4")
    told = about(painmap)
    assert (told.sleep, told.thinking) == (7, 4)
    fold_of(painmap).groups[Topic.STIFFNESS].take_focus()
    press(painmap, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert about(painmap).stiffness_minutes == 30
    press(painmap, Qt.Key.Key_Delete)
    assert about(painmap).stiffness_minutes is None


def test_tab_goes_through_the_questions_in_the_order_they_stand_in(painmap, fold, press):
    painmap.settings.choose(lives_with=["after_a_virus"])
    fold.head.setFocus()
    press(painmap, Qt.Key.Key_Tab)
    assert fold.groups[Topic.EFFORT].what.hasFocus()
    seen = []
    for _ in range(40):
        where = painmap.window.focusWidget()
        seen.append(next((topic for topic, group in fold.groups.items() if group.isAncestorOf(where)), None))
        press(painmap, Qt.Key.Key_Tab)
    places = list(dict.fromkeys(topic for topic in seen if topic))
    assert places == sorted(places, key=lambda topic: fold.groups[topic].y())
    assert set(places) == set(Topic)


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("text_size", [100, 150])
def test_no_answer_is_cut_off_or_too_small(qtbot, start, check_in, size, text_size):
    told = About(
        sleep=7,
        stiffness_minutes=25,
        sensitivity={Sense.LIGHT: Severity.MODERATE},
        effort=Effort("A walk", 24, 48, 3),
        rash=True,
        triggers=frozenset({"weather", "forty letters are as many as there can be"[:40]}),
    )
    painmap = start(check_in(0, overall_pain=4, note="Rain", about=told), size=size)
    painmap.settings.choose(text_size=text_size)
    panel = painmap.window.today.panel
    painmap.window.today.entry.open_day(painmap.window.today.entry.day)
    if not panel.more_open:
        qtbot.mouseClick(panel.more, LEFT)
    qtbot.mouseClick(panel.fold.rest, LEFT)
    controls = (QAbstractButton, QLineEdit, QPlainTextEdit)
    least = 38 if size[0] < 1200 else 44

    def settled() -> None:
        assert panel._inner.width() <= panel._scroll.viewport().width()
        for part in [part for kind in controls for part in panel.fold.findChildren(kind)]:
            if part.isVisible():
                assert part.accessibleName(), part
                assert part.parentWidget().rect().contains(part.geometry()), part.accessibleName()
                assert part.height() >= least, part.accessibleName()
                assert part.width() >= 44, part.accessibleName()
                left = part.mapTo(panel._inner, part.rect().topLeft()).x()
                assert 0 <= left <= panel._inner.width() - part.width(), part.accessibleName()

    qtbot.waitUntil(settled)
    painmap.window.grab()
    bar = panel._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    painmap.window.grab()


def test_words_that_could_not_be_kept_stay_in_the_field_and_are_kept_later(qtbot, painmap, fold, monkeypatch):
    def full(*_: object) -> None:
        raise DiaryTrouble("There is no room left on the disk; free some space and try again.")

    monkeypatch.setattr(painmap.diary, "make", full)
    qtbot.keyClicks(fold.note.field, "Rain")
    qtbot.mouseClick(fold.groups[Topic.TRIGGERS].chips["weather"], LEFT)
    fold.flush()
    assert fold.note.field.toPlainText() == "Rain"
    assert not fold.groups[Topic.TRIGGERS].chips["weather"].isChecked()
    assert painmap.window.trouble.isVisible()
    monkeypatch.undo()
    painmap.window.today.flush()
    assert kept(painmap)[0].note == "Rain"


def test_questions_are_made_when_they_are_first_unfolded(qtbot, painmap, tap, press):
    panel = painmap.window.today.panel
    tap(painmap.window.today.stage.body_view, "front-left-knee")
    press(painmap, "6")
    assert panel.fold.groups == {}
    qtbot.mouseClick(panel.more, LEFT)
    assert list(panel.fold.groups) == unfolded(painmap)


def test_on_another_day_it_is_about_that_day(qtbot, painmap):
    today = painmap.window.today
    assert today.panel.more.text() == "More about today"
    qtbot.mouseClick(today.top.earlier, LEFT)
    assert today.panel.more.accessibleName().startswith("More about this day: ")


def test_the_first_words_lead_to_what_is_asked_first(qtbot, start):
    painmap = start()
    panel = painmap.window.today.panel
    qtbot.mouseClick(panel.welcome.choose, LEFT)
    page = painmap.window.page("settings")
    assert page.isVisible()
    button = page.asking.families[Family.AFTER_A_VIRUS]
    qtbot.waitUntil(lambda: not button.visibleRegion().isEmpty())
    qtbot.mouseClick(button, LEFT)
    assert painmap.settings.choices.lives_with == ["after_a_virus"]
    painmap.window.show_page("today")
    assert panel.fold.first()[0] is Topic.EFFORT
    qtbot.mouseClick(panel.welcome.not_now, LEFT)
    assert panel.welcome is None


def test_swollen_is_said_in_words_and_marked_on_the_body(qtbot, painmap, tap, press):
    today = painmap.window.today
    tap(today.stage.body_view, "front-left-knee")
    press(painmap, "6")
    plain = today.stage.body_view.grab().toImage()
    qtbot.mouseClick(today.panel.feels.swollen, LEFT)
    slider = today.stage.body_view.sliders["front-left-knee"]
    assert slider.accessibleDescription() == "front of the body, swollen"
    assert today.stage._state.text() == "6 of 10, swollen"
    assert today.stage.body_view.grab().toImage() != plain
    painmap.journal.undo()
    assert slider.accessibleDescription() == "front of the body"
    assert today.stage.body_view.grab().toImage() == plain
