"""Words before the colon of a target or of a number of places: they say of what it is, of whom, or nothing; never something unsaid."""

import pytest

from tests.unit.check.writing import RATE, analysed, codes, sound, written
from thads_dsl.diagnostics import Severity


def targets(label: str) -> list[tuple[str, tuple[str, ...]]]:
    """Statistics and subjects of the targets of “- label: 75%.” below a heading about cases."""
    plan = sound(written(f"1. Đối với Phòng chuyên môn\na) {RATE} về việc\n- {label}: 75%."))
    assert not plan.judged_targets  # a label is no question of the council
    return [(each.quantity.rsplit(" ", 2)[-1], each.subject.any_of) for each in plan.targets]


@pytest.mark.parametrize("label", ["Riêng về tiền", "Mức phấn đấu về tiền", "Mục tiêu về tiền", "Riêng chỉ tiêu về tiền"])
def test_a_label_that_ends_with_its_side_is_of_that_side(label: str) -> None:
    assert targets(label) == [("tiền", ("Phòng chuyên môn",))]


@pytest.mark.parametrize("label", ["Mức phấn đấu", "Chỉ tiêu"])
def test_a_plain_title_changes_nothing(label: str) -> None:
    assert targets(label) == [("việc", ("Phòng chuyên môn",))]


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Về mặt tiền", "TH102"),
        ("Riêng đợt cao điểm", "TH102"),
        ("Trạm đảo", "TH202"),
        ("Riêng Tổ lưu động", "TH202"),
        ("Tổ thu tiền", "TH202"),
    ],
)
def test_a_label_that_may_change_what_is_meant_is_asked_about(label: str, code: str) -> None:
    assert code in codes(written(f"1. Đối với Phòng chuyên môn\na) {RATE} về việc\n- {label}: 75%."))


@pytest.mark.parametrize(
    ("label", "told"),
    [("Cá nhân trong năm", 0), ("Số lượng", 0), ("Cá nhân mới tuyển dụng trong năm 2024", 1), ("Công chức từ đơn vị khác đến", 1)],
)
def test_whoever_stands_before_places_and_is_not_all_is_unknown(label: str, told: int) -> None:
    text = written(f"1. Số lượng Giấy khen\n- {label}: 02 cá nhân, do Hội đồng bình xét lựa chọn.")
    assert codes(text).count("TH202") == told


def test_rows_of_which_one_has_an_unread_band_are_not_told_to_be_two() -> None:
    rows = f"- Chấp hành viên có {{}} dưới 100 việc: {RATE} 80% về việc;\n- Các Chấp hành viên còn lại: {RATE} 75% về việc."
    errors = [each for each in codes(written(f"1. Đối với Chấp hành viên\n{rows.format('số ủy thác từ nơi khác')}")) if each < "TH9"]
    assert errors == ["TH201"]


def test_standards_whose_award_stands_in_an_unread_line_lack_none() -> None:
    text = written("II. TIÊU CHUẨN\n1. Giấy khen được xét, tặng cho công chức một cửa đạt các tiêu chuẩn sau:\n- Gương mẫu.")
    assert [each for each in codes(text) if each < "TH9"] == ["TH202"]


@pytest.mark.parametrize("who", ["Ban Chỉ đạo cải cách hành chính, dân vận", "Văn phòng, Phòng Tổ chức"])
def test_who_sends_is_named_whole(who: str) -> None:
    (deadline,) = sound(written(f"- {who} gửi báo cáo về Cục trước ngày 08/7/2024.")).deadlines
    assert deadline.addressee == who


def test_hoac_alone_joins_its_neighbours() -> None:
    text = written("1. Giấy khen được tặng cho tập thể đạt các tiêu chuẩn sau:\n- Nội bộ đoàn kết;\n- hoặc là\n- Có sáng kiến.")
    (found,) = [each for each in analysed(text).diagnostics if each.code.id == "TH101"]
    assert found.ways[0].line == "- Đạt một trong các tiêu chuẩn sau:\n+ Nội bộ đoàn kết;\n+ Có sáng kiến;"


BESIDE = (
    "I. CHỈ TIÊU\n1. Đơn vị\nĐối với tập thể:\n- Chi cục THADS: đạt tỷ lệ thi hành xong trên có điều kiện 80% về việc;\n"
    "- {}: tỷ lệ thi hành xong trên có điều kiện cao hơn năm trước về tiền."
)


@pytest.mark.parametrize(
    ("label", "codes"), [("Chi đội THADS", ["TH202"]), ("Trạm đảo", ["TH202"]), ("Phòng chuyên môn", []), ("Chỉ tiêu chung", [])]
)
def test_among_lines_that_begin_with_somebody_a_label_that_nobody_declared_names_somebody(label: str, codes: list[str]) -> None:
    found = analysed(written(BESIDE.format(label))).diagnostics
    assert [each.code.id for each in found if each.severity is Severity.ERROR] == codes
    assert all(f"“{label}”" in each.message for each in found if each.severity is Severity.ERROR)
