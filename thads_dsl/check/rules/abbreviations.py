"""TH924: an abbreviation is explained where it is first used (Nghị định 30/2020/NĐ-CP, Phụ lục I); recipients are exempt."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.check.names.abbreviations import CAPITALS, defined_shorts, in_passing, is_roman
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH924
from thads_dsl.source import Passage, Span, plain
from thads_dsl.syntax.cells import cells
from thads_dsl.syntax.grammar import heading_words
from thads_dsl.syntax.lexer import lex

_WHOLE = frozenset({"REFERENCE", "PLACE", "LAW"})


def abbreviations(facts: Facts) -> Iterator[Diagnostic]:
    """One complaint for each abbreviation that nothing explains, or only a later line, at its first use."""
    known = defined_shorts(facts.draft.outline, facts.draft.vocabulary)
    later = _explained_in_passing(facts)
    used: dict[str, list[Span]] = {}
    for line in facts.draft.lines:
        for text in (line.item.text, *(cell for row in line.item.rows for cell in cells(row))):
            for word, at in _capitals(facts, text):
                used.setdefault(word, []).append(at)
    for word, spans in used.items():
        if word in later and spans[0].line < later[word].line:
            yield Diagnostic(
                code=TH924,
                message=f"“{word}” dùng ở dòng {spans[0].line}, đến dòng {later[word].line} mới giải thích",
                at=Label(spans[0]),
                also=(Label(later[word]),),
                why="Chữ viết tắt phải được giải thích khi dùng lần đầu. Chuyển lời giải thích lên dòng này.",
            )
        elif word not in known:
            yield Diagnostic(
                code=TH924,
                message=f"“{word}”",
                at=Label(spans[0]),
                also=tuple(Label(at) for at in spans[1:2]),
                why="Chữ viết tắt phải được giải thích khi dùng lần đầu.",
                ways=_ways(word, once=len(spans) == 1),
                lacks=Lack.OWN_WORDS,
            )


def _ways(word: str, once: bool) -> tuple[Way, ...]:
    """An abbreviation that is used once is explained for nothing where it is used (TH941)."""
    in_front = f"Viết tắt: {word}: …"
    if once:
        return (Way("Chỉ dùng một lần thì viết đủ chữ; hoặc thêm vào đầu văn bản:", in_front),)
    return (Way("Viết ở lần dùng đầu:", f"… (sau đây viết tắt là {word})"), Way("hoặc thêm vào đầu văn bản:", in_front))


def _explained_in_passing(facts: Facts) -> dict[str, Span]:
    """Abbreviations that only a line of the text explains, and the first such line."""
    elsewhere = {each for spelling, _, _ in facts.draft.vocabulary.spellings for each in CAPITALS.findall(spelling) if spelling != each}
    fronts = " ".join(key.value.text for key in facts.draft.outline.every_key if key.name == "viết tắt")
    found: dict[str, Span] = {}
    for item in facts.draft.outline.items:
        for each in in_passing(item.text):
            if each.short not in elsewhere and f"{each.short}:" not in fronts:
                found.setdefault(each.short, item.text.span())
    return found


def _capitals(facts: Facts, text: Passage) -> Iterator[tuple[str, Span]]:
    """Words in capitals of a line that is not all in capitals, references left out."""
    letters = [char for char in text.text if char.isalpha()]
    if (
        not CAPITALS.search(text.text)
        or plain(text.text) in {plain(words) for words in heading_words("number")}
        or sum(map(str.isupper, letters)) * 10 > len(letters) * 7
    ):
        return
    whole = [(lexeme.start, lexeme.end) for lexeme in lex(text, facts.draft.names) if lexeme.terminal in _WHOLE]
    for found in CAPITALS.finditer(text.text):
        if not is_roman(found[0]) and not any(start <= found.start() < end for start, end in whole):
            yield found[0], text.span(*found.span())
