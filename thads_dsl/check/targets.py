"""Target sentences (T, with their bands B) → targets."""

from fractions import Fraction

from thads_dsl.check.draft import Line
from thads_dsl.check.figures import band_interval, exact
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.periods import measured_in
from thads_dsl.check.subjects import subject
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH207, TH211
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.rules import Band, Target
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import CASE, DONG, PERCENT, Facet
from thads_dsl.source import canonical
from thads_dsl.syntax import tree
from thads_dsl.syntax.sentences import Sentence

_UNITS = {Facet.CASES: CASE, Facet.MONEY: DONG}
_FACETS = {facet.value: facet for facet in Facet}
_UNIT_FACETS = {unit.name: facet for facet, unit in _UNITS.items()}


def lower_target(lowering: Lowering, line: Line, sentence: Sentence, target: tree.Target) -> None:
    """One target for each goal of the sentence."""
    who = subject(lowering, target.subjects, line.scope, target.span)
    if target.quantity is None:
        lowering.found.append(_no_quantity(target))
        return
    if target.left_out:
        return  # two readings: a rule complains
    for goal in target.goals:
        facet = _facet(lowering, line, target, goal)
        if facet is None:
            continue
        lowered = _lower_goal(lowering, line, sentence, target, goal, facet)
        if lowered is not None and who is not None:
            band, quantity, interval, threshold = lowered
            period = measured_in(lowering, line.scope)
            header = lowering.header(line, sentence)
            if target.band is not None:
                lowering.bands[header["id"]] = target.band.span
            lowering.rules.append(
                Target(
                    **header,
                    subject=who,
                    facet=facet,
                    band=band,
                    quantity=quantity.key,
                    goal=interval,
                    threshold=threshold,
                    period=period,
                )
            )


def _lower_goal(
    lowering: Lowering, line: Line, sentence: Sentence, target: tree.Target, goal: tree.Goal, facet: Facet
) -> tuple[Band | None, Quantity, Interval, Fraction] | None:
    context = _facet_said(lowering, line)
    assert target.quantity is not None
    band = None
    if target.band is not None and target.banded is not None:
        banded = quantity(lowering, target.banded.canonical, facet)
        interval = lowering.take(band_interval(target.band, banded.unit, context))
        if interval is None:
            return None
        band = Band(quantity=banded.key, interval=interval, text=canonical(target.band.written))
    measured = quantity(lowering, target.quantity.canonical, facet)
    threshold = lowering.take(exact(goal.comparison.figure, measured.unit, context))
    if threshold is None:
        return None
    return band, measured, goal_interval(goal.comparison.sign, threshold), threshold


def goal_interval(sign: str, threshold: Fraction) -> Interval:
    """The figures that meet a comparison."""
    bound = Bound(threshold, closed=sign in "≥≤")
    return Interval(low=bound) if sign in "≥>" else Interval(high=bound)


def quantity(lowering: Lowering, name: str, facet: Facet | None) -> Quantity:
    """The quantity of this name and facet; it and what it is made of are kept for the plan."""
    definition = lowering.draft.vocabulary.quantity(name)
    assert definition is not None, name  # the lexer gives declared names only
    if definition.ratio is None:
        whole = Quantity(definition.within, facet, CASE).key if definition.within else None
        made = Quantity(name, facet, _UNITS[facet] if facet else CASE, within=whole)
    else:
        over, under = (quantity(lowering, part, facet) for part in definition.ratio)
        made = Quantity(name, facet, PERCENT, over.key, under.key)
    return lowering.quantities.setdefault(made.key, made)


def _facet(lowering: Lowering, line: Line, target: tree.Target, goal: tree.Goal) -> Facet | None:
    """The nearest word about it: the goal's, the sentence's, the context's; else the unit of the band tells."""
    said = goal.facet or target.facet or line.scope.facet
    if said:
        return _FACETS[said]
    figures = [figure for figure in (target.band.low, target.band.high) if figure] if target.band else []
    by_unit = next((_UNIT_FACETS[figure.unit] for figure in [*figures, goal.comparison.figure] if figure.unit in _UNIT_FACETS), None)
    if by_unit is None:
        lowering.found.append(_no_facet(goal))
    return by_unit


def _facet_said(lowering: Lowering, line: Line) -> tuple[Label, ...]:
    """The line of the context that says “Về việc” or “Về tiền”."""
    above = (
        other.read.context.passage.span()
        for other in reversed(lowering.draft.lines[: line.index])
        if other.read.context and isinstance(other.read.context.statement, tree.Context) and other.read.context.statement.facet
    )
    said = next(above, None)
    return (Label(said),) if said is not None and line.scope.facet else ()


def _no_facet(goal: tree.Goal) -> Diagnostic:
    written = goal.comparison.figure.written
    return Diagnostic(
        code=TH207,
        message=f"“{goal.comparison.written}” là về việc hay về tiền",
        at=Label(goal.span),
        why="Số liệu này có hai loại.",
        ways=(Way("Sửa thành một trong ba:", f"{written} về việc   |   {written} về tiền   |   {written} về việc và …% về tiền"),),
    )


def _no_quantity(target: tree.Target) -> Diagnostic:
    return Diagnostic(
        code=TH211,
        message="câu này chưa nói số liệu nào phải đạt",
        at=Label(target.goals[0].span),
        why="Một chỉ tiêu phải có tên số liệu, ví dụ “tỷ lệ thi hành xong trên có điều kiện”.",
    )
