"""References of lines that stay: each must mean in the consolidated text what it meant in the base."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from thads_dsl.consolidate.places import Places
from thads_dsl.consolidate.text import Origin, Text
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH626
from thads_dsl.source import Span
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.outline import outline
from thads_dsl.syntax.outline_tree import Item
from thads_dsl.syntax.written_forms import PlaceText


def shifted(base: Text, text: Text, standing: Mapping[int, Origin]) -> tuple[Diagnostic, ...]:
    """A complaint for each reference that no longer means its line.

    `standing` gives for a line of the base the origin of the line that stands for it now: its own, or that of what replaces it.
    """
    before, after = outline(base.source).items, outline(text.source).items
    was, now = Places(before), Places(after)
    return tuple(
        _moved(base, text, lexeme, old, new)
        for item in before
        if standing.get(item.number) is base.origins[item.number - 1]
        for lexeme, steps in _references(item)
        for old, new in _elsewhere(
            text, [before[at] for at in was.cited(steps, item)], [after[at] for at in now.cited(steps, item)], standing
        )
    )


def _elsewhere(text: Text, meant: list[Item], now: list[Item], standing: Mapping[int, Origin]) -> Iterator[tuple[Item, Item | None]]:
    """What a reference meant and what it means now, where the two differ; new lines may take the places of those they replace."""
    if len(meant) != 1:
        return
    old, new = meant[0], now[0] if now else None
    if new is None or (old.number in standing and text.origins[new.number - 1] is not standing[old.number]):
        yield old, new


def _references(item: Item) -> Iterator[tuple[Lexeme, tuple[str, ...]]]:
    """The places that a line names; one of a law (“khoản 2 Điều 3 Luật …”) is none of the plan."""
    for passage in (item.text, *(note.text for note in item.notes)):
        found = lex(passage, NameTable(()))
        for lexeme, behind in zip(found, (*found[1:], None), strict=True):
            if isinstance(lexeme.value, PlaceText) and (behind is None or behind.terminal != "LAW"):
                yield lexeme, lexeme.value.steps


def _moved(base: Text, text: Text, lexeme: Lexeme, old: Item, new: Item | None) -> Diagnostic:
    """The complaint stands where the new line was written; where there is none, at the reference."""
    source, at = base.origin(lexeme.span)
    old_source, old_at = base.origin(old.line.span())
    also = [Label(at, "chỗ dẫn", source), Label(old_at, "nay đang chỉ dòng này", old_source)]
    label = also.pop(0) if new is None else _written(text, new.line.span())
    return Diagnostic(
        code=TH626,
        message=f"“{lexeme.text}” ở dòng {at.line} của {source.path} sẽ {'chỉ sang dòng khác' if new else 'không còn chỉ dòng nào'}",
        at=label,
        also=tuple(also),
        why="Câu không sửa phải giữ nguyên nghĩa: thêm vào cuối danh sách, hoặc sửa cả câu dẫn.",
    )


def _written(text: Text, span: Span) -> Label:
    source, at = text.origin(span)
    return Label(at, "sau khi sửa sẽ chỉ dòng này", None if source.path == text.source.path else source)
