"""Bounds that can be read in two ways, and what each says: “4-5%”, “45% - 50%”, “90-100 điểm”, “từ 3-5 tập thể”, “từ 1.000 việc:”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.trying import reads_better
from thads_dsl.source import Span, canonical
from thads_dsl.syntax.grammar import unit_words
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.written_forms import NUMERAL

_ENDS_GOAL = re.compile(r"\s*(?:$|[.,;:)]|về\b|so với\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Doubt:
    """The words that hold the figures, what is asked about them, and the words that say each reading."""

    at: Span
    written: str
    asked: str
    why: str
    readings: tuple[tuple[str, str], ...]


def ranges_of(facts: Facts, line: Line, sentence: Sentence) -> tuple[Doubt, ...]:
    """Those of a sentence; of one that no family reads also those that are told by their words, where a reading of them is read."""
    text = sentence.passage.text
    lexed = tuple(_of_lexeme(lexeme, text) for lexeme in sentence.lexemes if lexeme.terminal == "RANGE")
    return lexed or (() if sentence.statement is not None else tuple(_in_words(facts, line, sentence)))


def _of_lexeme(lexeme: Lexeme, sentence: str) -> Doubt:
    """Of a percentage, which one decides; of a count, a band without its words."""
    written = lexeme.text
    low, _, high = (part.strip() for part in written.partition("-"))
    unit = high.lstrip("0123456789.,").strip()
    low = low if unit in low else f"{low}%" if unit == "%" else f"{low} {unit}"
    if unit != "%":
        said = re.search(rf"trong khoảng (?:từ )?{re.escape(written)}", sentence, re.IGNORECASE)
        written, low = (said[0], f"từ {low}") if said else (written, low)  # no bound stands behind “trong khoảng”
        return _of_band(lexeme.span, written, low, high)
    told = re.search(rf"(?:từ )?{re.escape(written)}(?: trở lên)?", sentence, re.IGNORECASE)
    whole = told[0] if told and told[0].endswith("lên") else written
    least, most = (whole.replace(written, figure) for figure in (low, high))
    behind = sentence[told.start() + len(whole) :] if told else ""
    return _of_goal(lexeme.span, whole, low, high, _readings_of_goal(least, most, high, behind))


def _readings_of_goal(least: str, most: str, high: str, behind: str) -> tuple[tuple[str, str], ...]:
    wished = f"{least}, phấn đấu {high}" if _ENDS_GOAL.match(behind) else least  # else what the share is of stands there
    return ("Nếu là đạt", wished), ("Nếu chưa đạt", most)


def _of_goal(at: Span, written: str, low: str, high: str, readings: tuple[tuple[str, str], ...]) -> Doubt:
    asked = f"“{written}”: một chỉ tiêu, hai con số"
    return Doubt(at, written, asked, f"Kết quả ở giữa {low} và {high} là đạt hay chưa?", readings)


def _of_band(at: Span, written: str, low: str, high: str) -> Doubt:
    asked = f"“{written}”: có kể cả {high} hay không"
    why = "Một mức viết “từ … đến …” (kể cả số cuối) hoặc “từ … đến dưới …” (không kể)."
    return Doubt(at, written, asked, why, (("Nếu kể cả", f"{low} đến {high}"), ("Nếu không", f"{low} đến dưới {high}")))


def _of_places(at: Span, written: str, low: str, high: str) -> Doubt:
    asked = f"“{written}”: được khen nhiều nhất bao nhiêu"
    readings = tuple((f"Nếu nhiều nhất là {count}", f"không quá {count}") for count in (high, low))
    return Doubt(at, written, asked, "Số lượng khen thưởng chỉ có một con số: nhiều nhất được khen.", readings)


def _units(*kinds: str) -> str:
    texts = (re.escape(unit.text) for unit in unit_words() if unit.kind in kinds)
    return "|".join(rf"{text}(?!\w)" if text[-1].isalpha() else text for text in texts)


@cache
def _open() -> re.Pattern[str]:
    """A lower bound with nothing behind it, where a rule goes on."""
    unit = _units("measure", "percent", "score")
    return re.compile(rf"(?<!\w)từ {NUMERAL}\s*(?P<unit>{unit})(?=\s*(?:[:,;]|$)|\s+(?:thì|phấn đấu|phải|đạt)(?!\w))", re.IGNORECASE)


@cache
def _dashed() -> re.Pattern[str]:
    places, others = _units("award"), _units("measure", "percent", "score")
    either = rf"(?:\s*-\s*(?P<high>{NUMERAL})\s*(?P<unit>{others})|\s*(?:-|đến)\s*(?P<most>{NUMERAL})\s*(?P<places>{places}))"
    return re.compile(rf"(?<![\w.,/-])(?:từ\s+)?(?P<low>{NUMERAL})\s*(?:{others}|{places})?{either}(?:\s+trở lên)?", re.IGNORECASE)


def _in_words(facts: Facts, line: Line, sentence: Sentence) -> Iterator[Doubt]:
    passage = sentence.passage
    for found in _dashed().finditer(passage.text):
        unit = found["unit"] or found["places"]
        low, high = (f"{count}{'' if unit == '%' else ' '}{unit}" for count in (found["low"], found["high"] or found["most"]))
        at, written, behind = passage.span(*found.span()), canonical(found[0]), passage.text[found.end() :]
        if found["places"]:
            every: tuple[Doubt, ...] = (_of_places(at, written, low, high),)
        else:
            goal = _readings_of_goal(f"từ {low} trở lên", f"từ {high} trở lên", high, behind)
            every = (_of_band(at, written, f"từ {low}", high), *((_of_goal(at, written, low, high, goal),) if unit == "%" else ()))
        if read := next((each for each in every if _are_read(facts, line, each)), None):
            yield read
    for found in _open().finditer(passage.text):
        doubt = _of_open_band(passage.span(*found.span()), canonical(found[0]), found["unit"])
        yield from (doubt,) if _are_read(facts, line, doubt) else ()


def _of_open_band(at: Span, written: str, unit: str) -> Doubt:
    to = f"{written} đến dưới …{'' if unit == '%' else ' '}{unit}"
    readings = ("Nếu không có số cuối", f"{written} trở lên"), ("Nếu có số cuối, điền vào chỗ …", to)
    return Doubt(at, written, f"“{written}”: đến đâu", "Một mức chỉ có số đầu viết “từ … trở lên”.", readings)


def _are_read(facts: Facts, line: Line, each: Doubt) -> bool:
    words = canonical(line.item.text.text)
    return all(reads_better(facts.draft, line, words.replace(each.written, meant, 1)) for _, meant in each.readings if "…" not in meant)
