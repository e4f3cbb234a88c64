"""A plan that scores units only asks for no sheet of people."""

import csv
from pathlib import Path

import pytest

from tests.unit.check.writing import RATE, sound, written
from thads_dsl.data import read_statistics
from thads_dsl.model.inputs import input_tables

UNITS_ONLY = f"I. CHỈ TIÊU\n1. Chi cục THADS đạt {RATE} 76% về việc.\nII. SỐ LƯỢNG\n1. Tập thể: 01 tập thể, do Hội đồng bình xét lựa chọn."


@pytest.mark.parametrize(
    ("rule", "left_out"),
    [
        ("", True),
        ("\n2. Chấp hành viên: 01 cá nhân, do Hội đồng bình xét lựa chọn.", False),
        ("\n2. Không quá 15% tổng số cá nhân, làm tròn xuống, do Hội đồng bình xét lựa chọn.", False),
    ],
)
def test_the_table_of_people_may_be_left_out_only_where_no_rule_looks_at_people(rule: str, left_out: bool) -> None:
    assert input_tables(sound(written(UNITS_ONLY + rule)))[1].optional is left_out


def test_units_are_read_without_people(tmp_path: Path) -> None:
    plan = sound(written(UNITS_ONLY))
    with (tmp_path / "tap-the.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [[column.heading for column in input_tables(plan)[0].columns], ["Chi cục THADS huyện A", "Chi cục THADS", 100, 80]]
        )
    statistics, complaints = read_statistics(plan, tmp_path)
    assert complaints == ()
    assert statistics is not None
    assert [row.name for row in statistics.collectives] == ["Chi cục THADS huyện A"]
