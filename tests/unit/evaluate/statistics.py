"""Rows of the Hậu Giang statistics, written short."""

from datetime import date

from tests.unit.evaluate.hau_giang import (
    BRANCH_KIND,
    DONE,
    EXCELLENT,
    MEMBERS_LAWFUL,
    OFFICER_KIND,
    OWN_EXCELLENT,
    OWN_LAWFUL,
    READY,
    RESPONSIBLE,
    TASKS_DONE,
    TOTAL,
    TY,
    UNITED,
    key,
)
from thads_dsl.evaluate import evaluate
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import SubjectResult
from thads_dsl.model.statistics import Base, DossierRecord, Row, Sanction, Statistics
from thads_dsl.model.units import Facet

Figures = tuple[int | None, int | None, int | None]  # tổng số giải quyết, có điều kiện, thi hành xong

GOOD_CASES: Figures = (700, 500, 400)
GOOD_MONEY: Figures = (50 * TY, 40 * TY, 20 * TY)
UNIT_JUDGMENTS = {EXCELLENT: True, UNITED: True, MEMBERS_LAWFUL: True}
OWN_JUDGMENTS = {TASKS_DONE: True, OWN_EXCELLENT: True, RESPONSIBLE: True, OWN_LAWFUL: True}


def figures(cases: Figures, money: Figures) -> dict[str, int | None]:
    """The six columns of figures."""
    names = (TOTAL, READY, DONE)
    return {
        key(name, facet): value
        for facet, values in zip(Facet, (cases, money), strict=True)
        for name, value in zip(names, values, strict=True)
    }


def unit(
    name: str = "Chi cục THADS huyện A",
    kind: str = BRANCH_KIND,
    cases: Figures = GOOD_CASES,
    money: Figures = GOOD_MONEY,
    judgments: dict[str, bool | None] | None = None,
) -> Row:
    """A collective; meets everything unless told otherwise."""
    return Row(Base.COLLECTIVE, name, "", kind, False, figures(cases, money), {**UNIT_JUDGMENTS, **(judgments or {})})


def person(
    name: str = "Thư ký 01",
    of: str = "Chi cục THADS huyện A",
    kind: str = "Thư ký",
    head: bool = False,
    cases: Figures = (None, None, None),
    money: Figures = (None, None, None),
    judgments: dict[str, bool | None] | None = None,
) -> Row:
    """Someone who is no Chấp hành viên and meets everything unless told otherwise."""
    return Row(Base.INDIVIDUAL, name, of, kind, head, figures(cases, money), {**OWN_JUDGMENTS, **(judgments or {})})


def officer(name: str = "Chấp hành viên 01", cases: Figures = (90, 80, 70), money: Figures = (5 * TY, 4 * TY, 3 * TY)) -> Row:
    """A Chấp hành viên who meets everything unless told otherwise."""
    return person(name, kind=OFFICER_KIND, cases=cases, money=money)


def run(
    plan: Plan,
    *rows: Row,
    sanctions: tuple[Sanction, ...] | None = (),
    dossiers: tuple[DossierRecord, ...] | None = None,
) -> dict[str, SubjectResult]:
    """Results by name."""
    found = evaluate(plan, statistics(*rows, sanctions=sanctions, dossiers=dossiers))
    return {subject.row.name: subject for subject in found.subjects}


def statistics(*rows: Row, sanctions: tuple[Sanction, ...] | None = (), dossiers: tuple[DossierRecord, ...] | None = None) -> Statistics:
    """Rows by their base."""
    collectives = tuple(row for row in rows if row.base is Base.COLLECTIVE)
    return Statistics(collectives, tuple(row for row in rows if row.base is Base.INDIVIDUAL), sanctions, dossiers)


def reprimand(signed: date, name: str = "Thư ký 01", form: str = "khiển trách") -> Sanction:
    """A decision on someone of huyện A."""
    return Sanction(name, "Chi cục THADS huyện A", form, signed)
