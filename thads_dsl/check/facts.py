"""What a rule of checking looks at: the draft, and what was understood of it."""

from dataclasses import dataclass

from thads_dsl.check.draft import Draft
from thads_dsl.model.plan import Plan
from thads_dsl.source import Span


@dataclass(frozen=True, slots=True)
class Facts:
    """A draft, the plan that it would be, and where each rule, and the band of each target, was read, by its id."""

    draft: Draft
    plan: Plan
    spans: dict[str, Span]
    bands: dict[str, Span]
    doubtful: frozenset[int] = frozenset()  # indexes of lines with an error: what is concluded from them would only follow from it
