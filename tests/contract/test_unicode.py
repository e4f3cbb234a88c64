"""One plan in many spellings: Unicode forms, newlines, marks, spaces and tone placement change nothing that decides."""

import codecs
import re
import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache

import pytest

from tests.contract.places import plans
from thads_dsl.model.plan import Plan
from thads_dsl.pipeline import Analysis, analyse, compile_plan
from thads_dsl.source import fold

RULES = ("scorer.py", "quy-tac.json")
# New tone placement → old, at the end of a syllable: hòa → hoà. Written out, so that it does not lean on what it tests.
OLD = {
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ",
    "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ", "ọe": "oẹ",
    "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip
OLD |= {new.upper(): old.upper() for new, old in OLD.items()} | {new.title(): old.title() for new, old in OLD.items()}
PLACEMENT = re.compile(rf"({'|'.join(OLD)})(?!\w)")

# A plan that has every pair in names, in rules and in prose: the real ones hold few.
TONES = """Tên loại: KẾ HOẠCH
Trích yếu: Phát động đợt thi đua hòa giải
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh Hòa Bình
Danh mục dùng chung: THADS

Đảng ủy, Ủy ban, ủy thác, khỏe mạnh, sức khỏe, hủy, thỏa thuận, tòa án, xóa, hóa đơn, lòe, thủy, lũy kế, tùy, túy, ngụy.
1. Đối với Chi cục THADS thị xã Hòa Khóa
- Về việc:
+ Có tổng số hòa giải dưới 800 việc, đạt tỷ lệ hủy ủy thác 77%;
+ Có tổng số hòa giải từ 800 việc trở lên, đạt tỷ lệ hủy ủy thác 76%.
2. Giấy khen được tặng cho tập thể đạt các tiêu chuẩn sau:
- Hoàn thành việc hòa giải, thỏa thuận, quý nào cũng lũy kế;
- Không hủy hoại hòa khí hoặc bị kỷ luật.

PHẦN KHÔNG IN

SỐ LIỆU VÀ CÁCH TÍNH
- tổng số hòa giải: việc
- hủy: việc
- ủy thác: việc
- tỷ lệ hủy ủy thác: % = hủy / ủy thác

ĐỐI TƯỢNG THI ĐUA
- Chi cục THADS thị xã Hòa Khóa: tập thể

HÀNH VI
- hủy hoại hòa khí
"""


def old_placement(text: str) -> str:
    """The text with the tone marks of hòa, khỏe, ủy where they used to stand."""
    return PLACEMENT.sub(lambda found: OLD[found[0]], unicodedata.normalize("NFC", text))


SPELLINGS: dict[str, Callable[[str], bytes]] = {
    "NFD": lambda text: unicodedata.normalize("NFD", text).encode("utf-8"),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode("utf-8"),
    "BOM": lambda text: codecs.BOM_UTF8 + text.encode("utf-8"),
    "UTF-16": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "NBSP": lambda text: text.replace(" ", "\u00a0").encode("utf-8"),
    "old tone placement": lambda text: old_placement(text).encode("utf-8"),
    "straight quotes": lambda text: re.sub("[“”]", '"', text).encode("utf-8"),
    # A blank line parts two tables, so none is put between rows.
    "indented, with blank lines": lambda text: "\n".join(
        f"\t {line}  " if line.startswith("|") else f"\t {line}  \n" for line in text.split("\n")
    ).encode("utf-8"),
    "NFD, CRLF, BOM": lambda text: codecs.BOM_UTF8 + unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode("utf-8"),
    "all": lambda text: (
        codecs.BOM_UTF8 + unicodedata.normalize("NFD", old_placement(text)).replace(" ", "\u00a0").replace("\n", "\r\n").encode("utf-8")
    ),
}
TEXTS = {"tones": TONES} | {path.stem: path.read_text("utf-8") for path in plans()}


def other_plan(name: str) -> str | None:
    """The plan that another one amends, in the spelling that is checked in."""
    return TEXTS.get(name.removesuffix(".plan"))


@cache
def compiled(name: str) -> tuple[Plan, dict[str, bytes]]:
    plan = analyse(name, TEXTS[name], other_plan).plan
    assert plan is not None, [each.message for each in analyse(name, TEXTS[name], other_plan).diagnostics]
    return plan, rules_of(plan)


def rules_of(plan: Plan) -> dict[str, bytes]:
    artefacts = compile_plan(plan)
    return {name: artefacts[name] for name in RULES}


def decided(value: object) -> object:
    """A plan as nested values: without the printed document, and without the numbers of lines, which blank lines change."""
    if is_dataclass(value):
        said = {each.name: decided(getattr(value, each.name)) for each in fields(value)}
        return type(value).__name__, {name: part for name, part in said.items() if name not in ("document", "line", "row", "asides")}
    return tuple(map(decided, value)) if isinstance(value, tuple) else value


def test_the_plan_of_tones_holds_the_pairs_of_every_row() -> None:
    found = set(PLACEMENT.findall(TONES.casefold()))
    assert {"".join(unicodedata.normalize("NFD", pair)[at] for at in (0, -1)) for pair in found} == {"oa", "oe", "uy"}
    assert old_placement("Hòa, quý, ỦY") == "Hoà, quý, UỶ"


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("name", TEXTS)
def test_every_spelling_gives_the_same_rules(name: str, spelling: str) -> None:
    plan, rules = compiled(name)
    analysis = analyse(name, SPELLINGS[spelling](TEXTS[name]), other_plan)
    assert analysis.plan is not None, [each.message for each in analysis.diagnostics]
    assert decided(analysis.plan) == decided(plan)
    assert rules_of(analysis.plan) == rules


def said(analysis: Analysis) -> list[tuple[str, str, str]]:
    """Codes with the characters they point at, and those they compare with."""
    quote = analysis.source.quote
    return [
        (each.code.id, fold(quote(each.at.span)), " ".join(fold(quote(label.span)) for label in each.also)) for each in analysis.diagnostics
    ]


# Slips of all kinds in the real plan, each with its right spelling.
SLIPS = {
    "trước ngày 01": "truớc ngày 01",
    "từ 100 tỷ đồng đến dưới 150 tỷ đồng": "từ 100 việc đến dưới 150 tỷ đồng",
    "ngày 01/4/2024": "ngày 31/4/2024",
    "“từ trên 1.500 việc”": "“từ trên 1.600 việc”",
    "thiết thực, lành mạnh": "thiết thực 100%, lành mạnh",
    "từ 200 việc đến dưới 300 việc": "từ 201 việc đến dưới 1,300 việc",
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_of_a_wrong_plan_is_complained_of_at_the_same_words(spelling: str) -> None:
    text = TEXTS["hau-giang-2024"]
    for right, wrong in SLIPS.items():
        assert right in text
        text = text.replace(right, wrong)
    expected = said(analyse("a", text))
    assert len({code for code, _, _ in expected}) >= 5
    assert said(analyse("a", SPELLINGS[spelling](text))) == expected
