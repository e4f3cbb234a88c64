"""Ready lines for tables of targets: headings without a statistic, rows of all units, groups not told; people counted by posts."""

import pytest

from tests.unit.check.writing import RATE, analysed, codes, edited, only, sound, written

HEAD = "I. CHỈ TIÊU\n1. {}\n"
ROWS = "| {} |\n| Chi cục THADS | 76 | 39 |\n"
GROUPS = "\nPHẦN KHÔNG IN\n\nĐỐI TƯỢNG THI ĐUA\n"


@pytest.mark.parametrize("heading", ["Chỉ tiêu về việc (%) | Chỉ tiêu về tiền (%)", "Tỷ lệ (%) về việc | Tỷ lệ (%) về tiền"])
def test_a_heading_without_a_statistic_takes_it_from_above_or_is_offered_it(heading: str) -> None:
    rows = ROWS.format(f"Đơn vị | {heading}")
    plan = sound(written(HEAD.format(f"{RATE.capitalize()}:") + rows))
    assert [(each.quantity, int(each.threshold)) for each in plan.targets] == [(f"{RATE} về việc", 76), (f"{RATE} về tiền", 39)]
    bare = written(HEAD.format("Chỉ tiêu của các đơn vị:") + rows)
    (way,) = only(analysed(bare), "TH211")[0].ways
    mended = sound(bare.replace(rows.partition("\n")[0], way.line))
    assert [(each.quantity, int(each.threshold)) for each in mended.targets] == [(f"{RATE} về việc", 76), (f"{RATE} về tiền", 39)]


@pytest.mark.parametrize("words", ["Toàn tỉnh", "Tổng cộng", "Cộng"])
def test_a_row_of_all_units_is_declared_or_left_out(words: str) -> None:
    row = f"| {words} | 77% | 40% |"
    text = written(HEAD.format(f"{RATE.capitalize()}:") + f"| Đơn vị | Về việc | Về tiền |\n| Chi cục THADS | 76% | 39% |\n{row}\n")
    (found,) = analysed(text).diagnostics
    row_way, declared = found.ways
    plan = sound(text.replace(row, row_way.line) + GROUPS + declared.line + "\n")
    assert [each.subject.name for each in plan.targets] == ["Chi cục THADS"] * 2 + ["Kết quả chung"] * 2
    assert next(kind for kind in plan.kinds if kind.name == "Kết quả chung").total
    assert analysed(text.replace(row, f"| {words} | | |")).diagnostics[0].ways == ()


def test_groups_of_people_that_nobody_has_told_are_told_by_figures() -> None:
    rows = "| Nhóm Chấp hành viên | Về việc |\n| Nhóm 1 | 76% |\n| Nhóm 2 | 70% |\n"
    text = written(HEAD.format(f"{RATE.capitalize()}:") + rows)
    lines = [each.ways[0].line.split("\n")[-1] for each in only(analysed(text), "TH202")]
    assert lines == [
        "- Nhóm 1 gồm: Chấp hành viên có tổng số phải thi hành dưới … việc",
        "- Nhóm 2 gồm: Chấp hành viên có tổng số phải thi hành từ … việc trở lên",
    ]
    plan = sound(text + GROUPS + "\n".join(lines).replace("…", "150") + "\n")
    assert [each.subject.name for each in plan.targets] == ["Chấp hành viên"] * 2


def test_a_gap_between_groups_is_not_put_right_in_the_rows_that_only_name_them() -> None:
    rows = "| Nhóm Chấp hành viên | Về việc |\n| Nhóm 1 | 76% |\n| Nhóm 2 | 70% |\n"
    bands = {"Nhóm 1": "dưới 150 việc", "Nhóm 2": "từ 160 việc trở lên"}
    groups = "".join(f"- {name} gồm: Chấp hành viên có tổng số phải thi hành {band}\n" for name, band in bands.items())
    text = written(HEAD.format(f"{RATE.capitalize()}:") + rows) + GROUPS + groups
    (found,) = only(analysed(text), "TH401")
    upper, lower, rest = found.ways
    assert upper.line == "- Nhóm 2 gồm: Chấp hành viên có tổng số phải thi hành từ 150 việc trở lên"
    assert lower.line == "- Nhóm 1 gồm: Chấp hành viên có tổng số phải thi hành dưới 160 việc"
    for way in (upper, lower):
        assert way.edit is not None
        sound(edited(text, way.edit))
    assert rest.line == "| Các Chấp hành viên còn lại | …% |"
    sound(text.replace("| Nhóm 2 | 70% |", "| Nhóm 2 | 70% |\n" + rest.line.replace("…", "72")))


@pytest.mark.parametrize("whom", ["biên chế có mặt", "biên chế hiện có", "người có mặt"])
def test_people_counted_by_posts_are_no_unit(whom: str) -> None:
    line = "III. SỐ LƯỢNG\n1. Cá nhân: không quá 15% tổng số {} trong mỗi đơn vị, do Hội đồng bình xét lựa chọn."
    text = written(line.format(whom))
    (found,) = only(analysed(text), "TH202")
    assert ": tập thể" not in "".join(way.line for way in found.ways)
    shares = [sound(f"{text.rstrip()}\n{way.line}\n").quotas[0].share for way in found.ways]
    assert [share.counted.name for share in shares if share is not None] == ["cá nhân", "Công chức"]
    assert "TH202" not in codes(f"{text.rstrip()}\n{found.ways[0].line}\n")
