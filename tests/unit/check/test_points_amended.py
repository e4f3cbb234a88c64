"""Changes of a points table in the words of offices mean what the same table written out means; none of them is lost."""

from fractions import Fraction

import pytest

from tests.contract.places import BASE_LIMITS
from tests.unit.check.test_points_kept import BASE, HEAD, WORDS, amend, messages, table
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.model.points import ByLevel, Criterion
from thads_dsl.model.reading import Role
from thads_dsl.pipeline import Analysis, analyse

RAISED = "Nâng điểm tiêu chí 2 “Tiếp công dân” lên 25 điểm: Tốt: 25 điểm; còn lại: 0 điểm."
LOWERED = "Sửa cách chấm tiêu chí 1 “Chế độ báo cáo” thành: Mỗi báo cáo chậm trừ 02 điểm, trừ không quá 35 điểm."
PLAIN = (
    "Sửa điểm tiêu chí 2 “Tiếp công dân” thành 25 điểm.",
    "Sửa cách chấm tiêu chí 2 “Tiếp công dân” thành: Tốt: 25 điểm; còn lại: 0 điểm.",
    "Sửa điểm tiêu chí 1 “Chế độ báo cáo” thành 35 điểm.",
    LOWERED,
)


def meaning(*rules: str) -> list[tuple[object, ...]]:
    """What each criterion gives, and the points of the table on its way."""
    found = table(*rules)
    return [tuple(_said(each)) for each in found.criteria]


def _said(each: Criterion) -> list[object]:
    return [each.number, each.title, each.standard, each.start, [repr(change).replace(each.key, "") for change in each.changes]]


def complaint(found: Analysis, code: str) -> Diagnostic:
    """The only complaint, of this code."""
    assert [each.code.id for each in found.diagnostics] == [code]
    return found.diagnostics[0]


@pytest.mark.parametrize(
    "said",
    [
        (RAISED, "Giảm điểm chuẩn tiêu chí 1 “Chế độ báo cáo” từ 40 điểm xuống còn 35 điểm.", LOWERED),
        (
            "Sửa điểm và cách chấm tiêu chí 2 “Tiếp công dân” thành 25 điểm: Tốt: 25 điểm; còn lại: 0 điểm.",
            "Hạ điểm của tiêu chí 1 “Chế độ báo cáo” còn 35 điểm, mỗi báo cáo chậm trừ 02 điểm, trừ không quá 35 điểm.",
        ),
        (
            "Chuyển 05 điểm từ tiêu chí 1 “Chế độ báo cáo” sang tiêu chí 2 “Tiếp công dân”.",
            "Sửa đổi cách chấm tiêu chí 2 “Tiếp công dân” như sau: Tốt: 25 điểm; còn lại: 0 điểm.",
            LOWERED,
        ),
        (
            "Tăng điểm tiêu chí 2 “Tiếp công dân” lên 25 điểm: Tốt: 25 điểm; còn lại: 0 điểm; "
            f"giảm điểm tiêu chí 1 “Chế độ báo cáo” xuống 35 điểm. {LOWERED}",
        ),
    ],
)
def test_points_that_are_raised_lowered_or_moved_are_those_that_are_changed(said: tuple[str, ...]) -> None:
    assert meaning(*said) == meaning(*PLAIN)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("Giảm điểm tiêu chí 2 “Tiếp công dân” từ 25 điểm xuống 15 điểm.", "TH632 câu ghi từ 25 điểm, bảng gốc ghi 20 điểm"),
        ("Nâng điểm tiêu chí 2 “Tiếp công dân” lên 15 điểm.", "TH632 câu nói nâng, mà 15 điểm thấp hơn 20 điểm của bảng gốc"),
        ("Chuyển 21 điểm từ tiêu chí 2 “Tiếp công dân” sang tiêu chí 3 “Xây dựng Đảng”.", "TH632 tiêu chí 2 chỉ có 20 điểm"),
        ("Sửa cách chấm tiêu chí 2 thành: Tốt: 20 điểm; còn lại: 5 điểm.", "TH616 chưa ghi tên của tiêu chí 2"),
        ("Sửa điểm và cách chấm tiêu chí 2 “Tiếp công dân” thành 25 điểm.", "TH602 tiêu chí “Tiếp công dân” chưa ghi cách chấm"),
        ("Nâng mức điểm Hạng A lên 92 điểm.", "TH633 Hạng A đổi mức điểm thì các hạng khác đổi theo"),
    ],
)
def test_a_change_that_does_not_fit_its_base_is_refused(said: str, message: str) -> None:
    assert messages(WORDS, said) == [message]


def test_a_title_left_out_is_given_in_a_line_that_compiles() -> None:
    found = complaint(amend("Sửa cách chấm tiêu chí 2 thành: Tốt: 20 điểm; còn lại: 5 điểm."), "TH616")
    assert table(found.ways[0].line).criteria[1].start == ByLevel((("tốt", Fraction(20)), ("còn lại", Fraction(5))))
    assert "tiêu chí 2 “Tiếp công dân” thành" in found.ways[0].line


def test_the_cell_of_changed_points_is_given_in_a_line_that_compiles() -> None:
    lower = "Giảm điểm tiêu chí 2 “Tiếp công dân” xuống 15 điểm."
    found = complaint(amend(lower), "TH605")
    assert found.at.span.line == 9
    sums = ("Sửa điểm phần I thành 55 điểm.", "Sửa tổng điểm thành 95 điểm.")
    assert table(lower, found.ways[0].line, *sums).criteria[1].best == 15


@pytest.mark.parametrize(
    "line",
    [
        "Bậc tốt ở tiêu chí 2 “Tiếp công dân” được tính như mọi bậc.",
        "Riêng tiêu chí “Tiếp công dân” do Văn phòng theo dõi.",
        "Đơn vị mới thành lập không phấn đấu Hạng A.",
    ],
)
def test_what_names_a_criterion_or_a_class_is_no_judgment_and_no_prose(line: str) -> None:
    assert messages(WORDS, line) == [f"TH629 “{line.rstrip('.')}”"]
    text = f"{HEAD}Trên cơ sở: goc.plan\n\nI. BẢNG ĐIỂM\nĐối với Chi cục THADS:\n- {WORDS}\n> {line}\n"
    if "tiêu chí “" not in line:
        assert [each.code.id for each in analyse("thu.plan", text, {"goc.plan": BASE.encode()}.get).diagnostics] == ["TH110"]


def test_a_line_of_its_way_out_compiles() -> None:
    found = complaint(amend(WORDS, "Mỗi đơn tồn trừ 03 điểm, không giới hạn."), "TH629")
    assert table(WORDS, found.ways[0].line).criteria[-1].title == "Đơn tồn"


@pytest.mark.parametrize(("said", "points"), [("Bớt 05 điểm của", "35"), ("Tăng thêm 05 điểm cho", "45"), ("Đưa xuống 30 điểm", "30")])
def test_points_taken_off_are_reckoned_from_those_that_there_are(said: str, points: str) -> None:
    found = complaint(amend(WORDS, f"{said} tiêu chí 1 “Chế độ báo cáo”."), "TH629")
    assert found.ways[0].line == f"Sửa điểm tiêu chí 1 “Chế độ báo cáo” thành {points} điểm."


def test_an_unread_change_is_not_also_a_plan_without_changes_nor_a_wrong_sum() -> None:
    assert messages("Tiêu chí 2 “Tiếp công dân” từ nay tính khác.") == ["TH629 “Tiêu chí 2 “Tiếp công dân” từ nay tính khác”"]
    lowered = "Giảm điểm tiêu chí 3 “Xây dựng Đảng” xuống 35 điểm: Hội đồng chấm từ 0 đến 35 điểm."
    assert messages(lowered, "Bù vào tiêu chí 2 “Tiếp công dân” cho đủ.") == ["TH629 “Bù vào tiêu chí 2 “Tiếp công dân” cho đủ”"]


def test_classes_said_anew_are_a_change_of_the_table() -> None:
    found = table("Hạng A từ 92 điểm trở lên;", "Hạng B: các đơn vị còn lại.")
    assert [case.interval.low.value for each in found.classes for case in each.cases if case.interval.low] == [92]
    assert [each[:5] for each in messages("Hạng A: từ 90 điểm trở lên;", "Hạng B: các đơn vị còn lại.")] == ["TH617"]


def test_all_classes_are_offered_where_one_is_said_anew() -> None:
    base = BASE.replace("- Hạng B: các đơn vị còn lại.", "- Hạng B: từ 70 điểm đến dưới 90 điểm;\n- Hạng C: dưới 70 điểm.")
    for said, code in (("Hạng A: từ 92 điểm trở lên;", "TH612"), ("Nâng mức điểm Hạng A lên 92 điểm.", "TH633")):
        lines = complaint(amend(said, base=base), code).ways[0].line
        assert lines == "- Hạng A: từ 92 điểm trở lên;\n- Hạng B: từ 70 điểm đến dưới 92 điểm;\n- Hạng C: dưới 70 điểm."


def test_classes_that_are_gone_are_named() -> None:
    base = BASE.replace("- Hạng B: các đơn vị còn lại.", "- Hạng B: từ 70 điểm đến dưới 90 điểm;\n- Hạng C: dưới 70 điểm.")
    assert messages("Hạng A: từ 92 điểm trở lên;", "Hạng B: các đơn vị còn lại.", base=base) == ["TH634 Hạng C của bảng gốc không còn"]


def test_a_sum_points_at_the_last_change_and_shows_all_of_them() -> None:
    found = complaint(amend(RAISED, "Hạ điểm tiêu chí 1 “Chế độ báo cáo” còn 38 điểm."), "TH601")
    assert found.at.span.line == 10
    assert "+ 5 - 2, cộng lại thêm 03 điểm" in found.why


def test_what_restates_a_line_of_the_base_holds_on_and_its_author_s_words_are_printed() -> None:
    rounding = "làm tròn đến hai chữ số thập phân"
    base = BASE.replace(f"; {rounding}.", f".\n- Tổng điểm lấy số lẻ.\nHiểu là (thêm 1): Tổng điểm {rounding.replace('hai', '1')}.")
    text = f"{HEAD}Trên cơ sở: goc.plan\nIn: bảng đầy đủ\n\nI. BẢNG ĐIỂM\nĐối với Chi cục THADS:\n- {WORDS}\n"
    plan = analyse("thu.plan", text, {"goc.plan": base.encode()}.get).plan
    assert plan is not None
    assert plan.points[0].rounding is not None and plan.points[0].rounding.digits == 1
    assert "- Tổng điểm lấy số lẻ." in [f"- {each.text}" for each in plan.document.body if hasattr(each, "text")]


def test_the_printed_table_writes_new_points_as_the_old_ones() -> None:
    text = f"{HEAD}Trên cơ sở: goc.plan\nIn: bảng đầy đủ\n\nI. BẢNG ĐIỂM\nĐối với Chi cục THADS:\n" + "".join(
        f"- {each}\n" for each in ("Giảm điểm tiêu chí 2 “Tiếp công dân” còn 05 điểm: tốt: 05 điểm; còn lại: 0 điểm.", *_PARTS)
    )
    plan = analyse("thu.plan", text, {"goc.plan": BASE.encode()}.get).plan
    assert plan is not None
    rows = next(each.rows for each in plan.document.body if hasattr(each, "rows"))
    assert rows[3] == ("2", "Tiếp công dân", "05", "Tốt: 05 điểm; còn lại: 0 điểm")


_PARTS = ("Sửa điểm phần I thành 45 điểm.", "Giảm tổng điểm xuống 85 điểm.")


def test_a_reference_before_a_full_stop_moves_with_its_criterion() -> None:
    base = BASE.replace("| 1 | Chế độ báo cáo | 40 |", "| 1 | Chế độ báo cáo | 20 |").replace(
        "Tiếp công dân | 20 | Tốt: 20", "Tiếp công dân | 40 | Tốt: 40"
    )
    base = base.replace("Hội đồng chấm từ 0 đến 40 điểm |", "Như tiêu chí 2. |")
    added = "Bổ sung tiêu chí “Chuyển đổi số” 02 điểm vào sau tiêu chí 1: Tốt: 02 điểm; còn lại: 0 điểm."
    found = amend(added, "Sửa điểm phần I thành 62 điểm.", "Sửa tổng điểm thành 102 điểm.", base=base)
    assert found.plan is not None
    criteria = found.plan.points[0].criteria
    assert [each.title for each in criteria][2:] == ["Tiếp công dân", "Xây dựng Đảng"]
    assert criteria[3].start == criteria[2].start


def test_the_table_is_told_criterion_by_criterion() -> None:
    base = analyse("goc.plan", BASE).reading
    told = [each.words for line in base for each in line.taken if each.role is Role.RULE]
    assert told[:4] == [
        "bảng điểm của Chi cục THADS: 3 tiêu chí, tổng cộng 100 điểm",
        "tiêu chí 1: điểm chuẩn: 40; mỗi báo cáo chậm: -2, nhiều nhất -40",
        "tiêu chí 2: tốt: 20; còn lại: 0",
        "tiêu chí 3: Hội đồng chấm từ 0 đến 40",
    ]
    assert "tổng điểm từ 10 đến 95; làm tròn đến hai chữ số thập phân" in told
    read = {line.line: [each.words for each in line.taken] for line in amend(RAISED, "Sửa tổng điểm thành 105 điểm.", _PART).reading}
    assert "tổng điểm từ 10 đến 95; làm tròn đến hai chữ số thập phân" in read[5]
    assert read[9] == ["tiêu chí 2: tốt: 25; còn lại: 0"]


_PART = "Nâng điểm phần I lên 65 điểm."


SORT = "“Sắp xếp kho” 00 điểm{}: Mỗi kho bừa bộn trừ 01 điểm, trừ không quá 03 điểm."


@pytest.mark.parametrize(
    ("where", "titles"),
    (
        (" vào phần I", ("Chế độ báo cáo", "Tiếp công dân", "Sắp xếp kho", "Xây dựng Đảng")),
        (" vào cuối phần I", ("Chế độ báo cáo", "Tiếp công dân", "Sắp xếp kho", "Xây dựng Đảng")),
        (" vào trước tiêu chí 1", ("Sắp xếp kho", "Chế độ báo cáo", "Tiếp công dân", "Xây dựng Đảng")),
        (" vào trước tiêu chí 3", ("Chế độ báo cáo", "Tiếp công dân", "Sắp xếp kho", "Xây dựng Đảng")),
        (", vào phần II", ("Chế độ báo cáo", "Tiếp công dân", "Xây dựng Đảng", "Sắp xếp kho")),
    ),
)
def test_a_new_criterion_stands_where_the_sentence_says(where: str, titles: tuple[str, ...]) -> None:
    found = table(f"Bổ sung tiêu chí {SORT.format(where)}")
    assert tuple(each.title for each in found.criteria) == titles


def test_a_new_criterion_of_a_table_in_parts_is_asked_for_its_part() -> None:
    asked = complaint(amend(f"Bổ sung tiêu chí {SORT.format('')}"), "TH616")
    assert [way.line.split("điểm")[1].split(":")[0] for way in asked.ways] == [" vào phần I", " vào phần II"]
    for way in asked.ways:
        assert amend(way.line).plan is not None
    assert complaint(amend(f"Bổ sung tiêu chí {SORT.format(' vào phần V')}"), "TH616").message == "bảng gốc không có phần V"


@pytest.mark.parametrize(
    "said", ("Gộp tiêu chí 1 và tiêu chí 2 thành tiêu chí “Văn phòng”.", "Chuyển tiêu chí 1 và 2 sang tiêu chí mới “Văn phòng”.")
)
def test_merged_criteria_are_offered_as_changes_that_are_read(said: str) -> None:
    (line,) = [way.line for way in complaint(amend(said), "TH629").ways]
    assert line.startswith("Bỏ tiêu chí 1 “Chế độ báo cáo”. Bỏ tiêu chí 2 “Tiếp công dân”. Bổ sung tiêu chí “Văn phòng” 60 điểm")
    filled = line.replace(": …", ": Hội đồng chấm từ 0 đến 60 điểm")
    assert amend(filled).plan is not None, messages(filled)


MORE = "Nâng điểm tiêu chí 1 “Lưu trữ hồ sơ” lên 20 điểm"
LESS = "Giảm điểm tiêu chí 2 “Tiếp công dân” xuống 80 điểm: Hội đồng chấm từ 0 đến 80 điểm"


def limited(*rules: str) -> Analysis:
    """A table amended whose deductions end at a figure of its own."""
    return amend(*(f"{rule}." for rule in rules), base=BASE_LIMITS.read_text("utf-8"))


@pytest.mark.parametrize("more", [MORE, "Chuyển 05 điểm từ tiêu chí 2 “Tiếp công dân” sang tiêu chí 1 “Lưu trữ hồ sơ”"])
def test_a_limit_that_was_all_the_points_of_the_base_is_told_and_each_way_out_is_read(more: str) -> None:
    less = LESS if more == MORE else "Sửa cách chấm tiêu chí 2 “Tiếp công dân” thành: Hội đồng chấm từ 0 đến 80 điểm"
    told = complaint(limited(more, less), "TH918")
    mended = [limited(more, less, way.line.rstrip(".")) for way in told.ways]
    assert [found.diagnostics for found in mended] == [(), ()]
    assert [criterion_of(found).range[0] for found in mended] == [0, 5]


def criterion_of(found: Analysis) -> Criterion:
    """The first criterion of the only table."""
    assert found.plan is not None
    return found.plan.points[0].criteria[0]


@pytest.mark.parametrize("limit", ["15 điểm", "điểm chuẩn"])
def test_a_limit_that_is_said_anew_is_meant(limit: str) -> None:
    assert limited(f"{MORE}: Mỗi hồ sơ thất lạc trừ 03 điểm, trừ không quá {limit}", LESS).diagnostics == ()


def test_what_is_wrong_with_a_row_of_the_base_is_told_where_that_row_is_changed() -> None:
    told = complaint(amend("Thay cụm từ “còn lại” bằng cụm từ “trung bình”."), "TH606")
    assert told.at.span.line == HEAD.count("\n") + 5  # the only line below the context
