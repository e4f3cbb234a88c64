"""Several criteria, or one class, changed in one sentence that is not read: the lines that are offered say the new figures."""

import pytest

from tests.unit.check.test_points_kept import amend


def offered(said: str) -> list[str]:
    return [way.line for each in amend(said).diagnostics for way in each.ways if each.code.id == "TH629"]


def test_each_criterion_of_a_list_has_a_sentence() -> None:
    assert offered("Bỏ tiêu chí 1 và tiêu chí 2.") == ["- Bỏ tiêu chí 1 “Chế độ báo cáo”.\n- Bỏ tiêu chí 2 “Tiếp công dân”."]


@pytest.mark.parametrize(("said", "points"), (("thành 15 điểm", "15 điểm"), ("thêm 15 điểm", "… điểm")))
def test_the_figure_is_that_of_each_unless_it_is_by_how_much(said: str, points: str) -> None:
    assert offered(f"Sửa điểm tiêu chí 1, 2 {said}.")[0].splitlines() == [
        f"- Sửa điểm tiêu chí 1 “Chế độ báo cáo” thành {points}.",
        f"- Sửa điểm tiêu chí 2 “Tiếp công dân” thành {points}.",
    ]
