"""Lines of the sections SỐ LIỆU VÀ CÁCH TÍNH, ĐỐI TƯỢNG THI ĐUA, … → definitions; in a danh mục and in a plan alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thads_dsl.model.statistics import Base, Kind
from thads_dsl.model.workdays import Holidays
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.outline import Item, Section

NO_HOLIDAYS = Holidays()
_SPELLINGS = re.compile(r'^(?P<head>.*?)\.?\s*(?:Cách viết\s*:\s*(?P<spellings>"[^"]+"(?:\s*,\s*"[^"]+")*))?\.?$', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class QuantityDefinition:
    """A statistic by its units (việc, đồng or %); a % is a ratio of two others, in both facets; a count may be part of another."""

    name: str
    units: tuple[str, ...]
    ratio: tuple[str, str] | None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What plans may name: of a danh mục, or of a danh mục and a plan together."""

    quantities: tuple[QuantityDefinition, ...] = ()
    kinds: tuple[Kind, ...] = ()
    head_kind: str = ""
    discipline: tuple[str, ...] = ()
    spellings: tuple[tuple[str, NameKind, str], ...] = ()  # spelling, kind, name
    abbreviations: tuple[tuple[str, str], ...] = ()
    holidays: Holidays = NO_HOLIDAYS
    groups: tuple[tuple[Base, tuple[str, ...]], ...] = ()  # whom “đơn vị” or “cá nhân” means where no context says it: names of kinds

    def quantity(self, name: str) -> QuantityDefinition | None:
        """The statistic of this name."""
        return next((each for each in self.quantities if each.name == name), None)

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


def _quantity(vocabulary: Vocabulary, head: str, spellings: tuple[str, ...]) -> Vocabulary | None:
    found = re.fullmatch(r"(?P<name>[^:=]+?)\s*:\s*(?P<units>[^=]+?)(?:\s*=\s*(?P<over>[^/]+?)\s*/\s*(?P<under>.+))?", head)
    if found is None:
        return None
    said = [unit.strip() for unit in found["units"].split(",")]
    units = tuple(unit for unit in said if not unit.startswith("trong "))
    within = next((unit.removeprefix("trong ").strip() for unit in said if unit.startswith("trong ")), None)
    parts = (found["over"], found["under"]) if found["over"] else None
    known = set(units) <= {"việc", "đồng", "%"} and (parts is not None) == ("%" in units)
    named = [*(parts or ()), *([within] if within else [])]
    if not known or not all(vocabulary.quantity(name) for name in named):
        return None
    definition = QuantityDefinition(found["name"], units, parts, within)
    vocabulary = replace(vocabulary, quantities=(*vocabulary.quantities, definition))
    return vocabulary.named(NameKind.QUANTITY, definition.name, spellings)


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


_DAYS_OFF = re.compile(r"Năm\s+(?P<year>\d{4})\s*:\s*(?P<days>[^.]+?)\s*\.\s*Nguồn\s*:\s*\S.*", re.IGNORECASE)
_DAY_OFF = re.compile(r"(?P<made_up>làm bù\s+)?(\d{1,2})/(\d{1,2})(?:\s*-\s*(\d{1,2})/(\d{1,2}))?", re.IGNORECASE)


def _holidays(vocabulary: Vocabulary, head: str, spellings: tuple[str, ...]) -> Vocabulary | None:
    """“Năm 2024: 01/01; 08/02 - 14/02; …; làm bù 04/5. Nguồn: …”: all days off of a year that are no ordinary weekend."""
    said = _DAYS_OFF.fullmatch(head)
    found = [_DAY_OFF.fullmatch(part.strip()) for part in said["days"].split(";")] if said else [None]
    if said is None or None in found:
        return None
    year = int(said["year"])
    off: set[date] = set()
    made_up: set[date] = set()
    for each in filter(None, found):
        days = _days_of(year, each)
        if days is None:
            return None
        (made_up if each["made_up"] else off).update(days)
    known = vocabulary.holidays
    return replace(vocabulary, holidays=Holidays(known.off | off, known.made_up | made_up, known.years | {year}))


def _days_of(year: int, found: re.Match[str]) -> list[date] | None:
    """The days from the first to the last, or the only one; None if there is no such day."""
    _, day, month, last_day, last_month = found.groups()
    try:
        first = date(year, int(month), int(day))
        last = date(year, int(last_month), int(last_day)) if last_day else first
    except ValueError:
        return None
    return [first + timedelta(days=count) for count in range((last - first).days + 1)] or None


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
    "ngày nghỉ": _holidays,
}
