"""Lines of the sections SỐ LIỆU VÀ CÁCH TÍNH, ĐỐI TƯỢNG THI ĐUA, … → definitions; in a danh mục and in a plan alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from thads_dsl.model.validity import DaysOff, Scale
from thads_dsl.source import fold
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.outline_tree import Section
from thads_dsl.vocabulary.entries import Entry, day, entries
from thads_dsl.vocabulary.known import Term, Vocabulary
from thads_dsl.vocabulary.layers import Index, Reason, Refusal, joined
from thads_dsl.vocabulary.recovery import named, named_at_least, waiting_for_none
from thads_dsl.vocabulary.spoken import unspoken
from thads_dsl.vocabulary.statistics import misfit, misstep, statistic, unknown_operands
from thads_dsl.vocabulary.subjects import subject

Define = Callable[[Vocabulary, Entry], "Vocabulary | None"]


def defined(vocabulary: Vocabulary, section: Section, below: Vocabulary, *, own: bool) -> tuple[Vocabulary, tuple[Refusal, ...]]:
    """The vocabulary with what a section adds, and the lines of it that add nothing but their names.

    `below` is what was known before the file of the section: its meanings may be changed by `Thay:` only. `own`: the file is the plan.
    """
    define = SECTIONS[fold(section.heading).casefold().rstrip(" :")]
    known, before = Index(vocabulary), Index(below)
    waiting, unread = entries(section)
    refused = [Refusal(item, Reason.UNREAD) for item in unread]
    while waiting:
        later: list[Entry] = []  # they may name what a line below them defines
        for entry in waiting:
            if (added := define(vocabulary, entry)) is None:
                later.append(entry)
                continue
            vocabulary, refusal = _added(vocabulary, added, define, entry, known, before, own=own)
            refused += [refusal] if refusal else []
        if len(later) == len(waiting):
            wrong = waiting_for_none(later)
            refused += (each for entry in wrong for each in _not_understood(vocabulary, define, entry, later))
            vocabulary = _named(vocabulary, define, wrong, known, before)
            later = [entry for entry in later if entry not in wrong]
        waiting = tuple(later)
    return vocabulary, tuple(refused)


def _added(
    vocabulary: Vocabulary, added: Vocabulary, define: Define, entry: Entry, known: Index, below: Index, *, own: bool
) -> tuple[Vocabulary, Refusal | None]:
    """The vocabulary with one definition, or why it is not in it; of one whose spellings only are wrong, both."""
    found = joined(vocabulary, added, entry, known, below)
    refusal = found if isinstance(found, Refusal) else None
    if refusal is not None and refusal.reason is Reason.SPOKEN and entry.spellings:  # lines that use the name are not complained of
        entry = replace(entry, spellings=tuple(kept for each in entry.spellings if (kept := unspoken(each))))
        again = define(vocabulary, entry)
        found = found if again is None else joined(vocabulary, again, entry, known, below)
    if isinstance(found, Refusal):
        return vocabulary, refusal
    names = dict.fromkeys((kind, name) for _, kind, name in found.spellings[len(vocabulary.spellings) :])
    line = entry.item.line if own else None
    terms = (Term(kind, name, entry.validity, entry.instead, entry.source, line) for kind, name in names)
    return replace(found, terms=(*vocabulary.terms, *terms)), refusal


def _not_understood(vocabulary: Vocabulary, define: Define, entry: Entry, waiting: list[Entry]) -> tuple[Refusal, ...]:
    """What is wrong with its step; else a refusal for each name in a formula that no line declares, or that the line is not read."""
    lines = {named(each) for each in waiting}
    unknown = unknown_operands(vocabulary, entry.head) if define is statistic else ()
    if define is statistic and (wrong := misstep(vocabulary, entry.head)):
        return (Refusal(entry.item, Reason.STEP, misstep=wrong),)
    if define is statistic and (unlike := misfit(vocabulary, entry.head)):
        return (Refusal(entry.item, Reason.UNITS, misfit=unlike),)
    missing = tuple(Refusal(entry.item, Reason.UNKNOWN, name) for name in unknown if name.casefold() not in lines)
    return missing or (Refusal(entry.item, Reason.UNREAD),)


def _named(vocabulary: Vocabulary, define: Define, wrong: list[Entry], known: Index, below: Index) -> Vocabulary:
    """The vocabulary with the names of definitions that are not understood."""
    for entry in wrong:
        added = named_at_least(vocabulary, define, entry)
        found = None if added is None else joined(vocabulary, added, entry, known, below)
        vocabulary = found if isinstance(found, Vocabulary) else vocabulary
    return vocabulary


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
    "số liệu và cách tính": statistic,
    "đối tượng thi đua": subject,
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
