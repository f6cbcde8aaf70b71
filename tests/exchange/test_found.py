"""What an import would do is told before anything is written, and is what it then does."""

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_things import a_treatment, a_use, one_of_each
from strategies import check_ins, diaries

from painmap.domain.checkin import CheckIn
from painmap.domain.contents import Contents
from painmap.exchange import json_file
from painmap.exchange.found import Found, preview
from painmap.storage.diary import Diary

NOON = datetime(2026, 3, 15, 12, tzinfo=timezone(timedelta(hours=1)))
ID = "00000000-0000-4000-8000-00000000000{}"


def told(n: int, **what: int) -> CheckIn:
    return CheckIn(ID.format(n), NOON.date() - timedelta(n), NOON, NOON, **what)  # type: ignore[arg-type]  # ratings only


def test_new_newer_same_and_older_are_told_apart() -> None:
    there = Contents.of([told(1, fatigue=1), told(2, fatigue=1), told(3).changed(NOON + timedelta(1), fatigue=1)])
    newer = told(2).changed(NOON + timedelta(minutes=1), fatigue=5)
    found = Found(Contents.of([told(1, fatigue=1), newer, told(3, fatigue=2), told(4)]), ("Check-in 5: no.",))
    seen = preview(there, found)
    assert (len(seen.new), len(seen.newer), seen.same, seen.older) == (1, 1, 1, 1)
    assert seen.rows == (
        ("In the file", "4 days, 11 Mar to 14 Mar 2026"),
        ("New", "1 check-in on 1 day"),
        ("Newer than in the diary", "1 check-in on 1 day"),
        ("The same", "1"),
        ("Older, stays as in the diary", "1"),
        ("Left out", "1"),
    )
    assert seen.brings == "2 check-ins"


def test_what_brings_nothing_says_so() -> None:
    there = Contents.of([told(1)])
    assert preview(there, Found(there)).brings == ""
    assert preview(there, Found(there)).rows[1] == ("New", "Nothing")
    records = Contents.of(one_of_each(NOON))
    assert preview(there, Found(records)).brings == "6 records"
    assert preview(Contents(), Found(Contents.of([told(1), *one_of_each(NOON)]))).brings == "1 check-in and 6 others"


@given(diaries(), diaries(), st.lists(check_ins(), max_size=2))
@settings(max_examples=25, deadline=None)
def test_what_is_told_is_what_is_done(
    tmp_path_factory: pytest.TempPathFactory, mine: list[CheckIn], theirs: list[CheckIn], both: list[CheckIn]
) -> None:
    path = tmp_path_factory.mktemp("d") / "d.diary"
    with Diary.open(path, NOON) as diary:
        diary.merge([*mine, *both])
        found = Found(Contents.of({c.id: c for c in [*theirs, *both]}.values()))
        seen = preview(diary.contents(), found)
        done = diary.merge(found.contents)
    assert (done.added, done.updated) == (len(seen.new), len(seen.newer))
    assert done.unchanged + done.older == seen.same + seen.older


def test_uses_that_would_stand_before_their_treatment_are_refused() -> None:
    there = Contents.of([a_treatment(NOON), a_use(NOON)])
    later = a_treatment(NOON, start=NOON.date() + timedelta(1), pauses=()).changed(NOON + timedelta(1))
    with pytest.raises(ValueError, match="began on"):
        preview(there, Found(Contents.of([later])))


def test_good_records_are_found_beside_bad_ones(tmp_path: Path) -> None:
    good = json.loads((write(tmp_path / "1.json")).read_text(encoding="utf-8"))
    good["check_ins"][0]["fatigue"] = 11
    good["treatments"][0]["kind"] = "magic"
    (tmp_path / "2.json").write_text(json.dumps(good), encoding="utf-8")
    found = json_file.look(tmp_path / "2.json", NOON.date())
    assert found.contents.counts | {"check_ins": 1, "treatments": 0, "uses": 0} == found.contents.counts
    assert [each.split(":")[0] for each in found.refused] == [
        "Check-in 1 (2026-03-13)",
        "Treatment 1 (2026-02-13)",
        *["2.json"] * 2,
    ]
    assert all(each.endswith(".") and "\n" not in each for each in found.refused)


def write(path: Path) -> Path:
    json_file.write([told(1, fatigue=1), told(2, fatigue=1), *one_of_each(NOON)], path, NOON)
    return path
