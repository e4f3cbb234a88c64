"""Whose a deadline is: a name that goes on, those behind “trừ” and “riêng”; papers behind “Hồ sơ gồm”; days that are no campaign."""

from datetime import date

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written

PERIOD = "I. THỜI GIAN\n- Từ ngày 01/3/2024 đến hết ngày 31/5/2024.\n"


def plan(*lines: str, subjects: tuple[str, ...] = ()) -> str:
    """A plan with these lines under its time."""
    return written(PERIOD + "II. TỔ CHỨC\n" + "".join(f"- {line}\n" for line in lines), subjects=subjects)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Chi cục THADS huyện Vũng Liêm báo cáo chậm nhất ngày 09/6/2024.", "Chi cục THADS huyện Vũng Liêm"),
        ("Chi cục THADS quận Ninh Kiều gửi hồ sơ trước ngày 09/6/2024.", "Chi cục THADS quận Ninh Kiều"),
        ("Chi cục Cao Lãnh gửi hồ sơ trước ngày 09/6/2024.", "Chi cục Cao Lãnh"),
        ("Giao Phòng Kiểm tra thi hành án tổng hợp hồ sơ trước ngày 09/6/2024.", "Phòng Kiểm tra thi hành án"),
        ("Phòng Nghiệp vụ và Tổ chức thi hành án gửi hồ sơ trước ngày 09/6/2024.", "Phòng Nghiệp vụ và Tổ chức thi hành án"),
        ("Chậm nhất ngày 09/6/2024, Chi cục THADS thị xã Bình Minh gửi hồ sơ.", "Chi cục THADS thị xã Bình Minh"),
        ("Trong thời hạn 05 ngày kể từ ngày 01/6/2024, Chi cục THADS huyện Vũng Liêm báo cáo.", "Chi cục THADS huyện Vũng Liêm"),
        ("Hạn nộp hồ sơ của Chi cục THADS huyện Vũng Liêm: ngày 09/6/2024.", "Chi cục THADS huyện Vũng Liêm"),
        ("Chấp hành viên thuộc Chi cục THADS huyện Vũng Liêm nộp báo cáo trước ngày 09/6/2024.", "Chi cục THADS huyện Vũng Liêm"),
        ("Các đơn vị thuộc Cụm thi đua Tây Đô gửi hồ sơ trước ngày 09/6/2024.", "Cụm thi đua Tây Đô"),
        ("Các Chi cục, trừ Chi cục THADS huyện Vũng Liêm, gửi hồ sơ trước ngày 09/6/2024.", "Chi cục THADS huyện Vũng Liêm"),
        ("Các Chi cục THADS gửi hồ sơ trước ngày 09/6/2024, riêng Văn phòng trước ngày 12/6/2024.", "Văn phòng"),
        ("Đối với Chi cục THADS huyện Vũng Liêm: gửi hồ sơ trước ngày 09/6/2024.", "Chi cục THADS huyện Vũng Liêm"),
        ("Các đơn vị thuộc Cụm thi đua miền Đông gửi hồ sơ trước ngày 09/6/2024.", "Cụm thi đua miền Đông"),
        ("Chi cục THADS các huyện miền núi nộp hồ sơ trước ngày 09/6/2024.", "Chi cục THADS các huyện miền núi"),
        ("Các Chi cục THADS vùng sâu, vùng xa gửi hồ sơ trước ngày 09/6/2024.", "Chi cục THADS vùng sâu, vùng xa"),
    ],
)
def test_a_name_that_goes_on_behind_a_declared_one_is_to_be_declared(line: str, name: str) -> None:
    found = only(analysed(plan(line)), "TH202")
    assert [each.message for each in found] == [f"“{name}”"]
    declared = found[0].ways[-1].line.split("\n")[-1].removeprefix("- ")
    assert declared == f"{name}: tập thể"
    assert "TH202" not in codes(plan(line, subjects=(declared,)))


@pytest.mark.parametrize(
    "line",
    [
        "Các Chi cục THADS huyện, thị xã, thành phố gửi hồ sơ trước ngày 09/6/2024.",
        "Các Chi cục THADS gửi hồ sơ về Phòng Tổ chức cán bộ trước ngày 09/6/2024.",
        "Các Phòng chuyên môn thuộc Cục đăng ký thi đua trước ngày 09/6/2024.",
        "Các Chi cục THADS huyện trực thuộc gửi hồ sơ trước ngày 09/6/2024.",
        "Chi cục THADS các huyện, thị xã trên địa bàn tỉnh gửi hồ sơ trước ngày 09/6/2024.",
    ],
)
def test_words_that_are_no_part_of_the_name_are_none(line: str) -> None:
    assert len(sound(plan(line)).deadlines) == 1


@pytest.mark.parametrize(
    ("line", "some", "not_some"),
    [
        ("Các đơn vị, trừ Phòng chuyên môn, gửi hồ sơ trước ngày 09/6/2024.", (), ("Phòng chuyên môn",)),
        ("Các đơn vị (ngoại trừ Phòng chuyên môn) gửi hồ sơ trước ngày 09/6/2024.", (), ("Phòng chuyên môn",)),
        ("Các đơn vị không bao gồm Phòng chuyên môn gửi hồ sơ trước ngày 09/6/2024.", (), ("Phòng chuyên môn",)),
        ("Hồ sơ gửi trước ngày 09/6/2024 (trừ Phòng chuyên môn).", (), ("Phòng chuyên môn",)),
        ("Các Chi cục THADS, trừ Chi cục A, gửi hồ sơ trước ngày 09/6/2024.", ("Chi cục THADS",), ("Chi cục A",)),
    ],
)
def test_those_behind_tru_need_not_keep_the_day(line: str, some: tuple[str, ...], not_some: tuple[str, ...]) -> None:
    found = sound(plan(line, subjects=("Chi cục A: tập thể",))).deadlines
    assert [(each.subject and (each.subject.any_of, each.subject.none_of)) for each in found] == [(some, not_some)]


@pytest.mark.parametrize(
    "line",
    [
        "Ngoại trừ Phòng chuyên môn, các đơn vị gửi hồ sơ trước ngày 09/6/2024.",
        "Các Chi cục, trừ những nơi xa, gửi hồ sơ trước ngày 09/6/2024.",
        "Hạn nộp hồ sơ, trừ Phòng chuyên môn: ngày 09/6/2024.",
    ],
)
def test_an_exception_that_is_not_understood_is_refused(line: str) -> None:
    assert codes(plan(line)) in (["TH101"], ["TH102"])


@pytest.mark.parametrize("joint", [",", ";"])
def test_rieng_gives_those_a_day_of_their_own(joint: str) -> None:
    found = sound(plan(f"Các Chi cục THADS gửi hồ sơ trước ngày 09/6/2024{joint} riêng Phòng chuyên môn trước ngày 12/6/2024.")).deadlines
    days = [(each.addressee, each.what, each.last_day) for each in found]
    assert days[1] == ("Phòng chuyên môn", "gửi hồ sơ", date(2024, 6, 11))
    assert days[0][0::2] == ("Chi cục THADS", date(2024, 6, 8))


@pytest.mark.parametrize(
    ("line", "papers", "days"),
    [
        ("Hồ sơ gửi trước ngày 09/6/2024; hồ sơ gồm: Tờ trình; Biên bản; Danh sách.", ("Tờ trình", "Biên bản", "Danh sách"), 1),
        ("Hồ sơ gồm: 01 Tờ trình; 01 (một) Biên bản, Danh sách (02 bản).", ("Tờ trình", "Biên bản", "Danh sách"), 0),
        ("Hồ sơ gồm: Tờ trình; Biên bản; hồ sơ gửi trước ngày 09/6/2024.", ("Tờ trình", "Biên bản"), 1),
    ],
)
def test_all_papers_behind_ho_so_gom_are_its_own(line: str, papers: tuple[str, ...], days: int) -> None:
    found = sound(plan(line))
    assert [each.documents for each in found.dossiers] == [papers]
    assert len(found.deadlines) == days


def test_days_on_which_something_else_is_done_are_no_campaign() -> None:
    other = "Từ ngày 01/4/2024 đến hết ngày 15/4/2024, các đơn vị ra quân trồng cây."
    assert codes(written(f"I. THỜI GIAN\n- {other}\n")) == ["TH101"]
    campaign = "Từ ngày 01/4/2024 đến hết ngày 15/4/2024, các đơn vị phát động đợt thi đua."
    assert len(sound(written(f"I. THỜI GIAN\n- {campaign}\n")).periods) == 1


def test_periods_of_figures_of_two_waves_stand_in_one_line() -> None:
    line = "Kỳ số liệu đợt 1: từ ngày 01/3/2024 đến hết ngày 31/3/2024; kỳ số liệu đợt 2: từ ngày 01/4/2024 đến hết ngày 31/5/2024."
    measured = [(each.wave, each.period.last) for each in sound(plan(line)).periods if each.measured]
    assert measured == [("đợt 1", date(2024, 3, 31)), ("đợt 2", date(2024, 5, 31))]


@pytest.mark.parametrize(
    ("line", "code", "way"),
    [
        ("Báo cáo nhanh vào thứ sáu hằng tuần.", "TH509", "- > Báo cáo nhanh vào thứ sáu hằng tuần."),
        ("Thi hành xong ba trăm hai mươi việc.", "TH119", "- Thi hành xong 320 việc."),
        ("Phải thi hành xong một nửa số việc có điều kiện.", "TH101", "- Phải thi hành xong 50% số việc có điều kiện."),
    ],
)
def test_a_week_and_large_figures_in_words_are_no_prose(line: str, code: str, way: str) -> None:
    found = analysed(plan(line)).diagnostics
    assert [each.code.id for each in found] == [code]
    assert found[0].ways[-1].line == way


def bound(*lines: str) -> list[tuple[str, bool]]:
    """Who must keep each deadline of these lines, and whether files may be late by it."""
    return [(each.addressee, each.binds_files) for each in sound(plan(*lines)).deadlines]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Văn phòng tổng hợp hồ sơ trước ngày 15/6/2024.", "Văn phòng"),
        ("Bộ phận thi đua trình Hội đồng hồ sơ trước ngày 15/6/2024.", "Bộ phận thi đua"),
        ("Giao Văn phòng rà soát hồ sơ, báo cáo lãnh đạo chậm nhất ngày 15/6/2024.", "Văn phòng"),
        ("Giao Văn phòng đôn đốc, tiếp nhận và tổng hợp hồ sơ trước ngày 15/6/2024.", "Văn phòng"),
        ("Trước ngày 15/6/2024, Tổ giúp việc thẩm định hồ sơ của các đơn vị.", "Tổ giúp việc"),
        ("Hồ sơ do Văn phòng tổng hợp, trình Hội đồng trước ngày 15/6/2024.", "Văn phòng"),
        ("Hội đồng Thi đua - Khen thưởng họp xét hồ sơ chậm nhất ngày 15/6/2024.", "Hội đồng Thi đua - Khen thưởng"),
        ("Phòng chuyên môn tổng hợp hồ sơ của các đơn vị, gửi Hội đồng trước ngày 15/6/2024.", "Phòng chuyên môn"),
        ("Việc thẩm định hồ sơ xong trước ngày 15/6/2024.", ""),
        ("Các đơn vị hoàn thiện hồ sơ trước ngày 15/6/2024.", ""),
        ("Công đoàn gửi hồ sơ trước ngày 15/6/2024.", "Công đoàn"),
        ("Hạn nộp hồ sơ của Đoàn Thanh niên: ngày 15/6/2024.", "Đoàn Thanh niên"),
    ],
)
def test_nobodys_file_is_late_by_the_day_of_those_who_are_not_judged_or_do_something_else(line: str, who: str) -> None:
    assert bound(line) == [(who, False)]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Văn phòng tiếp nhận hồ sơ chậm nhất ngày 15/6/2024.", ""),
        ("Bộ phận tổng hợp nhận hồ sơ đến hết ngày 15/6/2024.", ""),
        ("Kết thúc đợt thi đua, các đơn vị họp bình xét, lập hồ sơ gửi về Cục (qua Văn phòng) trước ngày 15/6/2024.", ""),
        ("Tờ trình, biên bản họp bình xét và báo cáo thành tích gửi về Văn phòng trước ngày 15/6/2024.", ""),
        ("Hồ sơ gửi về Văn phòng để tổng hợp, trình Hội đồng trước ngày 15/6/2024.", ""),
        ("Hồ sơ xét khen thưởng trước ngày 15/6/2024.", ""),
        ("Các tập thể, cá nhân gửi hồ sơ trước ngày 15/6/2024.", ""),
        ("Cá nhân gửi hồ sơ trước ngày 15/6/2024.", "cá nhân"),
        ("Toàn thể Chấp hành viên nộp hồ sơ trước ngày 15/6/2024.", "Chấp hành viên"),
        ("Lãnh đạo các Chi cục THADS gửi hồ sơ trước ngày 15/6/2024.", "Chi cục THADS"),
        ("Sau khi kết thúc đợt thi đua, các Chi cục THADS gửi hồ sơ trước ngày 15/6/2024.", "Chi cục THADS"),
    ],
)
def test_files_are_handed_in_by_those_who_send_them(line: str, who: str) -> None:
    assert bound(line) == [(who, True)]


def test_what_is_finished_first_is_sent_by_the_later_day() -> None:
    assert bound("Hồ sơ hoàn thành trước ngày 05/6/2024, gửi về Cục trước ngày 15/6/2024.") == [("", False), ("", True)]


def test_units_and_people_keep_a_day_of_their_own_each() -> None:
    assert bound("Các Chi cục THADS, Chấp hành viên gửi hồ sơ trước ngày 15/6/2024.") == [("Chi cục THADS", True), ("Chấp hành viên", True)]


@pytest.mark.parametrize(
    "line",
    ["Các Chi cục THADS và Văn phòng gửi hồ sơ trước ngày 15/6/2024.", "Văn phòng và các Chi cục THADS gửi hồ sơ trước ngày 15/6/2024."],
)
def test_somebody_unknown_beside_those_who_are_known_is_to_be_declared(line: str) -> None:
    assert [each.message for each in only(analysed(plan(line)), "TH202")] == ["“Văn phòng”"]


def test_people_of_one_unit_have_no_day_of_their_own_but_the_unit_has() -> None:
    unit = "Chi cục A: tập thể"
    [found] = only(analysed(plan("Chấp hành viên thuộc Chi cục A gửi hồ sơ trước ngày 15/6/2024.", subjects=(unit,))), "TH510")
    for way, who in zip(found.ways, ("Chi cục A", "Chấp hành viên"), strict=True):
        [deadline] = sound(plan(way.line.removeprefix("- "), subjects=(unit,))).deadlines
        assert deadline.addressee == who


@pytest.mark.parametrize(
    "line",
    [
        "| Đơn vị | Hạn nộp hồ sơ |\n| Chi cục THADS | chậm nhất ngày 09/6/2024 |",
        "- Chi cục THADS: gửi hồ sơ chậm nhất ngày 09/6/2024.",
        "- Đối với Chi cục THADS:\n+ Gửi hồ sơ chậm nhất ngày 09/6/2024.",
        "- Chi cục THADS gửi hồ sơ chậm nhất ngày 09/6/2024.",
    ],
)
@pytest.mark.parametrize("population", ["", "Đối tượng thi đua: Chi cục THADS\n"])
def test_a_deadline_names_whom_it_is_for_though_the_whole_plan_is_for_them(line: str, population: str) -> None:
    text = written(PERIOD + f"II. TỔ CHỨC\n1. Thời hạn\n{line}\n").replace("Danh mục", f"{population}Danh mục", 1)
    (deadline,) = sound(text).deadlines
    assert deadline.subject is not None
    assert (deadline.addressee, deadline.subject.name) == ("Chi cục THADS", "Chi cục THADS")


FILES = "Hồ sơ gồm: Tờ trình; Danh sách."


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("Hồ sơ cá nhân gửi về Cục trước ngày 09/6/2024.", "cá nhân"),
        ("Hồ sơ của cá nhân gửi về Cục trước ngày 09/6/2024.", "cá nhân"),
        ("Hồ sơ tập thể gửi về Cục trước ngày 09/6/2024.", "tập thể"),
        ("Hồ sơ của tập thể gửi về Cục trước ngày 09/6/2024.", "tập thể"),
        ("Hồ sơ đề nghị khen thưởng Chấp hành viên gửi trước ngày 09/6/2024.", "Chấp hành viên"),
        ("Hồ sơ đề nghị tặng Giấy khen cho cá nhân gửi trước ngày 09/6/2024.", "cá nhân"),
        ("Hồ sơ cá nhân không là Chấp hành viên gửi trước ngày 09/6/2024.", "cá nhân không là Chấp hành viên"),
        ("Trước ngày 09/6/2024, hồ sơ cá nhân gửi về Cục.", "cá nhân"),
        ("Các đơn vị gửi hồ sơ cá nhân trước ngày 09/6/2024.", "cá nhân"),
        ("Thủ trưởng đơn vị gửi hồ sơ cá nhân trước ngày 09/6/2024.", "cá nhân"),
        ("Hạn nộp hồ sơ cá nhân: ngày 09/6/2024.", "cá nhân"),
        ("Trong thời hạn 05 ngày kể từ ngày 03/6/2024, hồ sơ cá nhân gửi về Cục.", "cá nhân"),
        ("Hồ sơ của các đơn vị gửi về Cục trước ngày 09/6/2024.", None),
        ("Hồ sơ tập thể, cá nhân gửi về Cục trước ngày 09/6/2024.", None),
        ("Hồ sơ gửi Phòng chuyên môn trước ngày 09/6/2024.", None),
        ("Gửi hồ sơ Phòng chuyên môn trước ngày 09/6/2024.", None),
        ("Hồ sơ gửi trước ngày 09/6/2024 đối với các đơn vị.", "đơn vị"),
    ],
)
def test_files_of_some_are_due_for_those_alone(line: str, whose: str | None) -> None:
    found = sound(plan(FILES, line)).deadlines
    assert [each.subject and each.subject.name for each in found if each.binds_files] == [whose]


def test_files_of_two_on_two_days() -> None:
    found = sound(plan(FILES, "Hồ sơ cá nhân gửi trước ngày 09/6/2024; hồ sơ tập thể gửi trước ngày 12/6/2024.")).deadlines
    assert [(each.subject and each.subject.name, each.last_day.day) for each in found] == [("cá nhân", 8), ("tập thể", 11)]


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        (
            "Các Chi cục THADS gửi hồ sơ cá nhân trước ngày 09/6/2024.",
            ["- Các Chi cục THADS gửi hồ sơ trước ngày 09/6/2024.", "- Các đơn vị gửi hồ sơ cá nhân trước ngày 09/6/2024."],
        ),
        (
            "Hồ sơ cá nhân do Chi cục THADS gửi trước ngày 09/6/2024.",
            ["- Hồ sơ do Chi cục THADS gửi trước ngày 09/6/2024.", "- Hồ sơ cá nhân do đơn vị gửi trước ngày 09/6/2024."],
        ),
    ],
)
def test_files_of_some_people_that_one_kind_of_unit_sends(line: str, mended: list[str]) -> None:
    (found,) = only(analysed(plan(FILES, line)), "TH510")
    assert [way.line for way in found.ways] == mended
    for each in mended:
        assert codes(plan(FILES, each.removeprefix("- "))) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Hồ sơ Chi cục THADS huyện Mỏ Cày gửi trước ngày 09/6/2024.", "“Chi cục THADS huyện Mỏ Cày”"),
        ("Hồ sơ cá nhân thuộc Cụm thi đua Tây Đô gửi trước ngày 09/6/2024.", "“Cụm thi đua Tây Đô”"),
    ],
)
def test_a_name_that_goes_on_is_unknown_behind_a_file_too(line: str, name: str) -> None:
    assert [each.message for each in only(analysed(plan(FILES, line)), "TH202")] == [name]


TWO_AWARDS = (
    "- Giấy khen được tặng cho tập thể, cá nhân đạt các tiêu chuẩn sau:\n+ Hoàn thành tốt nhiệm vụ.\n"
    "- Bằng khen được tặng cho tập thể, cá nhân đạt các tiêu chuẩn sau:\n+ Hoàn thành xuất sắc nhiệm vụ.\n"
)


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("Hồ sơ đề nghị tặng Bằng khen gửi về Cục trước ngày 09/6/2024.", "- Hồ sơ gửi về Cục trước ngày 09/6/2024."),
        ("Hồ sơ gửi trước ngày 09/6/2024 (chỉ đối với Bằng khen).", "- Hồ sơ gửi trước ngày 09/6/2024."),
        ("Bằng khen: hồ sơ gửi trước ngày 09/6/2024.", None),
        ("Hồ sơ khen thưởng đột xuất gửi trước ngày 09/6/2024.", "- Hồ sơ gửi trước ngày 09/6/2024."),
        ("Hồ sơ gửi trước ngày 09/6/2024, hồ sơ khen đột xuất trước ngày 20/6/2024.", None),
    ],
)
def test_a_deadline_of_one_award_of_two_is_told(line: str, mended: str | None) -> None:
    found = only(analysed(plan(FILES, line) + TWO_AWARDS), "TH926")
    assert [way.line for each in found for way in each.ways] == ([mended] if mended else [])
    assert len(found) == 1


def test_a_deadline_of_the_only_award_or_of_both_is_that_of_all() -> None:
    one = TWO_AWARDS.split("- Bằng khen", maxsplit=1)[0]
    assert "TH926" not in codes(plan("Hồ sơ đề nghị tặng Giấy khen gửi trước ngày 09/6/2024.") + one)
    assert "TH926" not in codes(plan("Hồ sơ đề nghị tặng Giấy khen, Bằng khen gửi trước ngày 09/6/2024.") + TWO_AWARDS)


def test_two_days_for_the_same_files_are_told_once() -> None:
    line = "Hồ sơ gửi về Cục trước ngày 09/6/2024, trường hợp ở xa trước ngày 20/6/2024."
    (found,) = only(analysed(plan(FILES, line)), "TH926")
    assert codes(plan(FILES, found.ways[0].line)) == []


WAVES = "I. THỜI GIAN\n- Đợt 1: từ ngày 01/3/2024 đến hết ngày 31/5/2024.\n- Đợt 2: từ ngày 01/7/2024 đến hết ngày 30/9/2024.\nII. HỒ SƠ\n"
FIRST = "1. Hồ sơ đợt 1 gửi về Cục THADS tỉnh trước ngày 10/6/2024"


@pytest.mark.parametrize("apart", [", riêng Phòng chuyên môn trước ngày 05/6/2024", "; riêng Phòng chuyên môn gửi trước ngày 05/6/2024"])
def test_an_exception_is_of_the_wave_of_its_deadline(apart: str) -> None:
    plan = sound(written(f"{WAVES}{FIRST}{apart}."))
    assert [(each.wave, each.last_day, each.addressee) for each in plan.deadlines] == [
        ("đợt 1", date(2024, 6, 9), ""),
        ("đợt 1", date(2024, 6, 4), "Phòng chuyên môn"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Phòng chuyên môn gửi hồ sơ đợt 1 trước ngày 05/6/2024; gửi hồ sơ đợt 2 trước ngày 05/10/2024",
        "Phòng chuyên môn gửi hồ sơ đợt 1 trước ngày 05/6/2024; hồ sơ đợt 2 gửi trước ngày 05/10/2024",
        "Riêng Phòng chuyên môn gửi hồ sơ đợt 1 trước ngày 05/6/2024, đợt 2 trước ngày 05/10/2024",
        "Phòng chuyên môn gửi hồ sơ đợt 1 trước 05/6/2024. Đợt 2 trước 05/10/2024",
        "Phòng chuyên môn gửi hồ sơ trước ngày 05/6/2024 (đợt 1), trước ngày 05/10/2024 (đợt 2)",
        "Riêng Phòng chuyên môn gửi hồ sơ trước 05/6/2024 (đợt 1) và trước 05/10/2024 (đợt 2)",
    ],
)
def test_the_next_wave_is_sent_by_the_same(line: str) -> None:
    plan = sound(written(f"{WAVES}1. {line}."))
    assert [(each.wave, each.last_day, each.addressee, each.files) for each in plan.deadlines] == [
        ("đợt 1", date(2024, 6, 4), "Phòng chuyên môn", True),
        ("đợt 2", date(2024, 10, 4), "Phòng chuyên môn", True),
    ]


def test_another_deed_for_the_next_wave_is_no_work_of_the_same() -> None:
    line = "1. Phòng chuyên môn tổng hợp hồ sơ đợt 1 trước ngày 25/6/2024; hồ sơ đợt 2 gửi trước ngày 05/10/2024."
    assert [each.addressee for each in sound(written(WAVES + line)).deadlines] == ["Phòng chuyên môn", ""]


@pytest.mark.parametrize("line", ["Hồ sơ gửi", "Thời hạn gửi hồ sơ:"])
def test_a_wave_in_brackets_behind_its_day(line: str) -> None:
    plan = sound(written(f"{WAVES}1. {line} trước ngày 10/6/2024 (đợt 1), trước ngày 10/10/2024 (đợt 2)."))
    found = [(each.wave, each.last_day, each.addressee, each.files) for each in plan.deadlines]
    assert found == [("đợt 1", date(2024, 6, 9), "", True), ("đợt 2", date(2024, 10, 9), "", True)]


@pytest.mark.parametrize("joint", [", đợt 2", "; đợt 2", "; hồ sơ đợt 2 gửi"])
def test_the_wave_behind_an_exception_is_of_all_or_asked_about(joint: str) -> None:
    line = f"{FIRST}; riêng Phòng chuyên môn trước ngày 15/6/2024{{}} trước ngày 10/10/2024."
    text = written(WAVES + line.format(joint))
    assert [each.addressee for each in sound(text).deadlines] == ["", "Phòng chuyên môn", ""]
    (found,) = only(analysed(text), "TH926")
    assert found.message.endswith(": của ai")
    of_all, of_the_exception = (f"{FIRST}; riêng Phòng chuyên môn trước ngày 15/6/2024; {way.line}." for way in found.ways)
    assert "TH926" not in codes(written(WAVES + of_all)) + codes(written(WAVES + of_the_exception))
    assert sound(written(WAVES + of_all)).deadlines[-1].addressee == ""
    assert sound(written(WAVES + of_the_exception)).deadlines[-1].addressee == "Phòng chuyên môn"


def test_each_wave_with_an_exception_of_its_own_is_not_asked_about() -> None:
    apart = "riêng Phòng chuyên môn trước ngày {}/2024"
    text = written(f"{WAVES}{FIRST}; {apart.format('15/6')}; đợt 2 trước ngày 10/10/2024; {apart.format('15/10')}.")
    assert "TH926" not in codes(text)
    whose = [(each.wave, each.addressee) for each in sound(text).deadlines]
    assert whose == [("đợt 1", ""), ("đợt 1", "Phòng chuyên môn"), ("đợt 2", ""), ("đợt 2", "Phòng chuyên môn")]


def test_an_exception_to_deadlines_of_several_waves_is_asked_about() -> None:
    line = f"{FIRST}, đợt 2 trước ngày 10/10/2024, riêng Phòng chuyên môn{{}} trước ngày 05/6/2024."
    (found,) = only(analysed(written(WAVES + line.format(""))), "TH926")
    assert found.message == "“riêng Phòng chuyên môn trước ngày 05/6/2024”: của đợt nào"
    assert found.ways[0].line == "riêng Phòng chuyên môn đợt 1 trước ngày 05/6/2024"
    assert "TH926" not in codes(written(WAVES + line.format(" đợt 1")))


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("hồ sơ đợt 1 là ngày 09/6/2024", True),
        ("hồ sơ đợt 1 là ngày 04/6/2024", False),
        ("hồ sơ của Phòng chuyên môn đợt 1 là ngày 04/6/2024", True),
        ("hồ sơ của Phòng chuyên môn đợt 1 là ngày 09/6/2024", False),
    ],
)
def test_an_example_that_names_nobody_means_the_day_for_all(words: str, holds: bool) -> None:
    lines = "1. Hồ sơ\n- Đợt 1: Hồ sơ gửi trước ngày 10/6/2024; riêng Phòng chuyên môn gửi trước ngày 05/6/2024.\n"
    text = written(f"{WAVES}{lines}- Đợt 2: Hồ sơ gửi trước ngày 10/10/2024.\n\nPHẦN KHÔNG IN\n\nVÍ DỤ: a\nThì hạn cuối {words}")
    assert ("TH801" in codes(text)) is not holds


@pytest.mark.parametrize("heading", ["2. Hạn gửi hồ sơ", "2. Thời hạn nộp hồ sơ đề nghị khen thưởng:"])
def test_a_heading_that_names_files_says_what_is_due_below_it(heading: str) -> None:
    body = f"{PERIOD}{heading}\n- Chi cục THADS: trước ngày 12/6/2024;\n- Phòng chuyên môn: trước ngày 14/6/2024.\n"
    found = sound(written(body)).deadlines
    assert [(each.last_day, each.addressee, each.binds_files) for each in found] == [
        (date(2024, 6, 11), "Chi cục THADS", True),
        (date(2024, 6, 13), "Phòng chuyên môn", True),
    ]


def test_a_heading_of_reports_binds_no_files() -> None:
    body = f"{PERIOD}2. Báo cáo kết quả\n- Chi cục THADS: trước ngày 12/6/2024.\n"
    assert [each.binds_files for each in sound(written(body)).deadlines] == [False]
