"""What leaves Trends: files and copies of a chart, its table, and all charts of a tab."""

import csv
import errno
import os
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from painmap.charts.sheet import Sheet
from painmap.charts.table import Table
from painmap.domain.period import Period
from painmap.storage.diary import Diary
from painmap.ui.counts.pane import CountsPane
from painmap.ui.journal import Journal
from painmap.ui.parts.ask_path import ask_path
from painmap.ui.parts.buttons import Button, Kind
from painmap.ui.parts.tabs import Tabs
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance
from painmap.ui.trends.drawing import Turns
from painmap.ui.trends.page import Trends
from painmap.ui.trends.page_export import PageExport
from painmap.ui.trends.pane import Pane, Tools
from painmap.ui.trends.shown import Shown
from painmap.ui.trends.tab_row import TabRow
from painmap.ui.trends.table_view import ChartTable

# Menus take the keyboard, which nothing but a screen can do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
PERIOD = Period(date(2026, 11, 9), date(2026, 11, 22))
TABLE = Table(
    ("Day", "Worst pain", "Note"),
    (("Mon 9 Nov 2026", "No entry", ""), ("Tue 10 Nov 2026", "6", "=1+1"), ("Wed 11 Nov 2026", "−1.5", "Öl")),
    ("", "0-10", ""),
)
LATER = Period(date(2026, 11, 16), date(2026, 11, 22))


def chart(key: str = "bars", period: Period = PERIOD, logged: str = "12 of 14 days logged") -> Shown:
    def draw(figure, look):
        sheet = Sheet(figure, look)
        sheet.say(0, sheet.middle(sheet.height / 2), f"content of {key}")

    return Shown(
        key=key,
        title=key.title(),
        period=period,
        logged=logged,
        basis=(key,),
        draw=draw,
        height=lambda look, width: 40.0 * look.scale,
        say=lambda: f"Sentence of {key}.",
        table=lambda: TABLE,
        lead="12 logged days",
        caption=f"Caption of {key}",
        paper_note="How to read it.",
    )


class Opened:
    """A tab of two cards and the button that exports it."""

    def __init__(self, qtbot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.place: Path | None = folder
        self.names: list[str] = []
        self.said: list[str] = []
        self.appearance = Appearance("light")
        self.whole = QWidget()
        self.turns = Turns(self.whole)
        self.pane = Pane(Tools(self.appearance, self.turns, self.ask))
        self.cards = [self.pane.new_card("Bars"), self.pane.new_card("Rows")]
        self.pane.stack(self.cards)
        self.settings = Settings(folder)
        self.export = PageExport(self.appearance, self.settings, self.ask, self.said.append)
        for card, key in zip(self.cards, ("bars", "rows"), strict=True):
            card.show_chart(chart(key))
            card.picture.announce = self.said.append
        self.export.show_page("Pain and fatigue", PERIOD, "12 of 14 days logged", self.pane.cards)
        row = QVBoxLayout(self.whole)
        for widget in (self.export, self.export.told, self.pane):
            row.addWidget(widget)
        self.whole.resize(940, 800)
        self.whole.show()

    def ask(self, parent, name: str) -> Path | None:
        self.names.append(name)
        return self.place / name if self.place else None

    def choose(self, button, kind: str) -> None:
        """Opens the menu and takes an entry."""
        self.qtbot.mouseClick(button if isinstance(button, PageExport) else button.export, LEFT)
        next(action for action in button.kinds.actions() if action.data() == kind).trigger()
        button.kinds.close()


@pytest.fixture
def opened(qtbot, tmp_path):
    found = Opened(qtbot, tmp_path)
    yield found
    qtbot.waitUntil(lambda: found.turns.done)
    found.whole.close()
    found.whole.deleteLater()


def clipboard():
    return QGuiApplication.clipboard().mimeData()


def test_the_table_of_a_chart_is_saved_as_csv(opened, tmp_path):
    opened.choose(opened.cards[0], "csv")
    path = tmp_path / "painmap-bars-2026-11-09-to-2026-11-22.csv"

    assert path.read_bytes().startswith(b"\xef\xbb\xbfDay,Worst pain (0-10),Note\r\n")
    rows = list(csv.reader(StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    assert rows[1:] == [["2026-11-09", "No entry", ""], ["2026-11-10", "6", "'=1+1"], ["2026-11-11", "-1.5", "Öl"]]
    assert opened.cards[0].told.text() == f"Saved as {path.name}"
    assert opened.said == [f"Saved as {path.name}"]


def test_the_menu_names_what_leaves_in_words(opened):
    card = opened.cards[0]
    words = [action.text() for action in card.kinds.actions() if action.text()]
    assert words == ["Picture (PNG)", "Drawing (SVG)", "Page (PDF)", "Table (CSV)", "Copy picture"]
    opened.qtbot.mouseClick(card.other_view, LEFT)
    assert [action.text() for action in card.kinds.actions()][-1] == "Copy table"


def test_the_rows_of_the_menu_can_be_hit_with_a_finger(opened):
    from painmap.ui.style import style_sheet

    menu = opened.cards[0].kinds
    menu.setStyleSheet(style_sheet(opened.appearance.theme))
    menu.ensurePolished()
    heights = [menu.actionGeometry(action).height() for action in menu.actions() if action.text()]
    assert min(heights) >= 44


def test_a_copied_picture_has_its_caption_and_two_dots_for_each_pixel(opened):
    opened.choose(opened.cards[0], "copy")
    assert opened.cards[0].told.text() == opened.said[0] == "Picture copied"
    assert clipboard().hasImage()
    assert not clipboard().hasText()
    copied = clipboard().imageData()
    opened.cards[0].save("png")
    assert copied.size() == QImage(str(next(opened.folder.glob("*.png")))).size()


def test_ctrl_c_copies_what_is_in_front(opened):
    card = opened.cards[0]
    QGuiApplication.clipboard().clear()
    QTest.keyClick(card.picture, Qt.Key.Key_C, CTRL)
    assert clipboard().hasImage()
    opened.qtbot.mouseClick(card.other_view, LEFT)
    QTest.keyClick(card.export, Qt.Key.Key_C, CTRL)
    assert not clipboard().hasImage()
    assert clipboard().text().startswith("Day\tWorst pain (0-10)\tNote\nMon 9 Nov 2026\tNo entry\t")
    assert card.told.text() == "Table copied"


def test_a_copied_table_is_text_html_and_csv_and_harmless_in_each(opened):
    opened.cards[0]._turn()
    opened.choose(opened.cards[0], "copy")

    assert clipboard().text().split("\n")[2] == "Tue 10 Nov 2026\t6\t'=1+1"
    assert "<td>2026-11-10</td><td>6</td><td>&#x27;=1+1</td>" in clipboard().html()
    assert bytes(clipboard().data("text/csv")).endswith("2026-11-11,-1.5,Öl\r\n".encode())


def test_only_the_chosen_cells_are_copied_with_their_headings(opened):
    card = opened.cards[0]
    card._turn()
    card.table.selectRow(1)
    QTest.keyClick(card.table, Qt.Key.Key_C, CTRL)
    assert clipboard().text() == "Day\tWorst pain (0-10)\tNote\nTue 10 Nov 2026\t6\t'=1+1"
    card.table.selectionModel().select(card.table.model().index(2, 1), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    QTest.keyClick(card.table, Qt.Key.Key_C, CTRL)
    assert clipboard().text() == "Worst pain (0-10)\n−1.5"
    QTest.keyClick(card.table, Qt.Key.Key_A, CTRL)
    QTest.keyClick(card.table, Qt.Key.Key_C, CTRL)
    assert len(clipboard().text().split("\n")) == 4


def test_the_keyboard_walks_over_the_table_and_a_screen_reader_knows_its_headings(opened):
    card = opened.cards[0]
    card._turn()
    table = card.table
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert table.currentIndex().data() == "6"
    read = QAccessible.queryAccessibleInterface(table)
    parts = [read.child(n) for n in range(read.childCount())]
    heads = [part.text(QAccessible.Text.Name) for part in parts if part.role() is QAccessible.Role.ColumnHeader]
    rows = [part.text(QAccessible.Text.Name) for part in parts if part.role() is QAccessible.Role.RowHeader]
    assert heads == ["Day", "Worst pain (0-10)", "Note"]
    assert rows == [row[0] for row in TABLE.rows]
    assert table.accessibleName() == "Bars, as a table"


def test_the_rows_keep_the_order_of_the_chart_and_every_column_has_room(opened):
    card = opened.cards[0]
    card._turn()
    table = card.table
    assert not table.isSortingEnabled()
    assert [table.model().index(n, 0).data() for n in range(3)] == [row[0] for row in TABLE.rows]
    for column, heading in enumerate(("Day", "Worst pain (0-10)", "Note")):
        assert table.columnWidth(column) >= table.horizontalHeader().fontMetrics().horizontalAdvance(heading)
    assert sum(table.columnWidth(n) for n in range(3)) >= table.viewport().width()


def test_ten_years_of_a_wide_table_are_measured_by_their_longest_cells(qtbot):
    rows = [(f"Day {n}", *("5" for _ in range(26))) for n in range(3649)]
    rows.append(tuple("x" * 12 for _ in range(27)))
    table = ChartTable(Appearance("light"))
    qtbot.addWidget(table)
    table.resize(600, 400)
    table.show()
    table.show_table("Regions", Table(tuple(str(n) for n in range(27)), tuple(rows)))

    assert table.model().rowCount() == 3650
    assert table.columnWidth(20) > table.fontMetrics().horizontalAdvance("x" * 12)
    assert not table.grab().isNull()


def test_a_table_without_rows_shows_its_headings(qtbot):
    table = ChartTable(Appearance("contrast"))
    qtbot.addWidget(table)
    table.show_table("Nothing", Table(("Day", "Pain"), ()))
    table.show()
    table.copy()

    assert clipboard().text() == "Day\tPain"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs modes that hold for this user")
def test_a_folder_that_may_not_be_written_to_is_told(opened, tmp_path):
    opened.place = tmp_path / "locked"
    opened.place.mkdir(mode=0o500)
    opened.choose(opened.cards[0], "csv")

    assert "Permission denied" in opened.cards[0].told.text()


@pytest.mark.parametrize("kind", ["png", "svg", "pdf", "csv"])
def test_a_full_disk_is_told_and_the_file_that_was_there_stays(opened, monkeypatch, kind):
    path = opened.folder / f"painmap-bars-2026-11-09-to-2026-11-22.{kind}"
    path.write_text("mine")

    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    opened.cards[0].save(kind)

    thing = "table" if kind == "csv" else "chart"
    expected = f"The {thing} was not saved (No space left on device): choose another folder and try again."
    assert opened.cards[0].told.text() == opened.said[-1] == expected
    assert path.read_text() == "mine"
    assert [found.name for found in opened.folder.iterdir() if found.suffix != ".json"] == [path.name]


def test_an_ending_that_is_none_of_these_is_told_with_a_next_step(opened, tmp_path):
    opened.cards[0]._ask_path = lambda parent, name: tmp_path / "chart.jpg"
    opened.cards[0].save("png")

    told = "The chart was not saved: chart.jpg has an unknown ending, choose .png, .svg, .pdf or .csv."
    assert opened.cards[0].told.text() == told
    assert not (tmp_path / "chart.jpg").exists()


def test_a_file_is_replaced_only_after_the_dialog_has_asked(opened, monkeypatch, tmp_path):
    """The dialog asks about the name that was typed; the ending is added where it was left out, and asked about."""
    (tmp_path / "mine.csv").write_text("mine")
    answers = [str(tmp_path / "mine"), ""]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (answers.pop(0), ""))
    opened.cards[0]._ask_path = ask_path
    opened.cards[0].save("csv")

    assert answers == []
    assert (tmp_path / "mine.csv").read_text() == "mine"


def test_nothing_is_said_where_the_dialog_was_left(opened):
    opened.place = None
    opened.cards[0].save("csv")
    opened.choose(opened.export, "pdf")

    assert opened.said == []
    assert not opened.cards[0].told.isVisible()


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_all_charts_of_a_tab_are_saved_as_pages_of_the_chosen_paper(opened, tmp_path, paper, size):
    opened.settings.choices.paper = paper
    opened.choose(opened.export, "pdf")
    path = tmp_path / "painmap-pain-and-fatigue-2026-11-09-to-2026-11-22.pdf"
    (page,) = PdfReader(path).pages
    words = page.extract_text()

    for part in ("Pain and fatigue", "12 of 14 days logged", "9 Nov to 22 Nov 2026", "Caption of bars", "Page 1 of 1"):
        assert part in words
    assert "content of rows" in words
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == size
    assert opened.export.told.text() == opened.said[-1] == f"Saved as {path.name}"


@pytest.mark.parametrize(("kind", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_all_charts_of_a_tab_are_saved_as_one_picture(opened, tmp_path, kind, start):
    opened.choose(opened.export, kind)

    assert (tmp_path / f"painmap-pain-and-fatigue-2026-11-09-to-2026-11-22.{kind}").read_bytes().startswith(start)


def test_a_chart_of_other_dates_names_its_own_and_is_named_after_them(opened, tmp_path):
    opened.cards[1].show_chart(chart("rows", LATER, "7 of 7 days logged"))
    opened.choose(opened.export, "pdf")
    opened.choose(opened.cards[1], "png")

    words = PdfReader(next(tmp_path.glob("*.pdf"))).pages[0].extract_text()
    assert "7 of 7 days logged · 16 Nov to 22 Nov 2026" in words
    assert opened.names[-1] == "painmap-rows-2026-11-16-to-2026-11-22.png"


def test_cards_that_are_hidden_or_empty_are_left_out(opened, tmp_path):
    opened.pane.new_card("Empty")
    opened.cards[1].hide()
    opened.choose(opened.export, "svg")

    written = next(tmp_path.glob("*.svg")).read_text(encoding="utf-8")
    assert "Caption of bars" in written
    assert "Caption of rows" not in written


def test_without_a_page_in_front_there_is_nothing_to_export(opened):
    opened.export.show_nothing()
    opened.export.save("pdf")

    assert not opened.export.isEnabled()
    assert opened.names == []


def test_the_button_stands_in_the_last_row_of_the_tabs_that_has_room(qtbot):
    appearance = Appearance("light")
    tabs = Tabs("Views", [(f"View number {n}", n) for n in range(5)], appearance)
    button = Button("Export page", appearance, Kind.QUIET)
    row = TabRow(tabs, button)
    qtbot.addWidget(row)
    for width in range(row.minimumSizeHint().width(), row.sizeHint().width() + 100, 20):
        row.resize(width, row.heightForWidth(width))
        row.show()
        boxes = [tab.geometry() for tab in tabs.segments]
        assert not any(box.intersects(button.geometry()) for box in boxes)
        assert row.rect().contains(button.geometry())
        assert max(box.right() for box in boxes) < width
        assert button.geometry().bottom() == max(box.bottom() for box in boxes)


def test_the_page_exports_the_tab_in_front(qtbot, tmp_path, moment, now, check_in):
    """Through the page itself: the button is there, and off where there is nothing to export."""
    names: list[str] = []
    with Diary.open(tmp_path / "painmap.diary", now) as diary:
        journal = Journal(diary, moment)
        page = Trends(journal, Settings(tmp_path), Appearance("light"), lambda _, name: names.append(name))
        qtbot.addWidget(page)
        page.refresh()
        assert not page.page_export.isEnabled()
        journal.keep(check_in(1, {"front-left-knee": 4}))
        page.refresh()
        page.page_export.save("pdf")
        page.open_tab(CountsPane)
        page.page_export.save("png")

    period = page.material.period
    dates = f"{period.start}-to-{period.end}"
    assert names == [f"painmap-overview-{dates}.pdf", f"painmap-counts-{dates}.png"]


def test_what_became_of_the_page_is_said_until_another_is_in_front(opened):
    opened.place = opened.folder / "nowhere"
    opened.choose(opened.export, "pdf")
    told = "The page was not saved (No such file or directory): choose another folder and try again."
    assert opened.export.told.text() == told
    opened.export.show_page("Pain and fatigue", PERIOD, "12 of 14 days logged", opened.pane.cards)
    assert opened.export.told.text() == told
    opened.export.show_page("Calendar", PERIOD, "12 of 14 days logged", opened.pane.cards)
    assert opened.export.told.text() == ""


def test_the_buttons_stand_below_the_words_of_a_narrow_card(opened):
    card = opened.cards[0]
    opened.qtbot.waitUntil(lambda: card.export.y() < card.heading.geometry().bottom())
    opened.whole.resize(440, 800)
    opened.qtbot.waitUntil(lambda: card.export.y() > card.heading.geometry().bottom())
    boxes = [each.geometry() for each in (card.heading, card.figures, card.other_view, card.export)]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
    assert all(card.rect().contains(box) for box in boxes)


@pytest.mark.parametrize("opens", [True, False])
def test_room_is_kept_for_opening_a_day_only_where_something_in_the_chart_has_one(opened, opens):
    card = opened.cards[0]
    card.show_chart(replace(chart(), tell=lambda key: f"{key}: 3 days", opens=opens))

    assert card.open_day.sizePolicy().retainSizeWhenHidden() is opens
    assert not card.open_day.isVisible()


@pytest.mark.parametrize("colours", ["light", "contrast"])
def test_long_notes_and_long_told_sentences_are_seen_whole_at_the_largest_text(opened, colours):
    opened.appearance.choose(colours, 150)
    opened.whole.resize(740, 900)
    card = opened.cards[0]
    for flowing in (card.told, card.note):
        card.told.hide()
        card.note.hide()
        flowing.setText("A long sentence about what became of the file and how the chart is to be read. " * 4)
        flowing.show()
        opened.qtbot.waitUntil(lambda flowing=flowing: flowing.height() >= flowing.heightForWidth(flowing.width()))
        assert card.rect().contains(flowing.geometry())
        assert not flowing.geometry().intersects(card.views.geometry())
