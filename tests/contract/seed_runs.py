"""Which runs of six words the seeds have: hashes of them, so that a test can tell a sentence in words of its own from one that was copied.

The seeds themselves are not in the repository. `python -m tests.contract.seed_runs FOLDER` reads its *.txt anew and writes the hashes.
"""

import hashlib
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.contract.places import ROOT
from thads_dsl.source.fold import plain

LENGTH = 6  # words
KEPT = ROOT / "tests" / "contract" / "seed_runs.txt"  # one hash a line, ascending


def runs(text: str) -> Iterator[str]:
    """Hashes of every run of six words of a text; letters and digits count, diacritics and signs do not."""
    words = re.findall(r"\w+", plain(text))
    for at in range(len(words) - LENGTH + 1):
        yield hashlib.sha256(" ".join(words[at : at + LENGTH]).encode()).hexdigest()[:10]


@cache
def seed_runs() -> frozenset[str]:
    """The hashes that are kept."""
    return frozenset(KEPT.read_text("utf-8").split())


def is_own(sentence: str) -> bool:
    """Whether a sentence shares no run of six words with a text of the seeds."""
    return seed_runs().isdisjoint(runs(sentence))


def write(folder: Path) -> None:
    """Makes the kept hashes those of the texts of a folder; raises FileNotFoundError where it has none."""
    texts = sorted(folder.glob("*.txt"))
    if not texts:
        raise FileNotFoundError(folder)
    found = {run for text in texts for run in runs(text.read_text("utf-8"))}
    KEPT.write_text("".join(f"{run}\n" for run in sorted(found)), "utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
