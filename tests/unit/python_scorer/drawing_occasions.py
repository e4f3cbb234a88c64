"""Random plans → the same in waves, and with several awards: whole tables of targets, standards, quotas and exclusions of a wave."""

from dataclasses import replace
from datetime import date

from tests.unit.python_scorer.drawing import Drawing
from thads_dsl.model.dates import Period
from thads_dsl.model.place import Place
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import QualifiesFor, Standard, Wave

_LABELS = ("đợt 1", "đợt 2")
_AWARDS = ("Giấy khen", "Bằng khen", "Bằng khen")
_NEXT = "Cờ thi đua"  # without standards: some of those who got another award


def with_occasions(d: Drawing, plan: Plan) -> Plan:
    """The rules of a plan shared out over waves and awards."""
    labels = _LABELS if d.chance() else ()
    choices = ("", *labels)
    of_table = {row.id: (d.one(choices), d.one(("", "", *_AWARDS))) for rows in plan.tables for row in rows[:1]}
    whose = {row.id: of_table[rows[0].id] for rows in plan.tables for row in rows}
    return replace(
        plan,
        waves=tuple(_wave(label, ordinal) for ordinal, label in enumerate(labels, 1)),
        targets=tuple(replace(each, wave=whose[each.id][0], award=whose[each.id][1]) for each in plan.targets),
        judged_targets=tuple(replace(each, wave=d.one(choices)) for each in plan.judged_targets),
        standards=tuple(asking(d, replace(each, wave=d.one(choices), award=d.one(_AWARDS))) for each in plan.standards),
        both_standards=tuple(
            replace(each, wave=d.one(choices), award=d.one(("", *_AWARDS)), qualifying=d.chance()) for each in plan.both_standards
        ),
        dossiers=tuple(replace(each, wave=d.one(choices)) for each in plan.dossiers),
        deadlines=tuple(replace(each, wave=d.one(choices)) for each in plan.deadlines),
        exclusions=tuple(replace(each, wave=d.one(choices), award=d.one(("", *_AWARDS, _NEXT))) for each in plan.exclusions),
        quotas=tuple(replace(each, wave=d.one(choices), award=d.one(("", "", *_AWARDS, _NEXT))) for each in plan.quotas),
    )


def _wave(label: str, ordinal: int) -> Wave:
    period = Period(date(2024, ordinal, 1), date(2024, ordinal, 28))
    return Wave(id=label, place=Place(("I",)), line=1, text=label, ordinal=ordinal, label=label, period=period)


def asking(d: Drawing, standard: Standard) -> Standard:
    """Some of the standards for the higher award ask for those of the lower one; never the other way round."""
    if standard.award != "Bằng khen" or d.chance():
        return standard
    rule, place, text = d.place()
    condition = QualifiesFor(id=rule, place=place, line=1, text=text, wave=standard.wave, award="Giấy khen")
    return replace(standard, conditions=(*standard.conditions, condition))
