"""Waves and awards are decided each by itself: its targets, its figures, its judgments, its places."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from thads_dsl.cli.summary import summary
from thads_dsl.evaluate import evaluate
from thads_dsl.model.occasions import Occasion, occasions
from thads_dsl.model.place import Place
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import PointsTable
from thads_dsl.model.results import Proposal, Results, SubjectResult, Verdict
from thads_dsl.model.statistics import Base, Row, Statistics, Subject
from thads_dsl.pipeline import analyse

CORPUS = Path(__file__).parents[2] / "corpus/good"
FIRST, SECOND = "đợt 1", "đợt 2"


def plan_of(case: str) -> Plan:
    plan = analyse("in.plan", (CORPUS / case / "in.plan").read_bytes()).plan
    assert plan is not None
    return plan


TWO_WAVES = plan_of("awards-of-two-waves")


def unit(name: str, first: tuple[int, int, int], second: tuple[int, int, int] | None) -> Row:
    """Cases to solve, ready and done of each wave (None: not known yet)."""
    figures: dict[str, int | None] = {
        "chưa có điều kiện thi hành về việc (đợt 1)": 50,
        "chưa có điều kiện thi hành về việc (cùng kỳ năm 2025, đợt 1)": 50,
    }
    columns = ("tổng số giải quyết", "có điều kiện thi hành", "thi hành xong")
    for wave, known in ((FIRST, first), (SECOND, second)):
        for column, figure in zip(columns, known or (None, None, None), strict=True):
            figures[f"{column} về việc ({wave})"] = figure
    judgments: dict[str, bool | None] = {f"Nội bộ đoàn kết ({wave})": True for wave in (FIRST, SECOND)}
    return Row(Base.COLLECTIVE, name, "", "Phòng THADS khu vực", False, figures, judgments)


def on(*rows: Row) -> dict[tuple[str, str], SubjectResult]:
    found: Results = evaluate(TWO_WAVES, Statistics(rows, (), ()))
    return {(subject.row.name, subject.occasion.wave): subject for subject in found.subjects}


def test_who_is_left_out_of_an_award_without_standards_is_shown_with_all_else() -> None:
    plan = plan_of("left-out-without-standards")
    row = Row(Base.INDIVIDUAL, "Ông X", "", "Chấp hành viên", False, {}, {"Không xét: Cá nhân nghỉ thai sản": True})
    [found] = evaluate(plan, Statistics((), (row,), (), ())).subjects
    assert len(found.targets) == 1
    assert [each.reasons for each in found.conditions] == [
        ("không thuộc trường hợp không xét",),
        ("không xét tặng Giấy khen: Cá nhân nghỉ thai sản",),
    ]


def test_a_plan_in_waves_has_an_occasion_for_each() -> None:
    assert occasions(TWO_WAVES) == (Occasion(wave=FIRST), Occasion(wave=SECOND))


def test_a_wave_that_is_not_over_leaves_the_one_before_decided() -> None:
    found = on(unit("A", (500, 300, 114), None))
    assert found["A", FIRST].eligible is Verdict.MET  # 114 / 300 = 38%
    assert found["A", SECOND].eligible is Verdict.UNKNOWN


def test_failing_one_wave_says_nothing_of_the_other() -> None:
    found = on(unit("A", (500, 300, 113), (500, 400, 316)), unit("B", (500, 300, 114), (500, 400, 315)))
    assert [found[name, wave].eligible for name in "AB" for wave in (FIRST, SECOND)] == [
        Verdict.FAILED,
        Verdict.MET,
        Verdict.MET,
        Verdict.FAILED,
    ]


def test_bands_go_by_the_load_of_the_wave() -> None:
    found = on(unit("A", (399, 300, 126), (400, 300, 237)))
    assert found["A", FIRST].targets[0].rule == "I.1-2"  # under 400 cases: 42%
    assert found["A", SECOND].targets[0].rule == "II.1-1"  # 400 cases: 79%
    assert found["A", FIRST].eligible is found["A", SECOND].eligible is Verdict.MET


def test_places_go_to_the_best_of_the_wave() -> None:
    rows = (unit("A", (500, 300, 120), (500, 300, 299)), unit("B", (500, 300, 130), (500, 300, 240)), unit("C", (500, 300, 125), None))
    found = on(*rows)
    proposed = {name for (name, wave), subject in found.items() if wave == FIRST and subject.quotas[0].proposal is Proposal.PROPOSED}
    assert proposed == {"B", "C"}  # two places by the rate of the first wave, in which A is the last
    assert {quota.quota for (_, wave), subject in found.items() if wave == SECOND for quota in subject.quotas} == {"II.2"}


def test_the_council_judges_each_wave() -> None:
    row = unit("A", (500, 300, 200), (500, 300, 299))
    row.judgments["Nội bộ đoàn kết (đợt 2)"] = False  # type: ignore[index]
    found = on(row)
    assert (found["A", FIRST].eligible, found["A", SECOND].eligible) == (Verdict.MET, Verdict.FAILED)


def test_two_awards_with_standards_for_the_same_people_are_decided_apart() -> None:
    plan = plan_of("bodies-of-2025")
    assert [occasion.award for occasion in occasions(plan)] == ["Giấy khen", "Lao động tiên tiến"]


def test_one_award_asks_for_the_standards_of_another() -> None:
    plan = plan_of("two-awards-one-upon-the-other")
    figures = {f"{column} {facet}": 100 for column in ("có điều kiện thi hành", "thi hành xong") for facet in ("về việc", "về tiền")}
    poor_in_cases = {**figures, "thi hành xong về việc": 79}
    poor_in_money = {**figures, "thi hành xong về tiền": 39}
    rows = [
        Row(Base.INDIVIDUAL, name, "A", "Chấp hành viên", False, each, {})
        for name, each in (("X", figures), ("Y", poor_in_cases), ("Z", poor_in_money))
    ]
    found = evaluate(plan, Statistics((), tuple(rows), ()))
    eligible = {(subject.row.name, subject.occasion.award): subject.eligible is Verdict.MET for subject in found.subjects}
    assert [eligible[name, "Giấy khen"] for name in "XYZ"] == [True, False, True]
    assert [eligible[name, "Bằng khen"] for name in "XYZ"] == [True, False, False]
    quotas = {(subject.row.name, quota.quota) for subject in found.subjects for quota in subject.quotas}
    assert quotas == {(name, quota) for name in "XYZ" for quota in ("III.1-1", "III.2-1")}


def test_points_stand_with_the_first_award_that_a_row_is_considered_for() -> None:
    plan = plan_of("two-awards-one-upon-the-other")
    everybody = Subject("cá nhân", Base.INDIVIDUAL)
    lower, higher = plan.standards
    higher = replace(higher, subject=everybody, conditions=())
    officers = replace(lower, subject=Subject("Chấp hành viên", Base.INDIVIDUAL, ("Chấp hành viên",)), conditions=())
    table = PointsTable(
        id="IV", place=Place(("IV",)), line=30, text="Bảng điểm", subject=everybody, parts=(), criteria=(), standard=Fraction(0)
    )
    rows = tuple(Row(Base.INDIVIDUAL, name, "A", kind, False, {}, {}) for name, kind in (("X", "Chấp hành viên"), ("Y", "Thư ký")))
    found = evaluate(replace(plan, standards=(officers, higher), points=(table,)), Statistics((), rows, ()))
    assert [(each.row.name, each.occasion.award, len(each.points)) for each in found.subjects] == [
        ("X", "Giấy khen", 1),
        ("X", "Bằng khen", 0),
        ("Y", "Bằng khen", 1),
    ]


def test_the_summary_tells_the_waves_in_their_order_whatever_comes_first_in_the_plan() -> None:
    turned = replace(TWO_WAVES, standards=TWO_WAVES.standards[::-1], quotas=TWO_WAVES.quotas[::-1], targets=TWO_WAVES.targets[::-1])
    results = evaluate(turned, Statistics((unit("A", (500, 300, 114), None),), (), ()))
    assert [line for line in summary(turned, results) if line.startswith("Đợt")] == ["Đợt 1:", "Đợt 2:"]


_CHOSEN = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua năm 2026
Cơ quan ban hành: Thi hành án dân sự tỉnh Q
Danh mục dùng chung: THADS

1. Thời gian: Từ ngày 02/3/2026 đến hết ngày 17/9/2026.
2. Phòng THADS khu vực đạt tỷ lệ thi hành xong trên có điều kiện 50% về việc.
3. Bằng khen tặng cho Phòng THADS khu vực đủ điều kiện tặng Giấy khen.
4. Giấy khen tặng Phòng THADS khu vực có đủ các điều kiện sau:
- Đạt các chỉ tiêu tại khoản 2.
5. Giấy khen: 02 tập thể, xét từ cao xuống thấp theo tỷ lệ thi hành xong trên có điều kiện về việc.
6. Trong số tập thể được tặng Giấy khen, chọn 01 tập thể tiêu biểu nhất đề nghị Bộ trưởng Bộ Tư pháp tặng Bằng khen, \
xét từ thấp lên cao theo tỷ lệ thi hành xong trên có điều kiện về việc.
"""


def test_a_higher_award_with_standards_of_its_own_chooses_in_its_order_among_those_who_got_the_lower_one() -> None:
    plan = analyse("in.plan", _CHOSEN).plan
    assert plan is not None
    rows = tuple(
        Row(
            Base.COLLECTIVE,
            name,
            "",
            "Phòng THADS khu vực",
            False,
            {"có điều kiện thi hành về việc": 100, "thi hành xong về việc": done, "tổng số giải quyết về việc": 100},
            {},
        )
        for name, done in (("A", 90), ("B", 80), ("C", 60), ("D", 40))
    )
    found = {
        (subject.occasion.award, subject.row.name): [result.proposal for result in subject.quotas]
        for subject in evaluate(plan, Statistics(rows, (), ())).subjects
    }
    assert found["Giấy khen", "B"] == [Proposal.PROPOSED]
    assert found["Bằng khen", "A"] == [Proposal.NO_MORE]
    assert found["Bằng khen", "B"] == [Proposal.PROPOSED]  # the lowest of those two, not C, who has no Giấy khen
    assert found["Bằng khen", "C"] == []
