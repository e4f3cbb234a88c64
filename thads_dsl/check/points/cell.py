"""One cell “Cách chấm điểm” while it is read: what all its sentences need."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.undeclared import not_declared
from thads_dsl.check.points import findings
from thads_dsl.check.targets.figures import exact
from thads_dsl.diagnostics import Diagnostic, Lack
from thads_dsl.diagnostics.suggest import closest
from thads_dsl.model.points import ByBeyond, Change
from thads_dsl.model.statistics import Quantity, Subject
from thads_dsl.model.units import PERCENT, POINTS
from thads_dsl.source import Passage, Span
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.grammar import name_words
from thads_dsl.syntax.holes import UnknownName, names_statistic
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.points import WrittenRow
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.tree import Figure, Statement

S = TypeVar("S")

# Behind words for a known statistic nothing that would make another one of it.
_WHOLE = r"(?:$|[,;]| (?:về|trên|giảm|tăng|so với|số việc|số tiền|việc|tiền)\b)"
_OF_A_STATISTIC = "Tên tiêu chí phải có tên số liệu của danh mục thì máy mới biết chấm theo số liệu nào."


@dataclass(frozen=True, slots=True)
class Written:
    """One criterion as written: what its sentences need to know of it."""

    number: str
    row: WrittenRow
    named: Passage
    title: str  # the same as it is printed
    key: str
    standard: Fraction
    quantity: Quantity | None
    turned: str  # “giảm” or “tăng”, where its name says so
    subject: Subject
    span: Span
    line: Line
    sentences: tuple[Sentence, ...]


@dataclass(slots=True)
class Cell:
    """One cell being read; `sound` turns False with the first complaint."""

    lowering: Lowering
    written: Written
    ids: dict[str, str]  # number of a criterion → its id
    sound: bool = True
    statements: list[Statement] = field(default_factory=list)

    def complain(self, *complaints: Diagnostic) -> None:
        """Keeps complaints."""
        self.lowering.found += complaints
        self.sound = self.sound and not complaints

    def all(self, kind: type[S]) -> list[S]:
        """The statements of a kind."""
        return [each for each in self.statements if isinstance(each, kind)]

    def points(self, figure: Figure) -> Fraction:
        """A figure in points; 0 after a complaint."""
        value, complaints = exact(figure, POINTS, ())
        self.complain(*complaints)
        return value if value is not None else Fraction(0)


def target_quantity(cell: Cell, at: Span) -> Quantity | None:
    """The statistic of the criterion; complaints if it has none, or if the plan has no target of it for the table's subject."""
    quantity = cell.written.quantity
    if quantity is None:
        cell.complain(unnamed(cell, at, f"tiêu chí {cell.written.number} so với chỉ tiêu mà chưa nói số liệu nào"))
        return None
    base = cell.written.subject.base
    targets = [target for target in cell.lowering.plan_targets() if target.quantity == quantity.key and target.subject.base is base]
    if not targets:
        message = f"kế hoạch chưa có chỉ tiêu {quantity.key} cho {cell.written.subject.name}"
        why = "Điểm của tiêu chí này tính theo mức đạt, vượt hoặc thiếu so với chỉ tiêu, nên phải có chỉ tiêu ấy."
        line = _target_line(cell, quantity)
        cell.complain(findings.nothing_to_measure(at, message, why, line, "Thêm vào phần chỉ tiêu:", Lack.TARGET))
    return quantity


def unnamed(cell: Cell, at: Span, message: str) -> Diagnostic:
    """A criterion that is computed and whose name says no statistic: the one that its own words are near to, if there is one."""
    title = cell.written.title
    side = re.search(r"\b(?:việc|tiền)\b", title)
    facet = f"về {side[0]}" if side else "về …"
    near = closest(re.sub(r" về (?:số )?(?:việc|tiền).*", "", title), (each.name for each in cell.lowering.draft.vocabulary.quantities))
    if near is not None:
        name = f"{near} {facet}" if cell.lowering.draft.vocabulary.has_facets(near) else near
    elif re.search(rf"(?:chuyển kỳ sau|tồn(?: đọng)?){_WHOLE}", title):
        name = f"tổng số chuyển kỳ sau {facet}{' giảm so với …' if re.search('giảm', title, re.IGNORECASE) else ''}"
    elif re.search(rf"(?:thi hành|giải quyết)(?: án)? xong{_WHOLE}", title):
        name = f"tỷ lệ thi hành xong trên có điều kiện {facet}"
    elif (unknown := _unknown_statistic(cell)) is not None:
        return not_declared(cell.lowering.draft, unknown)
    else:
        return findings.nothing_to_measure(
            at, message, f"{_OF_A_STATISTIC} Việc không thống kê thì chấm như: Tốt: … điểm; còn lại: … điểm."
        )
    how = "Tên gần nhất:" if near is not None else "Ví dụ, tên tiêu chí là:"
    return findings.nothing_to_measure(at, message, _OF_A_STATISTIC, f"{name[0].upper()}{name[1:]}", how)


# Where the name of a statistic ends in that of a criterion: what is asked of it, its side, a remark.
_BEHIND = frozenset({
    "DECREASE", "INCREASE", "COMPARED_WITH", "HIGHER", "LOWER", "NOT_HIGHER", "NOT_LOWER", "STRIVE", "REACH", "MUST_REACH", "EXCEEDING",
    "SHORT_OF", "CASES", "MONEY", "LPAR", "COLON",
})  # fmt: skip


def _unknown_statistic(cell: Cell) -> UnknownName | None:
    """“(Giảm) số đơn thư tồn từ 6 tháng trở lên giảm so với năm 2023”: what its first words say to be a statistic."""
    named = cell.written.named
    lexemes = lex(named, cell.lowering.draft.names)
    start = lexemes[1].start if len(lexemes) > 1 and lexemes[0].text.casefold() in name_words("change") else 0
    end = next((each.start for each in lexemes if each.start > start and each.terminal in _BEHIND), len(named.text))
    name = named.text[start:end].rstrip(" ,;.")
    return UnknownName(NameKind.QUANTITY, name, named.span(start, start + len(name))) if names_statistic(name) else None


def _target_line(cell: Cell, quantity: Quantity) -> str:
    """The target that a criterion needs, ready but for its figure."""
    who, facet = cell.written.subject.name, f" {quantity.facet.value}" if quantity.facet else ""
    if cell.written.turned or quantity.unit != PERCENT:
        return f"- {who} có {quantity.name}{facet} {cell.written.turned or 'giảm'} ít nhất …% so với năm trước"
    return f"- {who} phấn đấu đạt {quantity.name} …%{facet}"


def most_of(cell: Cell, limits: tuple[tree.Limit, ...], once: Fraction, sign: int) -> Fraction | None:
    """The limit of a change that adds (1) or deducts (-1); None where there is none."""
    for limit in limits:
        if limit.sign == -sign:
            does, said = ("cộng", "trừ") if sign > 0 else ("trừ", "cộng")
            why = f"Khoản này {does} điểm, nên mức nhiều nhất viết “{does} không quá …”."
            cell.complain(findings.does_not_fit(limit.span, f"“{said} không quá …” của một khoản {does}", why))
    found = [(limit, _most(cell, limit, once)) for limit in limits if limit.kind in _MOST]
    for limit, most in found:
        cell.lowering.settle(f"{cell.written.key}, {limits[0].span}", f"mức {VERBS[sign]} nhiều nhất", limit.span, most)
    return found[0][1] if found else None


_MOST = frozenset({"figure", "standard", "once", "none"})
VERBS = {1: "cộng", -1: "trừ"}


def _most(cell: Cell, limit: tree.Limit, once: Fraction) -> Fraction | None:
    """What one limit comes to; None is “không giới hạn”."""
    match limit.kind:
        case "figure" if limit.figure is not None:
            return cell.points(limit.figure)
        case "standard":
            if not cell.written.standard:
                why = "Tiêu chí điểm cộng, điểm trừ có điểm chuẩn 0 thì mức nhiều nhất phải là một con số, hoặc “không giới hạn”."
                cell.complain(findings.does_not_fit(limit.span, "không quá điểm chuẩn là không quá 0 điểm", why))
            return cell.written.standard
        case "once":
            return once
    return None


def points_of(change: Change) -> Fraction:
    """The points of a change, with their sign; rows of one change have the same sign."""
    return change.rows[0].points if isinstance(change, ByBeyond) else change.points
