"""The name of a criterion that is scored by a statistic: words beside the statistic that make it another one (TH201, TH637).

“Tỷ lệ thi hành xong án tín dụng về việc” is no name of the danh mục, and would be scored by all judgments.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import dropwhile

from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.undeclared import not_declared
from thads_dsl.check.points.beside import left_over
from thads_dsl.check.points.cell import Written
from thads_dsl.check.unread.narrowing import bars, narrows
from thads_dsl.check.unread.places_by_time import is_in_time
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.model.rules import PeriodRule, Wave
from thads_dsl.source import plain
from thads_dsl.syntax.grammar import heading_words
from thads_dsl.syntax.holes import UnknownName
from thads_dsl.syntax.lexer import WORD, Lexeme, lex
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.points import WrittenRow

_SIDES = ("CASES", "MONEY")
_YEARS = re.compile(r"\b\d{4}\b")
_SIGNS = ("COMMA", "COLON", "SEMICOLON")
_BASES = ("tập thể", "đơn vị")  # “… của đơn vị”: whose points they are
# What the other checks of a name read, or what its target says again; behind a statistic they narrow nothing.
_READ = frozenset({
    "COMMA", "COLON", "DECREASE", "INCREASE", "COMPARED_WITH", "PREVIOUS_YEAR", "SAME_PERIOD", "HIGHER", "LOWER", "NOT_HIGHER",
    "NOT_LOWER", "STRIVE", "REACH", "MUST_REACH", "PERCENT", "FROM", "AT_LEAST", "ABOVE", "OR_MORE", "ASSIGNED", "THE_TARGETS", "EXCEEDING",
    "SHORT_OF", "FORM", "PLACE", "REFERENCE",
})  # fmt: skip


def all_is_scored(lowering: Lowering, row: WrittenRow, written: Written, scored_by: Collection[str]) -> bool:
    """Whether scoring by the statistic of a name takes into account all that the name says of it; a complaint where it does not."""
    if written.quantity is None or written.quantity.key not in scored_by:
        return True
    lexemes = lex(row.title, lowering.draft.names)
    at = next(place for place, lexeme in enumerate(lexemes) if lexeme.terminal == NameKind.QUANTITY.value)
    if before := _narrowing_before(lowering, written, lexemes, at):
        lowering.found.append(left_over(row, written.quantity.key, before))
        return False
    unread = next(_unread(lowering, written, lexemes, range(at + 1, len(lexemes))), None)
    if unread is None:
        return True
    longer = unread[0] is lexemes[at + 1] and unread[0].terminal == WORD
    lowering.found.append(_longer(lowering, row, written, lexemes[at]) if longer else left_over(row, written.quantity.key, unread))
    return False


def _narrowing_before(lowering: Lowering, written: Written, lexemes: tuple[Lexeme, ...], at: int) -> tuple[Lexeme, ...]:
    """“Án tín dụng: tỷ lệ …”, “Quý III, tỷ lệ …”: from such words to the statistic; other words before it are titles."""
    for run in _unread(lowering, written, lexemes, range(at)):
        said = tuple(each for each in run if each.terminal != "FOR")  # “Đối với Chi cục THADS, …” is said by the table
        if plain(" ".join(each.text for each in said)) in map(plain, heading_words("title_before")):
            continue
        of_others = any(each.terminal in (NameKind.SUBJECT.value, "YEAR") for each in said)
        if of_others or bars(said) or (narrows(said) and not _is_the_time(lowering, said)):
            start = lexemes.index(run[0])
            start -= lexemes[start - 1].terminal == "LPAR"
            return tuple(dropwhile(lambda each: each.terminal in _SIGNS, reversed(lexemes[start:at])))[::-1]
    return ()


def _is_the_time(lowering: Lowering, said: tuple[Lexeme, ...]) -> bool:
    """“Năm 2024, …”, “Quý III, …” in a plan of that time."""
    periods = [rule.period for rule in lowering.of(PeriodRule)] + [rule.period for rule in lowering.of(Wave)]
    return is_in_time(lowering.draft, periods, " ".join(each.text for each in said))


def _unread(lowering: Lowering, written: Written, lexemes: tuple[Lexeme, ...], places: Iterable[int]) -> Iterator[tuple[Lexeme, ...]]:
    """Runs of words around the statistic that say something and that nothing reads; brackets go with what stands in them."""
    run: list[Lexeme] = []
    for place in places:
        lexeme = lexemes[place]
        if lexeme.terminal in ("LPAR", "RPAR"):
            continue
        if not _is_read(lowering, written, lexemes, place):
            run.append(lexeme)
        elif run:
            yield from _that_say_something(run)
            run = []
    yield from _that_say_something(run)


def _is_read(lowering: Lowering, written: Written, lexemes: tuple[Lexeme, ...], at: int) -> bool:
    lexeme = lexemes[at]
    match lexeme.terminal:
        case "CASES" | "MONEY":
            return lexeme.terminal == next(each.terminal for each in lexemes if each.terminal in _SIDES)  # by which it is scored
        case "YEAR":
            return lexemes[at - 1].terminal in ("COMPARED_WITH", "HIGHER", "LOWER", "OUT_OF") or _is_own_year(lowering, lexeme)
        case "SUBJECT":
            assert isinstance(lexeme.value, Name), lexeme
            return lexeme.value.canonical in (written.subject.name, *_BASES)
        case "QUANTITY":
            return lexemes[at - 1].terminal == "OUT_OF" and _is_its_whole(lowering, written, lexeme)
        case "AND" | "OF" | "OUT_OF":
            return at + 1 < len(lexemes) and _is_read(lowering, written, lexemes, at + 1)
    return lexeme.terminal in _READ


def _is_own_year(lowering: Lowering, year: Lexeme) -> bool:
    """“… năm 2024” in a plan of that year, by its periods, else by its title, or in one that says no year."""
    periods = [rule.period for rule in lowering.of(PeriodRule)]
    years = {str(day.year) for period in periods for day in (period.first, period.last)}
    years = years or set(_YEARS.findall(lowering.draft.key("trích yếu")))
    return not years or year.text[-4:] in years


def _is_its_whole(lowering: Lowering, written: Written, whole: Lexeme) -> bool:
    """“Tỷ lệ thi hành xong … trên số có điều kiện thi hành”: what the rate is of anyway."""
    assert isinstance(whole.value, Name) and written.quantity is not None, whole
    defined = lowering.draft.vocabulary.quantity(written.quantity.name)
    return defined is not None and [name for _, name in defined.under] == [whole.value.canonical]


def _that_say_something(run: list[Lexeme]) -> Iterator[tuple[Lexeme, ...]]:
    if run and not _harmless().fullmatch(plain(" ".join(each.text for each in run))):
        yield tuple(run)


@cache
def _harmless() -> re.Pattern[str]:
    words = "|".join(re.escape(plain(each)) for each in heading_words("title"))
    return re.compile(rf"(?:(?:{words})(?: |$))*")


def _longer(lowering: Lowering, row: WrittenRow, written: Written, statistic: Lexeme) -> Diagnostic:
    """“Tỷ lệ thi hành xong án tín dụng, ngân hàng về việc”: a statistic of its own, which nobody has declared."""
    name = _TAIL.sub("", row.title.text[statistic.start :]).rstrip(" ,;.:")
    at = row.title.span(statistic.start, statistic.start + len(name))
    return not_declared(lowering.draft, UnknownName(NameKind.QUANTITY, name, at))


# The side, or a bracket, with all behind it.
_TAIL = re.compile(r"(?:\s+về (?:số |giá trị )?(?:việc|tiền)\b|\s*\().*", re.IGNORECASE)
