"""Treatments in a real window on a real diary: uses, relief, forms, deleting with undo, before and after."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from treating import appointment, event, id_of, treatment, use

from painmap.domain.event import EventKind
from painmap.domain.kinds import TREATMENTS, USES
from painmap.domain.period import Period
from painmap.domain.treatment import TreatmentKind
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.treatments.checking import (
    event_problems,
    pauses_problem,
    question_problem,
    treatment_problems,
    typed_time,
    use_problems,
)
from painmap.ui.treatments.form import SAVE_FIRST
from painmap.ui.treatments.listing import WIDTHS

START = date(2026, 10, 29)
PILL = treatment("Amitriptyline", START, plan="10 mg at night")
GEL = treatment("Ibuprofen gel", date(2026, 9, 2), "self_care")


@pytest.fixture
def treatments(start):
    """Opens the window on the Treatments page: `treatments(*records, size=...)`."""

    def open_page(*records, size=(1280, 800)):
        painmap = start(*records, size=size)
        painmap.window.show_page("treatments")
        page = painmap.window.page("treatments")
        page.painmap = painmap
        return page

    return open_page


def click(qtbot, widget):
    qtbot.waitUntil(widget.isVisible)
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def row(page, name):
    return page.section.listing.rows[id_of(name)]


def kept(page, kind):
    return page.painmap.diary.records(kind)


def heads(page):
    return [title for title, _ in page.section.listing._shape]


def test_the_rail_has_treatments_between_trends_and_report(start, qtbot):
    window = start().window
    names = list(window.rail.items)
    assert names.index("trends") < names.index("treatments") < names.index("report")
    click(qtbot, window.rail.items["treatments"])
    assert window.page("treatments").isVisible()


def test_one_tap_logs_a_use_now_and_offers_relief(treatments, qtbot, now):
    page = treatments(PILL, GEL)
    click(qtbot, row(page, "Amitriptyline").tap)
    (logged,) = kept(page, USES)
    assert (logged.at, logged.treatment_id, logged.relief, logged.done) == (now, PILL.id, None, True)
    assert page.painmap.journal.said == "Amitriptyline taken 14:02."
    card = page.treatments.detail.card
    click(qtbot, card.row.numbers[4])
    (rated,) = kept(page, USES)
    assert (rated.id, rated.relief) == (logged.id, 40)
    assert not card.isVisible()
    assert row(page, "Amitriptyline").lines.text().endswith("Last: today 14:02, relief 40%")


def test_relief_is_not_asked_again_after_not_now(treatments, qtbot):
    page = treatments(PILL)
    click(qtbot, row(page, "Amitriptyline").tap)
    click(qtbot, page.treatments.detail.card.later)
    assert not page.treatments.detail.card.isVisible()
    assert kept(page, USES)[0].relief is None


def test_a_second_tap_within_two_seconds_is_the_same_use(treatments, qtbot, moment):
    page = treatments(PILL)
    for seconds in (0, 1, 3):
        moment.advance(seconds=seconds)
        click(qtbot, row(page, "Amitriptyline").tap)
    assert len(kept(page, USES)) == 2


def test_undo_takes_the_use_back_and_the_card_with_it(treatments, qtbot):
    page = treatments(PILL)
    click(qtbot, row(page, "Amitriptyline").tap)
    click(qtbot, page.steps.undo)
    assert kept(page, USES) == ()
    assert not page.treatments.detail.card.isVisible()


@pytest.mark.parametrize(
    ("kind", "words", "said"),
    [
        ("medication", "Took it", "taken"),
        ("physiotherapy", "Did it", "done"),
        ("exercise", "Did it", "done"),
        ("intervention", "Used it", "used"),
        ("self_care", "Used it", "used"),
    ],
)
def test_the_button_speaks_of_its_kind(treatments, qtbot, kind, words, said):
    page = treatments(treatment("Something", START, kind))
    button = row(page, "Something").tap
    assert (button.text(), button.accessibleName()) == (words, f"{words}: Something, now")
    click(qtbot, button)
    assert page.painmap.journal.said == f"Something {said} 14:02."


def test_the_list_tells_now_later_and_stopped_apart(treatments):
    stopped = treatment("Naproxen", date(2026, 7, 1), plan="250 mg", stop=date(2026, 8, 20))
    later = treatment("Infusion", date(2026, 12, 3), "intervention")
    paused = treatment("TENS", START, "intervention", pauses=(Period(date(2026, 11, 20), date(2026, 11, 25)),))
    page = treatments(PILL, stopped, later, paused)
    assert heads(page) == ["Now", "Later", "Stopped"]
    assert row(page, "Amitriptyline").lines.text() == "10 mg at night, since 29 Oct\nNo use logged yet"
    assert row(page, "Naproxen").lines.text() == "250 mg, 1 Jul to 20 Aug"
    assert row(page, "Infusion").lines.text() == "from 3 Dec"
    assert row(page, "TENS").lines.text() == "since 29 Oct\nPaused until 25 Nov"
    assert not row(page, "Naproxen").tap.isVisible()
    assert not row(page, "Infusion").tap.isVisible()


def test_a_treatment_is_added_with_keys_alone(treatments, qtbot, press):
    page = treatments()
    assert not page.treatments.listing.isVisible()
    page.treatments.first.setFocus()
    press(page.painmap, Qt.Key.Key_Return)
    qtbot.keyClicks(page.treatments.treatment_form.name, "Gabapentin")
    press(page.painmap, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    qtbot.keyClicks(page.treatments.treatment_form.plan, "100 mg, three times a day")
    press(page.painmap, Qt.Key.Key_Return)
    (added,) = kept(page, TREATMENTS)
    assert (added.name, added.plan, added.start) == ("Gabapentin", "100 mg, three times a day", date(2026, 11, 22))
    assert added.kind is TreatmentKind.MEDICATION
    assert page.treatments.detail.title.text() == "Gabapentin"
    page.painmap.journal.undo()
    assert kept(page, TREATMENTS) == ()


def test_a_missing_name_is_said_at_its_field_and_nothing_is_lost(treatments, qtbot):
    page = treatments()
    click(qtbot, page.add)
    form = page.treatments.treatment_form
    qtbot.keyClicks(form.plan, "at night")
    click(qtbot, form.save)
    assert form._lines["name"].trouble.isVisible()
    assert form._lines["name"].trouble.text() == "A name is missing: type what you call it."
    assert form.name.accessibleDescription() == form._lines["name"].trouble.text()
    assert form.name.hasFocus()
    assert form.plan.text() == "at night"
    assert kept(page, TREATMENTS) == ()


def test_a_stop_before_the_start_is_refused_and_nothing_is_lost(treatments, qtbot):
    page = treatments(PILL)
    click(qtbot, page.treatments.detail.edit)
    form = page.treatments.treatment_form
    click(qtbot, form.stopped)
    form.stop.show_day(date(2026, 10, 1))
    click(qtbot, form.save)
    assert "before the start, 29 Oct 2026" in form._lines["stop"].trouble.text()
    assert kept(page, TREATMENTS) == (PILL,)
    form.stop.show_day(date(2026, 11, 1))
    click(qtbot, form.save)
    assert kept(page, TREATMENTS)[0].stop == date(2026, 11, 1)
    assert not form.isVisible()


def test_pauses_that_overlap_are_refused_and_one_can_be_removed(treatments, qtbot):
    page = treatments(PILL)
    click(qtbot, page.treatments.detail.edit)
    form = page.treatments.treatment_form
    click(qtbot, form.pauses.add)
    click(qtbot, form.pauses.add)
    page.treatments._areas[form].ensureWidgetVisible(form.save)
    click(qtbot, form.save)
    assert "overlap" in form._lines["pauses"].trouble.text()
    click(qtbot, form.pauses.rows[1].remove)
    click(qtbot, form.save)
    today = date(2026, 11, 22)
    assert kept(page, TREATMENTS)[0].pauses == (Period(today, today),)
    assert ("Paused", "22 Nov") in page.treatments.detail.facts.shown


def test_a_start_after_a_use_is_refused(treatments, qtbot):
    page = treatments(PILL, use("Amitriptyline", 11, 1))
    click(qtbot, page.treatments.detail.edit)
    form = page.treatments.treatment_form
    form.start.show_day(date(2026, 11, 5))
    click(qtbot, form.save)
    assert "There is a use on 1 Nov 2026" in form._lines["start"].trouble.text()
    assert kept(page, TREATMENTS) == (PILL,)


def test_what_is_typed_is_not_lost_by_a_tap_elsewhere(treatments, qtbot):
    page = treatments(PILL, GEL)
    click(qtbot, page.add)
    form = page.treatments.treatment_form
    qtbot.keyClicks(form.name, "Pregab")
    click(qtbot, row(page, "Ibuprofen gel"))
    assert form.isVisible()
    assert form.name.text() == "Pregab"
    assert form.warning.isVisible()
    assert form.warning.text() == SAVE_FIRST
    click(qtbot, form.cancel)
    click(qtbot, row(page, "Ibuprofen gel"))
    assert page.treatments.detail.title.text() == "Ibuprofen gel"
    assert len(kept(page, TREATMENTS)) == 2


def test_a_form_keeps_what_is_typed_when_the_diary_cannot_be_written(treatments, qtbot, monkeypatch):
    page = treatments(PILL)
    trouble = DiaryTrouble("The disk is full: make room and try again.")

    def refuse(*_):
        raise trouble

    click(qtbot, page.add)
    form = page.treatments.treatment_form
    qtbot.keyClicks(form.name, "Pregabalin")
    monkeypatch.setattr(page.painmap.diary, "make", refuse)
    with qtbot.waitSignal(page.painmap.journal.failed) as told:
        QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert told.args == [str(trouble)]
    assert (form.isVisible(), form.name.text()) == (True, "Pregabalin")
    monkeypatch.undo()
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert [each.name for each in kept(page, TREATMENTS)] == ["Amitriptyline", "Pregabalin"]


def test_an_untouched_form_gives_way(treatments, qtbot, press):
    page = treatments(PILL, GEL)
    click(qtbot, page.add)
    click(qtbot, row(page, "Ibuprofen gel"))
    assert page.treatments.detail.isVisible()
    click(qtbot, page.add)
    press(page.painmap, Qt.Key.Key_Escape)
    assert page.treatments.detail.isVisible()


def test_a_use_has_its_answers_and_is_edited(treatments, qtbot):
    page = treatments(PILL, use("Amitriptyline", 11, 20))
    click(qtbot, page.treatments.detail.uses.rows[0].edit)
    form = page.treatments.use_form
    form.time.setText("22.15")
    click(qtbot, form.before.row.numbers[7])
    click(qtbot, form.after.row.numbers[4])
    click(qtbot, form.relief.row.numbers[3])
    form.side_effects.setText("Dry mouth")
    page.treatments._areas[form].ensureWidgetVisible(form.save)
    click(qtbot, form.save)
    (changed,) = kept(page, USES)
    assert f"{changed.at:%H:%M}" == "22:15"
    assert (changed.pain_before, changed.pain_after, changed.relief) == (7, 4, 30)
    assert page.treatments.detail.uses.rows[0].how.text() == "Relief 30%, pain 7 before, 4 after. Dry mouth"
    click(qtbot, page.steps.undo)
    assert kept(page, USES)[0].relief is None


def test_an_answer_of_a_use_can_be_cleared(treatments, qtbot):
    page = treatments(PILL, use("Amitriptyline", 11, 20, relief=35))
    click(qtbot, page.treatments.detail.uses.rows[0].edit)
    form = page.treatments.use_form
    assert form.relief.answer == 35
    assert "35%" in form.relief.ends.text()
    click(qtbot, form.relief.clear)
    assert form.relief.answer is None
    page.treatments._areas[form].ensureWidgetVisible(form.save)
    click(qtbot, form.save)
    assert kept(page, USES)[0].relief is None


def test_a_missed_session_has_no_relief(treatments, qtbot):
    physio = treatment("Physiotherapy", START, "physiotherapy")
    page = treatments(physio)
    click(qtbot, page.treatments.detail.uses.add)
    form = page.treatments.use_form
    click(qtbot, form.relief.row.numbers[5])
    assert form.missed.text() == "I missed this session"
    click(qtbot, form.missed)
    assert not form.relief.isVisible()
    click(qtbot, form.save)
    (missed,) = kept(page, USES)
    assert (missed.done, missed.relief) == (False, None)
    assert page.treatments.detail.uses.rows[0].how.text() == "Missed"
    assert row(page, "Physiotherapy").lines.text().endswith("No use logged yet")


@pytest.mark.parametrize(
    ("day", "time", "field", "words"),
    [
        (date(2026, 10, 1), "9:00", "day", "The treatment began on 29 Oct 2026"),
        (date(2026, 11, 22), "noon", "time", "such as 21:30"),
        (date(2026, 11, 22), "23:00", "time", "still to come"),
        (date(2026, 11, 23), "9:00", "day", "still to come"),
    ],
)
def test_a_use_that_cannot_have_been_is_refused(treatments, qtbot, day, time, field, words):
    page = treatments(PILL)
    click(qtbot, page.treatments.detail.uses.add)
    form = page.treatments.use_form
    form.day.show_day(day)
    form.time.setText(time)
    page.treatments._areas[form].ensureWidgetVisible(form.save)
    click(qtbot, form.save)
    assert words in form._lines[field].trouble.text()
    assert kept(page, USES) == ()
    assert form.time.text() == time


def test_a_use_is_deleted_with_undo(treatments, qtbot):
    one = use("Amitriptyline", 11, 20)
    page = treatments(PILL, one)
    click(qtbot, page.treatments.detail.uses.rows[0].delete)
    assert kept(page, USES) == ()
    assert page.steps._words.text() == "Use deleted."
    click(qtbot, page.steps.undo)
    assert kept(page, USES) == (one,)


def test_relief_can_be_added_to_an_earlier_use(treatments, qtbot):
    page = treatments(PILL, use("Amitriptyline", 11, 20), use("Amitriptyline", 11, 21))
    click(qtbot, page.treatments.detail.uses.rows[1].add_relief)
    assert page.treatments.detail.card.said.text() == "Amitriptyline taken Fri 20 Nov 21:30."
    QTest.keyClick(page.treatments.detail.card.row.numbers[0], Qt.Key.Key_6)
    assert [each.relief for each in kept(page, USES)] == [60, None]


def test_the_newest_three_uses_are_shown_then_all(treatments, qtbot):
    page = treatments(PILL, *(use("Amitriptyline", 11, day) for day in range(1, 21)))
    uses = page.treatments.detail.uses
    assert [each.when.text() for each in uses.rows] == ["Fri 20 Nov 21:30", "Thu 19 Nov 21:30", "Wed 18 Nov 21:30"]
    assert uses.all.text() == "All 20 uses"
    click(qtbot, uses.all)
    assert len(uses.rows) == 20
    assert not uses.all.isVisible()


def test_many_uses_are_shown_fifty_at_a_time(treatments, qtbot):
    told = [use("Ibuprofen gel", 9 + n // 28, 2 + n % 28, 8 + n % 2) for n in range(70)]
    page = treatments(GEL, *told)
    uses = page.treatments.detail.uses
    click(qtbot, uses.all)
    assert (len(uses.rows), uses.all.text()) == (50, "Show 50 more")
    page.treatments._areas[page.treatments.detail].ensureWidgetVisible(uses.all)
    click(qtbot, uses.all)
    assert len(uses.rows) == 70


def test_deleting_a_treatment_takes_its_uses_along_as_one_step(treatments, qtbot):
    told = [use("Amitriptyline", 11, day) for day in range(1, 21)]
    page = treatments(PILL, GEL, *told)
    click(qtbot, page.treatments.detail.delete)
    assert page.steps._words.text() == "Amitriptyline and 20 uses deleted."
    assert (kept(page, TREATMENTS), kept(page, USES)) == ((GEL,), ())
    assert page.treatments.detail.title.text() == "Ibuprofen gel"
    click(qtbot, page.steps.undo)
    assert len(kept(page, USES)) == 20
    assert page.treatments.detail.title.text() == "Amitriptyline"
    click(qtbot, page.steps.redo)
    assert kept(page, USES) == ()


def test_i_stopped_ends_a_treatment_today_and_cuts_later_pauses(treatments, qtbot):
    today = date(2026, 11, 22)
    pauses = (Period(date(2026, 11, 20), date(2026, 11, 30)), Period(date(2026, 12, 5), date(2026, 12, 9)))
    page = treatments(treatment("Amitriptyline", START, pauses=pauses))
    click(qtbot, page.treatments.detail.stop)
    (stopped,) = kept(page, TREATMENTS)
    assert (stopped.stop, stopped.pauses) == (today, (Period(date(2026, 11, 20), today),))
    assert page.steps._words.text() == "Amitriptyline stopped."
    assert not page.treatments.detail.stop.isVisible()


def test_another_dose_ends_the_one_before_it_as_one_step(treatments, qtbot):
    page = treatments(PILL)
    click(qtbot, page.treatments.detail.anew)
    form = page.treatments.treatment_form
    assert form.plan.hasFocus()
    form.plan.setText("25 mg at night")
    page.treatments._areas[form].ensureWidgetVisible(form.save)
    click(qtbot, form.save)
    old, new = kept(page, TREATMENTS)
    assert (old.stop, old.plan) == (date(2026, 11, 21), "10 mg at night")
    assert (new.start, new.plan, new.name) == (date(2026, 11, 22), "25 mg at night", "Amitriptyline")
    click(qtbot, page.steps.undo)
    assert kept(page, TREATMENTS) == (PILL,)


def compared(check_in, before, after):
    """Check-ins on the days before and after the start."""
    told = [check_in(START - timedelta(n), overall_pain=pain, fatigue=5) for n, pain in enumerate(before, 1)]
    return told + [check_in(START + timedelta(n), overall_pain=pain, fatigue=5) for n, pain in enumerate(after, 1)]


def cells(page, line):
    return [page.treatments.detail.compared.cells[line, column].text() for column in range(4)]


def test_before_and_after_has_median_range_days_and_change(treatments, check_in):
    told = compared(check_in, (7, 8, 7, 5, 7), (6, 6, 5, 7, 6, 6))
    other = treatment("TENS", date(2026, 11, 3), "intervention")
    page = treatments(PILL, *told, other, event("infection", date(2026, 10, 20)))
    assert cells(page, 1) == ["Worst pain, median (range)", "7 (5 to 8)", "6 (5 to 7)", "−1 point, −14%"]
    assert cells(page, 2)[1:3] == ["5 of 14, 9 missing", "6 of 14, 8 missing"]
    assert cells(page, 3)[3] == "0 points, 0%"
    shown = page.treatments.detail.compared
    assert shown.also.text() == "Also in these days: Infection on 20 Oct, TENS started on 3 Nov."
    assert not shown.few.isVisible()
    assert "not what caused it" in shown.caution.text()
    assert "30 % lower" in shown.published.text()
    assert "50 % lower" in shown.published.text()


def test_too_few_days_are_said_and_nothing_is_compared(treatments, check_in):
    page = treatments(PILL, *compared(check_in, (7, 8, 7, 5), (6, 6, 5, 7, 6, 6)))
    shown = page.treatments.detail.compared
    assert shown.few.isVisible()
    assert shown.few.text() == "Not enough days: 4 of 14 logged before."
    assert cells(page, 1)[3] == ""


def test_percent_is_left_out_where_the_first_figure_is_0(treatments, check_in):
    page = treatments(PILL, *compared(check_in, (0,) * 5, (2,) * 5))
    assert cells(page, 1)[3] == "+2 points"


def test_settling_in_days_are_left_out_when_chosen(treatments, check_in, qtbot):
    page = treatments(PILL, *compared(check_in, (7,) * 7, (9, 9, 9, 4, 4, 4, 4, 4)))
    shown = page.treatments.detail.compared
    assert cells(page, 1)[2] == "4 (4 to 9)"
    page.treatments._areas[page.treatments.detail].ensureWidgetVisible(shown.sides.settling)
    click(qtbot, shown.sides.settling.segments[1])
    assert cells(page, 1)[2] == "4 (4 to 4)"
    assert "a settling-in time of 3 days" in shown.note.text()
    click(qtbot, shown.sides.length.segments[0])
    assert cells(page, 0)[1:3] == ["7 days before", "7 days after*"]
    assert cells(page, 2)[1] == "7 of 7"


def test_the_keyboard_walks_the_list_and_chooses(treatments, qtbot, press):
    page = treatments(PILL, GEL)
    qtbot.waitUntil(row(page, "Ibuprofen gel").isVisible)
    row(page, "Amitriptyline").setFocus()
    press(page.painmap, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert row(page, "Ibuprofen gel").isChecked()
    assert page.treatments.detail.title.text() == "Ibuprofen gel"
    press(page.painmap, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert page.painmap.journal.said == "Ibuprofen gel used 14:02."


def test_a_row_says_all_its_words_to_a_screen_reader(treatments):
    page = treatments(PILL, use("Amitriptyline", 11, 21, relief=20))
    assert row(page, "Amitriptyline").accessibleName() == (
        "Amitriptyline. 10 mg at night, since 29 Oct. Last: yesterday 21:30, relief 20%"
    )
    numbers = page.treatments.detail.card.row.numbers
    assert numbers[4].accessibleName() == "Relief 40 percent"


def test_undo_on_another_tab_goes_to_what_it_brings_back(treatments, qtbot):
    page = treatments(PILL, appointment(date(2026, 12, 1), "Why?"))
    click(qtbot, page.treatments.detail.delete)
    click(qtbot, page.tabs.segments[2])
    click(qtbot, page.steps.undo)
    assert page.section is page.treatments
    assert page.treatments.detail.title.text() == "Amitriptyline"


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize(("look", "text"), [("light", 100), ("dark", 100), ("contrast", 100), ("light", 150)])
def test_every_tab_paints_itself_and_is_never_wider_than_the_window(treatments, size, look, text):
    long = treatment("A name as long as people make them " * 3, START, plan="and a plan that goes on and on " * 5)
    page = treatments(
        PILL,
        long,
        use("Amitriptyline", 11, 20),
        event("own", START, label="Moved"),
        appointment(START, "Why?"),
        size=size,
    )
    page.painmap.settings.choose(colours=look, text_size=text)
    for place in range(3):
        page.show_tab(place)
        page.painmap.window.grab()
        assert page.painmap.window.width() == size[0]
        assert page.section.listing.width() >= WIDTHS["small"]


def test_times_are_understood_as_people_type_them():
    typed = {"21:30": (21, 30), "21.30": (21, 30), "2130": (21, 30), "9": (9, 0), "930": (9, 30), " 7:05 ": (7, 5)}
    assert {text: (found.hour, found.minute) for text in typed if (found := typed_time(text))} == typed
    assert [typed_time(text) for text in ("", "25:00", "9:60", "noon", "1:2:3", "-3", "²", "12345")] == [None] * 8


def test_each_trouble_has_one_sentence_with_a_next_step(now):
    day = date(2026, 11, 1)
    found = [
        *treatment_problems(" ", day, day - timedelta(1), (), [use("Amitriptyline", 10, 1)]).values(),
        pauses_problem(day, None, [(day, day - timedelta(1))]),
        pauses_problem(day, None, [(day - timedelta(2), day)]),
        pauses_problem(day, day, [(day, day + timedelta(1))]),
        pauses_problem(day, None, [(day, day), (day, day)]),
        *use_problems(PILL, START - timedelta(1), None, now).values(),
        *use_problems(PILL, START, None, now).values(),
        *event_problems(EventKind.OWN, "", day, day - timedelta(1)).values(),
        question_problem(" ", 0),
        question_problem("x" * 501, 0),
        question_problem("x", 50),
    ]
    assert len(found) == 14
    for sentence in found:
        assert sentence.endswith(".")
        assert sentence.count(". ") == 0
        assert ":" in sentence or "," in sentence or sentence.startswith("Type")


@pytest.mark.parametrize("text_size", [100, 130, 150])
def test_no_row_of_the_list_is_wider_than_the_list(qtbot, treatments, text_size):
    page = treatments(PILL, GEL, size=(1024, 700))
    page.painmap.settings.choose(text_size=text_size)
    qtbot.wait(50)
    for name in ("Amitriptyline", "Ibuprofen gel"):
        tap = row(page, name).tap
        right = tap.mapTo(page.section.listing, tap.rect().topRight()).x()
        assert tap.isVisible()
        assert right < page.section.listing.width() - 16
