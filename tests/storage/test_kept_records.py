"""Reviews, treatments, uses, events and appointments in the diary's file."""

from datetime import timedelta

import pytest
from kept_things import a_review, a_treatment, a_use, an_event, number, one_of_each

from painmap.domain.contents import Contents
from painmap.domain.kinds import EVENTS, KINDS, REVIEWS, TREATMENTS, USES, kind_of
from painmap.domain.period import Period
from painmap.storage import backups
from painmap.storage.diary import Diary
from painmap.storage.merging import Merged
from painmap.storage.trouble import DoesNotFit


@pytest.fixture
def diary(tmp_path, now):
    with Diary.open(tmp_path / "painmap.diary", now) as diary:
        yield diary


def test_one_of_each_is_there_after_opening_again(tmp_path, diary, check_in, now):
    said = check_in(0).told(now, sleep=3, flare=False)
    diary.keep(said, *one_of_each(now))
    diary.close()
    with Diary.read(tmp_path / "painmap.diary") as again:
        assert set(again.contents()) == {said, *one_of_each(now)}
        assert again.counts() == Contents.of([said, *one_of_each(now)]).counts
        for kept in one_of_each(now):
            assert again.record(kind_of(kept), kept.id) == kept
        assert again.record(REVIEWS, number(99)) is None


def test_an_empty_diary_has_none_of_any_kind(diary, now):
    assert diary.empty
    assert all(diary.records(kind) == () for kind in KINDS)
    diary.keep(a_review(now))
    assert not diary.empty


def test_a_record_takes_its_own_place(diary, now):
    diary.keep(a_review(now))
    later = a_review(now).changed(now, week_ending=now.date() - timedelta(1))
    diary.keep(later)
    assert diary.records(REVIEWS) == (later,)


def test_records_come_by_day_and_uses_by_time(diary, now):
    one, two = an_event(now, 8), an_event(now, 7, start=now.date() - timedelta(100), end=None)
    uses = a_use(now, 11, at=now - timedelta(hours=1)), a_use(now, 10)
    diary.keep(one, two, a_treatment(now), *uses)
    assert diary.records(EVENTS) == (two, one)
    assert [use.id for use in diary.uses_of(number(2))] == [number(11), number(10)]


def test_a_treatment_goes_with_its_uses_and_comes_back_with_them(diary, now):
    diary.keep(*one_of_each(now))
    removed = (a_treatment(now), *diary.uses_of(a_treatment(now).id))
    diary.make((), removed)
    assert set(removed) == {a_treatment(now), a_use(now), a_use(now, 4, done=False)}
    assert diary.records(TREATMENTS) == diary.records(USES) == ()
    diary.keep(*removed)
    assert set(diary.contents()) == set(one_of_each(now))


def test_what_does_not_fit_together_is_refused_and_nothing_is_changed(diary, now):
    diary.keep(*one_of_each(now))
    early = a_use(now, 12, at=now - timedelta(days=99))
    later = a_treatment(now, pauses=()).changed(now + timedelta(hours=1), start=now.date() + timedelta(1))
    for change, sentence in (
        (lambda: diary.keep(early), "Ibuprofen began on 2026-10-23, after this use"),
        (lambda: diary.keep(later), "Ibuprofen began on 2026-11-23, after this use"),
        (lambda: diary.keep(a_use(now, 13, treatment_id=number(77))), "treatment that is not there"),
        (lambda: diary.make((), [a_treatment(now)]), "treatment that is not there"),
        (lambda: diary.merge([later]), "Ibuprofen began on"),
    ):
        with pytest.raises(DoesNotFit, match=sentence):
            change()
    assert set(diary.contents()) == set(one_of_each(now))


def test_of_two_versions_the_one_changed_last_stays(diary, now):
    ours = a_review(now).changed(now + timedelta(hours=1))
    diary.keep(ours, an_event(now, written=None))
    newer = ours.changed(now + timedelta(hours=2), week_ending=now.date() - timedelta(1))
    assert diary.merge([a_review(now)]) == Merged(others={"reviews": Merged(older=1)})
    assert diary.merge([newer]) == Merged(others={"reviews": Merged(updated=1)})
    assert diary.merge([newer, an_event(now)]) == Merged(
        others={"reviews": Merged(unchanged=1), "events": Merged(updated=1)}
    )
    assert set(diary.contents()) == {newer, an_event(now)}


def test_one_change_can_keep_and_remove_check_ins_and_records(diary, check_in, now):
    old, new = check_in(1), check_in(0)
    diary.keep(old, an_event(now))
    diary.make([new, a_review(now)], [old, an_event(now)])
    assert set(diary.contents()) == {new, a_review(now)}


def test_a_diary_with_records_alone_is_backed_up(diary, tmp_path, now):
    assert backups.daily(diary, tmp_path / "backups", now) is None
    diary.keep(a_review(now))
    copy = backups.daily(diary, tmp_path / "backups", now)
    with Diary.read(copy) as copied:
        assert copied.records(REVIEWS) == (a_review(now),)


def test_a_merge_is_told_kind_by_kind(diary, check_in, now):
    merged = diary.merge([check_in(0), *one_of_each(now)])
    assert merged.sentences()[0].startswith("1 check-in added, 0 replaced by a newer version, 0 the same, 0 older")
    assert [sentence.partition(" added")[0] for sentence in merged.sentences()] == [
        "1 check-in",
        "1 weekly review",
        "1 treatment",
        "2 uses",
        "1 event",
        "1 appointment",
    ]


def test_the_contents_of_some_days_have_their_check_ins_and_every_record(diary, check_in, now):
    told = (check_in(0, overall_pain=4), check_in(5, overall_pain=6))
    diary.keep(*told, *one_of_each(now))
    some = diary.contents(Period.last(3, until=now.date()))
    assert some.check_ins == told[:1]
    assert set(some.records) == set(one_of_each(now))
