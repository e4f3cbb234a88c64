"""The files of grammar/ as data: the two Lark grammars, function phrases, units and the table of families."""

from __future__ import annotations

import importlib.resources
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from itertools import product
from pathlib import Path

from thads_dsl.source import plain
from thads_dsl.syntax.names import Trie, atoms, loose


def _folder() -> Traversable:
    """grammar/ inside the installed package, else that of the checkout."""
    installed = importlib.resources.files("thads_dsl") / "grammar"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "grammar"


def grammar_text(name: str) -> str:
    """The text of a file of grammar/."""
    return (_folder() / name).read_text("utf-8")


def _rows(name: str) -> Iterator[list[str]]:
    for line in grammar_text(name).splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]


_ALTERNATIVES = re.compile(r"\{([^}]*)\}")
# First words of the rows of families.txt that are no forms.
_NOT_FORMS = frozenset({"start", "group", "name"})


def _of_families(kind: str) -> Iterator[list[str]]:
    return (row for row in _rows("families.txt") if row[0] == kind)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A function phrase: its terminal, and what must stand after and before it (empty: anything)."""

    text: str
    terminal: str
    after: str
    before: str


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A way to write a unit: `factor` of `unit` (tỷ đồng: 10⁹ of đồng); `kind` as units.txt has it."""

    text: str
    unit: str
    factor: int
    kind: str


@dataclass(frozen=True, slots=True)
class Form:
    """One row of the table of families: its id, the rules of sentence.lark that read it (none: not read yet), form and meaning.

    `title` is what the language reference calls it, `note` what else is to know; `shown` are words of the sentences, and `missed` is the
    code of the near miss, to show before others.
    """

    id: str
    rules: tuple[str, ...]
    form: str
    meaning: str
    title: str
    note: str
    shown: str
    missed: str


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Forms about one thing: the letter of their ids, the name of their page, its title and what holds for all of them."""

    letter: str
    page: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Family:
    """A start symbol; if it folds free words, all tokens but `kept` become TEXT, and none of the words may be `refused`."""

    start: str
    kept: frozenset[str] | None
    refused: frozenset[str]


@cache
def phrases() -> tuple[Phrase, ...]:
    """phrases.txt, each of its lines as all the phrases that it writes."""
    return tuple(phrase for row in _rows("phrases.txt") for phrase in spelled_out(*row))


def spelled_out(text: str, terminal: str, after: str = "", before: str = "") -> Iterator[Phrase]:
    """The phrases of one line: each wording of “{không/chưa} {/được} xét”, with each of its guards behind it."""
    parts = [part.split("/") for part in _ALTERNATIVES.split(text)]  # words, alternatives, words, …
    for words in product(*parts):
        for guard in after.split() or [""]:
            yield Phrase(" ".join("".join(words).split()), terminal, guard, before)


@cache
def wordings(terminal: str) -> str:
    """A pattern of all the wordings of a function phrase, whatever must stand around them."""
    return "|".join(dict.fromkeys(re.escape(each.text) for each in phrases() if each.terminal == terminal))


@cache
def guard_rows(kind: str) -> tuple[tuple[str, ...], ...]:
    """The rows of guards.txt of a kind, “after” or “before”: kind, guard, what may stand there."""
    return tuple(tuple(row) for row in _rows("guards.txt") if row[0] == kind)


@cache
def phrase_trie() -> Trie[tuple[Phrase, ...]]:
    """Function phrases by their atoms; phrases with the same words are one entry."""
    return _trie(exact=True)


@cache
def free_phrase_trie() -> Trie[tuple[Phrase, ...]]:
    """The same, without diacritics."""
    return _trie(exact=False)


def _trie(exact: bool) -> Trie[tuple[Phrase, ...]]:
    by_keys: dict[tuple[str, ...], tuple[Phrase, ...]] = {}
    for phrase in phrases():
        keys = tuple(atom.key if exact else loose(atom) for atom in atoms(phrase.text))
        by_keys[keys] = (*by_keys.get(keys, ()), phrase)
    trie: Trie[tuple[Phrase, ...]] = Trie()
    for keys, entry in by_keys.items():
        trie.add(keys, entry)
    return trie


@cache
def unit_words() -> tuple[UnitWord, ...]:
    """units.txt, the longest words first."""
    words = (UnitWord(text, unit, int(factor), kind) for text, unit, factor, kind in _rows("units.txt"))
    return tuple(sorted(words, key=lambda word: -len(word.text)))


@cache
def heading_words(kind: str) -> tuple[str, ...]:
    """The words of headings.txt of a kind, in small letters, the longest first."""
    return tuple(sorted((words.casefold() for own, words in _rows("headings.txt") if own == kind), key=lambda words: -len(words)))


@cache
def sender_words(kind: str) -> str:
    """The words of senders.txt of a kind, as a pattern."""
    return _either(_wordings("senders.txt", kind))


@cache
def anniversary_words(kind: str) -> str:
    """The same of anniversaries.txt."""
    return _either(_wordings("anniversaries.txt", kind))


@cache
def anniversary_beginnings() -> frozenset[str]:
    """The first words of anniversaries.txt with which a form can begin, with and without diacritics."""
    first = {words.split()[0] for kind in ("honours", "keeps", "feast", "meeting") for words in _wordings("anniversaries.txt", kind)}
    return frozenset(first | {plain(word) for word in first})


@cache
def alike_words(kind: str) -> str:
    """The words of alike.txt of a kind, as a pattern, without diacritics."""
    return _either(map(plain, _wordings("alike.txt", kind)))


@cache
def standard_words(kind: str) -> re.Pattern[str]:
    """The same of standard_words.txt, with diacritics."""
    return re.compile(rf"(?<!\w){_either(_wordings('standard_words.txt', kind))}", re.IGNORECASE)


@cache
def habits(kind: str) -> Mapping[str, str]:
    """The rows of habits.txt of a kind: as written, as a rule has it."""
    return {written: right for own, written, right in _rows("habits.txt") if own == kind}


def _wordings(name: str, kind: str) -> Iterator[str]:
    return (phrase.text for own, words in _rows(name) if own == kind for phrase in spelled_out(words, ""))


def _either(every: Iterable[str]) -> str:
    """A pattern of any of these: the longest first, whole words only."""
    return rf"(?:{'|'.join(map(re.escape, sorted(every, key=lambda words: -len(words))))})(?!\w)"


@cache
def name_heads() -> tuple[tuple[tuple[str, ...], str], ...]:
    """heads.txt: first words of names (as keys of atoms) and the terminal of such a name, the longest first."""
    found = ((tuple(atom.key for atom in atoms(words)), terminal) for words, terminal in _rows("heads.txt"))
    return tuple(sorted(found, key=lambda each: -len(each[0])))


@cache
def name_words(kind: str) -> frozenset[str]:
    """The words of name_words.txt of a kind, in small letters. Raises KeyError where it has none."""
    return {row[0]: frozenset(row[1].split()) for row in _rows("name_words.txt")}[kind]


@cache
def weekdays() -> tuple[tuple[str, ...], ...]:
    """weekdays.txt: the days of a week from Monday, each in every way that it is written, the best one first."""
    return tuple(tuple(each.strip() for each in row[0].split(",")) for row in _rows("weekdays.txt") if row[1] == "day")


@cache
def before_weekdays() -> frozenset[str]:
    """weekdays.txt: the words behind which “thứ hai” is a day of a week, in small letters."""
    return frozenset(each.strip() for row in _rows("weekdays.txt") if row[1] == "before" for each in row[0].split(","))


@cache
def class_scales() -> tuple[tuple[str, ...], ...]:
    """class_scales.txt: names of classes in small letters, the best of each scale first."""
    return tuple(tuple(name.casefold() for name in row) for row in _rows("class_scales.txt"))


@cache
def forms() -> tuple[Form, ...]:
    """families.txt: the ids of the language."""
    named = {id: [*more, "", ""][:4] for _, id, *more in _of_families("name")}
    rows = (row for row in _rows("families.txt") if row[0] not in _NOT_FORMS)
    return tuple(Form(id, tuple(rules.split()), form, meaning, *named[id]) for id, rules, form, meaning in rows)


@cache
def form_groups() -> tuple[FormGroup, ...]:
    """The groups of families.txt, in the order of the ids."""
    return tuple(FormGroup(*row) for _, *row in _of_families("group"))


@cache
def families() -> tuple[Family, ...]:
    """The start symbols of sentence.lark, in the order of families.txt."""
    rows = ([*row, ""] for row in _of_families("start"))
    return tuple(
        Family(name, None if kept == "*" else frozenset(kept.split()), frozenset(refused.split())) for _, name, kept, refused, *_ in rows
    )
