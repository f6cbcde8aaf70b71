"""The comparison of make patients: an entry that is not what was meant does not pass."""

import sys
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from meant import _wanted, differences, in_order
from patient_weeks import PATIENTS

from painmap.domain.families import Family

TODAY = date(2026, 11, 22)


def as_exported(patient):
    """The diary of someone for whom all went well."""

    def on(ago):
        return (TODAY - timedelta(ago)).isoformat()

    told = {"check_ins": [], "treatments": [], "events": [], "reviews": [{"week_ending": on(0), **patient.review}]}
    before = {}
    for day in sorted(patient.days, key=lambda day: -day.ago):
        wanted = _wanted(day, before)
        before = wanted["regions"] or before
        told["check_ins"].append({"day": on(day.ago), **deepcopy(wanted)})
    told["treatments"].append(
        {"kind": patient.kind, "name": patient.treatment, "plan": patient.plan, "start": on(patient.begun)}
    )
    if patient.infection is not None:
        told["events"].append({"kind": "infection", "start": on(patient.infection)})
    told["uses"] = [
        {
            "at": f"{on(use.ago)}T12:00:00+01:00",
            "done": True,
            "relief": use.relief,
            "pain_before": use.pain_before,
            "pain_after": use.pain_after,
            "side_effects": use.side_effects,
        }
        for use in patient.uses
    ]
    return told


@pytest.fixture(params=PATIENTS, ids=lambda patient: patient.name)
def patient(request):
    return request.param


def test_there_is_one_patient_of_each_kind():
    assert {patient.family for patient in PATIENTS} == set(Family)


def test_a_week_is_seven_entries_with_a_bad_day_and_a_day_entered_later(patient):
    ways = [day.way for day in patient.days]
    assert len(patient.days) == 7
    assert ways.count("bad day") == 1
    assert ways.count("same") == 1
    assert sum(day.later for day in patient.days) == 1


def test_a_day_that_is_entered_later_comes_after_the_day_after_it(patient):
    order = in_order(patient.days)
    (later,) = [day for day in order if day.later]
    after = max((day for day in order if day.ago < later.ago), key=lambda day: day.ago)
    assert order.index(later) == order.index(after) + 1


def test_what_was_meant_passes(patient):
    assert differences(patient, as_exported(patient), TODAY) == []


def test_one_other_intensity_does_not_pass(patient):
    told = as_exported(patient)
    region = next(iter(told["check_ins"][0]["regions"].values()))
    region["intensity"] += 1
    (said,) = differences(patient, told, TODAY)
    assert said.startswith("the day 2026-11-15: regions")


def test_an_entry_that_nobody_meant_does_not_pass(patient):
    told = as_exported(patient)
    told["check_ins"].append({**told["check_ins"][0], "day": "2026-11-01"})
    assert differences(patient, told, TODAY) == ["an entry that nobody meant, on 2026-11-01"]


def test_a_missing_review_and_another_relief_do_not_pass(patient):
    told = as_exported(patient)
    told["reviews"] = []
    told["uses"][0]["relief"] = 100
    said = differences(patient, told, TODAY)
    assert [sentence.split(":")[0] for sentence in said] == ["the review", "the use of 2026-11-22"]
