"""Sentences that the design lists as clerks write them: read as they are."""

import pytest

from tests.unit.check.writing import codes, sound, written
from thads_dsl.model.rules import Exclusion

BODY = """
I. NỘI DUNG
1. Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024.
2. {line}
3. Giấy khen được tặng cho tập thể, cá nhân đạt các tiêu chuẩn sau:
- Gương mẫu.
4. Giấy khen:
- Tập thể: 05 tập thể, do Hội đồng bình xét lựa chọn; chọn 01 tập thể tiêu biểu nhất đề nghị {whom}.
"""
LATE = "người có thời gian làm việc thực tế dưới 2/3 đợt"


def exclusions(line: str) -> list[tuple[str, str]]:
    plan = sound(written(BODY.format(line=line, whom="cấp trên khen thưởng")))
    return [(each.subject.name, each.question) for each in plan.exclusions if isinstance(each, Exclusion)]


def test_an_item_behind_a_semicolon_is_of_those_of_the_item_before() -> None:
    named = exclusions(f"Không xét: {LATE}; người đã được khen về cùng thành tích.")
    assert exclusions(f"Không xét: {LATE}; đã được khen về cùng thành tích.") == [
        named[0],
        (named[1][0], "Đã được khen về cùng thành tích"),
    ]


def test_an_item_on_a_line_of_its_own_says_whom_it_is_for() -> None:
    lines = f"Không xét:\n- {LATE.capitalize()};\n- Đã được khen về cùng thành tích."
    assert "TH206" in codes(written(BODY.format(line=lines, whom="cấp trên khen thưởng")))


@pytest.mark.parametrize("whom", ["cấp trên tặng", "cấp có thẩm quyền xét tặng", "cấp trên khen thưởng"])
def test_those_chosen_may_be_proposed_to_a_superior_without_naming_the_award(whom: str) -> None:
    plan = sound(written(BODY.format(line=f"Không xét: {LATE}.", whom=whom)))
    assert len(plan.quotas) == len(sound(written(BODY.format(line=f"Không xét: {LATE}.", whom="cấp trên khen thưởng"))).quotas) == 2
