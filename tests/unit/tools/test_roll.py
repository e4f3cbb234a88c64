"""Last year's plan becomes this year's draft: what moves, what stays, what is marked."""

import codecs
import dataclasses
import re
import unicodedata
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.contract.places import CORPUS, PLANS, plans
from tests.unit.check.writing import HAU_GIANG, RATE
from thads_dsl.cli.files import beside
from thads_dsl.diagnostics import Severity
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import Rule
from thads_dsl.pipeline import analyse
from thads_dsl.tools.drafting import Rolled
from thads_dsl.tools.roll import Refusal, roll
from thads_dsl.tools.years import Move

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua năm {year}
Cơ quan ban hành: {agency}
Danh mục dùng chung: THADS

"""
GOOD = sorted((CORPUS / "good").glob("*/in.plan")) + sorted(PLANS.glob("*/*.plan"))


def front(year: int, agency: str = "Viện A") -> str:
    """A front matter; an agency that is never renamed, so that a test is about one thing."""
    return FRONT.format(year=year, agency=agency)


def rolled(text: str | bytes, year: int) -> Rolled:
    raw = text.encode() if isinstance(text, str) else text
    result = roll("a.plan", raw, year)
    assert isinstance(result, Rolled), result
    return result


def body(lines: str, *, old: int = 2024, new: int = 2025) -> str:
    """What becomes of lines below a front matter."""
    return rolled(front(old) + lines, new).content.decode().split("\n\n", 1)[1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Từ ngày 01/4/2024 đến hết ngày 30/6/2024.", "Từ ngày 01/4/2025 đến hết ngày 30/6/2025."),
        ("trước ngày 01 tháng 7 năm 2024", "trước ngày 01 tháng 7 năm 2025"),
        ("9 tháng đầu năm 2024 (tính từ 01/10/2023 đến hết 30/6/2024):", "9 tháng đầu năm 2025 (tính từ 01/10/2024 đến hết 30/6/2025):"),
        ("So với năm 2023, năm công tác 2024 khó hơn", "So với năm 2024, năm công tác 2025 khó hơn"),
        ("quý II năm 2024", "quý II năm 2025"),
        ("các năm 2023, 2024 và năm 2025", "các năm 2024, 2025 và năm 2026"),
        ("kỷ niệm 78 năm Ngày A (19/7/1946 - 19/7/2024)", "kỷ niệm 79 năm Ngày A (19/7/1946 - 19/7/2025)"),
        ("kỷ niệm 79 năm Quốc khánh 2/9/1945 – 2/9/2024", "kỷ niệm 80 năm Quốc khánh 2/9/1945 – 2/9/2025"),
        (
            "kỷ niệm 79 năm Cách mạng tháng 8 và Quốc khánh (19/8/1945 - 19/8/2024; 02/9/1945 - 02/9/2024)",
            "kỷ niệm 80 năm Cách mạng tháng 8 và Quốc khánh (19/8/1945 - 19/8/2025; 02/9/1945 - 02/9/2025)",
        ),
        ("nhân dịp 77 năm Ngày Thương binh 27/7", "nhân dịp 78 năm Ngày Thương binh 27/7"),
        ("nhân dịp Quốc khánh 02/9/2024", "nhân dịp Quốc khánh 02/9/2025"),
        ("kỷ niệm 1 năm Ngày B (01/7/2023 – 01/7/2024)", "kỷ niệm 2 năm Ngày B (01/7/2023 – 01/7/2025)"),
        ("kỷ niệm 43 năm Ngày C (7/1981 - 7/2024)", "kỷ niệm 44 năm Ngày C (7/1981 - 7/2025)"),
        ("trong đợt kỷ niệm 78 năm Ngày A", "trong đợt kỷ niệm 79 năm Ngày A"),
        ("khẩu hiệu “Thi đua năm 2024, kỷ niệm 78 năm Ngày A”", "khẩu hiệu “Thi đua năm 2025, kỷ niệm 79 năm Ngày A”"),
        ("trước ngày 10/7", "trước ngày 10/7"),
        ("có 2024 việc, 2.024 đồng, 12 tháng, điểm 3.1 mục II", "có 2024 việc, 2.024 đồng, 12 tháng, điểm 3.1 mục II"),
        ("Ngày Truyền thống 19/7/1946", "Ngày Truyền thống 19/7/1946"),
    ],
)
def test_what_belongs_to_the_year_of_the_plan_moves(old: str, new: str) -> None:
    assert body(f"I. NỘI DUNG\n- {old}\n") == f"I. NỘI DUNG\n- {new}\n"


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("Thực hiện Kế hoạch số 1046/KH-TCTHADS ngày 20/3/2024 về thi đua", "“số 1046/KH-TCTHADS ngày 20/3/2024”"),
        ("Quyết định số 12/QĐ-BTP của Bộ trưởng, ngày 20/3/2024", "“số 12/QĐ-BTP”"),
        ("Luật Thi đua, khen thưởng năm 2022", "“Luật Thi đua, khen thưởng năm 2022”"),
        ("giai đoạn 2021 - 2025", "“giai đoạn 2021 - 2025”"),
        ("năm 2021 – 2025", "“năm 2021”"),
        ("từ năm 2020", "“năm 2020”"),
        ("ngày 01/10/2021", "“ngày 01/10/2021”"),
        ("Kế hoạch thi đua 2024", "“2024”"),
        ("kỷ niệm 70 năm Ngày A (19/7/1946 - 19/7/2016)", "“kỷ niệm 70 năm Ngày A (19/7/1946 - 19/7/2016)”"),
    ],
)
def test_what_only_the_author_knows_stays_and_is_marked_on_the_line_above(line: str, about: str) -> None:
    said = body(f"I. NỘI DUNG\n- {line}\n").split("\n")
    comments = [each for each in said if each.startswith("#")]
    assert [each for each in said if not each.startswith("#")] == ["I. NỘI DUNG", f"- {line}", ""]
    assert said[1].startswith("# cần xem: ")
    assert comments[0].startswith(f"# cần xem: {about}: ")


@pytest.mark.parametrize(
    ("document", "why"),
    [
        ("Kế hoạch số 12/KH-BTP ngày 20/3/2024", "văn bản của năm trước"),
        ("Quyết định số 9/2023/QĐ-BTP", "văn bản của năm trước"),
        ("Thông tư số 08/2015/TT-BTP", "xem còn hiệu lực không"),
        ("Luật Thi đua, khen thưởng năm 2022", "xem còn hiệu lực không"),
        ("Công văn số 5/BTP-TCCB", "xem còn hiệu lực không"),
    ],
)
def test_documents_of_the_old_plans_own_time_are_told_from_standing_law(document: str, why: str) -> None:
    assert why in body(f"- Theo {document}.").split("\n")[0]


def test_the_date_of_a_deadline_behind_a_cited_document_moves() -> None:
    line = "- Theo Công văn số 12/CV-TCTHADS, hồ sơ gửi về Cục THADS tỉnh trước ngày 05/7/2024."
    assert body(line).split("\n")[-1] == line.replace("2024", "2025")


def test_who_issued_a_cited_document_keeps_its_name() -> None:
    line = "- Theo Kế hoạch số 12/KH-TCTHADS ngày 20/3/2024 của Tổng cục THADS, gửi Tổng cục THADS một bản."
    assert body(line, new=2026).split("\n")[-1] == line.replace("gửi Tổng cục THADS", "gửi Cục Quản lý THADS")


def test_the_29th_of_february_becomes_the_28th_and_is_marked() -> None:
    said = body("- Kỳ số liệu: từ ngày 01/12/2023 đến hết ngày 29/02/2024.\n- Gửi trước ngày 29/02.\n")
    assert "đến hết ngày 28/02/2025." in said
    assert "# cần xem: “ngày 28/02/2025”: " in said
    assert "Gửi trước ngày 28/02." in said


def test_the_end_of_february_of_a_leap_year_is_marked() -> None:
    said = body("- Kỳ số liệu: từ ngày 01/12/2026 đến hết ngày 28/02/2027.\n", old=2027, new=2028)
    assert said.startswith("# cần xem: “ngày 28/02/2028”: ")
    assert "đến hết ngày 28/02/2028." in said


@given(
    day=st.dates(date(2023, 1, 1), date(2025, 12, 31)),
    new=st.integers(2025, 2040),
    written=st.sampled_from(["{d:02}/{m}/{y}", "{d}.{m}.{y}"]),
)
def test_every_day_of_the_calendar_becomes_one_of_the_calendar(day: date, new: int, written: str) -> None:
    old = written.format(d=day.day, m=day.month, y=day.year)
    said = body(f"- Trước ngày {old} có việc.\n", new=new).split("\n")[-2]
    found = [int(digits) for digits in re.findall(r"\d+", said)]
    moved = date(found[2], found[1], found[0])  # or it is no day
    assert moved.year == day.year + new - 2024
    assert (moved.month, moved.day) == (day.month, day.day) or (day.month, day.day, moved.day) == (2, 29, 28)


def test_a_day_that_no_calendar_has_stays_so() -> None:
    assert "30/2/2025" in body("- Từ ngày 30/2/2024 đến ngày 31/13/2024\n")


CORRECTED = "# cần xem: dòng Đính chính: bản mới chưa ban hành: sửa thẳng vào câu trên rồi bỏ dòng này.\n"


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        (
            "1. Thời gian: Từ ngày 01/7/2024 đến hết ngày 31/9/2024.\nĐính chính: “31/9/2024” thành “30/9/2024”",
            "1. Thời gian: Từ ngày 01/7/2025 đến hết ngày 31/9/2025.\n" + CORRECTED + "Đính chính: “31/9/2025” thành “30/9/2025”",
        ),
        (
            "1. Hạn: trước ngày 01 tháng 7 năm 2024\nHiểu là: cụm từ “tháng 7 năm 2024” là “tháng 7 năm 2024”",
            "1. Hạn: trước ngày 01 tháng 7 năm 2025\nHiểu là: cụm từ “tháng 7 năm 2025” là “tháng 7 năm 2025”",
        ),
        (
            "1. Kỷ niệm 77 năm Ngày A (19/7/1946 - 19/7/2024)\nĐính chính: “77 năm” thành “78 năm”",
            "1. Kỷ niệm 78 năm Ngày A (19/7/1946 - 19/7/2025)\n" + CORRECTED + "Đính chính: “78 năm” thành “79 năm”",
        ),
        (
            "1. Hạn 30/6/2022\nĐính chính: “2022” thành “2024”",
            "# cần xem: “30/6/2022”: cách xa năm của kế hoạch nên giữ nguyên; xem có phải đổi không.\n"
            "1. Hạn 30/6/2022\n"
            "# cần xem: “2024”: chưa rõ có phải là năm không nên giữ nguyên; xem có phải đổi không.\n"
            + CORRECTED
            + "Đính chính: “2022” thành “2024”",
        ),
    ],
)
def test_what_quotes_a_line_quotes_it_still(lines: str, meant: str) -> None:
    assert body(lines) == meant


def test_a_whole_sentence_below_a_line_moves_with_it() -> None:
    lines = "1. Xong trước hè 30/6/2024.\nHiểu là: Thời gian: từ ngày 01/4/2024 đến hết ngày 30/6/2024 (theo Công văn số 5/CV-TCTHADS)\n"
    assert "Hiểu là: Thời gian: từ ngày 01/4/2025 đến hết ngày 30/6/2025" in body(lines)


def test_the_front_matter_becomes_that_of_a_draft() -> None:
    text = front(2024).rstrip("\n") + (
        "\nSố, ký hiệu: 15/KH-CTHADS\nĐịa danh, thời gian: A, ngày 20 tháng 3 năm 2024\nTình trạng: đã ban hành\n"
        "Căn cứ: Chương trình công tác năm 2024\n\nI. NỘI DUNG\n"
    )
    said = rolled(text, 2025).content.decode()
    assert "Số, ký hiệu: …/KH-CTHADS\nĐịa danh, thời gian: A, ngày … tháng … năm 2025\nTình trạng: dự thảo\n" in said
    assert "thay bằng văn bản của năm nay nếu đã có.\nCăn cứ: Chương trình công tác năm 2024\n" in said


def test_to_its_own_year_nothing_but_the_front_matter_changes() -> None:
    raw = HAU_GIANG.read_bytes()
    result = rolled(raw, 2024)
    assert result.content == raw.replace("Tình trạng: đã ban hành".encode(), "Tình trạng: dự thảo".encode())
    assert not result.left


def test_twice_a_year_is_once_two_years() -> None:
    raw = HAU_GIANG.read_bytes()
    assert rolled(rolled(raw, 2025).content, 2026).content == rolled(raw, 2026).content
    assert rolled(rolled(raw, 2026).content, 2029).content == rolled(raw, 2029).content


def test_agencies_are_renamed_where_the_new_plan_lies_after_the_first_of_july_2025() -> None:
    lines = (
        "1. Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024.\n- Cục trưởng Cục THADS tỉnh A trình Tổng Cục trưởng.\n"
        "- Chi cục THADS báo cáo Cục Thi hành án dân sự tỉnh; cả Cục thi đua.\n- Các Phó Cục trưởng; Tổng cục THADS.\n"
    )
    assert "Cục trưởng Cục THADS tỉnh A" in body(lines)
    said = body(lines, new=2026)
    assert "- Trưởng THADS tỉnh A trình Cục trưởng Cục Quản lý THADS.\n" in said
    assert "- Chi cục THADS báo cáo Thi hành án dân sự tỉnh; cả Cục thi đua.\n- Các Phó Trưởng THADS tỉnh; Cục Quản lý THADS.\n" in said
    assert "# cần xem: “Chi cục THADS”: từ 01/7/2025 nay là Phòng THADS khu vực" in said
    assert "# cần xem: “Cục thi đua" in said
    whole = rolled(front(2024, "Cục Thi hành án dân sự tỉnh A") + lines, 2026).content.decode()
    assert "Cơ quan ban hành: Thi hành án dân sự tỉnh A\n" in whole
    assert "# cần xem: tên tỉnh, địa danh, ký hiệu văn bản: từ 01/7/2025 nhiều tỉnh đã sắp xếp lại" in whole


@pytest.mark.parametrize(
    ("line", "new"),
    [
        ("- Giấy khen của Cục trưởng Cục THADS tỉnh Bình Minh.", "- Giấy khen của Trưởng THADS tỉnh Bình Minh."),
        ("- Cục trưởng Cục Thi hành án dân sự các tỉnh thực hiện.", "- Cục trưởng Cục Thi hành án dân sự các tỉnh thực hiện."),
    ],
)
def test_the_head_of_an_agency_is_named_with_its_agency_behind_it(line: str, new: str) -> None:
    lines = f"1. Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024.\n{line}\n"
    result = rolled(front(2024, "Cục Thi hành án dân sự tỉnh Bình Minh") + lines, 2026)
    assert result.content.decode().splitlines()[-1] == new
    assert (new == line) is any(left.mark.about == "“Cục trưởng Cục Thi hành án dân sự”" for left in result.left)


def test_an_old_name_cut_short_is_marked_without_what_stands_beside_it_in_a_table() -> None:
    lines = "1. Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024.\n- Văn phòng Tổng cục (Cục 1 | 75%), Lãnh đạo Cục.\n"
    found = {left.mark.about for left in rolled(front(2024) + lines, 2026).left}
    assert {"“Tổng cục”", "“Cục”"} <= found


def test_a_body_that_the_plan_itself_declares_is_renamed_no_less() -> None:
    lines = (
        "1. Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024.\n- Cục THADS đạt tỷ lệ thi hành xong trên có điều kiện 70% về việc.\n"
        "\nPHẦN KHÔNG IN\n\nĐỐI TƯỢNG THI ĐUA\n- Cục THADS: tập thể\n"
    )
    assert "“Cục THADS”" in {left.mark.about for left in rolled(front(2024) + lines, 2026).left}


@pytest.mark.parametrize("path", plans(), ids=lambda path: path.stem)
def test_every_real_plan_rolled_over_the_change_of_names_compiles(path: Path) -> None:
    found = roll(path.name, path.read_bytes(), 2026)
    assert isinstance(found, Rolled)
    assert analyse(str(path), found.content, beside(path)).plan is not None


def test_a_short_name_that_from_now_on_could_mean_two_is_written_out() -> None:
    lines = (
        "1. Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024.\n- Mỗi Phòng một tập thể; Phòng Tổ chức cán bộ tổng hợp.\n\n"
        "PHẦN KHÔNG IN\n\nĐỐI TƯỢNG THI ĐUA\n- Phòng mới: tập thể. Cách viết: “Phòng”\n"
    )
    assert "- Mỗi Phòng chuyên môn một tập thể; Phòng Tổ chức cán bộ tổng hợp.\n" in body(lines, new=2026)
    assert "- Mỗi Phòng một tập thể; Phòng Tổ chức cán bộ tổng hợp.\n" in body(lines, new=2025)


def test_a_time_that_holds_the_first_of_july_2025_leaves_the_names_to_the_author() -> None:
    text = (
        front(2024, "Cục Thi hành án dân sự tỉnh A") + "1. Thời gian: Từ ngày 01/5/2024 đến hết ngày 31/8/2024.\n- Chi cục THADS thi đua.\n"
    )
    result = rolled(text, 2025)
    assert "Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A\n" in result.content.decode()
    assert [left.mark.about[:6] for left in result.left] == ["“Cục T", "“Chi c"]


def test_days_in_definitions_are_so_in_any_year_and_those_of_examples_move() -> None:
    lines = (
        "I. A\n\nPHẦN KHÔNG IN\n\nĐỐI TƯỢNG THI ĐUA\n- Đội A: tập thể. Từ ngày 01/3/2024\n\n"
        "VÍ DỤ: một\nGiả sử Chấp hành viên bị kỷ luật, quyết định ký ngày 01/3/2024\n"
    )
    said = body(lines).split("\n")
    assert said[5].startswith("# cần xem: “ngày 01/3/2024”: ngày, năm trong phần định nghĩa giữ nguyên")
    assert said[6] == "- Đội A: tập thể. Từ ngày 01/3/2024"
    assert said[9].endswith("ký ngày 01/3/2025")


def test_one_mark_for_one_thing_names_every_line_of_it() -> None:
    text = front(2024) + "I. A\n- Giai đoạn 2021 - 2025.\n- Trong giai đoạn 2021 - 2025.\n"
    result = rolled(text, 2025)
    assert [left.lines for left in result.left] == [(8,), (10,)]  # spelled in two ways, two things
    same = rolled(text.replace("Giai đoạn", "Cả giai đoạn"), 2025)
    assert [left.lines for left in same.left] == [(8, 9)]
    assert same.content.decode().count("# cần xem") == 1


def test_a_mark_of_a_table_stands_above_the_table() -> None:
    text = front(2024) + "I. BẢNG\n| Năm | Việc |\n| năm 2020 | nhiều |\n"
    assert "# cần xem: “năm 2020”" in rolled(text, 2025).content.decode().split("I. BẢNG\n")[1].split("\n")[0]


def test_lines_of_the_report_are_those_of_the_draft() -> None:
    result = rolled(HAU_GIANG.read_bytes(), 2026)
    lines = result.content.decode().split("\n")
    for done in result.done:
        assert all(done.new in lines[number - 1] for number in done.lines)
    for left in result.left:
        assert lines[left.lines[0] - 1]
        assert all(not lines[number - 1].startswith("#") for number in left.lines)


def test_comments_blanks_and_the_authors_characters_stay() -> None:
    text = front(2024) + "I.\tNỘI DUNG   # việc năm 2024\n\n\n   - Đến\u00a0hết ngày  30 / 6 / 2024 ;  # hạn 2024\n"
    expected = text.replace("30 / 6 / 2024", "30 / 6 / 2025").replace("Thi đua năm 2024", "Thi đua năm 2025")
    assert rolled(text, 2025).content.decode() == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_the_mark_of_the_encoding_are_kept(encoding: str, end: str) -> None:
    lines = (front(2024) + "I. A\n- Giai đoạn 2021 - 2025").replace("\n", end)
    content = rolled(lines.encode(encoding), 2025).content
    assert content.startswith({"utf-8": b"", "utf-8-sig": codecs.BOM_UTF8, "utf-16": codecs.BOM_UTF16}[encoding])
    text = content.decode(encoding)
    assert text.count(end) == lines.count(end) + 1
    assert text.replace(end, "").isprintable()


def test_decomposed_letters_stay_decomposed() -> None:
    text = unicodedata.normalize("NFD", front(2024) + "I. A\n- Đến hết ngày 30/6/2024 của năm 2024.\n")
    assert rolled(text, 2025).content.decode() == text.replace("2024", "2025")


@pytest.mark.parametrize(
    ("raw", "year", "why"),
    [
        (b"", 2025, "chưa rõ kế hoạch của năm nào"),
        ("I. A\n- Đạt 77%.\n".encode(), 2025, "chưa rõ kế hoạch của năm nào"),
        (front(2024).encode(), 2023, "kế hoạch đã là của năm 2024"),
    ],
)
def test_what_cannot_be_rolled_is_refused_in_words(raw: bytes, year: int, why: str) -> None:
    result = roll("a.plan", raw, year)
    assert isinstance(result, Refusal)
    assert why in result.why


def test_a_file_that_is_no_text_is_refused_as_it_is_when_checked() -> None:
    result = roll("a.plan", b"PK\x03\x04\xff\xfe\x00", 2025)
    assert isinstance(result, Refusal)
    assert [each.code.id for each in result.diagnostics] == ["TH001"]


def test_a_plan_with_errors_is_rolled_and_keeps_them() -> None:
    text = front(2024) + f"I. A\n- Chi cục THADS đạt {RATE} 1,500 việc trước ngày 05/7/2024\n"
    before = [each.code.id for each in analyse("", text).diagnostics if each.severity is Severity.ERROR]
    after = [each.code.id for each in analyse("", rolled(text, 2025).content).diagnostics if each.severity is Severity.ERROR]
    assert before == after != []


WORDS = ("text", "line", "row", "what", "former")


def plain_value(value: object, move: Move | None) -> object:
    """A value of the model by what it means, its days moved; words and lines, which the roll changes too, left out."""
    if isinstance(value, date):
        return value.replace(year=value.year + move.by) if move else value
    if isinstance(value, Rule):
        parts = {field.name: getattr(value, field.name) for field in dataclasses.fields(value) if field.name not in WORDS}
        return type(value).__name__, {name: plain_value(part, move) for name, part in parts.items()}
    if isinstance(value, str) and move:  # “năm 2022”, a day in a question
        near = range(move.old - 1, move.old + 2)  # others stay, and are marked
        return re.sub(r"(?:(?<=năm )|(?<=\d/))\d{4}\b", lambda year: str(int(year[0]) + (move.by if int(year[0]) in near else 0)), value)
    if isinstance(value, Enum | Fraction | str | int | None):
        return value
    if isinstance(value, tuple):
        return [plain_value(each, move) for each in value]
    assert dataclasses.is_dataclass(value)
    return [plain_value(getattr(value, field.name), move) for field in dataclasses.fields(value)]


def rules(plan: Plan, move: Move | None) -> list[object]:
    found = [getattr(plan, field.name) for field in dataclasses.fields(plan)]
    return [plain_value(each, move) for part in found if isinstance(part, tuple) for each in part if isinstance(each, Rule)]


# What a rolled plan rightly says is still to be done.
LEFT_TO_THE_AUTHOR = {
    "decision-with-plan-attached": "TH526",  # a period that begins on the day of signing, which is blank again
    "periods-of-every-kind": "TH526",
    "two-keys-in-a-sentence": "TH243",  # an open day late in 2025, when a Phòng may be of either kind
    "terms-and-recurring-days": "TH801",  # holidays of another year, so that an expected last day is another
}


@cache
def year_of(raw: bytes) -> int | None:
    result = roll("", raw, 2100)
    return result.move.old if isinstance(result, Rolled) else None


# Not cases of the corpus that amend a table or a plan which lies elsewhere: nobody makes next year's plan of a change.
ALONE = [path for path in GOOD if not any(key in path.read_text("utf-8-sig") for key in ("Trên cơ sở: bang-tieu-chi.plan", "\nSửa đổi:"))]


@pytest.mark.parametrize("path", ALONE, ids=lambda path: path.parent.name)
def test_the_rules_of_a_rolled_plan_are_the_old_ones_with_their_days_moved(path: Path) -> None:
    raw = path.read_bytes()
    year = year_of(raw)
    if year is None:
        pytest.skip("names no year")  # a test sees to it that these are few
    old, result = analyse("", raw, beside(path)), rolled(raw, year + 1)
    new = analyse("", result.content, beside(path))
    assert old.plan is not None
    if path.parent.name in LEFT_TO_THE_AUTHOR:
        assert {each.code.id for each in new.diagnostics if each.severity is Severity.ERROR} == {LEFT_TO_THE_AUTHOR[path.parent.name]}
        return
    assert new.plan is not None, [each.message for each in new.diagnostics if each.severity is Severity.ERROR]
    assert rules(new.plan, None) == rules(old.plan, result.move)


def test_most_plans_of_the_corpus_name_a_year() -> None:
    named = [path for path in GOOD if year_of(path.read_bytes())]
    assert len(named) * 4 > len(GOOD) * 3
