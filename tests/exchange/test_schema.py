"""The schema in docs: that of the reader, true of every file that Painmap writes, and stricter than it nowhere."""

import copy
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from kept_things import one_of_each
from mutating import mutated
from strategies import UNTIL, diaries

from painmap.domain.checkin import CheckIn
from painmap.domain.contents import Contents
from painmap.domain.exported import exported
from painmap.domain.sample import sample
from painmap.exchange import json_file
from painmap.exchange.schema import schema
from painmap.exchange.trouble import BadFile

NOON = datetime(2026, 3, 15, 12, tzinfo=UTC)
SHIPPED = Path(__file__).parents[2] / "docs" / "painmap.schema.json"
VALIDATOR = Draft202012Validator(schema())


@pytest.fixture(scope="module")
def good() -> Any:
    told = sample(6, NOON.date(), 1, NOON)
    return json.loads(exported(Contents.of((*told.check_ins, *one_of_each(NOON))), NOON))


def read(content: bytes, path: Path) -> bool:
    """Whether the reader takes it."""
    path.write_bytes(content)
    try:
        json_file.read(path, NOON.date())
    except BadFile:
        return False
    return True


def test_the_schema_in_docs_is_the_readers_own() -> None:
    """To write it anew: make schema."""
    assert json.loads(SHIPPED.read_text(encoding="utf-8")) == schema()


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@given(diaries())
@settings(max_examples=25, deadline=None)
def test_every_file_that_is_written_is_valid(diary: list[CheckIn]) -> None:
    VALIDATOR.validate(json.loads(exported(Contents.of(diary), NOON)))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_file_with_every_kind_of_record_is_valid(seed: int) -> None:
    told = sample(60, UNTIL, seed, NOON)
    VALIDATOR.validate(json.loads(exported(Contents.of((*told, *one_of_each(NOON))), NOON)))


def test_what_the_reader_takes_the_schema_takes(good: Any, tmp_path: Path) -> None:
    taken = 0
    for seed in range(400):
        content = mutated(good, seed)
        if read(content, tmp_path / "in.json"):
            taken += 1
            VALIDATOR.validate(json.loads(content.decode("utf-8-sig")))
    assert taken > 20


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "other"),
        (("version",), 2),
        (("version",), True),
        (("colour",), 1),
        (("check_ins",), None),
        (("reviews",), {}),
        (("check_ins", 0), 5),
        (("check_ins", 0, "id"), "1"),
        (("check_ins", 0, "day"), "soon"),
        (("check_ins", 0, "recorded_at"), None),
        (("check_ins", 0, "recorded_at"), "2026-03-15T20:10:00"),
        (("check_ins", 0, "overall_pain"), 11),
        (("check_ins", 0, "fatigue"), "7"),
        (("check_ins", 0, "fatigue"), 5.5),
        (("check_ins", 0, "note"), 5),
        (("check_ins", 0, "note"), "x" * 20_001),
        (("check_ins", 0, "regions"), {"left-tail": {"intensity": 5}}),
        (("check_ins", 0, "regions"), {"back-sacrum": {"intensity": 0}}),
        (("check_ins", 0, "regions"), {"back-sacrum": {}}),
        (("check_ins", 0, "regions"), {"back-sacrum": {"intensity": 5, "qualities": ["sharp"]}}),
        (("check_ins", 0, "regions"), {"back-sacrum": {"intensity": 5, "colour": 1}}),
        (("check_ins", 0, "carried_regions"), {"back-sacrum": 0}),
        (("check_ins", 0, "stiffness_minutes"), 1441),
        (("check_ins", 0, "sensitivity"), {"taste": "mild"}),
        (("check_ins", 0, "effort"), {"severity": 5}),
        (("check_ins", 0, "triggers"), [""]),
        (("check_ins", 0, "flare"), "yes"),
        (("reviews", 0, "sss", "fatigue"), 4),
        (("reviews", 0, "peg", "pain"), 11),
        (("treatments", 0, "kind"), "magic"),
        (("treatments", 0, "name"), None),
        (("treatments", 0, "pauses"), [{"start": "2026-03-05"}]),
        (("uses", 0, "relief"), 101),
        (("uses", 0, "treatment_id"), "x"),
        (("events", 0, "kind"), "magic"),
        (("events", 0, "label"), "x" * 121),
        (("appointments", 0, "questions"), ["x"] * 51),
        (("appointments", 0, "day"), None),
    ],
)
def test_what_is_off_is_refused_by_both(good: Any, tmp_path: Path, path: tuple[Any, ...], value: Any) -> None:
    bad = copy.deepcopy(good)
    holder = bad
    for name in path[:-1]:
        holder = holder[name]
    holder[path[-1]] = value
    assert not VALIDATOR.is_valid(bad)
    assert not read(json.dumps(bad).encode(), tmp_path / "in.json")
    assert read(json.dumps(good).encode(), tmp_path / "in.json")
