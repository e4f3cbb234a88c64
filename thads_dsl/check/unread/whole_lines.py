"""A line with other words for some of its own, as a way out: mended in a draft, restated in an issued text."""

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical


def whole_line(facts: Facts, line: Line, how: str, old: str, new: str) -> Way:
    """The line that reads `new` for `old`; where its own words are restated already, or it is issued, a note for it."""
    written = canonical(line.item.text.text)
    text = written.replace(old, new, 1) if old in written else new
    text = f"{text[:1].upper()}{text[1:].rstrip(' .;,')}."
    return Way(how, f"Hiểu là: {text}" if facts.draft.issued else f"{line.item.marker} {text}".strip())
