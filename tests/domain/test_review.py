"""The weekly review: sums only of what is whole, when it counts, and when it is offered."""

from datetime import date, timedelta

import pytest
from kept_things import a_review

from painmap.domain.review import PEG, SSS, WeeklyReview, in_force, review_due

SUNDAY = date(2026, 3, 15)


def test_the_sum_and_the_mean_are_of_all_items(now):
    review = a_review(now)
    assert (review.sss.total, review.sss.missing) == (9, ())
    assert (review.peg.mean, review.peg.missing) == (6, ())
    assert PEG(1, 1, 2).mean == pytest.approx(4 / 3)


def test_an_item_without_answer_is_named_and_leaves_no_sum():
    assert SSS(3, 3, 2, True, False).total is None
    assert SSS(3, None, 2, True, False).missing == ("waking_unrefreshed", "depression")
    assert PEG(6, None, 7).mean is None
    assert PEG(6, None, 7).missing == ("enjoyment",)
    assert len(SSS().missing) == 6


def test_every_no_and_zero_is_an_answer():
    assert SSS(0, 0, 0, False, False, False).total == 0
    assert PEG(0, 0, 0).mean == 0


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: SSS(4),
        lambda: SSS(waking_unrefreshed=-1),
        lambda: SSS(cognitive=4),
        lambda: PEG(11),
        lambda: PEG(activity=-1),
    ],
)
def test_answers_off_their_scale_are_refused(wrong):
    with pytest.raises(ValueError, match="must be 0 to"):
        wrong()


def test_a_review_without_any_answer_is_empty(now):
    assert a_review(now, sss=SSS(), peg=PEG()).empty
    assert not a_review(now, sss=SSS(fatigue=0), peg=PEG()).empty
    assert not a_review(now, sss=SSS()).empty
    assert a_review(now, week_ending=SUNDAY).day == SUNDAY


def week(n: int, ending: date) -> WeeklyReview:
    return WeeklyReview(id=str(n), week_ending=ending)


@pytest.mark.parametrize(("days", "counts"), [(-7, False), (-6, True), (0, True), (13, True), (14, True), (15, False)])
def test_a_review_counts_from_six_days_before_its_end_for_two_weeks_at_most(days, counts):
    one = week(1, SUNDAY)
    assert in_force([one], SUNDAY + timedelta(days)) == (one if counts else None)


def test_the_next_review_takes_over_where_it_begins():
    one, two = week(1, SUNDAY), week(2, SUNDAY + timedelta(8))
    assert in_force([two, one], SUNDAY + timedelta(1)) == one
    assert in_force([two, one], SUNDAY + timedelta(2)) == two


def test_without_reviews_none_counts():
    assert in_force([], SUNDAY) is None


@pytest.mark.parametrize(
    ("first", "last", "skipped", "due"),
    [
        (None, None, None, False),
        (6, None, None, False),
        (7, None, None, True),
        (300, 6, None, False),
        (300, 7, None, True),
        (300, 30, 6, False),
        (300, 30, 7, True),
        (300, 2, 30, False),
        (None, None, 30, False),
    ],
)
def test_it_is_offered_a_week_after_the_last_one_or_after_it_was_skipped(first, last, skipped, due):
    ago = [None if days is None else SUNDAY - timedelta(days) for days in (first, last, skipped)]
    assert review_due(*ago, SUNDAY) is due
