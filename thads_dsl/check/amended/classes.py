"""P13: classes of an amended table: they are said again all together (TH633, TH634), since they share out the totals among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from thads_dsl.check.amended.kept import Kept
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH633, TH634
from thads_dsl.model.units import number
from thads_dsl.source import Passage, Span, canonical
from thads_dsl.syntax.points_tree import Amendment, ClassRow

_POINTS = re.compile(r"(?<![\d.,])(\d+(?:,\d+)?)(?=(?:\s+điểm|\s+trở|\s+đến))")


def class_rows(rules: Iterable[Kept]) -> dict[str, Kept]:
    """The sentences of the base that say its classes, by their names, in order."""
    return {each.statement.name: each for each in rules if isinstance(each.statement, ClassRow)}


def all_said_again(passage: Passage, node: Amendment, rules: Sequence[Kept]) -> Diagnostic:
    """“Nâng mức điểm Hạng A lên N điểm”: what of the class beside it; all classes with the new figure, ready."""
    rows = class_rows(rules)
    old = _least(rows[node.number]) if node.number in rows else None
    new = node.points.value if node.points is not None else None
    if old is None or new is None:
        named = ", ".join(rows)
        why = f"Các hạng của bảng gốc: {named}." if rows else "Bảng gốc không xếp hạng."
        return Diagnostic(code=TH633, message=f"bảng gốc không có mức điểm của {node.number}", at=Label(passage.span()), why=why)
    lines = _lines(rows, {}, {number(old): number(new)})
    return Diagnostic(
        code=TH633,
        message=f"{node.number} đổi mức điểm thì các hạng khác đổi theo",
        at=Label(passage.span()),
        why=f"Mức {number(old)} điểm là mốc chung với hạng bên cạnh; nêu lại đủ các hạng thì mỗi kết quả thuộc đúng một hạng.",
        ways=(Way("Thay câu này bằng:", lines, edit=Edit(passage.span(), lines.removeprefix("- "))),),
    )


def again(rows: Mapping[str, Kept], said: Mapping[str, tuple[str, Fraction | None]]) -> str:
    """All classes as lines: those that the plan says (words, least points), the others as the base says them, with the same new figures."""
    moved = {
        number(old): number(new)
        for name, (_, new) in said.items()
        if name in rows and (old := _least(rows[name])) is not None and new is not None and old != new
    }
    return _lines(rows, {name: words for name, (words, _) in said.items()}, moved)


def with_least(rows: Mapping[str, Kept], name: str, figures: set[Fraction]) -> str:
    """All classes as lines; that of this `name` from the one of the `figures` on that is not where it begins in the base."""
    old = _least(rows[name]) if name in rows else None
    new = sorted(figures - {old} if old is not None else ())
    return _lines(rows, {}, {number(old): number(new[0])} if old is not None and len(new) == 1 else {})


def gone(rows: Mapping[str, Kept], said: Iterable[str], at: Span) -> Iterator[Diagnostic]:
    """The classes of the base that a plan which says classes anew does not name."""
    missing = [name for name in rows if name not in set(said)]
    if missing:
        yield Diagnostic(
            code=TH634,
            message=f"{', '.join(missing)} của bảng gốc không còn",
            at=Label(at),
            why="Nêu lại hạng nào cũng là nêu lại tất cả; hạng không nêu thì không đơn vị nào được xếp.",
            ways=(
                Way(
                    "Nếu vẫn giữ thì thêm, và sửa mốc điểm cho khớp:", "\n".join(f"- {canonical(rows[each].written)}." for each in missing)
                ),
            ),
        )


def _least(kept: Kept) -> Fraction | None:
    """The points from which a class begins."""
    assert isinstance(kept.statement, ClassRow)
    band = next((case.band for case in kept.statement.cases if case.band is not None), None)
    return band.low.value if band is not None and band.low is not None else None


def _lines(rows: Mapping[str, Kept], said: Mapping[str, str], moved: Mapping[str, str]) -> str:
    texts = [
        said[name] if name in said else _POINTS.sub(lambda found: moved.get(found[1], found[1]), canonical(kept.written).rstrip(" .;"))
        for name, kept in rows.items()
    ]
    return "\n".join(f"- {text}{'.' if at == len(texts) - 1 else ';'}" for at, text in enumerate(texts))
