"""TH932: a title that says “giảm” above targets that all want a rise, “về tiền” above those about cases, or the other way round.

The targets count, the title is printed.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import takewhile

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH932
from thads_dsl.model.rules import Measure
from thads_dsl.source import canonical
from thads_dsl.syntax import tree
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.written_forms import Figure

_SAYS = {"INCREASE": Measure.INCREASE, "DECREASE": Measure.DECREASE}
_WORDS = {Measure.INCREASE: "tăng", Measure.DECREASE: "giảm"}
_FACETS = {"CASES": "về việc", "MONEY": "về tiền"}


def title_directions(facts: Facts) -> Iterator[Diagnostic]:
    """Each such title, or words before the colon of a line."""
    for line in facts.draft.lines:
        yield from _both_ways(line)
        title = () if line.index in facts.doubtful else _title(facts.draft, line)  # put right, it may be no title
        numbers = _numbers(facts.draft, line) if title else set()
        under = [target for target in facts.plan.targets if target.line in numbers] if title else []
        turn, facet = _only(title, _SAYS), _only(title, _FACETS)
        if turn is not None and {target.measure for target in under} == {*_WORDS} - {_SAYS[turn.terminal]}:
            word = _WORDS[under[0].measure]
            yield _contradicted(line, turn, word, f"phải {word}")
        if facet is not None and under:
            word = next(each for terminal, each in _FACETS.items() if terminal != facet.terminal)
            if all(target.quantity.endswith(word) for target in under):
                yield _contradicted(line, facet, word, f"là {word}")


def _both_ways(line: Line) -> Iterator[Diagnostic]:
    """“giảm số việc chuyển kỳ sau tăng 5%”: of two words in one sentence the one beside the figure counts."""
    for sentence in line.sentences:
        before = takewhile(lambda lexeme: not isinstance(lexeme.value, Figure), sentence.lexemes)
        said = {lexeme.terminal: lexeme for lexeme in before if lexeme.terminal in _SAYS}
        if isinstance(sentence.statement, tree.Target) and len(said) == len(_SAYS):
            first, last = sorted(said.values(), key=lambda lexeme: lexeme.start)
            yield Diagnostic(
                code=TH932,
                message=f"câu vừa nói “{first.text}”, vừa nói “{last.text}”",
                at=Label(first.span),
                also=(Label(last.span),),
                why=f"Máy theo chữ “{last.text}” đứng cạnh con số; nếu không phải vậy thì sửa lại câu.",
            )


def _contradicted(line: Line, said: Lexeme, word: str, wanted: str) -> Diagnostic:
    meant = word.upper() if said.text.isupper() else word.capitalize() if said.text[0].isupper() else word
    mended = canonical(line.item.text.replaced(said.start, said.end, meant).text)
    return Diagnostic(
        code=TH932,
        message=f"đề mục nói “{said.text}”, chỉ tiêu bên dưới {wanted}",
        at=Label(said.span),
        why="Máy theo chỉ tiêu; văn bản in ra thì hai dòng trái nhau.",
        ways=(Way("Nếu đề mục nhầm:", mended, edit=Edit(said.span, meant)),),
    )


def _title(draft: Draft, line: Line) -> Sequence[Lexeme]:
    """The words of a title: a line that others stand under, or what stands before the colon of a line."""
    if line.item.aside or line.item.rows:
        return ()
    lexemes = lex(line.item.text, draft.names)
    colon = next((at for at, lexeme in enumerate(lexemes) if lexeme.terminal == "COLON"), None)
    under = (line.item.end > line.index + 1 or _in_capitals(line)) and not line.sentences_with_rules
    head = lexemes[:colon] if colon is not None or under else lexemes[:0]
    return tuple(takewhile(lambda lexeme: lexeme.terminal != "HAVING", head))  # behind it stands by what the units are told apart


def _only(title: Sequence[Lexeme], terminals: Container[str]) -> Lexeme | None:
    """The one word of these in a title."""
    found = [lexeme for lexeme in title if lexeme.terminal in terminals]
    return found[0] if len(found) == 1 else None


def _numbers(draft: Draft, line: Line) -> set[int]:
    """The lines of the file that a title is above, its own with them; those of a title in capitals up to the next one."""
    end = line.item.end
    if _in_capitals(line):
        end = next((each.index for each in draft.lines[end:] if _in_capitals(each)), len(draft.lines))
    return {each.item.number for each in draft.lines[line.index : end]}


def _in_capitals(line: Line) -> bool:
    """“A. VỀ TIỀN”: no number that the outline counts, so that nothing is inside of it."""
    return not line.item.marker and not line.item.rows and line.item.text.text.isupper()
