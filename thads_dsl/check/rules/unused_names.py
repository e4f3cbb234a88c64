"""TH941: a name that the plan defines for itself and nothing uses: often the sentence meant to use it spells it otherwise."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH941
from thads_dsl.syntax.names import NameKind

_NOUNS = {NameKind.QUANTITY: "số liệu", NameKind.SUBJECT: "đối tượng"}


def unused_names(facts: Facts) -> Iterator[Diagnostic]:
    """Statistics and kinds of the unprinted part that no sentence, example or other definition names.

    Units listed after “gồm:” are known to the statistics by name and need no sentence.
    """
    if facts.doubtful:
        return  # a line with an error may be the one that means it
    vocabulary = facts.draft.vocabulary
    used = {(each.name.kind, each.name.canonical) for each in facts.draft.mentions}
    used |= {(NameKind.QUANTITY, each.name) for each in facts.plan.quantities}  # shares, and what is left when a part is left out
    used |= {(NameKind.QUANTITY, name) for each in vocabulary.quantities for _, name in (*each.over, *each.under)}
    used |= {(NameKind.QUANTITY, each.within) for each in vocabulary.quantities if each.within}
    used |= {(NameKind.SUBJECT, name) for kind in vocabulary.kinds if kind.parents for name in (kind.name, *kind.parents)}
    for term in vocabulary.terms:
        if term.line is not None and term.kind in _NOUNS and (term.kind, term.name) not in used:
            yield Diagnostic(
                code=TH941,
                message=f"{_NOUNS[term.kind]} “{term.name}” chưa dùng ở câu nào",
                at=Label(term.line.span()),
                why="Có thể câu cần dùng viết tên khác đi; nếu không cần thì xóa dòng này.",
            )
