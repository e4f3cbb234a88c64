"""TH956: the better a class by its name, the more points it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from thads_dsl.check.facts import Facts
from thads_dsl.check.points.class_order import place
from thads_dsl.check.points.class_words import row_words
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH956
from thads_dsl.model.intervals import Interval
from thads_dsl.model.points_classes import Class


def classes_upside_down(facts: Facts) -> Iterator[Diagnostic]:
    """Once for each table in which every total of a class is less than those of a worse one."""
    for table in facts.plan.points:
        rows = table.classes  # the best first, where all are of one scale
        wrong = [pair for pair in pairwise(rows) if _same_scale(*pair) and _all_below(*pair)]
        if not wrong or facts.doubtful:
            continue
        turned = len(wrong) == len(rows) - 1
        better, worse = (rows[0], rows[-1]) if turned else wrong[0]
        yield Diagnostic(
            code=TH956,
            message=f"{row_words(better, better.cases)}; {row_words(worse, worse.cases)}",
            at=Label(facts.spans[max(better, worse, key=lambda row: row.line).id]),
            also=(Label(facts.spans[min(better, worse, key=lambda row: row.line).id]),),
            why=f"Đơn vị ít điểm hơn lại được {better.name}. “Hạ một hạng” là từ {better.name} xuống {rows[rows.index(better) + 1].name}.",
            ways=tuple(_renamed(facts, rows)) if turned else (),
        )


def _same_scale(one: Class, other: Class) -> bool:
    places = place(one.name), place(other.name)
    return None not in places and len({found[0] for found in places if found is not None}) == 1


def _all_below(better: Class, worse: Class) -> bool:
    """Whether every total of one class is less than every total of another."""
    pairs = [(case.interval, other.interval) for case in better.cases for other in worse.cases]
    return bool(pairs) and all(_below(one, other) for one, other in pairs)


def _below(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high.value < other.low.value or (one.high.value == other.low.value and not (one.high.closed and other.low.closed))


def _renamed(facts: Facts, rows: Sequence[Class]) -> Iterator[Way]:
    """Each row with the name of that which stands as far from the other end."""
    items = {line.item.number: line.item for line in facts.draft.lines}
    changed = [(row, other.name) for row, other in zip(rows, reversed(rows), strict=True) if row is not other]
    if any(items[row.line].of_table or facts.spans[row.id].line != row.line for row, _ in changed):
        return
    for row, name in changed:
        how = "và" if row is not changed[0][0] else "Nếu ghi ngược tên hạng thì viết"
        end = items[row.line].text.text.rstrip()[-1]
        line = f"{items[row.line].marker} {row_words(replace(row, name=name), row.cases)}{end if end in '.;' else ''}".strip()
        yield Way(f"{how} dòng {row.line} là:", line)
