"""Who decides between equals: said in a sentence of its own, it is read, or refused with lines that are."""

import pytest

from tests.unit.check.writing import RATE, analysed, only, sound, written

AWARD = f"""
I. KHEN THƯỞNG
1. Giấy khen được xét, tặng cho tập thể đạt các tiêu chuẩn, điều kiện sau:
- Nội bộ đoàn kết.
2. Số lượng
- Không quá 02 tập thể, xét từ cao xuống thấp theo {RATE} về việc.
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "Trường hợp bằng nhau do Hội đồng Thi đua - Khen thưởng quyết định",
        "Trường hợp có nhiều đơn vị bằng nhau, Hội đồng xem xét quyết định",
        "Nếu có kết quả ngang nhau thì do Hội đồng bỏ phiếu",
        "Trường hợp tỷ lệ bằng nhau, giao Hội đồng xem xét, quyết định",
        "Tập thể bằng nhau thì do Hội đồng biểu quyết",
        "Bằng nhau thì Hội đồng bình xét",
    ],
)
def test_the_council_may_decide_between_equals(sentence: str) -> None:
    plan = sound(written(f"{AWARD}- {sentence}."))
    [quota] = plan.quotas
    assert len(quota.ranking) == 1
    assert analysed(written(f"{AWARD}- {sentence}.")).reading[-1].taken[0].words == "nói thêm cho số lượng ở trên"


@pytest.mark.parametrize(
    "sentence",
    [
        "Nếu bằng nhau thì bốc thăm",
        "Trường hợp bằng nhau thì khen tất cả",
        "Nếu đồng hạng thì do Cục trưởng quyết định",
        "Hai đơn vị cùng tỷ lệ thì Hội đồng thảo luận, bỏ phiếu kín",
    ],
)
def test_other_ways_to_decide_are_refused_with_lines_that_are_read(sentence: str) -> None:
    [found] = only(analysed(written(f"{AWARD}- {sentence}.", status="dự thảo")), "TH101")
    council, by_money = (sound(written(f"{AWARD}- {way.line}")).quotas[0] for way in found.ways[:2])
    assert [len(each.ranking) for each in (council, by_money)] == [1, 2]


def test_what_some_equals_are_compared_by_is_not_said_of_all() -> None:
    assert only(analysed(written(f"{AWARD}- Phòng chuyên môn bằng nhau thì xét theo {RATE} về tiền.", status="dự thảo")), "TH101")
