"""A danh mục: entries with dates, replacements and sources; what a layer may change of the one below; names with slots."""

from datetime import date

import pytest

from tests.unit.check.writing import FRONT, analysed, codes, only, sound, written
from thads_dsl.model.adding_up import Balance, MergedUnit
from thads_dsl.model.statistics import Base, Kind
from thads_dsl.model.validity import Scale, Validity, forms_between
from thads_dsl.pipeline import analyse
from thads_dsl.source import SourceText
from thads_dsl.syntax.names import NameKind
from thads_dsl.vocabulary import Reason, Vocabulary, filled, read_vocabulary, shipped

THADS = shipped("THADS")
assert THADS is not None
SIX = ("khiển trách", "cảnh cáo", "hạ bậc lương", "giáng chức", "cách chức", "buộc thôi việc")
FOUR = ("khiển trách", "cảnh cáo", "cách chức", "buộc thôi việc")


def read(*lines: str, section: str = "ĐỐI TƯỢNG THI ĐUA", below: Vocabulary = Vocabulary()) -> tuple[Vocabulary, list[Reason]]:  # noqa: B008
    """A danh mục of one section on top of another, and why lines of it were refused."""
    text = "PHẦN KHÔNG IN\n\n" + section + "\n" + "\n".join(lines)
    vocabulary, refused = read_vocabulary(SourceText.read("a.danhmuc", text), below)
    return vocabulary, [each.reason for each in refused]


# ---- an entry


def test_an_entry_says_from_when_to_when_it_holds_what_replaces_it_and_where_that_is_written() -> None:
    vocabulary, refused = read(
        "- Tổ A: tập thể. Cách viết: “Tổ An”, “tổ an”. Từ ngày 01/7/2025 đến hết ngày 30/6/2026. Thay bằng: Tổ B. Nguồn: Quyết định số 1"
    )
    assert refused == []
    (term,) = vocabulary.terms
    assert (term.name, term.validity, term.instead, term.source) == (
        "Tổ A", Validity(date(2025, 7, 1), date(2026, 6, 30)), "Tổ B", "Quyết định số 1",
    )  # fmt: skip
    assert [spelling for spelling, _, _ in vocabulary.spellings] == ["Tổ A", "Tổ An", "tổ an"]


def test_a_source_line_is_that_of_the_entries_below_which_say_none() -> None:
    vocabulary, refused = read("- Tổ A: tập thể", "Nguồn: Quyết định số 1", "- Tổ B: tập thể", "- Tổ C: tập thể. Nguồn: Quyết định số 2")
    assert refused == []
    assert [term.source for term in vocabulary.terms] == ["", "Quyết định số 1", "Quyết định số 2"]


@pytest.mark.parametrize(
    "line",
    [
        "- Tổ A: tập thể. Từ ngày 31/6/2025",
        "- Tổ A: tập thể. Từ ngày sau",
        "- Tổ A: tập thể. Từ ngày 01/7/2025. Từ ngày 02/7/2025",
        "- Tổ A: tập thể. Cách viết: Tổ An",
        "- Nguồn: không rõ",
    ],
)
def test_an_entry_that_is_not_understood_whole_is_refused(line: str) -> None:
    vocabulary, refused = read(line)
    assert (vocabulary, refused) == (Vocabulary(), [Reason.UNREAD])


@pytest.mark.parametrize(("day", "held"), [((2025, 6, 30), False), ((2025, 7, 1), True), ((2026, 6, 30), True), ((2026, 7, 1), False)])
def test_both_days_of_a_validity_belong_to_it(day: tuple[int, int, int], held: bool) -> None:
    assert (date(*day) in Validity(date(2025, 7, 1), date(2026, 6, 30))) is held


# ---- the shipped one


def test_every_entry_of_the_shipped_danh_muc_that_states_facts_has_a_source() -> None:
    assert THADS is not None
    assert [term.name for term in THADS.terms if not term.source and term.kind not in (NameKind.ORDINARY, NameKind.EVENT)] == []


def test_what_replaces_a_name_is_a_name_in_force_the_day_after() -> None:
    assert THADS is not None
    names = {term.name: term for term in THADS.terms} | {term.name: term for term in filled(THADS, ()).terms}
    replaced = [term for term in THADS.terms if term.instead]
    assert len(replaced) >= 5
    assert [term.name for term in replaced if date(2025, 7, 1) not in names[term.instead].validity] == []


def test_the_statistics_balance_as_the_published_figures_do() -> None:
    assert THADS is not None
    first, second = THADS.balances
    assert first == Balance((((1, "tổng số giải quyết"),), ((1, "số cũ chuyển sang"), (1, "số thụ lý mới"))))
    year_2023 = {
        "số cũ chuyển sang": 299_096, "số thụ lý mới": 636_950, "tổng số giải quyết": 936_046, "số ủy thác": 12_004, "số thu hồi, hủy": 501,
        "tổng số phải thi hành": 923_541,
    }  # fmt: skip
    for sides in (first.sides, second.sides[:2]):
        assert len({sum(sign * year_2023[name] for sign, name in side) for side in sides}) == 1


def test_the_three_carry_overs_are_told_apart() -> None:
    assert THADS is not None
    formulas = {each.name: each.over for each in THADS.quantities if "chuyển kỳ sau" in each.name}
    assert formulas == {
        "tổng số chuyển kỳ sau": ((1, "tổng số phải thi hành"), (-1, "thi hành xong")),
        "tổng số chuyển kỳ sau trừ số đã chuyển sổ theo dõi riêng": ((1, "tổng số chuyển kỳ sau"), (-1, "số đã chuyển sổ theo dõi riêng")),
        "số có điều kiện chuyển kỳ sau": ((1, "có điều kiện thi hành"), (-1, "thi hành xong")),
    }


def test_holidays_of_five_years_are_working_days_of_the_week_or_follow_one() -> None:
    assert THADS is not None
    assert {holiday.first.year for holiday in THADS.days_off} == {2022, 2023, 2024, 2025, 2026}
    assert all(holiday.first <= holiday.last for holiday in THADS.days_off)
    for year in range(2022, 2027):  # Bộ luật Lao động, Điều 112: eleven days, moved to a working day where they fall on a weekend
        days = {
            date.fromordinal(each)
            for holiday in THADS.days_off
            if holiday.first.year == year
            for each in range(holiday.first.toordinal(), holiday.last.toordinal() + 1)
        }
        swapped = sum(day.year == year for day in THADS.working_days)
        assert sum(day.weekday() < 5 for day in days) - swapped == 11, year
    assert all(day.weekday() == 5 for day in THADS.working_days)


@pytest.mark.parametrize("line", ["- 31/6/2024: Tết", "- từ 03/9/2024 đến 02/9/2024: Quốc khánh", "- Quốc khánh"])
def test_a_holiday_on_no_day_is_refused(line: str) -> None:
    assert read(line, section="NGÀY NGHỈ")[1] == [Reason.UNREAD]


# ---- scales of discipline


@pytest.mark.parametrize(
    ("first", "last", "forms"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), SIX),
        (date(2025, 7, 1), date(2025, 7, 1), FOUR),
        (date(2024, 10, 1), date(2025, 9, 30), SIX),
        (None, None, SIX),
    ],
)
def test_the_forms_of_a_stretch_of_time_are_those_of_its_scales(first: date | None, last: date | None, forms: tuple[str, ...]) -> None:
    assert THADS is not None
    assert forms_between(THADS.scales, first, last) == forms


def test_a_form_of_one_scale_stands_between_its_neighbours_of_that_scale() -> None:
    assert forms_between((Scale(("a", "c", "d")), Scale(("a", "b"))), None, None) == ("a", "b", "c", "d")


CONDITION = """
1. Thời gian: Từ ngày {} đến hết ngày {}.
2. Giấy khen được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:
- Không bị kỷ luật từ hình thức “cảnh cáo” trở lên{}.
"""


@pytest.mark.parametrize(
    ("first", "last", "window", "forms"),
    [
        ("01/4/2024", "30/6/2024", "", SIX[1:]),
        ("01/3/2026", "31/5/2026", " (từ ngày 01/7/2025 đến ngày 31/5/2026)", FOUR[1:]),
        ("01/3/2026", "31/5/2026", " (từ ngày 01/10/2024 đến ngày 31/5/2026)", SIX[1:]),
        ("01/3/2026", "31/5/2026", "", SIX[1:]),  # at any time: the older scale counts too
    ],
)
def test_forms_that_count_are_those_that_could_be_imposed(first: str, last: str, window: str, forms: tuple[str, ...]) -> None:
    plan = sound(written(CONDITION.format(first, last, window)))
    (condition,) = plan.standards[0].conditions
    assert getattr(condition, "forms", None) == forms
    assert set(forms) <= set(plan.discipline)


# ---- layers


def test_a_definition_equal_to_that_below_changes_nothing() -> None:
    assert THADS is not None
    vocabulary, refused = read("- Chi cục THADS: tập thể", below=THADS)
    assert refused == []
    assert vocabulary.kinds == THADS.kinds


@pytest.mark.parametrize(
    ("section", "line", "reason"),
    [
        ("ĐỐI TƯỢNG THI ĐUA", "- chi cục thads: cá nhân", Reason.DIFFERS),
        ("ĐỐI TƯỢNG THI ĐUA", "- Đội A: tập thể. Cách viết: “Chi cục”", Reason.TAKEN),
        ("SỐ LIỆU VÀ CÁCH TÍNH", "- thi hành xong: việc", Reason.DIFFERS),
        ("HÌNH THỨC KỶ LUẬT", "- Từ nhẹ đến nặng: khiển trách; cảnh cáo", Reason.DIFFERS),
        ("SỐ LIỆU VÀ CÁCH TÍNH", "- số vụ trở lên: vụ", Reason.EDGE),
        ("SỐ LIỆU VÀ CÁCH TÍNH", "- từ đầu năm: vụ", Reason.EDGE),
        ("SỐ LIỆU VÀ CÁCH TÍNH", "- số vụ của đội 5: vụ", Reason.EDGE),
        ("SỐ LIỆU VÀ CÁCH TÍNH", "- thi hành xong đến: việc", Reason.EDGE),
    ],
)
def test_a_layer_changes_the_one_below_only_when_it_says_so(section: str, line: str, reason: Reason) -> None:
    assert THADS is not None
    assert read(line, section=section, below=THADS) == (THADS, [reason])
    if reason is not Reason.EDGE:
        changed, refused = read(line.replace("- ", "- Thay: ", 1), section=section, below=THADS)
        assert refused == []
        assert changed != THADS


@pytest.mark.parametrize(
    "name", ["văn bản đến", "số hồ sơ mức độ 4", "tỷ lệ thu, nộp ngân sách Covid-19", "số việc trên một năm chưa thi hành xong"]
)
def test_names_hold_function_words_and_figures_where_they_leave_one_reading(name: str) -> None:
    assert THADS is not None
    assert read(f"- {name}: việc", section="SỐ LIỆU VÀ CÁCH TÍNH", below=THADS)[1] == []


def test_a_replaced_spelling_stands_for_the_new_name_alone() -> None:
    plan = "SỐ LIỆU VÀ CÁCH TÍNH\n- Thay: đơn đã thụ lý: đơn. Cách viết: “tổng số thụ lý”\n"
    body = "1. Chi cục THADS đạt tổng số thụ lý từ 10 đơn trở lên."
    assert [target.quantity for target in sound(written(body) + f"\nPHẦN KHÔNG IN\n\n{plan}").targets] == ["đơn đã thụ lý"]


def test_a_unit_may_belong_to_several_kinds() -> None:
    vocabulary, _ = read("- Phòng: tập thể", "- Cụm: tập thể", "- Phòng gồm: Phòng A", "- Cụm gồm: Phòng A; Phòng B")
    assert vocabulary.kind("Phòng A") == Kind("Phòng A", Base.COLLECTIVE, ("Phòng", "Cụm"))


# ---- names with a slot


def test_a_name_with_a_number_is_filled_by_the_text() -> None:
    assert THADS is not None
    lines = ["Phòng THADS khu vực 3", "phòng thi hành án dân sự khu vực 07,", "Phòng khu vực 12", "khu vực 9"]
    names = {kind.name: kind.parents for kind in filled(THADS, lines).kinds if kind.parents and kind.base is Base.COLLECTIVE}
    assert names == {f"Phòng THADS khu vực {number}": ("Phòng THADS khu vực",) for number in (3, 7, 12)}
    assert not [name for name in filled(THADS, ()).spellings if "{" in name[0]]


def test_one_unit_is_one_subject_however_its_number_is_written() -> None:
    front = FRONT.replace("Tình trạng", "Địa danh, thời gian: A, ngày 05 tháng 8 năm 2025\nTình trạng").format(status="dự thảo")
    plan = sound(front + "Về việc:\n- Phòng THADS khu vực 3 đạt tỷ lệ thi hành xong 77%.\n- Phòng khu vực 04 đạt tỷ lệ thi hành xong 78%.")
    assert [target.subject.any_of for target in plan.targets] == [("Phòng THADS khu vực 3",), ("Phòng THADS khu vực 4",)]


# ---- merged units


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("- Số liệu năm 2025 của Phòng THADS khu vực 1 là tổng số liệu của: Chi cục B, Chi cục C", ("Chi cục B", "Chi cục C")),
        (
            "- Số liệu năm 2025 của Phòng THADS khu vực 1 là tổng số liệu của các Chi cục THADS: B, C",
            ("Chi cục THADS B", "Chi cục THADS C"),
        ),
        ("- Số liệu năm 2025 của Phòng THADS khu vực 1 là tổng số liệu của: Chi cục B, C; Chi cục D", ("Chi cục B, C", "Chi cục D")),
    ],
)
def test_a_plan_says_which_units_were_merged(line: str, parts: tuple[str, ...]) -> None:
    plan = sound(written("- Lời văn.") + f"\nPHẦN KHÔNG IN\n\nSỐ LIỆU VÀ CÁCH TÍNH\n{line}\n")
    assert plan.merged == (MergedUnit("Phòng THADS khu vực 1", 2025, parts),)


def test_a_unit_is_not_merged_of_one() -> None:
    assert read("- Số liệu năm 2025 của A là tổng số liệu của: B", section="SỐ LIỆU VÀ CÁCH TÍNH")[1] == [Reason.UNREAD]


# ---- files beside the plan

OWN = "PHẦN KHÔNG IN\n\nĐỐI TƯỢNG THI ĐUA\n- Đội A: tập thể\n"
PICKED = written("- Đội A đạt tỷ lệ thi hành xong 77% về việc.").replace("chung: THADS", "chung: {}\nDanh mục dùng chung: THADS")


@pytest.mark.parametrize("name", ["./doi.danhmuc", "doi"])
def test_a_danh_muc_beside_the_plan_is_read_by_its_name(name: str) -> None:
    files = {"./doi.danhmuc": OWN, "doi.danhmuc": OWN}
    plan = analyse("thu.plan", PICKED.format(name), files.get).plan
    assert plan is not None
    assert plan.targets[0].subject.any_of == ("Đội A",)


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "TH204"), ("", "TH204"), ("x" * 2_000_000, "TH204"), (b"\xff\xfe\x00", "TH001"), (OWN + "- Đội B\n", "TH209")],
)
def test_what_is_wrong_with_a_danh_muc_is_said_with_its_name(content: bytes | str | None, code: str) -> None:
    analysis = analyse("thu.plan", PICKED.format("doi"), lambda name: content if name == "doi" else None)
    (found, *_) = only(analysis, code)
    where = found.at.source.path if found.at.source else found.message
    assert "doi" in where
    assert analysis.plan is None


def test_without_anyone_to_read_files_only_shipped_danh_muc_are_there() -> None:
    assert "TH204" in codes(PICKED.format("doi"))
    assert not only(analysed(written("- Lời văn.")), "TH204")


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ("tổng số giải quyết từ 10 việc trở lên", True),  # a sentence could end the name before “từ”
        ("tổng số giải quyết trở lên", True),
        ("số vụ từ 10 người trở lên", False),  # “số vụ” is no name
    ],
)
def test_a_name_ends_with_a_bound_only_where_nothing_before_it_is_one(name: str, refused: bool) -> None:
    assert ("TH242" in codes(written(f"PHẦN KHÔNG IN\n\nSỐ LIỆU VÀ CÁCH TÍNH\n- {name}: việc\n"))) is refused
