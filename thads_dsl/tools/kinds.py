"""The kinds of plan that `thads new` writes. A new kind is a row here and a template beside the others."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PlanKind:
    """A starter plan: the id people type, what it is, its template, and what agencies of the kind are usually called.

    Campaigns of the kind begin on or after `first` and end on or before `last` (None: not limited), the time of its organisation.
    """

    id: str
    title: str
    template: str
    agency: str  # the beginning of the issuing agency's name; the place follows
    parent: str
    first: date | None
    last: date | None


KINDS: tuple[PlanKind, ...] = (
    PlanKind(
        id="cuc-tinh",
        title="đợt thi đua của Cục THADS tỉnh (Phòng, Chi cục), đến hết 30/6/2025",
        template="cuc-tinh.plan.j2",
        agency="Cục Thi hành án dân sự tỉnh",
        parent="Tổng cục Thi hành án dân sự",
        first=None,
        last=date(2025, 6, 30),
    ),
    PlanKind(
        id="thads-tinh",
        title="đợt thi đua của THADS tỉnh (Phòng THADS khu vực), từ 01/7/2025",
        template="thads-tinh.plan.j2",
        agency="Thi hành án dân sự tỉnh",
        parent="Cục Quản lý Thi hành án dân sự",
        first=date(2025, 7, 1),
        last=None,
    ),
)


def kind_named(name: str) -> PlanKind:
    """The kind of this id. Raises KeyError for any other."""
    return {each.id: each for each in KINDS}[name]
