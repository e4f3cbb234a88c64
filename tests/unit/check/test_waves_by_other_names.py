"""A wave that is named in another way: “đợt đầu” is the first; of “đợt cuối năm”, “đợt cao điểm” the author is asked which one it is."""

import pytest

from tests.unit.check.writing import RATE, analysed, codes, only, sound, written

WAVES = "I. CÁC ĐỢT\n- Đợt 1: từ ngày 01/3/2024 đến hết ngày 31/5/2024.\n- Đợt 2: từ ngày 01/7/2024 đến hết ngày 30/9/2024.\nII. NỘI DUNG\n"
QUOTA = "05 tập thể, do Hội đồng bình xét lựa chọn."


def plan(*lines: str, status: str = "dự thảo") -> str:
    """A plan in two waves with these lines below them."""
    return written(WAVES + "\n".join(lines), status=status)


def under(heading: str) -> str:
    """The same with a target under a heading."""
    return plan(heading, f"- Chi cục THADS: {RATE} đạt 70% về việc.")


@pytest.mark.parametrize(
    ("heading", "wave"),
    [
        ("1. Đợt đầu", "đợt 1"),
        ("1. Đợt đầu tiên", "đợt 1"),
        ("1. Đợt thi đua đầu tiên:", "đợt 1"),
        ("1. Đợt một", "đợt 1"),
        ("1. Đợt hai", "đợt 2"),
        ("1. Trong đợt đầu:", "đợt 1"),
    ],
)
def test_the_first_wave_in_other_words(heading: str, wave: str) -> None:
    assert [target.wave for target in sound(under(heading)).targets] == [wave]


def test_the_first_wave_in_a_rule_of_its_own() -> None:
    found = sound(plan(f"- Đợt đầu: {QUOTA}", "- Hồ sơ đợt đầu gửi trước ngày 10/6/2024.", "- Hồ sơ đợt hai: gửi trước ngày 10/10/2024."))
    assert [each.wave for each in found.quotas] == ["đợt 1"]
    assert [each.wave for each in found.deadlines] == ["đợt 1", "đợt 2"]


@pytest.mark.parametrize(
    ("line", "name", "mended"),
    [
        ("1. Đợt cuối", "Đợt cuối", ["1. Đợt 2", "1. > Đợt cuối"]),
        ("1. Đợt cuối cùng", "Đợt cuối cùng", ["1. Đợt 2", "1. > Đợt cuối cùng"]),
        ("1. Trong đợt cuối:", "đợt cuối", ["1. Trong đợt 2:", "1. > Trong đợt cuối:"]),
        ("1. Đợt cuối năm", "Đợt cuối năm", ["1. Đợt 1", "1. Đợt 2", "1. > Đợt cuối năm"]),
        ("1. Đợt đầu năm", "Đợt đầu năm", ["1. Đợt 1", "1. Đợt 2", "1. > Đợt đầu năm"]),
        ("1. Đợt cao điểm", "Đợt cao điểm", ["1. Đợt 1", "1. Đợt 2", "1. > Đợt cao điểm"]),
    ],
)
def test_a_heading_that_names_no_known_wave_is_told(line: str, name: str, mended: list[str]) -> None:
    (found,) = only(analysed(under(line)), "TH101")
    assert found.message == f"“{name}”: máy chưa biết đây là đợt nào"
    assert [way.line for way in found.ways] == mended
    for each in mended:
        assert "TH101" not in codes(under(each))


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        (f"- Đợt cuối: {QUOTA}", [f"- Đợt 2: {QUOTA}"]),
        ("- Hồ sơ đợt cuối gửi trước ngày 10/10/2024.", ["- Hồ sơ đợt 2 gửi trước ngày 10/10/2024."]),
    ],
)
def test_a_rule_of_a_wave_that_is_not_known_is_told(line: str, mended: list[str]) -> None:
    (found,) = only(analysed(plan(line)), "TH101")
    assert [way.line for way in found.ways] == mended


def test_an_issued_text_is_restated() -> None:
    (found,) = only(analysed(plan(f"- Đợt cuối: {QUOTA}", status="đã ban hành")), "TH101")
    assert found.ways[0].line == f"Hiểu là: Đợt 2: {QUOTA}"


@pytest.mark.parametrize(
    "heading", ["1. Các đợt", "1. Đợt thi đua", "1. Đợt này", "1. Đợt thi đua năm 2024", "1. Chỉ tiêu của đợt thi đua"]
)
def test_headings_that_mean_the_campaign_are_none(heading: str) -> None:
    assert "TH101" not in codes(under(heading))


def test_without_waves_every_name_is_as_good() -> None:
    assert "TH101" not in codes(written(f"I. A\n1. Đợt cao điểm\n- Chi cục THADS: {RATE} đạt 70% về việc."))
    heads = (
        "1. Đợt thi đua cao điểm\n- Đợt 1: từ ngày 01/3/2024 đến hết ngày 31/5/2024.\n- Đợt 2: từ ngày 01/7/2024 đến hết ngày 30/9/2024."
    )
    assert codes(written(f"I. A\n{heads}")) == []
