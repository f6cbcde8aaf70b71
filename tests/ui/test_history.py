"""History in a real window on a real diary: the month, the day, deleting with undo, and search in notes."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from painmap.domain.checkin import CarriedOver
from painmap.ui.history.found import excerpt, spans_of
from painmap.ui.history.months import EARLIEST, moved_months, shown_days
from painmap.ui.history.page import History
from painmap.ui.history.search import NONE
from painmap.ui.history.wording import heading_of, map_line, origin_lines

TODAY = date(2026, 11, 22)
WEDNESDAY = date(2026, 11, 18)


@pytest.fixture
def history(start):
    """Opens the window on its History page: `history(*check_ins, size=..., day=...)`."""

    def open_history(*check_ins, size=(1280, 800), day=None) -> History:
        painmap = start(*check_ins, size=size)
        painmap.window.show_page("history")
        page = painmap.window.page("history")
        page.painmap = painmap
        if day:
            page.select(day)
        return page

    return open_history


@pytest.fixture
def search(qtbot):
    """Types words into the search field and waits for the list."""

    def type_words(page, words):
        qtbot.keyClicks(page.top.search, words)
        qtbot.waitUntil(lambda: page.results.isVisible() and page.results.words == words)

    return type_words


def name_of(page, day):
    return page.calendar.button(day).accessibleName()


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_day_says_its_worst_pain_and_fatigue_and_what_sets_it_apart(history, check_in, now):
    told = [
        check_in(WEDNESDAY, {"front-left-hand": 8}, fatigue=5, carried_over=CarriedOver(date(2026, 11, 16))),
        check_in(WEDNESDAY, fatigue=8, recorded_at=now - timedelta(3)),
    ]
    page = history(*told)
    expected = "Wednesday 18 November: worst pain 8, fatigue 8, 2 check-ins, carried over, entered later"
    assert name_of(page, WEDNESDAY) == expected


def test_no_entry_no_pain_and_not_answered_are_three_things(history, check_in):
    page = history(check_in(3, overall_pain=0, fatigue=2), check_in(2, note="A note alone"))
    assert name_of(page, date(2026, 11, 18)) == "Wednesday 18 November: No entry"
    assert name_of(page, date(2026, 11, 19)) == "Thursday 19 November: No pain that day, fatigue 2"
    assert name_of(page, date(2026, 11, 20)) == "Friday 20 November: pain not answered, fatigue not answered"


def test_what_is_told_apart_looks_different(history, check_in, now):
    """A dashed square, a zero, no entry, a mark for later, copied and twice: no two cells are the same picture."""
    week = [date(2026, 11, n) for n in range(9, 16)]
    alike = {"overall_pain": 4, "fatigue": 4}
    page = history(
        check_in(week[0], **alike),
        check_in(week[1], **{**alike, "overall_pain": 0}),
        check_in(week[2], fatigue=4),
        check_in(week[3], overall_pain=4),
        check_in(week[4], **alike, recorded_at=now),
        check_in(week[5], **alike, carried_over=CarriedOver()),
    )
    pictures = set()
    for day in week:
        button = page.calendar.button(day)
        picture = button.grab().toImage().copy(30, 0, button.width() - 34, button.height() - 4)
        pictures.add(bytes(picture.constBits()))
    assert len(pictures) == 7


def test_days_to_come_cannot_be_chosen(history, qtbot):
    page = history()
    tomorrow = page.calendar.button(TODAY + timedelta(1))
    assert not tomorrow.isEnabled()
    click(qtbot, tomorrow)
    assert page.selected == TODAY


def test_the_count_says_the_days_of_the_month_up_to_today(history, check_in):
    page = history(*(check_in(n, overall_pain=3) for n in range(18)))
    assert page.top.count.text() == "18 of 22 days logged"
    page.select(date(2026, 10, 5))
    assert page.top.count.text() == "0 of 31 days logged"


def test_a_tap_shows_the_day_beside_the_calendar(history, check_in, qtbot):
    page = history(check_in(WEDNESDAY, {"front-left-hand": 8, "back-left-lower-back": 3}, fatigue=5))
    click(qtbot, page.calendar.button(WEDNESDAY))
    assert page.pane.heading.text() == "Wednesday 18 November"
    assert page.pane.sentence.text() == "Worst pain 8. Fatigue 5. 2 regions."
    assert len(page.pane.cards) == 1


def test_two_fatigue_ratings_are_told_as_range_and_mean(history, check_in):
    page = history(check_in(WEDNESDAY, fatigue=5), check_in(WEDNESDAY, fatigue=8, overall_pain=7), day=WEDNESDAY)
    assert page.pane.sentence.text() == "Worst pain 7. Fatigue 5 to 8, mean 6.5."


def test_arrow_keys_walk_by_day_and_week_and_page_keys_by_month(history):
    page = history()
    page.calendar.take_focus()
    for key, reached in (
        (Qt.Key.Key_Right, TODAY),
        (Qt.Key.Key_Left, date(2026, 11, 21)),
        (Qt.Key.Key_Up, date(2026, 11, 14)),
        (Qt.Key.Key_Home, date(2026, 11, 9)),
        (Qt.Key.Key_End, date(2026, 11, 15)),
        (Qt.Key.Key_PageUp, date(2026, 10, 15)),
        (Qt.Key.Key_PageDown, date(2026, 11, 15)),
        (Qt.Key.Key_Down, TODAY),
        (Qt.Key.Key_Down, TODAY),
    ):
        QTest.keyClick(page.window().focusWidget(), key)
        assert (page.selected, page.window().focusWidget().cell.day) == (reached, reached)


def test_enter_opens_the_day_on_today(history, qtbot):
    page = history(day=WEDNESDAY)
    page.calendar.take_focus()
    with qtbot.waitSignal(page.day_opened) as opened:
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert opened.args == [WEDNESDAY]


def test_tab_enters_the_month_at_the_chosen_day_only(history):
    page = history(day=WEDNESDAY)
    stops = [b.cell.day for b in page.calendar.days if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [WEDNESDAY]


def test_the_week_starts_on_the_day_of_the_settings(history):
    page = history()
    page.painmap.settings.choose(week_starts=6)
    page.refresh()
    assert page.calendar.days[0].cell.day == date(2026, 11, 1)


def test_a_day_without_an_entry_can_be_added_to(history, qtbot):
    page = history(day=date(2026, 11, 12))
    assert page.pane.sentence.text() == "No entry"
    with qtbot.waitSignal(page.added_to) as added:
        click(qtbot, page.pane.add)
    assert added.args == [date(2026, 11, 12)]


def test_open_hands_the_check_in_over(history, check_in, qtbot):
    told = check_in(WEDNESDAY, overall_pain=4)
    page = history(told, day=WEDNESDAY)
    with qtbot.waitSignal(page.check_in_opened) as opened:
        click(qtbot, page.pane.cards[0].open)
    assert opened.args == [told]


def test_delete_acts_at_once_and_undo_stands_beside_it_until_the_next_change(history, check_in, qtbot):
    told = check_in(WEDNESDAY, overall_pain=4, note="Rain")
    page = history(told, day=WEDNESDAY)
    click(qtbot, page.pane.cards[0].delete)
    assert page.painmap.diary.get(told.id) is None
    assert (page.pane.said.text(), page.pane.said.isVisible()) == ("Check-in deleted.", True)
    assert page.window().focusWidget() is page.pane.undo
    page.select(TODAY)
    assert page.pane.said.isVisible()
    click(qtbot, page.pane.undo)
    assert page.painmap.diary.get(told.id) == told
    assert page.selected == WEDNESDAY
    assert not page.pane.said.isVisible()


def test_undo_and_redo_in_the_bar_are_on_only_when_they_can_do_something(history, check_in, qtbot):
    page = history(check_in(WEDNESDAY, overall_pain=4), day=WEDNESDAY)
    assert [page.top.undo.isEnabled(), page.top.redo.isEnabled()] == [False, False]
    click(qtbot, page.pane.cards[0].delete)
    assert page.top.undo.isEnabled()
    click(qtbot, page.top.undo)
    assert len(page.pane.cards) == 1
    assert page.top.redo.isEnabled()


def test_search_takes_the_place_of_the_calendar_and_esc_brings_it_back(history, check_in, qtbot, search):
    page = history(
        check_in(WEDNESDAY, note="Typed all morning, hands <b>swollen</b>"),
        check_in(date(2025, 2, 1), note="SWOLLEN feet"),
        check_in(TODAY, note="Slept well"),
    )
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search(page, "swollen")
    assert not page.calendar.isVisible()
    assert [row.found.day for row in page.results.rows] == [WEDNESDAY, date(2025, 2, 1)]
    click(qtbot, page.results.rows[1])
    assert page.selected == date(2025, 2, 1)
    assert page.pane.heading.text() == "Saturday 1 February 2025"
    qtbot.keyClick(page.top.search, Qt.Key.Key_Escape)
    assert page.calendar.isVisible()
    assert page.top.search.text() == ""


def test_words_that_no_note_has_are_told(history, check_in, qtbot, search):
    page = history(check_in(WEDNESDAY, note="Rain"))
    search(page, "snow")
    assert (page.results.summary.text(), page.results.rows) == (NONE, [])


def test_the_days_found_are_walked_and_opened_with_keys(history, check_in, qtbot, search):
    page = history(*(check_in(n, note=f"rain {n}") for n in range(50)))
    search(page, "rain")
    assert len(page.results.rows) == 40
    click(qtbot, page.results.more)
    assert len(page.results.rows) == 50
    page.results.rows[0].setFocus()
    QTest.keyClick(page.results.rows[0], Qt.Key.Key_Down)
    page.refresh()
    assert page.selected == TODAY - timedelta(1)
    with qtbot.waitSignal(page.day_opened) as opened:
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert opened.args == [TODAY - timedelta(1)]


def test_an_arrow_of_the_bar_leaves_the_search_and_shows_the_month_before(history, check_in, qtbot, search):
    page = history(check_in(WEDNESDAY, note="Rain"))
    search(page, "rain")
    click(qtbot, page.top.earlier)
    assert page.calendar.isVisible()
    assert page.selected == date(2026, 10, 22)
    click(qtbot, page.top.later)
    assert page.selected == TODAY
    assert not page.top.later.isEnabled()
    page.select(date(2026, 3, 3))
    click(qtbot, page.top.this_month)
    assert page.selected == TODAY


def test_a_card_has_its_words_beside_the_body_where_there_is_room_else_below(history, check_in, qtbot):
    page = history(check_in(WEDNESDAY, {"front-left-hand": 8}), day=WEDNESDAY)
    qtbot.waitUntil(lambda: page.pane.cards[0].open.x() > 150)
    page.window().resize(1024, 700)
    qtbot.waitUntil(lambda: page.pane.cards[0].open.x() < 40)


def test_a_card_says_in_words_where_its_check_in_comes_from(check_in, now):
    copied = CarriedOver(date(2026, 11, 16), {"front-left-hand": 5, "front-left-knee": 4})
    told = check_in(
        WEDNESDAY,
        {"front-left-hand": 6},
        carried_over=copied,
        recorded_at=now - timedelta(3, 1800),
        changed_at=now,
    )
    assert heading_of(told) == "Check-in"
    assert [words for _, words in origin_lines(told)] == [
        "Carried over from Mon 16 Nov, 2 changes",
        "Entered later, written Thu 19 Nov 13:32",
        "Corrected Sun 22 Nov 14:02",
    ]


def test_a_map_copied_as_it_was_or_from_an_unknown_day_says_so(check_in):
    copied = CarriedOver(date(2026, 11, 16), {"front-left-hand": 5})
    same = check_in(WEDNESDAY, {"front-left-hand": 5}, carried_over=copied)
    unknown = check_in(WEDNESDAY, {"front-left-hand": 5}, carried_over=CarriedOver())
    assert origin_lines(same) == [("copy", "Carried over from Mon 16 Nov, unchanged")]
    assert origin_lines(unknown) == [("copy", "Carried over")]
    assert (heading_of(same), origin_lines(check_in(WEDNESDAY, overall_pain=1))) == ("14:02", [])


def test_a_map_in_words_tells_no_pain_from_not_answered(check_in):
    told = [check_in(0, {"front-left-hand": 5}), check_in(0, overall_pain=0), check_in(0, fatigue=3)]
    assert [map_line(one) for one in told] == ["1 region", "No pain", "No region marked"]


def test_esc_leaves_the_list_of_days_found(history, check_in, qtbot, search):
    page = history(check_in(WEDNESDAY, note="rain"))
    search(page, "rain")
    page.painmap.settings.choose(text_size=130)
    page.results.rows[0].setFocus()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Up)
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Escape)
    assert page.calendar.isVisible()


def test_words_in_bold_are_painted_in_the_list(history, check_in, qtbot, search):
    page = history(check_in(WEDNESDAY, note="rain in the hands"))
    search(page, "rain")
    bold = page.results.rows[0].grab().toImage()
    page.results.rows[0].excerpts = [("rain in the hands", [])]
    assert page.results.rows[0].grab().toImage() != bold


def test_a_diary_that_cannot_be_read_is_told_and_the_page_stays(history, check_in, qtbot):
    page = history(check_in(WEDNESDAY, overall_pain=4), day=WEDNESDAY)
    with page.painmap.diary.database.writing() as connection:
        connection.execute("UPDATE check_in SET overall_pain = 9")
    with qtbot.waitSignal(page.painmap.journal.failed) as failed:
        page.refresh()
    assert "damaged" in failed.args[0]
    assert len(page.pane.cards) == 1


def test_a_note_is_shown_as_it_was_typed_and_whole(history, check_in, qtbot):
    note = "<b>no markup</b> & " + "long " * 400 + "x" * 300 + "\nlast line"
    page = history(check_in(WEDNESDAY, overall_pain=3, note=note), day=WEDNESDAY, size=(1024, 700))
    card = page.pane.cards[0]
    passage = next(child for child in card.children() if getattr(child, "accessibleName", str)() == note)
    qtbot.waitUntil(lambda: passage.width() <= page.pane.width())
    assert passage.height() >= passage.heightForWidth(passage.width())


@pytest.mark.parametrize(
    ("size", "text_size", "colours"),
    [((1280, 800), 100, "dark"), ((1024, 700), 150, "light"), ((1920, 1080), 130, "contrast")],
)
def test_the_page_paints_and_nothing_is_cut_off(history, check_in, now, size, text_size, colours):
    told = check_in(WEDNESDAY, {"front-left-hand": 8}, fatigue=8, note="Typed all morning", recorded_at=now)
    page = history(told, day=WEDNESDAY, size=size)
    page.painmap.settings.choose(colours=colours, text_size=text_size)
    assert not page.grab().isNull()
    window = page.window()
    assert (window.width(), window.height()) == size
    for part in (page.top.redo, page.top.later, page.legend, page.calendar, page.pane.add):
        corner = part.mapTo(window, part.rect().bottomRight())
        assert corner.x() <= window.width()
    card = page.pane.cards[0]
    assert card.width() >= card.minimumSizeHint().width()


def test_the_first_and_last_day_of_the_calendar_hold():
    assert moved_months(date(1900, 1, 31), -1) == EARLIEST
    assert moved_months(date(2024, 3, 31), -1) == date(2024, 2, 29)
    assert shown_days(date(2026, 11, 22), 0)[0] == date(2026, 10, 26)
    assert shown_days(date(2026, 11, 22), 5)[0] == date(2026, 10, 31)


def test_words_are_found_whatever_their_case_and_in_other_scripts():
    assert spans_of("straße HANDS", "Hands on the STRASSE") == [(0, 5), (13, 7)]
    assert spans_of("rain", "no") == []


def test_an_excerpt_begins_and_ends_near_the_words():
    text, spans = excerpt("thumb", "word " * 100 + "thumb " + "word " * 100)
    assert text.startswith("… word")
    assert text.endswith("…")
    assert [text[at : at + length] for at, length in spans] == ["thumb"]
    assert len(text) < 250
