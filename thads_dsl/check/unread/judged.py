"""The ways out of a sentence that is no rule: a question of the council, or prose."""

from thads_dsl.check.draft import Line
from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical
from thads_dsl.syntax.sentences import Sentence


def in_a_list(line: Line) -> bool:
    """Whether a line is an item of standards or of exclusions, which the council may answer."""
    return line.scope.expects_rules and (line.scope.excluding or line.scope.lead_in is not None or bool(line.scope.within))


def judged(line: Line, sentence: Sentence) -> tuple[Way, ...]:
    """The line that makes an item a question of the council, whose answers are a column of the statistics."""
    alone = len(line.read.sentences) == 1
    words = canonical((sentence.passage.text if alone else line.item.text.text).replace('"', "")).strip(" ;.")
    how = f"Nếu do Hội đồng bình xét (trả lời ở một cột của bảng số liệu), dán dưới dòng {line.item.number}:"
    return (Way(how, f"Hiểu là: Hội đồng bình xét “{words}”"),)


def as_prose(line: Line) -> str:
    """The line with the mark of prose."""
    return f"{line.item.marker} > {canonical(line.item.text.text)}".strip()
