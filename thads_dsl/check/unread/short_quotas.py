"""Ready lines for numbers that stand right behind whom they are for: “Phòng chuyên môn 01 cá nhân, Phòng THADS khu vực 02 cá nhân”."""

from collections.abc import Sequence
from itertools import pairwise

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.trying import all_read, tried
from thads_dsl.diagnostics import Way
from thads_dsl.model.statistics import Base
from thads_dsl.source import canonical
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.literals import NUMERIC
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.written_forms import Figure

_BETWEEN = frozenset(("EACH", "COMMA", "SEMICOLON", "AND", "COLON"))  # what may stand between such numbers


def short_quota_ways(facts: Facts, line: Line, sentence: Sentence) -> tuple[Way, ...]:
    """The line as it is read, each number written out; nothing where the sentence says anything else before the last of them."""
    pairs = [
        (whom, number)
        for whom, number in pairwise(sentence.lexemes)
        if whom.terminal == "SUBJECT" and number.terminal in ("AWARDS", "NUMBER")
    ]
    numbers = [each for each in sentence.lexemes if each.terminal in NUMERIC]
    if len(pairs) < 2 or len(pairs) != len(numbers):
        return ()
    start, end = pairs[0][0].start, _end(sentence.lexemes, pairs)
    said = {id(each) for pair in pairs for each in pair}
    head = [each for each in sentence.lexemes if each.start < start and each.terminal != "EACH"]
    between = [each for each in sentence.lexemes if start <= each.start < end and id(each) not in said]
    if (head and head[-1].terminal != "COLON") or any(each.terminal not in (*_BETWEEN, NameKind.REWARD.value) for each in between):
        return ()
    tail = canonical(sentence.passage.text)[end:].lstrip(" ,;").rstrip(" .;")
    behind = f", {tail}" if tail else ""
    any_each = any(each.terminal == "EACH" for each in sentence.lexemes)
    forms = _in_units(pairs, any_each) if _of_people_in_units(facts, pairs) else ((("Viết rõ từng số lượng:", _each_alone(pairs))),)
    before = f"{sentence.passage.text[: head[-1].end]} " if head else ""
    ways = (Way(how, _like(line, sentence, before + "; ".join(f"{each}{behind}" for each in said_so) + ".")) for how, said_so in forms)
    return tuple(way for way in ways if all_read(tried(facts.draft, line, way.line.removeprefix(line.item.marker).strip())))


def _end(lexemes: Sequence[Lexeme], pairs: Sequence[tuple[Lexeme, Lexeme]]) -> int:
    """Where the last number ends, with “Giấy khen” behind it."""
    last = pairs[-1][1]
    behind = next((each for before, each in pairwise(lexemes) if before is last), None)
    return behind.end if behind is not None and behind.terminal == NameKind.REWARD.value else last.end


def _of_people_in_units(facts: Facts, pairs: Sequence[tuple[Lexeme, Lexeme]]) -> bool:
    """“Phòng chuyên môn 01 cá nhân”: one in each, or one in all of them."""
    people = all(isinstance(number.value, Figure) and number.value.unit == Base.INDIVIDUAL.value for _, number in pairs)
    kinds = (facts.draft.vocabulary.kind(whom.value.canonical) for whom, _ in pairs if isinstance(whom.value, Name))
    return people and all(kind is not None and kind.base is Base.COLLECTIVE for kind in kinds)


def _in_units(pairs: Sequence[tuple[Lexeme, Lexeme]], any_each: bool) -> tuple[tuple[str, list[str]], ...]:
    each = [f"mỗi {whom.text} {number.text}" for whom, number in pairs]
    together = [f"{number.text}, tính chung các {whom.text}" for whom, number in pairs]
    if any_each:
        return (("Viết rõ từng số lượng:", each),)
    return (("Nếu mỗi đơn vị có số lượng ấy, viết:", each), ("Nếu các đơn vị cùng loại có chung số lượng ấy, viết:", together))


def _each_alone(pairs: Sequence[tuple[Lexeme, Lexeme]]) -> list[str]:
    return [f"{whom.text}: {number.text if number.terminal == 'AWARDS' else f'{number.text} {whom.text}'}" for whom, number in pairs]


def _like(line: Line, sentence: Sentence, ready: str) -> str:
    """The author's line with the sentence put so."""
    text = canonical(line.item.text.text)
    start = text.find(canonical(sentence.passage.text))
    return f"{line.item.marker} {text[: max(start, 0)]}{ready}".strip()
