"""Treatments and uses that can't be are refused with a sentence."""

from datetime import date, datetime, timedelta

import pytest
from kept_things import a_treatment, a_use

from painmap.domain.period import Period
from painmap.domain.treatment import check_use, check_uses

START = date(2026, 3, 1)


def pause(first: int, last: int) -> Period:
    return Period(START + timedelta(first), START + timedelta(last))


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "x" * 121}, "the name is longer than 120"),
        ({"plan": "x" * 4001}, "the plan is longer than 4,000"),
        ({"stop": START - timedelta(1)}, "the stop, 2026-02-28, is before the start, 2026-03-01"),
        ({"pauses": (pause(-1, 3),)}, "is not within the treatment"),
        ({"pauses": (pause(3, 9),), "stop": START + timedelta(8)}, "is not within the treatment"),
        ({"pauses": (pause(5, 9), pause(1, 5))}, "the pauses from 2026-03-02 and from 2026-03-06 overlap"),
    ],
)
def test_a_treatment_that_can_not_be_is_refused(what, sentence, now):
    with pytest.raises(ValueError, match=sentence):
        a_treatment(now, **({"start": START, "pauses": ()} | what))


def test_it_goes_on_from_start_to_stop_but_not_in_a_pause(now):
    treatment = a_treatment(now, start=START, stop=START + timedelta(9), pauses=(pause(6, 6), pause(3, 4)))
    on = [n for n in range(-1, 12) if treatment.goes_on(START + timedelta(n))]
    assert on == [0, 1, 2, 5, 7, 8, 9]
    assert [each.start.day for each in treatment.pauses] == [4, 7]
    assert treatment.day == START
    assert a_treatment(now, start=START, pauses=()).goes_on(date(2036, 1, 1))


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ({"pain_before": 11}, "pain before must be 0 to 10"),
        ({"pain_after": -1}, "pain after must be 0 to 10"),
        ({"relief": 101}, "relief must be 0 to 100"),
        ({"side_effects": "x" * 4001}, "side effects is longer"),
        ({"at": datetime(2026, 3, 1, 10)}, "needs a UTC offset"),  # noqa: DTZ001 - this is what is refused
        ({"done": False, "pain_after": 3}, "missed"),
        ({"done": False, "relief": 3}, "missed"),
    ],
)
def test_a_use_that_can_not_be_is_refused(what, sentence, now):
    with pytest.raises(ValueError, match=sentence):
        a_use(now, **what)


def test_a_use_from_before_its_treatment_is_refused(now):
    treatment = a_treatment(now, start=now.date(), pauses=())
    early, other = a_use(now, at=now - timedelta(1)), a_use(now, 9, at=now - timedelta(1), treatment_id="another")
    check_use(treatment, a_use(now))
    check_uses(treatment, [other, a_use(now)])
    with pytest.raises(ValueError, match="Ibuprofen began on 2026-11-22, after this use on 2026-11-21"):
        check_uses(treatment, [a_use(now), early])
