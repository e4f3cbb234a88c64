"""Entries of the sheets Tập thể and Cá nhân → rows of statistics."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from thads_dsl.data.complaints import empty_figure, repeated_row, unbalanced, unknown_kind, unknown_unit, untargeted
from thads_dsl.data.tables import Entry
from thads_dsl.diagnostics.model import DataDiagnostic
from thads_dsl.model.inputs import asked_by, asked_for_points, figures, judgments, parts_and_wholes, questions
from thads_dsl.model.membership import kinds_of, titles_of
from thads_dsl.model.plan import Plan
from thads_dsl.model.statistics import Base, Quantity, Row
from thads_dsl.model.units import number
from thads_dsl.source import plain

# Names of the danh mục: what can be enforced is part of all that was received.
_NAMELESS = "dòng chưa có tên"


def same(text: str) -> str:
    """The key under which two spellings of a name are one: letter case does not tell names apart, diacritics do."""
    return text.casefold()


def collectives(plan: Plan, entries: Iterable[Entry]) -> tuple[tuple[Row, ...], tuple[DataDiagnostic, ...]]:
    """One row for each unit, with the complaints about it."""
    rows = _rows(plan, Base.COLLECTIVE, ((entry, "") for entry in entries))
    complaints = chain(
        (complaint for entry, row in rows for complaint in _kind_of_unit(plan, entry, row)),
        _repeated(rows),
        _about_figures(plan, Base.COLLECTIVE, rows),
    )
    return tuple(row for _, row in rows), tuple(complaints)


def individuals(plan: Plan, entries: Iterable[Entry], units: Iterable[Row]) -> tuple[tuple[Row, ...], tuple[DataDiagnostic, ...]]:
    """One row for each person, its unit in the spelling of the unit's own row, with the complaints about it."""
    names = {same(unit.name): unit.name for unit in units if unit.name}
    rows = _rows(plan, Base.INDIVIDUAL, ((entry, names.get(same(entry.text("unit")), entry.text("unit"))) for entry in entries))
    complaints = chain(
        (complaint for entry, row in rows for complaint in _post(plan, entry, row)),
        (complaint for entry, row in rows for complaint in _unit(entry, row, names)),
        _repeated(rows),
        _about_figures(plan, Base.INDIVIDUAL, rows),
    )
    return tuple(row for _, row in rows), tuple(complaints)


def _kinds(plan: Plan, base: Base) -> tuple[str, ...]:
    return tuple(kind.name for kind in plan.kinds if kind.base is base)


def _rows(plan: Plan, base: Base, entries: Iterable[tuple[Entry, str]]) -> list[tuple[Entry, Row]]:
    columns = [quantity.key for quantity in figures(plan, base)]
    judged = (*judgments(plan, base), *questions(plan, base))
    return [
        (
            entry,
            Row(
                base=base,
                name=entry.text("name"),
                unit=unit,
                kind=entry.text("kind"),
                head=entry.answers.get("head") is True,
                figures={key: entry.figures.get(key) for key in columns},
                judgments={judgment: entry.answers.get(judgment) for judgment in judged},
                levels=dict(entry.levels),
                scores=dict(entry.scores),
            ),
        )
        for entry, unit in entries
    ]


def _kind_of_unit(plan: Plan, entry: Entry, row: Row) -> Iterator[DataDiagnostic]:
    """A unit without a kind would meet no target in silence; so would one whose own name is a kind in another spelling."""
    known = _kinds(plan, Base.COLLECTIVE)
    if row.name in known or not entry.clear("name", "kind"):
        return
    if plain(row.name) in {plain(kind) for kind in known}:
        yield unknown_kind(entry.at("name"), row.name, known)
    elif strange := strange_titles(plan, row):
        yield unknown_kind(entry.at("kind"), strange[0] if len(strange) < len(titles_of(plan, row)) else row.kind, known)


def _post(plan: Plan, entry: Entry, row: Row) -> Iterator[DataDiagnostic]:
    """Posts are free text, but what begins with a kind and is none would be counted among those who are not of that kind."""
    if not entry.clear("kind"):
        return
    known = _kinds(plan, Base.INDIVIDUAL)
    for title in strange_titles(plan, row):
        written = f"{plain(title)} "
        if any(written.startswith(f"{plain(kind)} ") for kind in known):
            yield unknown_kind(entry.at("kind"), title, known)
            return


def strange_titles(plan: Plan, row: Row) -> tuple[str, ...]:
    """The names in the cell of a row's kind that are no kind of the plan."""
    return tuple(title for title in titles_of(plan, row) if title not in plan.kind_names(row.base))


def _unit(entry: Entry, row: Row, names: Mapping[str, str]) -> Iterator[DataDiagnostic]:
    if entry.clear("unit") and same(row.unit) not in names:
        yield unknown_unit(entry.at("unit"), row.unit, names.values())


def _repeated(rows: Iterable[tuple[Entry, Row]]) -> Iterator[DataDiagnostic]:
    first: dict[tuple[str, str], Entry] = {}
    for entry, row in rows:
        before = first.setdefault((same(row.name), same(row.unit)), entry)
        if before is not entry and row.name:
            yield repeated_row(entry.at_row, subject_text(row), before.at_row)


def subject_text(row: Row) -> str:
    """A subject as messages name it: its name, and for a person the unit too."""
    return f"{row.name} ({row.unit})" if row.unit else row.name


def _about_figures(plan: Plan, base: Base, rows: Iterable[tuple[Entry, Row]]) -> Iterator[DataDiagnostic]:
    columns = figures(plan, base)
    about_kind = _kind_of_unit if base is Base.COLLECTIVE else _post
    by_key = {quantity.key: quantity for quantity in columns}
    pairs = tuple((by_key[part], by_key[whole]) for part, whole in parts_and_wholes(plan) if part in by_key and whole in by_key)
    for entry, row in rows:
        yield from _unbalanced(pairs, entry, row)
        unknown = [each for each in columns if row.figures[each.key] is None and entry.clear(each.key)]
        if unknown:
            yield from _not_known(plan, unknown, entry, row)
        counted = any(figure is not None for figure in row.figures.values())
        if counted and not _asked(plan, row) and not any(about_kind(plan, entry, row)):
            yield untargeted(entry.at_row, row.name or _NAMELESS, row.kind)


def _unbalanced(pairs: tuple[tuple[Quantity, Quantity], ...], entry: Entry, row: Row) -> Iterator[DataDiagnostic]:
    for part, whole in pairs:
        less, more = row.figures[part.key], row.figures[whole.key]
        if less is not None and more is not None and less > more:
            yield unbalanced(
                entry.at_row,
                row.name or _NAMELESS,
                f"{entry.short(part.key)} {part.name} {number(less)}",
                f"{entry.short(whole.key)} {whole.name} {number(more)}",
            )


def _not_known(plan: Plan, unknown: Iterable[Quantity], entry: Entry, row: Row) -> Iterator[DataDiagnostic]:
    """Only where a target asks for the figure, or the row holds others: a post without figures is nothing to warn of."""
    asked = _asked(plan, row)
    some = any(figure is not None for figure in row.figures.values())
    for quantity in unknown:
        if some or quantity.key in asked:
            yield empty_figure(entry.at(quantity.key), row.name or _NAMELESS, quantity.heading)


def _asked(plan: Plan, row: Row) -> frozenset[str]:
    kinds = kinds_of(plan, row)
    keys = {key for target in plan.targets if target.subject.base is row.base and target.subject.covers(kinds) for key in asked_by(target)}
    tables = [table for table in plan.points if table.subject.base is row.base and table.subject.covers(kinds)]
    keys |= {key for table in tables for key in asked_for_points(table)}
    return frozenset(column for key in keys for column in plan.quantity(key).columns)
