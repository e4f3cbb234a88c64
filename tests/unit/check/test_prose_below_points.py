"""Below a points table nothing is a question for the council: it is work on points, or a wish that its author is told of."""

import pytest

from tests.unit.check.test_points_sentences import plan_with, read


@pytest.mark.parametrize(
    "line",
    [
        "Tổng điểm sau khi cộng, trừ là căn cứ để xếp hạng.",
        "Kết quả chấm điểm được công khai.",
        "Đơn vị tự chấm điểm, gửi về Văn phòng.",
        "Tổng điểm không quá 95 điểm. Kết quả chấm điểm được công khai.",
    ],
)
def test_words_about_the_work_are_prose(line: str) -> None:
    assert read(line).diagnostics == ()
    plan_with(line)


def test_a_wish_is_prose_and_told() -> None:
    (found,) = read("Hoàn thành tốt nhiệm vụ.").diagnostics
    plan_with("Hoàn thành tốt nhiệm vụ.")
    assert (found.code.id, found.ways[0].line) == ("TH913", "| … | Hoàn thành tốt nhiệm vụ | … | Hội đồng chấm từ 0 đến … điểm |")
    assert read("> Hoàn thành tốt nhiệm vụ.").diagnostics == ()


def test_a_target_without_a_statistic_is_still_asked_about() -> None:
    assert [each.code.id for each in read("Đạt chỉ tiêu được giao về tiền.").diagnostics] == ["TH211"]
