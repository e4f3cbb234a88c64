"""Of what days a condition on discipline speaks: months counted back, the time in front, no time at all (TH935, TH528)."""

from datetime import date

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written
from thads_dsl.model.dates import Period
from thads_dsl.model.rules import Judged, NotDisciplined, QualifiesFor, TargetsMet

CAMPAIGN = Period(date(2026, 7, 1), date(2026, 9, 30))
PLAN = """I. THỜI GIAN
1. Thời gian thi đua: từ ngày 01/7/2026 đến hết ngày 30/9/2026.
2. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 30/9/2026.
II. CHỈ TIÊU
1. Chấp hành viên đạt tỷ lệ thi hành xong trên có điều kiện từ 83% trở lên về việc.
III. KHEN THƯỞNG
1. Giấy khen được tặng cho cá nhân đạt các tiêu chuẩn sau:
- Đạt các chỉ tiêu tại mục II;
{line}
2. Bằng khen được tặng cho cá nhân đạt các tiêu chuẩn sau:
- {higher};
"""


def plan(line: str, *, higher: str = "Có sáng kiến", status: str = "dự thảo") -> str:
    """A campaign with this line among the standards of its Giấy khen."""
    return written(PLAN.format(line=line, higher=higher), status=status)


def conditions(line: str) -> tuple[object, ...]:
    """What the line asks."""
    return sound(plan(line)).standards[0].conditions[1:]


@pytest.mark.parametrize(
    "line",
    [
        "- Phải không bị kỷ luật trong đợt thi đua.",
        "- Không bị xử lý kỷ luật dưới mọi hình thức trong đợt.",
        "- Chưa bị kỷ luật bằng bất kỳ hình thức nào trong thời gian thi đua.",
        "- Trong thời gian tổ chức thi đua, không bị kỷ luật.",
        "- Trong suốt quá trình thi đua không bị kỷ luật lần nào.",
    ],
)
def test_the_campaign_is_said_in_many_words(line: str) -> None:
    (rule,) = conditions(line)
    assert isinstance(rule, NotDisciplined)
    assert (rule.window, rule.forms[0]) == (CAMPAIGN, "khiển trách")


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("- Chưa bị kỷ luật trong 12 tháng tính đến ngày kết thúc đợt.", date(2025, 10, 1), date(2026, 9, 30)),
        ("- Không bị kỷ luật trong vòng 06 tháng tính đến hết ngày kết thúc phong trào thi đua.", date(2026, 4, 1), date(2026, 9, 30)),
        ("- Trong 24 tháng tính đến ngày 15/10/2026, không bị kỷ luật.", date(2024, 10, 16), date(2026, 10, 15)),
    ],
)
def test_months_are_counted_back_from_their_last_day(line: str, first: date, last: date) -> None:
    (rule,) = conditions(line)
    assert isinstance(rule, NotDisciplined)
    assert rule.window == Period(first, last)


@pytest.mark.parametrize("words", ["trong 12 tháng", "trong 12 tháng gần nhất", "trong 12 tháng tính đến thời điểm xét khen thưởng"])
def test_months_to_an_unsaid_day_are_asked_about(words: str) -> None:
    line = f"- Không bị kỷ luật {words};"
    (found,) = only(analysed(plan(line)), "TH528")
    (rule,) = conditions(f"{line}\n{found.ways[0].line}")
    assert isinstance(rule, NotDisciplined)
    assert rule.window == Period(date(2025, 10, 1), date(2026, 9, 30))


@pytest.mark.parametrize("status", ["dự thảo", "đã ban hành"])
@pytest.mark.parametrize("line", ["- Không bị kỷ luật;", "- Không bị kỷ luật từ hình thức “khiển trách” trở lên;"])
def test_without_a_time_the_author_is_told_and_each_ready_line_says_one(line: str, status: str) -> None:
    (found,) = only(analysed(plan(line, status=status)), "TH935")
    windows = []
    for way in found.ways:
        meant = sound(plan(way.line if way.line.startswith("- ") else f"{line}\n{way.line}", status=status))
        (rule,) = meant.standards[0].conditions[1:]
        assert isinstance(rule, NotDisciplined)
        windows.append(rule.window)
    assert windows == [CAMPAIGN, Period(date(2025, 10, 1), date(2026, 9, 30)), None]


@pytest.mark.parametrize(
    "line", ["- Chưa từng bị kỷ luật;", "- Không bị kỷ luật từ trước đến nay;", "- Không bị kỷ luật ở bất cứ thời điểm nào;"]
)
def test_any_day_may_be_said(line: str) -> None:
    assert "TH935" not in codes(plan(line))
    (rule,) = conditions(line)
    assert isinstance(rule, NotDisciplined)
    assert rule.window is None


def test_of_those_left_out_too() -> None:
    text = PLAN.format(line="", higher="Có sáng kiến") + "3. Không xét khen thưởng đối với cá nhân bị kỷ luật.\n"
    (found,) = only(analysed(written(text, status="dự thảo")), "TH935")
    assert found.ways[0].line == "3. Không xét khen thưởng đối với cá nhân bị kỷ luật trong thời gian thi đua."


@pytest.mark.parametrize("line", ["Phải đạt", "Chấp hành viên phải đạt", "Bảo đảm đạt", "Phải hoàn thành"])
def test_that_targets_must_be_met_is_that_they_are(line: str) -> None:
    (rule,) = conditions(f"- {line} các chỉ tiêu tại mục II;")
    assert isinstance(rule, TargetsMet)
    assert len(rule.targets) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Đạt các tiêu chuẩn tặng Giấy khen nêu trên",
        "Đạt tiêu chuẩn Giấy khen",
        "Đủ tiêu chuẩn tặng Giấy khen",
        "Phải đủ điều kiện tặng Giấy khen",
    ],
)
def test_the_standards_of_another_award_are_asked_with_all_its_rules(line: str) -> None:
    (rule,) = sound(plan("", higher=line)).standards[1].conditions
    assert isinstance(rule, QualifiesFor)
    assert rule.award == "Giấy khen"


@pytest.mark.parametrize("line", ["Hoàn thành tốt nhiệm vụ trở lên", "Xếp loại chất lượng từ hoàn thành tốt nhiệm vụ trở lên"])
def test_a_rank_of_quality_is_judged(line: str) -> None:
    (rule,) = conditions(f"- {line};")
    assert isinstance(rule, Judged)
    assert "TH101" in codes(written(PLAN.format(line="", higher="Có sáng kiến") + f"IV. TỔ CHỨC THỰC HIỆN\n1. Công chức {line.lower()}.\n"))


@pytest.mark.parametrize(
    "line", ["Văn phòng lấy kết quả chung của toàn tỉnh để xét.", "Tập thể nhỏ được ghép với tập thể khác để bình xét."]
)
def test_whose_figures_somebody_is_judged_by_is_told(line: str) -> None:
    text = PLAN.format(line="", higher="Có sáng kiến") + "IV. TỔ CHỨC THỰC HIỆN\n"
    (found,) = only(analysed(written(f"{text}1. {line}\n")), "TH913")
    assert "bảng số liệu" in found.ways[0].how
    assert "TH913" not in codes(written(f"{text}{found.ways[0].line}\n"))
    assert "TH913" not in codes(written(f"{text}1. Các đơn vị lồng ghép với các phong trào khác.\n"))
