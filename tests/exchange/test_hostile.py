"""Ten thousand hostile files end in one sentence or in a sound diary; tools/hostile.py counts how."""

from pathlib import Path

import pytest
from hostile import NOW, Attacks, attack_by_hypothesis, attack_by_mutation

from painmap import clock
from painmap.storage.diary import Diary


@pytest.fixture
def attacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Attacks:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return Attacks(tmp_path)


@pytest.mark.parametrize("thousand", range(5))
def test_files_that_went_wrong_do_no_harm(thousand: int, attacks: Attacks) -> None:
    attack_by_mutation(attacks, 1000, first=thousand * 1000)
    assert attacks.faults == []
    assert min(attacks.counts.values()) > 50
    assert attacks.counts.total() == 1000


@pytest.mark.parametrize("thousand", range(5))
def test_files_that_were_thought_up_do_no_harm(thousand: int, attacks: Attacks) -> None:
    attack_by_hypothesis(attacks, 1020, settled=thousand)
    assert attacks.faults == []
    assert attacks.counts.total() >= 1000


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 5_000_000,
        b'{"format": "painmap-diary", "version": 1, "check_ins": [' + b"9" * 3_000_000 + b"]}",
        b'{"format": "painmap-diary", "version": 1, "check_ins": [{"note": "' + b"x" * 5_000_000 + b'"}]}',
        b'{"format": "painmap-diary", "version": 1, "check_ins": [' + b"{}," * 100_000 + b"{}]}",
        b'{"a": 1, ' * 10 + b'"format": "painmap-diary"}',
    ],
)
def test_very_large_values_are_refused_in_one_sentence(attacks: Attacks, content: bytes) -> None:
    attacks(content, "in.json")
    assert attacks.faults == []
    assert attacks.counts["refused in one sentence"] == 1


def test_a_fault_would_be_noticed(attacks: Attacks, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Diary, "merge", fail)
    attack_by_mutation(attacks, 30)
    assert attacks.faults
