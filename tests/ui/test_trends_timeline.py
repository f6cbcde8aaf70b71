"""Day by day on Trends: which lanes are shown, and what stands with the days."""

from datetime import date, timedelta

import pytest
from kept_things import a_treatment, an_appointment, an_event
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from trends_on import sample_of

from painmap.charts.look import look
from painmap.charts.out import EXPORT, WIDTH
from painmap.charts.pointing import DayColumns
from painmap.charts.series import EVERY_LANE, FATIGUE, LANES, OVERALL_PAIN, SPREAD, WORST_PAIN
from painmap.domain.about import About
from painmap.domain.period import Period
from painmap.storage.diary import Diary
from painmap.ui.journal import Journal
from painmap.ui.theme import Appearance
from painmap.ui.trends.charts.timeline import day_by_day
from painmap.ui.trends.drawing import Turns
from painmap.ui.trends.material import Material, material_of
from painmap.ui.trends.pane import Tools
from painmap.ui.trends.panes.overview import Overview

# Areas that open over the window are raised and take the keyboard, which nothing but a screen can do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TODAY = date(2026, 11, 22)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def journal(tmp_path, moment):
    """The journal of an empty diary."""
    with Diary.open(tmp_path / "painmap.diary", moment()) as diary:
        yield Journal(diary, moment)


@pytest.fixture
def material(journal, now):
    """What there is about 90 invented days, once something more is kept: `material(*kept)`."""

    def read(*kept: object, days: int = 90) -> Material:
        journal._diary.merge([*sample_of(90, now), *kept])
        journal.replaced()
        return material_of(journal, Period.last(days, TODAY), 0)

    return read


@pytest.fixture
def overview(qtbot):
    """The first pane of Trends: `overview(material)`."""
    appearance = Appearance("light")

    def show(material: Material) -> Overview:
        turns = Turns(appearance)
        pane = Overview(Tools(appearance, turns, lambda *_: None))
        turns.setParent(pane)
        qtbot.addWidget(pane)
        pane.resize(1192, 900)
        pane.show_material(material)
        pane.show()
        return pane

    return show


def drawn(qtbot, pane: Overview) -> DayColumns:
    picture = pane.timeline.picture
    turns = pane.tools.turns
    qtbot.waitUntil(lambda: picture.drawn is not None and not picture.due and turns.done, timeout=20_000)
    where = picture.drawn.where
    assert isinstance(where, DayColumns)
    return where


def test_three_lanes_are_shown_until_the_patient_chooses(overview, material):
    assert overview(material()).lanes.lanes == LANES == (WORST_PAIN, FATIGUE, SPREAD)


def test_a_click_shows_another_lane_and_the_card_grows(qtbot, overview, material):
    pane = overview(material())
    drawn(qtbot, pane)
    before = pane.timeline.picture.height()
    qtbot.mouseClick(pane.lanes, LEFT)
    assert pane.lanes.panel.isVisible()
    qtbot.mouseClick(pane.lanes.buttons[OVERALL_PAIN], LEFT)
    pane.lanes.panel.close()
    drawn(qtbot, pane)
    assert pane.lanes.lanes == EVERY_LANE
    assert pane.timeline.picture.height() > before
    assert "Overall pain: median" in pane.timeline.picture.accessibleDescription()
    assert "overall pain 4" in pane.timeline.figures.text()
    assert not pane.grab().isNull()


def test_the_last_lane_stays_on(qtbot, overview, material):
    pane = overview(material())
    qtbot.mouseClick(pane.lanes, LEFT)
    for lane in (FATIGUE, SPREAD, WORST_PAIN):
        pane.lanes.buttons[lane].setFocus()
        QTest.keyClick(pane.lanes.buttons[lane], Qt.Key.Key_Space)
    assert pane.lanes.lanes == (WORST_PAIN,)
    assert pane.lanes.buttons[WORST_PAIN].isChecked()
    QTest.keyClick(pane.lanes.panel, Qt.Key.Key_Escape)
    assert not pane.lanes.panel.isVisible()


def test_the_lanes_stay_chosen_in_another_period(overview, material):
    pane = overview(material())
    pane.lanes.buttons[FATIGUE].click()
    pane.show_material(material(days=14))
    assert pane.lanes.lanes == (WORST_PAIN, SPREAD)
    assert "Fatigue" not in pane.timeline.picture.accessibleDescription()


def test_each_button_is_large_enough_and_says_what_it_shows(qtbot, overview, material):
    pane = overview(material())
    qtbot.mouseClick(pane.lanes, LEFT)
    assert pane.lanes.accessibleName() == "Choose what day by day shows"
    assert pane.lanes.panel.accessibleName() == "What day by day shows"
    assert pane.lanes.height() >= 44
    for lane, button in pane.lanes.buttons.items():
        assert min(button.width(), button.height()) >= 44
        assert button.accessibleName() == f"Show {lane.name.lower()}"
    pane.lanes.panel.close()


def test_the_next_card_begins_in_a_small_window(qtbot, overview, material):
    pane = overview(material())
    pane.resize(1192, 690)
    drawn(qtbot, pane)
    top = pane.bodies.mapTo(pane, pane.bodies.rect().topLeft()).y()
    assert top < pane.height() - 140


def test_an_event_of_the_diary_is_said_with_its_day_and_drawn(qtbot, overview, material, now):
    pane = overview(material())
    drawn(qtbot, pane)
    before = pane.timeline.picture.drawn.image
    day = TODAY - timedelta(6)
    told = an_event(now, 900, start=day, end=None, label="Dentist")
    pane.show_material(material(told, an_appointment(now, 901, day=day), a_treatment(now, 902, start=day, pauses=())))
    drawn(qtbot, pane)
    assert pane.timeline.picture.drawn.image is not before
    pane.timeline.picture.point(day)
    said = pane.timeline.figures.text()
    assert said.endswith("; Ibuprofen started; Dentist; appointment with Dr. Weber")
    assert "Dentist 16 Nov" in pane.timeline.picture.accessibleDescription()


def test_a_flare_is_said_and_noted(overview, material, check_in):
    pane = overview(material(check_in(1, overall_pain=8, about=About(flare=True))))
    pane.timeline.picture.point(TODAY - timedelta(1))
    assert "; flare" in pane.timeline.figures.text()
    assert "Bars on top" not in pane.timeline.note.text()


def test_the_table_has_what_stands_with_the_days(overview, material):
    pane = overview(material())
    pane.timeline.other_view.click()
    model = pane.timeline.table.model()
    headings = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert headings[1:3] == ["Worst pain (0-10)", "Overall pain (0-10)"]
    assert headings[-1] == "Marked"
    assert model.rowCount() == 90


def test_what_the_picture_depends_on_is_its_basis(material, now):
    first, other = material(), material(an_event(now, 900, start=TODAY, end=None))
    assert day_by_day(first).basis == day_by_day(first).basis
    assert day_by_day(first).basis != day_by_day(other).basis
    assert day_by_day(first).basis != day_by_day(first, EVERY_LANE).basis


def test_a_file_says_in_its_name_which_lanes_it_shows(material):
    read = material()
    assert day_by_day(read).key == "timeline"
    assert day_by_day(read, (OVERALL_PAIN, FATIGUE)).key == "timeline-overall-pain-fatigue"
    assert day_by_day(read, (OVERALL_PAIN, FATIGUE)).caption == "Day by day: overall pain and fatigue"
    assert day_by_day(read, (SPREAD,)).caption == "Day by day: spread"


def test_a_wide_card_needs_no_more_height_than_a_narrow_one(material):
    shown, light = day_by_day(material()), look("light")
    assert shown.height(light, 1700) <= shown.height(light, 585)
    assert shown.height(EXPORT, WIDTH) > 0


@pytest.mark.parametrize(("days", "told"), [(1, "1 logged day: worst pain 5"), (3, "2 logged days: worst pain")])
def test_few_days_say_what_to_expect(overview, journal, check_in, days, told):
    journal._diary.merge([check_in(n, overall_pain=5 + n, fatigue=3) for n in (0, 2)[:days]])
    pane = overview(material_of(journal, Period.last(14, TODAY), 0))
    assert pane.timeline.figures.text().startswith(told)
    assert "Lines appear where 4 of 7 days are logged." in pane.timeline.note.text()


def test_a_median_says_on_how_many_days_it_stands_where_not_every_day_has_the_answer(overview, journal, check_in):
    told = [check_in(n, overall_pain=5, fatigue=4 if n < 7 else None) for n in range(9)]
    journal._diary.merge(told)
    pane = overview(material_of(journal, Period.last(14, TODAY), 0))
    assert pane.timeline.figures.text() == "median of 9 logged days: worst pain 5, fatigue 4 (7 days)"
