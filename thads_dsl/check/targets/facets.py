"""Về việc or về tiền: which side of the work a goal is about, and where that was said."""

from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.scoping import facet_of
from thads_dsl.check.targets.figures import of_other_side
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH207
from thads_dsl.model.units import Facet
from thads_dsl.source import canonical
from thads_dsl.syntax import tree

_FACETS = {facet.value: facet for facet in Facet}
_UNIT_FACETS = {facet.unit.name: facet for facet in Facet}


def by_unit(*figures: tree.Figure | None) -> Facet | None:
    """The facet that a unit tells: việc or đồng, of the whole period or a month of it."""
    units = (figure.unit.removesuffix("/tháng") for figure in figures if figure is not None)
    return next((_UNIT_FACETS[unit] for unit in units if unit in _UNIT_FACETS), None)


def facet_named(said: str) -> Facet | None:
    """The facet of these words; None where nothing is said."""
    return _FACETS.get(said)


def facet_of_goal(lowering: Lowering, line: Line, target: tree.Target, goal: tree.Goal, quantity: str) -> tuple[Facet | None, bool]:
    """The nearest word about it: the goal's, the sentence's, the context's; else the unit of the figures tells.

    None without a complaint where the statistic has no facets; the second value says whether it could be told.
    """
    sentence = target.wanted.facet if target.wanted else ""
    if not lowering.draft.vocabulary.has_facets(quantity):
        return None, _is_of_its_side(lowering, goal, goal.facet or sentence, quantity)
    named = next((name.facet for name in _names(target.wanted) if name.facet), "")
    said = goal.facet or sentence or named or line.scope.facet
    figures = (goal.comparison.figure, goal.comparison.other) if goal.comparison else ()
    found = facet_named(said) or by_unit(*figures, *_figures(target.having))
    if found is None:
        lowering.found.append(_not_said(lowering, target, goal))
    return found, found is not None


def _is_of_its_side(lowering: Lowering, goal: tree.Goal, said: str, quantity: str) -> bool:
    """Whether “về tiền” is not said of a statistic that counts cases; a complaint where it is."""
    asked, units = facet_named(said), lowering.draft.vocabulary.counted_in(quantity)
    if asked is None or asked.unit.name in units or units == ("%",):
        return True
    lowering.found.append(of_other_side(goal.span, said, quantity, units))
    return False


def _names(wanted: tree.Goals | None) -> tuple[tree.NameRef, ...]:
    """The statistics that a target names, each of which may tell its facet."""
    if wanted is None:
        return ()
    return (wanted.quantity,) if wanted.quantity else wanted.share.names if wanted.share else ()


def _figures(having: tree.Having | None) -> Iterator[tree.Figure | None]:
    for banded in having.bands if having else ():
        yield banded.band.low
        yield banded.band.high


def where_said(lowering: Lowering, line: Line) -> tuple[Label, ...]:
    """The line of the context that says “Về việc” or “Về tiền”."""
    above = (
        other.read.context.passage.span()
        for other in reversed(lowering.draft.contexts)
        if other.index < line.index
        and other.read.context
        and isinstance(other.read.context.statement, tree.Context)
        and facet_of(other.read.context.statement)
    )
    said = next(above, None)
    return (Label(said),) if said is not None and line.scope.facet else ()


def _not_said(lowering: Lowering, target: tree.Target, goal: tree.Goal) -> Diagnostic:
    share = target.wanted is not None and target.wanted.share is not None  # of which the words behind the figure are part
    words = goal.comparison.written if goal.comparison else goal.kind
    words = canonical(lowering.draft.source.quote(goal.span)) if share else words
    sides = [f"{words} {side.value}" for side in Facet]
    below = f"dán dưới dòng {goal.span.line} nếu là"
    paste = (Way(f"{below} {side.value}:", f"Hiểu là: cụm từ “{words}” là “{words} {side.value}”", for_issued=True) for side in Facet)
    mend = Way("sửa thành một trong ba:", "   |   ".join((*sides, f"{sides[0]} và …% về tiền")), for_issued=False)
    return Diagnostic(
        code=TH207,
        message=f"“{words}” là về việc hay về tiền",
        at=Label(goal.span),
        why="Số liệu này có hai loại.",
        ways=(mend, *paste),
        lacks=Lack.FACET,
    )


def facet_of_order(lowering: Lowering, line: Line, name: tree.NameRef, said: str) -> tuple[Facet | None, bool]:
    """The same for a statistic that candidates are put in order by: beside it, in its name, or in the context."""
    if not lowering.draft.vocabulary.has_facets(name.canonical):
        return None, True
    contradicted = said and name.facet and said != name.facet  # “số tiền thi hành xong về việc”
    found = None if contradicted else facet_named(said or name.facet or line.scope.facet)
    if found is None:
        lowering.found.append(
            Diagnostic(
                code=TH207,
                message=f"“{name.canonical}” là về việc hay về tiền",
                at=Label(name.span),
                why="Số liệu này có hai loại.",
                ways=(Way("Sửa thành một trong hai:", f"{name.canonical} về việc   |   {name.canonical} về tiền"),),
            )
        )
    return found, found is not None
