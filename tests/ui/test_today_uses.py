"""Noting a use from Today: one tap, said beside Undo."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from treating import treatment, use

from painmap.domain.kinds import USES
from painmap.domain.period import Period

START = date(2026, 10, 29)
PILL = treatment("Amitriptyline", START)


@pytest.fixture
def today(start):
    """Opens Today: `today(*records)`."""

    def open_today(*records, size=(1280, 800)):
        painmap = start(*records, size=size)
        page = painmap.window.today
        page.painmap = painmap
        return page

    return open_today


def click(qtbot, widget):
    qtbot.waitUntil(widget.isVisible)
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def names(page):
    return [button.text() for button in page.uses.buttons if button.isVisible()]


def test_one_tap_notes_a_use_now_and_undo_takes_it_back(today, qtbot, now):
    page = today(PILL)
    assert page.uses.buttons[0].accessibleName() == "Took it: Amitriptyline, now"
    click(qtbot, page.uses.buttons[0])
    (noted,) = page.painmap.diary.records(USES)
    assert (noted.at, noted.treatment_id) == (now, PILL.id)
    assert page.painmap.journal.said == "Amitriptyline taken 14:02."
    page.painmap.journal.undo()
    assert page.painmap.diary.records(USES) == ()


def test_nothing_in_use_means_nothing_shown(today):
    stopped = treatment("Naproxen", date(2026, 7, 1), stop=date(2026, 8, 20))
    later = treatment("Infusion", date(2026, 12, 3))
    paused = treatment("TENS", START, pauses=(Period(date(2026, 11, 20), date(2026, 11, 25)),))
    page = today(stopped, later, paused)
    assert not page.uses.isVisible()


def test_the_most_used_come_first_three_and_then_more(today, qtbot):
    others = [treatment(name, START) for name in ("Aspirin", "Balm", "Cold pack")]
    page = today(PILL, *others, *(use("Cold pack", 11, day) for day in (1, 2)), use("Balm", 11, 3))
    assert names(page) == ["Cold pack", "Balm", "Amitriptyline"]
    click(qtbot, page.uses.more)
    qtbot.waitUntil(page.uses.buttons[3].isVisible)
    assert names(page)[3] == "Aspirin"
    assert page.uses.buttons[3].hasFocus()
    assert not page.uses.more.isVisible()


def test_the_buttons_stay_where_they_are_while_they_are_tapped(today, qtbot, moment):
    page = today(PILL, treatment("Balm", START))
    for _ in range(2):
        moment.advance(seconds=5)
        click(qtbot, page.uses.buttons[1])
    assert names(page) == ["Amitriptyline", "Balm"]
    assert len(page.painmap.diary.records(USES)) == 2


def test_another_day_has_no_buttons(today, qtbot):
    page = today(PILL)
    qtbot.waitUntil(page.uses.isVisible)
    page.open_day(date(2026, 11, 21))
    assert not page.uses.isVisible()
    page.open_day(date(2026, 11, 22))
    assert page.uses.isVisible()


def test_a_treatment_that_was_just_added_is_there(today, qtbot):
    page = today()
    assert not page.uses.isVisible()
    page.painmap.journal.keep_record(PILL)
    page.painmap.window.show_page("today")
    qtbot.waitUntil(page.uses.isVisible)
    assert names(page) == ["Amitriptyline"]


@pytest.mark.parametrize(("look", "text"), [("dark", 100), ("contrast", 130), ("light", 150)])
def test_it_paints_itself_in_a_small_window(today, qtbot, look, text):
    page = today(PILL, treatment("A name as long as people make them " * 3, START), size=(1024, 700))
    page.painmap.settings.choose(colours=look, text_size=text)
    page.painmap.window.grab()
    assert page.painmap.window.width() == 1024
    qtbot.waitUntil(lambda: page.uses.width() <= page.panel.width())
