"""What a rule lacks because another line is not read: that is said of the other line alone.

“Phía trên chưa có dòng “Đối với …”” is no second mistake where the line above has a slip: put right, it says for whom.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.opening import governed_by, opens
from thads_dsl.diagnostics import Diagnostic, Lack, Severity
from thads_dsl.source import Passage
from thads_dsl.syntax.points import written_table

# What a line holds, read or not, that could be a target, or a period: of days two, a deadline has but one.
_OF_TARGETS = frozenset({"QUANTITY", "PERCENT", "NUMBER", "MEASURE", "RANGE"})
_OF_PERIODS = frozenset({"MONTHS_OF_YEAR", "DURATION"})
_FACETS = frozenset({"CASES", "MONEY"})
_AWARDED = re.compile(r"\b(?:tặng|khen thưởng|danh hiệu)\b", re.IGNORECASE)
_LEAVING_OUT = re.compile(r"\b(?:không|chưa)\b.*\bxét\b.*:$", re.IGNORECASE)
_DAYS = ("DATE", "MONTH")


def without_consequences(draft: Draft, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The complaints but for those that rest on a lack which a line with an error of its own could mend."""
    told = tuple(found)
    lines = defaultdict[int, list[Line]](list)  # a row of a table may be several
    for line in draft.lines:
        for number in _numbers(line):
            lines[number].append(line)
    wrong = {each.at.span.line for each in told if each.lacks is None and each.severity is Severity.ERROR and each.at.source is None}
    # A line that is not read, and is no item of a list that is not read either, is wrong itself.
    items = [each for each in told if each.lacks is Lack.LEAD_IN]
    wrong |= {each.at.span.line for each in items if not _is_consequence(draft, each, wrong, lines)}
    kept = [each for each in told if not _is_consequence(draft, each, wrong, lines)]
    at_fault = [each.at.span for each in kept if each.severity is Severity.ERROR and each.at.source is None]
    yield from (each for each in kept if each.lacks is not Lack.OWN_WORDS or not any(map(each.at.span.meets, at_fault)))


def _is_consequence(draft: Draft, each: Diagnostic, wrong: set[int], lines: Mapping[int, list[Line]]) -> bool:
    """Whether a complaint rests on a lack, and that on a wrong line."""
    if each.lacks is None:
        return False
    if each.lacks is Lack.SUBJECT and draft.population is not None and draft.population.statement is None:
        return True  # “Đối tượng thi đua:” names them, who nobody is known by
    at = each.at.span.line if each.at.source is None else 0
    if each.lacks is Lack.OWN_ROW:
        return at in wrong
    elsewhere = wrong - {at} if each.lacks is Lack.LEAD_IN else wrong
    unsure = {line.index: line for number in elsewhere & lines.keys() for line in lines[number]}
    return any(_could_give(draft, line, each.lacks, own) for line in unsure.values() for own in lines.get(at, [None]))


def opens_list_of_left_out(line: Line) -> bool:
    """“Không xét khen thưởng đối với Đội trưởng Đội số 1:”, read or not."""
    return _LEAVING_OUT.search(line.item.text.text) is not None


def _numbers(line: Line) -> tuple[int, ...]:
    """The lines of the file that are of this one."""
    item = line.item
    return (item.number, *(row.line for row in item.rows), *(note.line.line for note in item.notes))


def _could_give(draft: Draft, line: Line, lack: Lack, here: Line | None) -> bool:
    """Whether a line could give what is lacking in the line `here` (None: in another file)."""
    match lack:
        case Lack.SUBJECT | Lack.STATISTIC:
            return here is not None and (line.index == here.index or here.index in governed_by(draft, line))
        case Lack.LEAD_IN:
            return any(_could_give(draft, line, each, here) for each in (Lack.LIST, Lack.AWARD))
        case Lack.LIST:
            return here is not None and line.index < here.index < line.item.end and opens_list_of_left_out(line)
        case Lack.NAME:
            return here is not None and line.index == here.index
        case Lack.ROW:
            return here is not None and _rows_of(draft, line) == _rows_of(draft, here)
        case Lack.FACET:
            return here is not None and line.index <= here.index < line.item.end and not _FACETS.isdisjoint(_terminals(line))
        case Lack.AWARD:
            above = here is not None and line.index <= here.index and (here.index < line.item.end or _lists(draft, line, here))
            inside = here is not None and here.index <= line.index < here.item.end
            return (above or inside) and _is_of_awards(line)
        case Lack.STANDARDS:
            return _is_of_awards(line) and any(sentence.statement is None for sentence in line.read.sentences)
        case Lack.NUMBER:
            return here is not None and line.index <= here.index and (_is_of_awards(line) or line.place.numbered() == here.place.numbered())
        case Lack.QUOTA | Lack.GROUPS:
            return here is not None and line.place.numbered() == here.place.numbered()
        case Lack.OWN_ROW | Lack.OWN_WORDS:
            return False  # said by the line itself alone
        case Lack.CLASS:
            return (bool(line.item.rows) and written_table(line.item.rows) is None) or "CLASS" in _terminals(line)
        case Lack.CRITERION:
            return bool(line.item.rows)
        case Lack.TARGET:
            below = draft.lines[line.index : line.item.end]
            return _is_of_periods(line) or any(each.item.rows or not _OF_TARGETS.isdisjoint(_terminals(each)) for each in below)
        case Lack.PERIOD:
            return _is_of_periods(line)


def _lists(draft: Draft, line: Line, here: Line) -> bool:
    """Whether a line opens the list that another is an item of, though its words are not read as such."""
    between = draft.lines[line.index + 1 : here.index]
    return opens(line) and bool(here.item.marker) and all(each.item.marker == here.item.marker for each in between)


def _is_of_periods(line: Line) -> bool:
    said = _terminals(line)
    return bool(line.item.rows) or sum(map(said.count, _DAYS)) > 1 or not _OF_PERIODS.isdisjoint(said)


def _rows_of(draft: Draft, line: Line) -> tuple[Passage, ...]:
    """The rows of the table that a line is, or is made of."""
    if not line.item.of_table:
        return line.item.rows
    return next((each.item.rows for each in reversed(draft.lines[: line.index]) if each.item.rows), ())


def _is_of_awards(line: Line) -> bool:
    return "REWARD" in _terminals(line) or _AWARDED.search(line.item.text.text) is not None


def _terminals(line: Line) -> list[str]:
    every = (*line.read.sentences, *((line.read.context,) if line.read.context is not None else ()))
    return [lexeme.terminal for sentence in every for lexeme in sentence.lexemes]
