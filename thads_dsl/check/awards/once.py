"""What a sentence about numbers of awards settles but once: how many of whom, how a share is rounded, in which order they come."""

from collections.abc import Iterator, Sequence

from thads_dsl.check.lowering import Lowering
from thads_dsl.source import Span
from thads_dsl.syntax import award_tree, tree

_Settled = tuple[str, Span, object]


def settle_each(lowering: Lowering, node: award_tree.Quota) -> None:
    """Hands in each part of the sentence; numbers that have awards of their own are no two numbers of one."""
    own = [node.counted] if not node.by_award else []
    made_up = [tail for tail in node.tails if isinstance(tail, award_tree.Composition)]
    for what, at, meant in (*(each for counted in own for each in _numbers(counted)), *_tails(node.tails), *_parts(made_up)):
        lowering.settle(node.span, what, at, meant)


def settle_parts(lowering: Lowering, node: award_tree.Compositions | award_tree.MadeUpWhole) -> None:
    """The same of a sentence that only says what the chosen are made up of."""
    for what, at, meant in _parts(node.parts):
        lowering.settle(node.span, what, at, meant)


def _numbers(counted: Sequence[award_tree.Counted]) -> Iterator[_Settled]:
    for each in counted:
        whom = each.figure.unit or (each.subject.name.canonical if each.subject is not None else "")
        named = f" là {_name(each.subject)}" if each.subject is not None and each.figure.unit else ""
        yield f"số lượng {whom}{named}", each.span, each.figure.value


def _tails(tails: Sequence[tree.Node]) -> Iterator[_Settled]:
    for each in tails:
        match each:
            case award_tree.Rounding(said=said, least=least):
                yield "cách làm tròn", each.span, (said, least.value if least is not None else None)
            case award_tree.Ranking(keys=keys, greatest_first=greatest_first):
                yield "thứ tự xét", each.span, (*((key.quantity.canonical, key.facet) for key in keys), greatest_first)
            case award_tree.Chosen(limits=limits):
                yield from ((f"số {limit.unit} được chọn tiếp", limit.span, limit.value) for limit in limits)


def _parts(parts: Sequence[award_tree.Composition]) -> Iterator[_Settled]:
    """Limits of one part: the least and the most of it, a share and a number of it are apart."""
    for each in parts:
        if each.amount is None or not each.subjects:
            continue
        having = f" có {each.having.band.written}" if each.having is not None else ""
        whom = " và ".join(map(_name, each.subjects)) + having
        share = "tỷ lệ" if each.amount.unit == "%" else "số"
        limit = "nhiều nhất" if each.capped else "ít nhất"
        said = f"{share} {limit} của {'người không là ' if each.negated else ''}{whom}"
        at = Span(each.span.line, each.amount.span.start, max(subject.span.end for subject in each.subjects))
        yield said, at if at.start < at.end else each.span, (each.amount.value, each.beyond, each.of_all)


def _name(subject: tree.Subject) -> str:
    return subject.narrowed.canonical if subject.narrowed is not None else subject.name.canonical
