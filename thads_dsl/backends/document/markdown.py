"""Document → Markdown (CommonMark with tables) that reads well raw and rendered; rendered, its text is the author's."""

import re
from collections.abc import Iterator

from thads_dsl.backends.document import wording
from thads_dsl.backends.document.wording import addressed, printable, with_marker
from thads_dsl.model.document import Block, Document, Rank, Table

# Characters that mean something wherever they stand, an ampersand that would begin an entity, and what would close a heading.
_SPECIAL = re.compile(r"[\\`*_\[\]<~$]|&(?=#?\w+;)|#(?=#*$)")
# What would begin a heading, a quotation, a list or a rule at the start of a line. A number is told by the dot behind it.
_LINE_START = re.compile(r"^(?:(?P<number>\d+)(?=[.)](?:\s|$))|>|#(?=#*(?:\s|$))|-(?=[\s-]|$)|\+(?=\s|$))")

_BULLETS = {Rank.DASH: "-", Rank.PLUS: "+", Rank.DOT: "*"}
_HEADINGS = {
    Rank.PART: "##",
    Rank.ROMAN: "##",
    Rank.ARTICLE: "##",
    Rank.NONE: "##",
    Rank.NUMBER: "###",
    Rank.DECIMAL: "####",
    Rank.DECIMAL3: "#####",
    Rank.LETTER: "#####",
}


def markdown(document: Document) -> str:
    """The whole document; a part that the plan does not say leaves nothing behind."""
    return "\n\n".join(_parts(document)) + "\n"


def _parts(document: Document) -> Iterator[str]:
    head = _attached_head(document) if document.issued_with else _head(document)
    yield from (*head, *_grounds(document), *_body(document.body), *_foot(document))
    for attached in document.attached:
        yield "---"
        yield from _parts(attached)


def _attached_head(document: Document) -> Iterator[str]:
    """An attached document begins with its title and says what it was issued with."""
    yield f"# {_inline(document.type_name)}"
    if document.abstract:
        yield _strong(document.abstract)
    yield _emphasis(document.issued_with)


def _head(document: Document) -> Iterator[str]:
    agencies = [_inline(document.parent_agency), _strong(document.agency)]
    left = "<br>".join(name for name in agencies if name)
    right = f"{_strong(wording.NATION)}<br>{_strong(wording.MOTTO)}"
    rows = [f"| {_cell(left)} | {right} |", "|:---:|:---:|"]
    number = [_inline(with_marker(wording.NUMBER, document.number))] if document.number else []
    number += [_inline(wording.about(document.abstract))] if document.is_letter and document.abstract else []
    if number or document.place_and_date:
        rows.append(f"| {_cell('<br>'.join(number))} | {_cell(_emphasis(document.place_and_date))} |")
    yield "\n".join(rows)
    if document.type_name and not document.is_letter:
        yield f"# {_inline(document.type_name)}"
    if document.abstract and not document.is_letter:
        yield _strong(document.abstract)
    if document.issuer:
        yield _strong(document.issuer)


def _grounds(document: Document) -> Iterator[str]:
    if document.addressees:
        line, entries = addressed(document.addressees)
        yield _line(line)
        yield from _list(entries)
    yield from (_emphasis(basis) for basis in document.legal_bases)


def _body(body: tuple[Block | Table, ...]) -> Iterator[str]:
    """Paragraphs, headings, tables and whole lists; a list ends at whatever is no bullet."""
    items: list[str] = []
    open_ranks: list[Rank] = []
    for part in body:
        if isinstance(part, Block) and part.rank in _BULLETS:
            items.append(_item(part, open_ranks))
            continue
        if items:
            yield "\n".join(items)
            items, open_ranks = [], []
        yield _table(part) if isinstance(part, Table) else _paragraph(part)
    if items:
        yield "\n".join(items)


def _item(block: Block, open_ranks: list[Rank]) -> str:
    """A bullet as deep as its sign was first used; `open_ranks` holds the signs of the items around it."""
    if block.rank in open_ranks:
        del open_ranks[open_ranks.index(block.rank) + 1 :]
    else:
        open_ranks.append(block.rank)
    indent = "  " * (len(open_ranks) - 1)
    return f"{indent}{_BULLETS[block.rank]} {_line(block.text)}".rstrip()


def _paragraph(block: Block) -> str:
    text = with_marker(block.marker, block.text)
    if block.rank is Rank.PART or (block.title and block.rank in _HEADINGS):
        return f"{_HEADINGS[block.rank]} {_inline(text)}"
    return _line(text)


def _table(table: Table) -> str:
    width = max(map(len, table.rows))
    rows = [[_cell(_inline(cell)) for cell in row] + [""] * (width - len(row)) for row in table.rows]
    heading, *rest = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([heading, f"|{'---|' * width}", *rest])


def _foot(document: Document) -> Iterator[str]:
    if document.recipients:
        yield f"***{wording.RECIPIENTS}***"
        yield from _list(document.recipients)
    if document.authority:
        yield "<br>".join(_strong(line) for line in document.authority)
    if document.signer:
        yield _strong(document.signer)


def _list(entries: tuple[str, ...]) -> Iterator[str]:
    if entries:
        yield "\n".join(f"- {_line(entry)}" for entry in entries)


def _line(text: str) -> str:
    """Text that begins a line."""
    return _LINE_START.sub(_escaped_start, _inline(text), count=1)


def _escaped_start(found: re.Match[str]) -> str:
    """`1.` as `1\\.`, any other sign behind a backslash; a digit cannot be escaped."""
    return f"{found[0]}\\" if found["number"] else f"\\{found[0]}"


def _inline(text: str) -> str:
    """Text inside a line; spaces around it would be taken for layout."""
    return _SPECIAL.sub(r"\\\g<0>", printable(text).strip())


def _strong(text: str) -> str:
    return _around("**", text)


def _emphasis(text: str) -> str:
    return _around("*", text)


def _around(sign: str, text: str) -> str:
    """Signs around nothing would be read as a rule."""
    inline = _inline(text)
    return f"{sign}{inline}{sign}" if inline else ""


def _cell(markup: str) -> str:
    """Markup inside a table, where a bar would begin the next cell."""
    return markup.replace("|", r"\|")
