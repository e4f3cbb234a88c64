"""What words say that “Hiểu là” may not change unsaid: numbers, their units and the side of their bounds, whom, what the council judges."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from thads_dsl.model.statistics import Kind
from thads_dsl.source import Passage, plain
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.literals import NUMERIC
from thads_dsl.syntax.names import Name, NameTable
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.written_forms import Figure

FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_POINTS = "điểm phần trăm"
_WITH_UNIT = {"PERCENT": "%", "PERCENT_POINTS": _POINTS, "SCORE": "điểm", "MEASURE": "", "AWARDS": ""}
_SIDES = {"AT_LEAST": "≥", "ABOVE": "≥", "OR_MORE": "≥", "AT_MOST": "≤", "BELOW": "≤", "OR_LESS": "≤"}
_FACET = re.compile(r"\b(?:về|số) (việc|tiền)\b", re.IGNORECASE)
_PERCENT = re.compile(r"(\d[\d.,]*)%")
_TURN = re.compile(r"\b(tăng|giảm)\b(?! cường| tốc| thiểu)", re.IGNORECASE)
_DENYING = ("không", "chưa", "trừ")
_AROUND = '“”" .;,'

# Figures by their digits: what is said of each, and the words that say it.
Told = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Said:
    """What a line or its restatement says; `cited` are numbers in quotation marks, for which the council answers.

    `judged` are words that are quoted for the council to judge, `denies` whether something is not so or not done.
    """

    numbers: frozenset[str]
    cited: frozenset[str]
    units: Told
    sides: Told
    facets: Told
    turns: Told
    subjects: tuple[str, ...]
    judged: tuple[str, ...]
    denies: bool
    words: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What a restatement changes: numbers lost and added, and each thing that was said otherwise, as (before, after)."""

    lost: tuple[str, ...]
    added: tuple[str, ...]
    otherwise: tuple[tuple[str, str], ...]
    not_copied: tuple[str, ...]


def said_by(passage: Passage, names: NameTable) -> Said:
    """What words say as they stand."""
    return _said([(passage, lex(passage, names))], names)


def said_by_sentences(sentences: Iterable[Sentence], names: NameTable) -> Said:
    """The same of sentences."""
    return _said([(each.passage, each.lexemes) for each in sentences], names)


def changed(before: Said, after: Said, kind: Callable[[str], Kind | None] = lambda _: None) -> Changed:
    """What the second says that the first does not; `kind` tells of subjects, without which these are not compared."""
    otherwise = [*other_units(before.units, after.units), *_strangers(before.subjects, after.subjects, kind)]
    if before.denies == after.denies:  # “dưới 80% thì không xét” is “đạt từ 80% trở lên”
        otherwise += _otherwise(before.sides, after.sides)
    otherwise += [*_otherwise(before.facets, after.facets), *_otherwise(before.turns, after.turns)]
    return Changed(
        lost=tuple(sorted(before.numbers - after.numbers - after.cited)),
        added=tuple(sorted(after.numbers - before.numbers)),
        otherwise=tuple(otherwise),
        not_copied=tuple(
            each.strip(_AROUND) for each in after.judged if _unquoted(plain(each.strip(_AROUND))) not in _unquoted(before.words)
        ),
    )


def _unquoted(words: str) -> str:
    """Without the quotation marks inside of a quotation."""
    return words.replace('"', "")


def other_units(before: Told, after: Told) -> Iterator[tuple[str, str]]:
    """The figures of which a unit is gone; percent points make percent clear, which is no change."""
    for digits in sorted(before.keys() & after.keys()):
        for unit in sorted(before[digits].keys() - after[digits].keys()):
            if unit != "%" or _POINTS not in after[digits]:
                yield before[digits][unit], min(after[digits].values())


def _said(parts: list[tuple[Passage, tuple[Lexeme, ...]]], names: NameTable) -> Said:
    lexemes = [lexeme for _, found in parts for lexeme in found]
    quoted = [(passage, lexeme) for passage, found in parts for lexeme in found if lexeme.terminal == "QUOTED"]
    council = any(lexeme.terminal == "COUNCIL_JUDGES" for lexeme in lexemes)
    return Said(
        numbers=frozenset(_numbers(lexemes)),
        cited=frozenset(chain.from_iterable(_cited(passage, lexeme, names) for passage, lexeme in quoted)),
        units=_units(lexemes),
        sides=_sides(lexemes),
        facets=_facets("; ".join(passage.text for passage, _ in parts)),
        turns=_turns(" ".join(passage.text for passage, _ in parts)),
        subjects=tuple(each.value.canonical for each in lexemes if each.terminal == "SUBJECT" and isinstance(each.value, Name)),
        judged=tuple(lexeme.text for _, lexeme in quoted) if council else (),
        denies=any(each.text.casefold().startswith(_DENYING) for each in lexemes if each.terminal not in _SIDES),
        words=" ".join(plain(passage.text) for passage, _ in parts),
    )


def _numbers(lexemes: Iterable[Lexeme]) -> Iterator[str]:
    """The figures of a sentence; a range holds two, a date is one."""
    for lexeme in lexemes:
        if lexeme.terminal == "DATE":
            yield "/".join(str(int(digits)) for digits in re.findall(r"\d+", lexeme.text))
        elif lexeme.terminal in NUMERIC:
            yield from FIGURES.findall(lexeme.text)


def _cited(passage: Passage, lexeme: Lexeme, names: NameTable) -> Iterator[str]:
    yield from _numbers(lex(passage.cut(lexeme.start + 1, lexeme.end - 1), names))
    yield from FIGURES.findall(lexeme.text)


def _units(lexemes: Sequence[Lexeme]) -> Told:
    """The figures that say their unit."""
    found: dict[str, dict[str, str]] = {}
    for lexeme in lexemes:
        digits = re.match(r"\d[\d.,]*", lexeme.text)
        if digits and lexeme.terminal in _WITH_UNIT:
            measured = lexeme.value.unit if isinstance(lexeme.value, Figure) else ""
            unit = _WITH_UNIT[lexeme.terminal] or measured or lexeme.text[digits.end() :].strip()
            found.setdefault(digits[0], {})[unit] = lexeme.text
    return found


def _sides(lexemes: Sequence[Lexeme]) -> Told:
    """The figures that a bound stands before or behind: “ít nhất 03”, “03 trở xuống”."""
    found: dict[str, dict[str, str]] = {}
    for first, second in pairwise(lexemes):
        bound, figure = (second, first) if second.terminal.startswith("OR_") else (first, second)
        digits = re.match(r"\d[\d.,]*", figure.text)
        if digits and bound.terminal in _SIDES and figure.terminal in NUMERIC:
            found.setdefault(digits[0], {})[_SIDES[bound.terminal]] = f"{first.text} {second.text}"
    return found


def _facets(text: str) -> Told:
    """The percentages that are said to be about cases or money: of a clause all before the words that say so, or all behind them."""
    found: dict[str, dict[str, str]] = {}
    for clause in re.split(r"[;(]", text):
        words, facets = _FACET.split(clause)[::2], _FACET.split(clause)[1::2]
        first, last = (_PERCENT.search(words[at]) is not None for at in (0, -1))
        for facet, figures in zip(facets, words[1:] if last else words[:-1], strict=True) if first is not last else ():
            for digits in _PERCENT.findall(figures):
                found.setdefault(digits, {})[facet.casefold()] = f"{digits}% về {facet.casefold()}"
    return found


def _turns(text: str) -> Told:
    """Whether figures are to rise or to fall."""
    said = {word.casefold() for word in _TURN.findall(text)}
    return {"": {word: word for word in said}} if said else {}


def _otherwise(before: Told, after: Told) -> Iterator[tuple[str, str]]:
    """The same figure with something else said of it."""
    for digits in sorted(before.keys() & after.keys()):
        if before[digits].keys().isdisjoint(after[digits]):
            yield min(before[digits].values()), min(after[digits].values())


def _strangers(before: Iterable[str], after: Iterable[str], kind: Callable[[str], Kind | None]) -> Iterator[tuple[str, str]]:
    """Somebody whom only the restatement names, beside a line that names others and not everybody of that base."""
    named, instead = ([found for each in names if (found := kind(each)) is not None] for names in (before, after))
    known = {found.name for found in named}
    strange = next((found for found in instead if found.name not in known and found.base.value not in known), None)
    beside = [] if strange is None else [found.name for found in named if found.base is strange.base]
    if strange is not None and beside:
        yield ", ".join(dict.fromkeys(beside)), strange.name
