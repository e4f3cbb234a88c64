"""Plan → JSON values. Numbers that are compared are exact strings (`800`, `163/2`), days are ISO 8601."""

from datetime import date

from thads_dsl.backends.exchange.points import points_table
from thads_dsl.backends.exchange.values import Json, interval_value, period_value, region_value, rule_value, subject_value
from thads_dsl.model.award_places import Composition, Share
from thads_dsl.model.inputs import InputTable, input_tables
from thads_dsl.model.plan import Amendment, Identity, Plan
from thads_dsl.model.rules import (
    AwardLevel,
    BothStandards,
    ByAuthority,
    Condition,
    Deadline,
    Exclusion,
    Judged,
    NotDisciplined,
    QualifiesFor,
    Quota,
    RecurringDeadline,
    SomeOf,
    Standard,
    Target,
    TargetsMet,
    Term,
)
from thads_dsl.model.statistics import Kind, Quantity, Sum

SCHEMA = "thads.rules/1"


def rules(plan: Plan) -> dict[str, Json]:
    """Everything that decides results, in the order of the text; `quy-tac.schema.json` describes it."""
    return {
        "schema": SCHEMA,
        "document": _document(plan.identity),
        **_in_force(plan),
        "kinds": [_kind(kind) for kind in plan.kinds],
        "head_kind": plan.head_kind,
        "quantities": [_quantity(quantity) for quantity in plan.quantities],
        "inputs": [_input(table) for table in input_tables(plan)],
        "discipline": list(plan.discipline),
        "periods": [
            rule_value(rule) | {"period": period_value(rule.period), "measured": rule.measured, "wave": rule.wave} for rule in plan.periods
        ],
        "waves": [
            rule_value(wave) | {"ordinal": wave.ordinal, "label": wave.label, "period": period_value(wave.period)} for wave in plan.waves
        ],
        "targets": [_target(target) for target in plan.targets],
        "judged_targets": [
            rule_value(rule) | {"subject": subject_value(rule.subject), "judgment": rule.judgment} for rule in plan.judged_targets
        ],
        "standards": [_standard(standard) for standard in plan.standards],
        "both_standards": [_of_both(rule) for rule in plan.both_standards],
        "exclusions": [_exclusion(rule) for rule in plan.exclusions],
        "award_levels": [rule_value(rule) | {"levels": [_level(level) for level in rule.levels]} for rule in plan.award_levels],
        "quotas": [_quota(quota) for quota in plan.quotas],
        "dossiers": [rule_value(rule) | {"documents": list(rule.documents)} for rule in plan.dossiers],
        "points": [points_table(table) for table in plan.points],
        "deadlines": [_deadline(rule) for rule in plan.deadlines],
        "open_deadlines": [
            rule_value(rule) | {"what": rule.what, "term": _term(rule.term), "wave": rule.wave} for rule in plan.open_deadlines
        ],
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


def _in_force(plan: Plan) -> dict[str, Json]:
    """Only of a plan that says from when it holds, or that changes another one."""
    amendments: list[Json] = [_amendment(each) for each in plan.amendments]
    said: dict[str, Json] = {"in_force": _day(plan.in_force)} if plan.in_force or amendments else {}
    return said | ({"amendments": amendments} if amendments else {})


def _amendment(amendment: Amendment) -> dict[str, Json]:
    changes: list[Json] = [{"kind": change.kind, "place": str(change.place), "cited": change.place.cited()} for change in amendment.changes]
    return {"base": _document(amendment.base), "in_force": _day(amendment.in_force), "changes": changes}


def _day(day: date | None) -> Json:
    return None if day is None else day.isoformat()


def _kind(kind: Kind) -> dict[str, Json]:
    told: dict[str, Json] = {"name": kind.name, "base": kind.base.value, "parents": list(kind.parents), "total": kind.total}
    return told | ({"without": list(kind.without)} if kind.without else {})


def _quantity(quantity: Quantity) -> dict[str, Json]:
    told: dict[str, Json] = {
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
    return told if quantity.unit.declared is None else told | {"step": str(quantity.unit.declared)}


def _sum(of: Sum | None) -> Json:
    if of is None:
        return None
    return {"terms": [{"times": times, "key": key} for times, key in of.terms], "constant": of.constant}


def _input(table: InputTable) -> dict[str, Json]:
    columns: list[Json] = [
        {
            "key": each.key,
            "heading": each.heading,
            "kind": each.kind.value,
            **({"choices": list(each.choices)} if each.choices else {}),
            **({"between": [str(end) for end in each.between]} if each.between else {}),
        }
        for each in table.columns
    ]
    return {"sheet": table.sheet, "file": table.file, "optional": table.optional, "columns": columns}


def _target(target: Target) -> dict[str, Json]:
    return {
        **rule_value(target),
        "subject": subject_value(target.subject),
        "region": region_value(target.region),
        "quantity": target.quantity,
        "measure": target.measure.value,
        "against": target.against,
        "goal": None if target.goal is None else interval_value(target.goal),
        "threshold": str(target.threshold),
        "aspiration": None if target.aspiration is None else str(target.aspiration),
        "period": period_value(target.period),
        **({"award": target.award} if target.award else {}),
        **({"item": target.item} if target.item else {}),
    }


def _deadline(rule: Deadline) -> dict[str, Json]:
    return rule_value(rule) | {
        "what": rule.what,
        "last_day": rule.last_day.isoformat(),
        "addressee": rule.addressee,
        "subject": None if rule.subject is None else subject_value(rule.subject),
        "files": rule.files,
        "wave": rule.wave,
        "term": None if rule.term is None else _term(rule.term),
    }


def _term(term: Term) -> dict[str, Json]:
    return {"days": term.days, "working": term.working, "since": term.since}


def _recurring(rule: RecurringDeadline) -> dict[str, Json]:
    return rule_value(rule) | {
        "what": rule.what,
        "day": rule.day,
        "month": rule.month,
        "every": rule.every,
        "included": rule.included,
        "addressee": rule.addressee,
        "wave": rule.wave,
    }


def _standard(standard: Standard) -> dict[str, Json]:
    return rule_value(standard) | {
        "award": standard.award,
        "subject": subject_value(standard.subject),
        "conditions": [rule_value(condition) | _condition(condition) for condition in standard.conditions],
    }


def _condition(condition: Condition) -> dict[str, Json]:
    match condition:
        case Judged():
            return {"condition": "judged", "judgment": condition.judgment}
        case NotDisciplined():
            return {
                "condition": "not_disciplined",
                "forms": list(condition.forms),
                "window": period_value(condition.window),
                "whose": condition.whose.value,
                "people": list(condition.people),
            }
        case TargetsMet():
            return {
                "condition": "targets_met",
                "targets": list(condition.targets),
                "least": condition.least,
                "exactly": condition.exactly,
                "required": list(condition.required),
            }
        case ByAuthority():
            return {"condition": "by_authority"}
        case QualifiesFor():
            return {"condition": "qualifies_for", "award": condition.award}
        case SomeOf():
            items: list[Json] = [[rule_value(each) | _condition(each) for each in item] for item in condition.items]
            return {"condition": "some_of", "least": condition.least, "exactly": condition.exactly, "items": items}


def _of_both(rule: BothStandards) -> dict[str, Json]:
    return rule_value(rule) | {"subject": subject_value(rule.subject), "award": rule.award or None, "unit_qualifies": rule.qualifying}


def _exclusion(rule: Exclusion) -> dict[str, Json]:
    return rule_value(rule) | {
        "subject": subject_value(rule.subject),
        "award": rule.award or None,
        "question": rule.key if rule.question else None,
        "forms": list(rule.forms),
        "window": period_value(rule.window),
        "whose": rule.whose.value if rule.forms else None,
        "people": list(rule.people),
        "group": subject_value(rule.group) if rule.group is not None else None,
        "file_faults": [fault.value for fault in rule.faults],
    }


def _level(level: AwardLevel) -> dict[str, Json]:
    return {"award": level.award, "posts": list(level.posts), "proposed": level.proposed}


def _quota(quota: Quota) -> dict[str, Json]:
    small: list[Json] = [{"people": interval_value(each.people), "limit": each.limit} for each in quota.small_units]
    ranking: list[Json] = [{"quantity": key.quantity, "greatest_first": key.greatest_first} for key in quota.ranking]
    return rule_value(quota) | {
        "subject": subject_value(quota.subject),
        "limit": quota.limit,
        "share": _share(quota.share),
        "per_unit": list(quota.per_unit),
        "together": quota.together,
        "small_units": small,
        "council_chooses": quota.council_chooses,
        "ranking": ranking,
        "compositions": [_composition(asked) for asked in quota.compositions],
        "award": quota.award,
        "after": list(quota.after),
        "by_authority": quota.by_authority,
    }


def _share(share: Share | None) -> Json:
    if share is None:
        return None
    up_from = None if share.up_from is None else str(share.up_from)
    return {"percent": str(share.percent), "counted": subject_value(share.counted), "up_from": up_from}


def _composition(asked: Composition) -> Json:
    return {
        "subject": subject_value(asked.subject),
        "count": str(asked.count),
        "percent": asked.percent,
        "capped": asked.capped,
        "beyond": asked.beyond,
    }
