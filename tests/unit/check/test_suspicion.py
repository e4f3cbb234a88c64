"""No sentence that states a rule passes as prose, or as a judgment of the council; and what is advised instead is read."""

import pytest

from thads_dsl.check.unread.spelled import spelled
from thads_dsl.check.unread.whom import excluded_ways
from thads_dsl.pipeline import analyse

PLAN = """Tên loại: KẾ HOẠCH
Trích yếu: Phát động đợt thi đua năm 2026
Cơ quan ban hành: THADS tỉnh A
Địa danh, thời gian: A, ngày 02 tháng 3 năm 2026
Danh mục dùng chung: THADS

I. THỜI GIAN
1. Thời gian: Từ ngày 01/4/2026 đến hết ngày 30/6/2026.
2. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 30/6/2026.
II. CHỈ TIÊU
1. Đối với tập thể
- Phòng THADS khu vực đạt tỷ lệ thi hành xong trên có điều kiện 76% về việc và 50% về tiền.
{target}
III. KHEN THƯỞNG
1. Hình thức khen thưởng: Giấy khen của Trưởng THADS tỉnh.
2. Giấy khen được xét, tặng cho tập thể đạt các tiêu chuẩn, điều kiện sau:
- Đạt các chỉ tiêu tại khoản 1 mục II.
{condition}
3. Tổ chức thực hiện
{prose}
"""
RULES = (
    "Khi bằng nhau thì xét kết quả công tác năm trước.",
    "Tỷ lệ án chưa có điều kiện không tăng.",
    "Kết quả Đợt 1 không tính vào Đợt 2.",
    "Số liệu của đợt nào tính theo kỳ số liệu của đợt đó.",
    "Chỉ tiêu Đợt 1 thấp hơn chỉ tiêu Đợt 2 mười điểm phần trăm.",
    "Ưu tiên khen thưởng công chức trực tiếp thi hành án.",
    "Số cá nhân là lãnh đạo không nhiều hơn ba mươi phần trăm tổng số cá nhân được khen.",
    "Thứ tự xếp theo kết quả chung từ cao xuống thấp.",
    "Hạ một hạng nếu đơn vị để xảy ra vi phạm.",
    "Mỗi cá nhân chỉ được khen hai lần.",
    "Tỷ lệ đơn quá hạn phải giữ nguyên hoặc giảm.",
    "Báo cáo thành tích gửi muộn sẽ không được tiếp nhận.",
    "Tổng số Bằng khen trong năm không vượt mười lăm.",
    "Chấp hành viên chiếm nhiều nhất bốn suất.",
    "Bảng trên chỉ áp dụng cho đợt 2.",
    "Chỉ tiêu của đợt 2 như sau.",
)
ONLY_IN_LISTS = (
    "Hoàn thành cơ bản các chỉ tiêu nêu trên.",
    "Đạt đồng thời hai chỉ tiêu về việc và về tiền.",
    "Kết quả cao hơn các đơn vị khác.",
    "Là một nửa trong các đơn vị dẫn đầu.",
)
PUT_LIKE_RULES = (
    "Nếu đã nhận phần thưởng đột xuất thì để dành suất cho người khác.",
    "Kết quả của đơn vị sáp nhập cộng chung cho đơn vị mới.",
    "Đơn vị mới thành lập không tham gia xếp hạng.",
    "Không lấy số liệu của các vụ việc đã đình chỉ.",
    "Trong số đó, Chấp hành viên phải chiếm quá nửa.",
    "Tập thể có công chức vi phạm nội quy chỉ được xếp loại khá.",
    "Bằng khen chỉ trao cho người đã đủ điều kiện tặng Giấy khen.",
    "Các trường hợp khác do Hội đồng xem xét.",
    "Danh hiệu Lao động tiên tiến là điều kiện để xét Chiến sĩ thi đua.",
    "Khen thưởng không trùng với chuyên đề khác.",
    "Đơn vị báo cáo sai số liệu coi như chưa tham gia.",
    "Thành tích được bảo lưu sang năm sau.",
    "Chấp hành viên nghỉ thai sản được miễn chỉ tiêu.",
    "Hồ sơ nộp ngay sau khi kết thúc.",
    "Nữ công chức nuôi con nhỏ thì không cần sáng kiến.",
    "Người lao động chỉ cần hoàn thành tốt nhiệm vụ.",
    "Đơn vị có nhiều án phức tạp được châm chước.",
    "Chỉ tiêu trên là mức sàn.",
    "Đơn vị miền núi thực hiện theo mức riêng.",
    "Áp dụng cho cả Phòng chuyên môn.",
    "Các chỉ tiêu trên áp dụng cho Phòng chuyên môn.",
    "Bảng điểm này áp dụng đối với Phòng chuyên môn.",
    "Phòng chuyên môn thực hiện như Phòng THADS khu vực.",
    "Văn phòng chấm điểm như Phòng chuyên môn.",
)
PROSE = (
    "Sắp xếp tổ chức, bộ máy theo kế hoạch của Cục.",
    "Việc xét khen thưởng được làm công khai, đúng người.",
    "Đơn vị nào gặp khó khăn thì báo cáo về Cục.",
    "Hội đồng bình xét, trình Cục trưởng xem xét, quyết định.",
    "Sơ kết phong trào sáu tháng đầu năm.",
    "Thi hành án có điều kiện trên một năm chưa xong.",
    "Tăng cường đoàn kết, siết chặt kỷ luật, kỷ cương.",
    "Có khó khăn, vướng mắc thì phản ánh về Cục để được hướng dẫn.",
    "Chấm điểm, xếp hạng các đơn vị thực chất, khách quan.",
    "Báo cáo nêu hai điểm mới của phong trào.",
    "Hướng dẫn công dân không khiếu nại vượt cấp.",
    "Tiếp nhận hồ sơ đầy đủ, không để thất lạc.",
    "Số hóa hồ sơ phải bảo đảm chất lượng.",
    "Ưu tiên giải quyết các vụ việc phức tạp, kéo dài.",
    "Hội nghị nhấn mạnh “không quá” là từ ngữ của quy định.",
    "Công chức không chỉ cần cù mà còn sáng tạo.",
    "Các đơn vị thực hiện như hướng dẫn của Tổng cục.",
    "Kế hoạch này áp dụng đối với công chức, người lao động.",
    "Tổ chức áp dụng công nghệ thông tin cho công tác kế toán.",
)


def _codes(**where: str) -> set[str]:
    """The codes of complaints about a plan with one line more."""
    text = PLAN.format(**{"target": "", "condition": "", "prose": "", **{key: f"- {line}" for key, line in where.items()}})
    return {each.code.id for each in analyse("in.plan", text.replace("\n\n", "\n").encode()).diagnostics}


@pytest.mark.parametrize("where", ["target", "condition", "prose"])
@pytest.mark.parametrize("sentence", RULES)
def test_a_rule_that_is_not_read_is_complained_of_wherever_it_stands(sentence: str, where: str) -> None:
    assert _codes(**{where: sentence})


@pytest.mark.parametrize("sentence", ONLY_IN_LISTS)
def test_a_comparison_is_no_judgment_and_may_be_prose(sentence: str) -> None:
    assert "TH101" in _codes(condition=sentence)
    assert not _codes(prose=sentence)


@pytest.mark.parametrize("sentence", PUT_LIKE_RULES)
def test_a_sentence_put_like_a_rule_is_not_left_as_prose_in_silence(sentence: str) -> None:
    assert _codes(prose=sentence) in ({"TH913"}, {"TH101"})
    assert not _codes(prose=f"> {sentence}")


@pytest.mark.parametrize("sentence", PROSE)
def test_prose_is_left_in_peace(sentence: str) -> None:
    assert not _codes(prose=sentence)


def test_an_author_may_say_that_a_suspicious_sentence_is_prose_or_the_councils() -> None:
    assert not _codes(prose="> Ưu tiên khen thưởng công chức trực tiếp thi hành án.")
    judged = "Kết quả cao hơn các đơn vị khác.\nHiểu là: Hội đồng bình xét “Kết quả cao hơn các đơn vị khác”"
    assert not _codes(condition=judged)


def test_a_marked_line_with_words_of_a_rule_has_a_way_out() -> None:
    assert _codes(prose="> Tài liệu không quá 05 trang.") == {"TH110"}
    assert not _codes(prose="> Tài liệu không quá “05” trang.")


def test_a_marked_line_that_counts_who_gets_an_award_is_a_rule() -> None:
    assert _codes(prose="> Tặng Giấy khen cho 03 Phòng chuyên môn có nhiều cố gắng.") == {"TH110"}
    assert not _codes(prose="> Năm 2023, Cục đã tặng Giấy khen cho 03 Phòng chuyên môn.")


def test_who_takes_part_is_no_target() -> None:
    listed = PLAN.format(target="", condition="", prose="- Hoàn thành nhiệm vụ.").replace("\n\n", "\n")
    listed += "4. Đối tượng\n- Tập thể: Các Phòng chuyên môn và Phòng THADS khu vực.\n"
    analysis = analyse("in.plan", listed.encode())
    assert analysis.plan is not None and not analysis.plan.judged_targets


def test_an_exclusion_is_told_in_the_authors_words() -> None:
    (way,) = excluded_ways("Đơn vị để xảy ra mất an toàn thì không xét khen thưởng")
    assert way.line == "Không xét khen thưởng đối với:\n- Đơn vị để xảy ra mất an toàn"


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("mười điểm phần trăm", "10 điểm phần trăm"),
        ("ba mươi phần trăm", "30%"),
        ("hai mươi lăm phần trăm", "25%"),
        ("một trăm linh năm lần", "105 lần"),
        ("đủ sáu tháng", "06 tháng"),
        ("một phần ba", "1/3"),
        ("rưỡi phần trăm", ""),
    ],
)
def test_a_figure_in_words_is_told_in_digits(written: str, digits: str) -> None:
    found = spelled(written)
    assert found is not None and found.digits == digits


@pytest.mark.parametrize("text", ["sáu tháng đầu năm", "một lần nữa", "năm người", "hai điểm mới"])
def test_counts_of_prose_are_no_figures(text: str) -> None:
    assert spelled(text) is None
