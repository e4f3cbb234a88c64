"""Random byte edits of a real plan, each checked in good time: python -m tests.hostile.random_edits --count 10000 --seed 7.

Prints the seed, how often each exit code came, and the slowest edit. The same seed makes the same edits.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.contract.places import first_plan
from tests.hostile.answering import answer

_CHUNK = 24  # most bytes that one edit takes or doubles


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: how often each exit code, and the slowest answer with its edit."""

    codes: Counter[int]
    slowest: float
    slowest_edit: int


def edited(raw: bytes, chance: random.Random) -> bytes:
    """The plan after one to eight edits: a byte changed, bytes deleted, doubled, moved, or put in from another line."""
    plan = bytearray(raw)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(plan) + 1)
        piece = plan[at : at + chance.randint(1, _CHUNK)]
        match chance.randrange(5):
            case 0:
                plan[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del plan[at : at + len(piece)]
            case 2:
                plan[at:at] = piece
            case 3:
                del plan[at : at + len(piece)]
                to = chance.randrange(len(plan) + 1)
                plan[to:to] = piece
            case _:
                start = chance.randrange(len(raw))
                plan[at:at] = raw[start : start + _CHUNK]
    return bytes(plan)


def edits(raw: bytes, seed: int, count: int) -> Iterator[bytes]:
    """The edited plans of a seed."""
    chance = random.Random(seed)
    for _ in range(count):
        yield edited(raw, chance)


@contextmanager
def keeping(content: bytes, name: str) -> Iterator[None]:
    """Keep the content beside other temporary files when what it is tried on fails, and name it in the failure."""
    kept = Path(tempfile.gettempdir(), name)
    kept.write_bytes(content)
    try:
        yield
    except BaseException as failure:
        failure.add_note(f"the plan is kept in {kept}")
        raise
    kept.unlink()


def try_edits(seed: int, count: int) -> Outcome:
    """Check every edited plan. Raises AssertionError at the first that breaks the law, with its number and its bytes kept."""
    codes: Counter[int] = Counter()
    slowest, slowest_edit = 0.0, -1
    raw = first_plan().read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ke-hoach.plan")
        for number, content in enumerate(edits(raw, seed, count)):
            path.write_bytes(content)
            with keeping(content, f"edit-{seed}-{number}.plan"):
                code, _, took = answer("check", path)
            codes[code] += 1
            if took > slowest:
                slowest, slowest_edit = took, number
    return Outcome(codes, slowest, slowest_edit)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    wanted = parser.parse_args()
    sys.stdout.write(f"seed {wanted.seed}, {wanted.count} edits\n")
    sys.stdout.flush()
    outcome = try_edits(wanted.seed, wanted.count)
    told = ", ".join(f"exit {code}: {count}" for code, count in sorted(outcome.codes.items()))
    sys.stdout.write(f"{told}; slowest {outcome.slowest:.2f} s (edit {outcome.slowest_edit})\n")


if __name__ == "__main__":
    main()
