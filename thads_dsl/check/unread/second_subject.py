"""TH101: “Chấp hành viên: gương mẫu; Thư ký: tận tụy”, one line of two subjects.

The words before the first colon say for whom the whole line is, so what is meant of the second subject would be asked of the first.
"""

from collections.abc import Sequence

from thads_dsl.check.draft import Line
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.check.unread.labels import undeclared_somebody
from thads_dsl.check.unread.suspicion import loose_numbers
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.source import canonical
from thads_dsl.syntax import tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.heads import named_somebody, without_several
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.stops import outside

_WHY = "Chữ trước dấu hai chấm đầu tiên nói cả dòng là của ai, nên phần của đối tượng thứ hai sẽ bị đòi ở đối tượng thứ nhất."


def second_subject(line: Line) -> Diagnostic | None:
    """What is said of such a line; one with figures of the second subject is told for these."""
    asks = line.scope.expects_rules and not line.scope.excluding and line.restated.sentences is None
    behind = line.read.sentences[1:] if asks and not line.item.rows and not line.item.of_table else ()
    second = next((each for each in behind if each.statement is None and _names_its_own(each)), None)
    if second is None or loose_numbers(second.lexemes):
        return None
    return told_unread(
        message="một dòng nói về hai đối tượng: tách thành hai dòng",
        at=second.passage.span(),
        why=_WHY,
        ways=() if line.lists_some else (Way(f"Sửa dòng {line.item.number} thành hai dòng:", _apart(line, second)),),
    )


def _names_its_own(sentence: Sentence) -> bool:
    """Whether its first words say for whom it is: “Thư ký: …”, “riêng Thư ký: …”, “đối với Thư ký …”."""
    words = without_several(sentence.lexemes)
    led = bool(words) and words[0].terminal == "FOR"
    name = words[1:] if led else words
    colon = next((at for at, sign in outside(sentence.passage.text) if sign == ":"), None)
    if colon is None:
        return led and bool(name) and name[0].terminal == NameKind.SUBJECT.value
    name = [each for each in name if each.end <= colon]
    return _is_declared(name) or bool(named_somebody(name) if led else undeclared_somebody(name))


def _is_declared(name: Sequence[Lexeme]) -> bool:
    said = read_tokens(tuple(name), ("context",)) if name else None
    return isinstance(said, tree.Context) and bool(said.subjects) and not said.facet


def _apart(line: Line, second: Sentence) -> str:
    """The line as two, each with the marker."""
    written = canonical(second.passage.text)
    first, _, rest = canonical(line.item.text.text).partition(written)
    own = written if ":" in written or second.lexemes[0].terminal != "FOR" else canonical(second.passage.text[second.lexemes[1].start :])
    own = f"{own[:1].upper()}{own[1:]}{rest}"
    return "\n".join(f"{line.item.marker} {each}".strip() for each in (f"{first.rstrip(' .;')}.", own))
