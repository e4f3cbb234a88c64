"""TH961: those behind “trừ” are none of those whom the sentence names: “Chấp hành viên, trừ Thẩm tra viên” leaves nobody out."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.check.rules.made_up import apart
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH961
from thads_dsl.model.statistics import Subject
from thads_dsl.syntax.tree import NameRef


def left_out_nobody(facts: Facts) -> Iterator[Diagnostic]:
    """Each name behind “trừ” once, however many rules stand under it."""
    for whole, name in {each.span: (whole, each) for whole, each in facts.left_out}.values():
        kind = facts.draft.vocabulary.kind(name.canonical)
        if kind is not None and name.span.line not in facts.wrong and apart(facts, whole, Subject(kind.name, kind.base, (kind.name,))):
            yield _told(whole, name)


def _told(whole: Subject, name: NameRef) -> Diagnostic:
    left = name.canonical
    return Diagnostic(
        code=TH961,
        message=f"{whole.name} trừ {left} vẫn là mọi {whole.name}",
        at=Label(name.span),
        why=f"“{whole.name}” và “{left}” là hai loại riêng: không ai vừa là loại này vừa là loại kia, nên phần “trừ” không bớt ai. "
        "Bỏ phần ấy, hoặc ghi đúng tên loại muốn trừ.",
    )
