"""Under a points table: what limits the total is no limit of the bonus, and a sum that tells equals apart is no rate."""

from fractions import Fraction

import pytest

from tests.unit.check.test_points_sentences import PLAN, TOTAL, keys_of, read, table_with
from thads_dsl.pipeline import Analysis, analyse

DONE = "thi hành xong về tiền"


@pytest.mark.parametrize(
    "rule",
    [
        "Tổng điểm (kể cả điểm thưởng) không quá 95 điểm.",
        "Tổng điểm tối đa sau khi cộng điểm thưởng là 95 điểm.",
        "Tổng điểm bao gồm điểm cộng, điểm trừ tối đa là 95 điểm.",
        "Tổng điểm sau cộng, trừ tối đa 95 điểm.",
    ],
)
def test_the_limit_of_the_total_is_read_however_the_total_is_called(rule: str) -> None:
    table = table_with(rule)
    assert (table.ceiling, table.caps) == (Fraction(95), ())


@pytest.mark.parametrize(
    "rule",
    [
        "Sau khi cộng, trừ, đơn vị nào vượt 95 điểm thì chỉ tính 95 điểm.",
        "Tổng điểm của đơn vị sau khi cộng điểm thưởng mà vượt 95 điểm thì chỉ tính 95 điểm.",
        "Tổng điểm tối đa (kể cả điểm thưởng) là 95 điểm.",
    ],
)
def test_the_line_offered_limits_the_total(rule: str) -> None:
    (found,) = read(rule).diagnostics
    table = table_with(found.ways[0].line.removeprefix("- "))
    assert (table.ceiling, table.caps) == (Fraction(95), ())


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("Tổng điểm thưởng của đơn vị không quá 5 điểm.", "- Tổng điểm cộng không quá 5 điểm."),
        (
            "Tổng điểm (chưa tính điểm thưởng) không quá 95 điểm.",
            "Tổng điểm không dưới … và không quá … điểm; làm tròn đến … chữ số thập phân.",
        ),
    ],
)
def test_no_other_limit_is_offered_as_that_of_the_total(rule: str, line: str) -> None:
    assert [each.ways[0].line for each in read(rule).diagnostics] == [line]


@pytest.mark.parametrize(
    "rule",
    [
        "Bằng điểm thì đơn vị có số tiền thi hành xong nhiều hơn được xếp trên.",
        "Bằng điểm thì xếp trên đơn vị có số tiền thi hành xong nhiều hơn.",
        "Đơn vị bằng điểm thì so sánh số tiền thi hành xong.",
    ],
)
def test_the_sum_that_tells_equals_apart_is_compared_behind_the_total(rule: str) -> None:
    assert keys_of(table_with(rule)) == [TOTAL, DONE]


@pytest.mark.parametrize(
    ("rule", "keys"),
    [
        ("Các đơn vị bằng điểm thì xem số tiền thu được nhiều hay chưa.", [TOTAL, DONE]),
        ("Bằng điểm thì đơn vị có số tiền thi hành xong ít hơn được xếp trên.", [TOTAL]),
    ],
)
def test_the_line_offered_for_a_tie_compares_no_other_number(rule: str, keys: list[str]) -> None:
    (found,) = read(rule).diagnostics
    assert keys_of(table_with(found.ways[0].line)) == keys


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("Tổng điểm không quá 95 điểm; bằng điểm thì ưu tiên tiêu chí 1.", "tổng điểm không quá 95"),
        ("Tổng điểm làm tròn đến 2 chữ số thập phân; bằng điểm thì ưu tiên tiêu chí 1.", "làm tròn đến 2 chữ số thập phân"),
    ],
)
def test_what_is_said_of_the_total_is_shown_beside_another_rule_of_the_line(rule: str, told: str) -> None:
    (line,) = [each for each in read(rule).reading if each.text.startswith("- Tổng điểm")]
    assert [each.words.split(",")[0] for each in line.taken] == ["theo tổng điểm", told]


@pytest.mark.parametrize("limit", ["tổng trừ không quá 15 điểm", "tổng điểm trừ không quá 15 điểm", "tổng cộng trừ tối đa 15 điểm"])
def test_the_limit_of_all_that_a_cell_deducts(limit: str) -> None:
    events = "Mỗi báo cáo gửi chậm trừ 01 điểm; mỗi báo cáo sai số liệu trừ 02 điểm"
    (wanted,), (found,) = (_first(f"{events}; {end}") for end in ("trừ không quá 15 điểm", limit))
    assert found == wanted


def test_cu_mot_counts_each() -> None:
    (wanted,), (found,) = (_first(f"{each} báo cáo chậm trừ 02 điểm, trừ không quá 20 điểm") for each in ("Mỗi", "Cứ 01"))
    assert found == wanted


def test_several_at_once_are_asked_about() -> None:
    assert [each.code.id for each in _cell("Cứ 02 báo cáo chậm trừ 01 điểm, trừ không quá 20 điểm").diagnostics] == ["TH611"]


def test_words_of_quality_are_levels_and_no_parts() -> None:
    (found,) = _cell("Tốt: 40 điểm; khá: 20 điểm").diagnostics
    assert (found.code.id, found.ways[0].line) == ("TH606", "; còn lại: 0 điểm")


def _cell(scoring: str) -> Analysis:
    """A plan in which one criterion of 60 points, without a statistic, is scored so."""
    text = PLAN.format(scoring=scoring, rules="", time="Kỳ số liệu")
    return analyse("thu.plan", text.replace("| 1 | Tỷ lệ thi hành xong trên có điều kiện về việc |", "| 1 | Chế độ báo cáo |"))


def _first(scoring: str) -> tuple[str]:
    """What is told of that criterion."""
    return (next(each.taken[0].words for each in _cell(scoring).reading if each.text.startswith("| 1 | Chế độ")),)
