"""“Tỷ lệ … bằng năm 2023”: no figure of another year is met to the dot; at least it, or at most it, is meant (language reference, T8)."""

import re

from thads_dsl.check.draft import Line
from thads_dsl.check.unread.suspicion import Sign, spoken_of
from thads_dsl.check.unread.topics import Topic
from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical
from thads_dsl.syntax.sentences import Sentence

_EQUAL = re.compile(
    r"\b(?P<equal>(?:phải |giữ |chỉ |duy trì )?(?:ngang bằng|tương đương|bằng|ngang)(?: với| mức| số| kết quả| của)*)"
    r" (?P<base>(?:cùng kỳ )?(?:năm (?:trước|\d{4}))|cùng kỳ)\b",
    re.IGNORECASE,
)


def equal_to(line: Line, sentence: Sentence) -> Sign | None:
    """Where a sentence about a statistic wants the figure of another time; a heading wants nothing."""
    found = _EQUAL.search(sentence.passage.text)
    if found is None or spoken_of(sentence.lexemes) is None or line.item.end > line.index + 1:
        return None
    return Sign(found["equal"], Topic.TARGET, *found.span("equal"))


def equal_ways(line: Line, sentence: Sentence, *, issued: bool) -> tuple[Way, ...]:
    """The line with “không thấp hơn …”, and with “không cao hơn …”; nothing for a sentence that wants no such figure."""
    text = canonical(line.item.text.text)
    found = _EQUAL.search(text)
    if found is None or equal_to(line, sentence) is None:
        return ()
    lines = (f"{text[: found.start()]}{beside} {text[found.start('base') :]}" for beside in ("không thấp hơn", "không cao hơn"))
    ready = tuple(f"Hiểu là: {each}" if issued else f"{line.item.marker} {each}".strip() for each in lines)
    where = f"dán dưới dòng {line.item.number}:" if issued else "viết:"
    return (Way(f"Nếu bằng hoặc cao hơn là đạt, {where}", ready[0]), Way(f"Nếu bằng hoặc thấp hơn là đạt, {where}", ready[1]))
