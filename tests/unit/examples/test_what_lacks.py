"""VÍ DỤ: what a table does not say is named, several counts stand in one cell, and the wave of a deadline may stand before whose it is."""

import pytest

from thads_dsl.diagnostics import Diagnostic
from thads_dsl.pipeline import analyse

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua năm 2026
Cơ quan ban hành: THADS tỉnh A
Địa danh, thời gian: A, ngày 10 tháng 02 năm 2026
Danh mục dùng chung: THADS

"""
AWARD = """I. THỜI GIAN
1. Thời gian: từ ngày 01/3/2026 đến hết ngày 30/9/2026.
II. KHEN THƯỞNG
1. Giấy khen được tặng cho cá nhân đạt các tiêu chuẩn sau:
- Gương mẫu;
- Không bị kỷ luật từ hình thức “khiển trách” trở lên trong thời gian thi đua.
2. Không xét khen thưởng đối với:
- Người nghỉ việc riêng quá nửa thời gian.
3. Đối với cá nhân: không quá 01 cá nhân, xét từ cao xuống thấp theo tỷ lệ thi hành xong về tiền.

PHẦN KHÔNG IN
VÍ DỤ: một
Giả sử Phòng THADS khu vực có số liệu:
| Cá nhân | Chức danh |{column} Tỷ lệ thi hành xong về tiền | Hội đồng bình xét | Kết quả |
| A | Chấp hành viên |{cell} 50% | {judged} | đề nghị khen thưởng |
| B | Chấp hành viên |{cell} 40% | đạt | đủ điều kiện, hết số lượng |
{steps}Khi xét “không quá 01 cá nhân” tại khoản 3 mục II
Thì đúng như cột Kết quả
"""
SCORES = """I. KỲ SỐ LIỆU
1. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 30/9/2026.
II. BẢNG ĐIỂM
Đối với Phòng THADS khu vực:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Báo cáo | 60 | Mỗi báo cáo chậm trừ 01 điểm; mỗi báo cáo sai trừ 02 điểm; trừ không quá điểm chuẩn |
| 2 | Bồi thường | 40 | Mỗi vụ bồi thường nhà nước trừ 05 điểm, trừ không quá điểm chuẩn |
| | Tổng cộng | 100 | |

PHẦN KHÔNG IN
VÍ DỤ: một
Giả sử Phòng THADS khu vực có:
| Tiêu chí | Số liệu | Điểm |
| 1 | {counts} | 56 |
| 2 | {cases} | 40 |
Thì tổng điểm là 96
"""
DEADLINES = """I. THỜI GIAN
1. Đợt 1: từ ngày 01/3/2026 đến hết ngày 30/4/2026.
2. Đợt 2: từ ngày 01/7/2026 đến hết ngày 31/8/2026.
3. Hồ sơ đợt 1 gửi trước ngày 10/5/2026; hồ sơ đợt 2 gửi trước ngày 10/9/2026.
4. Riêng Phòng THADS khu vực 5 gửi hồ sơ đợt 1 chậm nhất ngày 15/5/2026.

PHẦN KHÔNG IN
VÍ DỤ: một
Thì {said}
"""


def award(steps: str = "", judged: str = "đạt", column: str = "", cell: str = "") -> list[Diagnostic]:
    """What is said of two people who compete for one award."""
    text = FRONT + AWARD.format(steps=steps, judged=judged, column=column, cell=cell)
    return list(analyse("thu.plan", text).diagnostics)


def test_a_table_names_the_steps_without_which_nothing_is_known() -> None:
    first, second = award()
    assert [way.line for way in first.ways] == [way.line for way in second.ways]
    (way,) = first.ways
    assert way.line == "Và không bị kỷ luật\nVà không thuộc trường hợp không xét"
    assert award(f"{way.line}\n") == []


def test_only_what_lacks_is_named() -> None:
    first, _ = award("Và không bị kỷ luật\n")
    assert [way.line for way in first.ways] == ["Và không thuộc trường hợp không xét"]
    assert "Hội đồng bình xét" not in first.why


def test_the_council_is_named_where_it_judged_nothing() -> None:
    first, *_ = award("Và không bị kỷ luật\nVà không thuộc trường hợp không xét\n", judged="")
    assert "cột “Hội đồng bình xét” của mọi dòng phải ghi “đạt” hoặc “không đạt”" in first.why
    assert first.ways == ()


def test_a_column_of_discipline_is_told_the_step_for_it() -> None:
    (told,) = award(column=" Kỷ luật |", cell=" không |")
    assert told.code.id == "TH802"
    assert [way.line for way in told.ways] == ["Và không bị kỷ luật"]


@pytest.mark.parametrize("counts", ("2 báo cáo chậm; 1 báo cáo sai", "2 báo cáo chậm, 1 báo cáo sai", "2 báo cáo chậm và 1 báo cáo sai"))
def test_several_counts_stand_in_one_cell(counts: str) -> None:
    assert analyse("thu.plan", FRONT + SCORES.format(counts=counts, cases="0 vụ")).diagnostics == ()


@pytest.mark.parametrize("counts", ("2 báo cáo chậm; 3 báo cáo chậm", "2 báo cáo", "2 báo cáo chậm, một báo cáo sai"))
def test_counts_that_are_not_clear_are_refused_with_the_sign_between_them(counts: str) -> None:
    (told,) = analyse("thu.plan", FRONT + SCORES.format(counts=counts, cases="0 vụ bồi thường nhà nước")).diagnostics
    assert told.code.id == "TH802"
    assert told.message.endswith("“2 báo cáo chậm”   |   “2 báo cáo sai”; nhiều điều thì cách nhau bằng dấu chấm phẩy")


@pytest.mark.parametrize("who", ("hồ sơ đợt 1 của {}", "hồ sơ trong đợt 1 của {}", "hồ sơ của {} trong đợt 1", "đợt 1 của {}"))
def test_the_wave_of_a_deadline_stands_before_or_behind_whose_it_is(who: str) -> None:
    whose = who.format("Phòng THADS khu vực 5")
    assert analyse("thu.plan", FRONT + DEADLINES.format(said=f"hạn cuối {whose} là ngày 15/5/2026")).diagnostics == ()
    (wrong,) = analyse("thu.plan", FRONT + DEADLINES.format(said=f"hạn cuối {whose} là ngày 09/5/2026")).diagnostics
    assert "là ngày 15/5/2026 (dòng 11)" in wrong.why
    assert analyse("thu.plan", FRONT + DEADLINES.format(said=wrong.ways[0].line.removeprefix("Thì "))).diagnostics == ()
