"""Complaints that say the same of many lines → one that names them all."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from thads_dsl.diagnostics import Diagnostic, Label

_MANY = 3  # equal complaints; two a clerk reads as two
_OF_NAMES = frozenset({"TH201", "TH202", "TH203", "TH226"})  # a name is declared once, whatever lines it stands in
_MOST_LINES = 12  # that a message lists


def gathered(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The complaints in order, equal ones as one at the place of the first."""
    groups: dict[tuple[object, ...], list[Diagnostic]] = {}
    for each in found:
        own = each.at.source is None and not each.also and all(way.edit is None for way in each.ways)
        ways = () if each.code.id in _OF_NAMES else each.ways
        groups.setdefault((each.code, each.message, each.why, ways) if own else (len(groups), each), []).append(each)
    for group in groups.values():
        yield from [_of_all(group)] if len(group) >= (2 if group[0].code.id in _OF_NAMES else _MANY) else group


def untold(found: Iterable[Diagnostic], told: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """The complaints but for those of an unknown name that `told`, gathered, tells of elsewhere."""
    for each in found:
        if each.code.id not in _OF_NAMES or not any(each.code is other.code and other.message.startswith(each.message) for other in told):
            yield each


def _of_all(group: list[Diagnostic]) -> Diagnostic:
    spans = sorted({each.at.span for each in group})
    lines = [str(line) for line in sorted({span.line for span in spans})]
    more = f" và {len(lines) - _MOST_LINES} dòng khác" if len(lines) > _MOST_LINES else ""
    where = f"dòng {', '.join(lines[:_MOST_LINES])}{more}"
    return replace(
        group[0],
        message=f"{group[0].message} ({len(spans)} chỗ: {where})",
        at=Label(spans[0]),
        also=tuple(Label(span) for span in spans[1:]),
    )
