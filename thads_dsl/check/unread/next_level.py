"""Ready lines for a number that is chosen among those who got another award: “Bằng khen: 02 cá nhân, chọn trong số được Giấy khen”."""

import re

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Way
from thads_dsl.source import Passage, fold, plain
from thads_dsl.syntax.line_texts import read_text
from thads_dsl.syntax.sentences import Sentence

_AMONG = re.compile(r"\b(?:trong (?:tong )?so|tu|trong) (?:(?:cac|nhung) )*(?:[^;.]*?)(?:da )?duoc (?:tang|khen|de nghi)")
_CHOSEN = re.compile(r"\b(?:chon|lay|de nghi)\b")
_REWARDS = frozenset(("REWARD", "TITLE"))


def next_level_ways(facts: Facts, line: Line, sentence: Sentence) -> tuple[Way, ...]:
    """The sentence as it is read, where it names the numbers and two awards: the lower one is the one that they were given."""
    words = plain(sentence.passage.text)
    among = _AMONG.search(words)
    numbers = _numbers(sentence)
    named = [(lexeme.text.strip('"'), lexeme.start) for lexeme in sentence.lexemes if lexeme.terminal in _REWARDS]
    above = line.read.context.lexemes if line.read.context is not None and line.read.context is not sentence else ()
    awards = dict.fromkeys((*(lexeme.text.strip('"') for lexeme in above if lexeme.terminal in _REWARDS), *(name for name, _ in named)))
    if among is None or not numbers or len(awards) != 2 or _CHOSEN.search(words) is None:
        return ()
    given = next((name for name, start in named if start >= among.end() - 1), "")
    wanted = next(name for name in awards if name != given)
    post = next((lexeme.text for lexeme in (*above, *sentence.lexemes) if lexeme.terminal == "POST"), "cấp trên")
    whom = ", ".join(base for base in ("tập thể", "cá nhân") if any(base in number for number in numbers))
    if not given or not whom:
        return ()
    behind = _behind(sentence)
    best = " tiêu biểu nhất" if not behind or "tieu bieu nhat" in words else ""
    ready = f"Trong số {whom} được tặng {given}, chọn {', '.join(numbers)}{best} đề nghị {post} tặng {wanted}{behind}."
    read = read_text(Passage(fold(ready), line.item.number, range(len(ready) + 1)), facts.draft.names, heading=False)
    if any(each.statement is None for each in read.sentences):
        return ()
    return (Way("Nếu đúng ý ấy thì viết:", f"{line.item.marker} {ready}".strip()),)


def _numbers(sentence: Sentence) -> list[str]:
    """“không quá 02 cá nhân”: each number with the limit before it."""
    pairs = zip((None, *sentence.lexemes), sentence.lexemes, strict=False)
    return [
        f"{before.text.lower()} {each.text}" if before is not None and before.terminal == "AT_MOST" else each.text
        for before, each in pairs
        if each.terminal == "AWARDS"
    ]


def _behind(sentence: Sentence) -> str:
    """How they are chosen, as it stands behind the numbers and the awards."""
    end = max(lexeme.end for lexeme in sentence.lexemes if lexeme.terminal in ("AWARDS", "MOST_OUTSTANDING", "POST", *_REWARDS))
    behind = sentence.passage.text[end:].strip(' ",;.')
    return f", {behind}" if behind else ""
