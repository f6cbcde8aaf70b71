"""The weekly review: offered calmly, answered by clicks and by keys, kept at once, corrected later."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from painmap.domain.kinds import REVIEWS
from painmap.domain.review import PEG, SSS, WeeklyReview
from painmap.storage.diary import Diary
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.journal import Journal
from painmap.ui.review.items import ITEMS
from painmap.ui.review.view import ReviewView
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 22)
FULL = {
    "fatigue": 3,
    "waking_unrefreshed": 2,
    "cognitive": 1,
    "pain": 6,
    "enjoyment": 10,
    "activity": 0,
    "headache": True,
    "abdominal_pain": False,
    "depression": False,
}


class Opened:
    """A review view on a diary of its own."""

    def __init__(self, qtbot, folder, clock) -> None:
        self.diary = Diary.open(folder / "painmap.diary", clock())
        self.journal = Journal(self.diary, clock)
        self.appearance = Appearance("light")
        self.view = ReviewView(self.journal, self.appearance)
        self.entry = self.view.entry
        self.entry.begin()
        qtbot.addWidget(self.view)
        self.view.resize(1280, 800)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.activateWindow()
        qtbot.waitUntil(self.view.isActiveWindow)

    @property
    def kept(self):
        return self.journal.records(REVIEWS)

    def answers(self, key):
        row = self.view.questions[key].row
        return row.numbers if hasattr(row, "numbers") else row.answers

    def tap(self, qtbot, key, value):
        qtbot.mouseClick(self.answers(key)[int(value)], LEFT)

    def press(self, *keys):
        for key in keys:
            QTest.keyClick(self.view.focusWidget() or self.view, key)


@pytest.fixture
def review(qtbot, tmp_path, moment):
    opened = Opened(qtbot, tmp_path, moment)
    yield opened
    opened.diary.close()


def old_days(check_in):
    """A diary that was begun three weeks ago."""
    return [check_in(n, overall_pain=4) for n in (21, 3)]


def test_nine_taps_and_done_fill_the_whole_review(qtbot, review):
    taps = 0
    for key, value in FULL.items():
        review.tap(qtbot, key, value)
        taps += 1
    with qtbot.waitSignal(review.view.done):
        qtbot.mouseClick(review.view.finish, LEFT)
    assert taps == len(ITEMS) == 9
    (kept,) = review.kept
    assert kept.week_ending == TODAY
    assert kept.sss == SSS(3, 2, 1, True, False, False)
    assert kept.peg == PEG(6, 10, 0)


def test_all_of_it_stands_on_one_screen(qtbot, review):
    for size in ((1280, 800), (1024, 700)):
        review.view.resize(*size)
        qtbot.waitUntil(lambda size=size: (review.view.width(), review.view.height()) == size)
        assert review.view.area.verticalScrollBar().maximum() == 0


def test_every_answer_is_kept_at_once_and_untouched_ones_stay_empty(qtbot, review):
    assert review.kept == ()
    review.tap(qtbot, "cognitive", 0)
    (kept,) = review.kept
    assert kept.sss == SSS(cognitive=0)
    assert kept.peg == PEG()
    assert review.view.questions["fatigue"].status.text() == "Not answered"
    assert all(not answer.isChecked() for answer in review.answers("fatigue"))
    review.tap(qtbot, "headache", False)
    assert review.kept[0].sss == SSS(cognitive=0, headache=False)


def test_choosing_the_chosen_answer_again_changes_nothing(qtbot, review):
    review.tap(qtbot, "fatigue", 2)
    before = review.kept
    review.tap(qtbot, "fatigue", 2)
    assert review.kept == before
    assert review.answers("fatigue")[2].isChecked()


def test_clear_takes_one_answer_back_and_an_empty_review_is_gone(qtbot, review):
    review.tap(qtbot, "fatigue", 2)
    review.tap(qtbot, "pain", 7)
    qtbot.mouseClick(review.view.questions["pain"].clear, LEFT)
    assert review.kept[0].peg == PEG()
    qtbot.mouseClick(review.view.questions["fatigue"].clear, LEFT)
    assert review.kept == ()
    review.journal.undo()
    assert review.kept[0].sss == SSS(fatigue=2)
    assert review.answers("fatigue")[2].isChecked()


def test_undo_and_redo_walk_through_the_answers(qtbot, review):
    review.tap(qtbot, "fatigue", 2)
    review.tap(qtbot, "fatigue", 3)
    qtbot.mouseClick(review.view.undo_bar.undo, LEFT)
    assert review.kept[0].sss.fatigue == 2
    assert review.answers("fatigue")[2].isChecked()
    qtbot.mouseClick(review.view.undo_bar.undo, LEFT)
    assert review.kept == ()
    assert not any(answer.isChecked() for answer in review.answers("fatigue"))
    qtbot.mouseClick(review.view.undo_bar.redo, LEFT)
    assert review.kept[0].sss.fatigue == 2


def test_the_keyboard_alone_fills_it(review):
    review.press("3", Qt.Key.Key_Tab)
    for key in ("2", "0"):
        review.press(key)
        walk(review)
    for key in ("6", "t", "0"):
        review.press(key)
        walk(review)
    for key in ("y", "n", "1"):
        review.press(key)
        walk(review)
    (kept,) = review.kept
    assert kept.sss == SSS(3, 2, 0, True, False, True)
    assert kept.peg == PEG(6, 10, 0)


def walk(review):
    """Tab past Clear, to the next question."""
    review.press(Qt.Key.Key_Tab)
    while review.view.focusWidget() in [asked.clear for asked in review.view.questions.values()]:
        review.press(Qt.Key.Key_Tab)


def test_arrows_move_and_enter_chooses(review):
    review.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert review.kept[0].sss == SSS(fatigue=1)
    review.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert review.kept[0].sss == SSS(fatigue=2)


def test_a_key_that_no_answer_has_does_nothing(review):
    review.press("9", "x", "s")
    assert review.kept[0].sss == SSS(fatigue=3) if review.kept else True
    review.view.finish.setFocus()
    review.press("m")
    assert len(review.kept) <= 1


def test_an_answer_that_could_not_be_kept_is_not_shown_as_one(qtbot, review, monkeypatch):
    def refuse(*_kept):
        raise DiaryTrouble("The disk is full; make room and answer again.")

    review.tap(qtbot, "fatigue", 1)
    monkeypatch.setattr(review.diary, "make", refuse)
    with qtbot.waitSignal(review.journal.failed) as failed:
        review.tap(qtbot, "fatigue", 3)
    assert failed.args == ["The disk is full; make room and answer again."]
    assert review.answers("fatigue")[1].isChecked()
    assert not review.answers("fatigue")[3].isChecked()


def test_escape_leaves(qtbot, review):
    with qtbot.waitSignal(review.view.done):
        QTest.keyClick(review.view, Qt.Key.Key_Escape)


def test_the_keyboard_begins_at_the_first_question_without_an_answer(qtbot, review):
    review.tap(qtbot, "fatigue", 2)
    review.view.hide()
    review.view.show()
    assert review.view.focusWidget() in review.answers("waking_unrefreshed")


def test_screen_readers_hear_the_question_with_each_answer(review):
    assert review.answers("fatigue")[1].accessibleName() == "Tiredness: Slight, mild, comes and goes"
    assert review.answers("headache")[1].accessibleName() == "Headaches: Yes"
    assert review.answers("pain")[4].accessibleName() == "Pain, all in all 4"
    assert review.view.questions["depression"].clear.accessibleName() == "Clear low mood or depression"


def test_targets_are_large_and_inside_the_window(qtbot, review):
    for size, look, text_size in (
        ((1280, 800), "light", 100),
        ((1024, 700), "dark", 100),
        ((960, 640), "dark", 130),
        ((1280, 800), "contrast", 150),
    ):
        review.appearance.choose(look, text_size)
        review.view.resize(*size)
        every = [answer for key in review.view.questions for answer in review.answers(key)]
        qtbot.waitUntil(lambda every=every: all(one.width() >= 43 and one.height() >= 44 for one in every))
        review.view.grab()
        for one in every:
            assert one.mapTo(review.view, QPoint(one.width(), 0)).x() <= size[0]
        assert review.view.finish.mapTo(review.view, QPoint(0, review.view.finish.height())).y() <= size[1]


def laid_out() -> None:
    """Lets the layouts that are asked for be done, each of which may ask for another."""
    for _ in range(5):
        QApplication.processEvents()


def test_nothing_moves_when_a_question_is_answered(review):
    for size, text_size in (((1280, 800), 100), ((1024, 700), 100), ((1280, 800), 150)):
        review.appearance.choose("light", text_size)
        review.view.resize(*size)
        laid_out()
        spots = {key: asked.row.mapTo(review.view, QPoint(0, 0)) for key, asked in review.view.questions.items()}
        for key, value in FULL.items():
            review.entry.answer(key, value)
        laid_out()
        assert spots == {key: each.row.mapTo(review.view, QPoint(0, 0)) for key, each in review.view.questions.items()}
        for key in FULL:
            review.entry.answer(key, None)
        laid_out()


def test_clear_is_as_large_as_any_target(qtbot, review):
    review.tap(qtbot, "fatigue", 1)
    clear = review.view.questions["fatigue"].clear
    assert clear.isVisible()
    assert clear.height() >= 44


def test_this_weeks_review_is_opened_again_and_one_of_last_week_is_not(qtbot, review, now):
    last_week = WeeklyReview(id="00000000-0000-4000-8000-000000000001", week_ending=TODAY - timedelta(7))
    assert review.journal.keep_record(last_week.changed(now, peg=PEG(pain=3)))
    review.entry.begin()
    assert review.entry.review.week_ending == TODAY
    review.tap(qtbot, "pain", 5)
    review.entry.begin()
    assert review.entry.review.peg == PEG(pain=5)
    assert len(review.kept) == 2


def test_an_import_is_shown_at_once(review):
    review.journal.replaced()
    assert not review.entry.kept


def test_on_today_it_is_a_quiet_line_once_a_week_has_passed(start, check_in):
    painmap = start(*old_days(check_in))
    offer = painmap.window.today.offer
    assert offer.isVisible()
    assert offer.answer_now.text() == "Answer now"
    assert offer.not_now.text() == "Not this week"


def test_it_is_not_offered_in_a_new_diary_nor_on_another_day(qtbot, start, check_in):
    painmap = start(check_in(3, overall_pain=4))
    assert not painmap.window.today.offer.isVisible()


def test_another_day_does_not_offer_it(qtbot, start, check_in):
    painmap = start(*old_days(check_in))
    qtbot.mouseClick(painmap.window.today.top.earlier, LEFT)
    assert not painmap.window.today.offer.isVisible()


def test_answer_now_opens_it_and_done_comes_back_to_today(qtbot, start, check_in):
    painmap = start(*old_days(check_in))
    window = painmap.window
    qtbot.mouseClick(window.today.offer.answer_now, LEFT)
    assert window.review.isVisible()
    assert not window.today.isVisible()
    qtbot.mouseClick(window.review.questions["fatigue"].row.answers[2], LEFT)
    qtbot.mouseClick(window.review.finish, LEFT)
    assert window.today.isVisible()
    assert not window.today.offer.isVisible()
    assert painmap.journal.records(REVIEWS)[0].sss == SSS(fatigue=2)


def test_not_this_week_holds_for_a_week_and_over_a_restart(qtbot, start, check_in, moment, tmp_path):
    painmap = start(*old_days(check_in))
    qtbot.mouseClick(painmap.window.today.offer.not_now, LEFT)
    assert not painmap.window.today.offer.isVisible()
    assert Settings(tmp_path).choices.skipped_review == TODAY
    moment.advance(days=6)
    painmap.window.today.refresh()
    assert not painmap.window.today.offer.isVisible()
    moment.advance(days=1)
    painmap.window.today.refresh()
    assert painmap.window.today.offer.isVisible()


@pytest.mark.parametrize("text", ['"2026-13-01"', '"soon"', "7"])
def test_a_skipped_day_that_is_none_counts_as_never_skipped(qapp, tmp_path, text):
    (tmp_path / "settings.json").write_text(f'{{"review_skipped": {text}}}')
    assert Settings(tmp_path).choices.skipped_review is None


@pytest.mark.parametrize(("colours", "text_size", "size"), [("dark", 100, (1024, 700)), ("contrast", 150, (1280, 800))])
def test_the_offer_paints_in_every_look(start, check_in, colours, text_size, size):
    painmap = start(*old_days(check_in), size=size)
    painmap.settings.choose(colours=colours, text_size=text_size)
    assert painmap.window.today.offer.isVisible()
    assert not painmap.window.grab().isNull()
