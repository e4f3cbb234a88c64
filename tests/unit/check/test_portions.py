"""“2/3 hồ sơ”: a share that is demanded is told wherever it stands; one that has been reached, a day, “24/7” and quotations are prose."""

import pytest

from tests.unit.check.writing import analysed, codes, only, pointed_at, written


def prose(sentence: str) -> str:
    """A plan with the sentence where no rule is expected."""
    return written(f"I. MỤC ĐÍCH\n1. {sentence}")


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("Phấn đấu 6/7 Chi cục hoàn thành nhiệm vụ.", "6/7"),
        ("Năm 2024, phấn đấu giải quyết 2/3 số việc tồn đọng.", "2/3"),
        ("6/7 Chi cục hoàn thành nhiệm vụ.", "6/7"),
        ("2/3 hồ sơ được số hóa.", "2/3"),
        ("Đạt 2/3 hồ sơ được số hóa.", "2/3"),
        ("Có trên 3/4 công chức đạt danh hiệu Lao động tiên tiến.", "3/4"),
        ("Thi hành dứt điểm 1/3 số án tồn.", "1/3"),
        ("Về số hóa: 2/3 hồ sơ.", "2/3"),
    ],
)
def test_a_share_that_is_demanded_is_told(sentence: str, share: str) -> None:
    analysis = analysed(prose(sentence))
    (found,) = only(analysis, "TH102")
    assert pointed_at(analysis, found.at.span) == share
    assert codes(prose(f"> {sentence}")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2023, có 6/7 Chi cục hoàn thành nhiệm vụ.",
        "7/7 Chi cục đã hoàn thành nhiệm vụ.",
        "Kết quả có 7/7 Chi cục hoàn thành.",
        "Phấn đấu lập thành tích chào mừng 1/5 và 19/5 sôi nổi.",
        "Chào mừng 30/4 và 1/5 thắng lợi.",
        "Theo Nghị định số 30/2020/NĐ-CP và Kế hoạch số 15/KH.",
        "Theo “2/3 hồ sơ được số hóa”, các đơn vị phấn đấu.",
        "Phấn đấu duy trì đường dây nóng 24/7 trong đợt cao điểm.",
    ],
)
def test_what_demands_no_share_is_prose(sentence: str) -> None:
    assert codes(prose(sentence)) == []


def test_a_day_at_the_end_is_not_taken_for_all_hours() -> None:
    assert codes(prose("Hạn nộp hồ sơ là 24/7.")) == ["TH102"]
