"""Complaints that say the same of many lines → one that names them all."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from thads_dsl.diagnostics import Diagnostic, Label

_MANY = 3  # equal complaints; two a clerk reads as two
_OF_NAMES = frozenset({"TH201", "TH202", "TH203", "TH226"})  # a name is declared once, whatever lines it stands in
_OF_LISTS = frozenset({"TH211"})  # what the line above them leaves out of all
_MOST_LINES = 12  # that a message lists


def gathered(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The complaints in order, equal ones as one at the place of the first."""
    groups: dict[tuple[object, ...], list[Diagnostic]] = {}
    for each in found:
        named = each.code.id in _OF_NAMES
        # A name that is declared on one line and spelt otherwise on all others is put right there, whatever line is complained of.
        at_home = named and all(way.edit is None or way.edit.span.line != each.at.span.line for way in each.ways)
        own = each.at.source is None and (at_home or (not each.also and all(way.edit is None for way in each.ways)))
        key = (each.code, each.message.casefold(), each.why, each.also, () if named else each.ways)
        groups.setdefault(key if own else (len(groups), each), []).append(each)
    for group in groups.values():
        yield from [_of_all(group)] if len(group) >= (2 if group[0].code.id in _OF_NAMES | _OF_LISTS else _MANY) else group


def untold(found: Iterable[Diagnostic], told: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """The complaints but for those of an unknown name that `told`, gathered, tells of elsewhere."""
    for each in found:
        if each.code.id not in _OF_NAMES or not any(_says(other, each) for other in told):
            yield each


def _says(told: Diagnostic, each: Diagnostic) -> bool:
    return told.code is each.code and told.message.casefold().startswith(each.message.casefold())


def _of_all(group: list[Diagnostic]) -> Diagnostic:
    spans = sorted({each.at.span for each in group})
    lines = [str(line) for line in sorted({span.line for span in spans})]
    more = f" và {len(lines) - _MOST_LINES} dòng khác" if len(lines) > _MOST_LINES else ""
    where = f"dòng {', '.join(lines[:_MOST_LINES])}{more}"
    return replace(
        group[0],
        message=f"{group[0].message} ({len(spans)} chỗ: {where})",
        at=Label(spans[0]),
        also=(*group[0].also, *(Label(span) for span in spans[1:])),
    )
