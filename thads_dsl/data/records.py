"""Entries of the sheets Kỷ luật, Hồ sơ and of other times → what they add, each to a subject that has a row of its own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from thads_dsl.data.cells import Misread
from thads_dsl.data.complaints import Stranger, bad_cell, repeated_row, unknown_form, unknown_people, unknown_unit
from thads_dsl.data.subjects import same, subject_text
from thads_dsl.data.tables import Entry
from thads_dsl.diagnostics.model import DataDiagnostic
from thads_dsl.model.inputs import InputTable
from thads_dsl.model.membership import key_in_file, kinds_of, wave_of_key
from thads_dsl.model.plan import Plan
from thads_dsl.model.statistics import Base, DossierRecord, Row, Sanction
from thads_dsl.source import plain

Subjects = Mapping[tuple[str, str], Row]


def by_name(rows: Iterable[Row]) -> Subjects:
    """Subjects by name and unit; of one that has two rows, the first."""
    found: dict[tuple[str, str], Row] = {}
    for row in rows:
        found.setdefault((same(row.name), same(row.unit)), row)
    return found


def sanctions(plan: Plan, entries: Iterable[Entry], subjects: Subjects) -> tuple[tuple[Sanction, ...], tuple[DataDiagnostic, ...]]:
    """Decisions on discipline, in the spelling of the person's own row and of the scale."""
    forms = {plain(form): form for form in plan.discipline}
    found: list[Sanction] = []
    strangers: list[Entry] = []
    complaints: list[DataDiagnostic] = []
    for entry in entries:
        person = _subject(entry, subjects)
        if person is None or person.base is Base.COLLECTIVE:
            strangers.append(entry)
        form = forms.get(plain(entry.text("form")))
        if form is None and entry.clear("form"):
            complaints.append(unknown_form(entry.at("form"), entry.text("name"), entry.text("form"), plan.discipline))
        signed = entry.days.get("signed")
        if signed is None and entry.clear("signed"):
            expected = Misread("ngày ký quyết định, dạng ngày/tháng/năm (ví dụ 30/6/2024)")
            complaints.append(bad_cell(entry.at("signed"), entry.text("name"), None, expected))
        if person is not None and form is not None and signed is not None:
            found.append(Sanction(person.name, person.unit, form, signed, kinds_of(plan, person)))
    return tuple(found), (*_unknown(strangers, subjects), *complaints)


def dossiers(
    entries: Iterable[Entry], subjects: Subjects, waves: tuple[str, ...]
) -> tuple[tuple[DossierRecord, ...], tuple[DataDiagnostic, ...]]:
    """What each file held, one for each subject, and each wave of which the table says something."""
    found: dict[tuple[str, str], Entry] = {}
    records: list[DossierRecord] = []
    strangers: list[Entry] = []
    complaints: list[DataDiagnostic] = []
    for entry in entries:
        subject = _subject(entry, subjects)
        if subject is None:
            strangers.append(entry)
            continue
        before = found.setdefault((subject.name, subject.unit), entry)
        if before is not entry:
            complaints.append(repeated_row(entry.at_row, subject_text(subject), before.at_row))
            continue
        records += _files(entry, subject, waves)
    return tuple(records), (*_unknown(strangers, subjects), *complaints)


def _files(entry: Entry, subject: Row, waves: tuple[str, ...]) -> Iterator[DossierRecord]:
    """A row with nothing in the columns of a wave says nothing of its file."""
    for wave in waves:
        held = {document: known for document, known in entry.answers.items() if wave_of_key(document, waves) == wave}
        received = entry.days.get(key_in_file("received", wave))
        if waves == ("",) or received is not None or any(known is not None for known in held.values()):
            yield DossierRecord(subject.name, subject.unit, held, received, wave)


Figures = dict[str, int | Fraction | None]


def figures_of_other_times(
    tables: Iterable[InputTable], read: Mapping[str, Iterable[Entry]], subjects: Subjects
) -> tuple[dict[tuple[str, str], Figures], tuple[DataDiagnostic, ...]]:
    """What the sheets of other times say of each subject, by name and unit."""
    found: dict[tuple[str, str], Figures] = {}
    complaints: list[DataDiagnostic] = []
    for table in tables:
        first: dict[tuple[str, str], Entry] = {}
        strangers: list[Entry] = []
        for entry in read.get(table.sheet, ()):
            subject = _subject(entry, subjects)
            if subject is None:
                strangers.append(entry)
                continue
            key = subject.name, subject.unit
            before = first.setdefault(key, entry)
            if before is not entry:
                complaints.append(repeated_row(entry.at_row, subject_text(subject), before.at_row))
            else:
                found.setdefault(key, {}).update(entry.figures)
        complaints += _unknown(strangers, subjects)
    return found, tuple(complaints)


def with_figures(rows: tuple[Row, ...], more: Mapping[tuple[str, str], Figures]) -> tuple[Row, ...]:
    """The rows with their figures of other times too."""
    return tuple(replace(row, figures={**row.figures, **more.get((row.name, row.unit), {})}) for row in rows)


def _subject(entry: Entry, subjects: Subjects) -> Row | None:
    return subjects.get((same(entry.text("name")), same(entry.text("unit"))))


def _unknown(entries: Iterable[Entry], subjects: Subjects) -> Iterator[DataDiagnostic]:
    """Of each the unit if there is none of that name, else the name; where one could not be read, that complaint is enough."""
    units = {same(row.name): row.name for row in subjects.values() if row.base is Base.COLLECTIVE}
    strangers: list[Stranger] = []
    for entry in entries:
        name, unit = entry.text("name"), entry.text("unit")
        if not entry.clear("name", "unit"):
            continue
        if unit and same(unit) not in units:
            yield unknown_unit(entry.at("unit"), unit, units.values())
        else:
            strangers.append(Stranger(entry.at("name"), f"{name} ({unit})" if unit else name))
    yield from unknown_people(strangers, (subject_text(row) for row in subjects.values()))
