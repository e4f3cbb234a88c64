"""TH612, TH613, TH953: every total that a table can give, with every answer to the conditions of its classes, falls in exactly one class,
and in one case of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from thads_dsl.check.amended_classes import again, gone
from thads_dsl.check.closing import Hole, Shared, unsound
from thads_dsl.check.facts import Facts
from thads_dsl.check.rules.band_phrases import band_phrase
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH612, TH613, TH953
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.points import Class, ClassCase, ClassCondition, NoneBelow, PointsTable, TargetsAre
from thads_dsl.model.units import POINTS, number

_MOST_CONDITIONS = 6  # different conditions in the classes of one table: 64 answers


@dataclass(frozen=True, slots=True)
class _Answers:
    """One way in which the conditions of a table can come out; a target condition is asked as “met”."""

    questions: tuple[ClassCondition, ...]
    holds: tuple[bool, ...]

    def allow(self, case: ClassCase) -> bool:
        """Whether all conditions of a case hold."""
        return all(self.holds[self.questions.index(_asked(each))] == _wanted(each) for each in case.conditions)

    def words(self) -> str:
        """The answers in words, for a complaint."""
        return " và ".join(_words(question, held) for question, held in zip(self.questions, self.holds, strict=True))


def points_classes(facts: Facts) -> Iterator[Diagnostic]:
    """The first hole or overlap of each table that has one."""
    for table in facts.plan.points:
        if table.classes and not facts.doubtful:
            yield from tuple(_first_wrong(facts, table)) or _no_longer(facts, table)


def _no_longer(facts: Facts, table: PointsTable) -> Iterator[Diagnostic]:
    amended = facts.draft.amended
    if amended is not None and table.balance:
        yield from gone(amended.classes, [row.name for row in table.classes], facts.spans[table.classes[-1].id])


def _first_wrong(facts: Facts, table: PointsTable) -> Iterator[Diagnostic]:
    questions = tuple(dict.fromkeys(_asked(each) for row in table.classes for case in row.cases for each in case.conditions))
    rest = any(not row.cases for row in table.classes)
    for holds in product((True, False), repeat=min(len(questions), _MOST_CONDITIONS)):
        answers = _Answers(questions, holds)
        if not _possible(answers):
            continue
        cases = [(row, case) for row in table.classes for case in row.cases if answers.allow(case)]
        for wrong in unsound([case.interval for _, case in cases], whole=False, domain=_domain(table)):
            if isinstance(wrong, Hole) and not rest:
                yield _gap(facts, table, wrong, answers)
                return
            if isinstance(wrong, Shared):
                yield _overlap(facts, wrong, answers, [row for row, _ in cases])
                return


def total_range(table: PointsTable) -> tuple[Fraction | None, Fraction | None]:
    """The least and the most points that a table can give in all; None is without limit."""
    low, high = table.range
    low = table.floor if table.floor is not None and (low is None or low < table.floor) else low
    high = table.ceiling if table.ceiling is not None and (high is None or high > table.ceiling) else high
    return low, high


def _domain(table: PointsTable) -> Interval:
    """The totals that the table can give."""
    low, high = total_range(table)
    return Interval(None if low is None else Bound(low, True), None if high is None else Bound(high, True))


def _asked(condition: ClassCondition) -> ClassCondition:
    return TargetsAre(condition.targets, True) if isinstance(condition, TargetsAre) else condition


def _wanted(condition: ClassCondition) -> bool:
    return condition.met if isinstance(condition, TargetsAre) else True


def _possible(answers: _Answers) -> bool:
    """Whoever meets all targets meets some of them; where nothing is below 60%, nothing is below 50%."""
    pairs = zip(answers.questions, answers.holds, strict=True)
    held = [question for question, holds in pairs if holds]
    failed = [question for question, holds in zip(answers.questions, answers.holds, strict=True) if not holds]
    return not any(_follows(one, other) for one in held for other in failed)


def _follows(held: ClassCondition, other: ClassCondition) -> bool:
    if isinstance(held, TargetsAre) and isinstance(other, TargetsAre):
        return set(other.targets) <= set(held.targets)
    return isinstance(held, NoneBelow) and isinstance(other, NoneBelow) and other.percent <= held.percent


def _words(question: ClassCondition, held: bool) -> str:
    if isinstance(question, TargetsAre):
        return "đạt các chỉ tiêu" if held else "không đạt chỉ tiêu"
    return f"{'không có' if held else 'có'} tiêu chí dưới {number(question.percent)}% số điểm chuẩn"


def _points_words(figures: Interval) -> str:
    low, high = figures.low, figures.high
    if low is not None and high is not None and low.value == high.value:
        return f"đúng {number(low.value)} điểm"
    return band_phrase(figures, POINTS) if low is not None or high is not None else "mọi tổng điểm"


def _gap(facts: Facts, table: PointsTable, hole: Hole, answers: _Answers) -> Diagnostic:
    words = _points_words(hole.figures)
    joined = f"{words} {'nhưng' if answers.words().startswith('không') else 'và'} {answers.words()}" if answers.questions else words
    last = table.classes[-1]
    return Diagnostic(
        code=TH612,
        message=f"chưa có hạng cho {joined}",
        at=Label(facts.spans[last.id]),
        also=tuple(Label(facts.spans[row.id]) for row in table.classes[:-1]),
        why="Mỗi kết quả phải thuộc đúng một hạng; kế hoạch không nói gì thì không ai được tự xếp.",
        ways=(
            tuple(_all_again(facts, table))
            or (
                Way("Thêm vào dòng của một hạng:", f", hoặc {joined}"),
                Way("hoặc thêm một dòng cuối:", "- Hạng …: các đơn vị còn lại."),
            )
        ),
    )


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


def _overlap(facts: Facts, wrong: Shared, answers: _Answers, rows: Sequence[Class]) -> Diagnostic:
    first, second = sorted((rows[wrong.first], rows[wrong.second]), key=lambda row: row.line)
    words = _points_words(wrong.figures)
    joined = f"{words}, {answers.words()}," if answers.questions else words
    if first is second:
        return Diagnostic(
            code=TH953,
            message=f"{joined} thuộc hai trường hợp của {first.name}",
            at=Label(facts.spans[first.id]),
            why="Hạng không đổi, nhưng thường là một mốc điểm ghi nhầm; sửa mốc để mỗi kết quả thuộc một trường hợp.",
        )
    return Diagnostic(
        code=TH613,
        message=f"{joined} thuộc cả {first.name} và {second.name}",
        at=Label(facts.spans[second.id]),
        also=(Label(facts.spans[first.id]),),
        why="Mỗi kết quả phải thuộc đúng một hạng; hãy sửa mốc điểm hoặc điều kiện của một trong hai dòng.",
    )
