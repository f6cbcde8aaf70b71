"""The note that a restore waits for the patient's word."""

import stat

import pytest

from painmap.storage.restored import NOTE, Restored, read_note, settle, waiting, write_note
from painmap.storage.trouble import DiaryUnwritable

BEFORE = "painmap-2026-11-22-140200-9-days-9-entries-before-restore.diary"


def test_the_note_is_kept_for_the_patient_alone_until_all_is_well(tmp_path):
    folder = tmp_path / "backups"
    assert not waiting(folder)
    assert read_note(folder) is None
    for said in ("one", "two"):
        write_note(folder, Restored(said, BEFORE))
        assert read_note(folder) == Restored(said, BEFORE)
    assert stat.S_IMODE((folder / NOTE).stat().st_mode) == 0o600
    assert [each.name for each in folder.iterdir()] == [NOTE]
    settle(folder)
    settle(folder)
    assert not waiting(folder)


def test_an_earlier_note_can_be_put_back(tmp_path):
    write_note(tmp_path, Restored("one", ""))
    assert read_note(tmp_path) == Restored("one", "")
    write_note(tmp_path, None)
    assert read_note(tmp_path) is None


@pytest.mark.parametrize("content", ["", "[]", "{}", "7", '{"said": "x", "before": "../painmap.diary"}', "\udcff"])
def test_a_note_that_can_not_be_read_still_stops_thinning_and_has_nothing_to_go_back_to(content, tmp_path):
    (tmp_path / NOTE).write_bytes(content.encode("utf-8", "surrogateescape"))
    assert waiting(tmp_path)
    assert read_note(tmp_path).before is None


def test_a_note_that_can_not_be_taken_away_is_told(tmp_path):
    (tmp_path / NOTE).mkdir()
    assert read_note(tmp_path).before is None
    with pytest.raises(DiaryUnwritable, match="can't write"):
        settle(tmp_path)
