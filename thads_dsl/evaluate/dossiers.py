"""Hồ sơ: whether the file of a subject, for each wave where waves have their own, holds all documents and came in time."""

from collections.abc import Iterator, Sequence
from datetime import date

from thads_dsl.model.dates import day_text
from thads_dsl.model.inputs import RECEIVED
from thads_dsl.model.membership import files_on, key_in_file, last_days
from thads_dsl.model.occasions import Occasion
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import DossierResult, Verdict, is_late
from thads_dsl.model.rules import Dossier, FileFault
from thads_dsl.model.statistics import DossierRecord, Row, Statistics

WHICH = "hồ sơ theo thời hạn nào"  # in time by one deadline for it, late by another
_OF_DAY = (RECEIVED, WHICH)  # what is not known of the day on which a file came begins so


def dossier_results(plan: Plan, statistics: Statistics, occasion: Occasion, row: Row, eligible: Verdict) -> Iterator[DossierResult]:
    """The row's files on an occasion by every rule on files, if it has one, or should have one because it is eligible."""
    had = {each.wave for each in statistics.files.get((row.unit, row.name), ())}
    yield from (file for file in file_results(plan, statistics, occasion, row) if file.wave in had or eligible is Verdict.MET)


def file_results(plan: Plan, statistics: Statistics, occasion: Occasion, row: Row) -> Iterator[DossierResult]:
    """The files that count for a row on an occasion, those that nobody has handed in too; none without a table of files."""
    if statistics.dossiers is None:
        return
    records = {each.wave: each for each in statistics.files.get((row.unit, row.name), ())}
    unit = statistics.units.get(row.unit) if row.unit else None
    for wave, dossier in files_on(plan, occasion):
        days = last_days(plan, row, unit, wave)
        yield _on_rule(days, dossier, records.get(wave) or DossierRecord(row.name, row.unit, {}, None, wave))


def faults(file: DossierResult, asked: Sequence[FileFault]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those that are asked for: which a file has, in words, and what would have to be known to tell."""
    found: tuple[str, ...] = ()
    of_day = tuple(each for each in file.unknown if each.startswith(_OF_DAY))
    if FileFault.LATE in asked and file.late and file.received is not None and file.last_day is not None:
        found += (f"hồ sơ nhận ngày {day_text(file.received)}, ngày cuối là {day_text(file.last_day)}",)
    if FileFault.INCOMPLETE in asked and file.missing:
        found += (f"hồ sơ thiếu {', '.join(file.missing)}",)
    unknown = of_day if FileFault.LATE in asked else ()
    if FileFault.INCOMPLETE in asked:
        unknown += tuple(each for each in file.unknown if each not in of_day)
    return found, unknown


def _on_rule(days: frozenset[date], dossier: Dossier, record: DossierRecord) -> DossierResult:
    last_day = max(days, default=None)
    documents = [key_in_file(document, record.wave) for document in dossier.documents]
    missing = tuple(document for document in documents if record.documents.get(document) is False)
    unknown = tuple(document for document in documents if record.documents.get(document) is None)
    if last_day is not None and record.received is None:
        unknown += (key_in_file(RECEIVED, record.wave),)
    late = is_late(record.received, last_day)
    if not late and record.received is not None and days and record.received > min(days):
        unknown += (WHICH,)
    return DossierResult(
        rule=dossier.id,
        verdict=Verdict.FAILED if missing or late else Verdict.UNKNOWN if unknown else Verdict.MET,
        missing=missing,
        unknown=unknown,
        received=record.received,
        last_day=last_day,
        wave=record.wave,
    )
