"""Trends on a real diary: the period, the three charts, pointing at days, tables and files."""

import sqlite3
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from trends_on import sample_of

from painmap.domain.period import Period
from painmap.domain.sample import sample
from painmap.domain.summary import DaySummary, summarise
from painmap.storage.diary import Diary
from painmap.ui.journal import Journal
from painmap.ui.known_days import KnownDays
from painmap.ui.parts.ask_path import ask_path
from painmap.ui.parts.dates import BACKWARDS, Span
from painmap.ui.trends.charts.body import BodyValue
from painmap.ui.trends.drawing import Kept

# Windows that open over another are raised and take the keyboard, which nothing but a screen can do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 22)


@pytest.fixture
def months(open_trends, now):
    """Trends on 90 invented days."""
    return open_trends(*sample_of(90, now).check_ins)


def choose(qtbot, page, span):
    segments = page.periods.segments
    qtbot.mouseClick(segments.segments[segments._values.index(span)], LEFT)


def spot(picture, day):
    """The middle of a day in the picture."""
    where = picture.drawn.where
    x = where.x_of(day) * picture.width()
    return picture.rect().center().__class__(round(x), picture.height() // 2)


def dark_pixels(picture: QImage) -> int:
    return sum(
        picture.pixelColor(x, y).lightness() < 200
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    )


def test_the_page_says_how_many_days_of_the_period_are_logged(months):
    assert months.page.count.text() == "67 of 91 days logged"
    assert months.page.periods.dates.text() == "24 Aug to 22 Nov"


def test_all_three_charts_are_drawn(months):
    for card in (months.page.overview.timeline, months.page.overview.bodies, months.page.overview.regions):
        assert dark_pixels(card.picture.grab().toImage()) > 200


def test_a_tap_on_a_period_shows_that_period(qtbot, months):
    choose(qtbot, months.page, Span.TWO_WEEKS)
    assert months.page.periods.dates.text() == "9 Nov to 22 Nov"
    assert months.page.count.text().endswith("of 14 days logged")
    months.drawn()
    assert "of 14 days logged" in months.page.overview.timeline.picture.accessibleDescription()


def test_the_arrow_keys_move_over_the_periods(qtbot, months):
    chosen = months.page.periods.segments.segments[2]
    chosen.setFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Right)
    assert months.page.periods.segments.value is Span.SIX_MONTHS
    assert months.page.count.text() == "67 of 182 days logged"


def test_own_dates_open_two_fields_that_end_today_at_the_latest(qtbot, months):
    choose(qtbot, months.page, Span.OWN)
    fields = months.page.periods.fields
    assert months.page.periods.panel.isVisible()
    assert fields.last.maximumDate() == QDate(2026, 11, 22)
    fields.first.setDate(QDate(2026, 11, 2))
    assert months.page.periods.dates.text() == "2 Nov to 22 Nov"
    months.page.periods.panel.close()


def test_an_end_before_the_start_is_said_at_the_field_and_changes_nothing(qtbot, months):
    choose(qtbot, months.page, Span.OWN)
    fields = months.page.periods.fields
    fields.last.setDate(QDate(2026, 8, 1))
    assert fields.trouble.isVisible()
    assert fields.trouble.text() == BACKWARDS
    assert months.page.periods.dates.text() == "24 Aug to 22 Nov"
    fields.last.setDate(QDate(2026, 9, 1))
    assert not fields.trouble.isVisible()
    assert months.page.periods.dates.text() == "24 Aug to 1 Sep"
    months.page.periods.panel.close()


def test_pointing_at_a_day_says_its_figures(qtbot, months):
    card = months.page.overview.timeline
    before = card.picture.grab().toImage()
    QTest.mouseMove(card.picture, spot(card.picture, date(2026, 11, 16)))
    qtbot.waitUntil(lambda: card.when.text() == "Mon 16 Nov:")
    assert card.figures.text() == "worst pain 5, overall 4, fatigue 5, 3 regions"
    assert card.picture.grab().toImage() != before


def test_a_tap_on_a_day_without_entry_says_so(qtbot, months):
    card = months.page.overview.timeline
    qtbot.mouseClick(card.picture, LEFT, pos=spot(card.picture, date(2026, 9, 30)))
    assert (card.when.text(), card.figures.text()) == ("Wed 30 Sep:", "no entry")


def test_the_arrow_keys_go_from_logged_day_to_logged_day(months):
    picture = months.page.overview.timeline.picture
    days = [summary.day for summary in months.journal.days(Period(date(2026, 8, 24), TODAY))]
    for key, expected in (
        (Qt.Key.Key_Right, days[-1]),
        (Qt.Key.Key_Left, days[-2]),
        (Qt.Key.Key_Home, days[0]),
        (Qt.Key.Key_Left, days[0]),
        (Qt.Key.Key_Right, days[1]),
        (Qt.Key.Key_End, days[-1]),
    ):
        QTest.keyClick(picture, key)
        assert picture.key == expected
    assert months.page.overview.timeline.when.text() in picture.accessibleDescription()


def test_enter_and_the_button_open_the_day(qtbot, months):
    card = months.page.overview.timeline
    assert not card.open_day.isVisible()
    card.picture.point(date(2026, 11, 16))
    with qtbot.waitSignal(months.page.day_opened) as opened:
        QTest.keyClick(card.picture, Qt.Key.Key_Return)
    assert opened.args == [date(2026, 11, 16)]
    with qtbot.waitSignal(months.page.day_opened):
        qtbot.mouseClick(card.open_day, LEFT)


def test_each_chart_of_another_period_is_drawn_once_in_its_own_size(qtbot, months, monkeypatch):
    sizes: list[tuple[str, int, int]] = []
    draw = Kept.picture

    def noted(self, shown, look, width, height, ratio):
        sizes.append((shown.title, width, height))
        return draw(self, shown, look, width, height, ratio)

    monkeypatch.setattr(Kept, "picture", noted)
    overview = months.page.overview
    months.page.periods.span_chosen.emit(Span.ALL)
    months.drawn()
    pictures = [card.picture for card in (overview.timeline, overview.bodies, overview.regions)]
    assert sizes == [(one.accessibleName(), one.width(), one.height()) for one in pictures]


def test_pointing_does_not_draw_the_chart_again(qtbot, months):
    picture = months.page.overview.timeline.picture
    image = picture.drawn.image
    picture.point(date(2026, 11, 16))
    assert picture.drawn.image is image
    assert months.page.turns.done


def test_a_change_in_the_diary_is_shown_at_once(qtbot, months, check_in):
    assert months.page.count.text() == "67 of 91 days logged"
    assert months.journal.keep(check_in(date(2026, 9, 30), overall_pain=9))
    months.page.refresh()
    assert months.page.count.text() == "68 of 91 days logged"
    months.page.overview.timeline.picture.point(date(2026, 9, 30))
    assert months.page.overview.timeline.figures.text() == "worst pain 9, overall 9, fatigue not answered, no map"
    months.journal.undo()
    months.page.refresh()
    assert months.page.count.text() == "67 of 91 days logged"


def test_with_few_days_the_body_shows_the_whole_period(open_trends, check_in):
    page = open_trends(check_in(1, {"front-left-knee": 4}), check_in(0, {"front-left-knee": 6}, fatigue=3)).page
    assert page.overview.body_value.value is BodyValue.STRENGTH
    assert page.overview.timeline.figures.text() == "2 logged days: worst pain 4 to 6, fatigue 3 (1 day), 1 region"


def test_a_chart_is_a_table_too_and_its_cells_can_be_copied(qtbot, months):
    card = months.page.overview.timeline
    qtbot.mouseClick(card.other_view, LEFT)
    assert card.views.currentWidget() is card.table
    assert card.other_view.text() == "As a chart"
    assert card.table.model().rowCount() == 91
    QTest.keyClick(card.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 92
    assert lines[0].split("\t")[:2] == ["Day", "Worst pain (0-10)"]
    assert lines[-7].split("\t")[:2] == ["Mon 16 Nov 2026", "5"]
    card.table.selectRow(85)
    QTest.keyClick(card.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().split("\n")) == 2
    qtbot.mouseClick(card.other_view, LEFT)
    assert card.views.currentWidget() is card.picture


def test_the_table_follows_the_period(qtbot, months):
    qtbot.mouseClick(months.page.overview.timeline.other_view, LEFT)
    choose(qtbot, months.page, Span.TWO_WEEKS)
    assert months.page.overview.timeline.table.model().rowCount() == 14


@pytest.mark.parametrize(("kind", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_each_chart_can_be_saved(qtbot, months, tmp_path, kind, start):
    months.place = tmp_path
    for card, name in (
        (months.page.overview.timeline, "timeline"),
        (months.page.overview.bodies, "body-halves"),
        (months.page.overview.regions, "region-by-day"),
    ):
        qtbot.mouseClick(card.export, LEFT)
        (action,) = [action for action in card.kinds.actions() if action.data() == kind]
        action.trigger()
        card.kinds.close()
        path = tmp_path / f"painmap-{name}-2026-08-24-to-2026-11-22.{kind}"
        assert path.read_bytes().startswith(start)
        assert card.told.text() == f"Saved as {path.name}"
        assert card.told.isVisible()


def test_a_saved_chart_says_what_it_shows(months, tmp_path):
    months.place = tmp_path
    months.page.overview.timeline.save("svg")
    text = " ".join(ElementTree.parse(next(tmp_path.glob("*.svg"))).getroot().itertext())
    assert "67 of 91 days logged" in text
    assert "24 Aug to 22 Nov 2026" in text


def test_a_place_that_cannot_be_written_to_is_said_with_a_next_step(months, tmp_path):
    months.place = tmp_path / "nowhere"
    months.page.overview.timeline.save("png")
    expected = "The chart was not saved (No such file or directory): choose another folder and try again."
    assert months.page.overview.timeline.told.text() == expected
    months.place = None
    months.page.overview.timeline.save("png")
    assert months.names == ["painmap-timeline-2026-08-24-to-2026-11-22.png"] * 2


def test_dates_without_an_entry_say_so_and_offer_all(qtbot, open_trends, check_in):
    page = open_trends(check_in(200, {"front-left-knee": 4})).page
    assert page.views.currentWidget() is page.empty
    assert page.empty.sentence.text() == "Nothing logged in these dates."
    qtbot.mouseClick(page.empty.show_all, LEFT)
    assert page.views.currentWidget() is page.overview
    assert page.count.text() == "1 of 201 days logged"


def test_an_empty_diary_says_when_trends_appear(open_trends):
    page = open_trends().page
    assert page.empty.sentence.text() == "Trends appear here after the first check-in."
    assert not page.empty.show_all.isVisible()


def test_a_narrow_bar_has_the_periods_as_a_menu(qtbot, open_trends, check_in):
    page = open_trends(check_in(0, overall_pain=3), size=(880, 640)).page
    bar = page.periods
    assert not bar.segments.isVisible()
    assert bar.short.text() == "2 weeks"
    qtbot.mouseClick(bar.short, LEFT)
    next(action for action in bar.menu.actions() if action.text() == "Month").trigger()
    bar.menu.close()
    assert bar.short.text() == "Month"
    assert page.count.text() == "1 of 30 days logged"


def test_nothing_is_drawn_while_the_page_is_hidden(qtbot, months):
    page = months.page
    page.hide()
    choose_all = page.periods.segments.segments[5]
    page._take_span(choose_all._row._values[5])
    assert all(card.picture.due for card in (page.overview.timeline, page.overview.regions))
    page.show()
    months.drawn()


def test_a_change_of_look_and_of_text_size_draws_the_charts_anew(qtbot, months):
    light = months.page.overview.timeline.picture.grab().toImage()
    months.appearance.choose("contrast", 130)
    months.drawn()
    picture = months.page.overview.timeline.picture
    assert picture.grab().toImage().pixelColor(2, 2).name() == "#000000"
    assert picture.height() > light.height()


def test_ten_years_are_read_once(qtbot, tmp_path, moment, now, monkeypatch):
    with Diary.open(tmp_path / "painmap.diary", now) as diary:
        diary.merge(sample(400, TODAY, 3, now))
        asked: list[Period] = []

        def read(period: Period) -> tuple[DaySummary, ...]:
            asked.append(period)
            return summarise(diary.between(period))

        known = KnownDays(read)
        month, year = Period.last(30, TODAY), Period.last(365, TODAY)
        for period in (month, year, month):
            assert known.days(period) == summarise(diary.between(period))
        assert asked == [month, Period(year.start, date(2026, 10, 23))]


def test_what_is_known_of_days_is_renewed_after_each_change(tmp_path, moment, now, check_in):
    with Diary.open(tmp_path / "painmap.diary", now) as diary:
        diary.merge(sample(60, TODAY, 3, now))
        journal = Journal(diary, moment)
        period = Period.last(60, TODAY)
        journal.days(Period.last(7, TODAY))
        first = check_in(10, overall_pain=9)
        for change in (
            lambda: journal.keep(first),
            lambda: journal.keep(check_in(0, fatigue=1)),
            journal.undo,
            lambda: journal.delete(first),
            lambda: diary.merge([check_in(3, overall_pain=1)]) and journal.replaced(),
        ):
            change()
            assert journal.days(period) == summarise(diary.between(period))


def test_a_day_opened_on_trends_is_shown_on_today(qtbot, start, check_in):
    painmap = start(check_in(3, {"front-left-knee": 4}))
    painmap.window.show_page("trends")
    page = painmap.window.page("trends")
    qtbot.waitUntil(lambda: page.turns.done, timeout=20_000)
    page.overview.timeline.picture.setFocus()
    QTest.keyClick(page.overview.timeline.picture, Qt.Key.Key_Home)
    QTest.keyClick(page.overview.timeline.picture, Qt.Key.Key_Return)
    assert painmap.window._stack.currentWidget() is painmap.window.today
    assert not painmap.window.grab().isNull()


def test_a_diary_that_cannot_be_read_is_said_instead_of_charts(qtbot, months):
    with sqlite3.connect(months.diary.path) as other:
        other.execute("UPDATE check_in SET fatigue = 1 WHERE fatigue = 6")
    other.close()
    choose(qtbot, months.page, Span.YEAR)
    months.journal.replaced()
    months.page.refresh()
    assert months.page.views.currentWidget() is months.page.empty
    assert months.page.empty.sentence.text().startswith("The diary ")
    assert not months.page.empty.show_all.isVisible()


def test_the_next_day_is_read_when_it_has_come(months, moment, check_in):
    moment.advance(days=1)
    told = check_in(date(2026, 11, 23), overall_pain=2)
    months.journal.keep(told)
    months.page.refresh()
    assert months.page.periods.dates.text() == "25 Aug to 23 Nov"
    months.page.overview.timeline.picture.point(date(2026, 11, 23))
    assert months.page.overview.timeline.figures.text().startswith("worst pain 2")


@pytest.mark.parametrize(("chosen", "path"), [("", None), ("/a/b.png", "/a/b.png"), ("/a/b", "/a/b.png")])
def test_the_file_gets_the_ending_of_its_kind(monkeypatch, qtbot, months, chosen, path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    assert ask_path(months.page, "b.png") == (Path(path) if path else None)
