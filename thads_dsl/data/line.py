"""One line of the results."""

from dataclasses import dataclass

from thads_dsl.data.words import Tone
from thads_dsl.model.statistics import Row


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: whom about, by which rule, how it stands (`outcome`), the sum, and the place in the plan; of which occasion."""

    row: Row
    rule: str
    text: str
    outcome: str
    sum: str
    place: str
    tone: Tone
    occasion: str = ""
