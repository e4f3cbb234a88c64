"""Several faults in one plan: python -m tests.contract.faults [--files N] [--seed N] puts three, five and ten into sound plans.

All must be told in one run, each about its line, and nothing else may be said: one mistake hides no other one, and what follows from a
mistake is not told as another. Each of these faults has a line of its own; with --pairs each file has two in one line.
"""

import argparse
import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache

from tests.contract.mutants import Mutant as Fault
from tests.contract.mutation import remembering
from tests.contract.sound import sound_plans
from tests.contract.typing_slips import plain
from thads_dsl.diagnostics import Diagnostic, Severity
from thads_dsl.pipeline import analyse
from thads_dsl.source import Load

_NOTE = re.compile(r"\s*(?:Hiểu là|Đính chính|Đề xuất)")
_SKIPPED = re.compile(rf"\s*(?:#|>)|{_NOTE.pattern}")
COUNTS = (3, 5, 10)
PAIRS = (0,)  # instead of a count: two faults in one line
_FEWEST_LINES = 30  # ten faults need room
_UNPRINTED = re.compile(r"^PHẦN KHÔNG IN", re.MULTILINE)
_AROUND = 8  # lines on either side that a fault between lines claims, so that no other fault stands in its table


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: what it changes, and whether it is one between lines (bands that no longer meet) or of a line alone."""

    name: str
    pattern: re.Pattern[str]
    becomes: Callable[[re.Match[str]], str]
    between: bool = False


def _kind(name: str, pattern: str, becomes: str | Callable[[re.Match[str]], str], between: bool = False) -> Kind:
    made = becomes if callable(becomes) else lambda found: found.expand(becomes)
    return Kind(name, re.compile(pattern), made, between)


KINDS = (
    _kind("sign for words", r"từ (\d[\d,]*%) trở lên", r">= \1"),
    _kind("words for a sign", r"(?<=[ạt] )(\d[\d,]*)%", r"\1 phần trăm"),
    _kind("no diacritics", r"tỷ lệ thi hành xong|không bị kỷ luật|tổng số giải quyết", lambda found: plain(found[0])),
    _kind("English thousands", r"\b(\d)\.(\d{3}) việc", r"\1,\2 việc"),
    _kind("broken number", r"(?<![\d,.])(\d)(\d)%", r"\1,\2,\2%"),
    _kind("range", r"(?<=[ạt] )([1-8])(\d)%(?! trở)", r"\1\2-9\2%"),
    _kind("impossible date", r"ngày \d{1,2}/\d{1,2}/(20\d\d)", r"ngày 31/6/\1"),
    _kind("days in the wrong order", r"từ ngày (\d+/\d+/20\d\d) đến hết ngày (\d+/\d+/20\d\d)", r"từ ngày \2 đến hết ngày \1"),
    _kind("money for cases", r"(?<=dưới )(\d[\d.]*) việc", r"\1 tỷ đồng", between=True),
    _kind("more than all", r"(?<=đạt )([1-9])(\d)%", r"1\1\2%"),
    _kind("unknown sanction", r"“khiển trách”", "“nhắc nhở chung”"),
    _kind("unknown person", r"(?<=[-+.)] )Chấp hành viên(?= [cđ])", "Chấp hành viên tập sự"),
    _kind("unknown statistic", r"tỷ lệ thi hành xong trên có điều kiện", "tỷ lệ hòa giải trên có điều kiện"),
    _kind(
        "bands that do not meet",
        r"(?<=dưới )(\d+)(\d\d) việc",
        lambda found: f"{int(found[1])}{(int(found[2]) + 99) % 100:02} việc",
        between=True,
    ),
    _kind("number in prose", r"^(Trên đây là .*?)\.?$", r"\1, gồm 45 nội dung khác nhau."),
    _kind("unknown key", r"^(Tên loại|Trích yếu):", lambda found: f"{found[1][:-1]}:"),
    _kind("key said twice", r"^(?:Số, ký hiệu|Cơ quan chủ quản):", "Trích yếu:"),
    _kind("head of the unprinted part", r"^PHẦN KHÔNG IN", "PHẦN KHÔNG"),
    _kind("place that is not there", r"(?<=khoản )\d+(?= mục)", "92"),
    _kind("words of a scanner", r"[Pp]hấn đấu", "phần đầu"),
    _kind("cases for a share", r"(?<=đạt )(\d[\d,]*)%", r"\1 việc"),
    _kind("four digits behind a dot", r"\b(\d\.\d{3}) việc", r"\g<1>0 việc"),
    _kind("unknown award", r"Giấy khen(?=[^;:]*:$)", "Giấy mừng công"),
    _kind("month 13", r"(?<=ngày )(\d{1,2})/\d{1,2}/(20\d\d)", r"\1/13/\2"),
    _kind("bounds turned round", r"từ (\d[\d.]*)( việc)? đến dưới (\d[\d.]*) việc", r"từ \3 việc đến dưới \1 việc", between=True),
    _kind("no award at all", r"(?<!không quá )0[1-9](?= (?:tập thể|cá nhân|Giấy khen)\b)", "00"),
    _kind(
        "points of a part", r"^(\| *[A-Z] *\|[^|]*\| *)(\d+)( *\|)", lambda found: f"{found[1]}{int(found[2]) + 1}{found[3]}", between=True
    ),
    _kind("cell left out", r"^(\| *\d+ *\|[^|]*\|)[^|]*\|", r"\1", between=True),
    _kind("unknown unit", r"(?<=^[-+] )Chi cục THADS(?= (?:có|đạt)|:)", "Chi đội THADS"),
    _kind("words left out", r"trở lên", "lên"),
    _kind("number said twice", r"(?<=đạt )(\d[\d,]*%)", r"\1 \1"),
    _kind("words swapped", r"(?<=dưới )(\d[\d.]*) việc", r"việc \1", between=True),
    _kind("criterion numbered twice", r"^\| *2 *\|(?=.*điểm)", "| 1 |", between=True),
    _kind("standard that nothing gives", r"(?<=Hội đồng chấm từ 0 đến )(\d+)(?= điểm)", lambda found: f"{int(found[1]) + 7}", between=True),
    _kind("classes that share points", r"(?<=đến )dưới (?=\d+ điểm)", "", between=True),
    _kind("classes that do not meet", r"(?<=đến dưới )(\d+)(?= điểm)", lambda found: f"{int(found[1]) - 1}", between=True),
    _kind("letters of a short form lost", r"(?<=[-+.)] )Chi cục THADS(?= (?:có|đạt))", "Chi cục TADS"),
    # “từ 250 việc hoặc từ 60 tỷ đồng trở lên” is none: the words at the end are those of both.
    _kind("band without its end", r"(?<=giải quyết )từ (\d[\d.]* việc) trở lên(?! hoặc từ [^;.]* trở lên)", r"từ \1", between=True),
    _kind("letter for a digit", r"(?<=dưới )(\d*)0( việc)", r"\1O\2", between=True),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A sound plan to put faults into."""

    name: str
    text: str
    load: Load
    said: Counter[tuple[str, str]]


@cache
def sound() -> tuple[Plan, ...]:
    """The sound plans that are long enough."""
    found = []
    for name, raw, load in sound_plans():
        text = raw.decode()
        if text.count("\n") >= _FEWEST_LINES:
            found.append(Plan(name, text, load, Counter(_key(each) for each in analyse(name, text, load).diagnostics)))
    return tuple(found)


def _key(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.code.id, diagnostic.message


# ---- drawing


@dataclass(frozen=True, slots=True)
class Put:
    """A fault in its place, and the lines that it claims for itself."""

    fault: Fault
    claimed: range


def drawn(plan: Plan, count: int, chance: random.Random) -> tuple[Put, ...] | None:
    """So many faults, each on a line of its own, of as many kinds as can be; None where the plan has no room for them."""
    found: list[Put] = []
    taken: set[int] = set()
    kinds = list(KINDS)
    chance.shuffle(kinds)
    for kind in [*kinds, *kinds]:
        places = [put for put in _places(plan.text, kind) if taken.isdisjoint(put.claimed)]
        if places and len(found) < count:
            put = chance.choice(places)
            found.append(put)
            taken.update(put.claimed)
    return tuple(found) if len(found) == count else None


@cache
def _places(text: str, kind: Kind) -> tuple[Put, ...]:
    """Where such a fault can be made: in lines that are neither comments, notes, asides nor VÍ DỤ, and that no note restates."""
    unprinted = _UNPRINTED.search(text)
    lines = text[: unprinted.end() if unprinted else len(text)].split("\n")
    found = []
    for number, line in enumerate(lines, 1):
        below = next((each for each in lines[number:] if not each.lstrip().startswith("#")), "")
        if _SKIPPED.match(line) or _NOTE.match(below):
            continue
        around = _AROUND if kind.between else 0
        for each in kind.pattern.finditer(line):
            fault = Fault(number, each.start(), each.end(), kind.name, each[0], kind.becomes(each))
            found.append(Put(fault, range(number - around, number + around + 1)))
    return tuple(found)


def drawn_pair(plan: Plan, chance: random.Random) -> tuple[Put, ...] | None:
    """Two faults of two kinds in one line, apart from each other, the one behind first; None where no line has room for them."""
    kinds = chance.sample(KINDS, len(KINDS))
    for kind in kinds:
        for put in chance.sample(places := _places(plan.text, kind), len(places)):
            beside = [other for each in kinds if each is not kind for other in _places(plan.text, each) if _apart(put.fault, other.fault)]
            if beside:
                return tuple(sorted((put, chance.choice(beside)), key=lambda each: each.fault, reverse=True))
    return None


def _apart(one: Fault, other: Fault) -> bool:
    return one.line == other.line and (one.end < other.start or other.end < one.start)


# ---- judging


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said of a plan with faults: those that nothing tells, and what is said beyond one complaint for each."""

    plan: str
    faults: tuple[Put, ...]
    hidden: tuple[Put, ...]
    extra: tuple[str, ...]


def outcome(plan: Plan, faults: tuple[Put, ...]) -> Outcome:
    """Checks the plan with all its faults in one run."""
    text = plan.text
    for put in faults:
        text = put.fault.of(text)
    said, known = [], Counter(plan.said)
    for each in analyse(plan.name, text, plan.load).diagnostics:
        if known[_key(each)]:
            known[_key(each)] -= 1
        else:
            said.append(each)
    first = dict[Put, int | None]()
    for put in faults:  # of two in one line each has a complaint of its own, and a notice beside an error is none
        taken = {at for other, at in first.items() if other.fault.line == put.fault.line}
        meant = [at for at, each in enumerate(said) if at not in taken and _tells(each, put)]
        errors = [at for at in meant if said[at].severity is Severity.ERROR]
        first[put] = next(iter(errors if taken else (*errors, *meant)), None)
    hidden = tuple(put for put, at in first.items() if at is None)
    said = [each for at, each in enumerate(said) if at not in first.values()]  # one complaint may name several places
    extra = tuple(f"{each.at.span.line}: {each.code.id} {each.message}" for each in said)
    return Outcome(plan.name, faults, hidden, extra)


def _tells(diagnostic: Diagnostic, put: Put) -> bool:
    lines = {label.span.line for label in (diagnostic.at, *diagnostic.also) if label.source is None}
    return put.fault.line in lines


# ---- all of them


def _outcome(job: tuple[int, int, int]) -> Outcome:
    """One file: its number chooses the plan, so that each run asks the same of it; a count of 0 asks for two in one line."""
    number, count, seed = job
    chance = random.Random(f"{seed} {number} {count}")
    plans = list(sound())
    while True:
        plan = chance.choice(plans)
        faults = drawn(plan, count, chance) if count else drawn_pair(plan, chance)
        if faults is not None:
            return outcome(plan, faults)


def run(files: int, seed: int, workers: int, counts: Sequence[int] = COUNTS) -> list[Outcome]:
    """So many files, with three, five and ten faults by turns."""
    with ProcessPoolExecutor(workers, initializer=remembering) as pool:
        return list(pool.map(_outcome, _jobs(files, seed, counts), chunksize=10))


def run_here(files: int, seed: int, counts: Sequence[int] = COUNTS) -> list[Outcome]:
    """The same in this process."""
    return list(map(_outcome, _jobs(files, seed, counts)))


def _jobs(files: int, seed: int, counts: Sequence[int]) -> list[tuple[int, int, int]]:
    return [(number, counts[number % len(counts)], seed) for number in range(files)]


def report(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """How many are told, how much is said beyond that, and all that is hidden or too much."""
    faults = [put for each in outcomes for put in each.faults]
    kinds = {put.fault.kind for put in faults}
    hidden = [(each.plan, put) for each in outcomes for put in each.hidden]
    extra = [(each.plan, said) for each in outcomes for said in each.extra]
    yield f"{len(outcomes)} files, {len(faults)} faults of {len(kinds)} kinds: {len(faults) - len(hidden)} told"
    yield f"said beyond one complaint for each: {len(extra)} ({100 * len(extra) / len(faults):.2f}%)"
    of_kind, lost = Counter(put.fault.kind for put in faults), Counter(put.fault.kind for _, put in hidden)
    yield from (f"  {name:28} {count:4} {count - lost[name]:4} told" for name, count in sorted(of_kind.items()))
    yield "hidden:"
    yield from (f"  {name}:{put.fault.line} {put.fault.kind}: “{put.fault.written}” → “{put.fault.becomes}”" for name, put in hidden)
    yield "too much:"
    yield from (f"  {name}:{said}" for name, said in extra)


def main() -> None:
    """The figures, on stdout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pairs", action="store_true", help="two faults in one line of each file")
    chosen = parser.parse_args()
    for line in report(run(chosen.files, chosen.seed, os.cpu_count() or 1, PAIRS if chosen.pairs else COUNTS)):
        print(line)


if __name__ == "__main__":
    main()
