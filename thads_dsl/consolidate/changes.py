"""Lines of an amending document → the changes that it makes, each with the lines that it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH621
from thads_dsl.source import Passage, SourceText, Span, plain
from thads_dsl.syntax.change_sentences import read_changes
from thads_dsl.syntax.change_tree import PlanChange
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.lines import LineToken, line_patterns, line_tokens
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.quotations import outer_quotations, quotes_inside, sentences_around
from thads_dsl.syntax.tree import PlaceRef

# First words of changes, without diacritics; a line that begins so may not pass as prose when it quotes, or names a place.
_BEGINS = re.compile(r"(?:thay|thay the|sua|sua doi|bo|bai bo|huy bo|xoa|them|bo sung)\b")
_LONGEST_QUOTATION = 200  # lines
_MOST_CHANGES = 500
_NOTES = ("RESTATEMENT", "PROPOSAL", "CORRECTION")
_FORMS = ("Sửa khoản 2 mục III thành: “…”", "Bỏ khoản 2 mục III", "Thêm sau khoản 2 mục III: “3. …”")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one place; `quotations` are the lines of each thing that is quoted, `notes` the lines of “Hiểu là:” under them."""

    kind: str  # replace, repeal or insert
    place: PlaceRef
    at: Span
    quotations: tuple[tuple[Passage, ...], ...] = ()
    added: PlaceRef | None = None
    notes: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenChanges:
    """The changes of a document, complaints about those that are not read, and the document without what it quotes.

    `remainder` has the lines and columns of the document, so that what is said of it is said of the document.
    """

    changes: tuple[Change, ...]
    remainder: SourceText
    found: tuple[Diagnostic, ...]


def written_changes(source: SourceText) -> WrittenChanges:
    """All changes of a document, in order."""
    body, index = _body(source), 0
    changes: list[Change] = []
    found: list[Diagnostic] = []
    taken: list[Span] = []
    while index < len(body):
        block = _block(body, index)
        if block is not None and len(changes) >= _MOST_CHANGES:
            found.append(
                unread(block.lines[0].span(), f"văn bản đã có {_MOST_CHANGES} câu sửa đổi", "Sửa nhiều như vậy thì viết kế hoạch mới.")
            )
            break
        index += 1
        if block is None:
            continue
        if block.is_open:
            found.append(unread(block.lines[0].span(), "câu trích chưa có dấu đóng ngoặc kép"))
            taken += (line.span() for line in block.lines)
            continue
        index += len(block.lines) - 1
        notes = _notes(body, index)
        index += len(notes)
        read = [each for piece in sentences_around(block.text) for each in _change(block, piece)]
        said = [each for each in read if isinstance(each, Change)]
        found += (each for each in read if isinstance(each, Diagnostic))
        changes += [*said[:-1], _noted(said[-1], notes)] if said else ()
        # A line that is complained about here is not complained about once more.
        taken += (line.span() for line in block.lines) if len(said) < len(read) else block.quoted_spans()
        taken += (note.span() for note in notes)
    return WrittenChanges(tuple(changes), _without(source, taken), tuple(found))


def unread(at: Span, message: str, why: str = "", ways: tuple[Way, ...] = ()) -> Diagnostic:
    """A sentence that looks like a change and cannot be made."""
    forms = tuple(Way("Viết theo một trong các mẫu:", form) for form in _FORMS)
    return Diagnostic(
        code=TH621,
        message=message,
        at=Label(at),
        why=why or "Một câu sửa đổi không đọc được thì quy định cũ vẫn còn nguyên.",
        ways=ways or forms,
    )


def _body(source: SourceText) -> list[LineToken]:
    """The lines of the document's text: no front matter, no recipients, nothing that is not printed."""
    found: list[LineToken] = []
    inside = True
    for token in line_tokens(source):
        if token.terminal == "UNPRINTED":
            break
        if token.terminal in ("RECIPIENTS", "ATTACHED"):
            inside = token.terminal == "ATTACHED"
        elif inside and token.terminal not in ("KEY", "UNKNOWN_KEY"):
            found.append(token)
    return found


def _notes(body: list[LineToken], start: int) -> tuple[Passage, ...]:
    """The notes that begin at an index."""
    end = next((at for at in range(start, len(body)) if body[at].terminal not in _NOTES), len(body))
    return tuple(token.passage for token in body[start:end])


def _noted(change: Change, notes: tuple[Passage, ...]) -> Change:
    return Change(change.kind, change.place, change.at, change.quotations, change.added, notes)


# ---- a line that changes something, with the lines that it quotes


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines as one text; places in it are those of the text."""

    lines: tuple[Passage, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def quotations(self) -> list[tuple[int, int]]:
        return list(outer_quotations(self.text))

    @property
    def is_open(self) -> bool:
        return any(end > len(self.text) for _, end in self.quotations)

    def pieces(self, start: int, end: int) -> tuple[Passage, ...]:
        """A part of the text, line by line."""
        found, offset = [], 0
        for line in self.lines:
            low, high = max(start - offset, 0), min(end - offset, len(line.text))
            if low < high and (piece := line.cut(low, high)).text:
                found.append(piece)
            offset += len(line.text) + 1
        return tuple(found)

    def quoted_spans(self) -> Iterator[Span]:
        """What it quotes; the quotes too where they stand on different lines."""
        for start, end in self.quotations:
            alone = len(self.pieces(start, end)) == 1
            yield from (piece.span() for piece in self.pieces(start + alone, end - alone))


def _block(body: list[LineToken], index: int) -> _Block | None:
    """The lines from an index on that change something together; None where the line is no change."""
    text = _text(body[index])
    if text is None or not _BEGINS.match(plain(text.text)):
        return None
    block = _Block((text,))
    following = [token.passage for token in body[index + 1 : index + 1 + _LONGEST_QUOTATION]]
    if '"' not in text.text and text.text.endswith(":") and following and following[0].text.startswith('"'):
        block = _Block((text, following[0]))
    inside, more = quotes_inside(block.text), list[Passage]()
    for line in following[len(block.lines) - 1 :]:
        if inside < 0:
            break
        more.append(line)
        inside = quotes_inside(line.text, inside)
    return block if inside >= 0 else _Block((*block.lines, *more))


def _text(token: LineToken) -> Passage | None:
    """A line without its marker; None for rows, notes, and lines that are marked as prose."""
    if token.terminal not in ("MARKED", "PARAGRAPH"):
        return None
    marked = line_patterns()["MARKED"].fullmatch(token.passage.text) if token.terminal == "MARKED" else None
    start = marked.end("marker") if marked else 0
    text = token.passage.cut(start)
    return None if ">" in token.passage.text[:start] or text.text.startswith(">") else text


def _change(block: _Block, piece: tuple[int, int]) -> Iterator[Change | Diagnostic]:
    """One sentence of a block: a change of each of its places, or a complaint; nothing where it is prose."""
    start, end = piece
    quotations = [each for each in block.quotations if start <= each[0] < end]
    head = block.pieces(start, quotations[0][0] if quotations else end)[0]
    at = block.pieces(start, end)[0].span()
    said = [sentence.statement for sentence in read_changes(head)]
    statement = said[0] if len(said) == 1 and isinstance(said[0], PlanChange) else None
    if statement is None:
        if quotations or (_names_a_place(head) and not head.text.endswith(":")):
            yield unread(at, f"“{head.text.rstrip(' :.;')}”")
        return
    gaps = [block.text[one[1] : other[0]].strip() for one, other in pairwise([*quotations, (end, end)])]
    if quotations and (any(gap != ";" for gap in gaps[:-1]) or gaps[-1].strip(".; ")):
        yield unread(
            at, "sau câu trích còn lời chưa hiểu", "Nhiều câu trích cách nhau bằng dấu chấm phẩy; sau câu trích cuối chỉ có dấu chấm."
        )
        return
    quoted = tuple(block.pieces(low + 1, high - 1) for low, high in quotations)
    if statement.kind == "repeal" and quotations:
        yield unread(at, "câu bỏ một chỗ lại có câu trích", "Bỏ một chỗ thì chỉ nêu chỗ ấy; thay bằng câu khác thì viết “Sửa … thành”.")
    elif statement.kind != "repeal" and not (quoted and all(quoted)):
        yield unread(at, "chưa có câu mới trong ngoặc kép", "Sau dấu hai chấm là câu mới, đặt trong ngoặc kép.")
    else:
        yield from (Change(statement.kind, place, at, quoted, statement.added) for place in statement.places)


def _names_a_place(passage: Passage) -> bool:
    return any(lexeme.terminal == "PLACE" for lexeme in lex(passage, NameTable(())))


def _without(source: SourceText, taken: list[Span]) -> SourceText:
    """The document with blanks for some of its places; “…” where they begin, so that a line stays a line."""
    lines = list(source.lines)
    for span in taken:
        line = lines[span.line - 1]
        lines[span.line - 1] = line[: span.start] + "…".ljust(span.end - span.start)[: span.end - span.start] + line[span.end :]
    return SourceText.read(source.path, "\n".join(lines))
