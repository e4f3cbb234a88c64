"""The sentences of a cell “Cách chấm điểm” → how a criterion begins, and what is added to it or deducted."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.undeclared import not_declared
from thads_dsl.check.points import findings
from thads_dsl.check.points.bands import count_of_none
from thads_dsl.check.points.cell import Cell, Written, most_of, points_of
from thads_dsl.check.points.changes import changes_of
from thads_dsl.check.points.once import settle_each
from thads_dsl.check.points.starts import start_of
from thads_dsl.model.points import ByBand, ByBeyond, ByCompletion, ByLevel, ByTarget, Change, FullPoints, PerStep, Start
from thads_dsl.model.rules import Measure
from thads_dsl.source import canonical
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.grammar import standard_words
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.unknown_names import unknown_in_cell


@dataclass(frozen=True, slots=True)
class Scoring:
    """What the sentences say together."""

    start: Start
    changes: tuple[Change, ...]
    highest: bool
    nothing: Fraction | None
    gains: Fraction | None
    losses: Fraction | None


def scoring(lowering: Lowering, written: Written, ids: dict[str, str]) -> Scoring | None:
    """What the sentences of a criterion mean; None after a complaint."""
    cell = Cell(lowering, written, ids)
    for sentence in written.sentences:
        if sentence.statement is None:
            unknown = unknown_in_cell(sentence.passage, sentence.lexemes, lowering.draft.names)
            told = not_declared(lowering.draft, unknown) if unknown is not None else None
            cell.complain(told or findings.unread_cell(sentence.passage, written.title, written.standard))
        else:
            cell.statements.append(sentence.statement)
            _tell_of_some(cell, sentence)
    if not cell.sound:
        return None
    settle_each(cell)
    changes = changes_of(cell)
    start = start_of(cell, changes)
    if start is None or not cell.sound:
        return None
    nothing = _nothing(cell, start, changes)
    gains, losses = (_limit(cell, changes, sign) for sign in (1, -1))
    found = Scoring(start, changes, bool(cell.all(tree.PointsHighest)), nothing, gains, losses)
    return found if cell.sound else None


def _tell_of_some(cell: Cell, sentence: Sentence) -> None:
    """“…, riêng quý IV: 10 điểm”: no level that somebody could reach, but other points for a part of the time."""
    node = sentence.statement
    if isinstance(node, tree.PointsOfLevel) and standard_words("of_some").match(canonical(node.level)):
        cell.complain(findings.of_some(sentence.passage.span(), canonical(sentence.passage.text), _without(cell, sentence)))


def _without(cell: Cell, sentence: Sentence) -> str:
    """The cell with all its sentences but one."""
    rest = "; ".join(canonical(each.passage.text).rstrip(" .;") for each in cell.written.sentences if each is not sentence)
    return rest[:1].upper() + rest[1:]


def _limit(cell: Cell, changes: tuple[Change, ...], sign: int) -> Fraction | None:
    """The most that all changes of a cell add, or deduct, in all; None where that is not said."""
    said = [each for each in cell.all(tree.PointsLimited) if each.sign == sign]
    verb = "cộng" if sign > 0 else "trừ"
    if said and not any(sign * points_of(change) > 0 for change in changes):
        why = f"Ô này không {verb} điểm nào, nên mức nhiều nhất không dùng đến."
        cell.complain(findings.does_not_fit(said[0].span, f"“{verb} không quá …” mà không có khoản {verb} nào", why))
    if len(said) > 1:
        why = f"Mức nhiều nhất của mọi khoản {verb} chỉ ghi một lần; của riêng một khoản thì ghi sau dấu phẩy của khoản ấy."
        cell.complain(findings.does_not_fit(said[1].span, f"hai mức {verb} nhiều nhất", why))
    return most_of(cell, (said[0].limit,), Fraction(0), sign) if said else None


def _nothing(cell: Cell, start: Start, changes: tuple[Change, ...]) -> Fraction | None:
    said = [each for each in cell.all(tree.PointsOfLevel) if each.nothing]
    if isinstance(start, ByLevel) or (said and said[0] is count_of_none(cell)):
        return None  # one of the levels, or the count of none
    keys = [start.quantity] if isinstance(start, ByTarget | ByBand | ByCompletion) else []
    keys += [change.quantity for change in changes if isinstance(change, PerStep | ByBeyond)]
    turns = _of_a_turn(cell, start, changes)
    if said and not keys and isinstance(start, FullPoints) and cell.points(said[0].points) == start.points:
        return None  # “Không phát sinh: 05 điểm; mỗi vụ trừ 01 điểm”: nothing to deduct
    if said and not keys:
        why = "“Không phát sinh” chỉ dùng khi điểm tính theo một tỷ lệ hoặc một chỉ tiêu; không có lần nào thì số lần ghi 0."
        cell.complain(findings.does_not_fit(said[0].span, "tiêu chí này không có gì để không phát sinh", why))
    elif not said and cell.sound and (turns or any(cell.lowering.quantities[key].denominator is not None for key in keys)):
        cell.complain(findings.nothing_unsaid(cell.written.span, cell.written.title, cell.written.standard, turned=turns))
    return cell.points(said[0].points) if said else None


def _of_a_turn(cell: Cell, start: Start, changes: tuple[Change, ...]) -> bool:
    """Whether the points come from a rise or fall, of which there is none where nothing was and nothing is."""
    asked = {start.quantity} if isinstance(start, ByTarget | ByCompletion) or (isinstance(start, ByBand) and start.turned) else set()
    asked |= {change.quantity for change in changes if isinstance(change, PerStep | ByBeyond)}
    base = cell.written.subject.base
    own = [target for target in cell.lowering.plan_targets() if target.quantity in asked and target.subject.base is base]
    return any(target.measure in (Measure.DECREASE, Measure.INCREASE) for target in own)
