"""Random points by band, bonus bands and classes: what the checker says of each is what counting finds, and its ways out close them.

python -m tests.contract.random_points [--tables N] [--closed N] [--pasted N] [--seed N] prints the figures.

A table has one to five rows; the meaning of a phrase is stated in random_tables, as bounds, and the figures between them are counted here.
"""

import argparse
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, product

from tests.contract.random_tables import FORMS
from tests.unit.check.writing import analysed, edited, written
from thads_dsl.diagnostics import Diagnostic, Severity, Way
from thads_dsl.pipeline import Analysis

_RATE, _COUNT, _SHORT, _BONUS, _LOADED, _TOTAL = "tỷ lệ", "số lần", "thiếu", "vượt", "vượt, theo khối lượng", "hạng"
KINDS = (_RATE, _COUNT, _SHORT, _BONUS, _LOADED, _TOTAL)
_HIGHEST = 12  # the greatest bound
_MET = {None: "", True: " và đạt các chỉ tiêu", False: " nhưng không đạt các chỉ tiêu"}
_STEPS = {
    "Hội đồng chấm từ 0 đến 50 điểm": None,
    "Mỗi báo cáo chậm trừ 01 điểm, trừ không quá điểm chuẩn": Fraction(1),
    "Mỗi báo cáo chậm trừ 0,5 điểm, trừ không quá điểm chuẩn": Fraction(1, 2),
}

Point = tuple[Fraction, int | bool]  # a figure, and the load or whether the targets are met


@dataclass(frozen=True, slots=True)
class Span:
    """Figures between two ends; None is no end."""

    low: Fraction | None
    low_in: bool
    high: Fraction | None
    high_in: bool

    def __contains__(self, figure: Fraction) -> bool:
        above = self.low is None or figure > self.low or (self.low_in and figure == self.low)
        return above and (self.high is None or figure < self.high or (self.high_in and figure == self.high))


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its words, its figures, and what it asks for beside them (a load, or whether targets are met)."""

    text: str
    span: Span
    load: Span | None = None
    met: bool | None = None

    def takes(self, point: Point) -> bool:
        """Whether a result falls under the row."""
        figure, beside = point
        return figure in self.span and (self.load is None or Fraction(beside) in self.load) and self.met in (None, beside)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind; of classes also how the totals come about."""

    kind: str
    rows: tuple[Row, ...]
    scoring: str = ""


# ---- drawing


def _band(chance: random.Random, unit: str) -> tuple[str, Span]:
    while True:
        text, low_in, high_in = chance.choice(FORMS)
        a, b = sorted(chance.sample(range(1, _HIGHEST + 1), 2))
        found = text.format(a=a, b=b, u=unit).replace(" %", "%"), _span(low_in, high_in, a, b)
        if unit == "%" or any(Fraction(figure) in found[1] for figure in range(_HIGHEST + 9)):
            return found


def _span(low_in: bool | None, high_in: bool | None, a: int, b: int) -> Span:
    high = a if low_in is None else b
    return Span(None if low_in is None else Fraction(a), bool(low_in), None if high_in is None else Fraction(high), bool(high_in))


_UNITS = {_COUNT: "lần", _TOTAL: "điểm"}


def drawn(chance: random.Random, kind: str) -> Table:
    """One to five rows of a kind."""
    rows = []
    for _ in range(chance.randint(1, 5)):
        text, span = _band(chance, _UNITS.get(kind, "%"))
        load = _band(chance, "việc") if kind == _LOADED and chance.random() < 0.7 else None
        met = chance.choice((None, True, False)) if kind == _TOTAL else None
        rows.append(Row(text + (f" và có tổng số giải quyết {load[0]}" if load else ""), span, load[1] if load else None, met))
    return Table(kind, tuple(rows), chance.choice(list(_STEPS)) if kind == _TOTAL else "")


def closed(chance: random.Random, kind: str) -> Table:
    """Rows that take every figure once: their cuts are drawn, and then written in any of the ways that say them."""
    cut = _cut_up(chance, _UNITS.get(kind, "%"))
    if kind == _LOADED:
        loads = _cut_up(chance, "việc")
        rows = [Row(f"{text} và có tổng số giải quyết {said}", span, load) for (text, span), (said, load) in product(cut, loads)]
    elif kind == _TOTAL:
        met = [(None,) if chance.random() < 0.5 else (True, False) for _ in cut]
        rows = [Row(text, span, met=each) for (text, span), asked in zip(cut, met, strict=True) for each in asked]
        if len(rows) > 5:
            return closed(chance, kind)  # there are five names of classes
    else:
        rows = [Row(text, span) for text, span in cut]
    chance.shuffle(rows)
    return Table(kind, tuple(rows), chance.choice(list(_STEPS)) if kind == _TOTAL else "")


def _cut_up(chance: random.Random, unit: str) -> list[tuple[str, Span]]:
    cuts = sorted(chance.sample(range(2, _HIGHEST + 1, 2), chance.randint(1, 3)))
    inside = [chance.random() < 0.5 for _ in cuts]
    ends = [(0, None), *zip(cuts, inside, strict=True), (0, None)]
    found = []
    for (low, at), (high, to) in pairwise(ends):
        form = [None if at is None else not at, to]
        text = chance.choice([text for text, *each in FORMS if each == form])
        a, b = (low, high) if form[0] is not None else (high, high)
        found.append((text.format(a=a, b=b, u=unit).replace(" %", "%"), _span(form[0], to, a, b)))
    return found


# ---- as a plan


_RATE_NAME = "Tỷ lệ thi hành xong trên có điều kiện về việc"
_TARGET = "- Về việc: phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện 50%."
_HEAD = "| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |"
_SCORE = {_SHORT: "thiếu {band}: {points} điểm", _BONUS: "vượt {band}: cộng {points} điểm", _LOADED: "vượt {band}: cộng {points} điểm"}
_START = {
    _SHORT: "Đạt chỉ tiêu: 50 điểm; ",
    _BONUS: "Đạt chỉ tiêu: 50 điểm; không đạt chỉ tiêu: 0 điểm; ",
    _LOADED: "Đạt chỉ tiêu: 50 điểm; không đạt chỉ tiêu: 0 điểm; ",
}


def plan_of(table: Table) -> str:
    """A plan around a table."""
    if table.kind == _TOTAL:
        own = f"| 1 | Chế độ báo cáo | 50 | {table.scoring} |"
        classes = [f"- Hạng {chr(ord('A') + at)}: {row.text}{_MET[row.met]};" for at, row in enumerate(table.rows)]
    else:
        said = [_SCORE.get(table.kind, "{band}: {points} điểm").format(band=row.text, points=50 - at) for at, row in enumerate(table.rows)]
        nothing = "" if table.kind == _COUNT else "; không phát sinh: 50 điểm"
        title = "Số lần kiểm tra" if table.kind == _COUNT else _RATE_NAME
        own, classes = f"| 1 | {title} | 50 | {_START.get(table.kind, '')}{'; '.join(said)}{nothing} |", []
    other = "| 2 | Nền nếp | 50 | Tốt: 50 điểm; còn lại: 0 điểm |"
    lines = ["I. BẢNG ĐIỂM", "Đối với Chi cục THADS:", _TARGET, _HEAD, own, other, "| | Tổng cộng | 100 | |", *classes]
    return written("\n".join(lines), status="dự thảo")


# ---- what is said


@dataclass(frozen=True, slots=True)
class Complaint:
    """Figures in no row, or in two, and the rows that are quoted."""

    gap: bool
    figures: Span
    load: Span | None
    met: bool | None
    quoted: tuple[str, ...]

    def names(self, point: Point) -> bool:
        """Whether it is about a result."""
        return Row("", self.figures, self.load, self.met).takes(point)


_GAPS, _TWICE = ("TH606", "TH612"), ("TH607", "TH613")
_NAMES = "TH956"  # classes are named in the order in which they are drawn, so the best may have the fewest points
_SPAN = re.compile(
    r"(?:đúng (?P<point>[\d,.]+) ?\S+"
    r"|(?:từ |(?=trên ))(?P<over>trên )?(?P<low>[\d,.]+) ?(?:%|lần|điểm|việc)(?: đến (?P<under>dưới )?(?P<high>[\d,.]+))?"
    r"|(?P<side>dưới|đến) (?P<bound>[\d,.]+)|mọi tổng điểm)"
)


def _named(words: str) -> Span:
    found = _SPAN.search(words)
    assert found is not None, words

    def figure(name: str) -> Fraction | None:
        return Fraction(found[name].replace(".", "").replace(",", ".")) if found[name] else None

    if found["point"]:
        return Span(figure("point"), True, figure("point"), True)
    if found["low"]:
        return Span(figure("low"), not found["over"], figure("high"), not found["under"])
    return Span(None, False, figure("bound"), found["side"] == "đến")


def complaints(analysis: Analysis) -> Iterator[Complaint]:
    """What is said of gaps and overlaps."""
    for each in analysis.diagnostics:
        if each.code.id in _GAPS + _TWICE:
            said = re.sub(r"^chưa có (?:điểm|hạng) cho | thuộc (?:hai mức điểm|cả .*)$", "", each.message)
            said, _, load = said.partition(" và có tổng số giải quyết ")
            met = False if "không đạt các chỉ tiêu" in said else True if "đạt các chỉ tiêu" in said else None
            quoted = tuple(analysis.source.quote(label.span) for label in (each.at, *each.also))
            yield Complaint(each.code.id in _GAPS, _named(said), _named(load) if load else None, met, quoted)


# ---- by counting


def points(table: Table) -> list[Point]:
    """All results that tell the rows apart: whole figures and those between them, loads, answers."""
    step = {_COUNT: Fraction(1), _TOTAL: _STEPS.get(table.scoring) or Fraction(1, 4)}.get(table.kind, Fraction(1, 2))
    top = {_RATE: 100, _TOTAL: 100}.get(table.kind, 2 * _HIGHEST)
    figures = [step * at for at in range(int(top / step) + 1)]
    if table.kind == _TOTAL:
        figures = [figure for figure in figures if figure <= 100]
    if table.kind in (_SHORT, _BONUS, _LOADED):
        figures = figures[1:]
    beside: Sequence[int | bool] = range(_HIGHEST + 3) if table.kind == _LOADED else (True, False) if table.kind == _TOTAL else (0,)
    return list(product(figures, beside))


def _asked(table: Table, every: Sequence[Point]) -> set[Point]:
    """The results that a row must take: all, but of a bonus those above what has one, and between two loads that have one."""
    taken = {point: any(row.takes(point) for row in table.rows) for point in every}
    if table.kind not in (_BONUS, _LOADED):
        return set(every)
    least: dict[int | bool, Fraction] = {}
    for (figure, load), held in taken.items():
        if held:
            least[load] = min(figure, least.get(load, figure))
    asked = {(figure, load) for figure, load in every if load in least and figure >= least[load]}
    for one, other in product([row for row in table.rows if row.load is not None], repeat=2):
        lower, upper = min(_loads(one)), max(_loads(other))
        least_of_both = max(_least(one, every), _least(other, every))
        asked |= {(figure, load) for figure, load in every if lower <= load <= upper and figure >= least_of_both}
    return asked


def _loads(row: Row) -> list[int]:
    return [load for load in range(_HIGHEST + 3) if row.load is not None and Fraction(load) in row.load]


def _least(row: Row, every: Sequence[Point]) -> Fraction:
    return min((figure for figure, _ in every if figure in row.span), default=Fraction(1000))


def wrong(table: Table, analysis: Analysis) -> str | None:
    """What is wrong with the verdict; None where it names just what is in no row and in two, and quotes the two."""
    others = [each.code.id for each in analysis.diagnostics if each.code.id not in _GAPS + _TWICE and each.severity is Severity.ERROR]
    if others:
        return f"other complaints: {others}"
    every, found = points(table), list(complaints(analysis))
    asked = _asked(table, every)
    for point in every:
        taking = [row for row in table.rows if row.takes(point)]
        missing = not taking and point in asked
        if missing != any(each.gap and each.names(point) for each in found):
            return f"{point}: in {len(taking)} rows, {'not ' * missing}named as in none"
        twice = [each for each in found if not each.gap and each.names(point)]
        if (len(taking) > 1) != bool(twice):
            return f"{point}: in {len(taking)} rows, {'not ' * (not twice)}named as in two"
        if any(sum(any(row.text in quoted for quoted in each.quoted) for row in taking) < 2 for each in twice):
            return f"{point}: in two rows, but others are quoted"
    return None


# ---- the ways out


def unfit(table: Table, text: str, analysis: Analysis) -> Iterator[str]:
    """The ready lines that, put in their place, leave their complaint or make another."""
    every = points(table)
    gaps, twice = (_of(every, analysis, gap) for gap in (True, False))
    crowded = any(sum(row.takes(point) for row in table.rows) > 2 for point in every)  # of three rows not every pair is told
    for each in analysis.diagnostics:
        for way in each.ways if each.code.id in _GAPS + _TWICE else ():
            if (mended := _pasted(text, each, way)) is None:
                continue
            after = analysed(mended)
            left, still = (_of(every, after, gap) for gap in (True, False))
            others = [found for found in after.diagnostics if found.severity is Severity.ERROR and found.code.id not in _GAPS + _TWICE]
            elsewhere = {point for point, _ in still} - {point for point, _ in twice}
            if others or left - gaps or elsewhere or (not crowded and len(left) + len(still) >= len(gaps) + len(twice)):
                yield f"{each.message} | {way.line}: {[found.message for found in after.diagnostics]}"


def _of(every: Sequence[Point], analysis: Analysis, gap: bool) -> set[tuple[Point, int]]:
    """The results that complaints are about; a result that is in three rows counts for each pair of them."""
    told = [each for each in complaints(analysis) if each.gap is gap]
    if gap:
        return {(point, 0) for point in every if any(each.names(point) for each in told)}
    return {(point, at) for point in every for at in range(sum(each.names(point) for each in told))}


def _pasted(text: str, each: Diagnostic, way: Way) -> str | None:
    if way.edit is not None:
        return edited(text, way.edit)
    if way.how.lower().endswith("thêm vào cột cách chấm:"):
        lines = text.split("\n")
        lines[each.at.span.line - 1] = lines[each.at.span.line - 1].removesuffix(" |") + way.line.replace("…", "5") + " |"
        return "\n".join(lines)
    return None


# ---- figures


def said_of(table: Table) -> str:
    """A table in one line, for what is wrong with it."""
    return f"{table.kind} {[row.text + _MET[row.met] for row in table.rows]} {table.scoring}"


def run(seed: int, tables: int, closed_tables: int, pasted: int) -> tuple[int, int, int, list[str]]:
    """How many tables had gaps, overlaps, how many ready lines were put in place, and what is wrong."""
    chance = random.Random(seed)
    gaps = overlaps = tried = 0
    found: list[str] = []
    for at in range(tables):
        table = drawn(chance, KINDS[at % len(KINDS)])
        text = plan_of(table)
        analysis = analysed(text)
        said = list(complaints(analysis))
        gaps, overlaps = gaps + any(each.gap for each in said), overlaps + any(not each.gap for each in said)
        if why := wrong(table, analysis):
            found.append(f"{said_of(table)}: {why}")
        elif at < pasted:
            tried += sum(len(each.ways) for each in analysis.diagnostics)
            found += [
                f"{table.kind} {[row.text + _MET[row.met] for row in table.rows]} {table.scoring}: {line}"
                for line in unfit(table, text, analysis)
            ]
    for at in range(closed_tables):
        table = closed(chance, KINDS[at % len(KINDS)])
        beside = (each for each in analysed(plan_of(table)).diagnostics if each.code.id != _NAMES)
        if complaint := [f"{each.code.id} {each.message}" for each in beside]:
            found.append(f"closed: {said_of(table)}: {complaint}")
    return gaps, overlaps, tried, found


def main() -> int:
    """Draws, judges and compares; 1 where a verdict or a ready line is wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--tables", type=int, default=6_000)
    options.add_argument("--closed", type=int, default=3_000)
    options.add_argument("--pasted", type=int, default=600)
    options.add_argument("--seed", type=int, default=0)
    asked = options.parse_args()
    gaps, overlaps, tried, found = run(asked.seed, asked.tables, asked.closed, asked.pasted)
    for each in found:
        print(each)
    print(
        f"{asked.tables} tables, {gaps} with figures in no row, {overlaps} with figures in two, {tried} ready lines put in place;"
        f" {asked.closed} closed tables; wrong: {len(found)}"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
