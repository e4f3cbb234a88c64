"""Of what all chosen are made up, while some places are still open: what is certain already is told, what may change is not settled."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.unit.evaluate.hau_giang import BRANCH_KIND, OFFICER_KIND
from tests.unit.evaluate.statistics import officer, person, run, unit
from tests.unit.evaluate.test_races import OFFICERS, PEOPLE, plan, quota, said
from thads_dsl.model.award_places import Composition
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import Proposal
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base, Row, Subject

CLERKS = Subject("Thư ký", Base.INDIVIDUAL, ("Thư ký",))
UNITS = ("Chi cục THADS huyện A", "Chi cục THADS huyện B", "Chi cục THADS huyện C")


def awards(*parts: Composition) -> Plan:
    """One place in each unit, all together made up so; one of them is chosen for the next level."""
    each = quota(subject=PEOPLE, limit=1, per_unit=(BRANCH_KIND,))
    whole = replace(quota("VI", subject=PEOPLE, limit=None), compositions=parts, after=("V",))
    higher: Quota = replace(quota("VII", subject=PEOPLE, limit=2), after=("V", "VI"))
    return plan(each, whole, higher)


def rows(*, second_b: bool = True) -> list[Row]:
    """A clerk alone in A, two officers in B, where the council must choose, a clerk alone in C."""
    own = [person("Thư ký A"), replace(officer("Chấp hành viên B1"), unit=UNITS[1]), person("Thư ký C", of=UNITS[2])]
    more = [replace(officer("Chấp hành viên B2"), unit=UNITS[1])] if second_b else []
    return [*(unit(name) for name in UNITS), *own, *more]


def at_most(percent: int) -> Composition:
    return Composition(CLERKS, Fraction(percent), percent=True, capped=True)


def note(meant: Plan) -> str:
    return next(each.note for each in run(meant, *rows())["Thư ký A"].quotas if each.quota == "VI")


def test_more_than_a_cap_lets_in_whoever_is_still_chosen_is_told_and_nobody_of_it_goes_on() -> None:
    meant = awards(at_most(50))  # two clerks of three at most, whoever of B is chosen
    found = said(meant, *rows())
    assert found["Thư ký A"] == [Proposal.COMPOSITION, Proposal.COMPOSITION, Proposal.WAITS_BEFORE]
    assert note(meant).endswith("đã vượt dù chọn đủ số còn lại: hiện có 2 trong 2")


def test_who_may_be_one_too_many_waits() -> None:
    meant = awards(at_most(70))  # two of three are allowed, two of two are not
    assert said(meant, *rows())["Thư ký A"] == [Proposal.PROPOSED, Proposal.WAITS, Proposal.WAITS_BEFORE]
    assert said(meant, *rows(second_b=False))["Thư ký A"] == [Proposal.PROPOSED, Proposal.PROPOSED, Proposal.COUNCIL_CHOOSES]
    assert note(meant).endswith(", hiện có 2 trong 2")


@pytest.mark.parametrize("part", [at_most(100), Composition(OFFICERS, Fraction(0), percent=True)])
def test_what_holds_whoever_is_still_chosen_is_not_spoken_of(part: Composition) -> None:
    meant = awards(part)
    assert said(meant, *rows())["Thư ký A"][:2] == [Proposal.PROPOSED, Proposal.PROPOSED]
    assert note(meant) == ""


def test_enough_so_far_is_not_called_too_few() -> None:
    meant = awards(Composition(CLERKS, Fraction(60), percent=True))
    assert note(meant) == ""  # two of two, of three at least two
    meant = awards(Composition(CLERKS, Fraction(70), percent=True))
    assert note(meant).endswith("ít nhất 70% là Thư ký, hiện có 2 trong 2")


def test_too_few_whoever_is_still_chosen_is_told() -> None:
    meant = awards(Composition(Subject(OFFICER_KIND, Base.INDIVIDUAL, (OFFICER_KIND,)), Fraction(50), percent=True))
    assert "không thể đủ dù chọn đủ số còn lại: mới có 0 trong 2" in note(meant)
    assert said(meant, *rows())["Thư ký A"][1] is Proposal.COMPOSITION
