"""Everything a diary holds as one value, and what every record has."""

from datetime import datetime, timedelta

import pytest
from kept_things import a_review, a_treatment, a_use, one_of_each

from painmap.domain.contents import Contents, amounts, check_together
from painmap.domain.kept import Written
from painmap.domain.kinds import KINDS, kind_of, record_text


def test_each_thing_has_its_place_and_comes_out_again(check_in, now):
    everything = (check_in(0), *one_of_each(now))
    contents = Contents.of(everything)
    assert tuple(contents) == everything
    assert len(contents) == 7
    assert contents.counts == {
        "check_ins": 1,
        "reviews": 1,
        "treatments": 1,
        "uses": 2,
        "events": 1,
        "appointments": 1,
    }
    assert amounts(contents.counts) == ("1 check-in, 1 weekly review, 1 treatment, 2 uses, 1 event, 1 appointment")
    assert amounts({"check_ins": 0}) == "0 check-ins"


def test_a_use_needs_its_treatment(now):
    check_together([a_treatment(now)], [a_use(now)])
    with pytest.raises(ValueError, match="of a treatment that is not there"):
        check_together([], [a_use(now)])


def test_a_change_is_stamped_and_never_makes_a_record_older(now):
    review = a_review(now)
    later = review.changed(now + timedelta(hours=1), week_ending=now.date())
    assert later.written == Written(now, now + timedelta(hours=1))
    assert later.changed(now).written == later.written
    unknown = a_review(now, written=None).changed(now)
    assert unknown.written == Written.at(now)


@pytest.mark.parametrize(
    ("recorded", "changed", "sentence"),
    [
        (datetime(2026, 3, 1), datetime(2026, 3, 1), "recorded_at needs"),  # noqa: DTZ001 - this is what is refused
        (None, datetime(2026, 3, 1), "changed_at needs"),  # noqa: DTZ001 - this is what is refused
        (None, None, "changed_at is before"),
    ],
)
def test_moments_have_an_offset_and_an_order(recorded, changed, sentence, now):
    with pytest.raises(ValueError, match=sentence):
        Written(recorded or now, changed or now - timedelta(1))


def test_every_kind_comes_back_from_its_record(now):
    for kept in one_of_each(now):
        kind = kind_of(kept)
        assert kind in KINDS
        assert kind.from_record(kind.to_record(kept)) == kept
        assert "null" not in record_text(kept)
