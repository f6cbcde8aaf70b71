"""The page for getting help: what it names, whom to call, and that it is read without a mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from painmap.domain.thresholds import THRESHOLDS
from painmap.ui.counts.figures import NAMES
from painmap.ui.help_page import HelpPage
from painmap.ui.settings import Settings
from painmap.ui.theme import Appearance


@pytest.fixture
def settings(qapp, tmp_path):
    return Settings(tmp_path)


@pytest.fixture
def page(qtbot, settings):
    page = HelpPage(settings, Appearance("light"))
    qtbot.addWidget(page)
    page.resize(1192, 740)
    page.show()
    return page


def texts(page):
    found = [page]
    for widget in found:
        found.extend(child for child in widget.children() if child.isWidgetType())
    return [label.text() for label in found if isinstance(label, QLabel)]


def test_without_a_number_it_says_to_call_the_local_one_and_where_to_enter_it(page):
    assert page.call.text() == "Call your local emergency number now"
    assert "Settings" in page.hint.text()
    assert page.hint.isVisible()


def test_the_number_of_the_settings_is_named_at_once(page, settings):
    settings.choose(emergency_number="112")
    assert page.call.text() == "Call 112 now"
    assert not page.hint.isVisible()


@pytest.mark.parametrize(
    "sign",
    [
        "chest",
        "breathing",
        "face",
        "speaking",
        "urine or stool",
        "genitals or the buttocks",
        "both legs",
        "serious accident",
        "ending your life",
        "fever",
        "losing weight",
        "worse at night",
        "hot and swollen",
    ],
)
def test_every_sign_that_does_not_wait_is_listed(page, sign):
    assert any(sign in text for text in texts(page))


def test_it_says_what_painmap_is_not_and_that_nothing_is_sent(page):
    said = " ".join(texts(page))
    assert "It does not diagnose and does not replace your clinician." in said
    assert "sends nothing anywhere" in said
    assert "!" not in said


def test_it_says_where_each_number_comes_from(page):
    said = texts(page)
    assert "Where each number comes from" in said
    for name in NAMES.values():
        assert name in said
    whole = " ".join(said)
    for threshold in (each for published in THRESHOLDS.values() for each in published):
        assert f"Published: {threshold.text} ({threshold.source})." in whole
    for source in ("Krebs, J Gen Intern Med 2009;24:733-738", "Cotler, Diagnostics 2018;8:66"):
        assert source in whole


def test_it_scrolls_with_the_keyboard(page):
    page.resize(900, 400)
    page.grab()
    page.area.setFocus()
    QTest.keyClick(page.area, Qt.Key.Key_Down)
    assert page.area.verticalScrollBar().value() > 0


@pytest.mark.parametrize(("colours", "text_size"), [("light", 100), ("dark", 150), ("contrast", 115)])
def test_it_paints_in_a_column_that_is_easy_to_read(page, colours, text_size):
    page.resize(908, 700)
    page.appearance.choose(colours, text_size)
    assert not page.grab().isNull()
    card = page.call.parentWidget()
    assert card.width() <= 720 * 1.3
    assert card.mapTo(page, card.rect().topRight()).x() <= page.width()
