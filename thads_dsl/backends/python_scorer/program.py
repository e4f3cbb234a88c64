"""The plan as the template prints it: every decision is made here, the template only loops."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypedDict

from thads_dsl.backends.python_scorer.awards import AwardSources
from thads_dsl.backends.python_scorer.literals import python_set
from thads_dsl.backends.python_scorer.names import Names
from thads_dsl.backends.python_scorer.points import TableSource, points_tables
from thads_dsl.backends.python_scorer.tables import Statistic, Table, located, statistics, tables
from thads_dsl.model.inputs import Column, InputTable, input_tables, parts_and_wholes
from thads_dsl.model.membership import file_waves, files_deadlines, with_parents
from thads_dsl.model.occasions import Occasion, occasions, quotas_of, standards_of, targets_of
from thads_dsl.model.plan import Plan
from thads_dsl.model.regions import Region
from thads_dsl.model.rules import Deadline, Judged, JudgedTarget, Rule, Standard, leaves
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.model.totals import total_kinds

_CONSTANTS = ("COLLECTIVE_COLUMNS", "INDIVIDUAL_COLUMNS", "SANCTION_COLUMNS", "FILE_COLUMNS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The constant that holds the columns of one table of statistics: key, heading, kind of cell."""

    constant: str
    columns: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """The function that says whether a rule speaks of a row; `test` and `where` are source, `where` empty where figures do not matter."""

    name: str
    text: str
    test: str
    keys: tuple[str, ...]
    figures: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardFunction:
    """The function that decides the conditions of a standard; `lines` are source."""

    name: str
    standard: Standard
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionIds:
    """An occasion with the ids of the rules that count on it; of targets those of their tables."""

    award: str
    wave: str
    targets: tuple[str, ...]
    standards: tuple[str, ...]
    others: tuple[str, ...]
    quotas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """All that the template prints beside the plan itself."""

    title: str
    collective_kinds: tuple[str, ...]
    individual_kinds: tuple[str, ...]
    kinds: tuple[tuple[str, tuple[str, ...]], ...]
    all_but: tuple[tuple[str, tuple[str, ...]], ...]
    inputs: tuple[Columns, ...]
    people_left_out: bool  # whether the table of people may be
    other_times: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]  # file, columns
    headings: tuple[tuple[str, str], ...]
    steps: tuple[tuple[str, Fraction], ...]  # of columns in which only multiples are entered
    parts: tuple[tuple[str, str], ...]
    total_kinds: tuple[str, ...]
    statistics: tuple[Statistic, ...]
    subjects: Mapping[Subject, Predicate]
    tables: tuple[Table, ...]
    judged_targets: tuple[tuple[str, JudgedTarget], ...]
    standards: tuple[StandardFunction, ...]
    exclusions: tuple[str, ...]  # lines of source
    quotas: tuple[str, ...]  # lines of source
    occasions: tuple[OccasionIds, ...]
    deadlines: tuple[Deadline, ...]
    file_waves: tuple[str, ...]
    sentences: tuple[tuple[str, str], ...]
    points: tuple[TableSource, ...]
    levels: tuple[tuple[str, tuple[str, ...]], ...]  # what may be entered for a criterion
    bounds: tuple[tuple[str, tuple[Fraction, Fraction]], ...]


def program(plan: Plan, template: str) -> Program:
    """What to print for a plan; `template` is the template's source, whose words no name may be."""
    names = Names(template)
    known = statistics(plan, names)
    subjects = _subjects(plan, names, known)
    functions = {standard.id: names.take("standard", standard.id) for standard in plan.standards}
    sources = AwardSources(plan, {subject: predicate.name for subject, predicate in subjects.items()}, known, functions)
    return Program(
        title=f"{plan.identity.type_name} “{plan.identity.abstract}”".strip(),
        collective_kinds=_kind_names(plan, Base.COLLECTIVE),
        individual_kinds=_kind_names(plan, Base.INDIVIDUAL),
        kinds=_kinds(plan),
        people_left_out=input_tables(plan)[1].optional,
        all_but=tuple((kind.name, kind.without) for kind in plan.kinds if kind.without),
        inputs=_inputs(plan),
        other_times=tuple((table.file, _columns(table)) for table in input_tables(plan)[len(_CONSTANTS) :]),
        headings=tuple((quantity.key, quantity.full_heading) for quantity in plan.quantities if quantity.is_column),
        steps=tuple((column.key, column.step) for column in _entered(plan) if column.step is not None),
        parts=parts_and_wholes(plan),
        statistics=tuple(known.values()),
        subjects=subjects,
        total_kinds=total_kinds(plan),
        tables=tables(plan, known, names),
        judged_targets=tuple((names.take("target", target.id), target) for target in plan.judged_targets),
        standards=tuple(_standard(sources, standard) for standard in plan.standards),
        exclusions=tuple(line for rule in plan.exclusions for line in sources.exclusion(rule)),
        quotas=tuple(line for quota in plan.quotas for line in sources.quota(quota)),
        occasions=tuple(_ids(plan, occasion) for occasion in occasions(plan)),
        deadlines=files_deadlines(plan) if plan.dossiers else (),
        file_waves=file_waves(plan),
        sentences=tuple((rule.id, _sentence(rule)) for rule in _printed(plan)),
        points=points_tables(plan, known),
        levels=tuple((column.key, column.choices) for column in _entered(plan) if column.choices),
        bounds=tuple((column.key, column.between) for column in _entered(plan) if column.between is not None),
    )


def _ids(plan: Plan, occasion: Occasion) -> OccasionIds:
    targets, asked = (*(rows[0] for rows in plan.tables), *plan.judged_targets), targets_of(plan, occasion)
    return OccasionIds(
        award=occasion.award,
        wave=occasion.wave,
        targets=tuple(rule.id for rule in targets if rule.id in asked),
        standards=tuple(rule.id for rule in standards_of(plan, occasion)),
        others=tuple(rule.id for rule in (*plan.exclusions, *plan.both_standards) if occasion.takes(rule)),
        quotas=tuple(rule.id for rule in quotas_of(plan, occasion)),
    )


def _entered(plan: Plan) -> Iterator[Column]:
    """Every column of every table."""
    return (column for table in input_tables(plan) for column in table.columns)


def _kind_names(plan: Plan, base: Base) -> tuple[str, ...]:
    return tuple(kind.name for kind in plan.kinds if kind.base is base)


def _kinds(plan: Plan) -> tuple[tuple[str, tuple[str, ...]], ...]:
    order = {kind.name: index for index, kind in enumerate(plan.kinds)}
    known = dict.fromkeys([*order, plan.head_kind])
    return tuple((name, tuple(sorted(with_parents(plan, [name]), key=lambda each: (order.get(each, len(order)), each)))) for name in known)


def _inputs(plan: Plan) -> tuple[Columns, ...]:
    return tuple(
        Columns(
            constant=constant,
            columns=_columns(table),
        )
        for constant, table in zip(_CONSTANTS, input_tables(plan)[: len(_CONSTANTS)], strict=True)
    )


def _columns(table: InputTable) -> tuple[tuple[str, str, str], ...]:
    return tuple((column.key, column.heading, column.kind.name.lower()) for column in table.columns)


def _subjects(plan: Plan, names: Names, known: Mapping[str, Statistic]) -> dict[Subject, Predicate]:
    return {
        subject: Predicate(
            name=names.take("is_subject", str(count)), text=subject.name, test=_test(subject), **_where(plan, subject.where, known)
        )
        for count, subject in enumerate(plan.subjects, 1)
    }


class _Where(TypedDict):
    keys: tuple[str, ...]
    figures: tuple[str, ...]
    where: str


def _where(plan: Plan, region: Region | None, known: Mapping[str, Statistic]) -> _Where:
    found = located(plan, [region] if region else [], known)
    return _Where(keys=found.keys, figures=found.figures, where=found.test(region) if region else "")


def _test(subject: Subject) -> str:
    parts = [f"row.base == {subject.base.name}"]
    if subject.any_of:
        parts.append(f"not row.kinds.isdisjoint({python_set(subject.any_of)})")
    if subject.none_of:
        parts.append(f"row.kinds.isdisjoint({python_set(subject.none_of)})")
    return " and ".join(parts)


def _standard(sources: AwardSources, standard: Standard) -> StandardFunction:
    lines = tuple(sources.conditions(standard.conditions))
    return StandardFunction(name=sources.standards[standard.id], standard=standard, lines=lines)


def _printed(plan: Plan) -> tuple[Rule, ...]:
    conditions = (condition for standard in plan.standards for condition in leaves(standard.conditions))
    return (*plan.exclusions, *conditions, *plan.both_standards, *plan.quotas)


def _sentence(rule: Rule) -> str:
    """A judged condition by what is judged: its sentence may say more, as that of another condition at the same place."""
    return f"Hội đồng bình xét “{rule.judgment}”" if isinstance(rule, Judged) else rule.text
