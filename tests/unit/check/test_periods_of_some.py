"""A period is that of all: words that give it to some people, or to some figures, are told, and harmless words are not."""

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written

DAYS = "từ ngày 01/4/2024 đến hết ngày 30/6/2024"


@pytest.mark.parametrize(
    ("line", "words", "mended"),
    [
        (f"Thời gian: {DAYS} (đối với Chi cục THADS).", "(đối với Chi cục THADS)", f"Thời gian: {DAYS}."),
        (f"Kỳ số liệu: {DAYS} (đối với chỉ tiêu về tiền).", "(đối với chỉ tiêu về tiền)", f"Kỳ số liệu: {DAYS}."),
        (f"Thời gian: {DAYS} (riêng Phòng chuyên môn).", "(riêng Phòng chuyên môn)", f"Thời gian: {DAYS}."),
        (f"Thời gian: {DAYS} (chỉ tính về việc).", "(chỉ tính về việc)", f"Thời gian: {DAYS}."),
        (f"Thời gian: {DAYS} (Chi cục THADS).", "(Chi cục THADS)", f"Thời gian: {DAYS}."),
        (f"Thời gian: {DAYS} (về tiền).", "(về tiền)", f"Thời gian: {DAYS}."),
        (f"Thời gian: {DAYS}, áp dụng cho tập thể.", "áp dụng cho tập thể", f"Thời gian: {DAYS}."),
        (f"Thời gian: {DAYS} cho Chi cục THADS.", "cho Chi cục THADS", f"Thời gian: {DAYS}."),
        (f"Thời gian (đối với Chi cục THADS): {DAYS}.", "(đối với Chi cục THADS)", f"Thời gian: {DAYS}."),
        (f"Thời gian thi đua của Chi cục THADS: {DAYS}.", "của Chi cục THADS", f"Thời gian thi đua: {DAYS}."),
        (f"Đợt 1: {DAYS} (đối với Chi cục THADS).", "(đối với Chi cục THADS)", f"Đợt 1: {DAYS}."),
        (f"Chi cục THADS: {DAYS}.", "Chi cục THADS", f"T{DAYS[1:]}."),
        (f"Về tiền: kỳ số liệu {DAYS}.", "Về tiền", f"Kỳ số liệu {DAYS}."),
    ],
)
def test_a_period_of_some_is_told_with_the_line_that_is_read(line: str, words: str, mended: str) -> None:
    (found,) = only(analysed(written(f"I. THỜI GIAN\n1. {line}", status="dự thảo")), "TH101")
    assert found.message.startswith(f"“{words}”")
    assert [way.line for way in found.ways] == [f"1. {mended}"]
    assert codes(written(f"I. THỜI GIAN\n{found.ways[0].line}", status="dự thảo")) == []


def test_a_period_under_whom_it_is_for_is_told() -> None:
    (found,) = only(analysed(written(f"I. THỜI GIAN\n1. Đối với Chi cục THADS\n- Thời gian: {DAYS}.")), "TH101")
    assert found.at.span.line == 9
    assert found.also[0].span.line == 8


@pytest.mark.parametrize(
    "line",
    [
        f"Kỳ số liệu: {DAYS} (tính theo ngày ký).",
        f"Kỳ số liệu: {DAYS} (cả về việc và về tiền).",
        f"Thời gian: {DAYS} (đối với tất cả các đơn vị).",
        f"Thời gian: {DAYS} (đối với các đơn vị).",
        f"Thời gian: {DAYS}, áp dụng cho tập thể, cá nhân trong toàn tỉnh.",
        f"Thời gian thi đua của Cục THADS tỉnh A: {DAYS}.",
        f"Các đơn vị: {DAYS}.",
    ],
)
def test_words_that_leave_nobody_out_are_harmless(line: str) -> None:
    assert len(sound(written(f"I. THỜI GIAN\n1. {line}")).periods) == 1


RATE = "tỷ lệ thi hành xong trên có điều kiện đạt 50% về việc"
FIGURES = "Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 30/6/2024"


def figures_under(whom: str, line: str, *others: str) -> str:
    below = "".join(f"{number}. Đối với {other}\n- {RATE}.\n" for number, other in enumerate(others, 2))
    return written(f"1. Đối với {whom}\n{line}\n- {RATE}.\n{below}")


@pytest.mark.parametrize(("whom", "other"), [("Chi cục THADS", "Phòng chuyên môn"), ("tập thể", "Chấp hành viên")])
def test_figures_under_some_are_asked_about_where_there_are_targets_of_others(whom: str, other: str) -> None:
    (found,) = only(analysed(figures_under(whom, f"- {FIGURES}.", other)), "TH101")
    assert found.at.span.line == 8
    everybody, below = found.ways[1].line, found.ways[2].line
    restated = sound(figures_under(whom, f"- {FIGURES}.\n{everybody}", other))
    assert [target.period is None for target in restated.targets] == [False, False]
    led = sound(figures_under(whom, below, other))
    assert [target.period is None for target in led.targets] == [False, True]


def test_figures_under_all_whom_the_targets_are_for_are_those_of_the_plan() -> None:
    each = figures_under("Chi cục THADS", f"- {FIGURES}.", "Phòng chuyên môn").replace("môn\n", f"môn\n- {FIGURES}.\n")
    for text in (
        figures_under("Chi cục THADS", f"- {FIGURES}."),
        figures_under("tập thể", f"- {FIGURES}.", "Chi cục THADS", "Phòng chuyên môn"),
        figures_under("các đơn vị", f"- {FIGURES}.", "Chấp hành viên"),
        each,
    ):
        assert "TH101" not in codes(text)
