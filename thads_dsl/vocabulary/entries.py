"""A line of a section → its parts: what is defined, other spellings, from when to when, what takes its place, and where that is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from thads_dsl.model.validity import ALWAYS, Validity
from thads_dsl.syntax.outline_tree import Item, Section

_DAY = r"(\d{1,2}[/.]\d{1,2}[/.]\d{4})"
_CLAUSE = re.compile(
    r"(?:^|\.\s+)(?P<word>cách viết|thay bằng|nguồn|từ ngày|đến hết ngày)\b\s*:?\s*",
    re.IGNORECASE,
)
_SINCE = re.compile(rf"{_DAY}(?: đến hết ngày {_DAY})?", re.IGNORECASE)
_SPELLINGS = re.compile(r'"[^"]+"(?:\s*[,;]\s*"[^"]+")*')
_REPLACES = re.compile(r"thay\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One definition as written; `replaces`: it begins with `Thay:` and means to differ from that of the danh mục."""

    item: Item
    head: str
    spellings: tuple[str, ...] = ()
    validity: Validity = ALWAYS
    instead: str = ""
    source: str = ""
    replaces: bool = False


def entries(section: Section) -> tuple[tuple[Entry, ...], tuple[Item, ...]]:
    """The definitions of a section, and the lines that are none. A line `Nguồn: …` without marker is the source of those below it."""
    found: list[Entry] = []
    unread: list[Item] = []
    source = ""
    for item in section.items:
        entry = _entry(item)
        if entry is None or (not entry.head and (item.marker or not entry.source)):
            unread.append(item)
        elif not entry.head:
            source = entry.source
        else:
            found.append(entry if entry.source else replace(entry, source=source))
    return tuple(found), tuple(unread)


def day(written: str) -> date | None:
    """“01/7/2025” as a day; None where no calendar has it."""
    numbers = [int(digits) for digits in re.findall(r"\d+", written)]
    try:
        return date(numbers[2], numbers[1], numbers[0])
    except ValueError:
        return None


def _entry(item: Item) -> Entry | None:
    """The parts of a line; None where one of them is not understood or stands twice."""
    text = item.text.text.strip()
    clauses = list(_CLAUSE.finditer(text))
    ends = [*(clause.start() for clause in clauses), len(text)][1:]
    said = {clause["word"].casefold(): text[clause.end() : end].strip(" .;") for clause, end in zip(clauses, ends, strict=True)}
    if len(said) < len(clauses):
        return None
    head = text[: clauses[0].start() if clauses else None].strip(" .;")
    validity = _validity(said)
    spellings = said.get("cách viết", "")
    if validity is None or (spellings and not _SPELLINGS.fullmatch(spellings)):
        return None
    replaces = _REPLACES.match(head)
    return Entry(
        item=item,
        head=head[replaces.end() :] if replaces else head,
        spellings=tuple(re.findall(r'"\s*([^"]+?)\s*"', spellings)),
        validity=validity,
        instead=said.get("thay bằng", ""),
        source=said.get("nguồn", ""),
        replaces=replaces is not None,
    )


def _validity(said: dict[str, str]) -> Validity | None:
    since, until = said.get("từ ngày"), said.get("đến hết ngày")
    days: list[date | None] = [None, None]
    if since is not None:
        both = _SINCE.fullmatch(since)
        if both is None or (both[2] and until is not None):
            return None
        since, until = both[1], both[2] or until
    for index, written in enumerate((since, until)):
        if written is not None:
            days[index] = day(written) if re.fullmatch(_DAY, written) else None
            if days[index] is None:
                return None
    return Validity(*days)
