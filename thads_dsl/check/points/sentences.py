"""Sentences about totals, classes and ranks → the points table that stands above them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from thads_dsl.check.amended.beside import kept_sentences
from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.points.caps import points_cap
from thads_dsl.check.points.classes import class_change, class_quota, class_row
from thads_dsl.check.points.contradictions import CEILING, FLOOR, floor_above_ceiling
from thads_dsl.check.points.ranks import ranking
from thads_dsl.check.points.said import Said, for_others, no_table, of_the_table, others_around, which_rounding
from thads_dsl.model.points import PointsTable, Rounding
from thads_dsl.model.rules import Quota
from thads_dsl.source import canonical
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.tree import Statement


def lower_points_rules(lowering: Lowering) -> None:
    """Every such sentence, in the order of the text; each changes the table above it, or else the first one."""
    unsound = has_points_table(lowering)  # what is wrong with a table, or with the one to amend, is complained about already
    kept = list(kept_sentences(lowering))
    for line, sentence in _sentences(lowering, kept):
        assert sentence.statement is not None
        tables = lowering.of(PointsTable)
        above = [table for table in tables if table.line <= line.item.number]
        table = next(iter([*reversed(above), *tables]), None)
        if table is None:
            of_awards = isinstance(sentence.statement, tree.Ranking) and sentence.statement.first is None
            lowering.found += [] if unsound or (of_awards and lowering.of(Quota)) else [no_table(sentence.statement.span)]
            continue
        said = _of_its_table(Said(lowering, line, sentence, table, (line, sentence) in kept), above)
        if said is None:
            continue
        changed = _LOWER[type(sentence.statement)](said, sentence.statement)
        if said.kept:
            changed = replace(changed, kept=(*changed.kept, canonical(sentence.passage.text)))
        lowering.rules[lowering.rules.index(said.table)] = changed


def _of_its_table(said: Said, above: Sequence[PointsTable]) -> Said | None:
    """A sentence with the table of those whom the lines around it, or it itself, name; None after a complaint that they have none.

    A ranking may be of some. What is kept of a base stands among other lines.
    """
    if isinstance(said.sentence.statement, tree.Ranking):
        return said
    whom = others_around(said) if not said.kept else None
    if whom is not None and not whom.is_of(said.table):
        table = next((each for each in reversed(above) if whom.is_of(each)), None)
        if table is None:
            for_others(said, whom)
            return None
        said = replace(said, table=table)
    return said if of_the_table(said) else None


def has_points_table(lowering: Lowering) -> bool:
    """Whether the plan has, or amends, a points table, be it one that cannot be read."""
    return bool(lowering.draft.key("trên cơ sở")) or any(written_table(line.item.rows) for line in lowering.draft.lines)


def _sentences(lowering: Lowering, kept: Sequence[tuple[Line, Sentence]]) -> Iterator[tuple[Line, Sentence]]:
    """Those of the plan, with those of the base of an amended table that still hold; what speaks of a class may stand above it."""
    own = [(line, sentence) for line in lowering.draft.lines for sentence in line.sentences if type(sentence.statement) in _LOWER]
    first = [
        (line, sentence) for line, sentence in kept if isinstance(sentence.statement, tree.PointsTotal | tree.PointsCap | tree.ClassRow)
    ]
    yield from first  # what the plan says of totals itself takes the place of these; the others speak of classes
    yield from sorted(own, key=lambda each: isinstance(each[1].statement, tree.ClassQuota | tree.ClassChange))
    yield from (each for each in kept if each not in first)


# ---- totals


def _total(said: Said, node: Statement) -> PointsTable:
    assert isinstance(node, tree.PointsTotal)
    table = said.table
    for bound in node.bounds:
        said.settle(FLOOR if bound.least else CEILING, bound.span, bound.figure.value)
    for rounding in node.roundings:
        said.settle("cách làm tròn tổng điểm", rounding.span, (rounding.digits.value if rounding.digits else None, rounding.mode))
    low = said.figure(node.low) if node.low else None
    high = said.figure(node.high) if node.high else None
    if high is not None:
        said.lowering.spans[f"{table.id}, không quá"] = node.span
    table = replace(table, floor=table.floor if low is None else low, ceiling=table.ceiling if high is None else high)
    said.lowering.found += floor_above_ceiling(said, node, table)
    if node.rounding is None:
        return table
    if not node.rounding.mode or node.rounding.digits is None:
        said.lowering.found.append(which_rounding(node.rounding))
        return table
    return replace(table, rounding=Rounding(int(node.rounding.digits.value or 0), down=node.rounding.mode == "down"))


_LOWER: dict[type, Callable[[Said, Statement], PointsTable]] = {
    tree.PointsTotal: _total,
    tree.PointsCap: points_cap,
    tree.ClassRow: class_row,
    tree.ClassQuota: class_quota,
    tree.ClassChange: class_change,
    tree.Ranking: ranking,
}
