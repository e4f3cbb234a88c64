"""Ready lines for two rules on one line, parted by a colon: “Kết quả 9 tháng … (tính từ …): Chi cục THADS đạt …”."""

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.trying import all_read, tried
from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical
from thads_dsl.syntax.stops import outside


def two_line_ways(facts: Facts, line: Line) -> tuple[Way, ...]:
    """The line as two, where both are read: the second is an item of the first."""
    text = line.item.text.text
    colon = next((at for at, char in outside(text) if char == ":" and text[at + 1 :].strip()), None)
    if colon is None:
        return ()
    head, rule = text[: colon + 1], text[colon + 1 :].strip()
    rule = rule[0].upper() + rule[1:]
    above = tried(facts.draft, line, head)
    opens = above.context is not None and above.context.statement is not None and not above.sentences
    if not (opens or all_read(above)) or not all_read(tried(facts.draft, line, rule)):
        return ()
    marker = f"{line.item.marker} ".lstrip()
    inside = "+" if line.item.marker == "-" else "-"
    return (Way(f"Viết dòng {line.item.number} thành hai dòng:", f"{marker}{canonical(head)}\n{inside} {canonical(rule)}"),)
