"""TH612, TH613, TH953: every total that a table can give, with every answer to the conditions of its classes, falls in exactly one class,
and in one case of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, product

from thads_dsl.check.amended.classes import again, gone
from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.points.class_words import asked, joined_words, points_words, wanted
from thads_dsl.check.points.total_step import total_step
from thads_dsl.check.rules.class_rows import Overlap, with_hole, without_overlap
from thads_dsl.check.targets.closing import Hole, Shared, unsound
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH612, TH613, TH953
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.points import PointsTable
from thads_dsl.model.points_classes import Class, ClassCase, ClassCondition, NoneBelow, TargetsAre
from thads_dsl.model.regions import Domain
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.points_tree import Amendment, ClassRow

_MOST_CONDITIONS = 6  # different conditions in the classes of one table: 64 answers


@dataclass(frozen=True, slots=True)
class _Answers:
    """One way in which the conditions of a table can come out; a target condition is asked as “met”."""

    questions: tuple[ClassCondition, ...]
    holds: tuple[bool, ...]

    @property
    def each(self) -> dict[ClassCondition, bool]:
        """The answer to each question."""
        return dict(zip(self.questions, self.holds, strict=True))

    def allow(self, case: ClassCase) -> bool:
        """Whether all conditions of a case hold."""
        return all(self.each[asked(each)] == wanted(each) for each in case.conditions)

    def joined(self, figures: Interval) -> str:
        """Points and answers in words, for a complaint."""
        return joined_words(points_words(figures), self.each)

    def without(self, question: ClassCondition) -> _Answers:
        """The same with one question left open."""
        rest = [each for each in self.each.items() if each[0] != question]
        return _Answers(tuple(asked for asked, _ in rest), tuple(held for _, held in rest))


def points_classes(facts: Facts) -> Iterator[Diagnostic]:
    """Every hole and overlap of each table."""
    for table in facts.plan.points:
        if facts.draft.amended is not None and _may_amend(facts):
            continue  # what stands in a class may be said in any line beside those that amend
        known = replace(table, classes=tuple(row for row in table.classes if row.line in facts.targetless or facts.untouched(row)))
        if known.classes:
            closed = known == table and not any(map(_may_be_class, _doubtful(facts)))
            yield from _wrong(facts, known, closed=closed) or (() if facts.doubtful else _no_longer(facts, table))


def _no_longer(facts: Facts, table: PointsTable) -> Iterator[Diagnostic]:
    amended = facts.draft.amended
    if amended is not None and table.balance:
        yield from gone(amended.classes, [row.name for row in table.classes], facts.spans[table.classes[-1].id])


def _wrong(facts: Facts, table: PointsTable, *, closed: bool) -> tuple[Diagnostic, ...]:
    """Every hole and overlap once, whichever answers it comes out with; no holes where not all classes are `closed` by what is known.

    Where the totals are not sure, whole ones up to the standard are asked about, and nothing is said of their ends.
    """
    sure, told = _is_sure(facts, table), dict[str, Diagnostic]()
    domain = _domain(table, sure=sure)
    rest = not closed or any(not row.cases for row in table.classes)
    for answers in _every(table):
        cases = [(row, case) for row in table.classes for case in row.cases if answers.allow(case)]
        for wrong in unsound([case.interval for _, case in cases], domain):
            if isinstance(wrong, Hole) and not rest and (sure or None not in (wrong.below, wrong.above)):
                found = _gap(facts, table, wrong, _needed(table, answers, wrong.figures), domain)
                told.setdefault(found.message, found)
        for one, other in combinations(cases, 2):  # of three that share a total each two are told
            for wrong in unsound([one[1].interval, other[1].interval], domain):
                if isinstance(wrong, Shared):
                    found = _overlap(facts, domain, wrong, answers, (one, other))
                    told.setdefault(found.message, found)
    errors = tuple(each for each in told.values() if each.code is not TH953)
    return errors or tuple(told.values())  # a bound that is wrong often gives a row the same totals twice, too


def _every(table: PointsTable) -> Iterator[_Answers]:
    """All ways in which the conditions of a table can come out."""
    questions = tuple(dict.fromkeys(asked(each) for row in table.classes for case in row.cases for each in case.conditions))
    every = (_Answers(questions, holds) for holds in product((True, False), repeat=min(len(questions), _MOST_CONDITIONS)))
    return (answers for answers in every if _possible(answers))


def _needed(table: PointsTable, answers: _Answers, hole: Interval) -> _Answers:
    """Only the answers without which these totals would have a class; a row that asks for more would leave a part of the hole."""
    for question in answers.questions:
        fewer = answers.without(question)
        like = (each for each in _every(table) if fewer.each.items() <= each.each.items())
        if not any(_meets(case.interval, hole) for each in like for row in table.classes for case in row.cases if each.allow(case)):
            answers = fewer
    return answers


def _meets(interval: Interval, other: Interval) -> bool:
    return bool(unsound([interval, other], Domain(other, None)))


def total_range(table: PointsTable) -> tuple[Fraction | None, Fraction | None]:
    """The least and the most points that a table can give in all; None is without limit."""
    low, high = table.range
    low = table.floor if table.floor is not None and (low is None or low < table.floor) else low
    high = table.ceiling if table.ceiling is not None and (high is None or high > table.ceiling) else high
    return low, high


def total_domain(table: PointsTable) -> Domain:
    """The totals that the table can give: rounded ones, or sums of whole points, leave nothing between 89 and 90."""
    step = total_step(table)
    low, high = total_range(table)
    if step is not None:  # a total is rounded last, and so may lie beside its range
        low, high = low and low // step * step, high and -(-high // step) * step
    return Domain(Interval(None if low is None else Bound(low, True), None if high is None else Bound(high, True)), step)


def _domain(table: PointsTable, *, sure: bool) -> Domain:
    return total_domain(table) if sure else Domain(Interval(Bound(Fraction(0), True), Bound(table.standard, True)), Fraction(1))


def known_totals(facts: Facts, table: PointsTable) -> Domain | None:
    """The totals that the classes of a table are asked about; None where a line with an error may change one of the classes."""
    known = all(row.line in facts.targetless or facts.untouched(row) for row in table.classes)
    if not known or any(map(_may_be_class, _doubtful(facts))) or (facts.draft.amended is not None and _may_amend(facts)):
        return None
    return _domain(table, sure=_is_sure(facts, table))


def _is_sure(facts: Facts, table: PointsTable) -> bool:
    """Whether no line with an error may change which totals the table can give, as that of a target by which points are given would."""
    most = total_range(table)[1]
    lost = bool(facts.doubtful) and most is not None and most < table.standard  # some criterion gives none of its points
    return not lost and not any(line.scope.scored or line.item.number == table.line for line in _doubtful(facts))


def _may_amend(facts: Facts) -> bool:
    """Whether a line with an error stands in a section that changes the table, or may speak of its classes itself."""
    amending = {
        line.item.steps[:1]
        for line in facts.draft.lines
        if any(isinstance(each.statement, Amendment | ClassRow) for each in line.sentences)
    }
    return any(line.item.steps[:1] in amending or _may_be_class(line) for line in _doubtful(facts))


def _may_be_class(line: Line) -> bool:
    """Whether a line with an error may be a class, or all of them."""
    rows = line.restated.rows
    said = (*line.sentences, *((line.read.context,) if line.read.context is not None else ()))
    return (bool(rows) and written_table(rows) is None) or any(each.terminal == "CLASS" for sentence in said for each in sentence.lexemes)


def _doubtful(facts: Facts) -> Iterator[Line]:
    """The lines with errors, but for those of which only it is not known which targets they speak of."""
    return (line for line in (facts.draft.lines[at] for at in facts.doubtful) if line.item.number not in facts.targetless)


def _possible(answers: _Answers) -> bool:
    """Whoever meets all targets meets some of them; where nothing is below 60%, nothing is below 50%.

    Of targets that are not known only those are sure who meet all that there are, and those who meet none.
    """
    pairs = zip(answers.questions, answers.holds, strict=True)
    by_targets = {question: held for question, held in answers.each.items() if isinstance(question, TargetsAre)}
    if not all(question.targets for question in by_targets) and len(set(by_targets.values())) > 1:
        return False
    held = [question for question, holds in pairs if holds]
    failed = [question for question, holds in zip(answers.questions, answers.holds, strict=True) if not holds]
    met = {target for each in held if isinstance(each, TargetsAre) for target in each.targets}
    kept = [each for each in held if isinstance(each, NoneBelow)]
    return not any(_follows(each, met, kept) for each in failed)


def _follows(other: ClassCondition, met: set[str], kept: Sequence[NoneBelow]) -> bool:
    match other:
        case TargetsAre(targets=targets):
            return bool(targets) and met >= set(targets)
        case NoneBelow(percent=percent, least=least):
            return any(percent <= each.percent and least >= each.least for each in kept)


def _gap(facts: Facts, table: PointsTable, hole: Hole, answers: _Answers, domain: Domain) -> Diagnostic:
    last, missing = table.classes[-1], up_to_next(hole.figures, domain)
    return Diagnostic(
        code=TH612,
        message=f"chưa có hạng cho {answers.joined(missing)}",
        at=Label(facts.spans[last.id]),
        also=tuple(Label(facts.spans[row.id]) for row in table.classes[:-1]),
        why="Mỗi kết quả phải thuộc đúng một hạng; kế hoạch không nói gì thì không ai được tự xếp.",
        ways=(
            tuple(_all_again(facts, table))
            or (
                *with_hole(facts, table.classes, missing, domain.interval, answers.each),
                Way("Hoặc thêm một dòng cuối:", "- Hạng …: các đơn vị còn lại."),
            )
        ),
    )


def up_to_next(hole: Interval, domain: Domain) -> Interval:
    """“đến dưới 90 điểm”, not “đến 89,99 điểm”, where totals have so many decimals."""
    high = hole.high
    if domain.step is None or high is None or high in (domain.interval.high, hole.low):
        return hole
    return Interval(hole.low, Bound(high.value + domain.step, False))


def _all_again(facts: Facts, table: PointsTable) -> Iterator[Way]:
    """Where only some classes of an amended table are said anew: all of them, with the new figures."""
    amended = facts.draft.amended
    if amended is None or not table.balance or set(amended.classes) <= {row.name for row in table.classes}:
        return
    said = {row.name: (row.text.rstrip(" .;"), _least(row)) for row in table.classes}
    yield Way("Nêu lại một hạng thì nêu lại đủ các hạng:", again(amended.classes, said))


def _least(row: Class) -> Fraction | None:
    first = next((case.interval.low for case in row.cases), None)
    return None if first is None else first.value


def _overlap(facts: Facts, domain: Domain, wrong: Shared, answers: _Answers, cases: Sequence[tuple[Class, ClassCase]]) -> Diagnostic:
    (first, kept), (second, case) = sorted((cases[wrong.first], cases[wrong.second]), key=lambda each: each[0].line)
    mine = {asked(each) for each in (*kept.conditions, *case.conditions)}
    figures = points_words(up_to_next(wrong.figures, domain))
    joined = joined_words(figures, {question: held for question, held in answers.each.items() if question in mine})
    if first is second:
        return Diagnostic(
            code=TH953,
            message=f"{joined} thuộc hai trường hợp của {first.name}",
            at=Label(facts.spans[first.id]),
            why="Hạng không đổi, nhưng thường là một mốc điểm ghi nhầm; sửa mốc để mỗi kết quả thuộc một trường hợp.",
        )
    ways = without_overlap(facts, Overlap(kept, second, case))
    return Diagnostic(
        code=TH613,
        message=f"{joined} thuộc cả {first.name} và {second.name}",
        at=Label(facts.spans[second.id]),
        also=(Label(facts.spans[first.id]),),
        why="Mỗi kết quả phải thuộc đúng một hạng; hãy sửa mốc điểm hoặc điều kiện của một trong hai dòng.",
        ways=ways or without_overlap(facts, Overlap(case, first, kept)),
    )
