"""What a line of the body was taken for, as its author is told."""

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a line, or a part of it, is taken for."""

    RULE = "quy định"
    COUNCIL = "Hội đồng bình xét"
    OPENING = "câu dẫn"
    PROSE = "lời văn"
    MARKED = "lời văn có dấu >"
    UNREAD = "chưa xong"


@dataclass(frozen=True, slots=True)
class Taken:
    """A role, and in short what was understood (may be empty)."""

    role: Role
    words: str = ""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of the body, what it was taken for (a heading for nothing), and whether lines beside it are rules.

    `restated`: by a note under it (`Hiểu là:`), which says how it is meant.
    `file`: the other file in which it stands, where a document changes the plan of another; else empty.
    """

    line: int
    text: str
    taken: tuple[Taken, ...]
    beside_rules: bool
    file: str = ""
    restated: bool = False

    def has(self, *roles: Role) -> bool:
        """Whether it, or a part of it, has one of the roles."""
        return any(each.role in roles for each in self.taken)
