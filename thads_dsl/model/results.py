"""What a run finds out for each subject, with the reasons."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum
from fractions import Fraction

from thads_dsl.model.occasions import WHOLE, Occasion
from thads_dsl.model.points_results import PointsResult
from thads_dsl.model.statistics import Row


class Verdict(IntEnum):
    """Ordered so that the verdict of a conjunction is the least of its parts, those not applicable left out."""

    FAILED = 0
    UNKNOWN = 1
    MET = 2
    NOT_APPLICABLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetResult:
    """How one subject stands on one table of targets, or on one judged target.

    `rule` is the id of the row that takes the subject; None when no row could be chosen (then `table` names the first row).
    `numerator` and `denominator` give the actual value exactly; a quantity that is no ratio has the denominator 1.
    `base` is the other value that it is compared with, in the same way.
    `measured` is what is compared with the goal, in its unit (percent of a ratio, of an increase …); None where there is none.
    `margin` is measured minus threshold (percentage points for a percentage).
    `shortfall` is the least change of the quantity's lever that meets the target, all else equal, less than 0 for less of it;
    0 when met, None when none exists or it is not known.
    `missing` names headings and judgments that are not known.
    """

    table: str
    rule: str | None
    verdict: Verdict
    numerator: int | None = None
    denominator: int | None = None
    base: tuple[int, int] | None = None
    measured: Fraction | None = None
    margin: Fraction | None = None
    shortfall: int | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionResult:
    """How one subject stands on one condition; `reasons` are in Vietnamese and complete on their own.

    `part_of` is the id of the condition that counts this one among others (SomeOf); alone it decides nothing.
    """

    rule: str
    verdict: Verdict
    reasons: tuple[str, ...]
    part_of: str | None = None


class Proposal(Enum):
    """What becomes of a subject under a quota, in the words of the results."""

    PROPOSED = "đề nghị khen thưởng"
    COUNCIL_CHOOSES = "Hội đồng chọn {limit} trong {eligible}"
    TIED = "bằng nhau, chờ Hội đồng bình xét"
    NO_MORE = "đủ điều kiện, hết số lượng"
    PART_FULL = "đủ điều kiện, hết số lượng dành cho {part}"
    KEPT = "đủ điều kiện, số lượng còn lại dành cho {part}"
    UNRANKED = "đủ điều kiện, chưa đủ căn cứ xếp thứ tự"
    COMPOSITION = "đủ điều kiện, Hội đồng chọn cho đúng cơ cấu"
    LACKS_FILE = "đủ điều kiện, hồ sơ thiếu hoặc quá hạn"
    ELSEWHERE = "đủ điều kiện, do cấp có thẩm quyền quyết định"
    WAITS_BEFORE = "đủ điều kiện, chờ chọn xong số lượng trước"
    WAITS = "đủ điều kiện, chờ xét xong các trường hợp chưa đủ căn cứ"
    PENDING = "chưa đủ căn cứ xét"
    NOT_ELIGIBLE = "không đủ điều kiện"
    NO_PLACE = "đủ điều kiện, đơn vị không có số lượng"


# Proposals after which a subject may or may not have a place.
OPEN = frozenset(
    {
        Proposal.COUNCIL_CHOOSES,
        Proposal.TIED,
        Proposal.UNRANKED,
        Proposal.COMPOSITION,
        Proposal.WAITS,
        Proposal.WAITS_BEFORE,
        Proposal.ELSEWHERE,
    }
)
# Proposals after which an eligible subject has no place.
OUT = frozenset({Proposal.NO_MORE, Proposal.PART_FULL, Proposal.KEPT, Proposal.NO_PLACE})


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaResult:
    """What a quota does to one subject: among `eligible` subjects and `pending` ones that may still become so, `limit` places.

    `counted` is the number of rows that the places are a share of, if they are; `working` reckons that out. `note` is what must
    be said about the composition of the chosen, the same for all of a race, and about the subject's file; empty if nothing.
    `part` is whom the places are kept for, or used up for.
    """

    quota: str
    proposal: Proposal
    limit: int | None
    eligible: int
    pending: int
    counted: int | None = None
    working: str = ""
    note: str = ""
    part: str = ""

    @property
    def words(self) -> str:
        """What becomes of the subject, in the words of the results."""
        return self.proposal.value.format(limit=self.limit, eligible=self.eligible, part=self.part)


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierResult:
    """Whether a subject's file holds all documents and came in time."""

    rule: str
    verdict: Verdict
    missing: tuple[str, ...]  # documents that the file lacks
    unknown: tuple[str, ...]  # documents, or the day, not known
    received: date | None
    last_day: date | None
    wave: str = ""  # whose file it is, where each wave has its own

    @property
    def late(self) -> bool:
        """Whether it came after its last day."""
        return is_late(self.received, self.last_day)


def is_late(received: date | None, last_day: date | None) -> bool:
    """Whether a file came after its last day; of one that did not come, or has none, nothing is said."""
    return received is not None and last_day is not None and received > last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectResult:
    """All that a run says of one row of the statistics on one occasion; `eligible` is for its award, by its standards."""

    row: Row
    targets: tuple[TargetResult, ...]
    conditions: tuple[ConditionResult, ...]
    eligible: Verdict
    quotas: tuple[QuotaResult, ...]
    dossiers: tuple[DossierResult, ...]
    points: tuple[PointsResult, ...] = ()
    occasion: Occasion = WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """One run, occasion by occasion; on each in the order of the statistics: collectives, then individuals."""

    subjects: tuple[SubjectResult, ...]
