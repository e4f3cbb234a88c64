"""Which words of which line stand for what a rule leaves out."""

import pytest

from tests.unit.check.writing import RATE, analysed, at_line, codes, only, sound, written
from thads_dsl.check import read_draft
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import Judged, JudgedTarget, Quota, SomeOf, Standard, Target
from thads_dsl.source import SourceText
from thads_dsl.syntax.outline import outline

BRANCH, ROOM, OFFICER = "Chi cục THADS", "Phòng chuyên môn", "Chấp hành viên"
GOAL = f"đạt {RATE} 77%"


def targets(body: str) -> list[tuple[str, str]]:
    """Subject and facet of every target of a body, in order."""
    return [(target.subject.name, target.facet.value if target.facet else "") for target in sound(written(body)).targets]


def test_a_context_governs_its_children() -> None:
    body = f"""
1. Đối với {BRANCH}
- Về việc:
+ {GOAL};
- Về tiền:
+ {GOAL}.
2. Đối với {OFFICER}
- Về tiền:
+ {GOAL}."""
    assert targets(body) == [(BRANCH, "về việc"), (BRANCH, "về tiền"), (OFFICER, "về tiền")]


def test_a_bullet_without_children_governs_its_following_siblings_up_to_the_next_context() -> None:
    body = f"""
1. Chỉ tiêu
- Về việc:
- {BRANCH} {GOAL};
- {ROOM} {GOAL};
- Về tiền:
- {BRANCH} {GOAL}."""
    assert targets(body) == [(BRANCH, "về việc"), (ROOM, "về việc"), (BRANCH, "về tiền")]


def test_a_bullet_with_children_does_not_govern_its_siblings() -> None:
    body = f"""
1. Chỉ tiêu
- Về việc:
+ {BRANCH} {GOAL};
- {ROOM} {GOAL}."""
    assert codes(written(body)) == ["TH207"]


def test_a_lead_in_without_marker_governs_what_follows_inside_its_numbered_item() -> None:
    body = f"""
1. Phần thứ nhất
Đối với {BRANCH}:
- {GOAL} về việc;
- {GOAL} về tiền.
2. Phần thứ hai
- {GOAL} về việc."""
    analysis = analysed(written(body))
    assert [(each.code.id, each.at.span.line) for each in analysis.diagnostics] == [("TH206", 12)]


def test_a_lead_in_of_the_opening_governs_the_whole_document() -> None:
    body = f"""
Kết quả 9 tháng đầu năm 2024 (tính từ 01/10/2023 đến hết 30/6/2024):
I. CHỈ TIÊU
- {BRANCH} {GOAL} về việc.
II. CHỈ TIÊU KHÁC
1. Chỉ tiêu
- {OFFICER} {GOAL} về việc."""
    periods = [target.period for target in sound(written(body)).targets]
    assert [str(period.last) for period in periods if period] == ["2024-06-30"] * 2


def test_a_measured_period_ends_with_its_numbered_item() -> None:
    body = f"""
1. Kỳ thứ nhất
Kết quả 9 tháng đầu năm 2024 (tính từ 01/10/2023 đến hết 30/6/2024):
- {BRANCH} {GOAL} về việc.
2. Kỳ thứ hai
- {OFFICER} {GOAL} về việc."""
    first, second = sound(written(body)).targets
    assert first.period is not None and second.period is None


def test_a_context_with_a_rule_behind_its_colon_governs_that_rule_alone() -> None:
    body = f"""
1. Chỉ tiêu
- Đối với {BRANCH}: {GOAL} về việc.
- {GOAL} về tiền."""
    analysis = analysed(written(body))
    assert [(each.code.id, each.at.span.line) for each in analysis.diagnostics] == [("TH206", 9)]


def test_a_nearer_context_replaces_only_what_it_sets() -> None:
    body = f"""
1. Đối với tập thể
- Về việc:
+ {BRANCH}: {GOAL};
+ {GOAL} về tiền.
2. Đối với {OFFICER}
- Về tiền:
+ {GOAL}."""
    assert targets(body) == [(BRANCH, "về việc"), ("tập thể", "về tiền"), (OFFICER, "về tiền")]


def test_a_subject_within_a_facet_keeps_the_facet_and_a_facet_within_a_subject_keeps_the_subject() -> None:
    body = f"""
1. Chỉ tiêu
- Về việc:
+ Đối với {BRANCH}:
+ {GOAL};
- Đối với {OFFICER}:
+ Về tiền:
+ {GOAL}."""
    assert targets(body) == [(BRANCH, "về việc"), (OFFICER, "về tiền")]


def test_the_words_tap_the_alone_mean_the_context_of_that_base() -> None:
    body = f"""
1. Đối với {BRANCH}
- Tập thể {GOAL} về việc.
2. Đối với {OFFICER}
- Tập thể {GOAL} về tiền."""
    assert targets(body) == [(BRANCH, "về việc"), ("tập thể", "về tiền")]


@pytest.mark.parametrize("marker", ["I.", "1.", "1.1.", "Điều 1."])
def test_no_context_crosses_to_the_next_item_of_its_rank(marker: str) -> None:
    body = f"{marker} Đối với {BRANCH}\n- {GOAL} về việc.\n{marker.replace('1.1', '1.2').replace('I', 'II')} Mục khác\n- {GOAL} về tiền."
    assert [each.at.span.line for each in only(analysed(written(body)), "TH206")] == [10]


def test_a_heading_in_capitals_closes_all() -> None:
    body = f"1. Đối với {BRANCH}\n- {GOAL} về việc.\nPHỤ LỤC KÈM THEO\n- {GOAL} về tiền."
    assert codes(written(body)) == ["TH206"]


def test_the_facet_of_the_sentence_wins_over_that_of_the_context() -> None:
    assert targets(f"1. Đối với {BRANCH}\n- Về việc:\n+ {GOAL} về tiền.") == [(BRANCH, "về tiền")]


def test_the_unit_of_a_band_tells_the_facet_where_nobody_says_it() -> None:
    body = f"- {BRANCH} có tổng số giải quyết từ 0 đồng trở lên, {GOAL}."
    assert targets(body) == [(BRANCH, "về tiền")]


def test_without_a_facet_anywhere_there_is_an_error() -> None:
    assert codes(written(f"- {BRANCH} {GOAL}.")) == ["TH207"]


def test_for_something_that_is_no_subject_is_prose() -> None:
    body = f"1. Đối với công tác tuyên truyền\n- Đăng tin, bài.\n2. Đối với {BRANCH}\n- {GOAL} về việc."
    plan = sound(written(body))
    assert [target.place.steps for target in plan.targets] == [("2", "-1")]
    assert plan.judged_targets == ()


def test_a_context_within_sentences_is_not_read_as_one() -> None:
    body = f"Đối với {BRANCH}, kế hoạch này là căn cứ đánh giá.\n- {GOAL} về việc."
    assert codes(written(body)) == ["TH206"]


AWARD = """
1. Tiêu chuẩn
Giấy khen được tặng cho {who} đạt {lead}:
- Có sáng kiến được áp dụng;
- Nội bộ đoàn kết; giữ gìn kỷ luật, kỷ cương;
- Không vi phạm pháp luật hoặc bị kỷ luật (từ ngày 01/10/2023 đến ngày 30/6/2024).
"""


def standard(plan: Plan) -> Standard:
    (found,) = plan.standards
    return found


def test_every_item_of_a_list_of_standards_is_a_condition_or_a_judgment() -> None:
    found = standard(sound(written(AWARD.format(who="tập thể", lead="các tiêu chuẩn, điều kiện sau"))))
    assert found.subject.name == "tập thể" and found.award == "Giấy khen"
    assert [condition.judgment if isinstance(condition, Judged) else type(condition).__name__ for condition in found.conditions] == [
        "Có sáng kiến được áp dụng",
        "Nội bộ đoàn kết; giữ gìn kỷ luật, kỷ cương",
        "Không vi phạm pháp luật",
        "NotDisciplined",
    ]


def test_any_of_a_list_is_another_standard_than_all_of_it() -> None:
    (some,) = standard(sound(written(AWARD.format(who="tập thể", lead="một trong các điều kiện sau")))).conditions
    assert isinstance(some, SomeOf) and (some.least, some.exactly) == (1, False)
    # “Không vi phạm pháp luật hoặc bị kỷ luật” is one item: neither of the two may be
    assert [len(item) for item in some.items] == [1, 1, 2]


def test_an_aside_is_no_condition() -> None:
    body = AWARD.format(who="cá nhân", lead="các tiêu chuẩn sau") + "- > Lời văn."
    plan = sound(written(body))
    assert len(standard(plan).conditions) == 4
    assert len(plan.asides) == 1


def test_a_condition_without_an_award_above_it_is_refused() -> None:
    assert codes(written("1. Đối với cá nhân\n- Không bị kỷ luật từ hình thức “cảnh cáo” trở lên từ trước đến nay.")) == ["TH208"]


def test_a_line_under_a_subject_without_figures_is_judged_by_the_council() -> None:
    plan = sound(written(f"1. Đối với {OFFICER}: Hoàn thành tốt nhiệm vụ."))
    (found,) = plan.judged_targets
    assert isinstance(found, JudgedTarget) and found.subject.name == OFFICER and found.judgment == "Hoàn thành tốt nhiệm vụ"


def test_a_line_without_figures_outside_any_context_is_prose() -> None:
    plan = sound(written("1. Mục đích\n- Hoàn thành tốt nhiệm vụ."))
    assert plan.judged_targets == ()


QUOTAS = """
1. Đối với {base}
- {line}
"""


@pytest.mark.parametrize(
    ("base", "line", "limit", "per_unit", "council"),
    [
        ("tập thể", "Không giới hạn số lượng.", None, (), False),
        ("tập thể", "02 tập thể, do Hội đồng bình xét lựa chọn.", 2, (), True),
        ("tập thể", "không quá 02 (hai) tập thể, do Hội đồng bình xét lựa chọn.", 2, (), True),
        ("cá nhân", "01 cá nhân/Phòng và Chi cục, do Hội đồng bình xét lựa chọn.", 1, (ROOM, BRANCH), True),
        ("cá nhân", "mỗi Phòng một cá nhân, do Hội đồng lựa chọn.", 1, (ROOM,), True),
        ("cá nhân", "mỗi Chi cục tối đa 03 cá nhân, do Hội đồng lựa chọn.", 3, (BRANCH,), True),
    ],
)
def test_quotas_say_how_many_of_whom_in_which_units(
    base: str, line: str, limit: int | None, per_unit: tuple[str, ...], council: bool
) -> None:
    plan = sound(written(QUOTAS.format(base=base, line=line)))
    (quota,) = plan.quotas
    assert isinstance(quota, Quota)
    assert (quota.subject.name, quota.limit, quota.per_unit, quota.council_chooses) == (base, limit, per_unit, council)


def test_a_rule_knows_its_line_in_the_file() -> None:
    text = written(f"1. Đối với {BRANCH}\n\n# ghi chú\n- {GOAL} về việc.")
    line = text.split("\n").index(f"- {GOAL} về việc.") + 1
    assert [type(rule) for rule in at_line(sound(text), line)] == [Target]


def test_a_rule_behind_the_colon_of_its_context_is_read_with_lines_under_it_too() -> None:
    text = (
        "Tên loại: KẾ HOẠCH\nCơ quan ban hành: THADS tỉnh A\nDanh mục dùng chung: THADS\n\n"
        "1. Đối với cá nhân: không quá 05 cá nhân.\n"
        "- Xét từ cao xuống thấp theo tỷ lệ thi hành xong trên có điều kiện về tiền.\n"
    )
    source = SourceText.read("in.plan", text)
    draft, _ = read_draft(source, outline(source))
    assert [type(sentence.statement).__name__ for sentence in draft.lines[0].read.sentences] == ["Quota"]
