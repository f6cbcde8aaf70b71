"""What is kept comes back as it was, and the questions that are asked of a diary."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from strategies import diaries

from painmap.domain.checkin import CarriedOver, CheckIn, Quality, RegionPain
from painmap.domain.period import Period
from painmap.storage import rows as check_in_rows
from painmap.storage.diary import Diary, Merged
from painmap.storage.trouble import DiaryDamaged, DiaryTrouble


@pytest.fixture
def diary(tmp_path, now):
    with Diary.open(tmp_path / "painmap.diary", now) as diary:
        yield diary


def in_order(check_ins):
    return tuple(sorted(check_ins, key=lambda c: (c.day, c.recorded_at)))


@settings(max_examples=30, deadline=None)
@given(diaries())
def test_every_check_in_comes_back_from_the_file_as_it_was(check_ins):
    now = datetime(2026, 3, 16, tzinfo=UTC)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "painmap.diary"
        with Diary.open(path, now) as diary:
            for check_in in check_ins:
                diary.keep(check_in)
        with Diary.open(path, now) as diary:
            kept = diary.all()
    assert sorted(kept, key=lambda c: c.id) == sorted(check_ins, key=lambda c: c.id)
    assert list(kept) == list(in_order(kept))
    moments = {c.id: (c.recorded_at.isoformat(), c.changed_at.isoformat()) for c in check_ins}
    assert {c.id: (c.recorded_at.isoformat(), c.changed_at.isoformat()) for c in kept} == moments


def test_an_unanswered_question_is_null_and_no_pain_is_a_real_zero(diary, check_in):
    diary.keep(check_in(1))
    diary.keep(check_in(0, overall_pain=0))
    rows = diary.database.connection.execute("SELECT overall_pain, fatigue, note FROM check_in ORDER BY day").fetchall()
    assert rows == [(None, None, None), (0, None, None)]
    assert [c.no_pain for c in diary.all()] == [False, True]


def test_a_kept_check_in_takes_the_place_of_the_one_with_its_id(diary, check_in, now):
    first = check_in(0, {"front-forehead": 4, "back-sacrum": 6}, note="rain")
    diary.keep(first)
    without = first.rated("front-forehead", 0, now + timedelta(minutes=5))
    later = without.with_map_of(check_in(1, {"front-left-jaw": 2}), now)
    diary.keep(later)
    assert diary.all() == (later,)
    assert diary.get(first.id) == later
    assert diary.count() == 1


def test_a_removed_check_in_is_gone_with_its_regions(diary, check_in, now):
    gone, stays = check_in(0, {"front-forehead": 4}), check_in(0, {"front-forehead": 5})
    diary.keep(gone.with_map_of(check_in(1, {"front-left-jaw": 2}), now))
    diary.keep(stays)
    diary.remove(gone.id)
    diary.remove("there is none of this name")
    assert diary.all() == (stays,)
    assert diary.get(gone.id) is None
    for table, rows in (("region_pain", 1), ("carried_region", 0)):
        assert diary.database.connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (rows,)


def test_a_deleted_note_is_not_left_in_the_file(diary, check_in):
    diary.keep(check_in(0, note="something private"))
    diary.remove(diary.all()[0].id)
    diary.close()
    assert b"private" not in diary.path.read_bytes()


def test_the_check_ins_of_a_day_are_in_order_of_writing_whatever_their_offset(diary, check_in):
    day = date(2026, 3, 15)
    at = [
        datetime(2026, 3, 15, 9, tzinfo=timezone(timedelta(hours=2))),
        datetime(2026, 3, 15, 8, tzinfo=UTC),
        datetime(2026, 3, 15, 6, tzinfo=timezone(timedelta(hours=-5))),
    ]
    check_ins = [check_in(day, overall_pain=n, recorded_at=moment) for n, moment in enumerate(at)]
    for one in reversed(check_ins):
        diary.keep(one)
    assert diary.on(day) == tuple(check_ins)
    assert diary.on(date(2026, 3, 14)) == ()


def test_a_period_has_the_check_ins_of_its_days(diary, check_in):
    check_ins = [check_in(days, {"back-sacrum": 3}, fatigue=days) for days in range(6)]
    assert diary.merge(check_ins) == Merged(added=6)
    today = check_ins[0].day
    found = diary.between(Period(today - timedelta(4), today - timedelta(2)))
    assert [c.fatigue for c in found] == [4, 3, 2]
    assert diary.first_day() == today - timedelta(5)


def test_an_empty_diary_has_no_days(diary, now):
    assert (diary.first_day(), diary.count(), diary.all()) == (None, 0, ())
    assert diary.last_map(now.date(), now, "") is None


def test_the_last_map_is_the_latest_before_this_check_in_that_has_regions(diary, check_in, now):
    older = check_in(9, {"back-sacrum": 2})
    last_week = check_in(7, {"back-sacrum": 3}, recorded_at=now - timedelta(days=7, hours=3))
    without_map = check_in(7, overall_pain=5, recorded_at=now - timedelta(days=7))
    yesterday = check_in(1, overall_pain=0)
    morning = check_in(0, {"back-sacrum": 4}, recorded_at=now - timedelta(hours=5))
    this = check_in(0, {"back-sacrum": 9})
    diary.merge([older, last_week, without_map, yesterday, morning, this])
    assert diary.last_map(this.day, this.recorded_at, this.id) == morning
    assert diary.last_map(morning.day, morning.recorded_at, morning.id) == last_week
    assert diary.last_map(this.day, this.recorded_at, morning.id) == last_week
    assert diary.last_map(last_week.day, last_week.recorded_at, last_week.id) == older
    assert diary.last_map(older.day, older.recorded_at, older.id) is None
    assert diary.last_map(this.day, now + timedelta(hours=1), "another") == this


def test_a_search_finds_notes_by_all_their_words_in_any_case_newest_first(diary, check_in):
    diary.merge([check_in(2, note="Müde und Regen"), check_in(1, note="MÜDE, langer Weg"), check_in(0, note="Straße")])
    assert [c.note for c in diary.with_note("müde")] == ["MÜDE, langer Weg", "Müde und Regen"]
    assert [c.note for c in diary.with_note("reg MÜDE")] == ["Müde und Regen"]
    assert [c.note for c in diary.with_note("STRASSE")] == ["Straße"]
    assert [c.note for c in diary.with_note("mu\u0308de und")] == ["Müde und Regen"]
    assert diary.with_note("100%") == diary.with_note("  ") == diary.with_note("\ud800") == ()


def test_merging_keeps_of_each_id_the_version_that_was_changed_last(diary, check_in, now):
    old, ours, same = (check_in(n, {"back-sacrum": 3}) for n in range(3))
    diary.merge([old, ours, same])
    newer = old.rated("back-sacrum", 7, now + timedelta(days=1))
    diary.keep(ours_later := ours.rated("back-sacrum", 1, now + timedelta(days=1)))
    new = check_in(3)
    assert diary.merge([newer, ours, same, new]) == Merged(added=1, updated=1, unchanged=1, older=1)
    assert diary.all() == in_order([newer, ours_later, same, new])
    assert diary.merge(diary.all()) == Merged(unchanged=4)


def test_merging_two_versions_of_one_id_at_once_keeps_the_later(diary, check_in, now):
    first = check_in(0, fatigue=2)
    later = first.changed(now + timedelta(minutes=1), fatigue=3)
    assert diary.merge([later, first, later]) == Merged(added=1, unchanged=1, older=1)
    assert diary.all() == (later,)


def test_where_two_versions_were_changed_at_the_same_moment_the_diary_s_own_stays(diary, check_in):
    ours = check_in(0, fatigue=2)
    diary.keep(ours)
    theirs = ours.changed(ours.changed_at, fatigue=8)
    assert diary.merge([theirs]) == Merged(older=1)
    assert diary.all() == (ours,)


def test_a_clock_that_goes_backwards_loses_nothing(diary, check_in, now):
    written = check_in(0, {"back-sacrum": 5})
    diary.keep(written)
    diary.keep(written.rated("front-left-jaw", 3, now - timedelta(days=400)))
    (kept,) = diary.all()
    assert set(kept.regions) == {"back-sacrum", "front-left-jaw"}
    assert kept.changed_at == kept.recorded_at


def test_half_a_character_in_a_note_is_refused_and_nothing_is_written(diary, check_in):
    diary.keep(before := check_in(1))
    for write in (lambda: diary.keep(check_in(0, note="\ud800")), lambda: diary.merge([check_in(0, note="\udfff")])):
        with pytest.raises(DiaryTrouble, match="type it again"):
            write()
    assert diary.all() == (before,)


def test_odd_characters_of_a_note_come_back(diary, check_in):
    diary.keep(check_in(0, note="a\0b\r\n\u202e\U0001f642 '); DROP TABLE check_in; --"))
    assert diary.all()[0].note == "a\0b\r\n\u202e\U0001f642 '); DROP TABLE check_in; --"


def test_a_copied_map_of_unknown_origin_stays_unknown(diary, check_in):
    diary.keep(copied := check_in(0, {"back-sacrum": 5}, carried_over=CarriedOver()))
    assert diary.get(copied.id) == copied


def test_a_diary_that_is_open_reads_what_another_program_wrote(diary, check_in):
    diary.keep(check_in(1))
    with Diary.read(diary.path) as other:
        diary.keep(check_in(0))
        assert other.count() == 2


def test_a_month_is_asked_for_in_three_queries_and_ten_years_too(diary, check_in):
    diary.merge([check_in(day, {"back-sacrum": 3, "front-left-jaw": 4}) for day in range(40)])
    asked: list[str] = []
    diary.database.connection.set_trace_callback(asked.append)
    diary.all()
    assert sum(query.startswith("SELECT") for query in asked) == 3


def test_what_is_kept_is_durable_by_the_settings_of_the_connection(diary):
    def setting(name: str) -> object:
        return diary.database.connection.execute(f"PRAGMA {name}").fetchone()[0]

    names = ("journal_mode", "synchronous", "fullfsync", "foreign_keys", "trusted_schema", "cell_size_check")
    assert [setting(name) for name in names] == ["delete", 3, 1, 1, 0, 1]
    assert setting("secure_delete") == 1
    assert diary.database.connection.isolation_level is None


def test_a_region_keeps_its_qualities_and_swelling(diary, check_in):
    pain = RegionPain(7, frozenset({Quality.COLD, Quality.ACHING}), swollen=True)
    diary.keep(check_in(0, {"back-left-hand": pain}))
    kept: CheckIn = diary.all()[0]
    assert kept.regions == {"back-left-hand": pain}
    stored = diary.database.connection.execute("SELECT qualities, swollen FROM region_pain").fetchone()
    assert stored == ("aching,cold", 1)


def test_regions_that_come_in_another_order_are_no_damage(tmp_path, now, check_in, monkeypatch):
    monkeypatch.setattr(check_in_rows, "_COMPARED", set())
    path = tmp_path / "painmap.diary"
    with Diary.open(path, now) as diary:
        diary.merge([check_in(0, {"front-forehead": 3, "back-sacrum": 4}), check_in(1)])
    monkeypatch.setattr(check_in_rows, "_PAIN_TEXTS", "SELECT check_in, 'another' FROM region_pain")
    Diary.read(path).close()


def test_what_was_compared_before_is_compared_again_where_anything_of_it_is_another(tmp_path, now, check_in):
    path = tmp_path / "painmap.diary"
    with Diary.open(path, now) as diary:
        diary.merge([check_in(0, {"front-forehead": RegionPain(3, frozenset({Quality.ACHING}))}, overall_pain=3)])
    Diary.read(path).close()
    for change in (
        "UPDATE check_in SET overall_pain = 4",
        "UPDATE check_in SET note = 'x'",
        "UPDATE check_in SET about = '{\"sleep\":1}'",
        "UPDATE region_pain SET intensity = 4",
        "UPDATE region_pain SET qualities = 'aching,burning'",
        "UPDATE region_pain SET swollen = 1",
        "DELETE FROM region_pain",
    ):
        content = path.read_bytes()
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(change)
        with pytest.raises(DiaryDamaged):
            Diary.read(path)
        path.write_bytes(content)
