"""What the author is told of each line: a rule and what it means, the council, prose, or not read."""

import pytest

from tests.contract.test_corpus import cases
from tests.unit.check.test_suspicion import PLAN
from tests.unit.check.writing import analysed, only, written
from thads_dsl.model.reading import ReadLine, Role, Taken
from thads_dsl.pipeline import analyse
from thads_dsl.syntax.cells import is_ruled


def _read(**where: str) -> dict[str, ReadLine]:
    """The lines of a plan, by their text."""
    text = PLAN.format(**{"target": "", "condition": "", "prose": "", **{key: f"- {line}" for key, line in where.items()}})
    return {line.text: line for line in analyse("in.plan", text.replace("\n\n", "\n").encode()).reading}


def test_a_rule_is_told_as_it_was_understood() -> None:
    lines = _read()
    period = lines["1. Thời gian: Từ ngày 01/4/2026 đến hết ngày 30/6/2026."]
    assert period.taken == (Taken(Role.RULE, "thời gian thi đua từ ngày 01/4/2026 đến hết ngày 30/6/2026"),)


def test_the_council_is_named_where_it_judges() -> None:
    line = _read(condition="Nội bộ đoàn kết.")["- Nội bộ đoàn kết."]
    assert line.taken == (Taken(Role.COUNCIL, "Hội đồng bình xét “Nội bộ đoàn kết”"),)


def test_prose_among_rules_is_told_apart_from_prose_elsewhere() -> None:
    among = _read(target="Chú trọng việc khó.\n- Phòng chuyên môn: không áp dụng")
    assert among["- Chú trọng việc khó."].has(Role.COUNCIL)
    outside = _read(prose="Các đơn vị triển khai Kế hoạch này.")["- Các đơn vị triển khai Kế hoạch này."]
    assert outside.taken == (Taken(Role.PROSE),) and not outside.beside_rules
    text = PLAN.replace("2. Kỳ số liệu", "2. Khẩu hiệu: Thi đua lập thành tích.\n3. Kỳ số liệu").format(target="", condition="", prose="")
    found = next(line for line in analyse("in.plan", text.encode()).reading if "Khẩu hiệu" in line.text)
    assert found.taken == (Taken(Role.PROSE),) and found.beside_rules


def test_prose_on_the_line_of_a_rule_is_quoted() -> None:
    line = "Hồ sơ gửi về THADS tỉnh trước ngày 10/8/2026. Các đơn vị chủ động chuẩn bị."
    taken = _read(prose=line)[f"- {line}"].taken
    assert taken[-1] == Taken(Role.PROSE, "“Các đơn vị chủ động chuẩn bị”")


def test_a_line_with_an_error_is_told_to_be_open() -> None:
    line = _read(prose="Mỗi cá nhân chỉ được khen hai lần.")["- Mỗi cá nhân chỉ được khen hai lần."]
    assert line.taken == (Taken(Role.UNREAD, "xem TH101"),)


@pytest.mark.parametrize("kind", ["good", "bad"])
def test_every_plan_can_be_told_line_by_line(kind: str) -> None:
    for case in cases(kind):
        analysis = analyse("in.plan", (case / "in.plan").read_bytes())
        items = [line.item for line in analysis.understood[0].lines] if analysis.understood else []
        rows = sum(row.line != item.number and not is_ruled(row) for item in items for row in item.rows)
        assert len(analysis.reading) == sum(not item.of_table for item in items) + rows


def test_a_third_is_told_as_a_third() -> None:
    award = "1. Giấy khen của Cục trưởng được xét, tặng cho cá nhân đạt các tiêu chuẩn sau:\n- Nội bộ đoàn kết.\n"
    line = "2. Giấy khen: không quá {} tổng số cá nhân, do Hội đồng bình xét lựa chọn, trong đó ít nhất 1/3 là Chấp hành viên."
    words = analysed(written(award + line.format("2/3"))).reading[-1].taken[0].words
    assert "nhiều nhất 2/3 số cá nhân" in words
    assert "ít nhất 1/3 số được chọn là Chấp hành viên" in words
    (found,) = only(analysed(written(award + line.format("5/3"))), "TH561")
    assert found.message == "5/3 là nhiều hơn tất cả"
