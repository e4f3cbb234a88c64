"""What an amending document says besides its changes: it is prose, and says from when the changes hold."""

import re
from collections.abc import Iterator
from datetime import date

from thads_dsl.check import read_draft
from thads_dsl.check.document import document
from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.rules import LINE_RULES
from thads_dsl.check.times.effect import days_in_force, unsaid
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH620, TH625
from thads_dsl.model.document import Document
from thads_dsl.model.place import Place
from thads_dsl.model.plan import Plan
from thads_dsl.source import SourceText, canonical
from thads_dsl.syntax import tree
from thads_dsl.syntax.change_tree import InForce, PlanChange
from thads_dsl.syntax.outline import outline
from thads_dsl.syntax.outline_tree import Outline
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.vocabulary import Vocabulary

_HARMLESS = (PlanChange, InForce, tree.Context, tree.Strangers)


def printed(source: SourceText, vocabulary: Vocabulary) -> Document:
    """The amending document itself, to be printed with all that it quotes."""
    return document(read_draft(source, outline(source), known=vocabulary)[0])


def check_remainder(remainder: SourceText, vocabulary: Vocabulary, base: Outline) -> tuple[date | None, tuple[Diagnostic, ...]]:
    """The day of effect, and all complaints about the lines that change nothing; `base` is the plan that is changed."""
    draft, _ = read_draft(remainder, outline(remainder), known=vocabulary)
    said, found = days_in_force(draft)
    found = found or (() if said else (unsaid(draft),))
    outside = [sentence for line in draft.lines for sentence in _rules(line)]
    found = (*found, *_two_bases(draft.outline), *(_outside(sentence, base) for sentence in outside))
    # No rule about single lines looks at the rules of the plan.
    facts = Facts(draft, Plan(document=document(draft), kinds=(), head_kind="", quantities=(), discipline=()), {}, {})
    lost = {sentence.passage.line for sentence in outside}
    besides = (complaint for rule in LINE_RULES for complaint in rule(facts) if complaint.at.span.line not in lost)
    return said[0] if said else None, (*found, *besides)


def _rules(line: Line) -> Iterator[Sentence]:
    """What a line says that holds for results, and would be lost here."""
    for sentence in (line.read.context, *line.sentences):
        if sentence is not None and sentence.statement is not None and not isinstance(sentence.statement, _HARMLESS):
            yield sentence
    if written_table(line.item.rows) is not None:
        yield Sentence(line.item.line, (), None)


def _outside(sentence: Sentence, base: Outline) -> Diagnostic:
    last = next((item for item in reversed(base.items) if item.marker), None)
    where = Place(last.steps).cited() if last is not None else "khoản 2 mục III"
    number = re.fullmatch(r"(\d+)\.", last.marker) if last is not None else None
    words = (f"{int(number[1]) + 1}. " if number else "") + canonical(sentence.passage.text)
    return Diagnostic(
        code=TH625,
        message=f"“{canonical(sentence.passage.text)}”",
        at=Label(sentence.passage.span()),
        why="Văn bản sửa đổi chỉ đổi kế hoạch gốc bằng các câu sửa đổi; quy định đứng riêng sẽ không được xét.",
        ways=(Way("Viết thành câu sửa đổi, đúng chỗ của nó:", f"Thêm sau {where}: “{words}”"),),
    )


def _two_bases(plan: Outline) -> Iterator[Diagnostic]:
    keys = {key.name: key for key in plan.keys}
    if "sửa đổi" in keys and "trên cơ sở" in keys:
        yield Diagnostic(
            code=TH620,
            message="có cả dòng “Sửa đổi” và dòng “Trên cơ sở”",
            at=Label(keys["trên cơ sở"].line.span()),
            also=(Label(keys["sửa đổi"].line.span()),),
            why="“Sửa đổi” giữ nguyên kế hoạch gốc, chỉ đổi những chỗ nêu ra; “Trên cơ sở” lấy bảng điểm của tệp khác. Giữ lại một dòng.",
        )
