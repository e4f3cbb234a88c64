"""Plan → JSON values. Numbers that are compared are exact strings (`800`, `163/2`), days are ISO 8601."""

from thads_dsl.model.dates import Period
from thads_dsl.model.inputs import InputTable, input_tables
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.plan import Identity, Plan
from thads_dsl.model.regions import Band, Region
from thads_dsl.model.rules import (
    Condition,
    Deadline,
    Judged,
    NotDisciplined,
    RecurringDeadline,
    Rule,
    Standard,
    Target,
    TargetsMet,
    Term,
)
from thads_dsl.model.statistics import Kind, Quantity, Subject, Sum

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]

SCHEMA = "thads.rules/1"


def rules(plan: Plan) -> dict[str, Json]:
    """Everything that decides results, in the order of the text; `quy-tac.schema.json` describes it."""
    return {
        "schema": SCHEMA,
        "document": _document(plan.identity),
        "kinds": [_kind(kind) for kind in plan.kinds],
        "head_kind": plan.head_kind,
        "quantities": [_quantity(quantity) for quantity in plan.quantities],
        "inputs": [_input(table) for table in input_tables(plan)],
        "discipline": list(plan.discipline),
        "periods": [_rule(rule) | {"period": _period(rule.period), "measured": rule.measured, "wave": rule.wave} for rule in plan.periods],
        "waves": [_rule(wave) | {"ordinal": wave.ordinal, "label": wave.label, "period": _period(wave.period)} for wave in plan.waves],
        "targets": [_target(target) for target in plan.targets],
        "judged_targets": [_rule(rule) | {"subject": _subject(rule.subject), "judgment": rule.judgment} for rule in plan.judged_targets],
        "standards": [_standard(standard) for standard in plan.standards],
        "both_standards": [_rule(rule) | {"subject": _subject(rule.subject)} for rule in plan.both_standards],
        "award_levels": [_rule(rule) | {"award": rule.award, "posts": list(rule.posts)} for rule in plan.award_levels],
        "quotas": [
            _rule(quota)
            | {
                "subject": _subject(quota.subject),
                "limit": quota.limit,
                "per_unit": list(quota.per_unit),
                "council_chooses": quota.council_chooses,
            }
            for quota in plan.quotas
        ],
        "dossiers": [_rule(rule) | {"documents": list(rule.documents)} for rule in plan.dossiers],
        "deadlines": [_deadline(rule) for rule in plan.deadlines],
        "open_deadlines": [_rule(rule) | {"what": rule.what, "term": _term(rule.term), "wave": rule.wave} for rule in plan.open_deadlines],
        "recurring_deadlines": [_recurring(rule) for rule in plan.recurring_deadlines],
        "restatements": [
            {
                "place": str(each.place),
                "cited": each.place.cited(),
                "written": each.written,
                "meant": each.meant,
                "correction": each.correction,
            }
            for each in plan.restatements
        ],
    }


def _document(document: Identity) -> dict[str, Json]:
    return {
        "type": document.type_name,
        "abstract": document.abstract,
        "parent_agency": document.parent_agency,
        "agency": document.agency,
        "number": document.number,
    }


def _kind(kind: Kind) -> dict[str, Json]:
    return {"name": kind.name, "base": kind.base.value, "parents": list(kind.parents), "total": kind.total}


def _quantity(quantity: Quantity) -> dict[str, Json]:
    return {
        "key": quantity.key,
        "name": quantity.name,
        "facet": None if quantity.facet is None else quantity.facet.value,
        "unit": quantity.unit.name,
        "when": quantity.when,
        "numerator": _sum(quantity.numerator),
        "denominator": _sum(quantity.denominator),
        "within": quantity.within,
        "lever": quantity.lever,
    }


def _sum(of: Sum | None) -> Json:
    if of is None:
        return None
    return {"terms": [{"times": times, "key": key} for times, key in of.terms], "constant": of.constant}


def _input(table: InputTable) -> dict[str, Json]:
    columns: list[Json] = [{"key": each.key, "heading": each.heading, "kind": each.kind.value} for each in table.columns]
    return {"sheet": table.sheet, "file": table.file, "optional": table.optional, "columns": columns}


def _rule(rule: Rule) -> dict[str, Json]:
    return {"id": rule.id, "place": str(rule.place), "cited": rule.place.cited(), "sentence": rule.text}


def _subject(subject: Subject) -> dict[str, Json]:
    return {
        "name": subject.name,
        "base": subject.base.value,
        "any_of": list(subject.any_of),
        "none_of": list(subject.none_of),
        "where": _region(subject.where),
    }


def _target(target: Target) -> dict[str, Json]:
    return {
        **_rule(target),
        "subject": _subject(target.subject),
        "region": _region(target.region),
        "quantity": target.quantity,
        "measure": target.measure.value,
        "against": target.against,
        "goal": None if target.goal is None else _interval(target.goal),
        "threshold": str(target.threshold),
        "aspiration": None if target.aspiration is None else str(target.aspiration),
        "period": _period(target.period),
    }


def _region(region: Region | None) -> Json:
    if region is None:
        return None
    return {"text": region.text, "any_of": [[_band(band) for band in box] for box in region.boxes]}


def _band(band: Band) -> Json:
    return {"quantity": band.quantity, "interval": _interval(band.interval)}


def _interval(interval: Interval) -> dict[str, Json]:
    return {"low": _bound(interval.low), "high": _bound(interval.high)}


def _bound(bound: Bound | None) -> Json:
    return None if bound is None else {"value": str(bound.value), "included": bound.closed}


def _period(period: Period | None) -> Json:
    return None if period is None else {"first": period.first.isoformat(), "last": period.last.isoformat()}


def _deadline(rule: Deadline) -> dict[str, Json]:
    return _rule(rule) | {
        "what": rule.what,
        "last_day": rule.last_day.isoformat(),
        "addressee": rule.addressee,
        "subject": None if rule.subject is None else _subject(rule.subject),
        "wave": rule.wave,
        "term": None if rule.term is None else _term(rule.term),
    }


def _term(term: Term) -> dict[str, Json]:
    return {"days": term.days, "working": term.working, "since": term.since}


def _recurring(rule: RecurringDeadline) -> dict[str, Json]:
    return _rule(rule) | {
        "what": rule.what,
        "day": rule.day,
        "month": rule.month,
        "every": rule.every,
        "included": rule.included,
        "addressee": rule.addressee,
        "wave": rule.wave,
    }


def _standard(standard: Standard) -> dict[str, Json]:
    return _rule(standard) | {
        "award": standard.award,
        "subject": _subject(standard.subject),
        "every": standard.every,
        "conditions": [_rule(condition) | _condition(condition) for condition in standard.conditions],
    }


def _condition(condition: Condition) -> dict[str, Json]:
    match condition:
        case Judged():
            return {"condition": "judged", "judgment": condition.judgment}
        case NotDisciplined():
            return {
                "condition": "not_disciplined",
                "forms": list(condition.forms),
                "window": _period(condition.window),
                "whose": condition.whose.value,
            }
        case TargetsMet():
            return {"condition": "targets_met", "targets": list(condition.targets)}
