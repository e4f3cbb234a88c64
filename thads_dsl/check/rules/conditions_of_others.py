"""TH229: a condition of people in a list for units, or of units in a list for people.

“Giấy khen được tặng cho tập thể …: - Thủ trưởng đơn vị: không bị kỷ luật.” would give the head an award, and ask nothing of the unit.
"""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH229
from thads_dsl.model.statistics import Base
from thads_dsl.source import canonical
from thads_dsl.syntax import condition_tree, tree

_FOR = re.compile(r"đối với (?:các |những )?", re.IGNORECASE)
_Listing = condition_tree.LeadIn | condition_tree.NotConsidered


def conditions_of_others(facts: Facts) -> Iterator[Diagnostic]:
    """Each line of such a list that says before its colon that it is of somebody of the other base."""
    for line in facts.draft.lines:
        own = line.read.context.statement if line.read.context is not None else None
        above = _list_around(facts.draft, line)
        if above is None or not isinstance(own, tree.Context):
            continue
        said, listed = _bases(facts.draft, own.subjects), _bases(facts.draft, above.subjects)
        if said and listed and said.isdisjoint(listed):
            yield _told(line, own, above)


def _list_around(draft: Draft, line: Line) -> _Listing | None:
    """The nearest list above that says whom it is for."""
    parent = line.item.parent
    while parent is not None:
        around = draft.lines[parent]
        said = around.read.context.statement if around.read.context is not None else None
        if isinstance(said, _Listing) and said.subjects:
            return said
        parent = around.item.parent
    return None


def _bases(draft: Draft, subjects: tuple[tree.Subject, ...]) -> set[Base]:
    """The bases of some who are named; nothing where one of them is not known, or is said by what he is not."""
    kinds = [draft.vocabulary.kind((each.narrowed or each.name).canonical) for each in subjects if not each.negated]
    found = {kind.base for kind in kinds if kind is not None}
    return found if len(kinds) == len(subjects) and None not in kinds else set()


def _told(line: Line, own: tree.Context, above: _Listing) -> Diagnostic:
    named, listed = own.subjects[0].name.canonical, above.subjects[0].name.canonical
    return Diagnostic(
        code=TH229,
        message=f"dòng này nói {named}, danh sách phía trên dành cho {listed}",
        at=Label(own.span),
        also=(Label(above.span),),
        why=f"Theo câu chữ, điều này hỏi {named}, không hỏi {listed}.",
        ways=(
            *(Way(f"Nếu là điều hỏi {listed} thì viết như:", each) for each in _of_the_listed(line)),
            Way(f"Nếu là điều của {named} thì đặt vào danh sách:", _list_of(named, above)),
        ),
    )


def _list_of(named: str, above: _Listing) -> str:
    """How a list of the same sort begins that is for those whom the line names."""
    if isinstance(above, condition_tree.NotConsidered):
        return f"Không xét khen thưởng đối với {named}:"
    return f"… được tặng cho {named} đạt các tiêu chuẩn, điều kiện sau:"


def _of_the_listed(line: Line) -> tuple[str, ...]:
    """Of discipline the form that looks at the people of a unit; else the line without its colon, which the council judges.

    Nothing among exclusions: there a line without its colon leaves out those whom it names.
    """
    if line.scope.excluding:
        return ()
    if any(isinstance(each.statement, condition_tree.NotDisciplined) for each in line.sentences):
        return (f"{line.item.marker} Không có cá nhân thuộc đơn vị bị kỷ luật từ hình thức “…” trở lên (từ ngày … đến ngày …)".strip(),)
    words = _FOR.sub("", canonical(line.item.text.text)).replace(":", "", 1)
    return (f"{line.item.marker} {words[:1].upper()}{words[1:]}".strip(),)
