"""The note on Today: what is typed is kept for the check-in it is about, or stays in the field until it can be."""

import resource
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt

from painmap.domain.checkin import LONGEST_NOTE
from painmap.storage.diary import Diary
from painmap.ui.today.more import words_field

LEFT = Qt.MouseButton.LeftButton
LONG = "word " * 1500
"""Too long for the pages that the file has already."""


def kept(painmap):
    with Diary.read(painmap.diary.path) as diary:
        return diary.all()


def notes(painmap):
    return [check_in.note for check_in in kept(painmap)]


@contextmanager
def full_disk(painmap):
    """No file of this process can grow."""
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (painmap.diary.path.stat().st_size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


@pytest.fixture
def painmap(start, check_in):
    return start(check_in(0, {"front-left-knee": 5}))


@pytest.fixture
def write(qtbot, painmap):
    """Types into the note of Today, without waiting until it is kept."""
    panel = painmap.window.today.panel

    def typed(words, *, at_once=False):
        if not panel.more_open:
            qtbot.mouseClick(panel.more, LEFT)
        panel.fold.note.field.setFocus()
        if at_once:
            panel.fold.note.field.insertPlainText(words)
        else:
            qtbot.keyClicks(panel.fold.note.field, words)

    return typed


@pytest.fixture
def field(painmap):
    return painmap.window.today.panel.fold.note.field


def test_words_that_could_not_be_kept_stay_in_the_field_and_are_kept_with_the_next_tap(
    qtbot, painmap, write, field, tap, press
):
    with full_disk(painmap):
        write(LONG, at_once=True)
        qtbot.waitUntil(painmap.window.trouble.isVisible)
        assert (notes(painmap), field.toPlainText()) == ([""], LONG)
    tap(painmap.window.today.stage.body_view, "front-left-hand")
    press(painmap, "4")
    qtbot.waitUntil(lambda: notes(painmap) == [LONG])
    assert set(kept(painmap)[0].regions) == {"front-left-knee", "front-left-hand"}


def test_a_check_in_whose_words_cannot_be_kept_is_not_left(qtbot, painmap, write, field, now):
    today = painmap.window.today
    with full_disk(painmap):
        write(LONG, at_once=True)
        qtbot.mouseClick(today.top.earlier, LEFT)
        assert (today.entry.day, field.toPlainText()) == (now.date(), LONG)
    qtbot.mouseClick(today.top.earlier, LEFT)
    assert (today.entry.day < now.date(), notes(painmap)) == (True, [LONG])


def test_a_window_with_words_that_cannot_be_kept_closes_the_second_time(painmap, write):
    with full_disk(painmap):
        write(LONG, at_once=True)
        painmap.window.close()
        assert painmap.window.isVisible()
        assert painmap.window.trouble.text.endswith("to leave without them, close the window once more.")
        painmap.window.close()
        assert not painmap.window.isVisible()


def test_undo_takes_back_the_words_being_typed_and_not_another_check_in(qtbot, painmap, write, tap, press):
    today = painmap.window.today
    first = today.entry.check_in
    today.begin(today.entry.day)
    tap(today.stage.body_view, "back-left-calf")
    press(painmap, "3")
    today.open(first)
    write("about the knee")
    qtbot.mouseClick(today.top.undo_bar.undo, LEFT)
    assert notes(painmap) == ["", ""]
    assert len(kept(painmap)) == 2
    painmap.journal.redo()
    assert [c.note for c in kept(painmap) if c.id == first.id] == ["about the knee"]


def test_a_note_begun_after_a_change_of_another_check_in_is_a_step_of_its_own(qtbot, painmap, write, tap, press):
    today = painmap.window.today
    first = today.entry.check_in
    tap(today.stage.body_view, "back-left-calf")
    press(painmap, "3")
    today.begin(today.entry.day)
    write("the second")
    qtbot.waitUntil(lambda: sorted(notes(painmap)) == ["", "the second"])
    painmap.journal.undo()
    assert [set(c.regions) for c in kept(painmap)] == [{"front-left-knee", "back-left-calf"}]
    painmap.journal.undo()
    assert kept(painmap) == (first,)


def test_a_note_is_kept_every_few_seconds_though_the_typing_does_not_pause(qtbot, painmap, write, monkeypatch):
    monkeypatch.setattr(words_field, "LONGEST_WAIT_MS", 0)
    note = painmap.window.today.panel.fold.note

    def type_on():
        write("x")
        return notes(painmap) != [""]

    qtbot.waitUntil(type_on)
    assert note.field.toPlainText().startswith(notes(painmap)[0])


def test_a_note_with_unusual_characters_is_not_changed_by_looking_at_it(qtbot, start, check_in):
    note = "a\r\nb\u00a0c\u2029d\x00e"
    painmap = start(told := check_in(0, note=note))
    qtbot.mouseClick(painmap.window.today.panel.more, LEFT)
    painmap.window.show_page("history")
    painmap.window.show_page("today")
    painmap.window.today.open_day(told.day)
    painmap.window.close()
    assert kept(painmap) == (told,)


def test_a_note_that_is_too_long_says_so(qtbot, painmap, write, field):
    full = painmap.window.today.panel.fold.note.full
    write("x" * (LONGEST_NOTE + 5), at_once=True)
    qtbot.waitUntil(lambda: notes(painmap) == ["x" * LONGEST_NOTE])
    assert full.isVisible()
    assert len(field.toPlainText()) == LONGEST_NOTE
    field.textCursor().deletePreviousChar()
    assert not full.isVisible()
