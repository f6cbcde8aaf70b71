"""Imports 10,000 hostile files by the command line, and prints how they ended: python tools/hostile.py [COUNT]."""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

TESTS = Path(__file__).parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "exchange")]

from hostile import Attacks, attack_by_hypothesis, attack_by_mutation, stand_still  # noqa: E402 (found by the path above)


def main(count: int) -> int:
    """Half by mutation, half by hypothesis; 0 where there was no fault."""
    stand_still()
    started = time.monotonic()
    with TemporaryDirectory() as folder:
        attacks = Attacks(Path(folder))
        attack_by_mutation(attacks, count // 2)
        attack_by_hypothesis(attacks, count - attacks.counts.total(), settled=1)
        while attacks.counts.total() < count:
            attack_by_hypothesis(attacks, max(16, count - attacks.counts.total()), settled=attacks.counts.total())
    print(f"{attacks.counts.total():,} hostile files in {time.monotonic() - started:,.0f} s")
    for what, number in sorted(attacks.counts.items()):
        print(f"  {what}: {number:,}")
    print(f"  faults: {len(attacks.faults):,}")
    for fault in attacks.faults[:20]:
        print(f"    {fault}")
    return bool(attacks.faults)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
