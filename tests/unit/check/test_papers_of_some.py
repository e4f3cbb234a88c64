"""Papers are asked of everybody: those of some only, and what no file need hold, are told; “(nếu có)” is not asked."""

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written

AWARD = "I. TIÊU CHUẨN\n1. Giấy khen được tặng cho tập thể, cá nhân đạt các tiêu chuẩn sau:\n- Hoàn thành tốt nhiệm vụ.\nII. HỒ SƠ\n"
REFUSED = "2. Hồ sơ không đủ giấy tờ thì không được xét."


def plan(lines: str, status: str = "dự thảo") -> str:
    """A plan that refuses files that lack something, with these lines about what they hold."""
    return written(f"{AWARD}{lines}\n{REFUSED}", status=status)


@pytest.mark.parametrize(
    ("paper", "mended"),
    [
        ("Biên bản (đối với tập thể)", ["Biên bản", "Biên bản (nếu có)"]),
        ("Biên bản đối với tập thể", ["Biên bản", "Biên bản (nếu có)"]),
        ("Biên bản (tập thể)", ["Biên bản", "Biên bản (nếu có)"]),
        ("Biên bản (riêng Chi cục THADS)", ["Biên bản", "Biên bản (nếu có)"]),
        ("Biên bản (trừ Phòng chuyên môn)", ["Biên bản", "Biên bản (nếu có)"]),
        ("Biên bản (chỉ đối với Bằng khen)", ["Biên bản", "Biên bản (nếu có)"]),
    ],
)
def test_a_paper_of_some_is_told_with_lines_that_are_read(paper: str, mended: list[str]) -> None:
    (found,) = only(analysed(plan(f"1. Hồ sơ gồm: Tờ trình; {paper}; Danh sách.")), "TH101")
    assert [way.line for way in found.ways] == [f"1. Hồ sơ gồm: Tờ trình; {each}; Danh sách." for each in mended]
    asked = [sound(plan(way.line)).dossiers[0].documents for way in found.ways]
    assert asked == [("Tờ trình", "Biên bản", "Danh sách"), ("Tờ trình", "Danh sách")]


def test_an_issued_text_is_restated() -> None:
    (found,) = only(analysed(plan("1. Hồ sơ gồm: Tờ trình; Biên bản (đối với tập thể).", status="đã ban hành")), "TH101")
    assert found.ways[0].line == "Hiểu là: Hồ sơ gồm: Tờ trình; Biên bản."


@pytest.mark.parametrize(
    "denied", ["không cần Báo cáo thành tích", "không yêu cầu Báo cáo thành tích", "không phải nộp Biên bản", "miễn Biên bản"]
)
def test_what_no_file_need_hold_is_no_paper(denied: str) -> None:
    (found,) = only(analysed(plan(f"1. Hồ sơ gồm: Tờ trình; {denied}.")), "TH101")
    assert [way.line for way in found.ways] == ["1. Hồ sơ gồm: Tờ trình."]


def test_lines_below_are_mended_one_by_one() -> None:
    lines = "1. Hồ sơ gồm:\n- Tờ trình;\n- Biên bản (đối với tập thể);\n- Không yêu cầu báo cáo thành tích."
    of_some, denied = only(analysed(plan(lines)), "TH101")
    assert [way.line for way in of_some.ways] == ["- Biên bản;", "- Biên bản (nếu có);"]
    assert [way.line for way in denied.ways] == ["- > Không yêu cầu báo cáo thành tích."]
    mended = f"1. Hồ sơ gồm:\n- Tờ trình;\n{of_some.ways[0].line}\n{denied.ways[0].line}"
    assert [each.documents for each in sound(plan(mended)).dossiers] == [("Tờ trình", "Biên bản")]


def test_a_list_of_papers_under_some_people_is_told() -> None:
    (found,) = only(analysed(plan("1. Đối với cá nhân: hồ sơ gồm: Tờ trình; Biên bản.")), "TH101")
    assert codes(plan(f"1. {found.ways[0].line}")) == []


@pytest.mark.parametrize(
    ("written_so", "documents"),
    [
        ("Tờ trình; Bản xác nhận (nếu có)", ("Tờ trình",)),
        ("Tờ trình; Bản xác nhận nếu có", ("Tờ trình",)),
        ("Tờ trình; Bản xác nhận (khi được yêu cầu)", ("Tờ trình",)),
        ("Tờ trình; Báo cáo thành tích (của tập thể, cá nhân)", ("Tờ trình", "Báo cáo thành tích (của tập thể, cá nhân)")),
        ("Tờ trình; Biên bản (đối với tất cả các đơn vị)", ("Tờ trình", "Biên bản (đối với tất cả các đơn vị)")),
        ("Tờ trình; Biên bản đề nghị tặng Giấy khen cho cá nhân", ("Tờ trình", "Biên bản đề nghị tặng Giấy khen cho cá nhân")),
        ("Tờ trình; Biên bản lấy ý kiến đối với sáng kiến", ("Tờ trình", "Biên bản lấy ý kiến đối với sáng kiến")),
        ("Tờ trình; Báo cáo (có xác nhận của cấp trên)", ("Tờ trình", "Báo cáo (có xác nhận của cấp trên)")),
    ],
)
def test_other_words_of_a_paper_are_its_name(written_so: str, documents: tuple[str, ...]) -> None:
    assert [each.documents for each in sound(plan(f"1. Hồ sơ gồm: {written_so}.")).dossiers] == [documents]


@pytest.mark.parametrize(
    "added",
    [
        "riêng cá nhân có thêm Báo cáo thành tích",
        "đối với cá nhân thêm Báo cáo thành tích",
        "nếu là Thủ trưởng đơn vị thì thêm Báo cáo thành tích",
    ],
)
def test_what_some_add_is_no_name_of_a_paper(added: str) -> None:
    (found,) = only(analysed(plan(f"1. Hồ sơ gồm: Tờ trình; Biên bản; {added}.")), "TH101")
    asked = [sound(plan(way.line)).dossiers[0].documents for way in found.ways]
    assert asked == [("Tờ trình", "Biên bản", "Báo cáo thành tích"), ("Tờ trình", "Biên bản")]


@pytest.mark.parametrize(
    "said",
    [
        "nộp về Phòng Tổ chức cán bộ",
        "gửi bản điện tử qua hộp thư",
        "hồ sơ thiếu thì trả lại",
        "không đầy đủ thì không xét",
        "hồ sơ khác do cấp có thẩm quyền quyết định",
    ],
)
@pytest.mark.parametrize("sign", [";", ","])
def test_a_sentence_among_papers_is_told(said: str, sign: str) -> None:
    (found,) = only(analysed(plan(f"1. Hồ sơ gồm: Tờ trình{sign} Biên bản{sign} {said}.")), "TH101")
    mended = sound(plan(found.ways[0].line))
    assert [each.documents for each in mended.dossiers] == [("Tờ trình", "Biên bản")]
    assert len(mended.exclusions) == (4 if "thì" in said else 2)
