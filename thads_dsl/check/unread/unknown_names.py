"""Names that nobody has declared, in a sentence that no family reads."""

from dataclasses import replace

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.names.undeclared import not_declared
from thads_dsl.check.unread.judged import in_a_list, judged
from thads_dsl.check.unread.suspicion import loose_numbers
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.syntax.grammar import unit_words
from thads_dsl.syntax.heads import says
from thads_dsl.syntax.holes import UnknownName, tells_its_kind
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.shares import unknown_share
from thads_dsl.syntax.unknown_names import FindUnknown, unknown_name, unknown_of_classes
from thads_dsl.syntax.written_forms import Figure

_TIMES = frozenset(word.unit for word in unit_words() if word.kind == "time")


def unknown(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic | None:
    """An unknown name without which the sentence is read: what is near it, or the line that declares it; or the council is asked."""
    found, share = unknown_name(sentence.passage, sentence.lexemes, facts.draft.names), unknown_share(sentence.passage, sentence.lexemes)
    if found is None or (share and found.kind is NameKind.SUBJECT and sentence.lexemes[0].terminal == found.kind.value):
        found = share  # “Chi cục THADS số hóa đạt 70% hồ sơ”: what is done stands behind a name that is known
    if found is None:
        return None
    named = not_declared(facts.draft, found)
    if found.kind is NameKind.SHARE_IN and all(lexeme.terminal not in ("PERCENT", "FRACTION") for lexeme in sentence.lexemes):
        named = replace(named, ways=())  # “ít nhất 01 sáng kiến” is a count, and a share is what would be declared
    if not _may_be_judged(line, sentence, found):
        return named
    ways = judged(line, sentence)
    # Nothing that statistics count is a length of time: people who are away for so long are no name of a statistic.
    if _lasts(sentence):
        return replace(named, ways=ways if says(found.written) == NameKind.SUBJECT.value else (*ways, *named.ways))
    return replace(named, ways=(*named.ways, *ways))


def plainly_unknown(facts: Facts, line: Line, sentence: Sentence, find: FindUnknown = unknown_name) -> Diagnostic | None:
    """An unknown name whose first words say what it is: with it the sentence is read, whatever else could be said of it."""
    found = find(sentence.passage, sentence.lexemes, facts.draft.names)
    return not_declared(facts.draft, found) if found is not None and tells_its_kind(found) else None


def unknown_sanction(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic | None:
    """Behind “bị kỷ luật” nothing but a sanction stands: whatever else its words say (“hạ bậc lương”, “06 tháng”), they name it.

    Before “hoặc bị kỷ luật” stands what else may not be done.
    """
    if all(lexeme.terminal not in ("DISCIPLINED", "NOT_DISCIPLINED") for lexeme in sentence.lexemes):
        return None
    for find in (unknown_name, unknown_of_classes):
        found = find(sentence.passage, sentence.lexemes, facts.draft.names)
        if found is not None and found.kind in (NameKind.SANCTION, NameKind.EVENT):
            return not_declared(facts.draft, found)
    return None


def _lasts(sentence: Sentence) -> bool:
    """Whether the figures of a sentence are lengths of time: “nghỉ quá 03 tháng”."""
    figures = [lexeme.value for lexeme in loose_numbers(sentence.lexemes)]
    return bool(figures) and all(isinstance(each, Figure) and each.unit in _TIMES for each in figures)


def _may_be_judged(line: Line, sentence: Sentence, found: UnknownName) -> bool:
    """Whether a sentence with an unknown name may be a question of the council, which judges no figures and names no sanctions."""
    if found.kind not in (NameKind.QUANTITY, NameKind.SHARE_IN, NameKind.SUBJECT):
        return False
    counted = loose_numbers(sentence.lexemes) or found.kind is not NameKind.QUANTITY or says(found.written) == NameKind.QUANTITY.value
    return in_a_list(line) or (line.scope.expects_rules and not counted)
