"""The lines of a plan with changes made to them: replaced, repealed and inserted lines, the other ones as they were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from thads_dsl.consolidate.changes import Change, WrittenChanges, unread
from thads_dsl.consolidate.places import Places, misplaced, stand_in
from thads_dsl.consolidate.references import shifted
from thads_dsl.consolidate.text import Line, Origin, Text
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH623, TH624
from thads_dsl.model.place import Place
from thads_dsl.model.plan import PlaceChange
from thads_dsl.source import Passage, SourceText, Span, canonical
from thads_dsl.syntax.lines import line_patterns, line_tokens
from thads_dsl.syntax.outline import outline
from thads_dsl.syntax.outline_tree import BULLETS, Item, Outline

REPEALED = "(được bãi bỏ)"
# Keys of the amending document that hold for the rules: its own names, and whether it can still be mended.
_TAKEN_KEYS = ("danh mục dùng chung", "viết tắt", "tình trạng")
_SWAPS = ("replace", "repeal")


@dataclass(frozen=True, slots=True)
class _Made:
    """A change with the item of the base that it is about."""

    change: Change
    index: int


@dataclass(slots=True)
class _Merge:
    """The base on its way to the consolidated text: what stands instead of lines, and what follows them."""

    own: SourceText
    base: Text
    items: tuple[Item, ...]
    instead: dict[int, list[Line]] = field(default_factory=dict)  # by line of the base; an empty list takes it out
    below: dict[int, list[Line]] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    doubtful: set[int] = field(default_factory=set)  # lines of the amending document that stand where they may not belong
    unsure: set[int] = field(default_factory=set)  # lines of the base that a change may be about which could not be made


@dataclass(frozen=True, slots=True)
class Merged:
    """The consolidated text, and what was changed where.

    Where a change could not be made, what it quotes stands where it most likely belongs, and complaints stand in for the error that its
    lines have; lines of the base that it may be about are unsure.
    """

    text: Text
    changes: tuple[PlaceChange, ...]
    stand_ins: tuple[Diagnostic, ...] = ()
    unsure: frozenset[int] = frozenset()


def consolidated(own: SourceText, written: WrittenChanges, base: Text) -> tuple[Merged, tuple[Diagnostic, ...]]:
    """The base with its changes made to it, with what the amending document defines and tests; and what is wrong with the changes."""
    below, plan = outline(base.source), outline(own)
    merge, places = _Merge(own, base, below.items, found=list(written.found)), Places(below.items)
    made = [_Made(change, index) for change in written.changes if (index := _located(merge, places, change)) is not None]
    twice = tuple(_collisions(merge, made))
    merge.found += (complaint for _, complaint in twice)
    if not written.changes and not written.found:
        merge.found.append(_nothing(plan))
    again = [each for each, _ in twice]
    made = [each for each in made if each not in again]
    # Behind the same line, what belongs to the deeper place comes first.
    for each in sorted(made, key=lambda each: -len(merge.items[each.index].steps)):
        _make(merge, each)
    for change in written.changes:
        if not any(each.change is change for each in made):
            _suppose(merge, places, change, made)
    if written.found:
        merge.unsure |= set(range(1, len(base.origins) + 1))  # nobody knows what such a sentence changes
    text = Text.of(own.path, _assembled(merge, below, plan))
    numbers = range(1, len(base.origins) + 1)
    standing = {number: lines[0][1] for number in numbers if (lines := merge.instead.get(number, [base.line(number)]))}
    merge.found += () if merge.found else shifted(base, text, standing)
    changes = tuple(PlaceChange(each.change.kind, Place(below.items[each.index].steps)) for each in made)
    doubtful = (at for at, each in enumerate(text.origins, 1) if each.source is own and each.span.line in merge.doubtful)
    kept = {id(base.origins[number - 1]) for number in merge.unsure}
    unsure = frozenset(at for at, each in enumerate(text.origins, 1) if id(each) in kept)
    return Merged(text, changes, tuple(map(stand_in, doubtful)), unsure), tuple(merge.found)


def _nothing(plan: Outline) -> Diagnostic:
    key = next(key for key in plan.keys if key.name == "sửa đổi")
    return _idle(key.line.span(), "văn bản chưa có câu sửa đổi nào")


def _idle(at: Span, message: str) -> Diagnostic:
    return Diagnostic(
        code=TH623, message=message, at=Label(at), why="Một câu sửa đổi không đổi gì thường là chép nhầm; hãy sửa hoặc bỏ câu này."
    )


def _located(merge: _Merge, places: Places, change: Change) -> int | None:
    meant = places.meant(change.place.steps)
    if len(meant) == 1:
        return meant[0]
    merge.found.append(misplaced(change, places, meant, merge.base.source.path))
    return None


def _collisions(merge: _Merge, made: list[_Made]) -> Iterator[tuple[_Made, Diagnostic]]:
    """Changes of a place that an earlier one changes, or of a place inside or around it."""
    for number, later in enumerate(made):
        earlier = next((each for each in made[:number] if _meet(merge, each, later)), None)
        if earlier is not None:
            told = Diagnostic(
                code=TH624,
                message=f"{later.change.place.written} đã sửa ở dòng {earlier.change.at.line}",
                at=Label(later.change.at),
                also=(Label(earlier.change.at),),
                why="Thay, bỏ một chỗ là thay, bỏ cả những dòng bên trong; mỗi chỗ chỉ sửa một lần.",
            )
            yield later, told


def _meet(merge: _Merge, one: _Made, other: _Made) -> bool:
    """Whether one changes what the other replaces or repeals; lines may be inserted behind it."""

    def hits(each: _Made, swap: _Made) -> bool:
        inside = swap.index <= each.index < merge.items[swap.index].end
        return swap.change.kind in _SWAPS and inside and (each.change.kind in _SWAPS or each.index != swap.index)

    return hits(one, other) or hits(other, one)


# ---- one change


def _make(merge: _Merge, made: _Made) -> None:
    told = len(merge.found)
    (_insert if made.change.kind == "insert" else _swap)(merge, made)
    if len(merge.found) > told:
        merge.doubtful |= _quoted_lines(made.change)


def _suppose(merge: _Merge, places: Places, change: Change, made: list[_Made]) -> None:
    """Puts what a change quotes that could not be made where it most likely belongs: what is wrong in it by itself is told all the same."""
    around = places.around(change.place.steps)
    inside = range(len(merge.items)) if around is None else range(around, merge.items[around].end)
    merge.unsure |= {number for index in inside for number in _numbers(merge.items[index])}
    merge.doubtful |= _quoted_lines(change)
    numbers = {_marker(quotation[0]) for quotation in change.quotations} - {None, *BULLETS}
    meant = [index for index in inside if change.kind == "replace" and merge.items[index].marker in numbers]
    supposed = _Made(change, meant[0]) if len(meant) == 1 else None
    told = len(merge.found)
    if supposed is not None and not any(_meet(merge, each, supposed) for each in made):
        _swap(merge, supposed)
    elif change.kind != "repeal":
        _insert(merge, _Made(change, around if around is not None else len(merge.items) - 1))
    del merge.found[told:]  # that its place is wrong is told


def _quoted_lines(change: Change) -> set[int]:
    return {line.line for quotation in change.quotations for line in quotation}


def _swap(merge: _Merge, made: _Made) -> None:
    """Puts the new lines in the place of an item and of all that stands under it."""
    item, change = merge.items[made.index], made.change
    numbers = [number for each in merge.items[made.index : item.end] for number in _numbers(each)]
    if change.kind == "repeal":
        new = [(f"{_indent(merge, item)}{item.marker} > {REPEALED}", Origin(merge.own, change.at, whole=True))]
        idle = item.text.text == REPEALED
    else:
        new = list(_new_lines(merge, item, change))
        old = [merge.base.source.lines[number - 1] for number in numbers]
        idle = [canonical(line) for line, _ in new] == [canonical(line) for line in old]
    if idle:
        merge.found.append(_idle(change.at, f"{change.place.written} vốn đã như vậy"))
    merge.instead |= {number: [] for number in numbers} | {item.number: new}


def _insert(merge: _Merge, made: _Made) -> None:
    """Puts the new lines behind an item and all that stands under it."""
    item, change = merge.items[made.index], made.change
    last = max(number for each in merge.items[made.index : item.end] for number in _numbers(each))
    merge.below.setdefault(last, []).extend(_new_lines(merge, item, change))


def _numbers(item: Item) -> list[int]:
    """The lines of an item in its file."""
    return [item.number, *(row.line for row in item.rows), *(note.line.line for note in item.notes)]


def _indent(merge: _Merge, item: Item) -> str:
    line = merge.base.source.lines[item.number - 1]
    return line[: len(line) - len(line.lstrip())]


def _new_lines(merge: _Merge, item: Item, change: Change) -> Iterator[Line]:
    """What a change quotes, each quotation with the marker of the item unless it has one of its own; then its notes."""
    for quotation in change.quotations:
        first, *others = quotation
        marker = _marker(first)
        if marker is None and (change.kind == "replace" or item.marker in BULLETS):
            yield _line(merge, first, f"{_indent(merge, item)}{item.marker} ")
        else:
            merge.found += _of_another_kind(merge, item, change, first, marker)
            yield _line(merge, first, _indent(merge, item))
        yield from (_line(merge, other, "") for other in others)
    yield from (_line(merge, note, "") for note in change.notes)


def _line(merge: _Merge, passage: Passage, before: str) -> Line:
    return before + merge.own.quote(passage.span()), Origin(merge.own, passage.span(), len(before))


def _marker(passage: Passage) -> str | None:
    found = line_patterns()["MARKED"].fullmatch(passage.text)
    return " ".join(found["marker"].split()) if found else None


def _of_another_kind(merge: _Merge, item: Item, change: Change, first: Passage, marker: str | None) -> Iterator[Diagnostic]:
    """New lines whose number is missing, is one of another kind, or is taken."""
    cited = Place(item.steps).cited()
    siblings = [each.marker for each in merge.items if each.parent == item.parent and each.marker]
    if marker is None:
        free = _next_marker(item.marker, siblings)
        ready = f"Thêm sau {cited}: “{free} {canonical(first.text)}”"
        yield unread(first.span(), "câu thêm chưa có số thứ tự", f"{cited[0].upper()}{cited[1:]} có số, nên câu thêm sau đó cũng có số.",
                     (Way("Viết như sau:", ready),))  # fmt: skip
    elif _shape(marker) != _shape(item.marker) or (change.kind == "replace" and marker.casefold() != item.marker.casefold()):
        yield unread(first.span(), f"câu mới mang “{marker}”, {cited} mang “{item.marker}”", "Câu mới phải cùng cấp với chỗ được sửa.")
    elif marker in siblings and change.kind == "insert" and marker not in BULLETS:
        free = _next_marker(item.marker, siblings)
        yield unread(first.span(), f"kế hoạch gốc đã có “{marker}”", "Câu thêm vào giữa mang số của câu trước và một chữ cái.",
                     (Way("Viết như sau:", f"“{free} {canonical(first.text)[len(marker) :].strip()}”"),))  # fmt: skip
    elif change.added is not None and marker.strip("().,:") != change.added.steps[-1]:
        yield unread(first.span(), f"câu mới mang “{marker}”, không phải {change.added.written}", "Số ở hai chỗ phải là một.")


def _shape(marker: str) -> str:
    """What kind of marker it is: 2. and 2a. are one, 2. and a) are not."""
    if re.fullmatch(r"[IVXLC]+\.", marker):
        return "I."
    bare = re.sub(r"(?<=\d)[a-zđ](?=\.)", "", marker)
    return re.sub(r"\d+", "1", re.sub(r"^[a-zđ]\)", "a)", bare)) if bare not in BULLETS else bare


def _next_marker(marker: str, siblings: list[str]) -> str:
    """The number behind a marker: the next one, or where that is taken the same with a letter (2a.)."""
    found = re.fullmatch(r"(.*?)(\d+)[a-zđ]?(\.?)", marker)
    if found is None:
        return "…"
    following = f"{found[1]}{int(found[2]) + 1}{found[3]}"
    letters = (f"{found[1]}{found[2]}{letter}{found[3]}" for letter in "abcd")
    return following if following not in siblings else next((each for each in letters if each not in siblings), "…")


# ---- the whole text


def _assembled(merge: _Merge, below: Outline, plan: Outline) -> Iterator[Line]:
    """The base with its changes, the names of both, the examples of the amending document only."""
    own = Text.written(merge.own)
    front = [key.line.line for key in below.keys]
    last_key = front[-1] if front else 0
    examples = {line.line for each in below.examples for line in (each.heading, *(row.passage for row in each.lines))}
    left_out = examples | {key.line.line for key in below.keys if key.name == "tình trạng"}
    for number in range(1, len(merge.base.origins) + 1):
        if number not in left_out:
            yield from merge.instead.get(number, [merge.base.line(number)])
        yield from merge.below.get(number, ())
        if number == last_key:
            yield from (own.line(key.line.line) for key in plan.keys if key.name in _TAKEN_KEYS and not _has(below, key.line))
    unprinted = _unprinted(merge.own)
    start = len(own.origins) if unprinted is None else unprinted - (_unprinted(merge.base.source) is None)
    yield from (own.line(number) for number in range(start + 1, len(own.origins) + 1))


def _has(plan: Outline, line: Passage) -> bool:
    return any(canonical(key.line.text) == canonical(line.text) for key in plan.keys if key.name != "tình trạng")


def _unprinted(source: SourceText) -> int | None:
    """The line “PHẦN KHÔNG IN”."""
    return next((token.passage.line for token in line_tokens(source) if token.terminal == "UNPRINTED"), None)
