"""VÍ DỤ of several units: classes with the share that each may have, ranks with their tie-breaks."""

import pytest

from tests.unit.examples.test_turned_points import FRONT, PATH
from thads_dsl.cli.files import beside
from thads_dsl.pipeline import analyse

HEADER = "Đơn vị | Tiêu chí 1 | Tiêu chí 2 | Tiêu chí 3 | Tiêu chí 4 | Các tiêu chí còn lại | Kết quả"
MET = "75%, được giao 75% | 36%, được giao 36% | giảm 5% | giảm 4%"
BEST, NEXT, THIRD = f"Cục 1 | {MET} | 40", f"Cục 2 | {MET} | 38", f"Cục 3 | {MET} | 36"
LAST = (f"Cục 4 | {MET} | 20 | Hạng B", f"Cục 5 | {MET} | 10 | Hạng C")


def found(*rows: str, header: str = HEADER, who: str = "Cục THADS", then: str = "đúng như cột Kết quả") -> list[tuple[str, str]]:
    """Codes and reasons of an example with these rows."""
    table = "".join(f"| {row} |\n" for row in (header, *rows))
    text = f"{FRONT}VÍ DỤ: một\nGiả sử {who} có số liệu:\n{table}Và không bị kỷ luật\nThì {then}\n"
    return [
        (each.code.id, each.why if each.code.id == "TH801" else each.message) for each in analyse(str(PATH), text, beside(PATH)).diagnostics
    ]


def test_two_of_five_units_are_in_a_class_of_forty_percent() -> None:
    assert found(f"{BEST} | Hạng A", f"{NEXT} | Hạng A", f"{THIRD} | Hạng B", *LAST) == []
    ((code, why),) = found(f"{BEST} | Hạng A", f"{NEXT} | Hạng A", f"{THIRD} | Hạng A", *LAST)
    assert (code, why.split(". ")[0]) == ("TH801", "Cục 3: máy tính ra Hạng B, thứ 3")


def test_a_class_a_rank_or_both_may_be_expected() -> None:
    for words in ("Hạng A", "thứ 1", "Hạng A, thứ 1"):
        assert found(f"{BEST} | {words}", f"{NEXT} | Hạng A", f"{THIRD} | Hạng B", *LAST) == []
    assert [code for code, _ in found(f"{BEST} | Hạng A, thứ 2", f"{NEXT} | Hạng A", f"{THIRD} | Hạng B", *LAST)] == ["TH801"]


def test_equals_are_told_apart_by_the_first_criterion_then_the_second() -> None:
    header = "Đơn vị | Tiêu chí 1 | Tiêu chí 2 | Các tiêu chí còn lại | Kết quả"
    rows = ("Cục 1 | 15 | 15 | 50 | thứ {}", "Cục 2 | 20 | 10 | 50 | thứ {}", "Cục 3 | 15 | 10 | 55 | thứ {}")
    assert found(*(row.format(rank) for row, rank in zip(rows, (2, 1, 3), strict=True)), header=header) == []
    assert len(found(*(row.format(rank) for row, rank in zip(rows, (1, 2, 3), strict=True)), header=header)) == 2


def test_what_is_not_said_leaves_the_class_open() -> None:
    ((_, why),) = found("Cục 1 | 20 | Hạng A", header="Đơn vị | Tiêu chí 1 | Kết quả")
    assert why.startswith("Cục 1: máy tính ra Hạng B hoặc Hạng C hoặc Hạng D")


@pytest.mark.parametrize(
    ("row", "header", "who", "said"),
    [
        ("Cục 1 | 5 | thứ 1", "Đơn vị | Tiêu chí 99 | Kết quả", "Cục THADS", "bảng điểm không có tiêu chí này"),
        ("Cục 1 | khá tốt | thứ 1", "Đơn vị | Tiêu chí 1 | Kết quả", "Cục THADS", "máy chưa hiểu số liệu “khá tốt” của tiêu chí 1"),
        ("Cục 1 | 5 | 6 | thứ 1", "Đơn vị | Tiêu chí 1 | Ghi chú | Kết quả", "Cục THADS", "bảng phải có cột đầu là tên đơn vị"),
        ("Cục 1 | 5 | thứ 1", "Đơn vị | Tiêu chí 1 | Kết quả", "Chi cục THADS", "bảng điểm là của Cục THADS"),
    ],
)
def test_a_table_that_says_nothing_is_refused(row: str, header: str, who: str, said: str) -> None:
    ((code, message),) = found(row, header=header, who=who)
    assert code == "TH802"
    assert message.startswith(said)


def test_a_share_of_a_whole_is_no_more_than_the_whole() -> None:
    ((code, message),) = found(f"{BEST.replace('75%,', '120%,', 1)} | Hạng A", f"{NEXT} | Hạng A", f"{THIRD} | Hạng B", *LAST)
    assert (code, "“120%, được giao 75%” của tiêu chí 1 quá 100%" in message) == ("TH802", True)


@pytest.mark.parametrize("then", ["đúng như cot Kết quả", "Hạng A"])
def test_a_table_without_the_line_that_points_at_its_last_column_is_told_once(then: str) -> None:
    ((code, message),) = found(f"{BEST} | Hạng A", then=then)
    assert code == "TH802"
    assert message == ("máy chưa đọc được dòng này của ví dụ" if "cot" in then else "ví dụ có bảng phải có dòng “Thì đúng như cột Kết quả”")
