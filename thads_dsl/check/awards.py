"""Sentences of awards (A) → quotas, levels, files."""

from thads_dsl.check.draft import Line
from thads_dsl.check.figures import exact, misspelt, wrong_award_unit
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.subjects import one_subject, subject
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH116
from thads_dsl.model.rules import AwardLevels, Dossier, Quota
from thads_dsl.model.statistics import Base
from thads_dsl.model.units import Unit
from thads_dsl.source import canonical
from thads_dsl.syntax import tree
from thads_dsl.syntax.sentences import Sentence


def quota(lowering: Lowering, line: Line, sentence: Sentence, node: tree.Quota) -> None:
    """A2–A4 with A7: how many of the subject of the line."""
    who = subject(lowering, (), line.scope, node.span)
    if node.limit is not None and node.limit.value is None:
        lowering.found.append(misspelt(node.limit.written, node.limit.right, node.limit.span))
        return
    if node.limit is not None and node.limit.value is not None and node.limit.value.denominator != 1:
        lowering.take(exact(node.limit, Unit(node.limit.unit), ()))
        return
    if who is None:
        return
    counted = node.limit.unit if node.limit is not None else ""
    if counted in {base.value for base in Base} and counted != who.base.value and node.limit is not None:
        lowering.found.append(wrong_award_unit(node.limit, who.name if who.name == who.base.value else f"{who.name} ({who.base.value})"))
        return
    limit = None if node.limit is None or node.limit.value is None else int(node.limit.value)
    units = (one_subject(lowering, phrase) for phrase in node.per)
    per_unit = tuple(name for unit in units if unit is not None for name in unit.any_of or _all_kinds(lowering, unit.base))
    lowering.rules.append(
        Quota(**lowering.header(line, sentence), subject=who, limit=limit, per_unit=per_unit, council_chooses=node.council)
    )


def _all_kinds(lowering: Lowering, base: Base) -> tuple[str, ...]:
    """“mỗi đơn vị”: units of every kind."""
    kinds = lowering.draft.vocabulary.kinds
    return tuple(kind.name for kind in kinds if kind.base is base and not kind.parents and kind.name != base.value)


def award_levels(lowering: Lowering, line: Line, sentence: Sentence, node: tree.AwardLevels) -> None:
    """A1: the award and who gives it."""
    lowering.rules.append(AwardLevels(**lowering.header(line, sentence), award=node.award.canonical, posts=node.posts))


def dossier(lowering: Lowering, line: Line, sentence: Sentence, node: tree.Dossier) -> None:
    """A8: what a file holds."""
    lines = lowering.draft.lines
    below = (line.index + 1, line.item.end) if not node.documents else (0, 0)
    listed = [
        other.item.text.text.rstrip(" .;,") for other in lines[slice(*below)] if other.item.parent == line.index and other.item.marker
    ]
    documents = tuple(canonical(document) for document in node.documents or listed)
    if not documents:
        lowering.found.append(_no_documents(node))
        return
    lowering.rules.append(Dossier(**lowering.header(line, sentence), documents=documents))


def _no_documents(node: tree.Dossier) -> Diagnostic:
    return Diagnostic(
        code=TH116,
        message="hồ sơ chưa có giấy tờ nào",
        at=Label(node.span),
        why="Ghi tên giấy tờ ngay sau dấu hai chấm, cách nhau bằng dấu chấm phẩy, hoặc mỗi thứ một gạch đầu dòng bên dưới.",
        ways=(Way("Viết như sau:", "Hồ sơ gồm: Tờ trình; Biên bản; Danh sách; Báo cáo thành tích."),),
    )
