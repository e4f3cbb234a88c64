"""Random points tables: every way of scoring, classes with holes and overlaps, quotas, triggers, ranks."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from thads_dsl.model.inputs import CellKind, input_tables
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import (
    Beyond,
    ByBand,
    ByBeyond,
    ByCompletion,
    ByCouncil,
    ByLevel,
    ByTarget,
    Change,
    Criterion,
    FullPoints,
    Merit,
    OnAverage,
    PerEvent,
    PerStep,
    PointsTable,
    Rounding,
    Start,
)
from thads_dsl.model.points_caps import PointsCap
from thads_dsl.model.points_classes import (
    TOTAL,
    Class,
    ClassCase,
    ClassChange,
    ClassCondition,
    ClassQuota,
    Disciplined,
    NoneBelow,
    Ranking,
    RankKey,
    TargetsAre,
    Trigger,
)
from thads_dsl.model.statistics import Base, Quantity, Row, Subject
from thads_dsl.model.units import Unit

if TYPE_CHECKING:
    from tests.unit.python_scorer.drawing import Drawing


def with_points(d: Drawing, plan: Plan) -> Plan:
    """The plan with none, one or two points tables; occurrences become columns of it."""
    tables = tuple(_table(d, plan) for _ in range(d.number(0, 2)))
    counted = tuple(
        Quantity(change.key, None, Unit("lần"))
        for table in tables
        for criterion in table.criteria
        for change in criterion.changes
        if isinstance(change, PerEvent)
    )
    return replace(plan, points=tables, quantities=(*plan.quantities, *counted))


def _points(d: Drawing, most: int = 20) -> Fraction:
    return Fraction(d.number(1, 2 * most), d.one((1, 1, 2, 3)))


def _rows(d: Drawing, edges: tuple[int, ...]) -> tuple[tuple[Interval, Fraction], ...]:
    """Closed and disjoint."""
    lows = [Bound(Fraction(edge), d.chance()) for edge in sorted(set(edges))]
    ends = [None, *lows, None]
    return tuple((Interval(low, high and Bound(high.value, not high.closed)), _points(d)) for low, high in pairwise(ends))


def _start(d: Drawing, plan: Plan, others: tuple[str, ...]) -> Start:
    key = d.one(plan.quantities).key
    targets = tuple(target.quantity for target in plan.targets) or (key,)
    target = d.one(targets)
    starts: tuple[Start, ...] = (
        FullPoints(_points(d)),
        FullPoints(Fraction(0)),
        ByLevel(tuple((name, _points(d)) for name in ("đạt", "không đạt", "còn lại"))),
        ByTarget(target, _points(d), _rows(d, (d.number(0, 2), d.number(3, 9)))),
        ByBand(key, _rows(d, (d.number(0, 60), d.number(50, 200)))),
        ByBand(target, _rows(d, (d.number(0, 20), d.number(20, 100))), turned=True),
        ByCouncil(Fraction(0), _points(d)),
        ByCompletion(target, _points(d), _points(d) if d.chance() else None),
    )
    if others and d.number(0, 5) == 0:
        return OnAverage(tuple((id, _points(d, 3)) for id in d.some(others, least=1)))
    return d.one(starts)


def _change(d: Drawing, plan: Plan) -> Change:
    targets = tuple(target.quantity for target in plan.targets) or (plan.quantities[0].key,)
    sign, most = d.one((1, -1)), d.one((None, _points(d)))
    match d.number(0, 3):
        case 0:
            key = d.name("Sự việc")
            return PerEvent(f"Tiêu chí: số {key}", key, sign * _points(d, 4), most)
        case 1:
            over = d.chance()
            return PerStep(d.one(targets), over, Fraction(d.one((1, 2)), d.one((1, 2))), sign * _points(d, 3), most, d.chance())
        case 2:
            rows = tuple(_beyond(d, plan, sign) for _ in range(d.number(1, 3)))
            return ByBeyond(d.one(targets), rows)
        case _:
            name = d.name("Thành tích")
            return Merit(f"Tiêu chí: {name}", name, sign * _points(d, 4))


def _beyond(d: Drawing, plan: Plan, sign: int) -> Beyond:
    load = (d.one(plan.quantities).key, d.one(_rows(d, (d.number(0, 200),)))[0]) if d.chance() else None
    return Beyond(d.chance(), d.one(_rows(d, (d.number(0, 3), d.number(4, 30))))[0], load, sign * _points(d, 4))


def _criteria(d: Drawing, plan: Plan, table: str) -> tuple[Criterion, ...]:
    found: list[Criterion] = []
    for number in range(1, d.number(2, 5)):
        _, place, text = d.place()
        title = d.name("Tiêu chí")
        start = _start(d, plan, tuple(each.id for each in found if not isinstance(each.start, OnAverage)))
        changes = () if isinstance(start, OnAverage) else tuple(_change(d, plan) for _ in range(d.number(0, 3)))
        found.append(
            Criterion(
                id=f"{table}, tiêu chí {number}",
                place=place,
                line=1,
                text=text,
                number=str(number),
                title=title,
                key=f"Tiêu chí {number}. {title}",
                standard=_points(d),
                start=start,
                changes=changes,
                highest=d.chance(),
                nothing=_points(d) if d.number(0, 2) else None,
                gains=d.one((None, None, _points(d, 4))),
                losses=d.one((None, None, _points(d, 4))),
            )
        )
    return tuple(found)


def _caps(d: Drawing, criteria: tuple[Criterion, ...]) -> tuple[PointsCap, ...]:
    """A limit of what some criteria add, and one of what the others deduct."""
    some = d.some(tuple(criterion.id for criterion in criteria))
    found = []
    for sign, ids in ((1, some), (-1, tuple(each.id for each in criteria if each.id not in some))):
        rule, place, text = d.place()
        found.append(PointsCap(id=rule, place=place, line=1, text=text, criteria=ids, sign=sign, most=_points(d, 5)))
    return tuple(cap for cap in found if cap.criteria and d.chance())


def _conditions(d: Drawing, ids: tuple[str, ...]) -> tuple[ClassCondition, ...]:
    choices: tuple[ClassCondition, ...] = (
        NoneBelow(Fraction(d.number(20, 80)), d.number(1, 3), d.chance()),
        TargetsAre(d.some(ids, least=1) or ("không có",), d.chance()),
    )
    return d.some(choices)


def _trigger(d: Drawing, plan: Plan, ids: tuple[str, ...]) -> Trigger:
    triggers: tuple[Trigger, ...] = (
        NoneBelow(Fraction(d.number(10, 60)), d.number(1, 3), False),
        TargetsAre(d.some(ids, least=1) or ("không có",), False),
        Disciplined(d.some(plan.discipline, least=1), d.window() if d.chance() else None, _people(d, plan)),
    )
    return d.one(triggers)


def _people(d: Drawing, plan: Plan) -> tuple[str, ...]:
    """Whose discipline counts: anybody's half of the time."""
    return d.some(tuple(sorted(plan.kind_names(Base.INDIVIDUAL)))) if d.chance() else ()


def _classes(d: Drawing, ids: tuple[str, ...]) -> tuple[Class, ...]:
    """Four classes by totals of random edges; the last perhaps for whatever is left."""
    found = []
    edges = sorted({d.number(0, 60) for _ in range(3)}, reverse=True)
    ends = [None, *(Bound(Fraction(edge), True) for edge in edges), None]
    for name, (high, low) in zip("ABCD", pairwise(ends), strict=False):
        rule, place, text = d.place()
        case = ClassCase(Interval(low, high and Bound(high.value, False)), _conditions(d, ids))
        cases = () if low is None and d.chance() else (case,)
        found.append(Class(id=rule, place=place, line=1, text=text, name=f"Hạng {name}", cases=cases))
    return tuple(found)


def _table(d: Drawing, plan: Plan) -> PointsTable:
    id, place, text = d.place()
    base = d.one((Base.COLLECTIVE, Base.COLLECTIVE, Base.INDIVIDUAL))
    kinds = tuple(kind.name for kind in plan.kinds if kind.base is base)
    subject = Subject(d.name("Đối tượng"), base, d.some(kinds, least=1) if d.chance() else ())
    criteria = _criteria(d, plan, id)
    ids = (*(target.id for target in plan.targets), *(target.id for target in plan.judged_targets))
    classes = _classes(d, ids) if d.number(0, 3) else ()
    names = tuple(each.name for each in classes)
    changes, quotas = [], []
    for _ in range(d.number(0, 2) if classes else 0):
        rule, where, words = d.place()
        bar = d.one((None, *names))
        changes.append(ClassChange(id=rule, place=where, line=1, text=words, trigger=_trigger(d, plan, ids), bar=bar))
    for name in d.some(names) if d.chance() else ():
        rule, where, words = d.place()
        percent = Fraction(d.one((20, 30, 50)))
        quotas.append(ClassQuota(id=rule, place=where, line=1, text=words, name=name, percent=percent, up=d.chance()))
    return PointsTable(
        id=id,
        place=place,
        line=1,
        text=text,
        subject=subject,
        parts=(),
        criteria=criteria,
        caps=_caps(d, criteria),
        standard=Fraction(100),
        floor=Fraction(0) if d.chance() else None,
        ceiling=Fraction(d.number(10, 60)) if d.chance() else None,
        rounding=Rounding(d.number(0, 2), d.chance()) if d.chance() else None,
        classes=classes,
        changes=tuple(changes),
        quotas=tuple(quotas),
        ranking=_ranking(d, plan, criteria) if d.number(0, 2) else None,
    )


def _ranking(d: Drawing, plan: Plan, criteria: tuple[Criterion, ...]) -> Ranking:
    rule, place, text = d.place()
    keys = (*(RankKey(each.id, None) for each in criteria), *(RankKey(None, each.key) for each in plan.quantities))
    order = d.some(keys, least=1)
    order = (TOTAL, *order) if d.chance() else (*order, TOTAL)
    return Ranking(id=rule, place=place, line=1, text=text, clusters=d.chance(), keys=order)


def entered(d: Drawing, plan: Plan, row: Row) -> Row:
    """The row with what the council entered, some of it still open."""
    sheet = input_tables(plan)[0 if row.base is Base.COLLECTIVE else 1]
    levels = {each.key: d.one((*each.choices, *each.choices, None)) for each in sheet.columns if each.kind is CellKind.LEVEL}
    bounds = {each.key: each.between for each in sheet.columns if each.between is not None}
    return replace(row, levels=levels, scores={key: d.one((low, _typed(high), _typed(high), None)) for key, (low, high) in bounds.items()})


def _typed(score: Fraction) -> Fraction:
    """A figure that a cell can hold: at most four decimals, not above the bound."""
    return Fraction(score.numerator * 100 // score.denominator, 100)
