"""Groups that are defined where they are used, and those of whom something else is asked than of all."""

from fractions import Fraction

import pytest

from thads_dsl.model.rules import Target
from thads_dsl.pipeline import Analysis, analyse

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua quý III năm 2026
Cơ quan ban hành: THADS tỉnh B
Địa danh, thời gian: B, ngày 20 tháng 6 năm 2026
Tình trạng: dự thảo
Danh mục dùng chung: THADS

1. Thời gian: Từ ngày 01/7/2026 đến hết ngày 30/9/2026. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 30/9/2026.
"""
RATE = "tỷ lệ thi hành xong"
UNITS = "2. Đối với Phòng THADS khu vực"
PEOPLE = "2. Đối với Chấp hành viên"


def analysed(*lines: str) -> Analysis:
    return analyse("a.plan", FRONT + "\n".join(lines) + "\n")


def targets(*lines: str) -> tuple[Target, ...]:
    found = analysed(*lines)
    assert found.plan is not None, [(each.code.id, each.message) for each in found.diagnostics]
    return found.plan.targets


def codes(*lines: str) -> list[str]:
    return [each.code.id for each in analysed(*lines).diagnostics if each.code.id.startswith(("TH1", "TH2", "TH3", "TH4"))]


def ways(code: str, *lines: str) -> list[str]:
    return [way.line for each in analysed(*lines).diagnostics if each.code.id == code for way in each.ways]


def bounds(target: Target) -> list[tuple[int | None, int | None]]:
    """The least and the greatest load of each stretch of a row."""
    return [band.interval.in_steps() for box in target.region.boxes for band in box] if target.region else []


GOALS = f"đạt {RATE} về việc"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nhóm 1 (tổng số giải quyết dưới 300 việc)", "Nhóm 2 (tổng số giải quyết từ 300 việc trở lên)"),
        ("Nhóm 1 (có tổng số giải quyết dưới 300 việc)", "Nhóm 2 (các Phòng THADS khu vực còn lại)"),
        ("Phòng THADS khu vực loại I (tổng số giải quyết dưới 300 việc)", "Phòng THADS khu vực loại II (từ 300 việc trở lên)"),
        ("Khối A (Phòng THADS khu vực có tổng số giải quyết đến 299 việc)", "Khối B (300 việc trở lên)"),
    ],
)
def test_a_bracket_behind_a_group_says_who_is_in_it(first: str, second: str) -> None:
    rows = targets(UNITS, f"- {first} {GOALS} 82%;", f"- {second} {GOALS} 80%.")
    assert [bounds(row) for row in rows] == [[(None, 299)], [(300, None)]]
    assert {row.subject.any_of for row in rows} == {("Phòng THADS khu vực",)}


def test_the_group_is_known_by_its_name_alone_elsewhere() -> None:
    rows = targets(
        PEOPLE,
        f"- Nhóm 1 (tổng số giải quyết dưới 90 việc) {GOALS} 85%;",
        f"- Nhóm 2 (từ 90 việc trở lên) {GOALS} 81%.",
        "3. Về tiền",
        f"- Nhóm 1 đạt {RATE} 50%; Nhóm 2 đạt {RATE} 46%.",
    )
    assert [bounds(row) for row in rows] == [[(None, 89)], [(90, None)]] * 2
    assert {row.subject.any_of for row in rows} == {("Chấp hành viên",)}


def test_a_group_of_named_units_and_those_that_remain() -> None:
    first, second = targets(
        UNITS,
        f"- Cụm 1 (Phòng THADS khu vực 1, khu vực 4) {GOALS} 82%;",
        f"- Cụm 2 (các Phòng THADS khu vực còn lại) {GOALS} 84%.",
    )
    assert first.subject.any_of == ("Cụm 1",)
    assert (second.subject.any_of, second.subject.none_of) == (("Phòng THADS khu vực",), ("Cụm 1",))


def test_a_bracket_in_the_row_of_a_table_takes_the_statistic_of_the_row_above() -> None:
    rows = targets(
        UNITS,
        "| Nhóm | Tỷ lệ thi hành xong về việc |",
        "| Nhóm 1 (tổng số phải thi hành dưới 300 việc) | 82% |",
        "| Nhóm 2 (300 việc đến dưới 800 việc) | 80% |",
        "| Nhóm 3 (từ 800 việc trở lên) | 78% |",
    )
    assert [bounds(row) for row in rows] == [[(None, 299)], [(300, 799)], [(800, None)]]


def test_a_group_without_anybody_around_it_is_asked_about_with_lines_that_compile() -> None:
    lines = ["2. Về việc", f"- Nhóm 1 (tổng số giải quyết dưới 90 việc): {RATE} 85%;", f"- Nhóm 2 (từ 90 việc trở lên): {RATE} 81%."]
    assert codes(*lines) == ["TH227", "TH227"]
    of_people = [way for way in ways("TH227", *lines) if "Chấp hành viên" in way]
    assert {row.subject.any_of for row in targets(lines[0], *of_people)} == {("Chấp hành viên",)}


def test_one_group_said_in_two_ways_is_refused_and_said_alike_is_not() -> None:
    lines = [PEOPLE, f"- Nhóm 1 (tổng số giải quyết dưới 90 việc) {GOALS} 85%;", f"- Các Chấp hành viên còn lại {GOALS} 81%."]
    again = f"3. Nhóm 1 (có tổng số giải quyết dưới {{}} việc) đạt {RATE} về tiền 50%; các Chấp hành viên còn lại đạt {RATE} về tiền 45%."
    assert codes(*lines, again.format(90)) == []
    assert "TH228" in codes(*lines, again.format(91))


@pytest.mark.parametrize(
    "sentence",
    [
        f"các Phòng THADS khu vực {GOALS} từ 80% trở lên, riêng Phòng THADS khu vực 2 đạt từ 75% trở lên",
        f"các Phòng THADS khu vực {GOALS} 80%, riêng Phòng THADS khu vực 2 thì đạt 75%",
        f"các Phòng THADS khu vực {GOALS} 80%, trừ Phòng THADS khu vực 2 đạt 75%",
        f"riêng Phòng THADS khu vực 2 {GOALS} 75%, các Phòng THADS khu vực còn lại đạt 80%",
    ],
)
def test_what_is_asked_of_some_apart_is_not_asked_of_them_with_all(sentence: str) -> None:
    rows = {row.subject.any_of: row for row in targets(f"2. Đối với tập thể: {sentence}.")}
    assert rows["Phòng THADS khu vực",].subject.none_of == ("Phòng THADS khu vực 2",)
    assert (rows["Phòng THADS khu vực",].threshold, rows["Phòng THADS khu vực 2",].threshold) == (Fraction(80), Fraction(75))


def test_those_apart_still_owe_what_is_said_of_the_other_side() -> None:
    cases, money, apart = targets(
        f"2. Các Phòng THADS khu vực đạt {RATE} 80% về việc và 45% về tiền, riêng Phòng THADS khu vực 2 đạt 75% về việc."
    )
    assert (cases.subject.none_of, money.subject.none_of) == (("Phòng THADS khu vực 2",), ())
    assert apart.subject.any_of == ("Phòng THADS khu vực 2",)


def test_a_row_of_its_own_takes_those_apart_out_of_every_band_of_the_list() -> None:
    small, large, apart = targets(
        UNITS,
        f"- Phòng THADS khu vực có tổng số giải quyết dưới 300 việc {GOALS} 82%;",
        f"- Phòng THADS khu vực có tổng số giải quyết từ 300 việc trở lên {GOALS} 80%;",
        f"- Riêng Phòng THADS khu vực 5 {GOALS} 70%.",
    )
    assert small.subject.none_of == large.subject.none_of == apart.subject.any_of == ("Phòng THADS khu vực 5",)


def test_a_band_apart_is_cut_out_of_the_figures_of_all() -> None:
    rest, apart = targets(f"2. Phòng THADS khu vực {GOALS} 80%, riêng Phòng THADS khu vực có từ 900 việc phải thi hành trở lên đạt 77%.")
    assert (bounds(rest), bounds(apart)) == ([(None, 899)], [(900, None)])


@pytest.mark.parametrize(
    "lines",
    [
        [f"2. Các đơn vị trừ Phòng THADS khu vực 3 và Phòng THADS khu vực 4 {GOALS} 83%."],
        [f"2. Các đơn vị (trừ Phòng THADS khu vực 3, khu vực 4) {GOALS} 83%."],
        [f"2. Các đơn vị {GOALS} 83%, trừ Phòng THADS khu vực 3 và Phòng THADS khu vực 4."],
        ["2. Đối với đơn vị không kể Phòng THADS khu vực 3 và Phòng THADS khu vực 4:", f"- {GOALS} 83%."],
        ["2. Đối với đơn vị", f"- {GOALS} 83% (trừ Phòng THADS khu vực 3 và Phòng THADS khu vực 4)."],
    ],
)
def test_those_left_out_owe_nothing(lines: list[str]) -> None:
    (only,) = targets(*lines)
    assert (only.subject.any_of, only.subject.none_of) == ((), ("Phòng THADS khu vực 3", "Phòng THADS khu vực 4"))


def test_whom_a_name_behind_those_left_out_is_for_is_not_guessed() -> None:
    first = "- Trừ Phòng THADS khu vực 3, "
    assert targets(UNITS, f"{first}{RATE} về việc đạt 83%.")[0].subject.none_of == ("Phòng THADS khu vực 3",)
    assert codes(UNITS, f"{first}Phòng THADS khu vực 4 đạt {RATE} về việc 83%.") != []


def test_each_unit_of_a_lead_is_one_of_those_around_it() -> None:
    rows = targets(
        UNITS,
        "- Tỷ lệ thi hành xong về việc của từng đơn vị như sau:",
        "+ Có tổng số giải quyết dưới 300 việc: 82%;",
        "+ Có tổng số giải quyết từ 300 việc trở lên: 80%.",
    )
    assert [row.subject.any_of for row in rows] == [("Phòng THADS khu vực",)] * 2


def test_a_mean_for_each_is_one_of_people_only_under_people() -> None:
    line = "- Bình quân mỗi Chấp hành viên thi hành xong từ 12 việc/tháng trở lên."
    (mean,) = targets(PEOPLE, line)
    assert (mean.subject.any_of, mean.threshold) == (("Chấp hành viên",), Fraction(12))
    assert codes(UNITS, line) == ["TH120"]
    assert targets(UNITS, ways("TH120", UNITS, line)[0])[0].subject.any_of == ("Chấp hành viên",)


def test_the_row_offered_in_a_table_is_a_row_that_closes_it() -> None:
    lines = [
        UNITS,
        "| STT | Nhóm | Tỷ lệ thi hành xong về việc |",
        "| 1 | Nhóm 1 (tổng số giải quyết dưới 300 việc) | 82% |",
        "| 2 | Nhóm 2 (từ 300 việc đến dưới 700 việc) | 80% |",
    ]
    assert codes(*lines) == ["TH403"]
    (row,) = ways("TH403", *lines)
    assert row == "| … | Các Phòng THADS khu vực còn lại | …% |"
    assert codes(*lines, row.replace("…%", "77%").replace("…", "3")) == []


def test_words_in_a_cell_are_put_right_in_their_own_row() -> None:
    lines = [UNITS, "| Đơn vị | Tỷ lệ thi hành xong về việc |", "| Phòng Tổng hợp | ≥ 80% |", "| Phòng THADS khu vực 3 | ≥ 80% |"]
    assert codes(*lines) == ["TH202", "TH119"]
    assert ways("TH119", *lines) == ["| Phòng THADS khu vực 3 | từ 80% trở lên |"]


def test_a_count_with_a_percentage_under_a_heading_is_put_right_in_the_heading() -> None:
    lines = ["2. Thi hành xong về việc:", "- Phòng THADS khu vực: đạt 84%."]
    first = ways("TH302", *lines)[0]
    assert first == "2. tỷ lệ thi hành xong trên có điều kiện về việc:"
    assert targets(first, lines[1])[0].threshold == 84


@pytest.mark.parametrize(
    "rest",
    [
        "Nhóm 2: các Chấp hành viên còn lại",
        "Nhóm 2 là các Chấp hành viên còn lại",
        "Nhóm 2 gồm: các Chấp hành viên còn lại",
        "Nhóm 2: còn lại",
        "Các Chấp hành viên còn lại thuộc Nhóm 2",
    ],
)
def test_those_who_remain_are_a_group_and_nothing_is_asked_of_the_council(rest: str) -> None:
    rows = targets(
        "2. Chấp hành viên được chia nhóm như sau:",
        "- Nhóm 1: Chấp hành viên có tổng số giải quyết từ 240 việc trở lên;",
        f"- {rest}.",
        f"3. {RATE[0].upper()}{RATE[1:]} về việc",
        "- Nhóm 1: đạt 71%;",
        "- Nhóm 2: đạt 77%.",
    )
    assert [(row.threshold, bounds(row)) for row in rows] == [(Fraction(71), [(240, None)]), (Fraction(77), [(None, 239)])]
    found = analysed("2. Chia nhóm:", "- Nhóm 1: Chấp hành viên có tổng số giải quyết từ 240 việc trở lên;", f"- {rest}.")
    assert found.plan is not None
    assert found.plan.judged_targets == ()


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("2. Chấp hành viên được chia nhóm theo số việc phải thi hành như sau:", "có số phải thi hành dưới 300 việc"),
        ("2. Chấp hành viên được phân thành 02 nhóm:", "còn lại"),
        (f"{PEOPLE}\n2.1. Phân nhóm", "các Chấp hành viên còn lại"),
    ],
)
def test_a_colon_does_for_a_bracket_where_people_are_told_apart(opening: str, rest: str) -> None:
    lines = [*opening.split("\n"), "- Nhóm 1: có số phải thi hành từ 300 việc trở lên;", f"- Nhóm 2: {rest}."]
    rows = targets(*lines, "3. Chỉ tiêu", f"- Nhóm 1 {GOALS} 71%;", f"- Nhóm 2 {GOALS} 79%.")
    assert [bounds(row) for row in rows] == [[(300, None)], [(None, 299)]]
    assert {row.subject.any_of for row in rows} == {("Chấp hành viên",)}


def test_people_told_apart_whom_nobody_declared_are_told_and_their_groups_are_not() -> None:
    lines = ["2. Đội xe được chia nhóm như sau:", "- Nhóm 1: có số phải thi hành từ 300 việc trở lên;", "- Nhóm 2: còn lại."]
    assert codes(*lines, "3. Chỉ tiêu", f"- Nhóm 1 {GOALS} 71%.") == ["TH202"]
    named = ["2. Đội xe được chia nhóm như sau:", "- Nhóm 1: Chấp hành viên có số phải thi hành từ 300 việc trở lên."]
    assert codes(*named) == ["TH202"]


@pytest.mark.parametrize("label", ["Cá nhân", "Tập thể", "Chấp hành viên"])
def test_bounds_behind_a_name_that_is_no_group_define_nothing(label: str) -> None:
    assert codes(f"2. {label}: Thư ký thi hành án có số phải thi hành từ 300 việc trở lên.") == ["TH101"]


def test_bounds_alone_behind_a_colon_are_of_the_statistic_that_people_are_told_apart_by() -> None:
    opening = "2. Chấp hành viên được chia nhóm theo số phải thi hành như sau:"
    lines = [opening, "- Nhóm 1: từ 300 việc trở lên hoặc từ 50 tỷ đồng trở lên;", "- Nhóm 2: dưới 300 việc và dưới 50 tỷ đồng."]
    rows = targets(*lines, "3. Chỉ tiêu", f"- Nhóm 1 {GOALS} 71%;", f"- Nhóm 2 {GOALS} 79%.")
    assert [bounds(row) for row in rows] == [[(300, None), (50_000_000_000, None)], [(None, 299), (None, 49_999_999_999)]]
    bare = [opening.replace(" theo số phải thi hành", ""), *lines[1:], "3. Chỉ tiêu", f"- Nhóm 1 {GOALS} 71%;"]
    assert set(codes(*bare)) == {"TH213"}
