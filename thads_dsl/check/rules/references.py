"""TH205: “theo khoản 5 mục I Kế hoạch này” names a place that there is, in prose, and in a condition of which no rule is made.

Those of rules are looked up where they are understood.
"""

import re
from collections.abc import Iterator

from thads_dsl.check.awards.conditions import not_one_place, places_named
from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.syntax import condition_tree
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.written_forms import OF_THIS, PlaceText

_THIS = re.compile(OF_THIS.removesuffix("?"), re.IGNORECASE)
_HERE = re.compile(r",?\s*(?:mục|phần|điều|khoản)\s+này(?!\w)", re.IGNORECASE)
_END = re.compile(r"\s*(?:[,;.]|$)")
_ARTICLE = re.compile(r"Điều\s+\d+[a-zđ]?")


def references(facts: Facts) -> Iterator[Diagnostic]:
    """Each reference to a place of this plan that is not there."""
    for line in facts.draft.lines:
        for sentence in (line.read.context, *line.read.sentences):
            if sentence is not None and sentence.statement is None:
                yield from _of_sentence(facts, line, sentence)
        for sentence in line.sentences:
            if isinstance(sentence.statement, condition_tree.TargetsMet):  # below a list whose award is not read
                missing = (ref for ref in sentence.statement.places if not places_named(facts.draft, ref.steps))
                yield from (not_one_place(ref.written, (), ref.span) for ref in missing)


def _of_sentence(facts: Facts, line: Line, sentence: Sentence) -> Iterator[Diagnostic]:
    others = any(lexeme.terminal in ("REFERENCE", "LAW", "QUOTED") for lexeme in sentence.lexemes)
    for lexeme in sentence.lexemes:
        steps = _steps(lexeme)
        behind = sentence.passage.text[lexeme.end :]
        if not steps:
            continue
        if _HERE.match(behind):
            steps = (*line.place.steps[:1], *steps)
        elif not (_THIS.search(lexeme.text) or _THIS.match(behind)) and (
            others or "mục" not in lexeme.text.casefold() or not _END.match(behind)
        ):
            continue  # it may be a place of another document
        if not places_named(facts.draft, steps):
            yield not_one_place(lexeme.text, (), lexeme.span)


def _steps(lexeme: Lexeme) -> tuple[str, ...]:
    if isinstance(lexeme.value, PlaceText):
        return lexeme.value.steps
    return (" ".join(lexeme.text.split()),) if lexeme.terminal == "LAW" and _ARTICLE.fullmatch(lexeme.text) else ()
