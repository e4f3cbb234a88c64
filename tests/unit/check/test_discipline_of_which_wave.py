"""“trong đợt”, “tính đến ngày kết thúc đợt” of awards that are given for several waves at once: of which wave is asked."""

from datetime import date

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written
from thads_dsl.model.dates import Period
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import NotDisciplined, leaves

FIRST, SECOND = Period(date(2024, 3, 1), date(2024, 4, 30)), Period(date(2024, 7, 1), date(2024, 8, 31))
WAVES = "1. Đợt 1: từ ngày 01/3/2024 đến hết ngày 30/4/2024.\n2. Đợt 2: từ ngày 01/7/2024 đến hết ngày 31/8/2024.\n"
LIST = "3. Giấy khen được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:\n- Hoàn thành tốt nhiệm vụ;\n- {}\n"
EACH = "4. Mỗi đợt tặng Giấy khen cho không quá 10 cá nhân, do Hội đồng bình xét lựa chọn.\n"
CAMPAIGN = "Thời gian thi đua: từ ngày 01/3/2024 đến hết ngày 31/8/2024.\n"


def windows(plan: Plan) -> list[Period | None]:
    """The days that each condition on discipline looks at."""
    found = (leaf for standard in plan.standards for leaf in leaves(standard.conditions))
    return [leaf.window for leaf in found if isinstance(leaf, NotDisciplined)]


def offered(line: str) -> list[list[Period | None]]:
    """What the plan looks at with each of the ready lines."""
    text = written(WAVES + LIST.format(line), status="dự thảo")
    (found,) = only(analysed(text), "TH528")
    return [
        windows(sound(text.replace(f"- {line}\n", f"{way.line}\n") if way.line.startswith("-") else f"{text}{way.line}\n"))
        for way in found.ways
    ]


WHOLE = Period(FIRST.first, SECOND.last)


def back(last: date) -> Period:
    return Period.months_to(last, 12)


@pytest.mark.parametrize("line", ["Không bị kỷ luật trong đợt;", "Không bị kỷ luật từ cảnh cáo trở lên trong suốt đợt thi đua."])
def test_the_wave_is_each_of_them_all_or_with_the_days_between(line: str) -> None:
    assert offered(line) == [[FIRST], [SECOND], [FIRST, SECOND], [WHOLE]]


def test_each_wave_is_not_one_of_them() -> None:
    assert offered("Không bị kỷ luật trong mỗi đợt;") == [[FIRST, SECOND], [WHOLE]]


def test_months_end_with_one_wave_or_with_each() -> None:
    own = [back(FIRST.last), back(SECOND.last)]
    assert offered("Không bị kỷ luật trong 12 tháng tính đến ngày kết thúc đợt thi đua;") == [own[:1], own[1:], own]


def test_months_without_an_end_are_offered_with_days() -> None:
    (found,) = only(analysed(written(WAVES + LIST.format("Không bị kỷ luật trong 12 tháng;"))), "TH528")
    assert not [way.line for way in found.ways if "đợt" in way.line]


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        (WAVES + LIST.format("Không bị kỷ luật trong đợt;") + EACH, [FIRST, SECOND]),
        (WAVES + LIST.format("Không bị kỷ luật trong đợt 2;"), [SECOND]),
        (CAMPAIGN + WAVES + LIST.format("Không bị kỷ luật trong đợt thi đua;"), [WHOLE]),
    ],
)
def test_where_the_plan_settles_it_nothing_is_asked(body: str, meant: list[Period]) -> None:
    assert windows(sound(written(body))) == meant


def test_exclusions_are_asked_about_too() -> None:
    text = written(
        WAVES + LIST.format("Gương mẫu.") + "4. Không xét khen thưởng đối với:\n- Cá nhân bị kỷ luật trong đợt.\n", status="dự thảo"
    )
    assert codes(text) == ["TH528"]
    (found,) = only(analysed(text), "TH528")
    days = [[rule.window for rule in sound(f"{text}{way.line}\n").exclusions] for way in found.ways]
    assert days == [[FIRST], [SECOND], [FIRST, SECOND], [WHOLE]]
