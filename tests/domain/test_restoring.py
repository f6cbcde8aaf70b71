"""What a restore would do, told before it is done."""

from datetime import timedelta

import pytest
from kept_things import a_review, a_treatment, a_use, an_event, one_of_each

from painmap.domain.contents import Contents
from painmap.domain.restoring import NOTHING, Way, amount_text, fitting, held_text, logged_days, merged, plan


@pytest.fixture
def day(check_in):
    """Check-ins of three days, the same each time."""
    return [check_in(n, {"back-sacrum": n + 1}) for n in range(3)]


def test_a_merge_adds_what_is_lacking_and_loses_nothing(day, now):
    there, found = Contents.of(day[:2]), Contents.of((day[1], day[2], a_review(now)))
    planned = plan(there, found, Way.MERGE)
    assert planned.added == Contents.of((day[2], a_review(now)))
    assert not len(planned.changed)
    assert not len(planned.lost)
    assert planned.sentence() == "1 check-in on 1 day, 1 weekly review added."


@pytest.mark.parametrize("newer", ["mine", "theirs"])
def test_of_what_both_have_a_merge_keeps_the_version_changed_last_and_a_replacement_takes_the_backups(day, now, newer):
    later = day[0].changed(now + timedelta(minutes=5), note="later")
    mine, theirs = (later, day[0]) if newer == "mine" else (day[0], later)
    there, found = Contents.of([mine]), Contents.of([theirs])
    assert plan(there, found, Way.MERGE).kept == (Contents() if newer == "mine" else found)
    replaced = plan(there, found, Way.REPLACE)
    assert (replaced.changed, replaced.sentence()) == (found, "1 check-in on 1 day changed.")


def test_a_replacement_tells_what_is_lost(day, now):
    there, found = Contents.of((*day, *one_of_each(now))), Contents.of(day[1:])
    planned = plan(there, found, Way.REPLACE)
    assert planned.lost == Contents.of((day[0], *one_of_each(now)))
    assert planned.sentence() == (
        "1 check-in on 1 day, 1 weekly review, 1 treatment, 2 uses, 1 event, 1 appointment taken out."
    )


def test_nothing_to_do_is_said(day, now):
    everything = Contents.of((*day, *one_of_each(now)))
    for way in Way:
        planned = plan(everything, everything, way)
        assert planned.idle
        assert planned.sentence() == "The diary had all of it already, so nothing was changed."


def test_a_record_that_does_not_say_when_it_was_written_is_older_than_one_that_does(now):
    told, untold = an_event(now), an_event(now, written=None, note="other")
    assert not len(plan(Contents.of([told]), Contents.of([untold]), Way.MERGE).changed)
    assert len(plan(Contents.of([untold]), Contents.of([told]), Way.MERGE).changed) == 1


def test_a_backup_and_what_was_saved_of_a_diary_come_together_by_the_latest_change(day, now):
    later = day[0].changed(now + timedelta(minutes=5), note="later")
    assert merged(Contents.of(day), Contents.of([later])) == Contents.of([later, *day[1:]])
    assert merged(Contents.of([later]), Contents.of(day)) == Contents.of([later, *day[1:]])


def test_uses_that_fit_no_treatment_are_left_out(now):
    treatment, use = a_treatment(now), a_use(now)
    early = a_use(now, 9, at=now - timedelta(40))
    assert fitting([treatment, use, early]) == Contents.of([treatment, use])
    assert fitting([use]) == Contents()


def test_what_is_held_is_told_by_days(day, now, check_in):
    assert held_text(Contents()) == NOTHING
    assert held_text(Contents.of(day)) == "3 days, 20 Nov to 22 Nov 2026"
    assert held_text(Contents.of(day[:1])) == "1 day, 22 Nov 2026"
    assert held_text(Contents.of([*day, check_in(400)])) == "4 days, 18 Oct 2025 to 22 Nov 2026"
    assert held_text(Contents.of([a_review(now)])) == "1 weekly review"
    assert amount_text(Contents.of([*day, check_in(0)])) == "4 check-ins on 3 days"
    assert logged_days(Contents.of([*day, check_in(0)])) == sorted({each.day for each in day})


def test_what_would_come_of_it_is_told_in_three_rows(day):
    assert plan(Contents.of(day[:2]), Contents.of(day[1:]), Way.REPLACE).rows == (
        ("Added", "1 check-in on 1 day"),
        ("Changed", NOTHING),
        ("Lost", "1 check-in on 1 day"),
    )
