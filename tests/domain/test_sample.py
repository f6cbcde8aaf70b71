"""The invented patient: the same for the same seed, never in the future, and with all that real diaries have."""

from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from statistics import fmean
from time import perf_counter

import pytest

from painmap.domain.checkin import CheckIn
from painmap.domain.contents import check_together
from painmap.domain.event import EventKind, next_appointment
from painmap.domain.kinds import record_text
from painmap.domain.period import Period
from painmap.domain.record import digest
from painmap.domain.sample import sample
from painmap.domain.summary import DaySummary, halves, longest_gap, places, summarise, within

UNTIL = date(2026, 11, 22)
YEAR = Period.last(365, UNTIL)


@pytest.fixture(scope="module", params=[1, 2, 3])
def year(request: pytest.FixtureRequest) -> tuple[CheckIn, ...]:
    return sample(365, UNTIL, request.param).check_ins


@pytest.fixture(scope="module")
def days(year: tuple[CheckIn, ...]) -> tuple[DaySummary, ...]:
    return summarise(year)


def test_a_known_seed_gives_the_same_diary_on_every_python() -> None:
    told = "".join(digest(check_in) for check_in in sample(120, UNTIL, 7).check_ins)
    assert sha256(told.encode()).hexdigest() == "2c414f115e347106dd5138ad97f871885039667bb90603b58f26396bf39aa14b"
    rest = "".join(record_text(kept) for kept in sample(120, UNTIL, 7).records)
    assert sha256(rest.encode()).hexdigest() == "f040b911145ea03b543cd47b5cc9b125661de95a797455f3d90bc4590384fddb"


def test_another_seed_gives_another_diary() -> None:
    assert sample(30, UNTIL, 1).check_ins != sample(30, UNTIL, 2).check_ins


def test_every_day_lies_in_the_period_and_nothing_is_written_after_it(year: tuple[CheckIn, ...]) -> None:
    assert all(check_in.day in YEAR for check_in in year)
    assert all(check_in.changed_at.date() <= UNTIL for check_in in year)
    assert len({check_in.id for check_in in year}) == len(year)


def test_nothing_is_written_after_now() -> None:
    now = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    told = sample(60, UNTIL, 1, now).check_ins
    assert all(check_in.changed_at <= now for check_in in told)
    assert {c for c in sample(60, UNTIL, 1).check_ins if c.changed_at <= now} == set(told)


def test_check_ins_stand_in_the_order_of_writing(year: tuple[CheckIn, ...]) -> None:
    assert [c.recorded_at for c in year] == sorted(c.recorded_at for c in year)


def test_about_a_day_in_four_is_missed_in_runs(days: tuple[DaySummary, ...]) -> None:
    assert 0.68 < len(days) / len(YEAR) < 0.84
    assert 3 <= longest_gap(days, YEAR) <= 20


def test_the_later_half_is_a_little_better(days: tuple[DaySummary, ...]) -> None:
    earlier, later = ([d.worst_pain for d in half if d.worst_pain is not None] for half in halves(days, YEAR))
    assert 0.3 < fmean(earlier) - fmean(later) < 3


def test_a_day_is_like_the_day_before(days: tuple[DaySummary, ...]) -> None:
    known = {day.day: day.worst_pain for day in days if day.worst_pain is not None}
    pairs = [(pain, known[day + timedelta(1)]) for day, pain in known.items() if day + timedelta(1) in known]
    next_day = fmean(abs(a - b) for a, b in pairs)
    month_later = [abs(p - known[d + timedelta(30)]) for d, p in known.items() if d + timedelta(30) in known]
    assert next_day < fmean(month_later)


def test_pain_is_widespread_and_has_its_usual_places(days: tuple[DaySummary, ...]) -> None:
    assert 6 < fmean(day.spread for day in days if day.spread is not None) < 16
    found = places(days)
    assert sum(place.often for place in found.values()) >= 8
    assert found["back-left-lower-back"].often
    assert found["back-right-hand"].often


def test_fatigue_goes_with_pain_but_is_not_the_same(days: tuple[DaySummary, ...]) -> None:
    pairs = [(d.worst_pain, d.worst_fatigue) for d in days if d.worst_pain is not None and d.worst_fatigue is not None]
    pains, tired = zip(*pairs, strict=True)
    bad = fmean(t for p, t in pairs if p > fmean(pains))
    good = fmean(t for p, t in pairs if p <= fmean(pains))
    assert bad > good + 0.3
    assert sum(p != t for p, t in pairs) > len(pairs) / 2
    assert len(set(tired)) > 4


def test_it_has_every_kind_of_check_in(year: tuple[CheckIn, ...], days: tuple[DaySummary, ...]) -> None:
    assert sum(check_in.no_pain for check_in in year) >= 3
    assert sum(day.carried_over for day in days) >= 5
    assert sum(day.entered_later for day in days) >= 5
    assert sum(day.check_ins > 1 for day in days) >= 5
    assert sum(day.corrected for day in days) >= 1
    assert sum(day.regions is None for day in days) >= 5
    assert sum(check_in.fatigue is None for check_in in year) >= 5
    assert sum(bool(check_in.note) for check_in in year) >= 10
    assert any(day.swollen for day in days)
    assert sum(check_in.overall_pain is None for check_in in year) >= 3
    assert not any(check_in.empty for check_in in year)


def test_a_copied_map_says_from_where_and_what_was_changed(year: tuple[CheckIn, ...]) -> None:
    copied = [c for c in year if c.carried_over]
    changes = [c.carried_over.changes(c.regions) for c in copied if c.carried_over]
    assert {0, 1} <= set(changes)
    assert max(n for n in changes if n is not None) <= 2
    assert all(c.carried_over and c.carried_over.from_day and c.carried_over.from_day <= c.day for c in copied)


def test_the_clock_is_that_of_central_europe_in_summer_and_winter(year: tuple[CheckIn, ...]) -> None:
    def hours(check_in: CheckIn) -> float:
        offset = check_in.recorded_at.utcoffset()
        assert offset is not None
        return offset / timedelta(hours=1)

    summer = Period(date(2026, 3, 29), date(2026, 10, 24))
    assert all(hours(c) == (2 if c.recorded_at.date() in summer else 1) for c in year)
    assert {hours(c) for c in year} == {1, 2}


def test_the_first_day_and_the_last_three_are_logged(days: tuple[DaySummary, ...]) -> None:
    logged = {day.day for day in days}
    assert logged >= {YEAR.start, *Period.last(3, UNTIL)}


@pytest.mark.parametrize("days", [1, 2, 3])
def test_short_samples_begin_with_a_logged_day(days: int) -> None:
    told = sample(days, UNTIL, 5).check_ins
    assert told[0].day == UNTIL - timedelta(days - 1)


def test_a_sample_without_days_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one day, got 0"):
        sample(0, UNTIL, 1)


def test_ten_years_take_seconds_at_most() -> None:
    start = perf_counter()
    told = sample(3650, UNTIL, 1).check_ins
    assert perf_counter() - start < 6
    assert within(summarise(told), Period.last(3650, UNTIL)) == summarise(told)


@pytest.mark.parametrize("days", [1, 5, 27, 28, 90, 400])
def test_the_rest_goes_together_and_is_written_in_its_time(days):
    now = datetime(2026, 3, 15, 14, tzinfo=timezone(timedelta(hours=1)))
    for contents in (sample(days, UNTIL, 2), sample(days, UNTIL, 2, now)):
        check_together(contents.treatments, contents.uses)
        for kept in contents.records:
            assert UNTIL - timedelta(days) < kept.written.recorded_at.date() <= UNTIL
        assert len({kept.id for kept in contents}) == len(contents)


def test_the_year_has_a_virus_treatments_that_come_and_go_and_weeks_without_review():
    told = sample(365, UNTIL, 1)
    assert {event.kind for event in told.events} >= {EventKind.INFECTION, EventKind.TRAVEL}
    assert any(each.stop for each in told.treatments)
    assert any(each.pauses for each in told.treatments)
    assert any(each.start > told.check_ins[0].day for each in told.treatments)
    assert any(not use.done for use in told.uses)
    assert all(use.relief is None or 0 <= use.relief <= 100 for use in told.uses)
    assert 26 < len(told.reviews) < 45
    assert next_appointment(told.appointments, UNTIL).questions
    (virus,) = (each for each in told.events if each.kind is EventKind.INFECTION)
    after = [c for c in told.check_ins if 0 <= (c.day - virus.start).days <= 26]
    others = [c for c in told.check_ins if (c.day - virus.start).days > 40]
    share = [sum(c.about.effort is not None for c in part) / len(part) for part in (after, others)]
    assert share[0] > 3 * share[1]
    assert any(c.about.fever for c in after)
    said = [c.about for c in told.check_ins]
    for name in ("sleep", "thinking", "mood", "stiffness_minutes"):
        assert 0.25 < sum(getattr(about, name) is not None for about in said) / len(said) < 0.85
    assert any(about.flare for about in said)
    assert any(about.own_tags for about in said)
    assert any(about.private_note for about in said)
