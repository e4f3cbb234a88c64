"""The Hậu Giang plan of 2024 as a model built by hand from the issued text: what the compiler must find, written twice.

The four last rows of III.3 are closed (“từ 1.500 việc trở lên”, …) and “Lập thành tích xuất sắc” is also read as the
targets of III.3, both of which the issued text leaves open.
"""

from datetime import date
from fractions import Fraction
from itertools import pairwise

from thads_dsl.model.dates import Period
from thads_dsl.model.document import Document
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.place import Place
from thads_dsl.model.plan import Plan
from thads_dsl.model.regions import Band, Region
from thads_dsl.model.rules import (
    AwardLevel,
    AwardLevels,
    BothStandards,
    Deadline,
    Dossier,
    Judged,
    JudgedTarget,
    NotDisciplined,
    PeriodRule,
    Quota,
    Standard,
    Target,
    TargetsMet,
    Whose,
)
from thads_dsl.model.statistics import Base, Kind, Quantity, Subject, Sum
from thads_dsl.model.units import CASE, DONG, PERCENT, Facet, number

TY = 10**9
CAMPAIGN = Period(date(2024, 4, 1), date(2024, 6, 30))
MEASURED = Period(date(2023, 10, 1), date(2024, 6, 30))
DISCIPLINE = ("khiển trách", "cảnh cáo", "hạ bậc lương", "giáng chức", "cách chức", "buộc thôi việc")
AWARD = "Giấy khen của Cục trưởng/Tổng Cục trưởng"

ROOM_KIND, BRANCH_KIND, OFFICER_KIND, HEAD_KIND = "Phòng chuyên môn", "Chi cục THADS", "Chấp hành viên", "Thủ trưởng đơn vị"
OPERATIONS_ROOM = "Phòng Nghiệp vụ và tổ chức THADS"
ROOMS = (OPERATIONS_ROOM, "Văn phòng", "Phòng Tổ chức cán bộ", "Phòng Kiểm tra, giải quyết khiếu nại, tố cáo")

EVERY_COLLECTIVE = Subject("Tập thể", Base.COLLECTIVE)
ROOM = Subject(ROOM_KIND, Base.COLLECTIVE, (ROOM_KIND,))
OPERATIONS = Subject(OPERATIONS_ROOM, Base.COLLECTIVE, (OPERATIONS_ROOM,))
BRANCH = Subject(BRANCH_KIND, Base.COLLECTIVE, (BRANCH_KIND,))
EVERY_INDIVIDUAL = Subject("Cá nhân", Base.INDIVIDUAL)
OFFICER = Subject(OFFICER_KIND, Base.INDIVIDUAL, (OFFICER_KIND,))
NO_OFFICER = Subject("Cá nhân không là Chấp hành viên", Base.INDIVIDUAL, (), (OFFICER_KIND,))
HEAD = Subject(HEAD_KIND, Base.INDIVIDUAL, (HEAD_KIND,))

EXCELLENT = "Lập thành tích xuất sắc trong đợt thi đua cao điểm"
UNITED = "Nội bộ đoàn kết, thực hiện tốt chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước"
MEMBERS_LAWFUL = "Không có cá nhân thuộc đơn vị vi phạm pháp luật"
OWN_EXCELLENT = "Là cá nhân có thành tích xuất sắc trong đợt thi đua cao điểm"
RESPONSIBLE = "Có tinh thần trách nhiệm cao, gương mẫu, đi đầu trong việc thực hiện nhiệm vụ"
OWN_LAWFUL = "Không vi phạm pháp luật"
TASKS_DONE = "Hoàn thành xuất sắc nhiệm vụ được giao"
DOCUMENTS = ("Tờ trình", "Biên bản", "Danh sách", "Báo cáo thành tích")

TOTAL, READY, DONE, RATE = "tổng số giải quyết", "có điều kiện thi hành", "thi hành xong", "tỷ lệ thi hành xong trên có điều kiện"


def key(name: str, facet: Facet) -> str:
    """The key of a quantity of one facet."""
    return f"{name} {facet.value}"


def _quantities() -> tuple[Quantity, ...]:
    units = {Facet.CASES: CASE, Facet.MONEY: DONG}
    columns = [
        Quantity(name, facet, unit, within=key(TOTAL, facet) if name == READY else None)
        for facet, unit in units.items()
        for name in (TOTAL, READY, DONE)
    ]
    rates = [
        Quantity(
            RATE,
            facet,
            PERCENT,
            numerator=Sum(((1, key(DONE, facet)),)),
            denominator=Sum(((1, key(READY, facet)),)),
            lever=key(DONE, facet),
        )
        for facet in Facet
    ]
    return (*columns, *rates)


def _target(place: Place, subject: Subject, facet: Facet, region: Region | None, percent: int) -> Target:
    scope = subject.name if region is None else f"{subject.name} có tổng số giải quyết {region.text}"
    return Target(
        id=str(place),
        place=place,
        line=1,
        text=f"{scope}, phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt {percent}%",
        subject=subject,
        facet=facet,
        region=region,
        quantity=key(RATE, facet),
        goal=Interval(low=Bound(Fraction(percent), True)),
        period=MEASURED,
    )


def _bands(facet: Facet, edges: tuple[int, ...]) -> tuple[Region, ...]:
    """“dưới a”, “từ a đến dưới b”, “từ b trở lên”; edges in việc or tỷ đồng."""
    scale, unit = (1, "việc") if facet is Facet.CASES else (TY, "tỷ đồng")
    bounds = [Bound(Fraction(edge * scale), True) for edge in edges]
    below = [Bound(bound.value, False) for bound in bounds]
    words = [number(edge) for edge in edges]
    texts = [
        f"dưới {words[0]} {unit}",
        *(f"từ {low} {unit} đến dưới {high} {unit}" for low, high in pairwise(words)),
        f"từ {words[-1]} {unit} trở lên",
    ]
    intervals = [Interval(low, high) for low, high in zip([None, *bounds], [*below, None], strict=True)]
    return tuple(Region(((Band(key(TOTAL, facet), each),),), text) for each, text in zip(intervals, texts, strict=True))


def _table(section: str, facet: Facet, subject: Subject, edges: tuple[int, ...], percents: tuple[int, ...], first: int) -> list[Target]:
    dash = "-1" if facet is Facet.CASES else "-2"
    bands: tuple[Region | None, ...] = _bands(facet, edges) if edges else (None,)
    return [
        _target(Place(("III", "3", section, dash, f"+{plus}")), subject, facet, band, percent)
        for plus, (band, percent) in enumerate(zip(bands, percents, strict=True), first)
    ]


def _targets() -> tuple[Target, ...]:
    return (
        *_table("3.1", Facet.CASES, OPERATIONS, (), (76,), 1),
        *_table("3.1", Facet.CASES, BRANCH, (800, 1000, 1500), (77, 76, 75, 74), 2),
        *_table("3.1", Facet.MONEY, OPERATIONS, (), (39,), 1),
        *_table("3.1", Facet.MONEY, BRANCH, (100, 150, 300), (40, 38, 36, 34), 2),
        *_table("3.2", Facet.CASES, OFFICER, (100, 200, 300), (77, 75, 73, 71), 1),
        *_table("3.2", Facet.MONEY, OFFICER, (10, 50, 100), (45, 43, 41, 39), 1),
    )


def _standard(dash: str, subject: Subject, conditions: tuple[Judged | NotDisciplined | TargetsMet, ...]) -> Standard:
    place = Place(("IV", "2", "2.1", dash))
    text = f"“{AWARD}” được xét, tặng cho {subject.name.lower()} đạt các tiêu chuẩn, điều kiện sau:"
    return Standard(id=str(place), place=place, line=1, text=text, award=AWARD, subject=subject, conditions=conditions)


def _judged(place: Place, judgment: str, suffix: str = "") -> Judged:
    return Judged(id=f"{place}{suffix}", place=place, line=1, text=judgment, judgment=judgment)


def _met(place: Place, targets: tuple[str, ...], section: str) -> TargetsMet:
    return TargetsMet(id=str(place), place=place, line=1, text=f"đạt các chỉ tiêu tại điểm {section} mục III", targets=targets)


def _clean(place: Place, whose: Whose) -> NotDisciplined:
    text = "Không bị kỷ luật từ hình thức “khiển trách” trở lên (từ ngày 01/10/2023 đến ngày 30/6/2024)"
    return NotDisciplined(id=f"{place} (2)", place=place, line=1, text=text, forms=DISCIPLINE, window=MEASURED, whose=whose)


def _standards(targets: tuple[Target, ...]) -> tuple[Standard, ...]:
    of_units = tuple(target.id for target in targets if target.id.startswith("III.3.1"))
    of_people = (*(target.id for target in targets if target.id.startswith("III.3.2")), "III.3.3")
    units = [Place(("IV", "2", "2.1", dash)) for dash in ("-2", "-3", "-4")]
    people = [Place(("IV", "2", "2.1", "-5", plus)) for plus in ("+1", "+2", "+3")]
    collective = (
        _met(units[0], of_units, "3.1"),
        _judged(units[0], EXCELLENT, " (2)"),
        _judged(units[1], UNITED),
        _judged(units[2], MEMBERS_LAWFUL),
        _clean(units[2], Whose.MEMBERS),
    )
    individual = (
        _met(people[0], of_people, "3.2, 3.3"),
        _judged(people[0], OWN_EXCELLENT, " (2)"),
        _judged(people[1], RESPONSIBLE),
        _judged(people[2], OWN_LAWFUL),
        _clean(people[2], Whose.OWN),
    )
    return _standard("-1", EVERY_COLLECTIVE, collective), _standard("-5", EVERY_INDIVIDUAL, individual)


def _quota(dash: str, subject: Subject, text: str, limit: int | None, per_unit: tuple[str, ...] = ()) -> Quota:
    place = Place(("IV", "2", "2.2", dash))
    return Quota(
        id=str(place), place=place, line=1, text=text, subject=subject, limit=limit, per_unit=per_unit, council_chooses=limit is not None
    )


def _document() -> Document:
    return Document(
        type_name="KẾ HOẠCH",
        abstract="Phát động đợt thi đua cao điểm lập thành tích chào mừng kỷ niệm 78 năm Ngày Truyền thống Thi hành án dân sự",
        parent_agency="TỔNG CỤC THI HÀNH ÁN DÂN SỰ",
        agency="CỤC THI HÀNH ÁN DÂN SỰ TỈNH HẬU GIANG",
        number="…/KH-CTHADS",
        place_and_date="Hậu Giang, ngày … tháng … năm 2024",
        legal_bases=(),
        addressees=(),
        body=(),
        recipients=("Tổng cục THADS (để b/c)", "Lưu: VT, TCCB"),
        authority=("CỤC TRƯỞNG",),
        signer="",
    )


def _period(place: Place, period: Period, text: str, measured: bool) -> PeriodRule:
    return PeriodRule(id=str(place), place=place, line=1, text=text, period=period, measured=measured)


def hau_giang() -> Plan:
    """The plan, new each time."""
    targets = _targets()
    tasks, levels, both = Place(("III", "3", "3.3")), Place(("IV", "1")), Place(("IV", "2", "2.1", "-5"))
    files, last_day = Place(("V", "-1")), Place(("V", "-3"))
    return Plan(
        document=_document(),
        kinds=(
            Kind(ROOM_KIND, Base.COLLECTIVE),
            *(Kind(name, Base.COLLECTIVE, (ROOM_KIND,)) for name in ROOMS),
            Kind(BRANCH_KIND, Base.COLLECTIVE),
            Kind("Cục THADS", Base.COLLECTIVE, total=True),
            Kind(OFFICER_KIND, Base.INDIVIDUAL),
            Kind(HEAD_KIND, Base.INDIVIDUAL),
        ),
        head_kind=HEAD_KIND,
        quantities=_quantities(),
        discipline=DISCIPLINE,
        periods=(
            _period(Place(("III", "2")), CAMPAIGN, "Từ ngày 01/4/2024 đến hết ngày 30/6/2024", False),
            _period(Place(("III", "3")), MEASURED, "9 tháng đầu năm 2024 (tính từ 01/10/2023 đến hết 30/6/2024)", True),
        ),
        targets=targets,
        judged_targets=(JudgedTarget(id="III.3.3", place=tasks, line=1, text=TASKS_DONE, subject=NO_OFFICER, judgment=TASKS_DONE),),
        standards=_standards(targets),
        both_standards=(
            BothStandards(
                id="IV.2.1-5 (2)",
                place=both,
                line=1,
                text="Đối với Thủ trưởng đơn vị phải đạt các tiêu chuẩn, điều kiện của cá nhân và tập thể nêu trên",
                subject=HEAD,
            ),
        ),
        award_levels=(
            AwardLevels(
                id=str(levels),
                place=levels,
                line=1,
                text="Giấy khen của Tổng Cục trưởng Tổng cục THADS và Cục trưởng Cục THADS tỉnh Hậu Giang",
                levels=(
                    AwardLevel("Giấy khen", ("Tổng Cục trưởng Tổng cục THADS", "Cục trưởng Cục THADS tỉnh Hậu Giang"), proposed=False),
                ),
            ),
        ),
        quotas=(
            _quota("-1", OFFICER, "Đối với Chấp hành viên: không giới hạn số lượng", None),
            _quota("-2", NO_OFFICER, "Cá nhân không là Chấp hành viên: 01 cá nhân/Phòng và Chi cục", 1, (ROOM_KIND, BRANCH_KIND)),
            _quota("-3", ROOM, "Tập thể Phòng chuyên môn: 02 tập thể", 2),
            _quota("-4", BRANCH, "Tập thể Chi cục THADS: Không giới hạn số lượng", None),
        ),
        dossiers=(
            Dossier(id=str(files), place=files, line=1, text="gửi Tờ trình, Biên bản, Danh sách, Báo cáo thành tích", documents=DOCUMENTS),
        ),
        deadlines=(
            Deadline(
                id=str(last_day),
                place=last_day,
                line=1,
                text="Hồ sơ đề nghị khen thưởng gửi về Cục THADS tỉnh trước ngày 01 tháng 7 năm 2024",
                what="Hồ sơ đề nghị khen thưởng",
                last_day=date(2024, 6, 30),
                files=True,
            ),
        ),
    )
