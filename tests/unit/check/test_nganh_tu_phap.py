"""The plan of the Ministry of Justice for 2017: a slip in any of its days is noticed."""

import re

import pytest

from tests.contract.places import PLANS
from tests.unit.check.writing import codes

TEXT = (PLANS / "nganh-tu-phap-2017" / "nganh-tu-phap-2017.plan").read_text("utf-8")
BODY_LINES = range(1, TEXT.split("\n").index("PHẦN KHÔNG IN"))
# Days of documents that the plan cites: nothing else in the plan tells what they should be.
_CITED = re.compile(r"số \S+ ngày \d+/\d+/\d{4}")


def days() -> list[tuple[int, int, int, str]]:
    """Every day of the body: its line, its place there, and how it is written."""
    lines = TEXT.split("\n")
    found = []
    for number in BODY_LINES:
        cited = [each.span() for each in _CITED.finditer(lines[number])]
        for each in re.finditer(r"\d{1,2}/\d{1,2}/\d{4}", lines[number]):
            if not lines[number].startswith(("#", "Căn cứ")) and not any(start <= each.start() < end for start, end in cited):
                found.append((number, each.start(), each.end(), each[0]))
    return found


def moved(written: str, by: int) -> str:
    day, month, year = written.split("/")
    return f"{int(day) + by:02d}/{month}/{year}"


def test_the_plan_is_sound() -> None:
    assert codes(TEXT) == []
    assert len(days()) > 12


@pytest.mark.parametrize("by", [-1, 1])
@pytest.mark.parametrize("day", days(), ids=lambda day: f"{day[0] + 1}-{day[3].replace('/', '-')}")
def test_no_day_can_slip_unnoticed(day: tuple[int, int, int, str], by: int) -> None:
    number, start, end, written = day
    lines = TEXT.split("\n")
    lines[number] = lines[number][:start] + moved(written, by) + lines[number][end:]
    assert codes("\n".join(lines)) != []


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("chậm nhất là ngày 15/02/2017", "trước ngày 15/02/2017"),
        ("trước ngày 20/02/2017", "chậm nhất ngày 20/02/2017"),
        ("chậm nhất là ngày 30/6/2017", "trước ngày 30/6/2017"),
        ("là “và chậm nhất là ngày 05/7/2017”", "là “và trước ngày 05/7/2017”"),
        ("là hai đợt:", "là ba đợt:"),
        ("đến kết thúc năm 2017", "đến kết thúc năm 2018"),
        ("Năm báo cáo: từ 01/01 đến 31/12", "Năm báo cáo: từ 01/10 đến 30/9"),
        ("kỷ niệm 127 năm", "kỷ niệm 128 năm"),
        ("chào mừng 72 năm", "chào mừng 71 năm"),
        ("Đợt thi đua thứ hai: Thời gian từ 01/7/2017", "Đợt thi đua thứ hai: Thời gian từ 30/6/2017"),
    ],
)
def test_no_word_about_time_can_slip_unnoticed(words: str, other: str) -> None:
    assert TEXT.count(words) == 1
    assert codes(TEXT.replace(words, other)) != []
