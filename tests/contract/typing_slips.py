"""Slips of the typist: python -m tests.contract.typing_slips [--slips N] [--seed N] makes them in the real plans, one at a time.

A word is left out, doubled, swapped with the next one, misspelt, robbed of its diacritics, or its unit is changed; anywhere in the file
but in comments. Then the author is told of it, or the plan means the same, or it means something else without a word: those are listed.
"""

import argparse
import os
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from tests.contract.mutants import Mutant as Slip
from tests.contract.mutation import Unmutated, meaning, remembering
from tests.contract.places import plans
from thads_dsl.cli.files import beside
from thads_dsl.diagnostics import Diagnostic, Severity
from thads_dsl.model.plan import Plan
from thads_dsl.model.reading import Role
from thads_dsl.pipeline import analyse

KINDS = ("left out", "doubled", "swapped", "misspelt", "no diacritics", "unit")
_UNITS = {"việc": "đồng", "tiền": "việc", "tỷ": "triệu", "triệu": "tỷ", "tháng": "năm", "năm": "tháng", "điểm": "việc", "ngày": "tháng"}
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
# Rules of which a change is counted apart: they are printed or told, and no result hangs on them.
APART = frozenset({"dossiers", "deadlines", "open_deadlines", "recurring_deadlines"})
_WORDS = re.compile(r"\S+")
_PROSE = (Role.PROSE, Role.MARKED)
# What no message may hold: names of terminals, and words of another language.
FOREIGN = re.compile(r"\b[A-Z]+_[A-Z_]+\b|\b(?:token|expected|unexpected|line|column|error|warning|None|True|False|Traceback|rule|unit)\b")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a slip: whether it is told, whether the first complaint is about its line, and which rules are others.

    `printed`: in a line that is read as prose, which no rule hangs on.
    """

    told: bool
    printed: bool
    on_its_line: bool
    first: str
    changed: frozenset[str]
    foreign: tuple[str, ...]

    @property
    def apart(self) -> bool:
        """Whether only prose, or rules that are counted apart, are others."""
        return self.changed <= APART if self.changed else self.printed


# ---- drawing


def drawn(text: str, chance: random.Random) -> Slip:
    """One slip of a text, each word as likely as the next."""
    while True:
        number, words, at = chance.choice(_places(text))
        kind = chance.choice(KINDS)
        word = words[at]
        end = word.end()
        following = words[at + 1] if at + 1 < len(words) else None
        becomes: str | None = None
        match kind:
            case "left out":
                becomes = ""
            case "doubled":
                becomes = f"{word[0]} {word[0]}"
            case "swapped" if following is not None:
                becomes, end = f"{following[0]} {word[0]}", following.end()
            case "misspelt":
                becomes = misspelt(word[0], chance)
            case "no diacritics":
                becomes = plain(word[0])
            case "unit":
                becomes = _other_unit(word[0])
        line = text.split("\n")[number - 1]
        if becomes is not None and becomes != line[word.start() : end]:
            return Slip(number, word.start(), end, kind, line[word.start() : end], becomes)


@cache
def _places(text: str) -> tuple[tuple[int, tuple[re.Match[str], ...], int], ...]:
    """Every word of every line that is no comment: its line, the words of that line, and which of them it is."""
    lines = [(number, tuple(_WORDS.finditer(line))) for number, line in enumerate(text.split("\n"), 1) if not line.lstrip().startswith("#")]
    return tuple((number, words, at) for number, words in lines for at in range(len(words)))


def misspelt(word: str, chance: random.Random) -> str | None:
    """One letter is another, is left out, or changes places with the next one; None for a word without letters."""
    letters = [at for at, sign in enumerate(word) if sign.isalpha()]
    if not letters:
        return None
    at = chance.choice(letters)
    match chance.randrange(3):
        case 0:
            return word[:at] + chance.choice(_LETTERS) + word[at + 1 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case _:
            return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def plain(word: str) -> str:
    """Without diacritics."""
    decomposed = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _other_unit(word: str) -> str | None:
    bare = word.strip(".,;:()“”|")
    if bare in _UNITS:
        return word.replace(bare, _UNITS[bare])
    return word.replace("%", " điểm") if re.search(r"\d%", word) else None


# ---- judging


@cache
def _plan(path: Path) -> tuple[Unmutated, Plan, frozenset[int]]:
    """A plan, what it means, and its lines of prose."""
    text, load = path.read_text("utf-8"), beside(path)
    analysis = analyse(str(path), text, load)
    assert analysis.plan is not None, f"{path} has errors"
    prose = frozenset(line.line for line in analysis.reading if line.taken and all(each.role in _PROSE for each in line.taken))
    return Unmutated.read(str(path), text, load), analysis.plan, prose


def outcome(path: Path, slip: Slip) -> Outcome:
    """What becomes of a slip; a failure of the compiler names it."""
    whole, plan, prose = _plan(path)
    try:
        analysis = analyse(whole.path, slip.of(whole.text), whole.load)
    except Exception as failure:
        failure.add_note(f"{path.name}: {slip}")
        raise
    known = Counter(whole.said)
    new: list[Diagnostic] = []
    for each in analysis.diagnostics:
        key = each.code.id, each.at.span.line
        new += () if known[key] else (each,)
        known[key] -= 1
    first = next((each for each in new if each.severity is Severity.ERROR), new[0]) if new else None
    lines = {label.span.line for label in (first.at, *first.also)} if first else set()
    changed = frozenset[str]() if analysis.plan is None else _changed(plan, analysis.plan)
    said = [text for each in new for text in (each.message, each.why, *(way.how for way in each.ways))]
    foreign = tuple(text for text in said if FOREIGN.search(text))
    return Outcome(bool(new), slip.line in prose, slip.line in lines, f"{first.code.id} {first.message}" if first else "", changed, foreign)


def _changed(before: Plan, after: Plan) -> frozenset[str]:
    """The kinds of rules that are others."""
    names = [each.name for each in fields(Plan) if each.name not in ("document", "restatements", "asides")]
    return frozenset(name for name in names if meaning(getattr(before, name)) != meaning(getattr(after, name)))


# ---- all of them


def _outcomes(path: Path, slips: Sequence[Slip]) -> list[Outcome]:
    return [outcome(path, slip) for slip in slips]


def run(paths: Sequence[Path], count: int, seed: int, workers: int) -> list[tuple[Path, Slip, Outcome]]:
    """As many slips, drawn from all plans by turns."""
    chance = random.Random(seed)
    slips = {path: [drawn(_plan(path)[0].text, chance) for _ in range(len(range(at, count, len(paths))))] for at, path in enumerate(paths)}
    with ProcessPoolExecutor(workers, initializer=remembering) as pool:
        chunks = [(path, of_plan[at : at + 20]) for path, of_plan in slips.items() for at in range(0, len(of_plan), 20)]
        found = pool.map(_outcomes, *zip(*chunks, strict=True))
        return [(path, *each) for (path, chunk), outcomes in zip(chunks, found, strict=True) for each in zip(chunk, outcomes, strict=True)]


def report(results: Sequence[tuple[Path, Slip, Outcome]]) -> Iterator[str]:
    """The shares, then every slip that is told on another line, told in foreign words, or not told though rules are others."""
    told = [each for each in results if each[2].told]
    silent = [each for each in results if not each[2].told]
    apart = [each for each in silent if each[2].apart]
    survivors = [each for each in silent if each[2].changed and not each[2].apart]
    elsewhere = [each for each in told if not each[2].on_its_line]
    yield f"{len(results)} slips: {len(told)} told, {len(silent) - len(apart) - len(survivors)} mean the same,"
    printed = sum(1 for each in apart if not each[2].changed)
    yield f"{len(apart)} change only what is counted apart ({printed} of them printed prose), {len(survivors)} change a rule without a word"
    changing = len(told) + len(survivors)
    yield f"told or the same: {share(changing - len(survivors), changing)} of those that are not the same or apart"
    yield f"first complaint about the line of the slip: {share(len(told) - len(elsewhere), len(told))}"
    for kind in KINDS:
        of_kind = [each for each in results if each[1].kind == kind]
        yield f"  {kind:14} {len(of_kind):5} {sum(each[2].told for each in of_kind):5} told"
    for title, listed in (("without a word", survivors), ("apart", apart), ("told of another line", elsewhere)):
        yield f"{title}:"
        for path, slip, found in listed:
            if not found.told and not found.changed:
                continue  # prose
            what = found.first or ", ".join(sorted(found.changed))
            yield f"  {path.name}:{slip.line}:{slip.start + 1} {slip.kind}: “{slip.written}” → “{slip.becomes}” {what}"
    yield "words that no user knows:"
    yield from (f"  {text}" for text in sorted({text for each in results for text in each[2].foreign}))


def share(part: int, whole: int) -> str:
    """Rounded down, so that 100% says all."""
    return f"{part * 10_000 // whole / 100:.2f}% ({part} of {whole})" if whole else "-"


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slips", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))
    wanted = parser.parse_args()
    for line in report(run(plans(), wanted.slips, wanted.seed, wanted.workers)):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
