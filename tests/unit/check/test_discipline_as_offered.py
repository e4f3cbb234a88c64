"""What is offered for conditions on discipline that are not read: the time they say stays, and nothing is turned round."""

import pytest

from tests.unit.check.test_days_of_discipline import CAMPAIGN, plan
from tests.unit.check.writing import analysed, only, sound
from thads_dsl.diagnostics import Severity
from thads_dsl.model.dates import Period
from thads_dsl.model.rules import Judged, NotDisciplined, TargetsMet


def offered(line: str, code: str = "TH101") -> str:
    """The first ready line."""
    (found,) = only(analysed(plan(f"- {line}")), code)
    return found.ways[0].line.removeprefix("- ")


def window(line: str) -> Period | None:
    (rule,) = sound(plan(f"- {line}")).standards[0].conditions[1:]
    assert isinstance(rule, NotDisciplined)
    return rule.window


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("Không bị kỷ luật buộc thôi việc trong thời gian thi đua", "buộc thôi việc"),
        ("Không có quyết định kỷ luật từ cảnh cáo trở lên trong thời gian thi đua", "cảnh cáo"),
        ("Không có hình thức kỷ luật từ khiển trách trở lên trong đợt thi đua", "khiển trách"),
    ],
)
def test_a_time_that_is_read_is_kept(line: str, form: str) -> None:
    assert f"“{form}” trở lên trong" in offered(line)
    assert window(offered(line)) == CAMPAIGN


@pytest.mark.parametrize(
    ("time", "days"),
    [
        ("trong quý III/2026", "(từ ngày …/…/… đến ngày …/…/…)"),
        ("trong 6 tháng đầu năm 2026", "(từ ngày …/…/… đến ngày …/…/…)"),
        ("kể từ ngày 01/7/2026", "(từ ngày 01/7/2026 đến ngày …/…/…)"),
    ],
)
def test_another_time_is_to_be_filled_in(time: str, days: str) -> None:
    assert offered(f"Không bị kỷ luật từ cảnh cáo trở lên {time}") == f"Không bị kỷ luật từ hình thức “cảnh cáo” trở lên {days}"


def test_downwards_is_never_offered_as_upwards() -> None:
    (found,) = only(analysed(plan("- Không bị kỷ luật từ cách chức trở xuống trong thời gian thi đua")), "TH101")
    assert not [way.line for way in found.ways if "trở lên" in way.line]


@pytest.mark.parametrize(
    "line",
    [
        "Không có quyết định kỷ luật trong thời gian thi đua",
        "Không phải chịu hình thức kỷ luật nào trong thời gian thi đua",
        "Không vi phạm đến mức phải xử lý kỷ luật trong thời gian thi đua",
    ],
)
def test_discipline_asked_of_the_council_is_told_with_its_time(line: str) -> None:
    assert window(offered(line, "TH915")) == CAMPAIGN


@pytest.mark.parametrize("first", ["Bảo đảm đạt các chỉ tiêu tại khoản 1 mục II", "Đạt các chỉ tiêu tại mục II"])
def test_two_conditions_joined_are_offered_as_two_lines(first: str) -> None:
    line = f"{first} và không bị kỷ luật dưới mọi hình thức trong thời gian thi đua"
    (found,) = only(analysed(plan(f"- {line}")), "TH101")
    met, undisciplined = sound(plan(found.ways[0].line)).standards[0].conditions[1:]
    assert isinstance(met, TargetsMet)
    assert isinstance(undisciplined, NotDisciplined)
    assert undisciplined.window == CAMPAIGN


def test_neither_of_two_is_offered_as_two_lines_of_which_the_machine_reads_what_it_can() -> None:
    line = "Không có cá nhân bị kỷ luật từ khiển trách trở lên hoặc vi phạm pháp luật bị xử lý hình sự trong thời gian thi đua"
    (found,) = only(analysed(plan(f"- {line}")), "TH101")
    undisciplined, judged = sound(plan(found.ways[0].line)).standards[0].conditions[1:]
    assert isinstance(undisciplined, NotDisciplined)
    assert undisciplined.window == CAMPAIGN
    assert isinstance(judged, Judged)
    assert judged.judgment == "Không có cá nhân vi phạm pháp luật bị xử lý hình sự trong thời gian thi đua"


def test_of_a_named_subject_the_halves_are_not_offered_apart() -> None:
    line = "Chấp hành viên đạt các chỉ tiêu tại mục II và không bị kỷ luật trong thời gian thi đua"
    assert not [way for each in analysed(plan(f"- {line}")).diagnostics for way in each.ways if "hai dòng" in way.how]


@pytest.mark.parametrize("led", ["Cần phải hoàn thành", "Yêu cầu phải đạt"])
def test_words_that_ask_are_nobody(led: str) -> None:
    (rule,) = sound(plan(f"- {led} các chỉ tiêu tại mục II")).standards[0].conditions[1:]
    assert isinstance(rule, TargetsMet)


@pytest.mark.parametrize(
    "line",
    [
        "Cả hai đợt đều đạt tỷ lệ thi hành xong về việc từ 90% trở lên",
        "Gương mẫu; riêng tỷ lệ thi hành xong về việc phải đạt từ 90% trở lên",
    ],
)
def test_words_that_modify_are_no_names(line: str) -> None:
    errors = [each for each in analysed(plan(f"- {line}")).diagnostics if each.code.severity is Severity.ERROR]
    assert {each.code.id for each in errors} == {"TH101"}
