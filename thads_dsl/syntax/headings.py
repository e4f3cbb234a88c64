"""What a heading, or a head cell, of a table of targets says: whom, which band, which statistic, side, wave, other time, unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from thads_dsl.source import Passage, plain
from thads_dsl.syntax import tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.grammar import heading_words, unit_words
from thads_dsl.syntax.lexer import WORD, Lexeme, lex
from thads_dsl.syntax.names import Name, NameTable

_LABEL = re.compile(r"(?:nhóm|cụm|khối)\s+\w+\s*:\s*", re.IGNORECASE)  # “Nhóm 1: Chấp hành viên có …”: what follows says who
# What the heading of a column of goals, or a head cell, may consist of.
_SAYING = frozenset({
    "CASES", "MONEY", "QUANTITY", "SUBJECT", "WAVE", "INCREASE", "DECREASE", "THE_TARGETS", "COMMA", "AND", "LPAR", "RPAR",
    "COMPARED_WITH", "YEAR", "PREVIOUS_YEAR", "SAME_PERIOD",
})  # fmt: skip
_NONE = re.compile(r"0+(?: (?:vụ việc|vụ|việc|trường hợp|lần))?", re.IGNORECASE)  # from 0 upwards would ask for nothing
_PEOPLE = frozenset({"ca nhan", "ho ten", "ho va ten"})
_BASES = ("YEAR", "PREVIOUS_YEAR", "SAME_PERIOD")
# A cell of bare figures with the words of bands and goals around them; the unit is that of the heading.
_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")
_BARE = re.compile(
    r"(?:dưới|trên|từ|đến|hơn|trở lên|trở xuống|ít nhất|tối thiểu|tối đa|không quá|đạt|phấn đấu|giảm|tăng|vượt|[\s,-]|\d[\d.,]*)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column, read: what it says for its cells, the unit of bare figures, and whether they are means of a month."""

    text: Passage
    said: tree.Context | None
    who: bool = False  # only names a kind: its cells may name those of it
    band: Lexeme | None = None  # only names a statistic, maybe with whose: its cells may be bands of it
    unit: str = ""
    monthly: bool = False

    def cell(self, cell: Passage) -> Passage:
        """A cell of the column, with the unit of the heading behind bare figures."""
        if not self.unit or not _FIGURE.search(cell.text) or not _BARE.fullmatch(cell.text):
            return cell
        for found in reversed(list(_FIGURE.finditer(cell.text))):
            cell = cell.replaced(found.end(), found.end(), self.unit if self.unit == "%" else f" {self.unit}")
        return cell


def read_heading(text: Passage, names: NameTable) -> Heading:
    """A heading with its unit (“(%)”, “(tỷ đồng)”) and “bình quân/tháng” taken off."""
    text, unit = _without_unit(text)
    words = text.text.casefold()
    end = next((len(words) - len(each) for each in heading_words("monthly") if words.endswith(each)), None)
    text = text if end is None else text.cut(0, end)
    written = lex(text, names)
    lexemes = _without_fillers(written)
    signs = [lexeme.terminal for lexeme in lexemes if lexeme.terminal not in ("CASES", "MONEY", "FOR", "HAVING")]
    named = [lexeme for lexeme in lexemes if lexeme.terminal == "QUANTITY"]
    band = named[0] if signs in (["QUANTITY"], ["SUBJECT", "QUANTITY"]) else None
    said = saying(tuple(lexeme for lexeme in lexemes if band is None or lexeme.terminal not in ("FOR", "HAVING")))
    if written and not lexemes:
        said = tree.Context(span=written[0].span)  # “Phải đạt”: of what, the lines above say
    return Heading(text, said, signs == ["SUBJECT"], band, unit, end is not None)


def is_nothing(cell: Passage) -> bool:
    """“-”: nothing is asked."""
    return cell.text in heading_words("nobody")


def is_none_of(cell: Passage) -> bool:
    """“không”, “không để xảy ra”, “0 vụ”: there is to be none of it."""
    return _NONE.fullmatch(cell.text) is not None or plain(cell.text).rstrip(" .;") in _none_of()


@cache
def _none_of() -> frozenset[str]:
    return frozenset(plain(words) for words in heading_words("none_of"))


@cache
def _unit_said() -> re.Pattern[str]:
    units = "|".join(re.escape(unit.text) for unit in unit_words() if unit.kind in ("measure", "percent"))
    heads = "|".join(re.escape(unit.text) for unit in unit_words() if unit.kind == "per")
    said = rf"(?:(?:đvt|đơn vị|đơn vị tính|tính bằng)\s*:?\s*)?((?:{units})(?:/(?:{heads}|tháng))?|%)"
    return re.compile(rf"\s*\(\s*{said}\s*\)(?=,|$|\s+về\s)|\s+(%)$", re.IGNORECASE)


def _without_unit(text: Passage) -> tuple[Passage, str]:
    found = _unit_said().search(text.text)
    return (text.replaced(found.start(), found.end(), ""), found[1] or found[2]) if found else (text, "")


def _without_fillers(lexemes: tuple[Lexeme, ...]) -> tuple[Lexeme, ...]:
    """The words of a heading that say something: a year behind “chỉ tiêu (giao)” is that of the plan."""
    fillers = {word for each in heading_words("filler") for word in each.split()}
    whole = heading_words("filler")
    kept = tuple(
        lexeme
        for lexeme in lexemes
        if lexeme.text.casefold() not in whole and (lexeme.terminal != WORD or lexeme.text.casefold() not in fillers)
    )
    bare = bool(kept) and kept[0].terminal == "THE_TARGETS" and len(kept) > 1 and kept[1].terminal == "YEAR"
    return (kept[0], *kept[2:]) if bare else kept


def saying(lexemes: tuple[Lexeme, ...]) -> tree.Context | None:
    """What names, sides and waves beside each other say; None where there are other words, or two of a sort."""
    if not lexemes or any(lexeme.terminal not in _SAYING for lexeme in lexemes):
        return None
    sorts = ("SUBJECT", "QUANTITY", "WAVE")
    subject, quantity, wave = ([each for each in lexemes if each.terminal == sort] for sort in sorts)
    sides = [lexeme for lexeme in lexemes if lexeme.terminal in ("CASES", "MONEY")]
    turns = [lexeme for lexeme in lexemes if lexeme.terminal in ("INCREASE", "DECREASE")]
    versus = _versus(lexemes)
    loose = any(lexeme.terminal in _BASES for lexeme in lexemes) and versus is None
    if loose or any(len(each) > 1 for each in (subject, quantity, wave, sides, turns)):
        return None
    return tree.Context(
        subjects=tuple(tree.Subject(name=name_ref(each), span=each.span) for each in subject),
        facet="".join("về việc" if each.terminal == "CASES" else "về tiền" for each in sides),
        quantity=name_ref(quantity[0]) if quantity else None,
        turn="".join("tăng" if each.terminal == "INCREASE" else "giảm" for each in turns),
        versus=versus,
        waves=tree.Waves(ordinals=(cast(int, wave[0].value),), span=wave[0].span) if wave else None,
        span=lexemes[0].span,
    )


def _versus(lexemes: tuple[Lexeme, ...]) -> tree.Versus | None:
    start = next((at for at, lexeme in enumerate(lexemes) if lexeme.terminal == "COMPARED_WITH"), None)
    if start is None:
        return None
    end = next((at for at in range(start + 1, len(lexemes)) if lexemes[at].terminal not in _BASES), len(lexemes))
    read = read_tokens(lexemes[start:end], ("context",))
    return read.versus if isinstance(read, tree.Context) else None


def name_ref(lexeme: Lexeme) -> tree.NameRef:
    """The name that a token is."""
    assert isinstance(lexeme.value, Name), lexeme
    return tree.NameRef(kind=lexeme.terminal, canonical=lexeme.value.canonical, facet=lexeme.value.facet, span=lexeme.span)


def head_of(cell: Passage, heading: Heading, names: NameTable) -> tree.Context | None:
    """What a cell says of its row as a head: whom, which band of the heading's statistic, which wave, side or statistic."""
    if label := _LABEL.match(cell.text):
        cell = cell.cut(label.end())
    band, lexemes = heading.band, lex(heading.cell(cell), names)
    signs = [lexeme.terminal for lexeme in lexemes]
    if band is not None:
        having = _rest_of_figures(cell, signs) or _having(band, heading.said.facet if heading.said else "", lexemes)
        named = tuple(tree.Subject(name=name_ref(each), span=each.span) for each in lexemes if each.terminal == "SUBJECT")
        subjects = named or (heading.said.subjects if heading.said else ())
        return tree.Context(subjects=subjects, having=having, span=cell.span()) if having else None
    if signs == ["REMAINING"]:
        lexemes = lex(_rest_of(cell, heading), names)
    read = read_tokens(lexemes, ("context",))
    if isinstance(read, tree.Context) and (read.subjects or read.having):
        return read
    said = saying(lexemes)
    empty = said is None or said == tree.Context(span=said.span)
    return None if empty else said


def _rest_of_figures(cell: Passage, signs: list[str]) -> tree.Having | None:
    """B8: “Các Chi cục còn lại”, “Còn lại” under a statistic is the rest of its figures."""
    if signs not in (["REMAINING"], ["SUBJECT", "REMAINING"]):
        return None
    return tree.Having(bands=(), every=True, written=cell.text, rest=True, span=cell.span())


def _rest_of(cell: Passage, heading: Heading) -> Passage:
    """“Còn lại” below names: of the kind that the heading names, else of the units, or people, around the table."""
    people = plain(heading.text.text) in _PEOPLE
    whom = heading.text.text if heading.who else "cá nhân" if people else "đơn vị"
    return cell.replaced(0, len(cell.text), f"các {whom} còn lại")


def _having(quantity: Lexeme, facet: str, lexemes: tuple[Lexeme, ...]) -> tree.Having | None:
    """“dưới 500 việc” under “Tổng số giải quyết” is “có tổng số giải quyết dưới 500 việc”."""
    read = read_tokens((replace(quantity, terminal="HAVING"), quantity, *lexemes), ("context",))
    having = read.having if isinstance(read, tree.Context) else None
    if having is None or not facet:
        return having
    return replace(having, bands=tuple(replace(each, facet=each.facet or facet) for each in having.bands))


def joined(all_said: tuple[tree.Context, ...]) -> tree.Context | None:
    """What the heads of a row and the heading of a column say together; None where two say different things of one sort."""
    kept = [said.having for said in all_said if said.having is not None]
    whole = all_said[0]
    for said in all_said[1:]:
        for sort in ("facet", "quantity", "turn", "versus", "waves"):
            if getattr(said, sort) and getattr(whole, sort) and _alike(getattr(said, sort)) != _alike(getattr(whole, sort)):
                return None
        whole = replace(
            whole,
            subjects=(*whole.subjects, *said.subjects),
            facet=whole.facet or said.facet,
            quantity=whole.quantity or said.quantity,
            turn=whole.turn or said.turn,
            versus=whole.versus or said.versus,
            waves=whole.waves or said.waves,
        )
    return replace(whole, having=_both(kept) if len(kept) > 1 else next(iter(kept), None))


def _alike(said: object) -> object:
    return said.canonical if isinstance(said, tree.NameRef) else said


def _both(kept: list[tree.Having]) -> tree.Having:
    """Bands of several statistics that a row must lie in."""
    return tree.Having(
        bands=tuple(banded for having in kept for banded in having.bands),
        every=all(having.every for having in kept),
        written=" và ".join(having.written for having in kept),
        rest=any(having.rest for having in kept),
        span=kept[0].span,
    )
