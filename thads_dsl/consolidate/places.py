"""Places of a plan, and which one a reference means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from thads_dsl.consolidate.changes import Change
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH622
from thads_dsl.model.place import Place
from thads_dsl.source import Span
from thads_dsl.syntax.outline_tree import Item
from thads_dsl.syntax.tree import PlaceRef

_MOST_OFFERED = 3


class Places:
    """The items of a plan by their places."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._marked = [(index, Place(item.steps)) for index, item in enumerate(items) if item.marker]
        self._by_last: dict[str, list[tuple[int, Place]]] = defaultdict(list)
        for index, place in self._marked:
            self._by_last[place.steps[-1]].append((index, place))
        self._found: dict[tuple[str, ...], list[int]] = {}

    def meant(self, steps: tuple[str, ...]) -> list[int]:
        """The indexes of the outermost items that a reference can mean; more than one where it says too little."""
        if steps not in self._found:
            meant = [(index, len(place.steps)) for index, place in self._by_last[steps[-1]] if place.meant_by(steps)]
            depth = min((depth for _, depth in meant), default=0)
            self._found[steps] = [index for index, each in meant if each == depth]
        return self._found[steps]

    def around(self, steps: tuple[str, ...]) -> int | None:
        """The innermost item around a place that a reference names for sure, whether there is such a place or not."""
        found = (meant[0] for size in range(len(steps) - 1, 0, -1) if len(meant := self.meant(steps[:size])) == 1)
        return next(found, None)

    def cited(self, steps: tuple[str, ...], item: Item) -> list[int]:
        """What a reference in an item means: among several the ones of its own section."""
        meant = self.meant(steps)
        own = [index for index in meant if self._items[index].steps[:1] == item.steps[:1]] if len(meant) > 1 else []
        return own or meant

    def nearest(self, ref: PlaceRef) -> list[Place]:
        """All places, first those that share most steps with a reference, and of them those as deep as it is."""

        def distance(place: Place) -> tuple[int, int]:
            return -len(set(ref.steps) & set(place.steps)), abs(len(place.steps) - len(ref.steps))

        return sorted(dict.fromkeys(place for _, place in self._marked), key=distance)

    def named(self, indexes: Iterable[int]) -> list[Place]:
        """The places of some items."""
        wanted = set(indexes)
        return [place for index, place in self._marked if index in wanted]


def misplaced(change: Change, places: Places, meant: list[int], path: str) -> Diagnostic:
    """The complaint about a change of a place that is not there, or of one of several."""
    written = change.place.written
    if meant:
        message = f"“{written}” là chỗ nào trong {len(meant)} chỗ của {path}"
        why, offered = "Nêu đủ mục, khoản, điểm.", places.named(meant)
    else:
        message = f"{path} không có {written}"
        why, offered = "Chỗ cần sửa gọi theo số thứ tự của kế hoạch gốc.", places.nearest(change.place)
    ways = (Way("Có phải:", place.cited(), edit=Edit(change.place.span, place.cited())) for place in offered[:_MOST_OFFERED])
    return Diagnostic(code=TH622, message=message, at=Label(change.place.span), why=why, ways=tuple(ways))


def stand_in(line: int) -> Diagnostic:
    """The error of a line of the consolidated text that may not belong there: what is concluded from it would only follow from that."""
    return Diagnostic(code=TH622, message="", at=Label(Span(line, 0, 0)))
