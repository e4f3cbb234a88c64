"""The starter plans: complete, sound, in the words of whoever asked for them; or refused with the reason."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thads_dsl.model.dates import Period
from thads_dsl.model.points import PointsTable
from thads_dsl.pipeline import analyse
from thads_dsl.source import nothing
from thads_dsl.tools.drafting import Rolled
from thads_dsl.tools.kinds import KINDS, PlanKind, kind_named, organisation_on
from thads_dsl.tools.new import (
    TEMPLATES,
    Answers,
    Unusable,
    day_of,
    new_plan,
    usual_deadline,
    usual_measured,
    usual_place,
    usual_split,
    usual_title,
)
from thads_dsl.tools.roll import roll
from thads_dsl.tools.successor_table import amended

OLD, NEW, LONG = (
    Period(date(2025, 4, 1), date(2025, 6, 30)),  # of either organisation
    Period(date(2026, 4, 1), date(2026, 6, 30)),
    Period(date(2026, 10, 1), date(2027, 9, 30)),
)
ASKED = [kind for kind in KINDS if not kind.amends]
EACH = [(kind, campaign) for kind in ASKED for campaign in (OLD, NEW)] + [(kind_named("hai-dot"), LONG)]
CAMPAIGNS = [kind_named(name) for name in ("mot-dot", "hai-dot", "quyet-dinh")]


def usual(kind: PlanKind, campaign: Period = OLD) -> Answers:
    """What an office answers that takes every usual answer."""
    organisation = organisation_on(campaign.first)
    agency = f"{organisation.agency} A"
    measured = usual_measured(campaign)
    deadline = usual_deadline(campaign, measured)
    split = usual_split(campaign) if kind.waves else None
    place, title = usual_place(agency), usual_title(kind, campaign)
    return Answers(kind, agency, organisation.parent, place, title, campaign, measured, deadline, split)


def written(answers: Answers) -> str:
    plan = new_plan(answers)
    assert isinstance(plan, str), plan
    return plan


def reasons(answers: Answers) -> tuple[str, ...]:
    plan = new_plan(answers)
    assert isinstance(plan, Unusable)
    return plan.reasons


@pytest.mark.parametrize(("kind", "campaign"), EACH, ids=lambda part: getattr(part, "id", str(getattr(part, "first", ""))))
def test_a_starter_plan_has_no_error_and_no_warning_and_every_form_its_examples(kind: PlanKind, campaign: Period) -> None:
    text = written(usual(kind, campaign))
    analysis = analyse("", text)
    assert [each.message for each in analysis.diagnostics] == []
    assert "\nVÍ DỤ" in text
    assert analysis.plan is not None and analysis.plan.document.recipients


@pytest.mark.parametrize("kind", CAMPAIGNS, ids=lambda kind: kind.id)
def test_a_starter_plan_is_no_blank_form(kind: PlanKind) -> None:
    text = written(usual(kind))
    plan = analyse("", text).plan
    assert plan is not None
    assert {target.subject.base.value for target in plan.targets} == {"tập thể", "cá nhân"}
    assert any(target.region for target in plan.targets)
    assert all((plan.standards, plan.both_standards, plan.quotas, plan.dossiers, plan.deadlines, plan.award_levels, plan.judged_targets))
    assert any(rule.measured for rule in plan.periods)
    assert text.count("VÍ DỤ") >= 3


@pytest.mark.parametrize("kind", CAMPAIGNS, ids=lambda kind: kind.id)
def test_every_target_of_a_starter_plan_with_figures_counts_for_an_award(kind: PlanKind) -> None:
    plan = analyse("", written(usual(kind))).plan
    assert plan is not None
    used = {id_ for standard in plan.standards for condition in standard.conditions for id_ in getattr(condition, "targets", ())}
    assert {target.id for target in plan.targets} <= used


@settings(max_examples=20)
@given(first=st.dates(date(2010, 1, 1), date(2025, 5, 1)), days=st.integers(0, 364))
def test_whatever_the_days_the_examples_hold(first: date, days: int) -> None:
    last = min(date.fromordinal(first.toordinal() + days), date(2025, 6, 30))
    answers = usual(KINDS[0], Period(first, last))
    if answers.measured.first <= last and answers.measured.last >= first:
        assert analyse("", written(answers)).plan is not None


@pytest.mark.parametrize(("kind", "campaign"), [(ASKED[0], OLD), (ASKED[0], NEW), (kind_named("quyet-dinh"), NEW)])
def test_the_plan_of_a_city_speaks_of_no_province(kind: PlanKind, campaign: Period) -> None:
    city = organisation_on(campaign.first).agency.replace("tỉnh", "thành phố Đà Nẵng")
    text = written(replace(usual(kind, campaign), agency=city, place=usual_place(city)))
    assert usual_place(city) == usual_place(city.replace("thành phố", "TP.")) == "Đà Nẵng"
    assert " tỉnh" not in text
    assert "TỈNH" not in text
    assert [each.message for each in analyse("", text).diagnostics] == []


@pytest.mark.parametrize(
    "text",
    [
        'Cục "A" tỉnh',
        "Cục {{ 7*7 }}",
        "Cục {% raw %}",
        "a | b",
        "Cục A#1",
        "  Cục A",
        "<b>&amp;",
        "Cục \\n",
        "$HOME `x`",
        "50%",
        "Cu\u0323c",
    ],
)
@pytest.mark.parametrize("part", ["agency", "parent", "place", "title"])
def test_what_was_typed_is_printed_as_it_was_typed_or_refused(part: str, text: str) -> None:
    answers = replace(usual(KINDS[0]), **{part: text})  # type: ignore[arg-type]  # the four are texts
    plan = new_plan(answers)
    if isinstance(plan, Unusable):
        assert text.startswith(" ")
        return
    document = analyse("", plan).plan
    assert document is not None
    assert text in (
        document.document.agency,
        document.document.parent_agency,
        document.document.abstract,
    ) or document.document.place_and_date.startswith(text)


@settings(max_examples=40)
@given(text=st.text(max_size=40), part=st.sampled_from(["agency", "parent", "place", "title"]))
def test_any_text_is_kept_or_refused_in_words(text: str, part: str) -> None:
    answers = replace(usual(KINDS[0]), **{part: text})  # type: ignore[arg-type]  # the four are texts
    plan = new_plan(answers)
    if isinstance(plan, Unusable):
        assert plan.reasons
    else:
        assert analyse("", plan).plan is not None
        assert f": {text}" in plan


@pytest.mark.parametrize(
    ("part", "text", "why"),
    [
        ("agency", "", "Cơ quan ban hành: chưa có gì."),
        ("place", "A # B", "Địa danh: dấu # mở đầu phần ghi chú"),
        ("title", "A\nB", "Trích yếu: có dấu xuống dòng"),
        ("parent", "A" * 301, "Cơ quan chủ quản: dài 301 ký tự"),
        ("title", "Kỷ niệm 78 năm Ngày A (19/7/1946 - 19/7/2025)", "ghi 78 năm, từ 19/7/1946 đến 19/7/2025 là 79 năm"),
        ("agency", "đạt", "tên trùng với từ ngữ của quy định"),
    ],
)
def test_a_text_that_makes_no_sound_plan_is_refused(part: str, text: str, why: str) -> None:
    [reason] = reasons(replace(usual(KINDS[0]), **{part: text}))  # type: ignore[arg-type]  # the four are texts
    assert why in reason


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"campaign": Period(date(2025, 6, 30), date(2025, 4, 1))}, "Thời gian thi đua: ngày đầu 30/6/2025 sau ngày cuối 01/4/2025."),
        ({"measured": Period(date(2024, 10, 1), date(2025, 3, 31))}, "Kỳ số liệu kết thúc ngày 31/3/2025, trước khi thi đua bắt đầu"),
        ({"measured": Period(date(2022, 10, 1), date(2025, 6, 30))}, "dài từ hai năm trở lên"),
        ({"deadline": date(2025, 6, 30)}, "Hạn nộp hồ sơ 30/6/2025 phải sau ngày chốt số liệu 30/6/2025."),
        ({"split": date(2025, 6, 30)}, "Ngày cuối của đợt thứ nhất (30/6/2025) phải trong thời gian thi đua"),
    ],
)
def test_dates_that_cannot_be_are_refused(change: dict[str, object], why: str) -> None:
    assert any(why in reason for reason in reasons(replace(usual(KINDS[0]), **change)))  # type: ignore[arg-type]  # dates and kinds


@pytest.mark.parametrize(
    ("campaign", "unit", "other"), [(OLD, "Chi cục THADS", "Phòng THADS khu vực"), (NEW, "Phòng THADS khu vực", "Chi cục")]
)
def test_bodies_are_those_of_the_time_of_the_campaign(campaign: Period, unit: str, other: str) -> None:
    for kind in ASKED:
        text = written(usual(kind, campaign))
        assert unit in text and other not in text, kind.id


ACROSS = Period(date(2024, 10, 1), date(2025, 9, 30))


@pytest.mark.parametrize("kind", ASKED, ids=lambda kind: kind.id)
@pytest.mark.parametrize("campaign", [ACROSS, Period(date(2025, 1, 1), date(2025, 12, 31))], ids=["nam-cong-tac", "nam-lich"])
def test_a_campaign_during_which_the_bodies_change_gets_a_plan_that_says_what_to_decide(kind: PlanKind, campaign: Period) -> None:
    text = written(usual(kind, campaign))
    assert analyse("", text).plan is not None
    assert "# Phải quyết định: từ 01/7/2025 Cục THADS tỉnh là THADS tỉnh" in text
    assert "# Phải quyết định" not in written(usual(kind, NEW))


def test_a_table_is_amended_for_a_year_in_which_the_bodies_change() -> None:
    base = written(usual(kind_named("bang-tieu-chi"), Period(date(2023, 10, 1), date(2024, 9, 30))))
    text = amended("bang.plan", base.encode(), 2025, {"bang.plan": base}.get)
    assert isinstance(text, str), text
    assert "từ 01/7/2025" in text and analyse("", text, {"bang.plan": base}.get).plan is not None


def table_of(text: str) -> PointsTable:
    """The points table of a plan that amends `bang.plan`."""
    plan = analyse("", text, {"bang.plan": BASE}.get).plan
    assert plan is not None
    return plan.points[0]


BASE = written(usual(kind_named("bang-tieu-chi"), NEW)).replace("| Sáng kiến, cách làm mới |", "| Sáng kiến của năm 2026 |")


def test_a_table_is_amended_from_last_years_with_its_years_moved_and_its_sums_right() -> None:
    text = amended("bang.plan", BASE.encode(), 2027, {"bang.plan": BASE}.get)
    assert isinstance(text, str), text
    assert analyse("", text, {"bang.plan": BASE}.get).diagnostics == ()
    table = table_of(text)
    assert (len(table.criteria), [int(each) for each in (table.standard, *table.balance)]) == (7, [105, 100, 5])
    assert table.criteria[5].title == "Sáng kiến của năm 2027"
    assert "đến hết ngày 30/6/2027" in text and "2026.\n" not in text


@pytest.mark.parametrize(
    ("base", "why"),
    [
        (written(usual(KINDS[0])), "phải là kế hoạch không có lỗi, có một bảng tiêu chí viết đủ"),
        (BASE.replace("| | Tổng cộng | 100 | |", "| | Tổng cộng | 99 | |"), "phải là kế hoạch không có lỗi"),
        (BASE.replace("2026", "2030"), "chỉ chuyển được sang năm ấy hoặc năm sau"),
    ],
)
def test_what_is_no_table_of_an_earlier_year_is_not_amended(base: str, why: str) -> None:
    found = amended("bang.plan", base.encode(), 2027, nothing)
    assert isinstance(found, Unusable) and why in found.reasons[0]


@pytest.mark.parametrize("kind", ASKED, ids=lambda kind: kind.id)
def test_a_starter_rolled_by_a_year_and_by_the_change_of_names_still_compiles(kind: PlanKind) -> None:
    for campaign, year in ((NEW, 2027), (OLD, 2026)):
        found = roll("a.plan", written(usual(kind, campaign)).encode(), year)
        assert isinstance(found, Rolled)
        assert analyse("", found.content).plan is not None
        said = [line for line in found.content.decode().split("\n") if not line.startswith("#")]
        assert str(year - 1) not in "\n".join(said).replace(f"01/10/{year - 1}", "")


def test_all_reasons_are_told_at_once() -> None:
    assert len(reasons(replace(usual(KINDS[0]), agency="", title="a\tb", deadline=date(2025, 1, 1)))) == 3


@pytest.mark.parametrize(("text", "day"), [("05/7/2025", date(2025, 7, 5)), (" 5.7.2025 ", date(2025, 7, 5))])
def test_a_day_is_read_as_offices_write_it(text: str, day: date) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("text", "why"),
    [("30/2/2025", "không có ngày 30/2/2025"), ("1/13/2025", "không có ngày"), ("hôm nay", "chưa phải một ngày"), ("1/1/0001", "năm 0001")],
)
def test_a_day_that_is_none_is_refused_in_words(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        day_of(text)


@pytest.mark.parametrize(
    ("agency", "place"),
    [("Cục Thi hành án dân sự tỉnh Hậu Giang", "Hậu Giang"), ("Thi hành án dân sự thành phố Cần Thơ", "Cần Thơ"), ("Viện A", "")],
)
def test_the_place_is_read_in_the_agency(agency: str, place: str) -> None:
    assert usual_place(agency) == place


def test_the_figures_count_from_the_beginning_of_the_reporting_year() -> None:
    assert usual_measured(Period(date(2025, 4, 1), date(2025, 9, 30))).first == date(2024, 10, 1)
    assert usual_measured(Period(date(2025, 9, 20), date(2025, 12, 31))).first == date(2025, 10, 1)
    assert usual_measured(Period(date(2024, 1, 1), date(2024, 12, 31))) == Period(date(2023, 10, 1), date(2024, 9, 30))


def test_ids_of_kinds_are_different_and_every_kind_has_its_template() -> None:
    assert len({kind.id for kind in KINDS}) == len(KINDS)
    assert {path.name for path in TEMPLATES.glob("*.j2")} >= {f"{kind.id}.plan.j2" for kind in KINDS}
