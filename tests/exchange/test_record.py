"""The record of a check-in: what it has in it, its digest, and that nothing is lost on the way."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from strategies import check_ins

from painmap.domain.checkin import CarriedOver, CheckIn, Quality, RegionPain
from painmap.domain.plain import shown
from painmap.domain.record import digest, from_record, to_record

AT = datetime(2026, 3, 15, 20, 10, tzinfo=timezone(timedelta(hours=1)))
ID = "0b3c6a52-4f0e-4a8e-9d61-7f2f0c1d5e88"
BLANK = CheckIn(id=ID, day=AT.date(), recorded_at=AT, changed_at=AT)


@given(check_ins())
@settings(max_examples=80, deadline=None)
def test_a_check_in_comes_back_from_its_record(check_in: CheckIn) -> None:
    assert from_record(json.loads(json.dumps(to_record(check_in)))) == check_in


def test_qualities_are_listed_in_one_order_whatever_was_tapped_first() -> None:
    one = BLANK.rated("back-sacrum", 4, AT).described("back-sacrum", AT, qualities=frozenset(Quality))
    assert to_record(one)["regions"]["back-sacrum"]["qualities"] == [quality.value for quality in Quality]


def test_the_digest_of_a_known_check_in_never_changes() -> None:
    said = CheckIn(
        id=ID,
        day=date(2026, 3, 14),
        recorded_at=AT,
        changed_at=AT,
        overall_pain=6,
        regions={"back-left-hand": RegionPain(5, frozenset([Quality.STIFF]), swollen=True)},
        note="Grüße",
        carried_over=CarriedOver(date(2026, 3, 12), {"back-left-hand": 4}),
    )
    assert digest(BLANK) == "2dda3b164ddc63e6fadb25c2164e6da4eb637d1f9b9e62b89ca24a98cc974c2b"
    assert digest(said) == "1f9606bf441ae1c993af3c7074539e02c210a5da4d98c87478da59541215d319"


def test_every_answer_changes_the_digest() -> None:
    later = AT + timedelta(minutes=1)
    told = [
        BLANK,
        BLANK.changed(AT, overall_pain=0),
        BLANK.changed(AT, fatigue=0),
        BLANK.changed(AT, note="a"),
        BLANK.changed(AT, note="b"),
        BLANK.changed(later),
        BLANK.changed(AT, day=AT.date() - timedelta(1)),
        BLANK.changed(AT, carried_over=CarriedOver()),
        BLANK.changed(AT, carried_over=CarriedOver(AT.date())),
        BLANK.changed(AT, carried_over=CarriedOver(AT.date(), {"back-sacrum": 1})),
        BLANK.rated("back-sacrum", 1, AT),
        BLANK.rated("back-sacrum", 2, AT),
        BLANK.rated("back-sacrum", 1, AT).described("back-sacrum", AT, swollen=True),
        BLANK.rated("back-sacrum", 1, AT).described("back-sacrum", AT, qualities=frozenset([Quality.COLD])),
    ]
    assert len({digest(check_in) for check_in in told}) == len(told)


def test_the_same_moment_at_another_offset_is_another_record() -> None:
    assert digest(BLANK) != digest(BLANK.changed(AT.astimezone(UTC), recorded_at=AT.astimezone(UTC)))


@pytest.mark.parametrize("moment", ["2026-03-15T20:10+01:00", "2026-03-15T20:10:00.5Z", "2026-03-15T20:10:00-00:30"])
def test_times_with_an_offset_are_read(moment: str) -> None:
    record = {"id": ID, "day": "2026-03-15", "recorded_at": moment}
    assert from_record(record).recorded_at == datetime.fromisoformat(moment)


def test_a_long_value_is_shown_short_and_on_one_line() -> None:
    assert shown("a\n" + "b" * 100) == f"'a\\n{'b' * 37}…'"
    assert shown(None) == "null"
