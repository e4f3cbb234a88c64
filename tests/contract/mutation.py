"""Mutation of the real plans: python -m tests.contract.mutation [PLAN …] makes every slip of `mutants`, one at a time.

A slip is noticed if checking the plan then says something that it did not say before: an error, a warning, or a VÍ DỤ that no longer
holds. Where nothing is said, either no rule has changed (prose), or the slip survives; both are listed with their places.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from tests.contract.mutants import ASKED, KINDS, Mutant, mutants
from tests.contract.places import plans
from thads_dsl import vocabulary
from thads_dsl.check import read_draft
from thads_dsl.cli.files import beside
from thads_dsl.diagnostics import Diagnostic, Severity
from thads_dsl.model.plan import Plan
from thads_dsl.pipeline import Analysis, analyse
from thads_dsl.source import Load, SourceText
from thads_dsl.syntax import families, lexer, line_texts
from thads_dsl.syntax.outline import outline

P = ParamSpec("P")
R = TypeVar("R")
_CHUNK = 16  # mutants that a worker takes at a time
# What the typed plan holds besides its rules: the document, the author's words (also those that a person reads and judges by), and
# where they stand.
_WORDS = frozenset({"document", "restatements", "asides", "text", "line", "title", "what", "documents"})


class Fate(Enum):
    """What became of a slip."""

    REFUSED = "error"
    WARNED = "warning"
    EXAMPLE = "example"
    SURVIVED = "survived"
    SAME = "no rule"  # nothing is said, and nothing has changed

    @property
    def noticed(self) -> bool:
        """Whether the author is told."""
        return self in (Fate.REFUSED, Fate.WARNED, Fate.EXAMPLE)


@dataclass(frozen=True, slots=True)
class Judged:
    """A slip and what became of it."""

    mutant: Mutant
    fate: Fate


@dataclass(frozen=True, slots=True)
class Unmutated:
    """A plan as it is: its text, what checking it says, and what it means."""

    path: str
    text: str
    load: Load
    said: Counter[tuple[str, int]]
    meant: object

    @classmethod
    def read(cls, path: str, text: str, load: Load) -> "Unmutated":
        """Raises AssertionError for a plan with errors: against these nothing can be told."""
        analysis = analyse(path, text, load)
        assert analysis.plan is not None, f"{path} has errors"
        return cls(path, text, load, _said(analysis), meaning(analysis.plan))

    def mutants(self) -> tuple[Mutant, ...]:
        """All slips of this plan."""
        source = SourceText.read(self.path, self.text)
        return mutants(read_draft(source, outline(source), self.load)[0])

    def fate(self, mutant: Mutant) -> Fate:
        """What becomes of a slip."""
        analysis = analyse(self.path, mutant.of(self.text), self.load)
        added = _said(analysis) - self.said
        new = [each for each in analysis.diagnostics if _key(each) in added]
        if not new:
            assert analysis.plan is not None, f"{self.path}: refused without a word"
            return Fate.SAME if meaning(analysis.plan) == self.meant else Fate.SURVIVED
        if all(each.code.id.startswith("TH8") for each in new if each.severity is Severity.ERROR):
            return Fate.EXAMPLE if any(each.severity is Severity.ERROR for each in new) else Fate.WARNED
        return Fate.REFUSED


def _said(analysis: Analysis) -> Counter[tuple[str, int]]:
    return Counter(_key(each) for each in analysis.diagnostics)


def _key(diagnostic: Diagnostic) -> tuple[str, int]:
    return diagnostic.code.id, diagnostic.at.span.line


def meaning(value: object) -> object:
    """The rules of a plan as values that can be compared: all of it but the author's words and their places."""
    if isinstance(value, Plan) or (is_dataclass(value) and not isinstance(value, type)):
        kept = [field.name for field in fields(value) if field.name not in _WORDS]
        return type(value).__name__, *((name, meaning(getattr(value, name))) for name in kept)
    return tuple(meaning(each) for each in value) if isinstance(value, tuple | list) else value


# ---- all of them, on both cores


def remembering() -> None:
    """Read each line once, however many slips of other lines are tried: for the rest of this process.

    What is remembered are pure functions of values that never change; names are looked up in the same table while they are the same.
    """
    for function in (lexer.lex, line_texts.read_text, families.read_tokens, vocabulary.name_table):
        kept = _remembered(function)
        for module in [each for name, each in sys.modules.items() if name.startswith("thads_dsl")]:
            if getattr(module, function.__name__, None) is function:
                setattr(module, function.__name__, kept)


def _remembered(function: Callable[P, R]) -> Callable[P, R]:
    known: dict[object, R] = {}

    @wraps(function)
    def remember(*args: P.args, **kwargs: P.kwargs) -> R:
        key = (args, tuple(kwargs.items()))
        try:
            return known[key]
        except KeyError:
            known[key] = function(*args, **kwargs)
            return known[key]
        except TypeError:  # a passage that `Hiểu là` has changed is no key
            return function(*args, **kwargs)

    return remember


@cache
def _plan(path: Path) -> Unmutated:
    return Unmutated.read(str(path), path.read_text("utf-8"), beside(path))


def _fates(path: Path, slips: Sequence[Mutant]) -> list[Fate]:
    return [_fate(path, mutant) for mutant in slips]


def _fate(path: Path, mutant: Mutant) -> Fate:
    """Of one slip; where the compiler fails, the failure names it."""
    try:
        return _plan(path).fate(mutant)
    except Exception as failure:
        failure.add_note(f"{path.name}: {mutant}")
        raise


def run(paths: Iterable[Path], workers: int) -> Iterator[tuple[Path, list[Judged]]]:
    """Every plan with all its slips judged, in the order of the text."""
    with ProcessPoolExecutor(workers, initializer=remembering) as pool:
        waiting = []
        for path in paths:
            slips = _plan(path).mutants()
            chunks = [slips[at : at + _CHUNK] for at in range(0, len(slips), _CHUNK)]
            waiting.append((path, chunks, [pool.submit(_fates, path, chunk) for chunk in chunks]))
        for path, chunks, fates in waiting:
            done = [fate for each in fates for fate in each.result()]
            flat = [mutant for chunk in chunks for mutant in chunk]
            yield path, [Judged(mutant, fate) for mutant, fate in zip(flat, done, strict=True)]


# ---- what is printed


def table(judged: Sequence[Judged]) -> Iterator[str]:
    """Counts by kind, and the share that is noticed of the slips that change a rule."""
    fates = list(Fate)
    yield f"  {'':11}" + "".join(f"{fate.value:>10}" for fate in fates) + f"{'noticed':>10}"
    rows = [(kind, [each for each in judged if each.mutant.kind == kind]) for kind in KINDS]
    asked = [each for each in judged if each.mutant.kind in ASKED]
    for name, of_kind in [*rows, ("the first 6", asked), ("all", list(judged))]:
        if of_kind:
            counts = Counter(each.fate for each in of_kind)
            yield f"  {name:11}" + "".join(f"{counts[fate]:>10}" for fate in fates) + f"{share(of_kind):>10}"


def share(judged: Sequence[Judged]) -> str:
    """Of the slips that change a rule, how many are noticed; rounded down, so that 100% says all."""
    noticed = sum(each.fate.noticed for each in judged)
    changing = noticed + sum(each.fate is Fate.SURVIVED for each in judged)
    return f"{noticed * 10_000 // changing / 100:.2f}%" if changing else "-"


def listed(path: Path, judged: Sequence[Judged], fate: Fate) -> Iterator[str]:
    """Slips of one fate, each with its place and what was changed."""
    for each in judged:
        if each.fate is fate:
            mutant = each.mutant
            yield f"  {path.name}:{mutant.line}:{mutant.start + 1} {mutant.kind}: “{mutant.written}” → “{mutant.becomes}”"


def report(results: Sequence[tuple[Path, list[Judged]]]) -> Iterator[str]:
    """The tables of each plan and of all, then the slips that nobody notices."""
    for path, judged in results:
        yield f"{path.name}: {len(judged)}"
        yield from table(judged)
    yield "all plans"
    yield from table([each for _, judged in results for each in judged])
    for fate in (Fate.SAME, Fate.SURVIVED):
        yield f"{fate.value}:"
        for path, judged in results:
            yield from listed(path, judged, fate)
    yield "no rule, though their lines are read as rules (other words for the same, or what is printed and restated):"
    for path, judged in results:
        ruled = _ruled(path)
        yield from listed(path, [each for each in judged if each.mutant.line in ruled], Fate.SAME)


def _ruled(path: Path) -> set[int]:
    """The lines of a plan that say a rule or open a context, and those of its definitions."""
    source = SourceText.read(str(path), path.read_text("utf-8"))
    draft, _ = read_draft(source, outline(source), beside(path))
    found = {item.number for section in draft.outline.sections for item in section.items}
    for line in draft.lines:
        if line.sentences_with_rules or line.read.context is not None or (line.item.rows and not line.item.aside):
            found |= {line.item.number, *(row.line for row in line.item.rows), *(note.line.line for note in line.item.notes)}
    return found


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plans", nargs="*", type=Path)
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))
    wanted = parser.parse_args()
    paths = [path.resolve() for path in wanted.plans] or plans()
    for line in report(list(run(paths, wanted.workers))):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
