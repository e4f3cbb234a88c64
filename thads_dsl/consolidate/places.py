"""Places of a plan, and which one a reference means."""

from __future__ import annotations

from collections.abc import Sequence

from thads_dsl.consolidate.changes import Change
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH622
from thads_dsl.model.place import Place
from thads_dsl.syntax.outline import Item
from thads_dsl.syntax.tree import PlaceRef

_MOST_OFFERED = 3


def items_meant(items: Sequence[Item], steps: tuple[str, ...]) -> list[int]:
    """The indexes of the outermost items that a reference can mean; more than one where it says too little."""
    meant = [index for index, item in enumerate(items) if item.marker and Place(item.steps).meant_by(steps)]
    depth = min((len(items[index].steps) for index in meant), default=0)
    return [index for index in meant if len(items[index].steps) == depth]


def misplaced(change: Change, items: Sequence[Item], meant: list[int], path: str) -> Diagnostic:
    """The complaint about a change of a place that is not there, or of one of several."""
    written = change.place.written
    if meant:
        message = f"“{written}” là chỗ nào trong {len(meant)} chỗ của {path}"
        why, offered = "Nêu đủ mục, khoản, điểm.", [Place(items[index].steps) for index in meant]
    else:
        message = f"{path} không có {written}"
        why, offered = "Chỗ cần sửa gọi theo số thứ tự của kế hoạch gốc.", _nearest(items, change.place)
    ways = (Way("Có phải:", place.cited(), edit=Edit(change.place.span, place.cited())) for place in offered[:_MOST_OFFERED])
    return Diagnostic(code=TH622, message=message, at=Label(change.place.span), why=why, ways=tuple(ways))


def _nearest(items: Sequence[Item], ref: PlaceRef) -> list[Place]:
    """The places that share most steps with a reference, first those as deep as it is."""
    places = dict.fromkeys(Place(item.steps) for item in items if item.marker)

    def distance(place: Place) -> tuple[int, int]:
        return -len(set(ref.steps) & set(place.steps)), abs(len(place.steps) - len(ref.steps))

    return sorted(places, key=distance)
