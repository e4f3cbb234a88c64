"""What an amending document says besides its changes: it is prose, and says from when the changes hold."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from thads_dsl.check import read_draft
from thads_dsl.check.days import day
from thads_dsl.check.document import document
from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.rules import LINE_RULES
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH620, TH625, TH627
from thads_dsl.model.document import Document
from thads_dsl.model.place import Place
from thads_dsl.model.plan import Plan
from thads_dsl.source import SourceText, Span, canonical, plain
from thads_dsl.syntax import tree
from thads_dsl.syntax.change_tree import InForce, PlanChange
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.outline import Key, Outline, outline
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.sentences import Sentence, read_sentence
from thads_dsl.vocabulary import Vocabulary

_HARMLESS = (PlanChange, InForce, tree.Context, tree.Strangers)
_WHOLE_DAY = re.compile(r"ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d{4}|\d+/\d+/\d{4}", re.IGNORECASE)


def printed(source: SourceText, vocabulary: Vocabulary) -> Document:
    """The amending document itself, to be printed with all that it quotes."""
    return document(read_draft(source, outline(source), known=vocabulary)[0])


def check_remainder(remainder: SourceText, vocabulary: Vocabulary, base: Outline) -> tuple[date | None, tuple[Diagnostic, ...]]:
    """The day of effect, and all complaints about the lines that change nothing; `base` is the plan that is changed."""
    draft, _ = read_draft(remainder, outline(remainder), known=vocabulary)
    effect, found = _in_force(draft)
    outside = [(line, sentence) for line in draft.lines for sentence in _rules(line)]
    rest = replace(draft, lines=tuple(line for line in draft.lines if line.item.number not in {each.item.number for each, _ in outside}))
    found = (*found, *_two_bases(draft.outline), *(_outside(sentence, base) for _, sentence in outside))
    # No rule about a single line looks at the rules of the plan.
    facts = Facts(rest, Plan(document=document(draft), kinds=(), head_kind="", quantities=(), discipline=()), {}, {})
    return effect, (*found, *(complaint for rule in LINE_RULES for complaint in rule(facts)))


def _rules(line: Line) -> Iterator[Sentence]:
    """What a line says that holds for results, and would be lost here."""
    for sentence in (line.read.context, *line.sentences):
        if sentence is not None and sentence.statement is not None and not isinstance(sentence.statement, _HARMLESS):
            yield sentence
    if written_table(line.item.rows) is not None:
        yield Sentence(line.item.line, (), None)


def _outside(sentence: Sentence, base: Outline) -> Diagnostic:
    where = next((Place(item.steps).cited() for item in reversed(base.items) if item.marker), "khoản 2 mục III")
    return Diagnostic(
        code=TH625,
        message=f"“{canonical(sentence.passage.text)}”",
        at=Label(sentence.passage.span()),
        why="Văn bản sửa đổi chỉ đổi kế hoạch gốc bằng các câu sửa đổi; quy định đứng riêng sẽ không được xét.",
        ways=(Way("Viết thành câu sửa đổi, đúng chỗ của nó:", f"Thêm sau {where}: “{canonical(sentence.passage.text)}”"),),
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


# ---- from when


def _in_force(draft: Draft) -> tuple[date | None, tuple[Diagnostic, ...]]:
    """The day that the key `Hiệu lực` or a sentence says; None with “kể từ ngày ký” while that day is left blank."""
    keys = [_as_sentence(key) for key in draft.outline.keys if key.name == "hiệu lực"]
    said = [*keys, *(sentence for line in draft.lines for sentence in line.sentences)]
    days: list[tuple[date | None, Span]] = []
    found = tuple(_unclear(f"“{key.passage.text}”", Label(key.passage.span())) for key in keys if key.statement is None)
    for sentence in said:
        if isinstance(sentence.statement, InForce):
            ref = sentence.statement.day
            when, more = day(ref, None) if ref is not None else (_signed(draft), ())
            found += more
            days.append((when, sentence.passage.span()))
    if not days and not found:
        found = (_unclear("văn bản chưa nói có hiệu lực từ ngày nào", Label(_head(draft))),)
    later = next((each for each in days if each[0] != days[0][0]), None)
    if later is not None and not found:
        found = (_unclear("hai chỗ ghi hai ngày có hiệu lực khác nhau", Label(later[1]), also=(Label(days[0][1]),)),)
    return (None if found else days[0][0]), found


def _as_sentence(key: Key) -> Sentence:
    """“Hiệu lực: từ ngày 15/7/2024” is read as the sentence with the same words."""
    words = "có hiệu lực " if plain(key.value.text).startswith(("tu ", "ke tu ")) else "có hiệu lực từ "
    return read_sentence(key.value.replaced(0, 0, words), NameTable(()), ("effect",))


def _signed(draft: Draft) -> date | None:
    """The day of `Địa danh, thời gian`, where it is filled in."""
    return draft.day if _WHOLE_DAY.search(draft.key("địa danh, thời gian")) else None


def _head(draft: Draft) -> Span:
    return next((key.line.span() for key in draft.outline.keys if key.name == "sửa đổi"), Span(1, 0, 0))


def _unclear(message: str, at: Label, also: tuple[Label, ...] = ()) -> Diagnostic:
    return Diagnostic(
        code=TH627,
        message=message,
        at=at,
        also=also,
        why="Không có ngày ấy thì không biết kết quả nào xét theo quy định cũ, kết quả nào theo quy định mới.",
        ways=(
            Way("Ghi trong văn bản:", "Quyết định này có hiệu lực kể từ ngày ký."),
            Way("hoặc ở đầu văn bản:", "Hiệu lực: từ ngày 15/7/2024"),
        ),
    )
