"""TH914: a line that names others than those of the line above it, of which neither belongs to the other."""

from collections.abc import Iterator

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.kinds import is_a, may_be_both
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH914
from thads_dsl.source import Span
from thads_dsl.syntax import condition_tree, tree

_Naming = tree.Context | tree.Target | condition_tree.LeadIn


def contexts_contradicted(facts: Facts) -> Iterator[Diagnostic]:
    """Targets, and contexts and lead-ins inside of others, once for each name: the nearest counts, so the one above says nothing."""
    told: set[tuple[Span, str]] = set()
    for line in facts.draft.lines:
        around = _around(facts.draft, line)
        for statement in _naming(line) if around else ():
            for own in statement.subjects:
                about = around[0].span, own.name.canonical
                if about not in told and not any(_meet(facts.draft, own, each) for each in around):
                    told.add(about)
                    yield _told(own, around[0])


def _around(draft: Draft, line: Line) -> tuple[tree.Subject, ...]:
    """Whom the context that the line stands in is for, without what the line itself says; for a context what the line around it says."""
    if line.read.context is None:
        whole = draft.population.statement if draft.population is not None else None
        for_all = isinstance(whole, tree.Context) and line.scope.subjects == whole.subjects  # what holds where nothing else is said
        return () if for_all else line.scope.subjects
    parent = None if line.item.parent is None else draft.lines[line.item.parent]
    said = parent.read.context.statement if parent is not None and parent.read.context is not None else None
    inside = line.item.marker or isinstance(line.read.context.statement, condition_tree.LeadIn)
    return said.subjects if isinstance(said, tree.Context) and inside else ()


def _naming(line: Line) -> Iterator[_Naming]:
    said = [line.read.context.statement] if line.read.context is not None else [sentence.statement for sentence in line.sentences]
    yield from (each for each in said if isinstance(each, _Naming))


def _meet(draft: Draft, one: tree.Subject, other: tree.Subject) -> bool:
    """Whether somebody can be both; of whom more is said than a name, or a name that he does not bear, is not asked."""
    names = [(each.narrowed or each.name).canonical for each in (one, other)]
    if one.remaining or one.on_average or other.remaining or other.on_average or (one.negated and other.negated):
        return True
    if one.negated or other.negated:
        denied, named = names if one.negated else reversed(names)
        return not is_a(draft.vocabulary, named, denied)
    return may_be_both(draft.vocabulary, *names)


def _words(subject: tree.Subject) -> str:
    without = f"{subject.name.canonical} không là " if subject.negated else ""
    return without + (subject.narrowed or subject.name).canonical


def _told(own: tree.Subject, above: tree.Subject) -> Diagnostic:
    named, said = _words(own), _words(above)
    denied = own.negated or above.negated
    part = "" if denied else f" Nếu chỉ nói {named} của {said} thì máy chưa phân biệt được."
    return Diagnostic(
        code=TH914,
        message=f"dòng này nói {named}, câu dẫn phía trên nói {said}",
        at=Label(own.span),
        also=(Label(above.span),),
        why=f"Máy theo dòng này; câu dẫn không còn tác dụng với nó.{part}",
        ways=(Way("Đặt dòng này dưới một câu dẫn của chính nó:", f"Đối với {named}:"),),
    )
