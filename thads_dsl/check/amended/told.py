"""P13: what the author of an amended table is told of its lines: what is dropped, how numbers move, what of the base stays."""

import re
from collections.abc import Mapping

from thads_dsl.check.draft import Draft
from thads_dsl.source import canonical, plain
from thads_dsl.syntax.grammar import alike_words
from thads_dsl.syntax.points_tree import Amendment
from thads_dsl.syntax.tree import Statement

KEPT = "giữ bảng tiêu chí cũ ở phần không sửa, và các câu cũ về tổng điểm, hạng, thứ tự mà kế hoạch này không nói lại"
NOT_KEPT = (
    "không giữ chỉ tiêu, tiêu chuẩn và số lượng khen thưởng, kỳ số liệu, thời hạn của văn bản cũ: còn dùng thì ghi lại ở kế hoạch này"
)
_REST = re.compile(rf"(?<!\w){alike_words('rest')}")
_STAYS = re.compile(rf"(?<!\w){alike_words('stays')}")


def keeps_the_rest(text: str) -> bool:
    """“Các nội dung khác giữ nguyên theo Kế hoạch số …”."""
    found = _REST.search(plain(text))
    return found is not None and _STAYS.search(plain(text), found.end()) is not None


def change_words(draft: Draft, said: Statement | None) -> str:
    """What a change does that leaves no criterion on its line; empty for any other sentence."""
    if not isinstance(said, Amendment) or draft.amended is None:
        return ""
    points = said.points.written if said.points is not None else ""
    match said.kind:
        case "drop":
            return f"bỏ tiêu chí {said.number} “{canonical(said.title)}” của bảng cũ; {_moved(draft.amended.old)}"
        case "rule":
            return f"bỏ câu “{canonical(said.title)}” của bảng cũ"
        case "phrase":
            return f"thay “{canonical(said.title)}” bằng “{canonical(said.replacement)}” trong bảng cũ"
        case "part":
            return f"phần {said.number} nay là {points}"
        case "total":
            return f"tổng cộng nay là {points}"
        case _:
            return ""


def _moved(old: Mapping[str, str]) -> str:
    """Which criteria of the base come to have other numbers; `old`: the number in the base of each that has one now."""
    moved = [f"tiêu chí {before} nay là tiêu chí {now}" for now, before in old.items() if now != before]
    return f"số mới của các tiêu chí còn lại: {', '.join(moved)}" if moved else "các tiêu chí còn lại giữ số cũ"
