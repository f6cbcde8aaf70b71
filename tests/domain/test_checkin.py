"""A check-in holds what was said and nothing that cannot be."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import date, datetime, timedelta

import pytest

from painmap.domain.checkin import LONGEST_NOTE, CarriedOver, CheckIn, Quality, RegionPain

Make = Callable[..., CheckIn]
TODAY = date(2026, 11, 22)


def test_an_untouched_check_in_is_empty_and_answers_nothing(check_in: Make) -> None:
    blank = check_in()
    assert blank.empty
    assert (blank.overall_pain, blank.fatigue, blank.worst_pain) == (None, None, None)
    assert not blank.no_pain


@pytest.mark.parametrize(
    "said",
    [{"overall_pain": 0}, {"fatigue": 0}, {"note": "Slept in."}, {"regions": {"front-left-knee": 1}}],
)
def test_whatever_is_said_makes_a_check_in_that_is_not_empty(check_in: Make, said: dict[str, object]) -> None:
    assert not check_in(**said).empty


@pytest.mark.parametrize("field", ["overall_pain", "fatigue"])
@pytest.mark.parametrize("rating", [-1, 11])
def test_a_rating_off_its_scale_is_refused(check_in: Make, field: str, rating: int) -> None:
    with pytest.raises(ValueError, match=f"must be 0 to 10, got {rating}"):
        check_in(**{field: rating})


@pytest.mark.parametrize("intensity", [0, 11])
def test_an_intensity_off_its_scale_is_refused(intensity: int) -> None:
    with pytest.raises(ValueError, match=f"intensity must be 1 to 10, got {intensity}"):
        RegionPain(intensity)
    with pytest.raises(ValueError, match=f"intensity must be 1 to 10, got {intensity}"):
        CarriedOver(TODAY, {"front-left-knee": intensity})


def test_a_region_that_is_not_on_the_map_is_refused(check_in: Make) -> None:
    with pytest.raises(ValueError, match="no region called left-wing"):
        check_in(regions={"left-wing": 3})
    with pytest.raises(ValueError, match="no region called left-wing"):
        CarriedOver(TODAY, {"left-wing": 3})


def test_a_time_without_its_utc_offset_is_refused(now: datetime) -> None:
    with pytest.raises(ValueError, match="recorded_at needs a UTC offset"):
        CheckIn("a", TODAY, now.replace(tzinfo=None), now)
    with pytest.raises(ValueError, match="changed_at needs a UTC offset"):
        CheckIn("a", TODAY, now, now.replace(tzinfo=None))


def test_a_day_after_the_day_of_writing_is_refused(now: datetime) -> None:
    with pytest.raises(ValueError, match="the day 2026-11-23 is after the day it was written, 2026-11-22"):
        CheckIn("a", TODAY + timedelta(1), now, now)


def test_a_change_before_the_first_writing_is_refused(now: datetime) -> None:
    with pytest.raises(ValueError, match="changed_at is before recorded_at"):
        CheckIn("a", TODAY, now, now - timedelta(seconds=1))


def test_a_note_longer_than_a_small_book_is_refused(check_in: Make) -> None:
    assert check_in(note="n" * LONGEST_NOTE).note
    with pytest.raises(ValueError, match="longer than 20,000 characters"):
        check_in(note="n" * (LONGEST_NOTE + 1))


def test_regions_are_kept_in_body_order_and_cannot_be_changed_in_place(check_in: Make) -> None:
    kept = check_in(regions={"back-sacrum": 2, "front-left-knee": 3, "front-forehead": 1})
    assert list(kept.regions) == ["front-forehead", "front-left-knee", "back-sacrum"]
    with pytest.raises(TypeError):
        kept.regions["front-forehead"] = RegionPain(9)  # type: ignore[index]  # this is what is refused
    with pytest.raises(FrozenInstanceError):
        kept.fatigue = 3  # type: ignore[misc]  # this is what is refused


def test_equal_check_ins_are_one_in_a_set(check_in: Make, now: datetime) -> None:
    first = check_in(regions={"front-left-knee": 3})
    assert len({first, first.changed(first.changed_at)}) == 1


def test_worst_pain_is_the_highest_of_overall_and_regions(check_in: Make) -> None:
    assert check_in(overall_pain=3).worst_pain == 3
    assert check_in(overall_pain=3, regions={"front-left-knee": 7}).worst_pain == 7
    assert check_in(overall_pain=8, regions={"front-left-knee": 7}).worst_pain == 8
    assert check_in(overall_pain=0).worst_pain == 0


def test_no_pain_is_a_real_zero_without_regions(check_in: Make, now: datetime) -> None:
    said = check_in(regions={"front-left-knee": 7}, fatigue=5, note="Rain.", carried_over=CarriedOver())
    none = said.without_pain(now)
    assert none.no_pain
    assert (none.overall_pain, none.fatigue, none.note) == (0, 5, "Rain.")
    assert none.carried_over is None
    assert not check_in(overall_pain=0, regions={"front-left-knee": 1}).no_pain


def test_written_on_a_later_day_is_entered_later(check_in: Make, now: datetime) -> None:
    assert not check_in(3).entered_later
    assert check_in(3, recorded_at=now).entered_later


def test_a_change_keeps_when_it_was_first_written(check_in: Make, now: datetime) -> None:
    first = check_in(recorded_at=now)
    later = first.changed(now + timedelta(minutes=5), fatigue=6)
    assert (later.recorded_at, later.changed_at, later.fatigue) == (now, now + timedelta(minutes=5), 6)


def test_a_clock_that_went_backwards_cannot_put_a_change_before_the_writing(check_in: Make, now: datetime) -> None:
    first = check_in(recorded_at=now)
    assert first.changed(now - timedelta(days=2), fatigue=6).changed_at == now


def test_a_clock_that_went_backwards_cannot_make_a_change_older_than_the_one_before(
    check_in: Make, now: datetime
) -> None:
    later = check_in(recorded_at=now).changed(now + timedelta(hours=2), fatigue=6)
    assert later.changed(now + timedelta(hours=1), fatigue=7).changed_at == now + timedelta(hours=2)


def test_rating_a_region_again_keeps_how_it_feels(check_in: Make, now: datetime) -> None:
    stiff = RegionPain(4, frozenset({Quality.STIFF}), swollen=True)
    said = check_in(regions={"front-left-knee": stiff, "back-sacrum": 2}).rated("front-left-knee", 8, now)
    assert said.regions["front-left-knee"] == RegionPain(8, frozenset({Quality.STIFF}), swollen=True)
    assert said.regions["back-sacrum"] == RegionPain(2)


def test_rating_a_new_region_adds_it_and_zero_takes_it_away(check_in: Make, now: datetime) -> None:
    said = check_in().rated("front-left-knee", 5, now)
    assert dict(said.regions) == {"front-left-knee": RegionPain(5)}
    assert said.rated("front-left-knee", 0, now).regions == {}
    assert check_in().rated("front-left-knee", 0, now).regions == {}


def test_a_rated_region_is_described(check_in: Make, now: datetime) -> None:
    said = check_in(regions={"front-left-knee": 5})
    burning = said.described("front-left-knee", now, qualities=frozenset({Quality.BURNING}))
    assert burning.regions["front-left-knee"] == RegionPain(5, frozenset({Quality.BURNING}))
    swollen = burning.described("front-left-knee", now, swollen=True)
    assert swollen.regions["front-left-knee"] == RegionPain(5, frozenset({Quality.BURNING}), swollen=True)


def test_a_region_that_is_not_rated_cannot_be_described(check_in: Make, now: datetime) -> None:
    with pytest.raises(KeyError):
        check_in().described("front-left-knee", now, swollen=True)


def test_the_same_as_last_time_fills_what_is_not_rated_yet(check_in: Make, now: datetime) -> None:
    last = check_in(1, {"front-left-knee": 5, "back-sacrum": RegionPain(3, frozenset({Quality.ACHING}))})
    today = check_in(0, {"front-left-knee": 8})
    assert list(today.offered(last)) == ["back-sacrum"]
    filled = today.with_map_of(last, now)
    assert filled.regions["front-left-knee"] == RegionPain(8)
    assert filled.regions["back-sacrum"] == last.regions["back-sacrum"]
    assert filled.carried_over == CarriedOver(last.day, {"front-left-knee": 5, "back-sacrum": 3})


def test_changes_to_a_carried_over_map_are_counted(check_in: Make, now: datetime) -> None:
    last = check_in(1, {"front-left-knee": 5, "back-sacrum": 3, "front-left-hip": 2})
    said = check_in().with_map_of(last, now)
    assert said.carried_over is not None
    assert said.carried_over.changes(said.regions) == 0
    changed = said.rated("front-left-knee", 6, now).rated("back-sacrum", 0, now).rated("front-forehead", 1, now)
    assert said.carried_over.changes(changed.regions) == 3


def test_how_much_changed_is_unknown_where_the_source_is(check_in: Make) -> None:
    assert CarriedOver().changes(check_in(regions={"back-sacrum": 3}).regions) is None


def test_without_its_note_a_check_in_says_the_rest_and_the_first_keeps_its_own(check_in: Make) -> None:
    told = check_in(0, {"front-left-knee": 4}, note="rain", fatigue=5)
    assert told.worst_pain == 4
    quiet = told.without_note()
    assert quiet == replace(told, note="")
    assert (told.note, quiet.note, quiet.worst_pain) == ("rain", "", 4)
