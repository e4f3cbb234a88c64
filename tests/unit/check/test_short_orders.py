"""Who comes first, said shortly: never prose, and each line that is offered compiles where it is pasted."""

import pytest

from tests.unit.check.writing import RATE, analysed, only, sound, written

TARGETS = f"""
I. CHỈ TIÊU
Đối với Chi cục THADS:
- Về việc: phấn đấu đạt {RATE} 76%.
- Về tiền: phấn đấu đạt {RATE} 41%.
"""
NUMBER = "II. SỐ LƯỢNG\n- 02 tập thể.\n"
CASES, MONEY = f"{RATE} về việc", f"{RATE} về tiền"


def ranking(body: str) -> list[str]:
    [quota] = sound(written(TARGETS + body)).quotas
    return [key.quantity for key in quota.ranking]


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("Thứ tự: tỷ lệ về tiền trước, tỷ lệ về việc sau", [MONEY, CASES]),
        ("Ưu tiên tỷ lệ về tiền", [MONEY]),
        ("Ưu tiên theo kết quả về việc, sau đó đến tiền", [CASES, MONEY]),
        ("Xét tỷ lệ về việc rồi đến tỷ lệ về tiền", [CASES, MONEY]),
        ("Căn cứ kết quả về tiền, sau đó về việc", [MONEY, CASES]),
        ("Kết quả về tiền được xét trước, về việc xét sau", [MONEY, CASES]),
        ("Lấy từ cao xuống thấp về tiền, như nhau thì lấy về việc", [MONEY, CASES]),
        ("Trường hợp nhiều tập thể cùng đạt thì chọn theo tỷ lệ về tiền", [MONEY]),
    ],
)
def test_a_short_order_is_refused_with_the_line_that_is_read(said: str, keys: list[str]) -> None:
    [found] = [each for each in analysed(written(f"{TARGETS}{NUMBER}- {said}.")).diagnostics if each.code.id == "TH101"]
    assert ranking(f"{NUMBER}- {found.ways[0].line}") == keys


@pytest.mark.parametrize("said", ["Bằng nhau thì so số tiền", "Nếu ngang nhau thì tính theo tiền"])
def test_a_short_tie_is_refused_with_the_line_that_is_read(said: str) -> None:
    body = f"II. SỐ LƯỢNG\n- 02 tập thể, xét từ cao xuống thấp theo {CASES}.\n"
    [found] = only(analysed(written(f"{TARGETS}{body}- {said}.")), "TH101")
    assert ranking(f"{body}- {found.ways[0].line}") == [CASES, MONEY]


def test_a_number_without_a_context_is_for_all_whom_its_unit_counts() -> None:
    quotas = sound(written(TARGETS + "II. SỐ LƯỢNG GIẤY KHEN\n- 02 tập thể.\n- 05 cá nhân.")).quotas
    assert [(each.subject.base.value, each.limit) for each in quotas] == [("tập thể", 2), ("cá nhân", 5)]
