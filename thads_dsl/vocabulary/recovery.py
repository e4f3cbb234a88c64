"""A definition that is not understood still names something: the lines that use the name are not wrong because of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thads_dsl.vocabulary.entries import Entry
from thads_dsl.vocabulary.steps import without_step

if TYPE_CHECKING:
    from thads_dsl.vocabulary.definitions import Define
    from thads_dsl.vocabulary.known import Vocabulary

# What a line is taken to define: as its own words say, else as most do.
_AS_USUAL = (("cá nhân", "cá nhân"), ("tập thể", "tập thể"))


def named_at_least(vocabulary: Vocabulary, define: Define, entry: Entry) -> Vocabulary | None:
    """The vocabulary with the name of a definition and the simplest meaning that such a line can have; None where it names nothing.

    “Phòng môn chuyên gồm: Văn phòng; …” names its members too.
    """
    name, said = _parted(without_step(entry.head)[0])
    if not name or not said:
        return None
    for meaning in _simplest(said):
        plain = Entry(item=entry.item, head=f"{name}: {meaning}", spellings=entry.spellings)
        if (added := define(vocabulary, plain)) is not None:
            return define(added, entry) or added
    return None


def _simplest(said: str) -> tuple[str, ...]:
    """Meanings that need no other name, those first that the line's own words speak of; a half that is known tells the sides."""
    if "%" in said or " / " in said:
        halves = (half.strip() for half in said.partition("=")[2].split(" / "))
        return (*(f"% = {half} / {half}" for half in halves if half), "%")
    units = said.partition("=")[0].strip(" :")
    people = next((base for word, base in _AS_USUAL if re.search(word, said, re.IGNORECASE)), "tập thể")
    own = (units,) if units and "=" in said else ()
    return (*own, "việc, đồng" if "đồng" in said or "=" in said else "việc", people)


def waiting_for_none(entries: list[Entry]) -> list[Entry]:
    """Definitions that name none of the others that are not understood: what is wrong is wrong in them; all, where there is none."""
    names = [(entry, named(entry)) for entry in entries]
    own = [entry for entry in entries if not any(name and other is not entry and name in _meaning(entry) for other, name in names)]
    return own or entries


def named(entry: Entry) -> str:
    """What a definition names, in small letters."""
    return _parted(entry.head)[0].casefold()


def _meaning(entry: Entry) -> str:
    return _parted(entry.head)[1].casefold()


def _parted(head: str) -> tuple[str, str]:
    """What a definition names, and what it says of it: “tỷ lệ A = B / C” has no colon, “Nhóm 1 gồm: …” names Nhóm 1."""
    at = next((at for at, char in enumerate(head) if char in ":="), len(head))
    return head[:at].removesuffix(" gồm").strip(), head[at:]
