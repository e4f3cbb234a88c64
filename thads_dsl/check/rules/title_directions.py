"""TH932: a title that says “giảm” above targets that all want a rise, or the other way round: the targets count, the title is printed."""

from collections.abc import Iterator, Sequence

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH932
from thads_dsl.model.rules import Measure
from thads_dsl.source import canonical
from thads_dsl.syntax.lexer import Lexeme, lex

_SAYS = {"INCREASE": Measure.INCREASE, "DECREASE": Measure.DECREASE}
_WORDS = {Measure.INCREASE: "tăng", Measure.DECREASE: "giảm"}


def title_directions(facts: Facts) -> Iterator[Diagnostic]:
    """Each such title, or words before the colon of a line."""
    for line in facts.draft.lines:
        said = _turn(_title(facts.draft, line))
        wanted = {target.measure for target in facts.plan.targets if target.line in _numbers(facts.draft, line)}
        if said is not None and wanted == {*_WORDS} - {_SAYS[said.terminal]}:
            word = _WORDS[wanted.pop()]
            meant = word.capitalize() if said.text[0].isupper() else word
            mended = canonical(line.item.text.replaced(said.start, said.end, meant).text)
            yield Diagnostic(
                code=TH932,
                message=f"đề mục nói “{said.text}”, chỉ tiêu bên dưới phải {word}",
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
    under = line.item.end > line.index + 1 and not line.sentences_with_rules
    return lexemes[:colon] if colon is not None or under else ()


def _turn(title: Sequence[Lexeme]) -> Lexeme | None:
    """The one word of a rise or a fall in a title."""
    found = [lexeme for lexeme in title if lexeme.terminal in _SAYS]
    return found[0] if len(found) == 1 else None


def _numbers(draft: Draft, line: Line) -> set[int]:
    """The lines of the file that a title is above, its own with them."""
    return {each.item.number for each in draft.lines[line.index : line.item.end]}
