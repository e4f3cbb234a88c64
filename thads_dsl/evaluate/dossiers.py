"""Hồ sơ: whether the file of a subject, for each wave where waves have their own, holds all documents and came in time."""

from collections.abc import Iterator
from datetime import date

from thads_dsl.model.inputs import RECEIVED
from thads_dsl.model.membership import files_on, key_in_file, last_days
from thads_dsl.model.occasions import Occasion
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import DossierResult, Verdict
from thads_dsl.model.rules import Dossier
from thads_dsl.model.statistics import DossierRecord, Row, Statistics

WHICH = "hồ sơ theo thời hạn nào"  # in time by one deadline for it, late by another


def dossier_results(plan: Plan, statistics: Statistics, occasion: Occasion, row: Row, eligible: Verdict) -> Iterator[DossierResult]:
    """The row's files on an occasion by every rule on files, if it has one, or should have one because it is eligible."""
    if statistics.dossiers is None:
        return
    records = {each.wave: each for each in statistics.dossiers if (each.name, each.unit) == (row.name, row.unit)}
    unit = next((each for each in statistics.collectives if row.unit and each.name == row.unit), None)
    for wave, dossier in files_on(plan, occasion):
        if wave in records or eligible is Verdict.MET:
            days = last_days(plan, row, unit, wave)
            yield _on_rule(days, dossier, records.get(wave) or DossierRecord(row.name, row.unit, {}, None, wave))


def _on_rule(days: frozenset[date], dossier: Dossier, record: DossierRecord) -> DossierResult:
    last_day = max(days, default=None)
    documents = [key_in_file(document, record.wave) for document in dossier.documents]
    missing = tuple(document for document in documents if record.documents.get(document) is False)
    unknown = tuple(document for document in documents if record.documents.get(document) is None)
    if last_day is not None and record.received is None:
        unknown += (key_in_file(RECEIVED, record.wave),)
    late = last_day is not None and record.received is not None and record.received > last_day
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
