"""TH957: units that two points tables score, each by itself; two criteria of a table by one name."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH957
from thads_dsl.model.points import Criterion, PointsTable
from thads_dsl.model.statistics import Subject
from thads_dsl.model.units import number


def two_tables(facts: Facts) -> Iterator[Diagnostic]:
    """Each table for somebody whom a table above it scores in the same wave; once for each."""
    told = set[str]()
    for above, table in combinations(facts.plan.points, 2):
        if facts.doubtful or table.id in told or above.wave != table.wave or not _both(above.subject, table.subject):
            continue
        told.add(table.id)
        first, second = facts.spans[above.id].line, facts.spans[table.id].line
        whom = _narrower(above, table).name
        yield Diagnostic(
            code=TH957,
            message=f"bảng ở dòng {first} và bảng ở dòng {second} đều chấm {whom}",
            at=Label(facts.spans[table.id]),
            also=(Label(facts.spans[above.id]),),
            why=f"Mỗi bảng có một tổng điểm riêng ({number(above.standard)} điểm và {number(table.standard)} điểm), máy không cộng hai "
            "bảng với nhau. Là hai phần của một bảng thì gộp làm một bảng, một dòng Tổng cộng; đúng là hai bảng thì để nguyên.",
            ways=(Way("Nếu một bảng của đối tượng khác thì ghi ngay trên bảng ấy:", "Đối với …:"),),
        )


def two_criteria(facts: Facts) -> Iterator[Diagnostic]:
    """Each criterion by the name of one above it in the same part of its table, unless the statistics behind them differ."""
    for table in facts.plan.points:
        parts = {id: part.number for part in table.parts for id in part.criteria}
        first = dict[tuple[object, ...], Criterion]()
        for criterion in filter(facts.untouched, table.criteria):
            above = first.setdefault((criterion.title.casefold(), criterion.quantities, parts.get(criterion.id)), criterion)
            if above is not criterion:
                yield Diagnostic(
                    code=TH957,
                    message=f"tiêu chí {above.number} và tiêu chí {criterion.number} đều là “{criterion.title}”",
                    at=Label(facts.spans[criterion.id]),
                    also=(Label(facts.spans[above.id]),),
                    why="Máy chấm hai lần, cộng cả hai. Một tiêu chí chép lặp thì bỏ một dòng; là hai việc khác nhau thì ghi tên cho khác.",
                )


def _narrower(one: PointsTable, other: PointsTable) -> Subject:
    """Of two subjects of which one is everybody, or both are the same, the one that names fewer."""
    return one.subject if one.subject.any_of else other.subject


def _both(one: Subject, other: Subject) -> bool:
    """Whether somebody is surely of both: they are the same, or one is all of them but some others."""
    if replace(one, name="") == replace(other, name=""):
        return True
    return one.base is other.base and (_all_but_others(one, other) or _all_but_others(other, one))


def _all_but_others(whole: Subject, part: Subject) -> bool:
    return not whole.any_of and whole.where is None and part.where is None and not set(part.any_of) <= set(whole.none_of)
