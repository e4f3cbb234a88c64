"""Lines of SỐ LIỆU VÀ CÁCH TÍNH → statistics, their formulas, balances and merged units."""

from __future__ import annotations

import re
from dataclasses import replace

from thads_dsl.model.adding_up import Balance, MergedUnit
from thads_dsl.source import fold
from thads_dsl.syntax.grammar import unit_words
from thads_dsl.syntax.names import NameKind
from thads_dsl.vocabulary.entries import Entry
from thads_dsl.vocabulary.formulas import Mismatch, mismatch, unlike
from thads_dsl.vocabulary.known import QuantityDefinition, Signed, Vocabulary
from thads_dsl.vocabulary.spoken import opens_a_share
from thads_dsl.vocabulary.steps import Misstep, step_of, without_step

_MERGED = re.compile(
    r"số liệu năm (?P<year>\d{4}) của (?P<unit>.+?) là tổng số liệu của\s*(?:các (?P<kind>[^:]+?))?\s*:\s*(?P<parts>.+)", re.IGNORECASE
)
STATISTICS = ("measure", "time", "percent")  # kinds of units that statistics may be counted in
_UNITS = frozenset(word.unit for word in unit_words() if word.kind in STATISTICS)
# “việc/Chấp hành viên”: what a mean is counted in.
_OF_MEANS = {f"{unit}/{word.text}": f"{unit}/{word.unit}" for unit in _UNITS for word in unit_words() if word.kind == "per"}


def _quantity(vocabulary: Vocabulary, head: str, spellings: tuple[str, ...], *, any_units: bool = False) -> Vocabulary | None:
    """“thi hành xong: việc, đồng, trong phải thi hành, kết quả”; “chuyển kỳ sau: việc, đồng = phải thi hành - thi hành xong”.

    A formula tells the units where none are written: “tỷ lệ … = … / …” is a %. `any_units`: whether its units fit is not looked at.
    """
    head, stepped = without_step(head)
    found = _DEFINED.fullmatch(head)
    if found is None or not (found["said"] or found["formula"]):
        return None
    over, under = (tuple((sign, known_as(vocabulary, name)) for sign, name in part) for part in _formula(found["formula"] or ""))
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
    step = None if stepped is None else step_of(stepped, units, computed=bool(over))
    if isinstance(step, Misstep):
        return None
    definition = QuantityDefinition(found["name"], units, over, under, within, "kết quả" in said, step)
    if not any_units and mismatch(definition, _units(vocabulary)) is not None:
        return None
    vocabulary = replace(vocabulary, quantities=(*vocabulary.quantities, definition))
    behind = _PASSIVE.fullmatch(definition.name) if units == ("%",) and not over else None
    for spelling in (*spellings, *([f"… số {behind[1]}"] if behind else [])):
        vocabulary = _around(vocabulary, definition.name, spelling)
    return vocabulary.named(NameKind.QUANTITY, definition.name, tuple(each for each in spellings if "…" not in fold(each)))


_DEFINED = re.compile(r"(?P<name>[^:=]+?)\s*(?P<said>:\s*(?P<units>[^=]+?))?(?:\s*=\s*(?P<formula>.+))?")


def _units(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    return {each.name: each.units for each in vocabulary.quantities}


def misfit(vocabulary: Vocabulary, head: str) -> Mismatch | None:
    """What of a definition, or of a balance, is counted in other units than the rest; None where that is not what is wrong with it."""
    if sides := _balanced(vocabulary, head):
        return unlike(tuple(each for side in sides for each in side), _units(vocabulary))
    added = _quantity(vocabulary, head, (), any_units=True)
    return None if added is None else mismatch(added.quantities[-1], _units(vocabulary))


def _balanced(vocabulary: Vocabulary, head: str) -> tuple[Signed, ...]:
    """The sides of “Cân đối: a = b + c”, all of them known; none for any other line."""
    found = re.fullmatch(r"cân đối\s*:\s*(.+)", head, re.IGNORECASE)
    sides = tuple(_signed(side) for side in found[1].split("=")) if found else ()
    known = len(sides) > 1 and all(sides) and all(vocabulary.quantity(name) for side in sides for _, name in side)
    return sides if known else ()


def misstep(vocabulary: Vocabulary, head: str) -> Misstep | None:
    """What is wrong with the step of a definition; None where nothing is, or where more is wrong than the step."""
    plain, stepped = without_step(head)
    added = None if stepped is None else _quantity(vocabulary, plain, ())
    if stepped is None or added is None:
        return None
    definition = added.quantities[-1]
    found = step_of(stepped, definition.units, computed=bool(definition.over))
    return found if isinstance(found, Misstep) else None


def unknown_operands(vocabulary: Vocabulary, head: str) -> tuple[str, ...]:
    """The names in the formula of a definition, and behind “trong”, that nothing known is called."""
    found = _DEFINED.fullmatch(without_step(head)[0])
    if found is None:
        return ()
    parts = _formula(found["formula"]) if found["formula"] else ()
    named = [_without_side(vocabulary, known_as(vocabulary, name)) for part in parts for _, name in part]
    _, within = _within(vocabulary, found["units"] or "")
    named += [within.removesuffix(", kết quả")] if within else []
    return tuple(dict.fromkeys(name for name in named if not vocabulary.quantity(name)))


def known_as(vocabulary: Vocabulary, written: str) -> str:
    """The statistic that is spelt so, in small or capital letters; what nobody has declared stays as it is written."""
    if vocabulary.quantity(written) is not None:
        return written
    said = written.casefold()
    spelt = (name for spelling, kind, name in vocabulary.spellings if kind is NameKind.QUANTITY and spelling.casefold() == said)
    return next(spelt, written)


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
    over, _, under = re.sub(r"\s+chia (?:cho )?", " / ", written).partition(" / ")
    return _signed(over), _signed(under)


def _signed(written: str) -> Signed:
    words = re.split(r"(?:^|\s)([-+])\s", f"+ {written.strip()}") if written.strip() else []
    return tuple((-1 if sign == "-" else 1, name.strip()) for sign, name in zip(words[1::2], words[2::2], strict=True))


def statistic(vocabulary: Vocabulary, entry: Entry) -> Vocabulary | None:
    """A statistic, “Cân đối: …”, or the figures of a unit that was merged; None where the line is none of them."""
    if re.match(r"cân đối\s*:", entry.head, re.IGNORECASE):
        sides = _balanced(vocabulary, entry.head)
        fit = bool(sides) and misfit(vocabulary, entry.head) is None
        return replace(vocabulary, balances=(*vocabulary.balances, Balance(sides))) if fit else None
    if found := _MERGED.fullmatch(entry.head):
        separator = ";" if ";" in found["parts"] else ","
        parts = tuple(f"{found['kind'] or ''} {part.strip()}".strip() for part in found["parts"].split(separator) if part.strip())
        unit = MergedUnit(found["unit"], int(found["year"]), parts)
        return replace(vocabulary, merged=(*vocabulary.merged, unit)) if len(parts) > 1 else None
    return _quantity(vocabulary, entry.head, entry.spellings)
