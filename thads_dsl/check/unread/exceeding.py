"""TH101: by how much a target is exceeded, as a condition: of which figures nobody has said.

In “đạt và vượt 80%” the figure says what is enough; in “đạt và vượt các chỉ tiêu” the words would ask no more than “đạt”, and
“vượt chỉ tiêu từ 5% trở lên” may be points of a percentage or a part of the target.
"""

import re

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.check.unread.judged import in_a_list, judged
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.source import canonical
from thads_dsl.syntax import condition_tree, tree
from thads_dsl.syntax.sentences import Sentence

_BOTH = re.compile(r"\b(?P<reach>đạt)(?: và |, | / ?|/)vượt\b", re.IGNORECASE)
_BY = re.compile(r"\bvượt(?: mức)?(?: các)? chỉ tiêu\b.*\b\d[\d,.]* ?%", re.IGNORECASE)
_SIDE = re.compile(r"\bvề (?:việc|tiền)\b", re.IGNORECASE)


def exceeding(draft: Draft, line: Line) -> Diagnostic | None:
    """What is said of such a condition; a restated one says what it means."""
    if line.restated.sentences is not None or not in_a_list(line):
        return None
    for sentence in line.read.sentences:
        if isinstance(sentence.statement, condition_tree.TargetsMet) and (found := _BOTH.search(sentence.passage.text)):
            return _reach_and_exceed(line, sentence, found)
        if sentence.statement is None and (found := _BY.search(sentence.passage.text)):
            return _exceed_by(draft, line, sentence, found)
    return None


def _reach_and_exceed(line: Line, sentence: Sentence, found: re.Match[str]) -> Diagnostic:
    reached = _BOTH.sub(lambda both: both["reach"], canonical(line.item.text.text))
    return told_unread(
        message=f"“{canonical(found[0])}”: máy chỉ xét được “đạt”",
        at=sentence.passage.span(*found.span()),
        why="Phải vượt bao nhiêu thì kế hoạch chưa nói; nếu bắt buộc vượt thì ghi mức cao hơn của hình thức này thành một dòng.",
        ways=(
            Way(f"Nếu đạt là đủ, sửa dòng {line.item.number} thành:", f"{line.item.marker} {reached}".strip()),
            *(judged(line, sentence)[:1] if len(line.read.sentences) == 1 else ()),
        ),
    )


def _exceed_by(draft: Draft, line: Line, sentence: Sentence, found: re.Match[str]) -> Diagnostic:
    side = _SIDE.search(found[0])
    before = canonical(sentence.passage.text[: found.start()])
    figure = " ".join(filter(None, ("đạt", _measured(draft), "từ …% trở lên", canonical(side[0]) if side else "")))
    written = f"{before} {figure}" if before else f"{figure[:1].upper()}{figure[1:]}"
    return told_unread(
        message=f"“{canonical(found[0])}”: máy chưa tính được mức vượt chỉ tiêu",
        at=sentence.passage.span(*found.span()),
        why="Vượt là thêm mấy điểm phần trăm, hay thêm mấy phần trăm của chỉ tiêu? Ghi thẳng mức phải đạt thì ai cũng hiểu như nhau; "
        "mức ấy chỉ dùng cho hình thức khen thưởng này.",
        ways=(
            Way(f"Sửa dòng {line.item.number} thành, điền mức phải đạt vào chỗ …:", f"{line.item.marker} {written}".strip()),
            *(judged(line, sentence)[:1] if len(line.read.sentences) == 1 else ()),
        ),
    )


def _measured(draft: Draft) -> str:
    """The statistic of the plan's targets; its blank where there are several."""
    said = ((line.scope, each.statement) for line in draft.lines for each in line.sentences if isinstance(each.statement, tree.Target))
    names = {name.canonical for scope, target in said if (name := (target.wanted and target.wanted.quantity) or scope.quantity)}
    return names.pop() if len(names) == 1 else "tỷ lệ …"
