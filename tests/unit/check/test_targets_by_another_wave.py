"""“Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 1,5 điểm phần trăm”: real targets of the wave, each with its figure moved; or refused."""

from fractions import Fraction

import pytest

from tests.unit.check.writing import RATE, analysed, codes, only, sound, written

WAVES = """
I. CÁC ĐỢT
1. Đợt 1: Thời gian từ ngày 01/10/2024 đến hết ngày 31/12/2024.
2. Đợt 2: Thời gian từ ngày 01/01/2025 đến hết ngày 31/3/2025.
3. Đợt 3: Thời gian từ ngày 01/4/2025 đến hết ngày 31/8/2025.
"""
TARGETS = f"""
II. CHỈ TIÊU
1. Đối với Chi cục THADS
1.1. Trong đợt 1:
- Về việc: {RATE} đạt 79,5%.
- Về tiền: {RATE} từ 40% trở lên.
"""
MOVED = [("đợt 2", "về việc", Fraction(81)), ("đợt 2", "về tiền", Fraction(83, 2))]


def plan(line: str, rest: str = "", status: str = "dự thảo") -> str:
    """A plan with targets of the first wave, and one more line in their item."""
    return written(f"{WAVES}{TARGETS}1.2. {line}\n{rest}", status=status)


def moved(line: str, rest: str = "") -> list[tuple[str, str, Fraction]]:
    """Wave, facet and figure of every target that the line gives."""
    targets = (each for each in sound(plan(line, rest)).targets if each.wave != "đợt 1")
    return [(each.wave, each.facet.value if each.facet else "", each.threshold) for each in targets]


@pytest.mark.parametrize(
    "line",
    [
        "Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 1,5 điểm phần trăm.",
        "Trong đợt 2, các chỉ tiêu tại điểm 1.1 tăng thêm 1,5 điểm phần trăm (so với đợt 1).",
        "Đợt 2, mỗi đơn vị phải đạt cao hơn chỉ tiêu đợt 1 1,5 điểm %, cả về việc và về tiền.",
        "Chỉ tiêu của từng nhóm trong đợt 2 cao hơn so với chỉ tiêu đợt 1 ít nhất 1,5 điểm phần trăm.",
        "So với chỉ tiêu đợt 1, chỉ tiêu đợt 2 tăng 1,5 điểm phần trăm.",
        "Chỉ tiêu đợt 2 bằng chỉ tiêu đợt 1 cộng thêm 1,5 điểm phần trăm.",
        "Đợt 2: các chỉ tiêu cao hơn đợt 1 từ 1,5 điểm phần trăm trở lên.",
    ],
)
def test_the_targets_of_the_other_wave_are_moved_one_by_one(line: str) -> None:
    assert moved(line) == MOVED


def test_a_lower_wave_has_less() -> None:
    line = "Chỉ tiêu đợt 2 thấp hơn chỉ tiêu đợt 1 là 3 điểm phần trăm."
    assert [figure for _, _, figure in moved(line)] == [Fraction(153, 2), Fraction(37)]


def test_each_facet_may_have_a_figure_of_its_own() -> None:
    line = "Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 1 điểm phần trăm về việc và 2 điểm phần trăm về tiền."
    assert [figure for _, _, figure in moved(line)] == [Fraction(161, 2), Fraction(42)]


def test_a_facet_tells_which_targets_are_meant() -> None:
    assert moved("Chỉ tiêu về tiền đợt 2 cao hơn chỉ tiêu đợt 1 là 1,5 điểm phần trăm.") == MOVED[1:]


def test_a_target_may_be_a_share_of_the_other() -> None:
    line = "Chỉ tiêu đợt 2 bằng 101,5% chỉ tiêu đợt 1."
    assert [figure for _, _, figure in moved(line)] == [Fraction(795 * 1015, 10000), Fraction(203, 5)]


def test_what_is_moved_may_be_moved_on_whichever_line_comes_first() -> None:
    found = moved(
        "Chỉ tiêu đợt 3 cao hơn chỉ tiêu đợt 2 là 1 điểm phần trăm.", "1.3. Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 1,5 điểm phần trăm."
    )
    assert found == [*MOVED, ("đợt 3", "về việc", Fraction(82)), ("đợt 3", "về tiền", Fraction(85, 2))]


def test_only_targets_of_the_nearest_item_are_moved() -> None:
    beside = f"2. Đối với Chấp hành viên\n- Trong đợt 1, {RATE} đạt 50% về việc."
    assert moved("Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 1,5 điểm phần trăm.", beside) == MOVED


def test_the_text_of_a_target_says_from_what_it_came() -> None:
    targets = sound(plan("Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 1,5 điểm phần trăm.")).targets
    line = "Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 1,5 điểm phần trăm"
    assert [each.text for each in targets if each.wave == "đợt 2"] == [
        f"{line} (từ 79,5% + 1,5 điểm % = 81%)",
        f"{line} (từ 40% + 1,5 điểm % = 41,5%)",
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Đợt 2 phấn đấu đạt kết quả cao hơn đợt 1.", "TH513"),
        ("Chỉ tiêu đợt 2 cao hơn kết quả đợt 1 là 1,5 điểm phần trăm.", "TH513"),
        ("Đợt 2 các đơn vị phải đạt cao hơn đợt 1 2 điểm phần trăm.", "TH513"),
        ("Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1.", "TH513"),
        ("Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 không quá 2 điểm phần trăm.", "TH513"),
        ("Chỉ tiêu đợt 1 cao hơn chỉ tiêu đợt 1 là 2 điểm phần trăm.", "TH513"),
        ("Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 3 là 2 điểm phần trăm.", "TH513"),
        ("Chỉ tiêu đợt 2 thấp hơn chỉ tiêu đợt 1 là 41 điểm phần trăm.", "TH513"),
        ("Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 20 việc.", "TH513"),
        ("Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 1,5%.", "TH514"),
        ("Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 25 điểm phần trăm.", "TH408"),
    ],
)
def test_what_cannot_be_had_is_refused(line: str, code: str) -> None:
    assert set(codes(plan(line))) >= {code}


@pytest.mark.parametrize("status", ["dự thảo", "đã ban hành"])
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 1,5%.", "TH514"),
        ("Đợt 2, các đơn vị đạt cao hơn kết quả đợt 1 1,5 điểm phần trăm về việc.", "TH513"),
        ("Chỉ tiêu cao hơn chỉ tiêu đợt 1 là 1,5 điểm phần trăm.", "TH513"),
    ],
)
def test_every_line_that_is_offered_gives_targets(line: str, code: str, status: str) -> None:
    [complaint] = only(analysed(plan(line, status=status)), code)
    for way in complaint.ways:
        ready = way.line.replace("đợt …", "đợt 2").removeprefix("1.2. ")
        text = plan(ready) if status == "dự thảo" else plan(f"{line}\n{ready}", status=status)
        assert [each for each in sound(text).targets if each.wave == "đợt 2"], ready


def test_two_waves_cannot_each_be_told_by_the_other() -> None:
    text = plan(
        "Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 3 là 1 điểm phần trăm.", "1.3. Chỉ tiêu đợt 3 thấp hơn chỉ tiêu đợt 2 là 1 điểm phần trăm."
    )
    assert len(only(analysed(text), "TH513")) == 2


def test_a_count_has_no_points_of_percentage() -> None:
    text = plan("Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 1 điểm phần trăm.").replace(
        "1.2.", "- Không để xảy ra vụ việc phải bồi thường nhà nước.\n1.2."
    )
    [complaint] = only(analysed(text), "TH513")
    [way] = complaint.ways
    ready = text.replace("1.2. Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 1 điểm phần trăm.", way.line)
    assert [each.threshold for each in sound(ready).targets if each.wave == "đợt 2"] == [Fraction(161, 2), Fraction(41)]


def test_a_wave_that_has_its_own_target_is_not_given_another() -> None:
    text = plan("Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 1 điểm phần trăm.", f"1.3. Trong đợt 2, {RATE} đạt 70% về việc.")
    assert analysed(text).plan is None


def test_rows_that_do_not_meet_are_told_once_though_another_wave_takes_them_over() -> None:
    text = (
        "Tên loại: KẾ HOẠCH\nTrích yếu: A\nCơ quan ban hành: Cục THADS tỉnh B\nTình trạng: dự thảo\nDanh mục dùng chung: THADS\n\n"
        "I. CÁC ĐỢT\n- Đợt 1: từ ngày 01/10/2023 đến hết ngày 31/3/2024.\n- Đợt 2: từ ngày 01/4/2024 đến hết ngày 30/9/2024.\n"
        "II. CHỈ TIÊU\n1. Đợt 1\n- Chi cục THADS có tổng số giải quyết dưới 500 việc: tỷ lệ thi hành xong trên có điều kiện 60% về việc;\n"
        "- Chi cục THADS có tổng số giải quyết trên 500 việc: tỷ lệ thi hành xong trên có điều kiện 55% về việc.\n"
        "2. Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 10 điểm phần trăm."
    )
    assert [each.code.id for each in analysed(text).diagnostics if each.code.id.startswith("TH4")] == ["TH401"]
