"""Which rules count on which occasion, rule by rule."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.cli.standins import BRANCH, OFFICER, PLAN
from thads_dsl.model.dates import Period
from thads_dsl.model.occasions import WHOLE, Occasion, occasions, quotas_of, same_award, standards_asked, standards_of
from thads_dsl.model.place import Place
from thads_dsl.model.rules import QualifiesFor, Quota, Standard, Wave
from thads_dsl.model.statistics import Subject

FIRST, SECOND = "đợt 1", "đợt 2"
WAVES = tuple(
    Wave(id=label, place=Place(("I",)), line=1, text=label, ordinal=at, label=label, period=Period(date(2026, at, 1), date(2026, at, 28)))
    for at, label in enumerate((FIRST, SECOND), 1)
)


def standard(id: str, award: str = "Giấy khen", wave: str = "", subject: Subject = BRANCH) -> Standard:
    return Standard(id=id, place=Place((id,)), line=1, text=id, wave=wave, award=award, subject=subject, conditions=())


def quota(id: str, award: str = "", wave: str = "", after: tuple[str, ...] = ()) -> Quota:
    return replace(PLAN.quotas[0], id=id, award=award, wave=wave, after=after)


def test_without_waves_and_with_one_award_there_is_one_occasion() -> None:
    assert occasions(replace(PLAN, waves=WAVES)) == (WHOLE,)  # the waves only have targets
    assert WHOLE.title == ""


def test_awards_for_different_people_share_an_occasion() -> None:
    plan = replace(PLAN, standards=(standard("1"), standard("2", "Bằng khen", subject=OFFICER)))
    assert occasions(plan) == (WHOLE,)


def test_awards_that_the_same_people_may_get_are_apart() -> None:
    plan = replace(PLAN, standards=(standard("1"), standard("2", "Bằng khen")))
    assert occasions(plan) == (Occasion("Giấy khen"), Occasion("Bằng khen"))


def test_the_whole_campaign_is_an_occasion_beside_the_waves_where_it_has_standards() -> None:
    plan = replace(PLAN, waves=WAVES, standards=(standard("1", wave=FIRST), standard("2")), quotas=())
    assert [occasion.wave for occasion in occasions(plan)] == [FIRST, ""]


def test_a_rule_of_another_wave_does_not_count() -> None:
    assert Occasion(wave=FIRST).takes(standard("1", wave=FIRST))
    assert Occasion(wave=FIRST).takes(standard("1"))
    assert not Occasion(wave=FIRST).takes(standard("1", wave=SECOND))
    assert WHOLE.takes(standard("1", wave=SECOND))


def test_places_belong_to_their_wave_and_award() -> None:
    quotas = (quota("a", "Giấy khen", FIRST), quota("b", "Bằng khen", FIRST), quota("c", "Giấy khen", SECOND))
    plan = replace(PLAN, waves=WAVES, standards=(standard("1", wave=FIRST), standard("2", "Bằng khen", FIRST)), quotas=quotas)
    assert [each.id for each in quotas_of(plan, Occasion("Giấy khen", FIRST))] == ["a"]
    assert [each.id for each in quotas_of(plan, Occasion("Bằng khen", FIRST))] == ["b"]


def test_an_award_without_standards_goes_to_those_it_is_chosen_from() -> None:
    quotas = (quota("a", "Giấy khen"), quota("b", "Bằng khen"), quota("c", "Cờ thi đua", after=("b",)))
    plan = replace(PLAN, standards=(standard("1"), standard("2", "Bằng khen")), quotas=quotas)
    assert [each.id for each in quotas_of(plan, Occasion("Giấy khen"))] == ["a"]
    assert [each.id for each in quotas_of(plan, Occasion("Bằng khen"))] == ["b", "c"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Giấy khen", "Giấy khen của Cục trưởng", True),
        ("giấy khen", "Giấy khen", True),
        ("", "Bằng khen", True),
        ("Giấy khen", "Bằng khen", False),
    ],
)
def test_an_award_may_be_named_with_its_post(one: str, other: str, same: bool) -> None:
    assert same_award(one, other) is same_award(other, one) is same


def test_another_award_is_asked_for_in_the_same_wave_else_in_the_whole_campaign() -> None:
    asked = QualifiesFor(id="q", place=Place(("q",)), line=1, text="q", wave=FIRST, award="Giấy khen")
    common, own, other = standard("1"), standard("2", wave=FIRST), standard("3", "Bằng khen", FIRST)
    assert standards_asked(replace(PLAN, standards=(common, own, other)), asked) == (own,)
    assert standards_asked(replace(PLAN, standards=(common, other)), asked) == (common,)
    assert standards_of(replace(PLAN, standards=(common, own)), WHOLE) == (common,)
