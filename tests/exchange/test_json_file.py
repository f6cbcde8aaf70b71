"""The exchange file: written and read again, and everything that makes it bad."""

import json
import os
import stat
import tempfile
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from kept_things import one_of_each
from strategies import UNTIL, diaries

from painmap.domain.checkin import CarriedOver, CheckIn, Quality, RegionPain
from painmap.exchange import json_file
from painmap.exchange.trouble import BadFile

CET = timezone(timedelta(hours=1))
NOON = datetime(2026, 3, 15, 12, tzinfo=CET)
LATER = datetime(2026, 3, 15, 20, 14, tzinfo=CET)
TODAY = date(2026, 3, 15)
IDS = [f"00000000-0000-4000-8000-00000000000{n}" for n in range(10)]


def whole() -> CheckIn:
    return CheckIn(
        id=IDS[1],
        day=date(2026, 3, 14),
        recorded_at=NOON,
        changed_at=LATER,
        overall_pain=6,
        fatigue=0,
        regions={"front-left-shoulder": RegionPain(5, frozenset([Quality.STIFF, Quality.ACHING]), swollen=True)},
        note="Änderung “morgens”\nwie gestern 🌧",
        carried_over=CarriedOver(date(2026, 3, 12), {"front-left-shoulder": 4}),
    )


def told(**what: Any) -> dict[str, Any]:
    """A record with the given fields and the needed ones."""
    record = {"id": IDS[0], "day": "2026-03-15", "recorded_at": "2026-03-15T20:10:00+01:00", **what}
    return {name: value for name, value in record.items() if value != "absent"}


def export(path: Path, *records: Any, **head: Any) -> Path:
    """A file as another program might write it."""
    everything = {"format": "painmap-diary", "version": 1, "check_ins": list(records), **head}
    path.write_text(json.dumps(everything), encoding="utf-8")
    return path


def refused(path: Path, today: date = TODAY) -> str:
    with pytest.raises(BadFile) as caught:
        json_file.read(path, today)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert len(sentence) < 300 + len(str(path))
    return sentence


@given(diaries())
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_again_and_written_the_same(diary: list[CheckIn]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "1.json", Path(folder) / "2.json"
        json_file.write(diary, first, LATER)
        again = json_file.read(first, UNTIL)
        assert {c.id: c for c in again} == {c.id: c for c in diary}
        json_file.write(reversed(tuple(again)), second, LATER)
        assert second.read_bytes() == first.read_bytes()


def test_every_field_is_named_and_null_where_not_answered(tmp_path: Path) -> None:
    blank = CheckIn(id=IDS[0], day=TODAY, recorded_at=NOON, changed_at=NOON)
    json_file.write([blank], tmp_path / "out.json", LATER)
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8")) == {
        "format": "painmap-diary",
        "version": 1,
        "exported_at": "2026-03-15T20:14:00+01:00",
        "check_ins": [
            {
                "id": IDS[0],
                "day": "2026-03-15",
                "recorded_at": "2026-03-15T12:00:00+01:00",
                "changed_at": "2026-03-15T12:00:00+01:00",
                "overall_pain": None,
                "fatigue": None,
                "note": None,
                "carried_over": False,
                "carried_from": None,
                "carried_regions": None,
                "regions": {},
                "sleep": None,
                "thinking": None,
                "mood": None,
                "stiffness_minutes": None,
                "sensitivity": None,
                "effort": None,
                "flare": None,
                "triggers": None,
                "rash": None,
                "fever": None,
                "private_note": None,
                "by_someone_else": None,
            }
        ],
        "reviews": [],
        "treatments": [],
        "uses": [],
        "events": [],
        "appointments": [],
    }


def test_everything_that_was_said_is_in_the_file(tmp_path: Path) -> None:
    json_file.write([whole()], tmp_path / "out.json", LATER)
    text = (tmp_path / "out.json").read_text(encoding="utf-8")
    (record,) = json.loads(text)["check_ins"]
    assert record["regions"] == {
        "front-left-shoulder": {"intensity": 5, "qualities": ["aching", "stiff"], "swollen": True}
    }
    assert record["carried_from"] == "2026-03-12"
    assert "Änderung “morgens”" in text
    assert text.endswith("}\n")


def test_check_ins_are_in_order_of_day_then_of_writing(tmp_path: Path) -> None:
    def at(n: int, day: int, hour: int) -> CheckIn:
        moment = datetime(2026, 3, 15, hour, tzinfo=CET)
        return CheckIn(id=IDS[n], day=date(2026, 3, day), recorded_at=moment, changed_at=moment)

    json_file.write([at(3, 15, 9), at(2, 14, 11), at(1, 14, 10)], tmp_path / "out.json", LATER)
    assert [c.id for c in json_file.read(tmp_path / "out.json", TODAY)] == [IDS[1], IDS[2], IDS[3]]


def test_the_file_is_private_and_nothing_else_is_left(tmp_path: Path) -> None:
    json_file.write([whole()], tmp_path / "out.json", LATER)
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "out.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b'{"format": "painmap-diary", "version": 1}'])
def test_what_is_there_already_is_never_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "out.json").write_bytes(content)
    with pytest.raises(BadFile, match=r"There is already something at .*; choose another name"):
        json_file.write([whole()], tmp_path / "out.json", LATER)
    assert (tmp_path / "out.json").read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]


def test_a_missing_folder_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        json_file.write([], tmp_path / "no" / "out.json", LATER)


def test_what_is_missing_is_not_answered_and_changed_at_is_recorded_at(tmp_path: Path) -> None:
    (check_in,) = json_file.read(export(tmp_path / "in.json", told()), TODAY)
    assert (check_in.overall_pain, check_in.fatigue, check_in.note) == (None, None, "")
    assert (check_in.regions, check_in.carried_over) == ({}, None)
    assert check_in.changed_at == check_in.recorded_at


def test_null_is_not_answered(tmp_path: Path) -> None:
    names = ("changed_at", "overall_pain", "fatigue", "note", "carried_over", "regions", "carried_from")
    (check_in,) = json_file.read(export(tmp_path / "in.json", told(**dict.fromkeys(names))), TODAY)
    assert check_in.empty


def test_a_copied_map_of_unknown_origin_stays_copied(tmp_path: Path) -> None:
    (check_in,) = json_file.read(export(tmp_path / "in.json", told(carried_over=True)), TODAY)
    assert check_in.carried_over == CarriedOver()


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    path = export(tmp_path / "in.json", told())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(json_file.read(path, TODAY)) == 1


SHOULDER = "front-left-shoulder"


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        (
            {"regions": {SHOULDER: {"intensity": 5.5}}},
            f"intensity of {SHOULDER} must be a whole number from 0 to 10, not 5.5",
        ),
        ({"regions": {SHOULDER: {"intensity": 5.0}}}, "not 5.0"),
        ({"regions": {SHOULDER: {"intensity": 11}}}, "not 11"),
        ({"regions": {SHOULDER: {"intensity": -1}}}, "not -1"),
        ({"regions": {SHOULDER: {"intensity": "5"}}}, "not '5'"),
        ({"regions": {SHOULDER: {"intensity": True}}}, "not true"),
        ({"regions": {SHOULDER: {"intensity": [5]}}}, "not a list"),
        ({"regions": {SHOULDER: {"intensity": {}}}}, "not an object"),
        ({"regions": {SHOULDER: {"intensity": float("nan")}}}, "not NaN"),
        ({"regions": {SHOULDER: {"intensity": 10**4000}}}, "not Infinity"),
        ({"regions": {SHOULDER: {"intensity": 0}}}, "is 0, and a region without pain is left out"),
        ({"regions": {SHOULDER: {"intensity": None}}}, "intensity of front-left-shoulder is missing"),
        ({"regions": {SHOULDER: {"intensity": 5, "colour": 1}}}, "has no field called 'colour'"),
        ({"regions": {SHOULDER: {"intensity": 5, "qualities": ["sharp"]}}}, "no quality called 'sharp'"),
        ({"regions": {SHOULDER: {"intensity": 5, "qualities": [["aching"]]}}}, "no quality called a list"),
        (
            {"regions": {SHOULDER: {"intensity": 5, "qualities": "aching"}}},
            "qualities of front-left-shoulder must be",
        ),
        (
            {"regions": {SHOULDER: {"intensity": 5, "swollen": 1}}},
            "swollen of front-left-shoulder must be true or false",
        ),
        ({"regions": {SHOULDER: 5}}, "the region front-left-shoulder must be an object"),
        ({"regions": {"left-tail": {"intensity": 5}}}, "there is no region called 'left-tail'"),
        ({"regions": {"\x1b[2J\n" + "x" * 500: {"intensity": 5}}}, "there is no region called '\\x1b[2J\\nxxx"),
        ({"regions": []}, "regions must be an object"),
        ({"overall_pain": 11}, "overall_pain must be a whole number from 0 to 10, not 11"),
        ({"fatigue": "7"}, "fatigue must be a whole number from 0 to 10, not '7'"),
        ({"note": 5}, "note must be text, not 5"),
        ({"note": "\ud83d"}, "note has half a character"),
        ({"note": "x" * 20_001}, "the note is longer than 20,000 characters"),
        ({"carried_over": "yes"}, "carried_over must be true or false, not 'yes'"),
        (
            {"carried_over": True, "carried_from": "2026-03-16", "carried_regions": {}},
            "carried_from, 2026-03-16, is not",
        ),
        ({"carried_over": True, "carried_from": "2026-03-12"}, "are given together"),
        ({"carried_over": True, "carried_from": "2026-03-12", "carried_regions": {SHOULDER: 0}}, "is 0, and"),
        (
            {"carried_over": True, "carried_from": "2026-03-12", "carried_regions": {"tail": 1}},
            "region called 'tail'",
        ),
        ({"carried_from": "2026-03-12"}, "belong to a map that was carried over"),
        ({"day": "absent"}, "day must be a day such as 2026-03-15, not null"),
        ({"day": "2026-3-15"}, "day must be a day"),
        ({"day": "2026-W11-7"}, "day must be a day"),
        ({"day": "2026-02-30"}, "day must be a day"),
        ({"day": 20260315}, "day must be a day"),
        ({"day": "1899-12-31"}, "the day 1899-12-31 is before 1900-01-01"),
        ({"day": "2026-03-16", "recorded_at": "2026-03-16T00:10:00+09:00"}, "the day 2026-03-16 is in the future"),
        ({"recorded_at": "2026-03-14T20:10:00+01:00"}, "is after the day it was written"),
        ({"changed_at": "2026-03-15T20:09:59+01:00"}, "changed_at is before recorded_at"),
        ({"changed_at": "2026-03-17T00:00:00+01:00"}, "written in the future, on 2026-03-17"),
        ({"recorded_at": "2026-03-15T20:10:00"}, "recorded_at must be a time with its UTC offset"),
        ({"recorded_at": "20260315T201000+0100"}, "recorded_at must be a time"),
        ({"recorded_at": "2026-03-15T25:10:00+01:00"}, "recorded_at must be a time"),
        ({"recorded_at": "absent"}, "recorded_at must be a time"),
        ({"id": "absent"}, "id must be a UUID"),
        ({"id": "1"}, "id must be a UUID"),
        ({"id": 5}, "id must be a UUID"),
        ({"id": "{00000000-0000-4000-8000-000000000000}"}, "id must be a UUID"),
        ({"colour": 5}, "a check-in has no field called 'colour'"),
        ({"sleep": 11}, "sleep must be a whole number from 0 to 10, not 11"),
        ({"stiffness_minutes": 1441}, "stiffness_minutes must be a whole number from 0 to 1,440, not 1441"),
        ({"sensitivity": {"taste": "mild"}}, "must be one of light, sound, touch, smell, temperature, not 'taste'"),
        ({"sensitivity": {"light": 2}}, "sensitivity to light must be one of none, mild, moderate, severe, not 2"),
        ({"effort": {}}, "an effort says at least one thing"),
        ({"effort": {"severity": 5}}, "severity of effort must be a whole number from 0 to 4, not 5"),
        ({"effort": {"when": 1}}, "effort has no field called 'when'"),
        ({"flare": "yes"}, "flare must be true or false, not 'yes'"),
        ({"triggers": "stress"}, "triggers must be a list, not 'stress'"),
        ({"triggers": [""]}, "a trigger has a name"),
        ({"triggers": ["x" * 41]}, "a trigger is longer than 40 characters"),
    ],
)
def test_a_bad_record_is_named_with_what_is_wrong(tmp_path: Path, what: dict[str, Any], sentence: str) -> None:
    good = [told(id=IDS[1]), told(id=IDS[2])]
    said = refused(export(tmp_path / "in.json", *good, told(**what)))
    assert said.startswith("Check-in 3")
    assert sentence in said
    assert said.endswith(". Nothing was imported.")


def test_the_day_of_a_bad_record_is_said_where_it_is_known(tmp_path: Path) -> None:
    path = export(tmp_path / "in.json", told(fatigue=11))
    assert refused(path).startswith("Check-in 1 (2026-03-15): fatigue must be")
    assert refused(export(path, told(day="soon"))).startswith("Check-in 1: day must be")
    assert refused(export(path, "check-in")).startswith("Check-in 1: a check-in must be an object")


def test_tomorrow_is_accepted_once_it_is_today(tmp_path: Path) -> None:
    path = export(tmp_path / "in.json", told(day="2026-03-16", recorded_at="2026-03-16T00:10:00+09:00"))
    assert "in the future" in refused(path)
    assert len(json_file.read(path, date(2026, 3, 16))) == 1


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    upper = told(id=IDS[0].upper(), fatigue=3)
    assert f"the id {IDS[0]} stands twice" in refused(export(tmp_path / "in.json", told(), upper))


def test_a_field_that_stands_twice_is_refused_at_any_depth(tmp_path: Path) -> None:
    path = export(tmp_path / "in.json", told(regions={SHOULDER: {"intensity": 5}}))
    text = path.read_text(encoding="utf-8")
    for field, twice in (("intensity", '"intensity": 5'), ("day", '"day": "2026-03-15"')):
        path.write_text(text.replace(twice, f"{twice}, {twice}"), encoding="utf-8")
        assert refused(path) == f"Check-in 1 (2026-03-15): the field '{field}' stands twice. Nothing was imported."
    path.write_text(text.replace('"version": 1', '"version": 1, "version": 1'), encoding="utf-8")
    assert "must not have twice the field 'version'" in refused(path)


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ({"format": "other"}, 'its "format" is not painmap-diary'),
        ({"format": None}, 'its "format" is not painmap-diary'),
        ({"version": 2}, "has version 2 of the format and this Painmap reads version 1; install the newer Painmap"),
        ({"version": "1"}, "does not say which version"),
        ({"version": True}, "does not say which version"),
        ({"version": 0}, "does not say which version"),
        ({"version": 1.0}, "does not say which version"),
        ({"check_ins": None}, 'has no list of "check_ins"'),
        ({"check_ins": {}}, 'has no list of "check_ins"'),
        ({"secret": 1}, "has no field called 'secret'"),
    ],
)
def test_a_file_with_another_head_is_refused(tmp_path: Path, head: dict[str, Any], sentence: str) -> None:
    assert sentence in refused(export(tmp_path / "in.json", **head))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty or cut off"),
        (b"hello there", "no JSON at line 1, column 1"),
        (b"[]", 'its "format" is not'),
        (b"\xff\xfe{\x00", "not UTF-8 text"),
        (b"SQLite format 3\x00\x80", "not UTF-8 text"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"format": "painmap-diary", "version": 1, "check_ins": ' + b'{"a":' * 200_000, "nested too deeply"),
    ],
)
def test_what_is_no_export_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "in.json").write_bytes(content)
    assert sentence in refused(tmp_path / "in.json")


def test_records_nested_nearly_too_deep_are_refused(tmp_path: Path) -> None:
    for depth in (20, 400, 700, 900):
        deep = '{"a":' * depth + "1" + "}" * depth
        text = f'{{"format": "painmap-diary", "version": 1, "check_ins": [{deep}]}}'
        (tmp_path / "in.json").write_text(text, encoding="utf-8")
        assert "in.json is nested" in refused(tmp_path / "in.json") or "Check-in 1" in refused(tmp_path / "in.json")


def test_a_file_cut_anywhere_is_refused(tmp_path: Path) -> None:
    json_file.write([whole()], tmp_path / "out.json", LATER)
    content = (tmp_path / "out.json").read_bytes()
    for length in range(len(content) - 2):
        (tmp_path / "cut.json").write_bytes(content[:length])
        assert refused(tmp_path / "cut.json")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)
    assert "There is no file" in refused(tmp_path / "nothing.json")
    if not hasattr(os, "mkfifo"):
        return
    os.mkfifo(tmp_path / "pipe")
    assert "is not a file that can be imported" in refused(tmp_path / "pipe")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = export(tmp_path / "in.json")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert "can't be read (Permission denied)" in refused(path)


def test_a_very_large_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "in.json").open("wb") as file:
        file.truncate(json_file.LARGEST + 1)
    assert "larger than 100 MB" in refused(tmp_path / "in.json")


def test_the_review_of_the_format_comes_in_and_goes_out_as_it_was(tmp_path: Path) -> None:
    review = {
        "id": IDS[0],
        "week_ending": "2026-03-15",
        "sss": {
            "fatigue": 3,
            "waking_unrefreshed": 3,
            "cognitive": 2,
            "headache": True,
            "abdominal_pain": False,
            "depression": False,
        },
        "peg": {"pain": 6, "enjoyment": 5, "activity": 7},
    }
    contents = json_file.read(export(tmp_path / "in.json", reviews=[review]), TODAY)
    assert contents.reviews[0].sss.total == 9
    assert contents.reviews[0].peg.mean == 6
    json_file.write(contents, tmp_path / "out.json", LATER)
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["reviews"] == [review]


def test_one_of_each_kind_comes_back(tmp_path: Path) -> None:
    json_file.write(one_of_each(NOON), tmp_path / "1.json", LATER)
    again = json_file.read(tmp_path / "1.json", TODAY)
    assert set(again) == set(one_of_each(NOON))
    json_file.write(again, tmp_path / "2.json", LATER)
    assert (tmp_path / "2.json").read_bytes() == (tmp_path / "1.json").read_bytes()


def record(of: str, **what: Any) -> dict[str, Any]:
    """A list of one record of a kind, with what it needs and these fields."""
    needed: dict[str, dict[str, Any]] = {
        "reviews": {"week_ending": "2026-03-15"},
        "treatments": {"kind": "medication", "name": "Ibuprofen", "start": "2026-03-01"},
        "uses": {"treatment_id": IDS[1], "at": "2026-03-10T10:00:00+01:00"},
        "events": {"kind": "injury", "start": "2026-03-01"},
        "appointments": {"day": "2026-04-01"},
    }
    return {of: [{"id": IDS[0], **needed[of], **what}]}


@pytest.mark.parametrize(
    ("lists", "sentence"),
    [
        (record("reviews", sss={"fatigue": 4}), "Weekly review 1 (2026-03-15): fatigue of sss must be a whole number"),
        (record("reviews", sss={"pain": 1}), "sss has no field called 'pain'"),
        (record("reviews", peg={"pain": 11}), "pain of peg must be a whole number from 0 to 10"),
        (record("reviews", week_ending="2026-03-22"), "Weekly review 1 (2026-03-22): the week ending 2026-03-22 is in"),
        (record("reviews", mood=1), "a weekly review has no field"),
        (record("reviews", changed_at="2026-03-15T20:10:00Z"), "changed_at is given without recorded_at"),
        (record("reviews", recorded_at="2026-03-18T20:10:00Z"), "written in the future"),
        (
            record("treatments", stop="2026-02-01"),
            "Treatment 1 (2026-03-01): the stop, 2026-02-01, is before the start",
        ),
        (record("treatments", kind="magic"), "kind must be one of medication, physiotherapy,"),
        (record("treatments", name=None), "a treatment needs a name"),
        (record("treatments", start="1812-01-01"), "the day 1812-01-01 is before 1900-01-01"),
        (record("treatments", pauses=[{"start": "2026-03-05"}]), "end of a pause must be a day"),
        (record("uses"), "in.json: the use on 2026-03-10 is of a treatment that is not there"),
        (record("uses", at="2026-03-17T10:00:00+01:00"), "Use 1 (2026-03-17): the use on 2026-03-17 is in the future"),
        (record("uses", relief=101), "relief must be a whole number from 0 to 100"),
        (record("uses", treatment_id="x"), "treatment_id must be a UUID"),
        (record("events", kind="own"), "Event 1 (2026-03-01): an event of your own needs a name"),
        (record("appointments", questions=[" "]), "Appointment 1 (2026-04-01): a question has words in it"),
        (record("appointments", id=7), "id must be a UUID"),
        ({"reviews": {}}, '"reviews" is not a list'),
        ({**record("uses", at="2026-02-01T10:00:00Z"), **record("treatments", id=IDS[1])}, "Ibuprofen began on"),
    ],
)
def test_a_bad_record_of_another_kind_is_named(tmp_path: Path, lists: dict[str, Any], sentence: str) -> None:
    assert sentence in refused(export(tmp_path / "in.json", **lists))


def test_what_is_planned_may_be_in_the_future(tmp_path: Path) -> None:
    lists = record("treatments", start="2026-05-01", recorded_at="2026-03-15T20:10:00Z") | record("appointments")
    contents = json_file.read(export(tmp_path / "in.json", **lists), TODAY)
    assert contents.treatments[0].written is not None
    assert contents.treatments[0].written.changed_at == contents.treatments[0].written.recorded_at
    assert contents.appointments[0].written is None


def test_a_file_of_which_nearly_nothing_can_be_taken_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = export(tmp_path / "in.json", *[told(id=f"x{n}") for n in range(1002)])
    with pytest.raises(BadFile, match=r"^Check-in 1 .* 1,000 more can't be taken\. Nothing was imported\.$"):
        json_file.look(path, TODAY)
