"""What stands under a line, whether its words are read or not."""

from thads_dsl.check.draft import Draft, Line
from thads_dsl.syntax.outline_tree import BULLETS


def opens(line: Line) -> bool:
    """Whether what a line says goes on below it: “Đối với tập thể:”."""
    return line.item.text.text.endswith(":")


def governed_by(draft: Draft, line: Line) -> range:
    """The lines that a line is said of: those inside it; of a bullet or paragraph that opens a list beside it, up to the next such line."""
    first, item = line.index + 1, line.item
    inside = any(each.item.marker for each in draft.lines[first : item.end])
    if not opens(line) or inside or (item.marker and item.marker not in BULLETS):
        return range(first, item.end)
    end = draft.lines[item.parent].item.end if item.parent is not None else len(draft.lines)
    beside = (each for each in draft.lines[first:end] if (each.item.parent, each.item.marker) == (item.parent, item.marker))
    return range(first, max(item.end, next((each.index for each in beside if opens(each)), end)))
