"""TH206: a rule that does not say for whom, and the line that says it, at the place where it governs that rule."""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.unread.trying import all_read, tried
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH206
from thads_dsl.model.statistics import Base
from thads_dsl.source import Span, canonical
from thads_dsl.syntax import tree

_NUMBERED = re.compile(r"\w+[.)]|\(\w+\)")
_BLANK = "…"


def no_subject(lowering: Lowering, at: Span, *, in_standards: bool) -> Iterator[Diagnostic]:
    """The complaint about a rule at a place, one for a table; the standards of an award may be for units and people alike."""
    line = _line_at(lowering, at)
    rows = {row.line for row in line.item.rows} if line is not None else set()
    if any(each.code is TH206 and each.at.span.line in rows for each in lowering.found):
        return
    yield Diagnostic(
        code=TH206,
        message="phía trên chưa có dòng “Đối với …”",
        at=Label(at),
        why="Một quy định phải nói rõ tập thể hoặc cá nhân nào phải theo.",
        ways=tuple(_ways(lowering, line, at, in_standards)),
        lacks=Lack.SUBJECT,
    )


def _line_at(lowering: Lowering, at: Span) -> Line | None:
    return next((each for each in lowering.draft.lines if at.line in (each.item.number, *(row.line for row in each.item.rows))), None)


def _ways(lowering: Lowering, line: Line | None, at: Span, in_standards: bool) -> Iterator[Way]:
    whom = _whom(lowering, at)
    put = f"{'điền' if whom == _BLANK else 'chọn'} đúng tên:"
    if line is None:  # a table that is amended stands in no line
        yield Way(f"Thêm vào đầu văn bản, {put}", f"Đối tượng thi đua: {whom}")
    elif in_standards:
        yield Way(f"Nếu cho cả tập thể và cá nhân, thêm vào trước dòng {at.line}:", "Đối với tập thể, cá nhân:")
        yield Way(f"Nếu chỉ cho một đối tượng, {put}", f"Đối với {whom}:")
    elif (named := _named_in(lowering, line, at, whom)) is not None:
        yield Way(f"Nêu đối tượng ngay trong câu, sửa dòng {at.line} thành ({put[:-1]}):", named)
    else:
        first = line.item.rows[0].line if line.item.rows else at.line
        yield Way(f"Thêm vào trước dòng {first}, {put}", f"Đối với {whom}:")


def _kinds(lowering: Lowering) -> list[str]:
    bases = {each.value for each in Base}
    return [kind.name for kind in lowering.draft.vocabulary.kinds if kind.name not in bases]


def _whom(lowering: Lowering, at: Span) -> str:
    """Whom the plan names nearest above the place, else nearest below it."""
    kinds = set(_kinds(lowering))
    named = [each for each in lowering.draft.mentions if each.read and each.name.canonical in kinds]
    above = [each.name.canonical for each in named if each.span.line < at.line]
    return above[-1] if above else next((each.name.canonical for each in named), _BLANK)


def _named_in(lowering: Lowering, line: Line, at: Span, whom: str) -> str | None:
    """The line with its subject before the words that lack one, in the first form that is read; None where a line above it will do.

    No line above governs a numbered item, nor one sentence of several.
    """
    text = line.item.text
    cut = next((index for index in range(len(text.text)) if text.columns[index] >= at.start), 0)
    before, behind = text.text[:cut], text.text[cut:]
    if line.item.rows or not behind or not (_NUMBERED.match(line.item.marker) or before.rstrip().endswith((";", ".", ","))):
        return None
    known = whom if whom != _BLANK else next(iter(_kinds(lowering)), whom)
    lower = f"{behind[0].lower()}{behind[1:]}"
    for head in ("{} có ", "{} ", "Đối với {}: ", "Đối với {}, "):
        if _says_whom(lowering, line, before + head.format(known) + lower):
            return f"{line.item.marker} {canonical(before + head.format(whom) + lower)}".strip()
    return None


def _says_whom(lowering: Lowering, line: Line, words: str) -> bool:
    found = tried(lowering.draft, line, words)
    every = [each.statement for each in found.sentences]
    return all_read(found) and all(each.subjects for each in every if isinstance(each, tree.Target))
