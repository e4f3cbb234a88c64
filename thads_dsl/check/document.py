"""The outline as the document to print: the author's characters, in the author's order."""

from collections.abc import Iterator
from dataclasses import replace

from thads_dsl.check.draft import Draft, Line
from thads_dsl.model.document import Block, Document, Rank, Table
from thads_dsl.source import Passage, canonical, fold, plain
from thads_dsl.syntax.cells import cells, is_ruled
from thads_dsl.syntax.outline_tree import Item, Key

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
    """The document of a plan, with those attached to it; what it does not say stays empty."""
    outline = draft.outline
    first = _one(draft, 0, outline.keys, outline.recipients)
    attached = (_one(draft, number, each.keys, each.recipients) for number, each in enumerate(outline.attached, 1))
    return replace(first, attached=tuple(replace(each, issued_with=_issued_with(first)) for each in attached))


def _one(draft: Draft, number: int, keys: tuple[Key, ...], recipients: tuple[Passage, ...]) -> Document:
    def values(name: str) -> tuple[str, ...]:
        return tuple(_printed(draft, key.value) for key in keys if key.name == name)

    def value(name: str) -> str:
        return next(iter(values(name)), "")

    authority = tuple(part.strip() for part in value("quyền hạn, chức vụ người ký").split("/") if part.strip())
    body = tuple(_body(draft, number))
    bases = tuple(map(_legal_basis, values("căn cứ")))
    decides = canonical(value("tên loại")).casefold() == _DECISION.casefold()
    if decides:
        more, body = _decision(body)
        bases += more
    return Document(
        type_name=value("tên loại"),
        abstract=value("trích yếu"),
        parent_agency=value("cơ quan chủ quản"),
        agency=value("cơ quan ban hành"),
        number=value("số, ký hiệu"),
        place_and_date=value("địa danh, thời gian"),
        legal_bases=bases,
        addressees=values("kính gửi"),
        body=body,
        recipients=tuple(_printed(draft, passage) for passage in recipients),
        authority=authority,
        signer=value("họ và tên người ký"),
        issuer=_issuer(authority, value("cơ quan ban hành")).upper() if decides else "",
    )


_DECISION = "QUYẾT ĐỊNH"
_ON_BEHALF = ("KT.", "TM.", "TL.", "TUQ.", "Q.")


def _legal_basis(value: str) -> str:
    """“Căn cứ: Luật …” prints “Căn cứ Luật …”; “Xét đề nghị của …” is one too and has its own words."""
    words = plain(fold(value))
    return value if words.startswith(("can cu", "xet ", "theo ")) else f"Căn cứ {value}"


def _body(draft: Draft, number: int) -> Iterator[Block | Table]:
    """Every line of one document; behind the last amendment the whole table with what its base still says, where `In:` asks for it."""
    for line in draft.lines:
        if line.item.document != number:
            continue
        if (block := _block(draft, line)) is not None:
            yield block
        if draft.amended is not None and draft.amended.index == line.index and "đầy đủ" in draft.key("in").casefold():
            written = draft.amended.written
            rows = (tuple(cell.text for cell in cells(written.heading)), *(row.texts for row in written.rows))
            yield Table(rows, line.item.number)
            said = dict.fromkeys(each.printed for each in draft.amended.kept)
            yield from (Block(Rank.DASH, "-", f"{words}.", False, line.item.number) for words in said)


def _decision(body: tuple[Block | Table, ...]) -> tuple[tuple[str, ...], tuple[Block | Table, ...]]:
    """A Quyết định has its grounds before the words “QUYẾT ĐỊNH:” and its articles behind them (Nghị định 30/2020/NĐ-CP, mẫu 1.2)."""
    words = [canonical(part.text).rstrip(" :") if isinstance(part, Block) else "" for part in body]
    if _DECISION in words:
        at = words.index(_DECISION)
        grounds, rest = body[:at], body[at:]
    else:
        at = next((index for index, part in enumerate(body) if isinstance(part, Block) and part.rank is Rank.ARTICLE), 0)
        line = body[at].line if body else 0
        grounds, rest = body[:at], (Block(Rank.NONE, "", f"{_DECISION}:", True, line), *body[at:])
    if any(isinstance(part, Table) or part.marker for part in grounds):
        return (), (*grounds, *rest)
    return tuple(part.text for part in grounds if isinstance(part, Block)), rest


def _issuer(authority: tuple[str, ...], agency: str) -> str:
    """“Bộ trưởng Bộ Tư pháp”: the head of the agency, whoever signs for him; a collective (TM.) is the agency itself."""
    post = authority[0] if authority else ""
    if post.startswith(("KT.", "Q.")):
        post = post.partition(".")[2].strip()
    elif post.startswith(_ON_BEHALF):
        post = ""
    return f"{post.capitalize()} {agency}".strip()


def _issued_with(carrier: Document) -> str:
    """(Ban hành kèm theo Quyết định số … ngày … của …), as mẫu 2.1 of Phụ lục III of Nghị định 30/2020/NĐ-CP words it."""
    kind = carrier.type_name.capitalize()
    decides = carrier.type_name.casefold() == _DECISION.casefold()
    day = carrier.place_and_date.partition(",")[2].strip()
    issuer = _issuer(carrier.authority, carrier.agency) if decides else carrier.agency
    parts = ["Ban hành kèm theo" if decides else "Kèm theo", kind, f"số {carrier.number}" if carrier.number else "", day]
    return f"({' '.join(part for part in parts if part)}{f' của {issuer}' if issuer else ''})"


def _printed(draft: Draft, passage: Passage) -> str:
    return draft.source.quote(passage.span())


def _block(draft: Draft, line: Line) -> Block | Table | None:
    """The line as printed; a table of nothing but rules prints nothing."""
    item = line.item
    if item.of_table:
        return None
    if item.rows:
        rows = tuple(_cells(draft, line, row) for row in item.rows if not is_ruled(row))
        return Table(rows, item.number) if rows else None
    return Block(_rank(item), item.marker, _corrected(draft, line, item.text), _is_title(draft, line), item.number)


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


def _corrected(draft: Draft, line: Line, passage: Passage) -> str:
    """The author's line, or row; only what `Đính chính:` puts right is printed right."""
    text = _printed(draft, passage)
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
    named = line.read.opens or not line.sentences_with_rules  # “2. Bằng khen của Bộ trưởng” is a title too: it opens what is below
    return item.end > line.index + 1 and named and ":" not in text


def _cells(draft: Draft, line: Line, row: Passage) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in _corrected(draft, line, row).strip().strip("|").split("|"))
