"""The tables of statistics that a plan needs: sheets, columns and their headings. Readers and scorers all ask here."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from thads_dsl.model.membership import file_waves, key_in_file
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import ByCouncil, ByLevel, Criterion, Merit, PointsTable
from thads_dsl.model.points_classes import Disciplined
from thads_dsl.model.rules import Judged, NotDisciplined, Target, leaves
from thads_dsl.model.statistics import ASSIGNED, Base, Quantity, Sum
from thads_dsl.model.units import PERCENT
from thads_dsl.source import plain


class CellKind(Enum):
    """What a column holds."""

    NAME = "tên"  # text that is never empty
    TEXT = "chữ"  # text that may be empty
    COUNT = "số nguyên"  # integers ≥ 0; empty is not known
    PERCENT = "phần trăm"  # “81,5” or “81,5%”; empty is not known
    YES_NO = "có / không"  # empty is not known, but for `head`, where it is no
    JUDGMENT = "đạt / không đạt"  # empty: the council has not judged yet
    LEVEL = "mức"  # one of the column's choices; empty: the council has not judged yet
    SCORE = "điểm"  # “8,5”, between the column's bounds; empty: the council has not judged yet
    DAY = "ngày"  # dd/mm/yyyy; empty is not known


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `key` names it in the program (a `Quantity.key`, a judgment, a document, or one of the fixed names below)."""

    key: str
    heading: str
    kind: CellKind
    choices: tuple[str, ...] = ()  # of a level
    between: tuple[Fraction, Fraction] | None = None  # of a score, both included
    step: Fraction | None = None  # of a figure of which only multiples are entered


@dataclass(frozen=True, slots=True)
class InputTable:
    """One sheet of the workbook, or one CSV file; an optional one may be left out.

    `asked`: whether a rule needs it; then what it would say is not known while it is left out.
    """

    sheet: str
    file: str
    columns: tuple[Column, ...]
    optional: bool
    asked: bool = True


def input_tables(plan: Plan) -> tuple[InputTable, ...]:
    """The tables of a plan: Tập thể, Cá nhân, Kỷ luật, Hồ sơ, and one for each other time.

    All but Tập thể may be left out, and Cá nhân only where no rule looks at people.
    """
    people = _asks_for_people(plan)
    return (
        InputTable("Tập thể", "tap-the.csv", (*_COLLECTIVE, *_subject_columns(plan, Base.COLLECTIVE)), False),
        InputTable("Cá nhân", "ca-nhan.csv", (*_INDIVIDUAL, *_subject_columns(plan, Base.INDIVIDUAL)), not people, asked=people),
        InputTable("Kỷ luật", "ky-luat.csv", _SANCTIONS, True, asked=_asks_for_sanctions(plan)),
        # Whoever does not follow files up is not asked, unless they leave somebody out.
        InputTable("Hồ sơ", "ho-so.csv", _dossier_columns(plan), True, asked=any(each.faults for each in plan.exclusions)),
        *(
            InputTable(sheet_of(when), f"{_file(sheet_of(when))}.csv", (*_NAMED, *map(_figure_column, figures_of(plan, when))), True)
            for when in other_times(plan)
        ),
    )


def _asks_for_people(plan: Plan) -> bool:
    """Whether a rule is for people, counts those of a unit, or asks who was disciplined; a plan without any rule on subjects may be."""
    counted = any(quota.small_units for quota in plan.quotas)
    said = any(subject.base is Base.INDIVIDUAL for subject in plan.subjects)
    return said or counted or _asks_for_sanctions(plan) or not plan.subjects


def _asks_for_sanctions(plan: Plan) -> bool:
    conditions = (condition for standard in plan.standards for condition in leaves(standard.conditions))
    triggers = (change.trigger for table in plan.points for change in table.changes)
    left_out = any(exclusion.forms for exclusion in plan.exclusions)
    said = any(isinstance(each, NotDisciplined) for each in conditions) or any(isinstance(each, Disciplined) for each in triggers)
    return left_out or said


def other_times(plan: Plan) -> tuple[str, ...]:
    """The times beside the measured period of which a plan needs figures: “năm 2022”, “được giao”, “đợt 1”."""
    return tuple(dict.fromkeys(quantity.when for quantity in _wanted(plan, None) if quantity.when))


def sheet_of(when: str) -> str:
    """The sheet that holds the figures of another time."""
    told = f"giao chỉ tiêu{when.removeprefix(ASSIGNED)}" if when.startswith(ASSIGNED) else when
    return told[0].upper() + told[1:]


def _file(sheet: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", plain(sheet)).strip("-")


def figures_of(plan: Plan, when: str) -> tuple[Quantity, ...]:
    """The columns of another time that the targets need, of collectives and individuals alike; in the order of `Plan.quantities`."""
    return tuple(quantity for quantity in _wanted(plan, None) if quantity.when == when)


def _figure_column(quantity: Quantity) -> Column:
    kind = CellKind.PERCENT if quantity.unit == PERCENT else CellKind.COUNT
    return Column(quantity.key, quantity.heading, kind, step=quantity.unit.declared)


_COLLECTIVE = (
    Column("name", "Tên đơn vị", CellKind.NAME),
    Column("kind", "Loại đơn vị", CellKind.NAME),
)
_INDIVIDUAL = (
    Column("name", "Họ và tên", CellKind.NAME),
    Column("unit", "Đơn vị", CellKind.NAME),
    Column("kind", "Chức danh", CellKind.NAME),
    Column("head", "Thủ trưởng đơn vị", CellKind.YES_NO),
)
# A row of a table that only adds to what the first two say of a subject; the unit of a collective is empty.
_NAMED = (
    Column("name", "Đối tượng", CellKind.NAME),
    Column("unit", "Đơn vị", CellKind.TEXT),
)
RECEIVED = "Ngày nhận hồ sơ"
_SANCTIONS = (
    Column("name", "Họ và tên", CellKind.NAME),
    Column("unit", "Đơn vị", CellKind.NAME),
    Column("form", "Hình thức kỷ luật", CellKind.NAME),
    Column("signed", "Ngày ký quyết định", CellKind.DAY),
)


def _subject_columns(plan: Plan, base: Base) -> Iterator[Column]:
    for quantity in figures(plan, base):
        yield _figure_column(quantity)
    for judgment in judgments(plan, base):
        yield Column(judgment, f"Hội đồng bình xét: {judgment}", CellKind.JUDGMENT)
    for question in questions(plan, base):
        yield Column(question, question, CellKind.YES_NO)
    for criterion in criteria(plan, base):
        yield from _criterion_columns(criterion)


def criteria(plan: Plan, base: Base) -> tuple[Criterion, ...]:
    """The criteria of the points tables of collectives, or of individuals."""
    return tuple(criterion for table in plan.points if table.subject.base is base for criterion in table.criteria)


def _criterion_columns(criterion: Criterion) -> Iterator[Column]:
    """What the council enters for a criterion: a level or a figure. What occurred is counted in columns of figures."""
    match criterion.start:
        case ByLevel(levels=levels):
            yield Column(criterion.key, criterion.key, CellKind.LEVEL, tuple(name for name, _ in levels))
        case ByCouncil(low=low, high=high):
            yield Column(criterion.key, f"{criterion.key}: điểm Hội đồng chấm", CellKind.SCORE, between=(low, high))


def figures(plan: Plan, base: Base) -> tuple[Quantity, ...]:
    """The columns of their own sheet that the rules on collectives, or on individuals, need; in the order of `Plan.quantities`."""
    return tuple(quantity for quantity in _wanted(plan, base) if not quantity.when)


def _wanted(plan: Plan, base: Base | None) -> tuple[Quantity, ...]:
    """The columns that the rules on one base, or on both, need: of targets, orders of choice, groups by figures and points tables."""
    asked = [(target.subject.base, key) for target in plan.targets for key in asked_by(target)]
    asked += [(subject.base, key) for subject in plan.subjects if subject.where is not None for key in subject.where.keys]
    asked += [(quota.subject.base, key.quantity) for quota in plan.quotas for key in quota.ranking]
    asked += [(table.subject.base, key) for table in plan.points for key in asked_for_points(table)]
    wanted = {column for asking, key in asked if base is None or asking is base for column in plan.quantity(key).columns}
    return tuple(quantity for quantity in plan.quantities if quantity.key in wanted)


def asked_for_points(table: PointsTable) -> tuple[str, ...]:
    """The keys of the quantities that a points table looks at, and of the columns that count what occurred."""
    events = (key for criterion in table.criteria for key in criterion.events)
    return tuple(dict.fromkeys([*computed_for_points(table), *events]))


def computed_for_points(table: PointsTable) -> tuple[str, ...]:
    """The keys of the quantities of a table's criteria, of their loads, and of its ranks."""
    keys = [key for criterion in table.criteria for key in (*criterion.quantities, *criterion.loads)]
    ranked = [key.quantity for key in table.ranking.keys if key.quantity is not None] if table.ranking else []
    return tuple(dict.fromkeys([*keys, *ranked]))


def asked_by(target: Target) -> tuple[str, ...]:
    """The keys of the quantities that a target looks at: that of its goal, the one it is compared with, those of its region."""
    goal = (target.quantity,) if target.goal is not None else ()
    against = (target.against,) if target.against and target.goal is not None else ()
    return tuple(dict.fromkeys((*goal, *against, *(target.region.keys if target.region else ()))))


def parts_and_wholes(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Keys of columns of which the first can never exceed the second: parts of ratios, and parts by definition."""
    columns = {quantity.key for quantity in plan.quantities if quantity.is_column}
    ratios = [(_single(each.numerator), _single(each.denominator)) for each in plan.quantities if each.unit == PERCENT]
    parts = [(quantity.key, quantity.within) for quantity in plan.quantities]
    return tuple(dict.fromkeys((part, whole) for part, whole in ratios + parts if part in columns and whole in columns and part and whole))


def greater_than_whole(plan: Plan, figures: Mapping[str, int | Fraction | None]) -> Iterator[tuple[str, str]]:
    """The columns whose figure is greater than that of the column which it is a part of, with that column."""
    for part, whole in parts_and_wholes(plan):
        few, all_ = figures.get(part), figures.get(whole)
        if few is not None and all_ is not None and few > all_:
            yield part, whole


def _single(of: Sum | None) -> str | None:
    """The column that a sum consists of, if it is one as it is."""
    return of.terms[0][1] if of is not None and len(of.terms) == 1 and of.terms[0][0] == 1 and not of.constant else None


def judgments(plan: Plan, base: Base) -> tuple[str, ...]:
    """What the council judges of collectives, or of individuals; each once, in the order of the text."""
    targets = [target.judgment for target in plan.judged_targets if target.subject.base is base]
    conditions = [
        condition.judgment
        for standard in plan.standards
        if standard.subject.base is base
        for condition in leaves(standard.conditions)
        if isinstance(condition, Judged)
    ]
    merits = [change.key for criterion in criteria(plan, base) for change in criterion.changes if isinstance(change, Merit)]
    return tuple(dict.fromkeys(targets + conditions + merits))


def questions(plan: Plan, base: Base) -> tuple[str, ...]:
    """What the statistics answer of collectives, or of individuals, for the exclusions from the award; each once."""
    asked = (exclusion.key for exclusion in plan.exclusions if exclusion.question and exclusion.subject.base is base)
    return tuple(dict.fromkeys(asked))


def _dossier_columns(plan: Plan) -> tuple[Column, ...]:
    documents = dict.fromkeys(document for dossier in plan.dossiers for document in dossier.documents)
    return (*_NAMED, *(column for wave in file_waves(plan) for column in _file_columns(documents, wave)))


def _file_columns(documents: Iterable[str], wave: str) -> Iterator[Column]:
    for document in documents:
        yield Column(key_in_file(document, wave), key_in_file(document, wave), CellKind.YES_NO)
    yield Column(key_in_file("received", wave), key_in_file(RECEIVED, wave), CellKind.DAY)
