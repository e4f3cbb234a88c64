"""Places by hand: the order of the text, ties, small units, shares, two caps, the next level, composition, files, exclusions."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.unit.evaluate.hau_giang import BRANCH_KIND, DOCUMENTS, OFFICER_KIND, hau_giang
from tests.unit.evaluate.statistics import officer, person, run, statistics, unit
from tests.unit.python_scorer.running import Scorer
from tests.unit.python_scorer.test_parity import agree
from thads_dsl.model.award_places import Composition, RankKey, Share, SmallUnits
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.place import Place
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import Proposal, Verdict
from thads_dsl.model.rules import Exclusion, FileFault, Quota, SomeOf
from thads_dsl.model.statistics import Base, DossierRecord, Row, Subject
from thads_dsl.model.units import Facet

PLAN = hau_giang()
MONEY = next(each.key for each in PLAN.quantities if each.numerator is not None and each.facet is Facet.MONEY)
CASES = next(each.key for each in PLAN.quantities if each.numerator is not None and each.facet is Facet.CASES)
OFFICERS = Subject(OFFICER_KIND, Base.INDIVIDUAL, (OFFICER_KIND,))
PEOPLE = Subject("cá nhân", Base.INDIVIDUAL)
UNITS = Subject("tập thể", Base.COLLECTIVE)
HERE = Place(("V",))
NEAR = "Chi cục THADS huyện A"


def quota(id: str = "V", subject: Subject = OFFICERS, limit: int | None = 2, per_unit: tuple[str, ...] = ()) -> Quota:
    return Quota(id=id, place=HERE, line=1, text=id, subject=subject, limit=limit, per_unit=per_unit, council_chooses=False)


def plan(*quotas: Quota, exclusions: tuple[Exclusion, ...] = ()) -> Plan:
    return replace(PLAN, quotas=quotas, exclusions=exclusions)


def by_money(*done: int | None) -> list[Row]:
    """Officers who finished so much of 100 đồng, in this order; all meet their targets."""
    return [officer(f"Người {count}", money=(100, 100, money)) for count, money in enumerate(done, 1)]


def said(meant: Plan, *rows: Row, dossiers: tuple[DossierRecord, ...] | None = None) -> dict[str, list[Proposal]]:
    """Proposals by name, once the scorer has been found to say the same."""
    agree(Scorer.of(meant), meant, statistics(*rows, dossiers=dossiers))
    return {name: [each.proposal for each in subject.quotas] for name, subject in run(meant, *rows, dossiers=dossiers).items()}


RANKED = replace(quota(), ranking=(RankKey(MONEY, greatest_first=True),))


def test_places_go_to_the_first_of_the_order_and_a_tie_at_the_cut_waits_for_the_council() -> None:
    found = said(plan(RANKED), unit(), *by_money(52, 48, 48, 47))
    assert [found[f"Người {count}"] for count in range(1, 5)] == [
        [Proposal.PROPOSED], [Proposal.TIED], [Proposal.TIED], [Proposal.NO_MORE],
    ]  # fmt: skip


def test_a_tie_that_fits_is_no_tie() -> None:
    found = said(plan(RANKED), unit(), *by_money(52, 52, 47))
    assert found["Người 1"] == found["Người 2"] == [Proposal.PROPOSED] and found["Người 3"] == [Proposal.NO_MORE]


def test_the_second_key_parts_those_whom_the_first_leaves_equal() -> None:
    keys = (RankKey(MONEY, greatest_first=True), RankKey(CASES, greatest_first=False))
    rows = [officer(name, cases=(90, 80, done), money=(100, 100, 60)) for name, done in (("A", 78), ("B", 77), ("C", 76))]
    found = said(plan(replace(quota(), ranking=keys)), unit(), *rows)
    assert (found["C"], found["B"], found["A"]) == ([Proposal.PROPOSED], [Proposal.PROPOSED], [Proposal.NO_MORE])


def test_who_cannot_be_put_in_order_makes_those_wait_whom_it_could_push_out() -> None:
    found = said(plan(replace(RANKED, subject=PEOPLE)), unit(), *by_money(90, 80, 70), person("Người 4"))
    assert found["Người 4"] == [Proposal.UNRANKED]
    assert (found["Người 1"], found["Người 2"], found["Người 3"]) == ([Proposal.PROPOSED], [Proposal.WAITS], [Proposal.NO_MORE])


@pytest.mark.parametrize(
    ("percent", "up_from", "count", "places"),
    [
        (15, None, 23, 3),
        (15, Fraction(0), 23, 4),
        (15, Fraction(1, 2), 23, 3),
        (15, Fraction(1, 2), 24, 4),  # 3,6
        (50, Fraction(1, 2), 3, 2),  # 1,5: the half itself counts
        (20, Fraction(0), 5, 1),  # 1: nothing to round
    ],
)
def test_a_share_is_rounded_as_the_text_says(percent: int, up_from: Fraction | None, count: int, places: int) -> None:
    assert Share(Fraction(percent), PEOPLE, up_from).of(count) == places


def test_a_share_is_of_the_rows_of_the_statistics_and_results_say_of_how_many() -> None:
    meant = plan(replace(quota(limit=None), share=Share(Fraction(50), OFFICERS, None)))
    rows = (unit(), *by_money(60, 60, 60), person())
    assert set(map(tuple, said(meant, *rows).values())) == {(), (Proposal.COUNCIL_CHOOSES,)}
    (result,) = run(meant, *rows)["Người 1"].quotas
    assert (result.limit, result.counted, result.eligible) == (1, 3, 3)
    assert result.working == "50% của 3 = 1,5, làm tròn xuống: 1"


@pytest.mark.parametrize(
    ("up_from", "count", "told"),
    [
        (None, 23, "15% của 23 = 3,45, làm tròn xuống: 3"),
        (Fraction(0), 23, "15% của 23 = 3,45, làm tròn lên: 4"),
        (Fraction(1, 2), 24, "15% của 24 = 3,6, phần lẻ từ 0,5 tính là 01: 4"),
        (None, 40, "15% của 40 = 6"),
    ],
)
def test_the_number_of_places_is_reckoned_out(up_from: Fraction | None, count: int, told: str) -> None:
    share = Share(Fraction(15), OFFICERS, up_from)
    assert share.working(count) == told
    meant = plan(replace(quota(limit=None), share=share))
    rows = (unit(), *by_money(*[60] * count))
    said(meant, *rows)
    assert run(meant, *rows)["Người 1"].quotas[0].working == told


def test_a_share_of_nobody_leaves_no_place() -> None:
    meant = plan(replace(quota(limit=None), share=Share(Fraction(10), OFFICERS, None)))
    assert said(meant, unit(), *by_money(60, 60))["Người 1"] == [Proposal.NO_MORE]


def test_a_small_unit_has_its_own_number() -> None:
    below = Interval(high=Bound(Fraction(3), closed=False))
    meant = plan(replace(quota(per_unit=(BRANCH_KIND,)), small_units=(SmallUnits(below, 1, "dưới 3 người"),)))
    assert said(meant, unit(), *by_money(60, 60))["Người 1"] == [Proposal.COUNCIL_CHOOSES]
    assert said(meant, unit(), *by_money(60, 60), person())["Người 1"] == [Proposal.PROPOSED]


def test_places_for_units_together_are_shared_by_these_units_and_no_others() -> None:
    meant = plan(replace(quota(limit=1, per_unit=(BRANCH_KIND,)), together=True))
    far = unit("Chi cục THADS huyện B")
    room = unit("Phòng Nghiệp vụ", "Phòng chuyên môn")
    rows = [replace(row, unit=of) for row, of in zip(by_money(60, 60, 60), (NEAR, far.name, room.name), strict=True)]
    found = said(meant, unit(), far, room, *rows)
    assert found["Người 1"] == found["Người 2"] == [Proposal.COUNCIL_CHOOSES]
    assert found["Người 3"] == [Proposal.NO_PLACE]


def test_of_two_caps_the_whole_one_counts_only_those_who_pass_the_first() -> None:
    inner = replace(RANKED, id="trong", limit=1, per_unit=(BRANCH_KIND,))
    outer = replace(RANKED, id="ngoài", limit=2, after=("trong",))
    far = unit("Chi cục THADS huyện B")
    first, second, third = by_money(90, 80, 70)
    found = said(plan(inner, outer), unit(), far, first, second, replace(third, unit=far.name))
    assert found["Người 1"] == found["Người 3"] == [Proposal.PROPOSED, Proposal.PROPOSED]
    assert found["Người 2"] == [Proposal.NO_MORE]


def test_the_next_level_waits_until_the_first_is_chosen() -> None:
    first, second = quota("một", limit=1), replace(quota("hai", limit=1), after=("một",), award="Bằng khen")
    assert said(plan(first, second), unit(), *by_money(60, 60))["Người 1"] == [Proposal.COUNCIL_CHOOSES, Proposal.WAITS_BEFORE]
    assert said(plan(first, second), unit(), *by_money(60))["Người 1"] == [Proposal.PROPOSED, Proposal.PROPOSED]


def test_where_nothing_arose_the_candidate_comes_last_from_whichever_end_and_equals_are_tied() -> None:
    last = [officer(name, money=(0, 0, 0)) for name in ("Người 3", "Người 4")]
    for greatest_first in (True, False):
        ranked = replace(RANKED, ranking=(RankKey(MONEY, greatest_first),))
        found = said(plan(ranked), unit(), *by_money(90, 80), *last)
        assert found["Người 1"] == found["Người 2"] == [Proposal.PROPOSED]
        assert found["Người 3"] == found["Người 4"] == [Proposal.NO_MORE]
        assert said(plan(replace(ranked, limit=3)), unit(), *by_money(90, 80), *last)["Người 4"] == [Proposal.TIED]


def test_places_kept_for_a_part_go_to_its_best_and_the_last_of_the_others_go_out() -> None:
    others = Subject("cá nhân không là Thủ trưởng", Base.INDIVIDUAL, (), (PLAN.head_kind,))
    meant = plan(replace(RANKED, limit=1, compositions=(Composition(others, Fraction(50), percent=True),)))
    leader, other = by_money(90, 60)
    rows = (unit(), replace(leader, head=True), other)
    assert said(meant, *rows) == {NEAR: [], "Người 1": [Proposal.KEPT], "Người 2": [Proposal.PROPOSED]}
    (result,) = run(meant, *rows)["Người 1"].quotas
    assert result.words == "đủ điều kiện, số lượng còn lại dành cho cá nhân không là Thủ trưởng"


def test_a_composition_that_nobody_can_make_up_is_reported() -> None:
    nobody = Subject("Thư ký", Base.INDIVIDUAL, ("Thư ký",))
    meant = plan(replace(quota(limit=2), compositions=(Composition(nobody, Fraction(1), percent=False),)))
    (result,) = run(meant, unit(), *by_money(60, 60))["Người 1"].quotas
    assert result.note == "trong 2 được chọn phải có ít nhất 1 Thư ký, chỉ có 0 đủ điều kiện"


@pytest.mark.parametrize(("held", "proposal"), [(False, Proposal.LACKS_FILE), (True, Proposal.PROPOSED), (None, Proposal.PROPOSED)])
def test_who_lacks_a_document_keeps_the_place_and_is_told(held: bool | None, proposal: Proposal) -> None:
    file = DossierRecord("Người 1", NEAR, dict.fromkeys(DOCUMENTS, True) | {DOCUMENTS[0]: held}, date(2024, 6, 30))
    found = said(plan(quota(limit=1)), unit(), *by_money(60), dossiers=(file,))
    assert found["Người 1"] == [proposal]


def late(day: int) -> DossierRecord:
    """The complete file of the first officer, due on 30/6/2024, that came on a day of July."""
    return DossierRecord("Người 1", NEAR, dict.fromkeys(DOCUMENTS, True), date(2024, 7, day))


def test_a_late_file_says_beside_the_place_that_the_council_decides() -> None:
    for rows, proposal in ((by_money(60), Proposal.LACKS_FILE), (by_money(60, 60), Proposal.COUNCIL_CHOOSES)):
        said(plan(quota(limit=1)), unit(), *rows, dossiers=(late(5),))
        (result,) = run(plan(quota(limit=1)), unit(), *rows, dossiers=(late(5),))["Người 1"].quotas
        assert (result.proposal, result.note) == (proposal, "hồ sơ thiếu hoặc quá hạn, Hội đồng quyết định có xét hay không")


REFUSED = Exclusion(id="VI", place=HERE, line=1, text="Hồ sơ muộn không xét", subject=OFFICERS, faults=(FileFault.LATE,))


def test_where_the_plan_refuses_late_files_the_place_goes_to_the_next() -> None:
    meant = plan(replace(RANKED, limit=1), exclusions=(REFUSED,))
    in_time = replace(late(5), name="Người 2", received=date(2024, 6, 30))
    found = run(meant, unit(), *by_money(60, 50), dossiers=(late(5), in_time))
    assert said(meant, unit(), *by_money(60, 50), dossiers=(late(5), in_time)) == {
        NEAR: [], "Người 1": [], "Người 2": [Proposal.PROPOSED],
    }  # fmt: skip
    assert found["Người 1"].eligible is Verdict.NOT_APPLICABLE
    assert [each.reasons for each in found["Người 1"].conditions if each.rule == "VI"] == [
        ("không xét: hồ sơ nhận ngày 05/7/2024, ngày cuối là 30/6/2024",)
    ]


@pytest.mark.parametrize("dossiers", [None, ()])
def test_a_file_of_which_nothing_is_known_is_not_late(dossiers: tuple[DossierRecord, ...] | None) -> None:
    meant = plan(quota(), exclusions=(REFUSED,))
    assert run(meant, unit(), *by_money(60), dossiers=dossiers)["Người 1"].eligible is Verdict.UNKNOWN
    said(meant, unit(), *by_money(60), dossiers=dossiers)


def test_a_file_refused_because_it_lacks_something_need_not_be_late() -> None:
    meant = plan(quota(), exclusions=(replace(REFUSED, faults=(FileFault.INCOMPLETE,)),))
    for held, verdict in ((False, Verdict.NOT_APPLICABLE), (True, Verdict.MET), (None, Verdict.UNKNOWN)):
        file = replace(late(5), documents=dict.fromkeys(DOCUMENTS, True) | {DOCUMENTS[0]: held})
        assert run(meant, unit(), *by_money(60), dossiers=(file,))["Người 1"].eligible is verdict
        said(meant, unit(), *by_money(60), dossiers=(file,))


def test_what_the_authority_decides_is_not_computed() -> None:
    assert said(plan(replace(quota(limit=None), by_authority=True)), unit(), *by_money(60))["Người 1"] == [Proposal.ELSEWHERE]


QUESTION = Exclusion(id="VI", place=HERE, line=1, text="Người nghỉ dài ngày", subject=OFFICERS, question="Người nghỉ dài ngày")


@pytest.mark.parametrize(("answer", "verdict"), [(True, Verdict.NOT_APPLICABLE), (False, Verdict.MET), (None, Verdict.UNKNOWN)])
def test_who_is_not_considered_is_not_one_who_fails(answer: bool | None, verdict: Verdict) -> None:
    meant = plan(quota(), exclusions=(QUESTION,))
    (row,) = by_money(60)
    row = replace(row, judgments={**row.judgments, QUESTION.key: answer})
    found = run(meant, unit(), row)["Người 1"]
    assert found.eligible is verdict
    assert bool(found.quotas) is (answer is not True)
    said(meant, unit(), row)


def test_a_failed_standard_outweighs_a_question_that_nobody_answered() -> None:
    meant = plan(quota(), exclusions=(QUESTION,))
    assert run(meant, unit(), *by_money(1))["Người 1"].eligible is Verdict.FAILED


def test_of_a_list_the_conditions_of_one_item_hold_together() -> None:
    first, *others = PLAN.standards
    judged, disciplined = first.conditions[3:5]
    some = SomeOf(id="IV", place=HERE, line=1, text="", least=1, exactly=False, items=((judged, disciplined),))
    meant = replace(PLAN, standards=(replace(first, conditions=(some,)), *others))
    found = run(meant, unit(), sanctions=None)[NEAR]
    assert found.eligible is Verdict.UNKNOWN
    assert [each.part_of for each in found.conditions] == [None, "IV", "IV"]


def test_down_the_order_who_comes_after_a_part_is_full_is_passed_over() -> None:
    heads = Subject("Thủ trưởng đơn vị", Base.INDIVIDUAL, (PLAN.head_kind,))
    meant = plan(replace(RANKED, limit=2, compositions=(Composition(heads, Fraction(100, 3), percent=True, capped=True),)))
    leader, other, third = by_money(90, 70, 60)
    rows = (unit(), replace(leader, head=True), other, third)
    found = said(meant, *rows)
    assert (found["Người 1"], found["Người 2"], found["Người 3"]) == ([Proposal.PART_FULL], [Proposal.PROPOSED], [Proposal.PROPOSED])
    (result,) = run(meant, *rows)["Người 1"].quotas
    assert result.words == "đủ điều kiện, hết số lượng dành cho Thủ trưởng đơn vị" and not result.note


def test_fewer_are_chosen_where_more_cannot_be_made_up_as_asked() -> None:
    heads = Subject("Thủ trưởng đơn vị", Base.INDIVIDUAL, (PLAN.head_kind,))
    meant = plan(replace(RANKED, limit=4, compositions=(Composition(heads, Fraction(50), percent=True, capped=True),)))
    leaders = [replace(row, head=True) for row in by_money(90, 70, 60)]
    rows = (unit(), *leaders, officer("Người 4", money=(100, 100, 50)))
    found = said(meant, *rows)
    assert [found[f"Người {count}"] for count in range(1, 5)] == [
        [Proposal.PROPOSED], [Proposal.PART_FULL], [Proposal.PART_FULL], [Proposal.PROPOSED],
    ]  # fmt: skip
    (result,) = run(meant, *rows)["Người 1"].quotas
    assert result.note == "chỉ chọn được 2 để đúng cơ cấu: không quá 50% là Thủ trưởng đơn vị"


def test_people_whose_figures_are_not_known_hold_up_no_more_places_than_their_part_has() -> None:
    clerks = Subject("Thư ký", Base.INDIVIDUAL, ("Thư ký",))
    meant = plan(replace(RANKED, subject=PEOPLE, limit=3, compositions=(Composition(clerks, Fraction(1), percent=False, capped=True),)))
    found = said(meant, unit(), *by_money(90, 80, 70, 60), *(person(f"Người {count}") for count in (5, 6, 7)))
    assert [found[f"Người {count}"] for count in range(1, 6)] == [
        [Proposal.PROPOSED], [Proposal.PROPOSED], [Proposal.WAITS], [Proposal.NO_MORE], [Proposal.UNRANKED],
    ]  # fmt: skip


def test_a_third_of_three_is_one_and_not_less() -> None:
    part = Composition(Subject("Chấp hành viên", Base.INDIVIDUAL), Fraction(100, 3), percent=True, capped=True)
    assert [part.of(chosen) for chosen in (2, 3, 6)] == [0, 1, 2]
    assert [replace(part, capped=False).of(chosen) for chosen in (2, 3, 4)] == [1, 1, 2]


def test_of_all_chosen_in_whichever_unit_the_council_minds_the_parts_and_nobody_is_proposed_beside_that() -> None:
    clerks = Subject("Thư ký", Base.INDIVIDUAL, ("Thư ký",))
    inner = replace(RANKED, id="trong", subject=PEOPLE, limit=1, per_unit=(BRANCH_KIND,))
    whole = replace(
        quota("chung", PEOPLE, limit=None), after=("trong",), compositions=(Composition(clerks, Fraction(50), percent=True, capped=False),)
    )
    far = unit("Chi cục THADS huyện B")
    near_best, far_best = by_money(90, 80)
    rows = (unit(), far, near_best, replace(far_best, unit=far.name))
    found = said(plan(inner, whole), *rows)
    assert found["Người 1"] == [Proposal.COMPOSITION, Proposal.COMPOSITION]
    (_, result) = run(plan(inner, whole), *rows)["Người 1"].quotas
    assert result.note == "trong tổng số được chọn ít nhất 50% là Thư ký, mới có 0 trong 2"
    capped = replace(whole, compositions=(Composition(OFFICERS, Fraction(1), percent=False, capped=True),))
    assert said(plan(inner, capped), *rows)["Người 1"] == [Proposal.COMPOSITION, Proposal.COMPOSITION]


def test_who_has_a_place_of_one_of_two_numbers_is_one_of_all_chosen() -> None:
    first, second = replace(RANKED, id="một", limit=1), replace(RANKED, id="hai", limit=2)
    whole = replace(
        quota("chung", limit=None), after=("một", "hai"), compositions=(Composition(OFFICERS, Fraction(3), percent=False, capped=True),)
    )
    found = said(plan(first, second, whole), unit(), *by_money(90, 80, 70))
    assert found["Người 2"] == [Proposal.NO_MORE, Proposal.PROPOSED, Proposal.PROPOSED]
    assert found["Người 3"] == [Proposal.NO_MORE, Proposal.NO_MORE]
