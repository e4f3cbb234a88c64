"""Random tables of bands: what the checker says of each is what counting finds, and on some of them what an SMT solver finds.

python -m tests.contract.random_tables [--tables N] [--solved N] [--seed N] prints the figures.

A table has one to eight rows, each for a stretch of cases, of money, or of both (“và”, “hoặc”). The meaning of a phrase is stated here
once more, as bounds; nothing of the compiler is asked for it. Both kinds of figure are whole numbers from 0 (việc, đồng).
"""

import argparse
import random
import re
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, product

import z3

from tests.unit.check.writing import analysed, written
from thads_dsl.diagnostics import Diagnostic

CASES, MONEY = 0, 1
_WORDS = ("việc", "tỷ đồng")
_FACTORS = (1, 10**9)
_HIGHEST = (14, 20)  # the greatest bound of a band, in the units of its words
_TABLES_OF_A_PLAN = 24
_GAP, _TWICE = "trống", "trùng"  # what a complaint is about
_KINDS = {"TH401": _GAP, "TH403": _GAP, "TH402": _TWICE}

# How a band is written, and whether its ends belong to it (None: no end on that side). {a} < {b}, without their unit; {u} is the unit.
Form = tuple[str, bool | None, bool | None]
FORMS: tuple[Form, ...] = (
    ("dưới {a} {u}", None, False),
    ("đến {a} {u}", None, True),
    ("từ {a} {u} trở xuống", None, True),
    ("{a} {u} trở xuống", None, True),
    ("từ {a} {u} đến dưới {b} {u}", True, False),
    ("từ {a} đến dưới {b} {u}", True, False),
    ("từ {a} {u} trở lên đến dưới {b} {u}", True, False),
    ("từ {a} {u} đến {b} {u}", True, True),
    ("từ trên {a} {u} đến {b} {u}", False, True),
    ("trên {a} {u} đến {b} {u}", False, True),
    ("từ trên {a} {u} đến dưới {b} {u}", False, False),
    ("trên {a} {u}", False, None),
    ("từ trên {a} {u}", False, None),
    ("hơn {a} {u}", False, None),
    ("từ {a} {u} trở lên", True, None),
    ("{a} {u} trở lên", True, None),
)
# Said of one quantity alone: beside a second one these are refused.
ALONE: tuple[Form, ...] = (
    ("không quá {a} {u}", None, True),
    ("tối đa {a} {u}", None, True),
    ("chưa đến {a} {u}", None, False),
    ("ít nhất {a} {u}", True, None),
    ("tối thiểu {a} {u}", True, None),
    ("không dưới {a} {u}", True, None),
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Whole figures of a quantity from `low` to `high`, both inside (None: no end above)."""

    quantity: int
    low: int
    high: int | None
    text: str

    def __contains__(self, figure: int) -> bool:
        return self.low <= figure and (self.high is None or figure <= self.high)


@dataclass(frozen=True, slots=True)
class Row:
    """The stretches of a row; of all of them, or where `either` of one of them."""

    stretches: tuple[Stretch, ...]
    either: bool = False

    @property
    def text(self) -> str:
        """As the plan says it."""
        return (" hoặc " if self.either else " và ").join(stretch.text for stretch in self.stretches)

    def takes(self, point: tuple[int, int]) -> bool:
        """Whether a subject with these figures (cases, money) falls under the row."""
        return (any if self.either else all)(point[stretch.quantity] in stretch for stretch in self.stretches)


Box = tuple[Stretch, ...]  # of a complaint: all of them hold


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the checker says of a table: figures that are in no row, or in two, an example of them, and the rows that it quotes."""

    code: str
    boxes: tuple[Box, ...]
    witness: tuple[Stretch, ...]
    quoted: tuple[Row, ...]

    def names(self, point: tuple[int, int]) -> bool:
        """Whether it is about a subject with these figures."""
        return any(all(point[stretch.quantity] in stretch for stretch in box) for box in self.boxes)


@dataclass(frozen=True, slots=True)
class Judged:
    """A table and what the checker says of it."""

    rows: tuple[Row, ...]
    complaints: tuple[Complaint, ...]

    def about(self, kind: str) -> tuple[Complaint, ...]:
        """What it says of figures in no row, or of those in two."""
        return tuple(each for each in self.complaints if _KINDS.get(each.code) == kind)


# ---- drawing


def drawn_table(chance: random.Random, both: bool) -> tuple[Row, ...]:
    """One to eight rows by cases or by money; with `both` at least one row looks at the two."""
    quantity = chance.choice((CASES, MONEY))
    forms = FORMS if both else FORMS + ALONE
    rows = [Row((drawn_stretch(chance, quantity, forms),)) for _ in range(chance.randint(1, 8))]
    if both:
        rows = [_of_both(chance, row) if chance.random() < 0.7 else row for row in rows]
        rows[-1] = _of_both(chance, rows[0])
    return tuple(rows)


def _of_both(chance: random.Random, row: Row) -> Row:
    other = drawn_stretch(chance, 1 - row.stretches[0].quantity)
    return Row((row.stretches[0], other), either=chance.random() < 0.2)


def closed_table(chance: random.Random, both: bool) -> tuple[Row, ...]:
    """A table that takes every figure once: its cuts are drawn, and then written in any of the ways that say them."""
    quantities, forms = ((CASES, MONEY), FORMS) if both else ((chance.choice((CASES, MONEY)),), FORMS + ALONE)
    grid = list(product(*(_cut_up(chance, quantity, forms) for quantity in quantities)))
    chance.shuffle(grid)
    return tuple(Row(tuple(cell)) for cell in grid)


def _cut_up(chance: random.Random, quantity: int, forms: Sequence[Form]) -> list[Stretch]:
    cuts = sorted(chance.sample(range(1, _HIGHEST[quantity] + 1, 2), chance.randint(1, 3)))  # apart: no stretch is empty
    inside = [chance.random() < 0.5 for _ in cuts]  # whether a cut belongs to the stretch below it
    ends = [(None, None), *zip(cuts, inside, strict=True), (None, None)]
    return [
        _written(chance, quantity, forms, (low, None if at is None else not at), (high, to)) for (low, at), (high, to) in pairwise(ends)
    ]


def _written(
    chance: random.Random, quantity: int, forms: Sequence[Form], low: tuple[int | None, bool | None], high: tuple[int | None, bool | None]
) -> Stretch:
    form = chance.choice([form for form in forms if form[1:] == (low[1], high[1])])
    first, second = (low[0], high[0]) if low[0] is not None else (high[0], low[0])
    return _stretch(quantity, *form, first or 0, second or 0)


def drawn_stretch(chance: random.Random, quantity: int, forms: Sequence[Form] = FORMS) -> Stretch:
    """A band that takes at least one figure."""
    while True:
        a, b = sorted(chance.sample(range(_HIGHEST[quantity] + 1), 2))
        found = _stretch(quantity, *chance.choice(forms), a, b)
        if found.high is None or found.low <= found.high:
            return found


def _stretch(quantity: int, text: str, low_in: bool | None, high_in: bool | None, a: int, b: int) -> Stretch:
    factor = _FACTORS[quantity]
    high = a if low_in is None else b
    return Stretch(
        quantity,
        0 if low_in is None else a * factor + (not low_in),
        None if high_in is None else high * factor - (not high_in),
        text.format(a=a, b=b, u=_WORDS[quantity]),
    )


# ---- asking the checker


def judged(tables: Sequence[tuple[Row, ...]]) -> Iterator[Judged]:
    """What the checker says of each table; many tables go into one plan, each for subjects of its own."""
    for start in range(0, len(tables), _TABLES_OF_A_PLAN):
        yield from _judged_together(tables[start : start + _TABLES_OF_A_PLAN])


def _judged_together(tables: Sequence[tuple[Row, ...]]) -> list[Judged]:
    names = [f"Cụm {chr(ord('A') + at)}" for at in range(len(tables))]
    rows = [(at, name, row) for at, (name, table) in enumerate(zip(names, tables, strict=True)) for row in table]
    lines = [f"- {name} có tổng số giải quyết {row.text}, đạt tỷ lệ thi hành xong về việc 77%;" for _, name, row in rows]
    text = written("\n".join(lines), subjects=tuple(f"{name}: tập thể" for name in names))
    first = text.split("\n").index(lines[0]) + 1
    found: list[list[Complaint]] = [[] for _ in tables]
    for complaint in analysed(text).diagnostics:
        quoted = [rows[label.span.line - first] for label in (complaint.at, *complaint.also)]
        boxes = tuple(boxes_named(complaint)) if complaint.code.id in _KINDS else ()
        assert len({at for at, _, _ in quoted}) == 1, f"rows of two tables: {complaint}"
        found[quoted[0][0]].append(Complaint(complaint.code.id, boxes, witness_named(complaint), tuple(row for _, _, row in quoted)))
    return [Judged(table, tuple(complaints)) for table, complaints in zip(tables, found, strict=True)]


_FIGURE = r"(?P<{0}>[\d.,]+)(?: (?P<{0}unit>việc|tỷ đồng|triệu đồng|nghìn đồng|đồng))?"
_SPAN = re.compile(
    rf"(?:đúng {_FIGURE.format('point')}"
    rf"|từ (?P<over>trên )?{_FIGURE.format('low')} (?:trở lên|đến (?P<under>dưới )?{_FIGURE.format('high')})"
    rf"|(?P<side>dưới|đến|trên) {_FIGURE.format('bound')})"
)
_UNITS = {"việc": 1, "đồng": 1, "nghìn đồng": 10**3, "triệu đồng": 10**6, "tỷ đồng": 10**9}


def boxes_named(complaint: Diagnostic) -> Iterator[Box]:
    """The figures that a complaint names, however it puts them: “đúng 5 việc”, “từ trên 3 việc đến dưới 6 việc”, “từ 9 tỷ đồng trở lên”."""
    for words in complaint.message.split(" hoặc "):
        spans = tuple(_stretch_named(match) for match in _SPAN.finditer(words))
        assert spans or "mọi đơn vị" in words, complaint.message
        yield spans


def witness_named(complaint: Diagnostic) -> tuple[Stretch, ...]:
    """“Ví dụ: đúng 150 việc và 20 tỷ đồng.”: each figure as a stretch of one; none where a stretch of one quantity is its own example."""
    said = complaint.why.partition("Ví dụ: đúng ")[2].removesuffix(".")
    return tuple(_stretch_named(match) for figure in said.split(" và ") if (match := _SPAN.fullmatch(f"đúng {figure}")))


def _stretch_named(match: re.Match[str]) -> Stretch:
    units = [match[f"{name}unit"] for name in ("point", "low", "high", "bound")]
    unit = next(each for each in reversed(units) if each)

    def figure(name: str) -> int:
        value = Fraction(match[name].replace(".", "").replace(",", ".")) * _UNITS[match[f"{name}unit"] or unit]
        assert value.denominator == 1, match[0]
        return int(value)

    low: int
    high: int | None
    if match["point"]:
        low = high = figure("point")
    elif match["low"]:
        low, high = figure("low") + bool(match["over"]), figure("high") - bool(match["under"]) if match["high"] else None
    else:
        bound, side = figure("bound"), match["side"]
        low, high = (bound + 1, None) if side == "trên" else (0, bound - (side == "dưới"))
    return Stretch(CASES if unit == "việc" else MONEY, low, high, match[0])


# ---- by counting


def points(table: Judged) -> Iterator[tuple[int, int]]:
    """Figures around every end of a row or a complaint: between them nothing changes."""
    boxes = [box for complaint in table.complaints for box in complaint.boxes]
    stretches = [stretch for each in (*(row.stretches for row in table.rows), *boxes) for stretch in each]
    yield from product(*(_around([stretch for stretch in stretches if stretch.quantity == quantity]) for quantity in (CASES, MONEY)))


def _around(stretches: Sequence[Stretch]) -> list[int]:
    ends = {end for stretch in stretches for end in (stretch.low, stretch.high) if end is not None} | {0}
    return sorted({end + step for end in ends for step in (-1, 0, 1) if end + step >= 0})


def wrong_by_counting(table: Judged) -> str | None:
    """What is wrong with the verdict; None where it names the figures in no row and those in two, all of them, no others, by their rows."""
    if others := [each.code for each in table.complaints if each.code not in _KINDS]:
        return f"other complaints: {', '.join(others)}"
    for point in points(table):
        taking = [row for row in table.rows if row.takes(point)]
        if (not taking) != any(each.names(point) for each in table.about(_GAP)):
            return f"{point}: in {len(taking)} rows, {'named' if taking else 'not named'} as in none"
        twice = [each for each in table.about(_TWICE) if each.names(point)]
        if (len(taking) > 1) != bool(twice):
            return f"{point}: in {len(taking)} rows, {'named' if twice else 'not named'} as in two"
        if any(len(each.quoted) != 2 or not all(row.takes(point) for row in each.quoted) for each in twice):
            return f"{point}: in two rows, but others are quoted"
    return next(filter(None, map(_wrong_witness, table.complaints)), None)


def _wrong_witness(complaint: Complaint) -> str | None:
    """Figures of a box in two quantities are shown by the least of them, each above 0; the box itself shows those of one quantity."""
    corners = [{each.quantity: each.low for each in box} for box in complaint.boxes]
    wanted = [corner for corner in corners if len(corner) == 2 and all(corner.values())]
    shown = {each.quantity: each.low for each in complaint.witness}
    if shown not in wanted and (shown or corners[0] in wanted):
        return f"{complaint.code}: {shown} shown of {corners}"
    return None


# ---- by proof


def wrong_by_proof(table: Judged) -> str | None:
    """The same by an SMT solver over all whole figures: a point where verdict and table differ, or None where there is none."""
    figures = z3.Ints("cases money")
    rows = [(z3.Or if row.either else z3.And)([_inside(stretch, figures) for stretch in row.stretches]) for row in table.rows]
    at_least_two = z3.Sum([z3.If(row, 1, 0) for row in rows]) >= 2
    solver = z3.Solver()
    solver.add(*(figure >= 0 for figure in figures))
    solver.add(z3.Or(z3.Not(z3.Or(rows)) != _named(table.about(_GAP), figures), at_least_two != _named(table.about(_TWICE), figures)))
    answer = solver.check()
    assert answer != z3.unknown
    return None if answer == z3.unsat else str(solver.model())


def _named(complaints: Sequence[Complaint], figures: Sequence[z3.ArithRef]) -> z3.BoolRef:
    boxes = [box for complaint in complaints for box in complaint.boxes]
    return z3.Or([z3.And([_inside(stretch, figures) for stretch in box]) for box in boxes])


def _inside(stretch: Stretch, figures: Sequence[z3.ArithRef]) -> z3.BoolRef:
    figure = figures[stretch.quantity]
    return figure >= stretch.low if stretch.high is None else z3.And(figure >= stretch.low, figure <= stretch.high)


# ---- figures


@dataclass(frozen=True, slots=True)
class Count:
    """Of some tables: how many have figures in no row, how many figures in two, and what is wrong with verdicts."""

    tables: int
    gaps: int
    overlaps: int
    wrong: tuple[str, ...]


def open_tables(seed: int, tables: int, solved: int) -> Count:
    """Draws tables, of which every second looks at cases and money; the first `solved` are proved too."""
    chance = random.Random(seed)
    found = list(judged([drawn_table(chance, both=at % 2 == 1) for at in range(tables)]))
    wrong = [
        f"{[row.text for row in table.rows]}: {why}"
        for at, table in enumerate(found)
        if (why := wrong_by_counting(table) or (wrong_by_proof(table) if at < solved else None))
    ]
    gaps, overlaps = (sum(bool(table.about(kind)) for table in found) for kind in (_GAP, _TWICE))
    return Count(tables, gaps, overlaps, tuple(wrong))


def closed_tables(seed: int, tables: int) -> Count:
    """Draws tables without gap or overlap: whatever is said of them is wrong."""
    chance = random.Random(seed)
    found = judged([closed_table(chance, both=at % 2 == 1) for at in range(tables)])
    return Count(tables, 0, 0, tuple(f"closed: {[row.text for row in table.rows]}" for table in found if table.complaints))


def _counted(job: tuple[int, int, int, int]) -> tuple[Count, Count]:
    seed, tables, solved, closed = job
    return open_tables(seed, tables, solved), closed_tables(seed, closed)


def main() -> int:
    """Draws, judges and compares; 1 where a verdict is wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--tables", type=int, default=100_000)
    options.add_argument("--solved", type=int, default=5_000)
    options.add_argument("--closed", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=0)
    asked = options.parse_args()
    parts = 100
    jobs = [(asked.seed * parts + at, asked.tables // parts, asked.solved // parts, asked.closed // parts) for at in range(parts)]
    with ProcessPoolExecutor() as pool:
        counts = list(pool.map(_counted, jobs))
    drawn, closed = zip(*counts, strict=True)
    wrong = [why for count in (*drawn, *closed) for why in count.wrong]
    for why in wrong:
        print(why)
    print(
        f"{sum(each.tables for each in drawn)} tables, {sum(each.gaps for each in drawn)} with figures in no row,"
        f" {sum(each.overlaps for each in drawn)} with figures in two, {parts * (asked.solved // parts)} of them proved too;"
        f" {sum(each.tables for each in closed)} closed tables; wrong verdicts: {len(wrong)}"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
