"""A changed plan is what one gets who changes the plan by hand."""

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.contract.places import BASE_PLAN, base_plan, plans
from thads_dsl.consolidate.places import Places
from thads_dsl.diagnostics import Severity
from thads_dsl.model.place import Place
from thads_dsl.model.plan import Plan
from thads_dsl.pipeline import Analysis, analyse
from thads_dsl.source import SourceText
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.outline import outline
from thads_dsl.syntax.outline_tree import BULLETS, Item
from thads_dsl.syntax.written_forms import PlaceText

HEAD = """Tên loại: KẾ HOẠCH
Trích yếu: Điều chỉnh
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Tình trạng: đã ban hành
Sửa đổi: ke-hoach-goc.plan
Hiệu lực: từ ngày 15/8/2024

"""
BASE = BASE_PLAN.read_text("utf-8").split("VÍ DỤ")[0]
ITEMS = outline(SourceText.read("goc", BASE)).items
NEW = (
    "Nội bộ đoàn kết, giúp đỡ nhau.",
    "Về tiền: phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 44%.",
    "Chi cục THADS có tổng số giải quyết từ 900 việc trở lên, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 78%.",
    "Hồ sơ gửi về Cục trước ngày 12/10/2024.",
    "Tặng “Giấy khen” kèm “Kỷ niệm chương”; công khai trên bảng tin.",
    "Báo cáo có 3 phần.",  # a number without a role: refused either way
)


def amended(body: str) -> Analysis:
    return analyse("sua.plan", HEAD + body, base_plan)


def bare(plan: Plan) -> Plan:
    """The rules alone: the document, and what tells of changes, are another's."""
    by_hand = analyse("goc.plan", BASE).plan
    assert by_hand is not None
    return replace(plan, document=by_hand.document, amendments=(), in_force=None, asides=())


def changed_by_hand(lines: list[str], item: Item, kind: str, new: str) -> None:
    """One change made in a list of lines, which keeps its length: what goes becomes a blank line, what comes is joined by a newline."""
    first, last = (
        item.number - 1,
        max([item.number - 1, *(each.number - 1 for each in ITEMS if each.steps[: len(item.steps)] == item.steps)]),
    )
    if kind == "insert":
        lines[last] += f"\n{item.marker if item.marker in BULLETS else ''}{new}".replace(f"\n{item.marker}", f"\n{item.marker} ")
        return
    for at in range(first, last + 1):
        lines[at] = ""
    lines[first] = f"{item.marker} > (được bãi bỏ)" if kind == "repeal" else f"{item.marker} {new}"


def sentence(item: Item, kind: str, new: str) -> str:
    place = Place(item.steps).cited()
    return {"replace": f"Sửa {place} thành: “{new}”", "repeal": f"Bỏ {place}", "insert": f"Thêm sau {place}: “{new}”"}[kind] + ".\n"


def chosen(chance: random.Random) -> list[tuple[Item, str, str]]:
    """Some changes of different leaves of the outline."""
    leaves = [item for index, item in enumerate(ITEMS) if item.marker and item.end == index + 1]
    found = []
    for item in chance.sample(leaves, chance.randint(1, 3)):
        kind, new = chance.choice(["replace", "repeal", "insert"]), chance.choice(NEW)
        found.append((item, kind, f"9. {new}" if kind == "insert" and item.marker not in BULLETS else new))
    return found


@pytest.mark.parametrize("seed", range(60))
def test_changes_give_what_the_same_changes_by_hand_give(seed: int) -> None:
    changes = chosen(random.Random(seed))
    lines = BASE.split("\n")
    for item, kind, new in changes:
        changed_by_hand(lines, item, kind, new)
    by_hand = analyse("tay.plan", "\n".join(lines))
    by_tool = amended("".join(sentence(*change) for change in changes))
    codes = {each.code.id for each in by_tool.diagnostics}
    if codes == {"TH626"}:
        return  # a reference that means another line: by hand nobody notices
    assert codes == {each.code.id for each in by_hand.diagnostics}, changes
    assert (by_tool.plan is None) is (by_hand.plan is None)
    if by_tool.plan is not None and by_hand.plan is not None:
        assert unplaced(bare(by_tool.plan)) == unplaced(bare(by_hand.plan))


def unplaced(plan: Plan) -> str:
    """The plan without its line numbers, which differ where lines were taken out."""
    return re.sub(r"\bline=\d+", "line=0", repr(plan))


def test_random_changes_are_of_every_outcome() -> None:
    outcomes = {amended("".join(sentence(*change) for change in chosen(random.Random(seed)))).plan is None for seed in range(60)}
    assert outcomes == {True, False}


@pytest.mark.parametrize("path", [BASE_PLAN, *plans()], ids=lambda path: path.stem)
def test_a_place_as_it_is_cited_means_its_own_line(path: Path) -> None:
    items = outline(SourceText.read("goc", path.read_bytes())).items
    places, read = Places(items), 0
    for index, item in enumerate(items):
        if not item.marker:
            continue
        found = lex(SourceText.read("a", Place(item.steps).cited()).folded[0], NameTable(()))
        if len(found) == 1 and isinstance(found[0].value, PlaceText):
            meant = places.meant(found[0].value.steps)
            assert index in meant
            read += len(meant) == 1
    assert read > 5


def test_a_complaint_about_quoted_words_is_shown_where_they_were_typed() -> None:
    analysis = amended("- Sửa khoản 2 mục I như sau:\n“2. Hồ sơ gửi về Cục trước ngày 31/9/2024.”\n")
    (complaint,) = analysis.diagnostics
    assert complaint.code.id == "TH501"
    assert complaint.at.source is None
    assert analysis.source.quote(complaint.at.span) == "ngày 31/9/2024"


def test_a_complaint_about_a_line_that_stays_is_shown_in_its_own_file() -> None:
    analysis = amended("- Bỏ dấu cộng thứ hai, gạch đầu dòng thứ nhất, khoản 1 mục II.\n")
    (complaint,) = analysis.diagnostics
    assert complaint.code.id == "TH403"
    assert complaint.at.source is not None
    assert complaint.at.source.path == "ke-hoach-goc.plan"
    assert complaint.at.source.quote(complaint.at.span).startswith("dưới 900 việc")


def test_warnings_that_the_changed_plan_has_by_itself_are_not_repeated() -> None:
    warned = BASE.replace("trước ngày 10/10/2024", "trước ngày 01/10/2024")
    assert [each.code.id for each in analyse("goc.plan", warned).diagnostics] == ["TH903"]
    told = analyse("sua.plan", HEAD + "- Bỏ gạch đầu dòng thứ hai khoản 2 mục III.\n", lambda name: warned)
    assert told.diagnostics == ()


def test_the_document_is_the_amending_one_and_the_rules_are_of_both() -> None:
    analysis = amended("- Sửa khoản 2 mục I thành: “Hồ sơ gửi về Cục trước ngày 15/10/2024.”\n")
    assert analysis.plan is not None
    assert analysis.plan.document.abstract == "Điều chỉnh"
    assert [str(each.place) for each in analysis.plan.deadlines] == ["I.2"]
    assert "15/10/2024" in analysis.plan.deadlines[0].text
    (amendment,) = analysis.plan.amendments
    assert (amendment.base.number, str(amendment.in_force)) == ("31/KH-CTHADS", "2024-08-15")


def test_examples_of_the_changed_plan_are_not_run_and_those_of_the_amending_one_are() -> None:
    change = "- Thay dấu cộng thứ hai, gạch đầu dòng thứ nhất, khoản 1 mục II bằng: “Chi cục THADS có tổng số giải quyết từ 900 việc trở lên, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt 90%.”\n"  # noqa: E501
    example = (
        "PHẦN KHÔNG IN\nVÍ DỤ: mới\nGiả sử Chi cục THADS có tổng số giải quyết 900 việc, có điều kiện thi hành 500 việc, "
        "thi hành xong 400 việc\nThì đạt chỉ tiêu 90% về việc tại II.1\n"
    )
    assert {each.code.id for each in amended(change).diagnostics} == {"TH905"}  # the example of the base says that 400 of 500 are enough
    (complaint,) = (each for each in amended(change + example).diagnostics if each.severity is Severity.ERROR)
    assert complaint.code.id == "TH801"
    assert complaint.at.source is None


def test_a_repealed_standard_is_judged_by_nobody() -> None:
    analysis = amended("- Bỏ gạch đầu dòng thứ hai khoản 2 mục III.\n")
    assert analysis.plan is not None
    assert [len(standard.conditions) for standard in analysis.plan.standards] == [1, 2]
    assert analysis.plan.asides == ()


def test_names_and_abbreviations_of_the_amending_document_are_known() -> None:
    analysis = amended(
        "- Thêm sau gạch đầu dòng thứ hai khoản 2 mục II: “Tổ công tác đạt tỷ lệ thi hành xong trên có điều kiện 50% về việc.”\n"
        "PHẦN KHÔNG IN\nĐỐI TƯỢNG THI ĐUA\n- Tổ công tác: tập thể\n".replace("thứ hai khoản 2", "thứ nhất khoản 2")
    )
    assert analysis.plan is not None, [each.message for each in analysis.diagnostics]
    assert "Tổ công tác" in {kind.name for kind in analysis.plan.kinds}


def test_a_chain_of_changes_ends_and_names_no_file_twice() -> None:
    texts = {f"{number}.plan": HEAD.replace("ke-hoach-goc.plan", f"{number + 1}.plan") + "- Bỏ khoản 1 mục I.\n" for number in range(30)}
    analysis = analyse("0.plan", texts["0.plan"], texts.get)
    assert [each.code.id for each in analysis.diagnostics] == ["TH619"]
    assert all(each.severity is Severity.ERROR for each in analysis.diagnostics)
