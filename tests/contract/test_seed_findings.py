"""The faults of the real texts in other words: told from a text as it is, beside unknown names, unclear goals and slips."""

from tests.contract.seed_findings import EXPECTED, Findings, findings

_LOADS = """II. CHỈ TIÊU
Kết quả 6 tháng đầu năm 2026 (tính từ 01/10/2025 đến hết 31/3/2026):
1. Đối với tập thể
- Về việc:
+ Tổ thu nợ bảo hiểm phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt **70%**;
+ Chi cục THADS có tổng số giải quyết dưới 450 việc, phần đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt **80%**;
+ Chi cục THADS có tổng số giải quyết từ 450 việc đến dưới 900 việc, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt **78%**;
+ Chi cục THADS có tổng số giải quyết từ trên 900 việc, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt **75%**.
"""
_FALLS = """II. CHỈ TIÊU
1. Đối với Chi cục THADS
a) Giảm việc THADS chuyển kỳ sau
- Đơn vị có tổng số việc giải quyết dưới 300 việc: Phấn đấu giảm từ 5% trở lên.
- Đơn vị có tổng số việc giải quyết từ 300 việc đến 700 việc: Phấn đấu giảm dưới 3%.
- Đơn vị có tổng số việc giải quyết từ 700 việc trở lên: Phấn đấu giảm từ 1% trở lên.
"""
_DAYS = """1. Lập thành tích chào mừng kỷ niệm 96 năm Ngày thành lập Đảng (03/2/1930 - 31/4/2026);
2. Chào mừng kỷ niệm 80 năm Ngày truyền thống (19/7/1946 - 19/7/2026).
"""


def test_a_hole_between_bands_is_told_beside_an_unknown_unit_and_a_slip() -> None:
    assert findings(_LOADS) == Findings(1, ("chưa có mức cho đúng 900 việc",), (), (), ())


def test_bands_are_proved_although_no_goal_says_against_what() -> None:
    found = findings(_FALLS)
    assert found.bands == ("đúng 700 việc thuộc cả hai mức",)
    assert found.directions == ("từ 300 việc đến 700 việc: “giảm dưới 3%”",)


def test_a_day_that_is_none_is_told_and_no_anniversary_that_holds() -> None:
    assert findings(_DAYS) == Findings(0, (), (), ("31/4/2026",), ())


def test_what_people_found_by_hand_is_written_down_for_five_texts() -> None:
    """Four holes, one overlap, three directions, two days."""
    every = EXPECTED.values()
    assert [sum(len(getattr(each, kind)) for each in every) for kind in ("bands", "directions", "dates")] == [5, 3, 2]
