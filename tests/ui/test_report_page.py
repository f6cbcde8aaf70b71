"""The Report page on a real diary: what goes on the page, its preview, and where it goes."""

import os
import sqlite3
import time
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest
from kept_things import an_appointment
from pypdf import PdfReader
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressDialog

from painmap.domain.about import About
from painmap.domain.sample import sample
from painmap.report.options import Section
from painmap.storage.diary import Diary
from painmap.ui.journal import Journal
from painmap.ui.parts.dates import BACKWARDS, Span
from painmap.ui.report_page.options import NOTHING, SPANS
from painmap.ui.report_page.page import ReportPage
from painmap.ui.report_page.printing import lay_paper
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 22)


class Opened:
    """A Report page on a diary of its own; what it asks for is answered from here."""

    def __init__(self, qtbot, folder: Path, check_ins, clock, size) -> None:
        self.folder = folder
        self.diary = Diary.open(folder / "painmap.diary", clock())
        self.diary.merge(check_ins)
        self.journal = Journal(self.diary, clock)
        self.settings = Settings(folder)
        self.place: Path | None = folder
        self.printer: QPrinter | None = None
        self.opened: list[Path] = []
        self.opens = True
        self.page = ReportPage(
            self.journal,
            self.settings,
            Appearance("light"),
            "0.1.0",
            ask_path=lambda _, name: self.place / name if self.place else None,
            ask_printer=lambda _, paper: self.printer,
            open_path=self._open,
        )
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        self.page.show()
        self.page.refresh()
        self.made(qtbot)

    def _open(self, path: Path) -> bool:
        self.opened.append(path)
        return self.opens

    def made(self, qtbot) -> None:
        """Waits until the preview shows what is chosen."""
        page = self.page
        qtbot.waitUntil(lambda: not page._settle.isActive() and page.typesetter.idle, timeout=20_000)

    @property
    def image(self) -> QImage:
        return self.page.preview.paper.image

    @property
    def saved(self) -> Path:
        return self.folder / "painmap-report-2026-08-24-to-2026-11-22.pdf"


@pytest.fixture
def report(qtbot, tmp_path, moment):
    """Opens Report: `report(*check_ins, size=(1192, 800))`."""
    opened: list[Opened] = []

    def open_report(*check_ins, size=(1192, 800)) -> Opened:
        opened.append(Opened(qtbot, tmp_path, check_ins, moment, size))
        return opened[-1]

    yield open_report
    for one in opened:
        one.diary.close()


@pytest.fixture
def months(report, now):
    """Report on 90 invented days."""
    return report(*sample(90, TODAY, 7, now).check_ins)


def choose(options, span):
    """Takes a period from the list as the keyboard does."""
    options.span.setFocus()
    while list(SPANS)[options.span.currentIndex()] is not span:
        forward = options.span.currentIndex() < list(SPANS).index(span)
        QTest.keyClick(options.span, Qt.Key.Key_Down if forward else Qt.Key.Key_Up)


def test_the_preview_shows_the_whole_true_page(months):
    page = months.page
    assert months.image.width() == page.preview.wanted_width
    assert abs(months.image.height() / months.image.width() - 2**0.5) < 0.01
    assert page.preview.paper.height() <= page.preview.height()
    assert page.turning.told.text() == "Page 1 of 1"
    grab = page.grab().toImage()
    middle = page.preview.mapTo(page, page.preview.rect().center())
    assert grab.pixelColor(page.preview.mapTo(page, page.preview.rect().topLeft())).name() == "#e9e8e3"
    assert any(grab.pixelColor(middle.x(), y).lightness() < 150 for y in range(100, 700))


def test_the_preview_is_said_to_those_who_cannot_see_it(months):
    said = months.page.preview.paper.accessibleDescription()
    assert said.startswith("24 Aug to 22 Nov 2026, 67 of 91 days logged. Typical logged day: worst pain 6/10")


def test_another_period_is_another_page(qtbot, months):
    before = months.image
    choose(months.page.options, Span.MONTH)
    assert months.image is before, "the old page stays until the new one is there"
    assert months.page.options.logged.text().startswith("24 Oct to 22 Nov 2026: ")
    months.made(qtbot)
    assert months.image != before
    assert months.page.preview.paper.accessibleDescription().startswith("24 Oct to 22 Nov 2026")


def test_a_question_that_is_written_down_is_on_the_next_page(qtbot, months, now):
    months.journal.keep_record(an_appointment(now, questions=("Is this the next step?",)))
    months.page.refresh()
    months.made(qtbot)
    QTest.mouseClick(months.page.options.save, LEFT)
    (text,) = (page.extract_text() for page in PdfReader(months.saved).pages)
    assert "for Dr. Weber, 1 Dec 2026" in text
    assert "Is this the next step?" in text


def test_a_change_is_seen_soon(qtbot, months):
    choose(months.page.options, Span.SIX_MONTHS)
    months.made(qtbot)
    started = time.perf_counter()
    choose(months.page.options, Span.MONTH)
    months.made(qtbot)
    assert time.perf_counter() - started < 2, "0.3 s on a computer that does nothing else"


def test_of_many_changes_only_the_last_is_shown(qtbot, months):
    shown = []
    months.page.typesetter.made.connect(lambda made: shown.append(made.order.options.period))
    for days in (Span.TWO_WEEKS, Span.MONTH, Span.SIX_MONTHS, Span.YEAR):
        months.page._take_span(days)
        months.page._ask()
    months.made(qtbot)
    assert [len(period) for period in shown] == [365]


def test_own_dates_are_two_fields(qtbot, months):
    options = months.page.options
    assert not options.dates.isVisible()
    choose(options, Span.OWN)
    assert options.dates.isVisible()
    options.dates.first.setDate(QDate(2026, 11, 2))
    assert options.logged.text().startswith("2 Nov to 22 Nov 2026: ")
    options.dates.last.setDate(QDate(2026, 10, 1))
    assert options.dates.trouble.text() == BACKWARDS
    assert options.logged.text().startswith("2 Nov to 22 Nov 2026: ")
    months.made(qtbot)


def test_the_name_is_printed_as_chosen_and_kept(qtbot, months):
    options = months.page.options
    qtbot.keyClicks(options.name, "Anna Maria Huber")
    assert months.page.order.options.printed_name == "Anna Maria Huber"
    months.made(qtbot)
    named = months.image
    qtbot.mouseClick(options.shown_as.segments[1], LEFT)
    assert months.page.order.options.printed_name == "A. M. H."
    months.made(qtbot)
    assert months.image != named
    qtbot.mouseClick(options.shown_as.segments[2], LEFT)
    assert months.page.order.options.printed_name == ""
    assert not options.name.isVisible()
    kept = Settings(months.folder).choices
    assert (kept.report_name, kept.report_named) == ("Anna Maria Huber", "none")
    months.made(qtbot)


def test_letter_is_another_page_and_is_kept(qtbot, months):
    qtbot.mouseClick(months.page.papers.segments[1], LEFT)
    months.made(qtbot)
    assert abs(months.image.height() / months.image.width() - 11 / 8.5) < 0.01
    assert Settings(months.folder).choices.paper == "letter"


def test_the_page_can_be_as_wide_as_the_room(qtbot, months):
    whole = months.image.width()
    qtbot.mouseClick(months.page.zoom.segments[1], LEFT)
    months.made(qtbot)
    assert months.image.width() > whole
    area = months.page.preview.area
    assert area.verticalScrollBar().maximum() > 0
    months.page.preview.paper.setFocus()
    QTest.keyClick(months.page.preview.paper, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    assert not months.page.grab().isNull()


def test_the_page_is_saved_as_a_pdf_for_its_owner_only(qtbot, months):
    options = months.page.options
    assert not options.open.isEnabled()
    qtbot.mouseClick(options.save, LEFT)
    assert months.saved.stat().st_mode & 0o777 == 0o600
    (page,) = PdfReader(months.saved).pages
    assert "67 of 91 days logged" in page.extract_text()
    assert options.told.text() == f"Saved as {months.saved.name}"
    qtbot.mouseClick(options.show_folder, LEFT)
    qtbot.mouseClick(options.open, LEFT)
    assert months.opened == [months.folder, months.saved]
    assert [path.name for path in months.folder.glob("*.part")] == []


def test_saving_again_replaces_the_file_that_the_dialog_asked_about(qtbot, months):
    months.saved.write_bytes(b"an older report")
    qtbot.mouseClick(months.page.options.save, LEFT)
    assert months.saved.read_bytes().startswith(b"%PDF")


def test_a_dialog_that_is_left_changes_nothing(qtbot, months):
    months.place = None
    qtbot.mouseClick(months.page.options.save, LEFT)
    qtbot.mouseClick(months.page.options.print, LEFT)
    assert not months.page.options.told.isVisible()
    assert list(months.folder.glob("*.pdf")) == []


def test_a_place_that_cannot_be_written_to_is_said_with_a_next_step(qtbot, months):
    months.place = months.folder / "nowhere"
    qtbot.mouseClick(months.page.options.save, LEFT)
    expected = "The report was not saved (No such file or directory): choose another folder and try again."
    assert months.page.options.told.text() == expected
    assert not months.page.options.open.isEnabled()
    months.place = months.folder
    months.saved.mkdir()
    qtbot.mouseClick(months.page.options.save, LEFT)
    assert "choose another name" in months.page.options.told.text()


def test_a_system_that_opens_no_pdf_is_said(qtbot, months):
    qtbot.mouseClick(months.page.options.save, LEFT)
    months.opens = False
    qtbot.mouseClick(months.page.options.open, LEFT)
    assert months.page.options.told.text() == "No program for PDF files was found: open the file from its folder."
    months.saved.unlink()


def test_what_was_said_goes_with_the_next_change(qtbot, months):
    qtbot.mouseClick(months.page.options.save, LEFT)
    choose(months.page.options, Span.MONTH)
    assert not months.page.options.told.isVisible()
    assert months.page.options.open.isEnabled()
    months.made(qtbot)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_page_is_printed_on_one_sheet(qtbot, months, paper):
    qtbot.mouseClick(months.page.papers.segments[("a4", "letter").index(paper)], LEFT)
    out = months.folder / "printed.pdf"
    months.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    months.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    months.printer.setOutputFileName(str(out))
    lay_paper(months.printer, paper)
    qtbot.mouseClick(months.page.options.print, LEFT)
    assert months.page.options.told.text() == "Sent to the printer."
    (page,) = PdfReader(out).pages
    expected = {"a4": (595, 842), "letter": (612, 792)}[paper]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == expected
    (image,) = (each.get_object() for each in page["/Resources"]["/XObject"].values())
    assert image["/Width"] > 4900, "600 dots an inch, of the 1,200 of this printer"
    months.made(qtbot)


def test_each_page_is_printed_on_a_sheet_of_its_own(qtbot, months):
    qtbot.mouseClick(months.page.options.goes_in.sections[Section.METHOD], LEFT)
    out = months.folder / "printed.pdf"
    months.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    months.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    months.printer.setOutputFileName(str(out))
    lay_paper(months.printer, "a4")
    months.made(qtbot)
    qtbot.mouseClick(months.page.options.print, LEFT)
    assert months.page.options.told.text() == "Sent to the printer."
    assert len(PdfReader(out).pages) == len(months.page._made.pictures) == 2


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said(qtbot, months):
    months.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    months.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    months.printer.setOutputFileName(str(months.folder / "nowhere" / "printed.pdf"))
    qtbot.mouseClick(months.page.options.print, LEFT)
    expected = "The printer did not take the page: choose another one and try again."
    assert months.page.options.told.text() == expected


def test_dates_without_an_entry_turn_saving_off_and_say_why(qtbot, report):
    opened = report()
    options = opened.page.options
    assert not options.save.isEnabled()
    assert options.save.text() == NOTHING
    assert not options.print.isEnabled()
    assert "No entry" in opened.page.preview.paper.accessibleDescription()
    assert not opened.image.isNull()


def test_a_change_while_the_page_is_hidden_is_seen_when_it_is_shown(qtbot, months):
    page = months.page
    page._take_span(Span.MONTH)
    page.hide()
    page._ask()
    page.show()
    page.refresh()
    months.made(qtbot)
    assert page.preview.paper.accessibleDescription().startswith("24 Oct to 22 Nov 2026")


def test_a_new_entry_is_on_the_page_at_once(qtbot, report, check_in):
    opened = report()
    opened.journal.keep(check_in(0, {"front-left-knee": 4}))
    opened.page.refresh()
    assert opened.page.options.save.isEnabled()
    opened.made(qtbot)
    assert "1 of 91 days logged" in opened.page.preview.paper.accessibleDescription()


def test_a_file_of_choices_with_other_words_in_it_does_no_harm(qtbot, tmp_path, report):
    (tmp_path / "settings.json").write_text('{"paper": "a5", "report_named": "loudly"}')
    page = report().page
    assert page.papers.value == "a4"
    assert page.options.shown_as.value == "name"


def test_a_diary_that_cannot_be_read_is_said(months):
    with sqlite3.connect(months.diary.path) as other:
        other.execute("UPDATE check_in SET fatigue = 1 WHERE fatigue = 6")
    other.close()
    months.journal.replaced()
    months.page.refresh()
    assert months.page.options.told.text().startswith("The diary ")
    assert not months.page.options.save.isEnabled()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user who may not write everywhere")
def test_a_folder_that_may_only_be_read_is_said(qtbot, months):
    months.place = months.folder / "read-only"
    months.place.mkdir(mode=0o500)
    qtbot.mouseClick(months.page.options.save, LEFT)
    assert "choose another folder" in months.page.options.told.text()


def test_sections_follow_page_one_and_the_pages_can_be_turned(qtbot, months):
    page = months.page
    qtbot.mouseClick(page.options.goes_in.sections[Section.CHECK_INS], LEFT)
    months.made(qtbot)
    assert page.turning.told.text().startswith("Page 1 of ")
    first = months.image
    assert not page.turning.back.isEnabled()
    qtbot.mouseClick(page.turning.on, LEFT)
    assert page.turning.told.text().startswith("Page 2 of ")
    assert months.image != first
    assert page.preview.paper.accessibleDescription() == "Page 2"
    qtbot.mouseClick(page.turning.back, LEFT)
    assert months.image == first
    assert Settings(months.folder).choices.report_sections == ["check-ins"]


def test_page_one_is_there_before_the_pages_after_it(qtbot, months):
    shown = []
    months.page.typesetter.made.connect(lambda made: shown.append((made.whole, len(made.pictures) > 1)))
    qtbot.mouseClick(months.page.options.goes_in.sections[Section.CHECK_INS], LEFT)
    months.made(qtbot)
    assert shown == [(False, False), (True, True)]


def test_a_page_that_is_looked_at_stays_while_the_pages_are_set_anew(qtbot, months):
    page = months.page
    qtbot.mouseClick(page.options.goes_in.sections[Section.CHECK_INS], LEFT)
    months.made(qtbot)
    qtbot.mouseClick(page.turning.on, LEFT)
    qtbot.mouseClick(page.options.shown_as.segments[1], LEFT)
    months.made(qtbot)
    assert page.turning.told.text().startswith("Page 2 of ")
    qtbot.mouseClick(page.options.goes_in.sections[Section.CHECK_INS], LEFT)
    months.made(qtbot)
    assert page.turning.told.text() == "Page 1 of 1"


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_regions_are_left_out_of_the_preview_and_of_what_is_saved_and_stay_so(qtbot, months):
    left_out = months.page.options.left_out
    before = months.page.preview.paper.accessibleDescription()
    assert "left lower back" in before
    qtbot.mouseClick(left_out.choose, LEFT)
    qtbot.keyClicks(left_out.search, "left lower back")
    shown = [left_out.list.item(n) for n in range(left_out.list.count()) if not left_out.list.item(n).isHidden()]
    assert [item.text() for item in shown] == ["Left lower back"]
    shown[0].setCheckState(Qt.CheckState.Checked)
    left_out.panel.close()
    assert left_out.told.text() == "Left out: Left lower back"
    assert left_out.note.text().startswith("The page says that 1 region is left out, not which.")
    months.made(qtbot)
    said = months.page.preview.paper.accessibleDescription()
    assert "left lower back" not in said
    assert "1 region is left out at the patient’s wish" in said
    QTest.mouseClick(months.page.options.save, LEFT)
    text = PdfReader(months.saved).pages[0].extract_text()
    assert "Lower back, left" not in text
    assert "Lower back, right" in text
    assert Settings(months.folder).choices.report_left_out == ["back-left-lower-back"]


def test_notes_go_in_only_where_they_are_chosen_and_private_ones_are_counted(qtbot, report, check_in):
    private = check_in(0, note="Mine alone", about=About(private_note=True))
    opened = report(check_in(1, note="For the doctor"), private)
    goes_in = opened.page.options.goes_in
    assert goes_in.private.text() == "1 private note stays out of every report."
    for chosen in (False, True):
        if chosen:
            qtbot.mouseClick(goes_in.sections[Section.NOTES], LEFT)
        opened.made(qtbot)
        QTest.mouseClick(opened.page.options.save, LEFT)
        text = " ".join(page.extract_text() for page in PdfReader(opened.saved).pages)
        assert ("For the doctor" in text) is chosen
        assert "Mine alone" not in text


def test_black_and_white_and_data_are_chosen_for_this_report(qtbot, months):
    colours = months.image
    qtbot.mouseClick(months.page.options.goes_in.black_and_white, LEFT)
    qtbot.mouseClick(months.page.options.goes_in.data, LEFT)
    months.made(qtbot)
    assert months.image != colours
    QTest.mouseClick(months.page.options.save, LEFT)
    assert list(PdfReader(months.saved).attachments) == ["painmap-diary.json"]


@pytest.mark.parametrize(
    ("button", "suffix", "start"),
    [("save_text", ".txt", "Pain diary report, 24 Aug to 22 Nov 2026"), ("save_page", ".html", "<!DOCTYPE html>")],
)
def test_the_report_is_saved_as_text_and_as_a_web_page(qtbot, months, button, suffix, start):
    qtbot.mouseClick(getattr(months.page.options, button), LEFT)
    saved = months.saved.with_suffix(suffix)
    assert saved.read_text(encoding="utf-8").startswith(start)
    assert months.page.options.told.text() == f"Saved as {saved.name}"
    months.opens = False
    qtbot.mouseClick(months.page.options.open, LEFT)
    assert "was found: open the file from its folder." in months.page.options.told.text()


def test_the_appointment_is_said(qtbot, months, now):
    visit = months.page.options.visit
    assert visit.text().startswith("No appointment ahead.")
    months.journal.keep_record(an_appointment(now, questions=("A?", "B?", "C?", "D?")))
    months.page.refresh()
    assert visit.text() == "Tue 1 Dec 2026, Dr. Weber: 3 questions on the page"
    months.made(qtbot)


def test_the_page_can_be_for_another_appointment_or_none(qtbot, months, now):
    options = months.page.options
    assert not options.visits.isVisible()
    past = an_appointment(now, 7, day=TODAY - timedelta(9), with_whom="Dr. Old", questions=("Was it?",))
    unasked = an_appointment(now, 8, day=TODAY - timedelta(3), questions=())
    later = an_appointment(now, 9, day=TODAY + timedelta(30), with_whom="Dr. Late", questions=("Will it?",))
    for each in (past, unasked, later, an_appointment(now)):
        months.journal.keep_record(each)
    months.page.refresh()
    told = [options.visits.itemText(n) for n in range(options.visits.count())]
    assert told == [
        "Next appointment",
        "Tue 1 Dec 2026, Dr. Weber",
        "Tue 22 Dec 2026, Dr. Late",
        "Fri 13 Nov 2026, Dr. Old",
        "None",
    ]
    for downs, expected in ((3, "Dr. Old, 13 Nov 2026"), (1, None)):
        options.visits.setFocus()
        for _ in range(downs):
            QTest.keyClick(options.visits, Qt.Key.Key_Down)
        months.made(qtbot)
        QTest.mouseClick(options.save, LEFT)
        text = PdfReader(months.saved).pages[0].extract_text()
        assert ("What I want to ask" in text) is (expected is not None)
        assert (expected or "") in text
    assert options.visit.text() == "The page is for no appointment."


def test_what_takes_long_is_said_and_can_be_cancelled(qtbot, months):
    page, go = months.page, Event()
    page.typesetter._bench.submit(go.wait, 20)
    page.typesetter._patience.setInterval(20)
    page._take_span(Span.MONTH)
    qtbot.waitUntil(page.turning.slow.isVisible)
    before = months.image
    qtbot.mouseClick(page.turning.cancel, LEFT)
    assert not page.turning.slow.isVisible()
    go.set()
    qtbot.waitUntil(lambda: page.typesetter.idle)
    assert months.image is before


def test_a_report_that_is_not_waited_for_is_not_saved(qtbot, months, monkeypatch):
    go = Event()
    months.page.typesetter._bench.submit(go.wait, 20)
    monkeypatch.setattr(QProgressDialog, "wasCanceled", lambda self: True)
    qtbot.mouseClick(months.page.options.save, LEFT)
    assert months.page.options.told.text() == "Nothing was saved."
    assert not months.saved.exists()
    go.set()


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_no_name_however_long_makes_the_choices_wider_than_their_column(qtbot, months, now, look):
    months.journal.keep_record(an_appointment(now, with_whom="Dr. of a clinic with a very long name, " * 3))
    months.page.appearance.choose(look, 100)
    qtbot.wait(50)
    options = months.page.options
    for part in (options.span, options.visits, options.goes_in):
        right = part.mapTo(options, part.rect().topRight()).x()
        assert right <= options.width() - 16
