"""What is wrong with an example: an expectation that the plan does not meet."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from thads_dsl.check import Draft
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH801
from thads_dsl.diagnostics.suggest import closest
from thads_dsl.source import Span, canonical


@dataclass(frozen=True, slots=True)
class Wrong:
    """An expectation that does not hold: why, the line that would (may be empty), and the lines of the rules that say otherwise."""

    at: Span
    why: str
    ready: str = ""
    lines: tuple[int, ...] = ()
    lacks: str = ""  # the steps without which nothing is known


def told(draft: Draft, title: str, wrong: Wrong) -> Diagnostic:
    """The complaint: of which example, what the plan gives instead and by which lines, and the ready line."""
    at = wrong.at
    ways: tuple[Way, ...] = (Way(f"Ví dụ sai thì sửa dòng {at.line}:", wrong.ready, edit=Edit(at, wrong.ready)),) if wrong.ready else ()
    ways += (Way("Thêm vào ví dụ, ngay dưới bảng:", wrong.lacks),) if wrong.lacks else ()
    return Diagnostic(
        code=TH801,
        message=f"“{title}”",
        at=Label(at),
        also=tuple(Label(draft.source.folded[line - 1].span()) for line in dict.fromkeys(wrong.lines)),
        why=wrong.why if wrong.lacks else f"{wrong.why} Nếu ví dụ đúng thì xem lại dòng quy định.",
        ways=ways,
    )


def nearly(draft: Draft, wrong: Diagnostic, written: str, asked: Mapping[str, int]) -> Diagnostic:
    """A complaint about words that the plan does not ask of anybody, with the line that asks nearly the same: one of them has a slip."""
    near = closest(written, asked)
    if near is None:
        return wrong
    right = canonical(draft.source.row(wrong.at.span.line).text).replace(canonical(written), near, 1)
    return replace(wrong, also=(Label(draft.source.row(asked[near]).span()),), ways=(Way("Kế hoạch viết gần giống. Có phải:", right),))
