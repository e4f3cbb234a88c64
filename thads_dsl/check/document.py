"""The outline as the document to print: the author's characters, in the author's order."""

from collections.abc import Iterator

from thads_dsl.check.draft import Draft, Line
from thads_dsl.model.document import Block, Document, Rank, Table
from thads_dsl.source import Passage
from thads_dsl.syntax.cells import cells
from thads_dsl.syntax.outline import Item

_RANKS = (
    Rank.PART,
    Rank.ROMAN,
    Rank.NUMBER,
    Rank.DECIMAL,
    Rank.DECIMAL3,
    Rank.DECIMAL3,
    Rank.LETTER,
    Rank.ROMAN_PAREN,
    Rank.DASH,
)
_BULLETS = {"-": Rank.DASH, "·": Rank.DOT, "+": Rank.PLUS, "*": Rank.DOT}


def document(draft: Draft) -> Document:
    """The document of a plan; what it does not say stays empty."""
    return Document(
        type_name=_key(draft, "tên loại"),
        abstract=_key(draft, "trích yếu"),
        parent_agency=_key(draft, "cơ quan chủ quản"),
        agency=_key(draft, "cơ quan ban hành"),
        number=_key(draft, "số, ký hiệu"),
        place_and_date=_key(draft, "địa danh, thời gian"),
        legal_bases=_keys(draft, "căn cứ"),
        addressees=_keys(draft, "kính gửi"),
        body=tuple(_body(draft)),
        recipients=tuple(_printed(draft, passage) for passage in draft.outline.recipients),
        authority=tuple(part.strip() for part in _key(draft, "quyền hạn, chức vụ người ký").split("/") if part.strip()),
        signer=_key(draft, "họ và tên người ký"),
    )


def _body(draft: Draft) -> Iterator[Block | Table]:
    """Every line; behind the last amendment the whole table, where `In:` asks for it."""
    for line in draft.lines:
        if (block := _block(draft, line)) is not None:
            yield block
        if draft.amended is not None and draft.amended.index == line.index and "đầy đủ" in draft.key("in").casefold():
            written = draft.amended.written
            rows = (tuple(cell.text for cell in cells(written.heading)), *(tuple(row.texts) for row in written.rows))
            yield Table(rows, line.item.number)


def _keys(draft: Draft, name: str) -> tuple[str, ...]:
    return tuple(_printed(draft, key.value) for key in draft.outline.keys if key.name == name)


def _key(draft: Draft, name: str) -> str:
    return next(iter(_keys(draft, name)), "")


def _printed(draft: Draft, passage: Passage) -> str:
    return draft.source.quote(passage.span())


def _block(draft: Draft, line: Line) -> Block | Table | None:
    """The line as printed; a table of nothing but rules prints nothing."""
    item = line.item
    if item.rows:
        rows = tuple(_cells(draft, row) for row in item.rows if not _is_rule(row))
        return Table(rows, item.number) if rows else None
    return Block(_rank(item), item.marker, _corrected(draft, line), _is_title(draft, line), item.number)


def _rank(item: Item) -> Rank:
    if not item.marker:
        return Rank.NONE
    if item.marker in _BULLETS:
        return _BULLETS[item.marker]
    if item.marker.startswith("Điều"):
        return Rank.ARTICLE
    if item.marker.endswith(" là,"):
        return Rank.ORDINAL_WORD
    assert item.rank is not None
    return _RANKS[item.rank]


def _corrected(draft: Draft, line: Line) -> str:
    """The author's line; only what `Đính chính:` puts right is printed right."""
    text = _printed(draft, line.item.text)
    for old, new in line.restated.corrections:
        text = text.replace(old, new)
    return text


def _is_title(draft: Draft, line: Line) -> bool:
    """A numbered line that only names its section, or an unmarked line in capitals."""
    item, text = line.item, line.item.text.text
    if not item.marker:
        letters = [char for char in text if char.isalpha()]
        return len(letters) > 3 and all(char.isupper() for char in letters)
    if item.rank is None or item.rank > 5 or not text or text[-1] in ".;:,":
        return False
    return item.end > line.index + 1 and not line.sentences_with_rules and ":" not in text


def _cells(draft: Draft, row: Passage) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in _printed(draft, row).strip().strip("|").split("|"))


def _is_rule(row: Passage) -> bool:
    return not row.text.strip("|-: ")
