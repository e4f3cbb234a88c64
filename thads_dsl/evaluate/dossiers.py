"""Hồ sơ: whether the file of a subject holds all documents and came in time."""

from datetime import date

from thads_dsl.model.membership import last_days
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import DossierResult, Verdict
from thads_dsl.model.rules import Dossier
from thads_dsl.model.statistics import DossierRecord, Row, Statistics

RECEIVED = "Ngày nhận hồ sơ"
WAVE = "hồ sơ của đợt thi đua nào"  # in time for one wave, late for another
DEADLINE = "theo hạn nộp nào"  # of a unit that two deadlines are for


def dossier_results(plan: Plan, statistics: Statistics, row: Row, eligible: Verdict) -> tuple[DossierResult, ...]:
    """The row's file by every rule on files, if it has one, or should have one because it is eligible."""
    if statistics.dossiers is None:
        return ()
    record = next((each for each in statistics.dossiers if (each.name, each.unit) == (row.name, row.unit)), None)
    if record is None and eligible is not Verdict.MET:
        return ()
    unit = next((each for each in statistics.collectives if row.unit and each.name == row.unit), None)
    days = last_days(plan, row, unit)
    return tuple(_on_rule(plan, days, dossier, record or DossierRecord(row.name, row.unit, {}, None)) for dossier in plan.dossiers)


def _on_rule(plan: Plan, days: frozenset[date], dossier: Dossier, record: DossierRecord) -> DossierResult:
    last_day = max(days, default=None)
    missing = tuple(document for document in dossier.documents if record.documents.get(document) is False)
    unknown = tuple(document for document in dossier.documents if record.documents.get(document) is None)
    if last_day is not None and record.received is None:
        unknown += (RECEIVED,)
    late = last_day is not None and record.received is not None and record.received > last_day
    if not late and record.received is not None and days and record.received > min(days):
        unknown += (WAVE if any(each.wave for each in plan.deadlines) else DEADLINE,)
    return DossierResult(
        rule=dossier.id,
        verdict=Verdict.FAILED if missing or late else Verdict.UNKNOWN if unknown else Verdict.MET,
        missing=missing,
        unknown=unknown,
        received=record.received,
        last_day=last_day,
    )
