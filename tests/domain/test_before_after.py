"""Before and after: equal windows, enough days, plain figures, and no cause."""

from datetime import date, timedelta

import pytest
from kept_things import a_treatment, an_event

from painmap.domain.before_after import CAUTION, compare, other_changes, sides
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
