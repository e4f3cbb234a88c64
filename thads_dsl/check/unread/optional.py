"""TH101: what stands among standards and is only wished for: “Có sáng kiến (không bắt buộc)”, “Khuyến khích có …”, “b) Khuyến khích”.

Also what takes some out: “Nữ công chức nuôi con nhỏ không cần có sáng kiến”.

Every line of a list of standards is demanded of everybody, so a wish among them is prose or no wish.
"""

import re

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.check.unread.judged import as_prose
from thads_dsl.check.unread.topics import Topic, more_about
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.source import canonical
from thads_dsl.syntax.grammar import standard_words

_TITLE = re.compile(r"(?:khuyến khích|tham khảo|mong muốn|tự nguyện)(?:\W*$|\s*:|\s+(?:thêm|khác|đối với)\b)", re.IGNORECASE)


def optional(facts: Facts, line: Line) -> Diagnostic | None:
    """What is said of such a line, or of the title of such lines."""
    if not (line.scope.lead_in is not None or line.scope.within) or not line.item.marker or line.restated.sentences is not None:
        return None
    words = line.restated.text.text
    titles = line.item.end > line.index + 1 and not line.sentences_with_rules and line.read.context is None
    found = standard_words("wish").search(words) or standard_words("wishing").match(words) or _TITLE.match(words)
    if found is None:
        return None
    return told_unread(
        message=f"“{canonical(found[0]).strip(' :')}” trong danh sách tiêu chuẩn",
        at=line.restated.text.span(found.start(), found.end()),
        why="Mỗi dòng của danh sách là một điều kiện mọi đối tượng phải đạt; "
        f"điều chỉ khuyến khích, hay miễn cho một số đối tượng, thì không phải. {more_about(Topic.CONDITION)}",
        ways=(_way(facts.draft, line, found, titles=titles),),
    )


def _way(draft: Draft, line: Line, found: re.Match[str], *, titles: bool) -> Way:
    """The mark of prose; no line that is read may have it (TH110), so of such a line what it demands without the wish."""
    words = found.string
    if titles:
        lines = draft.lines[line.index : line.item.end]
        how = f"Nếu không bắt buộc thì đặt dấu >, thay các dòng {line.item.number}–{lines[-1].item.number} bằng:"
        return Way(how, "\n".join(as_prose(each) for each in lines))
    if line.sentences_with_rules:
        demanded = f"{words[: found.start()]}{words[found.end() :]}".strip(" :,;")
        ready = f"{line.item.marker} {demanded[:1].upper()}{demanded[1:]}"
        return Way(f"Không bắt buộc thì bỏ dòng này; nếu bắt buộc, sửa dòng {line.item.number} thành:", ready)
    return Way(f"Nếu không bắt buộc thì đặt dấu >, sửa dòng {line.item.number} thành:", as_prose(line))
