"""Settings with real clicks: each choice is kept at once, and a backup that fails is told with a way on."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from painmap.storage.diary import Diary
from painmap.ui.backups.rounds import Rounds
from painmap.ui.journal import Journal
from painmap.ui.settings import FILE, Settings
from painmap.ui.settings_page import SettingsPage
from painmap.ui.theme import Appearance


@pytest.fixture
def settings(qapp, tmp_path: Path) -> Settings:
    return Settings(tmp_path)


@pytest.fixture
def make_page(qtbot, settings, tmp_path, now, check_in):
    """Opens the page alone, on a diary of two days: `make_page(size=...)`."""
    opened: list[tuple[SettingsPage, Diary]] = []

    def make(size: tuple[int, int] = (1192, 800)) -> SettingsPage:
        diary = Diary.open(tmp_path / "painmap.diary", now)
        diary.merge([check_in(0, overall_pain=3), check_in(1, overall_pain=4)])
        journal = Journal(diary, lambda: now)
        appearance = Appearance("light")
        shown: list[Path] = []
        page = SettingsPage(
            settings,
            appearance,
            diary_path=diary.path,
            journal=journal,
            rounds=Rounds(journal, settings, tmp_path / "backups", lambda: now, journal),
            show_in_folder=shown.append,
        )
        page.shown = shown
        settings.changed.connect(lambda: appearance.choose(settings.choices.colours, settings.choices.text_size))
        opened.append((page, diary))
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.refresh()
        return page

    yield make
    for page, diary in opened:
        page._rounds.wait()
        diary.close()


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def kept(folder: Path) -> dict[str, object]:
    return json.loads((folder / FILE).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("card", "name", "place", "value"),
    [
        ("display", "text_size", 3, 150),
        ("display", "colours", 3, "contrast"),
        ("calendar", "week_starts", 1, 6),
        ("calendar", "week_starts", 2, 5),
        ("report", "paper", 1, "letter"),
    ],
)
def test_a_choice_is_kept_at_once(make_page, qtbot, settings, tmp_path, card, name, place, value):
    page = make_page()
    click(qtbot, getattr(page, card).segments[name].segments[place])
    assert getattr(settings.choices, name) == value
    assert kept(tmp_path)[name] == value
    assert getattr(Settings(tmp_path).choices, name) == value


def test_text_size_shows_itself_on_this_page(make_page, qtbot):
    page = make_page()
    before = page.display.segments["text_size"].height()
    click(qtbot, page.display.segments["text_size"].segments[3])
    assert page.appearance.theme.text_size == 150
    qtbot.waitUntil(lambda: page.display.segments["text_size"].height() > before)


def test_a_choice_made_elsewhere_is_shown(make_page, settings):
    page = make_page()
    settings.choose(paper="letter", colours="dark")
    assert page.report.segments["paper"].value == "letter"
    assert page.display.segments["colours"].value == "dark"


def test_arrow_keys_choose_as_in_a_row_of_radio_buttons(make_page, settings):
    page = make_page()
    QTest.keyClick(page.calendar.segments["week_starts"].segments[0], Qt.Key.Key_Right)
    assert settings.choices.week_starts == 6


def test_what_is_typed_is_kept_letter_by_letter(make_page, qtbot, settings):
    page = make_page()
    qtbot.keyClicks(page.report.name, " Ada O'Neill ")
    qtbot.keyClicks(page.help.number, "112")
    assert settings.choices.report_name == "Ada O'Neill"
    assert settings.choices.emergency_number == "112"


def test_a_file_with_what_is_no_choice_counts_as_not_chosen(tmp_path, qapp):
    wrong = {"text_size": 4000, "colours": "pink", "week_starts": 9, "paper": "a3", "report_name": "x" * 500}
    (tmp_path / FILE).write_text(json.dumps({**wrong, "emergency_number": "112"}), encoding="utf-8")
    choices = Settings(tmp_path).choices
    assert (choices.text_size, choices.colours, choices.week_starts) == (100, "system", 0)
    assert (choices.paper, choices.report_name, choices.emergency_number) == ("a4", "", "112")


def test_a_choice_holds_though_the_folder_is_gone(tmp_path, qapp):
    (tmp_path / "folder").write_text("mine")
    settings = Settings(tmp_path / "folder")
    settings.choose(colours="dark")
    assert settings.choices.colours == "dark"
    assert (tmp_path / "folder").read_text() == "mine"


@pytest.mark.parametrize("content", ["", "[]", "{", "null", '{"text_size": "150"}', '{"text_size": true}'])
def test_a_file_that_cannot_be_read_counts_as_absent(tmp_path, qapp, content):
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    assert Settings(tmp_path).choices.text_size == 100


def test_where_nothing_can_be_written_a_choice_holds_until_the_end(settings, tmp_path):
    (tmp_path / FILE).mkdir()
    settings.choose(text_size=130)
    assert settings.choices.text_size == 130
    assert Settings(tmp_path).choices.text_size == 100
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_the_diary_is_shown_exported_and_imported_by_its_buttons(make_page, qtbot, tmp_path):
    page = make_page()
    click(qtbot, page.diary.show_button)
    assert page.shown == [tmp_path / "painmap.diary"]
    with qtbot.waitSignal(page.export_asked):
        click(qtbot, page.diary.export)
    with qtbot.waitSignal(page.import_asked):
        click(qtbot, page.diary.bring_in)


def test_cards_stand_in_two_columns_where_they_fit_else_in_one(make_page, qtbot):
    page = make_page(size=(1280, 800))
    qtbot.waitUntil(lambda: page.backups.mapTo(page, page.rect().topLeft()).x() > 600)
    page.resize(948, 700)
    qtbot.waitUntil(lambda: page.backups.mapTo(page, page.rect().topLeft()).x() < 40)
    above, below = page._left.geometry(), page._right.geometry()
    qtbot.waitUntil(lambda: 0 <= below.top() - above.bottom() <= 20)


@pytest.mark.parametrize(("colours", "text_size"), [("light", 100), ("dark", 130), ("contrast", 150)])
def test_the_page_paints_and_no_card_is_cut_off(make_page, settings, qtbot, colours, text_size):
    page = make_page(size=(908, 700))
    settings.choose(colours=colours, text_size=text_size)
    assert not page.grab().isNull()
    for card in (page.display, page.calendar, page.report, page.backups, page.diary, page.help):
        right = card.mapTo(page, card.rect().topRight()).x()
        assert right <= page.width()
        assert card.width() >= card.minimumSizeHint().width()


def test_what_i_live_with_is_kept_at_once_and_each_can_be_taken_back(make_page, settings, tmp_path):
    page = make_page()
    QTest.mouseClick(page.asking.families["nerve"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.asking.families["inflammatory"], Qt.MouseButton.LeftButton)
    assert Settings(tmp_path).choices.lives_with == ["inflammatory", "nerve"]
    QTest.mouseClick(page.asking.families["nerve"], Qt.MouseButton.LeftButton)
    assert Settings(tmp_path).choices.lives_with == ["inflammatory"]


@pytest.mark.parametrize("stored", ["nerve", ["nerve", "arms"], [["nerve"]], None])
def test_a_file_with_something_else_to_live_with_counts_as_not_chosen(tmp_path, stored):
    (tmp_path / FILE).write_text(json.dumps({"lives_with": stored, "text_size": 130}))
    choices = Settings(tmp_path).choices
    assert (choices.lives_with, choices.text_size) == ([], 130)
