"""What is left out is nowhere in what is handed over, and nothing else is missing."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_things import a_treatment, a_use, an_event, one_of_each
from strategies import check_ins

from painmap.domain.about import About, Effort
from painmap.domain.checkin import CarriedOver, CheckIn, RegionPain
from painmap.domain.contents import Contents
from painmap.domain.exported import exported
from painmap.domain.period import Period
from painmap.domain.redaction import LEFT_OUT, check_in_without, without
from painmap.domain.regions import regions

NOON = datetime(2026, 3, 15, 12, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOON.date()
BLANK = CheckIn(id="00000000-0000-4000-8000-000000000001", day=TODAY, recorded_at=NOON, changed_at=NOON)
NONE = frozenset[str]()


@given(check_ins(), st.frozensets(st.sampled_from(list(regions())), max_size=40), st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_region_that_is_left_out_is_nowhere(told: CheckIn, left_out: frozenset[str], notes: bool) -> None:
    text = exported(Contents((check_in_without(told, left_out, notes=notes),)), NOON)
    assert not [name for name in left_out if f'"{name}"' in text]


@given(check_ins(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_nothing_else_is_missing(told: CheckIn, notes: bool) -> None:
    kept = check_in_without(told, NONE, notes=notes)
    assert (kept.regions, kept.overall_pain, kept.fatigue) == (told.regions, told.overall_pain, told.fatigue)
    assert kept.empty == told.empty


@pytest.mark.parametrize(("notes", "private", "kept"), [(True, False, "Bad"), (True, True, ""), (False, False, "")])
def test_a_note_goes_in_where_notes_do_and_it_is_not_private(notes: bool, private: bool, kept: str) -> None:
    told = BLANK.changed(NOON, note="Bad", fatigue=1, about=About(private_note=private))
    shown = check_in_without(told, NONE, notes=notes)
    assert (shown.note, shown.about.private_note) == (kept, False)


def test_without_notes_own_words_stay_behind_and_that_there_were_some_counts() -> None:
    told = BLANK.told(NOON, triggers=frozenset(["posture", "My sister"]), effort=Effort("Moving house", 12))
    shown = check_in_without(told, NONE, notes=False).about
    assert shown.triggers == {"posture", LEFT_OUT}
    assert shown.effort == Effort(LEFT_OUT, 12)
    assert check_in_without(told, NONE, notes=True).about == told.about


def test_a_copied_map_does_not_tell_of_it() -> None:
    told = BLANK.rated("back-sacrum", 3, NOON).rated("back-left-heel", 3, NOON)
    told = told.changed(NOON, carried_over=CarriedOver(TODAY, {"back-sacrum": 3, "back-left-heel": 2}))
    shown = check_in_without(told, frozenset(["back-sacrum"]), notes=True)
    assert shown.carried_over == CarriedOver(TODAY, {"back-left-heel": 2})
    assert dict(shown.regions) == {"back-left-heel": RegionPain(3)}


def test_a_day_of_which_nothing_is_left_stays_a_logged_day_and_is_not_one_without_pain() -> None:
    told = BLANK.rated("back-sacrum", 3, NOON)
    gone = frozenset(["back-sacrum"])
    assert check_in_without(told, gone, notes=True).note == LEFT_OUT
    assert not check_in_without(told.changed(NOON, overall_pain=0), gone, notes=True).no_pain


def test_without_days_everything_but_private_notes_goes() -> None:
    told = Contents.of((BLANK.changed(NOON, note="Bad"), *one_of_each(NOON)))
    assert without(told, NONE, notes=True) == told


def test_without_notes_those_of_treatments_and_events_stay_behind_too() -> None:
    shown = without(Contents.of(one_of_each(NOON)), NONE, notes=False)
    assert (shown.treatments[0].note, shown.events[0].note) == ("", "")
    assert shown.treatments[0].name == "Ibuprofen"


def test_of_a_period_goes_what_touches_it() -> None:
    told = Contents.of((BLANK, *one_of_each(NOON), a_treatment(NOON, 8, stop=date(2026, 3, 1), pauses=())))
    shown = without(told, NONE, notes=True, days=Period(TODAY, TODAY))
    assert shown.counts == {
        "check_ins": 1,
        "reviews": 1,
        "treatments": 1,
        "uses": 2,
        "events": 0,
        "appointments": 0,
    }
    earlier = without(told, NONE, notes=True, days=Period(date(2026, 2, 1), date(2026, 2, 14)))
    assert (len(earlier.check_ins), len(earlier.treatments), len(earlier.uses)) == (0, 2, 0)


def test_a_treatment_stays_with_its_use_and_a_long_event_touches_every_day_of_it() -> None:
    stopped = a_treatment(NOON, stop=date(2026, 3, 1), pauses=())
    flu = an_event(NOON, start=date(2026, 3, 1), end=date(2026, 3, 20))
    shown = without(Contents.of((stopped, a_use(NOON), flu)), NONE, notes=True, days=Period(TODAY, TODAY))
    assert (len(shown.treatments), len(shown.uses), len(shown.events)) == (1, 1, 1)
