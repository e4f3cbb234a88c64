"""The kinds of text that `thads new` writes, and the two organisations that may issue them.

A new kind is a row here and a template beside the others.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

_OF_A_CITY = re.compile(r"^(?!.*\btỉnh\b).*\b(?:thành phố|TP)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Organisation:
    """The bodies of a province at a time, as starter plans name them; plans of it begin on or after `first` and end on or before `last`."""

    agency: str  # the beginning of the issuing agency's name; the place follows
    parent: str
    symbol: str
    signer: str
    defining: str  # the agency, with its abbreviation explained
    short: str
    head: str
    above: str
    unit: str
    first: date = date.min
    last: date = date.max

    def issuing_as(self, agency: str) -> "Organisation":
        """The same where the issuing agency is that of a city that is no part of a province."""
        if not _OF_A_CITY.search(agency):
            return self
        said = (self.agency, self.signer, self.defining, self.short, self.head)
        name, signer, defining, short, head = (each.replace("tỉnh", "thành phố").replace("TỈNH", "THÀNH PHỐ") for each in said)
        return replace(self, agency=name, signer=signer, defining=defining, short=short, head=head)


ORGANISATIONS = (
    Organisation(
        agency="Cục Thi hành án dân sự tỉnh",
        parent="Tổng cục Thi hành án dân sự",
        symbol="CTHADS",
        signer="CỤC TRƯỞNG",
        defining="Cục Thi hành án dân sự (sau đây viết tắt là THADS) tỉnh",
        short="Cục THADS tỉnh",
        head="Cục trưởng Cục THADS tỉnh",
        above="Tổng cục THADS",
        unit="Chi cục THADS",
        last=date(2025, 6, 30),
    ),
    Organisation(
        agency="Thi hành án dân sự tỉnh",
        parent="Cục Quản lý Thi hành án dân sự",
        symbol="THADS",
        signer="TRƯỞNG THI HÀNH ÁN DÂN SỰ TỈNH",
        defining="Thi hành án dân sự (sau đây viết tắt là THADS) tỉnh",
        short="THADS tỉnh",
        head="Trưởng THADS tỉnh",
        above="Cục Quản lý THADS",
        unit="Phòng THADS khu vực",
        first=date(2025, 7, 1),
    ),
)


@dataclass(frozen=True, slots=True)
class PlanKind:
    """A starter plan: the id people type (its template has the same name), what it is, and what its abstract usually says."""

    id: str
    title: str
    form: str
    symbol: str  # of its form, in the number of the document
    about: str  # the usual abstract; the year follows
    waves: bool = False  # asks for the last day of the first of two waves
    amends: bool = False  # is made of another plan, of which it asks, and of nothing else


KINDS: tuple[PlanKind, ...] = (
    PlanKind("mot-dot", "Kế hoạch một đợt thi đua", "KẾ HOẠCH", "KH", "Phát động đợt thi đua cao điểm năm"),
    PlanKind(
        "hai-dot",
        "Kế hoạch chia hai đợt thi đua (thêm đợt thì chép thêm dòng)",
        "KẾ HOẠCH",
        "KH",
        "Phát động phong trào thi đua năm",
        waves=True,
    ),
    PlanKind(
        "quyet-dinh",
        "Quyết định ban hành, kèm theo Kế hoạch một đợt thi đua",
        "QUYẾT ĐỊNH",
        "QĐ",
        "Ban hành Kế hoạch phát động đợt thi đua cao điểm năm",
    ),
    PlanKind("bang-tieu-chi", "Bảng tiêu chí chấm điểm, xếp hạng", "BẢNG TIÊU CHÍ", "BTC", "Chấm điểm thi đua, xếp hạng năm"),
    PlanKind("sua-bang", "Bảng tiêu chí sửa từ bảng của năm trước", "", "", "", amends=True),
    PlanKind(
        "cong-van",
        "Công văn gửi các đơn vị về đợt thi đua",
        "CÔNG VĂN",
        "CV",
        "Đăng ký tham gia và báo cáo kết quả đợt thi đua cao điểm năm",
    ),
)


def kind_named(name: str) -> PlanKind:
    """The kind of this id. Raises KeyError for any other."""
    return {each.id: each for each in KINDS}[name]


def organisation_on(day: date) -> Organisation:
    """The organisation of a day."""
    return next(each for each in ORGANISATIONS if each.first <= day <= each.last)
