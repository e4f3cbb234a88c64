"""The first lines of a run: what a plan gives decides what is counted."""

from dataclasses import replace

from tests.unit.cli.standins import PLAN, RESULTS
from thads_dsl.cli.summary import summary
from thads_dsl.model.place import Place
from thads_dsl.model.points import PointsTable
from thads_dsl.model.points_classes import Class, ClassQuota
from thads_dsl.model.points_results import PointsResult
from thads_dsl.model.results import Proposal, QuotaResult, Results, SubjectResult, TargetResult, Verdict

WITHOUT_AWARDS = replace(PLAN, standards=(), quotas=())
BRANCHES = tuple(replace(each, quotas=(), eligible=Verdict.NOT_APPLICABLE) for each in RESULTS.subjects[:3])
TABLE = PointsTable(
    id="II",
    place=Place(("II",)),
    line=7,
    text="Bảng tiêu chí",
    subject=PLAN.targets[0].subject,
    parts=(),
    criteria=(),
    standard=PLAN.targets[0].threshold,
    classes=tuple(Class(id=name, place=Place(("II",)), line=8, text=name, name=name, cases=()) for name in ("Hạng A", "Hạng B")),
)


def judged(subject: SubjectResult, verdict: Verdict) -> SubjectResult:
    missing = ("Thi hành xong, số việc",) if verdict is Verdict.UNKNOWN else ()
    return replace(subject, targets=(TargetResult(table="III.1", rule="III.1", verdict=verdict, missing=missing),))


def classed(subject: SubjectResult, *classes: str) -> SubjectResult:
    return replace(subject, points=(PointsResult(table="II", criteria=(), total=None, low=None, high=None, classes=classes),))


def test_a_plan_without_awards_is_summed_up_by_its_targets() -> None:
    verdicts = (Verdict.MET, Verdict.FAILED, Verdict.UNKNOWN)
    results = Results(subjects=tuple(map(judged, BRANCHES, verdicts)))
    assert list(summary(WITHOUT_AWARDS, results)) == [
        "Đã xét 3 tập thể, 0 cá nhân.",
        "Đạt các chỉ tiêu: 1 tập thể, 0 cá nhân",
        "Không đạt chỉ tiêu: 1 tập thể, 0 cá nhân",
        "Chưa đủ căn cứ xét: 1 tập thể, 0 cá nhân",
    ]


def test_a_points_table_is_summed_up_by_its_classes() -> None:
    plan = replace(WITHOUT_AWARDS, points=(TABLE,))
    first, second, third = BRANCHES
    results = Results(subjects=(classed(first, "Hạng B"), classed(second, "Hạng A"), classed(third, "Hạng A", "Hạng B")))
    assert list(summary(plan, results)) == [
        "Đã xét 3 tập thể, 0 cá nhân.",
        "Hạng A: 1 tập thể, 0 cá nhân",
        "Hạng B: 1 tập thể, 0 cá nhân",
        "Chưa đủ căn cứ xét: 1 tập thể, 0 cá nhân",
    ]


def test_whom_the_council_must_choose_for_the_last_places_of_a_class_is_counted_apart() -> None:
    quota = ClassQuota(id="II", place=Place(("II",)), line=9, text="", name="Hạng A", percent=TABLE.standard, up=False)
    plan = replace(WITHOUT_AWARDS, points=(replace(TABLE, quotas=(quota,)),))
    chosen = [classed(each, "Hạng A", "Hạng B") for each in BRANCHES[:2]]
    equals = [replace(each, points=(replace(each.points[0], choice="Hội đồng chọn 1 trong 2 xếp Hạng A"),)) for each in chosen]
    assert list(summary(plan, Results(subjects=(*equals, classed(BRANCHES[2], "Hạng B"))))) == [
        "Đã xét 3 tập thể, 0 cá nhân.",
        "Hạng B: 1 tập thể, 0 cá nhân",
        "Hội đồng chọn xếp Hạng A: 2 tập thể, 0 cá nhân",
    ]


def test_whoever_is_proposed_is_named_up_to_some_and_the_rest_are_counted() -> None:
    place = QuotaResult(quota=PLAN.quotas[0].id, proposal=Proposal.PROPOSED, limit=None, eligible=8, pending=0)
    first = RESULTS.subjects[0]
    many = tuple(replace(first, row=replace(first.row, name=f"Chi cục {at}"), quotas=(place, place)) for at in range(8))
    assert "Đề nghị khen thưởng: 8 tập thể (Chi cục 0, Chi cục 1, Chi cục 2, Chi cục 3, Chi cục 4, Chi cục 5, … và 2 nữa" in " ".join(
        summary(PLAN, Results(subjects=many))
    )


def test_whose_file_is_late_or_lacks_something_is_told_apart_from_those_proposed() -> None:
    first, other = RESULTS.subjects[:2]
    quota = PLAN.quotas[0].id
    ways = (Proposal.PROPOSED, Proposal.LACKS_FILE)
    outcomes = [QuotaResult(quota=quota, proposal=each, limit=None, eligible=2, pending=0) for each in ways]
    both = tuple(replace(each, quotas=(outcome,)) for each, outcome in zip((first, other), outcomes, strict=True))
    said = list(summary(PLAN, Results(subjects=both)))
    (late,) = [line for line in said if other.row.name in line]
    assert late.startswith("Đủ điều kiện, hồ sơ thiếu hoặc quá hạn") and first.row.name not in late
