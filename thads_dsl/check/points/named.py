"""The name of a criterion beside the target that it is scored by: which way it goes, against which time, what it asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thads_dsl.check.lowering import Lowering
from thads_dsl.check.points import findings
from thads_dsl.check.points.cell import Written
from thads_dsl.check.points.scoring import Scoring
from thads_dsl.model.points import ByBand, ByBeyond, ByCompletion, ByTarget, PerStep
from thads_dsl.model.rules import Measure
from thads_dsl.model.units import number
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.points import WrittenRow
from thads_dsl.syntax.written_forms import Figure

_TURNS = {"DECREASE": Measure.DECREASE, "INCREASE": Measure.INCREASE}
_WORDS = {Measure.DECREASE: "giảm", Measure.INCREASE: "tăng"}
_BOTH = set(_WORDS)


def fits_the_target(lowering: Lowering, row: WrittenRow, written: Written, found: Scoring) -> bool:
    """Whether nothing in the name of a criterion is at odds with the targets of the statistic that it names; complaints where it is."""
    by_target = isinstance(found.start, ByTarget | ByCompletion) or any(isinstance(each, PerStep | ByBeyond) for each in found.changes)
    by_target = by_target and not isinstance(found.start, ByBand)
    return (
        _goes_as_named(lowering, row, written)
        and _compared_as_named(lowering, row, written)
        and (not by_target or _asked_as_named(lowering, row, written))
    )


def _asked_as_named(lowering: Lowering, row: WrittenRow, written: Written) -> bool:
    """Whether a criterion called “… đạt 80%”, scored by a target, says the figure of that target."""
    figures = [each.value for each in lex(row.title, lowering.draft.names) if each.terminal == "PERCENT" and isinstance(each.value, Figure)]
    asked = [each for each in lowering.plan_targets() if written.quantity is not None and each.quantity == written.quantity.key]
    asked = [each for each in asked if each.subject.base is written.subject.base]
    other = next((each for each in figures if each.value not in {target.threshold for target in asked}), None)
    if other is None or not asked:
        return True
    target = asked[0]
    message = f"tiêu chí {row.name} nói “{other.written}”, chỉ tiêu ấy là “{target.text}”"
    why = f"Điểm của tiêu chí này tính theo chỉ tiêu ở dòng {target.line}; con số trong tên không được tính. Sửa tên, hoặc sửa chỉ tiêu."
    goal = f"đạt từ {number(target.threshold)}% trở lên" if target.threshold else "đạt chỉ tiêu được giao"
    edit = re.sub(_ASKED, goal, canonical(row.title.text), count=1)
    lowering.found.append(findings.nothing_to_measure(row.title.span(), message, why, edit, "Nếu chỉ tiêu đúng, tên tiêu chí là:"))
    return False


_ASKED = re.compile(
    r"(?:(?:phấn đấu )?đạt )?(?:(?:ít nhất|tối thiểu|từ|trên) )?\d[\d.,]* ?%(?: trở lên)?",
    re.IGNORECASE,
)


def _goes_as_named(lowering: Lowering, row: WrittenRow, written: Written) -> bool:
    """Whether a criterion called “Giảm …” or “… tăng so với …” is not about a target that goes the other way."""
    lexemes = lex(row.title, lowering.draft.names)
    named = {_TURNS[each.terminal] for at, each in enumerate(lexemes) if each.terminal in _TURNS and not _denied(lexemes[:at])}
    asked = [each for each in lowering.plan_targets() if written.quantity is not None and each.quantity == written.quantity.key]
    other = next((each for each in asked if each.subject.base is written.subject.base and {each.measure} | named == _BOTH), None)
    if len(named) != 1 or other is None:
        return True
    message = f"tiêu chí {row.name} nói “{_WORDS[named.pop()]}”, chỉ tiêu ấy là “{_WORDS[other.measure]}”"
    why = f"Điểm của tiêu chí này tính theo chỉ tiêu “{other.text}” (dòng {other.line}). Sửa tên tiêu chí, hoặc sửa chỉ tiêu."
    lowering.found.append(findings.nothing_to_measure(row.title.span(), message, why))
    return False


def turned(lowering: Lowering, title: Passage) -> str:
    """“giảm” or “tăng” in the name of a criterion; empty where it says neither, or denies it."""
    lexemes = lex(title, lowering.draft.names)
    turns = (_TURNS[each.terminal] for at, each in enumerate(lexemes) if each.terminal in _TURNS and not _denied(lexemes[:at]))
    turn = next(turns, None)
    return _WORDS[turn] if turn is not None else ""


def _compared_as_named(lowering: Lowering, row: WrittenRow, written: Written) -> bool:
    """Whether a criterion called “… so với năm 2020” is not about a target that looks at another year."""
    lexemes = lex(row.title, lowering.draft.names)
    year = next((canonical(each.text) for at, each in enumerate(lexemes) if each.terminal == "YEAR" and _comparing(lexemes[:at])), None)
    if year is None or written.quantity is None:
        return True
    asked = [each for each in lowering.plan_targets() if each.quantity == written.quantity.key and each.against is not None]
    times = {target.id: lowering.quantities[target.against].when for target in asked if target.against is not None}
    other = next((target for target in asked if _YEAR.match(times[target.id]) and times[target.id].casefold() != year.casefold()), None)
    if other is None or any(when.casefold() == year.casefold() for when in times.values()):
        return True
    message = f"tiêu chí {row.name} nói “so với {year}”, chỉ tiêu ấy so với {times[other.id]}"
    why = f"Điểm của tiêu chí này tính theo chỉ tiêu “{other.text}” (dòng {other.line}). Sửa tên tiêu chí, hoặc sửa chỉ tiêu."
    edit = canonical(row.title.text).replace(year, times[other.id])
    lowering.found.append(findings.nothing_to_measure(row.title.span(), message, why, edit, "Nếu chỉ tiêu đúng, tên tiêu chí là:"))
    return False


_YEAR = re.compile(r"năm \d{4}$", re.IGNORECASE)


def _comparing(before: Sequence[Lexeme]) -> bool:
    """“so với năm 2020”, “thấp hơn năm 2020”; a year alone may only say when."""
    return bool(before) and before[-1].terminal in ("COMPARED_WITH", "HIGHER", "LOWER", "OUT_OF")


def _denied(before: Sequence[Lexeme]) -> bool:
    """“không tăng” says nothing of the way in which a target goes."""
    return bool(before) and before[-1].text.casefold() in ("không", "chưa")
