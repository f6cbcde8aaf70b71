"""Events, and appointments with their questions, in a real window on a real diary."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from treating import appointment, event, id_of

from painmap.domain.event import EventKind
from painmap.domain.kinds import APPOINTMENTS, EVENTS

TODAY = date(2026, 11, 22)
NEXT = date(2026, 12, 1)
EVENTS_TAB, APPOINTMENTS_TAB = 1, 2


@pytest.fixture
def tab(start, qtbot):
    """Opens one tab of the Treatments page: `tab(EVENTS_TAB, *records)`."""

    def open_tab(place, *records):
        painmap = start(*records)
        painmap.window.show_page("treatments")
        page = painmap.window.page("treatments")
        page.painmap = painmap
        qtbot.mouseClick(page.tabs.segments[place], Qt.MouseButton.LeftButton)
        return page

    return open_tab


def click(qtbot, widget):
    qtbot.waitUntil(widget.isVisible)
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def events(page):
    return page.painmap.diary.records(EVENTS)


def appointments(page):
    return page.painmap.diary.records(APPOINTMENTS)


def asked(page):
    return appointments(page)[0].questions


def test_an_event_is_added_and_stands_newest_first(tab, qtbot):
    page = tab(EVENTS_TAB, event("busy_day", date(2026, 11, 8)))
    click(qtbot, page.add)
    form = page.events.event_form
    form.kind.show_value(EventKind.INFECTION)
    click(qtbot, form.longer)
    form.start.show_day(date(2026, 11, 10))
    form.end.show_day(date(2026, 11, 14))
    click(qtbot, form.save)
    infection = next(each for each in events(page) if each.kind is EventKind.INFECTION)
    assert (infection.start, infection.end, infection.label) == (date(2026, 11, 10), date(2026, 11, 14), "")
    rows = list(page.events.listing.rows.values())
    said = sorted(row.accessibleName() for row in rows)
    assert said == ["Busy day. Sun 8 Nov", "Infection. Tue 10 Nov to 14 Nov"]
    assert page.events.detail.title.text() == "Infection"


def test_an_event_of_ones_own_needs_a_name(tab, qtbot):
    page = tab(EVENTS_TAB)
    click(qtbot, page.events.first)
    form = page.events.event_form
    form.kind.show_value(EventKind.OWN)
    form.note.setPlainText("boxes everywhere")
    click(qtbot, form.save)
    assert form._lines["label"].trouble.text() == "A name is missing: type what you call it."
    assert form.note.toPlainText() == "boxes everywhere"
    assert events(page) == ()
    qtbot.keyClicks(form.label, "Moved house")
    click(qtbot, form.save)
    assert events(page)[0].name == "Moved house"


def test_an_end_before_the_first_day_is_refused(tab, qtbot):
    told = event("stress", date(2026, 11, 8))
    page = tab(EVENTS_TAB, told)
    click(qtbot, page.events.detail.edit)
    form = page.events.event_form
    click(qtbot, form.longer)
    form.end.show_day(date(2026, 11, 1))
    click(qtbot, form.save)
    assert "before the first, 8 Nov 2026" in form._lines["end"].trouble.text()
    assert events(page) == (told,)


def test_an_event_is_deleted_with_undo(tab, qtbot):
    told = event("injury", date(2026, 11, 8), label="Twisted ankle")
    page = tab(EVENTS_TAB, told)
    click(qtbot, page.events.detail.delete)
    assert events(page) == ()
    assert page.steps._words.text() == "Twisted ankle deleted."
    click(qtbot, page.steps.undo)
    assert events(page) == (told,)
    assert page.events.detail.title.text() == "Twisted ankle"


def test_an_appointment_is_added_with_its_questions(tab, qtbot):
    page = tab(APPOINTMENTS_TAB)
    click(qtbot, page.appointments.first)
    form = page.appointments.appointment_form
    form.day.show_day(NEXT)
    qtbot.keyClicks(form.with_whom, "Dr. Weber")
    QTest.keyClick(form.with_whom, Qt.Key.Key_Return)
    questions = page.appointments.detail.questions
    for text in ("Is it my thyroid?", "How long do I take it?"):
        qtbot.keyClicks(questions.next, text)
        QTest.keyClick(questions.next, Qt.Key.Key_Return)
    (kept,) = appointments(page)
    assert (kept.day, kept.with_whom) == (NEXT, "Dr. Weber")
    assert kept.questions == ("Is it my thyroid?", "How long do I take it?")
    assert questions.next.text() == ""
    row = page.appointments.listing.rows[kept.id]
    assert row.accessibleName() == "Dr. Weber. Tuesday 1 December, in 9 days. 2 questions"


def test_questions_are_moved_edited_and_removed(tab, qtbot):
    page = tab(APPOINTMENTS_TAB, appointment(NEXT, "one", "two", "three"))
    questions = page.appointments.detail.questions
    assert not questions.rows[0].up.isEnabled()
    assert not questions.rows[2].down.isEnabled()
    click(qtbot, questions.rows[2].up)
    assert asked(page) == ("one", "three", "two")
    assert questions.rows[1].up.hasFocus()
    field = questions.rows[0].field
    qtbot.waitUntil(field.isVisible)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "first")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert asked(page) == ("first", "three", "two")
    assert field.isVisible()
    click(qtbot, questions.rows[1].remove)
    assert asked(page) == ("first", "two")
    assert page.steps._words.text() == "Question removed."
    for _ in range(3):
        click(qtbot, page.steps.undo)
    assert asked(page) == ("one", "two", "three")
    assert [row.field.text() for row in questions.rows] == ["one", "two", "three"]


def test_a_question_without_words_is_refused_and_nothing_is_lost(tab, qtbot):
    page = tab(APPOINTMENTS_TAB, appointment(NEXT, "one"))
    questions = page.appointments.detail.questions
    click(qtbot, questions.add)
    assert questions.trouble.text() == "Type the question first, then add it."
    field = questions.rows[0].field
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert questions.rows[0].trouble.text() == "A question has words in it: type some, or remove it."
    assert asked(page) == ("one",)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "one"
    assert not questions.rows[0].trouble.isVisible()


def test_a_question_that_is_being_typed_stays_when_another_is_moved(tab, qtbot):
    page = tab(APPOINTMENTS_TAB, appointment(NEXT, "one", "two"))
    questions = page.appointments.detail.questions
    qtbot.keyClicks(questions.next, "half a thou")
    click(qtbot, questions.rows[0].down)
    assert asked(page) == ("two", "one")
    assert questions.next.text() == "half a thou"


def test_a_change_that_is_being_typed_is_kept_when_something_else_is_pressed(tab, qtbot):
    page = tab(APPOINTMENTS_TAB, appointment(NEXT, "one", "two"), appointment(TODAY, "soon"))
    page.appointments.select(id_of(str(NEXT)))
    questions = page.appointments.detail.questions
    QTest.keyClick(questions.rows[0].field, Qt.Key.Key_End)
    qtbot.keyClicks(questions.rows[0].field, " and a half")
    qtbot.keyClicks(questions.next, "a draft")
    click(qtbot, questions.rows[1].up)
    click(qtbot, page.appointments.listing.rows[id_of(str(TODAY))])
    assert questions.next.text() == ""
    click(qtbot, page.appointments.listing.rows[id_of(str(NEXT))])
    assert [row.field.text() for row in questions.rows] == ["two", "one and a half"]
    assert questions.next.text() == "a draft"


def test_appointments_to_come_stand_before_those_that_are_over(tab):
    page = tab(APPOINTMENTS_TAB, appointment(NEXT), appointment(TODAY), appointment(date(2026, 9, 3)))
    shape = page.appointments.listing._shape
    assert shape == (
        ("To come", (id_of(str(TODAY)), id_of(str(NEXT)))),
        ("Over", (id_of("2026-09-03"),)),
    )
    assert "today" in page.appointments.listing.rows[id_of(str(TODAY))].lines.text()


def test_an_appointment_is_edited_and_deleted_with_undo(tab, qtbot):
    told = appointment(NEXT, "one")
    page = tab(APPOINTMENTS_TAB, told)
    click(qtbot, page.appointments.detail.edit)
    form = page.appointments.appointment_form
    qtbot.keyClicks(form.with_whom, "Physio")
    click(qtbot, form.save)
    assert page.appointments.detail.title.text() == "Physio"
    assert asked(page) == ("one",)
    click(qtbot, page.appointments.detail.delete)
    assert appointments(page) == ()
    assert page.steps._words.text() == "Physio deleted."
    click(qtbot, page.steps.undo)
    assert asked(page) == ("one",)
