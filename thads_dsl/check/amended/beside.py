"""P13: an amended table beside the plan's own lines: what the base says on, and tables that should have been changes (TH630, TH631)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from thads_dsl.check.amended.table import AmendedTable
from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.points.tables import lower_table
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH630, TH631
from thads_dsl.model.points import PointsTable
from thads_dsl.source import canonical
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.points import RowKind, WrittenTable, written_table
from thads_dsl.syntax.sentences import Sentence, read_sentence

_WINDOW = re.compile(r"\s*\(?từ ngày [^()]*?đến (?:hết )?ngày [\d/.]+\)?", re.IGNORECASE)


def lower_tables(lowering: Lowering) -> None:
    """Every points table of the plan: the one that it amends, and those that it writes out."""
    amended = lowering.draft.amended
    if amended is not None:
        lower_table(lowering, _where_amended(lowering, amended), amended.written, amended)
    same = next(iter(lowering.of(PointsTable)), None)
    for line in lowering.draft.lines:
        written = written_table(line.restated.rows)
        if written is None:
            continue
        if amended is not None and not any(row.kind is RowKind.TOTAL for row in written.rows):
            lowering.found.append(_second(written, amended))
            continue
        lower_table(lowering, line, written)
        if same is not None and (table := lowering.of(PointsTable)[-1]) is not same and table.subject == same.subject:
            lowering.rules.remove(table)
            lowering.found.append(_second(written, amended))


def _where_amended(lowering: Lowering, amended: AmendedTable) -> Line:
    """The last change, in the place of the list of changes: what none of them says follows from no single one."""
    last = lowering.draft.lines[amended.index]
    return replace(last, item=replace(last.item, steps=last.item.steps[:-1] or last.item.steps))


def _second(written: WrittenTable, amended: AmendedTable | None) -> Diagnostic:
    """Rows that were meant to be added to the amended table."""
    where = amended.at_the_end if amended is not None else ""
    lines = [
        f"Bổ sung tiêu chí {row.name} “{canonical(row.title.text)}” {row.points.text} điểm{where}: {canonical(row.scoring.text)}"
        for row in written.criteria
    ]
    return Diagnostic(
        code=TH630,
        message=f"bảng có {len(written.criteria)} tiêu chí",
        at=Label(written.heading.span()),
        why="Kế hoạch đã sửa một bảng có sẵn; bảng viết thêm sẽ thành bảng thứ hai, chấm riêng. Tiêu chí mới viết thành câu bổ sung.",
        ways=tuple(Way("hoặc:" if at else "Thay bảng này bằng:", f"- {line}") for at, line in enumerate(lines[:5])),
    )


def kept_sentences(lowering: Lowering) -> Iterator[tuple[Line, Sentence]]:
    """The sentences of the base of an amended table that hold on, as this plan reads them; complaints about those that cannot."""
    amended = lowering.draft.amended
    if amended is None:
        return
    where = _where_amended(lowering, amended)
    line = replace(where, item=replace(where.item, line=amended.key))  # in the place and context of the table, on the line of its base
    for kept in amended.kept:
        sentence = read_sentence(kept.passage, lowering.draft.names)
        if type(sentence.statement) is not type(kept.statement):
            lowering.found.append(_not_kept(sentence, kept.written, "nó dẫn đến một tiêu chí đã bỏ hoặc một tên kế hoạch này không có"))
        elif isinstance(sentence.statement, tree.ClassChange) and sentence.statement.trigger.window is not None:
            lowering.found.append(
                _not_kept(sentence, kept.written, "ngày trong câu là của kế hoạch gốc; bỏ ngày thì lấy theo kỳ số liệu của kế hoạch này")
            )
        elif _places(sentence):
            lowering.found.append(_not_kept(sentence, kept.written, "mục, khoản trong câu là của kế hoạch gốc"))
        else:
            yield line, sentence


def _places(sentence: Sentence) -> bool:
    return any(lexeme.terminal == "PLACE" for lexeme in sentence.lexemes)


def _not_kept(sentence: Sentence, written: str, why: str) -> Diagnostic:
    return Diagnostic(
        code=TH631,
        message=f"“{written}”",
        at=Label(sentence.passage.span()),
        why=f"Câu của kế hoạch gốc vẫn còn hiệu lực nếu kế hoạch này không nói khác, nhưng {why}.",
        ways=(
            Way("Viết lại câu ấy cho năm nay:", f"- {_WINDOW.sub('', written)}."),
            Way("hoặc bỏ:", f"- Bỏ quy định “{written}”."),
        ),
    )
