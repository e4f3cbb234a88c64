"""The tables of statistics that a plan needs: sheets, columns and their headings. Readers and scorers all ask here."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import Judged
from thads_dsl.model.statistics import Base, Quantity


class CellKind(Enum):
    """What a column holds."""

    NAME = "tên"  # text that is never empty
    TEXT = "chữ"  # text that may be empty
    COUNT = "số nguyên"  # integers ≥ 0; empty is not known
    YES_NO = "có / không"  # empty is not known, but for `head`, where it is no
    JUDGMENT = "đạt / không đạt"  # empty: the council has not judged yet
    DAY = "ngày"  # dd/mm/yyyy; empty is not known


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `key` names it in the program (a `Quantity.key`, a judgment, a document, or one of the fixed names below)."""

    key: str
    heading: str
    kind: CellKind


@dataclass(frozen=True, slots=True)
class InputTable:
    """One sheet of the workbook, or one CSV file; an optional one may be left out."""

    sheet: str
    file: str
    columns: tuple[Column, ...]
    optional: bool


def input_tables(plan: Plan) -> tuple[InputTable, ...]:
    """The tables of a plan, always in the order Tập thể, Cá nhân, Kỷ luật, Hồ sơ; the last two may be left out."""
    return (
        InputTable("Tập thể", "tap-the.csv", (*_COLLECTIVE, *_subject_columns(plan, Base.COLLECTIVE)), False),
        InputTable("Cá nhân", "ca-nhan.csv", (*_INDIVIDUAL, *_subject_columns(plan, Base.INDIVIDUAL)), False),
        InputTable("Kỷ luật", "ky-luat.csv", _SANCTIONS, True),
        InputTable("Hồ sơ", "ho-so.csv", _dossier_columns(plan), True),
    )


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
_SANCTIONS = (
    Column("name", "Họ và tên", CellKind.NAME),
    Column("unit", "Đơn vị", CellKind.NAME),
    Column("form", "Hình thức kỷ luật", CellKind.NAME),
    Column("signed", "Ngày ký quyết định", CellKind.DAY),
)


def _subject_columns(plan: Plan, base: Base) -> Iterator[Column]:
    for quantity in figures(plan, base):
        yield Column(quantity.key, quantity.heading, CellKind.COUNT)
    for judgment in judgments(plan, base):
        yield Column(judgment, f"Hội đồng bình xét: {judgment}", CellKind.JUDGMENT)


def figures(plan: Plan, base: Base) -> tuple[Quantity, ...]:
    """The columns of figures that the targets of collectives, or of individuals, need; in the order of `Plan.quantities`."""
    wanted = {
        part
        for target in plan.targets
        if target.subject.base is base
        for key in (target.quantity, *([target.band.quantity] if target.band else []))
        for part in _parts(plan.quantity(key))
    }
    return tuple(quantity for quantity in plan.quantities if quantity.key in wanted)


def _parts(quantity: Quantity) -> tuple[str, ...]:
    if quantity.numerator is None or quantity.denominator is None:
        return (quantity.key,)
    return (quantity.numerator, quantity.denominator)


def parts_and_wholes(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Keys of columns of which the first can never exceed the second: parts of ratios, and parts by definition."""
    columns = {quantity.key for quantity in plan.quantities if quantity.numerator is None}
    ratios = [(quantity.numerator, quantity.denominator) for quantity in plan.quantities]
    parts = [(quantity.key, quantity.within) for quantity in plan.quantities]
    return tuple(dict.fromkeys((part, whole) for part, whole in ratios + parts if part in columns and whole in columns and part and whole))


def judgments(plan: Plan, base: Base) -> tuple[str, ...]:
    """What the council judges of collectives, or of individuals; each once, in the order of the text."""
    targets = [target.judgment for target in plan.judged_targets if target.subject.base is base]
    conditions = [
        condition.judgment
        for standard in plan.standards
        if standard.subject.base is base
        for condition in standard.conditions
        if isinstance(condition, Judged)
    ]
    return tuple(dict.fromkeys(targets + conditions))


def _dossier_columns(plan: Plan) -> tuple[Column, ...]:
    documents = dict.fromkeys(document for dossier in plan.dossiers for document in dossier.documents)
    return (
        Column("name", "Đối tượng", CellKind.NAME),
        Column("unit", "Đơn vị", CellKind.TEXT),
        *(Column(document, document, CellKind.YES_NO) for document in documents),
        Column("received", "Ngày nhận hồ sơ", CellKind.DAY),
    )
