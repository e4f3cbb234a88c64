"""Lines of an example → what is supposed of one subject, and what must come of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from thads_dsl.check import Draft
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH802
from thads_dsl.source import Passage
from thads_dsl.syntax import tree
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.outline import Example
from thads_dsl.syntax.sentences import read_tokens

_FAMILIES = {"SUPPOSE": "given", "THEN": "outcome"}


@dataclass(frozen=True, slots=True)
class ReadExample:
    """One example: its subject, what is given of it, and the outcomes to check."""

    title: str
    heading: Passage
    subject: tree.Subject
    given: tuple[tree.Statement, ...]
    outcomes: tuple[tree.Statement, ...]


def read_example(draft: Draft, example: Example) -> tuple[ReadExample | None, list[Diagnostic]]:
    """The example, or the complaints why it cannot be run."""
    given: list[tree.Statement] = []
    outcomes: list[tree.Statement] = []
    found: list[Diagnostic] = []
    for line, lexemes in _steps(draft, example):
        family = _FAMILIES.get(lexemes[0].terminal) if lexemes else None
        statement = read_tokens(lexemes, (family,)) if family else None
        if statement is None:
            found.append(_unread(line))
        else:
            (given if family == "given" else outcomes).append(statement)
    if found:
        return None, found
    subject = next((each.subjects[0] for each in given if isinstance(each, tree.GivenFigures) and each.subjects), None)
    if subject is None or not outcomes:
        missing = "dòng “Giả sử <đối tượng> có …”" if subject is None else "dòng “Thì …”"
        return None, [Diagnostic(code=TH802, message=f"ví dụ chưa có {missing}", at=Label(example.heading.span()), why=_FORM)]
    return ReadExample(example.heading.text, example.heading, subject, tuple(given), tuple(outcomes)), []


_FORM = "Một ví dụ gồm: Giả sử <đối tượng> có <số liệu>; Và …; Thì <kết quả>; Và …."


def _steps(draft: Draft, example: Example) -> Iterator[tuple[Passage, tuple[Lexeme, ...]]]:
    """Each step with its tokens; “Và” goes on with what stands above it."""
    mode = "SUPPOSE"
    for line in example.lines:
        lexemes = lex(line.passage.cut(0, len(line.passage.text.rstrip(" .;,"))), draft.names)
        if lexemes and lexemes[0].terminal == "AND":
            lexemes = (replace(lexemes[0], terminal=mode), *lexemes[1:])
        elif lexemes and lexemes[0].terminal in _FAMILIES:
            mode = lexemes[0].terminal
        yield line.passage, lexemes


def _unread(line: Passage) -> Diagnostic:
    return Diagnostic(code=TH802, message="máy chưa đọc được dòng này của ví dụ", at=Label(line.span()), why=_FORM)
