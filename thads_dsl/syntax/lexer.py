"""Folded text of a sentence → tokens: forms, declared names and function phrases by longest match, and the words that are none of these."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from lark import Token

from thads_dsl.source import Passage, Span, plain
from thads_dsl.syntax.grammar import Family, Phrase, free_phrase_trie, phrase_trie
from thads_dsl.syntax.literals import NUMERIC, Literal, literal_at, may_begin_literal
from thads_dsl.syntax.names import Name, NameKind, NameTable, atoms, loose
from thads_dsl.syntax.times import NUMBER_WORDS, WAVE

WORD = "WORD"
SIGNS = {",": "COMMA", ";": "SEMICOLON", ":": "COLON", "/": "SLASH", "(": "LPAR", ")": "RPAR"}
_NOISE = "_"
_COUNTED = "COUNTED"  # “500 việc có điều kiện thi hành”: a statistic that says what the figure before it counts
# With and without diacritics: the second is what a tolerant reading compares.
_BOUNDS = frozenset(["dưới", "trên", "từ", "đến", "hơn", "duoi", "tren", "tu", "den", "hon"])
_STOPS = frozenset(
    [
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "và",
        "trên",
        "so",
        "đạt",
        "từ",
        "ít",
        "tối",
        "không",
        "dưới",
        "hơn",
        "tại",
        "phấn",
        "giảm",
        "tăng",
        "bình",
        "cao",
        "thấp",
        "vượt",
        "thiếu",
        "va",
        "tren",
        "dat",
        "tu",
        "it",
        "toi",
        "khong",
        "duoi",
        "hon",
        "tai",
        "phan",
        "giam",
        "tang",
        "binh",
        "thap",
        "vuot",
        "thieu",
    ]
)
_CHANGING = frozenset({"AT_LEAST", "AT_MOST", "ASSIGNED", "COMPARED_WITH"})
_AIMING = frozenset({"REACH", "INCREASE", "DECREASE"})
_COMPARING = frozenset({"COMPARED_WITH"})
_BASES = frozenset({"PREVIOUS_YEAR", "SAME_PERIOD", "ASSIGNED"})
_WAVE = re.compile(WAVE, re.IGNORECASE)
_YEAR = re.compile(r"năm(?:\s+công tác)?\s+\d{4}", re.IGNORECASE)
_MOST_BOUND_WORDS = 3  # “đến từ trên 5”: more in a row is no phrase
_NOISE_WORDS = frozenset(["các", "những", "từng", "cac", "nhung", "tung"])
_DATE = re.compile(r"(?:h[ếe]t\s+)?(?:ng[àa]y\s+)?\d{1,2}(?:\s*[/.]\s*\d|\s+th[áa]ng\s+\d)", re.IGNORECASE)
_PERIOD_END = re.compile(r"(?:[đd][ầa]u|k[ếe]t th[úu]c|cu[ốo]i|h[ếe]t)\s+n[ăa]m\b|(?:h[ếe]t\s+)?th[áa]ng\s+\d", re.IGNORECASE)
_DAYS = re.compile(r"\d{1,3}\s*(?:\(\w+\)\s*)?ng[àa]y\b", re.IGNORECASE)
_RECURRING = re.compile(r"ng[àa]y\s+\d{1,2}[^,;.()]{0,30}?(?:h[ằàa]ng|m[ỗo]i)\s+(?:th[áa]ng|qu[ýy]|n[ăa]m)\b", re.IGNORECASE)
_PLACE = re.compile(r"g[ạa]ch|d[ấa]u|[đd]i[ểe]m|kho[ảa]n|m[ụu]c|[IVX]+\.\d", re.IGNORECASE)
_ARTICLE = re.compile(r"[đd]i[ềe]u\s+\d|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\b", re.IGNORECASE)
# Words inside dates and places, for a reading that does not compare diacritics; each as long as what it replaces.
_FORM_WORDS = {plain(word): word for word in ["ngày", "tháng", "năm", "điểm", "khoản", "mục", "kỷ", "niệm"]}
_LOOSE_FORMS = re.compile(rf"\b(?:{'|'.join(_FORM_WORDS)})\b", re.IGNORECASE)


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


@dataclass(frozen=True, slots=True)
class Lexed:
    """A passage with its tokens, which is cut without being read again."""

    passage: Passage
    lexemes: tuple[Lexeme, ...]
    names: NameTable

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
            return lexed(piece, self.names)  # a token lies across an end
        return Lexed(piece, tuple(lexeme.moved(-first) for lexeme in inside) if first else inside, self.names)


def lexed(passage: Passage, names: NameTable) -> Lexed:
    """The passage with its tokens."""
    return Lexed(passage, lex(passage, names), names)


def lex(passage: Passage, names: NameTable) -> tuple[Lexeme, ...]:
    """The tokens of a sentence."""
    return _Reading(passage, names, strict=True).run()


def lex_loosely(passage: Passage, names: NameTable) -> tuple[Lexeme, ...]:
    """The tokens of a sentence when diacritics do not count: for telling what a misspelt one was meant to be."""
    return _Reading(passage, names, strict=False).run()


def folded_for(family: Family, lexemes: tuple[Lexeme, ...]) -> tuple[Lexeme, ...] | None:
    """The tokens with runs of free words as one TEXT, as the family wants them; None if a loose number or a refused word is among them."""
    if family.kept is None:
        return lexemes
    if not any(lexeme.terminal in family.kept for lexeme in lexemes):
        return None
    folded: list[Lexeme] = []
    words: list[Lexeme] = []
    for lexeme in lexemes:
        if lexeme.terminal in family.kept:
            folded += (_joined(words), lexeme) if words else (lexeme,)
            words = []
        elif lexeme.terminal in NUMERIC or lexeme.text.casefold() in family.refused:
            return None
        else:
            words.append(lexeme)
    return (*folded, _joined(words)) if words else tuple(folded)


def _joined(words: list[Lexeme]) -> Lexeme:
    """Free words as one TEXT, with what says nothing before each and between them."""
    first, last = words[0], words[-1]
    start = first.start - len(first.skipped)
    texts = [first.skipped + first.text]
    texts += (word.skipped.rjust(word.start - before.end) + word.text for before, word in pairwise(words))
    return Lexeme("TEXT", "".join(texts), "", Span(first.span.line, first.span.start, last.span.end), start, last.end)


class _Reading:
    """One pass over a passage; strictly, or with diacritics left out of the comparison."""

    def __init__(self, passage: Passage, names: NameTable, strict: bool) -> None:
        self.passage = passage
        self.atoms = atoms(passage.text)
        self.keys = [atom.key if strict else loose(atom) for atom in self.atoms]
        self.names = names.exact if strict else names.free
        self.phrases = phrase_trie() if strict else free_phrase_trie()
        self.quotable = names
        self.text = passage.text if strict else _LOOSE_FORMS.sub(lambda word: _FORM_WORDS[word[0].casefold()], passage.text)
        self.found: list[Lexeme] = []
        self.skipped: int | None = None  # where words began that say nothing

    def run(self) -> tuple[Lexeme, ...]:
        index = 0
        while index < len(self.atoms):
            index = self._step(index)
        return tuple(self.found)

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
            return next((at for at in range(index, len(self.atoms)) if self.atoms[at].start >= literal.end), len(self.atoms))
        if end == index:
            key = self.atoms[index].key
            terminal, end = SIGNS.get(key, WORD), index + 1
        if terminal == NameKind.QUANTITY.value and after == "MEASURE" and isinstance(value, Name) and value.counted:
            terminal = _COUNTED
        if terminal != _NOISE:
            self._take(terminal, start, self.atoms[end - 1].end, value)
        elif self.skipped is None:
            self.skipped = start
        return end

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
        if terminal != _NOISE:
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
        names = next(iter(self.names.longest(self.keys, index)), None)
        for end, candidates in self.phrases.longest(self.keys, index):
            if names is not None and names[0] >= end:
                break
            if phrase := next((each for each in candidates if self._allowed(each, end)), None):
                return end, phrase.terminal, phrase
        return (names[0], names[1].kind.value, names[1]) if names else (index, "", None)

    def _allowed(self, phrase: Phrase, end: int) -> bool:
        before_is_right = not phrase.before or (bool(self.found) and self.found[-1].terminal in BEFORE[phrase.before])
        return before_is_right and (not phrase.after or _GUARDS[phrase.after](self, end))

    def _take(self, terminal: str, start: int, end: int, value: object) -> None:
        skipped = "" if self.skipped is None else self.passage.text[self.skipped : start]
        self.found.append(Lexeme(terminal, self.passage.text[start:end], value, self.passage.span(start, end), start, end, skipped))
        self.skipped = None

    # ---- what may stand after a phrase

    def number(self, index: int) -> bool:
        """A figure, or bound words before one."""
        beyond = min(index + _MOST_BOUND_WORDS, len(self.keys))
        while index < beyond and self.keys[index] in _BOUNDS:
            index += 1
        return index < len(self.keys) and (self.keys[index][0].isdigit() or self.counting_word(index))

    def counting_word(self, index: int) -> bool:
        """“hai tập thể”, “ba trong bốn điều kiện”: a number in words, which counts only before what is counted."""
        if not may_begin_literal(self.keys[index]):
            return False
        literal = literal_at(self.text, self.atoms[index].start, "AT_MOST")
        return literal is not None and literal.terminal in ("AWARDS", "NUMBER", "K_OF_N", "FRACTION")

    def matches(self, index: int, form: re.Pattern[str]) -> bool:
        return index < len(self.atoms) and form.match(self.passage.text, self.atoms[index].start) is not None

    def change(self, index: int) -> bool:
        """What measures a rise, a fall or a difference: a figure, a bound before one, a quantity, another time, the assigned target."""
        return self.number(index) or self.named(index, NameKind.QUANTITY) or self.said(index, _CHANGING)

    def aim(self, index: int) -> bool:
        """What a goal begins with."""
        return self.change(index) or self.named(index, NameKind.SHARE_OF) or self.said(index, _AIMING)

    def base(self, index: int) -> bool:
        """Another time, or the assigned target."""
        return self.said(index, _BASES) or (index < len(self.atoms) and _YEAR.match(self.text, self.atoms[index].start) is not None)

    def beside(self, index: int) -> bool:
        """The same, perhaps after “so với”."""
        return self.base(index) or self.said(index, _COMPARING)

    def said(self, index: int, terminals: frozenset[str]) -> bool:
        """Whether a phrase of one of these terminals begins at an atom; what must stand around it is not asked again."""
        return any(each.terminal in terminals for _, entry in self.phrases.longest(self.keys, index) for each in entry)

    def date(self, index: int) -> bool:
        return self.matches(index, _DATE)

    def period_end(self, index: int) -> bool:
        """A day, a month, or the beginning or end of a year."""
        return self.date(index) or self.matches(index, _PERIOD_END)

    def bounded(self, index: int) -> bool:
        """“có ít nhất 02 cá nhân”: a bound of more words, and a figure."""
        return self.said(index, frozenset({"AT_LEAST", "AT_MOST"}))

    def end(self, index: int) -> bool:
        return index >= len(self.keys) or self.keys[index] in (",", ".", ";")

    def amount(self, index: int) -> bool:
        return self.number(index) or self.period_end(index)

    def due(self, index: int) -> bool:
        """A day, once or again and again."""
        return self.date(index) or self.matches(index, _RECURRING)

    def days(self, index: int) -> bool:
        return self.matches(index, _DAYS)

    def deadline(self, index: int) -> bool:
        return self.due(index) or (index < len(self.keys) and self.keys[index] in ("trước", "truoc") and self.due(index + 1))

    def event(self, index: int) -> bool:
        """“ngày …”, “khi …”: from what on a term runs."""
        return index < len(self.keys) and self.keys[index] in ("ngày", "khi", "ngay")

    def place(self, index: int) -> bool:
        return index < len(self.atoms) and _PLACE.match(self.passage.text, self.atoms[index].start) is not None

    def stop(self, index: int) -> bool:
        return index >= len(self.keys) or self.keys[index] in _STOPS or self.number(index)

    def named(self, index: int, *kinds: NameKind) -> bool:
        if index < len(self.keys) and self.keys[index] in _NOISE_WORDS:
            index += 1
        return any(name.kind in kinds for _, name in self.names.longest(self.keys, index))

    def subject(self, index: int) -> bool:
        return self.named(index, NameKind.SUBJECT)

    def points(self, index: int) -> bool:
        """The word “điểm” stands further on: what a points table says of them."""
        return any(key in ("điểm", "diem") for key in self.keys[index:])

    def scored(self, index: int) -> bool:
        """“được 05 điểm”, “được cộng 02 điểm”."""
        return self.points(index) and (self.keys[index][0].isdigit() or self.keys[index] in ("cộng", "trừ", "cong", "tru"))

    def criterion(self, index: int) -> bool:
        return (
            index + 2 < len(self.keys) and plain(" ".join(self.keys[index : index + 2])) == "tieu chi" and self.keys[index + 2][0].isdigit()
        )

    def rank(self, index: int) -> bool:
        """What units are ranked by."""
        total = any(entry.terminal == "TOTAL_POINTS" for _, found in self.phrases.longest(self.keys, index) for entry in found)
        return total or self.criterion(index) or self.named(index, NameKind.QUANTITY)

    def digits(self, index: int) -> bool:
        """A number of decimals, in figures or in words."""
        return index < len(self.keys) and (self.keys[index][0].isdigit() or self.keys[index] in NUMBER_WORDS)

    def quotation(self, index: int) -> bool:
        return index < len(self.keys) and self.keys[index] == '"'

    def amended(self, index: int) -> bool:
        """What something is changed to: a colon, a figure, or nothing more."""
        return index >= len(self.keys) or self.keys[index] == ":" or self.keys[index][0].isdigit()

    def spot(self, index: int) -> bool:
        """A place; here also “Điều n”, which elsewhere is one of a law, and “Hai là”."""
        return self.place(index) or self.matches(index, _ARTICLE)

    def quoted(self, index: int) -> bool:
        """What a place is changed to: a quotation, words that lead to it, or nothing more (it stands on the next line)."""
        return index >= len(self.keys) or self.keys[index] in (":", '"', "như", "nhu")

    def sanction(self, index: int) -> bool:
        return self.named(index, NameKind.SANCTION) or (index < len(self.keys) and self.keys[index] == '"')

    def reward(self, index: int) -> bool:
        return self.named(index, NameKind.REWARD, NameKind.TITLE) or (index < len(self.keys) and self.keys[index] == '"')

    def proposed_to(self, index: int) -> bool:
        return self.named(index, NameKind.POST) or (index < len(self.keys) and self.keys[index] in ("cấp", "cap"))

    def offence(self, index: int) -> bool:
        terminals = {each.terminal for _, entry in self.phrases.longest(self.keys, index) for each in entry}
        return not terminals.isdisjoint({"ANY_MEMBER", "DISCIPLINED"}) or self.named(index, NameKind.EVENT)

    def of_subject(self, index: int) -> bool:
        return index < len(self.keys) and self.keys[index] in ("của", "cua") and self.subject(index + 1)


_AWARDS = (NameKind.REWARD, NameKind.TITLE)
BEFORE = {
    "figure": frozenset({"MEASURE", "NUMBER", "PERCENT", "PERCENT_POINTS", "SCORE", "RANGE", "SANCTION", "QUOTED", _COUNTED}),
    "date": frozenset({"DATE", "RECURRING"}),
    "subject": frozenset({"SUBJECT"}),
    "length": frozenset({"DAYS"}),
    "place": frozenset({"PLACE", "LAW", "THE_PLAN", "REFERENCE"}),  # the plan may be named behind its place
}
_GUARDS: dict[str, Callable[[_Reading, int], bool]] = {
    "number": _Reading.number,
    "change": _Reading.change,
    "aim": _Reading.aim,
    "base": _Reading.base,
    "beside": _Reading.beside,
    "bounded": _Reading.bounded,
    "end": _Reading.end,
    "wave": lambda reading, index: reading.matches(index, _WAVE),
    "year": lambda reading, index: reading.matches(index, _YEAR),
    "amount": _Reading.amount,
    "date": _Reading.date,
    "period-end": _Reading.period_end,
    "due": _Reading.due,
    "days": _Reading.days,
    "event": _Reading.event,
    "deadline": _Reading.deadline,
    "place": _Reading.place,
    "stop": _Reading.stop,
    "quantity": lambda reading, index: reading.named(index, NameKind.QUANTITY),
    "subject": _Reading.subject,
    "subject-or-post": lambda reading, index: reading.named(index, NameKind.SUBJECT, NameKind.POST),
    "offence": _Reading.offence,
    "sanction": lambda reading, index: (
        reading.named(index, NameKind.SANCTION) or (index < len(reading.keys) and reading.keys[index] == '"')
    ),
    "of-subject": _Reading.of_subject,
    "reward": _Reading.reward,
    "proposed-to": _Reading.proposed_to,
    "points": _Reading.points,
    "scored": _Reading.scored,
    "criterion": _Reading.criterion,
    "rank": _Reading.rank,
    "digits": _Reading.digits,
    "quotation": _Reading.quotation,
    "amended": _Reading.amended,
    "spot": _Reading.spot,
    "quoted": _Reading.quoted,
    "title": lambda reading, index: reading.named(index, NameKind.TITLE) or (index < len(reading.keys) and reading.keys[index] == '"'),
}
