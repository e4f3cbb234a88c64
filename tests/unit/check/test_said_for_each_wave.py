"""What is said outside the waves: for each of them, or for the whole campaign."""

from datetime import date

import pytest

from tests.unit.check.writing import RATE, codes, sound, written
from thads_dsl.evaluate import evaluate
from thads_dsl.model.dates import Period
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import Verdict
from thads_dsl.model.rules import Judged, NotDisciplined, TargetsMet, leaves
from thads_dsl.model.statistics import Base, Row, Statistics

FIRST, SECOND = "đợt 1", "đợt 2"
FIRST_DAYS = Period(date(2025, 10, 1), date(2026, 3, 31))
SECOND_DAYS = Period(date(2026, 4, 1), date(2026, 9, 30))
WAVES = """
I. CÁC ĐỢT
1. Đợt 1: Thời gian từ ngày 01/10/2025 đến hết ngày 31/3/2026.{first}
2. Đợt 2: Thời gian từ ngày 01/4/2026 đến hết ngày 30/9/2026.{second}
{whole}
II. CHỈ TIÊU
{targets}
{awards}"""
OWN = " Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày {}."
TARGET = f"- Phòng THADS khu vực đạt {RATE} 70% về việc{{}}."
LOADS = f"""Đối với Phòng THADS khu vực:
- Có tổng số giải quyết dưới 400 việc: đạt {RATE} từ 70% trở lên về việc;
- Có tổng số giải quyết từ 400 việc trở lên: không áp dụng."""


def plan(targets: str, awards: str = "", *, whole: str = "", measured: bool = True) -> Plan:
    first, second = (OWN.format(day) if measured else "" for day in ("31/3/2026", "30/9/2026"))
    return sound(written(WAVES.format(first=first, second=second, whole=whole, targets=targets, awards=awards)))


def waves_of(found: Plan) -> list[tuple[str, str]]:
    return [(target.wave, found.quantity(target.quantity).when) for target in found.targets]


def test_where_only_waves_are_measured_a_target_outside_them_is_one_of_each() -> None:
    found = plan(TARGET.format(""))
    assert waves_of(found) == [(FIRST, FIRST), (SECOND, SECOND)]
    assert [target.period and target.period.last for target in found.targets] == [date(2026, 3, 31), date(2026, 9, 30)]


def test_where_the_whole_campaign_is_measured_too_a_target_outside_the_waves_is_of_the_whole() -> None:
    assert waves_of(plan(TARGET.format(""), whole="3. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 30/9/2026.")) == [("", "")]


def test_where_waves_are_not_measured_a_target_outside_them_is_of_the_whole() -> None:
    assert waves_of(plan(TARGET.format(""), measured=False)) == [("", "")]


@pytest.mark.parametrize("words", [" trong mỗi đợt", " của từng đợt", " trong cả hai đợt", " trong đợt 1 và đợt 2"])
def test_a_sentence_may_say_itself_that_it_is_for_each_wave(words: str) -> None:
    assert waves_of(plan(TARGET.format(words), measured=False)) == [(FIRST, FIRST), (SECOND, SECOND)]


def test_a_sentence_may_name_its_wave() -> None:
    assert waves_of(plan(TARGET.format(" trong đợt 2"))) == [(SECOND, SECOND)]


@pytest.mark.parametrize(
    "heading", ["Mỗi đợt, đối với {}:", "Đối với {} trong mỗi đợt:", "Đối với {} (áp dụng cho cả hai đợt):", "Đối với {} của từng đợt:"]
)
def test_a_context_may_say_that_what_it_opens_is_for_each_wave(heading: str) -> None:
    targets = f"1. {heading.format('Phòng THADS khu vực')}\n- Đạt {RATE} 70% về việc."
    assert waves_of(plan(targets, measured=False)) == [(FIRST, FIRST), (SECOND, SECOND)]


def test_a_heading_that_names_a_wave_is_one_for_what_stands_under_it() -> None:
    text = WAVES.format(first="", second="", whole="", targets=TARGET.format(""), awards="").replace(
        "II. CHỈ TIÊU", "II. CHỈ TIÊU TRONG ĐỢT 2"
    )
    assert waves_of(sound(written(text))) == [(SECOND, SECOND)]


def test_a_wave_that_is_none_is_complained_of() -> None:
    text = WAVES.format(first="", second="", whole="", targets=TARGET.format(" trong đợt 3"), awards="")
    assert "TH524" in codes(written(text))


def test_bands_and_rows_that_do_not_apply_go_by_the_load_of_each_wave() -> None:
    found = plan(LOADS)
    keys = [(target.wave, target.region and target.region.keys) for target in found.targets]
    assert sorted(keys) == [(wave, (f"tổng số giải quyết về việc ({wave})",)) for wave in (FIRST, FIRST, SECOND, SECOND)]


def test_the_same_period_before_is_that_of_each_wave() -> None:
    found = plan("- Phòng THADS khu vực: số chưa có điều kiện về việc không tăng so với cùng kỳ năm trước.")
    assert [target.against for target in found.targets] == [
        f"chưa có điều kiện thi hành về việc (cùng kỳ năm 2025, {wave})" for wave in (FIRST, SECOND)
    ]


AWARDS = """III. KHEN THƯỞNG
1. Giấy khen được xét, tặng cho tập thể đạt các tiêu chuẩn, điều kiện sau:
- {condition}.
2. Mỗi đợt tặng Giấy khen cho không quá 02 tập thể và không quá 05 cá nhân, do Hội đồng bình xét lựa chọn."""


def conditions(condition: str) -> dict[str, list[object]]:
    found = plan(TARGET.format(""), AWARDS.format(condition=condition))
    return {standard.wave: list(leaves(standard.conditions)) for standard in found.standards}


def windows(words: str) -> dict[str, Period | None]:
    said = conditions(f"Không có cá nhân thuộc đơn vị bị kỷ luật từ hình thức khiển trách trở lên {words}")
    return {wave: each.window for wave, [each] in said.items() if isinstance(each, NotDisciplined)}


@pytest.mark.parametrize("words", ["trong đợt thi đua", "trong mỗi đợt", "trong từng đợt thi đua", "trong thời gian của đợt thi đua"])
def test_discipline_in_the_wave_is_that_of_the_wave_s_own_days(words: str) -> None:
    assert windows(words) == {FIRST: FIRST_DAYS, SECOND: SECOND_DAYS}


@pytest.mark.parametrize("words", ["trong thời gian thi đua", "trong phong trào", "trong phong trào thi đua"])
def test_discipline_in_the_campaign_is_that_of_all_waves(words: str) -> None:
    whole = Period(FIRST_DAYS.first, SECOND_DAYS.last)
    assert windows(words) == {FIRST: whole, SECOND: whole}


def test_discipline_in_a_wave_that_is_named_is_of_that_wave_for_all() -> None:
    assert windows("trong đợt 1") == {FIRST: FIRST_DAYS, SECOND: FIRST_DAYS}


def test_discipline_in_the_data_s_days_is_that_of_the_wave_s_data() -> None:
    assert windows("trong kỳ số liệu")[SECOND] == Period(date(2025, 10, 1), date(2026, 9, 30))


def test_an_exclusion_by_discipline_in_the_wave_looks_at_the_wave_s_own_days() -> None:
    excluded = "Không xét khen thưởng đối với:\n- Cá nhân bị kỷ luật từ hình thức khiển trách trở lên trong đợt thi đua."
    found = plan(TARGET.format(""), AWARDS.format(condition="Đạt các chỉ tiêu tại mục II") + f"\n3. {excluded}")
    assert {each.wave: each.window for each in found.exclusions} == {FIRST: FIRST_DAYS, SECOND: SECOND_DAYS}


@pytest.mark.parametrize("words", ["Đạt các chỉ tiêu tại mục II", "Đạt các chỉ tiêu của từng đợt tại mục II", "Đạt ít nhất 1/1 chỉ tiêu"])
def test_a_standard_of_a_wave_means_the_targets_of_its_wave(words: str) -> None:
    said = conditions(words)
    assert {wave: each.targets for wave, [each] in said.items() if isinstance(each, TargetsMet)} == {
        FIRST: ("II-1",),
        SECOND: ("II-1 (2)",),
    }


def test_a_standard_that_stands_in_a_wave_means_the_targets_of_its_wave() -> None:
    awards = "III. ĐỢT 2\n" + AWARDS.format(condition="Đạt các chỉ tiêu tại mục II").split("\n", 1)[1].replace("Mỗi đợt tặng", "Tặng")
    [standard] = plan(TARGET.format(""), awards.replace("III. ĐỢT 2", "III. Đợt 2:")).standards
    [condition] = standard.conditions
    assert (standard.wave, isinstance(condition, TargetsMet) and condition.targets) == (SECOND, ("II-1 (2)",))


def test_each_wave_is_decided_by_its_own_figures() -> None:
    found = plan(TARGET.format(""), AWARDS.format(condition="Đạt các chỉ tiêu tại mục II"))
    figures: dict[str, int | None] = {}
    for wave, done in ((FIRST, 70), (SECOND, 69)):
        figures |= {f"có điều kiện thi hành về việc ({wave})": 100, f"thi hành xong về việc ({wave})": done}
    row = Row(Base.COLLECTIVE, "Phòng THADS khu vực 1", "", "Phòng THADS khu vực", False, figures, {})
    results = evaluate(found, Statistics((row,), (), (), ())).subjects
    assert {each.occasion.wave: each.eligible for each in results} == {FIRST: Verdict.MET, SECOND: Verdict.FAILED}


@pytest.mark.parametrize(
    "line",
    [
        "Số liệu xét thi đua đợt 2 tính lũy kế từ ngày 01/10/2025 đến hết ngày 30/9/2026",
        "Kỳ số liệu đợt 2: từ ngày 01/10/2025 đến hết ngày 30/9/2026",
        "Kỳ số liệu của đợt 2 từ ngày 01/10/2025 đến hết ngày 30/9/2026",
        "Kỳ số liệu (đợt 2): lũy kế từ ngày 01/10/2025 đến hết ngày 30/9/2026",
    ],
)
def test_the_measured_period_of_a_wave_may_be_said_outside_it(line: str) -> None:
    found = plan(TARGET.format(""), whole=f"3. {line}.", measured=False)
    assert [(rule.wave, rule.measured, rule.period.last) for rule in found.periods] == [(SECOND, True, date(2026, 9, 30))]


@pytest.mark.parametrize(
    "line", ["Số liệu lũy kế từ ngày 01/10/2025 đến hết ngày 30/9/2026", "Kết quả 12 tháng (tính lũy kế từ 01/10/2025 đến hết 30/9/2026)"]
)
def test_the_measured_period_of_a_wave_may_be_cumulated(line: str) -> None:
    text = WAVES.format(first="", second=f" {line}.", whole="", targets=TARGET.format(""), awards="")
    assert [(rule.wave, rule.measured, rule.period.last) for rule in sound(written(text)).periods] == [(SECOND, True, date(2026, 9, 30))]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Đợt 2: có sáng kiến", "có sáng kiến (đợt 2)"),
        ("Riêng đợt 2, có sáng kiến", "Riêng đợt 2, có sáng kiến"),
        ("Có sáng kiến (đợt 2)", "Có sáng kiến (đợt 2)"),
    ],
)
def test_what_is_said_of_one_wave_is_asked_in_that_wave_once(said: str, asked: str) -> None:
    found = {wave: [each.judgment for each in leaf if isinstance(each, Judged)] for wave, leaf in two_items(said).items()}
    assert found == {FIRST: ["Nội bộ đoàn kết (đợt 1)"], SECOND: ["Nội bộ đoàn kết (đợt 2)", asked]}


def test_discipline_that_is_said_of_one_wave_is_looked_at_in_that_wave() -> None:
    found = two_items("Đợt 2: không có cá nhân thuộc đơn vị bị kỷ luật từ hình thức khiển trách trở lên trong đợt thi đua")
    assert [type(each) for each in found[FIRST]] == [Judged]
    assert [type(each) for each in found[SECOND]] == [Judged, NotDisciplined]


def two_items(said: str) -> dict[str, list[object]]:
    return conditions(f"Nội bộ đoàn kết;\n- {said}")
