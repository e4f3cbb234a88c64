"""Of which standards only some are asked: “một trong các tiêu chuẩn sau”, and “hoặc” between items, of which every one would be asked."""

import pytest

from tests.unit.check.writing import RATE, analysed, codes, only, sound, written
from thads_dsl.model.rules import Judged, SomeOf, TargetsMet

CASES, MONEY = f"{RATE} về việc từ 80% trở lên", f"{RATE} về tiền từ 40% trở lên"
HEAD = """I. TIÊU CHUẨN
1. Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 30/6/2024.
2. Giấy khen được xét, tặng cho tập thể đạt các tiêu chuẩn, điều kiện sau:
- Nội bộ đoàn kết;
"""


def listed(*lines: str, status: str = "dự thảo") -> str:
    """A plan with these lines among its standards."""
    return written(HEAD + "\n".join(lines), status=status)


def some(text: str) -> list[list[str]]:
    """The items of the only list of alternatives of a plan; a target by the words that it is read from."""
    plan = sound(text)
    [found] = [each for each in plan.standards[0].conditions if isinstance(each, SomeOf)]
    targets = {target.id: target.text for target in plan.targets}
    return [[_words(each, targets) for each in item] for item in found.items]


def _words(condition: object, targets: dict[str, str]) -> str:
    match condition:
        case Judged(judgment=judgment):
            return judgment
        case TargetsMet(targets=(one,)):
            return targets[one]
    raise AssertionError(condition)


@pytest.mark.parametrize("head", ["một trong các tiêu chuẩn", "một trong các tiêu chuẩn sau", "một trong những tiêu chuẩn sau đây"])
def test_the_items_behind_the_colon_are_asked_one_by_one(head: str) -> None:
    assert some(listed(f"- Đạt {head}: {CASES}; {MONEY}; hoặc có sáng kiến.")) == [[CASES], [MONEY], ["có sáng kiến"]]


@pytest.mark.parametrize(
    "head", ["Đạt một trong những tiêu chuẩn sau:", "Có một trong các thành tích sau:", "Đạt một trong các tiêu chuẩn"]
)
def test_the_items_below_are_alternatives_and_what_joins_them_is_no_item(head: str) -> None:
    assert some(listed(f"- {head}", f"+ {CASES}; hoặc", "+ Có sáng kiến; hoặc", "+ Hoặc được khen.")) == [
        [CASES],
        ["Có sáng kiến"],
        ["được khen"],
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (f"- Đạt {CASES}; hoặc có sáng kiến.",),
        (f"- Đạt {CASES}; hoặc", "- Có sáng kiến."),
        (f"- Đạt {CASES};", "- Hoặc có sáng kiến."),
        (f"- Đạt {CASES}", "hoặc", "- Có sáng kiến."),
    ],
    ids=["in a line", "at its end", "at its beginning", "between lines"],
)
def test_what_or_joins_is_not_asked_together_in_silence(lines: tuple[str, ...]) -> None:
    [found] = only(analysed(listed(*lines)), "TH101")
    if found.ways:
        assert some(listed(found.ways[0].line)) == [[f"Đạt {CASES}"], ["Có sáng kiến"]]
        assert len(sound(listed(found.ways[1].line)).standards[0].conditions) == 3


@pytest.mark.parametrize(
    "line",
    [
        "- Đạt một trong các tiêu chuẩn sau: có sáng kiến, được khen.",
        "- Đạt một trong hai tiêu chuẩn: có sáng kiến; được khen.",
        "- Có ít nhất một trong những thành tích: có sáng kiến; được khen.",
    ],
)
def test_items_that_are_not_told_apart_get_the_list_as_a_ready_line(line: str) -> None:
    [found] = only(analysed(listed(line)), "TH101")
    assert some(listed(found.ways[0].line)) == [["Có sáng kiến"], ["Được khen"]]


@pytest.mark.parametrize("line", ["- Có sáng kiến; hoặc có giải pháp.", "- Có sáng kiến hoặc giải pháp."])
def test_what_the_council_judges_as_a_whole_may_hold_or(line: str) -> None:
    assert codes(listed(line)) == []


def test_targets_know_no_or() -> None:
    targets = f"1. Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 30/6/2024.\n2. Đối với Chi cục THADS\n- {CASES}; hoặc\n- {MONEY}."
    text = written(f"I. CHỈ TIÊU\n{targets}", status="dự thảo")
    [found] = only(analysed(text), "TH101")
    assert [each.text for each in sound(text.replace("; hoặc", ";")).targets] == [CASES, MONEY]
    assert found.ways[0].line == f"- {CASES[0].upper()}{CASES[1:]};\n- {MONEY[0].upper()}{MONEY[1:]};"


def test_of_the_cases_that_are_not_considered_each_is_one_anyway() -> None:
    excluded = "3. Không xét khen thưởng đối với:\n- Tập thể báo cáo sai số liệu; hoặc\n- Tập thể mất đoàn kết."
    assert [each.question for each in sound(listed(excluded)).exclusions] == ["Tập thể báo cáo sai số liệu", "Tập thể mất đoàn kết"]


def test_numbers_of_places_know_no_or() -> None:
    quotas = (
        "3. Số lượng\n- Tập thể: 02 tập thể, do Hội đồng bình xét lựa chọn; hoặc\n- Cá nhân: 05 cá nhân, do Hội đồng bình xét lựa chọn."
    )
    assert [each.message for each in only(analysed(listed(quotas)), "TH101")] == ["“hoặc” giữa các quy định"]
