"""Tiêu chuẩn, số lượng and hồ sơ by hand."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from tests.unit.evaluate.hau_giang import (
    DISCIPLINE,
    DOCUMENTS,
    EXCELLENT,
    MEASURED,
    OPERATIONS_ROOM,
    OWN_EXCELLENT,
    ROOM_KIND,
    ROOMS,
    UNITED,
    hau_giang,
)
from tests.unit.evaluate.statistics import officer, person, reprimand, run, statistics, unit
from thads_dsl.evaluate import evaluate
from thads_dsl.evaluate.targets import covers
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import ConditionResult, Proposal, SubjectResult, Verdict
from thads_dsl.model.rules import Condition, Exclusion, Judged, NotDisciplined, QualifiesFor, SomeOf, TargetsMet, Whose
from thads_dsl.model.statistics import DossierRecord, Kind, Row, Sanction

PLAN = hau_giang()
BRANCH = "Chi cục THADS huyện A"
IN_TIME, LATE = date(2024, 6, 30), date(2024, 7, 1)


def condition(subject: SubjectResult, rule: str) -> ConditionResult:
    return next(each for each in subject.conditions if each.rule == rule)


def some_standard(least: int, *conditions: Condition, exactly: bool = False) -> Plan:
    """The plan with so many of these conditions for collectives, each an item of its own."""
    first, *others = PLAN.standards
    items = tuple((condition,) for condition in conditions)
    some = SomeOf(id="IV", place=first.place, line=1, text="", least=least, exactly=exactly, items=items)
    return replace(PLAN, standards=(replace(first, conditions=(some,)), *others))


def any_standard() -> Plan:
    """The plan with “một trong các điều kiện” for collectives."""
    return some_standard(1, *PLAN.standards[0].conditions)


def test_a_subject_that_meets_everything_is_eligible() -> None:
    results = run(PLAN, unit(), officer(), person())
    assert {subject.eligible for subject in results.values()} == {Verdict.MET}


def test_a_judgment_that_is_not_there_waits_for_the_council() -> None:
    subject = run(PLAN, unit(judgments={UNITED: None}))[BRANCH]
    assert condition(subject, "IV.2.1-3").reasons == ("chờ Hội đồng bình xét",)
    assert subject.eligible is Verdict.UNKNOWN


def test_a_failed_part_outweighs_an_unknown_one() -> None:
    assert run(PLAN, unit(judgments={UNITED: None, EXCELLENT: False}))[BRANCH].eligible is Verdict.FAILED


def test_a_failed_target_fails_the_award() -> None:
    subject = run(PLAN, unit(cases=(700, 500, 384)))[BRANCH]
    assert condition(subject, "IV.2.1-2").reasons == ("không đạt chỉ tiêu tại III.3.1-1+2", "đạt chỉ tiêu tại III.3.1-2+2")
    assert subject.eligible is Verdict.FAILED


def test_a_target_that_is_not_applicable_is_left_out() -> None:
    subject = run(PLAN, unit(cases=(700, 0, 0)))[BRANCH]
    assert condition(subject, "IV.2.1-2").verdict is Verdict.MET
    assert "chỉ tiêu tại III.3.1-1+2: không phát sinh" in condition(subject, "IV.2.1-2").reasons


def test_targets_of_which_none_applies_do_not_apply() -> None:
    subject = run(PLAN, unit("Văn phòng", ROOM_KIND))["Văn phòng"]
    assert condition(subject, "IV.2.1-2").verdict is Verdict.NOT_APPLICABLE
    assert subject.eligible is Verdict.MET


def test_an_unplaced_subject_is_asked_of_the_whole_table() -> None:
    subject = run(PLAN, unit(cases=(None, 500, 400)))[BRANCH]
    assert condition(subject, "IV.2.1-2").verdict is Verdict.UNKNOWN
    assert "chỉ tiêu tại III.3.1-1+2: chưa đủ căn cứ xét: thiếu Tổng số giải quyết, số việc" in condition(subject, "IV.2.1-2").reasons


def test_targets_that_a_condition_does_not_name_do_not_count_in_it() -> None:
    collective, individual = PLAN.standards
    first, *others = collective.conditions
    assert isinstance(first, TargetsMet)
    narrowed = replace(collective, conditions=(replace(first, targets=("III.3.1-1+3",)), *others))
    subject = run(replace(PLAN, standards=(narrowed, individual)), unit(cases=(700, 500, 0)))[BRANCH]
    assert condition(subject, "IV.2.1-2").verdict is Verdict.NOT_APPLICABLE


def test_one_of_several_conditions_is_enough_where_the_text_says_so() -> None:
    some = {UNITED: False, EXCELLENT: None}
    assert run(any_standard(), unit(judgments=some))[BRANCH].eligible is Verdict.MET
    assert run(PLAN, unit(judgments=some))[BRANCH].eligible is Verdict.FAILED


def test_any_of_unknown_and_failed_is_unknown() -> None:
    plan = some_standard(1, *PLAN.standards[0].conditions[1:3])
    subject = run(plan, unit(judgments={UNITED: None, EXCELLENT: False}))[BRANCH]
    assert subject.eligible is Verdict.UNKNOWN


def test_any_of_leaves_out_what_does_not_apply() -> None:
    room = unit("Văn phòng", ROOM_KIND, judgments={EXCELLENT: False})
    assert run(some_standard(1, *PLAN.standards[0].conditions[0:2]), room)["Văn phòng"].eligible is Verdict.FAILED


@pytest.mark.parametrize(
    ("signed", "verdict"),
    [
        (date(2023, 9, 30), Verdict.MET),
        (MEASURED.first, Verdict.FAILED),
        (MEASURED.last, Verdict.FAILED),
        (date(2024, 7, 1), Verdict.MET),
    ],
)
def test_both_days_of_the_window_belong_to_it(signed: date, verdict: Verdict) -> None:
    subject = run(PLAN, unit(), person(), sanctions=(reprimand(signed),))["Thư ký 01"]
    assert condition(subject, "IV.2.1-5+3 (2)").verdict is verdict


def test_a_decision_is_named_with_its_form_and_day() -> None:
    sanctions = (reprimand(date(2024, 3, 15), form="cảnh cáo"), reprimand(date(2024, 2, 5)))
    subject = run(PLAN, unit(), person(), sanctions=sanctions)["Thư ký 01"]
    assert condition(subject, "IV.2.1-5+3 (2)").reasons == (
        "bị kỷ luật khiển trách, quyết định ký ngày 05/02/2024",
        "bị kỷ luật cảnh cáo, quyết định ký ngày 15/3/2024",
    )


def test_a_unit_answers_for_its_members_and_for_no_others() -> None:
    other = "Chi cục THADS huyện B"
    results = run(PLAN, unit(), unit(other), person(), person("Thư ký 02"), sanctions=(reprimand(date(2024, 3, 15)),))
    failed = condition(results[BRANCH], "IV.2.1-4 (2)")
    assert failed.reasons == ("Thư ký 01 bị kỷ luật khiển trách, quyết định ký ngày 15/3/2024",)
    assert (results[other].eligible, results["Thư ký 02"].eligible) == (Verdict.MET, Verdict.MET)


def test_a_namesake_in_another_unit_is_another_person() -> None:
    other = Sanction("Thư ký 01", "Chi cục THADS huyện B", "khiển trách", date(2024, 3, 15))
    assert run(PLAN, unit(), person(), sanctions=(other,))["Thư ký 01"].eligible is Verdict.MET


def test_only_the_forms_of_the_condition_count() -> None:
    def from_warning(rule: NotDisciplined) -> NotDisciplined:
        return replace(rule, forms=DISCIPLINE[1:])

    standards = tuple(
        replace(each, conditions=tuple(from_warning(rule) if isinstance(rule, NotDisciplined) else rule for rule in each.conditions))
        for each in PLAN.standards
    )
    milder = run(replace(PLAN, standards=standards), unit(), person(), sanctions=(reprimand(date(2024, 3, 15)),))
    assert milder["Thư ký 01"].eligible is Verdict.MET


def test_without_a_window_every_day_counts() -> None:
    collective, individual = PLAN.standards
    *others, last = individual.conditions
    assert isinstance(last, NotDisciplined) and last.whose is Whose.OWN
    always = replace(individual, conditions=(*others, replace(last, window=None)))
    subject = run(replace(PLAN, standards=(collective, always)), unit(), person(), sanctions=(reprimand(date(1999, 1, 1)),))["Thư ký 01"]
    assert subject.eligible is Verdict.FAILED


def test_without_the_table_of_discipline_nothing_is_known() -> None:
    subject = run(PLAN, unit(), person(), sanctions=None)["Thư ký 01"]
    assert condition(subject, "IV.2.1-5+3 (2)").reasons == ("chưa có bảng Kỷ luật",)
    assert subject.eligible is Verdict.UNKNOWN


def test_a_subject_of_no_standard_is_not_among_those_considered() -> None:
    only_units = replace(PLAN, standards=PLAN.standards[:1])
    subject = run(only_units, unit(), person())["Thư ký 01"]
    assert (subject.eligible, subject.quotas) == (Verdict.NOT_APPLICABLE, ())


@pytest.mark.parametrize(("judgment", "verdict"), [(True, Verdict.MET), (None, Verdict.UNKNOWN), (False, Verdict.FAILED)])
def test_a_head_needs_the_standards_of_its_unit_too(judgment: bool | None, verdict: Verdict) -> None:
    rows = (unit(judgments={UNITED: judgment}), person(head=True), person("Thư ký 02"))
    results = run(PLAN, *rows)
    assert results["Thư ký 01"].eligible is verdict
    assert condition(results["Thư ký 01"], "IV.2.1-5 (2)").verdict is verdict
    assert results["Thư ký 02"].eligible is Verdict.MET


def test_a_head_needs_its_own_standards_as_well() -> None:
    assert run(PLAN, unit(), person(head=True, judgments={OWN_EXCELLENT: False}))["Thư ký 01"].eligible is Verdict.FAILED


def test_a_head_of_a_unit_without_statistics_is_undecided() -> None:
    subject = run(PLAN, person(head=True))["Thư ký 01"]
    assert subject.eligible is Verdict.UNKNOWN
    assert subject.conditions[-1].reasons == (f"chưa có số liệu của đơn vị {BRANCH}",)


def test_a_unit_of_no_standard_does_not_hold_its_head_back() -> None:
    only_people = replace(PLAN, standards=PLAN.standards[1:])
    subject = run(only_people, unit(), person(head=True))["Thư ký 01"]
    assert (subject.conditions[-1].verdict, subject.eligible) == (Verdict.NOT_APPLICABLE, Verdict.MET)


def rooms(*excellent: bool | None) -> list[Row]:
    """Phòng that meet everything, but for this judgment."""
    return [unit(name, ROOM_KIND, judgments={EXCELLENT: each}) for name, each in zip(ROOMS[1:], excellent, strict=False)]


def proposals(*rows: Row) -> list[Proposal]:
    return [result.proposal for subject in run(PLAN, *rows).values() for result in subject.quotas]


@pytest.mark.parametrize(
    ("excellent", "expected"),
    [
        ((True, True, False), [Proposal.PROPOSED, Proposal.PROPOSED, Proposal.NOT_ELIGIBLE]),
        ((True, True, True), [Proposal.COUNCIL_CHOOSES] * 3),
        ((True, True, None), [Proposal.WAITS, Proposal.WAITS, Proposal.PENDING]),
        ((True, None, False), [Proposal.PROPOSED, Proposal.PENDING, Proposal.NOT_ELIGIBLE]),
    ],
)
def test_two_places_for_rooms(excellent: tuple[bool | None, ...], expected: list[Proposal]) -> None:
    assert proposals(*rooms(*excellent)) == expected


def test_a_quota_tells_limit_eligible_and_pending() -> None:
    result = run(PLAN, *rooms(True, True, True), unit(OPERATIONS_ROOM, ROOM_KIND, judgments={UNITED: None}))["Văn phòng"].quotas[0]
    assert (result.quota, result.limit, result.eligible, result.pending) == ("IV.2.2-3", 2, 3, 1)


def test_no_limit_proposes_everyone() -> None:
    assert proposals(*(unit(f"Chi cục THADS huyện {letter}") for letter in "ABCDE")) == [Proposal.PROPOSED] * 5


def test_one_place_in_each_unit_is_counted_in_each_unit() -> None:
    other = "Chi cục THADS huyện B"
    units = (unit(judgments={UNITED: False}), unit(other, judgments={UNITED: False}))
    results = run(PLAN, *units, person(), person("Thư ký 02"), person("Thư ký 03", other))
    found = {name: [(each.proposal, each.eligible) for each in subject.quotas] for name, subject in results.items()}
    assert found["Thư ký 01"] == found["Thư ký 02"] == [(Proposal.COUNCIL_CHOOSES, 2)]
    assert found["Thư ký 03"] == [(Proposal.PROPOSED, 1)]


def test_a_unit_of_another_kind_has_no_place() -> None:
    plan = replace(PLAN, kinds=(*PLAN.kinds, Kind("Lãnh đạo", PLAN.kinds[0].base)))
    results = run(
        plan,
        unit("Lãnh đạo Cục", "Lãnh đạo"),
        person(of="Lãnh đạo Cục"),
        person("Thư ký 02", "Lãnh đạo Cục", judgments={OWN_EXCELLENT: None}),
    )
    assert [(each.proposal, each.limit) for each in results["Thư ký 01"].quotas] == [(Proposal.NO_PLACE, 0)]
    assert [each.proposal for each in results["Thư ký 02"].quotas] == [Proposal.PENDING]


def test_a_kind_gives_places_to_the_kinds_below_it() -> None:
    results = run(PLAN, unit(OPERATIONS_ROOM, "Phòng"), person(of=OPERATIONS_ROOM))
    assert [each.proposal for each in results["Thư ký 01"].quotas] == [Proposal.PROPOSED]


def held(**changes: bool | None) -> dict[str, bool | None]:
    return {document: changes.get(document.split()[0], True) for document in DOCUMENTS}


@pytest.mark.parametrize(
    ("documents", "received", "verdict", "missing", "unknown"),
    [
        (held(), IN_TIME, Verdict.MET, (), ()),
        (held(), LATE, Verdict.FAILED, (), ()),
        (held(Biên=False), IN_TIME, Verdict.FAILED, ("Biên bản",), ()),
        (held(Tờ=None), IN_TIME, Verdict.UNKNOWN, (), ("Tờ trình",)),
        (held(), None, Verdict.UNKNOWN, (), ("Ngày nhận hồ sơ",)),
        (held(Danh=False, Tờ=None), None, Verdict.FAILED, ("Danh sách",), ("Tờ trình", "Ngày nhận hồ sơ")),
    ],
)
def test_a_file_is_whole_and_in_time(
    documents: dict[str, bool | None], received: date | None, verdict: Verdict, missing: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    [result] = run(PLAN, unit(), dossiers=(DossierRecord(BRANCH, "", documents, received),))[BRANCH].dossiers
    assert (result.verdict, result.missing, result.unknown, result.last_day) == (verdict, missing, unknown, IN_TIME)


def test_an_eligible_subject_without_a_file_is_undecided_and_others_have_none() -> None:
    results = run(PLAN, unit(), person(judgments={OWN_EXCELLENT: False}), dossiers=())
    assert [(each.verdict, each.unknown) for each in results[BRANCH].dossiers] == [(Verdict.UNKNOWN, (*DOCUMENTS, "Ngày nhận hồ sơ"))]
    assert results["Thư ký 01"].dossiers == ()


def test_without_the_table_of_files_nothing_is_said_of_files() -> None:
    assert run(PLAN, unit(), dossiers=None)[BRANCH].dossiers == ()


def test_without_a_deadline_the_day_does_not_matter() -> None:
    plan = replace(PLAN, deadlines=())
    [result] = run(plan, unit(), dossiers=(DossierRecord(BRANCH, "", held(), None),))[BRANCH].dossiers
    assert (result.verdict, result.unknown, result.last_day) == (Verdict.MET, (), None)


def test_the_deadline_of_files_is_the_one_by_which_files_are_handed_in() -> None:
    [deadline] = PLAN.deadlines
    earlier = replace(deadline, id="V-2", what="Báo cáo sơ kết", files=False, last_day=date(2024, 5, 15))
    [result] = run(replace(PLAN, deadlines=(earlier, deadline)), unit(), dossiers=())[BRANCH].dossiers
    assert result.last_day == IN_TIME


def test_the_order_of_rows_changes_no_result() -> None:
    rows = (*rooms(True, True, None), unit(judgments={UNITED: None}), person(head=True), person("Thư ký 02"), officer())
    sanctions = (reprimand(date(2024, 3, 15)), reprimand(date(2024, 2, 5), form="cảnh cáo"))
    found = []
    for count, moved in enumerate(list(permutations(rows))[::501]):
        decisions = sanctions if count % 2 else sanctions[::-1]
        results = evaluate(PLAN, statistics(*moved, sanctions=decisions, dossiers=()))
        found.append(sorted(results.subjects, key=lambda subject: subject.row.name))
    assert len(found) > 5
    assert all(each == found[0] for each in found)


def alone(*conditions: Condition) -> Plan:
    """The plan with these conditions alone for collectives, and without a target for them."""
    first, *others = PLAN.standards
    return replace(PLAN, targets=(), judged_targets=(), standards=(replace(first, conditions=conditions), *others))


def test_to_be_without_discipline_is_no_merit() -> None:
    targets, judgment, clean = (
        next(each for each in PLAN.standards[0].conditions if isinstance(each, kind)) for kind in (TargetsMet, Judged, NotDisciplined)
    )
    assert run(alone(targets, clean), unit())[BRANCH].eligible is Verdict.NOT_APPLICABLE
    assert run(alone(clean), unit())[BRANCH].eligible is Verdict.MET  # the plan asks for nothing else
    judged = run(alone(targets, clean, judgment), unit())[BRANCH]
    assert judged.eligible is Verdict.MET
    assert condition(judged, targets.id).reasons == ("không có chỉ tiêu nào cho đối tượng này",)


@pytest.mark.parametrize(
    ("left_out_of", "answer", "verdict"),
    [
        ("Giấy khen", True, Verdict.FAILED),
        ("Giấy khen", False, Verdict.MET),
        ("Giấy khen", None, Verdict.UNKNOWN),
        ("Bằng khen", True, Verdict.NOT_APPLICABLE),
    ],
)
def test_who_is_left_out_of_an_award_does_not_qualify_for_it(left_out_of: str, answer: bool | None, verdict: Verdict) -> None:
    first = PLAN.standards[0]
    judgment = next(each for each in first.conditions if isinstance(each, Judged))
    asked = QualifiesFor(id="V", place=first.place, line=2, text="", award="Giấy khen")
    lower, higher = (replace(first, award=award) for award in ("Giấy khen", "Bằng khen"))
    question = Exclusion(id="VI", place=first.place, line=3, text="", subject=first.subject, award=left_out_of, question="đã có Cờ")
    standards = (replace(lower, conditions=(judgment,)), replace(higher, id="IV", conditions=(asked, judgment)))
    plan = replace(PLAN, standards=standards, both_standards=(), exclusions=(question,), quotas=())
    row = unit(judgments={question.key: answer})
    found = [each for each in evaluate(plan, statistics(row)).subjects if each.occasion.award == "Bằng khen"]
    assert [each.eligible for each in found] == [verdict]


def test_a_unit_is_left_out_for_the_discipline_of_its_people() -> None:
    first = PLAN.standards[0]
    rule = Exclusion(id="VI", place=first.place, line=3, text="", subject=first.subject, forms=DISCIPLINE, window=None, whose=Whose.MEMBERS)
    results = run(replace(PLAN, exclusions=(rule,)), unit(), person(), sanctions=(reprimand(date(2024, 3, 15)),))
    assert results[BRANCH].eligible is Verdict.NOT_APPLICABLE
    assert condition(results[BRANCH], "VI").reasons == ("không xét: Thư ký 01 bị kỷ luật khiển trách, quyết định ký ngày 15/3/2024",)


@pytest.mark.parametrize("qualifying", [True, False])
def test_a_head_qualifies_for_an_award_only_where_its_unit_does(qualifying: bool) -> None:
    own = next(each for each in PLAN.standards if covers(PLAN, each.subject, person(head=True)))
    judgment = next(each for each in own.conditions if isinstance(each, Judged))
    asked = QualifiesFor(id="V", place=own.place, line=2, text="", award="Giấy khen")
    higher = replace(own, id="IV", award="Bằng khen", conditions=(asked,))
    of_units = next(each for each in PLAN.standards if covers(PLAN, each.subject, unit()))
    united = next(each for each in of_units.conditions if isinstance(each, Judged))
    first = (replace(own, award="Giấy khen", conditions=(judgment,)), replace(of_units, award="Giấy khen", conditions=(united,)))
    head = replace(PLAN.both_standards[0], award="Giấy khen", qualifying=qualifying)
    out = Exclusion(id="VI", place=own.place, line=3, text="", subject=of_units.subject, award="Giấy khen")
    plan = replace(PLAN, standards=(*first, higher), quotas=(), both_standards=(head,))
    row = person(head=True)

    def result(plan: Plan, its_unit: Row) -> ConditionResult:
        every = evaluate(plan, statistics(its_unit, row)).subjects
        found = next(each for each in every if each.row == row and each.occasion.award == "Bằng khen")
        assert [each.rule for each in found.conditions] == ["V"]  # what is said of Giấy khen alone is no condition of Bằng khen itself
        return condition(found, "V")

    assert result(plan, unit()).verdict is Verdict.MET
    assert result(plan, unit(judgments={united.judgment: False})).verdict is Verdict.FAILED
    left_out = result(replace(plan, exclusions=(out,)), unit())
    assert left_out.verdict is (Verdict.FAILED if qualifying else Verdict.MET)
    assert ("đơn vị không đủ điều kiện đề nghị khen thưởng" in left_out.reasons) is qualifying
