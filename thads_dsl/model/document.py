"""The document that a plan prints: what is said and in which order, not how it looks."""

from dataclasses import dataclass
from enum import Enum


class Rank(Enum):
    """What a block's marker is; the order of members is the order of depth for all but the three bullets."""

    PART = "phần"
    ROMAN = "I."
    ARTICLE = "Điều 1."
    ORDINAL_WORD = "Một là,"
    NUMBER = "1."
    DECIMAL = "1.1."
    DECIMAL3 = "1.1.1."
    LETTER = "a)"
    ROMAN_PAREN = "(i)"
    DASH = "-"
    DOT = "·"
    PLUS = "+"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the body as the author typed it: its marker (empty for a paragraph) and its text.

    `title` is a line that only names what its section holds (“I. MỤC ĐÍCH, YÊU CẦU”, “1. Mục đích”).
    """

    rank: Rank
    marker: str
    text: str
    title: bool
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the body; the first row is its heading."""

    rows: tuple[tuple[str, ...], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """An official document by the parts that Nghị định 30/2020/NĐ-CP, Phụ lục I names; empty means that the plan does not say it."""

    type_name: str  # Tên loại
    abstract: str  # Trích yếu
    parent_agency: str  # Cơ quan chủ quản
    agency: str  # Cơ quan ban hành
    number: str  # Số, ký hiệu
    place_and_date: str  # Địa danh, thời gian
    legal_bases: tuple[str, ...]  # Căn cứ
    addressees: tuple[str, ...]  # Kính gửi
    body: tuple[Block | Table, ...]
    recipients: tuple[str, ...]  # Nơi nhận, without the leading dash
    authority: tuple[str, ...]  # Quyền hạn, chức vụ người ký, one entry a line
    signer: str  # Họ và tên người ký
    issuer: str = ""  # Thẩm quyền ban hành, of a Quyết định: “BỘ TRƯỞNG BỘ TƯ PHÁP”
    issued_with: str = ""  # of an attached document: “(Ban hành kèm theo Quyết định số … ngày … của …)”
    attached: tuple["Document", ...] = ()

    @property
    def is_letter(self) -> bool:
        """A Công văn has no title: its abstract stands below its number (Phụ lục I, Phần I, II.5.b)."""
        return self.type_name.casefold() == "công văn"
