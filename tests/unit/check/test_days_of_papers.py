"""What a file holds and when it is due in one breath is told, with a sentence for each; nothing of the papers is lost."""

from datetime import date

import pytest

from tests.unit.check.writing import analysed, only, sound, written

AWARD = "I. TIÊU CHUẨN\n1. Giấy khen được tặng cho tập thể, cá nhân đạt các tiêu chuẩn sau:\n- Hoàn thành tốt nhiệm vụ.\nII. HỒ SƠ\n"
THREE = ("Tờ trình", "Biên bản", "Danh sách")


def plan(line: str) -> str:
    """A plan of one award with this line about its files."""
    return written(f"{AWARD}{line}\n", status="dự thảo")


@pytest.mark.parametrize(
    ("line", "papers"),
    [
        ("Hồ sơ gồm: Tờ trình; Biên bản; Danh sách, gửi trước ngày 10/7/2024.", THREE),
        ("Hồ sơ bao gồm: Tờ trình; Biên bản; Danh sách, gửi trước ngày 10/7/2024.", THREE),
        ("Hồ sơ gồm: Tờ trình, Biên bản và Danh sách, gửi trước ngày 10/7/2024.", THREE),
        ("Hồ sơ gồm: Tờ trình, Biên bản, Danh sách gửi về Phòng Tổ chức cán bộ trước ngày 10/7/2024 để tổng hợp.", THREE),
        ("Hồ sơ gửi về Cục trước ngày 10/7/2024 gồm: Tờ trình; Biên bản; Danh sách.", THREE),
        ("Trước ngày 10/7/2024, các đơn vị gửi hồ sơ gồm: Tờ trình; Biên bản; Danh sách.", THREE),
        ("Hồ sơ (gồm: Tờ trình; Biên bản; Danh sách) gửi về Cục trước ngày 10/7/2024.", THREE),
        ("Hồ sơ gồm Tờ trình, Biên bản, Danh sách, gửi về Cục chậm nhất ngày 09/7/2024.", THREE),
        ("Hồ sơ gồm: Tờ trình; Biên bản; Danh sách (gửi trước ngày 10/7/2024).", THREE),
        ("Các đơn vị gửi hồ sơ gồm Tờ trình, Biên bản về Cục trước ngày 10/7/2024.", ("Tờ trình", "Biên bản về Cục")),
    ],
)
def test_both_are_told_apart(line: str, papers: tuple[str, ...]) -> None:
    (found,) = only(analysed(plan(f"1. {line}")), "TH101")
    mended = sound(plan(found.ways[0].line))
    assert [each.documents for each in mended.dossiers] == [papers]
    assert [each.last_day for each in mended.deadlines] == [date(2024, 7, 9)]


def test_the_day_may_be_of_one_paper_only() -> None:
    (found,) = only(analysed(plan("1. Hồ sơ gồm: Tờ trình; Biên bản; Danh sách, gửi trước ngày 10/7/2024.")), "TH101")
    assert [each.documents for each in sound(plan(found.ways[1].line)).dossiers] == [("Tờ trình", "Biên bản")]


@pytest.mark.parametrize(
    "line",
    [
        "Hồ sơ gồm: Tờ trình; Biên bản; hồ sơ gửi trước ngày 10/7/2024.",
        "Hồ sơ gồm: Tờ trình; Biên bản; gửi trước ngày 10/7/2024.",
        "Hồ sơ gửi trước ngày 10/7/2024; hồ sơ gồm: Tờ trình; Biên bản.",
        "Hồ sơ gồm: Tờ trình; Biên bản. Gửi trước ngày 10/7/2024.",
    ],
)
def test_a_clause_of_its_own_is_read(line: str) -> None:
    found = sound(plan(f"1. {line}"))
    assert [each.documents for each in found.dossiers] == [("Tờ trình", "Biên bản")]
    assert [each.last_day for each in found.deadlines] == [date(2024, 7, 9)]
