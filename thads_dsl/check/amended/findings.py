"""P13: what is wrong with a change of a points table (TH616, TH617, TH632)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH616, TH617, TH632
from thads_dsl.source import Passage, Span, canonical, plain
from thads_dsl.syntax.points import WrittenRow
from thads_dsl.syntax.points_tree import Amendment

_NAMED = re.compile(r"tiêu chí\s+(?:số\s+)?\d+", re.IGNORECASE)


def misplaced(old: Mapping[str, WrittenRow], dropped: Collection[str], passage: Passage, node: Amendment) -> Diagnostic:
    """Message 21: a change names a criterion that the base does not have, or not by that title, or without one."""
    there = [name for name, row in old.items() if plain(row.title.text) == plain(node.title)]
    row = old.get(node.number)
    if node.number in dropped:
        message, why = f"tiêu chí {node.number} đã bỏ ở dòng trên", "Một tiêu chí đã bỏ thì không sửa được nữa."
    elif row is not None and not node.title and node.kind != "add":
        message, why = (
            f"chưa ghi tên của tiêu chí {node.number}",
            "Tiêu chí được gọi bằng số và tên, để một số ghi nhầm không sửa nhầm chỗ.",
        )
        there = []
    elif row is None:
        message, why = f"bảng gốc không có tiêu chí {node.number}", f"Bảng gốc có {len(old)} tiêu chí."
    else:
        message, why = (
            f"tiêu chí {node.number} của bảng gốc không tên “{node.title}”",
            f"Tên của tiêu chí {node.number} là “{row.title.text}”.",
        )
    if there:
        why += f" Tên “{node.title}” là của tiêu chí {there[0]}."
    right = canonical(passage.text).replace(f"tiêu chí {node.number}", f"tiêu chí {there[0]}", 1) if there else ""
    if not there and row is not None and not node.title and node.number not in dropped and node.kind != "add":
        right = _NAMED.sub(rf"\g<0> “{canonical(row.title.text)}”", canonical(passage.text), count=1)
    elif not there and row is not None and node.title:
        right = canonical(passage.text).replace(node.title, row.title.text, 1)
    ways = (Way("Có phải:", right, edit=Edit(passage.span(), right)),) if right else ()
    return Diagnostic(code=TH616, message=message, at=Label(passage.span()), why=why, ways=ways)


def elsewhere(passage: Passage, message: str, why: str) -> Diagnostic:
    """A change names a part, or a sentence, that the base does not have."""
    return Diagnostic(code=TH616, message=message, at=Label(passage.span()), why=why)


def which_part(passage: Passage, parts: Sequence[tuple[str, str]]) -> Diagnostic:
    """A new criterion of a table in parts (name, title) that says nowhere in which it stands."""
    head, colon, tail = canonical(passage.text).partition(":")
    return Diagnostic(
        code=TH616,
        message="chưa nói tiêu chí mới thuộc phần nào",
        at=Label(passage.span()),
        why=f"Bảng gốc có {len(parts)} phần; điểm của tiêu chí mới cộng vào phần nào phải nói rõ.",
        ways=tuple(Way(f"Nếu là phần {name} “{title}”:", f"{head} vào phần {name}{colon}{tail}") for name, title in parts),
    )


def number_taken(passage: Passage, own: str, right: str, *, known: bool) -> Diagnostic:
    """A new criterion that says another number than the one that it comes to have."""
    why = f"Tiêu chí mới đứng cuối bảng mang số {right}; muốn đặt chỗ khác thì viết “vào sau tiêu chí …”."
    message = f"bảng gốc đã có tiêu chí {own}" if known else f"tiêu chí mới không mang số {own}"
    meant = canonical(passage.text).replace(f"tiêu chí {own}", f"tiêu chí {right}", 1)
    return Diagnostic(code=TH616, message=message, at=Label(passage.span()), why=why, ways=(Way("Có phải:", meant),))


def idle(at: Span, message: str) -> Diagnostic:
    """A change that changes nothing."""
    return Diagnostic(
        code=TH617, message=message, at=Label(at), why="Một câu sửa đổi không đổi gì thường là chép nhầm; hãy sửa hoặc bỏ câu này."
    )


def unlike(passage: Passage, message: str, why: str, right: str = "") -> Diagnostic:
    """A change says of the points of the base what they are not; `right` is the sentence with what they are."""
    ways = (Way("Nếu đúng là chỗ này:", right, edit=Edit(passage.span(), right)),) if right else ()
    return Diagnostic(code=TH632, message=message, at=Label(passage.span()), why=why, ways=ways)
