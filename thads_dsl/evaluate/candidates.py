"""Those who may get a place, as a race sees them."""

from dataclasses import dataclass
from enum import Enum

from thads_dsl.evaluate.ranking import Rank
from thads_dsl.model.results import Proposal


class Chance(Enum):
    """What a candidate brings into a race."""

    NONE = "không đủ điều kiện"
    PENDING = "chưa đủ căn cứ"  # may still become eligible
    OPEN = "chờ mức trước"  # eligible, but a quota before this one is not decided yet
    SURE = "đủ điều kiện"

    @property
    def open(self) -> bool:
        """Whether the candidate may still drop out, or come in."""
        return self in (Chance.PENDING, Chance.OPEN)

    @property
    def words(self) -> Proposal | None:
        """What becomes of a candidate whatever the race brings; None of one who takes part for sure."""
        return _WHATEVER.get(self)


_WHATEVER = {Chance.NONE: Proposal.NOT_ELIGIBLE, Chance.PENDING: Proposal.PENDING, Chance.OPEN: Proposal.WAITS_BEFORE}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One row in a race; `inside` which of the parts that the compositions of the chosen speak of."""

    chance: Chance
    rank: Rank
    inside: tuple[bool, ...]
