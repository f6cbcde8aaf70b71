"""The journal keeps every kind of record in steps that can be taken back."""

import pytest
from kept_things import a_review, a_treatment, a_use, an_event, one_of_each

from painmap.domain.kinds import EVENTS, REVIEWS, USES
from painmap.storage.diary import Diary
from painmap.storage.trouble import DiaryTrouble
from painmap.ui.journal import Journal


@pytest.fixture
def journal(qtbot, tmp_path, now):
    with Diary.open(tmp_path / "painmap.diary", now) as diary:
        yield Journal(diary, lambda: now)


def test_a_record_is_kept_changed_and_taken_back(journal, now):
    assert journal.keep_record(a_review(now))
    changed = a_review(now).changed(now, week_ending=now.date())
    assert journal.keep_record(changed)
    assert journal.records(REVIEWS) == (changed,)
    journal.undo()
    journal.undo()
    assert journal.records(REVIEWS) == ()
    journal.redo()
    assert journal.records(REVIEWS) == (a_review(now),)


def test_a_treatment_is_deleted_with_its_uses_and_undone_in_one_step(journal, now):
    journal.keep_records((), one_of_each(now))
    assert journal.delete_record(a_treatment(now))
    assert journal.said == "Treatment deleted with its 2 uses."
    assert journal.records(USES) == ()
    journal.undo()
    assert set(journal.diary.contents()) == set(one_of_each(now))


def test_a_record_alone_is_deleted_and_said(journal, now):
    journal.keep_record(an_event(now))
    assert journal.delete_record(an_event(now))
    assert journal.said == "Event deleted."
    assert journal.records(EVENTS) == ()


def test_what_does_not_fit_is_told_and_changes_nothing(journal, qtbot, now):
    journal.keep_record(a_treatment(now, start=now.date(), pauses=()))
    early = a_use(now, at=now.replace(day=1))
    with qtbot.waitSignal(journal.failed) as told:
        assert not journal.keep_record(early)
    assert told.args[0].startswith("Ibuprofen began on 2026-11-22, after this use on 2026-11-01")
    assert journal.records(USES) == ()


def test_a_diary_that_can_not_be_read_is_told(journal, qtbot, now, monkeypatch):
    def broken(*_):
        raise DiaryTrouble("The diary is away; put it back.")

    for name in ("record", "records", "uses_of"):
        monkeypatch.setattr(journal.diary, name, broken)
    for ask in (
        lambda: journal.keep_record(a_review(now)),
        lambda: journal.delete_record(a_treatment(now)),
        lambda: journal.records(REVIEWS),
    ):
        with qtbot.waitSignal(journal.failed):
            assert not ask()


def test_records_are_read_once_and_again_after_a_change_to_their_kind(journal, now):
    journal.keep_records((), one_of_each(now))
    before = journal.besides_check_ins()
    assert journal.besides_check_ins() is before
    journal.keep_record(an_event(now, 77))
    after = journal.besides_check_ins()
    assert len(after.events) == len(before.events) + 1
    journal.undo()
    assert journal.besides_check_ins() == before


def test_records_are_read_again_when_everything_was_replaced(journal, now):
    journal.keep_record(an_event(now))
    assert len(journal.besides_check_ins().events) == 1
    journal.diary.merge([an_event(now, 77)])
    journal.replaced()
    assert len(journal.besides_check_ins().events) == 2
