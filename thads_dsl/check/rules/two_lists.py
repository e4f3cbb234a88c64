"""TH960: two lists of standards of one award for one subject, each under a sentence that names the award."""

from collections.abc import Iterator
from itertools import combinations

from thads_dsl.check.awards.details import same_people
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH960
from thads_dsl.model.rules import Standard
from thads_dsl.syntax.condition_tree import LeadIn


def two_lists(facts: Facts) -> Iterator[Diagnostic]:
    """Each list besides one above it; “Tiêu chuẩn chung”, “Tiêu chuẩn riêng” name no award and are meant together."""
    told = set[str]()
    for above, standard in combinations(facts.plan.standards, 2):
        alike = (above.award, above.wave) == (standard.award, standard.wave) and same_people(above.subject, standard.subject)
        named = above.line != standard.line and _names_award(facts, above) and _names_award(facts, standard)
        if alike and named and standard.id not in told:
            told.add(standard.id)
            yield Diagnostic(
                code=TH960,
                message=f"{standard.award} cho {standard.subject.name} có hai danh sách, ở dòng {above.line} và dòng {standard.line}",
                at=Label(facts.spans[standard.id]),
                also=(Label(facts.spans[above.id]),),
                why="Máy đòi đạt cả hai danh sách. Nếu chỉ cần một trong hai thì gộp dưới một câu dẫn “… đạt một trong các tiêu chuẩn "
                "sau:”; nếu của hai hình thức, hai đối tượng khác nhau thì ghi rõ ở câu dẫn.",
            )


def _names_award(facts: Facts, standard: Standard) -> bool:
    line = facts.draft.by_number[standard.line]
    said = line.read.context.statement if line.read.context is not None else None
    return isinstance(said, LeadIn) and said.award is not None
