"""What a plan with a points table says of points and classes beside the table: read, refused with lines that are read, or never silent."""

from fractions import Fraction

import pytest

from tests.unit.check.test_points_sentences import plan_with, read, table_with
from tests.unit.check.writing import analysed, edited, only
from thads_dsl.diagnostics import Edit
from thads_dsl.model.points_classes import NoneBelow, TargetsAre

A = "Hạng A: từ 90 điểm trở lên và đạt cả hai chỉ tiêu được giao về việc và về tiền;"
BOTH = "cả hai chỉ tiêu được giao về việc và về tiền"
C = "Hạng C: dưới 70 điểm."


@pytest.mark.parametrize(
    "said",
    (
        "Điểm cộng chỉ được tính khi đơn vị đạt chỉ tiêu về tiền.",
        "Điểm thưởng không tính cho đơn vị đã bị trừ điểm.",
        "Đơn vị tự chấm cao hơn thực tế thì bị trừ điểm.",
        "Công chức tự phát hiện sai phạm thì được miễn trừ điểm.",
        "Đơn vị thành lập mới trong năm được miễn xếp hạng.",
        "Đơn vị được xếp hạng nhất được tặng Cờ thi đua.",
        "Đơn vị xếp Hạng A được tuyên dương toàn ngành.",
        "Hai đơn vị cùng điểm thì Hội đồng bỏ phiếu kín.",
        "Bảng tự chấm nộp muộn thì coi như chưa chấm.",
        "Phát hiện tự chấm khống thì hủy kết quả chấm.",
        "Kết quả tự chấm không có tài liệu kèm theo không được công nhận.",
        "Không chấm điểm tiêu chí 2 đối với đơn vị vừa tách ra.",
        "Đơn vị không mở sổ theo dõi thì không được tính điểm tiêu chí này.",
        "Đơn vị để cháy kho vật chứng thì mất điểm tiêu chí 1.",
        "Điểm tiêu chí 1 được nhân đôi đối với đơn vị biên giới.",
        "Đơn vị để mất dấu bị hạ xuống loại thấp nhất.",
        "Đơn vị nộp chậm được nửa điểm.",
        "Đơn vị thực hiện sớm hưởng trọn số điểm.",
        "Qua rà soát, Hội đồng giảm bớt điểm của đơn vị còn tồn tại.",
        "Xây dựng tốt phong trào được nâng một hạng.",
        "Riêng Chi cục THADS huyện 1 được nhân đôi kết quả ở phần A.",
        "Không áp dụng Bảng này đối với Chi cục THADS huyện 9.",
        "Hội đồng có quyền cộng thêm cho đơn vị có thành tích đặc biệt.",
        "Đơn vị không có án tồn được hưởng trọn phần giảm án tồn.",
        "Sáng kiến của năm trước không được tính cộng trong năm nay.",
        "Đơn vị tự chấm sai thực tế thì lấy kết quả do Hội đồng thẩm định.",
        "Báo cáo thống kê được tính nặng hơn.",
        "Các Chi cục mới sáp nhập áp dụng như năm cũ.",
        "Bảng này không áp dụng cho Văn phòng.",
        "Đơn vị mới thành lập không tham gia chấm.",
        "Phần C không tính đối với đơn vị bị phê bình.",
    ),
)
def test_what_decides_of_points_or_classes_is_refused_and_as_prose_still_told(said: str) -> None:
    assert [each.code.id for each in read(said).diagnostics] == ["TH629"]
    marked = read(f"> {said}")
    assert marked.plan is not None
    assert "TH954" in [each.code.id for each in marked.diagnostics]


@pytest.mark.parametrize(
    ("heading", "told"),
    (
        ("Kết quả thu hồi tài sản được nhân hệ số hai", 1),
        ("Đơn vị vùng cao được cộng thêm điểm", 1),
        ("Không chấm điểm đơn vị nộp muộn", 1),
        ("Các trường hợp bị trừ điểm", 0),
        ("Cách tính điểm cộng, điểm trừ", 0),
        ("Điểm thưởng, điểm phạt", 0),
    ),
)
def test_a_heading_that_says_who_gets_what_is_a_sentence(heading: str, told: int) -> None:
    found = analysed(f"{WITH_TABLE}\n\nII. TỔ CHỨC THỰC HIỆN\n1. {heading}\n- Theo dõi kịp thời.\n")
    assert [each.code.id for each in found.diagnostics].count("TH629") == told


@pytest.mark.parametrize(
    "said",
    (
        "Việc cộng điểm, trừ điểm phải công khai, khách quan.",
        "Các đơn vị tự chấm điểm, gửi kết quả về Văn phòng tổng hợp.",
        "Kết quả chấm điểm, xếp hạng là căn cứ xét danh hiệu thi đua.",
        "Trường hợp có vướng mắc về bảng điểm thì phản ánh về Cục.",
        "Đơn vị gửi báo cáo tự chấm mà có sai sót thì được trả lại để sửa.",
        "Phòng Nghiệp vụ giúp Hội đồng chấm điểm tiêu chí 1.",
        "Không chấm điểm qua loa, hình thức.",
        "Phấn đấu nâng cao điểm số của đơn vị.",
        "Văn phòng tổng hợp điểm của các đơn vị, trình Hội đồng.",
    ),
)
def test_wishes_and_procedure_are_no_rules(said: str) -> None:
    plain = analysed(f"{WITH_TABLE}\n\nII. TỔ CHỨC THỰC HIỆN\n1. {said}\n2. > {said}\n")
    assert [each.code.id for each in plain.diagnostics if each.code.id in ("TH629", "TH954")] == []


WITH_TABLE = """Tên loại: KẾ HOẠCH
Trích yếu: Chấm điểm
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS

I. BẢNG ĐIỂM
Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Chế độ báo cáo | 40 | Mỗi báo cáo chậm trừ 02 điểm, trừ không quá điểm chuẩn |
| | Tổng cộng | 40 | |"""


@pytest.mark.parametrize(
    "said",
    (
        f"Hạng A chỉ dành cho đơn vị đạt {BOTH}.",
        f"Chỉ xếp Hạng A đối với đơn vị đạt {BOTH}.",
        f"Chỉ xếp Hạng A cho đơn vị đạt {BOTH}.",
        f"Chỉ đơn vị đạt {BOTH} mới được xếp Hạng A.",
        f"Không xếp Hạng A đối với đơn vị không đạt đủ {BOTH}.",
        "Không xếp Hạng A đối với đơn vị không đạt một trong hai chỉ tiêu được giao.",
    ),
)
def test_a_class_only_for_those_who_meet_targets_is_barred_to_whoever_fails_one(said: str) -> None:
    plan = plan_with("Hạng A: từ 90 điểm trở lên;", "Hạng B: dưới 90 điểm.", said)
    (change,) = plan.points[0].changes
    both = tuple(target.id for target in plan.targets[:2])
    assert (change.bar, change.trigger) == ("Hạng A", TargetsAre(both, False))


@pytest.mark.parametrize("words", ("không đạt đủ cả hai", "không đạt đủ hai", "không đạt một trong hai"))
def test_not_both_targets_is_a_condition_of_a_class(words: str) -> None:
    table = table_with(A, f"Hạng B: từ 70 điểm đến dưới 90 điểm, hoặc từ 90 điểm trở lên nhưng {words} chỉ tiêu được giao;", C)
    condition = table.classes[1].cases[1].conditions[0]
    assert isinstance(condition, TargetsAre)
    assert (len(condition.targets), condition.met) == (2, False)


def test_some_target_failed_is_a_condition_of_a_class() -> None:
    every = A.replace("cả hai chỉ tiêu được giao về việc và về tiền", "các chỉ tiêu")
    table = table_with(every, "Hạng B: từ 70 điểm đến dưới 90 điểm, hoặc từ 90 điểm trở lên nhưng có chỉ tiêu không đạt;", C)
    assert table.classes[1].cases[1].conditions == (TargetsAre(table.classes[0].cases[0].conditions[0].targets, False),)  # type: ignore[union-attr]


def test_both_readings_of_not_both_are_ready_and_mean_different_things() -> None:
    row = "Hạng B: từ 70 điểm đến dưới 90 điểm, hoặc từ 90 điểm trở lên nhưng {};"
    (found,) = only(read(A, row.format(f"không đạt {BOTH}"), C), "TH635")
    one, none = (way.line for way in found.ways)
    assert (one, none) == (
        f"không đạt đủ {BOTH}",
        "không đạt chỉ tiêu được giao về việc và không đạt chỉ tiêu được giao về tiền",
    )
    rest = "Hạng D: các đơn vị còn lại."
    not_both = table_with(A, row.format(one), rest).classes[1].cases[1].conditions
    neither = table_with(A, row.format(none), rest).classes[1].cases[1].conditions
    assert [len(each.targets) for each in not_both if isinstance(each, TargetsAre)] == [2]
    assert [len(each.targets) for each in neither if isinstance(each, TargetsAre)] == [1, 1]


@pytest.mark.parametrize(
    ("rows", "code"),
    (
        ((A, "Hạng B: từ 70 điểm đến dưới 90 điểm;", C), "TH612"),
        ((A, "Hạng B: từ 70 điểm đến dưới 85 điểm, hoặc từ 90 điểm trở lên nhưng không đạt đủ hai chỉ tiêu được giao;", C), "TH612"),
        ((A, f"Hạng B: dưới 70 điểm, hoặc từ 70 điểm trở lên nhưng không đạt đủ {BOTH}."), "TH612"),
        ((A, "Hạng B: từ 70 điểm trở lên;", C), "TH613"),
        ((A, "Hạng B: từ 70 điểm đến 90 điểm, hoặc từ 90 điểm trở lên nhưng không đạt đủ hai chỉ tiêu được giao;", C), "TH613"),
        ((A, "Hạng B: từ 70 điểm đến dưới 90 điểm, hoặc từ 90 điểm trở lên nhưng không đạt các chỉ tiêu;", C), "TH613"),
        (("Hạng A: từ 90 điểm trở lên;", "Hạng B: từ 70 điểm đến 95 điểm;", C), "TH613"),
    ),
)
def test_the_ready_row_for_a_gap_or_an_overlap_makes_the_classes_whole(rows: tuple[str, ...], code: str) -> None:
    found = read(*rows)
    (complaint,) = only(found, code)
    edit = complaint.ways[0].edit
    assert isinstance(edit, Edit)
    mended = analysed(edited("\n".join(found.source.lines), edit))
    assert [each.code.id for each in mended.diagnostics if each.code.id != "TH951"] == []
    assert complaint.ways[0].line.rstrip(".;").endswith(edit.text)


@pytest.mark.parametrize(
    ("rows", "names"),
    (
        (("Hạng A: từ 90 điểm; Hạng B: từ 70 đến dưới 90; Hạng C: dưới 70.",), ("Hạng A", "Hạng B", "Hạng C")),
        (("Xếp loại A: từ 90 điểm trở lên; xếp loại B: dưới 90 điểm.",), ("Loại A", "Loại B")),
        (("Xuất sắc: từ 95 điểm trở lên;", "Trung bình: dưới 95 điểm."), ("Loại Xuất sắc", "Loại Trung bình")),
        (
            ("Hoàn thành tốt nhiệm vụ: từ 80 điểm trở lên;", "Không hoàn thành nhiệm vụ: dưới 80 điểm."),
            ("Hoàn thành tốt nhiệm vụ", "Không hoàn thành nhiệm vụ"),
        ),
        (("Đơn vị đạt từ 90 điểm trở lên được xếp Hạng A; dưới 90 điểm thì xếp Hạng B.",), ("Hạng A", "Hạng B")),
    ),
)
def test_classes_are_read_in_one_line_by_any_name_and_in_either_order(rows: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert tuple(each.name for each in table_with(*rows).classes) == names


@pytest.mark.parametrize(
    ("said", "bar"),
    (
        ("Đơn vị có công chức bị kỷ luật từ khiển trách trở lên thì bị hạ 01 bậc xếp loại.", None),
        ("Đơn vị có tiêu chí nào dưới 50% điểm chuẩn thì không được xếp Hạng A.", "Hạng A"),
        ("Đơn vị có tiêu chí dưới 50% số điểm thì xếp loại cao nhất là Hạng B.", "Hạng A"),
        ("Đơn vị không đạt chỉ tiêu được giao về tiền thì không xếp Hạng A.", "Hạng A"),
    ),
)
def test_what_lowers_or_bars_may_stand_first(said: str, bar: str | None) -> None:
    (change,) = table_with("Hạng A: từ 90 điểm trở lên;", "Hạng B: dưới 90 điểm.", said).changes
    assert change.bar == bar


@pytest.mark.parametrize(
    ("said", "percent", "least"),
    [
        ("Đơn vị có từ 2 tiêu chí dưới 45% điểm chuẩn thì không xếp Hạng A.", 45, 2),
        ("Hạ một hạng đối với đơn vị có ba tiêu chí trở lên đạt dưới 55%.", 55, 3),
        ("Đơn vị có tối thiểu 04 tiêu chí dưới 65% điểm tối đa bị hạ một hạng.", 65, 4),
        ("Đơn vị có ít nhất một tiêu chí dưới 25% số điểm thì xếp cao nhất là Hạng B.", 25, 1),
        ("Đơn vị có tiêu chí nào đạt dưới 15% thì hạ một hạng.", 15, 1),
    ],
)
def test_so_many_criteria_below_a_share_of_their_points_lower_a_class(said: str, percent: int, least: int) -> None:
    (change,) = table_with("Hạng A: từ 90 điểm trở lên; Hạng B: các đơn vị còn lại.", said).changes
    assert change.trigger == NoneBelow(Fraction(percent), least, met=False)


@pytest.mark.parametrize(
    ("said", "least"),
    [
        ("và có không quá 01 tiêu chí dưới 50% điểm chuẩn", 2),
        ("và có nhiều nhất một tiêu chí dưới 50% số điểm chuẩn", 2),
        ("và không được có quá một tiêu chí dưới 50% điểm chuẩn", 2),
        ("và có tối đa hai tiêu chí đạt dưới 50% điểm chuẩn", 3),
        ("và không có quá 03 tiêu chí dưới 50%", 4),
    ],
)
def test_at_most_so_many_criteria_below_is_to_have_one_more_of_them_denied(said: str, least: int) -> None:
    more = f"từ {least:02d} tiêu chí trở lên dưới 50% điểm chuẩn"
    first, *_ = table_with(f"Hạng A: từ 90 điểm trở lên {said};", f"Hạng B: dưới 90 điểm, hoặc từ 90 điểm trở lên nhưng có {more}.").classes
    assert first.cases[0].conditions == (NoneBelow(Fraction(50), least, met=True),)


@pytest.mark.parametrize(
    ("said", "least"),
    [
        ("Hạng A chỉ dành cho đơn vị có không quá 01 tiêu chí dưới 50% điểm chuẩn.", 2),
        ("Hạng A chỉ dành cho đơn vị không có tiêu chí nào dưới 50% điểm chuẩn.", 1),
    ],
)
def test_a_class_only_for_those_with_few_criteria_below_is_barred_to_those_with_more(said: str, least: int) -> None:
    (change,) = table_with("Hạng A: từ 90 điểm trở lên;", "Hạng B: dưới 90 điểm.", said).changes
    assert (change.trigger, change.bar) == (NoneBelow(Fraction(50), least, met=False), "Hạng A")


def test_a_share_of_the_units_that_have_a_class_may_be_said_of_the_class() -> None:
    said = ("Hạng A: từ 90 điểm trở lên;", "Hạng B: dưới 90 điểm.", "Hạng A không vượt quá 25% số Chi cục THADS (làm tròn xuống).")
    (quota,) = table_with(*said).quotas
    assert (quota.name, quota.percent, quota.up) == ("Hạng A", Fraction(25), False)


def test_some_criterion_below_is_a_condition_of_a_class_as_none_is_and_the_row_offered_for_the_rest_says_it() -> None:
    first = "Hạng A: từ 90 điểm trở lên và không có tiêu chí nào đạt dưới 50%;"
    second = "Hạng B: từ 70 điểm đến dưới 90 điểm, hoặc từ 90 điểm trở lên nhưng có tiêu chí dưới 50% số điểm chuẩn;"
    gap = read(first, "Hạng B: từ 70 điểm đến dưới 90 điểm;", C)
    (told,) = only(gap, "TH612")
    assert told.ways[0].line == f"- {second}"
    assert read(first, second, C).diagnostics == ()


def test_as_many_criteria_below_but_not_more_are_no_condition_that_is_read() -> None:
    found = read("Hạng A: từ 90 điểm trở lên; Hạng B: các đơn vị còn lại.", "Đơn vị có 2 tiêu chí dưới 50% điểm chuẩn thì hạ một hạng.")
    assert [each.code.id for each in found.diagnostics] == ["TH629"]
