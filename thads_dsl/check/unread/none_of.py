"""“Không có đơn tố cáo đúng” among targets: of something that nobody has declared none may be (language reference, T10)."""

import re

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.judged import in_a_list
from thads_dsl.check.unread.suspicion import Sign
from thads_dsl.check.unread.topics import Topic
from thads_dsl.syntax import tree
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence

_NONE = re.compile(r"(?:thì |đều |phải )?(?P<none>không (?:có|còn))\s+\w", re.IGNORECASE)
_OPENING = frozenset((NameKind.SUBJECT.value, "EACH", "APART_FROM_THAT", "FOR", "COMMA", "COLON", "AND"))


def none_of(facts: Facts, line: Line, sentence: Sentence) -> Sign | None:
    """“không có”, with which a sentence among targets begins, or which it says of those whom it begins with.

    In a list of standards or of exclusions the council answers it, and elsewhere it is one of many words.
    """
    if in_a_list(line) or line.item.end > line.index + 1 or not (line.scope.expects_rules or _beside_targets(facts, line)):
        return None
    behind = next((lexeme for lexeme in sentence.lexemes if lexeme.terminal not in _OPENING), None)
    found = _NONE.match(sentence.passage.text, behind.start) if behind is not None else None
    return Sign(found["none"], Topic.NONE_OF, *found.span("none")) if found else None


def _beside_targets(facts: Facts, line: Line) -> bool:
    """Whether another line of the same list is a target."""
    beside = (each for each in facts.draft.lines if each.item.parent == line.item.parent and each is not line)
    return any(isinstance(sentence.statement, tree.Target) for each in beside for sentence in each.sentences)
