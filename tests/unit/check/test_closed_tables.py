"""Tables of bands against brute force: what is complained of is exactly what counting finds."""

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.unit.check.writing import analysed, codes, only, pointed_at, written

HIGHEST = 14  # the greatest figure of a band
BEYOND = HIGHEST + 4  # what lies above every bound
PLANS, TABLES = 84, 24  # 2,016 tables


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a band, and which figures it takes."""

    text: str
    takes: Callable[[int, int, int], bool]  # (figure, first bound, second bound)


FORMS = (
    Form("dưới {a} việc", lambda v, a, b: v < a),
    Form("từ {a} việc đến dưới {b} việc", lambda v, a, b: a <= v < b),
    Form("từ {a} đến dưới {b} việc", lambda v, a, b: a <= v < b),
    Form("từ {a} việc trở lên đến dưới {b} việc", lambda v, a, b: a <= v < b),
    Form("từ {a} việc đến {b} việc", lambda v, a, b: a <= v <= b),
    Form("từ trên {a} việc đến {b} việc", lambda v, a, b: a < v <= b),
    Form("trên {a} việc đến {b} việc", lambda v, a, b: a < v <= b),
    Form("từ trên {a} việc đến dưới {b} việc", lambda v, a, b: a < v < b),
    Form("đến {a} việc", lambda v, a, b: v <= a),
    Form("từ {a} việc trở xuống", lambda v, a, b: v <= a),
    Form("{a} việc trở xuống", lambda v, a, b: v <= a),
    Form("trên {a} việc", lambda v, a, b: v > a),
    Form("từ trên {a} việc", lambda v, a, b: v > a),
    Form("hơn {a} việc", lambda v, a, b: v > a),
    Form("từ {a} việc trở lên", lambda v, a, b: v >= a),
    Form("{a} việc trở lên", lambda v, a, b: v >= a),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A band as written, and the figures it takes."""

    text: str
    figures: frozenset[int]


def drawn_row(chance: random.Random) -> Row:
    """A band that takes at least one figure."""
    while True:
        form, (a, b) = chance.choice(FORMS), sorted(chance.sample(range(HIGHEST + 1), 2))
        figures = frozenset(v for v in range(BEYOND + 1) if form.takes(v, a, b))
        if figures:
            return Row(form.text.format(a=a, b=b), figures)


BAND = re.compile(
    r"đúng (?P<point>\d+)"
    r"|từ (?P<over>trên )?(?P<low>\d+)(?: việc)? (?:trở lên|đến (?P<under>dưới )?(?P<high>\d+))"
    r"|(?P<side>dưới|đến|trên) (?P<bound>\d+)"
)


def witnesses(message: str) -> frozenset[int]:
    """The figures that a complaint names, however it puts them: “đúng 5 việc”, “từ trên 3 việc đến dưới 6 việc”, “từ 9 việc trở lên”."""
    found = BAND.search(message)
    assert found, message
    if found["point"]:
        return frozenset({int(found["point"])})
    if found["low"]:
        first = int(found["low"]) + bool(found["over"])
        last = int(found["high"]) - bool(found["under"]) if found["high"] else BEYOND
    else:
        bound = int(found["bound"])
        first, last = {"dưới": (0, bound - 1), "đến": (0, bound), "trên": (bound + 1, BEYOND)}[found["side"]]
    return frozenset(range(first, last + 1))


def expected(rows: list[Row]) -> dict[str, frozenset[int]]:
    """By counting: figures between rows that none takes, figures before or after all rows, figures that several take."""
    taken = Counter(v for row in rows for v in row.figures)
    within = range(min(taken), max(taken) + 1)
    return {
        "TH401": frozenset(v for v in within if not taken[v]),
        "TH402": frozenset(v for v in taken if taken[v] > 1),
        "TH403": frozenset(v for v in range(BEYOND + 1) if v not in within),
    }


@pytest.mark.parametrize("seed", range(PLANS))
def test_gaps_overlaps_and_missing_ends_are_those_that_counting_finds(seed: int) -> None:
    chance = random.Random(seed)
    tables = [[drawn_row(chance) for _ in range(chance.randint(1, 6))] for _ in range(TABLES)]
    names = [f"Cụm {chr(ord('A') + at)}" for at in range(TABLES)]
    lines = ["Về việc:"]
    owner: dict[int, int] = {}
    for table, (name, rows) in enumerate(zip(names, tables, strict=True)):
        for row in rows:
            owner[len(lines)] = table
            lines.append(f"- {name} có tổng số giải quyết {row.text}, đạt tỷ lệ thi hành xong 77%;")
    text = written("\n".join(lines), subjects=tuple(f"{name}: tập thể" for name in names))
    first_line = text.split("\n").index("Về việc:") + 1

    analysis = analysed(text)

    said: list[dict[str, frozenset[int]]] = [dict.fromkeys(("TH401", "TH402", "TH403"), frozenset()) for _ in tables]
    for each in analysis.diagnostics:
        table = owner[each.at.span.line - first_line]
        said[table][each.code.id] |= witnesses(each.message)
        for label in each.also:
            assert owner[label.span.line - first_line] == table
    for rows, found in zip(tables, said, strict=True):
        assert found == expected(rows), [row.text for row in rows]


@pytest.mark.parametrize("seed", range(10))
def test_an_overlap_quotes_two_rows_that_both_take_the_witness(seed: int) -> None:
    chance = random.Random(1_000 + seed)
    rows = [drawn_row(chance) for _ in range(4)]
    text = written("Về việc:\n" + "\n".join(f"- Chi cục có tổng số giải quyết {row.text}, đạt tỷ lệ thi hành xong 77%;" for row in rows))
    analysis = analysed(text)
    first_line = text.split("\n").index("Về việc:") + 2
    overlaps = only(analysis, "TH402")
    assert bool(overlaps) == bool(expected(rows)["TH402"])
    for each in overlaps:
        for label in (each.at, *each.also):
            row = rows[label.span.line - first_line]
            assert row.text in pointed_at(analysis, label.span)
            assert witnesses(each.message) <= row.figures


@pytest.mark.parametrize(
    "band", ["từ 5 việc đến dưới 5 việc", "từ 6 việc đến 5 việc", "từ trên 5 việc đến dưới 6 việc", "trên 5 việc đến 5 việc"]
)
def test_a_band_that_takes_nothing_is_refused(band: str) -> None:
    text = written(f"Về việc:\n- Chi cục có tổng số giải quyết {band}, đạt tỷ lệ thi hành xong 77%.")
    assert "TH404" in codes(text)


def test_whole_figures_leave_no_gap_between_neighbours() -> None:
    rows = ("đến 499 việc", "từ 500 việc đến 999 việc", "trên 999 việc")
    body = "".join(f"- Chi cục có tổng số giải quyết {row}, đạt tỷ lệ thi hành xong 77%;\n" for row in rows)
    assert codes(written("Về việc:\n" + body)) == []


def test_money_between_two_scales_is_compared_in_dong() -> None:
    rows = ("dưới 1 tỷ đồng", "từ 1.000 triệu đồng trở lên")
    body = "".join(f"- Chi cục có tổng số giải quyết {row}, đạt tỷ lệ thi hành xong 77%;\n" for row in rows)
    assert codes(written("Về tiền:\n" + body)) == []
    body = body.replace("1.000 triệu", "1.001 triệu")
    (found,) = analysed(written("Về tiền:\n" + body)).diagnostics
    assert found.code.id == "TH401" and "1 tỷ đồng" in found.message
