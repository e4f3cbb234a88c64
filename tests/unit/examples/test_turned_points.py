"""VÍ DỤ of a points table: rises and falls, nothing arisen, the council's bounds, and a class of one unit."""

import pytest

from tests.contract.places import PLANS
from thads_dsl.cli.files import beside
from thads_dsl.pipeline import analyse

PATH = PLANS / "bang-tieu-chi-2018" / "bang-tieu-chi-cuc-2018.plan"
FRONT = PATH.read_text("utf-8").split("VÍ DỤ", 1)[0]


def found(*rows: str, then: str, steps: str = "") -> list[str]:
    """The codes of an example with these rows."""
    table = "".join(f"| {row} |\n" for row in ("Tiêu chí | Số liệu | Điểm", *rows))
    text = f"{FRONT}VÍ DỤ: một\nGiả sử Cục THADS có:\n{table}{steps}Thì {then}\n"
    return [each.code.id for each in analyse(str(PATH), text, beside(PATH)).diagnostics]


@pytest.mark.parametrize(("known", "points"), [("giảm 5%", "10"), ("giảm 4,99%", "5"), ("giảm 6%", "10,5"), ("tăng 2%", "5")])
def test_a_fall_is_scored_against_its_target(known: str, points: str) -> None:
    total = {"10": "100", "5": "95", "10,5": "100,5"}[points]
    assert found(f"3. Giảm việc | {known} | {points}", "Các tiêu chí còn lại | | 90", then=f"tổng điểm là {total}") == []
    assert found(f"3. Giảm việc | {known} | 1", "Các tiêu chí còn lại | | 90", then=f"tổng điểm là {total}") == ["TH801"]


def test_a_fall_goes_with_a_rate_of_the_same_figures() -> None:
    rows = ("1. Tỷ lệ về việc | 75%, được giao 75% | 20", "3. Giảm việc | giảm 5,99% | 10", "Các tiêu chí còn lại | | 70")
    assert found(*rows, then="tổng điểm là 100") == []


def test_nothing_arisen_has_the_points_that_the_table_gives_it() -> None:
    assert found("1. Tỷ lệ về việc | không phát sinh | 20", "Các tiêu chí còn lại | | 80", then="tổng điểm là 100") == []


@pytest.mark.parametrize("known", ["giảm 100%", "5,01", "6"])
def test_figures_that_cannot_be_are_refused(known: str) -> None:
    number = "7. Kiểm soát nội bộ" if known[0].isdigit() else "3. Giảm việc"
    assert found(f"{number} | {known} | 5", "Các tiêu chí còn lại | | 90", then="tổng điểm là 95") == ["TH802"]


def test_a_share_of_the_units_takes_no_class_from_one_unit_alone() -> None:
    rows = (
        "1. Tỷ lệ về việc | 75%, được giao 75% | 20",
        "2. Tỷ lệ về tiền | 36%, được giao 36% | 20",
        "3. Giảm việc | giảm 5% | 10",
        "4. Giảm tiền | giảm 4% | 10",
        "Các tiêu chí còn lại | | 40",
    )
    assert found(*rows, steps="Và không bị kỷ luật\n", then="xếp Hạng A") == []
    assert found(*rows, steps="Và không bị kỷ luật\n", then="xếp Hạng B") == ["TH801"]
