"""VÍ DỤ about another time, about sums, about falls and comparisons: on the two shipped plans that need them."""

from pathlib import Path

import pytest

from thads_dsl.pipeline import analyse

PLANS = Path(__file__).parents[3] / "plans"
FALLS, RATES = "tuyen-quang-2023", "he-thong-thads-2022"
CHI_CUC = "Giả sử Chi cục THADS có tổng số giải quyết 499 việc"
CREDIT = "tỷ lệ thi hành xong án tín dụng"


def said(name: str, *steps: str, changed: tuple[str, str] = ("", "")) -> list[tuple[str, str]]:
    text = (PLANS / name / f"{name}.plan").read_text(encoding="utf-8")
    rules, heading, examples = text.partition("\nVÍ DỤ")
    assert changed[0] in rules
    text = (rules.replace(*changed) if changed[0] else rules) + heading + examples
    more = "\nVÍ DỤ: thử\n" + "\n".join(steps) if steps else ""
    return [(each.code.id, each.message + " " + (each.why or "")) for each in analyse(f"{name}.plan", (text + more).encode()).diagnostics]


@pytest.mark.parametrize("year", ["năm 2022", "năm trước"])
def test_a_sum_of_another_year_stands_for_its_columns(year: str) -> None:
    assert not said(
        FALLS,
        f"{CHI_CUC}, chuyển kỳ sau trừ sổ theo dõi riêng 188 việc, thi hành xong 100 việc",
        f"Và {year} có chuyển kỳ sau trừ sổ theo dõi riêng 200 việc",
        "Thì đạt chỉ tiêu giảm 6% về việc",
    )


def test_a_sum_that_contradicts_its_columns_is_refused() -> None:
    ((code, message),) = said(
        FALLS,
        f"{CHI_CUC}, tổng số phải thi hành 300 việc, thi hành xong 100 việc, số đã chuyển sổ theo dõi riêng 5 việc",
        "Và chuyển kỳ sau trừ sổ theo dõi riêng 196 việc",
        "Thì chưa đủ căn cứ xét chỉ tiêu về việc",
    )
    assert code == "TH802" and "không khớp" in message


@pytest.mark.parametrize("outcome", ["đạt chỉ tiêu 6% về việc", "đạt chỉ tiêu tăng 6% về việc", "đạt chỉ tiêu giảm 5% về việc"])
def test_another_goal_than_the_one_of_the_plan_is_told(outcome: str) -> None:
    now, then = (f"chuyển kỳ sau trừ sổ theo dõi riêng {count} việc" for count in (188, 200))
    ((code, message),) = said(FALLS, f"{CHI_CUC}, {now}", f"Và năm 2022 có {then}", f"Thì {outcome}")
    assert code == "TH801" and "đạt chỉ tiêu giảm 6% về việc" in message


@pytest.mark.parametrize("beside", ["thấp hơn năm 2021", "cao hơn năm 2020", "không thấp hơn năm 2021"])
def test_another_comparison_than_the_one_of_the_plan_is_told(beside: str) -> None:
    figures = "án tín dụng thi hành xong {} việc, án tín dụng có điều kiện thi hành 100 việc"
    steps = (f"Giả sử cơ quan THADS địa phương có {figures.format(81)}", f"Và năm 2021 có {figures.format(80)}")
    assert not said(RATES, *steps, f"Thì đạt chỉ tiêu cao hơn năm 2021 {CREDIT} về việc")
    ((code, message),) = said(RATES, *steps, f"Thì đạt chỉ tiêu {beside} {CREDIT} về việc")
    assert code == "TH801" and "đạt chỉ tiêu cao hơn năm 2021 về việc" in message


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        (FALLS, ("dưới 500 việc: Phấn đấu giảm từ 6%", "dưới 500 việc: Phấn đấu giảm từ 6,01%")),
        (FALLS, ("dưới 500 việc: Phấn đấu giảm từ 6%", "dưới 500 việc: Phấn đấu giảm từ 5,99%")),
        (FALLS, ("500 tỷ đồng", "501 tỷ đồng")),
        (FALLS, ("3.2. Đối với Phòng Nghiệp vụ và tổ chức THA và các Chi cục", "3.2. Đối với các Chi cục")),
        (RATES, ("trên 81,50%", "từ 81,50% trở lên")),
        (RATES, ("trên 40,10%", "trên 40,11%")),
        (RATES, ("ít nhất 97%", "ít nhất 96,99%")),
    ],
)
def test_a_changed_rule_breaks_an_example(name: str, changed: tuple[str, str]) -> None:
    assert said(name, changed=changed)
