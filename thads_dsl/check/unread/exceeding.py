"""TH101: “Đạt và vượt các chỉ tiêu tại khoản 4 mục I” as a condition: whether a target is exceeded nobody has said how to tell.

In “đạt và vượt 80%” the figure says what is enough; in a condition the words would ask no more than “đạt”.
"""

import re

from thads_dsl.check.draft import Line
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.check.unread.judged import in_a_list, judged
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.source import canonical
from thads_dsl.syntax import condition_tree

_BOTH = re.compile(r"\b(?P<reach>đạt)(?: và |, | / ?|/)vượt\b", re.IGNORECASE)


def reach_and_exceed(line: Line) -> Diagnostic | None:
    """What is said of such a condition; a restated one says what it means."""
    if line.restated.sentences is not None or not in_a_list(line):
        return None
    said = (each for each in line.read.sentences if isinstance(each.statement, condition_tree.TargetsMet))
    for sentence in said:
        if found := _BOTH.search(sentence.passage.text):
            reached = _BOTH.sub(lambda both: both["reach"], canonical(line.item.text.text))
            return told_unread(
                message=f"“{canonical(found[0])}”: máy chỉ xét được “đạt”",
                at=sentence.passage.span(*found.span()),
                why="Phải vượt bao nhiêu thì kế hoạch chưa nói; nếu bắt buộc vượt thì ghi mức cao hơn ở chính các chỉ tiêu ấy.",
                ways=(
                    Way(f"Nếu đạt là đủ, sửa dòng {line.item.number} thành:", f"{line.item.marker} {reached}".strip()),
                    *(judged(line, sentence)[:1] if len(line.read.sentences) == 1 else ()),
                ),
            )
    return None
