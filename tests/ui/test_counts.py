"""Counts on a real diary: each figure beside its threshold, sources one click away, and never a verdict."""

from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from trends_on import TrendsOn

from painmap.domain.kinds import REVIEWS
from painmap.domain.review import PEG, SSS, WeeklyReview
from painmap.domain.thresholds import THRESHOLDS
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.counts.figures import INCOMPLETE, NAMES, NO_DATA, area_name
from painmap.ui.counts.pane import CountsPane
from painmap.ui.counts.reviews_card import FEWER
from painmap.ui.trends.page import TABS

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 22)
SEVEN = {
    "front-left-shoulder": 4,
    "front-right-shoulder": 4,
    "front-left-upper-arm": 3,
    "front-right-upper-arm": 3,
    "back-left-buttock": 2,
    "back-right-buttock": 2,
    "back-left-lower-back": 6,
}
"""The first worked example of the clinical reference: WPI 7 in all five regions."""


FIVE = SSS(2, 2, 1, False, False, False)
"""Symptoms that add up to 5."""


def review(days_ago: int = 0, sss: SSS = FIVE, peg: PEG | None = None) -> WeeklyReview:
    ending = TODAY - timedelta(days_ago)
    return WeeklyReview(id=str(UUID(int=1000 + days_ago)), week_ending=ending, sss=sss, peg=peg or PEG(6, 5, 5))


class Counts(TrendsOn):
    """The Counts tab of Trends on a diary of its own, with the keyboard."""

    def __init__(self, qtbot, *how) -> None:
        super().__init__(qtbot, *how)
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)

    def value(self, key: str) -> str:
        return self.pane.rows[key].value.text()

    def lines(self, key: str) -> list[str]:
        return self.pane.rows[key].lines.text().split("\n")

    def texts(self) -> list[str]:
        return [label.text() for label in self.pane.findChildren(QLabel)]


@pytest.fixture
def shown(open_trends):
    """Opens Counts: `shown(*kept, size=(1192, 800))`."""
    return partial(open_trends, tab=CountsPane, kind=Counts)


def test_a_tap_on_the_tab_brings_the_counts(qtbot, open_trends, check_in):
    page = open_trends(check_in(0, SEVEN)).page
    qtbot.mouseClick(page.tabs.segments[TABS.index(CountsPane)], LEFT)
    assert page.pane(CountsPane).isVisible()


def test_the_figures_of_today_are_those_of_the_worked_example(shown, check_in):
    page = shown(check_in(0, SEVEN), review())
    values = [page.value(key) for key in NAMES]
    assert values == [
        "7 of 19",
        "7 of 19",
        "5 of 12",
        "12 of 31",
        "5 of 5",
        "3 of 9",
        "5 of 5 parts",
        "5 of 5",
        "5.3 of 10",
    ]
    assert page.lines("psd") == ["WPI 7 and SSS 5. On the published scale: severe."]


def test_all_nineteen_areas_are_named(shown, check_in):
    page = shown(check_in(0, SEVEN))
    hurt, rest = page.lines("wpi")
    named = [name for line in (hurt, rest) for name in line.partition(": ")[2].rstrip(".").split(", ")]
    assert len(set(named)) == 19
    assert "left shoulder girdle" in hurt
    assert "left jaw" in rest
    assert area_name("shoulder-girdle-left") == "left shoulder girdle"
    assert area_name("lower-back") == "lower back"


def test_the_inclusive_count_stands_under_its_own_label_and_feeds_no_other(shown, check_in):
    page = shown(check_in(0, {"front-left-hand": 5, "front-right-knee": 4}), review())
    assert page.value("wpi") == "0 of 19"
    assert page.value("wpi_inclusive") == "2 of 19"
    assert page.value("psd") == "5 of 31"
    assert page.pane.rows["wpi_inclusive"].how.isVisible()


def test_each_figure_stands_beside_its_threshold_and_the_source_is_one_click_away(qtbot, shown, check_in):
    page = shown(check_in(0, SEVEN), review())
    for key, row in page.pane.rows.items():
        published = THRESHOLDS.get(key, ())
        assert [words.text() for words in row.thresholds] == [f"Published: {each.text}." for each in published]
        assert all(words.isVisible() for words in row.thresholds)
        if published:
            assert not row.sources[0].isVisible()
            qtbot.mouseClick(row.more, LEFT)
            assert [words.text() for words in row.sources] == [f"Source: {each.source}." for each in published]
            assert all(words.isVisible() for words in row.sources)
            qtbot.mouseClick(row.more, LEFT)
            assert not row.sources[0].isVisible()


def test_a_source_opens_with_the_keyboard_and_stays_open_on_another_day(qtbot, shown, check_in):
    page = shown(check_in(0, SEVEN), check_in(1, SEVEN))
    row = page.pane.rows["psd"]
    row.more.setFocus()
    QTest.keyClick(row.more, Qt.Key.Key_Return)
    assert row.opened
    assert row.more.accessibleName() == "Polysymptomatic distress (PSD): hide source"
    qtbot.mouseClick(page.pane.day.earlier, LEFT)
    assert row.opened


def test_an_unanswered_item_leaves_the_sums_incomplete_and_is_named(shown, check_in):
    page = shown(check_in(0, SEVEN), review(sss=SSS(2, None, 1, None, True, True), peg=PEG(6, None, 5)))
    assert (page.value("sss"), page.value("psd"), page.value("peg")) == (INCOMPLETE,) * 3
    assert page.lines("sss")[0] == "Not answered: waking not rested, headaches."
    assert page.lines("psd") == ["Not answered: waking not rested, headaches."]
    assert page.lines("peg")[0] == "Not answered: kept from enjoying things."
    assert page.value("wpi") == "7 of 19"


def test_without_a_review_that_is_what_lacks(shown, check_in):
    page = shown(check_in(0, SEVEN))
    for key in ("sss", "psd", "peg"):
        assert page.value(key) == INCOMPLETE
        assert page.lines(key) == ["No weekly review counts for this day."]


def test_without_an_entry_in_the_window_there_is_no_data_and_no_zero(shown, check_in):
    page = shown(check_in(20, SEVEN), review())
    for key in ("wpi", "wpi_inclusive", "acr2016_regions", "aapt_sites", "acr1990_widespread", "icd11_regions", "psd"):
        assert page.value(key) == NO_DATA
        assert page.lines(key)[0] == "No entry in these seven days."
    assert page.value("sss") == "5 of 12"
    assert page.pane.logged.text() == "16 Nov to 22 Nov: 0 of 7 days logged"


def test_entries_without_a_map_are_incomplete(shown, check_in):
    page = shown(check_in(0, overall_pain=6), review())
    assert page.value("wpi") == INCOMPLETE
    assert page.lines("wpi") == ["No map in these seven days."]
    assert page.pane.logged.text() == "16 Nov to 22 Nov: 1 of 7 days logged"


def test_a_day_of_real_zeros_counts_zero(shown, check_in):
    page = shown(check_in(0, overall_pain=0), review())
    assert page.value("wpi") == "0 of 19"
    assert page.value("acr1990_widespread") == "0 of 5 parts"
    assert page.lines("acr1990_widespread")[0].startswith("Not recorded: the left side")


def test_the_1990_distribution_is_what_was_recorded_part_by_part(shown, check_in):
    page = shown(check_in(0, {"back-left-lower-back": 3, "back-right-lower-back": 3}))
    assert page.value("acr1990_widespread") == "2 of 5 parts"
    assert page.lines("acr1990_widespread") == [
        "Pain recorded: below the waist, along the axis of the body.",
        "Not recorded: the left side, the right side, above the waist.",
    ]


def test_another_day_has_the_figures_of_its_own_week(qtbot, shown, check_in):
    page = shown(check_in(0, SEVEN), check_in(8, {"front-left-jaw": 2}))
    pane = page.pane
    assert not pane.day.later.isEnabled()
    assert not pane.today.isVisible()
    for _ in range(8):
        qtbot.mouseClick(pane.day.earlier, LEFT)
    assert pane.day.day == TODAY - timedelta(8)
    assert page.value("wpi") == "1 of 19"
    pane.day.edit.setDate(QDate(2026, 11, 21))
    assert pane.day.day == date(2026, 11, 21)
    qtbot.mouseClick(pane.day.later, LEFT)
    assert page.value("wpi") == "7 of 19"
    pane.day.edit.setDate(QDate(2026, 3, 1))
    assert page.value("wpi") == NO_DATA
    assert pane.today.isVisible()
    qtbot.mouseClick(pane.today, LEFT)
    assert pane.day.day == TODAY


def test_no_day_after_today_can_be_chosen(shown, check_in):
    assert shown(check_in(0, SEVEN)).pane.day.edit.maximumDate() == QDate(2026, 11, 22)


def test_no_verdict_stands_anywhere_on_the_page(shown, check_in):
    page = shown(check_in(0, SEVEN), review(sss=SSS(3, 3, 3, True, True, True)))
    said = " ".join([*page.texts(), page.pane.weeks.picture.accessibleDescription()]).lower()
    for word in (" met", "positive", "consistent with", "diagnosed", "fibromyalgia"):
        assert word not in said
    assert "this is a diary. it does not diagnose" in said


def test_the_weeks_are_drawn_and_are_a_table_too(qtbot, shown, check_in):
    page = shown(*(check_in(n, SEVEN) for n in range(0, 60, 3)), review())
    card = page.pane.weeks
    assert card.figures.text() == "spread, WPI and SSS, 13 weeks"
    assert not card.picture.grab().isNull()
    assert "WPI, of 19 areas: always 7, last 7." in card.picture.accessibleDescription()
    page.pane.area.ensureWidgetVisible(card)
    qtbot.mouseClick(card.other_view, LEFT)
    assert card.table.model().rowCount() == 13
    assert [card.table.model().index(12, column).data() for column in (3, 4, 5)] == ["7", "5", "12"]
    segments = page.page.periods.segments
    qtbot.mouseClick(segments.segments[0], LEFT)
    assert card.table.model().rowCount() == 2
    assert page.page.tabs.value is CountsPane


def test_a_week_that_is_pointed_at_says_its_figures_and_a_click_shows_its_counts(qtbot, shown, check_in):
    page = shown(*(check_in(n, SEVEN) for n in range(0, 60, 3)), check_in(8, {"front-left-jaw": 2}), review(7))
    card = page.pane.weeks
    page.pane.area.ensureWidgetVisible(card)
    page.drawn()
    picture = card.picture
    picture.setFocus()
    QTest.keyClick(picture, Qt.Key.Key_End)
    QTest.keyClick(picture, Qt.Key.Key_Left)
    assert card.when.text() == "Week to Sun 15 Nov:"
    assert card.figures.text() == "WPI 8 of 19, SSS 5 of 12, spread 7, 3 of 7 days logged"
    assert card.open_day.text() == "Counts of this week"
    opened = []
    page.page.day_opened.connect(opened.append)
    qtbot.mouseClick(card.open_day, LEFT)
    assert page.pane.day.day == TODAY - timedelta(7)
    assert page.value("wpi") == "8 of 19"
    assert page.pane.day.visibleRegion().boundingRect().height() == page.pane.day.height()
    assert opened == []


def test_the_weeks_are_drawn_again_when_a_review_changes(qtbot, shown, check_in):
    page = shown(check_in(0, SEVEN))
    assert "0 with a weekly review" in page.pane.weeks.picture.accessibleDescription()
    assert page.journal.keep_record(review())
    page.page.refresh()
    page.drawn()
    page.pane.area.ensureWidgetVisible(page.pane.weeks)
    page.drawn()
    assert "SSS, of 12 points: always 5, last 5." in page.pane.weeks.picture.accessibleDescription()


def test_nothing_is_cut_at_the_right_when_another_day_is_shown_in_large_type(qtbot, shown, check_in):
    page = shown(check_in(400, SEVEN), size=(844, 640))
    page.appearance.choose("contrast", 150)
    page.pane.day.edit.setDate(QDate(2025, 10, 18))
    page.drawn()
    assert page.pane.today.isVisible()
    inside = page.pane.area.widget()
    qtbot.waitUntil(lambda: inside.width() <= page.pane.area.viewport().width())


def test_the_weeks_can_be_saved(qtbot, shown, check_in, tmp_path):
    page = shown(*(check_in(n, SEVEN) for n in range(20)))
    page.pane.weeks._ask_path = lambda _, name: tmp_path / name
    page.pane.weeks.save("svg")
    (saved,) = tmp_path.glob("painmap-weekly-*.svg")
    assert page.pane.weeks.told.text() == f"Saved as {saved.name}"


def test_reviews_are_listed_newest_first_and_opened(qtbot, shown, check_in):
    page = shown(check_in(0, SEVEN), *(review(7 * n) for n in range(FEWER + 3)), review(3, SSS(1), PEG()))
    card = page.pane.reviews
    assert len(card.opens) == FEWER
    assert card.opens[0].accessibleName() == "Open the review of the week to 22 Nov 2026"
    assert "SSS incomplete" in page.texts()
    with qtbot.waitSignal(page.page.review_wanted) as wanted:
        qtbot.mouseClick(card.opens[1], LEFT)
    assert wanted.args[0].week_ending == TODAY - timedelta(3)
    qtbot.mouseClick(card.every, LEFT)
    assert len(card.opens) == FEWER + 4
    assert card.every.text() == f"Show {FEWER} reviews"


def test_this_weeks_review_is_one_click_away(qtbot, shown, check_in):
    page = shown(check_in(0, SEVEN), review(10))
    assert page.pane.reviews.this_week.text() == "Answer this week's review"
    with qtbot.waitSignal(page.page.review_wanted) as wanted:
        qtbot.mouseClick(page.pane.reviews.this_week, LEFT)
    assert wanted.args == [None]


def test_an_empty_diary_has_no_data_and_no_reviews(shown):
    page = shown()
    assert page.value("wpi") == NO_DATA
    assert page.pane.reviews.none.isVisible()
    assert not page.pane.weeks.picture.grab().isNull()


def test_a_review_is_corrected_from_the_window_and_counts_follow(qtbot, start, check_in):
    painmap = start(check_in(30, overall_pain=2), check_in(0, SEVEN))
    window = painmap.window
    assert painmap.journal.keep_record(review(1))
    window.show_page("trends")
    trends = window.pages["trends"]
    qtbot.mouseClick(trends.tabs.segments[TABS.index(CountsPane)], LEFT)
    qtbot.mouseClick(trends.pane(CountsPane).reviews.opens[0], LEFT)
    assert window.review.isVisible()
    qtbot.mouseClick(window.review.questions["headache"].row.answers[1], LEFT)
    qtbot.mouseClick(window.review.finish, LEFT)
    assert trends.isVisible()
    assert trends.pane(CountsPane).rows["sss"].value.text() == "6 of 12"
    painmap.journal.undo()
    assert trends.pane(CountsPane).rows["sss"].value.text() == "5 of 12"
    assert len(painmap.journal.records(REVIEWS)) == 1


def test_a_diary_that_cannot_be_read_is_told_calmly(qtbot, shown, check_in, monkeypatch):
    page = shown(check_in(0, SEVEN))
    page.journal.replaced()

    def cut(_period):
        raise DiaryTrouble("The diary can't be read; try again.")

    monkeypatch.setattr(page.pane._journal, "days", lambda period: () if len(period) > 7 else cut(period))
    page.page.refresh()
    assert page.page.empty.sentence.text() == "The diary can't be read; try again."


@pytest.mark.parametrize(
    ("size", "colours", "text_size"),
    [((1192, 800), "light", 100), ((884, 640), "dark", 100), ((1164, 800), "contrast", 150), ((844, 640), "dark", 150)],
)
def test_it_fits_and_paints_in_every_look_and_size(qtbot, shown, check_in, size, colours, text_size):
    page = shown(check_in(0, SEVEN), review(), size=size)
    page.appearance.choose(colours, text_size)
    page.drawn()
    assert not page.page.grab().isNull()
    for row in page.pane.rows.values():
        assert row.mapTo(page.page, QPoint(row.width(), 0)).x() <= size[0]
        for words in (row.name, row.value, *row.thresholds, row.lines):
            assert words.mapTo(page.page, QPoint(words.width(), 0)).x() <= size[0]
            if words.isVisible() and words.wordWrap():
                qtbot.waitUntil(lambda words=words: words.height() >= words.heightForWidth(words.width()))
    for tab in page.page.tabs.segments:
        assert tab.height() >= 44


def test_the_arrow_keys_go_along_the_tabs(qtbot, shown, check_in):
    page = shown(check_in(0, SEVEN))
    tabs = page.page.tabs
    tabs.segments[TABS.index(CountsPane)].setFocus()
    QTest.keyClick(tabs.segments[TABS.index(CountsPane)], Qt.Key.Key_Left)
    assert tabs.value is TABS[TABS.index(CountsPane) - 1]
    assert page.page.pane(tabs.value).isVisible()
    assert [tab.accessibleName() for tab in tabs.segments] == [kind.title for kind in TABS]


def test_each_figure_is_spoken_with_its_threshold(shown, check_in):
    row = shown(check_in(0, SEVEN), review()).pane.rows["acr2016_regions"]
    assert row.accessibleName() == "Five regions, 2016: 5 of 5"
    assert "Published: pain in at least 4 of the 5 regions." in row.accessibleDescription()
