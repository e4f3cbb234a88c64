"""Names: of the shipped danh mục, of a plan's own sections, with their spellings and abbreviations."""

import pytest

from tests.unit.check.writing import analysed, only, pointed_at, sound, written
from thads_dsl.diagnostics import Severity
from thads_dsl.model.statistics import Base, Kind
from thads_dsl.source import fold
from thads_dsl.syntax.names import Name, NameKind, atoms
from thads_dsl.vocabulary import name_table, shipped, shipped_names

THADS = shipped("THADS")
assert THADS is not None
NAMES = name_table(THADS)


def test_the_danh_muc_of_thads_is_shipped_and_found_whatever_its_letters() -> None:
    assert "THADS" in shipped_names()
    assert shipped("thads") == shipped("Thads") == THADS
    assert shipped("tòa án") is None


def exactly(text: str) -> Name | None:
    return NAMES.exactly([atom.key for atom in atoms(fold(text))])


@pytest.mark.parametrize(
    ("spelling", "kind", "canonical"),
    [
        ("tổng số thụ lý", NameKind.QUANTITY, "tổng số giải quyết"),
        ("Tổng số giải quyết", NameKind.QUANTITY, "tổng số giải quyết"),
        ("có điều kiện", NameKind.QUANTITY, "có điều kiện thi hành"),
        ("tỷ lệ thi hành xong trên tổng số có điều kiện thi hành", NameKind.QUANTITY, "tỷ lệ thi hành xong trên có điều kiện"),
        ("Chi cục", NameKind.SUBJECT, "Chi cục THADS"),
        ("Chi cục Thi hành án dân sự", NameKind.SUBJECT, "Chi cục THADS"),
        ("CHI CỤC THADS", NameKind.SUBJECT, "Chi cục THADS"),
        ("người đứng đầu", NameKind.SUBJECT, "Thủ trưởng đơn vị"),
        ("khiển trách", NameKind.SANCTION, "khiển trách"),
        ("Tổng cục Thi hành án dân sự", NameKind.AGENCY, "Tổng cục THADS"),
        ("Giấy khen", NameKind.REWARD, "Giấy khen"),
    ],
)
def test_every_spelling_stands_for_its_name(spelling: str, kind: NameKind, canonical: str) -> None:
    assert exactly(spelling) == Name(kind, canonical)


@pytest.mark.parametrize("words", ["Chi", "Chi cục THADS huyện", "tổng số", ""])
def test_a_part_of_a_name_or_more_than_it_is_no_name(words: str) -> None:
    assert exactly(words) is None


def test_a_rate_is_a_ratio_of_two_other_quantities() -> None:
    assert THADS is not None
    rate = THADS.quantity("tỷ lệ thi hành xong trên có điều kiện")
    assert rate is not None and (rate.over, rate.under) == (((1, "thi hành xong"),), ((1, "có điều kiện thi hành"),))


def test_the_scale_of_discipline_goes_from_mild_to_severe() -> None:
    assert THADS is not None
    assert THADS.discipline == ("khiển trách", "cảnh cáo", "hạ bậc lương", "giáng chức", "cách chức", "buộc thôi việc")


OWN = """
Về việc:
- Cụm A có số vụ hòa giải dưới 10 việc, đạt tỷ lệ hòa giải thành 50%;
- Cụm A có số vụ hòa giải từ 10 việc trở lên, đạt tỷ lệ hòa giải thành 40%.
- Phòng Một đạt tỷ lệ hòa giải thành 30%.

PHẦN KHÔNG IN

SỐ LIỆU VÀ CÁCH TÍNH
- số vụ hòa giải: việc. Cách viết: “số hòa giải”, “vụ hòa giải”
- hòa giải thành: việc
- tỷ lệ hòa giải thành: % = hòa giải thành / số vụ hòa giải

ĐỐI TƯỢNG THI ĐUA
- Cụm A: tập thể
- Phòng chuyên môn gồm: Phòng Một; Phòng Hai
"""


def test_a_plan_adds_names_of_its_own() -> None:
    plan = sound(written(OWN))
    assert [(target.subject.any_of, target.quantity) for target in plan.targets] == [
        (("Cụm A",), "tỷ lệ hòa giải thành"),
        (("Cụm A",), "tỷ lệ hòa giải thành"),
        (("Phòng Một",), "tỷ lệ hòa giải thành"),
    ]
    assert Kind("Phòng Hai", Base.COLLECTIVE, ("Phòng chuyên môn",)) in plan.kinds


def test_letter_case_makes_no_second_kind_of_the_one_that_there_is() -> None:
    plan = sound(written(OWN.replace("- Cụm A: tập thể", "- Cụm A: tập thể\n- Tập thể: tập thể. Cách viết: “mọi nơi”")))
    assert "Tập thể" not in [kind.name for kind in plan.kinds]
    alone = OWN.replace("- Phòng Một đạt tỷ lệ hòa giải thành 30%.\n", "").replace("Cụm A", "Mọi nơi")
    everybody = sound(written(alone.replace("- Mọi nơi: tập thể", "- Tập thể: tập thể. Cách viết: “Mọi nơi”")))
    assert everybody.targets[0].subject.any_of == ()


def test_other_spellings_of_a_plans_own_names_are_read() -> None:
    respelt = sound(written(OWN.replace("có số vụ hòa giải dưới", "có vụ hòa giải dưới")))
    assert [target.region for target in respelt.targets] == [target.region for target in sound(written(OWN)).targets]


@pytest.mark.parametrize(
    "line",
    [
        "- Cụm A: nhóm",
        "- Cụm A",
        "- Tổ chuyên trách gồm: Tổ Một",
        "- số lạ: con",
        "- tỷ lệ lạ: việc = tổng số giải quyết / thi hành xong",
    ],
)
def test_a_definition_that_says_nothing_known_is_refused_at_its_line(line: str) -> None:
    section = "SỐ LIỆU VÀ CÁCH TÍNH" if "lạ" in line else "ĐỐI TƯỢNG THI ĐUA"
    analysis = analysed(written(f"- Lời văn.\n\nPHẦN KHÔNG IN\n\n{section}\n{line}"))
    (found,) = only(analysis, "TH209")
    assert pointed_at(analysis, found.at.span) == line


@pytest.mark.parametrize(
    ("formula", "unknown"),
    [
        ("số biên lai thu, nộp bị hỏng / thi hành xong", ["số biên lai thu, nộp bị hỏng"]),
        ("tổng số giải quyết - vật chứng tồn từ trước 01/10/2020", ["vật chứng tồn từ trước 01/10/2020"]),
        ("số phiếu có dấu, chữ ký / số phiếu phát ra từ 02 đợt", ["số phiếu có dấu, chữ ký", "số phiếu phát ra từ 02 đợt"]),
    ],
)
def test_a_name_in_a_formula_that_nobody_has_declared_is_told_by_itself(formula: str, unknown: list[str]) -> None:
    analysis = analysed(written(f"- Lời văn.\n\nPHẦN KHÔNG IN\n\nSỐ LIỆU VÀ CÁCH TÍNH\n- số lạ: việc = {formula}"))
    found = [each for each in analysis.diagnostics if each.severity is Severity.ERROR]
    assert [(each.code.id, pointed_at(analysis, each.at.span)) for each in found] == [("TH201", name) for name in unknown]


def test_a_formula_may_use_another_spelling_of_a_statistic() -> None:
    formula = "Thi hành xong / Số có điều kiện thi hành"
    unprinted = f"PHẦN KHÔNG IN\n\nSỐ LIỆU VÀ CÁCH TÍNH\n- tỷ lệ xong lạ: % = {formula}"
    plan = sound(written(f"- Chi cục THADS đạt tỷ lệ xong lạ từ 80% trở lên về việc.\n\n{unprinted}"))
    assert len(plan.targets) == 1


def test_an_unknown_danh_muc_is_refused_and_the_known_ones_are_offered() -> None:
    analysis = analysed(written("- Lời văn.").replace("chung: THADS", "chung: TOA AN"))
    (found,) = only(analysis, "TH204")
    assert pointed_at(analysis, found.at.span) == "TOA AN"
    assert "THADS" in found.why


def test_the_issuing_agency_may_award() -> None:
    body = "1. Hình thức khen thưởng: Giấy khen của Cục trưởng Cục THADS tỉnh A."
    assert sound(written(body)).award_levels[0].levels[0].posts == ("Cục trưởng Cục THADS tỉnh A",)


@pytest.mark.parametrize("words", ["Chi cụcx", "phòngban", "khiển tráchs"])
def test_a_name_inside_a_longer_word_is_not_that_name(words: str) -> None:
    assert exactly(words) is None
