"""“trong đó ít nhất một nửa là …, … không quá 30%” (A6) → what the chosen of a quota are made up of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thads_dsl.check.draft import Scope
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import united
from thads_dsl.check.targets.figures import misspelt, wrong_award_unit
from thads_dsl.check.targets.regions import region_of
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.model.award_places import Composition
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.model.units import PERCENT
from thads_dsl.source import canonical
from thads_dsl.syntax import award_tree, tree

_PEOPLE = ("cá nhân", "người")


@dataclass(frozen=True, slots=True)
class Run:
    """Names between “là X” and a figure: each of them may belong to X or to the figure, so nobody knows to which."""

    before: award_tree.Composition
    names: tuple[award_tree.Composition, ...]
    after: award_tree.Composition


def doubtful_run(parts: Sequence[award_tree.Composition]) -> Run | None:
    """The first names that have two readings: “là Chấp hành viên, Trưởng phòng, Phó Trưởng phòng không quá 30%”."""
    for before, names, after in _runs(parts):
        joined = names and not names[0].apart
        if joined and before is not None and before.open_ended and after is not None and not after.open_ended:
            return Run(before, names, after)
    return None


def stray_name(parts: Sequence[award_tree.Composition]) -> award_tree.Composition | None:
    """The first name that has no figure before or after it."""
    for before, names, after in _runs(parts):
        goes_on = before is not None and before.open_ended and not before.negated
        if names and (after is None or after.open_ended) and (names[0].apart or not goes_on):
            return names[0]
    return None


def compositions(lowering: Lowering, parts: Sequence[award_tree.Composition], wave: str) -> tuple[Composition, ...]:
    """The parts with the names that belong to them; what has two readings, or none, is complained of elsewhere."""
    if doubtful_run(parts) is not None or stray_name(parts) is not None:
        return ()
    found: list[award_tree.Composition] = []
    for _, names, after in _runs(parts):
        more = tuple(subject for name in names for subject in name.subjects)
        if after is not None and not after.open_ended:
            found.append(replace(after, subjects=more + after.subjects))
            continue
        if more:
            found[-1] = replace(found[-1], subjects=found[-1].subjects + more)
        found += [after] if after is not None else []
    made = (_composition(lowering, part, wave) for part in found)
    return tuple(part for part in made if part is not None)


def _runs(
    parts: Sequence[award_tree.Composition],
) -> Iterator[tuple[award_tree.Composition | None, tuple[award_tree.Composition, ...], award_tree.Composition | None]]:
    """Each part with a figure, the part before it, and the names between the two; at the end those behind the last."""
    before, names = None, list[award_tree.Composition]()
    for part in parts:
        if part.amount is None:
            names.append(part)
        else:
            yield before, tuple(names), part
            before, names = part, []
    yield before, tuple(names), None


def _composition(lowering: Lowering, part: award_tree.Composition, wave: str) -> Composition | None:
    amount, who = part.amount, united(lowering, part.subjects, wave)
    assert amount is not None, part
    if who is None:
        return None
    if complaint := _wrong(part, who):
        lowering.found.append(complaint)
        return None
    assert amount.value is not None, "a misspelt figure is complained of"
    if part.negated:
        who = Subject(f"{who.base.value} không là {who.name}", who.base, (), who.any_of)
    if part.having is not None:
        written = canonical(part.having.band.written)
        having = tree.Having(bands=(part.having,), every=True, written=written, span=part.having.span)
        where = region_of(lowering, Scope(wave=wave), having, None, ())
        if where is None:
            return None
        who = replace(who, name=f"{who.name} có {_named(part.having)} {written}", where=where)
    return Composition(who, amount.value, percent=amount.unit == PERCENT.name, capped=part.capped, beyond=part.beyond)


def _named(banded: tree.Banded) -> str:
    return banded.quantity.canonical if banded.quantity is not None else "số liệu"


def _wrong(part: award_tree.Composition, who: Subject) -> Diagnostic | None:
    """A misspelt figure, or one that counts what the subject is not."""
    amount = part.amount
    if amount is None:
        return None
    if amount.value is None:
        return misspelt(amount.written, amount.right, amount.span)
    fitting = _PEOPLE if who.base is Base.INDIVIDUAL else (who.base.value,)
    return None if amount.unit in (PERCENT.name, "", *fitting) else wrong_award_unit(amount, who.name)
