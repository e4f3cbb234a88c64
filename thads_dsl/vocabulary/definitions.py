"""Lines of the sections SỐ LIỆU VÀ CÁCH TÍNH, ĐỐI TƯỢNG THI ĐUA, … → definitions; in a danh mục and in a plan alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from thads_dsl.model.statistics import Base, Kind
from thads_dsl.source import fold
from thads_dsl.syntax.grammar import unit_words
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.outline import Item, Section

_SPELLINGS = re.compile(r'^(?P<head>.*?)\.?\s*(?:Cách viết\s*:\s*(?P<spellings>"[^"]+"(?:\s*,\s*"[^"]+")*))?\.?$', re.IGNORECASE)


# Names that are added up, each with its sign.
Signed = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class QuantityDefinition:
    """A statistic by its units; việc and đồng together are its two facets.

    With `over` it is computed from others (signed names that are added up), a % as a share of `under`.
    It may be part of another (`within`). `result`: it is what a unit has brought about, and so can bring about more of.
    """

    name: str
    units: tuple[str, ...]
    over: Signed = ()
    under: Signed = ()
    within: str | None = None
    result: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What plans may name: of a danh mục, or of a danh mục and a plan together."""

    quantities: tuple[QuantityDefinition, ...] = ()
    kinds: tuple[Kind, ...] = ()
    head_kind: str = ""
    discipline: tuple[str, ...] = ()
    spellings: tuple[tuple[str, NameKind, str], ...] = ()  # spelling, kind, name
    abbreviations: tuple[tuple[str, str], ...] = ()
    shares: tuple[tuple[str, str, str], ...] = ()  # what stands before and after the figure, and the statistic

    def quantity(self, name: str) -> QuantityDefinition | None:
        """The statistic of this name."""
        return next((each for each in self.quantities if each.name == name), None)

    def has_facets(self, name: str) -> bool:
        """Whether the statistic of this name is counted về việc and về tiền; a share has the facets of what it is a share of."""
        definition = self.quantity(name)
        if definition is None:
            return False
        return self.has_facets(definition.under[0][1]) if definition.under else {"việc", "đồng"} <= set(definition.units)

    def kind(self, name: str) -> Kind | None:
        """The kind of this name."""
        return next((each for each in self.kinds if each.name == name), None)

    def named(self, kind: NameKind, name: str, spellings: tuple[str, ...] = ()) -> Vocabulary:
        """The same with one more name."""
        new = tuple((spelling, kind, name) for spelling in (name, *spellings))
        return replace(self, spellings=self.spellings + new)


Define = Callable[[Vocabulary, str, tuple[str, ...]], "Vocabulary | None"]


def defined(vocabulary: Vocabulary, section: Section) -> tuple[Vocabulary, tuple[Item, ...]]:
    """The vocabulary with what a section adds, and the lines of it that say nothing that is known."""
    define = _SECTIONS[section.heading.casefold()]
    unread = []
    for item in section.items:
        found = _SPELLINGS.match(item.text.text)
        head = found["head"].strip() if found else ""
        spellings = tuple(re.findall(r'"([^"]+)"', found["spellings"] or "")) if found else ()
        added = define(vocabulary, head, spellings) if head else None
        if added is None:
            unread.append(item)
        else:
            vocabulary = added
    return vocabulary, tuple(unread)


_UNITS = frozenset(word.unit for word in unit_words() if word.kind in ("measure", "percent"))


def _quantity(vocabulary: Vocabulary, head: str, spellings: tuple[str, ...]) -> Vocabulary | None:
    """“thi hành xong: việc, đồng, trong phải thi hành, kết quả”; “chuyển kỳ sau: việc, đồng = phải thi hành - thi hành xong”."""
    found = re.fullmatch(r"(?P<name>[^:=]+?)\s*:\s*(?P<units>[^=]+?)(?:\s*=\s*(?P<formula>.+))?", head)
    if found is None:
        return None
    said = [unit.strip() for unit in found["units"].split(",")]
    within = next((unit.removeprefix("trong ").strip() for unit in said if unit.startswith("trong ")), None)
    units = tuple(unit for unit in said if not unit.startswith("trong ") and unit != "kết quả")
    over, under = _formula(found["formula"] or "")
    named = [name for _, name in (*over, *under)] + ([within] if within else [])
    sound = set(units) <= _UNITS and bool(under) == ("%" in units) and (bool(over) or not found["formula"])
    if not sound or not all(vocabulary.quantity(name) for name in named):
        return None
    definition = QuantityDefinition(found["name"], units, over, under, within, "kết quả" in said)
    vocabulary = replace(vocabulary, quantities=(*vocabulary.quantities, definition))
    for spelling in spellings:
        vocabulary = _around(vocabulary, definition.name, spelling)
    return vocabulary.named(NameKind.QUANTITY, definition.name, tuple(each for each in spellings if "…" not in fold(each)))


def _around(vocabulary: Vocabulary, name: str, spelling: str) -> Vocabulary:
    """“giải quyết xong … số đơn thư”: a name that stands around its figure."""
    before, dots, after = (part.strip().casefold() for part in fold(spelling).partition("…"))
    if not dots:
        return vocabulary
    vocabulary = replace(vocabulary, shares=(*vocabulary.shares, (before, after, name)))
    return vocabulary.named(NameKind.SHARE_OF, before).named(NameKind.SHARE_IN, after)


def _formula(written: str) -> tuple[Signed, Signed]:
    """“a - b / c” is (a − b) / c: a statistic is one fraction of sums."""
    over, _, under = written.partition(" / ")
    return _signed(over), _signed(under)


def _signed(written: str) -> Signed:
    words = re.split(r"(?:^|\s)([-+])\s", f"+ {written.strip()}") if written.strip() else []
    return tuple((-1 if sign == "-" else 1, name.strip()) for sign, name in zip(words[1::2], words[2::2], strict=True))


def _subject(vocabulary: Vocabulary, head: str, spellings: tuple[str, ...]) -> Vocabulary | None:
    if members := re.fullmatch(r"(?P<kind>.+?)\s+gồm\s*:\s*(?P<names>.+)", head):
        return _members(vocabulary, members["kind"], [name.strip(' "') for name in members["names"].split(";")])
    found = re.fullmatch(r"(?P<name>[^:]+?)\s*:\s*(?P<base>tập thể|cá nhân)(?P<head>,\s*đứng đầu đơn vị)?", head)
    if found is None:
        return None
    kind = Kind(found["name"], Base(found["base"]))
    vocabulary = replace(vocabulary, kinds=(*vocabulary.kinds, kind), head_kind=kind.name if found["head"] else vocabulary.head_kind)
    return vocabulary.named(NameKind.SUBJECT, kind.name, spellings)


def _members(vocabulary: Vocabulary, parent: str, names: list[str]) -> Vocabulary | None:
    """“Phòng chuyên môn gồm: Văn phòng; …”: units that are known by name."""
    kind = vocabulary.kind(parent)
    if kind is None:
        return None
    for name in filter(None, names):
        vocabulary = replace(vocabulary, kinds=(*vocabulary.kinds, Kind(name, kind.base, (parent,))))
        vocabulary = vocabulary.named(NameKind.SUBJECT, name)
    return vocabulary


def _scale(vocabulary: Vocabulary, head: str, spellings: tuple[str, ...]) -> Vocabulary | None:
    found = re.fullmatch(r"từ nhẹ đến nặng\s*:\s*(.+)", head, re.IGNORECASE)
    if found is None:
        return None
    forms = tuple(form.strip() for form in found[1].split(";"))
    vocabulary = replace(vocabulary, discipline=forms)
    for form in forms:
        vocabulary = vocabulary.named(NameKind.SANCTION, form)
    return vocabulary


def _abbreviation(vocabulary: Vocabulary, head: str, spellings: tuple[str, ...]) -> Vocabulary | None:
    short, colon, long = head.partition(":")
    if not colon:
        return None
    return replace(vocabulary, abbreviations=(*vocabulary.abbreviations, (short.strip(), long.strip())))


def _plain_name(kind: NameKind) -> Define:
    return lambda vocabulary, head, spellings: vocabulary.named(kind, head, spellings)


_SECTIONS: dict[str, Define] = {
    "số liệu và cách tính": _quantity,
    "đối tượng thi đua": _subject,
    "hình thức kỷ luật": _scale,
    "hình thức khen thưởng": _plain_name(NameKind.REWARD),
    "chức vụ": _plain_name(NameKind.POST),
    "cơ quan": _plain_name(NameKind.AGENCY),
    "hành vi": _plain_name(NameKind.EVENT),
    "viết tắt": _abbreviation,
}
