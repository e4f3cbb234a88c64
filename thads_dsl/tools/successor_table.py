"""A points table of last year → a starter plan that amends it: the rolled text of its plan with amending sentences in place of the table.

The sentences add one sample criterion, so that the new table differs, its sums are right and the author sees how each is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from thads_dsl.model.points import PointsTable
from thads_dsl.model.points_printing import points_text
from thads_dsl.pipeline import analyse
from thads_dsl.source import Load, SourceText
from thads_dsl.syntax.lines import line_tokens
from thads_dsl.tools.drafting import Done, Rolled
from thads_dsl.tools.new import Unusable, environment, errors_of
from thads_dsl.tools.roll import roll

_TITLE = "Cải tiến lề lối làm việc"  # of the sample criterion
_POINTS = 5
_SOME = 50  # points of all other criteria in the example, where the table has so many
_UNPRINTED = "PHẦN KHÔNG IN"


def amended(path: str, raw: bytes, year: int, load: Load) -> str | Unusable:
    """The plan of `year` that amends the table in `raw`, the file `path` beside it. It has been checked: no error."""
    base = analyse(path, raw, load).plan
    if base is None or len(base.points) != 1 or base.points[0].balance:
        return Unusable((f"“{path}” phải là kế hoạch không có lỗi, có một bảng tiêu chí viết đủ (không sửa từ bảng khác).",))
    rolled = roll(path, raw, year)
    if not isinstance(rolled, Rolled):
        return Unusable((rolled.why,))
    text = "\n".join(_changed(rolled, path, base.points[0])).rstrip("\n") + "\n"
    if _UNPRINTED not in text:
        text += f"\n{_UNPRINTED}\n"
    first = analyse("", text, load)
    if first.plan is None:
        return Unusable(tuple(errors_of(first)))
    return f"{text}\n{_example(first.plan.points[0])}"


def _changed(rolled: Rolled, base: str, table: PointsTable) -> Iterator[str]:
    """The lines of the rolled plan, its examples left out, the base named, the sentences where the table stood."""
    source = SourceText.read("", rolled.content)
    kinds = {token.passage.line: token.terminal for token in line_tokens(source)}
    rows = _rows(source, kinds)
    example = False
    for number, line in enumerate(source.lines, 1):
        kind = kinds.get(number, "")
        example = kind == "EXAMPLE" or (example and kind != "SECTION")
        if number == rows.start:
            yield from _sentences(table, [done for done in rolled.done if any(line in rows for line in done.lines)])
        if not example and number not in rows:
            yield line
        if kind == "KEY" and line.casefold().startswith("danh mục dùng chung"):
            yield f"Trên cơ sở: {base}"


def _rows(source: SourceText, kinds: dict[int, str]) -> range:
    """The lines of the points table: the first table of the body whose heading speaks of points."""
    first = next(number for number, kind in kinds.items() if kind == "ROW" and "điểm chuẩn" in source.lines[number - 1].casefold())
    behind = takewhile(lambda number: kinds[number] == "NEXT_ROW", (number for number in kinds if number > first))
    return range(first, max(behind, default=first) + 1)


def _sentences(table: PointsTable, moved: Sequence[Done]) -> list[str]:
    """The years that move in the table, the latest first, so that none is moved twice; then the sample criterion, at the end of the
    last part that has points, and the sums that it changes."""
    part = next((part for part in reversed(table.parts) if part.points and part.criteria), None)
    among = [table.criterion(id) for id in part.criteria] if part else table.criteria
    context = {
        "title": _TITLE,
        "points": _POINTS,
        "after": [criterion for criterion in among if criterion.standard][-1].number,
        "part": part and part.number,
        "part_points": part and points_text(part.points + _POINTS),
        "total": points_text(table.standard + _POINTS),
        "moved": sorted({(done.old, done.new) for done in moved}, reverse=True),
    }
    return environment().get_template("sua-bang.plan.j2").render(context).splitlines()


def _example(table: PointsTable) -> str:
    """What the sample criterion gives, as an example that holds."""
    number = next(criterion.number for criterion in table.criteria if criterion.title == _TITLE)
    rest = min(_SOME, int(table.standard) // 2)
    context = {"title": _TITLE, "subject": table.subject.name, "number": number, "rest": rest}
    return environment().get_template("sua-bang-vi-du.plan.j2").render(context)
