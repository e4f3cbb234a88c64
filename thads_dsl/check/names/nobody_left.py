"""TH230: whoever is left out of some is all of them: “Chi cục THADS, trừ Chi cục THADS cấp huyện, đạt …”."""

import re
from collections.abc import Iterable

from thads_dsl.check.notes.written import phrase_note
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH230
from thads_dsl.source import Passage, SourceText, Span, canonical
from thads_dsl.syntax import tree
from thads_dsl.syntax.grammar import wordings
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.names import Name, NameTable, atoms

_LEFT_OUT = re.compile(rf"\b(?:{wordings('EXCEPT')})\s+(?:các\s+)?$", re.IGNORECASE)


def left_without_anybody(source: SourceText, who: str, at: Span, left_out: tuple[tree.NameRef, ...]) -> Diagnostic:
    """The complaint, at those who are left out of `who`; `at`: the words of the sentence before them, or a line above."""
    said = Span(left_out[0].span.line, left_out[0].span.start, left_out[-1].span.end)
    named = canonical(source.quote(said))
    ways: tuple[Way, ...] = (Way("Nếu trừ một loại khác, ghi đúng tên vào chỗ …:", f"{who} (trừ …)"),)
    if at.line == said.line and at.start < said.start:
        row = source.lines[said.line - 1]
        words = row[at.start : said.end + (row[said.end : said.end + 1] in (")", ","))]
        kept = row[at.start : _stop(row, at.start, said.start)]
        ways = (Way(f"Nếu không trừ ai, dán dưới dòng {said.line}:", phrase_note(words, kept)), *ways)
    return Diagnostic(
        code=TH230,
        message=f"{who} mà trừ {named} thì không còn ai",
        at=Label(said),
        why="Những ai được trừ ra lại là tất cả những ai mà câu nói; phần “trừ” ấy không có nghĩa.",
        ways=ways,
    )


def _stop(row: str, start: int, end: int) -> int:
    """Where the words that leave somebody out begin."""
    found = re.search(rf"[\s,(]+(?:{wordings('EXCEPT')})\s", row[start:end], re.IGNORECASE)
    return start + found.start() if found else end


def other_than_the_whole(names: NameTable, row: Passage, at: Span, known: Iterable[str]) -> list[str]:
    """The known names without those of whom an unknown one is left out: offered, they would leave nobody."""
    before = row.text[: next((index for index, column in enumerate(row.columns) if column >= at.start), len(row.text))]
    if _LEFT_OUT.search(before) is None:
        return list(known)
    subjects = [each.value for each in lex(row, names) if each.terminal == "SUBJECT" and each.span.end <= at.start]
    whole = subjects[-1].canonical if subjects and isinstance(subjects[-1], Name) else ""
    return [each for each in known if getattr(names.exactly([atom.key for atom in atoms(each)]), "canonical", "") != whole]
