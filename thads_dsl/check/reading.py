"""What the machine has made of each line of the body, for its author to see: a rule, a judgment, prose, or not read."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thads_dsl.check.amended.told import KEPT, NOT_KEPT, change_words, keeps_the_rest
from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.targets.targets import is_rule
from thads_dsl.diagnostics import Diagnostic, Severity
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import Criterion
from thads_dsl.model.points_words import table_words
from thads_dsl.model.reading import ReadLine, Role, Taken
from thads_dsl.model.rules import Exclusion, Judged, JudgedTarget, Quota, Rule
from thads_dsl.model.statistics import Subject
from thads_dsl.model.understood import rules_of, words
from thads_dsl.model.understood_parts import subject_words
from thads_dsl.model.units import number
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax import award_tree, date_tree, tree
from thads_dsl.syntax.cells import is_ruled
from thads_dsl.syntax.points_tree import Amendment, PointsTotal, Ranking
from thads_dsl.syntax.sentences import Sentence

_LABEL = 3  # words
_NAMES_LINES = " chỗ: dòng "  # of a complaint that says the same of several lines
_MORE_SAID: tuple[tuple[type[tree.Statement], str], ...] = (
    (award_tree.Compositions, "nói thêm cho số lượng ở trên"),
    (award_tree.ThenBy, "nói thêm cho số lượng ở trên"),
    (award_tree.CouncilChooses, "nói thêm cho số lượng ở trên"),
    (award_tree.Order, "nói thêm cho số lượng ở trên"),
    (Ranking, "nói thêm cho số lượng ở trên"),
    (award_tree.NothingLast, "nói thêm cho số lượng ở trên"),
    (award_tree.ForAward, "hình thức của các số lượng bên dưới"),
    (award_tree.SmallUnits, "nói thêm cho số lượng ở trên"),
    (award_tree.Chosen, "nói thêm cho số lượng ở trên"),
    (date_tree.WaveCount, "số đợt, để đối chiếu"),
    (Amendment, "sửa bảng tiêu chí"),
    (tree.Grouping, "định nghĩa nhóm"),
)


def reading(draft: Draft, plan: Plan, complaints: Sequence[Diagnostic]) -> tuple[ReadLine, ...]:
    """Every line of the body in order, a table row by row; `plan` may be one with errors, whose rules are those that were understood.

    Before them the line of the front matter that names the base of an amended table, with what of the base holds on.
    """
    rules: dict[int, list[Rule]] = defaultdict(list)
    for rule in rules_of(plan):
        rules[rule.row or rule.line].append(rule)
    wrong: dict[int, list[str]] = defaultdict(list)
    for each in complaints:
        if each.severity is Severity.ERROR and each.at.source is None:
            for at in (each.at, *(each.also if _NAMES_LINES in each.message else ())):
                wrong[at.span.line].append(each.code.id)
    lines = [line for line in draft.lines if not line.item.of_table]  # what these say is told at their rows
    of_tables = {line.item.number: line for line in draft.lines if line.item.of_table and not rules[line.item.number]}
    found = _Found(draft, plan, rules, wrong, _narrowed(plan), of_tables)
    taken = [tuple((at, tuple(dict.fromkeys(said))) for at, said in _line_by_line(line, found)) for line in lines]
    deciding = {index for line, told in zip(lines, taken, strict=True) if _decides(told) for index in (line.item.parent, line.index)}
    return *_base(draft, plan, rules), *(
        ReadLine(
            at.line, canonical(at.text), said, _is_among_rules(line, deciding), restated=bool(line.restated.notes) and at is line.item.line
        )
        for line, told in zip(lines, taken, strict=True)
        for at, said in told
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in the whole plan, by lines: rules, the codes of errors; the rows of tables whose sentences are no rules."""

    draft: Draft
    plan: Plan
    rules: Mapping[int, list[Rule]]
    wrong: Mapping[int, list[str]]
    narrowed: Mapping[str, Subject]  # conditions that are asked of some only
    prose: Mapping[int, Line]


def _line_by_line(line: Line, found: _Found) -> Iterator[tuple[Passage, tuple[Taken, ...]]]:
    """The line with what it was taken for; a table's heading, then each of its rows, with what is said there."""
    if not line.item.rows:
        yield line.item.line, tuple(_taken(line, found))
        return
    rows = [row for row in line.item.rows if row.line != line.item.number and not is_ruled(row)]
    told = [(row, (*_at(found, row.line), *_row_without_rules(row, found))) for row in rows]
    alone = not any(said for _, said in told)
    yield line.item.line, tuple(_taken(line, found) if alone else (*_tables(line, found), *_at(found, line.item.number)))
    yield from told


def _at(found: _Found, at: int) -> Iterator[Taken]:
    """The rules of a line, and that something of it is not read."""
    yield from _understood(found.plan, found.rules[at], found.narrowed)
    if wrong := found.wrong[at]:
        yield Taken(Role.UNREAD, f"xem {', '.join(dict.fromkeys(wrong))}")


def _tables(line: Line, found: _Found) -> Iterator[Taken]:
    for table in found.plan.points:
        if table.line == line.item.number and not table.balance:
            yield Taken(Role.RULE, table_words(table))


def _row_without_rules(row: Passage, found: _Found) -> Iterator[Taken]:
    """The sentence of a row, where it is prose."""
    said = found.prose.get(row.line)
    if said is None or found.wrong[row.line]:
        return
    if not any(_is_taken(said, each.statement) for each in said.sentences if each.statement):
        yield Taken(Role.PROSE, f"“{canonical(said.item.text.text)}”")


def _is_among_rules(line: Line, deciding: Collection[int | None]) -> bool:
    """Whether lines beside it are rules, or the lines above say for whom those are that stand here."""
    return (line.item.parent is not None and line.item.parent in deciding) or (bool(line.item.rows) and bool(line.scope.subjects))


def _base(draft: Draft, plan: Plan, rules: Mapping[int, list[Rule]]) -> Iterator[ReadLine]:
    """The line that names the base of an amended table: the table, its criteria that stay as they are, and what is said of it on."""
    if draft.amended is None:
        return
    at = draft.amended.key.line
    said = [Taken(Role.RULE, table_words(table)) for table in plan.points if table.balance]
    said += [Taken(Role.RULE, words(rule, plan)) for rule in rules[at] if isinstance(rule, Criterion)]
    said += [Taken(Role.RULE, total_words(each.statement)) for each in draft.amended.kept if isinstance(each.statement, PointsTotal)]
    said += [Taken(Role.RULE, words(rule, plan)) for rule in rules[at] if not isinstance(rule, Criterion)]
    yield ReadLine(at, canonical(draft.amended.key.text), (*said, Taken(Role.RULE, NOT_KEPT)), beside_rules=False)


def total_words(total: PointsTotal) -> str:
    """“tổng điểm từ 0 đến 110; làm tròn đến 2 chữ số thập phân”."""
    low, high = (None if end is None or end.value is None else number(end.value) for end in (total.low, total.high))
    ends = " ".join([*([f"từ {low}"] if low else []), *([f"đến {high}" if low else f"không quá {high}"] if high else [])])
    ends = f"{ends} trở lên" if low and not high else ends
    digits = total.rounding.digits.written if total.rounding is not None and total.rounding.digits is not None else ""
    how = "bỏ phần lẻ sau" if total.rounding is not None and total.rounding.mode == "down" else "làm tròn đến"
    parts = [*([f"tổng điểm {ends}"] if ends else []), *([f"{how} {digits} chữ số thập phân"] if digits else [])]
    return "; ".join(parts)


def _decides(told: Iterable[tuple[Passage, tuple[Taken, ...]]]) -> bool:
    return any(each.role in (Role.RULE, Role.COUNCIL, Role.UNREAD) for _, said in told for each in said)


def _taken(line: Line, found: _Found) -> Iterator[Taken]:
    if line.item.aside:
        yield Taken(Role.MARKED)
        return
    yield from _tables(line, found)
    yield from _at(found, line.item.number)
    if found.wrong[line.item.number]:
        return
    rules = found.rules[line.item.number]
    if not rules:
        yield from _without_rules(line, found)
        return
    yield from (Taken(Role.RULE, words) for each in line.sentences if (words := change_words(found.draft, each.statement)))
    yield from (Taken(Role.RULE, total_words(each.statement)) for each in line.sentences if isinstance(each.statement, PointsTotal))
    said = " ".join(rule.text for rule in rules)
    unread = (sentence for sentence in line.sentences if sentence.statement is None and _says_something(line, sentence))
    yield from (Taken(Role.PROSE, _quoted(each)) for each in unread if canonical(each.passage.text) not in said)


def _understood(plan: Plan, rules: list[Rule], narrowed: Mapping[str, Subject]) -> Iterator[Taken]:
    """What the rules of a line say; what they say alike of several waves once: “đợt 1, đợt 2: …”."""
    said: dict[tuple[Role, str], list[Rule]] = defaultdict(list)
    for rule in rules:
        by_council = isinstance(rule, Judged | JudgedTarget) or (isinstance(rule, Exclusion) and bool(rule.question))
        said[Role.COUNCIL if by_council else Role.RULE, _of_no_wave(_of_whom(rule, plan, narrowed), rule.wave)].append(rule)
    for (role, alike), mine in said.items():
        waves = dict.fromkeys(rule.wave for rule in mine if rule.wave)
        alone = _of_whom(mine[0], plan, narrowed)
        told = len(waves) == 1 and next(iter(waves)) in alone and not isinstance(mine[0], Quota)  # the statistic of its order names one too
        yield Taken(role, alone if told or not waves else f"{', '.join(waves)}: {alike}")


def _of_whom(rule: Rule, plan: Plan, narrowed: Mapping[str, Subject]) -> str:
    """What a rule says; before a condition of some only, for whom it is: “Thư ký: Hội đồng bình xét “tận tụy””."""
    return f"{subject_words(plan, narrowed[rule.id])}: {words(rule, plan)}" if rule.id in narrowed else words(rule, plan)


def _narrowed(plan: Plan) -> dict[str, Subject]:
    """The conditions that are not asked of all units or of all people, and of whom they are asked."""
    some = [each for each in plan.standards if each.subject.any_of or each.subject.none_of or each.subject.where is not None]
    return {rule.id: standard.subject for standard in some for rule in standard.conditions}


def _of_no_wave(said: str, wave: str) -> str:
    return said.replace(f" ({wave})", "").replace(f", {wave}", "") if wave else said


def _without_rules(line: Line, found: _Found) -> Iterator[Taken]:
    """A line that others need, or that nothing needs; one with lines inside it is their heading."""
    said = [statement for sentence in line.sentences if (statement := sentence.statement) is not None and _is_taken(line, statement)]
    for statement in said:
        told = change_words(found.draft, statement) or next((words for kind, words in _MORE_SAID if isinstance(statement, kind)), "")
        yield Taken(Role.RULE, total_words(statement) if isinstance(statement, PointsTotal) else told)
    if line.read.context is not None and not isinstance(line.read.context.statement, tree.Strangers | None):
        yield Taken(Role.OPENING, "dùng cho phần bên dưới" if line.read.opens else "")
    elif not said and line.item.end == line.index + 1 and not line.item.spoken:
        yield Taken(
            Role.PROSE, f"máy {KEPT}; {NOT_KEPT}" if found.draft.amended is not None and keeps_the_rest(line.item.text.text) else ""
        )


def _is_taken(line: Line, statement: tree.Statement) -> bool:
    """“đạt và vượt chỉ tiêu được giao” among purposes reads as a target and is none."""
    return not isinstance(statement, tree.Target) or is_rule(line, statement)


def _says_something(line: Line, sentence: Sentence) -> bool:
    """Whether it is more than a label such as “Lưu ý”, “Thời gian”; in tables the cells are told where they are read."""
    return not line.item.rows and len(sentence.passage.text.split()) > _LABEL


def _quoted(sentence: Sentence) -> str:
    return f"“{canonical(sentence.passage.text)}”"
