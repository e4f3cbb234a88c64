"""Sentences of awards (A) → levels, files."""

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH116
from thads_dsl.model.rules import AwardLevel, AwardLevels, Dossier
from thads_dsl.source import canonical
from thads_dsl.syntax import award_tree, condition_tree
from thads_dsl.syntax.sentences import Sentence


def award_levels(lowering: Lowering, line: Line, sentence: Sentence, node: award_tree.AwardLevels) -> None:
    """A1: the awards and who gives them."""
    levels = tuple(AwardLevel(level.award, level.posts, level.proposed) for level in node.levels)
    lowering.rules.append(AwardLevels(**lowering.header(line, sentence), levels=levels))


def dossier(lowering: Lowering, line: Line, sentence: Sentence, node: condition_tree.Dossier) -> None:
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


def _no_documents(node: condition_tree.Dossier) -> Diagnostic:
    return Diagnostic(
        code=TH116,
        message="hồ sơ chưa có giấy tờ nào",
        at=Label(node.span),
        why="Ghi tên giấy tờ ngay sau dấu hai chấm, cách nhau bằng dấu chấm phẩy, hoặc mỗi thứ một gạch đầu dòng bên dưới.",
        ways=(Way("Viết như sau:", "Hồ sơ gồm: Tờ trình; Biên bản; Danh sách; Báo cáo thành tích."),),
    )
