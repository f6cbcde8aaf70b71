"""Setting a passphrase by clicks and keys, the lock, and the recovery sheet."""

from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from painmap.app import Painmap, opened
from painmap.domain.kept import Kept
from painmap.paths import DIARY_FILE
from painmap.storage import backups, keys, sealed
from painmap.storage.diary import Diary
from painmap.storage.keys import Key, salt_of
from painmap.storage.sealing import Change
from painmap.ui.parts.words import Words
from painmap.ui.passphrase import lock_window
from painmap.ui.passphrase.card import PassphraseCard
from painmap.ui.passphrase.dialog import PassphraseDialog
from painmap.ui.passphrase.sheet import Sheet, draw_sheet, paragraphs, save_sheet

LEFT = Qt.MouseButton.LeftButton
WORDS = "chestnut bicycle harbour"


@pytest.fixture(autouse=True)
def nothing_told(monkeypatch):
    monkeypatch.setattr(keys, "ROUNDS", 1000)
    yield
    keys.forget()


def settings_card(painmap: Painmap) -> PassphraseCard:
    painmap.window.show_page("settings")
    return painmap.window.pages["settings"].passphrase


def dialog_of(qtbot, card: PassphraseCard, button) -> PassphraseDialog:
    qtbot.mouseClick(button, LEFT)
    dialog = card.dialog
    qtbot.waitExposed(dialog)
    assert not dialog.grab().isNull()
    return dialog


def give(qtbot, dialog: PassphraseDialog, new: str = "", current: str = "") -> None:
    asked = dialog.asked
    for entry, text in ((asked.current, current), (asked.first, new), (asked.second, new)):
        entry.clear()
        if text:
            qtbot.keyClicks(entry.field, text)
    qtbot.mouseClick(asked.go, LEFT)


def set_one(qtbot, painmap: Painmap, passphrase: str = WORDS) -> PassphraseCard:
    card = settings_card(painmap)
    dialog = dialog_of(qtbot, card, card.set_button)
    give(qtbot, dialog, passphrase)
    qtbot.waitUntil(dialog.offer.finish.isVisible)
    qtbot.mouseClick(dialog.offer.finish, LEFT)
    painmap.window.activateWindow()
    qtbot.waitUntil(painmap.window.isActiveWindow)
    return card


def names_in(interface) -> list[str]:
    """Every name, value and description that a screen reader finds below."""
    found = [
        interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    ]
    for n in range(interface.childCount()):
        child = interface.child(n)
        if child is not None:
            found += names_in(child)
    return [text for text in found if text]


def test_settings_says_what_forgetting_means_before_one_is_set(start, qtbot):
    card = settings_card(start())
    assert card.state.text() == "Off"
    assert "forget" in card.means.text()
    dialog = dialog_of(qtbot, card, card.set_button)
    assert any("nobody can open the diary" in text for text in names_in(QAccessible.queryAccessibleInterface(dialog)))
    assert dialog.focusWidget() is dialog.asked.first.field
    qtbot.mouseClick(dialog.asked.stay, LEFT)
    assert card.dialog is None
    assert card.state.text() == "Off"


def test_without_the_part_settings_says_so_with_a_next_step(start, monkeypatch):
    monkeypatch.setattr("painmap.ui.passphrase.card.available", lambda: False)
    card = settings_card(start())
    assert card.means.text() == sealed.NO_CIPHER
    assert not card.set_button.isVisible()


def test_a_passphrase_is_set_by_typing_it_twice(start, qtbot, check_in, tmp_path):
    painmap = start(check_in(0, note="Kastanie"))
    card = settings_card(painmap)
    dialog = dialog_of(qtbot, card, card.set_button)
    for first, second, said in (
        ("", "", "Type a new passphrase first."),
        (WORDS, "", "Type the new passphrase once more."),
        (WORDS, "other", "The two are not the same; type the new one once more."),
    ):
        dialog.asked.clear()
        qtbot.keyClicks(dialog.asked.first.field, first)
        qtbot.keyClicks(dialog.asked.second.field, second)
        qtbot.keyClick(dialog.asked.second.field, Qt.Key.Key_Return)
        assert dialog.asked.trouble.text() == said
        assert painmap.diary.database.key is None
    give(qtbot, dialog, WORDS)
    assert dialog.busy
    dialog.close()
    assert dialog.isVisible()
    qtbot.waitUntil(dialog.offer.finish.isVisible)
    assert "under your passphrase" in dialog.offer.text
    qtbot.mouseClick(dialog.offer.finish, LEFT)
    assert painmap.diary.database.key.fits(WORDS)
    assert card.state.text() == "On. Ctrl+L locks the diary."
    assert not any(b"Kastanie" in each.read_bytes() for each in tmp_path.rglob("*.diary"))
    (backup,) = backups.copies(tmp_path / backups.BACKUPS)
    assert "Last good backup today" in painmap.window.pages["settings"].backups.state.text()
    assert salt_of(tmp_path / backups.BACKUPS / backup.name) == painmap.diary.database.key.salt


def test_what_is_typed_is_hidden_until_it_is_to_be_shown(start, qtbot):
    card = settings_card(start())
    entry = dialog_of(qtbot, card, card.set_button).asked.first
    qtbot.keyClicks(entry.field, "Kastanie")
    assert entry.field.displayText() != "Kastanie"
    qtbot.mouseClick(entry.show_button, LEFT)
    assert entry.field.displayText() == "Kastanie"
    assert entry.show_button.accessibleName() == "Hide what is typed: New passphrase"
    qtbot.mouseClick(entry.show_button, LEFT)
    assert entry.field.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize(("typed", "word"), [("1234", "Weak."), (WORDS, "Fair."), (f"{WORDS} lemon window", "Strong.")])
def test_its_strength_is_told_in_a_word_and_with_what_helps(start, qtbot, typed, word):
    card = settings_card(start())
    asked = dialog_of(qtbot, card, card.set_button).asked
    qtbot.keyClicks(asked.first.field, typed)
    assert asked.strength.text().startswith(word)
    assert len(asked.strength.text()) > 20


def test_it_is_changed_and_turned_off_with_the_one_there_is(start, qtbot, check_in):
    painmap = start(check_in(0, note="Kastanie"))
    card = set_one(qtbot, painmap)
    dialog = dialog_of(qtbot, card, card.change)
    give(qtbot, dialog, "another", current="wrong")
    assert dialog.asked.trouble.text() == "That is not the passphrase of this diary; try again."
    give(qtbot, dialog, "another", current=WORDS)
    qtbot.waitUntil(dialog.offer.finish.isVisible)
    dialog.reject()
    assert painmap.diary.database.key.fits("another")
    dialog = dialog_of(qtbot, card, card.turn_off)
    give(qtbot, dialog, current="another")
    qtbot.waitUntil(dialog.offer.finish.isVisible)
    assert not dialog.offer.save.isVisible()
    qtbot.mouseClick(dialog.offer.finish, LEFT)
    assert painmap.diary.database.key is None
    assert card.state.text() == "Off"


def test_trouble_is_told_and_can_be_tried_again(start, qtbot, monkeypatch, check_in):
    painmap = start(check_in(0))
    card = settings_card(painmap)
    dialog = dialog_of(qtbot, card, card.set_button)
    with monkeypatch.context() as patch:
        patch.setitem(__import__("sys").modules, "sqlcipher3", None)
        give(qtbot, dialog, WORDS)
        qtbot.waitUntil(dialog.asked.trouble.isVisible)
    assert dialog.asked.trouble.text() == sealed.NO_CIPHER
    with monkeypatch.context() as patch:
        patch.setattr("painmap.storage.sealing.put_part", _refuse)
        give(qtbot, dialog, WORDS)
        qtbot.waitUntil(dialog.asked.trouble.isVisible)
    assert "can't write" in dialog.asked.trouble.text()
    give(qtbot, dialog, WORDS)
    qtbot.waitUntil(dialog.offer.finish.isVisible)
    dialog.reject()
    assert painmap.diary.count() == 1


def _refuse(part: Path, target: Path) -> None:
    raise PermissionError(13, "no")


def test_backups_that_cannot_be_read_are_named(start, qtbot, check_in, tmp_path, moment):
    painmap = start(check_in(0))
    painmap.rounds.before("own")
    (copy,) = (tmp_path / backups.BACKUPS).iterdir()
    copy.write_bytes(copy.read_bytes()[:3000])
    (tmp_path / "painmap-damaged-2026-01-01-120000.diary").write_text("plain")
    card = settings_card(painmap)
    dialog = dialog_of(qtbot, card, card.set_button)
    give(qtbot, dialog, WORDS)
    qtbot.waitUntil(dialog.offer.finish.isVisible)
    assert "1 backup can't be read" in dialog.offer.left_over.text()
    assert "and not under it: painmap-damaged-2026-01-01-120000.diary. Delete it" in dialog.offer.left_over.text()
    dialog.reject()


def test_locking_takes_everything_away_and_unlocking_brings_it_back(start, qtbot, check_in, press):
    painmap = start(check_in(0, {"back-sacrum": 7}, note="Kastanie", overall_pain=5))
    set_one(qtbot, painmap)
    window = painmap.window
    window.show_page("history")
    body = QAccessible.queryAccessibleInterface(window)
    assert any("Kastanie" in text for text in names_in(body))
    window.show_today()
    painmap.journal.keep(check_in(1, overall_pain=3))
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert painmap.locking.locked
    assert window.windowTitle() == "Painmap"
    found = names_in(QAccessible.queryAccessibleInterface(window))
    assert "The diary is locked" in found
    assert not [text for text in found if "Kastanie" in text or "sacrum" in text.lower() or "Pain" in text.split()]
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    assert not window.grab().isNull()
    for key in (Qt.Key.Key_2, Qt.Key.Key_Z, Qt.Key.Key_L):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    screen = painmap.locking.screen
    assert screen.entry.field.hasFocus()
    qtbot.keyClicks(screen.entry.field, WORDS)
    qtbot.keyClick(screen.entry.field, Qt.Key.Key_Return)
    assert not painmap.locking.locked
    assert window.today.isVisible()
    assert painmap.journal.can_undo
    painmap.journal.undo()
    assert painmap.diary.count() == 1


def test_the_rail_locks_where_there_is_a_passphrase_and_room(start, qtbot):
    painmap = start()
    window, rail = painmap.window, painmap.window.rail
    window.resize(1280, 800)
    assert rail.lock.isHidden()
    set_one(qtbot, painmap)
    assert rail.lock.isVisible()
    assert QAccessible.queryAccessibleInterface(rail.lock).text(QAccessible.Text.Name) == "Lock the diary"
    rail.items["help"].setFocus()
    qtbot.keyClick(rail.items["help"], Qt.Key.Key_Up)
    assert rail.lock.hasFocus()
    repeated = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", autorep=True)
    QApplication.sendEvent(rail.lock, repeated)
    assert not painmap.locking.locked
    qtbot.keyClick(rail.lock, Qt.Key.Key_Return)
    assert painmap.locking.locked
    painmap.locking.unlock()
    qtbot.mouseClick(rail.lock, LEFT)
    assert painmap.locking.locked
    painmap.locking.unlock()
    painmap.settings.choose(text_size=150)
    window.resize(1024, 700)
    assert rail.lock.isHidden()
    assert rail.items["help"].geometry().bottom() < rail.height()
    painmap.settings.choose(text_size=100)
    assert rail.lock.isVisible()


def test_the_pages_keep_their_colours_over_the_lock(start, qtbot, check_in):
    painmap = start(check_in(0, {"back-sacrum": 7}))
    set_one(qtbot, painmap)
    window = painmap.window
    window.page("history")
    painmap.settings.choose(colours="dark")
    before = {words: words.palette().color(words.foregroundRole()) for words in window.findChildren(Words)}
    for _ in range(2):
        painmap.locking.lock()
        painmap.locking.unlock()
    assert {words: words.palette().color(words.foregroundRole()) for words in before} == before


def test_what_is_said_while_typing_needs_no_scrolling(start, qtbot):
    painmap = start()
    painmap.window.resize(1280, 800)
    card = settings_card(painmap)
    dialog = dialog_of(qtbot, card, card.set_button)
    qtbot.keyClicks(dialog.asked.first.field, "abc")
    qtbot.keyClicks(dialog.asked.second.field, "abd")
    qtbot.keyClick(dialog.asked.second.field, Qt.Key.Key_Return)
    assert dialog.asked.trouble.isVisible()
    QApplication.sendPostedEvents()
    assert dialog._scroll.verticalScrollBar().maximum() == 0
    dialog.reject()


def test_tab_leads_from_line_to_line_before_the_buttons(start, qtbot):
    card = settings_card(start())
    dialog = dialog_of(qtbot, card, card.set_button)
    asked = dialog.asked
    qtbot.waitUntil(asked.first.field.hasFocus)
    for part in (asked.second.field, asked.first.show_button, asked.second.show_button, asked.stay, asked.go):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is part
    dialog.reject()


def test_a_wrong_passphrase_is_told_gently_as_often_as_it_is_typed(start, qtbot):
    painmap = start()
    set_one(qtbot, painmap)
    painmap.locking.lock()
    screen = painmap.locking.screen
    qtbot.mouseClick(screen.button, LEFT)
    assert screen.trouble.text() == "Type the passphrase first."
    for wrong in range(12):
        qtbot.keyClicks(screen.entry.field, f"wrong {wrong}")
        qtbot.mouseClick(screen.button, LEFT)
        assert screen.trouble.text() == "That is not the passphrase of this diary; try again."
        assert screen.entry.text == ""
        assert screen.entry.field.hasFocus()
    qtbot.keyClicks(screen.entry.field, "w")
    assert not screen.trouble.isVisible()
    painmap.locking.unlock()
    painmap.locking.unlock()


def test_the_words_of_a_note_are_kept_at_locking(start, qtbot, check_in):
    painmap = start(check_in(0, {"front-left-knee": 5}))
    set_one(qtbot, painmap)
    painmap.window.show_today()
    panel = painmap.window.today.panel
    qtbot.mouseClick(panel.more, LEFT)
    qtbot.keyClicks(panel.fold.note.field, "Kastanie")
    assert [c.note for c in painmap.diary.all()] == [""]
    painmap.locking.lock()
    assert [c.note for c in painmap.diary.all()] == ["Kastanie"]
    painmap.locking.unlock()
    assert panel.fold.note.field.toPlainText() == "Kastanie"


def test_open_dialogs_go_at_locking(start, qtbot):
    painmap = start()
    card = set_one(qtbot, painmap)
    dialog = dialog_of(qtbot, card, card.change)
    other = QDialog(painmap.window)
    other.show()
    painmap.locking.lock()
    assert painmap.locking.locked
    assert not other.isVisible()
    assert card.dialog is None
    del dialog


def test_nothing_locks_while_the_passphrase_is_being_changed(start, qtbot):
    painmap = start()
    card = set_one(qtbot, painmap)
    dialog = dialog_of(qtbot, card, card.change)
    give(qtbot, dialog, "another", current=WORDS)
    painmap.locking.lock()
    assert not painmap.locking.locked
    qtbot.waitUntil(dialog.offer.finish.isVisible)
    dialog.reject()


def test_it_locks_after_a_while_without_use(start, qtbot):
    painmap = start()
    idle = painmap.locking.idle
    assert not idle.isActive()
    painmap.locking.lock()
    assert not painmap.locking.locked
    card = set_one(qtbot, painmap)
    assert idle.interval() == 15 * 60_000
    assert idle.isActive()
    qtbot.mouseClick(card.after.segments[1], LEFT)
    assert painmap.settings.choices.lock_after == 5
    assert idle.interval() == 5 * 60_000
    idle.start(60_000)
    idle.setInterval(5 * 60_000)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(painmap.window.windowHandle(), key)
    assert idle.remainingTime() > 4 * 60_000
    idle.timeout.emit()
    assert painmap.locking.locked
    assert not idle.isActive()
    QApplication.sendEvent(painmap.window.windowHandle(), key)
    assert not idle.isActive()
    painmap.locking.unlock()
    assert idle.isActive()
    qtbot.mouseClick(card.after.segments[0], LEFT)
    assert not idle.isActive()


def test_a_computer_that_slept_locks_at_the_first_touch(start, qtbot, moment):
    painmap = start()
    set_one(qtbot, painmap)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    moment.advance(minutes=14)
    QApplication.sendEvent(painmap.window.windowHandle(), key)
    moment.advance(minutes=14)
    QApplication.sendEvent(painmap.window.windowHandle(), key)
    assert not painmap.locking.locked
    moment.advance(hours=8)
    QApplication.sendEvent(painmap.window.windowHandle(), key)
    assert painmap.locking.locked


def test_a_locked_window_can_be_closed_and_takes_another_theme(start, qtbot, check_in):
    painmap = start(check_in(0))
    card = set_one(qtbot, painmap)
    qtbot.mouseClick(card.lock_button, LEFT)
    painmap.settings.choose(colours="dark", text_size=150)
    assert not painmap.window.grab().isNull()
    painmap.window.resize(1024, 700)
    painmap.locking.unlock()
    assert not painmap.window.grab().isNull()
    painmap.locking.lock()


def _sealed_diary(folder: Path, moment, *kept: Kept) -> None:
    with Diary.open(folder / DIARY_FILE, moment()) as diary:
        diary.keep(*kept)
        change = Change(diary.path, Key.new(WORDS))
        change.prepare(moment())
        change.take_place(diary)
    keys.forget()


def test_at_the_start_the_same_screen_asks(qtbot, tmp_path, moment, check_in, monkeypatch):
    _sealed_diary(tmp_path, moment, check_in(0, note="Kastanie"))
    asked = []

    def answer(window: lock_window.LockWindow) -> bool:
        qtbot.addWidget(window)
        window.show()
        assert window.windowTitle() == "Painmap"
        screen = window.screen_shown
        for typed in ("wrong", WORDS):
            QTest.keyClicks(screen.entry.field, typed)
            QTest.keyClick(screen.entry.field, Qt.Key.Key_Return)
            asked.append(screen.trouble.text())
        return window.unlocked

    monkeypatch.setattr(lock_window.LockWindow, "ask", answer)
    painmap = opened(tmp_path, demo=False, now=moment)
    assert asked[0] == "That is not the passphrase of this diary; try again."
    assert [c.note for c in painmap.diary.all()] == ["Kastanie"]
    assert painmap.locking.idle.isActive() or painmap.settings.choices.lock_after == 0
    painmap.close()


def test_whoever_closes_it_has_opened_nothing(qtbot, tmp_path, moment, check_in):
    from PySide6.QtCore import QTimer

    _sealed_diary(tmp_path, moment, check_in(0))

    def close() -> None:
        (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, lock_window.LockWindow))
        window.close()

    QTimer.singleShot(50, close)
    assert opened(tmp_path, demo=False, now=moment) is None


def test_the_sheet_has_the_passphrase_only_where_the_patient_wants_it(start, qtbot, tmp_path, monkeypatch, check_in):
    painmap = start(check_in(0))
    card = settings_card(painmap)
    dialog = dialog_of(qtbot, card, card.set_button)
    give(qtbot, dialog, WORDS)
    qtbot.waitUntil(dialog.offer.finish.isVisible)
    offer, target = dialog.offer, tmp_path / "sheet.pdf"
    offer._ask_target = lambda parent, name: None
    qtbot.mouseClick(offer.save, LEFT)
    assert not offer.state.isVisible()
    offer._ask_target = lambda parent, name: target
    qtbot.mouseClick(offer.save, LEFT)
    assert offer.state.text() == "Saved as sheet.pdf. Keep it away from this computer."
    assert WORDS not in _text(target)
    assert str(painmap.diary.path) in _text(target).replace(" ", "")
    qtbot.mouseClick(offer.with_it, LEFT)
    qtbot.mouseClick(offer.save, LEFT)
    assert WORDS in _text(target)
    assert target.stat().st_mode & 0o077 == 0
    offer._ask_target = lambda parent, name: tmp_path / "nowhere" / "sheet.pdf"
    qtbot.mouseClick(offer.save, LEFT)
    assert "can't write" in offer.state.text()
    qtbot.mouseClick(offer.finish, LEFT)
    assert offer.passphrase == ""


def test_the_sheet_is_printed_where_the_patient_chose_a_printer(start, qtbot, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    card = settings_card(start())
    dialog = dialog_of(qtbot, card, card.set_button)
    give(qtbot, dialog, WORDS)
    qtbot.waitUntil(dialog.offer.finish.isVisible)
    offer = dialog.offer
    offer._ask_device = lambda parent, paper: None
    qtbot.mouseClick(offer.print_button, LEFT)
    assert not offer.state.isVisible()
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    offer._ask_device = lambda parent, paper: printer
    qtbot.mouseClick(offer.print_button, LEFT)
    assert offer.state.text() == "The sheet was printed."
    assert "recovery sheet" in _text(tmp_path / "printed.pdf")
    dialog.reject()


def test_a_long_passphrase_and_path_stay_on_one_page(qapp, tmp_path, now):
    long = Sheet(Path("/" + "long name/" * 18 + "painmap.diary"), now.date(), "x" * 200)
    for paper in ("a4", "letter"):
        save_sheet(long, tmp_path / "sheet.pdf", paper)
        reader = PdfReader(tmp_path / "sheet.pdf")
        assert len(reader.pages) == 1
        assert "Where to keep this sheet" in _text(tmp_path / "sheet.pdf")
    assert all("!" not in text for _, text in paragraphs(long))


@pytest.mark.qt_log_ignore("QPainter::begin", "QPdfWriter|QPdfEngine|QFile")
def test_a_page_that_takes_nothing_is_told(qapp, tmp_path, now):
    from PySide6.QtGui import QPdfWriter

    writer = QPdfWriter(str(tmp_path / "nowhere" / "sheet.pdf"))
    assert not draw_sheet(Sheet(tmp_path, now.date()), writer)


def test_a_backup_under_another_passphrase_is_asked_for_its_own(start, qtbot, tmp_path, moment, check_in):
    _sealed_diary(tmp_path / "other", moment, check_in(3, note="Kastanie"), check_in(4, overall_pain=3))
    painmap = start(check_in(0, overall_pain=2))
    painmap.window.show_page("settings")
    page = painmap.window.pages["settings"]
    page.show_restore()
    view = page.restore
    view._ask = lambda parent: tmp_path / "other" / DIARY_FILE
    assert not view.sealed.isVisible()
    qtbot.mouseClick(view.other, LEFT)
    assert view.sealed.isVisible()
    assert not view.act.isVisible()
    qtbot.keyClicks(view.sealed.entry.field, "wrong")
    qtbot.mouseClick(view.sealed.button, LEFT)
    assert view.sealed.trouble.text() == "That is not the passphrase of this diary; try again."
    qtbot.keyClicks(view.sealed.entry.field, WORDS)
    qtbot.keyClick(view.sealed.entry.field, Qt.Key.Key_Return)
    assert not view.sealed.isVisible()
    qtbot.mouseClick(view.act, LEFT)
    assert painmap.diary.count() == 3
    assert painmap.diary.database.key is None


def test_each_backup_is_asked_for_the_passphrase_that_it_has(start, qtbot, tmp_path, moment, check_in):
    folder = tmp_path / backups.BACKUPS
    for n, words in enumerate(("", "one two", "three four"), 1):
        home = tmp_path / f"home{n}"
        with Diary.open(home / DIARY_FILE, moment()) as diary:
            diary.merge([check_in(day, overall_pain=n) for day in range(n)])
            if words:
                change = Change(diary.path, Key.new(words))
                change.prepare(moment())
                change.take_place(diary)
            made = backups.before("own", diary, folder, moment() - timedelta(days=n))
        keys.forget()
    assert keys.salt_of(made)
    painmap = start(check_in(0, overall_pain=9))
    painmap.window.show_page("settings")
    page = painmap.window.pages["settings"]
    page.show_restore()
    view = page.restore
    for n, words in ((2, "one two"), (3, "three four"), (1, "")):
        row = next(row for row in view.list.rows if row.backup.days == n)
        qtbot.mouseClick(row, LEFT)
        assert view.sealed.isVisible() is bool(words)
        assert view.act.isVisible() is not bool(words)
        if words:
            qtbot.keyClicks(view.sealed.entry.field, "one two three")
            qtbot.mouseClick(view.sealed.button, LEFT)
            assert view.sealed.trouble.isVisible()
            qtbot.keyClicks(view.sealed.entry.field, words)
            qtbot.mouseClick(view.sealed.button, LEFT)
        assert view.comparison.held.rows[0] == ("Days", str(n), "1")
    painmap.rounds.wait()


def test_all_targets_are_large_enough(start, qtbot):
    painmap = start()
    card = set_one(qtbot, painmap)
    dialog = dialog_of(qtbot, card, card.change)
    asked, offer = dialog.asked, dialog.offer
    for widget in (
        asked.first.field,
        asked.first.show_button,
        asked.go,
        asked.stay,
        offer.save,
        offer.print_button,
        offer.with_it,
        offer.finish,
        card.lock_button,
        card.change,
        card.turn_off,
    ):
        assert widget.sizeHint().height() >= 44, widget.accessibleName()
        assert widget.accessibleName()
    dialog.reject()


def _text(path: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)
