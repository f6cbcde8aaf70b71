"""Before and after on a real diary: what the days are compared around, how many, and all that stands beside."""

from datetime import date, timedelta
from functools import partial

import pytest
from kept_things import a_treatment, an_event
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from trends_on import TrendsOn, sample_of

from painmap.domain.before_after import CAUTION
from painmap.domain.before_after_words import NOTHING_ELSE, threshold_words
from painmap.domain.event import EventKind
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.parts.dates import Span
from painmap.ui.trends.panes.before_after import EMPTY, BeforeAfterPane

# Menus that open over the window are raised and take the keyboard, which nothing but a screen can do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 22)


class Around(TrendsOn):
    """The Before and after tab of Trends on a diary of its own."""

    def choose(self, name: str) -> None:
        """Takes an entry of the menu."""
        next(action for action in self.pane.menu.actions() if action.text() == name).trigger()
        self.drawn()

    def offered(self) -> list[str]:
        return [action.text() for action in self.pane.menu.actions()]


@pytest.fixture
def shown(open_trends):
    """Opens Before and after: `shown(*kept, size=(1192, 800))`."""
    return partial(open_trends, tab=BeforeAfterPane, kind=Around)


@pytest.fixture
def pill(now):
    """Begun 40 days ago and stopped 10 days ago."""
    start, stop = TODAY - timedelta(40), TODAY - timedelta(10)
    return a_treatment(now, 1, name="Duloxetine", start=start, stop=stop, pauses=())


@pytest.fixture
def flu(now):
    return an_event(now, 2, start=TODAY - timedelta(36), end=None)


@pytest.fixture
def logged(check_in):
    """Eight before the start of the pill and six after it."""
    return [check_in(n, {"front-left-jaw": 8 if n > 40 else 6}, fatigue=5) for n in range(80)]


def test_the_newest_start_or_stop_is_shown_first(shown, logged, pill, flu):
    page = shown(*logged, pill, flu)
    assert page.pane.pivot.text() == "Duloxetine stopped, 12 Nov"
    assert page.pane.pivot.accessibleName() == "Days around: Duloxetine stopped, 12 Nov"
    assert page.offered() == ["Duloxetine stopped, 12 Nov", "Duloxetine started, 13 Oct", "", "Flu, 17 Oct"]
    assert [action.isChecked() for action in page.pane.menu.actions()] == [True, False, False, False]
    assert "some still to come" in page.card.figures.text()


def test_another_start_is_compared_with_all_that_has_to_stand_beside(shown, logged, pill, flu):
    page = shown(*logged, pill, flu)
    page.choose("Duloxetine started, 13 Oct")
    assert page.card.figures.text() == "29 of 29 days logged around 13 Oct 2026"
    said = page.card.picture.accessibleDescription()
    assert "median 8 (8 to 8) on 14 of 14 days before, 6 (6 to 6) on 14 of 14 days after: −2 points, −25%" in said
    assert page.pane.also.text() == "Also in these days: Flu on 17 Oct."
    assert page.pane.published.text() == threshold_words()
    assert page.pane.caution.text() == CAUTION
    for words in (page.pane.also, page.pane.published, page.pane.caution):
        assert words.isVisible()


def test_an_event_can_be_what_the_days_are_compared_around(shown, logged, pill, flu):
    page = shown(*logged, pill, flu)
    page.choose("Flu, 17 Oct")
    assert "Before and after: Flu on 17 Oct 2026" in page.card.picture.accessibleDescription()
    assert page.pane.also.text() == "Also in these days: Duloxetine started on 13 Oct."


def test_more_days_and_a_settling_in_are_chosen(qtbot, shown, logged, pill):
    page = shown(*logged, pill)
    page.choose("Duloxetine started, 13 Oct")
    qtbot.mouseClick(page.pane.sides.length.segments[2], LEFT)
    qtbot.mouseClick(page.pane.sides.settling.segments[2], LEFT)
    page.drawn()
    assert page.card.figures.text() == "64 of 64 days logged around 13 Oct 2026"
    assert "28 days on each side, 7 days of settling in left out" in page.card.picture.accessibleDescription()
    assert page.pane.also.text() != NOTHING_ELSE


def test_the_days_are_those_around_the_change_whatever_the_period_is(qtbot, shown, check_in, now):
    long_ago = a_treatment(now, 1, name="TENS", start=TODAY - timedelta(400), stop=None, pauses=())
    told = [check_in(400 - n, {"front-left-jaw": 5}) for n in range(-14, 15)]
    page = shown(*told, long_ago)
    assert page.page.count.text() == "0 of 91 days logged"
    assert page.card.figures.text() == "29 of 29 days logged around 18 Oct 2025"
    page.page._take_span(Span.TWO_WEEKS)
    assert page.card.isVisible()
    assert page.card.figures.text() == "29 of 29 days logged around 18 Oct 2025"


def test_an_entry_outside_the_period_is_in_the_comparison_at_once(shown, check_in, now):
    long_ago = a_treatment(now, 1, name="TENS", start=TODAY - timedelta(400), stop=None, pauses=())
    page = shown(check_in(402, {"front-left-jaw": 5}), long_ago)
    assert page.card.figures.text().startswith("1 of 29 days")
    assert page.journal.keep(check_in(401, {"front-left-jaw": 5}))
    page.page.refresh()
    assert page.card.figures.text().startswith("2 of 29 days")


def test_without_anything_to_compare_around_it_says_what_to_do(shown, check_in):
    page = shown(check_in(0, {"front-left-jaw": 5}))
    assert page.pane.empty.text() == EMPTY
    assert page.pane.empty.isVisible()
    assert not page.card.isVisible()


def test_an_empty_diary_says_what_to_do(shown):
    assert shown().pane.empty.isVisible()


def test_a_treatment_that_is_deleted_makes_room_for_the_newest(shown, logged, pill, flu):
    page = shown(*logged, pill, flu)
    page.choose("Duloxetine started, 13 Oct")
    assert page.journal.delete_record(pill)
    page.page.refresh()
    assert page.pane.pivot.text() == "Flu, 17 Oct"
    assert page.offered() == ["Flu, 17 Oct"]
    assert page.journal.delete_record(flu)
    page.page.refresh()
    assert page.pane.empty.isVisible()


def test_the_choice_stays_while_the_diary_changes(shown, logged, pill, flu, now):
    page = shown(*logged, pill, flu)
    page.choose("Duloxetine started, 13 Oct")
    stress = an_event(now, 9, kind=EventKind.STRESS, label="", start=TODAY - timedelta(30), end=None)
    assert page.journal.keep_record(stress)
    page.page.refresh()
    assert page.pane.pivot.text() == "Duloxetine started, 13 Oct"
    assert page.pane.also.text() == "Also in these days: Flu on 17 Oct, Stress on 23 Oct."


def test_a_day_is_pointed_at_with_the_keys_and_opened(qtbot, shown, logged, pill):
    page = shown(*logged, pill)
    page.choose("Duloxetine started, 13 Oct")
    picture = page.card.picture
    picture.setFocus()
    QTest.keyClick(picture, Qt.Key.Key_Home)
    assert page.card.when.text() == "Tue 29 Sep, before:"
    assert page.card.figures.text() == "worst pain 8, fatigue 5, 1 region"
    with qtbot.waitSignal(page.page.day_opened) as opened:
        QTest.keyClick(picture, Qt.Key.Key_Return)
    assert opened.args == [date(2026, 9, 29)]


def test_days_before_the_diary_are_told_as_such(shown, check_in, now):
    walking = a_treatment(now, 1, name="Walking", start=TODAY - timedelta(10), stop=None, pauses=())
    page = shown(*(check_in(n, {"front-left-jaw": 5}) for n in range(12)), walking)
    page.card.picture.point(TODAY - timedelta(20))
    assert page.card.when.text() == "Mon 2 Nov, before:"
    assert page.card.figures.text() == "before the diary"
    assert "The diary begins 11 Nov." in page.card.note.text()
    assert "The diary begins 11 Nov." in page.card.shown.paper_note


def test_a_diary_that_began_earlier_is_not_said_to_begin(shown, logged, pill):
    assert "begins" not in shown(*logged, pill).card.note.text()


def test_the_card_grows_with_the_window_up_to_where_marks_stand_too_far_apart(shown, logged, pill):
    page = shown(*logged, pill, size=(1192, 900))
    low = page.card.picture.height()
    page.page.resize(2400, 1400)
    page.drawn()
    assert page.card.picture.height() > low
    assert page.card.height() == 960
    page.page.resize(1192, 640)
    page.drawn()
    assert page.card.picture.height() <= low


def test_a_day_to_come_cannot_be_opened(shown, logged, pill):
    page = shown(*logged, pill)
    page.card.picture.point(TODAY + timedelta(1))
    assert page.card.figures.text() == "not yet"
    assert not page.card.open_day.isVisible()


def test_the_menu_opens_below_its_button(qtbot, shown, logged, pill):
    page = shown(*logged, pill)
    qtbot.mouseClick(page.pane.pivot, LEFT)
    assert page.pane.menu.isVisible()
    page.pane.menu.close()


def test_it_is_a_table_too_and_the_caution_stays_beside_it(qtbot, shown, logged, pill):
    page = shown(*logged, pill)
    page.choose("Duloxetine started, 13 Oct")
    qtbot.mouseClick(page.card.other_view, LEFT)
    model = page.card.table.model()
    assert model.rowCount() == 5 + 29
    assert model.index(4, 2).data() == "−2 points, −25%"
    assert page.pane.caution.isVisible()


def test_a_saved_chart_carries_the_caution_and_names_that_cannot_be_printed_are_said_to_be_so(
    qtbot, shown, logged, now, tmp_path
):
    rare = a_treatment(now, 1, name="\N{HOT BEVERAGE}\N{GRINNING FACE}", start=TODAY - timedelta(40), pauses=())
    rarer = an_event(now, 2, start=TODAY - timedelta(36), end=None, label="\N{GRINNING FACE}")
    page = shown(*logged, rare, rarer)
    page.card.save("svg")
    (saved,) = tmp_path.glob("painmap-before-after-14-days-*.svg")
    words = saved.read_text(encoding="utf-8")
    assert "regression to the mean" in words
    assert "Before and after: what started, 13 Oct" in words
    assert "something whose name cannot be printed on 17 Oct" in page.card.shown.paper_note


def test_options_make_another_file_name(qtbot, shown, logged, pill):
    page = shown(*logged, pill)
    qtbot.mouseClick(page.pane.sides.settling.segments[1], LEFT)
    assert page.card.shown.key == "before-after-14-days-after-3-settling-in"


def test_an_ampersand_in_a_name_is_not_a_key(shown, logged, now):
    page = shown(*logged, a_treatment(now, 1, name="Heat & rest", start=TODAY - timedelta(40), pauses=()))
    assert page.offered() == ["Heat && rest started, 13 Oct"]
    assert page.pane.pivot.text() == "Heat & rest started, 13 Oct"


def test_a_diary_that_cannot_be_read_is_told_calmly(qtbot, shown, logged, pill, monkeypatch):
    page = shown(*logged, pill)

    def cut(_period):
        raise DiaryTrouble("The diary can't be read; try again.")

    monkeypatch.setattr(page.journal, "days", cut)
    with qtbot.waitSignal(page.journal.failed) as failed:
        qtbot.mouseClick(page.pane.sides.length.segments[0], LEFT)
    assert failed.args == ["The diary can't be read; try again."]


@pytest.mark.parametrize(
    ("size", "colours", "text_size"),
    [((1192, 800), "light", 100), ((884, 640), "dark", 100), ((1164, 800), "contrast", 150), ((844, 640), "dark", 150)],
)
def test_it_fits_and_paints_in_every_look_and_size(qtbot, shown, now, size, colours, text_size):
    page = shown(*sample_of(90, now), size=size)
    page.appearance.choose(colours, text_size)
    page.drawn()
    inside = page.pane.area.widget()
    qtbot.waitUntil(lambda: inside.width() <= page.pane.area.viewport().width())
    for segments in (page.pane.sides.length, page.pane.sides.settling):
        assert segments.height() >= 44
    assert not page.page.grab().isNull()
