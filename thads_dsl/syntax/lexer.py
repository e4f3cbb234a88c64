"""Folded text of a sentence → tokens: forms, declared names and function phrases by longest match, and the words that are none of these."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from lark import Token

from thads_dsl.source import Passage, Span
from thads_dsl.syntax.ahead import LEFT_OUT, Ahead
from thads_dsl.syntax.grammar import Family, Phrase
from thads_dsl.syntax.guards import may_stand
from thads_dsl.syntax.literals import NUMERIC, Literal, literal_at, may_begin_literal
from thads_dsl.syntax.names import Name, NameKind, NameTable, atoms

WORD = "WORD"
COUNTED = "COUNTED"  # “500 việc có điều kiện thi hành”: a statistic that says what the figure before it counts
SIGNS = {",": "COMMA", ";": "SEMICOLON", ":": "COLON", "/": "SLASH", "(": "LPAR", ")": "RPAR"}
IN_CELL = "_IN_CELL"  # stands before every sentence of a cell “Cách chấm điểm”: only the families of such cells read it
UNFOLDED = NUMERIC | {IN_CELL}  # no free words: what a family does not keep of these it does not read
# What stands in brackets that say no more than the words without them.
OF_WAVES = frozenset({"EACH_WAVE", "ALL_OF_WAVES", "WAVES", "WAVE", "DURING", "AND"})
# What begins brackets that only set words apart, and what such a bracket stands for.
SET_APART = dict.fromkeys(("IN_WHICH", "STRIVE"), "COMMA") | dict.fromkeys(("COMPARED_WITH", "ADDRESSED", "EXCEPT", "EXCLUDING"), LEFT_OUT)
_BOUNDS = frozenset({"BELOW", "ABOVE", "FROM"})
MEASURED = frozenset({"MEASURE", "SCORE", "PERCENT_POINTS", "MONTHS"})  # figures with a unit
_AWARDS = (NameKind.REWARD, NameKind.TITLE)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A token of a sentence: its terminal, its folded text, what it stands for, and where it is in the passage and in the file.

    `skipped` is what stands right before it and says nothing (“các ”); free words keep it.
    """

    terminal: str
    text: str
    value: object
    span: Span
    start: int
    end: int
    skipped: str = ""

    def moved(self, by: int) -> Lexeme:
        """The same in a passage that begins elsewhere."""
        return replace(self, start=self.start + by, end=self.end + by)

    def token(self) -> Token:
        """The same for Lark."""
        made = Token(self.terminal, self.text)
        made.value = self
        return made


def of_time(lexeme: Lexeme) -> bool:
    """“05 năm”, “12 tháng” may end a name: “Tổ xử lý án tồn đọng trên 05 năm”."""
    return lexeme.terminal in MEASURED and lexeme.text.casefold().endswith((" năm", " tháng", " ngày", " giờ"))


@dataclass(frozen=True, slots=True)
class Lexed:
    """A passage with its tokens, which is cut without being read again; `of_cell`: it stands in a cell “Cách chấm điểm”."""

    passage: Passage
    lexemes: tuple[Lexeme, ...]
    names: NameTable
    of_cell: bool = False

    @property
    def told(self) -> tuple[Lexeme, ...]:
        """What families are asked: the tokens, those of a cell with its mark before them."""
        return in_cell(self.lexemes) if self.of_cell else self.lexemes

    def cut(self, start: int, end: int | None = None) -> Lexed:
        """The part of the passage, without the spaces around it, and its tokens."""
        text = self.passage.text
        end = len(text) if end is None else end
        piece = self.passage.cut(start, end)
        first = start + len(text[start:end]) - len(text[start:end].lstrip(" "))
        last = first + len(piece.text)
        low = bisect_left(self.lexemes, first, key=lambda lexeme: lexeme.start)
        high = bisect_left(self.lexemes, last, key=lambda lexeme: lexeme.start)
        inside = self.lexemes[low:high]
        if (low and self.lexemes[low - 1].end > first) or (inside and inside[-1].end > last):
            return replace(self, passage=piece, lexemes=lex(piece, self.names))  # a token lies across an end
        return replace(self, passage=piece, lexemes=tuple(lexeme.moved(-first) for lexeme in inside) if first else inside)


def lexed(passage: Passage, names: NameTable) -> Lexed:
    """The passage with its tokens."""
    return Lexed(passage, lex(passage, names), names)


def lexed_in_cell(passage: Passage, names: NameTable) -> Lexed:
    """The same of words of a cell “Cách chấm điểm”."""
    return replace(lexed(passage, names), of_cell=True)


def in_cell(lexemes: tuple[Lexeme, ...]) -> tuple[Lexeme, ...]:
    """The tokens of a sentence of a cell “Cách chấm điểm”, with the mark that says so; none where there are none."""
    return (replace(lexemes[0], terminal=IN_CELL, text="", value=None, end=lexemes[0].start), *lexemes) if lexemes else ()


def lexemes(passage: Passage, names: NameTable) -> Iterator[Lexeme]:
    """The tokens of a sentence, one by one."""
    return _Reading(passage, names, strict=True).run()


def lex(passage: Passage, names: NameTable) -> tuple[Lexeme, ...]:
    """The tokens of a sentence. Kept with the names: a line is asked about by many checks, each for its own reason."""
    found = names.lexed.get(passage)
    if found is None:
        found = names.lexed[passage] = tuple(lexemes(passage, names))
    return found


def lex_loosely(passage: Passage, names: NameTable) -> tuple[Lexeme, ...]:
    """The tokens of a sentence when diacritics do not count: for telling what a misspelt one was meant to be."""
    return tuple(_Reading(passage, names, strict=False).run())


def folded_for(family: Family, lexemes: tuple[Lexeme, ...]) -> tuple[Lexeme, ...] | None:
    """The tokens with runs of free words as one TEXT, as the family wants them; None if a loose number or a refused word is among them."""
    if family.kept is None:
        return _without_brackets(lexemes)
    if not any(lexeme.terminal in family.kept for lexeme in lexemes):
        return None
    folded: list[Lexeme] = []
    words: list[Lexeme] = []
    for lexeme in lexemes:
        if lexeme.terminal in family.kept:
            folded += (_joined(words), lexeme) if words else (lexeme,)
            words = []
        elif lexeme.terminal in UNFOLDED or lexeme.text.casefold() in family.refused:
            return None
        else:
            words.append(lexeme)
    return (*folded, _joined(words)) if words else tuple(folded)


def _without_brackets(lexemes: tuple[Lexeme, ...]) -> tuple[Lexeme, ...]:
    """“(áp dụng cho cả hai đợt)” as it is without its brackets: of waves they say nothing."""
    if not any(lexeme.terminal == "LPAR" for lexeme in lexemes):
        return lexemes
    dropped: set[int] = set()
    opened: int | None = None  # the last bracket behind which only words of waves stand
    for at, lexeme in enumerate(lexemes):
        if lexeme.terminal == "LPAR":
            opened = at
        elif lexeme.terminal == "RPAR" and opened is not None and at > opened + 1:
            dropped |= {opened, at}
            opened = None
        elif lexeme.terminal not in OF_WAVES:
            opened = None
    return tuple(lexeme for at, lexeme in enumerate(lexemes) if at not in dropped) if dropped else lexemes


def _joined(words: list[Lexeme]) -> Lexeme:
    """Free words as one TEXT, with what says nothing before each and between them."""
    first, last = words[0], words[-1]
    start = first.start - len(first.skipped)
    texts = [first.skipped + first.text]
    texts += (word.skipped.rjust(word.start - before.end) + word.text for before, word in pairwise(words))
    return Lexeme("TEXT", "".join(texts), "", Span(first.span.line, first.span.start, last.span.end), start, last.end)


class _Reading(Ahead):
    """One pass over a passage; strictly, or with diacritics left out of the comparison."""

    def __init__(self, passage: Passage, names: NameTable, strict: bool) -> None:
        super().__init__(passage, names, strict)
        self.quotable = names
        self.found: list[Lexeme] = []
        self.skipped: int | None = None  # where words began that say nothing
        self.inserted = False  # within “(trong đó …)”

    def run(self) -> Iterator[Lexeme]:
        index = 0
        while index < len(self.atoms):
            taken = len(self.found)
            index = self._step(index)
            yield from self.found[taken:]

    def _step(self, index: int) -> int:
        """Take what begins at an atom; the index of the atom after it."""
        start = self.atoms[index].start
        after = self.found[-1].terminal if self.found else ""
        literal = literal_at(self.text, start, after) if may_begin_literal(self.atoms[index].key) else None
        end, terminal, value = self._words_at(index)
        if end == index and (last := self._like_the_last(index, literal)) is not None:
            end, terminal, value = last
        elif literal is not None and (end == index or literal.end > self.atoms[end - 1].end):
            self._take_literal(literal)
            return self._behind(index, literal.end)
        if end == index:
            terminal, end = self._sign(index), index + 1
        if terminal == NameKind.QUANTITY.value and isinstance(value, Name) and value.counted and self._after_a_measure():
            terminal = COUNTED
        if terminal == NameKind.QUANTITY.value and self._having(index, end):
            self._take("HAVING", start, start, None)
        if terminal != LEFT_OUT:
            self._take(terminal, start, self.atoms[end - 1].end, value)
        elif self.skipped is None:
            self.skipped = start
        return end

    def _behind(self, index: int, end: int) -> int:
        """The atom behind a form; what the form leaves of one is a word: of “4S%”, “5tr” the letters are not lost."""
        at = next((at for at in range(index, len(self.atoms)) if self.atoms[at].end > end), len(self.atoms))
        if at == len(self.atoms) or self.atoms[at].start >= end:
            return at
        self._take(WORD, end, self.atoms[at].end, None)
        return at + 1

    def _after_a_measure(self) -> bool:
        """“500 việc | có điều kiện thi hành”, “500 việc trở lên | có điều kiện thi hành”."""
        last = [lexeme.terminal for lexeme in self.found[-2:]]
        return last[-1:] == ["MEASURE"] or last in (["MEASURE", "OR_MORE"], ["MEASURE", "OR_LESS"])

    def _sign(self, index: int) -> str:
        """A sign, or a word that nobody knows; brackets around “trong đó …”, “phấn đấu …”, “so với …”, “đối với …” are a comma at most.

        Behind a subject “(có tổng số giải quyết dưới 800 việc)” and “(dưới 800 việc)” say of which ones, as without brackets.
        """
        terminal = SIGNS.get(self.atoms[index].key, WORD)
        behind, inside, _ = self._words_at(index + 1) if terminal == "LPAR" and index + 1 < len(self.atoms) else (0, "", None)
        of_whom = self.found and self.found[-1].terminal == NameKind.SUBJECT.value
        instead = SET_APART.get(inside, self._narrowing(inside, behind) if of_whom else None)
        if instead is not None:
            self.inserted = True
            return instead
        if terminal == "RPAR" and self.inserted:
            self.inserted = False
            return LEFT_OUT
        return terminal

    def _narrowing(self, inside: str, behind: int) -> str | None:
        """What a bracket behind a subject stands for, by the phrase in it: nothing before “có”, and “có” before a band of a statistic."""
        if inside == NameKind.QUANTITY.value and behind < len(self.atoms):
            behind, inside, _ = self._words_at(behind)
        while inside in _BOUNDS and behind < len(self.atoms):
            if (literal := literal_at(self.text, self.atoms[behind].start)) is not None:
                return "HAVING" if literal.terminal in ("MEASURE", "NUMBER") else None
            behind, inside, _ = self._words_at(behind)
        return LEFT_OUT if inside == "HAVING" else None

    def _like_the_last(self, index: int, literal: Literal | None) -> tuple[int, str, object] | None:
        """“Phòng THADS khu vực 4 và 5”, “khu vực 4, khu vực 5”: another of the bodies with a number that stand just before."""
        if len(self.found) < 2 or self.found[-1].terminal not in ("AND", "COMMA") or self.found[-2].terminal != NameKind.SUBJECT.value:
            return None
        last = self.found[-2].value
        before = [atom.key for atom in atoms(last.canonical)] if isinstance(last, Name) else [""]
        if not before[-1].isdigit() or (literal is not None and literal.terminal != "NUMBER"):
            return None
        for count in range(1, len(before)):
            words = self.keys[index : index + count]
            name = self.quotable.exactly([*before[:-count], *words]) if words and words[-1].isdigit() else None
            if name is not None and name.kind is NameKind.SUBJECT:
                return index + count, name.kind.value, name
        return None

    def _take_literal(self, literal: Literal) -> None:
        terminal, value = literal.terminal, literal.value
        if terminal == "QUOTED":
            terminal, value = self._quoted(self.passage.text[literal.start + 1 : literal.end - 1].strip())
        if terminal != LEFT_OUT:
            self._take(terminal, literal.start, literal.end, value)

    def _quoted(self, inner: str) -> tuple[str, object]:
        """“khiển trách” is the sanction; “Giấy khen của …” is that award; other quotations are words."""
        keys = [atom.key for atom in atoms(inner)]
        name = self.quotable.exactly(keys)
        if name is not None and name.kind is NameKind.SANCTION:
            return name.kind.value, name
        reward = next((name for _, name in self.quotable.exact.longest(keys, 0) if name.kind in _AWARDS), None)
        return ("QUOTED_REWARD", reward) if reward else ("QUOTED", inner)

    def _words_at(self, index: int) -> tuple[int, str, object]:
        """The longest name or phrase that begins at an atom: (end, terminal, value); a name before a phrase of its length."""
        if (key := self.keys[index]) not in self.names and key not in self.phrases:
            return index, "", None  # most words of a text; told before the search begins
        names = next((found for found in self.named(index) if self._is_name(index, found[0])), None)
        for end, candidates in self.phrases.longest(self.keys, index):
            if names is not None and names[0] >= end:
                break
            if phrase := next((each for each in candidates if self._allowed(each, end)), None):
                return end, phrase.terminal, phrase
        return (names[0], names[1].kind.value, names[1]) if names else (index, "", None)

    def _having(self, index: int, end: int) -> tuple[Phrase, ...]:
        """“thụ lý dưới 500 việc” is “có tổng số thụ lý dưới 500 việc”: what says “có” with words that are a name too."""
        found = (each for at, entry in self.phrases.longest(self.keys, index) for each in entry if at == end)
        return tuple(each for each in found if each.terminal == "HAVING")

    def _is_name(self, index: int, end: int) -> bool:
        """Such words are a name only where they say “có”, and elsewhere a word like any other."""
        having = self._having(index, end)
        return not having or self._after_a_measure() or any(self._allowed(each, end) for each in having)

    def _allowed(self, phrase: Phrase, end: int) -> bool:
        return may_stand(phrase, self.found[-1].terminal if self.found else "", self, end)

    def _take(self, terminal: str, start: int, end: int, value: object) -> None:
        skipped = "" if self.skipped is None else self.passage.text[self.skipped : start]
        self.found.append(Lexeme(terminal, self.passage.text[start:end], value, self.passage.span(start, end), start, end, skipped))
        self.skipped = None
