"""What award sections mean, sentence by sentence."""

from fractions import Fraction

import pytest

from thads_dsl.model.award_places import Composition
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import NotDisciplined, TargetsMet
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.pipeline import analyse

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua năm 2024
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh P
Danh mục dùng chung: THADS

I. QUY ĐỊNH
1. Thời gian: Từ ngày 11/3/2024 đến hết ngày 30/8/2024.
2. Giấy khen của Cục trưởng tặng cho tập thể, cá nhân đáp ứng các tiêu chuẩn, điều kiện sau đây:
"""
QUOTA = """- Nội bộ đoàn kết.
3. Số lượng
- Cá nhân: 12 cá nhân;
"""
SOMEBODY = Subject("Chấp hành viên", Base.INDIVIDUAL, ("Chấp hành viên",))


def understood(body: str) -> Plan:
    analysis = analyse("a.plan", (FRONT + body).encode())
    assert analysis.plan is not None, [each.message for each in analysis.diagnostics]
    return analysis.plan


def codes(body: str) -> set[str]:
    return {each.code.id for each in analyse("a.plan", (FRONT + body).encode()).diagnostics}


def test_a_standard_of_units_and_people_is_one_for_each() -> None:
    plan = understood("- Tỷ lệ thi hành xong trên có điều kiện đạt từ 68% trở lên về việc;\n- Trong đợt thi đua không bị kỷ luật.\n")
    units, people = plan.standards
    assert (units.subject.base, people.subject.base) == (Base.COLLECTIVE, Base.INDIVIDUAL)
    asked = [[each for each in standard.conditions if isinstance(each, TargetsMet)] for standard in plan.standards]
    assert [[plan.targets[at].id] for at in range(2)] == [list(found.targets) for [found] in asked]


def test_a_window_may_stand_before_its_rule() -> None:
    before, behind = (
        understood(f"- {said}.\n").standards[0].conditions[0]
        for said in ("Trong thời gian thi đua không bị kỷ luật", "Không bị kỷ luật trong thời gian thi đua")
    )
    assert isinstance(before, NotDisciplined) and isinstance(behind, NotDisciplined)
    assert (before.window, before.forms) == (behind.window, behind.forms)


@pytest.mark.parametrize(("capped", "wanted"), [(False, [0, 1, 2, 2, 3]), (True, [0, 0, 0, 1, 1])])
def test_more_than_half_and_fewer_than_half_are_counted_exactly(capped: bool, wanted: list[int]) -> None:
    part = Composition(SOMEBODY, Fraction(50), percent=True, capped=capped, beyond=True)
    assert [part.of(chosen) for chosen in range(5)] == wanted


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Chấp hành viên phải chiếm quá nửa", "hơn 50% là Chấp hành viên"),
        ("Chấp hành viên chiếm trên 55%", "hơn 55% là Chấp hành viên"),
        ("Chấp hành viên chiếm ít nhất 40%", "ít nhất 40% là Chấp hành viên"),
    ],
)
def test_a_part_of_the_chosen_may_be_a_sentence_of_its_own(sentence: str, words: str) -> None:
    [quota] = understood(f"{QUOTA}- {sentence}.\n").quotas
    assert [each.words for each in quota.compositions] == [words]


def test_who_chooses_may_be_said_behind_the_number_with_the_name() -> None:
    [quota] = understood(f"{QUOTA}- Cá nhân do Hội đồng bình xét lựa chọn.\n").quotas
    assert quota.council_chooses


@pytest.mark.parametrize(
    "sentence",
    [
        "Bằng khen chỉ trao cho người đã có Giấy khen",
        "Tập thể được khen xếp theo kết quả về tiền rồi đến về việc",
        "Kết quả án tồn không tính các việc ủy thác",
        "Trưởng đơn vị được khen thưởng không cao hơn đơn vị",
        "Những người không đưa vào diện khen thưởng do Cục rà soát",
        "Lãnh đạo chỉ được khen khi đơn vị được khen",
        "Hội đồng không xét khen thưởng cá nhân vắng mặt dài ngày",
        "Hồ sơ nộp muộn không được xét",
    ],
)
def test_a_rule_that_is_not_read_is_never_prose(sentence: str) -> None:
    assert codes(f"- Nội bộ đoàn kết.\n3. {sentence}.\n") & {"TH101", "TH222", "TH508"}


TWO_AWARDS = """- Nội bộ đoàn kết.
3. Bằng khen của Bộ trưởng tặng cho tập thể, cá nhân đáp ứng các tiêu chuẩn, điều kiện sau đây:
- Có cách làm mới được nhân rộng.
4. Số lượng
"""


@pytest.mark.parametrize(
    "said",
    [
        "- {} đối với tập thể: không quá 03 tập thể, do Hội đồng bình xét lựa chọn.\n",
        "- Số lượng {}: 03 tập thể, do Hội đồng bình xét lựa chọn.\n",
        "- Số lượng khen thưởng {} đối với tập thể: 03 tập thể, do Hội đồng bình xét lựa chọn.\n",
        "- Đề nghị tặng {}: 03 tập thể, do Hội đồng bình xét lựa chọn.\n",
        "4.1. Số lượng {}\n- Đối với tập thể: 03 tập thể, do Hội đồng bình xét lựa chọn.\n",
        "4.1. {} đối với tập thể\n- Không quá 03 tập thể, do Hội đồng bình xét lựa chọn.\n",
    ],
)
@pytest.mark.parametrize("award", ["Giấy khen", "Bằng khen"])
def test_a_number_is_of_the_award_that_its_line_or_its_heading_names(said: str, award: str) -> None:
    [quota] = understood(TWO_AWARDS + said.format(award)).quotas
    assert (quota.award, quota.limit, quota.subject.base) == (award, 3, Base.COLLECTIVE)


def test_a_number_of_no_award_is_mended_by_each_line_that_is_offered() -> None:
    line = "- 03 tập thể, do Hội đồng bình xét lựa chọn.\n"
    [found] = [each for each in analyse("a.plan", FRONT + TWO_AWARDS + line).diagnostics if each.code.id == "TH566"]
    mended = [understood(f"{TWO_AWARDS}{way.line}\n").quotas for way in found.ways]
    assert [[each.award for each in quotas] for quotas in mended] == [["Giấy khen"], ["Bằng khen"]]
