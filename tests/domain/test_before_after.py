"""Before and after: equal windows, enough days, plain figures, and no cause."""

from datetime import date, timedelta

import pytest
from kept_things import a_treatment, an_event

from painmap.domain.before_after import CAUTION, before_and_after, compare, other_changes, pivots, sides
from painmap.domain.before_after_words import (
    NOTHING_ELSE,
    also_words,
    change_words,
    days_words,
    figures,
    threshold_words,
)
from painmap.domain.event import EventKind
from painmap.domain.period import Period
from painmap.domain.summary import summarise

PIVOT = date(2026, 3, 15)


@pytest.fixture
def days(check_in):
    """Summaries of days relative to the pivot, each with its worst pain."""

    def make(worst):
        return summarise(check_in(PIVOT + timedelta(n), overall_pain=pain) for n, pain in worst.items())

    return make


def pain(day):
    return day.worst_pain


def test_both_sides_are_equal_and_the_start_and_the_settling_in_are_left_out():
    before, after = sides(PIVOT, 14, 3)
    assert before == Period(date(2026, 3, 1), date(2026, 3, 14))
    assert after == Period(date(2026, 3, 19), date(2026, 4, 1))


def test_medians_ranges_and_missing_days_are_given(days):
    told = {**dict.fromkeys(range(-14, -4), 6), -4: 8, 0: 10, **dict.fromkeys(range(1, 7), 4), 7: 1, 30: 10}
    found = compare(days(told), PIVOT, pain)
    assert (found.before.median, found.before.lowest, found.before.highest) == (6, 6, 8)
    assert (found.before.logged, found.before.missing) == (11, 3)
    assert (found.after.median, found.after.lowest, found.after.highest) == (4, 1, 4)
    assert (found.after.logged, found.after.missing) == (7, 7)
    assert (found.points, found.percent, found.not_enough) == (-2, -33, "")


@pytest.mark.parametrize(
    ("before", "after", "percent"),
    [(8, 7, -13), (8, 9, 13), (4, 4, 0), (0, 3, None), (3, 0, -100), (6, 5, -17), (8, 5, -38), (8, 3, -63)],
)
def test_percent_is_rounded_half_away_from_zero_and_undefined_at_zero(before, after, percent, days):
    told = {**dict.fromkeys(range(-7, 0), before), **dict.fromkeys(range(1, 8), after)}
    found = compare(days(told), PIVOT, pain, length=7)
    assert found.percent == percent
    assert found.points == after - before


def test_too_few_days_are_said_and_give_no_figure(days):
    found = compare(days({**dict.fromkeys(range(-14, -10), 6), **dict.fromkeys(range(1, 9), 3)}), PIVOT, pain)
    assert found.not_enough == "Not enough days: 4 of 14 logged before."
    assert (found.points, found.percent) == (None, None)
    assert compare([], PIVOT, pain).not_enough == "Not enough days: 0 of 14 logged before, 0 of 14 logged after."
    assert compare([], PIVOT, pain).before.median is None


def test_a_day_without_the_answer_is_not_logged_for_it(check_in):
    told = [check_in(PIVOT + timedelta(n), fatigue=4) for n in range(-7, 8)]
    assert compare(summarise(told), PIVOT, pain).before.logged == 0
    assert compare(summarise(told), PIVOT, lambda day: day.worst_fatigue, length=7).points == 0


@pytest.mark.parametrize("wrong", [{"length": 6}, {"settling_in": -1}])
def test_windows_that_are_too_short_are_refused(wrong):
    with pytest.raises(ValueError, match="at least"):
        compare([], PIVOT, pain, **wrong)


def test_other_changes_of_the_time_are_listed_in_order(now):
    whole = Period(PIVOT - timedelta(14), PIVOT + timedelta(14))
    about = a_treatment(now, 1, name="A", start=PIVOT, stop=PIVOT + timedelta(10), pauses=())
    other = a_treatment(
        now, 2, name="B", start=PIVOT - timedelta(3), pauses=(Period(PIVOT, PIVOT + timedelta(2)),), stop=None
    )
    old = a_treatment(now, 3, name="C", start=PIVOT - timedelta(300), pauses=(), stop=PIVOT - timedelta(200))
    events = [
        an_event(now, 4, start=PIVOT - timedelta(20), end=PIVOT - timedelta(12)),
        an_event(now, 5, start=PIVOT + timedelta(14), end=None, kind=EventKind.STRESS, label=""),
        an_event(now, 6, start=PIVOT + timedelta(15), end=None),
        an_event(now, 7, start=PIVOT - timedelta(20), end=None),
    ]
    found = other_changes([about, other, old], events, whole, about)
    assert [what for _, what in found] == [
        "Flu",
        "B started",
        "B paused",
        "B taken up again",
        "A stopped",
        "Stress",
    ]
    assert found[0][0] == whole.start
    assert ("A started" in [what for _, what in other_changes([about], [], whole)]) is True


def test_the_caution_names_no_cause():
    assert "not what caused it" in CAUTION
    assert "regression to the mean" in CAUTION


def around(now):
    """A treatment that was stopped, another on the same day, and an event."""
    first = a_treatment(now, 1, name="A", start=PIVOT, stop=PIVOT + timedelta(3), pauses=())
    second = a_treatment(now, 2, name="b", start=PIVOT, pauses=())
    return [first, second], [an_event(now, 3, start=PIVOT + timedelta(5), end=None)]


def test_pivots_are_the_starts_and_stops_and_then_the_events_newest_first_and_none_to_come(now):
    treatments, events = around(now)
    later = a_treatment(now, 4, name="C", start=PIVOT + timedelta(90), pauses=())
    found = pivots([*treatments, later], events, PIVOT + timedelta(30))
    assert [pivot.said for pivot in found] == ["A stopped", "A started", "b started", "Flu"]
    assert [pivot.day - PIVOT for pivot in found] == [timedelta(3), timedelta(0), timedelta(0), timedelta(5)]
    assert pivots(treatments, events, PIVOT - timedelta(1)) == ()


def test_the_days_around_a_pivot_are_compared_in_pain_fatigue_and_spread(check_in, now):
    treatments, events = around(now)
    told = [check_in(PIVOT + timedelta(n), {"front-left-jaw": 4}, fatigue=6 if n < 0 else 3) for n in range(-20, 20)]
    pivot = pivots(treatments, events, PIVOT)[0]
    found = before_and_after(summarise(told), pivot, treatments, events, PIVOT, length=7, settling_in=3)
    assert found.whole == Period(PIVOT - timedelta(7), PIVOT + timedelta(10))
    assert (len(found.before), len(found.after), len(found.days)) == (7, 7, 18)
    assert (found.worst_pain.points, found.fatigue.points, found.spread.points) == (0, -3, 0)
    parts = [found.part_of(PIVOT + timedelta(n)) for n in (-1, 0, 3, 4)]
    assert parts == ["before", "left out", "left out", "after"]


def test_what_the_days_are_compared_around_is_not_among_what_else_changed(now):
    treatments, events = around(now)
    found = pivots(treatments, events, PIVOT + timedelta(30))
    others = [before_and_after([], pivot, treatments, events, PIVOT).others for pivot in found]
    assert [[what for _, what in each] for each in others] == [
        ["A started", "b started", "Flu"],
        ["b started", "A stopped", "Flu"],
        ["A started", "A stopped", "Flu"],
        ["A started", "b started", "A stopped"],
    ]
    assert before_and_after([], found[0], [], [], PIVOT).others == ()


def test_both_sides_are_put_into_words(days):
    found = compare(days({**dict.fromkeys(range(-7, 0), 6), **dict.fromkeys(range(1, 6), 5)}), PIVOT, pain, length=7)
    assert (figures(found.before), days_words(found.before)) == ("6 (6 to 6)", "7 of 7")
    assert (figures(found.after), days_words(found.after)) == ("5 (5 to 5)", "5 of 7, 2 missing")
    assert change_words(found) == "−1 point, −17%"
    assert change_words(found, "region") == "−1 region, −17%"
    from_zero = compare(
        days({**dict.fromkeys(range(-7, 0), 0), **dict.fromkeys(range(1, 8), 2)}), PIVOT, pain, length=7
    )
    assert change_words(from_zero) == "+2 points"
    none = compare([], PIVOT, pain)
    assert (figures(none.before), change_words(none)) == ("Not answered", "")
    assert also_words(()) == NOTHING_ELSE
    assert also_words(((PIVOT, "Flu"), (PIVOT, "TENS started"))) == (
        "Also in these days: Flu on 15 Mar, TENS started on 15 Mar."
    )
    assert "Farrar" in threshold_words()
