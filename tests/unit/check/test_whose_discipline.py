"""“công chức” is whoever is no người lao động; “công chức, người lao động”, “cá nhân”, “người” are anybody: in every rule on discipline."""

from pathlib import Path

import pytest

from tests.unit.python_scorer.running import Scorer
from thads_dsl.data import read_statistics
from thads_dsl.evaluate import evaluate
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import NotDisciplined
from thads_dsl.model.understood import words
from thads_dsl.pipeline import analyse

PLAN = """Tên loại: KẾ HOẠCH
Trích yếu: Chấm điểm năm 2024
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Địa danh, thời gian: A, ngày 01 tháng 12 năm 2023
Đối tượng thi đua: Chi cục THADS
Danh mục dùng chung: THADS

Bảng điểm như sau:
1. Kỳ số liệu: Từ ngày 01/12/2023 đến hết ngày 30/9/2024.
2. Bảng điểm
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Kỷ luật, kỷ cương | 10 | Mỗi công chức bị kỷ luật trừ 03 điểm, trừ không quá 10 điểm |
| | Tổng cộng | 10 | |
3. Xếp hạng
- Hạng A: từ 05 điểm trở lên;
- Hạng B: dưới 05 điểm.
4. Chi cục có {people} bị kỷ luật từ hình thức khiển trách trở lên thì hạ một hạng.
"""
DRIVER, CLERK = "Nhân viên lái xe", "Thư ký"


def plan(people: str) -> Plan:
    found = analyse("in.plan", PLAN.format(people=people))
    assert found.plan is not None, found.diagnostics
    return found.plan


def handed_in(folder: Path, post: str, counted: int) -> Path:
    heading = "Tiêu chí 1. Kỷ luật, kỷ cương: số công chức bị kỷ luật"
    (folder / "tap-the.csv").write_text(f'Tên đơn vị,Loại đơn vị,"{heading}"\nChi cục A,Chi cục THADS,{counted}\n', encoding="utf-8")
    (folder / "ca-nhan.csv").write_text(f"Họ và tên,Đơn vị,Chức danh,Thủ trưởng đơn vị\nNgười 1,Chi cục A,{post},không\n", encoding="utf-8")
    (folder / "ky-luat.csv").write_text(
        "Họ và tên,Đơn vị,Hình thức kỷ luật,Ngày ký quyết định\nNgười 1,Chi cục A,cảnh cáo,10/3/2024\n", encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize(
    ("people", "of_a_driver", "of_a_clerk"),
    [
        ("công chức", "Hạng A", "Hạng B"),
        ("cán bộ, công chức", "Hạng A", "Hạng B"),
        ("công chức thuộc đơn vị", "Hạng A", "Hạng B"),
        ("người lao động", "Hạng B", "Hạng A"),
        ("công chức, người lao động", "Hạng B", "Hạng B"),
        ("công chức hoặc người lao động", "Hạng B", "Hạng B"),
        ("cá nhân", "Hạng B", "Hạng B"),
        ("người", "Hạng B", "Hạng B"),
    ],
)
def test_a_class_is_lowered_only_by_those_whom_the_sentence_names(tmp_path: Path, people: str, of_a_driver: str, of_a_clerk: str) -> None:
    read = plan(people)
    scorer = Scorer.of(read)
    for post, expected in ((DRIVER, of_a_driver), (CLERK, of_a_clerk)):
        folder = tmp_path / post
        folder.mkdir()
        statistics, complaints = read_statistics(read, handed_in(folder, post, 0 if post == DRIVER else 1))
        assert statistics is not None and not complaints, complaints
        [result] = [each.points[0] for each in evaluate(read, statistics).subjects if each.points]
        assert result.classes == (expected,), (people, post)
        said = scorer.main(str(folder)).out
        assert [name for name in ("Hạng A", "Hạng B") if name in said] == [expected]


def test_the_figure_of_a_column_about_officials_is_not_held_against_a_decision_on_a_driver(tmp_path: Path) -> None:
    read = plan("công chức")
    _, refused = read_statistics(read, handed_in(tmp_path, DRIVER, 1))
    assert [each.code.id for each in refused] == ["TH708"]
    _, refused = read_statistics(read, handed_in(tmp_path, CLERK, 0))
    assert [each.code.id for each in refused] == ["TH708"]


@pytest.mark.parametrize(
    ("people", "told"),
    [("công chức", "với công chức của đơn vị"), ("người lao động", "với người lao động của đơn vị"), ("cá nhân", "kỷ luật, ký từ ngày")],
)
def test_the_explanation_says_whose_discipline_counts(people: str, told: str) -> None:
    read = plan(people)
    assert told in words(read.points[0].changes[0], read)


def test_standards_and_who_is_left_out_count_the_same_people() -> None:
    text = PLAN.format(people="công chức") + (
        "5. Tiêu chuẩn xét tặng Giấy khen\n"
        "Tập thể được xét tặng Giấy khen phải đạt các tiêu chuẩn, điều kiện sau:\n"
        "- Không có công chức thuộc đơn vị bị kỷ luật từ hình thức “khiển trách” trở lên;\n"
        "- Không có cá nhân thuộc đơn vị bị kỷ luật từ hình thức “cảnh cáo” trở lên.\n"
        "6. Đơn vị có công chức bị kỷ luật từ hình thức “khiển trách” trở lên thì không xét khen thưởng.\n"
    )
    read = analyse("in.plan", text).plan
    assert read is not None
    found = [each.people for each in read.standards[0].conditions if isinstance(each, NotDisciplined)]
    assert found == [("Công chức",), ()]
    assert [each.people for each in read.exclusions] == [("Công chức",)]
