"""Lines of ĐỐI TƯỢNG THI ĐUA → kinds of units and people, groups by figures, and members by name."""

from __future__ import annotations

import re
from dataclasses import replace

from thads_dsl.model.statistics import Base, Kind
from thads_dsl.syntax.grammar import wordings
from thads_dsl.syntax.names import NameKind
from thads_dsl.vocabulary.entries import Entry
from thads_dsl.vocabulary.known import NUMBER, Vocabulary


def subject(vocabulary: Vocabulary, entry: Entry) -> Vocabulary | None:
    """A kind, a group or the members of one; None where the line is none of them."""
    rest = _REST.fullmatch(entry.head) or _REST_FIRST.fullmatch(entry.head)
    if rest and not (vocabulary.by_figures or any(kind.group for kind in vocabulary.kinds)):
        rest = None
    if group := _BY_FIGURES.fullmatch(entry.head) or rest:
        return _group(vocabulary, entry, group)
    if members := re.fullmatch(r"(?P<kind>.+?)\s+gồm\s*:\s*(?P<names>.+)", entry.head):
        return _members(vocabulary, members["kind"], [name.strip(' "') for name in members["names"].split(";")], entry.spellings)
    found = _KIND.fullmatch(entry.head)
    if found is None:
        return None
    base = Base(found["base"])
    other = vocabulary.kind(found["without"]) if found["without"] else None
    if found["without"] and (other is None or other.base is not base):
        return None
    kind = Kind(found["name"], base, total=found["total"] is not None, without=(other.name,) if other else ())
    if found["rank"]:
        vocabulary = replace(vocabulary, ranks=(*vocabulary.ranks, kind.name))
    vocabulary = replace(vocabulary, kinds=(*vocabulary.kinds, kind), head_kind=kind.name if found["head"] else vocabulary.head_kind)
    return vocabulary.named(NameKind.SUBJECT, kind.name, entry.spellings)


_KIND = re.compile(
    r"(?P<name>[^:]+?)\s*:\s*(?P<base>tập thể|cá nhân)(?P<rank>\s+theo ngạch)?(?:\s+không là\s+(?P<without>[^,]+))?"
    r"(?P<head>,\s*đứng đầu đơn vị)?(?P<total>,\s*tổng của các đơn vị)?"
)
# “Nhóm 1 gồm: Chi cục THADS có tổng số giải quyết dưới 500 việc”, “Nhóm A: Chấp hành viên được giao thụ lý dưới 120 việc”
_BY_FIGURES = re.compile(
    r"(?P<name>(?:.+?)(?=\s+gồm)|(?:nhóm|cụm|khối)\s+\w+)(?:\s+gồm\s*:?|\s*:)\s*"
    rf"(?P<phrase>(?P<who>[^;:]+?)\s+(?:{wordings('HAVING')})\s+(?=[^;:]*\d)[^:]+)"
    r"(?::.*)?",  # a row of targets, which begins with the group that it is for
    re.IGNORECASE,
)
# “Nhóm 2 gồm các Chi cục THADS còn lại”, “Nhóm 2: còn lại”, “Các Chi cục THADS còn lại thuộc Nhóm 2”, after other groups
_REST = re.compile(
    r"(?P<name>(?:.+?)(?=\s+gồm)|(?:nhóm|cụm|khối)\s+\w+)(?:\s+gồm\s*:?|\s*:|\s+là\b)\s*(?P<phrase>(?:(?P<who>[^;:]+?)\s+)?còn lại)",
    re.IGNORECASE,
)
_REST_FIRST = re.compile(r"(?P<phrase>(?P<who>[^;:]+?)\s+còn lại)\s+(?:thuộc|là)\s+(?P<name>(?:nhóm|cụm|khối)\s+\w+)", re.IGNORECASE)


def _group(vocabulary: Vocabulary, entry: Entry, found: re.Match[str]) -> Vocabulary | None:
    """A group of those whose figures lie somewhere; its phrase is read where sentences are."""
    name, who = found["name"], found["who"] or ""
    spelt = {spelling.casefold(): each for spelling, kind, each in vocabulary.spellings if kind is NameKind.SUBJECT}
    whom = re.sub(r"^(?:các|những)\s+", "", who.casefold())
    kind = vocabulary.kind(spelt.get(whom, ""))
    whole = kind is None or kind.name in {base.value for base in Base}
    if found.re is not _BY_FIGURES and whole and vocabulary.by_figures:  # “các đơn vị”: of those that the groups divide
        before = vocabulary.kind(vocabulary.by_figures[-1][0])
        kind = vocabulary.kind(before.parents[0]) if before is not None else None
    if kind is None:
        return None
    text = entry.item.text
    at = text.text.index(entry.head)
    phrase = text.cut(at + found.start("phrase"), at + found.end("phrase"))
    vocabulary = replace(
        vocabulary,
        kinds=(*vocabulary.kinds, Kind(name, kind.base, (kind.name,))),
        by_figures=(*vocabulary.by_figures, (name, phrase)),
    )
    return vocabulary.named(NameKind.SUBJECT, name, entry.spellings)


def _members(vocabulary: Vocabulary, parent: str, names: list[str], spellings: tuple[str, ...]) -> Vocabulary | None:
    """“Phòng chuyên môn gồm: Văn phòng; …”: units that are known by name; one may belong to several kinds."""
    names = [each for name in names if (stripped := name.strip(" .")) for each in _numbered(vocabulary, stripped)]
    first = next((found for name in names if (found := _like(vocabulary, name)) is not None), None)
    if vocabulary.kind(parent) is None and first is not None:  # “Cụm 2 gồm: …” of units that are known
        vocabulary = replace(vocabulary, kinds=(*vocabulary.kinds, Kind(parent, first.base, group=True)))
        vocabulary, spellings = vocabulary.named(NameKind.SUBJECT, parent, spellings), ()
    kind = vocabulary.kind(parent)
    if kind is None or (spellings and len(names) > 1):
        return None
    for name in names:
        known = vocabulary.kind(name)
        if known is None:
            vocabulary = replace(vocabulary, kinds=(*vocabulary.kinds, Kind(name, kind.base, (parent,))))
            vocabulary = vocabulary.named(NameKind.SUBJECT, name, spellings)
        elif known.base is not kind.base:
            return None
        else:
            wider = replace(known, parents=tuple(dict.fromkeys((*known.parents, parent))))
            vocabulary = replace(vocabulary, kinds=tuple(wider if each is known else each for each in vocabulary.kinds))
    return vocabulary


def _like(vocabulary: Vocabulary, name: str) -> Kind | None:
    """The kind of this name, or of the slot that its number stands in."""
    return vocabulary.kind(name) or vocabulary.kind(re.sub(r"\b\d+\b", NUMBER, name))


# “Phòng THADS khu vực 2, 3 và 6”, “khu vực 2, khu vực 3”
_NUMBERED = re.compile(r"(?P<words>.*?\S)\s+(?P<number>\d+)(?P<more>(?:\s*(?:,|\bvà\b)\s*(?:\D*?\s)?\d+)+)", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:,|\bvà\b)\s*(?P<words>\D*?)\s*(?P<number>\d+)", re.IGNORECASE)


def _numbered(vocabulary: Vocabulary, written: str) -> tuple[str, ...]:
    """One name for each number of a list by numbers; anything else is one name."""
    found = _NUMBERED.fullmatch(written)
    if found is None or vocabulary.kind(written) is not None:
        return (written,)
    words = found["words"]
    more = list(_NEXT.finditer(found["more"]))
    if not all(f" {words}".casefold().endswith(f" {each['words']}".casefold().rstrip()) for each in more):
        return (written,)
    return (f"{words} {found['number']}", *(f"{words} {each['number']}" for each in more))
