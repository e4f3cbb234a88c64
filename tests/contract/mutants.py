"""Slips of the pen in a plan: each figure, comparator, subject, facet, unit and day of its rules changed a little, one at a time.

What is printed only, and what stands in VÍ DỤ, is told from rules later: here every token of the body, the front matter and the
definitions is changed, wherever it stands; the examples are left as they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from thads_dsl.check import Draft
from thads_dsl.model.units import number
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax.cells import cells
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.times import NUMBER_WORDS
from thads_dsl.syntax.written_forms import Figure

# What a run counts apart. The acceptance is about the first six; the others are counted beside them.
ASKED = ("bound", "percent", "comparator", "subject", "facet", "unit")
KINDS = (*ASKED, "points", "quota", "number", "date", "year", "sanction", "class", "reference")


@dataclass(frozen=True, slots=True, order=True)
class Mutant:
    """One change of one line (from 1): the author's characters from `start` to `end` (columns from 0) become others."""

    line: int
    start: int
    end: int
    kind: str
    written: str
    becomes: str

    def of(self, text: str) -> str:
        """The plan with this one change."""
        lines = text.split("\n")
        old = lines[self.line - 1]
        lines[self.line - 1] = old[: self.start] + self.becomes + old[self.end :]
        return "\n".join(lines)


def mutants(draft: Draft) -> tuple[Mutant, ...]:
    """Every change of every token outside VÍ DỤ, in the order of the text."""
    subjects = _subjects(draft)
    found: list[Mutant] = []
    for passage in _passages(draft):
        for start, end, kind, becomes in _changes(passage, lex(passage, draft.names), draft, subjects):
            span = passage.span(start, end)
            written = draft.source.quote(span)
            becomes = becomes[0].upper() + becomes[1:] if written[0].isupper() else becomes
            if becomes != written:
                found.append(Mutant(span.line, span.start, span.end, kind, written, becomes))
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (each.line, each.start, each.end, KINDS.index(each.kind), each.becomes)))


Change = tuple[int, int, str, str]  # from and to in the passage, kind, what it becomes


# ---- where


def _passages(draft: Draft) -> Iterator[Passage]:
    """The texts of a plan, without markers and comments; a quotation is read once more by itself."""
    outline = draft.outline
    whole = [key.value for key in outline.every_key]
    for item in (*outline.items, *(item for section in outline.sections for item in section.items)):
        whole += [cell for row in item.rows for cell in cells(row)] if item.rows else [item.text]
        whole += [note.text for note in item.notes]
    for passage in whole:
        yield passage
        quotes = [at for at, sign in enumerate(passage.text) if sign == '"']
        yield from (passage.cut(start + 1, end) for start, end in list(pairwise(quotes))[::2])


def _subjects(draft: Draft) -> tuple[str, ...]:
    """The subjects that rules could be about instead: those that the plan names, else those of the danh mục."""
    named = [each.name.canonical for each in draft.mentions if each.name.kind is NameKind.SUBJECT and each.read]
    others = [*dict.fromkeys(named)]
    return tuple(others) if len(others) > 1 else (*others, "tập thể", "Chi cục THADS")


# ---- what


def _changes(passage: Passage, lexemes: Sequence[Lexeme], draft: Draft, subjects: Sequence[str]) -> Iterator[Change]:
    yield from _comparators(lexemes)
    yield from _definition_units(passage, draft)
    bare = len(lexemes) == 1 and lexemes[0].terminal == "NUMBER"  # a cell of a points table, or its number
    for lexeme in lexemes:
        text = lexeme.text
        options: list[tuple[str, str]] = []
        match lexeme.terminal:
            case "SUBJECT":
                options = [("subject", other) for other in subjects if other.casefold() != canonical(text).casefold()]
            case "BEING" | "NOT_BEING":
                options = [("subject", "không là" if lexeme.terminal == "BEING" else "là")]
            case "CASES" | "MONEY":
                options = [("facet", "về tiền" if lexeme.terminal == "CASES" else "về việc")]
            case "QUANTITY":
                options = [("facet", other) for other in _other_side(text)]
            case "SANCTION":
                options = [("sanction", other) for other in _other_sanctions(draft, lexeme)]
            case "CLASS":
                options = [("class", text[:-1] + chr(ord(text[-1]) + step)) for step in (1, -1) if text[-1] in "ABCDE"]
            case "CRITERION" | "PLACE":
                options = [("reference", each) for each in _stepped(text, last=True)]
            case "YEAR" | "YEAR_START" | "YEAR_END" | "PHASE":
                options = [("year", each) for each in _stepped(text, last=True)]
            case "MONTHS" | "MONTHS_OF_YEAR" | "MONTH" | "DAYS" | "WAVES" | "K_OF_N" | "AWARDS" | "RECURRING":
                kind = "quota" if lexeme.terminal in ("AWARDS", "K_OF_N") else "date"
                options = [(kind, each) for each in (*_stepped(text, last=False), *_stepped(text, last=True))]
            case "DATE" | "ANNIVERSARY" | "LAW":
                options = [("date", each) for each in _other_days(text)]
            case "RANGE":
                options = [("percent", each) for each in _stepped(text, last=True, by=Fraction(1, 100))]
        yield from ((lexeme.start, lexeme.end, kind, becomes) for kind, becomes in (*options, *_figures(lexeme, bare)))


def _figures(lexeme: Lexeme, bare: bool) -> Iterator[tuple[str, str]]:
    """A figure a step beside its own, and the same figure in another unit."""
    figure = lexeme.value
    if not isinstance(figure, Figure) or figure.value is None:
        return
    value, text = figure.value, lexeme.text
    digits = re.match(r"[\d.,]+", text)
    rest = text[digits.end() :] if digits else ""
    hundredth = Fraction(1, 100)
    match lexeme.terminal:
        case "PERCENT" | "PERCENT_POINTS":
            yield from (("percent", number(value + step) + rest) for step in (hundredth, -hundredth))
            yield "unit", f"{number(value)} việc"
            yield "unit", f"{number(value)} điểm phần trăm" if lexeme.terminal == "PERCENT" else f"{number(value)}%"
        case "MEASURE":
            unit = "đồng" if figure.unit.startswith("đồng") else rest.strip().removesuffix("/năm").removesuffix("/tháng")
            per = "".join(re.findall(r"/(?:năm|tháng)$", text))
            yield from (("bound", f"{number(value + step)} {unit}{per}") for step in (1, -1) if value + step >= 0)
            yield from (("unit", f"{number(value / figure.factor)} {other}{per}") for other in _other_units(rest))
            if per:
                yield "unit", text.replace(per, "/tháng" if per == "/năm" else "/năm")
        case "SCORE":
            yield from (("points", number(value + step) + rest) for step in (1, -1, hundredth, -hundredth) if value + step >= 0)
            yield "unit", f"{number(value)}%"
        case "NUMBER" if digits:
            kind = "points" if bare else "number"
            yield from ((kind, number(value + step)) for step in (1, -1) if value + step >= 0)
        case "AWARDS":
            yield "unit", re.sub("cá nhân|tập thể", lambda found: {"cá nhân": "tập thể"}.get(found[0], "cá nhân"), text)


def _other_units(rest: str) -> tuple[str, ...]:
    words = rest.strip().removesuffix("/năm").removesuffix("/tháng")
    if "tỷ" in words:
        return words.replace("tỷ", "triệu"), "việc"
    if "triệu" in words:
        return words.replace("triệu", "tỷ"), "việc"
    return ("tỷ đồng", "%") if words == "việc" else ("việc", "%")


def _definition_units(passage: Passage, draft: Draft) -> Iterator[Change]:
    """“- đơn thư khiếu nại: đơn, trong …”: the units of a statistic that the plan defines."""
    own = {item.number for section in draft.outline.sections for item in section.items if section.heading.startswith("SỐ LIỆU")}
    colon = passage.text.find(":")
    if passage.line not in own or colon < 0:
        return
    for found in re.finditer(r"(?<=[:,] )(việc|đồng|đơn|văn bản|%)(?=,|$| =)", passage.text):
        if found.start() > colon:
            yield found.start(), found.end(), "unit", "đồng" if found[0] == "việc" else "việc"


def _other_side(text: str) -> Iterator[str]:
    for word, other in (("việc", "tiền"), ("tiền", "việc")):
        if re.search(rf"\b{word}\b", text):
            yield re.sub(rf"\b{word}\b", other, text)


def _other_sanctions(draft: Draft, lexeme: Lexeme) -> Iterator[str]:
    assert isinstance(lexeme.value, Name)
    scale = [*dict.fromkeys(draft.names.of_kind(NameKind.SANCTION))]
    at = scale.index(lexeme.value.canonical) if lexeme.value.canonical in scale else 0
    yield from (lexeme.text.replace(lexeme.value.canonical, scale[to]) for to in (at - 1, at + 1) if 0 <= to < len(scale))


# ---- numbers inside longer forms


def _stepped(text: str, *, last: bool, by: Fraction = Fraction(1)) -> Iterator[str]:
    """The form with its first or last number one step more or less; its zeros before are kept."""
    places = [*re.finditer(r"\d+", text)]
    if not places:
        words = [word for word in NUMBER_WORDS if re.match(rf"{word}\b", text.casefold())]
        yield from (str(NUMBER_WORDS[word] + step) + text[len(word) :] for word in words for step in (1, -1))
        return
    place = places[-1 if last else 0]
    for step in (by, -by):
        value = int(place[0]) + step
        written = f"{int(value):0{len(place[0])}d}" if value.denominator == 1 else number(value)
        if value >= 0:
            yield text[: place.start()] + written + text[place.end() :]


def _other_days(text: str) -> Iterator[str]:
    """Each day of a form one day later and earlier; the count of an anniversary one more and one less."""
    if count := re.match(r"\D*?(\d+)(?=\s+năm)", text):
        yield from (each + text[count.end() :] for each in _stepped(count[0], last=True))
    for found in re.finditer(r"(\d{1,2})(\s*[/.]\s*|\s+tháng\s+)(\d{1,2})(?:(\s*[/.]\s*|\s+năm\s+)(\d{4}))?", text):
        for step in (1, -1):
            yield text[: found.start()] + _other_day(found, step) + text[found.end() :]


def _other_day(found: re.Match[str], step: int) -> str:
    day, month, year = int(found[1]), int(found[3]), int(found[5] or 2024)
    try:
        moved = date(year, month, day) + timedelta(days=step)
    except ValueError:  # 30/2
        moved_parts = (day + step, month, year)
    else:
        moved_parts = (moved.day, moved.month, moved.year)
    written = f"{moved_parts[0]:0{len(found[1])}d}{found[2]}{moved_parts[1]:0{len(found[3])}d}"
    return written + (f"{found[4]}{moved_parts[2]}" if found[5] else "")


# ---- comparators

_FIGURES = frozenset({"MEASURE", "NUMBER", "PERCENT", "PERCENT_POINTS", "SCORE", "AWARDS"})
# A comparator of one phrase, and those that are easily written in its place.
_NEIGHBOURS = {
    "OR_MORE": ("trở xuống",),
    "OR_LESS": ("trở lên",),
    "AT_LEAST": ("trên", "không quá"),
    "AT_MOST": ("dưới", "ít nhất"),
    "HIGHER": ("thấp hơn", "không thấp hơn"),
    "LOWER": ("cao hơn", "không cao hơn"),
    "NOT_HIGHER": ("thấp hơn", "không thấp hơn"),
    "NOT_LOWER": ("cao hơn", "không cao hơn"),
    "INCREASE": ("giảm",),
    "DECREASE": ("tăng",),
    "EXCEEDING": ("thiếu",),
    "SHORT_OF": ("vượt",),
    "ADD": ("trừ",),
    "DEDUCT": ("cộng",),
    "ROUND_DOWN": ("làm tròn lên",),
    "ROUND_UP": ("làm tròn xuống",),
    "NOT_REACH": ("đạt",),
    "BEFORE": ("chậm nhất là",),
    "AT_LATEST": ("trước",),
}


def _comparators(lexemes: Sequence[Lexeme]) -> Iterator[Change]:
    """Each comparator in the place of its neighbour: with the bound itself and without it, more and less."""
    signs = ["N" if lexeme.terminal in _FIGURES else lexeme.terminal for lexeme in lexemes] + [""] * 3
    for at, lexeme in enumerate(lexemes):
        yield from ((lexeme.start, lexeme.end, "comparator", other) for other in _NEIGHBOURS.get(lexeme.terminal, ()))
        before = signs[at - 1] if at else ""
        ahead = signs[at : at + 3]
        figure = next((each.text for each in lexemes[at : at + 3] if each.terminal in _FIGURES), "")

        def over(count: int, becomes: str, at: int = at) -> Change:
            return lexemes[at].start, lexemes[at + count - 1].end, "comparator", becomes

        match ahead:
            case ["FROM", "N", "OR_MORE"]:
                yield over(3, f"trên {figure}")
            case ["FROM", "N", "OR_LESS"]:
                yield over(3, f"dưới {figure}")
            case ["FROM", "N", "TO"]:
                yield over(1, "từ trên")
            case ["FROM", "ABOVE", "N"] | ["ABOVE", "N", _] if before != "FROM":
                count = ahead.index("N") + 1
                ranged = signs[at + count] == "TO"
                yield over(count, f"từ {figure}" if ranged else f"từ {figure} trở lên")
            case ["TO", "BELOW", _]:
                yield over(2, "đến")
            case ["TO", "N", _]:
                yield over(1, "đến dưới")
            case ["BELOW", "N", _] if before != "TO":
                yield over(1, "đến")
            case ["REACH" | "INCREASE" | "DECREASE", "N", _]:
                yield over(2, f"{lexeme.text} trên {figure}")
            case ["REACH", "THE_TARGETS" | "ASSIGNED", _]:
                yield over(1, "không đạt")
