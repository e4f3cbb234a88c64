"""Names that the text itself defines: “(sau đây viết tắt là …)”, “(…)”, “(sau đây gọi chung là …)”, `Viết tắt:`."""

import pytest

from tests.unit.check.writing import RATE, codes, sound, written

TARGET = f"{{who}} đạt {RATE} 70% về việc."


@pytest.mark.parametrize(
    "definition",
    [
        "Chấp hành viên (sau đây viết tắt là CHV) trong toàn tỉnh.",
        "Các Chấp hành viên (sau đây gọi tắt là CHV) trong toàn tỉnh.",
        "Mọi Chấp hành viên (CHV) trong toàn tỉnh.",
    ],
)
def test_a_name_may_be_abbreviated_before_or_after_its_definition(definition: str) -> None:
    target = TARGET.format(who="CHV")
    for lines in ((f"- {definition}", f"- {target}"), (f"- {target}", f"- {definition}")):
        [found] = sound(written("I. CHỈ TIÊU\n" + "\n".join(lines))).targets
        assert found.subject.any_of == ("Chấp hành viên",)


def test_the_front_matter_defines_abbreviations() -> None:
    text = written(f"I. CHỈ TIÊU\n- {TARGET.format(who='CHV')}").replace(
        "Danh mục", "Viết tắt: CHV: Chấp hành viên; HĐ: hội đồng\nDanh mục"
    )
    [found] = sound(text).targets
    assert found.subject.any_of == ("Chấp hành viên",)


def test_a_new_name_for_several_means_all_of_them() -> None:
    plan = sound(
        written(f"I. CHỈ TIÊU\n- Phòng chuyên môn, Chi cục THADS (sau đây gọi chung là cơ quan) thi đua.\n- {TARGET.format(who='Cơ quan')}")
    )
    [found] = plan.targets
    assert found.subject.any_of == ("cơ quan",)
    assert {kind.name for kind in plan.kinds if "cơ quan" in kind.parents} == {"Phòng chuyên môn", "Chi cục THADS"}


def test_a_sentence_that_defines_a_name_is_still_a_rule() -> None:
    [found] = sound(written(f"I. CHỈ TIÊU\n- {TARGET.format(who='Chấp hành viên (sau đây viết tắt là CHV)')}")).targets
    assert found.subject.any_of == ("Chấp hành viên",)


def test_recipients_and_headings_need_no_explanation() -> None:
    assert codes(written("I. NỘI DUNG CÔNG TÁC VKSND\n- Lời văn.\n\nNơi nhận:\n- VKSND tỉnh;\n- Lưu: VT.")) == []
    assert codes(written("I. NỘI DUNG\n- Báo cáo VKSND khóa XIII.")) == ["TH924"]
