"""`check --fix`: what is put right unasked, what is not, and what of the file stays."""

import codecs

import pytest

from thads_dsl.source import nothing
from thads_dsl.tools.mending import mended

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua quý III năm 2024
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh B
Danh mục dùng chung: THADS

"""


def body(text: str) -> tuple[str, set[str]]:
    """The body after mending, and the codes that are left."""
    result = mended("a.plan", (FRONT + text).encode(), nothing)
    assert result.content.decode().startswith(FRONT)
    return result.content.decode().removeprefix(FRONT), {each.code.id for each in result.analysis.diagnostics}


@pytest.mark.parametrize(
    ("written", "right"),
    [
        (
            "- Chap hanh vien phần đầu dat ty le thi hanh xong tren co dieu kien 77% ve viec.",
            "- Chấp hành viên phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện 77% về việc.",
        ),
        (
            "- Chi cục THADS đạt tỷ lệ thi hành xong trên có điều kiện >= 82,5 phần trăm về việc.",
            "- Chi cục THADS đạt tỷ lệ thi hành xong trên có điều kiện từ 82,5% trở lên về việc.",
        ),
        (
            "1. Ty le thi hanh xong tren co dieu kien cua Chi cuc THADS\nTổng số giải quyết\tVề việc\tVề tiền\n"
            "Dưới 600 việc\t83%\t41%\nTừ 600 việc trở lên\t80%\t39%",
            "1. Tỷ lệ thi hành xong trên có điều kiện của Chi cục THADS\n| Tổng số giải quyết | Về việc | Về tiền |\n"
            "| Dưới 600 việc | 83% | 41% |\n| Từ 600 việc trở lên | 80% | 39% |",
        ),
        ("Mọi đơn vị tham gia.\nNơi nhan:\n- Lưu: VT.\nPHAN KHONG IN", "Mọi đơn vị tham gia.\nNơi nhận:\n- Lưu: VT.\nPHẦN KHÔNG IN"),
    ],
    ids=["diacritics", "signs", "a table with tabs under a title", "heads of lines"],
)
def test_what_says_the_same_is_put_right_and_the_plan_is_sound(written: str, right: str) -> None:
    assert body(written) == (right, set())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("- Chấp hành viên phấn đấ đạt tỷ lệ thi hành xong trên có điều kiện 77% về việc.", "TH202"),
        ("- Chi cục THADS có tổng số giải quyết dưới 1,500 việc, đạt tỷ lệ thi hành xong trên có điều kiện 77% về việc.", "TH111"),
        ("- Chấp hành viên đạt tỷ lệ thi hành xong trên có điều kịên thi hành án 77% về việc.", "TH201"),
    ],
)
def test_what_may_have_been_meant_otherwise_is_left_to_the_author(written: str, code: str) -> None:
    left, codes = body(written)
    assert left == written
    assert code in codes


def test_line_ends_mark_comments_and_all_other_characters_stay() -> None:
    written = (FRONT + "Lời  văn “nguyên”  \n- Chap hanh vien dat ty le thi hanh xong tren co dieu kien 77% ve viec. # ghi chú\n").replace(
        "\n", "\r\n"
    )
    right = written.replace(
        "Chap hanh vien dat ty le thi hanh xong tren co dieu kien 77% ve viec",
        "Chấp hành viên đạt tỷ lệ thi hành xong trên có điều kiện 77% về việc",
    )
    for mark, encoding in ((b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le")):
        result = mended("a.plan", mark + written.encode(encoding), nothing)
        assert result.content == mark + right.encode(encoding)
        assert [(each.line, each.old.split()[0]) for each in result.done] == [(7, "Chap")]


def test_a_sound_file_and_one_that_is_no_text_keep_their_bytes() -> None:
    for raw in (FRONT.encode("utf-16"), b"\xff\xfe\x00", b"T\xean lo\xb9i"):
        result = mended("a.plan", raw, nothing)
        assert (result.content, result.done) == (raw, ())
