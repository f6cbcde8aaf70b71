"""What was freed is given back to the system, and a system that does so by itself is left alone."""

import ctypes
import sys
from pathlib import Path

import pytest

from painmap.ui.giving_back import give_back


@pytest.mark.skipif(sys.platform != "linux", reason="the figures are Linux's")
def test_memory_that_was_freed_goes_back_to_the_system():
    def held():
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])

    give_back()
    before = held()
    kept = [bytearray(100_000) for _ in range(2_000)]
    last = bytearray(100_000)
    between = held()
    kept.clear()
    give_back()
    assert between - before > 0.9 * 200_000_000 / 4096
    assert held() - before < 0.2 * (between - before)
    assert len(last) == 100_000


def test_elsewhere_nothing_is_done(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(ctypes, "CDLL", lambda _: pytest.fail("the C library was asked"))
    give_back()
