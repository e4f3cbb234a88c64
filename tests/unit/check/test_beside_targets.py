"""Tables of targets: notes and rows without a figure that may say of which cases the targets beside them are meant."""

import pytest

from tests.unit.check.writing import analysed, sound, written

RATE = "Tỷ lệ thi hành xong trên có điều kiện"
TABLE = "I. CHỈ TIÊU\nĐối với Chi cục THADS:\n| STT | Chỉ tiêu | Mức phải đạt | {column} |\n| 1 | " + RATE + " về việc | 80% | {note} |\n"
OF_UNITS = "I. CHỈ TIÊU\n1. " + RATE + "\n| Đơn vị | Về việc | Về tiền | {column} |\n| Chi cục THADS | 80% | 60% | {note} |\n"
TITLED = "I. CHỈ TIÊU\nĐối với Chi cục THADS:\n| STT | Nội dung | Yêu cầu |\n{rows}"


def codes(text: str) -> list[str]:
    return [each.code.id for each in analysed(text).diagnostics]


@pytest.mark.parametrize("table", (TABLE, OF_UNITS))
@pytest.mark.parametrize(
    ("note", "column", "found"),
    (
        ("không tính án tín dụng", "Ghi chú", ["TH117"]),
        ("chưa tính án tham nhũng", "Ghi chú", ["TH117"]),
        ("chỉ tính từ tháng 4", "Ghi chú", ["TH117"]),
        ("trừ án hoãn", "Ghi chú", ["TH117"]),
        ("án tín dụng", "Ghi chú", ["TH913"]),
        ("số thụ lý mới", "Căn cứ", ["TH913"]),
        ("có điều kiện", "Ghi chú", ["TH913"]),
        ("theo báo cáo", "Ghi chú", []),
        ("Phòng Nghiệp vụ theo dõi", "Ghi chú", []),
        ("chỉ tiêu bắt buộc", "Ghi chú", []),
        ("Cục Thi hành án dân sự tỉnh A giao", "Ghi chú", []),
        ("Công văn số 12/CV-CTHADS", "Căn cứ", []),
    ),
)
def test_a_note_that_narrows_a_target_is_told(table: str, note: str, column: str, found: list[str]) -> None:
    assert codes(written(table.format(note=note, column=column))) == found


def titled(*rows: str) -> str:
    return written(TITLED.format(rows="".join(f"| {row} |\n" for row in rows)))


@pytest.mark.parametrize("title", ("Án chủ động", "Việc loại mới thụ lý", "6 tháng đầu năm"))
def test_a_title_that_narrows_the_rows_below_it_is_told(title: str) -> None:
    assert codes(titled(f"I | {title} | ", f"1 | {RATE} về việc | 90%")) == ["TH913"]
    assert codes(titled(f"I | {title} | -", f"1 | {RATE} về việc | 90%")) == ["TH913"]


@pytest.mark.parametrize("title", ("Công tác thi hành án", "Công tác chuyên môn, nghiệp vụ", "Nội bộ đoàn kết"))
def test_a_title_that_says_nothing_of_the_rows_below_it_is_silent(title: str) -> None:
    text = titled(f"I | {title} | ", f"1 | {RATE} về việc | 90%")
    assert codes(text) == []
    assert not sound(text).judged_targets


def test_a_title_says_whose_and_of_what_the_rows_below_it_are() -> None:
    rows = ("I | Đối với Chấp hành viên | ", "a | Về việc | ", f"1 | {RATE} | 90%", "b | Về tiền | ", f"2 | {RATE} | 60%")
    targets = sound(titled(*rows)).targets
    assert [(each.subject.name, each.quantity) for each in targets] == [
        ("Chấp hành viên", f"{RATE[0].lower()}{RATE[1:]} về việc"),
        ("Chấp hành viên", f"{RATE[0].lower()}{RATE[1:]} về tiền"),
    ]


def test_a_title_is_the_statistic_of_the_sides_below_it() -> None:
    assert len(sound(titled(f"I | {RATE} | ", "1 | Về việc | 80%", "2 | Về tiền | 60%")).targets) == 2


def test_somebody_unknown_in_a_title_is_asked_for() -> None:
    assert codes(titled("I | Phòng Tổng hợp | ", f"1 | {RATE} về việc | 90%")) == ["TH202"]


def test_a_statistic_without_its_figure_is_asked_for() -> None:
    assert codes(titled(f"1 | {RATE} về việc | 90%", f"2 | {RATE} về tiền | ")) == ["TH101"]
