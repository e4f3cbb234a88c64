"""What is wrong in a line behind the mistake that is told of it: lines are looked at once more as if they were put right.

A sentence is read or it is not: of two slips in one only the first is seen, and a pasted ready line would still have the other.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from thads_dsl.check.notes.ready_phrases import phrase_restated
from thads_dsl.check.unread.patterns import HOLE
from thads_dsl.diagnostics import Diagnostic, Edit, Severity, Way
from thads_dsl.source import SourceText, Span, fold

Look = Callable[[SourceText], Iterable[Diagnostic]]  # all complaints about a text

_MOST_ROUNDS = 2  # more than three slips in a line are rewritten, not mended


def behind(source: SourceText, told: Iterable[Diagnostic], look: Look) -> tuple[Diagnostic, ...]:
    """Errors of lines besides those told, with the author's places.

    Where a mistake has several ways out, what is said is so whichever of them is taken.
    """
    known, found = tuple(told), tuple[Diagnostic, ...]()
    for _ in range(_MOST_ROUNDS):
        more = tuple(_hidden(source, (*known, *found), look))
        if not more:
            break
        found += more
    return found


def _hidden(source: SourceText, told: tuple[Diagnostic, ...], look: Look) -> Iterator[Diagnostic]:
    """What is said of the lines, and was not told, once the mistakes told of them are put right: each in its first way, its second, …"""
    mendings = dict.fromkeys(_mending(source, told, which) for which in range(max((len(each.ways) for each in told), default=0)))
    if () in mendings:
        return  # that nothing is put right is possible too
    found = [_besides(source, edits, told, look) for edits in mendings]
    said = [{(each.code, each.at.span) for each in one} for one in found[1:]]
    yield from (each for one in found[:1] for each in one if all((each.code, each.at.span) in other for other in said))


def _mending(source: SourceText, told: Iterable[Diagnostic], which: int) -> tuple[Edit, ...]:
    """Edits of the lines for the errors that are told, from the end of the text; of two at one place that of the first complaint.

    Where a way out is to declare a name, or to write another line, the line stays as it is.
    """
    taken = list[Edit]()
    for each in told:
        if each.severity is Severity.ERROR and each.at.source is None and each.ways:
            edit = _in_line(source, each, each.ways[min(which, len(each.ways) - 1)])
            taken += [edit] if edit is not None and not any(_together(edit, other) for other in taken) else []
    return tuple(sorted(taken, key=lambda edit: edit.span, reverse=True))


def _in_line(source: SourceText, complaint: Diagnostic, way: Way) -> Edit | None:
    """A way out as a change of the very words that are complained of; a note below them says what stands for which.

    Words that go, become several lines or have a place to fill in leave nothing to look at.
    """
    line, edit = complaint.at.span.line, way.edit
    if HOLE in way.line or (edit is not None and (not edit.text.strip() or "\n" in edit.text)):
        return None
    if edit is not None and not edit.new_line:
        return _new_part(source, edit) if edit.span.line == line else None
    old, new = phrase_restated(way.line) or ("", "")
    at = source.row(line).text.find(fold(old))
    return Edit(source.row(line).span(at, at + len(fold(old))), new) if old and at >= 0 else None


def _new_part(source: SourceText, edit: Edit) -> Edit:
    """An edit without the words at its ends that stay as they are: a ready line is written anew as a whole."""
    old, new = source.quote(edit.span), edit.text
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    return replace(edit, span=Span(edit.span.line, edit.span.start + head, edit.span.end - tail), text=new[head : len(new) - tail])


def _alike(one: str, other: str) -> int:
    """With how many same characters two texts begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _together(one: Edit, other: Edit) -> bool:
    return one.span.line == other.span.line and one.span.start <= other.span.end and other.span.start <= one.span.end


def _besides(source: SourceText, edits: tuple[Edit, ...], told: tuple[Diagnostic, ...], look: Look) -> list[Diagnostic]:
    """The errors of lines with these edits that were not told before; a lack may be one of the words put there."""
    rows = list(source.folded)
    places = defaultdict[int, list[Edit]](list)
    for edit in edits:
        row = rows[edit.span.line - 1]
        start, end = (bisect_left(row.columns, column) for column in (edit.span.start, edit.span.end))
        rows[edit.span.line - 1] = row.replaced(start, end, fold(edit.text))
        places[edit.span.line].append(edit)
    return [
        each
        for each in look(replace(source, folded=tuple(rows)))
        if each.severity is Severity.ERROR
        and each.lacks is None
        and each.at.source is None
        and each.at.span.line in places
        and not any(_supposed(each, edit) for edit in places[each.at.span.line])
        and not any(_same(each, other) for other in told)
    ]


def _supposed(complaint: Diagnostic, edit: Edit) -> bool:
    """Whether it is about words that nobody has written; what a safe edit puts right stands there as it was meant."""
    at = complaint.at.span
    return edit.span.start <= at.start and at.end <= edit.span.end if edit.safe else at.meets(edit.span)


def _same(one: Diagnostic, other: Diagnostic) -> bool:
    """Whether a complaint is one that was told, perhaps in other words since the line around it is another."""
    spans = (label.span for label in (other.at, *other.also) if label.source is None)
    return one.code is other.code and (
        one.message == other.message or any(span == one.at.span or span.meets(one.at.span) for span in spans)
    )
