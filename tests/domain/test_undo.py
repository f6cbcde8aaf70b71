"""Undo takes back the last change, redo makes it again, and a new change ends redo."""

from collections.abc import Callable
from datetime import datetime

from kept_things import a_review, a_treatment, a_use

from painmap.domain.checkin import CheckIn
from painmap.domain.review import PEG
from painmap.domain.undo import Change, Steps


def two_changes(check_in: Callable[..., CheckIn], now: datetime) -> tuple[Change, Change]:
    first = check_in()
    second = first.rated("front-forehead", 4, now)
    return Change(None, first, "Check-in started."), Change(first, second)


def test_nothing_can_be_taken_back_or_done_again_at_first() -> None:
    assert Steps().last is None
    assert Steps().next is None


def test_the_last_change_is_taken_back_first(check_in: Callable[..., CheckIn], now: datetime) -> None:
    first, second = two_changes(check_in, now)
    steps = Steps()
    steps.add(first)
    steps.add(second)
    assert steps.last == second
    steps.undone()
    assert (steps.last, steps.next) == (first, second)
    steps.undone()
    assert (steps.last, steps.next) == (None, first)


def test_what_was_taken_back_can_be_done_again(check_in: Callable[..., CheckIn], now: datetime) -> None:
    first, second = two_changes(check_in, now)
    steps = Steps()
    steps.add(first)
    steps.add(second)
    steps.undone()
    steps.undone()
    steps.redone()
    assert (steps.last, steps.next) == (first, second)


def test_a_new_change_ends_what_could_be_done_again(check_in: Callable[..., CheckIn], now: datetime) -> None:
    first, second = two_changes(check_in, now)
    steps = Steps()
    steps.add(first)
    steps.undone()
    steps.add(second)
    assert steps.next is None
    assert steps.last == second


def test_a_change_joined_to_the_last_one_is_taken_back_with_it(check_in: Callable[..., CheckIn], now: datetime) -> None:
    first, second = two_changes(check_in, now)
    steps = Steps()
    steps.add(first)
    steps.amend(Change(second.before, second.after, "Rated."))
    assert steps.last == Change(None, second.after, "Rated.")
    steps.undone()
    assert steps.last is None


def test_a_change_with_none_before_it_joins_nothing(check_in: Callable[..., CheckIn], now: datetime) -> None:
    first, _ = two_changes(check_in, now)
    steps = Steps()
    steps.amend(first)
    assert steps.last == first


def test_a_change_of_another_check_in_joins_nothing(check_in: Callable[..., CheckIn], now: datetime) -> None:
    _, second = two_changes(check_in, now)
    other = check_in(3)
    steps = Steps()
    steps.add(second)
    steps.amend(last := Change(other, other.changed(now, fatigue=2)))
    assert steps.last == last
    steps.undone()
    assert steps.last == second


def test_changes_that_come_to_nothing_together_are_no_step(check_in: Callable[..., CheckIn], now: datetime) -> None:
    first, _ = two_changes(check_in, now)
    steps = Steps()
    steps.add(first)
    steps.amend(Change(first.after, None))
    assert (steps.last, steps.next) == (None, None)


def test_a_change_knows_the_step_that_takes_it_back(check_in: Callable[..., CheckIn], now: datetime) -> None:
    first, second = two_changes(check_in, now)
    assert first.reversed == Change(first.after, None)
    assert second.reversed.reversed == second


def test_forgetting_empties_both_ways(check_in: Callable[..., CheckIn], now: datetime) -> None:
    first, second = two_changes(check_in, now)
    steps = Steps()
    steps.add(first)
    steps.add(second)
    steps.undone()
    steps.forget()
    assert (steps.last, steps.next) == (None, None)


def test_a_change_about_something_else_is_a_step_of_its_own(check_in: Callable[..., CheckIn], now: datetime) -> None:
    first, second = two_changes(check_in, now)
    other = Change.of_records([], [a_review(now)])
    steps = Steps()
    for change in (first, other):
        steps.add(change)
    steps.amend(second)
    assert steps.last == second
    steps.undone()
    steps.amend(Change.of_records([a_review(now)], [a_review(now, peg=PEG())], "Changed."))
    assert steps.last == Change.of_records([], [a_review(now, peg=PEG())], "Changed.")


def test_a_treatment_is_deleted_with_its_uses_and_comes_back_in_one_step(now: datetime) -> None:
    whole = (a_treatment(now), a_use(now))
    deleted = Change.of_records(whole, (), "Treatment deleted with its 1 use.")
    assert (deleted.kept, deleted.removed) == ((), whole)
    assert (deleted.reversed.kept, deleted.reversed.removed) == (whole, ())
    assert deleted.about_records
    assert not deleted.everything


def test_what_is_only_changed_is_not_removed(check_in: Callable[..., CheckIn], now: datetime) -> None:
    first, second = two_changes(check_in, now)
    assert (first.kept, first.removed) == ((first.after,), ())
    assert (second.kept, second.removed) == ((second.after,), ())
    assert (first.reversed.kept, first.reversed.removed) == ((), (first.after,))
    assert not first.about_records


def test_a_change_with_nothing_in_it_stands_for_everything() -> None:
    assert Change(None, None).everything
