"""Agencies and posts that the new plan must call otherwise, because its time lies after the day on which they were renamed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile

from thads_dsl.model.dates import Period, day_text
from thads_dsl.model.validity import Validity
from thads_dsl.source import fold
from thads_dsl.syntax.lexer import WORD, Lexeme
from thads_dsl.syntax.names import Name, NameKind, atoms
from thads_dsl.tools.findings import Found, Mark, quoted, replaced
from thads_dsl.vocabulary import Vocabulary

_GONE = "không còn từ {since}; xem thay bằng gì."
_SEVERAL = "từ {since} nay là {new}, các đơn vị đã sắp xếp lại; xem ở mọi dòng."
_MEANWHILE = "từ {since} là {new}, trong thời gian của kế hoạch này; xem nên ghi tên nào."
_REMNANT = "có lẽ là tên cơ quan cũ; xem có phải đổi không."
_ISSUED = frozenset({"OF", "POST", "AGENCY", "DATE", "COMMA"})  # what may stand between a document and who issued it
_DEPUTIES = frozenset({"phó", "quyền"})
# Words of old names that no name of the danh mục covers: “trong toàn Cục”, “thuộc Tổng cục”.
_REMNANTS = (("tổng", "cục"), ("cục",))
_ENDS = frozenset({"NUMBER", "PERCENT", "DATE", "YEAR"})
_SHOWN = 3  # words behind such a remnant that are quoted with it


@dataclass(frozen=True, slots=True)
class Successor:
    """A name of the danh mục that another takes the place of, from a day on.

    `one_to_one` is False where several bodies became one or one several: then a text cannot be renamed by rule. `new` may be
    empty: nothing took its place.
    """

    kind: NameKind
    old: str
    new: str
    since: date
    one_to_one: bool = True


# The head of an agency is named by its own title alone, so no danh mục can say of it what takes its place: the agency does.
_HEADS = (("Cục trưởng", "Cục THADS tỉnh", "Trưởng"),)


def successors(vocabulary: Vocabulary) -> tuple[Successor, ...]:
    """The names of a danh mục that have ended, with what it says takes their place (`Đến hết ngày …`, `Thay bằng: …`).

    There is one agency of a name in a plan, so its name is put in place of the old one; units of a kind were put together anew.
    """
    ended = [_ended(vocabulary, kind, name) for kind, name in dict.fromkeys((term.kind, term.name) for term in vocabulary.terms)]
    found = [each for each in ended if each is not None]
    agencies = {each.old: each for each in found if each.kind is NameKind.AGENCY and each.new}
    heads = [
        Successor(NameKind.POST, post, f"{title} {agencies[agency].new}", agencies[agency].since)
        for post, agency, title in _HEADS
        if agency in agencies
    ]
    return tuple(replace(each, one_to_one=_one_to_one(each, agencies.values())) for each in found) + tuple(heads)


def _ended(vocabulary: Vocabulary, kind: NameKind, name: str) -> Successor | None:
    terms = vocabulary.terms_of(kind, name)
    # A plan's own definition says nothing of times.
    terms = tuple(term for term in terms if term.validity != Validity()) or terms
    days = [term.validity.until for term in terms if term.validity.until is not None]
    if len(days) < len(terms):
        return None
    last = max(terms, key=lambda term: term.validity.until or date.max)
    return Successor(kind, name, last.instead, max(days) + timedelta(days=1))


def _one_to_one(each: Successor, agencies: Iterable[Successor]) -> bool:
    """An agency, or the post of one."""
    return each.kind is NameKind.AGENCY or (each.kind is NameKind.POST and any(each.new.endswith(agency.new) for agency in agencies))


@dataclass(frozen=True, slots=True)
class Renaming:
    """Which names change between two plans: `due` before the new one begins, `meanwhile` while it lasts."""

    due: tuple[Successor, ...]
    meanwhile: tuple[Successor, ...]
    abbreviations: tuple[tuple[str, str], ...]
    shared: frozenset[str] = frozenset()  # spellings (folded, lower case) of two kinds of bodies: “Phòng” alone

    def title(self, post: str) -> str:
        """A post without the agency that it is of: “Trưởng THADS tỉnh” → “Trưởng”."""
        ends = [f" {each.new}" for each in self.due if each.kind is NameKind.AGENCY and post.endswith(f" {each.new}")]
        return post.removesuffix(max(ends, key=len)) if ends else post

    def spelled(self, name: str, like: str, in_full: bool) -> str:
        """A name written as the author writes its like: in full or abbreviated, in capitals or not."""
        if in_full or any(long.casefold() in like.casefold() for _, long in self.abbreviations):
            for short, long in self.abbreviations:
                name = name.replace(short, long)
        return name.upper() if like.isupper() else name

    def spellings(self, name: str) -> list[list[str]]:
        """The atoms of a name, abbreviated and in full."""
        long = name
        for short, written in self.abbreviations:
            long = long.replace(short, written)
        return [[atom.key for atom in atoms(spelling)] for spelling in (name, long)]


def renaming(vocabulary: Vocabulary, old: Period, new: Period) -> Renaming:
    """What is renamed between the time of the old plan and that of the new one."""
    coming = [each for each in successors(vocabulary) if old.first < each.since]
    due = tuple(each for each in coming if each.since <= new.first)
    meanwhile = tuple(each for each in coming if new.first < each.since <= new.last)
    kinds: dict[str, set[str]] = {}
    for spelling, kind, name in vocabulary.spellings:
        if kind is NameKind.SUBJECT:
            kinds.setdefault(fold(spelling).casefold(), set()).add(name)
    shared = frozenset(spelling for spelling, names in kinds.items() if len(names) > 1)
    return Renaming(due, meanwhile, vocabulary.abbreviations, shared)


def renamed(lexemes: Sequence[Lexeme], names: Renaming, in_full: bool) -> Iterator[Found]:
    """What becomes of the agencies and posts of a line; `in_full` where abbreviations do not belong."""
    cited = False  # whoever issued a document that is cited was called so then
    for index, lexeme in enumerate(lexemes):
        cited = lexeme.terminal == "REFERENCE" or (cited and (lexeme.terminal in _ISSUED or lexeme.text == "của"))
        if cited:
            continue
        if found := _successor(lexeme, names.meanwhile, names):
            yield Mark(quoted(found[0].old), _MEANWHILE.format(since=day_text(found[0].since), new=found[0].new or "tên khác"))
        elif found := _successor(lexeme, names.due, names):
            yield from _renamed(lexeme, *found, lexemes[index + 1 : index + 2], names, in_full)
        elif names.due and isinstance(lexeme.value, Name) and _would_be_another(lexeme, lexeme.value, lexemes[index + 1 :], names):
            yield replaced(lexeme.start, lexeme.end, lexeme.value.canonical)
        elif names.due and (remnant := _remnant(lexemes[index:])):
            yield Mark(quoted(remnant), _REMNANT)


def _remnant(lexemes: Sequence[Lexeme]) -> str:
    """An old name cut short at the beginning of these tokens, with the words behind it; empty if there is none."""
    words = [each.text for each in takewhile(_is_word, lexemes)]
    for name in _REMNANTS:
        if words[:1] != [name[0]] and tuple(word.casefold() for word in words[: len(name)]) == name:
            return " ".join(words[: len(name) + _SHOWN])
    return ""


def _is_word(lexeme: Lexeme) -> bool:
    """A word or a name; a figure, a punctuation mark or the bar of a table ends what belongs together."""
    return lexeme.text[:1].isalpha() and lexeme.terminal not in _ENDS


def _would_be_another(lexeme: Lexeme, name: Name, following: Sequence[Lexeme], names: Renaming) -> bool:
    """Whether a short spelling meant one kind of body and from now on could mean two; not in a longer name, “Phòng Tổ chức cán bộ”."""
    if name.kind is not NameKind.SUBJECT or lexeme.text.casefold() not in names.shared:
        return False
    goes_on = following and following[0].start == lexeme.end + 1 and following[0].terminal == WORD and following[0].text[:1].isupper()
    return not goes_on and lexeme.text.casefold() != name.canonical.casefold()


def _renamed(
    lexeme: Lexeme, found: Successor, where: slice, following: Sequence[Lexeme], names: Renaming, in_full: bool
) -> Iterator[Found]:
    if not found.one_to_one:
        why = _SEVERAL if found.new else _GONE
        yield Mark(quoted(found.old), why.format(since=day_text(found.since), new=found.new))
        return
    old, new = lexeme.text[where], found.new
    after = _successor(following[0], names.due, names) if following and following[0].start == lexeme.end + 1 else None
    if after and found.kind is NameKind.POST:
        if not after[0].one_to_one:  # “Cục trưởng Cục THADS các tỉnh”: the heads of bodies that cannot be renamed by rule
            yield Mark(quoted(f"{old} {following[0].text}"), _GONE.format(since=day_text(found.since)))
            return
        new = names.title(new)  # “Cục trưởng Cục THADS tỉnh”: the agency stands behind the post
    yield replaced(lexeme.start + where.start, lexeme.start + where.stop, names.spelled(new, old, in_full))


def _successor(lexeme: Lexeme, among: tuple[Successor, ...], names: Renaming) -> tuple[Successor, slice] | None:
    """What takes the place of a name, and of which of its characters.

    “Cục THADS tỉnh Hậu Giang” begins with a name that changes, “Phó Cục trưởng” ends with one.
    """
    if not isinstance(lexeme.value, Name):
        return None
    kind, parts = lexeme.value.kind, atoms(lexeme.text)
    if exact := next((each for each in among if each.kind is kind and each.old == lexeme.value.canonical), None):
        return exact, slice(0, len(lexeme.text))
    keys = [part.key for part in parts]
    for each in among:
        for spelling in names.spellings(each.old):
            if each.kind is kind is NameKind.AGENCY and keys[: len(spelling)] == spelling:
                return each, slice(0, parts[len(spelling) - 1].end)
            # a deputy may be a name of any kind, for no rule speaks of one
            if each.kind is NameKind.POST and keys[1:] == spelling and keys[0] in _DEPUTIES:
                return each, slice(parts[1].start, len(lexeme.text))
    return None
