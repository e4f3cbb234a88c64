"""What a rule lacks because another line is not read: that is said of the other line alone.

“Phía trên chưa có dòng “Đối với …”” is no second mistake where the line above has a slip: put right, it says for whom.
"""

from collections.abc import Iterable, Iterator, Mapping

from thads_dsl.check.draft import Draft, Line
from thads_dsl.diagnostics import Diagnostic, Lack, Severity

# What a line holds, read or not, that could give what is lacking.
_GIVING: Mapping[Lack, frozenset[str]] = {
    Lack.PERIOD: frozenset({"DATE", "MONTH", "MONTHS_OF_YEAR", "WAVE", "DURATION"}),
    Lack.TARGET: frozenset({"QUANTITY", "PERCENT", "NUMBER", "MEASURE", "RANGE"}),
}


def without_consequences(draft: Draft, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The complaints but for those of something lacking that a line with an error of its own could give."""
    told = tuple(found)
    wrong = {each.at.span.line for each in told if each.lacks is None and each.severity is Severity.ERROR and each.at.source is None}
    lines = {number: line for line in draft.lines for number in _numbers(line)}
    unsure = {number: line for number, line in lines.items() if number in wrong}
    for each in told:
        here = lines.get(each.at.span.line)
        if each.lacks is None or here is None or not any(_could_give(line, each.lacks, here) for line in unsure.values()):
            yield each


def _numbers(line: Line) -> tuple[int, ...]:
    """The lines of the file that are of this one."""
    item = line.item
    return (item.number, *(row.line for row in item.rows), *(note.line.line for note in item.notes))


def _could_give(line: Line, lack: Lack, here: Line) -> bool:
    match lack:
        case Lack.SUBJECT:
            return line.index < here.index < line.item.end or (line.item.text.text.endswith(":") and line.index < here.index)
        case Lack.QUOTA:
            return line.place.numbered() == here.place.numbered()
        case Lack.CRITERION:
            return bool(line.item.rows)
    said = {lexeme.terminal for sentence in line.read.sentences for lexeme in sentence.lexemes}
    return not said.isdisjoint(_GIVING[lack]) or (lack is Lack.TARGET and bool(line.item.rows))
