"""Lines of the sections SỐ LIỆU VÀ CÁCH TÍNH, ĐỐI TƯỢNG THI ĐUA, … → definitions; in a danh mục and in a plan alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from thads_dsl.model.adding_up import Balance, MergedUnit
from thads_dsl.model.statistics import Base, Kind
from thads_dsl.model.validity import ALWAYS, DaysOff, Scale, Validity, forms_between
from thads_dsl.source import Passage, fold
from thads_dsl.syntax.grammar import unit_words
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.outline import Section
from thads_dsl.vocabulary.entries import Entry, day, entries
from thads_dsl.vocabulary.layers import Reason, Refusal, joined
from thads_dsl.vocabulary.spoken import opens_a_share, unspoken

NUMBER = "{số}"  # of a name with a slot: “Phòng THADS khu vực {số}”
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
class Term:
    """What a definition says of a name beside its meaning; `line` is where the plan itself defines it (None: in a danh mục)."""

    kind: NameKind
    name: str
    validity: Validity = ALWAYS
    instead: str = ""
    source: str = ""
    line: Passage | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What plans may name: of a danh mục, or of a danh mục and a plan together."""

    quantities: tuple[QuantityDefinition, ...] = ()
    kinds: tuple[Kind, ...] = ()
    head_kind: str = ""
    scales: tuple[Scale, ...] = ()
    spellings: tuple[tuple[str, NameKind, str], ...] = ()  # spelling, kind, name
    abbreviations: tuple[tuple[str, str], ...] = ()
    groups: tuple[tuple[Base, tuple[str, ...]], ...] = ()  # whom “đơn vị” or “cá nhân” means where no context says it: names of kinds
    terms: tuple[Term, ...] = ()
    days_off: tuple[DaysOff, ...] = ()
    working_days: tuple[date, ...] = ()  # days of a weekend that are worked (làm bù)
    merged: tuple[MergedUnit, ...] = ()
    balances: tuple[Balance, ...] = ()

    by_figures: tuple[tuple[str, Passage], ...] = ()  # kinds whose members are told by figures, and the phrase that tells them
    shares: tuple[tuple[str, str, str], ...] = ()  # what stands before and after the figure, and the statistic

    @property
    def discipline(self) -> tuple[str, ...]:
        """Every form of discipline that was ever on a scale, mildest first."""
        return forms_between(self.scales, None, None)

    def quantity(self, name: str) -> QuantityDefinition | None:
        """The statistic of this name."""
        return next((each for each in self.quantities if each.name == name), None)

    def has_facets(self, name: str) -> bool:
        """Whether the statistic of this name is counted về việc and về tiền; a share has the facets of what it is a share of."""
        definition = self.quantity(name)
        if definition is None:
            return False
        return self.has_facets(definition.under[0][1]) if definition.under else {"việc", "đồng"} <= set(definition.units)

    def counts(self, name: str) -> bool:
        """Whether the statistic of this name is a number of cases or an amount of money."""
        definition = self.quantity(name)
        return definition is not None and "%" not in definition.units

    def kind(self, name: str) -> Kind | None:
        """The kind of this name."""
        return next((each for each in self.kinds if each.name == name), None)

    def terms_of(self, kind: NameKind, name: str) -> tuple[Term, ...]:
        """What the definitions of a name say beside its meaning; a name of two scales has two."""
        return tuple(each for each in self.terms if each.kind is kind and each.name == name)

    def named(self, kind: NameKind, name: str, spellings: tuple[str, ...] = ()) -> Vocabulary:
        """The same with one more name."""
        new = tuple((spelling, kind, name) for spelling in (name, *spellings))
        return replace(self, spellings=self.spellings + new)


Define = Callable[[Vocabulary, Entry], "Vocabulary | None"]


def defined(vocabulary: Vocabulary, section: Section, below: Vocabulary, *, own: bool) -> tuple[Vocabulary, tuple[Refusal, ...]]:
    """The vocabulary with what a section adds, and the lines of it that add nothing.

    `below` is what was known before the file of the section: its meanings may be changed by `Thay:` only. `own`: the file is the plan.
    """
    define = SECTIONS[fold(section.heading).casefold().rstrip(" :")]
    waiting, unread = entries(section)
    refused = [Refusal(item, Reason.UNREAD) for item in unread]
    later: list[Entry] = []  # they may name what a line below them defines
    while waiting:
        for entry in waiting:
            added = define(vocabulary, entry)
            if added is None:
                later.append(entry)
                continue
            found = joined(vocabulary, added, entry, below)
            if isinstance(found, Refusal):
                refused.append(found)
                if found.reason is Reason.SPOKEN and entry.spellings:  # lines that use the name are not complained of
                    entry = replace(entry, spellings=tuple(kept for each in entry.spellings if (kept := unspoken(each))))
                    added = define(vocabulary, entry)
                    found = found if added is None else joined(vocabulary, added, entry, below)
            if isinstance(found, Refusal):
                continue
            names = dict.fromkeys((kind, name) for _, kind, name in found.spellings[len(vocabulary.spellings) :])
            line = entry.item.line if own else None
            terms = (Term(kind, name, entry.validity, entry.instead, entry.source, line) for kind, name in names)
            vocabulary = replace(found, terms=(*vocabulary.terms, *terms))
        waiting, later = tuple(later) if len(later) < len(waiting) else (), [] if len(later) < len(waiting) else later
    return vocabulary, (*refused, *(Refusal(entry.item, Reason.UNREAD) for entry in later))


_MERGED = re.compile(
    r"số liệu năm (?P<year>\d{4}) của (?P<unit>.+?) là tổng số liệu của\s*(?:các (?P<kind>[^:]+?))?\s*:\s*(?P<parts>.+)", re.IGNORECASE
)
STATISTICS = ("measure", "time", "percent")  # kinds of units that statistics may be counted in
_UNITS = frozenset(word.unit for word in unit_words() if word.kind in STATISTICS)
# “việc/Chấp hành viên”: what a mean is counted in.
_OF_MEANS = {f"{unit}/{word.text}": f"{unit}/{word.unit}" for unit in _UNITS for word in unit_words() if word.kind == "per"}


def _quantity(vocabulary: Vocabulary, head: str, spellings: tuple[str, ...]) -> Vocabulary | None:
    """“thi hành xong: việc, đồng, trong phải thi hành, kết quả”; “chuyển kỳ sau: việc, đồng = phải thi hành - thi hành xong”.

    A formula tells the units where none are written: “tỷ lệ … = … / …” is a %.
    """
    found = re.fullmatch(r"(?P<name>[^:=]+?)\s*(?P<said>:\s*(?P<units>[^=]+?))?(?:\s*=\s*(?P<formula>.+))?", head)
    if found is None or not (found["said"] or found["formula"]):
        return None
    over, under = _formula(re.sub(r"\s+chia (?:cho )?", " / ", found["formula"] or ""))
    counted, within = _within(vocabulary, found["units"] or _units_of(vocabulary, over, under))
    said = [unit.strip() for unit in counted.split(",")]
    units = tuple(_OF_MEANS.get(unit.casefold(), unit) for unit in said if unit != "kết quả")
    means = bool(under) and set(units) <= set(_OF_MEANS.values())
    if means:
        over = tuple((sign, _without_side(vocabulary, name)) for sign, name in over)
    named = [name for _, name in (*over, *under)] + ([within] if within else [])
    sound = (means or (set(units) <= _UNITS and (not under or "%" in units))) and (bool(over) or not found["formula"])
    if not sound or not all(vocabulary.quantity(name) for name in named):
        return None
    definition = QuantityDefinition(found["name"], units, over, under, within, "kết quả" in said)
    vocabulary = replace(vocabulary, quantities=(*vocabulary.quantities, definition))
    behind = _PASSIVE.fullmatch(definition.name) if units == ("%",) and not over else None
    for spelling in (*spellings, *([f"… số {behind[1]}"] if behind else [])):
        vocabulary = _around(vocabulary, definition.name, spelling)
    return vocabulary.named(NameKind.QUANTITY, definition.name, tuple(each for each in spellings if "…" not in fold(each)))


# “tỷ lệ việc được phân loại đúng”: a sentence says “95% số việc được phân loại đúng” too.
_PASSIVE = re.compile(r"tỷ lệ (?:số )?(.+ được .+)", re.IGNORECASE)


def _without_side(vocabulary: Vocabulary, name: str) -> str:
    """“tổng số giải quyết về việc” in the formula of a mean, whose unit says the side."""
    short = re.sub(r"\s+về (?:việc|tiền)$", "", name)
    return name if vocabulary.quantity(name) else short


def _units_of(vocabulary: Vocabulary, over: Signed, under: Signed) -> str:
    """The units that a formula has by itself: a share is a %, a sum is counted as what is added up."""
    first = vocabulary.quantity(over[0][1]) if over else None
    return "%" if under else ", ".join(first.units) if first else ""


def _within(vocabulary: Vocabulary, written: str) -> tuple[str, str | None]:
    """“việc, trong đơn thư khiếu nại, tố cáo, kết quả” without what it is a part of, and that: the longest known name, commas and all."""
    before, said, after = written.partition(", trong ")
    if not said:
        return written, None
    known = [each.name for each in vocabulary.quantities if f"{after},".startswith(f"{each.name},")]
    name = max(known, key=len, default=after)
    return before + after.removeprefix(name), name


def _around(vocabulary: Vocabulary, name: str, spelling: str) -> Vocabulary:
    """“giải quyết xong … số đơn thư”: a name that stands around its figure; “… đơn vị không để nợ việc”: all of it behind.

    “có … số việc được phân loại”: sentences have “có” by themselves, so it is no part of the name.
    """
    before, dots, after = (part.strip().casefold() for part in fold(spelling).partition("…"))
    if not dots or not after:
        return vocabulary
    before = "" if opens_a_share(before) else before
    vocabulary = replace(vocabulary, shares=(*vocabulary.shares, (before, after, name)))
    return (vocabulary.named(NameKind.SHARE_OF, before) if before else vocabulary).named(NameKind.SHARE_IN, after)


def _formula(written: str) -> tuple[Signed, Signed]:
    """“a - b / c” is (a − b) / c: a statistic is one fraction of sums."""
    over, _, under = written.partition(" / ")
    return _signed(over), _signed(under)


def _signed(written: str) -> Signed:
    words = re.split(r"(?:^|\s)([-+])\s", f"+ {written.strip()}") if written.strip() else []
    return tuple((-1 if sign == "-" else 1, name.strip()) for sign, name in zip(words[1::2], words[2::2], strict=True))


def _statistic(vocabulary: Vocabulary, entry: Entry) -> Vocabulary | None:
    if found := re.fullmatch(r"cân đối\s*:\s*(.+)", entry.head, re.IGNORECASE):
        sides = tuple(_signed(side) for side in found[1].split("="))
        known = len(sides) > 1 and all(sides) and all(vocabulary.quantity(name) for side in sides for _, name in side)
        return replace(vocabulary, balances=(*vocabulary.balances, Balance(sides))) if known else None
    if found := _MERGED.fullmatch(entry.head):
        separator = ";" if ";" in found["parts"] else ","
        parts = tuple(f"{found['kind'] or ''} {part.strip()}".strip() for part in found["parts"].split(separator) if part.strip())
        unit = MergedUnit(found["unit"], int(found["year"]), parts)
        return replace(vocabulary, merged=(*vocabulary.merged, unit)) if len(parts) > 1 else None
    return _quantity(vocabulary, entry.head, entry.spellings)


def _subject(vocabulary: Vocabulary, entry: Entry) -> Vocabulary | None:
    grouped = vocabulary.by_figures or any(kind.group for kind in vocabulary.kinds)
    if group := _BY_FIGURES.fullmatch(entry.head) or (_REST.fullmatch(entry.head) if grouped else None):
        return _group(vocabulary, entry, group)
    if members := re.fullmatch(r"(?P<kind>.+?)\s+gồm\s*:\s*(?P<names>.+)", entry.head):
        return _members(vocabulary, members["kind"], [name.strip(' "') for name in members["names"].split(";")], entry.spellings)
    found = _KIND.fullmatch(entry.head)
    if found is None:
        return None
    # “Tập thể: tập thể” is the kind that there is: letter case tells no names apart.
    name = next((each.name for each in vocabulary.kinds if each.name.casefold() == found["name"].casefold()), found["name"])
    base = Base(found["base"])
    without = tuple(kind.name for kind in vocabulary.kinds if kind.base is base and kind.name == found["without"])
    if found["without"] and not without:
        return None
    kind = Kind(name, base, total=found["total"] is not None, without=without)
    vocabulary = replace(vocabulary, kinds=(*vocabulary.kinds, kind), head_kind=kind.name if found["head"] else vocabulary.head_kind)
    return vocabulary.named(NameKind.SUBJECT, kind.name, entry.spellings)


_KIND = re.compile(
    r"(?P<name>[^:]+?)\s*:\s*(?P<base>tập thể|cá nhân)(?:\s+không là\s+(?P<without>[^,]+))?"
    r"(?P<head>,\s*đứng đầu đơn vị)?(?P<total>,\s*tổng của các đơn vị)?"
)
# “Nhóm 1 gồm: Chi cục THADS có tổng số giải quyết dưới 500 việc”
_BY_FIGURES = re.compile(
    r"(?P<name>(?:.+?)(?=\s+gồm)|(?:nhóm|cụm|khối)\s+\w+)(?P<is>\s+gồm\s*:?|\s*:)\s*(?P<who>[^;:]+?)\s+có\s+(?=[^;:]*\d)[^:]+"
    r"(?P<rule>:.*)?",  # a row of targets, which begins with the group that it is for
    re.IGNORECASE,
)


# “Nhóm 2 gồm các Chi cục THADS còn lại”, after other groups
_REST = re.compile(
    r"(?P<name>(?:.+?)(?=\s+gồm)|(?:nhóm|cụm|khối)\s+\w+)(?:\s+gồm\s*:?|\s*:)\s*(?P<who>[^;:]+?)\s+còn lại(?P<rule>)", re.IGNORECASE
)


def _group(vocabulary: Vocabulary, entry: Entry, found: re.Match[str]) -> Vocabulary | None:
    """A group of those whose figures lie somewhere; its phrase is read where sentences are."""
    name, who = found["name"], found["who"]
    spelt = {spelling.casefold(): each for spelling, kind, each in vocabulary.spellings if kind is NameKind.SUBJECT}
    whom = re.sub(r"^(?:các|những)\s+", "", who.casefold())
    kind = vocabulary.kind(spelt.get(whom, ""))
    whole = kind is None or kind.name in {base.value for base in Base}
    if found.re is _REST and whole and vocabulary.by_figures:  # “các đơn vị”: of those that the groups divide
        before = vocabulary.kind(vocabulary.by_figures[-1][0])
        kind = vocabulary.kind(before.parents[0]) if before is not None else None
    if kind is None:
        return None
    text = entry.item.text
    start, end = found.start("who"), found.start("rule") if found["rule"] else len(entry.head)
    at = text.text.index(entry.head)
    phrase = text.cut(at + start, at + end)
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


def _scale(vocabulary: Vocabulary, entry: Entry) -> Vocabulary | None:
    found = re.fullmatch(r"từ nhẹ đến nặng\s*:\s*(.+)", entry.head, re.IGNORECASE)
    if found is None:
        return None
    forms = tuple(form.strip() for form in found[1].split(";") if form.strip())
    vocabulary = replace(vocabulary, scales=(*vocabulary.scales, Scale(forms, entry.validity)))
    for form in forms:
        vocabulary = vocabulary.named(NameKind.SANCTION, form)
    return vocabulary


def _abbreviation(vocabulary: Vocabulary, entry: Entry) -> Vocabulary | None:
    short, colon, long = entry.head.partition(":")
    if not colon:
        return None
    return replace(vocabulary, abbreviations=(*vocabulary.abbreviations, (short.strip(), long.strip())))


def _days_off(vocabulary: Vocabulary, entry: Entry) -> Vocabulary | None:
    """“01/01/2024: Tết Dương lịch”, “từ 08/02/2024 đến 14/02/2024: Tết Nguyên đán”."""
    found = re.fullmatch(r"(?:từ )?(?:ngày )?([\d/.]+)(?: đến (?:hết )?(?:ngày )?([\d/.]+))?\s*:\s*(.+)", entry.head, re.IGNORECASE)
    if found is None:
        return None
    first, last = day(found[1]), day(found[2] or found[1])
    if first is None or last is None or first > last:
        return None
    return replace(vocabulary, days_off=(*vocabulary.days_off, DaysOff(first, last, found[3])))


def _working_day(vocabulary: Vocabulary, entry: Entry) -> Vocabulary | None:
    """“04/5/2024: làm bù ngày 29/4/2024”: a day of a weekend that is worked."""
    worked = day(entry.head.partition(":")[0])
    return None if worked is None else replace(vocabulary, working_days=(*vocabulary.working_days, worked))


def _plain_name(kind: NameKind) -> Define:
    return lambda vocabulary, entry: None if ":" in entry.head else vocabulary.named(kind, entry.head, entry.spellings)


# What a line of each section adds, by the heading of the section.
SECTIONS: dict[str, Define] = {
    "số liệu và cách tính": _statistic,
    "đối tượng thi đua": _subject,
    "hình thức kỷ luật": _scale,
    "hình thức khen thưởng": _plain_name(NameKind.REWARD),
    "danh hiệu thi đua": _plain_name(NameKind.TITLE),
    "chức vụ": _plain_name(NameKind.POST),
    "cơ quan": _plain_name(NameKind.AGENCY),
    "hành vi": _plain_name(NameKind.EVENT),
    "ngày nghỉ": _days_off,
    "ngày làm bù": _working_day,
    "từ ngữ thường": _plain_name(NameKind.ORDINARY),
    "viết tắt": _abbreviation,
}
